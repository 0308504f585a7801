package view_test

import (
	"fmt"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/view"
)

// TestNoPageOfALargePortalIsHeavy makes 25,000 institutions of the national ones,
// every third without the newest results, so that the lists of who is missing are
// long as well. Lists, kinds, years, provinces and the state of the data stay
// within the budget of a list.
func TestNoPageOfALargePortalIsHeavy(t *testing.T) {
	const many = 25_000
	p := shipped()
	data := *p.data
	data.Institutions = append([]*maturity.Institution{}, p.data.Institutions...)
	for i := 0; len(data.Institutions) < many; i++ {
		one := *p.data.Institutions[i%len(p.data.Institutions)]
		if one.Average {
			one.Average, one.Kind, one.Represents = false, "kabupaten", nil
		}
		one.Slug, one.Tile, one.Aliases = fmt.Sprintf("%s-%d", one.Slug, i), nil, nil
		one.Name, one.ShortName = fmt.Sprintf("%s %d", one.Name, i), fmt.Sprintf("%s %d", one.Short(), i)
		if i%3 == 0 {
			one.Assessments = one.Assessments[:0]
		}
		data.Institutions = append(data.Institutions, &one)
	}
	site := view.New(&data, view.Settings{Theme: p.theme, Study: analysis.NewStudy(&data, score.NewModels(data.Instruments)), Date: "2026-11-21"})
	pages, parts := 0, map[string]bool{}
	for page := range site.Pages() {
		dir, _, _ := strings.Cut(page.Path, "/")
		if page.Lang != "id" || page.Layout == "institution" || page.Layout == "edition" || dir == "instansi" && page.Path != "instansi/index.html" {
			continue
		}
		// Of the many parts of the list and the many provinces, one in ten.
		if pages++; strings.Contains(page.Path, "/daftar/") && pages%10 != 0 {
			continue
		}
		out, err := p.theme.Render(page.Build())
		if err != nil {
			t.Fatal(err)
		}
		parts[dir] = true
		if n := zipped(t, string(out)); n > listBudget {
			t.Errorf("%s has %d bytes, the budget is %d", page.Path, n, listBudget)
		}
	}
	for _, dir := range []string{"index.html", "instansi", "jenis", "tahun", "wilayah", "status"} {
		if !parts[dir] {
			t.Errorf("no page of %s was weighed", dir)
		}
	}
}
