package view

import (
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// reconciled sets the published index of every edition against the computed
// one; nil where nothing can be computed.
func (w *writer) reconciled(h *history) *Section {
	t := w.reconciliation(w.Say("hitung.tabel"), w.Say("tabel.edisi"))
	var notes []theme.HTML
	var not []string
	for i := range h.editions {
		e := &h.editions[i]
		row := e.score.Row(score.PartIndex)
		switch {
		case row == nil:
			continue
		case row.Verdict == score.NotComputed:
			not = append(not, year(e.Year))
			continue
		}
		name := table.Link(year(e.Year), w.to(editionDir(h.inst.Slug, e.Year))+"#hitung")
		w.addReconciled(t, name, e, row)
		notes = append(notes, w.bandNotes(e)...)
	}
	if t.Empty() {
		return nil
	}
	s := &Section{ID: "hitung", Title: w.Say("hitung.judul"), Lead: []theme.HTML{text(w.Say("hitung.dasar"))}, Tables: []*table.Table{t}, Files: w.toReconciliation()}
	s.Notes = append(w.worked(h.shown), notes...)
	if len(not) > 0 {
		s.Notes = append(s.Notes, text(w.Say("hitung.tanpa", "tahun", w.list(not))))
	}
	return s
}

// reconciledParts sets every published figure of an edition against the computed
// one; nil where nothing can be computed.
func (w *writer) reconciledParts(e *edition) *Section {
	t := w.reconciliation(w.Say("hitung.tabel-bagian"), w.Say("tabel.bagian"))
	computed := false
	for i := range e.score.Rows {
		row := &e.score.Rows[i]
		computed = computed || row.Verdict != score.NotComputed
		name := w.partName(e.Instrument, row)
		w.addReconciled(t, table.Cell{Text: name.Words, Lang: name.Lang}, e, row)
	}
	if !computed {
		return nil
	}
	s := &Section{ID: "hitung", Title: w.Say("hitung.judul"), Tables: []*table.Table{t}, Files: w.toReconciliation()}
	s.Lead = append(s.Lead, text(w.Say("hitung.dasar")))
	if c := e.score.Computed(); c != nil && c.Stage == maturity.StageFinal && c.Index.Exists() {
		s.Lead = append(s.Lead, text(w.Say("hitung.dari-tingkat", "n", w.Int(c.Assessed))))
	}
	s.Notes = append(w.worked(e), w.bandNotes(e)...)
	return s
}

func (w *writer) reconciliation(caption, first string) *table.Table {
	t := w.table(caption, "", table.Words(first), table.Figures(w.Say("tabel.terbit"), w.Say("tabel.hitung-tepat"), w.Say("tabel.selisih-bulat")),
		table.Words(w.Say("tabel.putusan")))
	t.Columns[len(t.Columns)-1].Tight = true
	t.Names = true
	return t
}

func (w *writer) partName(in *maturity.Instrument, row *score.Row) theme.Text {
	switch {
	case row.Part == score.PartIndex:
		return theme.Text{Words: w.Say("tabel.indeks")}
	case row.Part == score.PartBand:
		return theme.Text{Words: w.Say("tabel.predikat")}
	case row.Part[0] == 'd':
		return w.text(in.Domains[row.Place].Name)
	}
	return w.text(in.Aspects[row.Place].Name)
}

// addReconciled adds a row. The words of a verdict stay on one line, except the
// long ones on a figure that no levels can make.
func (w *writer) addReconciled(t *table.Table, name table.Cell, e *edition, row *score.Row) {
	t.Add(table.Plain, w.reconcileCells(name, e, row)...)
	if impossible(row) {
		t.Columns[len(t.Columns)-1].Tight = false
	}
}

func impossible(row *score.Row) bool {
	return row.Verdict == score.Unattainable || row.Impossible && row.Verdict != score.Agrees
}

func (w *writer) reconcileCells(name table.Cell, e *edition, row *score.Row) []table.Cell {
	if row.Part == score.PartBand {
		return []table.Cell{name, w.bandName(e.Instrument, row.PublishedBand), w.bandName(e.Instrument, row.ComputedBand),
			table.Missing(w.Say("tabel.tidak-berlaku")), w.verdict(e, row)}
	}
	difference := table.Missing(w.Say("tabel.tidak-diketahui"))
	if row.From != score.FromNothing {
		difference = table.Number(w.change(row.Difference), row.Difference.Plain())
	}
	return []table.Cell{name, w.figureCell(row.Published), w.computedCell(e, row), difference, w.verdict(e, row)}
}

func (w *writer) bandName(in *maturity.Instrument, place int) table.Cell {
	if place < 0 {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	name := w.text(in.Bands[place].Name)
	return table.Cell{Text: name.Words, Lang: name.Lang}
}

// computedCell is the exact value where there is one, else the range of the
// index that its printed parts allow, else the figure that it rounds to.
func (w *writer) computedCell(e *edition, row *score.Row) table.Cell {
	switch {
	case row.From == score.FromNothing:
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	case row.Exact.Exists():
		return table.Text(w.exact(row.Exact))
	case row.Part == score.PartIndex && e.score.Range.Exists():
		return table.Text(w.exact(e.score.Range.Min) + "–" + w.exact(e.score.Range.Max))
	}
	return table.Text(w.figure(row.Computed))
}

func (w *writer) verdict(e *edition, row *score.Row) table.Cell {
	if impossible(row) {
		return table.Text(w.Say("putusan.tidak-mungkin", "min", w.Int(int(e.Instrument.Scale.Min/100)), "maks", w.Int(int(e.Instrument.Scale.Max/100))))
	}
	return table.Text(w.Say(verdictKeys[row.Verdict]))
}

var verdictKeys = map[score.Verdict]string{
	score.Agrees: "putusan.cocok", score.OffByCent: "putusan.beda-pembulatan", score.Differs: "putusan.selisih",
	score.NotComputed: "putusan.tidak-dapat-dihitung", score.Unattainable: "putusan.tidak-mungkin",
}

// worked is the calculation from the published domains, in numbers.
func (w *writer) worked(e *edition) []theme.HTML {
	if e == nil || !e.score.Range.Exists() {
		return nil
	}
	if row := e.score.Row(score.PartIndex); row == nil || row.From == score.FromLevels {
		return nil // the levels say it better than rounded parts
	}
	in := e.Instrument
	sum := ""
	add := func(weight maturity.Weight, v maturity.Hundredths) {
		if sum != "" {
			sum += " + "
		}
		sum += w.factor(weight) + " × " + w.figure(v)
	}
	for i := range in.Domains {
		add(in.Domains[i].Weight, e.Published.Domains[in.Domains[i].ID])
	}
	if len(in.Domains) == 0 {
		for i := range in.Aspects {
			add(in.Aspects[i].Weight, e.Published.Aspects[in.Aspects[i].ID])
		}
	}
	notes := []theme.HTML{text(w.Say("hitung.contoh", "tahun", year(e.Year), "jumlah", sum, "hasil", w.exact(e.score.Range.Nominal)))}
	if r := e.score.Range; r.Origin == score.FromParts && r.Min != r.Max {
		notes = append(notes, text(w.Say("hitung.rentang")))
	}
	return notes
}

// bandNotes says which index a published band follows, where only one of the
// two ways to judge it gives that band, and where neither does.
func (w *writer) bandNotes(e *edition) []theme.HTML {
	row := e.score.Row(score.PartBand)
	if row == nil || row.From == score.FromNothing {
		return nil
	}
	printed := w.text(e.Instrument.Bands[row.PublishedBand].Name)
	exact := e.score.Basis == maturity.BasisExact
	switch {
	case row.From == score.FromIndex && row.Verdict == score.Agrees:
		return []theme.HTML{text(w.Say("hitung.dari-indeks", "tahun", year(e.Year)))}
	case row.ByBasis && !row.ByOther && exact:
		return []theme.HTML{w.Tell("hitung.sebelum-bulat", "tahun", year(e.Year), "predikat", printed)}
	case row.ByBasis && !row.ByOther:
		return []theme.HTML{w.Tell("hitung.sesudah-bulat", "tahun", year(e.Year), "predikat", printed)}
	case row.Verdict == score.Differs && row.ComputedBand >= 0:
		return []theme.HTML{w.Tell("hitung.predikat-beda", "tahun", year(e.Year), "terbit", printed, "hitung", w.text(e.Instrument.Bands[row.ComputedBand].Name))}
	}
	return nil
}

// list joins words: "2021, 2022".
func (w *writer) list(words []string) string {
	out := ""
	for i, word := range words {
		if i > 0 {
			out += ", "
		}
		out += word
	}
	return out
}
