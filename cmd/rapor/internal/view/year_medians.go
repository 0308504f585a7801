package view

import (
	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// yearMedians sets computed medians beside published averages: two tables, never
// one.
func (w *writer) yearMedians(y int) *Section {
	c := w.site.set.Study.Census
	medians := w.table(w.Say("tahun.tabel-median"), year(y), table.Words(w.Say("tabel.jenis")),
		table.Figures(w.Say("tahun.kuartil-bawah"), w.Say("tabel.median"), w.Say("tahun.kuartil-atas")))
	averages := w.table(w.Say("tahun.tabel-rata-rata"), year(y), table.Words(w.Say("rekonsiliasi.rata-rata-terbit")), table.Figures(w.Say("tabel.terbit")))
	add := func(name table.Cell, g *analysis.Group, mark table.Mark) {
		if i := g.Index; i.Median.Exists() {
			medians.Add(mark, name, w.summaryCell(i.Q1), w.summaryCell(i.Median), w.summaryCell(i.Q3))
		}
	}
	kinds, groups := w.site.kindGroups(y)
	for i, g := range groups {
		name := w.kinds(kinds[i])
		add(table.Cell{Text: name.Words, Lang: name.Lang, Href: w.to(kindDir(kinds[i]))}, g, table.Plain)
	}
	add(table.Text(w.Say("sebaran.semua")), c.Country(y), table.Total)
	for _, s := range c.Averages() {
		if p := s.At(y); p != nil {
			averages.Add(table.Plain, w.editionCell(s.Institution, y, ""), w.resultCell(p))
		}
	}
	medians.Names, averages.Names = true, true
	s := &Section{ID: "median", Title: w.Say("tahun.median"), Lead: []theme.HTML{text(w.Say("tahun.median-uraian"))}, Wide: true}
	for _, t := range []*table.Table{medians, averages} {
		if !t.Empty() {
			s.Tables = append(s.Tables, t)
		}
	}
	if len(s.Tables) == 0 {
		return nil
	}
	if medians.Empty() {
		s.Title, s.Wide, s.Lead = w.Say("tahun.rata-rata"), false, []theme.HTML{text(w.Say("tahun.rata-rata-uraian"))}
		s.Notes = append(s.Notes, text(w.Say("tahun.tanpa-median")))
	} else if !averages.Empty() {
		s.Pair = true
	}
	return s
}

// yearDomains are the medians of the domains, kind by kind; nil where none is
// covered.
func (w *writer) yearDomains(y int) *Section {
	all := w.site.set.Study.Census.Country(y)
	if all.Instrument == nil || len(all.Instrument.Domains) == 0 {
		return nil
	}
	in := all.Instrument
	t := w.table(w.Say("tahun.tabel-domain"), year(y), table.Words(w.Say("tabel.jenis")))
	for i := range in.Domains {
		name := w.text(in.Domains[i].Name)
		t.Columns = append(t.Columns, table.Column{Name: name.Words, Lang: name.Lang, Number: true})
	}
	t.Wide, t.Names = true, true
	add := func(name table.Cell, g *analysis.Group, mark table.Mark) {
		cells, known := []table.Cell{name}, false
		if g.Instrument != in {
			return
		}
		for _, d := range g.Domains {
			known = known || d.Median.Exists()
			cells = append(cells, w.summaryCell(d.Median))
		}
		if known {
			t.Add(mark, cells...)
		}
	}
	kinds, groups := w.site.kindGroups(y)
	for i, g := range groups {
		name := w.kinds(kinds[i])
		add(table.Cell{Text: name.Words, Lang: name.Lang}, g, table.Plain)
	}
	add(table.Text(w.Say("sebaran.semua")), all, table.Total)
	if t.Empty() {
		return nil
	}
	return &Section{ID: "domain", Title: w.Say("tahun.domain"), Tables: []*table.Table{t}}
}
