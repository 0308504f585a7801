package analysis

import (
	"maps"
	"runtime"
	"slices"
	"sync"

	"rapor/cmd/rapor/internal/maturity"
)

// Census holds the groups of every kind and of the whole country, year by year.
// It is made once for a data set and never changes, so any number of goroutines
// may read it.
type Census struct {
	years    []int
	members  map[kindYear][]*Series // by slug
	groups   map[kindYear][]*Group
	averages []*Series
}

type kindYear struct {
	kind string // "": all kinds
	year int
}

// NewCensus groups all series; they stand in order of slug. An institution counts
// under the kind it had in the year. Published averages are kept apart.
func NewCensus(all []*Series) *Census {
	c := &Census{members: map[kindYear][]*Series{}, groups: map[kindYear][]*Group{}}
	years := map[int]bool{}
	for _, s := range all {
		for i := range s.Points {
			years[s.Points[i].Year] = true
		}
	}
	c.years = slices.Sorted(maps.Keys(years))
	for _, s := range all {
		if s.Institution.Average {
			c.averages = append(c.averages, s)
			continue
		}
		for _, year := range c.years {
			if existed(s, year) {
				k := kindYear{s.Institution.KindIn(year), year}
				c.members[k] = append(c.members[k], s)
				c.members[kindYear{"", year}] = append(c.members[kindYear{"", year}], s)
			}
		}
	}
	c.group()
	return c
}

// group makes the groups of all kinds and years at the same time; none of them
// depends on another.
func (c *Census) group() {
	var (
		all sync.WaitGroup
		mu  sync.Mutex
	)
	next := make(chan kindYear)
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for k := range next {
				groups := NewGroups(k.year, c.members[k])
				mu.Lock()
				c.groups[k] = groups
				mu.Unlock()
			}
		})
	}
	for k := range c.members {
		next <- k
	}
	close(next)
	all.Wait()
}

// Years returns the years in which anyone has a final result, oldest first.
func (c *Census) Years() []int { return c.years }

// Settled returns the newest year whose results are known of the whole (Coverage
// of all institutions), 0 where there is none. In later years a few institutions
// may have results already.
func (c *Census) Settled() int {
	for i := len(c.years) - 1; i >= 0; i-- {
		if c.Country(c.years[i]).Enough() {
			return c.years[i]
		}
	}
	return 0
}

// Averages returns the series of published averages and the national figure.
func (c *Census) Averages() []*Series { return c.averages }

// Average returns the published average of exactly some kinds in a year, by an
// instrument: a fact of its own beside the group's median. Both are nil where
// none is published.
func (c *Census) Average(kinds []string, year int, in *maturity.Instrument) (*Series, *Point) {
	for _, s := range c.averages {
		if p := s.At(year); p != nil && p.Instrument == in && sameKinds(s.Institution.Represents, kinds) {
			return s, p
		}
	}
	return nil, nil
}

// Kind returns the group of a kind in a year, by the instrument that most of it
// was assessed with. It is empty where nobody of the kind existed.
func (c *Census) Kind(kind string, year int) *Group { return c.first(kindYear{kind, year}) }

// Country returns the group of all institutions in a year.
func (c *Census) Country(year int) *Group { return c.first(kindYear{"", year}) }

func (c *Census) first(k kindYear) *Group {
	if groups := c.groups[k]; len(groups) > 0 {
		return groups[0]
	}
	return &Group{Year: k.year}
}

// Peers returns the group that a result belongs to: the kind its institution
// had that year, by the result's own instrument. For an average, which has no
// peers, it is nil.
func (c *Census) Peers(s *Series, p *Point) *Group {
	if s.Institution.Average {
		return nil
	}
	for _, g := range c.groups[kindYear{s.Institution.KindIn(p.Year), p.Year}] {
		if g.Instrument == p.Instrument {
			return g
		}
	}
	return nil
}

// Kinds returns the group of several kinds together, as share targets name them.
// It is put together at each call.
func (c *Census) Kinds(kinds []string, year int) *Group {
	if len(kinds) == 1 {
		return c.Kind(kinds[0], year)
	}
	var members []*Series
	for i, kind := range kinds {
		if !slices.Contains(kinds[:i], kind) {
			members = append(members, c.members[kindYear{kind, year}]...)
		}
	}
	slices.SortFunc(members, bySlug)
	return NewGroups(year, members)[0]
}
