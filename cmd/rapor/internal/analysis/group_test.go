package analysis

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// ofYear makes institutions of one kind with a published index in 2024 each:
// "3.10 2.50 -" is kota-00, kota-01 and kota-02, which has none.
func ofYear(t testing.TB, in *maturity.Instrument, indices string) []*Series {
	var all []*Series
	for i, index := range strings.Fields(indices) {
		results := "2024=" + index
		if index == "-" {
			results = ""
		}
		all = append(all, seriesOf(institution(t, in, fmt.Sprintf("kota-%02d", i), results)))
	}
	return all
}

func TestMedianAndQuartiles(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	for _, c := range []struct{ indices, q1, median, q3 string }{
		{"3.00", "3.00", "3.00", "3.00"},
		{"2.00 3.01", "2.2525", "2.505", "2.7575"},           // 2 + 1.01/4, 2 + 1.01/2, 2 + 3 x 1.01/4
		{"4.00 1.00 2.00", "1.50", "2.00", "3.00"},           // places 1.5, 2, 2.5
		{"1.00 2.00 3.00 4.00", "1.75", "2.50", "3.25"},      // places 1.75, 2.5, 3.25
		{"1.00 2.00 3.00 4.00 5.00", "2.00", "3.00", "4.00"}, // places 2, 3, 4
		{"3.61 3.66 1.00 5.00", "2.9575", "3.635", "3.995"},  // 1 + 3/4 x 2.61; (3.61+3.66)/2; 3.66 + 1.34/4
	} {
		s := NewGroups(2024, ofYear(t, in, c.indices))[0].Index
		is(t, c.indices+": q1", s.Q1, c.q1)
		is(t, c.indices+": median", s.Median, c.median)
		is(t, c.indices+": q3", s.Q3, c.q3)
	}
}

func TestTiesShareTheirRank(t *testing.T) {
	g := NewGroups(2024, ofYear(t, norm(t, "A1 1x100", "1 5 1"), "2.50 3.10 2.50 3.10 3.10 4.00"))[0]
	got := ""
	for _, m := range g.Members {
		got += fmt.Sprintf("%s %d/%d  ", m.Series.Institution.Slug, m.Rank, m.Shared)
	}
	if want := "kota-05 1/1  kota-01 2/3  kota-03 2/3  kota-04 2/3  kota-00 5/2  kota-02 5/2  "; got != want {
		t.Errorf("ranks are %s", got)
	}
}

// Two results that print 2.98 are told apart by their exact values where both
// are known; with a third of which only 2.98 is known, all three share.
func TestRanksTakeExactValuesWhereAllAreKnown(t *testing.T) {
	in := norm(t, "A1 4x24.99 A1 1x0.04", "1 5 1")
	exact := func(slug, levels string) *Series {
		inst := &maturity.Institution{Slug: slug, Kind: "kota"}
		levelled(inst, in, 2024, maturity.StageFinal, levels)
		return seriesOf(inst)
	}
	a, b := exact("kota-a", "33331"), exact("kota-b", "33335") // 2.9992 and 3.0008: both print 3.00
	if a.Points[0].Printed != 300 || b.Points[0].Printed != 300 {
		t.Fatal("they do not print alike")
	}
	g := NewGroups(2024, []*Series{a, b})[0]
	if g.Standing(b).Rank != 1 || g.Standing(a).Rank != 2 || g.Standing(a).Position != PositionBelow || !g.Index.Exact {
		t.Errorf("ranks %+v %+v", g.Standing(a), g.Standing(b))
	}
	is(t, "median", g.Index.Median, "3.00") // (2.9992 + 3.0008)/2
	g = NewGroups(2024, []*Series{a, b, seriesOf(institution(t, in, "kota-c", "2024=3.00"))})[0]
	for _, m := range g.Members {
		if s := g.Standing(m.Series); s.Rank != 1 || s.Shared != 3 || s.Position != PositionAt {
			t.Errorf("%s: %+v", m.Series.Institution.Slug, s)
		}
	}
}

// 9 of 10 are enough, 8 of 9 are not.
func TestCoverage(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	nine := "2.00 2.00 2.00 2.00 2.00 2.00 2.00 2.00 3.00 -"
	all := ofYear(t, in, nine)
	g := NewGroups(2024, all)[0]
	if !g.Enough() || g.Standing(all[8]).Rank != 1 || len(g.Missing) != 1 {
		t.Errorf("9 of 10: %+v", g.Standing(all[8]))
	}
	g = NewGroups(2024, all[1:])[0]
	if st := g.Standing(all[8]); g.Enough() || st.Rank != 0 || st.Position != PositionNone || st.Known != 8 || st.Total != 9 {
		t.Errorf("8 of 9: %+v", g.Standing(all[8]))
	}
	is(t, "median", g.Index.Median, "-")
	if (Coverage{}).Enough() {
		t.Error("nothing known of nobody is enough")
	}
}

func TestWhoCounts(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	all := ofYear(t, in, "2.00 3.00 - - - 4.00 5.00")
	all[2].Institution.FirstYear = 2025 // founded later
	all[3].Institution.LastYear = 2023  // gone
	all[4].Institution.Average = true   // no institution
	all[5].Institution.Average = true   // not even with a result
	all[6].Institution.LastYear = 2020  // has a result, so it was there
	all[1].Institution.KindByYear = map[int]string{2024: "kabupaten"}
	c := NewCensus(all)
	if g := c.Kind("kota", 2024); g.Known != 2 || g.Total != 2 {
		t.Errorf("cities: %+v", g.Coverage)
	}
	if g := c.Kind("kabupaten", 2024); g.Known != 1 || g.Total != 1 || g.Members[0].Series != all[1] {
		t.Errorf("regencies: %+v", g.Coverage)
	}
	if g := c.Kinds([]string{"kota", "kabupaten", "kota"}, 2024); g.Known != 3 || g.Total != 3 {
		t.Errorf("both: %+v", g.Coverage)
	}
	if g := c.Kind("provinsi", 2024); g.Known != 0 || g.Total != 0 || g.Enough() {
		t.Errorf("no provinces: %+v", g.Coverage)
	}
}

// Two instruments in one year are two groups, each of all institutions.
func TestInstrumentsAreNotMixed(t *testing.T) {
	one, two := norm(t, "A1 1x100", "1 5 1"), norm(t, "A1 1x100", "1 5 1")
	all := append(ofYear(t, one, "2.00 3.00"), seriesOf(institution(t, two, "kota-xx", "2024=5.00")))
	groups := NewGroups(2024, all)
	if len(groups) != 2 || groups[0].Known != 2 || groups[1].Known != 1 || groups[0].Total != 3 || len(groups[0].Missing) != 1 {
		t.Fatalf("%d groups", len(groups))
	}
	c := NewCensus(all)
	if c.Peers(all[2], all[2].At(2024)).Instrument != two || c.Kind("kota", 2024).Instrument != one {
		t.Error("wrong group")
	}
}

// Any group: the rank is one more than the number with a higher index, and the
// search finds every member.
func TestRankProperty(t *testing.T) {
	in := norm(t, "A1 1x100", "1 5 1")
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var indices []string
		for range 1 + r.IntN(30) {
			indices = append(indices, fmt.Sprintf("%d.%d0", 1+r.IntN(4), r.IntN(3)))
		}
		all := ofYear(t, in, strings.Join(indices, " "))
		g := NewGroups(2024, all)[0]
		for _, s := range all {
			higher, same := 0, 0
			for _, o := range all {
				switch c := o.Points[0].Printed - s.Points[0].Printed; {
				case c > 0:
					higher++
				case c == 0:
					same++
				}
			}
			m := g.Member(s)
			if m == nil || m.Series != s || m.Rank != higher+1 || m.Shared != same {
				t.Fatalf("%s of %v: %+v", s.Institution.Slug, indices, m)
			}
		}
		if !slices.IsSortedFunc(g.Members, func(a, b Member) int { return a.Rank - b.Rank }) {
			t.Fatal("members are not in order of rank")
		}
	}
}

func TestPartMedians(t *testing.T) {
	in := norm(t, "D1/A1 1x40 D2/A2 1x60", "1 5 1")
	all := ofYear(t, in, "2.00 3.00 4.00")
	for i, v := range []maturity.Hundredths{150, 250, 350} {
		p := all[i].Institution.Assessments[0].Published
		p.Domains = map[string]maturity.Hundredths{"D1": v}
		if i > 0 {
			p.Domains["D2"] = v
		}
		all[i] = seriesOf(all[i].Institution)
	}
	g := NewGroups(2024, all)[0]
	is(t, "median of D1", g.Domains[0].Median, "2.50")
	is(t, "median of D2", g.Domains[1].Median, "-") // 2 of 3 known
	if g.Domains[1].Known != 2 || g.Aspects[0].Known != 0 {
		t.Errorf("%+v %+v", g.Domains[1], g.Aspects[0])
	}
	if at := g.Domains[0].Position(all[1].Points[0].Domains[0]); at != PositionAt {
		t.Errorf("position %v", at)
	}
}
