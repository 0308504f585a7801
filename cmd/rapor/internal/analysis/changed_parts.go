package analysis

import "rapor/cmd/rapor/internal/maturity"

// byParts decomposes by the domains that were printed, or by the aspects where
// the instrument has none. All of them must be known in both years.
func (d *Decomposition) byParts() {
	in := d.From.Instrument
	if in.Normalises {
		d.Reason = ReasonNormalisedWeights
		return
	}
	from, weights := mainParts(d.From)
	to, _ := mainParts(d.To)
	terms, sum := partTerms(in.Scale, weights, from, to)
	if terms == nil {
		d.Reason = ReasonNoParts
		return
	}
	if len(in.Domains) > 0 {
		d.Domains = terms
	} else {
		d.Aspects = terms
	}
	d.Computed = sum.Value
	d.Rest = d.rest(sum)
	d.order()
}

// partTerms returns a term for each part and their sum; nil where a part's value
// is not known in one of the years.
func partTerms(scale maturity.Scale, weights []maturity.Weight, from, to []Figure) ([]Term, Span) {
	zero := maturity.Index{Num: 0, Den: 1}
	sum := Span{zero, zero, zero}
	var terms []Term
	for i, w := range weights {
		a, b := part(from, i), part(to, i)
		if !a.Exists() || !b.Exists() {
			return nil, Span{}
		}
		weigh := func(x maturity.Index) maturity.Index { return times(x, int64(w), int64(maturity.WholeWeight)) }
		lowA, highA := a.interval(scale)
		lowB, highB := b.interval(scale)
		t := Term{Place: i, From: a, To: b, Change: Span{
			Value: weigh(minus(b.Judged(), a.Judged())),
			Min:   weigh(minus(lowB, highA)),
			Max:   weigh(minus(highB, lowA)),
		}}
		sum = Span{plus(sum.Value, t.Change.Value), plus(sum.Min, t.Change.Min), plus(sum.Max, t.Change.Max)}
		terms = append(terms, t)
	}
	return terms, sum
}
