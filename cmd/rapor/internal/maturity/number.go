package maturity

import (
	"cmp"
	"fmt"
	"math/bits"
	"strconv"
)

// Hundredths is a figure with two decimals as it is printed or set: a
// published index, a domain value, a target, a band's lower bound. 3.49 is 349.
type Hundredths int32

// Level is the maturity level of one indicator. The zero value means "not
// assessed", which is not the level 0 that the 2018 instrument knows. Build
// one with LevelOf.
type Level int32

// NotAssessed is the level of an indicator that nobody judged.
const NotAssessed Level = 0

// LevelOf returns the level for a value in hundredths, 300 for level 3.
func LevelOf(value Hundredths) Level { return Level(value) + 1 }

// Assessed reports whether the indicator was judged at all.
func (l Level) Assessed() bool { return l != NotAssessed }

// Hundredths returns the level's value; it is 0 for NotAssessed, so ask
// Assessed first.
func (l Level) Hundredths() Hundredths {
	if l == NotAssessed {
		return 0
	}
	return Hundredths(l - 1)
}

// Weight is a share of the index in 1/10,000 percent, the finest that an
// instrument may use: 2.75 % is 27,500.
type Weight int32

// WholeWeight is 100 percent: what the weights of an instrument add up to.
const WholeWeight Weight = 1_000_000

// Index is an exact value on the instrument's scale: Num/Den. Den is over 0 in
// every value that exists; the zero Index means that there is none. Rounding
// happens once, when the figure is shown.
type Index struct {
	Num, Den int64
}

// Exists reports whether there is a value.
func (x Index) Exists() bool { return x.Den > 0 }

// Plain prints a figure as data files write it, with a decimal point whatever the
// language: 3.70.
func (h Hundredths) Plain() string {
	sign, n := "", int(h)
	if n < 0 {
		sign, n = "-", -n
	}
	rest := strconv.Itoa(n % 100)
	if len(rest) < 2 {
		rest = "0" + rest
	}
	return sign + strconv.Itoa(n/100) + "." + rest
}

// Index returns the printed figure as an exact value.
func (h Hundredths) Index() Index { return Index{int64(h), 100} }

// Cmp compares exactly: -1, 0 or 1.
func (x Index) Cmp(y Index) int {
	if x.Num < 0 || y.Num < 0 {
		return cmp.Compare(x.Num*y.Den, y.Num*x.Den) // differences are small; see Sub
	}
	ahi, alo := bits.Mul64(uint64(x.Num), uint64(y.Den))
	bhi, blo := bits.Mul64(uint64(y.Num), uint64(x.Den))
	return cmp.Or(cmp.Compare(ahi, bhi), cmp.Compare(alo, blo))
}

// Sub returns x - y exactly, in lowest terms.
func (x Index) Sub(y Index) Index {
	x, y = x.lowest(), y.lowest()
	return Index{x.Num*y.Den - y.Num*x.Den, x.Den * y.Den}.lowest()
}

// Rounded rounds half up to two decimals, the only rounding of an index
// (PermenPANRB 59/2020 prints two). A negative difference rounds away from
// zero, so that a rise and a fall of the same size print alike.
func (x Index) Rounded() Hundredths { return Hundredths(x.Decimal(2)) }

// Decimal rounds half up to the given number of decimals and returns the value
// as an integer in that unit: 2.9795 with 4 decimals is 29795.
func (x Index) Decimal(places int) int64 {
	if x.Den == 0 {
		return 0
	}
	unit := int64(1)
	for range places {
		unit *= 10
	}
	num, sign := x.Num, int64(1)
	if num < 0 {
		num, sign = -num, -1
	}
	whole, rest := num/x.Den, num%x.Den
	return sign * (whole*unit + (2*rest*unit+x.Den)/(2*x.Den))
}

// String prints the fraction in lowest terms: 1529/500.
func (x Index) String() string {
	if !x.Exists() {
		return ""
	}
	x = x.lowest()
	return fmt.Sprintf("%d/%d", x.Num, x.Den)
}

func (x Index) lowest() Index {
	a, b := x.Num, x.Den
	if a < 0 {
		a = -a
	}
	for b != 0 {
		a, b = b, a%b
	}
	if a == 0 {
		return x
	}
	return Index{x.Num / a, x.Den / a}
}
