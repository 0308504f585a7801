package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

// text is a text element as a reader of the drawing finds it.
type text struct {
	content string
	box     box
}

// read parses a drawing strictly, and returns its texts and its ids.
func read(t *testing.T, svg []byte, w Width) (texts []text, ids []string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	var open *xml.StartElement
	var content string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return texts, ids
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if id := attr(e, "id"); id != "" {
				ids = append(ids, id)
			}
			if e.Name.Local == "text" {
				open, content = &e, ""
			}
		case xml.CharData:
			content += string(e)
		case xml.EndElement:
			if e.Name.Local == "text" {
				texts = append(texts, text{content, textBox(t, *open, content, w)})
			}
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// textBox estimates the room of a text from its class, anchor and place.
func textBox(t *testing.T, e xml.StartElement, content string, w Width) box {
	t.Helper()
	style := &lettering{wide: 140, narrow: 125, bold: true} // a text in parts: the widest letters
	class := strings.TrimSuffix(attr(e, "class"), " halo")
	for _, known := range append([]*lettering{strong, small, faint, smallStrong, headline, yearPlain, yearShown, figureOld}, onBand[:]...) {
		if known.class == class {
			style = known
		}
	}
	place := func(name string) unit {
		v, err := strconv.ParseFloat(attr(e, name), 64)
		if err != nil {
			t.Fatal(err)
		}
		return unit(v*10 + .5)
	}
	l := label{text: content, style: style, x: place("x"), y: place("y")}
	for _, a := range []anchor{middle, end} {
		if attr(e, "text-anchor") == a.String() {
			l.anchor = a
		}
	}
	return l.box(w)
}

func TestEveryTextStandsInTheDrawingAndMeetsNoOther(t *testing.T) {
	for _, s := range append(samples, crowded...) {
		for _, w := range widths {
			t.Run(s.name+"/"+w.name, func(t *testing.T) {
				texts, _ := read(t, s.chart.SVG(w.width), w.width)
				for i, a := range texts {
					if a.box.left < -px || a.box.right > unit(w.width)*px+px {
						t.Errorf("%q leaves the drawing: %v", a.content, a.box)
					}
					for _, b := range texts[:i] {
						if a.box.grown(-2, -2).overlaps(b.box) {
							t.Errorf("%q and %q overlap: %v %v", b.content, a.content, b.box, a.box)
						}
					}
				}
			})
		}
	}
}

// crowded holds rulers and trends in which labels have to make way.
var crowded = func() (list []struct {
	name  string
	chart Chart
}) {
	add := func(name string, c Chart) {
		list = append(list, struct {
			name  string
			chart Chart
		}{name, c})
	}
	h := head("x", "Judul", "Isi")
	for i, values := range [][2]maturity.Hundredths{{20, 10}, {10, 20}, {500, 490}, {490, 500}, {350, 350}, {260, 262}, {0, 0}, {500, 0}} {
		last := "edisi 2023: " + index(h.Form, values[1])
		add(fmt.Sprint("readings-", i), Ruler{Head: h, Scale: scale2020, Now: &Mark{Value: values[0]}, Last: &Mark{values[1], last}})
	}
	for i, values := range [][]maturity.Hundredths{{350}, {0, 500}, {350, 350}, {350, 355, 360}, {180, 260, 350, 420}, {300, 300, 300, 310, 310, 310}, {500, 500, 499}, {0, 1, 2, 3}} {
		r := Ruler{Head: h, Scale: scale2020, Now: &Mark{Value: 300}}
		for k, v := range values {
			r.Targets = append(r.Targets, Mark{v, fmt.Sprintf("target %d: %s", 2025+k, index(h.Form, v))})
		}
		add(fmt.Sprint("targets-", i), r)
	}
	names := []Band{{"Merintis (Initiate)", 100}, {"Membangun (Emerging)", 150}, {"Berkembang (Developing)", 250}, {"Melembaga (Embedded)", 350}, {"Unggul (Leading)", 400}}
	thin := []Band{{"Rendah", 0}, {"Sedang", 249}, {"Cukup", 250}, {"Lumayan", 251}, {"Tinggi", 252}, {"Amat tinggi", 495}}
	for name, bands := range map[string][]Band{"names": names, "thin": thin, "none": nil, "one": {{"Semua", 100}}} {
		add("ruler-"+name, Ruler{Head: h, Scale: Scale{Bands: bands}, Now: &Mark{Value: 251}})
		add("trend-"+name, Trend{Head: h, Scale: Scale{Bands: bands}, Series: []Series{{Points: from(2020, 240, 251, 260)}}})
	}
	for _, top := range []maturity.Hundredths{100, 450, 1000, 100_00} {
		add(fmt.Sprint("top-", top), Ruler{Head: h, Scale: Scale{Max: top, Bands: []Band{{"Rendah", 0}, {"Tinggi", top / 2}}}, Now: &Mark{Value: top / 3}})
	}
	for years := 1; years <= 30; years += 4 {
		trend := Trend{Head: h, Scale: scale2020, Shown: 2010, Break: "tidak sebanding", Series: []Series{{Caption: "35 indikator"}, {Caption: "47 indikator"}}}
		for i := range years {
			series := &trend.Series[min(1, i/3)]
			series.Points = append(series.Points, Point{2010 + i, maturity.Hundredths(100 + (i*97)%400)})
			trend.Targets = append(trend.Targets, TrendTarget{2010 + i, maturity.Hundredths(120 + (i*61)%380), "target"})
		}
		trend.Targets = append(trend.Targets, TrendTarget{2012, 260, "target RPJMD 2,60"}, TrendTarget{2012, 261, "target RPJMN 2,61"})
		trend.Empty = []YearNote{{2010 + years, "belum ada"}, {2011 + years, "belum ada"}, {2013 + years, "tidak dinilai"}}
		add(fmt.Sprint("years-", years), trend)
	}
	slices.SortFunc(list, func(a, b struct {
		name  string
		chart Chart
	}) int {
		return strings.Compare(a.name, b.name)
	})
	return list
}()

// allowed is every attribute that a drawing may have. style and event handlers
// are not among them, nor is anything that loads.
var allowed = strings.Fields(`class role aria-labelledby viewBox width height id x y cx cy r d text-anchor paint-order
	stroke-linecap stroke-width stroke-dasharray`)

func TestDrawingsPassAStrictPolicy(t *testing.T) {
	for _, s := range append(samples, crowded...) {
		for _, w := range widths {
			d := xml.NewDecoder(bytes.NewReader(s.chart.SVG(w.width)))
			for token, err := d.Token(); err == nil; token, err = d.Token() {
				e, ok := token.(xml.StartElement)
				if !ok {
					continue
				}
				if !slices.Contains([]string{"svg", "title", "desc", "rect", "path", "circle", "text", "tspan"}, e.Name.Local) {
					t.Errorf("%s: element %s", s.name, e.Name.Local)
				}
				for _, a := range e.Attr {
					if !slices.Contains(allowed, a.Name.Local) {
						t.Errorf("%s: attribute %s", s.name, a.Name.Local)
					}
				}
			}
		}
	}
}

func TestCoordinatesHaveAtMostOneDecimal(t *testing.T) {
	long := regexp.MustCompile(`[0-9]\.[0-9]{2}`)
	for _, s := range samples {
		for _, w := range widths {
			svg := regexp.MustCompile(`<(title|desc)[^>]*>[^<]*|>[^<]*`).ReplaceAll(s.chart.SVG(w.width), nil)
			if found := long.Find(svg); found != nil {
				t.Errorf("%s/%s: %s", s.name, w.name, found)
			}
		}
	}
}

func TestAScreenReaderHearsTitleAndDescription(t *testing.T) {
	var all []string
	for _, w := range widths {
		svg := provinceRuler().SVG(w.width)
		_, ids := read(t, svg, w.width)
		all = append(all, ids...)
		if want := fmt.Sprintf(`role="img" aria-labelledby="%s %s"`, ids[0], ids[1]); !bytes.Contains(svg, []byte(want)) {
			t.Errorf("%s: no %s", w.name, want)
		}
		for _, want := range []string{"<title id=", "Letak indeks pada skala 0 sampai 5</title>", "2023 2,89.</desc>"} {
			if !bytes.Contains(svg, []byte(want)) {
				t.Errorf("%s: no %s", w.name, want)
			}
		}
	}
	slices.Sort(all)
	if len(slices.Compact(all)) != 4 {
		t.Errorf("ids of the two widths are not distinct: %v", all)
	}
}

// hostile is what a name from a file may hold.
const hostile = "</text></svg><script>alert('1')</script> & \"x\" onload=\x00\x01\xff\ufffe\n]]> <!-- @nilai --aksen"

func TestHostileWordsStayWords(t *testing.T) {
	long := strings.Repeat(hostile+" ", 40)
	h := Head{ID: "x", Title: hostile, Description: long, Form: lang.Indonesian}
	bands := []Band{{hostile, 100}, {long, 200}, {hostile, 300}}
	charts := []Chart{
		Ruler{Head: h, Scale: Scale{Bands: bands}, Now: &Mark{250, long}, Last: &Mark{200, hostile}, Targets: []Mark{{300, long}, {310, hostile}}},
		Trend{Head: h, Scale: Scale{Bands: bands}, Shown: 2022, Break: long, TargetName: hostile, Empty: []YearNote{{2023, long}},
			Series:     []Series{{Name: hostile, Caption: long, Points: from(2018, 200, 210)}, {Name: long, Caption: hostile, Points: from(2021, 220, 230)}},
			Targets:    []TrendTarget{{2024, 300, long}, {2024, 300, hostile}},
			Projection: &Projection{Name: hostile, Label: long, Points: []ProjectionPoint{{2022, 230, 230, 230}, {2023, 230, 240, 250}}}},
		Shares{Head: h, Bands: bands, GoodLabel: long, Rows: []ShareRow{{Label: long, Note: long, Counts: []int{1, 2, 3}, Share: hostile, Target: 5000, TargetLabel: long}}},
		Spans{Head: h, Rows: []SpanRow{{Label: long, Note: long, Now: figure(300), Last: figure(200)}, {Label: hostile, Note: long}}},
		Dots{Head: h, Scale: Scale{Bands: bands}, Others: []maturity.Hundredths{100}, Own: &Mark{200, long}, Median: &Mark{150, long}},
	}
	for i, c := range charts {
		for _, w := range widths {
			for name, svg := range map[string][]byte{"page": c.SVG(w.width), "standalone": Standalone(c, w.width)} {
				texts, _ := read(t, svg, w.width)
				if len(texts) == 0 {
					t.Errorf("chart %d %s: no text", i, name)
				}
				for _, found := range []string{"<script", "\x00", "\ufffe", "style="} {
					if bytes.Contains(svg, []byte(found)) {
						t.Errorf("chart %d %s: %q in %s", i, name, found, svg)
					}
				}
			}
		}
		if e, ok := c.(interface{ ECharts() ([]byte, error) }); ok {
			options, err := e.ECharts()
			if err != nil || bytes.ContainsAny(options, "<>&") {
				t.Errorf("chart %d: options can end their script element: %v %s", i, err, options)
			}
		}
	}
}

func TestEmptyChartsAreDrawnWithoutPanic(t *testing.T) {
	h := head("x", "Judul", "Isi")
	for _, c := range []Chart{
		Ruler{}, Trend{}, Shares{}, Spans{}, Dots{}, Trend{Head: h, Series: []Series{{}, {From: 2021}}},
		Trend{Head: h, Targets: []TrendTarget{{9999, 300, ""}, {1, 300, ""}}}, Trend{Head: h, Projection: &Projection{}},
		Shares{Head: h, Rows: []ShareRow{{Counts: []int{1}}, {Counts: []int{0, 0}}}}, Shares{Head: h, Bands: bands2020, Good: 9, Rows: []ShareRow{{Counts: []int{0, 0, 0, 0, 1}}}},
		Dots{Head: h, Others: []maturity.Hundredths{500, 0, 1200, -5}}, Ruler{Head: h, Now: &Mark{Value: 1_000_000}},
	} {
		for _, w := range widths {
			read(t, c.SVG(w.width), w.width)
			read(t, Standalone(c, w.width), w.width)
		}
		if e, ok := c.(interface{ ECharts() ([]byte, error) }); ok {
			if _, err := e.ECharts(); err != nil {
				t.Errorf("%T: %v", c, err)
			}
		}
	}
}

func TestTheSameChartHasTheSameBytes(t *testing.T) {
	for _, s := range samples {
		first := s.chart.SVG(Wide)
		for range 5 {
			if !bytes.Equal(first, s.chart.SVG(Wide)) {
				t.Errorf("%s differs between two drawings", s.name)
			}
		}
	}
	first, _ := longTrend().ECharts()
	for range 5 {
		if again, _ := longTrend().ECharts(); !bytes.Equal(first, again) {
			t.Error("options differ between two runs")
		}
	}
}

// The standalone form differs from the page's in its head and in attributes that
// stand for class names, nowhere else.
func TestStandaloneDrawsTheSame(t *testing.T) {
	places := regexp.MustCompile(` (?:x|y|cx|cy|r|d|points)="[^"]*"`)
	for _, s := range samples {
		for _, w := range widths {
			page := places.FindAll(s.chart.SVG(w.width), -1)
			alone := places.FindAll(Standalone(s.chart, w.width), -1)
			if !slices.EqualFunc(page, alone, bytes.Equal) {
				t.Errorf("%s/%s: the two forms differ", s.name, w.name)
			}
			if !bytes.HasPrefix(Standalone(s.chart, w.width), []byte(`<svg xmlns="http://www.w3.org/2000/svg"`)) || bytes.Contains(Standalone(s.chart, w.width), []byte("class=")) {
				t.Errorf("%s/%s: not a file of its own", s.name, w.name)
			}
		}
	}
}

func TestEveryClassHasAColourInADownload(t *testing.T) {
	classes := regexp.MustCompile(`class="([^"]*)"`)
	for _, s := range samples {
		for _, found := range classes.FindAllSubmatch(s.chart.SVG(Wide), -1) {
			for _, class := range strings.Fields(string(found[1])) {
				_, known := classAttributes[class]
				_, sized := sizeAttributes[class]
				if !known && !sized && class != "lebar" {
					t.Errorf("%s: class %s is not known to the standalone form", s.name, class)
				}
			}
		}
	}
}
