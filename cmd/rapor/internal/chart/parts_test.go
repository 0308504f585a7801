package chart

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

func TestToneGoesFromLightToDark(t *testing.T) {
	for bands, want := range map[int][]int{
		1: {5},
		2: {1, 5},
		3: {1, 3, 5},
		5: {1, 2, 3, 4, 5},
		6: {1, 2, 3, 3, 4, 5},
	} {
		var got []int
		for place := range bands {
			got = append(got, Tone(place, bands))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d bands: %v, want %v", bands, got, want)
		}
	}
	if Tone(-1, 5) != 1 || Tone(9, 5) != 5 {
		t.Error("a place outside is not the nearest band's")
	}
}

func TestSpreadMovesApartByAsLittleAsItCan(t *testing.T) {
	for _, c := range []struct {
		why    string
		wishes []wish
		want   []unit
	}{
		{"room for both", []wish{{20, 10}, {60, 10}}, []unit{15, 55}},
		{"both give way alike", []wish{{50, 20}, {50, 20}}, []unit{29, 51}},
		{"the border does not give way", []wish{{0, 20}, {5, 20}}, []unit{0, 22}},
		{"nor does the other", []wish{{95, 20}, {100, 20}}, []unit{58, 80}},
		{"a third pushes two", []wish{{40, 20}, {60, 20}, {62, 20}}, []unit{22, 44, 66}},
		{"nobody there", nil, []unit{}},
	} {
		if got := spread(c.wishes, 0, 100, 2); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

func TestTextIsShortenedAtASpaceAndKeepsItsFigure(t *testing.T) {
	long := "target Rencana Pembangunan Jangka Menengah Daerah 3,10"
	for _, c := range []struct{ got, want string }{
		{small.fit(Wide, "Sangat Baik", 200*px), "Sangat Baik"},
		{small.fit(Wide, long, 200*px), "target Rencana Pembangunan…"},
		{small.fitFigure(Wide, long, "3,10", 200*px), "target Rencana Pembangu… 3,10"},
		{small.fit(Wide, "satu\ndua\ttiga", 200*px), "satu dua tiga"},
		{strings.Join(strong.wrap(Wide, "Tata Kelola dan Manajemen Sistem Pemerintahan", 150*px, 2), "|"), "Tata Kelola dan|Manajemen Sistem…"},
		{strings.Join(strong.wrap(Wide, strings.Repeat("a", 90), 60*px, 3), "|"), "aaaaa…"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestFiguresFollowTheLanguage(t *testing.T) {
	english := nationalTrend()
	english.Form = lang.English
	for _, c := range []struct {
		chart        Trend
		want, unlike string
	}{{nationalTrend(), ">3,12<", ">3.12<"}, {english, ">3.12<", ">3,12<"}} {
		svg := c.chart.SVG(Wide)
		if !bytes.Contains(svg, []byte(c.want)) || bytes.Contains(svg, []byte(c.unlike)) {
			t.Errorf("no %s, or %s", c.want, c.unlike)
		}
	}
}

// paths returns the d of every path of a class.
func paths(svg []byte, class string) []string {
	var out []string
	for _, part := range strings.Split(string(svg), `<path class="`+class+`" d="`)[1:] {
		d, _, _ := strings.Cut(part, `"`)
		out = append(out, d)
	}
	return out
}

func TestNoLineCrossesAnInstrumentOrAMissingYear(t *testing.T) {
	svg := longTrend().SVG(Wide)
	if got := paths(svg, "lama"); len(got) != 1 || strings.Count(got[0], "L") != 4 {
		t.Errorf("2018 and 2020 stand alone, 2021 to 2025 is one line: %v", got)
	}
	if got := paths(svg, "seri"); len(got) != 2 || strings.Count(got[0], "L") != 2 || strings.Count(got[1], "L") != 2 {
		t.Errorf("2026 to 2028 and 2030 to 2032 are two lines: %v", got)
	}
	if got := paths(svg, "putusg"); len(got) != 2 {
		t.Errorf("three instruments have two breaks: %v", got)
	}
}

func TestTheBreakStandsBeforeTheNewInstrumentsFirstYear(t *testing.T) {
	series := func(from int, years ...int) Series {
		s := Series{From: from}
		for _, y := range years {
			s.Points = append(s.Points, Point{y, 200})
		}
		return s
	}
	for _, c := range []struct {
		why    string
		series []Series
		want   []int
	}{
		{"one instrument", []Series{series(2021, 2022, 2023)}, nil},
		{"without a year given", []Series{series(0, 2018), series(0, 2022)}, []int{2022}},
		{"its first year lies in the gap", []Series{series(2018, 2018), series(2021, 2023)}, []int{2021}},
		{"an early first year waits for the older points", []Series{series(0, 2018, 2022), series(2021, 2023)}, []int{2023}},
		{"a late first year does not cut its own points", []Series{series(0, 2018), series(2025, 2021)}, []int{2021}},
		{"no older points, no break", []Series{series(2018), series(2021, 2022)}, nil},
		{"a new instrument without points, for its target", []Series{series(2021, 2024), series(2026)}, []int{2026}},
		{"and one beyond the axis", []Series{series(2021, 2024), series(2031)}, nil},
	} {
		trend := Trend{Series: c.series, Targets: []TrendTarget{{2027, 300, ""}}}
		_, first, last := trend.extent()
		var got []int
		for _, b := range trend.breakYears(first, last) {
			got = append(got, b.year)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

func TestTheProjectionIsDrawnOnlyWhenGiven(t *testing.T) {
	for _, class := range []string{"proyeksi", "rentang"} {
		if len(paths(provinceTrend().SVG(Wide), class)) != 0 || len(paths(longTrend().SVG(Wide), class)) != 1 {
			t.Errorf("%s is drawn without being asked for, or not at all", class)
		}
	}
}

func TestEveryTargetKeepsItsFigure(t *testing.T) {
	trend := Trend{Head: head("x", "J", "I"), Scale: scale2020, Series: []Series{{Points: from(2020, 200, 210, 220, 230)}}}
	for _, v := range []maturity.Hundredths{231, 232, 233, 234} {
		trend.Targets = append(trend.Targets, TrendTarget{2023, v, "target rencana ini dan itu " + index(lang.Indonesian, v)})
	}
	for _, w := range widths {
		svg := string(trend.SVG(w.width))
		for _, figure := range []string{"2,31", "2,32", "2,33", "2,34"} {
			if !strings.Contains(svg, figure+"<") {
				t.Errorf("%s: no %s", w.name, figure)
			}
		}
		if got := strings.Count(svg, `class="target"`); got != 4 {
			t.Errorf("%s: %d ticks", w.name, got)
		}
	}
}

func TestAnEqualTargetFromTwoPlansIsDrawnOnce(t *testing.T) {
	got := merged([]TrendTarget{{2026, 300, "RPJMD"}, {2024, 400, "a"}, {2026, 300, "RPJMN"}, {2026, 310, "b"}, {2026, 300, "RPJMN"}})
	want := []TrendTarget{{2024, 400, "a"}, {2026, 310, "b"}, {2026, 300, "RPJMD; RPJMN"}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestAFigureBeyondTheScaleMakesItLonger(t *testing.T) {
	s := Scale{Bands: bands2020}
	for value, want := range map[maturity.Hundredths]maturity.Hundredths{312: 500, 500: 500, 501: 600, 2850: 2900} {
		if got := s.top(value); got != want {
			t.Errorf("%d: %d, want %d", value, got, want)
		}
	}
}

func TestAxisStepsAreRoundAndFew(t *testing.T) {
	for top, want := range map[maturity.Hundredths]maturity.Hundredths{100: 100, 500: 100, 1000: 100, 1100: 200, 100_00: 1000, 2_000_000_000: 200_000_000} {
		if got := step(top); got != want {
			t.Errorf("top %d: step %d, want %d", top, got, want)
		}
	}
}

// A dot for each institution, our own one included, whatever the bins.
func TestDotsLoseNobody(t *testing.T) {
	for _, d := range []Dots{provinceDots(), crowdedDots()} {
		for _, w := range widths {
			s := &dotsSheet{pen: &pen{width: w.width}, Dots: d, axis: span{0, unit(w.width) * px, 500}}
			s.stack()
			n := 0
			for _, column := range s.columns {
				n += column
			}
			if n != len(d.Others) {
				t.Errorf("%s: %d dots for %d institutions", w.name, n, len(d.Others))
			}
		}
	}
}

// Values with how many have each are the same chart as each of them by itself, in
// every form: the interactive one once counted values and said institutions.
func TestDotsCountEachOfEqualValues(t *testing.T) {
	for _, all := range []Dots{provinceDots(), crowdedDots()} {
		grouped := all
		grouped.Others = slices.Compact(slices.Sorted(slices.Values(all.Others)))
		for _, v := range grouped.Others {
			n := 0
			for _, other := range all.Others {
				if other == v {
					n++
				}
			}
			grouped.Times = append(grouped.Times, n)
		}
		for _, w := range widths {
			if !bytes.Equal(all.SVG(w.width), grouped.SVG(w.width)) {
				t.Errorf("%s: another drawing", w.name)
			}
		}
		one, err := all.ECharts()
		other, err2 := grouped.ECharts()
		if err != nil || err2 != nil || !bytes.Equal(one, other) {
			t.Errorf("other options: %v, %v", err, err2)
		}
	}
}

func TestOptionsCarryNoScriptAndNoForeignComponent(t *testing.T) {
	for name, options := range map[string]func() ([]byte, error){"trend": longTrend().ECharts, "shares": kindShares().ECharts, "spans": domainSpans().ECharts,
		"dots": provinceDots().ECharts, "terms": domainTerms().ECharts, "levels": cityLevels().ECharts, "tiles": fewTiles().ECharts} {
		text, err := options()
		if err != nil {
			t.Fatal(err)
		}
		var root map[string]any
		if err := json.Unmarshal(text, &root); err != nil {
			t.Fatal(err)
		}
		known := []string{"animation", "grid", "media", "series", "textStyle", "tooltip", "xAxis", "yAxis"}
		for key := range root {
			if !slices.Contains(known, key) {
				t.Errorf("%s: %s is not in the bundle", name, key)
			}
		}
		for _, unwanted := range []string{"function", "__f__", "=>", "#"} {
			if bytes.Contains(text, []byte(unwanted)) {
				t.Errorf("%s: %q in the options", name, unwanted)
			}
		}
		if root["tooltip"].(map[string]any)["renderMode"] != "richText" {
			t.Errorf("%s: the tooltip would write style attributes", name)
		}
	}
}

// Every formatter that Go names must be in the script's table.
func TestTheScriptKnowsEveryFormatter(t *testing.T) {
	script := asset(t, "bagan.js")
	for _, f := range []string{string(formatYear), string(formatYearShort), string(formatIndex), string(formatNumber), string(formatYearBox), string(formatRowBox), string(formatWords)} {
		if !bytes.Contains(script, []byte("'"+f+"':")) {
			t.Errorf("bagan.js has no %s", f)
		}
	}
	for _, unwanted := range []string{"innerHTML", "fetch(", "eval(", "new Function", "import ", "export ", "setAttribute('style'"} {
		if bytes.Contains(script, []byte(unwanted)) {
			t.Errorf("bagan.js has %q", unwanted)
		}
	}
}

func TestTheShippedLibraryIsTheOneDescribed(t *testing.T) {
	library := asset(t, "vendor/echarts-6.1.0.min.js")
	sum := sha256.Sum256(library)
	readme, err := os.ReadFile("vendor-echarts/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(readme, []byte("sha256 "+hex.EncodeToString(sum[:]))) {
		t.Errorf("vendor-echarts/README.md describes another file than one with sha256 %x", sum)
	}
	for _, unwanted := range []string{"sourceMappingURL", "node_modules", "eval(", "new Function"} {
		if bytes.Contains(library, []byte(unwanted)) {
			t.Errorf("the library has %q", unwanted)
		}
	}
	if licence := asset(t, "vendor/echarts-6.1.0.LICENSE.txt"); !bytes.Contains(licence, []byte("Apache License")) || !bytes.Contains(licence, []byte("BSD 3-Clause")) {
		t.Error("the licences are not published with the library")
	}
}

func asset(t *testing.T, name string) []byte {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "themes", "default", "assets", name))
	if err != nil {
		t.Fatal(err)
	}
	return body
}
