package analysis

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

// Movement is what changed in a group from an earlier year: how many rose, fell
// and stayed, by stated values and within the group's instrument. Known counts
// the institutions with both results, Total those that existed in the later year.
type Movement struct {
	Coverage
	From, To        int
	Up, Down, Equal int
	Movers          []Mover // from the greatest rise to the greatest fall, then by slug
}

// Mover is one institution's change between the two years.
type Mover struct {
	Series   *Series
	From, To *Point
	Change   maturity.Index
}

// Movement compares a group with an earlier year of the same institutions. Who
// moved most may be said only where it has Enough. Results by another instrument
// do not count, so across an instrument break nobody is known.
func (g *Group) Movement(from int) Movement {
	m := Movement{Coverage: Coverage{Total: g.Total}, From: from, To: g.Year}
	for _, member := range g.Members {
		p := member.Series.At(from)
		if p == nil || p.Instrument != g.Instrument {
			continue
		}
		change := minus(member.Point.Stated(), p.Stated())
		switch {
		case change.Num > 0:
			m.Up++
		case change.Num < 0:
			m.Down++
		default:
			m.Equal++
		}
		m.Movers = append(m.Movers, Mover{member.Series, p, member.Point, change})
	}
	m.Known = len(m.Movers)
	slices.SortFunc(m.Movers, func(a, b Mover) int {
		if c := compare(b.Change, a.Change); c != 0 {
			return c
		}
		return bySlug(a.Series, b.Series)
	})
	return m
}

func bySlug(a, b *Series) int { return strings.Compare(a.Institution.Slug, b.Institution.Slug) }
