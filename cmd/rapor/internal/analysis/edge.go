package analysis

import "rapor/cmd/rapor/internal/maturity"

// Edges is how far a result is from the edges of its band. The year's basis
// counts: where the rounded index is compared, an exact value enters a band
// 0.005 below its minimum. A distance is the zero Index where it does not apply
// or where the printed figure hides it: a printed 2.60 that is still in the band
// below is less than half a cent away from the next.
type Edges struct {
	Band      int            // place in Instrument.Bands; -1 where undecided
	Next      int            // the band above; -1 at the top and where Band is undecided
	ToNext    maturity.Index // what is missing to Next, over 0
	AboveBand maturity.Index // how far over the band's own minimum, 0 or more; none for the lowest band
}

// EdgesOf returns the distances of a result, judged by Figure.Judged.
func EdgesOf(p *Point) Edges {
	e := Edges{Band: p.Band, Next: -1}
	if p.Band < 0 {
		return e
	}
	value, in := p.Judged(), p.Instrument
	if !p.Exact.Exists() && in.BasisIn(p.Year) == maturity.BasisRounded {
		value = plus(value, maturity.Index{Num: -5, Den: 1000}) // the printed figure itself is compared, with the minimum itself
	}
	if p.Band+1 < len(in.Bands) {
		e.Next = p.Band + 1
		if d := minus(entry(in, p.Year, e.Next), value); d.Num > 0 {
			e.ToNext = d
		}
	}
	if p.Band > 0 {
		if d := minus(value, entry(in, p.Year, p.Band)); d.Num >= 0 {
			e.AboveBand = d
		}
	}
	return e
}

// entry is the least exact index of a band: its minimum, or 0.005 less where the
// rounded index is compared.
func entry(in *maturity.Instrument, year, band int) maturity.Index {
	least := in.Bands[band].Min.Index()
	if in.BasisIn(year) == maturity.BasisRounded {
		least = minus(least, halfCent)
	}
	return least
}
