package view

import (
	"fmt"
	"testing"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
)

// city is an institution with one published index in 2023.
func city(slug string, index int32, change func(*maturity.Institution)) *history {
	v := hundredths(index)
	inst := &maturity.Institution{Slug: slug, Kind: "kota"}
	if index > 0 {
		inst.Assessments = []*maturity.Assessment{{Year: 2023, Instrument: newNorm, Published: &maturity.Published{Index: &v}}}
	}
	if change != nil {
		change(inst)
	}
	return newHistory(inst, analysis.NewStudy(&maturity.Dataset{}, nil))
}

func theCities(all []*history) *pool { return newPools(all)[poolKey{"kota", 2023, newNorm}] }

func TestTiesShareARank(t *testing.T) {
	p := theCities([]*history{city("a", 300, nil), city("b", 400, nil), city("c", 300, nil), city("d", 200, nil)})
	for v, want := range map[int32]int{400: 1, 300: 2, 200: 4} {
		if got := p.rank(hundredths(v).Index()); got != want {
			t.Errorf("rank of %d is %d, want %d", v, got, want)
		}
	}
}

func TestQuartilesAreExact(t *testing.T) {
	for _, c := range []struct {
		values               []int32
		lower, median, upper string
	}{
		{[]int32{100, 200, 300, 400, 500}, "2/1", "3/1", "4/1"},
		{[]int32{287, 291, 364, 363}, "29/10", "327/100", "1453/400"},
		{[]int32{370, 371}, "1481/400", "741/200", "1483/400"},
		{[]int32{250}, "5/2", "5/2", "5/2"},
	} {
		var all []*history
		for i, v := range c.values {
			all = append(all, city(fmt.Sprint("k", i), v, nil))
		}
		s := theCities(all).total
		if s.lower.String() != c.lower || s.median.String() != c.median || s.upper.String() != c.upper {
			t.Errorf("%v: %s %s %s, want %s %s %s", c.values, s.lower, s.median, s.upper, c.lower, c.median, c.upper)
		}
	}
}

func TestRanksNeedNineInTen(t *testing.T) {
	cities := func(known, unknown int) []*history {
		var all []*history
		for i := range known {
			all = append(all, city(fmt.Sprint("k", i), 300, nil))
		}
		for i := range unknown {
			all = append(all, city(fmt.Sprint("u", i), 0, nil))
		}
		return all
	}
	if !theCities(cities(9, 1)).tells() {
		t.Error("nine of ten are too few")
	}
	if theCities(cities(8, 1)).tells() {
		t.Error("eight of nine are enough")
	}
	if theCities(cities(1, 0)).tells() {
		t.Error("one alone is ranked")
	}
}

func TestWhoIsAPeer(t *testing.T) {
	p := theCities([]*history{
		city("a", 300, nil),
		city("rata-rata", 500, func(i *maturity.Institution) { i.Average = true }),
		city("dulu-lembaga", 400, func(i *maturity.Institution) { i.KindByYear = map[int]string{2023: "lembaga"} }),
		city("belum-ada", 0, func(i *maturity.Institution) { i.FirstYear = 2024 }),
		city("sudah-bubar", 0, func(i *maturity.Institution) { i.LastYear = 2022 }),
	})
	if len(p.members) != 1 || p.existing != 1 {
		t.Errorf("%d of %d are peers, want 1 of 1", len(p.members), p.existing)
	}
}
