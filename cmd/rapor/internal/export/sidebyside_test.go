package export_test

import (
	"fmt"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/maturity"
)

// Names come from people: none may end the script or the string that it stands in.
func TestTheFilesOfComparisonsHoldEveryInstitutionOnceAndNothingThatRuns(t *testing.T) {
	set := &maturity.Dataset{}
	for i := range 250 {
		set.Institutions = append(set.Institutions, &maturity.Institution{Slug: fmt.Sprintf("kota-%03d", i), Name: "Kota \"</script>\u2028`"})
	}
	files := export.SideBySide(analysis.NewStudy(set, nil))
	if len(files) != 4 {
		t.Fatalf("%d files, want the names and three of results", len(files))
	}
	all := ""
	for _, f := range files {
		content, err := f.Make()
		if err != nil {
			t.Fatal(err)
		}
		text := string(content)
		if !strings.HasPrefix(text, "raporBandingkan.") || strings.Contains(text, "</script") || strings.ContainsRune(text, '\u2028') {
			t.Errorf("%s: %.120q", f.Address, text)
		}
		if f.Address != "bandingkan/daftar.js" {
			all += text
		}
	}
	for _, inst := range set.Institutions {
		if n := strings.Count(all, `"`+inst.Slug+`"`); n != 1 {
			t.Errorf("%s stands in %d files of results", inst.Slug, n)
		}
	}
}
