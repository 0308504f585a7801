//go:build !race

package main

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestTheSitemapListsEveryPageOnceByItsCanonicalAddress(t *testing.T) {
	s := portalSite(t)
	var listed struct {
		URLs []struct {
			Address string `xml:"loc"`
			Date    string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(s.files["sitemap.xml"], &listed); err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, u := range listed.URLs {
		if _, twice := seen[u.Address]; twice {
			t.Errorf("%s is listed twice", u.Address)
		}
		seen[u.Address] = u.Date
	}
	pages := 0
	for _, address := range s.addresses() {
		html := string(s.files[address])
		_, rest, found := strings.Cut(html, `<link rel="canonical" href="`)
		if address == "404.html" || !found || strings.Contains(html, `http-equiv="refresh"`) {
			continue
		}
		pages++
		canonical, _, _ := strings.Cut(rest, `"`)
		if _, ok := seen[canonical]; !ok {
			t.Errorf("%s is not in the sitemap", canonical)
		}
		delete(seen, canonical)
	}
	for address := range seen {
		t.Errorf("%s is in the sitemap and is no page", address)
	}
	if !strings.Contains(string(s.files["robots.txt"]), "\nSitemap: https://rapor-spbe.example/sitemap.xml\n") {
		t.Errorf("robots.txt: %s", s.files["robots.txt"])
	}
	t.Logf("%d pages", pages)
}

func TestTheSitemapDatesWhatTheDataDate(t *testing.T) {
	sitemap := string(portalSite(t).files["sitemap.xml"])
	if want := "<url><loc>https://rapor-spbe.example/berita/2026-11-21-portal-dibuka/</loc><lastmod>2026-11-21</lastmod></url>"; !strings.Contains(sitemap, want) {
		t.Error("the news have no date")
	}
	if !strings.Contains(sitemap, "<url><loc>https://rapor-spbe.example/metode/</loc></url>") {
		t.Error("a page whose date nobody knows has one")
	}
}

// Every page leads to the search and to the feeds that there are.
func TestPagesLeadToSearchAndFeeds(t *testing.T) {
	s := portalSite(t)
	for _, lang := range siteLanguages {
		for _, file := range []string{"opensearch.xml", "berita/atom.xml"} {
			content := s.files[inLanguage(lang, file)]
			if err := xmlFault(content); err != nil || len(content) == 0 {
				t.Errorf("%s %s: %v", lang, file, err)
			}
		}
		if !strings.Contains(string(s.files[inLanguage(lang, "opensearch.xml")]), `template="https://rapor-spbe.example/`+inLanguage(lang, "instansi/")+`?q={searchTerms}"`) {
			t.Errorf("%s: the search leads elsewhere", lang)
		}
		address := inLanguage(lang, "instansi/kota-palu/2024/index.html")
		found := map[siteLink]bool{}
		for _, link := range sitePages(t)[address].links {
			found[link] = true
		}
		for _, want := range []siteLink{{"link search", "../../../opensearch.xml"}, {"link feed", "../../../berita/atom.xml"}} {
			if !found[want] {
				t.Errorf("%s has no %v", address, want)
			}
		}
	}
}
