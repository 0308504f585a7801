//go:build sistem

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const vendorFolder = "../../themes/default/assets/vendor/"

// What others made and this repository carries comes out of the commands that stand
// beside it, byte for byte, in an empty folder.
func TestVendoredFilesAreMadeAgainByTheirCommands(t *testing.T) {
	made := map[string]bool{}
	for _, c := range []struct{ says, needs, beside string }{
		{"internal/chart/vendor-echarts/README.md", "internal/chart/vendor-echarts/entry.mjs", vendorFolder},
		{vendorFolder + "README.md", "", vendorFolder},
		{"internal/card/font/README.md", "", "internal/card/font/"},
	} {
		dir := t.TempDir()
		if c.needs != "" {
			content, err := os.ReadFile(c.needs)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, filepath.Base(c.needs)), content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command("sh", "-e", "-c", commandsFor(t, c.says))
		cmd.Dir = dir
		if output, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", c.says, err, output)
		}
		for file, got := range treeOf(t, dir) {
			want, err := os.ReadFile(c.beside + file)
			if err != nil {
				continue // of the making alone
			}
			if made[c.beside+file] = bytes.Equal(got, want); !made[c.beside+file] {
				t.Errorf("%s: %d bytes were made, %d are shipped", file, len(got), len(want))
			}
		}
	}
	for _, pattern := range []string{vendorFolder + "*.js", vendorFolder + "*.woff2", "internal/card/font/*.woff"} {
		shipped, err := filepath.Glob(pattern)
		if err != nil || len(shipped) == 0 {
			t.Fatalf("nothing at %s: %v", pattern, err)
		}
		for _, file := range shipped {
			if !made[file] {
				t.Errorf("no command makes %s", file)
			}
		}
	}
}

// commandsFor are the lines of a text that are set in as commands; sums are not.
func commandsFor(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var commands strings.Builder
	for line := range strings.Lines(string(text)) {
		if command, is := strings.CutPrefix(line, "    "); is && !strings.HasPrefix(command, "sha256 ") {
			commands.WriteString(command)
		}
	}
	return commands.String()
}
