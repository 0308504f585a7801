package score

import "rapor/cmd/rapor/internal/maturity"

// maxSpan bounds how many units wide the indices may be that printed parts
// allow, and with it the time per assessment. Weights of four decimals need
// 10,000 with whole levels, 20,000 with steps of one half, 40,000 with quarters.
const maxSpan = 1 << 16

// Origin tells what a computed figure stands on.
type Origin int

const (
	FromNothing  Origin = iota // nothing to compute from
	FromLevels                 // the levels of the final stage
	FromParts                  // printed domains or aspects: what levels can make of them
	FromRounding               // printed domains or aspects of an average: the interval that their rounding leaves
	FromIndex                  // the printed index alone, as an interval (bands only)
)

// Range is what the printed domains allow the index to be (the printed aspects
// where the instrument has no domains), or the printed aspects a domain. The
// zero Range means that nothing can be claimed.
//
// From parts of an institution it is the set of all values that levels can give
// while every part rounds half up to its printed value; Min and Max belong to
// it. Parts of an average are means of many institutions, so any value may
// occur: it is the interval from Min up to, not including, Max.
type Range struct {
	Origin    Origin // FromNothing, FromParts or FromRounding
	Min, Max  maturity.Index
	Low, High maturity.Hundredths // what its members print as: these two, which are equal or 0.01 apart
	Bands     Bands               // bands of its members by the year's basis
	Nominal   maturity.Index      // the weighted mean of the printed parts, for a worked example; it may itself print otherwise
	slots     slots
}

// Exists reports whether there is a claim at all.
func (r Range) Exists() bool { return r.Origin != FromNothing }

// Prints reports whether some member prints as v.
func (r Range) Prints(v maturity.Hundredths) bool { return r.Exists() && v >= r.Low && v <= r.High }

// Only returns the exact value where the set has a single one.
func (r Range) Only() maturity.Index {
	if r.Origin == FromParts && r.Min == r.Max {
		return r.Min
	}
	return maturity.Index{}
}

// allowed returns what printed parts allow a whole to be; nothing can be claimed
// where one of them is not printed. The weights of parts differ from institution
// to institution where the instrument normalises, so there is no claim either.
func (m *Model) allowed(w *whole, printed map[string]maturity.Hundredths, average bool) Range {
	if len(printed) < len(w.parts) || w.weight == 0 || m.in.Normalises {
		return Range{}
	}
	values := make([]maturity.Hundredths, len(w.parts))
	for i, id := range w.ids {
		v, ok := printed[id]
		if !ok {
			return Range{}
		}
		values[i] = v
	}
	if average {
		return w.rounding(values)
	}
	return w.attainable(m.in.Scale.Min, values)
}

// nominal is the weighted mean of printed parts.
func (w *whole) nominal(printed []maturity.Hundredths) maturity.Index {
	var sum int64
	for i, p := range w.parts {
		sum += p.weight * int64(printed[i])
	}
	return maturity.Index{Num: sum, Den: 100 * w.weight}
}

// window is the lowest and the highest of a part's sums that print as told.
type window struct {
	low, high int64 // in part.unit; both can be had
}

// attainable returns all values of a whole that levels can give while every
// part prints as told: the sums of one member of each part's window.
func (w *whole) attainable(floor maturity.Hundredths, printed []maturity.Hundredths) Range {
	windows := make([]window, len(w.parts))
	least, width := int64(0), int64(0) // in w.unit
	for i, p := range w.parts {
		if p.reach == nil {
			return Range{}
		}
		low, high, ok := p.window(floor, printed[i])
		if !ok {
			return Range{}
		}
		windows[i] = window{low, high}
		least += low * (p.unit / w.unit)
		width += (high - low) * (p.unit / w.unit)
	}
	if width >= maxSpan {
		return Range{}
	}
	start := int64(floor)*w.weight + w.unit*least // weight x level, levels in 1/100
	r := Range{Origin: FromParts, Nominal: w.nominal(printed)}
	r.Min = maturity.Index{Num: start, Den: 100 * w.weight}
	r.Max = maturity.Index{Num: start + w.unit*width, Den: 100 * w.weight}
	r.slots = slotsOf(r.Min)
	last := slotsOf(r.Max).first
	for h := r.slots.first + 1; h < last; h++ { // sum/weight >= h/2, in 1/100
		from := ceilDiv(h*w.weight-2*start, 2*w.unit)
		to := ceilDiv((h+1)*w.weight-2*start, 2*w.unit) - 1
		if from <= to && (w.climb(windows, from, to) || w.sums(windows, width).next(from, to) >= 0) {
			r.slots.add(h)
		}
	}
	r.slots.add(last)
	r.Low, r.High = r.slots.prints()
	return r
}

// climb looks for a sum between two bounds, in w.unit above the least one, by
// taking of each part as much as fits. What it finds is there; what it does not
// find may still be.
func (w *whole) climb(windows []window, from, to int64) bool {
	sum := int64(0)
	for i, p := range w.parts {
		stride, in := p.unit/w.unit, windows[i]
		sum += (p.reach.last(in.low, min(in.high, in.low+(to-sum)/stride)) - in.low) * stride
	}
	return sum >= from
}

// sums returns the sums of one member of each part's window, from the least one
// on, in w.unit; width is the greatest of them. At maxSpan it takes most of a
// millisecond, so climb is asked first: wide windows are nearly full, and there
// it finds what there is.
func (w *whole) sums(windows []window, width int64) bitset {
	n := width>>6 + 1
	room := make(bitset, 3*n)
	have, next, run := room[:n], room[n:2*n], room[2*n:]
	have.set(0)
	for i, p := range w.parts {
		stride, in := p.unit/w.unit, windows[i]
		if in.low == in.high {
			continue
		}
		clear(next)
		for from := in.low; from >= 0; { // neighbours are taken together: log(length) shifts
			end := p.reach.gap(from, in.high)
			copy(run, have)
			run.spread(stride, end-from-1)
			next.orShifted(run, (from-in.low)*stride)
			if end > in.high {
				break
			}
			from = p.reach.next(end, in.high)
		}
		have, next = next, have
	}
	return have
}

// rounding returns the interval that the rounding of an average's parts leaves.
func (w *whole) rounding(printed []maturity.Hundredths) Range {
	r := Range{Origin: FromRounding, Nominal: w.nominal(printed)}
	twice, n := 2*r.Nominal.Num, w.weight // the mean in half cents is twice/n
	r.Min = maturity.Index{Num: twice - n, Den: 200 * n}
	r.Max = maturity.Index{Num: twice + n, Den: 200 * n}
	r.slots.first = floorDiv(twice-n, n)
	for h := r.slots.first; h*n < twice+n; h++ {
		r.slots.add(h)
	}
	r.Low, r.High = r.slots.prints()
	return r
}
