package view

import (
	"slices"

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
	return o
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
	kinds    []string // none: all
	target   *maturity.ShareTarget
	inset    bool // part of the row above
	counts   []int
	unknown  int // known results without a known band
	results  int
	existing int
}

// goodOrUp counts the results at the wanted band or better.
func (r *spreadRow) goodOrUp(good int) (n int) {
	for i := good; i < len(r.counts); i++ {
		n += r.counts[i]
	}
	return n
}

func (r *spreadRow) covered() bool {
	return r.results > 0 && 100*r.results >= covered*r.existing
}

// newSpread takes the newest year in which enough of all institutions have a
// result by one instrument; nil where there is none.
func newSpread(s *Site) *spread {
	type yearOf struct {
		year       int
		instrument *maturity.Instrument
	}
	count := map[yearOf]int{}
	for key, p := range s.pools {
		count[yearOf{key.year, key.instrument}] += len(p.members)
	}
	var best *spread
	for key := range count {
		sp := &spread{year: key.year, instrument: key.instrument}
		if all := sp.row(s, nil); all.covered() && all.results > 1 && (best == nil || key.year > best.year) {
			best = sp
		}
	}
	if best == nil {
		return nil
	}
	best.good = best.wanted(s)
	best.fill(s)
	before := &spread{year: best.year - 1, instrument: best.instrument}
	if all := before.row(s, nil); all.covered() {
		best.last = &all
	}
	return best
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

// row counts the institutions of some kinds; of all where none is named.
func (sp *spread) row(s *Site, kinds []string) spreadRow {
	r := spreadRow{kinds: kinds, counts: make([]int, len(sp.instrument.Bands))}
	for _, h := range s.histories {
		if h.inst.Average || !existed(h.inst, sp.year) || len(kinds) > 0 && !slices.Contains(kinds, h.inst.KindIn(sp.year)) {
			continue
		}
		r.existing++
		e := h.final(sp.year)
		if e == nil || e.Instrument != sp.instrument {
			continue
		}
		r.results++
		if place, _ := e.band(); place >= 0 && (e.Published == nil || e.Published.PrintedBand == "") {
			r.counts[place]++
		} else {
			r.unknown++
		}
	}
	return r
}

// fill makes the rows: all, then the kinds in the portal's order. Kinds that
// share a target stand under a row of their own.
func (sp *spread) fill(s *Site) {
	sp.rows = append(sp.rows, sp.row(s, nil))
	done := map[string]bool{}
	for _, k := range s.data.Portal.Kinds {
		if done[k.ID] {
			continue
		}
		done[k.ID] = true
		target := sp.target(s, k.ID)
		if target == nil || len(target.Kinds) < 2 {
			sp.add(sp.row(s, []string{k.ID}), target, false)
			continue
		}
		sp.add(sp.row(s, target.Kinds), target, false)
		for _, kind := range target.Kinds {
			done[kind] = true
			sp.add(sp.row(s, []string{kind}), nil, true)
		}
	}
}

func (sp *spread) add(r spreadRow, target *maturity.ShareTarget, inset bool) {
	if r.existing > 0 {
		r.target, r.inset = target, inset
		sp.rows = append(sp.rows, r)
	}
}

// target is the year's share target that a kind comes under, or nil.
func (sp *spread) target(s *Site, kind string) *maturity.ShareTarget {
	for i := range s.data.Portal.ShareTargets {
		t := &s.data.Portal.ShareTargets[i]
		if t.Year == sp.year && slices.Contains(t.Kinds, kind) && sp.instrument.Band(t.Band) >= 0 {
			return t
		}
	}
	return nil
}
