package chart

import (
	"slices"

	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

// defaultMax is the top of the national instruments' scale.
const defaultMax maturity.Hundredths = 500

// tones is how many band colours there are: p1 to p5, light to dark.
const tones = 5

// Tone returns the number of a band's colour, 1 to 5, for class names such as
// p3, pt3 or b3. Five bands take the five in order; other numbers of bands are
// spread over them so that low stays light and high stays dark. A place outside
// counts as the nearest.
func Tone(place, bands int) int {
	if bands <= 1 {
		return tones
	}
	place = min(max(place, 0), bands-1)
	return 1 + (2*place*(tones-1)+bands-1)/(2*(bands-1))
}

// top returns the end of the axis: the scale's own, or more where a figure lies
// beyond. A dot outside its frame would hide a fault; a longer axis shows it.
func (s Scale) top(values ...maturity.Hundredths) maturity.Hundredths {
	top := s.Max
	if top <= 0 {
		top = defaultMax
	}
	if highest := slices.Max(append(values, top)); highest > top {
		top = (highest + 99) / 100 * 100
	}
	return top
}

// segment is a band as it is drawn: from low to high, named at name.
type segment struct {
	band      Band
	tone      int
	low, high maturity.Hundredths
	name      maturity.Hundredths // middle of what the band's bounds say
}

// segments cuts the ruler. The first one begins at 0, whatever its bound.
func (s Scale) segments(top maturity.Hundredths) []segment {
	out := make([]segment, 0, len(s.Bands))
	for i, band := range s.Bands {
		low, high := max(0, band.Min), top
		if i+1 < len(s.Bands) {
			high = s.Bands[i+1].Min
		}
		seg := segment{band, Tone(i, len(s.Bands)), low, min(high, top), (low + min(high, top)) / 2}
		if i == 0 {
			seg.low = 0
		}
		if seg.high > seg.low {
			out = append(out, seg)
		}
	}
	return out
}

// step returns the distance of the axis figures: at most ten of them, round.
func step(top maturity.Hundredths) maturity.Hundredths {
	for size := maturity.Hundredths(100); ; size *= 10 {
		for _, factor := range []maturity.Hundredths{1, 2, 5} {
			if top/(size*factor) <= 10 {
				return size * factor
			}
		}
	}
}

// span maps the scale to a line of the drawing: 0 at from, top at to.
type span struct {
	from, to unit
	top      maturity.Hundredths
}

// at rounds half away from the line's beginning.
func (s span) at(v maturity.Hundredths) unit {
	length, sign := s.to-s.from, unit(1)
	if length < 0 {
		length, sign = -length, -1
	}
	return s.from + sign*(2*length*unit(v)+unit(s.top))/(2*unit(s.top))
}

// figures labels both ends of a flat ruler and every band edge, with the first
// row's baseline at y. Neighbours that would meet go to a second row; the last
// baseline is returned. aside may move a figure off something.
func (p *pen) figures(f lang.Form, axis span, segments []segment, y unit, aside func(at, length unit) unit) ([]label, unit) {
	texts, wishes := []string{bound(f, 0)}, []wish{{at: axis.from}}
	for _, seg := range segments {
		if seg.low > 0 {
			texts, wishes = append(texts, index(f, seg.low)), append(wishes, wish{at: axis.at(seg.low)})
		}
	}
	texts, wishes = append(texts, bound(f, axis.top)), append(wishes, wish{at: axis.to})
	for i := range wishes {
		wishes[i].length = small.length(p.width, texts[i])
		wishes[i].at = aside(wishes[i].at, wishes[i].length)
	}
	seats, count := rows(wishes, func(int) unit { return 6 * px }, axis.from, axis.to, 5*px)
	labels := make([]label, len(texts))
	for i, seat := range seats {
		labels[i] = label{text: texts[i], style: small, y: y + unit(seat.row)*lineHigh}
		labels[i].x, labels[i].anchor = seated(seat.left, wishes[i].length, axis.from, axis.to)
	}
	return labels, y + unit(count-1)*lineHigh
}

// index prints an index, always with two decimals.
func index(f lang.Form, v maturity.Hundredths) string { return f.Fixed(int64(v), 2) }

// bound prints an end of the scale: 5, or 4,50.
func bound(f lang.Form, v maturity.Hundredths) string {
	if v%100 == 0 {
		return f.Fixed(int64(v)/100, 0)
	}
	return index(f, v)
}

// words returns a mark's label, or its figure.
func (m Mark) words(f lang.Form) string {
	if m.Label != "" {
		return m.Label
	}
	return index(f, m.Value)
}
