package analysis

import (
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// StageStep is one stage of an evaluation with what it changed against the stage
// before it. A stage is no result: only the final one enters series, ranks,
// medians and targets.
type StageStep struct {
	Stage      maturity.Stage
	Levels     []maturity.Level // in the order of Instrument.Indicators
	Index      maturity.Index   // exact; the zero Index while levels are missing
	Band       int              // place in Instrument.Bands; -1 without an index
	Known      int              // indicators with a level
	Applicable int              // indicators that should have one

	Before         *StageStep     // nil for the first stage given
	Up, Down, Same int            // indicators with a level in both stages
	Change         maturity.Index // of the index; the zero Index where one of the two has none
}

// Stages returns the stages that are given, in the order of an evaluation.
// Result is what package score made of the assessment.
func Stages(a *maturity.Assessment, result *score.Result) []*StageStep {
	var steps []*StageStep
	for i, s := range a.Stages {
		card := &result.Cards[i]
		step := &StageStep{Stage: s.Stage, Levels: s.Levels, Index: card.Index, Band: card.Band, Known: card.Assessed, Applicable: card.Applicable}
		if i > 0 {
			step.against(steps[i-1])
		}
		steps = append(steps, step)
	}
	return steps
}

func (s *StageStep) against(before *StageStep) {
	s.Before = before
	for i, l := range s.Levels {
		was := before.Levels[i]
		switch {
		case !l.Assessed() || !was.Assessed():
		case l > was:
			s.Up++
		case l < was:
			s.Down++
		default:
			s.Same++
		}
	}
	if s.Index.Exists() && before.Index.Exists() {
		s.Change = minus(s.Index, before.Index)
	}
}

// Unsteady returns the places of the indicators whose level some stage changed,
// or that a stage gave and another did not.
func Unsteady(steps []*StageStep) []int {
	var places []int
	for i := range first(steps).Levels {
		for _, s := range steps[1:] {
			if s.Levels[i] != steps[0].Levels[i] {
				places = append(places, i)
				break
			}
		}
	}
	return places
}

// first is the first stage, an empty one where there is none.
func first(steps []*StageStep) *StageStep {
	if len(steps) == 0 {
		return &StageStep{}
	}
	return steps[0]
}
