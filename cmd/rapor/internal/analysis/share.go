package analysis

import (
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// Share is how many institutions of some kinds are in a band or higher, set
// against the share that must be. Known counts the results whose band is known
// (the printed one, else the derived one), Total the institutions of those
// kinds that existed.
type Share struct {
	Coverage
	Target     maturity.ShareTarget
	Year       int
	Instrument *maturity.Instrument
	Band       int            // place in Instrument.Bands; -1 with ReasonUnknownBand and ReasonNoResult
	Count      int            // in the band or higher, of those known
	Actual     maturity.Index // Count/Known as a fraction of 1; the zero Index unless Enough
	Status     Status         // StatusReached, StatusMissed or StatusUnknown
	Reason     Reason         // of StatusUnknown
	Printed    []PrintedShare // what sources print of the same kinds, each a fact of its own
}

// PrintedShare is a share taken from a published distribution (sebaran).
type PrintedShare struct {
	Average *Series // whose file holds it
	Point   *Point
	Count   int
	Total   int
}

// Share returns the actual share of a target's kinds in a year; in the target's
// own year Status is the verdict, in any other it says how it would be.
func (c *Census) Share(t maturity.ShareTarget, year int) Share {
	g := c.Kinds(t.Kinds, year)
	s := Share{Target: t, Year: year, Instrument: g.Instrument, Band: -1, Status: StatusUnknown, Coverage: Coverage{Total: g.Total}}
	s.Printed = c.printed(t, year)
	if g.Instrument == nil {
		s.Reason = ReasonNoResult
		return s
	}
	if s.Band = g.Instrument.Band(t.Band); s.Band < 0 {
		s.Reason = ReasonUnknownBand
		return s
	}
	s.Known, s.Count = g.Known-g.NoBand, g.AtLeast(s.Band)
	if !s.Enough() {
		s.Reason = ReasonCoverage
		return s
	}
	s.Actual = maturity.Index{Num: int64(s.Count), Den: int64(s.Known)}
	s.Status = StatusMissed
	if 10_000*int64(s.Count) >= int64(t.Percent)*int64(s.Known) { // percent in 1/100
		s.Status = StatusReached
	}
	return s
}

// printed finds the published distributions of exactly the target's kinds.
func (c *Census) printed(t maturity.ShareTarget, year int) []PrintedShare {
	var found []PrintedShare
	for _, s := range c.averages {
		p := s.At(year)
		if p == nil || p.Assessment.Published == nil || !sameKinds(s.Institution.Represents, t.Kinds) {
			continue
		}
		if count, total, ok := SpreadAtLeast(p.Instrument, p.Assessment.Published.Spread, p.Instrument.Band(t.Band)); ok {
			found = append(found, PrintedShare{s, p, count, total})
		}
	}
	return found
}

func sameKinds(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// SpreadAtLeast returns how many of a published distribution are in a band or
// higher. It is not ok where the source does not say: a count of one of those
// bands is missing, and the band is not "baik", for which baik_ke_atas may stand.
func SpreadAtLeast(in *maturity.Instrument, spread *maturity.Spread, band int) (count, total int, ok bool) {
	if spread == nil || spread.Total <= 0 || band < 0 {
		return 0, 0, false
	}
	if in.Bands[band].ID == "baik" && spread.GoodOrUp != nil {
		return *spread.GoodOrUp, spread.Total, true
	}
	for _, b := range in.Bands[band:] {
		n, printed := spread.ByBand[b.ID]
		if !printed {
			return 0, 0, false
		}
		count += n
	}
	return count, spread.Total, true
}
