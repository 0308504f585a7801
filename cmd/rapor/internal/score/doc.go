// Package score owns the arithmetic: levels to exact indices and ratings, what
// printed domain values allow, and published against computed figures. It reads
// nothing, prints nothing and knows no words; it is a function of its arguments.
//
// # Exact
//
// Everything is an integer. The index of a scorecard is
//
//	sum(weight x level) / sum(weight)
//
// with weights in 1/10,000 percent and levels in 1/100, kept as a fraction
// (maturity.Index) until it is shown, where it is rounded once, half up.
//
// No sum can overflow int64. The weights of an instrument add up to at most
// 1,000,000 (one that claims more gets no result at all), and a level is under
// 2^31, so sum(weight x level) is under 2.2e15. The largest product taken of
// such a sum is by 200, and 4.3e17 is well under 9.2e18.
//
// # Slots
//
// Two questions are asked of an index, and both have their answers change only
// at multiples of 0.005: what it prints as (at half cents) and which band it is
// in (bounds have two decimals). Slot h holds the values from 0.005 h up to, not
// including, 0.005 (h+1). Any set of possible indices is told well enough by its
// slots, whether it comes from levels, from printed domains or from an interval.
//
// # Claims
//
// What printed parts allow is claimed only where it was enumerated; the limits
// are those of maxReach, maxWork and maxSpan. An instrument over them, and one
// that normalises (which indicators entered a printed value is not known), gets
// no claim, except that a mean of levels never leaves the scale.
package score
