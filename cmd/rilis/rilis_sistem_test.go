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

// TestTwoReleasesFromTwoFoldersAreTheSameBytes packs the source twice, in folders
// of other names: for this system, with RAPOR_FULL for every one.
func TestTwoReleasesFromTwoFoldersAreTheSameBytes(t *testing.T) {
	systems := targets[:1]
	if os.Getenv("RAPOR_FULL") != "" {
		systems = targets
	}
	here, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "di tempat lain")
	if out, err := exec.Command("sh", "-c", `mkdir "$2" && cd "$1" && cp -r cmd content data themes go.mod go.sum README.md LICENSE "$2"`, "sh", here, copied).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	outs := []string{filepath.Join(t.TempDir(), "satu"), filepath.Join(t.TempDir(), "dua")}
	for i, source := range []string{here, copied} {
		t.Chdir(source)
		if err := run(outs[i], systems); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := os.ReadDir(outs[0])
	if err != nil || len(entries) != len(systems)+1 {
		t.Fatalf("%v, %v", entries, err)
	}
	for _, e := range entries {
		first, _ := os.ReadFile(filepath.Join(outs[0], e.Name()))
		second, _ := os.ReadFile(filepath.Join(outs[1], e.Name()))
		if len(first) == 0 || !bytes.Equal(first, second) {
			t.Errorf("%s: %d and %d bytes, not the same", e.Name(), len(first), len(second))
		}
	}
	checkUnpacked(t, outs[0])
}

// checkUnpacked does what the README says: unpack, and run the program.
func checkUnpacked(t *testing.T, dir string) {
	t.Helper()
	step := `cd "$1" && sha256sum -c SHA256SUMS && tar -xzf rapor-*-linux-amd64.tar.gz && cd rapor-*-linux-amd64 && ./rapor version && ls && ./rapor check --quiet`
	out, err := exec.Command("sh", "-c", step, "sh", dir).CombinedOutput()
	for _, want := range []string{"linux-amd64.tar.gz: OK", "rapor 0.", "LICENSE\nLICENSES-THIRD-PARTY.txt\nREADME.md\nrapor\n"} {
		if err != nil || !strings.Contains(string(out), want) {
			t.Fatalf("no %q (%v)\n%s", want, err, out)
		}
	}
}
