package score

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// The three national instruments: per aspect, indicators x weight in percent.
const (
	structure2018 = `D1/A1 7x1  D1/A2 10x1
		D2/A3 2x4  D2/A4 2x4  D2/A5 3x4
		D3/A6 7x5  D3/A7 4x5`
	structure2020 = `D1/A1 10x1.30
		D2/A2 4x2.50  D2/A3 4x2.50  D2/A4 2x2.50
		D3/A5 8x1.50  D3/A6 3x1.50
		D4/A7 10x2.75  D4/A8 6x3.00`
	structure2026 = `A1 2x5  A2 2x5  A3 1x5 A3 2x3 A3 1x4  A4 2x4 A4 1x3 A4 1x4
		A5 2x5  A6 3x4 A6 1x3  A7 1x10 A7 1x15`
	bands2020 = "kurang 1  cukup 1.8  baik 2.6  sangat-baik 3.5  memuaskan 4.2"
	bands2026 = "kurang 1  cukup 1.5  baik 2.5  sangat-baik 3.5  memuaskan 4"
)

func instrument2018() *maturity.Instrument {
	return instrument(structure2018, "0 5 1", strings.Replace(bands2020, "kurang 1 ", "kurang 0 ", 1))
}

// instrument2020 compares the exact index, in 2023 the rounded one.
func instrument2020() *maturity.Instrument {
	in := instrument(structure2020, "1 5 1", bands2020)
	in.BasisByYear = map[int]maturity.Basis{2023: maturity.BasisRounded}
	return in
}

func instrument2026() *maturity.Instrument {
	return instrument(structure2026, "1 5 0.01", bands2026)
}

// instrument builds one from its structure, its scale (min max step) and its
// bands. Aspects without "D1/" before them have no domain layer above.
func instrument(structure, scale, bands string) *maturity.Instrument {
	in := &maturity.Instrument{ID: "uji"}
	fields := strings.Fields(structure)
	for i := 0; i < len(fields); i += 2 {
		domain, aspect, layered := strings.Cut(fields[i], "/")
		if !layered {
			domain, aspect = "", fields[i]
		}
		count, weight, _ := strings.Cut(fields[i+1], "x")
		n, err := strconv.Atoi(count)
		if err != nil {
			panic(err)
		}
		d := -1
		if layered {
			if d = in.Domain(domain); d < 0 {
				d = len(in.Domains)
				in.Domains = append(in.Domains, maturity.Domain{ID: domain})
			}
		}
		a := in.Aspect(aspect)
		if a < 0 {
			a = len(in.Aspects)
			in.Aspects = append(in.Aspects, maturity.Aspect{ID: aspect, Domain: d})
		}
		for range n {
			w := maturity.Weight(decimal(weight, 4))
			in.Indicators = append(in.Indicators,
				maturity.Indicator{ID: fmt.Sprintf("I%02d", len(in.Indicators)+1), Aspect: a, Weight: w})
			in.Aspects[a].Weight += w
			if d >= 0 {
				in.Domains[d].Weight += w
			}
		}
	}
	s := strings.Fields(scale)
	in.Scale = maturity.Scale{Min: cents(s[0]), Max: cents(s[1]), Step: cents(s[2])}
	fields = strings.Fields(bands)
	for i := 0; i < len(fields); i += 2 {
		in.Bands = append(in.Bands, maturity.RatingBand{ID: fields[i], Min: cents(fields[i+1])})
	}
	return in
}

// decimal reads "2.75" with 4 places as 27500.
func decimal(s string, places int) int64 {
	whole, part, _ := strings.Cut(s, ".")
	part += strings.Repeat("0", places)
	n, err := strconv.ParseInt(whole+part[:places], 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}

func cents(s string) maturity.Hundredths { return maturity.Hundredths(decimal(s, 2)) }

// levels reads "3 3 4 - 2.5": one level for each indicator, - for none. "5x3"
// stands for 3 five times.
func levels(s string) []maturity.Level {
	var all []maturity.Level
	for _, f := range strings.Fields(s) {
		n := 1
		if count, value, ok := strings.Cut(f, "x"); ok {
			n, _ = strconv.Atoi(count)
			f = value
		}
		for range n {
			if f == "-" {
				all = append(all, maturity.NotAssessed)
			} else {
				all = append(all, maturity.LevelOf(cents(f)))
			}
		}
	}
	return all
}

// printed prints a value as pages do, "-" where there is none.
func printed(x maturity.Index) string {
	if !x.Exists() {
		return "-"
	}
	return show(x.Rounded())
}

func show(v maturity.Hundredths) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	return fmt.Sprintf("%s%d.%02d", sign, v/100, v%100)
}

func printedAll(values []maturity.Index) string {
	var all []string
	for _, v := range values {
		all = append(all, printed(v))
	}
	return strings.Join(all, " ")
}

func bandID(in *maturity.Instrument, band int) string {
	if band < 0 {
		return "-"
	}
	return in.Bands[band].ID
}

func TestInstrumentsOfTheTestsWeigh100Percent(t *testing.T) {
	for _, in := range []*maturity.Instrument{instrument2018(), instrument2020(), instrument2026()} {
		var sum maturity.Weight
		for _, i := range in.Indicators {
			sum += i.Weight
		}
		if sum != maturity.WholeWeight {
			t.Errorf("weights add up to %d", sum)
		}
	}
}
