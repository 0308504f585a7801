//go:build sistem

package export

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestSitemapsAreValid(t *testing.T) {
	pages := []SitemapURL{{"https://x.example/?a=1&b=<", "2024-01-02"}, {"https://x.example/a/", ""}, {"https://x.example/b/", "2024-01-03"}}
	for i, f := range append(sitemap("https://x.example/", pages, 3), sitemap("https://x.example/", pages, 2)...) {
		file := filepath.Join(t.TempDir(), "s.xml")
		if err := os.WriteFile(file, f.Content, 0o644); err != nil {
			t.Fatal(err)
		}
		args := []string{"--noout", file}
		if i != 1 { // the schema is that of a sitemap, not of an index
			args = []string{"--noout", "--schema", "testdata/sitemap.xsd", file}
		}
		if out, err := exec.Command("xmllint", args...).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s\n%s", f.Address, err, out, f.Content)
		}
	}
}
