//go:build sistem && !race

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// policyNoise are messages that the Nu checker prints on files: below file: it
// does not know what 'self' is, and it takes blocks of data for programs. The
// browser tests watch the policy at work.
const policyNoise = `(?s).*Content Security Policy.*`

// nuChecker runs the Nu checker over a folder of pages and returns what it says.
func nuChecker(t *testing.T, dir string) string {
	t.Helper()
	java, err := exec.LookPath("java")
	if err != nil {
		t.Fatalf("this test needs Java: %v", err)
	}
	cmd := exec.Command(java, "-jar", checkerFile(t, "vnu-jar/build/dist/vnu.jar"), "--stdout", "--Werror", "--skip-non-html", "--filterpattern", policyNoise, dir)
	var output, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && (!errors.As(err, &exit) || output.Len() == 0) {
		t.Fatalf("the Nu checker did not run: %v\n%s", err, stderr.Bytes())
	}
	return strings.ReplaceAll(output.String(), "file:"+dir, "")
}

func TestPagesAreValidHTML(t *testing.T) {
	s := portalSite(t)
	pages := s.chosen(t)
	dir := t.TempDir()
	chosen := &builtSite{files: map[string][]byte{}}
	for _, address := range pages {
		chosen.files[address] = s.files[address]
	}
	chosen.write(t, dir)
	if said := strings.TrimSpace(nuChecker(t, dir)); said != "" {
		report(t, strings.Split(said, "\n"))
	}
	t.Logf("%d pages", len(pages))
}

// The filter and the exit code must not swallow a real fault.
func TestTheNuCheckerFindsFaults(t *testing.T) {
	dir := t.TempDir()
	page := `<!doctype html><html lang="id"><title>x</title><meta http-equiv="Content-Security-Policy" content="style-src 'self'"><p id="a"><p id="a">Dua kali</html>`
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	if said := nuChecker(t, dir); !strings.Contains(said, "Duplicate ID") {
		t.Errorf("a double id was not found: %q", said)
	}
}
