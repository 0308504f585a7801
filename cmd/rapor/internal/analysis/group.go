package analysis

import (
	"cmp"
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// Group is the results of some institutions in one year and by one instrument:
// a kind, several kinds, a province's regencies, a named group. Averages are
// never in one. Known counts the results by this instrument, Total every
// institution that existed that year.
type Group struct {
	Coverage
	Year       int
	Instrument *maturity.Instrument // nil where nothing is known
	Members    []Member             // known results in order of rank, then by slug
	Missing    []*Series            // existed and have no result by this instrument, by slug; "tidak dinilai"
	ByBand     []int                // how many results in each of Instrument.Bands
	NoBand     int                  // results whose band is undecided
	Values     []Several            // printed indices, the highest first
	Index      Summary
	Domains    []Summary    // parallel to Instrument.Domains
	Aspects    []Summary    // parallel to Instrument.Aspects
	Levels     *LevelCounts // of the final stage's levels; nil where none are known
}

// Member is one known result of a group.
type Member struct {
	Series *Series
	Point  *Point
	Rank   int  // from 1, the highest index first; counts as a rank only where the group has Enough
	Shared int  // how many hold this rank, itself included
	exact  bool // all that print alike are known exactly, and told apart
}

// Several is a printed index and how many of a group have it.
type Several struct {
	Value maturity.Hundredths
	Count int
}

// Standing is how one result stands in its group. Rank and Shared are 0 and
// Position PositionNone where the coverage is not enough.
type Standing struct {
	Coverage
	Rank, Shared int
	Position     Position
}

// NewGroups groups the results of some institutions in a year, one group for each
// instrument in use, the one with the most results first (then the newer one).
// Where nothing is known there is one group without an instrument.
func NewGroups(year int, institutions []*Series) []*Group {
	if !slices.IsSortedFunc(institutions, bySlug) {
		institutions = slices.Clone(institutions)
		slices.SortFunc(institutions, bySlug)
	}
	var groups []*Group
	total := 0
	for _, s := range institutions {
		if s.Institution.Average || !existed(s, year) {
			continue
		}
		total++
		if p := s.At(year); p != nil {
			groups = place(groups, s, p)
		}
	}
	if groups == nil {
		groups = []*Group{{Year: year}}
	}
	for _, g := range groups {
		g.Year, g.Known, g.Total = year, len(g.Members), total
		g.missing(institutions)
		g.rank()
		g.tally()
		g.summarise()
	}
	slices.SortStableFunc(groups, func(a, b *Group) int {
		return cmp.Or(b.Known-a.Known, cmp.Compare(firstYear(b), firstYear(a)))
	})
	return groups
}

// tally counts the printed indices once, for everyone who draws all of them.
func (g *Group) tally() {
	for i := range g.Members {
		v := g.Members[i].Point.Printed
		if last := len(g.Values) - 1; last >= 0 && g.Values[last].Value == v {
			g.Values[last].Count++
		} else {
			g.Values = append(g.Values, Several{v, 1})
		}
	}
}

func firstYear(g *Group) int {
	if g.Instrument == nil {
		return 0
	}
	return g.Instrument.FirstYear
}

// existed reports whether an institution counts in a year; a result shows that
// it does, whatever its dates say.
func existed(s *Series, year int) bool {
	i := s.Institution
	return (i.FirstYear == 0 || year >= i.FirstYear) && (i.LastYear == 0 || year <= i.LastYear) || s.At(year) != nil
}

// place puts a result into the group of its instrument.
func place(groups []*Group, s *Series, p *Point) []*Group {
	for _, g := range groups {
		if g.Instrument == p.Instrument {
			g.Members = append(g.Members, Member{Series: s, Point: p})
			return groups
		}
	}
	return append(groups, &Group{Instrument: p.Instrument, Members: []Member{{Series: s, Point: p}}})
}

func (g *Group) missing(institutions []*Series) {
	if g.Known == g.Total {
		return
	}
	for _, s := range institutions {
		if s.Institution.Average || !existed(s, g.Year) {
			continue
		}
		if p := s.At(g.Year); p == nil || p.Instrument != g.Instrument {
			g.Missing = append(g.Missing, s)
		}
	}
}

// rank orders the members and gives equal ones the same rank: 1, 2, 2, 4.
func (g *Group) rank() {
	g.sortPrinted()
	block(g.Members, func(a, b *Member) bool { return a.Point.Printed == b.Point.Printed }, func(alike []Member) {
		if slices.ContainsFunc(alike, func(m Member) bool { return !m.Point.Exact.Exists() }) {
			return
		}
		for i := range alike {
			alike[i].exact = true
		}
		slices.SortFunc(alike, func(a, b Member) int { return a.order(&b) })
	})
	first := 1
	block(g.Members, func(a, b *Member) bool { return a.ahead(b) == 0 }, func(equal []Member) {
		for i := range equal {
			equal[i].Rank, equal[i].Shared = first, len(equal)
		}
		first += len(equal)
	})
}

// sortPrinted puts the highest printed figures first and leaves equal ones in
// their order, by slug. Sorting numbers that hold both takes a third of the time.
func (g *Group) sortPrinted() {
	keys := make([]int64, len(g.Members))
	for i := range g.Members {
		keys[i] = -int64(g.Members[i].Point.Printed)<<32 + int64(i)
	}
	slices.Sort(keys)
	sorted := make([]Member, len(keys))
	for to, k := range keys {
		sorted[to] = g.Members[k&(1<<32-1)]
	}
	g.Members = sorted
}

// ahead is negative where a result ranks before another, 0 where they share.
func (m *Member) ahead(o *Member) int {
	if c := cmp.Compare(o.Point.Printed, m.Point.Printed); c != 0 || !m.exact {
		return c
	}
	return o.Point.Exact.Cmp(m.Point.Exact)
}

func (m *Member) order(o *Member) int {
	return cmp.Or(m.ahead(o), bySlug(m.Series, o.Series))
}

// block calls f with each stretch of neighbours that are alike.
func block(members []Member, alike func(a, b *Member) bool, f func([]Member)) {
	for len(members) > 0 {
		n := 1
		for n < len(members) && alike(&members[0], &members[n]) {
			n++
		}
		f(members[:n])
		members = members[n:]
	}
}

// summarise counts bands and levels and takes medians and quartiles.
func (g *Group) summarise() {
	in := g.Instrument
	if in == nil {
		g.Index.Total = g.Total
		return
	}
	g.ByBand = make([]int, len(in.Bands))
	domains, aspects := false, false
	for _, m := range g.Members {
		if m.Point.Band >= 0 {
			g.ByBand[m.Point.Band]++
		} else {
			g.NoBand++
		}
		if m.Point.Levels != nil {
			g.Levels = g.Levels.add(in, m.Point.Levels)
		}
		domains, aspects = domains || m.Point.Domains != nil, aspects || m.Point.Aspects != nil
	}
	figures := make([]Figure, len(g.Members))
	over := func(of func(p *Point) Figure) Summary {
		for i, m := range g.Members {
			figures[i] = of(m.Point)
		}
		return summaryOf(figures, g.Total)
	}
	none := Summary{Coverage: Coverage{Total: g.Total}}
	g.Index = over(func(p *Point) Figure { return p.Figure })
	g.Domains, g.Aspects = slices.Repeat([]Summary{none}, len(in.Domains)), slices.Repeat([]Summary{none}, len(in.Aspects))
	for d := 0; domains && d < len(g.Domains); d++ {
		g.Domains[d] = over(func(p *Point) Figure { return part(p.Domains, d) })
	}
	for a := 0; aspects && a < len(g.Aspects); a++ {
		g.Aspects[a] = over(func(p *Point) Figure { return part(p.Aspects, a) })
	}
}

// part returns a part's figure; the zero Figure where no parts are known.
func part(figures []Figure, i int) Figure {
	if figures == nil {
		return Figure{}
	}
	return figures[i]
}

// AtLeast counts the results in a band or a higher one; band is a place in
// Instrument.Bands.
func (g *Group) AtLeast(band int) int {
	n := 0
	for i := band; i >= 0 && i < len(g.ByBand); i++ {
		n += g.ByBand[i]
	}
	return n
}

// Member finds an institution's result in the group, or returns nil. It searches
// by value, so it is quick in a group of any size.
func (g *Group) Member(s *Series) *Member {
	p := s.At(g.Year)
	if p == nil || p.Instrument != g.Instrument {
		return nil
	}
	wanted := Member{Series: s, Point: p}
	i, found := slices.BinarySearchFunc(g.Members, &wanted, func(m Member, w *Member) int {
		if m.exact && !w.Point.Exact.Exists() { // alike in print, but not in this group
			return cmp.Compare(w.Point.Printed, m.Point.Printed)
		}
		return m.order(w)
	})
	if !found || g.Members[i].Series != s {
		return nil
	}
	return &g.Members[i]
}

// Standing returns how an institution stands in the group. It is the coverage
// alone for one that is not a member, as a published average never is.
func (g *Group) Standing(s *Series) Standing {
	standing := Standing{Coverage: g.Coverage}
	if m := g.Member(s); m != nil && g.Enough() {
		standing.Rank, standing.Shared = m.Rank, m.Shared
		standing.Position = g.Index.Position(m.Point.Figure)
	}
	return standing
}
