package view

import (
	"slices"

	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// List is the page of all institutions.
type List struct {
	Title string
	Lead  theme.HTML
	Kinds []theme.Link // to the kinds' parts of the table
	Table *table.Table
	Notes []theme.HTML
	Empty string // said where there is no institution
}

func (s *Site) list(w *writer) (Shell, any) {
	v := &List{Title: w.Say("daftar.judul")}
	o := &s.overview
	if len(s.histories) == 0 {
		v.Empty = w.Say("daftar.kosong")
	} else {
		v.Lead = w.listLead()
		v.Table = w.listTable(v)
		v.Notes = w.listNotes()
	}
	shell := Shell{
		Title: v.Title, Description: w.Say("daftar.uraian", "n", w.Int(o.institutions)), Section: listDir,
		Trail: w.trail(), Filters: v.Table != nil,
	}
	return shell, v
}

func (w *writer) listLead() theme.HTML {
	o := &w.site.overview
	if o.year == 0 {
		return text(w.Say("daftar.pengantar-kosong", "n", w.Int(o.institutions)))
	}
	return text(w.Say("daftar.pengantar", "n", w.Int(o.institutions), "hasil", w.Int(o.results), "tahun", year(o.year)))
}

// listTable has the years that most institutions have: the main one, the one
// before it, and what few have since.
func (w *writer) listTable(v *List) *table.Table {
	o := &w.site.overview
	t := w.table(w.Say("daftar.tabel"), "", table.Words(w.Say("tabel.instansi")))
	t.Sorts, t.Names = true, true
	if o.before != 0 {
		t.Columns = append(t.Columns, table.Figures(year(o.before))...)
	}
	if o.year != 0 {
		t.Columns = append(t.Columns, table.Figures(year(o.year), w.Say("tabel.perubahan"))...)
		t.Columns = append(t.Columns, table.Words(w.Say("tabel.predikat-tahun", "tahun", year(o.year)))...)
	}
	for _, y := range o.since {
		t.Columns = append(t.Columns, table.Figures(year(y))...)
	}
	t.Wide = len(t.Columns) > 2
	for i := range w.site.data.Portal.Kinds {
		w.listKind(v, t, w.site.data.Portal.Kinds[i].ID)
	}
	return t
}

func (w *writer) listKind(v *List, t *table.Table, kind string) {
	var of []*history
	for _, h := range w.site.histories {
		if h.inst.Kind == kind {
			of = append(of, h)
		}
	}
	if len(of) == 0 {
		return
	}
	lang.SortBy(w.Form, of, func(h *history) string { return w.short(h.inst).Words })
	name := w.kinds(kind)
	t.Begin(table.Cell{Text: name.Words, Lang: name.Lang, Note: w.Int(len(of))})
	t.Groups[len(t.Groups)-1].ID = kind
	v.Kinds = append(v.Kinds, theme.Link{Text: name, Href: "#" + kind})
	for _, h := range of {
		t.Add(table.Plain, w.listRow(h)...)
	}
}

func (w *writer) listRow(h *history) []table.Cell {
	o := &w.site.overview
	cells := []table.Cell{w.institutionCell(h.inst)}
	if o.before != 0 {
		cells = append(cells, w.listFigure(h.final(o.before)))
	}
	if o.year != 0 {
		e := h.final(o.year)
		cells = append(cells, w.listFigure(e))
		if e != nil {
			cells = append(cells, w.changeSince(e, o.before), w.bandCell(e))
		} else {
			cells = append(cells, table.Missing(w.Say("tabel.tidak-diketahui")), table.Missing(w.Say("tabel.tidak-diketahui")))
		}
	}
	for _, y := range o.since {
		cells = append(cells, w.listFigure(h.final(y)))
	}
	return cells
}

// final returns the final edition of a year, or nil.
func (h *history) final(y int) *edition {
	if e := h.in(y); e != nil && e.final {
		return e
	}
	return nil
}

func (w *writer) listFigure(e *edition) table.Cell {
	if e == nil {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	return w.figureCell(e.index)
}

func (w *writer) listNotes() []theme.HTML {
	notes := []theme.HTML{text(w.Say("daftar.catatan"))}
	if slices.ContainsFunc(w.site.histories, func(h *history) bool { return h.inst.Average }) {
		notes = append(notes, text(w.Say("daftar.catatan-rata-rata")))
	}
	return notes
}
