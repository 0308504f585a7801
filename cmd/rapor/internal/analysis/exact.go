package analysis

import (
	"math"
	"math/big"
	"math/bits"

	"rapor/cmd/rapor/internal/maturity"
)

// Fractions are added and multiplied in int64 where no product passes it, else
// in math/big: the denominators of normalised indices differ, and their product
// can be larger. A result that does not fit even in lowest terms has no value,
// rather than a wrong one; weights and years of real data are far from that.

func plus(x, y maturity.Index) maturity.Index {
	switch {
	case !x.Exists() || !y.Exists():
		return maturity.Index{}
	case x.Den == y.Den && fits(x.Num) && fits(y.Num):
		return maturity.Index{Num: x.Num + y.Num, Den: x.Den}
	}
	a, okA := product(x.Num, y.Den)
	b, okB := product(y.Num, x.Den)
	den, ok := product(x.Den, y.Den)
	if ok && okA && okB && fits(a) && fits(b) {
		return lowest(a+b, den)
	}
	return indexOf(new(big.Rat).Add(rat(x), rat(y)))
}

func minus(x, y maturity.Index) maturity.Index {
	return plus(x, maturity.Index{Num: -y.Num, Den: y.Den})
}

// times returns x * num/den; there is no value where den is not over 0.
func times(x maturity.Index, num, den int64) maturity.Index {
	if !x.Exists() || den <= 0 {
		return maturity.Index{}
	}
	n, okN := product(x.Num, num)
	d, okD := product(x.Den, den)
	if okN && okD {
		return lowest(n, d)
	}
	return indexOf(new(big.Rat).Mul(rat(x), big.NewRat(num, den)))
}

// fits reports whether two such numbers can be added.
func fits(n int64) bool { return n > math.MinInt64/2 && n < math.MaxInt64/2 }

// product multiplies; it is not ok where the result passes int64.
func product(a, b int64) (int64, bool) {
	high, low := bits.Mul64(uint64(max(a, -a)), uint64(max(b, -b)))
	if high != 0 || low > math.MaxInt64 || a == math.MinInt64 || b == math.MinInt64 {
		return 0, false
	}
	return a * b, true
}

func lowest(num, den int64) maturity.Index {
	a, b := max(num, -num), den
	for b != 0 {
		a, b = b, a%b
	}
	return maturity.Index{Num: num / a, Den: den / a} // den is over 0, so a is
}

func rat(x maturity.Index) *big.Rat { return big.NewRat(x.Num, x.Den) }

func indexOf(r *big.Rat) maturity.Index {
	if !r.Num().IsInt64() || !r.Denom().IsInt64() {
		return maturity.Index{}
	}
	return maturity.Index{Num: r.Num().Int64(), Den: r.Denom().Int64()}
}

// compare orders values of any sign exactly; maturity.Index.Cmp does so where
// none is negative.
func compare(x, y maturity.Index) int {
	switch {
	case x.Num < 0 && y.Num < 0:
		return maturity.Index{Num: -y.Num, Den: y.Den}.Cmp(maturity.Index{Num: -x.Num, Den: x.Den})
	case x.Num < 0:
		return -1
	case y.Num < 0:
		return 1
	}
	return x.Cmp(y)
}

// magnitude is the absolute value, by which terms are ordered.
func magnitude(x maturity.Index) maturity.Index {
	return maturity.Index{Num: max(x.Num, -x.Num), Den: x.Den}
}

// halfCent is 0.005: what rounding to two decimals can hide.
var halfCent = maturity.Index{Num: 5, Den: 1000}
