package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
)

// overview is what the pages about all institutions share.
type overview struct {
	institutions int   // that are no averages
	results      int   // of them in year
	year         int   // the newest that most institutions have a result for; 0: none
	before       int   // an earlier year that some have, to compare with; 0: none
	since        []int // years after it that few have
	spread       *spread
	national     *history // that leads the home page, or nil
	targets      bool     // enough of them have a target for a column of its own
}

// few is the share of institutions, in percent, from which a year is worth a
// column of its own before the main one.
const few = 10

func newOverview(s *Site) overview {
	o := overview{national: s.bySlug[s.data.Portal.National]}
	count, same := map[int]int{}, map[int]int{}
	for _, h := range s.histories {
		if !h.inst.Average {
			o.institutions++
		}
		for i := range h.editions {
			if e := &h.editions[i]; e.final && !h.inst.Average {
				count[e.Year]++
			} else if e.final {
				same[e.Year]++
			}
		}
	}
	if len(count) == 0 {
		count, o.institutions = same, len(s.histories) // a portal of averages alone
	}
	years := keys(count)
	for i := len(years) - 1; i >= 0 && o.year == 0; i-- {
		if 2*count[years[i]] > o.institutions {
			o.year = years[i]
		}
	}
	if o.year == 0 && len(years) > 0 {
		o.year = slices.MaxFunc(years, func(a, b int) int { return count[a] - count[b] })
	}
	for _, y := range years {
		if y < o.year && 100*count[y] >= few*o.institutions {
			o.before = y
		}
		if y > o.year {
			o.since = append(o.since, y)
		}
	}
	o.results = count[o.year]
	o.spread = newSpread(s)
	o.targets = manyTargets(s.histories)
	return o
}

// manyTargets reports whether enough institutions have a target for a column of
// what became of them.
func manyTargets(all []*history) bool {
	n := 0
	for _, h := range all {
		if len(h.paths) > 0 {
			n++
		}
	}
	return n > 0 && 100*n >= few*len(all)
}

func keys(m map[int]int) []int {
	var out []int
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// spread is how many institutions of each kind are in each band, in one year
// and by one instrument.
type spread struct {
	year       int
	instrument *maturity.Instrument
	good       int // place of the band from which upwards the share counts
	rows       []spreadRow
	last       *spreadRow // all institutions in the year before, where it is covered too
}

// spreadRow is one kind, several kinds together, or all.
type spreadRow struct {
	*analysis.Group
	kinds  []string // none: all
	target *analysis.Share
	inset  bool // part of the row above
}

// counts are the results in each band of an instrument.
func (r *spreadRow) counts(in *maturity.Instrument) []int {
	if r.ByBand == nil { // no result at all
		return make([]int, len(in.Bands))
	}
	return r.ByBand
}

// decided are the results whose band is known.
func (r *spreadRow) decided() int { return r.Known - r.NoBand }

// covered reports whether shares of the row may be told.
func (r *spreadRow) covered() bool {
	return analysis.Coverage{Known: r.decided(), Total: r.Total}.Enough()
}

func (sp *spread) all() *analysis.Group { return sp.rows[0].Group }

// newSpread takes the newest year whose results are known of the whole; nil
// where there is none.
func newSpread(s *Site) *spread {
	census := s.set.Study.Census
	year := census.Settled()
	all := spreadRow{Group: census.Country(year)}
	if year == 0 || all.Known < 2 || !all.covered() {
		return nil
	}
	sp := &spread{year: year, instrument: all.Instrument, rows: []spreadRow{all}}
	sp.good = sp.wanted(s)
	sp.fill(s)
	if last := (spreadRow{Group: census.Country(year - 1)}); last.Instrument == sp.instrument && last.covered() {
		sp.last = &last
	}
	return sp
}

// wanted is the band that the year's share targets name, else the middle one.
func (sp *spread) wanted(s *Site) int {
	for i := range s.data.Portal.ShareTargets {
		t := &s.data.Portal.ShareTargets[i]
		if place := sp.instrument.Band(t.Band); t.Year == sp.year && place >= 0 {
			return place
		}
	}
	if place := sp.instrument.Band("baik"); place >= 0 {
		return place
	}
	return len(sp.instrument.Bands) / 2
}

// fill makes the rows of the kinds, in the portal's order. Kinds that share a
// target stand under a row of their own.
func (sp *spread) fill(s *Site) {
	done := map[string]bool{}
	for _, k := range s.data.Portal.Kinds {
		if done[k.ID] {
			continue
		}
		done[k.ID] = true
		target := sp.target(s, k.ID)
		if target == nil || len(target.Target.Kinds) < 2 {
			sp.add(s, []string{k.ID}, target, false)
			continue
		}
		sp.add(s, target.Target.Kinds, target, false)
		for _, kind := range target.Target.Kinds {
			done[kind] = true
			sp.add(s, []string{kind}, nil, true)
		}
	}
}

// add makes the row of some kinds, where any of them existed. Kinds that have
// another instrument have other bands and no row.
func (sp *spread) add(s *Site, kinds []string, target *analysis.Share, inset bool) {
	g := s.set.Study.Census.Kinds(kinds, sp.year)
	if g.Total > 0 && (g.Instrument == sp.instrument || g.Known == 0) {
		sp.rows = append(sp.rows, spreadRow{g, kinds, target, inset})
	}
}

// target is the year's share target that a kind comes under, with what became of
// it, or nil.
func (sp *spread) target(s *Site, kind string) *analysis.Share {
	for _, t := range s.data.Portal.ShareTargets {
		if t.Year == sp.year && slices.Contains(t.Kinds, kind) && sp.instrument.Band(t.Band) >= 0 {
			share := s.set.Study.Census.Share(t, sp.year)
			return &share
		}
	}
	return nil
}
