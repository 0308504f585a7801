package main

import (
	"bytes"
	"io"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/publish"
)

// pieces writes a long table: what it says of institutions that are as they were
// is taken from the old site's file. Most of it is, and writing every figure of
// every institution anew took a tenth of an edit.
func (b *builder) pieces(f *export.DataFile, content *bytes.Buffer) error {
	p, err := f.Pieces()
	if err != nil {
		return err
	}
	if old, known := b.oldPieces(f.Address); old != nil {
		content.Grow(int(known.size))
		now, err := b.assemble(p, content, old, known.places)
		still := old.Still()
		_ = old.Close() // it was only read
		if err != nil {
			return err
		}
		if still {
			b.recall.learnPieces(f.Address, now)
			return nil
		}
		content.Reset()
	}
	now, err := b.assemble(p, content, nil, nil)
	b.recall.learnPieces(f.Address, now)
	return err
}

// standing pieces are those of the old file that would be made the same again.
type standingPieces struct {
	size   int64 // of the old file
	places map[string]cache.Piece
}

// oldPieces is nil where there is nothing to take from.
func (b *builder) oldPieces(address string) (*publish.OldFile, standingPieces) {
	known := standingPieces{places: b.recall.pieces(address)}
	if len(known.places) == 0 {
		return nil, known
	}
	known.size = b.recall.old.Made[address].Bytes
	return b.site.Old(address, b.recall.old.Made[address].Sum), known
}

// assemble puts a file together and tells where each of its pieces stands.
func (b *builder) assemble(p *export.Pieces, content *bytes.Buffer, old io.ReaderAt, standing map[string]cache.Piece) ([]cache.Piece, error) {
	now := make([]cache.Piece, 0, len(p.Slugs))
	content.Write(p.Head)
	begun := false // a piece that says something stands before
	for i, slug := range p.Slugs {
		start := content.Len()
		if begun {
			content.Write(p.Between)
		}
		at := content.Len()
		var err error
		if known, ok := standing[slug]; ok {
			_, err = content.ReadFrom(io.NewSectionReader(old, known.At, known.Bytes))
		} else {
			err = p.Write(i, content)
		}
		if err != nil {
			return nil, err
		}
		now = append(now, cache.Piece{Name: slug, At: int64(at), Bytes: int64(content.Len() - at)})
		if content.Len() == at {
			content.Truncate(start)
		} else {
			begun = true
		}
	}
	content.Write(p.End)
	return now, nil
}
