package analysis

import (
	"testing"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// studyOf puts institutions together as a portal of cities and averages.
func studyOf(in *maturity.Instrument, all ...*maturity.Institution) *Study {
	set := &maturity.Dataset{Instruments: []*maturity.Instrument{in}, Institutions: all}
	set.Portal.National = "negara"
	return NewStudy(set, score.NewModels(set.Instruments))
}

func average(t *testing.T, in *maturity.Instrument, slug, results string, kinds ...string) *maturity.Institution {
	t.Helper()
	inst := institution(t, in, slug, results)
	inst.Kind, inst.Average, inst.Represents = "rata-rata", true, kinds
	return inst
}

func TestAPublishedAverageStandsBesideTheMeanOfItsList(t *testing.T) {
	in := norm2020(t)
	s := studyOf(in, institution(t, in, "a", "2023=2.00 2024=3.00"), institution(t, in, "b", "2023=2.00 2024=3.01"),
		institution(t, in, "c", "2024=3.00"), average(t, in, "negara", "2023=2.00 2024=3.00"), average(t, in, "rata-rata-kota", "2024=3.10", "kota"),
		average(t, in, "rata-rata-lain", "2024=1.00"))
	r := s.Reconcile()
	for i, w := range []struct {
		slug  string
		year  int
		value string
		known int
		fits  bool
	}{
		{"negara", 2024, "901/300", 3, true}, // 3.0033 prints 3.00
		{"rata-rata-kota", 2024, "901/300", 3, false},
		{"negara", 2023, "", 2, false}, // 2 of 3 are too few; the average of others stands for no list
	} {
		if len(r.Means) != 3 {
			t.Fatalf("%d means", len(r.Means))
		}
		m := r.Means[i]
		if m.Average.Institution.Slug != w.slug || m.Point.Year != w.year || m.Value.String() != w.value || m.Known != w.known || m.Fits() != w.fits {
			t.Errorf("mean %d is of %s %d: %s of %d, fits %v", i, m.Average.Institution.Slug, m.Point.Year, m.Value, m.Known, m.Fits())
		}
	}
}

func TestVerdictsAreCountedByYearAndLayer(t *testing.T) {
	in := norm2020(t)
	bad := institution(t, in, "a", "2023=1.05 2024=2.00")
	bad.In(2023).Published.Domains = map[string]maturity.Hundredths{"D4": 30}
	r := studyOf(in, bad).Reconcile()
	total, computed, agree := r.Sum()
	if total != 3 || agree != 0 || computed != 1 {
		t.Errorf("%d figures, %d computed, %d agree; want 3, 1, 0", total, computed, agree)
	}
	if len(r.Tallies) != 3 || r.Tallies[0].Year != 2024 || r.Tallies[2].Layer != LayerDomain || r.Tallies[2].Count[score.Unattainable] != 1 {
		t.Errorf("tallies are %+v", r.Tallies)
	}
	if len(r.Misfits) != 1 || r.Misfits[0].Row.Part != "domain.D4" {
		t.Errorf("misfits are %+v", r.Misfits)
	}
}
