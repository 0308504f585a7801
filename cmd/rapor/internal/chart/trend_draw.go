package chart

import (
	"slices"
	"strconv"

	"rapor/cmd/rapor/internal/maturity"
)

// drawSpine draws the upright ruler and names its bands.
func (s *trendSheet) drawSpine() {
	segments := s.Scale.segments(s.axis.top)
	slices.Reverse(segments) // from the top down, as the names are spread
	wishes := make([]wish, len(segments))
	high := s.pick(15, 14) * px
	for i, seg := range segments {
		y := s.axis.at(seg.high)
		s.rect(toneClass[seg.tone-1], s.spine, y, spineWide, s.axis.at(seg.low)-y)
		wishes[i] = wish{s.axis.at(seg.name), high}
	}
	for i, top := range spread(wishes, s.top-3*px, s.bottom+3*px, 0) {
		name := small.fit(s.width, segments[i].band.Name, s.words)
		s.label(label{text: name, style: small, x: s.spine + spineWide + spineGap, y: top + high/2 + 45, anchor: start})
	}
}

// drawAxes draws a hairline at each band edge, the foot, the figures at the
// left and the years with their notes.
func (s *trendSheet) drawAxes() {
	s.begin("garis")
	for _, seg := range s.Scale.segments(s.axis.top) {
		if seg.low > 0 {
			s.to("M", s.left, s.axis.at(seg.low)).to("H", s.spine)
		}
	}
	s.to("M", s.left, s.top).to("H", s.right).end()
	s.begin("sumbu").to("M", s.left, s.bottom).to("H", s.right).end()
	each := step(s.axis.top)
	for v := maturity.Hundredths(0); v <= s.axis.top; v += each {
		s.label(label{text: bound(s.Form, v), style: small, x: s.left - 8*px, y: s.axis.at(v) + 45, anchor: end})
	}
	for _, l := range s.yearLabels() {
		s.label(l)
	}
	for _, l := range s.notes {
		s.label(l)
	}
}

// yearLabels writes the years under the axis.
func (s *trendSheet) yearLabels() []label {
	years, short := s.labelledYears()
	labels := make([]label, len(years))
	for i, year := range years {
		l := label{text: strconv.Itoa(year), style: yearPlain, x: s.x(year), y: s.bottom + 20*px, anchor: middle}
		if year == s.Shown {
			l.style = yearShown
		}
		if short {
			l.text = "’" + l.text[max(0, len(l.text)-2):]
		}
		labels[i] = l
	}
	return labels
}

// labelledYears returns the years that have room for a label: all in full, else
// all as ’24, else only some, counted from the year that the page is about.
func (s *trendSheet) labelledYears() (years []int, short bool) {
	if s.last == 0 {
		return nil, false // no year is known
	}
	length := func(text string) unit { return yearShown.length(s.width, text) + 5*px }
	every := 1
	if s.yearWide() < length("2024") {
		short = s.last-s.first < 100
		need := length("2024")
		if short {
			need = length("’24")
		}
		for _, every = range []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000} {
			if unit(every)*s.yearWide() >= need {
				break
			}
		}
	}
	counted := s.Shown
	if counted < s.first || counted > s.last {
		counted = s.last
	}
	for year := s.first + (counted-s.first)%every; year <= s.last; year += every {
		years = append(years, year)
	}
	return years, short
}

// drawBreaks tints the slots between instruments, between two dotted rules.
func (s *trendSheet) drawBreaks() {
	for _, b := range s.breaks {
		left, right := s.sides(b)
		s.rect("putus", left, s.top, right-left, s.bottom-s.top)
		s.begin("putusg").to("M", left, 12*px).to("V", s.bottom+6*px).to("M", right, 12*px).to("V", s.bottom+6*px).end()
	}
	for _, l := range s.captions {
		s.label(l)
	}
}

func (s *trendSheet) drawTargets() {
	for _, t := range s.Targets {
		left, right, y := s.tick(t)
		s.begin("target").to("M", left, y).to("H", right).end()
	}
}

// drawLines draws every series, broken where a year is missing.
func (s *trendSheet) drawLines() {
	for i, series := range s.Series {
		class := "lama"
		if i == s.current {
			class = "seri"
		}
		for _, run := range runs(series.Points) {
			if len(run) < 2 {
				continue
			}
			s.begin(class)
			for k, point := range run {
				s.to(moveOrLine(k), s.x(point.Year), s.axis.at(point.Value))
			}
			s.end()
		}
	}
}

func (s *trendSheet) drawDots() {
	for i, series := range s.Series {
		for _, point := range series.Points {
			if i == s.current {
				s.circle("titik", s.x(point.Year), s.axis.at(point.Value), dotNow)
			} else {
				s.circle("tlama", s.x(point.Year), s.axis.at(point.Value), dotOld)
			}
		}
	}
}

// drawProjection draws the range as a tinted area and the projection dotted.
func (s *trendSheet) drawProjection() {
	if s.Projection == nil || len(s.Projection.Points) < 2 {
		return
	}
	points := s.Projection.Points
	s.begin("rentang")
	for i, point := range points {
		s.to(moveOrLine(i), s.x(point.Year), s.axis.at(point.High))
	}
	for _, point := range slices.Backward(points) {
		s.to("L", s.x(point.Year), s.axis.at(point.Low))
	}
	s.raw("Z").end()
	s.begin("proyeksi")
	for i, point := range points {
		s.to(moveOrLine(i), s.x(point.Year), s.axis.at(point.Value))
	}
	s.end()
}

func moveOrLine(place int) string {
	if place == 0 {
		return "M"
	}
	return "L"
}

// runs cuts points where a year is missing.
func runs(points []Point) [][]Point {
	var out [][]Point
	from := 0
	for i := range points {
		if i+1 == len(points) || points[i+1].Year != points[i].Year+1 {
			out = append(out, points[from:i+1])
			from = i + 1
		}
	}
	return out
}
