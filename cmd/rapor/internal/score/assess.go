package score

import "rapor/cmd/rapor/internal/maturity"

// Result is everything that can be computed of one assessment.
type Result struct {
	Cards       []Card         // one for each of Assessment.Stages, in its order
	Range       Range          // what the printed domains allow the index to be
	Rows        []Row          // published against computed: index, domains, aspects, band
	Basis       maturity.Basis // what that year's bands are judged on
	Band        int            // of the year's result: the printed one, else derived; -1 where neither is known
	BandPrinted bool           // Band stands in the source as a band of the instrument
}

// Computed returns the card of the stage that the computed result stands on (the
// final one, else the last given; see Card.Stage), or nil where no levels are
// known. Only the final stage's may enter series, ranks, medians and targets.
func (r Result) Computed() *Card {
	if len(r.Cards) == 0 {
		return nil
	}
	return &r.Cards[len(r.Cards)-1]
}

// Row finds the row of a part ("indeks", "domain.D1", "predikat"), or nil.
func (r Result) Row(part string) *Row {
	for i := range r.Rows {
		if r.Rows[i].Part == part {
			return &r.Rows[i]
		}
	}
	return nil
}

// Assess computes everything of one assessment. The model must be that of
// a.Instrument; otherwise, and where there is none, the result is empty.
//
// Published figures are set against the levels of the final stage. Levels of an
// earlier stage are another thing than the published result: they get a card,
// but published figures are then judged as if no levels were known. So they are
// while the assessment is still being filled, which has no index either.
//
// An institution that is an average gets no test of what levels can make: its
// figures are means of many, and are judged by the rounding of its parts alone.
func Assess(m *Model, inst *maturity.Institution, a *maturity.Assessment) Result {
	result := Result{Band: -1, Range: Range{Bands: noBands}}
	if m == nil || a.Instrument != m.in {
		return result
	}
	in := m.in
	result.Basis, result.Cards = in.BasisIn(a.Year), make([]Card, len(a.Stages))
	for i, s := range a.Stages {
		card := tally(in, s.Levels, a.NotApplicable, in.Normalises && !a.Incomplete)
		if a.Incomplete {
			card.Index = maturity.Index{}
		}
		card.Stage = s.Stage
		card.Band = Rating(in, a.Year, card.Index)
		result.Cards[i] = card
	}
	var final *Card
	if c := result.Computed(); c != nil && c.Stage == maturity.StageFinal && c.Index.Exists() {
		final = c
	}
	pub := a.Published
	if pub == nil {
		if final != nil {
			result.Band = final.Band
		}
		return result
	}
	average := inst != nil && inst.Average
	parts := pub.Domains
	if len(in.Domains) == 0 {
		parts = pub.Aspects
	}
	result.Range = m.allowed(&m.index, parts, average)
	result.Range.Bands = result.Range.slots.bands(in, result.Basis)
	r := reconciler{m, pub, result.Basis, average, final, result.Range}
	result.Rows = r.rows()
	result.Band = in.Band(pub.Band)
	result.BandPrinted = result.Band >= 0
	if !result.BandPrinted {
		result.Band = r.derived()
	}
	return result
}
