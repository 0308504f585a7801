package intake

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Plan is what an import comes to: files to make or to complete, by path, and
// what there is to tell. Files that stay as they are do not stand in it.
type Plan struct {
	Files []File
	Notes []Note
	Data  string // the data folder's name in messages
}

// File is one file with its new text.
type File struct {
	Path    string // below the data folder, with slashes
	Old     []byte
	New     []byte
	Existed bool
	Mode    fs.FileMode // permission bits of one that existed
}

// Count returns how many files are made and how many are completed.
func (p Plan) Count() (made, completed int) {
	for _, f := range p.Files {
		if f.Existed {
			completed++
		} else {
			made++
		}
	}
	return made, completed
}

// Diff prints the plan as a unified diff, as `patch -p0` takes it.
func (p Plan) Diff(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, f := range p.Files {
		name := path.Join(p.Data, f.Path)
		before := name
		if !f.Existed {
			before = "/dev/null"
		}
		fmt.Fprintf(b, "--- %s\n+++ %s\n", before, name)
		for _, h := range hunks(splitLines(f.Old), splitLines(f.New)) {
			h.print(b)
		}
	}
	return b.Flush()
}

// splitLines cuts a text into lines that keep their ends.
func splitLines(text []byte) []string {
	lines := strings.SplitAfter(string(text), "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// change is one line of a diff: ' ', '-' or '+'.
type change struct {
	sign byte
	line string
}

// hunk is a run of changes with the lines around it.
type hunk struct {
	oldStart, newStart int // from 0
	changes            []change
}

func (h hunk) print(w *bufio.Writer) {
	var olds, news int
	for _, c := range h.changes {
		if c.sign != '+' {
			olds++
		}
		if c.sign != '-' {
			news++
		}
	}
	fmt.Fprintf(w, "@@ -%s +%s @@\n", span(h.oldStart, olds), span(h.newStart, news))
	for _, c := range h.changes {
		fmt.Fprintf(w, "%c%s\n", c.sign, strings.TrimSuffix(c.line, "\n"))
		if !strings.HasSuffix(c.line, "\n") {
			fmt.Fprint(w, "\\ No newline at end of file\n")
		}
	}
}

func span(start, n int) string {
	if n == 0 {
		return fmt.Sprintf("%d,0", start)
	}
	if n == 1 {
		return number(start + 1)
	}
	return fmt.Sprintf("%d,%d", start+1, n)
}

// hunks groups the changes with up to three lines around them.
func hunks(a, b []string) (out []hunk) {
	const around = 3
	all := changes(a, b)
	var h *hunk
	olds, news, same := 0, 0, 0
	for i, c := range all {
		if c.sign != ' ' {
			if h == nil {
				start := max(0, i-around)
				h = &hunk{oldStart: olds - (i - start), newStart: news - (i - start), changes: append([]change(nil), all[start:i]...)}
			}
			same = 0
		}
		if h != nil {
			h.changes = append(h.changes, c)
			if c.sign == ' ' {
				same++
			}
			if same == 2*around { // the next change is too far to share a hunk
				h.changes = h.changes[:len(h.changes)-around]
				out, h, same = append(out, *h), nil, 0
			}
		}
		if c.sign != '+' {
			olds++
		}
		if c.sign != '-' {
			news++
		}
	}
	if h != nil {
		h.changes = h.changes[:len(h.changes)-max(0, same-around)]
		out = append(out, *h)
	}
	return out
}

// changes compares two texts. Imports only insert, and the few lines that they
// complete stand alone, so that looking a little ahead finds what Myers would.
func changes(a, b []string) (out []change) {
	for len(a) > 0 || len(b) > 0 {
		if len(a) > 0 && len(b) > 0 && a[0] == b[0] {
			out = append(out, change{' ', a[0]})
			a, b = a[1:], b[1:]
			continue
		}
		olds, news := nextCommon(a, b)
		for _, line := range a[:olds] {
			out = append(out, change{'-', line})
		}
		for _, line := range b[:news] {
			out = append(out, change{'+', line})
		}
		a, b = a[olds:], b[news:]
	}
	return out
}

// nextCommon returns how many lines of each are left out before both go on
// alike, with as few old lines as can be.
func nextCommon(a, b []string) (olds, news int) {
	for i, line := range a {
		for j, other := range b {
			if line == other {
				return i, j
			}
		}
	}
	return len(a), len(b)
}
