package chart

import (
	"cmp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

const (
	spineWide   = 9 * px  // the upright ruler
	spineGap    = 6 * px  // between plot and spine, spine and words
	dotNow      = 55      // radius of a dot of the current series
	dotOld      = 45      // of an older one
	breakInset  = 12      // of the tinted slot, in 1/100 of a year's width
	breakSlot   = 80      // width of a slot between instruments, same measure
	yearSlot    = 100     // width of a year
	targetHalf  = 36      // half a target's tick, same measure
	targetLimit = 43 * px // half a target's tick at most
)

// breakAt is a change of instrument: the slot stands before year.
type breakAt struct {
	year          int
	before, after string // captions
}

// trendSheet is a trend while it is laid out.
type trendSheet struct {
	*pen
	Trend
	current     int // place in Series of the newest one that has points; -1 without
	first, last int // years
	breaks      []breakAt
	left, right unit // of the plot
	axis        span // values, from the bottom up
	spine       unit // x of the upright ruler
	top, bottom unit // of the plot
	words       unit // room for the names of the bands
	captions    []label
	notes       []label
	depth       unit
}

// SVG implements Chart.
func (t Trend) SVG(w Width) []byte { return drawing(t, w, false) }

func (t Trend) draw(p *pen) {
	s := newTrendSheet(p, t)
	p.open(t.Head, s.depth+9*px)
	s.drawSpine()
	s.drawAxes()
	s.drawBreaks()
	s.drawProjection()
	s.drawTargets()
	s.drawLines()
	s.drawDots()
	for _, l := range s.placeLabels().labels {
		p.label(l)
	}
	p.close()
}

// newTrendSheet settles everything but the labels inside the plot.
func newTrendSheet(p *pen, t Trend) *trendSheet {
	s := &trendSheet{pen: p, Trend: t}
	s.Targets = merged(t.Targets)
	s.current, s.first, s.last = t.extent()
	s.breaks = t.breakYears(s.first, s.last)
	s.axis.top = t.Scale.top(t.values()...)
	s.placeColumns()
	s.placeCaptions()
	s.bottom = s.top + p.pick(300, 240)*px
	s.axis.from, s.axis.to = s.bottom, s.top
	s.depth = s.bottom + 20*px
	s.placeNotes()
	return s
}

// extent returns the place of the current series and the years of the axis.
func (t *Trend) extent() (current, first, last int) {
	var years []int
	current = -1
	for i, series := range t.Series {
		for _, point := range series.Points {
			years = append(years, point.Year)
			current = i
		}
	}
	for _, target := range t.Targets {
		years = append(years, target.Year)
	}
	for _, note := range t.Empty {
		years = append(years, note.Year)
	}
	if t.Projection != nil {
		for _, point := range t.Projection.Points {
			years = append(years, point.Year)
		}
	}
	if len(years) == 0 {
		return current, t.Shown, t.Shown
	}
	return current, slices.Min(years), slices.Max(years)
}

// values returns every figure that must lie inside the plot.
func (t *Trend) values() []maturity.Hundredths {
	var values []maturity.Hundredths
	for _, series := range t.Series {
		for _, point := range series.Points {
			values = append(values, point.Value)
		}
	}
	for _, target := range t.Targets {
		values = append(values, target.Value)
	}
	if t.Projection != nil {
		for _, point := range t.Projection.Points {
			values = append(values, point.Value, point.High)
		}
	}
	return values
}

// merged joins targets of one year and figure, which would lie on each other.
// Targets come back by year, higher ones first.
func merged(targets []TrendTarget) []TrendTarget {
	sorted := slices.Clone(targets)
	slices.SortStableFunc(sorted, func(a, b TrendTarget) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(b.Value, a.Value))
	})
	var out []TrendTarget
	for _, t := range sorted {
		n := len(out)
		if n == 0 || out[n-1].Year != t.Year || out[n-1].Value != t.Value {
			out = append(out, t)
		} else if !strings.Contains(out[n-1].Label, t.Label) {
			out[n-1].Label += "; " + t.Label
		}
	}
	return out
}

// breakYears says before which years an empty slot stands. It is the newer
// instrument's first year, as far as that lies after the older one's last point
// and not after the newer one's first.
func (t *Trend) breakYears(first, last int) []breakAt {
	var breaks []breakAt
	before, caption, seen := first, "", false
	for _, series := range t.Series {
		year := series.From
		if n := len(series.Points); n > 0 && (year == 0 || year > series.Points[0].Year) {
			year = series.Points[0].Year
		}
		if seen && year > 0 {
			if year = max(year, before+1); year <= last {
				breaks = append(breaks, breakAt{year, caption, series.Caption})
			}
			caption = "" // stands already at the break before
		} else {
			caption = series.Caption
		}
		if n := len(series.Points); n > 0 {
			before, seen = series.Points[n-1].Year, true
		} else if seen {
			before = max(before, year)
		}
	}
	return breaks
}

// placeColumns shares the width out: figures, plot, spine, names of the bands.
func (s *trendSheet) placeColumns() {
	room := s.pick(150, 90) * px
	for _, band := range s.Scale.Bands {
		s.words = max(s.words, min(room, small.length(s.width, band.Name)+px))
	}
	s.spine = s.full() - s.words - spineGap - spineWide
	s.right = s.spine - spineGap
	s.left = max(s.pick(30, 18)*px, small.length(s.width, bound(s.Form, s.axis.top))+10*px)
}

// slot maps hundredths of a year's width, counted from the plot's left edge.
func (s *trendSheet) slot(hundredths int) unit {
	total := yearSlot*(s.last-s.first+1) + breakSlot*len(s.breaks)
	return s.left + (s.right-s.left)*unit(hundredths)/unit(total)
}

// slotsBefore counts the empty slots to the left of a year.
func (s *trendSheet) slotsBefore(year int) int {
	n := 0
	for _, b := range s.breaks {
		if b.year <= year {
			n++
		}
	}
	return n
}

// x returns the middle of a year.
func (s *trendSheet) x(year int) unit {
	return s.slot(yearSlot*(year-s.first) + yearSlot/2 + breakSlot*s.slotsBefore(year))
}

// yearWide is the width of a year.
func (s *trendSheet) yearWide() unit { return s.slot(yearSlot) - s.left }

// sides returns the dotted rules on both sides of a break.
func (s *trendSheet) sides(b breakAt) (left, right unit) {
	from := yearSlot*(b.year-s.first) + breakSlot*(s.slotsBefore(b.year)-1)
	return s.slot(from + breakInset), s.slot(from + breakSlot - breakInset)
}

// tick returns both ends of a target's tick.
func (s *trendSheet) tick(t TrendTarget) (left, right, y unit) {
	half := min(targetLimit, s.yearWide()*targetHalf/100)
	x := s.x(t.Year)
	return x - half, x + half, s.axis.at(t.Value)
}
