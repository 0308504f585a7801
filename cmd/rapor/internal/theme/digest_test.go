package theme

import (
	"testing"
	"testing/fstest"

	"rapor/cmd/rapor/internal/diag"
)

// TestTheDigestKnowsEveryFile: names and bytes, and words of every layer, which are
// joined and not laid over each other.
func TestTheDigestKnowsEveryFile(t *testing.T) {
	digest := func(layers ...fstest.MapFS) string {
		var all []Layer
		for _, l := range layers {
			all = append(all, Layer{FS: l, Dir: "themes/x"})
		}
		var problems diag.List
		files := readLayers(all, &problems)
		if problems.HasErrors() {
			t.Fatal(problems.Sorted())
		}
		return files.digest()
	}
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	base := fstest.MapFS{"a.css": file("1"), "i18n/id.toml": file("a")}
	seen := map[string]string{}
	for name, layers := range map[string][]fstest.MapFS{
		"as it is":        {base},
		"other bytes":     {{"a.css": file("2"), "i18n/id.toml": file("a")}},
		"another name":    {{"b.css": file("1"), "i18n/id.toml": file("a")}},
		"a file on top":   {base, {"a.css": file("3")}},
		"words on top":    {base, {"i18n/id.toml": file("b")}},
		"words below":     {{"a.css": file("1"), "i18n/id.toml": file("c")}, {"i18n/id.toml": file("b")}},
		"one file of two": {{"a.css": file("1")}},
	} {
		sum := digest(layers...)
		if other, taken := seen[sum]; taken {
			t.Errorf("%s has the digest of %s", name, other)
		}
		seen[sum] = name
	}
	if digest(base) != digest(base, fstest.MapFS{"a.css": file("1")}) {
		t.Error("the same file from a higher layer is another theme")
	}
}
