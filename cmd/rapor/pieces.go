package main

import (
	"bytes"
	"fmt"
	"io"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/publish"
)

// pieces writes a long table: what it says of institutions that are as they were
// is taken from the old site's file. Most of it is, and writing every figure of
// every institution anew took a seventh of an edit.
func (b *builder) pieces(f *export.DataFile, w io.Writer) error {
	p, err := f.Pieces()
	if err != nil {
		return err
	}
	t := pieceTaker{standing: b.recall.pieces(f.Address), w: w}
	if len(t.standing) > 0 {
		if t.old = b.site.Old(f.Address, b.recall.old.Made[f.Address].Sum); t.old != nil {
			defer t.old.Close()
		}
	}
	now, err := t.assemble(p)
	if err == nil && t.old != nil && !t.old.Still() {
		err = fmt.Errorf("%s changed while it was read", t.old.Name())
	}
	b.recall.learnPieces(f.Address, now)
	return err
}

// pieceTaker puts a long table together.
type pieceTaker struct {
	old      *publish.OldFile       // nil: nothing can be taken
	standing map[string]cache.Piece // of the old file, those that would be made the same again
	w        io.Writer
	at       int64
	piece    bytes.Buffer // the one at hand
}

// assemble writes the table and tells where each of its pieces stands.
func (t *pieceTaker) assemble(p *export.Pieces) ([]cache.Piece, error) {
	if err := t.put(p.Head); err != nil {
		return nil, err
	}
	now := make([]cache.Piece, 0, len(p.Slugs))
	var between []byte // once a piece that says something stands before
	for i, slug := range p.Slugs {
		if err := t.next(p, i); err != nil {
			return nil, err
		}
		if t.piece.Len() > 0 {
			if err := t.put(between); err != nil {
				return nil, err
			}
			between = p.Between
		}
		now = append(now, cache.Piece{Name: slug, At: t.at, Bytes: int64(t.piece.Len())})
		if err := t.put(t.piece.Bytes()); err != nil {
			return nil, err
		}
	}
	return now, t.put(p.End)
}

// next takes or makes a piece.
func (t *pieceTaker) next(p *export.Pieces, i int) error {
	t.piece.Reset()
	if known, ok := t.standing[p.Slugs[i]]; ok && t.old != nil {
		_, err := t.piece.ReadFrom(io.NewSectionReader(t.old, known.At, known.Bytes))
		return err
	}
	return p.Write(i, &t.piece)
}

func (t *pieceTaker) put(text []byte) error {
	n, err := t.w.Write(text)
	t.at += int64(n)
	return err
}
