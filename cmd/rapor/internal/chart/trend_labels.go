package chart

import (
	"iter"
	"slices"
)

// obstacles is what a label inside the plot must keep clear of, and what it
// should.
type obstacles struct {
	width  Width
	frame  box
	taken  []box     // dots, ticks, labels already placed
	lines  [][4]unit // x1, y1, x2, y2; crossed only where nothing else is free
	labels []label
}

// place puts a label on the best free candidate. The order is the preference;
// a crossed line costs two places. It returns the one taken, the zero label if
// none was free.
func (o *obstacles) place(candidates iter.Seq[label]) label {
	var best label
	bestCost, i := -1, -1
	for l := range candidates {
		i++
		if bestCost >= 0 && i >= bestCost {
			break // no later one can be better
		}
		b := l.box(o.width)
		if !o.free(b) {
			continue
		}
		cost := i
		for _, line := range o.lines {
			if crosses(line, b.grown(-2*px, -2*px)) {
				cost += 2
			}
		}
		if bestCost < 0 || cost < bestCost {
			best, bestCost = l, cost
		}
	}
	if bestCost < 0 {
		return label{}
	}
	best.halo = true
	o.taken = append(o.taken, best.box(o.width))
	o.labels = append(o.labels, best)
	return best
}

// free reports whether a box lies in the frame and meets nothing.
func (o *obstacles) free(b box) bool {
	if b.left < o.frame.left || b.right > o.frame.right || b.top < o.frame.top || b.bottom > o.frame.bottom {
		return false
	}
	b = b.grown(2*px, 0)
	for _, t := range o.taken {
		if t.overlaps(b) {
			return false
		}
	}
	return true
}

// crosses reports whether a line, drawn from left to right, meets a box.
func crosses(line [4]unit, b box) bool {
	x1, y1, x2, y2 := line[0], line[1], line[2], line[3]
	from, to := max(x1, b.left), min(x2, b.right)
	if from > to || x1 == x2 {
		return false
	}
	at := func(x unit) unit { return y1 + (y2-y1)*(x-x1)/(x2-x1) }
	return min(at(from), at(to)) < b.bottom && max(at(from), at(to)) > b.top
}

// placements are the figures of a trend's plot, and which of them belongs to each
// point and each target; the zero label where there was no room.
type placements struct {
	labels  []label
	points  []placedPoint
	targets []label
}

type placedPoint struct {
	ref   pointRef
	label label
}

// of returns the figure of a point.
func (p *placements) of(ref pointRef) label {
	for _, placed := range p.points {
		if placed.ref == ref {
			return placed.label
		}
	}
	return label{}
}

// placeLabels places the figures. First the one that the page is about, then
// the targets, then the ends of the series, then the rest: where years stand too
// close for all, the table under the chart has what is left out here.
func (s *trendSheet) placeLabels() placements {
	o, out := s.obstacles(), placements{}
	point := func(ref pointRef, style *lettering) {
		out.points = append(out.points, placedPoint{ref, o.place(s.aroundPoint(ref, style))})
	}
	about := s.shownPoint()
	if about.series >= 0 {
		point(about, headline)
	}
	for _, t := range s.Targets {
		out.targets = append(out.targets, o.place(s.aroundTarget(t)))
	}
	if p := s.Projection; p != nil && len(p.Points) > 1 && p.Label != "" {
		o.place(s.aroundProjection(p))
	}
	for _, ref := range s.byImportance(about) {
		style := figureOld
		if ref.series == s.current {
			style = strong
		}
		point(ref, style)
	}
	out.labels = o.labels
	return out
}

// obstacles collects what is drawn in the plot.
func (s *trendSheet) obstacles() *obstacles {
	o := &obstacles{width: s.width, frame: box{s.left - 4*px, 2 * px, s.right + 4*px, s.bottom}}
	for _, l := range s.captions {
		o.taken = append(o.taken, l.box(s.width))
	}
	for _, t := range s.Targets {
		left, right, y := s.tick(t)
		o.taken = append(o.taken, box{left, y - 45, right, y + 45}) // with air: a figure that touches the tick reads as struck out
	}
	for i, series := range s.Series {
		radius := unit(dotOld + px)
		if i == s.current {
			radius = dotNow + px
		}
		for _, p := range series.Points {
			x, y := s.x(p.Year), s.axis.at(p.Value)
			o.taken = append(o.taken, box{x - radius, y - radius, x + radius, y + radius})
		}
		for _, run := range runs(series.Points) {
			for k := 1; k < len(run); k++ {
				o.lines = append(o.lines, [4]unit{s.x(run[k-1].Year), s.axis.at(run[k-1].Value), s.x(run[k].Year), s.axis.at(run[k].Value)})
			}
		}
	}
	if s.Projection != nil {
		points := s.Projection.Points
		for k := 1; k < len(points); k++ {
			o.lines = append(o.lines, [4]unit{s.x(points[k-1].Year), s.axis.at(points[k-1].Value), s.x(points[k].Year), s.axis.at(points[k].Value)})
		}
	}
	return o
}

// pointRef is the place of a point: which series, which point of it.
type pointRef struct{ series, point int }

// shownPoint is the point of the year shown, else the newest one.
func (s *trendSheet) shownPoint() pointRef {
	for i, series := range s.Series {
		for k, p := range series.Points {
			if p.Year == s.Shown {
				return pointRef{i, k}
			}
		}
	}
	if s.current < 0 {
		return pointRef{-1, -1}
	}
	return pointRef{s.current, len(s.Series[s.current].Points) - 1}
}

// byImportance lists the other points: ends of series, newest series first,
// then what lies between, newest first.
func (s *trendSheet) byImportance(shown pointRef) []pointRef {
	var ends, rest []pointRef
	for i := range slices.Backward(s.Series) {
		n := len(s.Series[i].Points)
		for k := n - 1; k >= 0; k-- {
			switch ref := (pointRef{i, k}); {
			case ref == shown:
			case k == 0 || k == n-1:
				ends = append(ends, ref)
			default:
				rest = append(rest, ref)
			}
		}
	}
	return append(ends, rest...)
}

// aroundPoint lists where a point's figure may stand.
func (s *trendSheet) aroundPoint(ref pointRef, style *lettering) iter.Seq[label] {
	p := s.Series[ref.series].Points[ref.point]
	x, y := s.x(p.Year), s.axis.at(p.Value)
	size := style.size(s.width)
	up, down, level := y-13*px, y+10*px+size, y+size/3
	l := label{text: index(s.Form, p.Value), style: style}
	right := label{l.text, style, x + 11*px, level, start, false, "", nil}
	besideFirst := style == headline && s.endsHere(ref)
	return func(yield func(label) bool) {
		try := func(x, y unit, a anchor) bool {
			l.x, l.y, l.anchor = x, y, a
			return yield(l)
		}
		_ = try(x, up, middle) && (!besideFirst || yield(right)) &&
			try(x+5*px, up+px, end) && try(x-5*px, up+px, start) &&
			try(x, down, middle) && try(x+5*px, down, end) && try(x-5*px, down, start) &&
			(besideFirst || yield(right)) && try(x-11*px, level, end)
	}
}

// endsHere reports whether no line goes on from a point.
func (s *trendSheet) endsHere(ref pointRef) bool {
	points := s.Series[ref.series].Points
	return ref.point+1 == len(points) || points[ref.point+1].Year != points[ref.point].Year+1
}

// aroundTarget lists where a target's words may stand: above or below its tick,
// else the bare figure there, else further off.
func (s *trendSheet) aroundTarget(t TrendTarget) iter.Seq[label] {
	left, right, y := s.tick(t)
	figure := index(s.Form, t.Value)
	long := figure
	if s.wide() && t.Label != "" {
		long = smallStrong.fitFigure(s.width, t.Label, figure, min((s.right-s.left)/2, 220*px))
	}
	below := y + 9*px + smallStrong.size(s.width)*4/5
	return func(yield func(label) bool) {
		l := label{style: smallStrong}
		try := func(text string, x, y unit, a anchor) bool {
			l.text, l.x, l.y, l.anchor = text, x, y, a
			return yield(s.clamped(l))
		}
		both := func(text string, far unit) bool {
			return try(text, (left+right)/2, y-8*px-far, middle) && try(text, (left+right)/2, below+far, middle)
		}
		more := both(long, 0) && both(figure, 0) && try(figure, right+5*px, y+45, start) && try(figure, left-5*px, y+45, end)
		for far := lineHigh; more && far <= 6*lineHigh; far += lineHigh {
			more = both(long, far) && both(figure, far)
		}
	}
}

// aroundProjection lists where the projection's words may stand: near its end.
func (s *trendSheet) aroundProjection(p *Projection) iter.Seq[label] {
	last := p.Points[len(p.Points)-1]
	y := s.axis.at(last.Value)
	l := label{text: small.fit(s.width, p.Label, (s.right-s.left)/2), style: small, x: s.x(last.Year), anchor: middle}
	return func(yield func(label) bool) {
		for _, baseline := range [...]unit{y - 8*px, y + 18*px, s.axis.at(last.High) - 6*px, s.axis.at(last.Low) + 16*px} {
			if l.y = baseline; !yield(s.clamped(l)) {
				return
			}
		}
	}
}

// clamped moves a label sideways into the plot.
func (s *trendSheet) clamped(l label) label {
	b := l.box(s.width)
	l.x += max(0, s.left-b.left) - max(0, b.right-s.right-4*px)
	return l
}
