package toml

import (
	"bytes"
	"testing"
)

// Any text is either refused with a place or split into a head and a body that is
// an end of the text.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{"+++\njudul = \"x\"\n+++\nisi\n", "+++\n+++", "+++", "", "tanpa", "+++\r\njudul = 'x'\r\n+++\r\n\r\nisi", "\xef\xbb\xbf+++\na = 1\n+++\n",
		"+++\na = \"\"\"\n+++\n\"\"\"\n+++\nisi", "+++ \n+++\n", "+++\na = [\n+++\n", "+++\n\x00\n+++\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		head, body, problems := FrontMatter("x.md", src)
		for _, p := range problems.Sorted() {
			if p.Pos.File != "x.md" || p.Pos.Line < 0 {
				t.Errorf("a problem without a place: %+v", p)
			}
		}
		if head == nil && !problems.HasErrors() {
			t.Error("neither a head nor a problem")
		}
		text := bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		if !problems.HasErrors() && !bytes.HasSuffix(text, []byte(body)) {
			t.Errorf("the body %q is no end of the text", body)
		}
	})
}
