package analysis

import (
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

func TestShareIsJudgedExactly(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	c := NewCensus(ofYear(t, in, "2.00 3.00 4.00")) // 2 of 3 are 66.66... percent
	for _, w := range []struct {
		percent maturity.Hundredths
		band    string
		status  Status
		reason  Reason
	}{
		{6666, "baik", StatusReached, ""},
		{6667, "baik", StatusMissed, ""},
		{10000, "kurang", StatusReached, ""},
		{5000, "istimewa", StatusUnknown, ReasonUnknownBand},
	} {
		s := c.Share(maturity.ShareTarget{Year: 2024, Kinds: []string{"kota"}, Band: w.band, Percent: w.percent}, 2024)
		if s.Status != w.status || s.Reason != w.reason {
			t.Errorf("%d percent %s: %s %s", w.percent, w.band, s.Status, s.Reason)
		}
	}
	if s := c.Share(maturity.ShareTarget{Kinds: []string{"kota"}, Band: "baik"}, 2023); s.Reason != ReasonNoResult {
		t.Errorf("a year without results: %+v", s)
	}
}

// Below 90 percent no share is said, and a printed 2.60 without a band does not
// count as known: it may be Cukup or Baik.
func TestShareNeedsKnownBands(t *testing.T) {
	c := NewCensus(ofYear(t, norm(t, "A1 10x10", "1 5 1"), "2.00 3.00 2.60"))
	s := c.Share(maturity.ShareTarget{Kinds: []string{"kota"}, Band: "baik", Percent: 5000}, 2024)
	if s.Reason != ReasonCoverage || s.Known != 2 || s.Total != 3 || s.Actual.Exists() {
		t.Errorf("%+v", s)
	}
}

func TestPublishedDistributionStandsBeside(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	all := ofYear(t, in, "2.00 3.00")
	good := 42
	for slug, represents := range map[string][]string{"rata-kabkota": {"kota", "kabupaten"}, "rata-kota": {"kota"}} {
		inst := institution(t, in, slug, "2024=2.50")
		inst.Average, inst.Represents = true, represents
		inst.Assessments[0].Published.Spread = &maturity.Spread{Total: 100, GoodOrUp: &good}
		all = append(all, seriesOf(inst))
	}
	s := NewCensus(all).Share(maturity.ShareTarget{Kinds: []string{"kabupaten", "kota"}, Band: "baik", Percent: 5000}, 2024)
	if len(s.Printed) != 1 || s.Printed[0].Average.Institution.Slug != "rata-kabkota" || s.Printed[0].Count != 42 || s.Count != 1 || s.Known != 2 {
		t.Errorf("%+v", s)
	}
}

// The distribution printed for 2021: 0, 9, 150, 228 and 130 of 517, from the top.
func TestSpreadAtLeast(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	good := 82
	all := &maturity.Spread{Total: 517, ByBand: map[string]int{"memuaskan": 0, "sangat-baik": 9, "baik": 150, "cukup": 228, "kurang": 130}}
	for _, c := range []struct {
		spread *maturity.Spread
		band   int
		count  int
		ok     bool
	}{
		{all, 2, 159, true},
		{all, 0, 517, true},
		{&maturity.Spread{Total: 616, GoodOrUp: &good}, 2, 82, true},
		{&maturity.Spread{Total: 616, GoodOrUp: &good}, 3, 0, false},
		{&maturity.Spread{Total: 10, ByBand: map[string]int{"baik": 5}}, 2, 0, false},
		{nil, 2, 0, false},
		{all, -1, 0, false},
	} {
		if count, _, ok := SpreadAtLeast(in, c.spread, c.band); count != c.count || ok != c.ok {
			t.Errorf("%+v from band %d: %d %v", c.spread, c.band, count, ok)
		}
	}
}
