package card

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"io"

	"rapor/cmd/rapor/internal/compress"
)

// filtered is the byte before each row of a PNG: 0, the row is not filtered.
// Colours from a palette pack best so.
const filtered = 1

// newPicture is an empty picture whose points lie in memory as a PNG wants them, a
// row after the other with the byte before it, so that it is packed in one go.
func newPicture(colours color.Palette) (picture *image.Paletted, rows []byte) {
	rows = make([]byte, Height*(filtered+Width))
	return &image.Paletted{Pix: rows[filtered:], Stride: filtered + Width, Rect: image.Rect(0, 0, Width, Height), Palette: colours}, rows
}

// writePNG writes a picture with a palette (PNG, ISO/IEC 15948). The encoder of the
// standard library spent half of a card's time on packing.
func writePNG(to io.Writer, rows []byte, colours color.Palette) error {
	head := binary.BigEndian.AppendUint32(nil, Width)
	head = append(binary.BigEndian.AppendUint32(head, Height), 8, 3, 0, 0, 0) // bits a point, by palette; the only packing, filters, no interlacing
	var table []byte
	for _, c := range colours {
		r, g, b, _ := c.RGBA()
		table = append(table, byte(r>>8), byte(g>>8), byte(b>>8))
	}
	packed, err := compress.Zlib(rows)
	if err != nil {
		return err
	}
	out := bytes.NewBufferString("\x89PNG\r\n\x1a\n")
	chunk(out, "IHDR", head)
	chunk(out, "PLTE", table)
	chunk(out, "IDAT", packed)
	chunk(out, "IEND", nil)
	_, err = to.Write(out.Bytes())
	return err
}

// chunk appends a part of a PNG: length, name, content and check sum of both.
func chunk(out *bytes.Buffer, name string, content []byte) {
	var number [4]byte
	put := func(n uint32) {
		binary.BigEndian.PutUint32(number[:], n)
		out.Write(number[:])
	}
	put(uint32(len(content)))
	out.WriteString(name)
	out.Write(content)
	put(crc32.Update(crc32.ChecksumIEEE([]byte(name)), crc32.IEEETable, content))
}
