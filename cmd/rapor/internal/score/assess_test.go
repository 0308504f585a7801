package score

import (
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// Levels made up for the small instrument: A1 3.50, A2 2, D1 2.75, A3 4, index
// 3.50; and thirds: A3 (4+4+3)/3 = 3.6667, D1 2.75, index (110 + 220)/100 = 3.30.
const (
	wholes = "3 4  2  5 3 4"
	thirds = "3 4  2  4 4 3"
)

var againstLevels = []struct {
	name       string
	year       int
	stage      maturity.Stage
	levels     string
	incomplete bool
	lines      []string
	want       string
}{{
	name: "all agree", year: 2024, stage: maturity.StageFinal, levels: thirds,
	lines: []string{"indeks 3.30 baik", "domain 2.75 3.67", "aspek 3.50 2.00 3.67"},
	want: `indeks 3.30 3.30 0.00 cocok
domain.D1 2.75 2.75 0.00 cocok
domain.D2 3.67 3.67 0.00 cocok
aspek.A1 3.50 3.50 0.00 cocok
aspek.A2 2.00 2.00 0.00 cocok
aspek.A3 3.67 3.67 0.00 cocok
predikat baik baik - cocok`,
}, {
	name: "cut off instead of rounded, although no levels round to 3.66", year: 2024, stage: maturity.StageFinal, levels: thirds,
	lines: []string{"indeks 3.29 baik", "domain - 3.66", "aspek - - 3.66"},
	want: `indeks 3.29 3.30 -0.01 beda-pembulatan
domain.D2 3.66 3.67 -0.01 beda-pembulatan
aspek.A3 3.66 3.67 -0.01 beda-pembulatan
predikat baik baik - cocok`,
}, {
	name: "another figure that levels could give, and one that they cannot", year: 2024, stage: maturity.StageFinal, levels: thirds,
	lines: []string{"indeks 3.32 cukup", "domain 2.25 3.40"},
	want: `indeks 3.32 3.30 0.02 selisih
domain.D1 2.25 2.75 -0.50 selisih
domain.D2 3.40 3.67 -0.27 tidak-mungkin
predikat cukup baik - selisih`,
}, {
	name: "levels without a published index judge the band", year: 2024, stage: maturity.StageFinal, levels: wholes,
	lines: []string{"indeks - baik"},
	want:  `predikat baik sangat-baik - selisih`,
}, {
	name: "levels of an earlier stage are not what was published: the domains judge", year: 2024, stage: maturity.StageSelf, levels: wholes,
	lines: []string{"indeks 3.30 baik", "domain 2.75 3.67", "aspek - - 3.67"},
	want: `indeks 3.30 3.30 0.00 cocok
domain.D1 2.75 - - tidak-dapat-dihitung
domain.D2 3.67 3.67 0.00 cocok
aspek.A3 3.67 - - tidak-dapat-dihitung
predikat baik baik - cocok`,
}, {
	name: "levels of an earlier stage do not judge the index", year: 2024, stage: maturity.StageSelf, levels: wholes,
	lines: []string{"indeks 3.30 baik"},
	want: `indeks 3.30 - - tidak-dapat-dihitung
predikat baik baik - cocok`,
}, {
	name: "what is still being filled judges nothing", year: 2024, stage: maturity.StageFinal, levels: wholes, incomplete: true,
	lines: []string{"indeks 3.30 baik", "domain 2.75 -"},
	want: `indeks 3.30 - - tidak-dapat-dihitung
domain.D1 2.75 - - tidak-dapat-dihitung
predikat baik baik - cocok`,
}}

func TestPublishedAgainstLevels(t *testing.T) {
	for _, c := range againstLevels {
		in := instrument(small, "1 5 1", bands2020)
		a := assessment(in, c.year, c.lines...)
		a.Stages = []maturity.StageLevels{{Stage: c.stage, Levels: levels(c.levels)}}
		a.Incomplete = c.incomplete
		result := Assess(New(in), nil, a)
		if got := tell(in, result.Rows); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// Both are said: the difference is one of rounding, and no levels round to it.
func TestRowsSayWhatIsImpossibleAlsoWhereLevelsAreKnown(t *testing.T) {
	in := instrument(small, "1 5 1", bands2020)
	a := assessment(in, 2024, "indeks 3.30 baik", "aspek 3.50 - 3.66")
	a.Stages = []maturity.StageLevels{{Stage: maturity.StageFinal, Levels: levels(thirds)}}
	result := Assess(New(in), nil, a)
	for part, want := range map[string]bool{"indeks": false, "aspek.A1": false, "aspek.A3": true} {
		if row := result.Row(part); row == nil || row.Impossible != want {
			t.Errorf("%s: %+v, want impossible %v", part, row, want)
		}
	}
	if row := result.Row("aspek.A2"); row != nil {
		t.Errorf("a row of what was not published: %+v", row)
	}
}

func TestEveryStageHasItsCard(t *testing.T) {
	in := instrument(small, "1 5 1", bands2020)
	a := &maturity.Assessment{Year: 2024, Instrument: in, Stages: []maturity.StageLevels{
		{Stage: maturity.StageSelf, Levels: levels("6x5")}, {Stage: maturity.StageFinal, Levels: levels(wholes)}}}
	result := Assess(New(in), nil, a)
	if got := result.Cards[0]; got.Stage != maturity.StageSelf || printed(got.Index) != "5.00" || bandID(in, got.Band) != "memuaskan" {
		t.Errorf("self assessment: %+v", got)
	}
	if got := result.Computed(); got.Stage != maturity.StageFinal || printed(got.Index) != "3.50" || bandID(in, got.Band) != "sangat-baik" {
		t.Errorf("computed result: %+v", got)
	}
	if result.Band != in.Band("sangat-baik") || result.BandPrinted || len(result.Rows) != 0 {
		t.Errorf("band %d, printed %v, rows %v", result.Band, result.BandPrinted, result.Rows)
	}
	a.Stages = a.Stages[:1]
	if result = Assess(New(in), nil, a); result.Band != -1 {
		t.Errorf("a self assessment alone has the result's band %d, want none", result.Band)
	}
}

// A1 is whole and keeps its value; the rest waits.
func TestWhatIsStillBeingFilledHasNoIndex(t *testing.T) {
	for _, normalises := range []bool{false, true} {
		in := instrument(small, "1 5 1", bands2020)
		in.Normalises = normalises
		a := &maturity.Assessment{Year: 2024, Instrument: in, Incomplete: true,
			Stages: []maturity.StageLevels{{Stage: maturity.StageFinal, Levels: levels("3 4  -  5 - -")}}}
		result := Assess(New(in), nil, a)
		card := result.Computed()
		if card.Index.Exists() || card.Band != -1 || result.Band != -1 || card.Assessed != 3 || printedAll(card.Aspects) != "3.50 - -" {
			t.Errorf("normalises %v: %+v", normalises, card)
		}
		a.Stages[0].Levels = levels(wholes)
		if card = Assess(New(in), nil, a).Computed(); card.Index.Exists() {
			t.Errorf("all levels given, but said to be still filled: index %v", card.Index)
		}
	}
}

// The band of a result whose band was not printed.
func TestBandIsDerivedWhereNotPrinted(t *testing.T) {
	pacitan := "domain 4.70 3.00 2.09 3.94" // 3.4985
	both := "domain 4.60 3.20 1.82 3.96"    // 3.4980 or 3.5005
	for _, c := range []struct {
		year  int
		lines []string
		want  string
		why   string
	}{
		{2024, []string{"indeks 3.49 -"}, "baik", "3.485 up to 3.495 lies in one band"},
		{2024, []string{"indeks 3.50 -"}, "-", "3.495 up to 3.505 lies in two"},
		{2023, []string{"indeks 3.50 -"}, "sangat-baik", "the rounded index is judged"},
		{2024, []string{"indeks 2.89 -", "domain 2.90 2.60 1.09 3.69"}, "baik", "all that the domains allow"},
		{2024, []string{"indeks 2.60 -", "domain 2.30 1.70 1.00 3.75"}, "cukup", "of what the domains allow only 2.5965 prints as 2.60"},
		{2024, []string{"indeks 2.61 -", "domain 2.30 1.70 1.00 3.75"}, "baik", "the domains do not give it, so the printed index alone speaks"},
		{2023, []string{"indeks 3.50 -", pacitan}, "sangat-baik", "the rounded index is judged"},
		{2024, []string{"indeks 3.50 -", pacitan}, "baik", "the exact index is judged, and the domains tell it"},
		{2024, []string{"indeks 3.50 -", both}, "-", "the domains leave two bands open"},
		{2024, []string{"indeks 3.50 kurang"}, "kurang", "the printed one, true or not"},
	} {
		in := instrument2020()
		result := Assess(New(in), nil, assessment(in, c.year, c.lines...))
		if got := bandID(in, result.Band); got != c.want {
			t.Errorf("%d %v: %s, want %s (%s)", c.year, c.lines, got, c.want, c.why)
		}
	}
}

// Kab. Aceh Tengah 2025 was published as 2.59, Cukup. The weighted mean of its
// printed domains is 2.59525, which would print as 2.60: it is never judged, as
// the domains are rounded already. What they allow is.
func TestRoundedDomainsAreNotRoundedTwice(t *testing.T) {
	in := instrument2020()
	a := assessment(in, 2024, "indeks 2.59 cukup", "domain 2.30 1.70 1.00 3.75")
	result := Assess(New(in), nil, a)
	// 13 % x 2.3 + 25 % x 1.7 + 16.5 % x 1 = 0.889; D4 3.745 up to 3.755 of 45.5 is
	// 170.3975 up to 170.8525: 170.5 and 170.75, so 2.5940 and 2.5965
	r := result.Range
	if got := [3]int64{r.Min.Decimal(4), r.Max.Decimal(4), r.Nominal.Decimal(4)}; got != [3]int64{25940, 25965, 25953} {
		t.Errorf("range and nominal %v", got)
	}
	if show(r.Low) != "2.59" || show(r.High) != "2.60" || r.Bands.One() != in.Band("cukup") {
		t.Errorf("prints %v to %v, bands %v", r.Low, r.High, r.Bands)
	}
	if row := result.Row(PartBand); row.Verdict != Agrees || !row.ByOther {
		t.Errorf("band row %+v", row)
	}
}

// An average's parts are real numbers: any value that rounds to them counts, no
// value is impossible, and half a cent either way is what the index may have.
func TestAverageIsJudgedByRoundingAlone(t *testing.T) {
	in := instrument2020()
	a := assessment(in, 2024, "indeks 3.12 baik", "domain 3.36 2.62 1.86 3.78")
	r := Assess(New(in), &maturity.Institution{Average: true}, a).Range
	// 0.4368 + 0.655 + 0.3069 + 1.7199 = 3.1186
	if got := [3]int64{r.Min.Decimal(4), r.Max.Decimal(4), r.Nominal.Decimal(4)}; got != [3]int64{31136, 31236, 31186} || r.Origin != FromRounding {
		t.Errorf("range and nominal %v, from %d", got, r.Origin)
	}
	if r.Only().Exists() {
		t.Errorf("one exact value is claimed: %v", r.Only())
	}
	if r := Assess(New(in), nil, a).Range; r.Exists() {
		t.Errorf("as an institution, which cannot have 3.36, it is claimed to be %v to %v", r.Min, r.Max)
	}
}

// Where a set has one member it is known exactly.
func TestOnlyAttainableIndexIsExact(t *testing.T) {
	in := instrument2018()
	// 17 % of 1/17, 28 % of 4/28, 55 % of 5/55: 0.01 + 0.04 + 0.05 = 0.10
	result := Assess(New(in), nil, assessment(in, 2018, "indeks 0.10 kurang", "domain 0.06 0.14 0.09"))
	if row := result.Row(PartIndex); row.Verdict != Agrees || row.Exact.String() != "1/10" || row.From != FromParts {
		t.Errorf("%+v", row)
	}
}

func TestWithoutItsModelNothingIsSaid(t *testing.T) {
	in := instrument2020()
	a := assessment(in, 2024, "indeks 3.50 baik")
	for _, m := range []*Model{nil, New(instrument2018()), NewModels(nil)[in]} {
		if result := Assess(m, nil, a); len(result.Rows) != 0 || result.Band != -1 || result.Range.Bands.One() != -1 {
			t.Errorf("%+v", result)
		}
	}
	if result := Assess(NewModels([]*maturity.Instrument{in})[in], nil, a); len(result.Rows) != 2 {
		t.Errorf("rows %+v", result.Rows)
	}
}
