package view

import (
	"slices"
	"strconv"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// Section is a part of a page: a heading, the reason for it, and what stands
// under it, in this order. Every field but ID and Title may be empty; a Section
// with none of them is never made.
type Section struct {
	ID     string
	Title  string
	Lead   []theme.HTML // beside the heading
	Wide   bool         // takes the full width, the heading above
	Status theme.HTML   // one sentence that matters, set off by a bar
	Figure *Figure
	Heat   []HeatDomain // the static form of Figure
	Tables []*table.Table
	Pair   bool         // two tables stand side by side
	Notes  []theme.HTML // under it, in small print
	Files  []theme.Link // downloads
}

// Figure is a chart with its finding and its legend.
type Figure struct {
	Caption string // the finding, in bold
	Measure string // what is drawn: "Indeks SPBE, 0–5"
	Wide    theme.HTML
	Narrow  theme.HTML
	Options theme.JSON // of the interactive version; "": there is none
	Legend  []Key
	Files   []theme.Link // the drawing and its values, to take away
	Squares bool         // the page has the values as small tables of squares
	Heights string       // of the interactive version in pixels, wide and narrow, where Wide and Narrow are no drawings

	chart chart.Chart // where only its file is wanted; see drawn
}

// Key is one entry of a legend. Sample is what the theme draws before the
// words: "series", "older", "target", "projection", "last", "now", "median", "up", "down", "span" or a band's tone "b1" to
// "b5".
type Key struct {
	Sample string
	Text   theme.Text
}

// live are the options of a chart's interactive version; "": it has none.
func live(c chart.Chart) theme.JSON {
	if c, ok := c.(interface{ ECharts() ([]byte, error) }); ok {
		if raw, err := c.ECharts(); err == nil {
			return theme.JSON(raw) // the chart's own word: safe in a script element
		}
	}
	return ""
}

// liveOnly is a figure whose static form is not a drawing but tables or a list of
// the page itself: only the interactive version and the files are its own.
func (w *writer) liveOnly(c chart.Chart, name string, wide, narrow int) *Figure {
	if w.alone {
		return &Figure{chart: c}
	}
	return &Figure{Caption: name, Options: live(c), Heights: strconv.Itoa(wide) + " " + strconv.Itoa(narrow)}
}

// Fact is one line of the facts beside a headline figure.
type Fact struct {
	Term  theme.HTML
	Value theme.HTML
}

// Headline is the block at the top: one figure and what it means.
type Headline struct {
	Label    string // "Indeks SPBE 2024"
	About    string // where the label leads, on pages that are not its own; or ""
	Region   string // name of the block for those who hear the page
	Index    string // the figure; "" where there is none
	Unknown  string // said in its place
	Band     *Band
	Arrow    string
	Change   string       // "+0,81"
	Since    string       // "naik dari 2,89 pada 2023"
	Origin   []theme.Link // the line of the data file in which it stands
	Facts    []Fact
	Search   *Search // on the home page, in the place of facts
	Ruler    *Figure
	Sentence theme.HTML // the one to quote
	Proof    theme.HTML // where the figure is from and whether it can be computed again; "" on a sheet, which says it below
}

// Band is a rating as a word on its colour; Tone 0 has none.
type Band struct {
	Name theme.Text
	Tone int
	Note string // "(turunan)"
	Key  string // of the words that explain the note
}

// The words that explain where a rating comes from.
const (
	derivedNote  = "tren.catatan-turunan"
	computedNote = "tren.catatan-hitung"
	printedNote  = "tren.catatan-tercetak"
)

// scale is the ruler of an instrument.
func (w *writer) scale(in *maturity.Instrument) chart.Scale {
	s := chart.Scale{Max: in.Scale.Max}
	for i := range in.Bands {
		s.Bands = append(s.Bands, chart.Band{Name: w.text(in.Bands[i].Name).Words, Min: in.Bands[i].Min})
	}
	return s
}

func (w *writer) head(id, title, description string) chart.Head {
	return chart.Head{ID: id, Title: title, Description: description, Form: w.Form}
}

// bandOf is an edition's rating: as printed, else derived. Nil where neither is
// known.
func (w *writer) bandOf(e *edition) *Band {
	if p := e.Published; p != nil && p.PrintedBand != "" && !e.computed {
		return &Band{Name: w.data(p.PrintedBand), Note: w.Say("predikat.tercetak"), Key: printedNote}
	}
	place, printed := e.band()
	if place < 0 {
		return nil
	}
	b := &Band{Name: w.text(e.Instrument.Bands[place].Name), Tone: chart.Tone(place, len(e.Instrument.Bands))}
	switch {
	case e.computed:
		b.Note, b.Key = w.Say("predikat.hitung"), computedNote
	case !printed:
		b.Note, b.Key = w.Say("predikat.turunan"), derivedNote
	}
	return b
}

// bandCell is the rating in a table, without its colour.
func (w *writer) bandCell(e *edition) table.Cell {
	b := w.bandOf(e)
	if b == nil {
		return table.Missing(w.Say("predikat.tidak-ada"))
	}
	return table.Cell{Text: b.Name.Words, Lang: b.Name.Lang, Note: b.Note}
}

// figureCell is an edition's index in a table.
func (w *writer) figureCell(v maturity.Hundredths) table.Cell {
	return table.Number(w.figure(v), v.Plain())
}

func (w *writer) valueCell(v analysis.Figure) table.Cell {
	if !v.Exists() {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	return w.figureCell(v.Printed)
}

// changeCell is a difference in a table.
func (w *writer) changeCell(v maturity.Hundredths) table.Cell {
	return table.Number(w.moved(v), v.Plain())
}

// bandKeys is the legend of the bands, best first.
func (w *writer) bandKeys(in *maturity.Instrument) []Key {
	var keys []Key
	for i := len(in.Bands) - 1; i >= 0; i-- {
		b := &in.Bands[i]
		from := w.Say("predikat.mulai", "predikat", w.text(b.Name), "batas", w.figure(b.Min))
		if i == 0 && len(in.Bands) > 1 {
			from = w.Say("predikat.di-bawah", "predikat", w.text(b.Name), "batas", w.figure(in.Bands[1].Min))
		}
		keys = append(keys, Key{"b" + w.Int(chart.Tone(i, len(in.Bands))), theme.Text{Words: from, Lang: w.text(b.Name).Lang}})
	}
	return keys
}

// compact drops the sections that have nothing to say.
func compact(all ...*Section) []*Section {
	var out []*Section
	for _, s := range all {
		if s != nil {
			out = append(out, s)
		}
	}
	return out
}

// table starts a table in the page's language.
func (w *writer) table(caption, measure string, columns ...[]table.Column) *table.Table {
	t := &table.Table{Caption: caption, Measure: measure}
	for _, c := range columns {
		t.Columns = append(t.Columns, c...)
	}
	prose := func(c table.Column) bool { return c.Prose } // a long word in it may pass the width of a phone
	t.Wide = len(t.Columns) > 3 || slices.ContainsFunc(t.Columns, prose)
	return t
}
