package analysis

import "rapor/cmd/rapor/internal/maturity"

// Off tells on which side of the instrument's scale an estimate lies.
type Off int

// The sides.
const (
	BelowScale Off = -1
	OnScale    Off = 0
	AboveScale Off = 1
)

// Estimate is a projected value. One off the scale has no value at all, so that
// nobody can print it: say "di atas skala" or "di bawah skala", never the
// scale's end.
type Estimate struct {
	Value maturity.Index // the zero Index where Off is not OnScale, and where there is no estimate
	Off   Off
}

// Projection is where the pace so far leads by the target's year:
// last + a x (t - last year). Low and High are the same with the smallest and
// the largest yearly change between neighbouring editions (over a gap of years,
// the change per year), so Low <= Value <= High.
type Projection struct {
	From             *Point // the last edition, where the dashed line starts; nil where there is a Reason
	Year             int
	Value, Low, High Estimate
	Reason           Reason // why there is none: ReasonFewEditions, ReasonPastInstrument, ReasonOtherInstrument, ReasonNotOpen, or ""
}

// Exists reports whether there is a projection. Its value may still be off the
// scale.
func (p Projection) Exists() bool { return p.Reason == "" }

// project needs three editions, stays within the instrument's years and never
// leads into a year of another instrument.
func project(own []*Point, year int, changes bool) Projection {
	last := own[len(own)-1]
	in := last.Instrument
	switch {
	case changes:
		return Projection{Reason: ReasonOtherInstrument}
	case in.LastYear != 0 && year > in.LastYear:
		return Projection{Reason: ReasonPastInstrument}
	case len(own) < 3:
		return Projection{Reason: ReasonFewEditions}
	}
	least, most := pace(own[0], own[1]), pace(own[0], own[1])
	for i := 2; i < len(own); i++ {
		c := pace(own[i-1], own[i])
		if compare(c, least) < 0 {
			least = c
		}
		if compare(c, most) > 0 {
			most = c
		}
	}
	years := int64(year - last.Year)
	at := func(perYear maturity.Index) Estimate {
		return estimate(in.Scale, plus(last.Judged(), times(perYear, years, 1)))
	}
	return Projection{From: last, Year: year, Value: at(pace(own[0], last)), Low: at(least), High: at(most)}
}

func estimate(s maturity.Scale, v maturity.Index) Estimate {
	switch {
	case compare(v, s.Min.Index()) < 0:
		return Estimate{Off: BelowScale}
	case compare(v, s.Max.Index()) > 0:
		return Estimate{Off: AboveScale}
	}
	return Estimate{Value: v}
}
