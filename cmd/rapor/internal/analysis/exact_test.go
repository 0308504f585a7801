package analysis

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// Fractions of every size against math/big: a result is exact or does not exist,
// and it exists wherever it fits in lowest terms.
func TestFractionsAgainstBig(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	number := func() int64 { return r.Int64() >> r.IntN(63) }
	same := func(what string, got maturity.Index, want *big.Rat) {
		t.Helper()
		switch fits := want.Num().IsInt64() && want.Denom().IsInt64(); {
		case !got.Exists() && fits:
			t.Fatalf("%s: no value for %s", what, want)
		case got.Exists() && rat(got).Cmp(want) != 0:
			t.Fatalf("%s: %s, want %s", what, got, want)
		}
	}
	for range 20_000 {
		x := maturity.Index{Num: number() * int64(1-2*r.IntN(2)), Den: 1 + number()/2}
		y := maturity.Index{Num: number() * int64(1-2*r.IntN(2)), Den: 1 + number()/2}
		same("sum", plus(x, y), new(big.Rat).Add(rat(x), rat(y)))
		same("difference", minus(x, y), new(big.Rat).Sub(rat(x), rat(y)))
		same("product", times(x, y.Num, y.Den), new(big.Rat).Mul(rat(x), rat(y)))
		if got, want := compare(x, y), rat(x).Cmp(rat(y)); got != want {
			t.Fatalf("%s against %s: %d, want %d", x, y, got, want)
		}
	}
	if plus(maturity.Index{}, halfCent).Exists() || times(halfCent, 1, 0).Exists() {
		t.Error("a value out of nothing")
	}
}
