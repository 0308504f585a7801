package score

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// The oracle computes with math/big.Rat from the definitions alone and shares
// nothing with the code under test.

// oracleMean is the weighted mean of the indicators that belong; nil without any.
func oracleMean(in *maturity.Instrument, levels []maturity.Level, belongs func(i int) bool) *big.Rat {
	var sum, weight, w, level big.Int
	for i := range in.Indicators {
		if !belongs(i) {
			continue
		}
		w.SetInt64(int64(in.Indicators[i].Weight))
		level.SetInt64(int64(levels[i].Hundredths()))
		weight.Add(&weight, &w)
		sum.Add(&sum, w.Mul(&w, &level))
	}
	if weight.Sign() == 0 {
		return nil
	}
	return new(big.Rat).SetFrac(&sum, weight.Mul(&weight, big.NewInt(100)))
}

// oracleRound rounds half up to cents: floor(100 x + 1/2).
func oracleRound(x *big.Rat) int64 {
	y := new(big.Rat).Mul(x, big.NewRat(100, 1))
	y.Add(y, big.NewRat(1, 2))
	return new(big.Int).Div(y.Num(), y.Denom()).Int64()
}

// oracleBand is the highest band whose bound is not over x, else the lowest.
func oracleBand(in *maturity.Instrument, x *big.Rat) int {
	band := 0
	for i, b := range in.Bands {
		if x.Cmp(big.NewRat(int64(b.Min), 100)) >= 0 {
			band = i
		}
	}
	return band
}

func oracleTie(x *big.Rat) bool {
	y := new(big.Rat).Mul(x, big.NewRat(200, 1))
	return y.IsInt() && y.Num().Bit(0) == 1
}

func sameAsOracle(x maturity.Index, want *big.Rat) bool {
	if want == nil || !x.Exists() {
		return want == nil && !x.Exists()
	}
	return big.NewRat(x.Num, x.Den).Cmp(want) == 0 && int64(x.Rounded()) == oracleRound(want)
}

// scorecard is a random instrument with levels and what does not apply.
type scorecard struct {
	in            *maturity.Instrument
	levels        []maturity.Level
	notApplicable []int
}

func (c scorecard) applies(i int) bool { return !slices.Contains(c.notApplicable, i) }

// mean asks the oracle for the indicators that apply and belong to a part.
func (c scorecard) mean(belongs func(aspect int) bool) *big.Rat {
	return oracleMean(c.in, c.levels, func(i int) bool { return c.applies(i) && belongs(c.in.Indicators[i].Aspect) })
}

// randomScorecard draws the n-th card: two in five made a tie, one in ten of an
// instrument that normalises, every other one with a band's bound at its index.
func randomScorecard(r *rand.Rand, n int) scorecard {
	in := randomInstrument(r, 4, 3, maturity.Scale{
		Min: pick[maturity.Hundredths](r, 0, 100), Max: 500, Step: pick[maturity.Hundredths](r, 1, 100)})
	c := scorecard{in: in, levels: randomLevels(r, in)}
	if n%5 < 2 {
		makeTie(r, in, c.levels)
	}
	if in.Normalises = n%10 == 9; in.Normalises {
		for i := range c.levels {
			if r.IntN(4) == 0 {
				c.notApplicable = append(c.notApplicable, i)
			}
		}
	}
	if index := c.mean(func(int) bool { return true }); n%2 == 0 && index != nil {
		bounds := map[maturity.Hundredths]bool{maturity.Hundredths(oracleRound(index)): true}
		for _, b := range in.Bands {
			bounds[b.Min] = true
		}
		setBands(in, bounds)
	}
	return c
}

// checkParts compares every domain and aspect, and counts the aspects' ties.
func (c scorecard) checkParts(t *testing.T, card Card) (ties int) {
	t.Helper()
	for d := range c.in.Domains {
		want := c.mean(func(aspect int) bool { return c.in.Aspects[aspect].Domain == d })
		if !sameAsOracle(card.Domains[d], want) {
			t.Fatalf("domain %d is %v, oracle %v", d, card.Domains[d], want)
		}
	}
	for a := range c.in.Aspects {
		want := c.mean(func(aspect int) bool { return aspect == a })
		if !sameAsOracle(card.Aspects[a], want) {
			t.Fatalf("aspect %d is %v, oracle %v", a, card.Aspects[a], want)
		}
		if want != nil && oracleTie(want) {
			ties++
		}
	}
	return ties
}

// 100,000 random scorecards of random instruments: index, domains, aspects and
// the band by both bases equal the oracle's, exactly and as printed. At least a
// third have an index exactly between two cents.
func TestScorecardsEqualExactOracle(t *testing.T) {
	t.Parallel()
	const cards = 100_000
	r := newRand(1)
	ties, partTies, basisMatters := 0, 0, 0
	for n := range cards {
		c := randomScorecard(r, n)
		card := Levels(c.in, c.levels, c.notApplicable)
		partTies += c.checkParts(t, card)
		want := c.mean(func(int) bool { return true })
		if !sameAsOracle(card.Index, want) {
			t.Fatalf("card %d: index %v, oracle %v", n, card.Index, want)
		}
		if want == nil {
			continue
		}
		exact, rounded := oracleBand(c.in, want), oracleBand(c.in, big.NewRat(oracleRound(want), 100))
		if got := RatingBy(c.in, maturity.BasisExact, card.Index); got != exact {
			t.Fatalf("card %d: band %d by the exact index %v, oracle %d", n, got, card.Index, exact)
		}
		if got := RatingBy(c.in, maturity.BasisRounded, card.Index); got != rounded {
			t.Fatalf("card %d: band %d by the rounded index %v, oracle %d", n, got, card.Index, rounded)
		}
		if oracleTie(want) {
			ties++
		}
		if exact != rounded {
			basisMatters++
		}
	}
	t.Logf("%d cards: %d index ties (%.1f %%), %d aspect ties, %d bands that differ by basis",
		cards, ties, 100*float64(ties)/cards, partTies, basisMatters)
	if ties*3 < cards {
		t.Errorf("only %d of %d indices are half-cent ties, want a third", ties, cards)
	}
	if basisMatters*10 < cards {
		t.Errorf("only %d of %d cards have another band by the other basis", basisMatters, cards)
	}
}

// One more level never lowers the index, a part or the band, and always raises
// the index.
func TestHigherLevelNeverScoresLower(t *testing.T) {
	r := newRand(2)
	for n := range 5_000 {
		in := randomInstrument(r, 4, 4, maturity.Scale{Min: 0, Max: 500, Step: pick[maturity.Hundredths](r, 100, 1)})
		given := randomLevels(r, in)
		i := r.IntN(len(given))
		if given[i].Hundredths() == in.Scale.Max {
			continue
		}
		before := Levels(in, given, nil)
		given[i] = maturity.LevelOf(given[i].Hundredths() + in.Scale.Step)
		after := Levels(in, given, nil)
		if after.Index.Cmp(before.Index) <= 0 {
			t.Fatalf("card %d: index fell from %v to %v", n, before.Index, after.Index)
		}
		for p := range in.Aspects {
			if after.Aspects[p].Cmp(before.Aspects[p]) < 0 {
				t.Fatalf("card %d: aspect %d fell", n, p)
			}
		}
		for p := range in.Domains {
			if after.Domains[p].Cmp(before.Domains[p]) < 0 {
				t.Fatalf("card %d: domain %d fell", n, p)
			}
		}
		for _, basis := range []maturity.Basis{maturity.BasisExact, maturity.BasisRounded} {
			if RatingBy(in, basis, after.Index) < RatingBy(in, basis, before.Index) {
				t.Fatalf("card %d: band fell", n)
			}
		}
	}
}
