package analysis

import (
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// national is every institution with its published results of 2023 and 2024, as
// the two national reports print them, and Bandar Lampung's levels.
func national(t testing.TB) []*Series {
	t.Helper()
	in := norm2020(t)
	var all []*Series
	for _, row := range readCSV(t, "testdata/hasil-2023-2024.csv") {
		inst := &maturity.Institution{Slug: row[0], Kind: row[1], Average: row[2] == "true"}
		if row[0] == "kementerian-pendidikan-dan-kebudayaan" {
			inst.LastYear = 2024
		}
		for i, year := range []string{"2023", "2024"} {
			if index, band := row[3+2*i], row[4+2*i]; index != "" {
				a := publish(t, inst, in, year, index)
				a.Published.Band = strings.ReplaceAll(strings.ToLower(band), " ", "-")
			}
		}
		if inst.Slug == "kota-bandar-lampung" {
			inst.Assessments = bandarLampung(t, in).Assessments
		}
		all = append(all, seriesOf(inst))
	}
	return all
}

func seriesNamed(t *testing.T, all []*Series, slug string) *Series {
	t.Helper()
	for _, s := range all {
		if s.Institution.Slug == slug {
			return s
		}
	}
	t.Fatalf("no %s", slug)
	return nil
}

func TestNationalPeersOf2024(t *testing.T) {
	all := national(t)
	c := NewCensus(all)
	for _, w := range []struct {
		kind, slug   string
		known, total int
		rank, shared int
		position     Position
		median       string
	}{
		{"provinsi", "provinsi-sulawesi-barat", 38, 38, 18, 1, PositionAbove, "3.635"},
		{"kota", "kota-bandar-lampung", 93, 93, 69, 1, PositionBelow, "3.49"},
	} {
		s := seriesNamed(t, all, w.slug)
		g := c.Kind(w.kind, 2024)
		st := g.Standing(s)
		if g.Known != w.known || g.Total != w.total || st.Rank != w.rank || st.Shared != w.shared || st.Position != w.position {
			t.Errorf("%s: %+v in %d of %d", w.slug, st, g.Known, g.Total)
		}
		is(t, w.kind+" median", g.Index.Median, w.median)
		if c.Peers(s, s.At(2024)) != g {
			t.Errorf("%s has other peers", w.slug)
		}
	}
	if st := c.Country(2024).Standing(seriesNamed(t, all, "nasional")); st.Rank != 0 || st.Position != PositionNone {
		t.Errorf("the national average has a rank: %+v", st)
	}
}

func TestNationalBandsOf2024(t *testing.T) {
	c := NewCensus(national(t))
	g := c.Country(2024)
	if g.Known != 615 || len(g.Missing) != g.Total-615 || g.NoBand != 0 {
		t.Errorf("%d known of %d, %d missing, %d without band", g.Known, g.Total, len(g.Missing), g.NoBand)
	}
	for i, n := range []int{19, 127, 239, 182, 48} {
		if g.ByBand[i] != n {
			t.Errorf("band %d: %d, want %d", i, g.ByBand[i], n)
		}
	}
	if n := g.AtLeast(2); n != 469 {
		t.Errorf("%d Baik or better, want 469", n)
	}
	s := c.Share(maturity.ShareTarget{Year: 2024, Kinds: []string{"kabupaten", "kota"}, Band: "baik", Percent: 6000}, 2024)
	if s.Count != 350 || s.Known != 485 || s.Total != 497 || s.Status != StatusReached {
		t.Errorf("regencies and cities: %d of %d (of %d), %s", s.Count, s.Known, s.Total, s.Status)
	}
	is(t, "share", s.Actual, "70/97") // 350/485
}

func TestNationalMovement2023To2024(t *testing.T) {
	m := NewCensus(national(t)).Country(2024).Movement(2023)
	if m.Known != 607 || m.Up != 561 || m.Down != 29 || m.Equal != 17 || !m.Enough() {
		t.Errorf("%d known: %d up, %d down, %d equal", m.Known, m.Up, m.Down, m.Equal)
	}
	for i := 1; i < len(m.Movers); i++ {
		if compare(m.Movers[i-1].Change, m.Movers[i].Change) < 0 {
			t.Fatalf("mover %d is out of order", i)
		}
	}
}
