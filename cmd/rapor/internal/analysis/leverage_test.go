package analysis

import (
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// Sulawesi Barat 2024, domains 4.70, 3.40, 2.18 and 4.14: one point of Layanan is
// 0.455 of the index, and 0.86 x 0.455 = 0.3913 are left there.
func TestLeverageOfDomains(t *testing.T) {
	in := norm2020(t)
	inst := institution(t, in, "provinsi-sulawesi-barat", "2024=3.70")
	inst.Assessments[0].Published.Domains = map[string]maturity.Hundredths{"D1": 470, "D2": 340, "D3": 218, "D4": 414}
	s := seriesOf(inst)
	g := NewGroups(2024, []*Series{s})[0]
	list, reason := Leverages(s.Latest(), g)
	if reason != "" || len(list) != 4 || list[0].Place != 3 || list[1].Place != 1 || list[3].Place != 0 {
		t.Fatalf("%+v %s", list, reason)
	}
	is(t, "per point", list[0].PerPoint, "0.455")
	is(t, "room", list[0].Room, "0.86")
	is(t, "points left", list[0].RoomGain, "0.3913")
	is(t, "median", list[0].Median.Median, "4.14")
	is(t, "distance", list[0].Distance, "0")
}

// A domain printed off the scale has no room that could be told.
func TestLeverageOfAnImpossibleDomain(t *testing.T) {
	in := norm(t, "D1/A1 1x40 D2/A2 1x60", "1 5 1")
	inst := institution(t, in, "kabupaten-a", "2024=2.00")
	inst.Assessments[0].Published.Domains = map[string]maturity.Hundredths{"D2": 30}
	list, _ := Leverages(seriesOf(inst).Latest(), nil)
	if len(list) != 1 || list[0].Room.Exists() || list[0].Value.Printed != 30 || list[0].Distance.Exists() {
		t.Errorf("%+v", list)
	}
	if list, reason := Leverages(seriesOf(institution(t, in, "kota-a", "2024=2.00")).Latest(), nil); list != nil || reason != ReasonNoParts {
		t.Errorf("%+v %s", list, reason)
	}
	in.Normalises = true
	if _, reason := Leverages(seriesOf(inst).Latest(), nil); reason != ReasonNormalisedWeights {
		t.Error(reason)
	}
}

func TestEdgesOfABand(t *testing.T) {
	in := norm(t, "A1 4x24.99 A1 1x0.04", "1 5 1")
	in.BasisByYear = map[int]maturity.Basis{2023: maturity.BasisRounded}
	for _, c := range []struct {
		name, year, index, band string
		next                    int
		toNext, above           string
	}{
		{"inside", "2024", "3.06", "", 3, "0.44", "0.46"},            // 3.50 - 3.06, 3.06 - 2.60
		{"highest", "2024", "4.50", "memuaskan", -1, "-", "0.30"},    // 4.50 - 4.20
		{"lowest", "2024", "1.20", "", 1, "0.60", "-"},               // 1.80 - 1.20
		{"hidden by print", "2024", "2.60", "cukup", 2, "-", "0.80"}, // under half a cent; 2.60 - 1.80
		{"undecided", "2024", "2.60", "", -1, "-", "-"},
		{"rounded index compared", "2023", "2.60", "", 3, "0.90", "0"}, // 3.50 - 2.60
	} {
		inst := institution(t, in, "kota-a", c.year+"="+c.index)
		inst.Assessments[0].Published.Band = c.band
		e := EdgesOf(seriesOf(inst).Latest())
		if e.Next != c.next {
			t.Errorf("%s: next band %d, want %d", c.name, e.Next, c.next)
		}
		is(t, c.name+": to the next", e.ToNext, c.toNext)
		is(t, c.name+": above", e.AboveBand, c.above)
	}
}
