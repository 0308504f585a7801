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
	switch {
	case len(s.histories) == 0:
		v.Empty = w.Say("daftar.kosong")
	case s.listParts != nil:
		v.Lead = w.listLead()
		v.Table = w.listPartsTable(s.listParts)
	default:
		v.Lead = w.listLead()
		v.Table = w.listTable(v, s.listKinds())
		v.Notes = w.listNotes()
	}
	return Shell{Title: v.Title, Description: w.Say("daftar.uraian", "n", w.Int(o.institutions)), Section: listDir, Trail: w.trail()}, v
}

// listKinds are the institutions by kind, as the one table has them.
func (s *Site) listKinds() []*listPart {
	var parts []*listPart
	for i := range s.data.Portal.Kinds {
		p := &listPart{kind: s.data.Portal.Kinds[i].ID}
		for _, h := range s.histories {
			if h.inst.Kind == p.kind {
				p.of = append(p.of, h)
			}
		}
		parts = append(parts, p)
	}
	return parts
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
func (w *writer) listTable(v *List, parts []*listPart) *table.Table {
	o := &w.site.overview
	t := w.table(w.Say("daftar.tabel"), "", table.Words(w.Say("tabel.instansi")))
	t.Sorts, t.Names = true, true
	if o.before != 0 {
		t.Columns = append(t.Columns, table.Figures(year(o.before))...)
	}
	if o.year != 0 {
		t.Columns = append(t.Columns, table.Figures(year(o.year), w.Say("tabel.perubahan"))...)
		t.Columns = append(t.Columns, w.bandHead(o.year))
	}
	for _, y := range o.since {
		t.Columns = append(t.Columns, table.Figures(year(y))...)
	}
	if o.targets {
		t.Columns = append(t.Columns, table.Words(w.Say("tabel.target"))...)
	}
	if len(w.site.parents) > 0 { // last: a phone shows the figures first
		t.Columns = append(t.Columns, w.parentHead())
	}
	t.Wide = len(t.Columns) > 2
	for _, p := range parts {
		w.listKind(v, t, p)
	}
	w.filter(t, "daftar")
	return t
}

func (w *writer) listKind(v *List, t *table.Table, p *listPart) {
	if len(p.of) == 0 {
		return
	}
	of := slices.Clone(p.of)
	lang.SortBy(w.Form, of, func(h *history) string { return w.short(h.inst).Words })
	name := w.kinds(p.kind)
	t.Begin(table.Cell{Text: name.Words, Lang: name.Lang, Note: w.Int(len(of))})
	t.Groups[len(t.Groups)-1].ID = p.kind
	v.Kinds = append(v.Kinds, theme.Link{Text: name, Href: "#" + p.kind})
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
	if o.targets {
		cells = append(cells, w.listTarget(h))
	}
	if len(w.site.parents) > 0 {
		cells = append(cells, w.parentCell(h.inst))
	}
	return cells
}

// listTarget is the status of an institution's latest target.
func (w *writer) listTarget(h *history) table.Cell {
	if len(h.paths) == 0 {
		return table.Missing(w.Say("tabel.tanpa-target"))
	}
	p := &h.paths[len(h.paths)-1]
	status, why := w.standing(p)
	note := w.Say("daftar.untuk", "target", w.figure(p.Target.Index), "tahun", year(p.Target.Year))
	if why != "" {
		note += "; " + why
	}
	return table.Cell{Text: status, Note: "(" + note + ")"}
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
