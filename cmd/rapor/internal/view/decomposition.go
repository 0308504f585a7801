package view

import (
	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// decomposed tells which parts made up the change of an edition against the last
// comparable one; nil where that is refused or nothing is known of the parts.
// With detail it lists the indicators too.
func (w *writer) decomposed(h *history, e *edition, detail bool) *Section {
	if e == nil || e.point == nil {
		return nil
	}
	d := h.series.Decompose(e.point)
	if d.Reason != "" {
		return nil
	}
	key := "asal.judul-tetap"
	if d.Change.Num > 0 {
		key = "asal.judul-naik"
	} else if d.Change.Num < 0 {
		key = "asal.judul-turun"
	}
	s := &Section{ID: "asal", Title: w.Say(key, "selisih", w.figure(abs(d.Change.Rounded())))}
	from, to := year(d.From.Year), year(d.To.Year)
	if d.Exact {
		s.Lead = append(s.Lead, text(w.Say("asal.dari-tingkat", "dari", from, "ke", to)))
	} else {
		s.Lead = append(s.Lead, text(w.Say("asal.dari-nilai", "dari", from, "ke", to)))
	}
	s.Tables = append(s.Tables, w.partTerms(&d))
	if detail && len(d.Indicators) > 0 {
		s.Tables = append(s.Tables, w.indicatorTerms(&d))
	}
	if !d.Exact {
		s.Notes = append(s.Notes, text(w.Say("asal.catatan-rentang")))
	}
	return s
}

// partTerms are the domains, and under each its aspects where they are known, to
// the sum; what terms leave of the published change closes it.
func (w *writer) partTerms(d *analysis.Decomposition) *table.Table {
	in := d.To.Instrument
	from, to := year(d.From.Year), year(d.To.Year)
	t := w.table(w.Say("asal.tabel"), from+"–"+to, table.Words(w.Say("tabel.bagian")), table.Figures(from, to, w.Say("tabel.sumbangan")))
	t.Names, t.Wide = true, true
	nested := len(d.Domains) > 0 && len(d.Aspects) > 0
	for i := range d.Domains {
		term := &d.Domains[i]
		w.addTerm(t, w.text(in.Domains[term.Place].Name), term, nested)
		if nested && aspectsOf(in, term.Place) > 1 {
			w.addAspects(t, d, term.Place)
		}
	}
	if len(d.Domains) == 0 {
		w.addAspects(t, d, -1)
	}
	if !d.Exact || d.Rest.Value.Num != 0 {
		t.Add(table.Plain, table.Text(w.Say("asal.sisa")), table.Text(""), table.Text(""), w.spanCell(d.Rest))
	}
	t.Add(table.Total, table.Text(w.Say("asal.jumlah")), w.figureCell(d.From.Printed), w.figureCell(d.To.Printed), table.Text(w.gain(d.Change)))
	return t
}

func (w *writer) addAspects(t *table.Table, d *analysis.Decomposition, domain int) {
	in := d.To.Instrument
	for i := range d.Aspects {
		if term := &d.Aspects[i]; in.Aspects[term.Place].Domain == domain {
			w.addTerm(t, w.text(in.Aspects[term.Place].Name), term, false)
		}
	}
}

func (w *writer) addTerm(t *table.Table, name theme.Text, term *analysis.Term, strong bool) {
	sum := w.spanCell(term.Change)
	sum.Strong = strong
	t.Add(table.Plain, table.Cell{Text: name.Words, Lang: name.Lang, Strong: strong}, w.valueCell(term.From), w.valueCell(term.To), sum)
}

// spanCell is a contribution, with its range where it is not exact.
func (w *writer) spanCell(s analysis.Span) table.Cell {
	c := table.Text(w.gain(s.Value))
	if !s.Exact() {
		c.Note = "(" + w.Say("asal.rentang", "dari", w.gain(s.Min), "sampai", w.gain(s.Max)) + ")"
	}
	return c
}

// indicatorTerms are the indicators whose level changed.
func (w *writer) indicatorTerms(d *analysis.Decomposition) *table.Table {
	in := d.To.Instrument
	t := w.table(w.Say("asal.tabel-indikator", "n", w.Int(len(d.Indicators)), "semua", w.Int(len(in.Indicators))), "",
		table.Words(w.Say("tabel.indikator-satu")), table.Figures(year(d.From.Year), year(d.To.Year), w.Say("tabel.sumbangan")))
	t.Names = true
	for i := range d.Indicators {
		term := &d.Indicators[i]
		name := w.brief(in, term.Place)
		t.Add(table.Plain, table.Cell{Code: in.Indicators[term.Place].ID, Text: name.Words, Lang: name.Lang},
			w.levelCell(in, term.LevelFrom, false), w.levelCell(in, term.LevelTo, false), table.Text(w.gain(term.Change.Value)))
	}
	return t
}
