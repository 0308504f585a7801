package score

import "math/bits"

// bitset is a set of small numbers, one bit each. Sums of levels are kept in
// bitsets because a set of all sums a+b is then a few shifts.
type bitset []uint64

// bitsetFor returns the words needed for 0..top.
func bitsetFor(top int64) bitset { return make(bitset, top>>6+1) }

func (b bitset) set(n int64)      { b[n>>6] |= 1 << (n & 63) }
func (b bitset) has(n int64) bool { return b[n>>6]>>(n&63)&1 == 1 }

// orShifted adds every member of src, moved up by n, dropping what leaves b.
// It goes from the top down, so that b may be src: no member moves twice.
func (b bitset) orShifted(src bitset, n int64) {
	words, rest := int(n>>6), uint(n&63)
	for i := min(len(b)-1, len(src)+words); i >= words; i-- {
		var w uint64
		if i-words < len(src) {
			w = src[i-words] << rest
		}
		if i > words && rest > 0 {
			w |= src[i-words-1] >> (64 - rest)
		}
		b[i] |= w
	}
}

// spread adds every member moved up by step, 2 step, ... count step: the sums
// with a second number that has count+1 values. Doubling makes it log(count)
// shifts: after a shift by k the next one may be by up to k+1.
func (b bitset) spread(step, count int64) (shifts int64) {
	for covered := int64(0); covered < count; shifts++ {
		by := min(covered+1, count-covered)
		b.orShifted(b, by*step)
		covered += by
	}
	return shifts
}

// next returns the smallest member from low to high, or -1.
func (b bitset) next(low, high int64) int64 {
	for i := low >> 6; i <= high>>6; i++ {
		w := b[i]
		if i == low>>6 {
			w &= ^uint64(0) << (low & 63)
		}
		if w != 0 {
			return within(i<<6+int64(bits.TrailingZeros64(w)), low, high)
		}
	}
	return -1
}

// last returns the largest member from low to high, or -1.
func (b bitset) last(low, high int64) int64 {
	for i := high >> 6; i >= low>>6; i-- {
		w := b[i]
		if i == high>>6 {
			w &= ^uint64(0) >> (63 - high&63)
		}
		if w != 0 {
			return within(i<<6+int64(bits.Len64(w))-1, low, high)
		}
	}
	return -1
}

func within(n, low, high int64) int64 {
	if n < low || n > high {
		return -1
	}
	return n
}

// gap returns the smallest number from low on that is no member, or high+1.
func (b bitset) gap(low, high int64) int64 {
	for low <= high && b.has(low) {
		low++
	}
	return low
}
