//go:build !race

package main

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// No page of content can take an address that the program makes itself: each first
// part of the national portal's addresses that is not its own text is refused.
func TestEveryAddressOfTheProgramIsReserved(t *testing.T) {
	first := map[string]bool{}
	for address := range portalSite(t).files {
		part, _, _ := strings.Cut(address, "/")
		part = strings.TrimSuffix(part, path.Ext(part))
		if part == "" || strings.HasPrefix(part, "_") || slices.Contains(siteLanguages, part) {
			continue // no page can have such a name; languages are refused where the portal has them
		}
		if _, err := os.Stat("../../content/" + part + ".md"); err != nil {
			first[part] = true
		}
	}
	t.Chdir(t.TempDir())
	for name, text := range smallPortal {
		writeFile(t, "data/"+name, text)
	}
	for part := range first {
		writeFile(t, "content/"+part+".md", "+++\njudul = \"X\"\n+++\nx\n")
	}
	code, said := rapor("check", "--lang=en")
	if code != exitBad {
		t.Fatalf("exit code %d\n%s", code, said)
	}
	for part := range first {
		if !strings.Contains(said, "content/"+part+".md: error: the address /"+part+"/ belongs to the portal itself") {
			t.Errorf("a page may take /%s/", part)
		}
	}
	if len(first) < 20 {
		t.Errorf("only %d first parts", len(first))
	}
}
