package chart

import (
	"bytes"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// unit is a tenth of a pixel: the finest that a drawing uses. Places are
// computed in integers, because a float may round differently on a processor
// that fuses multiply and add, and the bytes would differ between machines.
type unit int

// px is one pixel.
const px unit = 10

// pen appends a drawing to a slice of bytes. It is the one place where text and
// attributes are escaped.
type pen struct {
	out    []byte
	width  Width
	inline bool // write attributes instead of class names
}

// pens are used again, for their buffers: a page has some ten drawings.
var pens = sync.Pool{New: func() any { return new(pen) }}

// drawing runs a chart's draw and returns what it wrote.
func drawing(c Chart, width Width, inline bool) []byte {
	if width != Narrow {
		width = Wide
	}
	p := pens.Get().(*pen)
	defer pens.Put(p)
	*p = pen{out: p.out[:0], width: width, inline: inline}
	c.draw(p)
	return bytes.Clone(p.out)
}

// wide reports which of the two layouts is asked for.
func (p *pen) wide() bool { return p.width == Wide }

// pick returns the value for the width that is being drawn.
func (p *pen) pick(wide, narrow unit) unit {
	if p.wide() {
		return wide
	}
	return narrow
}

// full is the width of the drawing.
func (p *pen) full() unit { return unit(p.width) * px }

// open writes the svg element with its name and description.
func (p *pen) open(head Head, height unit) {
	class, suffix := "lebar", ""
	if !p.wide() {
		class, suffix = "sempit", "-s"
	}
	high := int((height + px - 1) / px)
	title, desc := head.ID+suffix+"-t", head.ID+suffix+"-d"
	if p.inline {
		p.raw(`<svg xmlns="http://www.w3.org/2000/svg"`)
	} else {
		p.raw(`<svg class="`, class, `"`)
	}
	p.raw(` role="img" aria-labelledby="`).text(title).raw(` `).text(desc)
	p.raw(`" viewBox="0 0 `).int(int(p.width)).raw(` `).int(high).raw(`" width="`).int(int(p.width)).raw(`" height="`).int(high).raw(`"`)
	if p.inline {
		p.attributes("", rootAttributes(p.wide()))
	}
	p.raw(`><title id="`).text(title).raw(`">`).text(head.Title)
	p.raw(`</title><desc id="`).text(desc).raw(`">`).text(head.Description).raw(`</desc>`)
	if p.inline {
		p.raw(`<rect width="`).int(int(p.width)).raw(`" height="`).int(high).raw(`" fill="`, paper, `"/>`)
	}
}

func (p *pen) close() { p.raw(`</svg>`) }

// rect draws a rectangle; one without area is left out.
func (p *pen) rect(class string, x, y, width, height unit) {
	if width <= 0 || height <= 0 {
		return
	}
	p.raw(`<rect`).class(class).raw(` x="`).num(x).raw(`" y="`).num(y)
	p.raw(`" width="`).num(width).raw(`" height="`).num(height).raw(`"/>`)
}

func (p *pen) circle(class string, x, y, radius unit) {
	p.raw(`<circle`).class(class).raw(` cx="`).num(x).raw(`" cy="`).num(y).raw(`" r="`).num(radius).raw(`"/>`)
}

// begin, to and end draw a path: p.begin("sumbu").to("M", x, y).to("H", x2).end().
func (p *pen) begin(class string) *pen { return p.raw(`<path`).class(class).raw(` d="`) }

func (p *pen) to(command string, numbers ...unit) *pen {
	p.raw(command)
	for i, n := range numbers {
		if i > 0 && n >= 0 { // a minus separates by itself
			p.raw(" ")
		}
		p.num(n)
	}
	return p
}

func (p *pen) end() { p.raw(`"/>`) }

// label writes a text at its baseline.
func (p *pen) label(l label) {
	if l.text == "" {
		return
	}
	p.raw(`<text x="`).num(l.x).raw(`" y="`).num(l.y).raw(`"`)
	class := l.style.class
	if l.tail != "" {
		class = "" // head and tail have a lettering each
	}
	if l.halo {
		class = strings.TrimPrefix(class+" halo", " ")
	}
	p.class(class)
	if l.anchor != start {
		p.raw(` text-anchor="`, l.anchor.String(), `"`)
	}
	if l.halo {
		p.raw(` paint-order="stroke"`)
	}
	p.raw(`>`)
	if l.tail == "" {
		p.text(l.text).raw(`</text>`)
		return
	}
	p.raw(`<tspan`).class(l.style.class).raw(`>`).text(l.text).raw(`</tspan> <tspan`)
	p.class(l.tailStyle.class).raw(`>`).text(l.tail).raw(`</tspan></text>`)
}

// class writes the class attribute or, for a download, what it stands for.
func (p *pen) class(names string) *pen {
	if names == "" {
		return p
	}
	if p.inline {
		return p.attributes(names, nil)
	}
	return p.raw(` class="`, names, `"`)
}

func (p *pen) raw(parts ...string) *pen {
	for _, s := range parts {
		p.out = append(p.out, s...)
	}
	return p
}

func (p *pen) int(n int) *pen {
	p.out = strconv.AppendInt(p.out, int64(n), 10)
	return p
}

// num writes tenths of a pixel with at most one decimal.
func (p *pen) num(n unit) *pen {
	if n < 0 {
		p.out = append(p.out, '-')
		n = -n
	}
	p.out = strconv.AppendInt(p.out, int64(n/px), 10)
	if n%px != 0 {
		p.out = append(p.out, '.', byte('0'+n%px))
	}
	return p
}

// text escapes for element content and quoted attributes alike. Characters that
// XML forbids and broken UTF-8 become U+FFFD, so that no name from a file can
// make a drawing ill-formed.
func (p *pen) text(s string) *pen {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			p.raw("&amp;")
		case r == '<':
			p.raw("&lt;")
		case r == '>':
			p.raw("&gt;")
		case r == '"':
			p.raw("&#34;")
		case r == '\'':
			p.raw("&#39;")
		case r == '\t', r == '\n', r == '\r':
			p.raw(" ")
		case r < ' ', r == 0x7f, r == utf8.RuneError, r == 0xfffe, r == 0xffff:
			p.raw("\ufffd")
		default:
			p.out = append(p.out, s[i:i+size]...)
		}
		i += size
	}
	return p
}
