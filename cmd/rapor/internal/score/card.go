package score

import (
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// Card is what the levels of one stage give. Values are exact; the zero Index
// means that there is none.
type Card struct {
	Stage      maturity.Stage // "" where made by Levels
	Index      maturity.Index
	Band       int              // place in Instrument.Bands by the year's basis; -1 where there is no index, or no year
	Domains    []maturity.Index // parallel to Instrument.Domains
	Aspects    []maturity.Index // parallel to Instrument.Aspects
	Assessed   int              // indicators with a level
	Applicable int              // indicators that should have one
}

// Levels computes the exact index, domains and aspects (PermenPANRB 59/2020:
// the sum of weight x level over the sum of weights). Levels stand in the order
// of in.Indicators; notApplicable holds places there and counts only where the
// instrument normalises.
//
// A part of which a level is missing has no value, and then there is no index
// either: a missing level never counts as 0. Where the instrument normalises,
// the mean is taken over the indicators that apply and were assessed, and only
// a part without any of them has no value.
//
// The weights used are those of the indicators. An instrument whose weights are
// not over 0, pass 100 percent together or hang on no aspect gets an empty card.
func Levels(in *maturity.Instrument, levels []maturity.Level, notApplicable []int) Card {
	return tally(in, levels, notApplicable, in.Normalises)
}

// share is a weighted sum on its way: num is sum(weight x level), levels in 1/100.
type share struct {
	num, weight int64
	missing     bool
}

func (s *share) join(o share) {
	s.num += o.num
	s.weight += o.weight
	s.missing = s.missing || o.missing
}

func (s share) value(skipMissing bool) maturity.Index {
	if s.weight == 0 || s.missing && !skipMissing {
		return maturity.Index{}
	}
	return maturity.Index{Num: s.num, Den: 100 * s.weight}
}

func tally(in *maturity.Instrument, levels []maturity.Level, notApplicable []int, skipMissing bool) Card {
	card := Card{
		Band:    -1,
		Domains: make([]maturity.Index, len(in.Domains)),
		Aspects: make([]maturity.Index, len(in.Aspects)),
	}
	if !sound(in) || len(levels) != len(in.Indicators) {
		return card
	}
	aspects := make([]share, len(in.Aspects))
	for i := range in.Indicators {
		if in.Normalises && slices.Contains(notApplicable, i) {
			continue
		}
		card.Applicable++
		indicator, s := &in.Indicators[i], share{missing: true}
		if levels[i].Assessed() {
			card.Assessed++
			w := int64(indicator.Weight)
			s = share{num: w * int64(levels[i].Hundredths()), weight: w}
		}
		aspects[indicator.Aspect].join(s)
	}
	domains, whole := make([]share, len(in.Domains)), share{}
	for i, s := range aspects {
		card.Aspects[i] = s.value(skipMissing)
		whole.join(s)
		if len(domains) > 0 {
			domains[in.Aspects[i].Domain].join(s)
		}
	}
	for i, s := range domains {
		card.Domains[i] = s.value(skipMissing)
	}
	card.Index = whole.value(skipMissing)
	return card
}

// sound reports whether an instrument can be computed with at all. The loader
// refuses those that cannot, and tells why; here they must only do no harm.
func sound(in *maturity.Instrument) bool {
	var total maturity.Weight
	for i := range in.Indicators {
		indicator := &in.Indicators[i]
		if indicator.Weight <= 0 || indicator.Weight > maturity.WholeWeight-total {
			return false
		}
		total += indicator.Weight
		if indicator.Aspect < 0 || indicator.Aspect >= len(in.Aspects) {
			return false
		}
	}
	for i := range in.Aspects {
		d := in.Aspects[i].Domain
		if len(in.Domains) > 0 && (d < 0 || d >= len(in.Domains)) {
			return false
		}
	}
	return total > 0
}
