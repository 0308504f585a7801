package analysis

import (
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// Summary holds median and quartiles of one value (the index, a domain, an
// aspect) over a group. They are exact fractions: the median of an even number
// of values is the mean of the two middle ones. The quartiles are those of a
// spreadsheet's QUARTILE.INC (Hyndman and Fan's type 7, the default of R and
// NumPy): with the n values in order, place 1 + (n-1)/4 and 1 + 3(n-1)/4,
// interpolated linearly.
//
// They are taken of the exact values where all are known (Exact), otherwise of
// the printed ones, as a reader of the list would.
type Summary struct {
	Coverage
	Exact          bool
	Q1, Median, Q3 maturity.Index // zero Indices unless Enough
}

// Position is a value's place against a median.
type Position int

// The positions. PositionNone is said where there is no median or no value.
const (
	PositionNone Position = iota
	PositionBelow
	PositionAt
	PositionAbove
)

// Position places a figure against the median, comparing like with like: exact
// with exact, printed with printed.
func (s Summary) Position(f Figure) Position {
	if !s.Median.Exists() || !f.Exists() {
		return PositionNone
	}
	return PositionAt + Position(compare(s.value(f), s.Median))
}

// Distance returns a figure less the median, or the zero Index.
func (s Summary) Distance(f Figure) maturity.Index {
	if !s.Median.Exists() || !f.Exists() {
		return maturity.Index{}
	}
	return minus(s.value(f), s.Median)
}

func (s Summary) value(f Figure) maturity.Index {
	if s.Exact && f.Exact.Exists() {
		return f.Exact
	}
	return f.Printed.Index()
}

// summaryOf summarises the figures that exist among those given; total is the
// number of institutions.
func summaryOf(figures []Figure, total int) Summary {
	s := Summary{Coverage: Coverage{Total: total}, Exact: true}
	for _, f := range figures {
		if f.Exists() {
			s.Known++
			s.Exact = s.Exact && f.Exact.Exists()
		}
	}
	s.Exact = s.Exact && s.Known > 0
	if !s.Enough() {
		return s
	}
	at := printedInOrder(figures)
	if s.Exact {
		at = exactInOrder(figures)
	}
	s.Q1, s.Median, s.Q3 = quarter(at, s.Known, 1), quarter(at, s.Known, 2), quarter(at, s.Known, 3)
	return s
}

// printedInOrder sorts the figures that exist and returns them by place.
func printedInOrder(figures []Figure) func(place int) maturity.Index {
	values := make([]maturity.Hundredths, 0, len(figures))
	for _, f := range figures {
		if f.Exists() {
			values = append(values, f.Printed)
		}
	}
	slices.Sort(values)
	return func(place int) maturity.Index { return values[place].Index() }
}

// exactInOrder does so by the exact values, which all of them have.
func exactInOrder(figures []Figure) func(place int) maturity.Index {
	values := make([]maturity.Index, 0, len(figures))
	for _, f := range figures {
		if f.Exists() {
			values = append(values, f.Exact)
		}
	}
	slices.SortFunc(values, maturity.Index.Cmp)
	return func(place int) maturity.Index { return values[place] }
}

// quarter interpolates at place q(n-1)/4, counted from 0.
func quarter(at func(i int) maturity.Index, n, q int) maturity.Index {
	whole, rest := q*(n-1)/4, q*(n-1)%4
	if rest == 0 {
		return at(whole)
	}
	return plus(times(at(whole), int64(4-rest), 4), times(at(whole+1), int64(rest), 4))
}
