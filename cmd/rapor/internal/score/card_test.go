package score

import (
	"fmt"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// A small instrument: A1 two of 10 %, A2 one of 20 %, A3 three of 20 %.
const small = "D1/A1 2x10  D1/A2 1x20  D2/A3 3x20"

var cards = []struct {
	name          string
	structure     string
	scale         string
	levels        string
	notApplicable []int
	normalises    bool
	want          string // index, domains, aspects, assessed of applicable
}{
	// A1 (10x3 + 10x4)/20 = 3.5, A2 2, D1 (30+40+40)/40 = 2.75, A3 (5+3+4)/3 = 4, index (110+240)/100 = 3.5
	{"all levels", small, "1 5 1", "3 4  2  5 3 4", nil, false, "7/2 | 2.75 4.00 | 3.50 2.00 4.00 | 6 of 6"},
	// A1 (10x1 + 10x2)/20 = 1.5, A3 (1+1+2)/3 = 1.333, index (10+20 + 20 + 80)/100 = 1.3
	{"thirds", small, "1 5 1", "1 2  1  1 1 2", nil, false, "13/10 | 1.25 1.33 | 1.50 1.00 1.33 | 6 of 6"},
	{"no domain layer", "A1 2x10  A2 1x20  A3 3x20", "1 5 1", "3 4  2  5 3 4", nil, false, "7/2 |  | 3.50 2.00 4.00 | 6 of 6"},
	{"level 0 is a level", small, "0 5 1", "0 0  0  0 0 0", nil, false, "0/1 | 0.00 0.00 | 0.00 0.00 0.00 | 6 of 6"},
	// A1 (10x3.01 + 10x3.02)/20 = 3.015, up to 3.02; index (60.3 + 60 + 180)/100 = 3.003
	{"levels in hundredths", small, "1 5 0.01", "3.01 3.02  3  3 3 3", nil, false, "3003/1000 | 3.01 3.00 | 3.02 3.00 3.00 | 6 of 6"},
	{"a missing level is not 0: no index, no D1, no A2", small, "1 5 1", "3 4  -  5 3 4", nil, false, "- | - 4.00 | 3.50 - 4.00 | 5 of 6"},
	{"nothing assessed", small, "1 5 1", "6x-", nil, false, "- | - - | - - - | 0 of 6"},
	// without A2: (70 + 240)/80 = 3.875, up to 3.88
	{"what does not apply leaves the mean", small, "1 5 1", "3 4  -  5 3 4", []int{2}, true, "31/8 | 3.50 4.00 | 3.50 - 4.00 | 5 of 5"},
	{"also where it has a level", small, "1 5 1", "3 4  2  5 3 4", []int{2}, true, "31/8 | 3.50 4.00 | 3.50 - 4.00 | 5 of 5"},
	{"a domain of which nothing applies has no value", small, "1 5 1", "-  -  -  5 3 4", []int{0, 1, 2}, true, "4/1 | - 4.00 | - - 4.00 | 3 of 3"},
	{"nothing applies", small, "1 5 1", "6x3", []int{0, 1, 2, 3, 4, 5}, true, "- | - - | - - - | 0 of 0"},
	{"tidak_berlaku counts only where the instrument normalises", small, "1 5 1", "3 4  2  5 3 4", []int{2}, false, "7/2 | 2.75 4.00 | 3.50 2.00 4.00 | 6 of 6"},
	{"a level too few", small, "1 5 1", "3 4  2  5 3", nil, false, "- | - - | - - - | 0 of 0"},
}

func TestLevels(t *testing.T) {
	for _, c := range cards {
		in := instrument(c.structure, c.scale, bands2020)
		in.Normalises = c.normalises
		card := Levels(in, levels(c.levels), c.notApplicable)
		index := card.Index.String()
		if index == "" {
			index = "-"
		}
		got := fmt.Sprintf("%s | %s | %s | %d of %d",
			index, printedAll(card.Domains), printedAll(card.Aspects), card.Assessed, card.Applicable)
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// The greatest level that fits a Level at the full weight does not overflow.
func TestGreatestLevelDoesNotOverflow(t *testing.T) {
	in := instrument("A1 1x100", "0 20000000 1", "kurang 0")
	greatest := maturity.Hundredths(1<<31 - 2)
	card := Levels(in, []maturity.Level{maturity.LevelOf(greatest)}, nil)
	if card.Index.Rounded() != greatest {
		t.Errorf("index %v, want %d/100", card.Index, greatest)
	}
}

func TestRatingAtTheBounds(t *testing.T) {
	in := instrument2020()
	for _, c := range []struct {
		num, den       int64
		exact, rounded string
		why            string
	}{
		{1, 1, "kurang", "kurang", "the lowest level"},
		{1, 2, "kurang", "kurang", "the lowest band takes all below it"},
		{18, 10, "cukup", "cukup", "a band holds its lower bound"},
		{1795, 1000, "kurang", "cukup", "1.795 rounds half up to 1.80"},
		{17949, 10000, "kurang", "kurang", "1.7949 rounds to 1.79"},
		{259999, 100000, "cukup", "baik", "2.59999 is still below 2.6"},
		{42, 10, "memuaskan", "memuaskan", "the highest bound"},
		{5, 1, "memuaskan", "memuaskan", "the highest level"},
		{0, 0, "-", "-", "no index, no band"},
	} {
		x := maturity.Index{Num: c.num, Den: c.den}
		exact := bandID(in, RatingBy(in, maturity.BasisExact, x))
		rounded := bandID(in, RatingBy(in, maturity.BasisRounded, x))
		if exact != c.exact || rounded != c.rounded {
			t.Errorf("%v: %s and %s, want %s and %s (%s)", x, exact, rounded, c.exact, c.rounded, c.why)
		}
	}
	in.Bands = nil
	if got := Rating(in, 2024, maturity.Index{Num: 3, Den: 1}); got != -1 {
		t.Errorf("without bands: band %d, want -1", got)
	}
}
