package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts call rapor: the test binary stands in for it.
func TestMain(m *testing.M) {
	testscript.Main(suite{m}, map[string]func(){
		"rapor": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// suite runs the tests with a folder for what they build.
type suite struct{ *testing.M }

// before is how the process stood before any test.
var before struct {
	scratch     string
	gcPercent   int
	memoryLimit int64
}

func (s suite) Run() int {
	dir, err := os.MkdirTemp("", "rapor-")
	if err != nil {
		panic(err)
	}
	defer sweep(dir)
	before.scratch = dir
	before.gcPercent = debug.SetGCPercent(100)
	before.memoryLimit = debug.SetMemoryLimit(-1)
	settle()
	return s.M.Run()
}

// sweep removes a folder, what is in it side by side: most of the time of a removal
// is waiting for the disk.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		panic(err)
	}
	var group sync.WaitGroup
	for _, e := range entries {
		group.Go(func() {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
		})
	}
	group.Wait()
	if err := os.Remove(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

// settle takes back what a build has set: it limits the memory of a process that
// holds nothing else, and tests hold whole sites.
func settle() {
	debug.SetGCPercent(before.gcPercent)
	debug.SetMemoryLimit(before.memoryLimit)
}

// scratch is a new folder that stays until all tests are done. Sites go there:
// ext4 passes by the places of files that were deleted within the last minute, one
// by one, so that after a site is deleted the next takes twice the time.
func scratch(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp(before.scratch, "")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// rapor runs the program within this process and returns all that it says.
func rapor(args ...string) (code int, said string) {
	defer settle()
	var out bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(""), &out, &out)
	return code, out.String()
}

// shared is something that the first test that asks for it makes and all others read.
type shared[T any] struct {
	once sync.Once
	made *T
}

func (s *shared[T]) get(t *testing.T, build func() T) T {
	t.Helper()
	s.once.Do(func() {
		made := build()
		s.made = &made
	})
	if s.made == nil {
		t.Fatal("it was not built; the first test that needed it says why")
	}
	return *s.made
}
