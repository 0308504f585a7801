package analysis

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// norm builds an instrument: its parts as "D1/A1 10x1.30" (ten indicators of
// 1.30 percent each in aspect A1 of domain D1; "A1 2x5" without domains), its
// scale as "min max step" and the bands of PermenPANRB 59/2020.
func norm(t testing.TB, structure, scale string) *maturity.Instrument {
	t.Helper()
	in := &maturity.Instrument{ID: "uji", FirstYear: 2021, Bands: []maturity.RatingBand{
		{ID: "kurang", Min: 100}, {ID: "cukup", Min: 180}, {ID: "baik", Min: 260},
		{ID: "sangat-baik", Min: 350}, {ID: "memuaskan", Min: 420},
	}}
	s := strings.Fields(scale)
	in.Scale = maturity.Scale{Min: cents(t, s[0]), Max: cents(t, s[1]), Step: cents(t, s[2])}
	fields := strings.Fields(structure)
	for i := 0; i < len(fields); i += 2 {
		domain, aspect, layered := strings.Cut(fields[i], "/")
		d := -1
		if !layered {
			aspect = domain
		} else if d = in.Domain(domain); d < 0 {
			d = len(in.Domains)
			in.Domains = append(in.Domains, maturity.Domain{ID: domain})
		}
		number, weight, _ := strings.Cut(fields[i+1], "x")
		n, _ := strconv.Atoi(number)
		w := maturity.Weight(cents(t, weight)) * 100
		in.Aspects = append(in.Aspects, maturity.Aspect{ID: aspect, Domain: d, Weight: maturity.Weight(n) * w})
		if d >= 0 {
			in.Domains[d].Weight += maturity.Weight(n) * w
		}
		for range n {
			in.Indicators = append(in.Indicators, maturity.Indicator{
				ID: fmt.Sprintf("I%02d", len(in.Indicators)+1), Weight: w, Aspect: len(in.Aspects) - 1,
			})
		}
	}
	return in
}

// norm2020 is PermenPANRB 59/2020: in force 2021 to 2025, in 2023 the rounded
// index was compared with the bands.
func norm2020(t testing.TB) *maturity.Instrument {
	in := norm(t, `D1/A1 10x1.30  D2/A2 4x2.50 D2/A3 4x2.50 D2/A4 2x2.50
		D3/A5 8x1.50 D3/A6 3x1.50  D4/A7 10x2.75 D4/A8 6x3.00`, "1 5 1")
	in.ID, in.LastYear = "permenpanrb-59-2020", 2025
	in.BasisByYear = map[int]maturity.Basis{2023: maturity.BasisRounded}
	return in
}

// norm2026 is PermenPANRB 8/2026: no domains, decimals as levels.
func norm2026(t testing.TB) *maturity.Instrument {
	in := norm(t, "A1 2x5 A2 2x5 A3 1x5 A3 2x3 A3 1x4 A4 2x4 A4 1x3 A4 1x4 A5 2x5 A6 3x4 A6 1x3 A7 1x10 A7 1x15", "1 5 0.01")
	in.ID, in.FirstYear = "permenpanrb-8-2026", 2026
	return in
}

// cents reads 3.49 as 349.
func cents(t testing.TB, s string) maturity.Hundredths {
	t.Helper()
	whole, rest, _ := strings.Cut(s, ".")
	n, err := strconv.Atoi(whole + (rest + "00")[:2])
	if err != nil {
		t.Fatalf("not a figure: %q", s)
	}
	return maturity.Hundredths(n)
}

// institution builds one with published indices, "2022=2.04 2023=2.89".
func institution(t testing.TB, in *maturity.Instrument, slug, results string) *maturity.Institution {
	t.Helper()
	inst := &maturity.Institution{Slug: slug, Kind: "kota"}
	for _, f := range strings.Fields(results) {
		year, index, _ := strings.Cut(f, "=")
		publish(t, inst, in, year, index)
	}
	return inst
}

// publish adds a year with a published index.
func publish(t testing.TB, inst *maturity.Institution, in *maturity.Instrument, year, index string) *maturity.Assessment {
	t.Helper()
	y, err := strconv.Atoi(year)
	if err != nil {
		t.Fatal(err)
	}
	v := cents(t, index)
	a := &maturity.Assessment{Institution: inst.Slug, Year: y, Instrument: in, Published: &maturity.Published{Index: &v}}
	inst.Assessments = append(inst.Assessments, a)
	return a
}

// levelled adds a stage's levels to a year, one digit each; a dot is "not
// assessed".
func levelled(inst *maturity.Institution, in *maturity.Instrument, year int, stage maturity.Stage, digits string) *maturity.Assessment {
	a := inst.In(year)
	if a == nil {
		a = &maturity.Assessment{Institution: inst.Slug, Year: year, Instrument: in}
		inst.Assessments = append(inst.Assessments, a)
	}
	levels := make([]maturity.Level, 0, len(digits))
	for _, c := range digits {
		if c == '.' {
			levels = append(levels, maturity.NotAssessed)
		} else {
			levels = append(levels, maturity.LevelOf(100*maturity.Hundredths(c-'0')))
		}
	}
	a.Stages = append(a.Stages, maturity.StageLevels{Stage: stage, Levels: levels})
	return a
}

// models are kept by instrument: building one takes a moment.
var models = map[*maturity.Instrument]*score.Model{}

func assess(inst *maturity.Institution, a *maturity.Assessment) score.Result {
	if models[a.Instrument] == nil {
		models[a.Instrument] = score.New(a.Instrument)
	}
	return score.Assess(models[a.Instrument], inst, a)
}

// seriesOf computes an institution and takes its series.
func seriesOf(inst *maturity.Institution) *Series {
	results := make([]score.Result, len(inst.Assessments))
	for i, a := range inst.Assessments {
		results[i] = assess(inst, a)
	}
	return NewSeries(inst, results)
}

// decimal prints an exact value with four decimals, "-" where there is none.
func decimal(x maturity.Index) string {
	if !x.Exists() {
		return "-"
	}
	v, sign := x.Decimal(4), ""
	if v < 0 {
		v, sign = -v, "-"
	}
	return fmt.Sprintf("%s%d.%04d", sign, v/10_000, v%10_000)
}

// is reports where an exact value is not the one wanted, written "2.9795" or
// "1/3"; "-" means no value.
func is(t *testing.T, what string, got maturity.Index, want string) {
	t.Helper()
	if want == "-" || !got.Exists() {
		if got.Exists() != (want != "-") {
			t.Errorf("%s is %q, want %s", what, got, want)
		}
		return
	}
	if w, ok := new(big.Rat).SetString(want); !ok || rat(got).Cmp(w) != 0 {
		t.Errorf("%s is %s (%s), want %s", what, got, decimal(got), want)
	}
}
