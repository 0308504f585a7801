package export

import (
	"crypto/sha256"
	"encoding/binary"
)

// Digest tells tables apart: equal ones give the same file in every format, as far
// as the table decides it. It is over all cells with their sorts, and over the
// sources that workbooks list; columns follow from the cells' instruments, and are
// in it by their names and sorts.
func (t *Table) Digest() [sha256.Size]byte {
	digest := sha256.New()
	out := newLines(digest)
	text := func(s string) { out.text = append(binary.AppendUvarint(out.text, uint64(len(s))), s...) }
	for _, c := range t.Columns {
		text(c.Name)
		text(string(c.Type))
	}
	rows := func(row []Cell) bool {
		for i := range row {
			c := &row[i]
			out.text = append(out.text, byte(c.kind), byte(c.value.places))
			out.text = binary.AppendVarint(out.text, c.value.value)
			text(c.text)
		}
		out.text = append(out.text, 0xff)
		out.next()
		return true
	}
	t.Rows(rows)
	out.text = append(out.text, 0xfe)
	sourceTable(t.editions).Rows(rows)
	_ = out.end() // a digest takes everything
	return [sha256.Size]byte(digest.Sum(nil))
}
