// Command bench times whole builds of fictional portals and prints what
// QUALITY asks for as ratios taken in one run, because machines differ:
//
//	go run ./cmd/rapor/internal/bench            # 640 institutions x 7 years
//	go run ./cmd/rapor/internal/bench -n 640,25000
//
// Run it on a quiet machine. It needs the Go toolchain, because it builds the
// program that it times, and room for two sites in -dir.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	sizes := flag.String("n", "640", "numbers of institutions, separated by commas")
	dir := flag.String("dir", "", "where to work; a temporary folder if empty")
	runs := flag.Int("runs", 3, "rounds, each with a build of every sort, of which the median counts; one where a size is over 5,000")
	rest := flag.Duration("rest", 65*time.Second, "wait so long after files were deleted; 0 on a file system in memory")
	flag.Parse()
	if err := bench(*sizes, *dir, *runs, *rest); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func bench(sizes, dir string, runs int, rest time.Duration) error {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return fmt.Errorf("find the module: %w", err)
	}
	if dir == "" {
		if dir, err = os.MkdirTemp("", "rapor-bench-"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	y := yard{root: strings.TrimSpace(string(root)), dir: dir, program: filepath.Join(dir, "rapor"), runs: runs, rest: rest}
	if text, err := exec.Command("go", "build", "-C", y.root, "-o", y.program, "./cmd/rapor").CombinedOutput(); err != nil {
		return fmt.Errorf("build the program: %w\n%s", err, text)
	}
	var first float64 // seconds a page at the first size
	for _, size := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(size))
		if err != nil {
			return err
		}
		perPage, err := y.measure(n)
		if err != nil {
			return err
		}
		if first == 0 {
			first = perPage
		} else {
			line("time per page against the first size", fmt.Sprintf("%.2f", perPage/first), "at most 1.25")
		}
	}
	return nil
}
