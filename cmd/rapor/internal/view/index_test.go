package view_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/find"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/view"
)

// TestEveryPageCanBeFound holds the search index against the pages in both
// directions. Editions and simulations are found through their institution, sheets through the
// page that they sum up.
func TestEveryPageCanBeFound(t *testing.T) {
	for _, p := range []*portal{sample(), shipped()} {
		for _, code := range p.data.Portal.Languages {
			index := p.Index(code)
			found := map[string]bool{}
			for _, e := range index.Entries {
				address := index.Prefix + e.Path + "index.html"
				if !p.paths[address] {
					t.Errorf("%s: %q leads to %s, which does not exist", code, e.Label, address)
				}
				if found[address] {
					t.Errorf("%s: %s is there twice", code, address)
				}
				found[address] = true
			}
			for _, page := range p.pages {
				home := page.Path == index.Prefix+"index.html"
				if page.Lang == code && !home && !strings.HasSuffix(page.Path, "/cetak/index.html") && page.Layout != "edition" && page.Layout != "simulation" && page.Layout != "missing" && page.Layout != "redirect" && !found[page.Path] {
					t.Errorf("%s: %s (%s) cannot be found", code, page.Path, page.Layout)
				}
			}
		}
	}
}

func TestInstitutionsAreFoundByEveryNameAndCodeOfTheData(t *testing.T) {
	index := shipped().Index("id")
	entries := map[string]find.Entry{}
	for _, e := range index.Entries {
		entries[e.Path] = e
	}
	for slug, want := range map[string]string{
		"provinsi-jawa-barat": "32 JABAR", "kota-bandung": "32.73", "provinsi-daerah-khusus-ibukota-jakarta": "DKI",
	} {
		e, ok := entries["instansi/"+slug+"/"]
		has := strings.Join(append(e.Codes, e.Terms...), " ")
		if !ok || !strings.Contains(has, want) {
			t.Errorf("%s: %q does not hold %q (%v)", slug, has, want, ok)
		}
	}
	for _, inst := range shipped().data.Institutions {
		e := entries["instansi/"+inst.Slug+"/"]
		all := " " + strings.Join(find.Words(e.Label+" "+strings.Join(e.Terms, " ")), " ") + " "
		for _, name := range append([]string{inst.Name, inst.Short()}, inst.Aliases...) {
			for _, word := range find.Words(name) {
				if long, ok := index.Short[word]; ok && strings.Contains(all, " "+long+" ") || word == "pemerintah" || word == "republik" {
					continue
				}
				short := ""
				for s, long := range index.Short {
					if long == word && strings.Contains(all, " "+s+" ") {
						short = s
					}
				}
				if short == "" && !strings.Contains(all, " "+word+" ") {
					t.Errorf("%s: nobody finds it by %q of %q: %s", inst.Slug, word, name, all)
				}
			}
		}
	}
}

// TestALongListIsSplit gives the fictional portal a bound of two, and the
// national one, whose regencies stand under provinces, a bound of twenty.
func TestALongListIsSplit(t *testing.T) {
	checkSplit(t, sample(), 2, 4)
	checkSplit(t, shipped(), 20, 60)
}

// checkSplit builds the list with a bound: every institution is listed on one
// page and no page lists more than the bound.
func checkSplit(t *testing.T, p *portal, bound, least int) {
	t.Helper()
	site := view.New(p.data, view.Settings{Theme: p.theme, Study: analysis.NewStudy(p.data, score.NewModels(p.data.Instruments)), Date: "2026-11-21", ListBound: bound})
	paths := map[string]bool{}
	for page := range site.Pages() {
		if paths[page.Path] {
			t.Errorf("two pages at %s", page.Path)
		}
		paths[page.Path] = true
	}
	listed, parts := map[string]int{}, 0
	for page := range site.Pages() {
		if page.Layout != "list" || page.Lang != "id" {
			continue
		}
		parts++
		out, err := p.theme.Render(page.Build())
		if err != nil {
			t.Fatal(err)
		}
		rows := 0
		each(tree(t, string(out)), func(n *html.Node) {
			href, ok := attr(n, "href")
			if !ok || !within(n, "main") {
				return
			}
			to := target(page.Path, href)
			if !paths[to] {
				t.Errorf("%s leads to %s, which does not exist", page.Path, to)
			}
			if dir := path.Dir(to); strings.HasPrefix(dir, "instansi/") && within(n, "tbody") {
				listed[strings.TrimPrefix(dir, "instansi/")]++
				rows++
			}
		})
		if rows > bound {
			t.Errorf("%s lists %d institutions", page.Path, rows)
		}
	}
	for _, inst := range p.data.Institutions {
		if listed[inst.Slug] != 1 {
			t.Errorf("%s is listed %d times", inst.Slug, listed[inst.Slug])
		}
	}
	if parts < least {
		t.Errorf("only %d pages of the list", parts)
	}
	for page := range site.Pages() {
		if page.Layout != "institution" || page.Path != "instansi/"+p.data.Institutions[0].Slug+"/index.html" {
			continue
		}
		out, err := p.theme.Render(page.Build())
		if err != nil || strings.Contains(string(out), `href="../#`) {
			t.Errorf("%s leads to an anchor of the list that is no longer there (%v)", page.Path, err)
		}
	}
}

// What people type who look for a page that is called otherwise.
func TestPagesAreFoundByOtherWords(t *testing.T) {
	site := newSampleWith(withData)
	for code, words := range map[string]map[string]string{
		"id": {"unduh": "data/", "CSV": "data/", "lisensi": "data/", "kamus data": "data/", "Rekonsiliasi": "rekonsiliasi/", "koreksi": "perubahan/"},
		"en": {"download": "data/", "Excel": "data/", "licence": "data/", "corrections": "perubahan/"},
	} {
		index := site.Index(code)
		for word, want := range words {
			if !slices.ContainsFunc(index.Entries, func(e find.Entry) bool { return e.Path == want && slices.Contains(e.Terms, word) }) {
				t.Errorf("%s: %q does not lead to %s", code, word, want)
			}
		}
	}
}

// withData gives a portal one file of open data, so that it has the page of them.
func withData(s *view.Settings) {
	title := maturity.Text{Base: "Semua nilai"}
	s.Data = []view.DataFile{{Address: "data/skor.csv", Group: "semua", Title: func() maturity.Text { return title }, Media: "text/csv", Rows: 1}}
}

func TestTheDataPageLeadsToTheLicence(t *testing.T) {
	if page := newSampleWith(withData).page(t, "data/index.html"); !strings.Contains(page, `<a href="https://creativecommons.org/licenses/by/4.0/" rel="external noopener">CC-BY-4.0</a>`) {
		t.Errorf("no licence to read: %s", page)
	}
}
