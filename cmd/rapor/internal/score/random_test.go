package score

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// newRand returns a generator whose draws are the same in every run.
func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 59)) }

// pick returns one of several values.
func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// randomInstrument draws an instrument with up to the given number of aspects
// and of indicators in each, with or without domains, whose weights are whole
// multiples of a unit and add up to 100 percent.
func randomInstrument(r *rand.Rand, aspects, indicators int, scale maturity.Scale) *maturity.Instrument {
	in := &maturity.Instrument{ID: "acak", Scale: scale}
	if r.IntN(3) > 0 {
		for d := range 1 + r.IntN(3) {
			in.Domains = append(in.Domains, maturity.Domain{ID: fmt.Sprint("D", d+1)})
		}
	}
	n := max(1+r.IntN(aspects), len(in.Domains))
	for a := range n {
		domain := -1
		if len(in.Domains) > 0 {
			domain = a % len(in.Domains)
		}
		in.Aspects = append(in.Aspects, maturity.Aspect{ID: fmt.Sprint("A", a+1), Domain: domain})
		for range 1 + r.IntN(indicators) {
			in.Indicators = append(in.Indicators, maturity.Indicator{ID: fmt.Sprint("I", len(in.Indicators)), Aspect: a})
		}
	}
	// 1 percent, 0.25, 0.05, 0.01 and 0.0001: the finest an instrument may use
	drawWeights(r, in, pick[maturity.Weight](r, 10_000, 2_500, 500, 100, 1))
	drawBands(r, in)
	return in
}

// drawWeights cuts 100 percent at random multiples of a unit.
func drawWeights(r *rand.Rand, in *maturity.Instrument, unit maturity.Weight) {
	cuts := map[int]bool{0: true}
	for len(cuts) < len(in.Indicators) {
		cuts[r.IntN(int(maturity.WholeWeight/unit))] = true
	}
	var at []int
	for c := range cuts {
		at = append(at, c)
	}
	slices.Sort(at)
	at = append(at, int(maturity.WholeWeight/unit))
	for i := range in.Indicators {
		in.Indicators[i].Weight = maturity.Weight(at[i+1]-at[i]) * unit
	}
}

// drawBands draws one to six different lower bounds, low to high.
func drawBands(r *rand.Rand, in *maturity.Instrument) {
	bounds := map[maturity.Hundredths]bool{}
	for range 1 + r.IntN(6) {
		bounds[in.Scale.Min+maturity.Hundredths(r.IntN(int(in.Scale.Max-in.Scale.Min)+1))] = true
	}
	setBands(in, bounds)
}

// setBands replaces the bands by those with the given bounds.
func setBands(in *maturity.Instrument, bounds map[maturity.Hundredths]bool) {
	in.Bands = nil
	for b := range bounds {
		in.Bands = append(in.Bands, maturity.RatingBand{Min: b})
	}
	slices.SortFunc(in.Bands, func(a, b maturity.RatingBand) int { return int(a.Min - b.Min) })
	for i := range in.Bands {
		in.Bands[i].ID = fmt.Sprint("band", i)
	}
}

// randomLevel draws a level of the scale.
func randomLevel(r *rand.Rand, s maturity.Scale) maturity.Level {
	return maturity.LevelOf(s.Min + s.Step*maturity.Hundredths(r.IntN(int((s.Max-s.Min)/s.Step)+1)))
}

func randomLevels(r *rand.Rand, in *maturity.Instrument) []maturity.Level {
	all := make([]maturity.Level, len(in.Indicators))
	for i := range all {
		all[i] = randomLevel(r, in.Scale)
	}
	return all
}

// weighted returns sum(weight x level), levels in 1/100; the index in 1/100 is
// that over 1,000,000, and a tie where 500,000 is left over.
func weighted(in *maturity.Instrument, levels []maturity.Level) (sum int64) {
	for i := range levels {
		sum += int64(in.Indicators[i].Weight) * int64(levels[i].Hundredths())
	}
	return sum
}

const (
	cent     = int64(maturity.WholeWeight)
	halfCent = cent / 2
)

// makeTie changes levels, or else moves weight between two indicators, until the
// index lies exactly between two cents. It reports whether it came about.
func makeTie(r *rand.Rand, in *maturity.Instrument, levels []maturity.Level) bool {
	for range 30 {
		if weighted(in, levels)%cent == halfCent {
			return true
		}
		levels[r.IntN(len(levels))] = randomLevel(r, in.Scale)
	}
	if len(levels) < 2 || in.Scale.Max-in.Scale.Min < 100 {
		return false
	}
	// Weight that moves up by one level of 0.01, then by one of 1.00, adds 1 and
	// 100 per 0.0001 percent: the first mends what the second cannot divide.
	if in.Scale.Step == 1 && !moveWeight(r, in, levels, 1, func(missing int64) int64 { return missing % 100 }) {
		return false
	}
	return moveWeight(r, in, levels, 100, func(missing int64) int64 { return missing }) &&
		weighted(in, levels)%cent == halfCent
}

// moveWeight gives two indicators levels apart by a distance and moves weight
// between them so that the part of what is missing to a tie is made up.
func moveWeight(r *rand.Rand, in *maturity.Instrument, levels []maturity.Level, distance int64, part func(int64) int64) bool {
	a := r.IntN(len(levels))
	b := (a + 1 + r.IntN(len(levels)-1)) % len(levels)
	levels[a] = maturity.LevelOf(in.Scale.Min + maturity.Hundredths(distance))
	levels[b] = maturity.LevelOf(in.Scale.Min)
	missing := part((halfCent - weighted(in, levels)%cent + cent) % cent)
	if missing%distance != 0 {
		return false
	}
	move := maturity.Weight(missing / distance)
	if in.Indicators[b].Weight <= move {
		move -= maturity.Weight(cent / distance) // the other way round a whole cent
	}
	if in.Indicators[b].Weight <= move || in.Indicators[a].Weight <= -move {
		return false
	}
	in.Indicators[a].Weight += move
	in.Indicators[b].Weight -= move
	return true
}
