package export

import (
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/jsontext"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// sampleInstrument uses every key that figures depend on: weights with four
// decimals, a scale with decimals, a basis by year, an open end.
func sampleInstrument() *maturity.Instrument {
	return &maturity.Instrument{
		ID: "contoh", Name: maturity.Text{Base: "Contoh", Other: map[string]string{"en": "Sample"}}, FirstYear: 2020, Predecessor: "lama",
		Basis: maturity.BasisRounded, BasisByYear: map[int]maturity.Basis{2023: maturity.BasisExact}, Normalises: true,
		Scale:   maturity.Scale{Min: 0, Max: 500, Step: 1},
		Bands:   []maturity.RatingBand{{ID: "kurang", Min: 0}, {ID: "baik", Min: 260}},
		Domains: []maturity.Domain{{ID: "D1", Weight: maturity.WholeWeight}},
		Aspects: []maturity.Aspect{{ID: "A1", Weight: maturity.WholeWeight}},
		Indicators: []maturity.Indicator{
			{ID: "I01", Weight: 333_333, Criteria: map[int]maturity.Text{1: {Base: "satu"}, 2: {Base: "dua", Other: map[string]string{"en": "two"}}}},
			{ID: "I02", Weight: 666_667}},
	}
}

func worded(problems diag.List) string {
	var b strings.Builder
	_ = problems.Print(&b, lang.Wording{Code: "en"}) // a Builder takes everything
	return b.String()
}

// site is a published site of one instrument and whatever else is given.
func site(t *testing.T, files map[string]string) fstest.MapFS {
	t.Helper()
	content, err := Instrument(sampleInstrument(), "rapor 0")
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{InstrumentFile("contoh"): {Data: content}}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func TestAnInstrumentReadBackComputesTheSame(t *testing.T) {
	p, problems, err := Read(site(t, nil), "public")
	if err != nil || worded(problems) != "" {
		t.Fatal(err, worded(problems))
	}
	got, want := p.Set.Instruments[0], sampleInstrument()
	if got.FirstYear != 2020 || got.LastYear != 0 || got.Predecessor != "lama" || !got.Normalises || got.Scale != want.Scale ||
		got.BasisIn(2023) != maturity.BasisExact || got.BasisIn(2024) != maturity.BasisRounded {
		t.Errorf("%+v", got)
	}
	if len(got.Bands) != 2 || got.Bands[1].ID != "baik" || got.Bands[1].Min != 260 {
		t.Errorf("bands %+v", got.Bands)
	}
	for i := range want.Indicators {
		g, w := got.Indicators[i], want.Indicators[i]
		if g.ID != w.ID || g.Weight != w.Weight || g.Aspect != w.Aspect {
			t.Errorf("indicator %+v, want %+v", g, w)
		}
	}
}

func TestAnInstrumentShowsItsWeightsAndTranslations(t *testing.T) {
	text := string(site(t, nil)[InstrumentFile("contoh")].Data)
	for _, want := range []string{`"bobot": 33.3333`, `"bobot": 100.00`, `"nama_en": "Sample"`, `"sampai": null`, `"langkah": 0.01`, `"2023": "tepat"`,
		`"kriteria_en": {` + "\n    " + `"2": "two"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
}

func TestWhatWasNotWrittenSoIsNamed(t *testing.T) {
	const institution = `{"instansi": "kota-x", "nama": "X", "jenis": "kota"}`
	cases := []struct{ name, file, text, want string }{
		{"a file cut off", "instansi/kota-x/2024.json", `{"instansi": "kota-x"`, "2024.json:1:22: error: not readable as JSON"},
		{"a file of brackets", "instansi/kota-x/2024.json", strings.Repeat("[", 1_000_000), "nested too deep"},
		{"two values", "instansi/kota-x/2024.json", `{} {}`, "more than one value"},
		{"a key twice", "instansi/kota-x/2024.json", "{\n\"tahun\": 2024,\n\"tahun\": 2023}", "2024.json:3:1: error: not readable as JSON: the key stands twice"},
		{"another institution", "instansi/kota-x/2024.json", `{"instansi": "kota-y", "tahun": 2024, "instrumen": "contoh"}`, `instansi is not "kota-x"`},
		{"another year", "instansi/kota-x/2024.json", `{"instansi": "kota-x", "tahun": 2023, "instrumen": "contoh"}`, `tahun is not "2024"`},
		{"no such instrument", "instansi/kota-x/2024.json", `{"instansi": "kota-x", "tahun": 2024, "instrumen": "lain"}`, `the instrument "lain" is not published`},
		{"no such indicator", "instansi/kota-x/2024.json",
			`{"instansi": "kota-x", "tahun": 2024, "instrumen": "contoh", "tingkat": {"akhir": {"I99": 3}}}`, `2024.json:1:91: error: "I99" is not in the published instrument`},
		{"a third decimal", "instansi/kota-x/2024.json",
			`{"instansi": "kota-x", "tahun": 2024, "instrumen": "contoh", "terbit": {"indeks": 3.123}}`, "indeks is missing or not of the form"},
		{"an exponent", "instansi/kota-x/2024.json",
			`{"instansi": "kota-x", "tahun": 2024, "instrumen": "contoh", "terbit": {"indeks": 1e999999999}}`, "indeks is missing or not of the form"},
		{"a number too large", "instansi/kota-x/2024.json",
			`{"instansi": "kota-x", "tahun": 2024, "instrumen": "contoh", "terbit": {"indeks": 99999999999999999999}}`, "indeks is missing or not of the form"},
		{"a text for a number", "instansi/kota-x/2024.json",
			`{"instansi": "kota-x", "tahun": 2024, "instrumen": "contoh", "terbit": {"indeks": "3.12"}}`, "indeks is missing or not of the form"},
		{"a stage unheard of", "instansi/kota-x/2024.json",
			`{"instansi": "kota-x", "tahun": 2024, "instrumen": "contoh", "tingkat": {"ulang": {"I01": 3}}}`, "tingkat.ulang is missing or not of the form"},
		{"a year alone", "instansi/kota-y/2024.json", `{}`, "the institution's file kota-y is not there"},
		{"an instrument under another name", "data/instrumen/lain.json", `{"id": "contoh", "tahun": {"mulai": 2020}}`, `id is not "lain"`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, problems, err := Read(site(t, map[string]string{"instansi/kota-x.json": institution, c.file: c.text}), "public")
			if err != nil {
				t.Fatal(err)
			}
			if got := worded(problems); !strings.Contains(got, c.want) {
				t.Errorf("%q is not in\n%s", c.want, got)
			}
		})
	}
}

// TestAWeightThatIsNotTheSumOfItsPartsIsNamed: of an aspect, and of a domain.
func TestAWeightThatIsNotTheSumOfItsPartsIsNamed(t *testing.T) {
	content, err := Instrument(sampleInstrument(), "rapor 0")
	if err != nil {
		t.Fatal(err)
	}
	parts := regexp.MustCompile(`"bobot": 100`).FindAllIndex(content, -1)
	if len(parts) != 2 {
		t.Fatalf("%d weights of 100 in\n%s", len(parts), content)
	}
	for i, id := range []string{"D1", "A1"} {
		spoilt := slices.Concat(content[:parts[i][0]], []byte(`"bobot": 99`), content[parts[i][1]:])
		_, problems, err := Read(site(t, map[string]string{InstrumentFile("contoh"): string(spoilt)}), "public")
		if want := id + " bobot is published as 99"; err != nil || !strings.Contains(worded(problems), want) {
			t.Errorf("%v, %q is not in\n%s", err, want, worded(problems))
		}
	}
}

func TestAPipeIsNotWaitedFor(t *testing.T) {
	files := site(t, nil)
	files["instansi/kota-x.json"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	_, problems, err := Read(files, "public")
	if err != nil || !strings.Contains(worded(problems), "public/instansi/kota-x.json: error: instansi/kota-x.json is missing or not of the form") {
		t.Errorf("%v\n%s", err, worded(problems))
	}
}

func TestDigitsAreReadWithoutAFloat(t *testing.T) {
	cases := []struct {
		digits string
		places int
		want   int64
		ok     bool
	}{
		{"3.70", 2, 370, true}, {"3.7", 2, 370, true}, {"3", 2, 300, true}, {"-0.05", 2, -5, true}, {"3.700", 2, 370, true},
		{"33.3333", 4, 333333, true}, {"0.29", 2, 29, true}, // as a float 28.999999999999996
		{"3.701", 2, 0, false}, {"1e2", 2, 0, false}, {"99999999999999999999", 2, 0, false}, {"21474836.48", 2, 0, false},
	}
	for _, c := range cases {
		if got, ok := fixed(c.digits, c.places); ok != c.ok || ok && got != c.want {
			t.Errorf("fixed(%q, %d) = %d, %v, want %d, %v", c.digits, c.places, got, ok, c.want, c.ok)
		}
	}
}

func TestEveryDifferenceIsNamedWhereItStands(t *testing.T) {
	want := `{"hitung": {"indeks": 3.70, "domain": {"D1": 4.00}, "rentang": [1.0, 2.0]}, "lain": null}`
	cases := []struct{ name, got, says string }{
		{"the same, written otherwise", `{"lain": null, "hitung": {"rentang": [1.00, 2], "domain": {"D1": 4}, "indeks": 3.7}}`, ""},
		{"another number", `{"hitung": {"indeks": 3.71, "domain": {"D1": 4.00}, "rentang": [1.0, 2.0]}}`,
			"x.json:1:23: error: hitung.indeks is published as 3.71, but recomputed as 3.70"},
		{"a number as text", `{"hitung": {"indeks": "3.70", "domain": {"D1": 4.00}, "rentang": [1.0, 2.0]}}`, "hitung.indeks is published as 3.70"},
		{"one left out", `{"hitung": {"indeks": 3.70, "rentang": [1.0, 2.0]}}`, "hitung.domain is not there, but recomputed as {D1}"},
		{"one set to null", `{"hitung": {"indeks": 3.70, "domain": {"D1": null}, "rentang": [1.0, 2.0]}}`, "hitung.domain.D1 is not there, but recomputed as 4.00"},
		{"a list too short", `{"hitung": {"indeks": 3.70, "domain": {"D1": 4.00}, "rentang": [1.0]}}`, "hitung.rentang[1] is not there, but recomputed as 2.0"},
		{"one too many", `{"hitung": {"indeks": 3.70, "domain": {"D1": 4.00, "D2": 1.00}, "rentang": [1.0, 2.0]}}`,
			"hitung.domain.D2 is published as 1.00, but cannot be computed"},
		{"all of it gone", `{}`, "hitung is not there, but recomputed as {indeks, domain, rentang}"},
		{"a list for an object", `{"hitung": [3.70]}`, "hitung is published as [1], but recomputed as {indeks, domain, rentang}"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := Published{fsys: fstest.MapFS{"x.json": {Data: []byte(c.got)}}}
			problems, err := p.compare("x.json", []byte(want), []string{"hitung", "lain"})
			if err != nil {
				t.Fatal(err)
			}
			got := worded(problems)
			if c.says == "" && got != "" || !strings.Contains(got, c.says) {
				t.Errorf("got\n%s\nwant %q", got, c.says)
			}
		})
	}
}

func TestAnAssessmentReadBackHoldsWhatItIsComputedFrom(t *testing.T) {
	in := sampleInstrument()
	index := maturity.Hundredths(312)
	a := &maturity.Assessment{Year: 2024, Instrument: in, Incomplete: true, NotApplicable: []int{1},
		Published: &maturity.Published{Index: &index, Band: "baik", Confidence: "tinggi", Domains: map[string]maturity.Hundredths{"D1": 312}, Aspects: map[string]maturity.Hundredths{}},
		Stages:    []maturity.StageLevels{{Stage: maturity.StageSelf, Levels: []maturity.Level{maturity.LevelOf(0), maturity.NotAssessed}}}}
	inst := &maturity.Institution{Slug: "kota-x", Name: "X", Kind: "kota", KindByYear: map[int]string{2020: "lembaga"}, FirstYear: 2019, LastYear: 2025, Average: true}
	content, err := Assessment(inst, a, resultOf(in, inst, a), "rapor 0")
	if err != nil {
		t.Fatal(err)
	}
	root, problems := jsontext.Parse("x.json", content)
	r := reading{problems: &problems}
	got := r.assessment(root, &maturity.Dataset{Instruments: []*maturity.Instrument{in}}, "kota-x", 2024)
	if worded(problems) != "" {
		t.Fatal(worded(problems))
	}
	if !got.Incomplete || !reflect.DeepEqual(got.NotApplicable, a.NotApplicable) || !reflect.DeepEqual(got.Published, a.Published) ||
		!reflect.DeepEqual(got.Stages[0].Levels, a.Stages[0].Levels) {
		t.Errorf("got %+v %+v", got, got.Published)
	}
	inst.Targets = []maturity.Target{{Year: 2026, Index: 350, Instrument: "contoh"}}
	series := analysis.NewSeries(inst, nil)
	set := &maturity.Dataset{Instruments: []*maturity.Instrument{in}}
	content, err = Institution(inst, analysis.Findings{Series: series, Paths: analysis.Paths(set, series, 2024)}, "rapor 0")
	if err != nil {
		t.Fatal(err)
	}
	root, problems = jsontext.Parse("x.json", content)
	back := r.institution(root, "kota-x")
	back.Targets[0].Pos = diag.Pos{}
	if !reflect.DeepEqual(back, inst) {
		t.Errorf("got %+v\nwant %+v", back, inst)
	}
}

func resultOf(in *maturity.Instrument, inst *maturity.Institution, a *maturity.Assessment) *score.Result {
	r := score.Assess(score.New(in), inst, a)
	return &r
}
