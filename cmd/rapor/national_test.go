package main

import (
	"slices"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/check"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/content"
	"rapor/data"
)

// national loads the portal that the program carries.
func national(t testing.TB) (*maturity.Dataset, score.Models, []string) {
	t.Helper()
	set, problems, err := load.Load(load.Source{Data: data.FS, DataName: "data", Content: content.FS, ContentName: "content"})
	if err != nil {
		t.Fatal(err)
	}
	models := score.NewModels(set.Instruments)
	problems.Merge(check.All(set, models))
	var lines []string
	for _, p := range problems.Sorted() {
		message, _ := lang.Wording{Code: "en"}.Problem(p.Key, p.Args)
		lines = append(lines, p.Pos.String()+": "+p.Severity.String()+": "+message)
	}
	return set, models, lines
}

func TestShippedDataHasNoErrorAndOnlyTheExplainedWarning(t *testing.T) {
	_, _, problems := national(t)
	want := []string{ // the report prints 0.30 for Banyuasin's services; it is shown as printed
		"data/instansi/kabupaten-banyuasin/2023.toml:13:6: warning: D4 is published as 0.30, outside the scale 1.00 to 5.00",
	}
	if !slices.Equal(problems, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(problems, "\n"), strings.Join(want, "\n"))
	}
}

func TestShippedDataHoldsEveryPublishedResult(t *testing.T) {
	set, _, _ := national(t)
	years, averages, real := 0, 0, 0
	for _, inst := range set.Institutions {
		years += len(inst.Assessments)
		if inst.Average {
			averages++
		} else {
			real++
		}
	}
	if len(set.Institutions) != 642 || real != 630 || averages != 12 || years != 1305 || len(set.Instruments) != 3 {
		t.Errorf("%d institutions, %d real, %d averages, %d years, %d instruments", len(set.Institutions), real, averages, years, len(set.Instruments))
	}
	spread := set.Institution("nasional").In(2018).Published.Spread
	if spread == nil || spread.Total != 616 || *spread.GoodOrUp != 82 {
		t.Errorf("2018: %+v, want 82 of 616 at Baik or better", spread)
	}
	lampung := set.Institution("kota-bandar-lampung")
	for _, year := range []int{2021, 2023, 2024} {
		if a := lampung.In(year); a.Result() == nil || len(a.Result().Levels) != 47 {
			t.Errorf("Kota Bandar Lampung %d has not all 47 levels", year)
		}
	}
	tiles := 0
	for _, inst := range set.Institutions {
		if inst.Tile != nil {
			tiles++
		}
	}
	if tiles != 38 || len(set.Portal.ShareTargets) != 6 {
		t.Errorf("%d tiles, %d share targets", tiles, len(set.Portal.ShareTargets))
	}
}

// fromNationalReport reports whether the official figure of a year was read in
// one of the two national reports.
func fromNationalReport(inst *maturity.Institution, a *maturity.Assessment) bool {
	return !inst.Average && len(a.Sources) > 0 && slices.Contains([]string{
		"KemenPANRB, Laporan Evaluasi SPBE 2023", "KemenPANRB, Laporan Pelaksanaan Evaluasi SPBE 2024"}, a.Sources[0].Title)
}

func TestEveryRowOfTheNationalReportsIsReproduced(t *testing.T) {
	set, models, _ := national(t)
	rows, legible, fits, bands := 0, 0, 0, 0
	var others []string
	for _, inst := range set.Institutions {
		for _, a := range inst.Assessments {
			if !fromNationalReport(inst, a) {
				continue
			}
			rows++
			result := score.Assess(models[a.Instrument], inst, a)
			index, band := result.Row(score.PartIndex), result.Row(score.PartBand)
			if band != nil && band.Verdict == score.Agrees {
				bands++
			}
			impossible := slices.ContainsFunc(result.Rows, func(r score.Row) bool { return r.Impossible })
			if len(a.Published.Domains) == 4 && !impossible {
				legible++
			} else {
				others = append(others, a.File)
			}
			if index.Verdict == score.Agrees {
				fits++
			}
		}
	}
	if rows != 1236 || legible != 1232 || fits != 1232 || bands != 1236 {
		t.Errorf("%d rows, %d with four legible and possible domains, %d fit, %d bands agree; want 1236, 1232, 1232, 1236", rows, legible, fits, bands)
	}
	want := []string{
		"instansi/kabupaten-banyuasin/2023.toml",                        // D4 is printed as 0.30
		"instansi/kementerian-energi-dan-sumber-daya-mineral/2024.toml", // D1 is not legible in the copy
		"instansi/kementerian-pertanian/2024.toml",                      // the same
		"instansi/provinsi-jawa-timur/2024.toml",                        // the same
	}
	if !slices.Equal(others, want) {
		t.Errorf("the other rows are %q, want %q", others, want)
	}
}

func TestOtherSourcesFiguresStandBesideTheOfficialOne(t *testing.T) {
	set, models, _ := national(t)
	inst := set.Institution("kabupaten-polewali-mandar")
	a := inst.In(2023)
	if *a.Published.Index != 386 || len(a.Others) != 2 || *a.Others[0].Index != 385 {
		t.Errorf("Polewali Mandar 2023: %v and %+v", *a.Published.Index, a.Others)
	}
	if r := score.Assess(models[a.Instrument], inst, a); r.Row(score.PartIndex).Verdict != score.Agrees {
		t.Error("3.86 fits its domains")
	}
	if source := a.Sources[0]; source.Copy == "" || !source.Unchecked() {
		t.Errorf("a row read by machine says so: %+v", source)
	}
}
