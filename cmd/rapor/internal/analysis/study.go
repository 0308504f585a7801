package analysis

import (
	"runtime"
	"sync"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// Study is everything worked out of a data set, once, for pages and data alike.
// It never changes, so any number of goroutines may read it.
type Study struct {
	Set    *maturity.Dataset
	Series []*Series // parallel to Set.Institutions
	Census *Census

	results map[*maturity.Assessment]*score.Result
	bySlug  map[string]*Series
	owned   map[string][]Owned
}

// NewStudy assesses every institution and puts the results side by side. The
// data set must be what is to be published: drafts that it holds count.
func NewStudy(set *maturity.Dataset, models score.Models) *Study {
	s := &Study{Set: set, Series: make([]*Series, len(set.Institutions)), results: map[*maturity.Assessment]*score.Result{}, bySlug: map[string]*Series{}}
	results := assessAll(set, models)
	for i, inst := range set.Institutions {
		s.Series[i] = NewSeries(inst, results[i])
		s.bySlug[inst.Slug] = s.Series[i]
		for k, a := range inst.Assessments {
			s.results[a] = &results[i][k]
		}
	}
	s.Census = NewCensus(s.Series)
	s.owned = owners(s.Series)
	return s
}

// assessAll computes every assessment, each institution in a slot of its own.
func assessAll(set *maturity.Dataset, models score.Models) [][]score.Result {
	out := make([][]score.Result, len(set.Institutions))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				inst := set.Institutions[i]
				out[i] = make([]score.Result, len(inst.Assessments))
				for k, a := range inst.Assessments {
					out[i][k] = score.Assess(models[a.Instrument], inst, a)
				}
			}
		})
	}
	for i := range set.Institutions {
		next <- i
	}
	close(next)
	workers.Wait()
	return out
}

// Result returns what was computed of an assessment of the data set.
func (s *Study) Result(a *maturity.Assessment) *score.Result { return s.results[a] }

// Of returns the series of an institution, or nil.
func (s *Study) Of(slug string) *Series { return s.bySlug[slug] }

// Findings are what an institution's newest result says.
type Findings struct {
	Series     *Series
	Paths      []Path
	Priorities Priorities
	Change     Decomposition
}

// Findings works out what there is to say of an institution.
func (s *Study) Findings(inst *maturity.Institution) Findings {
	series := s.Of(inst.Slug)
	f := Findings{Series: series, Paths: s.Paths(inst)}
	f.Priorities = s.Priorities(inst, f.Paths)
	if latest := series.Latest(); latest != nil {
		f.Change = series.Decompose(latest)
	}
	return f
}

// Paths leads to an institution's targets.
func (s *Study) Paths(inst *maturity.Institution) []Path {
	return Paths(s.Set, s.Of(inst.Slug), s.Census.Settled())
}

// Priorities are those of an institution's newest result; the zero Priorities where
// it has none.
func (s *Study) Priorities(inst *maturity.Institution, paths []Path) Priorities {
	series := s.Of(inst.Slug)
	latest := series.Latest()
	if latest == nil {
		return Priorities{}
	}
	a := latest.Assessment
	return Prioritise(series, a, s.Result(a).Computed(), s.Census.Peers(series, latest), paths)
}
