package analysis

import (
	"cmp"
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// Leverage is what a domain (an aspect where the instrument has no domains) can
// add to the index, told from domain values alone. Steps are not claimed: which
// levels stand behind a domain's value is not known.
type Leverage struct {
	Place    int            // in Instrument.Domains; in Instrument.Aspects where there are none
	Value    Figure         // as published
	PerPoint maturity.Index // index points per 1.00 of the domain: its weight/100
	Room     maturity.Index // highest level less the value; the zero Index where the printed value is off the scale
	RoomGain maturity.Index // index points of the room
	Median   Summary        // of the kind, for the same domain
	Distance maturity.Index // value less the median; the zero Index where there is no median
}

// Leverages returns the domains whose value is known, the heaviest first, then in
// the instrument's order. Group may be nil. A normalised index has none: its
// weights differ from institution to institution.
func Leverages(p *Point, g *Group) ([]Leverage, Reason) {
	in := p.Instrument
	if in.Normalises {
		return nil, ReasonNormalisedWeights
	}
	values, weights := mainParts(p)
	var list []Leverage
	for i, v := range values {
		if !v.Exists() {
			continue
		}
		l := Leverage{Place: i, Value: v, PerPoint: perPoint(weights[i])}
		if v.Printed >= in.Scale.Min && v.Printed <= in.Scale.Max {
			l.Room = minus(in.Scale.Max.Index(), v.Judged())
			l.RoomGain = times(l.Room, int64(weights[i]), int64(maturity.WholeWeight))
		}
		if g != nil && g.Instrument == in {
			l.Median = mainSummary(g, i)
			l.Distance = l.Median.Distance(v)
		}
		list = append(list, l)
	}
	if list == nil {
		return nil, ReasonNoParts
	}
	slices.SortStableFunc(list, func(a, b Leverage) int { return cmp.Compare(weights[b.Place], weights[a.Place]) })
	return list, ""
}

// mainParts returns the parts that make up the index: the domains, or the
// aspects where there are none. Values is nil where none is known.
func mainParts(p *Point) (values []Figure, weights []maturity.Weight) {
	in := p.Instrument
	if len(in.Domains) > 0 {
		for i := range in.Domains {
			weights = append(weights, in.Domains[i].Weight)
		}
		return p.Domains, weights
	}
	return p.Aspects, aspectWeights(in)
}

func aspectWeights(in *maturity.Instrument) (weights []maturity.Weight) {
	for i := range in.Aspects {
		weights = append(weights, in.Aspects[i].Weight)
	}
	return weights
}

func mainSummary(g *Group, i int) Summary {
	if len(g.Instrument.Domains) > 0 {
		return g.Domains[i]
	}
	return g.Aspects[i]
}

func perPoint(w maturity.Weight) maturity.Index {
	return maturity.Index{Num: int64(w), Den: int64(maturity.WholeWeight)}
}
