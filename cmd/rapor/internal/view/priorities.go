package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// longest is how many priorities are listed where no way says which ones.
const longest = 10

// columnsBeside is how many columns of this table stand beside its heading; with
// more it takes the whole width.
const columnsBeside = 7

// priorities is what lifts the newest result most: by indicator where levels are
// known, else by domain; nil where neither is.
func (w *writer) priorities(h *history) *Section {
	if h.latest == nil || h.inst.Average {
		return nil
	}
	p := w.site.prioritiesOf(h)
	switch {
	case p.Reason != "":
		return w.leverages(h)
	case len(p.Rows) == 0:
		return nil
	}
	in := h.latest.Instrument
	s := &Section{ID: "prioritas", Title: w.Say("prioritas.judul")}
	if !p.Final {
		s.Lead = append(s.Lead, text(w.Say("prioritas.tahap", "tahap", w.stage(p.Stage))))
	}
	s.Lead = append(s.Lead, text(w.Say("prioritas.indeks", "indeks", w.exact(p.Index))))
	if p.Index.Rounded() != h.latest.index {
		s.Lead = append(s.Lead, text(w.Say("prioritas.lain", "hitung", w.figure(p.Index.Rounded()), "terbit", w.figure(h.latest.index))))
	}
	main := p.Next
	for _, way := range ways(p) {
		s.Lead = append(s.Lead, w.way(in, p, way))
		if main == nil || len(main.Moves) == 0 {
			main = way
		}
	}
	s.Tables = append(s.Tables, w.priorityTable(h, p, main))
	s.Wide = len(s.Tables[0].Columns) > columnsBeside
	s.Notes = append(s.Notes, w.priorityNotes(h, p)...)
	if simulated(h) != nil {
		s.Files = append(s.Files, theme.Link{Text: theme.Text{Words: w.Say("simulasi.tautan")}, Href: w.to(simulationDir(h.inst.Slug))})
	}
	return s
}

// allPriorities lists every indicator with room left, on the page of the newest
// edition; its criteria stand in the table of indicators there.
func (w *writer) allPriorities(h *history, e *edition) *Section {
	if e != h.latest || h.inst.Average {
		return nil
	}
	p := w.site.prioritiesOf(h)
	if p.Reason != "" || len(p.Rows) == 0 {
		return nil
	}
	c := w.priorityColumns(h, p)
	c.criteria = false
	t := w.table(w.Say("prioritas.tabel-semua", "n", w.Int(len(p.Rows))), year(e.Year), table.Words(w.Say("tabel.indikator-satu")),
		table.Figures(w.Say("prioritas.tingkat"), w.Say("prioritas.per-tingkat"), w.Say("prioritas.ruang")))
	c.head(w, t)
	t.Wide, t.Names = true, true
	for i := range p.Rows {
		t.Add(table.Plain, w.priorityCells(h, p, &p.Rows[i], nil, c)...)
	}
	return &Section{ID: "prioritas", Title: w.Say("prioritas.judul"), Wide: len(t.Columns) > columnsBeside, Lead: []theme.HTML{text(w.Say("prioritas.urutan"))}, Tables: []*table.Table{t}}
}

// ways are those to the next band and to each open target.
func ways(p *analysis.Priorities) []*analysis.Way {
	var out []*analysis.Way
	if p.Next != nil {
		out = append(out, p.Next)
	}
	for i := range p.Target {
		out = append(out, &p.Target[i])
	}
	return out
}

// way says what it takes: "Menuju Sangat Baik (3,50) perlu 0,5205: paling
// sedikit 18 langkah (+0,5275)."
func (w *writer) way(in *maturity.Instrument, p *analysis.Priorities, way *analysis.Way) theme.HTML {
	to := w.goal(in, way)
	switch {
	case !way.Need.Exists():
		return w.Tell("prioritas.cukup", "tujuan", to)
	case !way.Reachable:
		return w.Tell("prioritas.tak-terjangkau", "tujuan", to, "perlu", w.exact(way.Need))
	case !p.Whole:
		return w.Tell("prioritas.tambahan-nilai", "tujuan", to, "perlu", w.exact(way.Need))
	}
	return w.Tell("prioritas.langkah", "tujuan", to, "perlu", w.exact(way.Need), "n", w.Int(way.Steps), "hasil", w.gain(gained(way)))
}

// goal names where a way leads.
func (w *writer) goal(in *maturity.Instrument, way *analysis.Way) theme.HTML {
	if way.Path != nil {
		t := &way.Path.Target
		return text(w.Say("prioritas.ke-target", "target", w.figure(t.Index), "tahun", year(t.Year)))
	}
	return w.Tell("prioritas.ke-predikat", "predikat", w.text(in.Bands[way.Band].Name), "batas", w.figure(in.Bands[way.Band].Min))
}

// gained is what all steps of a way add.
func gained(way *analysis.Way) maturity.Index {
	sum := maturity.Index{Num: 0, Den: 1}
	for _, m := range way.Moves {
		sum = sum.Sub(maturity.Index{Num: -m.Gain.Num, Den: m.Gain.Den})
	}
	return sum
}

// gain prints exact index points with their sign and four decimals.
func (w *writer) gain(x maturity.Index) string { return w.Signed(x.Decimal(4), 4) }

// priorityTable lists the indicators of a way, with their steps and the sum;
// without one, those that add most.
func (w *writer) priorityTable(h *history, p *analysis.Priorities, way *analysis.Way) *table.Table {
	in := h.latest.Instrument
	steps, c := way != nil && len(way.Moves) > 0, w.priorityColumns(h, p)
	t := w.table(w.Say("prioritas.tabel"), year(h.latest.Year), table.Words(w.Say("tabel.indikator-satu")),
		table.Figures(w.Say("prioritas.tingkat")))
	if steps {
		t.Caption = w.Say("prioritas.tabel-langkah", "n", w.Int(way.Steps), "tujuan", w.goalWords(in, way))
		t.Columns = append(t.Columns, table.Figures(w.Say("prioritas.langkah-kolom"), w.Say("prioritas.tambahan"))...)
	}
	t.Columns = append(t.Columns, table.Figures(w.Say("prioritas.per-tingkat"), w.Say("prioritas.ruang"))...)
	c.head(w, t)
	t.Wide, t.Names = true, true
	if !steps {
		for i := range min(longest, len(p.Rows)) {
			t.Add(table.Plain, w.priorityCells(h, p, &p.Rows[i], nil, c)...)
		}
		return t
	}
	for i := range way.Moves {
		m := &way.Moves[i]
		t.Add(table.Plain, w.priorityCells(h, p, rowOf(p, m.Indicator), m, c)...)
	}
	sum := []table.Cell{table.Text(w.Say("tabel.jumlah")), table.Text(""), table.Text(w.Int(way.Steps)), table.Text(w.gain(gained(way)))}
	for len(sum) < len(t.Columns) {
		sum = append(sum, table.Text(""))
	}
	t.Add(table.Total, sum...)
	return t
}

// goalWords is goal for a place without markup.
func (w *writer) goalWords(in *maturity.Instrument, way *analysis.Way) string {
	if way.Path != nil {
		return w.Say("prioritas.ke-target", "target", w.figure(way.Path.Target.Index), "tahun", year(way.Path.Target.Year))
	}
	return w.Say("prioritas.ke-predikat", "predikat", w.text(in.Bands[way.Band].Name), "batas", w.figure(in.Bands[way.Band].Min))
}

func rowOf(p *analysis.Priorities, indicator int) *analysis.Priority {
	for i := range p.Rows {
		if p.Rows[i].Indicator == indicator {
			return &p.Rows[i]
		}
	}
	return &analysis.Priority{Indicator: indicator}
}

// priorityCells say what one level of an indicator adds and how many are left;
// with a move, how many of them the way takes.
func (w *writer) priorityCells(h *history, p *analysis.Priorities, r *analysis.Priority, m *analysis.Move, c priorityColumns) []table.Cell {
	in := h.latest.Instrument
	name := w.brief(in, r.Indicator)
	cells := append(make([]table.Cell, 0, 9), table.Cell{Code: in.Indicators[r.Indicator].ID, Text: name.Words, Lang: name.Lang}, w.levelCell(in, r.Level, true))
	if m != nil {
		cells = append(cells, table.Text(w.Int(m.Steps)), table.Text(w.gain(m.Gain)))
	}
	room := table.Text(w.level(r.Room))
	if p.Whole {
		room = table.Text(w.Int(r.Steps))
	}
	cells = append(cells, table.Text(w.gain(r.Gain)), room)
	return append(cells, c.cells(w, h, r)...)
}

// priorityColumns are the columns that the data may lack.
type priorityColumns struct{ peers, criteria, units bool }

func (w *writer) priorityColumns(h *history, p *analysis.Priorities) priorityColumns {
	var c priorityColumns
	in := h.latest.Instrument
	for i := range p.Rows {
		r := &p.Rows[i]
		c.peers = c.peers || r.Peers.Shown
		_, ok := criterion(in, r)
		c.criteria = c.criteria || ok
		c.units = c.units || h.inst.Responsible[in.Indicators[r.Indicator].ID] != ""
	}
	return c
}

// criterion is what the next level asks for, where the instrument says.
func criterion(in *maturity.Instrument, r *analysis.Priority) (maturity.Text, bool) {
	next := r.NextLevel.Hundredths()
	words, ok := in.Indicators[r.Indicator].Criteria[int(next/100)]
	return words, ok && next%100 == 0
}

func (c priorityColumns) head(w *writer, t *table.Table) {
	if c.peers {
		t.Columns = append(t.Columns, table.Figures(w.Say("prioritas.sebanding"))...)
	}
	if c.criteria {
		t.Columns = append(t.Columns, table.Column{Name: w.Say("prioritas.kriteria"), Prose: true})
	}
	if c.units {
		t.Columns = append(t.Columns, table.Words(w.Say("prioritas.unit"))...)
	}
}

func (c priorityColumns) cells(w *writer, h *history, r *analysis.Priority) []table.Cell {
	in := h.latest.Instrument
	var out []table.Cell
	if c.peers {
		cell := table.Missing(w.Say("tabel.tidak-diketahui"))
		if r.Peers.Shown {
			cell = table.Text(w.percent(r.Peers.Count, r.Peers.Known))
			cell.Note = "(" + w.Say("prioritas.dari", "n", w.Int(r.Peers.Count), "semua", w.Int(r.Peers.Known)) + ")"
		}
		out = append(out, cell)
	}
	if c.criteria {
		cell := table.Missing(w.Say("tabel.tidak-diketahui"))
		if words, ok := criterion(in, r); ok {
			t := w.text(words)
			cell = table.Cell{Text: t.Words, Lang: t.Lang}
		}
		out = append(out, cell)
	}
	if c.units {
		out = append(out, w.unitCell(h.inst.Responsible[in.Indicators[r.Indicator].ID]))
	}
	return out
}

// unitCell is a responsible unit: an institution of the portal or a name.
func (w *writer) unitCell(unit string) table.Cell {
	if unit == "" {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	if of := w.site.of(unit); of != nil {
		return w.institutionCell(of.inst)
	}
	return table.Cell{Text: unit, Lang: w.data("").Lang}
}

func (w *writer) priorityNotes(h *history, p *analysis.Priorities) []theme.HTML {
	key := "prioritas.daya-ungkit"
	if !p.Whole {
		key = "prioritas.daya-ungkit-nilai"
	}
	notes := []theme.HTML{text(w.Say(key))}
	if way := p.Next; way != nil && len(way.Moves) > 0 && len(way.Moves) < len(p.Rows) {
		all := theme.Link{Text: theme.Text{Words: w.Say("prioritas.semua", "tahun", year(h.latest.Year))}, Href: w.to(editionDir(h.inst.Slug, h.latest.Year)) + "#prioritas"}
		notes = append(notes, w.Tell("prioritas.lainnya", "n", w.Int(len(p.Rows)-len(way.Moves)), "semua", all))
	}
	if !w.priorityColumns(h, p).peers {
		key := "prioritas.tanpa-sebanding"
		if slices.ContainsFunc(p.Rows, func(r analysis.Priority) bool { return r.Peers.Known > 0 }) {
			key = "prioritas.sedikit-sebanding"
		}
		notes = append(notes, w.Tell(key, "jenis", w.kindInText(h.kind(h.latest))))
	}
	return notes
}
