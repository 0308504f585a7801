package chart

import (
	"iter"
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// ownRadius is how small our own dot may get among hundreds.
const ownRadius = 4 * px

// dotsSheet is a dots chart while it is laid out.
type dotsSheet struct {
	*pen
	Dots
	axis     span
	segments []segment
	bin      maturity.Hundredths // width of a column
	pitch    unit                // from one dot of a column to the next
	radius   unit
	columns  []int // how many others, by bin
	floor    unit  // upper edge of the ruler
}

// SVG implements Chart.
func (d Dots) SVG(w Width) []byte { return drawing(d, w, false) }

// others yields the values with how many have each.
func (d *Dots) others() iter.Seq2[maturity.Hundredths, int] {
	return func(yield func(maturity.Hundredths, int) bool) {
		for i, v := range d.Others {
			n := 1
			if d.Times != nil {
				n = d.Times[i]
			}
			if !yield(v, n) {
				return
			}
		}
	}
}

// top is the end of the axis.
func (d *Dots) top() maturity.Hundredths {
	top := d.Scale.top(d.Others...)
	for _, m := range []*Mark{d.Own, d.Median} {
		if m != nil {
			top = max(top, d.Scale.top(m.Value))
		}
	}
	return top
}

func (d Dots) draw(p *pen) {
	top := d.top()
	s := &dotsSheet{pen: p, Dots: d, axis: span{8 * px, p.full() - 8*px, top}, segments: d.Scale.segments(top)}
	s.stack()
	figures, depth := s.figures(s.Form, s.axis, s.segments, s.floor+25*px, func(at, _ unit) unit { return at })
	p.open(d.Head, depth+7*px)
	for _, seg := range s.segments {
		from := s.axis.at(seg.low)
		s.rect(toneClass[seg.tone-1], from, s.floor, s.axis.at(seg.high)-from, 8*px)
	}
	for _, l := range figures {
		s.label(l)
	}
	s.drawMedian()
	s.drawOthers()
	s.drawOwn()
	p.close()
}

// stack counts the columns and finds the floor. Where a column would grow too
// tall, as with 400 regencies, the bins are made finer and the dots smaller.
func (s *dotsSheet) stack() {
	tallest := s.pick(170, 240) * px
	bins := []maturity.Hundredths{10, 5, 2, 1}
	if !s.wide() {
		bins = []maturity.Hundredths{20, 10, 5, 2}
	}
	highest := 0
	for _, bin := range bins {
		s.bin = bin * max(1, step(s.axis.top)/100)
		s.pitch = (s.axis.to - s.axis.from) * unit(s.bin) / unit(s.axis.top) * 92 / 100
		highest = s.count()
		if unit(highest)*s.pitch <= tallest {
			break
		}
	}
	s.pitch = min(s.pitch, tallest/unit(max(1, highest)))
	s.radius = max(5, s.pitch*45/100)
	s.floor = 49*px + unit(highest)*s.pitch
}

// count fills the columns and returns the height of the tallest one, our own
// dot included.
func (s *dotsSheet) count() int {
	s.columns = make([]int, s.axis.top/s.bin+1)
	for v, n := range s.others() {
		s.columns[s.column(v)] += n
	}
	highest := slices.Max(s.columns)
	if s.Own != nil {
		highest = max(highest, s.columns[s.column(s.Own.Value)]+1)
	}
	return highest
}

// column returns the bin of a value; the top of the scale belongs to the last.
func (s *dotsSheet) column(v maturity.Hundredths) int {
	return int(min(max(v, 0), s.axis.top-1) / s.bin)
}

// at returns the middle of a dot, counted from the floor.
func (s *dotsSheet) at(column, place int) (x, y unit) {
	middle := s.bin*maturity.Hundredths(column) + s.bin/2
	return s.axis.at(min(middle, s.axis.top)), s.floor - s.pitch*unit(2*place+1)/2 - 24
}

// drawOthers draws each column as one upright line of round dashes without
// length: hundreds of dots in a few hundred bytes.
func (s *dotsSheet) drawOthers() {
	if len(s.Others) == 0 {
		return
	}
	s.raw(`<path`).class("garis2").raw(` stroke-linecap="round" stroke-width="`).num(2 * s.radius)
	s.raw(`" stroke-dasharray="0 `).num(s.pitch).raw(`" d="`)
	for column, n := range s.columns {
		if n > 0 {
			x, y := s.at(column, 0)
			s.to("M", x, y).to("v", -s.pitch*unit(n-1)-s.pitch/3)
		}
	}
	s.end()
}

// drawMedian draws the median as a rule with its words on the side away from
// our own dot.
func (s *dotsSheet) drawMedian() {
	if s.Median == nil {
		return
	}
	x := s.axis.at(s.Median.Value)
	s.begin("median").to("M", x, 28*px).to("V", s.floor).end()
	text := small.fitFigure(s.width, s.Median.words(s.Form), index(s.Form, s.Median.Value), s.full()/2)
	left := label{text: text, style: small, x: x - 6*px, y: 36 * px, anchor: end, halo: true}
	right := left
	right.x, right.anchor = x+6*px, start
	if ownLeft := s.Own != nil && s.Own.Value < s.Median.Value; ownLeft && right.box(s.width).right <= s.full() || left.box(s.width).left < 0 {
		left = right
	}
	s.label(left)
}

// drawOwn puts our own dot on top of its column, with a needle to its name.
func (s *dotsSheet) drawOwn() {
	if s.Own == nil {
		return
	}
	column := s.column(s.Own.Value)
	x, y := s.at(column, s.columns[column])
	radius := max(ownRadius, s.radius*11/10)
	s.circle("titik", x, y, radius)
	s.begin("jarum").to("M", x, y-radius-3).to("V", 22*px).end()
	l := label{text: strong.fitFigure(s.width, s.Own.words(s.Form), index(s.Form, s.Own.Value), s.full()), style: strong, x: x, y: 15 * px, anchor: middle, halo: true}
	inside(&l, s.width, span{0, s.full(), 1})
	s.label(l)
}
