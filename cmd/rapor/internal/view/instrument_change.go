package view

import (
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// instrumentChange sets an instrument beside the one that it replaced: what it
// is made of, its scale and its bands. Nil for the first one.
func (w *writer) instrumentChange(in *maturity.Instrument) *Section {
	before := w.site.data.Instrument(in.Predecessor)
	if before == nil {
		return nil
	}
	old, now := w.text(before.Short), w.text(in.Short)
	t := w.table(w.Say("instrumen.tabel-beda"), "", table.Words(w.Say("tabel.bagian")))
	t.Columns = append(t.Columns, table.Column{Name: old.Words, Lang: old.Lang, Number: true, Href: w.to(instrumentDir(before.ID))},
		table.Column{Name: now.Words, Lang: now.Lang, Number: true})
	t.Names = true
	row := func(term string, a, b table.Cell) { t.Add(table.Plain, table.Text(term), a, b) }
	row(w.Say("instrumen.berlaku"), table.Text(w.years(before)), table.Text(w.years(in)))
	row(w.Say("tabel.domain"), w.countCell(len(before.Domains)), w.countCell(len(in.Domains)))
	row(w.Say("tabel.aspek"), w.countCell(len(before.Aspects)), w.countCell(len(in.Aspects)))
	row(w.Say("tabel.indikator"), w.countCell(len(before.Indicators)), w.countCell(len(in.Indicators)))
	row(w.Say("instrumen.skala"), table.Text(w.scaleWords(before)), table.Text(w.scaleWords(in)))
	for i := len(in.Bands) - 1; i >= 0; i-- {
		b := &in.Bands[i]
		from := table.Missing(w.Say("tabel.tidak-berlaku"))
		if place := before.Band(b.ID); place >= 0 {
			from = w.figureCell(before.Bands[place].Min)
		}
		row(w.Say("instrumen.beda-mulai", "predikat", w.text(b.Name)), from, w.figureCell(b.Min))
	}
	s := &Section{ID: "beda", Title: w.Say("instrumen.beda", "lama", old), Tables: []*table.Table{t}}
	s.Lead = []theme.HTML{text(w.Say("instrumen.beda-uraian"))}
	if len(in.Equivalents) == 0 {
		s.Notes = append(s.Notes, text(w.Say("instrumen.tanpa-padanan")))
	}
	return s
}

// countCell is how many parts of a sort an instrument has.
func (w *writer) countCell(n int) table.Cell {
	if n == 0 {
		return table.Missing(w.Say("instrumen.tanpa-bagian"))
	}
	return table.Text(w.Int(n))
}

// scaleWords are the ends of the scale and, where it is not one, its step.
func (w *writer) scaleWords(in *maturity.Instrument) string {
	if in.Scale.Whole() {
		return w.Say("instrumen.skala-nilai", "min", w.level(in.Scale.Min), "maks", w.level(in.Scale.Max))
	}
	return w.Say("instrumen.skala-langkah", "min", w.level(in.Scale.Min), "maks", w.level(in.Scale.Max), "langkah", w.figure(in.Scale.Step))
}

// composed names the parts of an instrument with their numbers; what it has none
// of is left out.
func (w *writer) composed(in *maturity.Instrument) string {
	fills := []any{"domain", w.Int(len(in.Domains)), "aspek", w.Int(len(in.Aspects)), "indikator", w.Int(len(in.Indicators))}
	if len(in.Domains) == 0 {
		return w.Say("instrumen.susunan-tanpa-domain", fills[2:]...)
	}
	return w.Say("instrumen.susunan", fills...)
}
