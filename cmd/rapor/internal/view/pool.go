package view

import (
	"cmp"
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// covered is how much of a kind must be known, in percent, before shares,
// medians and ranks may be told.
const covered = 90

// poolKey names the institutions that are compared with each other: of the kind
// that they had in that year, by that year's instrument.
type poolKey struct {
	kind       string
	year       int
	instrument *maturity.Instrument
}

// pool is the results of one kind and year, the best first.
type pool struct {
	poolKey
	members  []member
	existing int // institutions of the kind that there were in the year
	total    statistics
	domains  []statistics // of each domain; without values where too few are known
}

type member struct {
	h *history
	e *edition
}

// statistics are the median and the quartiles, exact; between two members they
// are interpolated, as spreadsheets do (QUARTILE.INC).
type statistics struct {
	n                    int
	median, lower, upper maturity.Index
}

// newPools groups all final results. Averages are no members: they are figures
// of their own.
func newPools(all []*history) map[poolKey]*pool {
	pools := map[poolKey]*pool{}
	for _, h := range all {
		if h.inst.Average {
			continue
		}
		for i := range h.editions {
			e := &h.editions[i]
			if !e.final {
				continue
			}
			key := poolKey{h.inst.KindIn(e.Year), e.Year, e.Instrument}
			if pools[key] == nil {
				pools[key] = &pool{poolKey: key}
			}
			pools[key].members = append(pools[key].members, member{h, e})
		}
	}
	existing := countExisting(all, pools)
	for key, p := range pools {
		p.existing = existing[kindYear{key.kind, key.year}]
		p.settle()
	}
	return pools
}

type kindYear struct {
	kind string
	year int
}

// countExisting counts the institutions of each kind in each year that some
// pool is about.
func countExisting(all []*history, pools map[poolKey]*pool) map[kindYear]int {
	var years []int
	for key := range pools {
		years = append(years, key.year)
	}
	slices.Sort(years)
	years = slices.Compact(years)
	count := map[kindYear]int{}
	for _, h := range all {
		if h.inst.Average {
			continue
		}
		for _, y := range years {
			if existed(h.inst, y) {
				count[kindYear{h.inst.KindIn(y), y}]++
			}
		}
	}
	return count
}

func existed(inst *maturity.Institution, year int) bool {
	return (inst.FirstYear == 0 || year >= inst.FirstYear) && (inst.LastYear == 0 || year <= inst.LastYear)
}

// settle sorts the members and computes what all their pages will say.
func (p *pool) settle() {
	slices.SortStableFunc(p.members, func(a, b member) int {
		return cmp.Or(b.e.exact.Cmp(a.e.exact), cmp.Compare(a.h.inst.Slug, b.h.inst.Slug))
	})
	if !p.enough(len(p.members)) {
		return
	}
	values := make([]maturity.Index, len(p.members))
	for i, m := range p.members {
		values[i] = m.e.exact
	}
	p.total = statisticsOf(values)
	p.domains = make([]statistics, len(p.instrument.Domains))
	for d := range p.domains {
		values = values[:0]
		for _, m := range p.members {
			if v := m.e.domain(d); v.known {
				values = append(values, v.exact)
			}
		}
		if p.enough(len(values)) {
			slices.SortFunc(values, func(a, b maturity.Index) int { return b.Cmp(a) })
			p.domains[d] = statisticsOf(values)
		}
	}
}

// enough reports whether so many results cover the kind.
func (p *pool) enough(known int) bool {
	return p != nil && known > 0 && 100*known >= covered*p.existing
}

// tells reports whether ranks and medians of the pool may be told: it must be
// covered, and one alone is no comparison.
func (p *pool) tells() bool { return p != nil && p.enough(len(p.members)) && len(p.members) > 1 }

// rank returns the place of an exact value, shared by ties.
func (p *pool) rank(x maturity.Index) int {
	better, _ := slices.BinarySearchFunc(p.members, x, func(m member, x maturity.Index) int { return x.Cmp(m.e.exact) })
	return better + 1
}

// statisticsOf takes values from high to low.
func statisticsOf(values []maturity.Index) statistics {
	return statistics{len(values), quartile(values, 2), quartile(values, 1), quartile(values, 3)}
}

// quartile returns the value a number of quarters of the way from the lowest to
// the highest.
func quartile(values []maturity.Index, quarters int64) maturity.Index {
	n := int64(len(values))
	way := quarters * (n - 1)
	at, rest := n-1-way/4, way%4
	if rest == 0 {
		return values[at].Sub(zero)
	}
	x, y := values[at].Sub(zero), values[at-1].Sub(zero) // in lowest terms, so that the products stay small
	return maturity.Index{Num: x.Num*(4-rest)*y.Den + y.Num*rest*x.Den, Den: 4 * x.Den * y.Den}.Sub(zero)
}

var zero = maturity.Index{Num: 0, Den: 1}

// pool returns the peers of an edition; nil for averages and what is not final.
func (s *Site) pool(h *history, e *edition) *pool {
	if h.inst.Average || e == nil || !e.final {
		return nil
	}
	return s.pools[poolKey{h.inst.KindIn(e.Year), e.Year, e.Instrument}]
}

// peers returns the newest edition of which peers may be told, with them; nil
// where there is none.
func (s *Site) peers(h *history) (*edition, *pool) {
	for i := len(h.editions) - 1; i >= 0; i-- {
		if p := s.pool(h, &h.editions[i]); p.tells() {
			return &h.editions[i], p
		}
	}
	return nil, nil
}
