//go:build sistem

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A cache that another user left cannot be written: the site is built all the same,
// and that is said once, not for each of its files.
func TestACacheOfAnotherUserIsNamedOnce(t *testing.T) {
	dir := t.TempDir()
	for up := dir; up != os.TempDir() && up != "/"; up = filepath.Dir(up) {
		if err := os.Chmod(up, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if output, err := exec.Command("go", "build", "-o", filepath.Join(dir, "rapor"), ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	for name, text := range smallPortal {
		writeFile(t, filepath.Join(dir, "data", name), text)
	}
	shell := func(line string) string {
		cmd := exec.Command("sh", "-c", line)
		cmd.Dir = dir
		output, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", line, err, output)
		}
		return string(output)
	}
	shell("./rapor build --quiet && chown -R 65534 . && chown -R 0 .rapor && sed -i s/Contoh/Lain/ data/portal.toml data/instansi/kota-contoh/instansi.toml")
	said := shell("setpriv --reuid 65534 --clear-groups ./rapor build --lang id 2>&1 >/dev/null")
	if strings.Count(said, "\n") != 1 || !strings.Contains(said, "tidak dapat ditulis: tidak ada izin") {
		t.Errorf("it says:\n%s", said)
	}
	if said = shell("./rapor build --lang id"); !strings.Contains(said, "(0 berubah") {
		t.Errorf("the site was not built: %s", said)
	}
}
