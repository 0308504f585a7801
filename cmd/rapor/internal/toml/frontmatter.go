package toml

import (
	"bytes"

	"rapor/cmd/rapor/internal/diag"
)

// MaxContent is the size of a Markdown file in bytes; the front matter in it is
// held to the limits of a TOML file.
const MaxContent = 2 << 20

var fence = []byte("+++")

// FrontMatter splits a Markdown file into its TOML head and its body. The
// positions of the head count the file's lines. A file without a fence on its
// first line, or one that is never closed, is a problem.
func FrontMatter(file string, src []byte) (head *Node, body string, problems diag.List) {
	if len(src) > MaxContent {
		problems.Errorf(diag.Pos{File: file}, "toml-too-large", len(src), MaxContent)
		return nil, "", problems
	}
	text, ok := Normal(file, src, &problems)
	if !ok {
		return nil, "", problems
	}
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	if !bytes.Equal(bytes.TrimRight(first, " \t"), fence) {
		problems.Errorf(diag.Pos{File: file, Line: 1, Col: 1}, "toml-no-fence")
		return nil, "", problems
	}
	end := closingFence(rest)
	if end < 0 {
		problems.Errorf(diag.Pos{File: file, Line: 1, Col: 1}, "toml-open-fence")
		return nil, "", problems
	}
	if end > MaxSize {
		problems.Errorf(diag.Pos{File: file}, "toml-too-large", end, MaxSize)
		return nil, "", problems
	}
	_, after, _ := bytes.Cut(rest[end:], []byte("\n"))
	lines := append([]byte("\n"), rest[:end]...) // the fence's line, so that positions count the file's lines
	return parseText(file, lines, &problems), string(after), problems
}

// closingFence returns the offset of the line that closes the head, or -1.
func closingFence(text []byte) int {
	for off := 0; off < len(text); {
		line, _, _ := bytes.Cut(text[off:], []byte("\n"))
		if bytes.Equal(bytes.TrimRight(line, " \t"), fence) {
			return off
		}
		off += len(line) + 1
	}
	return -1
}
