package score

import (
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// The limits of what is enumerated for one instrument, domains and aspects
// together. They leave room for weights of four decimals with whole levels from
// 0 to 5 (10 million sums) and for weights of two decimals with levels in steps
// of 0.01 (8 million for a scale from 1 to 5).
const (
	maxReach = 1 << 24 // sums, one bit each: 2 MiB
	maxWork  = 1 << 28 // words shifted while enumerating: half a second or so
)

// budget is what is left of the two limits.
type budget struct{ reach, work int64 }

// part is a domain or an aspect: all that its indicators' levels can add up to,
// enumerated once for an instrument. It is never changed afterwards.
//
// A sum of weight x level is floor*weight + unit*u, where floor is the scale's
// lowest level and u a whole number from 0 to top. Not every u can be had: with
// two indicators of 2 % and one of 3 % u is never 1. Reach holds those that can.
type part struct {
	weight int64
	unit   int64  // greatest common divisor of the weights x the scale's step
	top    int64  // the greatest u
	reach  bitset // nil where it was not enumerated
}

// partOf enumerates the sums of some indicators' weights within what is left of
// the budget. Equal weights are taken together: a sum of k levels is one number
// with k times as many values.
func partOf(weights []int64, scale maturity.Scale, left *budget) part {
	p, divisor := part{}, int64(0)
	for _, w := range weights {
		p.weight += w
		divisor = gcd(divisor, w)
	}
	if p.weight == 0 || left.reach == 0 {
		return p
	}
	steps := int64((scale.Max - scale.Min) / scale.Step)
	count := map[int64]int64{}
	for _, w := range weights {
		count[w] += steps
	}
	p.unit = divisor * int64(scale.Step)
	p.top = steps * (p.weight / divisor)
	if p.top >= left.reach {
		return p
	}
	left.reach -= p.top + 1
	reach := bitsetFor(p.top)
	reach.set(0)
	var distinct []int64
	for w := range count {
		distinct = append(distinct, w)
	}
	slices.Sort(distinct)
	used := int64(0) // sums so far end here; the words above are still empty
	for _, w := range distinct {
		used += w / divisor * count[w]
		left.work -= reach[:used>>6+1].spread(w/divisor, count[w]) * (used>>6 + 1)
		if left.work < 0 {
			return p
		}
	}
	p.reach = reach
	return p
}

// window returns the lowest and the highest u whose value prints as v; ok is
// false where there is none. Only for enumerated parts.
func (p *part) window(floor, v maturity.Hundredths) (low, high int64, ok bool) {
	// sum/weight >= v - 1/2, in 1/100, is u >= ((2v-1) weight - 2 floor weight) / (2 unit).
	above := 2 * (int64(v) - int64(floor))
	low = max(ceilDiv((above-1)*p.weight, 2*p.unit), 0)
	high = min(ceilDiv((above+1)*p.weight, 2*p.unit)-1, p.top)
	if low > high {
		return 0, 0, false
	}
	low = p.reach.next(low, high)
	if low < 0 {
		return 0, 0, false
	}
	return low, p.reach.last(low, high), true
}

// gcd returns the greatest common divisor; gcd(0, b) is b.
func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
