// Package card draws what a result takes along when it is shared: a picture of
// 1200 x 630 pixels for links in messages and social networks, and a badge for
// other sites.
//
// It gets ready words and knows no language. Every figure that it draws stands
// with its year, with whether it was published or computed, and with the name of
// the portal: the caller gives them, and Card and Badge have no place for a
// figure without them. Same values, same bytes.
package card

import (
	"image"
	"io"
	"sync"

	"rapor/cmd/rapor/internal/maturity"
)

// Width and Height are the picture's size in pixels, as the networks want it.
const (
	Width  = 1200
	Height = 630
)

// Card is a share card. Only Portal and Name must be given.
type Card struct {
	Portal string // name of the portal
	Site   string // its address, without scheme
	Notice string // beside the source: that the site is not official, that it is a draft; or ""

	Name  string // of the institution, or of the portal
	Spare string // name in plain letters, drawn where the font lacks a letter of Name

	Label  string // what the figure is, with its year: "Indeks SPBE 2024"
	Index  string // the figure; "" where there is none
	None   string // said in its place
	Source string // where the figure is from: "Nilai terbit"
	Band   string // "" where none is known
	Tone   int    // 1 to 5: the band's colour; 0: none
	Change string // in words; may be ""

	Max   maturity.Hundredths // end of the ruler; 0: none is drawn
	Value maturity.Hundredths // where the marker stands
	Bands []Segment           // low to high
}

// Segment is a part of the ruler.
type Segment struct {
	Name string
	Min  maturity.Hundredths
	Tone int
}

// The picture's measures.
const (
	margin     = 64
	right      = Width - margin
	nameTop    = 124
	nameBottom = 276
	figureLine = 466 // the figure stands on it
	rulerTop   = 508
	rulerEnd   = 540
	footLine   = 594
)

// PNG draws the card and writes it.
func (c *Card) PNG(to io.Writer) error {
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.clear()
	p.mark(margin, 50)
	p.text(bold, 32, margin+48, 79, ink, onPaper, p.fit(bold, 32, shown(c.Portal, c.Site), right-margin-48))
	p.fill(image.Rect(margin, 104, right, 107), ink)
	c.name(p)
	if c.Index == "" {
		p.text(regular, 36, margin, 380, soft, onPaper, p.fit(regular, 36, shown(c.None, ""), right-margin))
	} else {
		c.figure(p)
	}
	if c.Max > 0 {
		c.ruler(p)
	}
	c.foot(p)
	return writePNG(to, p.rows, p.picture.Palette)
}

// name is broken into two lines at most, smaller where it is long; what does not
// fit even so ends in an ellipsis.
func (c *Card) name(p *pen) {
	name := shown(c.Name, c.Spare)
	size, lines := 60, []string(nil)
	for ; ; size -= 4 {
		lines = p.wrap(bold, size, name, right-margin)
		if len(lines)*(size+8) <= nameBottom-nameTop || size <= 36 {
			break
		}
	}
	if most := (nameBottom - nameTop) / (size + 8); len(lines) > most {
		lines = append(lines[:most-1], p.fit(bold, size, lines[most-1]+" …", right-margin))
	}
	for i, line := range lines {
		p.text(bold, size, margin, nameTop+size+i*(size+8), ink, onPaper, line)
	}
}

// figure draws the index with its label, its band and its change.
func (c *Card) figure(p *pen) {
	p.text(regular, 30, margin, 318, soft, onPaper, p.fit(regular, 30, shown(c.Label, ""), right-margin))
	x := margin - 8 + p.text(bold, 172, margin-8, figureLine, ink, onPaper, c.Index) + 40
	room := right - x
	if c.Band != "" {
		words := p.fit(bold, 38, shown(c.Band, ""), room-40)
		box := image.Rect(x, 352, x+p.width(bold, 38, words)+40, 412)
		p.fill(box, edge)
		p.fill(box.Inset(2), bandColour(c.Tone))
		p.text(bold, 38, x+20, 395, letterOn(c.Tone), ground(c.Tone), words)
	}
	p.text(regular, 28, x, 458, soft, onPaper, p.fit(regular, 28, shown(c.Change, ""), room))
}

// ruler draws the scale with its bands and the marker of the figure.
func (c *Card) ruler(p *pen) {
	at := func(v maturity.Hundredths) int { return margin + int(v)*(right-margin)/int(c.Max) }
	p.fill(image.Rect(margin-2, rulerTop-2, right+2, rulerEnd+2), edge)
	p.fill(image.Rect(margin, rulerTop, right, rulerEnd), bandColour(0))
	for i, band := range c.Bands {
		from, to := at(band.Min), right
		if i == 0 {
			from = margin // the lowest band takes all below its bound
		}
		if i+1 < len(c.Bands) {
			to = at(c.Bands[i+1].Min)
		}
		p.fill(image.Rect(from, rulerTop, to, rulerEnd), bandColour(band.Tone))
		name := shown(band.Name, "")
		if w := p.width(regular, 20, name); w+12 <= to-from {
			p.text(regular, 20, from+(to-from-w)/2, rulerEnd-9, letterOn(band.Tone), ground(band.Tone), name)
		}
	}
	if c.Index == "" {
		return
	}
	x := at(min(max(c.Value, 0), c.Max))
	for row := range 14 { // a triangle that points at the value
		p.fill(image.Rect(x-(14-row), rulerTop-18+row, x+(14-row), rulerTop-17+row), ink)
	}
}

// foot says where the figure is from, and where the card.
func (c *Card) foot(p *pen) {
	site := shown(c.Site, "")
	w := p.width(regular, 24, site)
	p.text(regular, 24, right-w, footLine, soft, onPaper, site)
	words := shown(c.Source, "")
	if c.Notice != "" && words != "" {
		words += ". "
	}
	words += shown(c.Notice, "")
	p.text(regular, 24, margin, footLine, soft, onPaper, p.fit(regular, 24, words, right-margin-w-40))
}

// pens are reused: a picture is 756 kB, and a face is worth keeping.
var pens = sync.Pool{New: func() any { return newPen() }}

// mark draws the sign of the frame, three bars at a stem.
func (p *pen) mark(x, y int) {
	for _, r := range []image.Rectangle{image.Rect(0, 0, 4, 30), image.Rect(7, 0, 18, 5), image.Rect(7, 12, 24, 17), image.Rect(7, 25, 32, 30)} {
		p.fill(r.Add(image.Pt(x, y)), ink)
	}
}

// bandColour is the place of a tone in the palette; 0 has the colour of what has
// no band.
func bandColour(tone int) uint8 { return uint8(bands + tone) }

// letterOn is the colour of letters on a tone.
func letterOn(tone int) uint8 {
	if tone >= 4 || tone == 0 {
		return white
	}
	return ink
}
