package view

import (
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
	aims     []aim     // its targets, by year
}

// edition is one assessment with what pages say of it.
type edition struct {
	*maturity.Assessment
	score    *score.Result
	index    maturity.Hundredths // as printed; computed where nothing was printed. Holds where known
	exact    maturity.Index      // what ranks, medians and targets are judged on
	known    bool                // there is an index to show
	final    bool                // it enters series, ranks, medians and targets
	computed bool                // index was not published but computed
	last     *edition            // the last comparable one: final, of the same instrument
	before   *edition            // the final one before, of whatever instrument
	change   maturity.Hundredths // against last
}

func newHistory(inst *maturity.Institution, study *analysis.Study) *history {
	h := &history{inst: inst, editions: make([]edition, 0, len(inst.Assessments))}
	for _, a := range inst.Assessments {
		h.editions = append(h.editions, newEdition(a, study.Result(a)))
	}
	for i := range h.editions {
		e := &h.editions[i]
		h.shown = e
		if !e.final {
			continue
		}
		e.compare(h.editions[:i])
		h.latest = e
	}
	if h.latest != nil {
		h.shown = h.latest
	}
	h.aims = newAims(h)
	return h
}

func newEdition(a *maturity.Assessment, result *score.Result) edition {
	if result == nil {
		result = &score.Result{Band: -1}
	}
	e := edition{Assessment: a, score: result}
	var exact maturity.Index
	if c := result.Computed(); c != nil && !a.Incomplete {
		exact = c.Index
	}
	switch {
	case a.Published != nil && a.Published.Index != nil:
		e.index, e.known = *a.Published.Index, true
		e.exact = e.index.Index()
		// The exact value serves where it is the printed one before rounding. A
		// computed value that differs is shown beside the printed one, never in
		// its place.
		if exact.Exists() && a.Result().Stage == maturity.StageFinal && exact.Rounded() == e.index {
			e.exact = exact
		}
	case exact.Exists():
		e.index, e.exact, e.known, e.computed = exact.Rounded(), exact, true, true
	}
	e.final = e.known && a.Final()
	return e
}

// compare finds what the edition may be compared with. Figures of two
// instruments are never compared.
func (e *edition) compare(earlier []edition) {
	for i := len(earlier) - 1; i >= 0; i-- {
		c := &earlier[i]
		if !c.final {
			continue
		}
		if e.before == nil {
			e.before = c
		}
		if c.Instrument == e.Instrument {
			e.last = c
			break
		}
	}
	if e.last == nil {
		return
	}
	e.change = e.index - e.last.index
	if e.computed || e.last.computed {
		e.change = e.exact.Sub(e.last.exact).Rounded()
	}
}

// stage is the stage of the levels that a computed index stands on where it is
// not the final one; else "".
func (e *edition) stage() maturity.Stage {
	if r := e.Result(); e.computed && r != nil && r.Stage != maturity.StageFinal {
		return r.Stage
	}
	return ""
}

// levels returns the levels that the edition shows, or nil.
func (e *edition) levels() []maturity.Level {
	if r := e.Result(); r != nil {
		return r.Levels
	}
	return nil
}

// value is one figure of a part of the index.
type value struct {
	printed maturity.Hundredths
	exact   maturity.Index
	known   bool
}

func newValue(published map[string]maturity.Hundredths, id string, computed maturity.Index) value {
	if v, ok := published[id]; ok {
		x := value{v, v.Index(), true}
		if computed.Exists() && computed.Rounded() == v {
			x.exact = computed
		}
		return x
	}
	if computed.Exists() {
		return value{computed.Rounded(), computed, true}
	}
	return value{}
}

// domain returns the figure of a domain: as published, else computed.
func (e *edition) domain(place int) value {
	var published map[string]maturity.Hundredths
	var computed maturity.Index
	if e.Published != nil {
		published = e.Published.Domains
	}
	if c := e.card(); c != nil && place < len(c.Domains) {
		computed = c.Domains[place]
	}
	return newValue(published, e.Instrument.Domains[place].ID, computed)
}

// aspect returns the figure of an aspect: as published, else computed.
func (e *edition) aspect(place int) value {
	var published map[string]maturity.Hundredths
	var computed maturity.Index
	if e.Published != nil {
		published = e.Published.Aspects
	}
	if c := e.card(); c != nil && place < len(c.Aspects) {
		computed = c.Aspects[place]
	}
	return newValue(published, e.Instrument.Aspects[place].ID, computed)
}

// card is the computed result that the edition's parts may be taken from: none
// while it is being filled, and none of an earlier stage beside a published one.
func (e *edition) card() *score.Card {
	c := e.score.Computed()
	if c == nil || e.Incomplete || e.Published != nil && e.Published.Index != nil && c.Stage != maturity.StageFinal {
		return nil
	}
	return c
}

// count tells how many domains, aspects and levels are known.
func (e *edition) count() (domains, aspects, levels int) {
	for i := range e.Instrument.Domains {
		if e.domain(i).known {
			domains++
		}
	}
	for i := range e.Instrument.Aspects {
		if e.aspect(i).known {
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
