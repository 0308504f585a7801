package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// ends is how many of the highest and of the lowest a page lists.
const ends = 10

// yearEnds lists the highest and the lowest, or all by rank where they are not many;
// where too few are known, all that are, by name and without ranks.
func (w *writer) yearEnds(g *analysis.Group) *Section {
	switch {
	case g.Known == 0:
		return nil
	case !g.Enough() || g.Known == 1:
		return w.allResults(g)
	case len(g.Members) <= 2*ends:
		return w.allRanks(g)
	}
	s := &Section{ID: "hasil", Title: w.Say("tahun.ujung"), Wide: true, Pair: true}
	high := w.rankTable(w.Say("tahun.tertinggi"), g)
	low := w.rankTable(w.Say("tahun.terendah"), g)
	for i := range ends {
		high.Add(table.Plain, w.rankCells(&g.Members[i])...)
		low.Add(table.Plain, w.rankCells(&g.Members[len(g.Members)-1-i])...)
	}
	s.Tables = []*table.Table{high, low}
	s.Notes = append(s.Notes, text(w.Say("sebanding.catatan")))
	return s
}

func (w *writer) rankTable(caption string, g *analysis.Group) *table.Table {
	t := w.table(caption, year(g.Year), table.Words(w.Say("tabel.instansi")), table.Figures(w.Say("tabel.peringkat"), w.Say("tabel.indeks")), table.Words(w.Say("tabel.predikat")))
	t.Names = true
	return t
}

func (w *writer) rankCells(m *analysis.Member) []table.Cell {
	return []table.Cell{w.institutionCell(m.Series.Institution), w.rankCell(m), w.resultCell(m.Point), w.resultBand(m.Point)}
}

// allRanks lists all results of a year by rank.
func (w *writer) allRanks(g *analysis.Group) *Section {
	t := w.rankTable(w.Say("tahun.semua-hasil"), g)
	for i := range g.Members {
		t.Add(table.Plain, w.rankCells(&g.Members[i])...)
	}
	return &Section{ID: "hasil", Title: w.Say("tahun.hasil"), Tables: []*table.Table{t}, Notes: []theme.HTML{text(w.Say("sebanding.catatan"))}}
}

// allResults lists by name what is known of a year whose results are not ranked.
func (w *writer) allResults(g *analysis.Group) *Section {
	t := w.table(w.Say("tahun.semua-hasil"), year(g.Year), table.Words(w.Say("tabel.instansi"), w.Say("tabel.jenis")), table.Figures(w.Say("tabel.indeks")), table.Words(w.Say("tabel.predikat")))
	t.Names = true
	members := slices.Clone(g.Members)
	lang.SortBy(w.Form, members, func(m analysis.Member) string { return w.short(m.Series.Institution).Words })
	for _, m := range members {
		kind := w.kind(m.Series.Institution.KindIn(g.Year))
		t.Add(table.Plain, w.editionCell(m.Series.Institution, g.Year, ""), table.Cell{Text: kind.Words, Lang: kind.Lang}, w.resultCell(m.Point), w.resultBand(m.Point))
	}
	s := &Section{ID: "hasil", Title: w.Say("tahun.hasil"), Tables: []*table.Table{t}}
	if !g.Enough() {
		s.Lead = append(s.Lead, text(w.Say("tahun.hasil-uraian")))
	}
	return s
}
