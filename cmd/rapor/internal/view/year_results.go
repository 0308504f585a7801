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

// yearEnds lists the highest and the lowest; where too few are known, all that
// are, by name and without ranks.
func (w *writer) yearEnds(g *analysis.Group) *Section {
	if g.Known == 0 {
		return nil
	}
	if !g.Enough() || len(g.Members) <= 2*ends {
		return w.allResults(g)
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

// allResults lists what is known of a year of which too little is known.
func (w *writer) allResults(g *analysis.Group) *Section {
	t := w.table(w.Say("tahun.semua-hasil"), year(g.Year), table.Words(w.Say("tabel.instansi"), w.Say("tabel.jenis")), table.Figures(w.Say("tabel.indeks")), table.Words(w.Say("tabel.predikat")))
	t.Names = true
	members := slices.Clone(g.Members)
	lang.SortBy(w.Form, members, func(m analysis.Member) string { return w.short(m.Series.Institution).Words })
	for _, m := range members {
		kind := w.kind(m.Series.Institution.KindIn(g.Year))
		t.Add(table.Plain, w.editionCell(m.Series.Institution, g.Year, ""), table.Cell{Text: kind.Words, Lang: kind.Lang}, w.resultCell(m.Point), w.resultBand(m.Point))
	}
	return &Section{ID: "hasil", Title: w.Say("tahun.hasil"), Lead: []theme.HTML{text(w.Say("tahun.hasil-uraian"))}, Tables: []*table.Table{t}}
}
