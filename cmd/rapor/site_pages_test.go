//go:build !race

package main

import (
	"strings"
	"testing"
)

// The page of open data leads to every file of the whole and explains every
// column that any of them has.
func TestTheDataPageLeadsToTheFilesAndExplainsTheirColumns(t *testing.T) {
	s, pages := portalSite(t), sitePages(t)
	for _, address := range []string{"data/index.html", "en/data/index.html"} {
		page := pages[address]
		if page == nil {
			t.Fatalf("%s is not there", address)
		}
		root := strings.Repeat("../", strings.Count(address, "/"))
		linked := map[string]bool{}
		for _, l := range page.links {
			linked[strings.TrimPrefix(l.target, root)] = true
			linked[strings.TrimPrefix("data/"+l.target, root)] = true
		}
		for file, content := range s.files {
			if !strings.HasPrefix(file, "data/") || !strings.HasSuffix(file, ".csv") {
				continue
			}
			if !linked[file] {
				t.Errorf("%s does not lead to %s", address, file)
			}
			head, _, _ := strings.Cut(strings.TrimPrefix(string(content[:min(len(content), 2000)]), "\ufeff"), "\n")
			for _, column := range strings.Split(strings.TrimSpace(head), ",") {
				if !page.ids["kolom-"+strings.Trim(column, `"`)] {
					t.Errorf("%s does not explain the column %s of %s", address, column, file)
				}
			}
		}
	}
}

// The page of an instrument says what changed from the one before it.
func TestAnInstrumentSaysWhatChanged(t *testing.T) {
	page := string(portalSite(t).files["metode/permenpanrb-8-2026/index.html"])
	for _, want := range []string{"Yang berubah dari PermenPANRB 59/2020", "7 aspek, 20 indikator", "1 sampai 5, kelipatan 0,01", `href="../../data/instrumen/permenpanrb-8-2026.json"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
