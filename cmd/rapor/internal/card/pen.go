package card

import (
	"image"
	"image/color"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// The colours of the light theme (themes/default/assets/rapor.css), by their
// places in the palette. What has letters on it has a run of blends behind it, so
// that letters have smooth edges without mixing colours at run time.
const (
	paper  = 0
	ink    = 1
	soft   = 2
	edge   = 3
	white  = 4
	bands  = 5  // and the five tones after it
	blends = 16 // where the blends begin
	steps  = 16 // of each
)

// solid are the palette's first entries.
var solid = []color.RGBA{
	{0xfd, 0xfc, 0xf9, 0xff}, {0x19, 0x1b, 0x21, 0xff}, {0x4a, 0x4d, 0x57, 0xff}, {0x59, 0x59, 0x59, 0xff}, {0xff, 0xff, 0xff, 0xff},
	{0x63, 0x66, 0x6f, 0xff}, {0xfd, 0xf0, 0xc0, 0xff}, {0xf0, 0xb6, 0x50, 0xff}, {0xc6, 0x7b, 0x5c, 0xff}, {0x6b, 0x5b, 0x95, 0xff}, {0x1f, 0x2f, 0x63, 0xff},
}

// blend is letters of one colour on a ground of another.
type blend struct{ letter, ground uint8 }

// onPaper is the ground of most letters; that of letters on a band is the band.
const onPaper = paper

func ground(tone int) uint8 { return bandColour(tone) }

// pairs are the blends that are drawn, in the order of the palette.
var pairs = []blend{
	{ink, paper}, {soft, paper}, {white, bands}, {ink, bands + 1}, {ink, bands + 2}, {ink, bands + 3}, {white, bands + 4}, {white, bands + 5},
}

// palette has the solid colours and the blends.
var palette = sync.OnceValue(func() color.Palette {
	all := make(color.Palette, blends+steps*len(pairs))
	for i := range all {
		all[i] = solid[paper]
	}
	for i, c := range solid {
		all[i] = c
	}
	for i, pair := range pairs {
		for step := range steps {
			all[blends+i*steps+step] = mix(solid[pair.ground], solid[pair.letter], step)
		}
	}
	return all
})

// mix is step parts of fifteen of one colour over another.
func mix(under, over color.RGBA, step int) color.RGBA {
	part := func(a, b uint8) uint8 { return uint8((int(a)*(steps-1-step) + int(b)*step) / (steps - 1)) }
	return color.RGBA{part(under.R, over.R), part(under.G, over.G), part(under.B, over.B), 0xff}
}

// cut is a font in a size.
type cut struct{ font, size int }

// pen draws on one picture. It is used by one goroutine at a time.
type pen struct {
	picture *image.Paletted
	rows    []byte // the picture's points; see newPicture
	faces   map[cut][]font.Face
	masks   map[letter]mask
	places  [2]map[rune]int // of a letter's font in its family, by cut
}

func newPen() *pen {
	picture, rows := newPicture(palette())
	return &pen{picture, rows, map[cut][]font.Face{}, map[letter]mask{}, [2]map[rune]int{{}, {}}}
}

func (p *pen) clear() { clear(p.rows) } // paper is 0

// facesOf are the fonts of a cut in a size, in the order of its family.
func (p *pen) facesOf(cutOf, size int) []font.Face {
	key := cut{cutOf, size}
	if p.faces[key] == nil {
		for _, f := range families()[cutOf] {
			face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingNone})
			if err != nil {
				panic(err) // no such face can be wanted
			}
			p.faces[key] = append(p.faces[key], face)
		}
	}
	return p.faces[key]
}

// set goes along a line, letter by letter, and returns its width. draw gets each
// letter's face and where it stands; it may be nil.
func (p *pen) set(cutOf, size int, words string, draw func(font.Face, rune, fixed.Int26_6)) fixed.Int26_6 {
	faces, places := p.facesOf(cutOf, size), p.places[cutOf]
	x, last, lastPlace := fixed.Int26_6(0), rune(-1), -1
	for _, r := range words {
		place, known := places[r]
		if !known {
			place = max(families()[cutOf].of(r), 0)
			places[r] = place
		}
		face := faces[place]
		if place == lastPlace {
			x += face.Kern(last, r)
		}
		if draw != nil {
			draw(face, r, x)
		}
		advance, _ := face.GlyphAdvance(r)
		x, last, lastPlace = x+advance, r, place
	}
	return x
}

func (p *pen) width(cutOf, size int, words string) int {
	return p.set(cutOf, size, words, nil).Ceil()
}

// fill paints a rectangle, as far as it is in the picture.
func (p *pen) fill(r image.Rectangle, colour uint8) {
	r = r.Intersect(p.picture.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := p.picture.Pix[y*p.picture.Stride+r.Min.X : y*p.picture.Stride+r.Max.X]
		for i := range row {
			row[i] = colour
		}
	}
}

// text writes a line and returns its width. The ground must be what lies under
// it.
func (p *pen) text(cutOf, size, x, y int, letter, ground uint8, words string) int {
	base := uint8(0)
	for i, pair := range pairs {
		if pair.letter == letter && pair.ground == ground {
			base = uint8(blends + i*steps)
		}
	}
	if base == 0 {
		panic("card: no blend of these colours") // a mistake in this package
	}
	return p.set(cutOf, size, words, func(face font.Face, r rune, at fixed.Int26_6) {
		at += fixed.I(x)
		p.stamp(p.maskOf(face, r, at&63), image.Pt(at.Floor(), y), base)
	}).Ceil()
}

// letter is a letter of a font in a size at a part of a point, in 1/64.
type letter struct {
	face font.Face
	rune rune
	part fixed.Int26_6
}

// mask is how much of each point a letter covers, from the foot of its place.
type mask struct {
	box image.Rectangle
	pix []uint8
}

// mostMasks are kept: some megabytes. Nearly all letters of a card were on another
// card in the same place.
const mostMasks = 4000

// maskOf draws a letter, or finds it among those that were drawn.
func (p *pen) maskOf(face font.Face, r rune, part fixed.Int26_6) mask {
	key := letter{face, r, part}
	known, ok := p.masks[key]
	if ok {
		return known
	}
	if box, drawn, from, _, ok := face.Glyph(fixed.Point26_6{X: part}, r); ok {
		known = mask{box, make([]uint8, 0, box.Dx()*box.Dy())}
		for y := range box.Dy() {
			for x := range box.Dx() {
				known.pix = append(known.pix, drawn.(*image.Alpha).AlphaAt(from.X+x, from.Y+y).A)
			}
		}
	}
	if len(p.masks) >= mostMasks {
		clear(p.masks)
	}
	p.masks[key] = known
	return known
}

// stamp puts a letter's mask on the picture.
func (p *pen) stamp(m mask, at image.Point, base uint8) {
	box := m.box.Add(at)
	clip := box.Intersect(p.picture.Rect)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		row := p.picture.Pix[y*p.picture.Stride:]
		covered := m.pix[(y-box.Min.Y)*box.Dx():]
		for x := clip.Min.X; x < clip.Max.X; x++ {
			if a := covered[x-box.Min.X] >> 4; a > 0 {
				row[x] = base + a
			}
		}
	}
}

// fit cuts words that are too wide and ends them in an ellipsis.
func (p *pen) fit(cutOf, size int, words string, room int) string {
	if p.width(cutOf, size, words) <= room {
		return words
	}
	letters := []rune(words)
	for len(letters) > 0 {
		letters = letters[:len(letters)-1]
		if short := strings.TrimRight(string(letters), " …,.") + "…"; p.width(cutOf, size, short) <= room {
			return short
		}
	}
	return ""
}

// wrap breaks words into lines. A word that is wider than a line is cut.
func (p *pen) wrap(cutOf, size int, words string, room int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(words) {
		if longer := strings.TrimSpace(line + " " + word); p.width(cutOf, size, longer) <= room {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = p.fit(cutOf, size, word, room)
	}
	return append(lines, line)
}
