package view

import (
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// trend is the section of the index over the years with its targets. One
// edition without a target makes no trend.
func (w *writer) trend(h *history) *Section {
	if !h.hasTrend() {
		return nil
	}
	s := &Section{ID: "tren", Title: w.Say("tren.judul"), Lead: w.trendLead(h), Figure: w.trendFigure(h)}
	s.Tables = append(s.Tables, w.trendTable(h))
	s.Notes = w.trendNotes(h)
	return s
}

// hasTrend reports whether there is more than one point to draw.
func (h *history) hasTrend() bool {
	return h.latest != nil && (h.latest.before != nil || len(h.paths) > 0)
}

func (w *writer) trendLead(h *history) []theme.HTML {
	var lead []theme.HTML
	runs := h.series.Runs()
	first, last := span(runs[len(runs)-1])
	if first != last {
		change := last.Judged().Sub(first.Judged())
		change.Den *= int64(last.Year - first.Year)
		key := "tren.rata-rata-naik"
		switch {
		case change.Num == 0:
			key = "tren.rata-rata-tetap"
		case change.Num < 0:
			key = "tren.rata-rata-turun"
		}
		lead = append(lead, text(w.Say(key, "selisih", w.size(change), "tahun", year(first.Year))))
	}
	for i := 1; i < len(runs); i++ {
		lead = append(lead, w.Tell("tren.ganti-instrumen", "tahun", year(runs[i][0].Year),
			"lama", w.text(runs[i-1][0].Instrument.Short), "baru", w.text(runs[i][0].Instrument.Short)))
	}
	return lead
}

// span is the first and the last result of a run.
func span(run []analysis.Point) (first, last *analysis.Point) { return &run[0], &run[len(run)-1] }

func (w *writer) trendFigure(h *history) *Figure {
	runs := h.series.Runs()
	current := runs[len(runs)-1]
	c := chart.Trend{
		Scale: w.scale(current[0].Instrument), Shown: h.latest.Year,
		Break: w.Say("tren.tidak-sebanding"), TargetName: w.Say("tren.target"),
	}
	var said []string
	for _, r := range runs {
		in := r[0].Instrument
		series := chart.Series{Name: w.text(in.Short).Words, From: in.FirstYear, Caption: w.Say("tren.indikator", "n", w.Int(len(in.Indicators)))}
		for i := range r {
			series.Points = append(series.Points, chart.Point{Year: r[i].Year, Value: r[i].Printed})
			said = append(said, year(r[i].Year)+" "+w.figure(r[i].Printed))
		}
		c.Series = append(c.Series, series)
	}
	for i := range h.paths {
		t := &h.paths[i].Target
		c.Targets = append(c.Targets, chart.TrendTarget{Year: t.Year, Value: t.Index, Label: w.Say("tren.target-nilai", "target", w.figure(t.Index))})
		said = append(said, w.Say("target.uraian", "target", w.figure(t.Index), "tahun", year(t.Year), "nasib", w.fate(&h.paths[i])))
	}
	c.Projection = w.projection(h)
	for _, y := range h.blanks() {
		c.Empty = append(c.Empty, chart.YearNote{Year: y, Text: w.blank(h, y)})
	}
	c.Head = w.head("tren-bagan", w.Say("tren.bagan", "nama", w.short(h.inst), "apa", w.text(h.latest.Instrument.IndexName)), strings.Join(said, "; "))
	f := w.drawn(c)
	f.Caption, f.Measure = w.trendFinding(current), w.measure(current[0].Instrument)
	f.Files = w.takeaway(institutionDir(h.inst.Slug), trendFile)
	f.Legend = w.trendLegend(runs, len(h.paths) > 0, c.Projection != nil)
	return f
}

// measure is what a figure of the index draws: its name and its scale.
func (w *writer) measure(in *maturity.Instrument) string {
	return w.Say("bagan.ukuran", "apa", w.text(in.IndexName), "maks", w.Int(int(in.Scale.Max/100)))
}

func (w *writer) trendFinding(run []analysis.Point) string {
	first, last := span(run)
	if first == last {
		return w.Say("tren.temuan-satu", "nilai", w.figure(last.Printed), "tahun", year(last.Year))
	}
	key := "tren.temuan-tetap"
	switch {
	case last.Printed > first.Printed:
		key = "tren.temuan-naik"
	case last.Printed < first.Printed:
		key = "tren.temuan-turun"
	case last.Judged().Cmp(first.Judged()) != 0:
		key = "tren.temuan-serupa" // a change that rounding hides
	}
	return w.Say(key, "dari", w.figure(first.Printed), "tahun", year(first.Year), "ke", w.figure(last.Printed), "kini", year(last.Year))
}

func (w *writer) trendLegend(runs [][]analysis.Point, targets, projection bool) []Key {
	keys := []Key{{"series", w.text(runs[len(runs)-1][0].Instrument.Short)}}
	for i := len(runs) - 2; i >= 0; i-- {
		keys = append(keys, Key{"older", w.text(runs[i][0].Instrument.Short)})
	}
	if targets {
		keys = append(keys, Key{"target", theme.Text{Words: w.Say("tren.target")}})
	}
	if projection {
		keys = append(keys, Key{"projection", theme.Text{Words: w.Say("target.label-rentang")}})
	}
	return keys
}

// years are those that the trend shows: of editions and targets, and the gaps
// between the editions.
func (h *history) years() []int {
	wanted := map[int]bool{}
	for i := range h.editions {
		wanted[h.editions[i].Year] = true
	}
	for i := range h.paths {
		wanted[h.paths[i].Target.Year] = true
	}
	first, last := h.editions[0].Year, h.latest.Year
	for i := range h.paths {
		first = min(first, h.paths[i].Target.Year)
	}
	var out []int
	for y := first; y <= last; y++ {
		out = append(out, y)
	}
	end := last
	for i := range h.paths {
		end = max(end, h.paths[i].Target.Year)
	}
	for y := last + 1; y <= min(end, last+horizon); y++ {
		if wanted[y] || end <= last+soon {
			out = append(out, y)
		}
	}
	return out
}

// Targets up to horizon years ahead of the last result are listed; where the
// last of them is soon, with the years before it.
const (
	horizon = 30
	soon    = 5
)

// blanks are the years of the trend without a result.
func (h *history) blanks() []int {
	var out []int
	for _, y := range h.years() {
		if e := h.in(y); e == nil || !e.final {
			out = append(out, y)
		}
	}
	return out
}

func (h *history) in(y int) *edition {
	for i := range h.editions {
		if h.editions[i].Year == y {
			return &h.editions[i]
		}
	}
	return nil
}

// blank says what a year without a result is: still to come, or not known.
func (w *writer) blank(h *history, y int) string {
	if y > h.latest.Year {
		return w.Say("tren.belum-ada")
	}
	return w.Say("tren.tidak-ada")
}

func (w *writer) trendTable(h *history) *table.Table {
	years := h.years()
	t := w.table(w.Say("tren.tabel", "apa", w.text(h.latest.Instrument.IndexName), "nama", w.short(h.inst)),
		year(years[0])+"–"+year(years[len(years)-1]),
		table.Words(w.Say("tabel.tahun")), table.Figures(w.Say("tabel.indeks")), table.Words(w.Say("tabel.predikat")),
		table.Figures(w.Say("tabel.perubahan")))
	if len(h.paths) > 0 {
		t.Columns = append(t.Columns, table.Figures(w.Say("tabel.target"))...)
		t.Columns = append(t.Columns, table.Words(w.Say("tabel.hasil-target"))...)
	}
	for _, y := range years {
		mark := table.Plain
		if y == h.latest.Year {
			mark = table.Own
		}
		t.Add(mark, w.trendRow(h, y)...)
	}
	return t
}

func (w *writer) trendRow(h *history, y int) []table.Cell {
	cells := []table.Cell{table.Text(year(y))}
	e := h.in(y)
	switch {
	case e != nil && e.final:
		cells = append(cells, w.figureCell(e.index), w.bandCell(e), w.changeSince(e, y-1))
	case e != nil:
		cells = append(cells, table.Missing(w.Say("tabel.tidak-diketahui")), table.Muted(w.Say("tren.belum-final")), table.Missing(w.Say("tabel.tidak-diketahui")))
	default:
		words := w.Say("tren.tidak-ada")
		if y > h.latest.Year {
			words = w.Say("tren.belum-ada-data")
		}
		cells = append(cells, table.Missing(w.Say("tabel.tidak-diketahui")), table.Muted(words), table.Missing(w.Say("tabel.tidak-diketahui")))
	}
	if len(h.paths) == 0 {
		return cells
	}
	for i := range h.paths {
		if p := &h.paths[i]; p.Target.Year == y {
			return append(cells, w.figureCell(p.Target.Index), table.Text(w.fate(p)))
		}
	}
	return append(cells, table.Missing(w.Say("tabel.tanpa-target")), table.Missing(w.Say("tabel.tanpa-target")))
}

// changeSince is the change against the last comparable edition; where that is
// not the year that the reader expects, the cell says which it is.
func (w *writer) changeSince(e *edition, expected int) table.Cell {
	switch {
	case e.last != nil:
		c := table.Number(w.change(e.change), e.change.Plain())
		if e.last.Year != expected {
			c.Note = w.Say("tabel.sejak", "tahun", year(e.last.Year))
		}
		return c
	case e.before != nil:
		return table.Cell{Text: w.Say("tabel.ts"), Full: w.Say("tren.tidak-sebanding"), Muted: true}
	}
	return table.Missing(w.Say("tabel.tanpa-banding"))
}

func (w *writer) trendNotes(h *history) []theme.HTML {
	var notes []theme.HTML
	said := map[string]bool{}
	for i := range h.editions {
		e := &h.editions[i]
		if !e.final {
			continue
		}
		if e.last == nil && e.before != nil {
			said["tren.catatan-ts"] = true
		}
		if e.unrounded() {
			said["tren.catatan-bulat"] = true
		}
		if b := w.bandOf(e); b != nil && b.Key != "" {
			said[b.Key] = true
		}
	}
	for _, key := range []string{"tren.catatan-ts", "tren.catatan-bulat", derivedNote, computedNote, printedNote} {
		if said[key] {
			notes = append(notes, text(w.Say(key)))
		}
	}
	return notes
}
