package chart

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the drawings and options of testdata anew")

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has changed; look at it in a browser, then run go test -update", path)
	}
}

// The kept files are the standalone form, which a browser can open; the form for
// pages is the same drawing with class names (TestStandaloneDrawsTheSame).
func TestDrawingsAreAsKept(t *testing.T) {
	for _, s := range samples {
		for _, w := range widths {
			golden(t, s.name+"-"+w.name+".svg", append(Standalone(s.chart, w.width), '\n'))
		}
	}
	golden(t, "trend-national-page.svg", append(nationalTrend().SVG(Wide), '\n'))
}

func TestOptionsAreAsKept(t *testing.T) {
	for name, options := range map[string]func() ([]byte, error){
		"trend-national": nationalTrend().ECharts,
		"trend-long":     longTrend().ECharts,
		"shares":         kindShares().ECharts,
		"terms":          domainTerms().ECharts,
		"shares-sparse":  sparseShares().ECharts,
		"spans":          domainSpans().ECharts,
		"dots":           provinceDots().ECharts,
		"levels":         cityLevels().ECharts,
		"tiles":          fewTiles().ECharts,
	} {
		got, err := options()
		if err != nil {
			t.Fatal(err)
		}
		var indented bytes.Buffer
		if err := json.Indent(&indented, got, "", "\t"); err != nil {
			t.Fatal(err)
		}
		golden(t, name+".json", append(indented.Bytes(), '\n'))
	}
}
