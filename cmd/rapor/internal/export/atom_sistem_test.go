//go:build sistem

package export

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// validAtom holds a feed against the schema of Atom.
func validAtom(t *testing.T, content []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "atom.xml")
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("jing", "-c", "testdata/atom.rnc", file).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s\n%s", err, out, content)
	}
	if out, err := exec.Command("xmllint", "--noout", file).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestFeedsAreValidAtom(t *testing.T) {
	content, err := sampleFeed.Atom()
	if err != nil {
		t.Fatal(err)
	}
	validAtom(t, content)
	empty := Feed{Lang: "id", Title: "Kosong", Author: "X", Page: sampleFeed.Page, Address: sampleFeed.Address}
	if content, err = empty.Atom(); err != nil {
		t.Fatal(err)
	}
	validAtom(t, content)
}
