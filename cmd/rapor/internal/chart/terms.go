package chart

// Terms shows what each part added to a change: a bar from zero for each, filled
// to the right where it rose and hollow to the left where it fell, so that the
// sign needs no colour. A part that is known as a range has a bracket from its
// least to its most.
type Terms struct {
	Head
	Rows []TermRow
}

// TermRow is one part. Values are in 1/10,000 of an index point, the finest that
// a page prints. Text is the figure as it is printed, with its sign.
type TermRow struct {
	Label     string
	Value     int64
	Low, High int64 // the same as Value where it is exact
	Text      string
	Note      string // the range in words, in the interactive chart; may be empty
	Rest      bool   // what the parts leave of the change: drawn in grey
}

// ranged reports whether a row is known as a range only.
func (r *TermRow) ranged() bool { return r.Low != r.High }

// termsSheet is a terms chart while it is laid out.
type termsSheet struct {
	*pen
	Terms
	left, right unit // of the bars
	low, high   int64
	each        int64 // between two figures of the axis
	tops        []unit
	texts       [][]string
	depth       unit
}

const termHigh = 18 * px

// SVG implements Chart.
func (c Terms) SVG(w Width) []byte { return drawing(c, w, false) }

func (c Terms) draw(p *pen) {
	s := &termsSheet{pen: p, Terms: c}
	s.low, s.high, s.each = c.axis()
	edge := max(8*px, (small.length(s.width, s.figure(s.low))+1)/2, (small.length(s.width, s.figure(s.high))+1)/2)
	s.left, s.right = edge, s.full()-edge
	if s.wide() {
		longest := unit(0)
		for _, row := range c.Rows {
			longest = max(longest, strong.length(s.width, row.Text))
		}
		s.left, s.right = 226*px, s.full()-longest-16*px
	}
	s.placeRows()
	p.open(c.Head, s.depth)
	s.drawAxis()
	for i := range c.Rows {
		s.drawRow(i)
	}
	p.close()
}

// axis are the ends of the axis, which holds zero and every range, and the distance
// of its figures. Both ends are a whole number of distances from zero, so that
// zero is one of the figures.
func (c *Terms) axis() (low, high, each int64) {
	for i := range c.Rows {
		r := &c.Rows[i]
		low, high = min(low, r.Value, r.Low), max(high, r.Value, r.High)
	}
	each = termStep(high - low)
	low, high = -((-low+each-1)/each)*each, (high+each-1)/each*each
	if low == high {
		high = each
	}
	return low, high, each
}

// termStep is the distance of the axis figures: round, and five of them hold the
// length. With both ends on a figure there are seven at most.
func termStep(length int64) int64 {
	for size := int64(10); ; size *= 10 {
		for _, factor := range []int64{1, 2, 5} {
			if length <= 5*size*factor {
				return size * factor
			}
		}
	}
}

// at is where a value lies, rounded half up from the left end.
func (s *termsSheet) at(v int64) unit {
	length := int64(s.right - s.left)
	return s.left + unit((2*length*(v-s.low)+(s.high-s.low))/(2*(s.high-s.low)))
}

// placeRows finds each bar's upper edge. The wide drawing has the label at the
// left, over up to two lines; the narrow one above the bar, with the figure.
func (s *termsSheet) placeRows() {
	y := s.pick(34, 32) * px
	for i := range s.Rows {
		row := &s.Rows[i]
		room := s.left - 16*px
		if !s.wide() {
			room = s.full() - strong.length(s.width, row.Text) - 12*px
		}
		lines := strong.wrap(s.width, row.Label, room, 2)
		extra := unit(max(0, len(lines)-1)) * lineHigh
		if !s.wide() {
			y += lineHigh + extra
			extra = 0
		}
		s.texts, s.tops = append(s.texts, lines), append(s.tops, y)
		y += termHigh + extra + 14*px
	}
	s.depth = y
}

// figure prints a value of the axis, with the decimals that its distances need.
func (s *termsSheet) figure(v int64) string {
	places, unitOf := 0, int64(10_000)
	for s.each%unitOf != 0 {
		places, unitOf = places+1, unitOf/10
	}
	return s.Form.Signed(v/unitOf, places)
}

func (s *termsSheet) drawAxis() {
	s.begin("garis")
	for v := s.low; v <= s.high; v += s.each {
		s.to("M", s.at(v), 22*px).to("V", s.depth-6*px)
	}
	s.end()
	s.begin("sumbu").to("M", s.at(0), 22*px).to("V", s.depth-6*px).end()
	for v := s.low; v <= s.high; v += s.each {
		l := label{text: s.figure(v), style: small, x: s.at(v), y: 16 * px, anchor: middle}
		inside(&l, s.width, span{0, s.full(), 1})
		s.label(l)
	}
}

// drawRow draws a bar with its bracket, its words and its figure.
func (s *termsSheet) drawRow(i int) {
	row, top := &s.Rows[i], s.tops[i]
	zero, to := s.at(0), s.at(row.Value)
	class := "titik"
	switch {
	case row.Rest:
		class = "titik2"
	case row.Value < 0:
		class = "tlama"
	}
	s.rect(class, min(zero, to), top, max(zero, to)-min(zero, to), termHigh)
	if row.ranged() {
		low, high, y := s.at(row.Low), s.at(row.High), top+termHigh/2
		s.begin("th2").to("M", low, y).to("H", high).end()
		s.begin("median").to("M", low, y-5*px).to("v", 10*px).to("M", low, y).to("H", high).to("M", high, y-5*px).to("v", 10*px).end()
	}
	y, figure := top+13*px, top+13*px
	if !s.wide() {
		y = top - 5*px - unit(len(s.texts[i])-1)*lineHigh
		figure = top - 5*px
	}
	for _, line := range s.texts[i] {
		s.label(label{text: line, style: strong, x: 0, y: y, anchor: start, halo: !s.wide()})
		y += lineHigh
	}
	s.label(label{text: row.Text, style: strong, x: s.full(), y: figure, anchor: end})
}
