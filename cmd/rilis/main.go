// Command rilis packs the program for people who have no Go: an archive for each
// system with the program, its licences and how to begin, and SHA256SUMS.
//
//	go run ./cmd/rilis              everything, into .rilis/
//	go run ./cmd/rilis -hanya linux/amd64,windows/amd64 -o ../rilis
//
// The same source and the same Go give the same bytes, in any folder and at any
// time: nothing of the machine, of version control or of the clock goes in.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// targets are the systems that archives are made for.
var targets = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

func main() {
	out := flag.String("o", ".rilis", "folder for the archives")
	only := flag.String("hanya", strings.Join(targets, ","), "systems, with commas between")
	flag.Parse()
	if err := run(*out, strings.Split(*only, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "rilis:", err)
		os.Exit(1)
	}
}

// run makes the archives of some systems and the list of their digests. It has to
// be started in the repository's own folder.
func run(out string, systems []string) error {
	for _, system := range systems {
		if !slices.Contains(targets, system) {
			return fmt.Errorf("%q is none of %s", system, strings.Join(targets, ", "))
		}
	}
	version, err := output(nil, "go", "run", "./cmd/rapor", "version")
	if err != nil {
		return err
	}
	name := strings.ReplaceAll(strings.TrimSpace(version), " ", "-")
	work, err := os.MkdirTemp("", "rilis-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var sums strings.Builder
	for _, system := range systems {
		archive, content, err := release(name, system, work)
		if err != nil {
			return fmt.Errorf("%s: %w", system, err)
		}
		if err := os.WriteFile(filepath.Join(out, archive), content, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(content), archive)
	}
	fmt.Print(sums.String())
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// release builds the program for one system and packs it.
func release(name, system, work string) (archive string, content []byte, err error) {
	goos, goarch, _ := strings.Cut(system, "/")
	program := filepath.Join(work, goos+"-"+goarch)
	env := []string{"GOOS=" + goos, "GOARCH=" + goarch, "CGO_ENABLED=0", "GOFLAGS="}
	if _, err := output(env, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", program, "./cmd/rapor"); err != nil {
		return "", nil, err
	}
	files, err := contents(program, goos, env)
	if err != nil {
		return "", nil, err
	}
	folder := name + "-" + goos + "-" + goarch
	if goos == "windows" {
		content, err = packZip(folder, files)
		return folder + ".zip", content, err
	}
	content, err = packTar(folder, files)
	return folder + ".tar.gz", content, err
}

// contents are the files of an archive. On Windows a file to click on comes with
// them, because a command line is not where an office begins.
func contents(program, goos string, env []string) ([]packed, error) {
	binary, err := os.ReadFile(program)
	if err != nil {
		return nil, err
	}
	licences, err := thirdParty(env)
	if err != nil {
		return nil, err
	}
	files := []packed{{"rapor", binary, true}, {"LICENSES-THIRD-PARTY.txt", licences, false}}
	if goos == "windows" {
		files[0].name = "rapor.exe"
		files = append(files, packed{"pratinjau.bat", []byte(preview), false})
	}
	for _, name := range []string{"LICENSE", "README.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, packed{name, text, false})
	}
	return files, nil
}

// output runs a command and returns what it prints.
func output(env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env, cmd.Stderr = append(os.Environ(), env...), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return string(out), nil
}
