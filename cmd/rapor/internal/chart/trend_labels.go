package chart

import "slices"

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
// a crossed line costs two places. It returns the side, empty if none was free.
func (o *obstacles) place(candidates []label) side {
	best, bestCost := -1, 0
	for i, l := range candidates {
		b := l.box(o.width)
		if b.left < o.frame.left || b.right > o.frame.right || b.top < o.frame.top || b.bottom > o.frame.bottom {
			continue
		}
		if slices.ContainsFunc(o.taken, func(t box) bool { return t.overlaps(b.grown(2*px, 0)) }) {
			continue
		}
		cost := i
		for _, line := range o.lines {
			if crosses(line, b.grown(-2*px, -2*px)) {
				cost += 2
			}
		}
		if best < 0 || cost < bestCost {
			best, bestCost = i, cost
		}
	}
	if best < 0 {
		return ""
	}
	l := candidates[best]
	l.halo = true
	o.taken = append(o.taken, l.box(o.width))
	o.labels = append(o.labels, l)
	return l.side
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

// placements are the figures of a trend's plot, and the side on which each point
// and each target has its own; empty where there was no room.
type placements struct {
	labels  []label
	points  map[pointRef]side
	targets []side
}

// placeLabels places the figures. First the one that the page is about, then
// the targets, then the ends of the series, then the rest: where years stand too
// close for all, the table under the chart has what is left out here.
func (s *trendSheet) placeLabels() placements {
	o, out := s.obstacles(), placements{points: map[pointRef]side{}}
	about := s.shownPoint()
	if about.series >= 0 {
		out.points[about] = o.place(s.aroundPoint(about, headline))
	}
	for _, t := range s.Targets {
		out.targets = append(out.targets, o.place(s.aroundTarget(t)))
	}
	if s.Projection != nil {
		o.place(s.aroundProjection())
	}
	for _, ref := range s.byImportance(about) {
		style := figureOld
		if ref.series == s.current {
			style = strong
		}
		out.points[ref] = o.place(s.aroundPoint(ref, style))
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
		o.taken = append(o.taken, box{left, y - 15, right, y + 15})
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
func (s *trendSheet) aroundPoint(ref pointRef, style lettering) []label {
	p := s.Series[ref.series].Points[ref.point]
	x, y := s.x(p.Year), s.axis.at(p.Value)
	drop := 10*px + style.size(s.width)
	l := label{text: index(s.Form, p.Value), style: style}
	at := func(dx, dy unit, anchor anchor, side side) label {
		l.x, l.y, l.anchor, l.side = x+dx, y+dy, anchor, side
		return l
	}
	list := []label{
		at(0, -13*px, middle, above), at(5*px, -12*px, end, above), at(-5*px, -12*px, start, above),
		at(0, drop, middle, below), at(5*px, drop, end, below), at(-5*px, drop, start, below),
	}
	right := at(11*px, style.size(s.width)/3, start, toRight)
	left := at(-11*px, style.size(s.width)/3, end, toLeft)
	if style == headline && s.endsHere(ref) {
		return slices.Insert(append(list, left), 1, right)
	}
	return append(list, right, left)
}

// endsHere reports whether no line goes on from a point.
func (s *trendSheet) endsHere(ref pointRef) bool {
	points := s.Series[ref.series].Points
	return ref.point+1 == len(points) || points[ref.point+1].Year != points[ref.point].Year+1
}

// aroundTarget lists where a target's words may stand: above or below its tick,
// else the bare figure there, else further off.
func (s *trendSheet) aroundTarget(t TrendTarget) []label {
	left, right, y := s.tick(t)
	x := (left + right) / 2
	figure := index(s.Form, t.Value)
	long := figure
	if s.wide() && t.Label != "" {
		long = smallStrong.fitFigure(s.width, t.Label, figure, min((s.right-s.left)/2, 220*px))
	}
	var list []label
	add := func(text string, far unit) {
		l := label{text: text, style: smallStrong, x: x, anchor: middle}
		l.y, l.side = y-8*px-far, above
		list = append(list, l)
		l.y, l.side = y+9*px+smallStrong.size(s.width)*4/5+far, below
		list = append(list, l)
	}
	add(long, 0)
	add(figure, 0)
	list = append(list,
		label{text: figure, style: smallStrong, x: right + 5*px, y: y + 45, anchor: start, side: toRight},
		label{text: figure, style: smallStrong, x: left - 5*px, y: y + 45, anchor: end, side: toLeft})
	for far := lineHigh; far <= 6*lineHigh; far += lineHigh {
		add(long, far)
		add(figure, far)
	}
	return s.clamped(list)
}

// aroundProjection lists where the projection's words may stand: near its end.
func (s *trendSheet) aroundProjection() []label {
	p := s.Projection
	if len(p.Points) < 2 || p.Label == "" {
		return nil
	}
	last := p.Points[len(p.Points)-1]
	y := s.axis.at(last.Value)
	l := label{text: small.fit(s.width, p.Label, (s.right-s.left)/2), style: small, x: s.x(last.Year), anchor: middle}
	var list []label
	for _, baseline := range []unit{y - 8*px, y + 18*px, s.axis.at(last.High) - 6*px, s.axis.at(last.Low) + 16*px} {
		l.y = baseline
		list = append(list, l)
	}
	return s.clamped(list)
}

// clamped moves labels sideways into the plot.
func (s *trendSheet) clamped(list []label) []label {
	for i := range list {
		b := list[i].box(s.width)
		list[i].x += max(0, s.left-b.left) - max(0, b.right-s.right-4*px)
	}
	return list
}
