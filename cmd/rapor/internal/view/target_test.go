package view

import (
	"testing"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
)

func hundredths(v int32) maturity.Hundredths { return maturity.Hundredths(v) }

var (
	oldNorm = &maturity.Instrument{ID: "lama", FirstYear: 2018, LastYear: 2020}
	newNorm = &maturity.Instrument{ID: "baru", FirstYear: 2021, LastYear: 2025}
)

// published is an institution with published indices, by year.
func published(targets []maturity.Target, years map[int]int32) *history {
	inst := &maturity.Institution{Slug: "kota-x", Targets: targets}
	for y := 2018; y <= 2030; y++ {
		v, ok := years[y]
		if !ok {
			continue
		}
		index, in := hundredths(v), newNorm
		if y <= oldNorm.LastYear {
			in = oldNorm
		}
		inst.Assessments = append(inst.Assessments, &maturity.Assessment{Year: y, Instrument: in, Published: &maturity.Published{Index: &index}})
	}
	return newHistory(inst, analysis.NewStudy(&maturity.Dataset{}, nil))
}

func TestWhatBecameOfATarget(t *testing.T) {
	for _, c := range []struct {
		why        string
		target     maturity.Target
		years      map[int]int32
		fate       fate
		in         int
		gap        int32
		instrument *maturity.Instrument
	}{
		{"reached in its year", maturity.Target{Year: 2023, Index: 300}, map[int]int32{2022: 250, 2023: 300}, reached, 2023, 0, newNorm},
		{"reached before its year", maturity.Target{Year: 2026, Index: 300}, map[int]int32{2022: 204, 2023: 289, 2024: 370}, reached, 2024, 0, newNorm},
		{"short by a hundredth", maturity.Target{Year: 2023, Index: 300}, map[int]int32{2022: 250, 2023: 299}, missed, 0, 1, newNorm},
		{"reached a year late", maturity.Target{Year: 2023, Index: 300}, map[int]int32{2022: 250, 2023: 280, 2024: 310}, missed, 2024, 20, newNorm},
		{"its year has no result", maturity.Target{Year: 2023, Index: 300}, map[int]int32{2022: 250, 2024: 280}, unjudged, 0, 0, newNorm},
		{"its year is to come", maturity.Target{Year: 2025, Index: 300}, map[int]int32{2022: 250, 2023: 280}, open, 0, 20, newNorm},
		{"its year has another instrument", maturity.Target{Year: 2026, Index: 300}, map[int]int32{2022: 250, 2023: 280}, replaced, 0, 20, newNorm},
		{"no result yet", maturity.Target{Year: 2026, Index: 300}, nil, notBegun, 0, 0, nil},
		{"the instrument that it names decides", maturity.Target{Year: 2021, Index: 200, Instrument: "lama"}, map[int]int32{2020: 190, 2021: 250}, replaced, 0, 10, oldNorm},
		{"the last edition before it names the instrument", maturity.Target{Year: 2021, Index: 240}, map[int]int32{2020: 250, 2021: 210}, reached, 2020, 0, oldNorm},
		{"its own edition where none is before", maturity.Target{Year: 2021, Index: 260}, map[int]int32{2021: 120}, missed, 0, 140, newNorm},
	} {
		h := published([]maturity.Target{c.target}, c.years)
		a := h.aims[0]
		if a.fate != c.fate || a.in != c.in || a.gap != hundredths(c.gap) || a.instrument != c.instrument {
			t.Errorf("%s: fate %d in %d gap %d, want %d in %d gap %d", c.why, a.fate, a.in, a.gap, c.fate, c.in, c.gap)
		}
	}
}

func TestChangesStayWithinAnInstrument(t *testing.T) {
	h := published(nil, map[int]int32{2019: 218, 2020: 226, 2021: 224, 2023: 279})
	for _, c := range []struct {
		year, last, before int
		change             int32
	}{
		{2019, 0, 0, 0}, {2020, 2019, 2019, 8}, {2021, 0, 2020, 0}, {2023, 2021, 2021, 55},
	} {
		e := h.in(c.year)
		if yearOf(e.last) != c.last || yearOf(e.before) != c.before || e.change != hundredths(c.change) {
			t.Errorf("%d is compared with %d (before it %d): %d", c.year, yearOf(e.last), yearOf(e.before), e.change)
		}
	}
}

func yearOf(e *edition) int {
	if e == nil {
		return 0
	}
	return e.Year
}
