package chart

import "rapor/cmd/rapor/internal/maturity"

// spansSheet is a spans chart while it is laid out.
type spansSheet struct {
	*pen
	Spans
	axis  span
	rails []unit     // y of each row's rail
	texts [][]string // each row's label in lines
	depth unit
}

// SVG implements Chart.
func (c Spans) SVG(w Width) []byte { return drawing(c, w, false) }

func (c Spans) draw(p *pen) {
	var values []maturity.Hundredths
	for _, row := range c.Rows {
		for _, v := range []*maturity.Hundredths{row.Last, row.Now, row.Median} {
			if v != nil {
				values = append(values, *v)
			}
		}
	}
	s := &spansSheet{pen: p, Spans: c}
	s.axis = span{p.pick(226, 10) * px, p.full() - 16*px, c.Scale.top(values...)}
	s.placeRows()
	p.open(c.Head, s.depth)
	s.drawAxis()
	for i, row := range c.Rows {
		s.drawName(i, row)
		s.drawRow(s.rails[i], row)
	}
	p.close()
}

// placeRows finds each row's rail. The wide drawing has the label at the left,
// over up to three lines; the narrow one above the rail.
func (s *spansSheet) placeRows() {
	y := s.pick(46, 62) * px
	for _, row := range s.Rows {
		room := s.axis.from - 26*px
		if !s.wide() {
			room = s.full()
		}
		lines := strong.wrap(s.width, row.Label, room, 3)
		high := s.pick(48, 66) * px
		if extra := unit(max(0, len(lines)-1)) * lineHigh; s.wide() {
			high += extra
		} else {
			y += extra
		}
		s.texts = append(s.texts, lines)
		s.rails = append(s.rails, y)
		s.depth = y + 34*px + high - s.pick(48, 66)*px
		y += high
	}
}

func (s *spansSheet) drawAxis() {
	each := step(s.axis.top)
	for v := maturity.Hundredths(0); v <= s.axis.top; v += each {
		s.label(label{text: bound(s.Form, v), style: small, x: s.axis.at(v), y: 16 * px, anchor: middle})
	}
	s.begin("garis")
	for v := maturity.Hundredths(0); v <= s.axis.top; v += each {
		s.to("M", s.axis.at(v), 22*px).to("V", s.depth-4*px)
	}
	s.end()
}

// drawName writes a row's label and note.
func (s *spansSheet) drawName(i int, row SpanRow) {
	lines := s.texts[i]
	y := s.rails[i]
	if !s.wide() {
		y -= 19*px + unit(len(lines)-1)*lineHigh
	}
	for k, line := range lines {
		l := label{text: line, style: strong, y: y, anchor: start, halo: !s.wide()}
		if rest := s.full() - strong.length(s.width, line+" "); !s.wide() && k == len(lines)-1 && row.Note != "" && rest > 60*px {
			l.tail, l.tailStyle = small.fit(s.width, row.Note, rest), small
		}
		s.label(l)
		y += lineHigh
	}
	if s.wide() {
		s.label(label{text: small.fit(s.width, row.Note, s.axis.from-26*px), style: small, y: y + px, anchor: start})
	}
}

// drawRow draws the rail with its dots. Figures stand under the rail, the lower
// one to the left of its dot and the higher one to the right of it; the median's
// tick stands above, so that they never meet.
func (s *spansSheet) drawRow(y unit, row SpanRow) {
	s.begin("rel").to("M", s.axis.from, y).to("H", s.axis.to).end()
	if row.Last != nil && row.Now != nil && *row.Last != *row.Now {
		s.begin("seri").to("M", s.axis.at(*row.Last), y).to("H", s.axis.at(*row.Now)).end()
	}
	if row.Median != nil {
		s.begin("median").to("M", s.axis.at(*row.Median), y-14*px).to("V", y).end()
	}
	if row.Last != nil {
		s.circle("tlama", s.axis.at(*row.Last), y, 5*px)
	}
	if row.Now != nil {
		s.circle("titik", s.axis.at(*row.Now), y, 6*px)
	}
	for _, l := range s.rowFigures(row) {
		l.y = y + 20*px
		s.label(l)
	}
}

// rowFigures places the figures of a row, from left to right.
func (s *spansSheet) rowFigures(row SpanRow) []label {
	figure := func(v *maturity.Hundredths, style *lettering) label {
		return label{text: index(s.Form, *v), style: style, x: s.axis.at(*v), anchor: start, halo: true}
	}
	var labels []label
	switch {
	case row.Last != nil && row.Now != nil && *row.Last <= *row.Now:
		labels = []label{figure(row.Last, small), figure(row.Now, strong)}
	case row.Last != nil && row.Now != nil:
		labels = []label{figure(row.Now, strong), figure(row.Last, small)}
	case row.Now != nil:
		labels = []label{figure(row.Now, strong)}
	case row.Last != nil:
		labels = []label{figure(row.Last, small)}
	}
	wishes := make([]wish, len(labels))
	for i, l := range labels {
		wishes[i] = wish{l.x, l.style.length(s.width, l.text)}
		if len(labels) == 2 { // outwards, so that each still touches its dot
			wishes[i].at += (unit(2*i) - 1) * (wishes[i].length/2 - 6*px)
		}
	}
	for i, left := range spread(wishes, max(0, s.axis.from-14*px), s.full(), 6*px) {
		switch {
		case len(labels) == 1:
			labels[i].x, labels[i].anchor = seated(left, wishes[i].length, 0, s.full())
		case i == 0:
			labels[i].x, labels[i].anchor = left+wishes[i].length, end
		default:
			labels[i].x = left
		}
	}
	return labels
}
