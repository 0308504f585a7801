package export

import (
	"os"
	"slices"
	"testing"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/score"
)

// TestWhoSaysAFigureIsSaidInKnownWords looks at every column that tells it, in
// every table of the national portal.
func TestWhoSaysAFigureIsSaidInKnownWords(t *testing.T) {
	set, problems, err := load.Load(load.Source{Data: os.DirFS("../../../../data"), DataName: "data"})
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	known := map[string][]string{
		"asal":          {"terbit", "hitung", "terbit-lain", "tingkat"},
		"asal_predikat": {"terbit", "hitung"},
		"asal_domain":   {"terbit", "hitung", "campuran"},
		"asal_aspek":    {"terbit", "hitung", "campuran"},
	}
	seen := map[string]int{}
	for _, f := range DataFiles(analysis.NewStudy(set, score.NewModels(set.Instruments)), "rapor 0") {
		if f.Table == nil || f.Media != MediaCSV {
			continue
		}
		for row := range f.Table.Rows {
			for i, c := range f.Table.Columns {
				words, about := known[c.Name]
				if !about || row[i].kind == cellEmpty {
					continue
				}
				seen[c.Name]++
				if !slices.Contains(words, row[i].text) {
					t.Fatalf("%s: %s is %q", f.Address, c.Name, row[i].text)
				}
			}
		}
	}
	for name := range known {
		if seen[name] == 0 {
			t.Errorf("no table says %s", name)
		}
	}
}
