package analysis

import "rapor/cmd/rapor/internal/maturity"

// Origin tells where a figure comes from; 0: from nowhere, there is none. It is a
// byte, for every figure of every year has one.
type Origin uint8

// The two origins.
const (
	OriginPublished Origin = 1 + iota // as printed in the source
	OriginComputed                    // from the levels of the final stage
)

// String is the origin as the JSON key asal has it: "terbit", "hitung" or "".
func (o Origin) String() string { return [...]string{"", "terbit", "hitung"}[o] }

// Figure is an index, domain or aspect value of a final result. The zero Figure
// means that none is known.
type Figure struct {
	Printed maturity.Hundredths // as published; computed: rounded half up
	Origin  Origin
	Exact   maturity.Index // before rounding, where the levels are known and it rounds to Printed; else the zero Index
}

// Exists reports whether there is a figure.
func (f Figure) Exists() bool { return f.Origin != 0 }

// Stated returns the figure as the portal states it: as published, else the
// exact computed value. Changes are differences of these.
func (f Figure) Stated() maturity.Index {
	switch f.Origin {
	case OriginPublished:
		return f.Printed.Index()
	case OriginComputed:
		return f.Exact
	}
	return maturity.Index{}
}

// Judged returns the finest value known: the exact one, else the printed one.
// Targets are judged on it.
func (f Figure) Judged() maturity.Index {
	if f.Exact.Exists() || !f.Exists() {
		return f.Exact
	}
	return f.Printed.Index()
}

// interval returns between which values the true one lies: it alone where it is
// known, else half a cent to either side, and not past the scale's ends unless
// the printed figure itself is.
func (f Figure) interval(s maturity.Scale) (low, high maturity.Index) {
	if f.Exact.Exists() {
		return f.Exact, f.Exact
	}
	p := f.Printed.Index()
	low, high = minus(p, halfCent), plus(p, halfCent)
	if least := s.Min.Index(); f.Printed >= s.Min && compare(low, least) < 0 {
		low = least
	}
	if most := s.Max.Index(); f.Printed <= s.Max && compare(high, most) > 0 {
		high = most
	}
	return low, high
}

// figureOf joins a published figure, which may be nil, with a computed value,
// which may be the zero Index.
func figureOf(published *maturity.Hundredths, computed maturity.Index) Figure {
	switch {
	case published == nil && !computed.Exists():
		return Figure{}
	case published == nil:
		return Figure{computed.Rounded(), OriginComputed, computed}
	case computed.Exists() && computed.Rounded() == *published:
		return Figure{*published, OriginPublished, computed}
	}
	return Figure{Printed: *published, Origin: OriginPublished}
}
