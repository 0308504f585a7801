package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A socket among the data is named like a pipe or a folder is (folders.txtar); no
// shell makes one.
func TestASocketAmongTheDataIsNamed(t *testing.T) {
	for _, name := range []string{"portal.toml", "instansi/kota-contoh/2024.toml"} {
		dir := t.TempDir()
		for file, text := range smallPortal {
			writeFile(t, filepath.Join(dir, file), text)
		}
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.Remove(at); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mknod(at, syscall.S_IFSOCK|0o600, 0); err != nil {
			t.Fatal(err)
		}
		code, said := rapor("check", "--lang=id", "--data", dir)
		if want := name + ": error: bukan berkas biasa\n"; code != exitBad || !strings.Contains(filepath.ToSlash(said), want) {
			t.Errorf("exit %d, want %q:\n%s", code, want, said)
		}
	}
}
