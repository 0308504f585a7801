package score

import (
	"math/bits"

	"rapor/cmd/rapor/internal/maturity"
)

// slots tells in which slots of 0.005 a set of possible indices has members.
// Bit k of mask is slot first+k. What printed parts allow is narrower than
// 0.01, so it takes three slots at most.
type slots struct {
	first int64
	mask  uint8
}

// slotsOf returns the one slot of an exact index.
func slotsOf(x maturity.Index) slots {
	if !x.Exists() {
		return slots{}
	}
	return slots{floorDiv(200*x.Num, x.Den), 1}
}

// slotsPrinted returns the slots of all values that print as v: from v-0.005
// up to, not including, v+0.005.
func slotsPrinted(v maturity.Hundredths) slots { return slots{2*int64(v) - 1, 0b11} }

// add puts a slot in; it must not lie before first.
func (s *slots) add(h int64) { s.mask |= 1 << (h - s.first) }

// each calls f with every slot, from low to high.
func (s slots) each(f func(h int64)) {
	for k := range int64(8) {
		if s.mask>>k&1 == 1 {
			f(s.first + k)
		}
	}
}

// prints returns the lowest and the highest figure that a member prints as.
// There is nothing between the two: at most they are 0.01 apart.
func (s slots) prints() (low, high maturity.Hundredths) {
	last := s.first + int64(bits.Len8(s.mask)) - 1
	first := s.first + int64(bits.TrailingZeros8(s.mask))
	return printedAs(first), printedAs(last)
}

// printing keeps the slots whose members print as v.
func (s slots) printing(v maturity.Hundredths) slots {
	kept := slots{first: s.first}
	s.each(func(h int64) {
		if printedAs(h) == v {
			kept.add(h)
		}
	})
	return kept
}

// bands returns the bands that hold a member, by one basis.
func (s slots) bands(in *maturity.Instrument, basis maturity.Basis) Bands {
	found := noBands
	if len(in.Bands) == 0 {
		return found
	}
	s.each(func(h int64) {
		judged := printedAs(h)
		if basis == maturity.BasisExact {
			judged = maturity.Hundredths(h >> 1) // bounds have two decimals, so the rest decides nothing
		}
		band := RatingBy(in, maturity.BasisExact, judged.Index())
		if found.Low < 0 {
			found.Low = band
		}
		found.High = band
	})
	return found
}

// printedAs returns what the values of a slot print as: the slot below a cent
// rounds up to it.
func printedAs(h int64) maturity.Hundredths { return maturity.Hundredths((h + 1) >> 1) }

// floorDiv and ceilDiv divide by a positive number and round down and up;
// Go's own division rounds toward 0.
func floorDiv(a, b int64) int64 {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

func ceilDiv(a, b int64) int64 { return -floorDiv(-a, b) }
