package changes

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/data"
)

func national(t *testing.T) *Edition { return Take(nationalStudy(t), "rapor 0") }

func nationalStudy(t *testing.T) *analysis.Study {
	t.Helper()
	set, problems, err := load.Load(load.Source{Data: data.FS, DataName: "data"})
	if err != nil || problems.HasErrors() {
		t.Fatal(err, worded(&problems))
	}
	return analysis.NewStudy(set, score.NewModels(set.Instruments))
}

func TestAnEditionInPiecesIsTheSameFile(t *testing.T) {
	study := nationalStudy(t)
	all := study.Set.Institutions
	for _, n := range []int{len(all), 1, 0} {
		study.Set.Institutions = all[:n]
		cut := NewCut(study, "rapor 0")
		var pieces [][]byte
		for _, inst := range study.Set.Institutions {
			pieces = append(pieces, cut.Piece(inst))
		}
		together := slices.Concat(cut.Head, bytes.Join(pieces, []byte(",")), cut.End)
		if !bytes.Equal(together, Take(study, "rapor 0").JSON()) {
			t.Errorf("%d institutions: the pieces have other bytes", n)
		}
	}
}

func worded(problems *diag.List) string {
	var b bytes.Buffer
	_ = problems.Print(&b, lang.Wording{Code: "en"})
	return b.String()
}

func TestTheFileOfAnEditionIsReadBackWhole(t *testing.T) {
	e := national(t)
	content := e.JSON()
	back, problems := Read("terbitan.json", content)
	if back == nil {
		t.Fatal(worded(&problems))
	}
	if got := Between(e, back); len(got) != 0 || back.Digest() != e.Digest() || len(back.Institutions) != len(e.Institutions) {
		t.Errorf("%d changes, sums %s and %s: %+v", len(got), e.Digest(), back.Digest(), got[:min(len(got), 3)])
	}
	if again := back.JSON(); !bytes.Equal(again, content) {
		t.Error("written again it has other bytes")
	}
	if found := Guard(e, back, nil, &maturity.Dataset{}); worded(&found) != "" {
		t.Error(worded(&found))
	}
}

// edition is a portal in a few words: "kota 2023 terbit.indeks=1.95".
func edition(program string, lines ...string) *Edition {
	e := &Edition{Title: "Portal <x>", Program: program, Methods: []Method{{ID: "contoh", Name: "Contoh", Values: []Value{{"indikator.I01.bobot", "100.00"}}}}}
	for _, line := range lines {
		var slug, value string
		var year int
		if _, err := fmt.Sscanf(line, "%s %d %s", &slug, &year, &value); err != nil {
			panic(err)
		}
		part, text, _ := strings.Cut(value, "=")
		if n := len(e.Institutions); n == 0 || e.Institutions[n-1].Slug != slug {
			e.Institutions = append(e.Institutions, Institution{Slug: slug, Name: "Kota " + slug})
		}
		inst := &e.Institutions[len(e.Institutions)-1]
		if n := len(inst.Years); n == 0 || inst.Years[n-1].Year != year {
			inst.Years = append(inst.Years, Year{Year: year, Instrument: "contoh"})
		}
		y := &inst.Years[len(inst.Years)-1]
		if strings.HasPrefix(part, "hitung.") {
			y.Computed = append(y.Computed, Value{part, text})
		} else {
			y.Figures = append(y.Figures, Value{part, text})
		}
	}
	return e
}

func TestEveryDifferenceIsToldWithItsCause(t *testing.T) {
	for _, test := range []struct {
		name     string
		old, now *Edition
		want     string
	}{
		{"nothing", edition("p", "a 2023 terbit.indeks=1.95"), edition("p", "a 2023 terbit.indeks=1.95"), ""},
		{"a figure", edition("p", "a 2023 terbit.indeks=1.95"), edition("p", "a 2023 terbit.indeks=1.88"), "nilai-berubah a 2023 terbit.indeks 1.95>1.88"},
		{"a year", edition("p", "a 2023 terbit.indeks=1.95"), edition("p", "a 2023 terbit.indeks=1.95", "a 2024 hitung.indeks=2.00"), "hasil-baru a 2024 hitung.indeks >2.00"},
		{"a year less", edition("p", "a 2023 terbit.indeks=1.95", "a 2024 terbit.indeks=2.00"), edition("p", "a 2023 terbit.indeks=1.95"), "hasil-hilang a 2024 terbit.indeks 2.00>"},
		{"a value", edition("p", "a 2023 terbit.indeks=1.95"), edition("p", "a 2023 terbit.indeks=1.95", "a 2023 terbit.domain.D1=2.00"), "nilai-baru a 2023 terbit.domain.D1 >2.00"},
		{"an institution", edition("p"), edition("p", "a 2023 terbit.indeks=1.95"), "hasil-baru a 2023 terbit.indeks >1.95\ninstansi-baru a 0  >2023"},
		{"an institution less", edition("p", "a 2023 terbit.indeks=1.95"), edition("p"), "instansi-hilang a 0  2023>"},
		{"levels", edition("p", "a 2023 tingkat.akhir.I01=3", "a 2023 hitung.indeks=3.00"), edition("q", "a 2023 tingkat.akhir.I01=4", "a 2023 hitung.indeks=4.00"),
			"nilai-berubah a 2023 tingkat.akhir.I01 3>4\nhitungan-berubah a 2023 hitung.indeks 3.00>4.00 nilai\nprogram-berubah  0  p>q"},
		{"the program", edition("p", "a 2023 terbit.indeks=1.95", "a 2023 hitung.indeks=3.00"), edition("q", "a 2023 terbit.indeks=1.95", "a 2023 hitung.indeks=3.01"),
			"hitungan-berubah a 2023 hitung.indeks 3.00>3.01 program\nprogram-berubah  0  p>q"},
		{"no visible cause", edition("p", "a 2023 terbit.indeks=1.95", "a 2023 hitung.indeks=3.00"), edition("p", "a 2023 terbit.indeks=1.96", "a 2023 hitung.indeks=3.01"),
			"nilai-berubah a 2023 terbit.indeks 1.95>1.96\nhitungan-berubah a 2023 hitung.indeks 3.00>3.01 tidak-terlihat"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, c := range Between(test.old, test.now) {
				got = append(got, strings.TrimRight(fmt.Sprintf("%s %s %d %s %s>%s %s", c.Kind, c.Institution, c.Year, c.Part, c.Before, c.After, c.Cause), " "))
			}
			if text := strings.Join(got, "\n"); text != test.want {
				t.Errorf("got\n%s\nwant\n%s", text, test.want)
			}
		})
	}
}

func TestTheMethodIsNamedWhereItChanged(t *testing.T) {
	old, now := edition("p", "a 2023 hitung.indeks=3.00"), edition("q", "a 2023 hitung.indeks=3.10")
	now.Methods[0].Values = []Value{{"indikator.I01.bobot", "90.00"}}
	for _, c := range Between(old, now) {
		if c.Kind == maturity.ComputedChanged && c.Cause != maturity.CauseMethodOrProgram {
			t.Errorf("cause %s: both changed, and nothing shows which it was", c.Cause)
		}
	}
	now.Program, now.Methods[0].Values = "p", []Value{{"indikator.I01.bobot", "100.00"}, {"indikator.I01.nama", "Lain"}}
	for _, c := range Between(old, now) {
		if c.Kind == maturity.ComputedChanged && c.Cause != maturity.CauseUnknown {
			t.Errorf("cause %s: words of an instrument compute nothing", c.Cause)
		}
	}
}

func TestACorrectionExplainsAChangeInSteps(t *testing.T) {
	old, now := edition("p", "a 2023 terbit.indeks=1.95"), edition("p", "a 2023 terbit.indeks=1.88")
	step := func(before, after, reason string) *maturity.Correction {
		return &maturity.Correction{Institution: "a", Year: 2023, Part: "terbit.indeks", Before: before, After: after, Reason: reason}
	}
	now.Corrections = []*maturity.Correction{step("1.95", "1.8", "satu"), step("1.80", "1.88", "dua")}
	if got := Between(old, now); len(got) != 1 || got[0].Kind != maturity.Corrected || got[0].Reason != "satu; dua" {
		t.Errorf("%+v", got)
	}
	now.Corrections = now.Corrections[:1]
	if got := Between(old, now); len(got) != 1 || got[0].Kind != maturity.FigureChanged {
		t.Errorf("half the way explains nothing: %+v", got)
	}
}

func TestTheRecordIsReadBack(t *testing.T) {
	p := &maturity.Publication{Date: "2026-11-21", From: strings.Repeat("a", 64), To: strings.Repeat("b", 64),
		Changes: Between(edition("p", "a 2023 terbit.indeks=1.95"), edition("q", "a 2023 terbit.indeks=1.88", "b 2024 terbit.indeks=2.00"))}
	for _, day := range [][]*maturity.Publication{{p}, {p, p}, {{Date: p.Date, From: p.From, To: p.To}}} {
		content, err := Record(day)
		if err != nil {
			t.Fatal(err)
		}
		back, problems := load.Publications("x.json", p.Date, content)
		if len(back) != len(day) || fmt.Sprint(back[0].Changes) != fmt.Sprint(day[0].Changes) || back[0].To != p.To {
			t.Errorf("%s\n%s\n%+v", worded(&problems), content, back)
		}
	}
}

func TestAFileThatWasCutOffOrEditedIsAProblemAndNeverAPanic(t *testing.T) {
	content := edition("p", "a 2023 terbit.indeks=1.95", "b 2024 hitung.indeks=2.00").JSON()
	for i := range len(content) - 2 {
		if e, problems := Read("x.json", content[:i]); e != nil || !problems.HasErrors() {
			t.Fatalf("cut off at %d it was read", i)
		}
	}
	for _, edit := range [][2]string{{"rapor-terbitan-1", "lain"}, {`"tahun": {`, `"tahun": [`}, {"1.95", "null"}, {`"2023"`, `"x"`}, {`"koreksi": [`, `"koreksi": [1`}} {
		if e, _ := Read("x.json", bytes.Replace(content, []byte(edit[0]), []byte(edit[1]), 1)); e != nil {
			t.Errorf("%q for %q was read", edit[1], edit[0])
		}
	}
}

// Names in data must not become links, mentions or markup in a CI summary.
func TestASummaryInMarkdownKeepsNamesAsText(t *testing.T) {
	p := &maturity.Publication{Changes: []maturity.Change{{Kind: maturity.YearAdded, Name: "[x](https://jahat.example) | @semua <img src=x> `a`\n# b"}}}
	got, err := Print(p, "markdown", lang.Wording{Code: "id"})
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"| [x]", "<img", "@semua", "\n# b", " | @", "https://"} {
		if strings.Contains(string(got), bad) {
			t.Errorf("%q stands in\n%s", bad, got)
		}
	}
}
