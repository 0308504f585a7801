package chart

import "rapor/cmd/rapor/internal/maturity"

// The heights of the flat ruler, from its upper edge: a label, a triangle that
// points down, the bands, the ticks with their figures, and below that whatever
// the bands and targets need.
const (
	rulerTickLong  = 8 * px
	rulerTickHalf  = 5 * px
	rulerTickShort = 3 * px
	rulerFigure    = 21 * px // baseline of the figures under the bands
	diamondHigh    = 14 * px
	diamondHalf    = 5 * px
	labelGap       = 10 * px // air between neighbouring labels
	lineHigh       = 15 * px // from one row of labels to the next
)

// rulerSheet is a ruler while it is laid out: y grows as parts are added.
type rulerSheet struct {
	*pen
	Ruler
	axis     span
	segments []segment
	top, low unit // of the bands
	labels   []label
	leaders  []line  // from a diamond down to its words
	listed   []label // targets in a list underneath, not below their diamonds
	depth    unit    // how far the drawing reaches down
}

// line is an upright line: its x and its lower end.
type line struct{ x, until unit }

// SVG implements Chart.
func (r Ruler) SVG(w Width) []byte { return drawing(r, w, false) }

func (r Ruler) draw(p *pen) {
	var values []maturity.Hundredths
	for _, m := range []*Mark{r.Now, r.Last} {
		if m != nil {
			values = append(values, m.Value)
		}
	}
	for _, t := range r.Targets {
		values = append(values, t.Value)
	}
	top := r.Scale.top(values...)
	s := &rulerSheet{pen: p, Ruler: r, axis: span{px / 2, p.full() - px/2, top}, segments: r.Scale.segments(top)}
	s.top = p.pick(44, 46) * px
	s.low = s.top + p.pick(24, 14)*px
	s.placeFigures()
	s.placeNames()
	s.placeTargets()
	s.placeReadings()
	p.open(r.Head, s.depth+6*px)
	s.drawBands()
	s.drawTicks()
	s.drawReadings()
	s.drawTargets()
	for _, l := range s.labels {
		p.label(l)
	}
	p.close()
}

// placeNames puts the band names inside their segments where they fit, the
// others in rows under the figures.
func (s *rulerSheet) placeNames() {
	var wishes []wish
	var outside []segment
	for _, seg := range s.segments {
		from, to := s.axis.at(seg.low), s.axis.at(seg.high)
		style := onBand[seg.tone-1]
		if s.wide() && style.length(s.width, seg.band.Name) <= to-from-8*px {
			s.labels = append(s.labels, label{text: seg.band.Name, style: style, x: (from + to) / 2, y: (s.top+s.low)/2 + 45, anchor: middle})
			continue
		}
		seg.band.Name = small.fit(s.width, seg.band.Name, s.full()/2)
		outside = append(outside, seg)
		wishes = append(wishes, wish{(from + to) / 2, small.length(s.width, seg.band.Name)})
	}
	if len(wishes) == 0 {
		return
	}
	// A name may not leave its segment's middle, or it would name the neighbour.
	seats, count := rows(wishes, func(int) unit { return 0 }, s.axis.from, s.axis.to, 10*px)
	for i, seg := range outside {
		l := label{text: seg.band.Name, style: small, y: s.depth + 17*px + unit(seats[i].row)*lineHigh, halo: len(s.Targets) > 0 && s.wide()}
		l.x, l.anchor = seated(seats[i].left, wishes[i].length, s.axis.from, s.axis.to)
		s.labels = append(s.labels, l)
	}
	s.depth += 17*px + unit(count-1)*lineHigh
}

// placeTargets puts each target's words under its diamond; where they are too
// many for that, and on a phone, in a list with diamonds of its own.
func (s *rulerSheet) placeTargets() {
	if len(s.Targets) == 0 {
		return
	}
	wishes := make([]wish, len(s.Targets))
	texts := make([]string, len(s.Targets))
	for i, t := range s.Targets {
		texts[i] = smallStrong.fitFigure(s.width, t.words(s.Form), index(s.Form, t.Value), s.full()-24*px)
		wishes[i] = wish{s.axis.at(t.Value), smallStrong.length(s.width, texts[i])}
	}
	// The dashed line must still meet the label.
	slack := func(i int) unit { return max(0, wishes[i].length/2-6*px) }
	seats, count := rows(wishes, slack, s.axis.from, s.axis.to, labelGap)
	if !s.wide() || count > 2 {
		s.listTargets(texts)
		return
	}
	first := s.depth + 25*px
	for i := range s.Targets {
		l := label{text: texts[i], style: smallStrong, y: first + unit(seats[i].row)*lineHigh, halo: true}
		l.x, l.anchor = seated(seats[i].left, wishes[i].length, s.axis.from, s.axis.to)
		s.labels = append(s.labels, l)
		s.leaders = append(s.leaders, line{wishes[i].at, l.y - 13*px})
	}
	s.depth = first + unit(count-1)*lineHigh
}

// listTargets sets the targets as running text under the ruler: in columns of
// half the width, a longer one on a line by itself.
func (s *rulerSheet) listTargets(texts []string) {
	half := s.full() / 2
	x, y := unit(0), s.depth+28*px
	for _, text := range texts {
		length := smallStrong.length(s.width, text) + 24*px
		if x > 0 && x+length > s.full() {
			x, y = 0, y+20*px
		}
		s.listed = append(s.listed, label{text: text, style: smallStrong, x: x + 17*px, y: y, anchor: start})
		if x += half; length > half {
			x = s.full()
		}
	}
	s.depth = y
}

// placeFigures writes the ends of the scale and every band edge under the
// ticks. A figure makes way for a target's diamond.
func (s *rulerSheet) placeFigures() {
	var figures []label
	figures, s.depth = s.figures(s.Form, s.axis, s.segments, s.low+rulerFigure, s.aside)
	for _, l := range figures {
		l.halo = len(s.Targets) > 0
		s.labels = append(s.labels, l)
	}
}

// aside moves a figure off the diamonds that stand on it, to the nearer side. It
// stays where it is if it would have to go too far from its tick.
func (s *rulerSheet) aside(at, length unit) unit {
	reach := length/2 + diamondHalf + 2*px
	meets := func(x unit) (unit, bool) {
		for _, t := range s.Targets {
			if target := s.axis.at(t.Value); target > x-reach && target < x+reach {
				return target, true
			}
		}
		return 0, false
	}
	best := at
	for _, side := range []unit{-1, 1} {
		x := at
		for target, met := meets(x); met; target, met = meets(x) {
			x = target + side*reach
		}
		if moved := distance(x, at); moved <= length && (best == at || moved < distance(best, at)) {
			best = x
		}
	}
	return best
}

// placeReadings writes this edition's figure over its triangle and the earlier
// one's beside it, on the side where it lies.
func (s *rulerSheet) placeReadings() {
	y := s.top - 16*px
	var taken box
	if s.Now != nil {
		l := label{text: headline.fit(s.width, s.Now.words(s.Form), s.full()), style: headline, x: s.axis.at(s.Now.Value), y: y, anchor: middle}
		taken = inside(&l, s.width, s.axis)
		s.labels = append(s.labels, l)
	}
	if s.Last == nil {
		return
	}
	l := label{text: small.fitFigure(s.width, s.Last.words(s.Form), index(s.Form, s.Last.Value), s.full()/2), style: small, y: y, anchor: start}
	x, length := s.axis.at(s.Last.Value), small.length(s.width, l.text)
	if s.Now == nil {
		l.x, l.anchor = seated(clamp(x-length/2, s.axis.from, s.axis.to-length), length, s.axis.from, s.axis.to)
		s.labels = append(s.labels, l)
		return
	}
	const air = 8 * px
	leftRoom, rightRoom := taken.left-air-s.axis.from, s.axis.to-taken.right-air
	if s.Last.Value <= s.Now.Value && length <= leftRoom || length > rightRoom {
		l.x, l.anchor = clamp(x+7*px, s.axis.from+length, taken.left-air), end
	} else {
		l.x = clamp(x-7*px, taken.right+air, s.axis.to-length)
	}
	s.labels = append(s.labels, l)
}

// inside moves a centred label into the drawing and returns its box.
func inside(l *label, w Width, axis span) box {
	b := l.box(w)
	move := max(0, axis.from-b.left) - max(0, b.right-axis.to)
	l.x += move
	return box{b.left + move, b.top, b.right + move, b.bottom}
}

func (s *rulerSheet) drawBands() {
	for _, seg := range s.segments {
		from := s.axis.at(seg.low)
		s.rect(toneClass[seg.tone-1], from, s.top, s.axis.at(seg.high)-from, s.low-s.top)
	}
}

// drawTicks draws a tick each tenth of an axis step, longer at halves and wholes.
func (s *rulerSheet) drawTicks() {
	each := step(s.axis.top) / 10
	s.begin("garis2")
	for v := maturity.Hundredths(0); v <= s.axis.top; v += each {
		long := rulerTickShort
		switch {
		case v/each%10 == 0 || v == s.axis.top:
			long = rulerTickLong
		case v/each%5 == 0:
			long = rulerTickHalf
		}
		s.to("M", s.axis.at(v), s.low).to("v", long)
	}
	s.end()
}

func (s *rulerSheet) drawReadings() {
	if s.Last != nil {
		s.begin("kosong").to("M", s.axis.at(s.Last.Value), s.top-px).to("l", -55, -10*px).to("h", 11*px).raw("z").end()
	}
	if s.Now != nil {
		s.begin("isi").to("M", s.axis.at(s.Now.Value), s.top+px).to("l", -7*px, -12*px).to("h", 14*px).raw("z").end()
	}
}

func (s *rulerSheet) drawTargets() {
	if len(s.Targets) == 0 {
		return
	}
	for _, l := range s.leaders {
		s.begin("target").to("M", l.x, s.low+diamondHigh).to("V", l.until).end()
	}
	s.begin("isi")
	for _, t := range s.Targets {
		s.diamond(s.axis.at(t.Value), s.low)
	}
	for _, l := range s.listed {
		s.diamond(l.x-11*px, l.y-12*px)
	}
	s.end()
	for _, l := range s.listed {
		s.label(l)
	}
}

// diamond adds a diamond with its upper corner at a place to the path begun.
func (s *rulerSheet) diamond(x, y unit) {
	s.to("M", x, y).to("l", 5*px, 7*px).to("", -5*px, 7*px).to("", -5*px, -7*px).raw("z")
}

// toneClass holds the class names of the band colours.
var toneClass = [tones]string{"p1", "p2", "p3", "p4", "p5"}
