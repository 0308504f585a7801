//go:build !race

package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// editionJSON and seriesJSON are what is compared with the pages.
type editionJSON struct {
	Published *struct {
		Index json.Number `json:"indeks"`
	} `json:"terbit"`
	Computed *struct {
		Index json.Number `json:"indeks"`
	} `json:"hitung"`
	Rows []rowJSON `json:"rekonsiliasi"`
}

type rowJSON struct {
	Part       string      `json:"bagian"`
	Published  any         `json:"terbit"`
	Difference json.Number `json:"selisih"`
	Verdict    string      `json:"putusan"`
}

type seriesJSON struct {
	Series []struct {
		Year  int         `json:"tahun"`
		Index json.Number `json:"indeks"`
	} `json:"seri"`
}

// verdictWords are the verdicts as the pages word them.
var verdictWords = map[string]map[string]string{
	"id": {"cocok": "cocok", "beda-pembulatan": "beda pembulatan", "selisih": "selisih", "tidak-dapat-dihitung": "tidak dapat dihitung",
		"tidak-mungkin": "di luar nilai yang dapat dibentuk tingkat 1 sampai 5"},
	"en": {"cocok": "agrees", "beda-pembulatan": "rounding difference", "selisih": "difference", "tidak-dapat-dihitung": "cannot be computed",
		"tidak-mungkin": "outside what levels 1 to 5 can make"},
}

// shown is a number of the JSON as a page shows it.
func shown(lang string, number json.Number) string {
	if lang == "id" {
		return strings.Replace(number.String(), ".", ",", 1)
	}
	return number.String()
}

// signed is a difference of the JSON as a page shows it.
func signed(lang string, number json.Number) string {
	text := shown(lang, number)
	switch {
	case strings.HasPrefix(text, "-"):
		return "\u2212" + text[1:]
	case strings.Trim(text, "0.,") != "":
		return "+" + text
	}
	return text
}

func decode(t *testing.T, content []byte, v any) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(string(content)))
	decoder.UseNumber()
	if err := decoder.Decode(v); err != nil {
		t.Fatal(err)
	}
}

// The national portal is small enough to compare every institution, not a sample.
func TestPagesAndJSONShowTheSameFigures(t *testing.T) {
	s := portalSite(t)
	set, _, _ := national(t)
	var faults []string
	compared := 0
	take := func(n int, found []string) {
		compared += n
		faults = append(faults, found...)
	}
	for _, inst := range set.Institutions {
		for _, lang := range siteLanguages {
			take(s.compareSeries(t, inst, lang))
			for _, a := range inst.Assessments {
				take(s.compareEdition(t, inst, a, lang))
			}
		}
	}
	report(t, faults)
	if compared < 10*len(set.Institutions) {
		t.Errorf("only %d figures were compared", compared)
	}
	t.Logf("%d figures", compared)
}

// compareSeries compares the headline and the trend's table with the series.
func (s *builtSite) compareSeries(t *testing.T, inst *maturity.Institution, lang string) (compared int, faults []string) {
	t.Helper()
	var series seriesJSON
	decode(t, s.files["instansi/"+inst.Slug+".json"], &series)
	address := inLanguage(lang, "instansi/"+inst.Slug+"/index.html")
	page := sitePages(t)[address]
	if len(series.Series) == 0 {
		return 0, nil
	}
	if newest := shown(lang, series.Series[len(series.Series)-1].Index); page.headline != newest {
		faults = append(faults, fmt.Sprintf("%s: the headline is %q, the series ends with %s", address, page.headline, newest))
	}
	rows := page.tables["tren"]
	for _, point := range series.Series {
		year, index := strconv.Itoa(point.Year), shown(lang, point.Index)
		at := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 1 && strings.HasPrefix(cells[0], year) })
		switch {
		case at < 0 && len(series.Series) > 1:
			faults = append(faults, fmt.Sprintf("%s: no row %s in the trend", address, year))
		case at >= 0 && rows[at][1] != index:
			faults = append(faults, fmt.Sprintf("%s: %s is %q in the trend, %s in the JSON", address, year, rows[at][1], index))
		}
	}
	return 1 + len(series.Series), faults
}

// compareEdition compares the headline and the table of published and computed
// values with the JSON of a year, row for row.
func (s *builtSite) compareEdition(t *testing.T, inst *maturity.Institution, a *maturity.Assessment, lang string) (compared int, faults []string) {
	t.Helper()
	var edition editionJSON
	decode(t, s.files[editionBase(inst, a)+".json"], &edition)
	address := inLanguage(lang, editionBase(inst, a)+"/index.html")
	page := sitePages(t)[address]
	headline := json.Number("")
	switch {
	case edition.Published != nil:
		headline = edition.Published.Index
	case edition.Computed != nil:
		headline = edition.Computed.Index
	}
	if want := shown(lang, headline); page.headline != want {
		faults = append(faults, fmt.Sprintf("%s: the headline is %q, the JSON says %q", address, page.headline, want))
	}
	rows := page.tables["hitung"]
	if len(rows) == 0 && !slices.ContainsFunc(edition.Rows, func(r rowJSON) bool { return r.Verdict != "tidak-dapat-dihitung" }) {
		return 1, faults // nothing can be computed, and the page says so in words
	}
	if len(rows) != len(edition.Rows) {
		return 1, append(faults, fmt.Sprintf("%s: %d rows of published and computed values, %d in the JSON", address, len(rows), len(edition.Rows)))
	}
	for i, row := range edition.Rows {
		for _, fault := range row.compare(lang, rows[i]) {
			faults = append(faults, address+": "+row.Part+": "+fault)
		}
	}
	return 1 + 3*len(rows), faults
}

// compare looks at the published value, the difference and the verdict of a row.
func (r rowJSON) compare(lang string, cells []string) (faults []string) {
	if len(cells) != 5 {
		return []string{fmt.Sprintf("%d cells: %q", len(cells), cells)}
	}
	if figure, ok := r.Published.(json.Number); ok && !strings.HasPrefix(cells[1], shown(lang, figure)) {
		faults = append(faults, fmt.Sprintf("published %q on the page, %s in the JSON", cells[1], figure))
	}
	switch difference := r.Difference; {
	case difference == "" && !strings.HasPrefix(cells[3], "–"):
		faults = append(faults, fmt.Sprintf("difference %q on the page, none in the JSON", cells[3]))
	case difference != "" && cells[3] != signed(lang, difference):
		faults = append(faults, fmt.Sprintf("difference %q on the page, %s in the JSON", cells[3], difference))
	}
	if cells[4] != verdictWords[lang][r.Verdict] {
		faults = append(faults, fmt.Sprintf("verdict %q on the page, %s in the JSON", cells[4], r.Verdict))
	}
	return faults
}
