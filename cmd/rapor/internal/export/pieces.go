package export

import (
	"bytes"
	"io"
	"iter"
)

// form is a format of tables as text.
type form struct {
	head    func(*lines)
	rows    func(*lines, iter.Seq[[]Cell])
	between string // rows that are written apart
	end     string
}

// write writes a whole table.
func (f form) write(w io.Writer, t *Table) error {
	out := newLines(w)
	f.head(out)
	f.rows(out, t.Rows)
	out.text = append(out.text, f.end...)
	return out.end()
}

// Pieces is a long table cut by institutions, so that what is said of one can be
// used again where only another has changed. The file is Head, the pieces that
// are not empty with Between among them, and End. What a piece says hangs on the
// files of its institution alone, besides what all files of a site share.
type Pieces struct {
	Head, Between, End []byte
	Slugs              []string
	Write              func(i int, w io.Writer) error // writes the piece of Slugs[i]; any number at a time
}

// pieces cuts a table.
func (f form) pieces(t *Table) (*Pieces, error) {
	var head bytes.Buffer
	out := newLines(&head)
	f.head(out)
	if err := out.end(); err != nil {
		return nil, err
	}
	p := &Pieces{Head: head.Bytes(), Between: []byte(f.between), End: []byte(f.end)}
	for _, each := range t.cut {
		p.Slugs = append(p.Slugs, each.slug)
	}
	p.Write = func(i int, w io.Writer) error {
		out := newLines(w)
		f.rows(out, t.cut[i].rows)
		return out.end()
	}
	return p, nil
}
