package score

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// testdata/vektor-uji.csv holds scorecards of the 2020 instrument with their
// aspects, domains, exact and rounded index and band by the exact index. Those
// of kind "engineered" have levels made up so that the domains equal published
// ones; they are no institution's levels.
func TestVectors(t *testing.T) {
	file, err := os.Open("testdata/vektor-uji.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 22 {
		t.Fatalf("%d rows, want a header and 21", len(rows))
	}
	in := instrument2020()
	m := New(in)
	for _, row := range rows[1:] {
		given := levels(row[2])
		card := Levels(in, given, nil)
		for _, c := range []struct{ what, got, want string }{
			{"aspects", printedAll(card.Aspects), row[3]},
			{"domains", printedAll(card.Domains), row[4]},
			{"exact index", card.Index.String(), row[5]},
			{"index", printed(card.Index), row[6]},
			{"band", bandID(in, Rating(in, 2024, card.Index)), strings.ReplaceAll(strings.ToLower(row[7]), " ", "-")},
		} {
			if c.got != c.want {
				t.Errorf("%s: %s %s, want %s", row[0], c.what, c.got, c.want)
			}
		}
		// The printed domains alone must allow the index that the levels give.
		allowed := m.allowed(&m.index, parts("D", row[4]), false)
		if allowed.Min.Cmp(card.Index) > 0 || allowed.Max.Cmp(card.Index) < 0 || !allowed.Prints(cents(row[6])) {
			t.Errorf("%s: domains %s allow %v to %v, not %v", row[0], row[4], allowed.Min, allowed.Max, card.Index)
		}
	}
}

// parts reads "3.00 1.10" as the printed values of D1 and D2; "-" is not printed.
func parts(prefix, values string) map[string]maturity.Hundredths {
	all := map[string]maturity.Hundredths{}
	for i, v := range strings.Fields(values) {
		if v != "-" {
			all[prefix+string(rune('1'+i))] = cents(v)
		}
	}
	return all
}

// 3599/2000 = 1.7995 prints as 1.80, where Cukup begins. The report of 2023
// compared the rounded index and says Cukup, that of 2024 the exact one.
func TestSameIndexHasAnotherBandByAnotherBasis(t *testing.T) {
	in := instrument2020()
	x := maturity.Index{Num: 3599, Den: 2000}
	for year, want := range map[int]string{2023: "cukup", 2024: "kurang"} {
		if got := bandID(in, Rating(in, year, x)); got != want {
			t.Errorf("%d: %s, want %s", year, got, want)
		}
	}
}
