//go:build sistem

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// A build asks no network: it succeeds where there is none, with the same bytes.
func TestABuildNeedsNoNetwork(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "rapor")
	if output, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	for name, text := range smallPortal {
		file := filepath.Join(dir, "data", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		out  string
		call []string
	}{
		{"dengan", nil}, {"tanpa", []string{"unshare", "--map-root-user", "--net"}},
	} {
		call := append(c.call, program, "build", "--no-cache", "--out", c.out)
		cmd := exec.Command(call[0], call[1:]...)
		cmd.Dir = dir
		if output, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", call, err, output)
		}
	}
	with, without := treeOf(t, filepath.Join(dir, "dengan")), treeOf(t, filepath.Join(dir, "tanpa"))
	if len(with) == 0 || len(with) != len(without) {
		t.Errorf("%d files with a network, %d without", len(with), len(without))
	}
	for address, content := range with {
		if string(without[address]) != string(content) {
			t.Errorf("%s is another without a network", address)
		}
	}
}
