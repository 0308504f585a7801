package analysis

import (
	"math/rand/v2"
	"slices"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

func staged(in *maturity.Instrument, stages ...maturity.StageLevels) []*StageStep {
	a := &maturity.Assessment{Year: 2024, Instrument: in, Stages: stages}
	result := score.Assess(score.New(in), nil, a)
	return Stages(a, &result)
}

func levelsOf(values ...int) []maturity.Level {
	out := make([]maturity.Level, len(values))
	for i, v := range values {
		if v >= 0 {
			out[i] = maturity.LevelOf(maturity.Hundredths(100 * v))
		}
	}
	return out
}

func TestStagesTellWhatEachChanged(t *testing.T) {
	in := norm(t, "A1 4x25", "1 5 1")
	steps := staged(in,
		maturity.StageLevels{Stage: maturity.StageSelf, Levels: levelsOf(4, 4, 3, 2)},     // 13/4 = 3.25
		maturity.StageLevels{Stage: maturity.StageDocument, Levels: levelsOf(3, 4, 2, 3)}, // 12/4 = 3.00
		maturity.StageLevels{Stage: maturity.StageFinal, Levels: levelsOf(3, 4, 2, 4)},    // 13/4 = 3.25
	)
	for i, want := range []struct {
		index, change string
		up, down      int
	}{{"13/4", "", 0, 0}, {"3/1", "-1/4", 1, 2}, {"13/4", "1/4", 1, 0}} {
		s := steps[i]
		if s.Index.String() != want.index || s.Change.String() != want.change || s.Up != want.up || s.Down != want.down {
			t.Errorf("%s: index %s, change %s, %d up, %d down", s.Stage, s.Index, s.Change, s.Up, s.Down)
		}
	}
	if got := Unsteady(steps); !slices.Equal(got, []int{0, 2, 3}) {
		t.Errorf("changed: %v", got)
	}
	if Unsteady(nil) != nil {
		t.Error("no stage changes nothing")
	}
}

func TestAStageWithoutALevelHasNoIndexAndNoChange(t *testing.T) {
	in := norm(t, "A1 2x50", "1 5 1")
	steps := staged(in, maturity.StageLevels{Stage: maturity.StageSelf, Levels: levelsOf(4, -1)}, maturity.StageLevels{Stage: maturity.StageFinal, Levels: levelsOf(3, 3)})
	if steps[0].Index.Exists() || steps[1].Change.Exists() || steps[1].Down != 1 || steps[1].Up != 0 || steps[0].Known != 1 {
		t.Errorf("%+v %+v", steps[0], steps[1])
	}
}

// The changes of all stages add up to the change from the first to the last.
func TestChangesOfStagesAddUp(t *testing.T) {
	in, random := norm2020(t), rand.New(rand.NewPCG(5, 10))
	for range 300 {
		var stages []maturity.StageLevels
		for _, stage := range maturity.Stages {
			levels := make([]maturity.Level, len(in.Indicators))
			for i := range levels {
				levels[i] = maturity.LevelOf(maturity.Hundredths(100 + 100*random.IntN(5)))
			}
			stages = append(stages, maturity.StageLevels{Stage: stage, Levels: levels})
		}
		steps := staged(in, stages...)
		sum := maturity.Index{Num: 0, Den: 1}
		for _, s := range steps[1:] {
			sum = plus(sum, s.Change)
			if s.Up+s.Down+s.Same != len(in.Indicators) {
				t.Fatalf("%d up, %d down, %d same", s.Up, s.Down, s.Same)
			}
		}
		if whole := minus(steps[4].Index, steps[0].Index); compare(sum, whole) != 0 {
			t.Fatalf("changes add up to %s, the whole is %s", sum, whole)
		}
	}
}

func TestOnlyComparableIndicatorsStandSideBySide(t *testing.T) {
	old, now := norm(t, "A1 4x25", "0 5 1"), norm(t, "A1 5x20", "1 5 1")
	old.ID, now.Predecessor = "lama", "lama"
	now.Equivalents = []maturity.Equivalent{
		{Indicator: "I03", From: "I04", Comparable: true}, {Indicator: "I01", From: "I02", Comparable: true},
		{Indicator: "I02", From: "I01"}, {Indicator: "I04", From: "I03", Comparable: true},
	}
	from := &Point{Year: 2020, Instrument: old, Levels: levelsOf(1, 0, -1, 4)}
	to := &Point{Year: 2021, Instrument: now, Levels: levelsOf(2, 2, 3, 5, 1)}
	pairs := Pairs(from, to)
	if len(pairs) != 2 || pairs[0].Place != 0 || pairs[0].From != 1 || pairs[0].LevelFrom.Hundredths() != 0 || pairs[1].Place != 2 || pairs[1].From != 3 {
		t.Errorf("%+v", pairs)
	}
	from.Instrument = norm(t, "A1 4x25", "1 5 1")
	if Pairs(from, to) != nil || Pairs(nil, to) != nil {
		t.Error("only the predecessor's indicators are comparable")
	}
}
