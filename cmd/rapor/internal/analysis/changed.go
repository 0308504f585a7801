package analysis

import (
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// Decomposition tells which parts made up the change between two editions of one
// instrument. In each layer that is given, the terms and Rest add up exactly to
// Change. Change is the difference of the stated values; Rest is the row "selisih
// terbit dan hitung", 0 where both agree.
//
// From levels (Exact) a term is w_i x change of level / 100. From printed domains
// alone it is a range: each printed value may lie half a cent to either side, so
// Value is what the printed figures give and the true one is between Min and Max.
// Terms stand by size, the greatest change first in either direction, then in
// the instrument's order.
type Decomposition struct {
	From, To   *Point
	Reason     Reason // why it is refused, or ""
	Exact      bool   // from levels
	Change     maturity.Index
	Computed   maturity.Index // Change less Rest.Value: the sum of the terms
	Rest       Span
	Domains    []Term // every domain; nil where the instrument has none or they are not known
	Aspects    []Term // every aspect; nil where not known
	Indicators []Term // those whose level changed; only where Exact
}

// Term is what one part added to the index, in index points.
type Term struct {
	Place              int            // in Instrument.Domains, Aspects or Indicators
	Change             Span           // may be 0 or negative
	From, To           Figure         // the part's values; of an indicator see the levels
	LevelFrom, LevelTo maturity.Level // of an indicator
}

// Span is a value between two ends, which are the same where it is exact.
type Span struct {
	Value, Min, Max maturity.Index
}

// Exact reports whether there is one value only.
func (s Span) Exact() bool { return compare(s.Min, s.Max) == 0 }

// Between decomposes the change from one result to a later one. From may be nil,
// as it is in a Change that has a Reason.
func Between(from, to *Point) Decomposition {
	d := Decomposition{From: from, To: to}
	switch {
	case from == nil || to == nil:
		d.Reason = ReasonNoEarlier
		return d
	case from.Instrument != to.Instrument:
		d.Reason = ReasonOtherInstrument
		return d
	}
	d.Change = minus(to.Stated(), from.Stated())
	if from.Computed.Exists() && to.Computed.Exists() {
		d.byLevels()
	} else {
		d.byParts()
	}
	return d
}

// Decompose decomposes the change of a result against the last comparable
// edition; the reason is that of Series.Change where there is none.
func (s *Series) Decompose(p *Point) Decomposition {
	c := s.Change(p)
	if c.Reason != "" {
		return Decomposition{To: p, Reason: c.Reason}
	}
	return Between(c.From, p)
}

// byLevels needs the same indicators in both editions: otherwise a normalised
// index changes by its weights as well, and no indicator owns that.
func (d *Decomposition) byLevels() {
	in := d.From.Instrument
	total := int64(0)
	for i := range in.Indicators {
		if counted(d.From, i) != counted(d.To, i) {
			d.Reason = ReasonOtherIndicators
			return
		}
		if counted(d.To, i) {
			total += int64(in.Indicators[i].Weight)
		}
	}
	d.Exact = true
	d.terms(total)
	d.order()
}

// terms adds up sum(weight x change of level), levels in 1/100, by indicator and
// by the parts above it.
func (d *Decomposition) terms(total int64) {
	in := d.From.Instrument
	domains, aspects, whole := make([]int64, len(in.Domains)), make([]int64, len(in.Aspects)), int64(0)
	span := func(num int64) Span {
		v := maturity.Index{Num: num, Den: 100 * total}
		return Span{v, v, v}
	}
	for i := range in.Indicators {
		from, to := d.From.Levels[i], d.To.Levels[i]
		if !counted(d.To, i) || from == to {
			continue
		}
		num := int64(in.Indicators[i].Weight) * int64(to.Hundredths()-from.Hundredths())
		d.Indicators = append(d.Indicators, Term{Place: i, Change: span(num), LevelFrom: from, LevelTo: to})
		a := in.Indicators[i].Aspect
		aspects[a] += num
		if len(domains) > 0 {
			domains[in.Aspects[a].Domain] += num
		}
		whole += num
	}
	for i, num := range domains {
		d.Domains = append(d.Domains, Term{Place: i, Change: span(num), From: part(d.From.Domains, i), To: part(d.To.Domains, i)})
	}
	for i, num := range aspects {
		d.Aspects = append(d.Aspects, Term{Place: i, Change: span(num), From: part(d.From.Aspects, i), To: part(d.To.Aspects, i)})
	}
	d.Computed = span(whole).Value
	d.Rest = d.rest(span(whole))
}

// counted reports whether an indicator enters a result's index.
func counted(p *Point, i int) bool {
	return p.Levels[i].Assessed() && !(p.Instrument.Normalises && slices.Contains(p.NotApplicable, i))
}

// rest is what the terms leave of the change.
func (d *Decomposition) rest(sum Span) Span {
	return Span{minus(d.Change, sum.Value), minus(d.Change, sum.Max), minus(d.Change, sum.Min)}
}

func (d *Decomposition) order() {
	for _, terms := range [][]Term{d.Domains, d.Aspects, d.Indicators} {
		slices.SortStableFunc(terms, func(a, b Term) int {
			return magnitude(b.Change.Value).Cmp(magnitude(a.Change.Value))
		})
	}
}
