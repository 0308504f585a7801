//go:build !race

package main

import (
	"fmt"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// longTable is data/skor.csv by institution, year, part and code: of the final stage.
func (s *builtSite) longTable(t *testing.T) map[string]string {
	t.Helper()
	_, rows, err := s.csvTable("data/skor.csv")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, r := range rows {
		if r[3] != "akhir" || r[7] == "terbit-lain" {
			continue
		}
		value := r[6]
		if r[4] == "predikat" {
			value, r[5] = r[5], ""
		}
		if key := strings.Join([]string{r[0], r[1], r[4], r[5]}, "|"); out[key] == "" || r[7] != "hitung" {
			out[key] = value
		}
	}
	return out
}

// Every table with a row for each institution, on whichever page and in whichever
// language, shows the figures of the long table of open data.
func TestEveryTableOfInstitutionsShowsTheFiguresOfTheOpenData(t *testing.T) {
	s := portalSite(t)
	set, _, _ := national(t)
	held := s.longTable(t)
	slugs := map[string]*maturity.Institution{}
	for _, inst := range set.Institutions {
		for _, name := range []string{inst.Short(), inst.Name, inst.NameEN} {
			slugs[name] = inst
		}
	}
	var faults []string
	counts, pages := map[string]int{}, 0
	for _, address := range s.addresses() {
		page := sitePages(t)[address]
		pages += min(len(page.results), 1)
		for _, table := range page.results {
			for _, row := range table.rows {
				if len(row) != len(table.columns) {
					continue // a heading over a group
				}
				inst := slugs[strings.TrimSuffix(row[0], " *")]
				if inst == nil {
					continue
				}
				for k, cell := range row[1:] {
					part, want := expected(held, page, inst, table.columns[k+1], row, table.columns)
					if part == "" || want == "" {
						continue
					}
					counts[part]++
					if got, _, _ := strings.Cut(cell, " ("); got != want {
						faults = append(faults, fmt.Sprintf("%s: %s, %s is %q, the data say %q", address, row[0], table.columns[k+1], cell, want))
					}
				}
			}
		}
	}
	report(t, faults)
	if counts["indeks"] < 5000 || counts["predikat"] < 1000 || counts["indikator"] < 200 {
		t.Errorf("too little was compared: %v", counts)
	}
	t.Logf("%d pages, %v", pages, counts)
}

// expected is what a column must show: the index of a year, a band, a level. Nothing
// for other columns.
func expected(held map[string]string, page *sitePage, inst *maturity.Institution, column string, row, columns []string) (part, want string) {
	year := ""
	for _, word := range strings.Split(strings.TrimSuffix(page.address, "/index.html"), "/") {
		if len(word) == 4 && strings.Trim(word, "0123456789") == "" {
			year = word
		}
	}
	for k, name := range columns {
		if name == "Tahun" || name == "Year" {
			year = row[k]
		}
	}
	name, of, _ := strings.Cut(column, " ")
	if len(of) == 4 {
		year = of
	}
	switch {
	case len(column) == 4 && strings.Trim(column, "0123456789") == "":
		return "indeks", shownNumber(page.lang, held[inst.Slug+"|"+column+"|indeks|"])
	case column == "Indeks" || column == "Index":
		return "indeks", shownNumber(page.lang, held[inst.Slug+"|"+year+"|indeks|"])
	case name == "Predikat" || name == "Rating":
		band := held[inst.Slug+"|"+year+"|predikat|"]
		for _, a := range inst.Assessments {
			if i := a.Instrument.Band(band); fmt.Sprint(a.Year) == year && i >= 0 && (a.Published == nil || a.Published.PrintedBand == "") {
				words, _ := a.Instrument.Bands[i].Name.In(page.lang)
				return "predikat", words
			}
		}
	case column == "Tingkat" || column == "Level":
		id := strings.Split(strings.TrimPrefix(page.address, "en/"), "/")
		return "indikator", held[inst.Slug+"|"+year+"|indikator|"+id[2]]
	}
	return "", ""
}

func shownNumber(lang, value string) string {
	if lang == "id" {
		return strings.ReplaceAll(value, ".", ",")
	}
	return value
}
