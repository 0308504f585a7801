package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// yearPages yields the list of years and a page for each.
func (s *Site) yearPages(yield func(Page) bool) bool {
	years := s.set.Study.Census.Years()
	if len(years) == 0 {
		return true
	}
	if !s.leading(yearsDir, "portal.toml", yearsDir, s.years, yield) {
		return false
	}
	for _, y := range years {
		about := func(w *writer) (Shell, *Sections) { return s.year(w, y) }
		if !s.leading(yearDir(y), "portal.toml", yearsDir, about, yield) {
			return false
		}
	}
	return true
}

// years is the list of years: how much is known of each.
func (s *Site) years(w *writer) (Shell, *Sections) {
	c := s.set.Study.Census
	t := w.table(w.Say("tahun.tabel"), "", table.Words(w.Say("tabel.tahun")),
		table.Figures(w.Say("tahun.diketahui"), w.Say("tahun.ada"), w.Say("tabel.median")), table.Words(w.Say("tabel.instrumen"))) // last: a phone shows the figures first
	years := slices.Clone(c.Years())
	slices.Reverse(years)
	for _, y := range years {
		g := c.Country(y)
		instrument := table.Missing(w.Say("tabel.tidak-diketahui"))
		if g.Instrument != nil {
			short := w.text(g.Instrument.Short)
			instrument = table.Cell{Text: short.Words, Lang: short.Lang, Href: w.to(instrumentDir(g.Instrument.ID))}
		}
		t.Add(table.Plain, w.yearLink(y), table.Text(w.Int(g.Known)), table.Text(w.Int(g.Total)), w.summaryCell(g.Index.Median), instrument)
	}
	v := &Sections{Title: theme.Text{Words: w.Say("tahun.judul")}, Lead: w.Tell("tahun.kalimat-semua", "n", w.Int(len(years)))}
	v.Sections = []*Section{{ID: "tahun", Title: w.Say("tahun.cakupan"), Lead: []theme.HTML{text(w.Say("tahun.cakupan-uraian"))}, Tables: []*table.Table{t}}}
	return Shell{Description: w.Say("tahun.uraian-semua"), Trail: w.trail()}, v
}

// year is the page of one year.
func (s *Site) year(w *writer, y int) (Shell, *Sections) {
	c := s.set.Study.Census
	g := c.Country(y)
	v := &Sections{Title: theme.Text{Words: w.Say("tahun.judul-satu", "tahun", year(y))}, NavLabel: w.Say("menu.tahun")}
	for _, other := range c.Years() {
		v.Nav = append(v.Nav, w.sister(theme.Text{Words: year(other)}, yearDir(other)))
	}
	v.Lead = w.yearLead(g)
	v.Sections = compact(w.yearBands(y), w.yearTargets(y), w.yearMedians(y), w.yearDomains(y), w.yearEnds(g), w.movers(g, ends), w.yearSpreads(y))
	trail := w.trail(w.crumb(theme.Text{Words: w.Say("menu.tahun")}, yearsDir))
	return Shell{Description: w.Say("tahun.uraian", "tahun", year(y), "n", w.Int(g.Known), "semua", w.Int(g.Total)), Trail: trail}, v
}

func (w *writer) yearLead(g *analysis.Group) theme.HTML {
	fills := []any{"tahun", year(g.Year), "n", w.Int(g.Known), "semua", w.Int(g.Total)}
	switch {
	case g.Enough():
		return w.Tell("tahun.kalimat", append(fills, "median", w.figure(g.Index.Median.Rounded()))...)
	case g.Known == 0:
		return w.Tell("tahun.kalimat-kosong", fills...)
	}
	return w.Tell("tahun.kalimat-kurang", fills...)
}

// kindGroups are the groups of a year in the portal's order of kinds; kinds of
// which there was no institution are left out.
func (s *Site) kindGroups(y int) (kinds []string, groups []*analysis.Group) {
	for _, k := range s.data.Portal.Kinds {
		if g := s.set.Study.Census.Kind(k.ID, y); g.Total > 0 {
			kinds, groups = append(kinds, k.ID), append(groups, g)
		}
	}
	return kinds, groups
}
