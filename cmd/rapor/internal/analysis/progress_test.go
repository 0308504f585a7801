package analysis

import (
	"slices"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

func filling(in *maturity.Instrument, slug string, year int, levels ...int) *maturity.Assessment {
	a := &maturity.Assessment{Institution: slug, Year: year, Instrument: in, Incomplete: slices.Contains(levels, -1) || len(levels) == 0, Deadline: "2025-10-31"}
	if len(levels) > 0 {
		a.Stages = []maturity.StageLevels{{Stage: maturity.StageSelf, Levels: levelsOf(levels...)}}
	}
	return a
}

func TestFillingCountsUnitsIndicatorsAndEvidence(t *testing.T) {
	in := norm(t, "A1 4x25", "1 5 1")
	in.Normalises = true
	half := filling(in, "b", 2025, 3, -1, 2, -1)
	half.NotApplicable = []int{3}
	half.Notes = []maturity.IndicatorNote{{Indicator: 0, Evidence: []maturity.Evidence{{Present: true}, {}}}, {Indicator: 2, Evidence: []maturity.Evidence{{Present: true}}}}
	done := filling(in, "a", 2025, 3, 3, 4, 4)
	done.Deadline = "2025-11-15"
	late := filling(in, "c", 2024, 2, 2, 2, 2)
	late.NotApplicable = []int{0}
	units := []*maturity.Institution{
		{Slug: "a", Kind: "dinas", Assessments: []*maturity.Assessment{done}},
		{Slug: "b", Kind: "dinas", Assessments: []*maturity.Assessment{half}},
		{Slug: "c", Kind: "dinas", Assessments: []*maturity.Assessment{late}},                // has not begun
		{Slug: "d", Kind: "kota", Assessments: []*maturity.Assessment{late}},                 // of a kind that does not take part
		{Slug: "e", Kind: "dinas", Average: true, Assessments: []*maturity.Assessment{half}}, // no unit
		{Slug: "f", Kind: "dinas", LastYear: 2024, Assessments: []*maturity.Assessment{late}},
	}
	p := Filling(&maturity.Dataset{Institutions: units})
	if p == nil || p.Year != 2025 || p.Deadline != "2025-11-15" || len(p.Units) != 3 {
		t.Fatalf("%+v", p)
	}
	for i, want := range []UnitProgress{{Filled: 4, Applicable: 4}, {Filled: 2, Applicable: 3, Present: 2, Missing: 1}, {Applicable: 3}} {
		u := p.Units[i]
		if u.Filled != want.Filled || u.Applicable != want.Applicable || u.Present != want.Present || u.Missing != want.Missing {
			t.Errorf("%s: %+v", u.Institution.Slug, u)
		}
	}
	if !p.Units[0].Done() || p.Units[1].Done() || p.Units[2].Assessment != nil {
		t.Errorf("done: %v %v", p.Units[0].Done(), p.Units[1].Done())
	}
	if !slices.Equal(p.Indicators, []PartialIndicator{{2, 2, 1, 1}, {1, 3, 0, 0}, {2, 3, 1, 0}, {1, 2, 0, 0}}) {
		t.Errorf("%+v", p.Indicators)
	}
	if p.Filled != 6 || p.Applicable != 10 {
		t.Errorf("%d of %d", p.Filled, p.Applicable)
	}
	half.Incomplete = false
	if Filling(&maturity.Dataset{Institutions: units}) != nil {
		t.Error("nothing is being filled any more")
	}
}

// A group of five: two share the best index, and two the greatest rise.
func TestAwardsNameAllWhoShareTheFirstPlace(t *testing.T) {
	in := norm2020(t)
	var all []*Series
	for slug, results := range map[string]string{
		"a": "2023=3.00 2024=4.10", "b": "2023=3.90 2024=4.10", "c": "2023=2.00 2024=3.10", "d": "2023=3.00 2024=2.00", "e": "2023=2.50 2024=2.50",
	} {
		all = append(all, seriesOf(institution(t, in, slug, results)))
	}
	a := NewGroups(2024, all)[0].Awards()
	if len(a.Best) != 2 || a.Best[0].Series.Institution.Slug != "a" || a.Best[1].Series.Institution.Slug != "b" {
		t.Errorf("best: %v", a.Best)
	}
	if len(a.Improved) != 2 || a.Improved[0].Series.Institution.Slug != "a" || a.Improved[1].Series.Institution.Slug != "c" || a.Improved[0].Change.String() != "11/10" {
		t.Errorf("most improved: %v", a.Improved)
	}
}

func TestNobodyIsAwardedWhereTooFewAreKnown(t *testing.T) {
	in := norm2020(t)
	known := seriesOf(institution(t, in, "a", "2023=3.00 2024=4.10"))
	unknown := seriesOf(&maturity.Institution{Slug: "b"})
	if a := NewGroups(2024, []*Series{known, unknown})[0].Awards(); a.Best != nil || a.Improved != nil {
		t.Errorf("one of two: %+v", a)
	}
	if a := NewGroups(2024, []*Series{known})[0].Awards(); a.Best != nil || a.Improved != nil {
		t.Errorf("alone: %+v", a)
	}
	fallen := []*Series{seriesOf(institution(t, in, "a", "2023=3.00 2024=2.10")), seriesOf(institution(t, in, "b", "2023=3.00 2024=3.00"))}
	if a := NewGroups(2024, fallen)[0].Awards(); len(a.Best) != 1 || a.Improved != nil {
		t.Errorf("nobody rose: %+v", a)
	}
}
