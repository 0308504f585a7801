package analysis

import (
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// Progress is how far the filling of one year has come, by one instrument: who
// has filled in what, and what evidence there is. It says nothing of an index,
// which an assessment has only when it is done.
type Progress struct {
	Year       int
	Instrument *maturity.Instrument
	Deadline   string             // the latest one given, an ISO date; "" where none is
	Units      []UnitProgress     // by slug
	Indicators []PartialIndicator // parallel to Instrument.Indicators
	Filled     int                // levels given, over all units
	Applicable int                // levels that should be given
}

// UnitProgress is one institution. Assessment is nil where it has not begun: it
// had a result by the instrument before, and has no file for the year.
type UnitProgress struct {
	Institution      *maturity.Institution
	Assessment       *maturity.Assessment
	Filled           int // levels of the last stage given
	Applicable       int
	Present, Missing int // evidence
	Final            bool
}

// Done reports whether every level that applies is given.
func (u UnitProgress) Done() bool {
	return u.Applicable > 0 && u.Filled == u.Applicable && !u.Assessment.Incomplete
}

// PartialIndicator is one indicator over all units.
type PartialIndicator struct {
	Filled, Applicable int
	Present, Missing   int // evidence
}

// Filling returns the progress of the newest year in which an assessment is
// still being filled, or nil where there is none. Averages take no part.
func Filling(set *maturity.Dataset) *Progress {
	p := newestFilling(set)
	if p == nil {
		return nil
	}
	p.Indicators = make([]PartialIndicator, len(p.Instrument.Indicators))
	for _, inst := range set.Institutions {
		if inst.Average || inst.LastYear != 0 && inst.LastYear < p.Year || inst.FirstYear > p.Year {
			continue
		}
		a := inst.In(p.Year)
		switch {
		case a != nil && a.Instrument == p.Instrument:
			p.add(inst, a)
		case a == nil && slices.ContainsFunc(inst.Assessments, func(b *maturity.Assessment) bool { return b.Instrument == p.Instrument }) && joins(set, p, inst):
			p.add(inst, nil)
		}
	}
	return p
}

// joins reports whether an institution without a file takes part: others of its
// kind do.
func joins(set *maturity.Dataset, p *Progress, inst *maturity.Institution) bool {
	return slices.ContainsFunc(set.Institutions, func(other *maturity.Institution) bool {
		a := other.In(p.Year)
		return other.KindIn(p.Year) == inst.KindIn(p.Year) && a != nil && a.Instrument == p.Instrument
	})
}

func newestFilling(set *maturity.Dataset) *Progress {
	var p *Progress
	for _, inst := range set.Institutions {
		for _, a := range inst.Assessments {
			if a.Incomplete && !inst.Average && (p == nil || a.Year > p.Year) {
				p = &Progress{Year: a.Year, Instrument: a.Instrument}
			}
		}
	}
	return p
}

// add counts one unit; a nil assessment has not begun.
func (p *Progress) add(inst *maturity.Institution, a *maturity.Assessment) {
	u := UnitProgress{Institution: inst, Assessment: a}
	var levels []maturity.Level
	if a != nil {
		p.Deadline = max(p.Deadline, a.Deadline)
		u.Final = a.Final()
		if r := a.Result(); r != nil {
			levels = r.Levels
		}
	}
	skipped := notApplicable(inst, a, p)
	for i := range p.Indicators {
		if p.Instrument.Normalises && slices.Contains(skipped, i) {
			continue
		}
		u.Applicable++
		p.Indicators[i].Applicable++
		if levels != nil && levels[i].Assessed() {
			u.Filled++
			p.Indicators[i].Filled++
		}
	}
	if a != nil {
		p.evidence(a, &u)
	}
	p.Filled, p.Applicable = p.Filled+u.Filled, p.Applicable+u.Applicable
	p.Units = append(p.Units, u)
}

// notApplicable is what does not apply to a unit: what its year says, else what
// its last year by the instrument said.
func notApplicable(inst *maturity.Institution, a *maturity.Assessment, p *Progress) []int {
	if a != nil {
		return a.NotApplicable
	}
	for _, b := range slices.Backward(inst.Assessments) {
		if b.Instrument == p.Instrument && b.Year < p.Year {
			return b.NotApplicable
		}
	}
	return nil
}

func (p *Progress) evidence(a *maturity.Assessment, u *UnitProgress) {
	for _, n := range a.Notes {
		for _, e := range n.Evidence {
			if e.Present {
				u.Present++
				p.Indicators[n.Indicator].Present++
			} else {
				u.Missing++
				p.Indicators[n.Indicator].Missing++
			}
		}
	}
}
