package load

import (
	"slices"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

// goodBand is the band that baik_ke_atas counts from.
const goodBand = "baik"

// spread reads a published distribution. Its counts must fit each other; what
// was not printed is left out.
func (b *assessmentBuilder) spread(t *spreadTable) *maturity.Spread {
	s := &maturity.Spread{Total: b.count(t.Total), ByBand: map[string]int{}, PartPos: map[string]diag.Pos{"total": t.Total.Pos, "baik_ke_atas": t.BaikKeAtas.Pos}}
	if t.BaikKeAtas.Given {
		good := b.count(t.BaikKeAtas)
		s.GoodOrUp = &good
	}
	sum := 0
	for _, e := range t.PerBand.Entries {
		if b.in.Band(e.Key) < 0 {
			b.problems.Errorf(e.KeyPos, "load-unknown-band-count", e.Key, diag.Some(bandIDs(b.in)))
			continue
		}
		s.ByBand[e.Key], s.PartPos[e.Key] = b.count(e.Value), e.Value.Pos
		sum += s.ByBand[e.Key]
	}
	if t.Total.Given && (sum > s.Total || len(s.ByBand) == len(b.in.Bands) && sum != s.Total) {
		b.problems.Errorf(t.Total.Pos, "load-spread-sum", sum, s.Total)
	}
	if s.GoodOrUp != nil {
		b.goodOrUp(t, s)
	}
	return s
}

// goodOrUp holds baik_ke_atas against the total and the bands it counts.
func (b *assessmentBuilder) goodOrUp(t *spreadTable, s *maturity.Spread) {
	if t.Total.Given && *s.GoodOrUp > s.Total {
		b.problems.Errorf(t.BaikKeAtas.Pos, "load-spread-good-total", *s.GoodOrUp, s.Total)
	}
	from := b.in.Band(goodBand)
	if from < 0 {
		return
	}
	sum, known := 0, 0
	for _, band := range b.in.Bands[from:] {
		if n, ok := s.ByBand[band.ID]; ok {
			sum, known = sum+n, known+1
		}
	}
	if sum > *s.GoodOrUp || known == len(b.in.Bands)-from && sum != *s.GoodOrUp {
		b.problems.Errorf(t.BaikKeAtas.Pos, "load-spread-good-sum", *s.GoodOrUp, sum)
	}
}

// count reads a number of institutions.
func (b *assessmentBuilder) count(n toml.Int) int {
	if n.Value < 0 {
		b.problems.Errorf(n.Pos, "load-negative", n.Value)
	}
	return n.Value
}

// bandIDs lists the bands from high to low, as people name them.
func bandIDs(in *maturity.Instrument) (out []string) {
	for i := range in.Bands {
		out = append(out, in.Bands[i].ID)
	}
	slices.Reverse(out)
	return out
}
