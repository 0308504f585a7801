package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestLicencesAreThoseOfEveryPart collects the licences of what the program is built
// of on all three systems, and wants the text that is shipped to be that.
func TestLicencesAreThoseOfEveryPart(t *testing.T) {
	modules := map[string]string{} // path and version, and where it lies
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		output, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		for line := range strings.Lines(string(output)) {
			if name, dir, found := strings.Cut(strings.TrimSpace(line), "\t"); found {
				modules[name] = dir
			}
		}
	}
	if len(modules) < 15 {
		t.Fatalf("only %d modules: %v", len(modules), modules)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	fmt.Fprintf(&text, "Rapor is under the Apache License 2.0. It contains the following, each under its own licence.\n")
	section := func(name, dir string, files []string) {
		if len(files) == 0 {
			t.Errorf("%s has no licence in %s", name, dir)
		}
		slices.Sort(files)
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			rule := strings.Repeat("=", 78)
			fmt.Fprintf(&text, "\n%s\n%s (%s)\n%s\n\n", rule, name, filepath.Base(file), rule)
			text.WriteString(strings.TrimSpace(strings.ReplaceAll(string(content), "\r\n", "\n")) + "\n")
		}
	}
	section("Go", "GOROOT", licenceFiles(strings.TrimSpace(string(goroot))))
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		section(name, modules[name], licenceFiles(modules[name]))
	}
	vendored, err := filepath.Glob("../../themes/default/assets/vendor/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	section("Default theme", "assets/vendor", vendored)
	if os.Getenv("RAPOR_UPDATE") != "" {
		if err := os.WriteFile("licences.txt", []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if text.String() != licenceTexts {
		t.Error("licences.txt is not that of the present parts: RAPOR_UPDATE=1 go test ./cmd/rapor -run Licences")
	}
}

// licenceFiles are the licences and notices at the top of a module; that of Go may
// lie one folder up, as distributions put it.
func licenceFiles(dir string) (out []string) {
	for _, pattern := range []string{"LICENSE*", "LICENCE*", "COPYING*", "NOTICE*", "PATENTS"} {
		found, _ := filepath.Glob(filepath.Join(dir, pattern)) // the pattern is well formed
		out = append(out, found...)
	}
	return out
}
