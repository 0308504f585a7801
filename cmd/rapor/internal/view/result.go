package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// resultCell is a result's index as the portal states it.
func (w *writer) resultCell(p *analysis.Point) table.Cell {
	if p == nil {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	return w.figureCell(p.Printed)
}

// resultBand is a result's band as a word: as printed, else derived, and then
// marked.
func (w *writer) resultBand(p *analysis.Point) table.Cell {
	if p == nil {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	if pub := p.Assessment.Published; pub != nil && pub.PrintedBand != "" && p.Origin == analysis.OriginPublished {
		words := w.data(pub.PrintedBand)
		return table.Cell{Text: words.Words, Lang: words.Lang, Note: w.Say("predikat.tercetak")}
	}
	if p.Band < 0 {
		return table.Missing(w.Say("predikat.tidak-ada"))
	}
	c := w.bandName(p.Instrument, p.Band)
	switch {
	case p.Origin == analysis.OriginComputed:
		c.Note = w.Say("predikat.hitung")
	case !p.BandPrinted:
		c.Note = w.Say("predikat.turunan")
	}
	return c
}

// resultChange is the change against the last comparable edition; where that is
// not of the year that the reader expects, the cell says which it is.
func (w *writer) resultChange(s *analysis.Series, p *analysis.Point, expected int) table.Cell {
	if p == nil {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	c := s.Change(p)
	switch c.Reason {
	case "":
		cell := table.Number(w.change(c.Value.Rounded()), c.Value.Rounded().Plain())
		if c.From.Year != expected {
			cell.Note = w.Say("tabel.sejak", "tahun", year(c.From.Year))
		}
		return cell
	case analysis.ReasonOtherInstrument:
		return table.Cell{Text: w.Say("tabel.ts"), Full: w.Say("tren.tidak-sebanding"), Muted: true}
	}
	return table.Missing(w.Say("tabel.tanpa-banding"))
}

// summaryCell is a median or a quartile, rounded once.
func (w *writer) summaryCell(x maturity.Index) table.Cell {
	if !x.Exists() {
		return table.Missing(w.Say("sebaran.kurang-cakupan"))
	}
	return w.figureCell(x.Rounded())
}

// fraction prints an exact share of one as percent: 72,2%.
func (w *writer) fraction(x maturity.Index) string { return w.Fixed(x.Decimal(3), 1) + "%" }

// rankCell is a place in a group; one that is shared says by how many.
func (w *writer) rankCell(m *analysis.Member) table.Cell {
	c := table.Number(w.Int(m.Rank), w.Int(m.Rank))
	if m.Shared > 1 {
		c.Note = w.Say("jenis.bersama", "n", w.Int(m.Shared))
	}
	return c
}

// coverage says how many results are known.
func (w *writer) coverage(c analysis.Coverage) string {
	return w.Say("jenis.cakupan", "n", w.Int(c.Known), "semua", w.Int(c.Total))
}

// yearLink leads to a year's page, where the portal has one.
func (w *writer) yearLink(y int) table.Cell { return table.Link(year(y), w.to(yearDir(y))) }

// namedMost is how many institutions are named in one breath.
const namedMost = 200

// namesOf names institutions as links in the order of their names; of very many the
// first, with the way to all.
func (w *writer) namesOf(all []*analysis.Series) theme.HTML {
	var links []theme.HTML
	for _, s := range w.byName(all)[:min(len(all), namedMost)] {
		links = append(links, theme.Link{Text: w.short(s.Institution), Href: w.to(institutionDir(s.Institution.Slug))}.HTML())
	}
	names := joined(links, ", ")
	if rest := len(all) - namedMost; rest > 0 {
		names = w.Tell("jenis.lainnya", "nama", names, "n", w.Int(rest), "daftar", theme.Link{Text: theme.Text{Words: w.Say("daftar.judul")}, Href: w.to(listDir)})
	}
	return names
}

// byName sorts institutions by their short names.
func (w *writer) byName(all []*analysis.Series) []*analysis.Series {
	all = slices.Clone(all)
	lang.SortBy(w.Form, all, func(s *analysis.Series) string { return w.short(s.Institution).Words })
	return all
}
