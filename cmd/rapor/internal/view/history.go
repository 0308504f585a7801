package view

import (
	"cmp"
	"runtime"
	"sync"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// history is what is known of one institution, edition by edition. It holds no
// words.
type history struct {
	inst     *maturity.Institution
	editions []edition // by year
	latest   *edition  // the newest with a final result, or nil
	shown    *edition  // what the institution's page is about: latest, else the newest of any sort, or nil
	series   *analysis.Series

	paths []analysis.Path // to its targets, by year
}

// edition is one assessment with what pages say of it.
type edition struct {
	*maturity.Assessment
	score    *score.Result
	point    *analysis.Point     // the final result, or nil
	index    maturity.Hundredths // as printed; computed where nothing was printed. Holds where known
	known    bool                // there is an index to show
	final    bool                // it enters series, ranks, medians and targets
	computed bool                // index was not published but computed
	last     *edition            // the last comparable one: final, of the same instrument
	before   *edition            // the final one before, of whatever instrument
	change   maturity.Hundredths // against last, rounded once
	exact    maturity.Index      // the same before rounding
}

// newHistories are those of all institutions, in their order.
func newHistories(all []*maturity.Institution, study *analysis.Study) []*history {
	out := make([]*history, len(all))
	var workers sync.WaitGroup
	n := runtime.GOMAXPROCS(0)
	for worker := range n {
		workers.Go(func() {
			for i := worker; i < len(all); i += n {
				out[i] = newHistory(all[i], study)
			}
		})
	}
	workers.Wait()
	return out
}

func newHistory(inst *maturity.Institution, study *analysis.Study) *history {
	h := &history{inst: inst, editions: make([]edition, 0, len(inst.Assessments)), series: study.Of(inst.Slug)}
	for _, a := range inst.Assessments {
		h.editions = append(h.editions, newEdition(a, study.Result(a), h.series.At(a.Year)))
	}
	for i := range h.editions {
		e := &h.editions[i]
		h.shown = e
		if !e.final {
			continue
		}
		h.compare(e)
		h.latest = e
	}
	if h.latest != nil {
		h.shown = h.latest
	}
	h.paths = study.Paths(inst)
	return h
}

// newEdition takes an assessment and its final result, nil where it has none.
func newEdition(a *maturity.Assessment, result *score.Result, final *analysis.Point) edition {
	e := edition{Assessment: a, score: result}
	if final != nil && final.Assessment == a {
		e.point, e.final, e.known = final, true, true
		e.index, e.computed = final.Printed, final.Origin == analysis.OriginComputed
		return e
	}
	if c := result.Computed(); c != nil && !a.Incomplete && c.Index.Exists() {
		e.index, e.known, e.computed = c.Index.Rounded(), true, true // of an earlier stage
	}
	return e
}

// compare finds what an edition may be compared with. Figures of two
// instruments are never compared.
func (h *history) compare(e *edition) {
	for i := range h.editions {
		if b := &h.editions[i]; b.final && b.Year < e.Year {
			e.before = b
		}
	}
	if c := h.series.Change(e.point); c.Reason == "" {
		e.last, e.change, e.exact = h.in(c.From.Year), c.Value.Rounded(), c.Value
	}
}

// direction is 1 where the index rose, -1 where it fell, and 0 where the change and
// the two figures shown all tell that it stayed.
func (e *edition) direction() int {
	if e.change == 0 && e.index == e.last.index {
		return 0
	}
	return cmp.Compare(e.exact.Num, 0)
}

// unrounded reports whether the change is another than a reader gets by
// subtracting the two figures shown: it is rounded once, and so are they.
func (e *edition) unrounded() bool { return e.last != nil && e.change != e.index-e.last.index }

// stage is the stage of the levels that a computed index stands on where it is
// not the final one; else "".
func (e *edition) stage() maturity.Stage {
	if r := e.Result(); e.computed && r != nil && r.Stage != maturity.StageFinal {
		return r.Stage
	}
	return ""
}

// levels returns the levels that the edition shows as its own, or nil. Those of
// an earlier stage are not the levels of a published result.
func (e *edition) levels() []maturity.Level {
	if r := e.Result(); r != nil && e.besides() == "" {
		return r.Levels
	}
	return nil
}

// besides is the stage of levels that are known beside a published result but
// are not its own; else "".
func (e *edition) besides() maturity.Stage {
	r := e.Result()
	if r == nil || r.Stage == maturity.StageFinal || e.Published == nil || e.Published.Index == nil {
		return ""
	}
	return r.Stage
}

// figure is the index; none where it is not known.
func (e *edition) figure() analysis.Figure {
	switch {
	case e.point != nil:
		return e.point.Figure
	case !e.known:
		return analysis.Figure{}
	}
	return analysis.Figure{Printed: e.index, Exact: e.score.Computed().Index, Origin: analysis.OriginComputed}
}

// domain returns the figure of a domain: as published, else computed.
func (e *edition) domain(place int) analysis.Figure {
	if e.point != nil {
		return figureOf(e.point.Domains, place)
	}
	var published map[string]maturity.Hundredths
	var computed maturity.Index
	if e.Published != nil {
		published = e.Published.Domains
	}
	if c := e.card(); c != nil && place < len(c.Domains) {
		computed = c.Domains[place]
	}
	return early(published, e.Instrument.Domains[place].ID, computed)
}

// aspect returns the figure of an aspect: as published, else computed.
func (e *edition) aspect(place int) analysis.Figure {
	if e.point != nil {
		return figureOf(e.point.Aspects, place)
	}
	var published map[string]maturity.Hundredths
	var computed maturity.Index
	if e.Published != nil {
		published = e.Published.Aspects
	}
	if c := e.card(); c != nil && place < len(c.Aspects) {
		computed = c.Aspects[place]
	}
	return early(published, e.Instrument.Aspects[place].ID, computed)
}

// figureOf is a part's figure; none where no parts are known.
func figureOf(parts []analysis.Figure, place int) analysis.Figure {
	if place >= len(parts) {
		return analysis.Figure{}
	}
	return parts[place]
}

// early is a part's figure in an assessment without a final result.
func early(published map[string]maturity.Hundredths, id string, computed maturity.Index) analysis.Figure {
	if v, ok := published[id]; ok {
		return analysis.Figure{Printed: v, Origin: analysis.OriginPublished}
	}
	if computed.Exists() {
		return analysis.Figure{Printed: computed.Rounded(), Exact: computed, Origin: analysis.OriginComputed}
	}
	return analysis.Figure{}
}

// card is the computed result that the edition's parts may be taken from: none
// while it is being filled, and none of an earlier stage beside a published one.
func (e *edition) card() *score.Card {
	c := e.score.Computed()
	if c == nil || e.Incomplete || c.Stage != maturity.StageFinal && e.printed() {
		return nil
	}
	return c
}

// count tells how many domains, aspects and levels are known.
func (e *edition) count() (domains, aspects, levels int) {
	for i := range e.Instrument.Domains {
		if e.domain(i).Exists() {
			domains++
		}
	}
	for i := range e.Instrument.Aspects {
		if e.aspect(i).Exists() {
			aspects++
		}
	}
	for _, l := range e.levels() {
		if l.Assessed() {
			levels++
		}
	}
	return domains, aspects, levels
}

// band is the place of the edition's band in its instrument, or -1. Printed
// tells whether it stands in the source.
func (e *edition) band() (place int, printed bool) {
	if e.computed {
		if c := e.score.Computed(); c != nil {
			return c.Band, false
		}
	}
	return e.score.Band, e.score.BandPrinted
}

// printed reports whether any figure of the year was published.
func (e *edition) printed() bool {
	p := e.Published
	return p != nil && (p.Index != nil || len(p.Domains) > 0 || len(p.Aspects) > 0)
}
