package analysis

import (
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

func TestSeriesKeepsPublishedAndExactValuesApart(t *testing.T) {
	s := seriesOf(bandarLampung(t, norm2020(t)))
	for _, c := range []struct {
		year                  int
		stated, exact, judged string
	}{
		{2021, "1.20", "1.20", "1.20"},
		{2022, "1.50", "-", "1.50"}, // no levels known
		{2023, "2.15", "2.1545", "2.1545"},
		{2024, "2.98", "2.9795", "2.9795"},
	} {
		p := s.At(c.year)
		is(t, "stated", p.Stated(), c.stated)
		is(t, "exact", p.Exact, c.exact)
		is(t, "judged", p.Judged(), c.judged)
		if p.Origin != OriginPublished {
			t.Errorf("%d comes from %q", c.year, p.Origin)
		}
	}
}

// A published index is never replaced: where the levels give another one, the
// exact value is not taken for it.
func TestExactValueThatPrintsOtherwiseIsNotTaken(t *testing.T) {
	in := norm(t, "A1 2x50", "1 5 1")
	inst := institution(t, in, "kota-a", "2023=3.20")
	levelled(inst, in, 2023, maturity.StageFinal, "34") // 3.50
	p := seriesOf(inst).At(2023)
	is(t, "exact", p.Exact, "-")
	is(t, "judged", p.Judged(), "3.20")
	is(t, "computed", p.Computed, "3.50")
}

func TestSeriesTakesFinalResultsOnly(t *testing.T) {
	in := norm(t, "A1 2x50", "1 5 1")
	inst := institution(t, in, "kota-a", "2021=2.00")
	levelled(inst, in, 2022, maturity.StageSelf, "55")
	levelled(inst, in, 2023, maturity.StageFinal, "34")
	levelled(inst, in, 2024, maturity.StageFinal, "3.").Incomplete = true
	s := seriesOf(inst)
	if len(s.Points) != 2 || s.Points[0].Year != 2021 || s.Points[1].Year != 2023 {
		t.Fatalf("the series is %+v", s.Points)
	}
	p := s.Points[1]
	if p.Origin != OriginComputed || p.Printed != 350 || p.Confidence != "" {
		t.Errorf("the computed result is %+v", p.Figure)
	}
	is(t, "stated", p.Stated(), "3.50")
	if in.Bands[p.Band].ID != "sangat-baik" {
		t.Errorf("its band is %s", in.Bands[p.Band].ID)
	}
}

func TestAveragesHaveSeries(t *testing.T) {
	inst := institution(t, norm2020(t), "nasional", "2023=2.79 2024=3.12")
	inst.Average = true
	s := seriesOf(inst)
	if len(s.Points) != 2 {
		t.Fatal("no series")
	}
	is(t, "change", s.Change(s.Latest()).Value, "0.33")
}

// Nothing is compared across instruments: the change is against the last edition
// of the same one, or it says why there is none.
func TestChangeStaysInsideOneInstrument(t *testing.T) {
	older, newer := norm(t, "A1 1x100", "0 5 1"), norm(t, "A1 1x100", "1 5 1")
	inst := institution(t, older, "kota-a", "2019=2.00 2020=2.50")
	publish(t, inst, newer, "2021", "1.90")
	publish(t, inst, newer, "2024", "2.60")
	s := seriesOf(inst)
	for _, c := range []struct {
		year   int
		value  string
		reason Reason
	}{
		{2019, "-", ReasonNoEarlier},
		{2020, "0.50", ""},
		{2021, "-", ReasonOtherInstrument},
		{2024, "0.70", ""},
	} {
		change := s.Change(s.At(c.year))
		is(t, "change", change.Value, c.value)
		if change.Reason != c.reason {
			t.Errorf("%d: reason %q, want %q", c.year, change.Reason, c.reason)
		}
	}
	if runs := s.Runs(); len(runs) != 2 || len(runs[0]) != 2 || len(runs[1]) != 2 {
		t.Errorf("the runs are %v", runs)
	}
}
