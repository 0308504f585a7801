package card

import (
	"bytes"
	"compress/zlib"
	_ "embed" // the fonts
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
)

// The letters of the site, and behind them the Go fonts for what those lack; see
// font/README.md.
var (
	//go:embed font/plus-jakarta-sans-latin-400-normal.woff
	jakartaRegular []byte
	//go:embed font/plus-jakarta-sans-latin-700-normal.woff
	jakartaBold []byte
)

// The two cuts of the letters.
const (
	regular = iota
	bold
)

// family is a cut's fonts: a letter is drawn in the first that has it.
type family []*sfnt.Font

var families = sync.OnceValue(func() [2]family {
	var out [2]family
	for i, raw := range [][2][]byte{{jakartaRegular, goregular.TTF}, {jakartaBold, gobold.TTF}} {
		site, err := unpack(raw[0])
		if err != nil {
			panic(err) // the fonts are part of the program
		}
		for _, ttf := range [][]byte{site, raw[1]} {
			f, err := sfnt.Parse(ttf)
			if err != nil {
				panic(err)
			}
			out[i] = append(out[i], f)
		}
	}
	return out
})

// of is the place of the font that has a letter, or -1.
func (f family) of(r rune) int {
	for i, one := range f {
		if glyph, err := one.GlyphIndex(nil, r); err == nil && glyph != 0 {
			return i
		}
	}
	return -1
}

// shown is a text that the fonts can draw: where they lack a letter of it, the
// spare one, and a question mark in the place of each letter that they lack in
// that too. So nobody meets an empty box that may stand for any letter.
func shown(words, spare string) string {
	lacking := func(r rune) bool {
		return unicode.IsControl(r) || r != ' ' && families()[bold].of(r) < 0
	}
	words = strings.Join(strings.Fields(words), " ")
	if spare != "" && strings.ContainsFunc(words, lacking) {
		words = strings.Join(strings.Fields(spare), " ")
	}
	return strings.Map(func(r rune) rune {
		if lacking(r) {
			return '?'
		}
		return r
	}, words)
}

// unpack turns a WOFF file (version 1: the tables of a font, each packed with
// zlib) into the font that it was made from.
func unpack(woff []byte) ([]byte, error) {
	const head, entry = 44, 20
	if len(woff) < head || string(woff[:4]) != "wOFF" {
		return nil, errors.New("card: not a WOFF file")
	}
	word := binary.BigEndian.Uint32
	n := int(binary.BigEndian.Uint16(woff[12:]))
	if len(woff) < head+n*entry {
		return nil, io.ErrUnexpectedEOF
	}
	directory := append(bytes.Clone(woff[4:8]), 0, byte(n), 0, 0, 0, 0, 0, 0) // the search hints are not read
	var body []byte
	for i := range n {
		e := woff[head+i*entry : head+(i+1)*entry]
		from, packed, size := int(word(e[4:])), int(word(e[8:])), int(word(e[12:]))
		if from+packed > len(woff) {
			return nil, io.ErrUnexpectedEOF
		}
		raw := woff[from : from+packed]
		if packed < size {
			r, err := zlib.NewReader(bytes.NewReader(raw))
			if err != nil {
				return nil, err
			}
			if raw, err = io.ReadAll(r); err != nil {
				return nil, err
			}
		}
		directory = append(directory, e[:4]...)
		directory = append(directory, e[16:20]...)
		directory = binary.BigEndian.AppendUint32(directory, uint32(12+16*n+len(body)))
		directory = binary.BigEndian.AppendUint32(directory, uint32(len(raw)))
		body = append(append(body, raw...), make([]byte, -len(raw)&3)...)
	}
	return append(directory, body...), nil
}
