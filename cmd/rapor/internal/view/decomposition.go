package view

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// decomposed tells which parts made up the change of an edition against the last
// comparable one; nil where nothing is known of the parts. Across instruments
// there is a reason in its place. With detail it lists the indicators too.
func (w *writer) decomposed(h *history, e *edition, detail bool) *Section {
	if e == nil || e.point == nil {
		return nil
	}
	d := h.series.Decompose(e.point)
	if d.Reason != "" {
		return w.undecomposed(h, e, &d, detail)
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
	s.Figure = w.termsFigure(&d)
	s.Tables = append(s.Tables, w.partTerms(&d))
	if detail && len(d.Indicators) > 0 {
		s.Tables = append(s.Tables, w.indicatorTerms(&d))
	}
	if !d.Exact {
		s.Notes = append(s.Notes, text(w.Say("asal.catatan-rentang")))
	}
	return s
}

// undecomposed says why a change is not taken apart, where a reader would look
// for it. With detail the indicators that the new instrument calls comparable
// stand side by side.
func (w *writer) undecomposed(h *history, e *edition, d *analysis.Decomposition, detail bool) *Section {
	s := &Section{ID: "asal", Title: w.Say("asal.judul-tanpa")}
	switch d.Reason {
	case analysis.ReasonOtherInstrument:
		before := h.series.Before(e.point)
		s.Notes = append(s.Notes, w.Tell("asal.ganti-instrumen", "dari", year(before.Year), "ke", year(e.Year),
			"lama", w.text(before.Instrument.Short), "baru", w.text(e.Instrument.Short)))
		if pairs := analysis.Pairs(before, e.point); detail && len(pairs) > 0 {
			s.Lead = append(s.Lead, text(w.Say("asal.padanan")))
			s.Tables = append(s.Tables, w.pairTable(before, e.point, pairs))
		}
	case analysis.ReasonOtherIndicators, analysis.ReasonNormalisedWeights:
		s.Notes = append(s.Notes, text(w.Say("asal.indikator-berbeda", "dari", year(d.From.Year), "ke", year(d.To.Year))))
	default:
		return nil
	}
	return s
}

// pairTable sets comparable indicators of two instruments side by side. Nothing
// is subtracted: the two results are not comparable as a whole.
func (w *writer) pairTable(from, to *analysis.Point, pairs []analysis.Pair) *table.Table {
	t := w.table(w.Say("asal.tabel-padanan", "n", w.Int(len(pairs))), "", table.Words(w.Say("tabel.indikator-satu"), w.Say("tabel.padanan")),
		table.Figures(year(from.Year), year(to.Year)))
	t.Names = true
	for _, p := range pairs {
		now, was := w.brief(to.Instrument, p.Place), w.brief(from.Instrument, p.From)
		t.Add(table.Plain, table.Cell{Code: to.Instrument.Indicators[p.Place].ID, Text: now.Words, Lang: now.Lang},
			table.Cell{Code: from.Instrument.Indicators[p.From].ID, Text: was.Words, Lang: was.Lang},
			w.levelCell(from.Instrument, p.LevelFrom, false), w.levelCell(to.Instrument, p.LevelTo, false))
	}
	return t
}

// termsFigure draws the contributions of the domains, or of the aspects where
// there are none, and what they leave of the published change.
func (w *writer) termsFigure(d *analysis.Decomposition) *Figure {
	in := d.To.Instrument
	c := chart.Terms{}
	var said []string
	add := func(name theme.Text, span analysis.Span, rest bool) {
		row := chart.TermRow{Label: name.Words, Value: span.Value.Decimal(4), Low: span.Min.Decimal(4), High: span.Max.Decimal(4), Text: w.gain(span.Value), Rest: rest}
		if !span.Exact() {
			row.Note = "(" + w.Say("asal.rentang", "dari", w.gain(span.Min), "sampai", w.gain(span.Max)) + ")"
		}
		c.Rows = append(c.Rows, row)
		said = append(said, strings.TrimSpace(name.Words+" "+row.Text+" "+row.Note))
	}
	for i := range d.Domains {
		add(w.text(in.Domains[d.Domains[i].Place].Name), d.Domains[i].Change, false)
	}
	for i := 0; len(d.Domains) == 0 && i < len(d.Aspects); i++ {
		add(w.text(in.Aspects[d.Aspects[i].Place].Name), d.Aspects[i].Change, false)
	}
	if !d.Exact || d.Rest.Value.Num != 0 {
		add(theme.Text{Words: w.Say("asal.sisa")}, d.Rest, true)
	}
	from, to := year(d.From.Year), year(d.To.Year)
	c.Head = w.head("asal-bagan", w.Say("asal.bagan", "dari", from, "ke", to), strings.Join(said, "; "))
	f := w.drawn(c)
	f.Caption, f.Measure = w.termsFinding(&c), w.Say("asal.ukuran", "dari", from, "ke", to)
	for _, k := range []struct {
		sample, word string
		test         func(chart.TermRow) bool
	}{
		{"up", "asal.menambah", func(r chart.TermRow) bool { return r.Value > 0 && !r.Rest }},
		{"down", "asal.mengurangi", func(r chart.TermRow) bool { return r.Value < 0 && !r.Rest }},
		{"span", "asal.tanda-rentang", func(r chart.TermRow) bool { return r.Low != r.High }},
	} {
		if slices.ContainsFunc(c.Rows, k.test) {
			f.Legend = append(f.Legend, Key{k.sample, theme.Text{Words: w.Say(k.word)}})
		}
	}
	return f
}

// termsFinding names the part that added or took most; none where two did alike, or
// may have: what is known as a range can be anywhere in it.
func (w *writer) termsFinding(c *chart.Terms) string {
	first := &c.Rows[0]
	least, _ := sizes(first)
	alike := slices.ContainsFunc(c.Rows[1:], func(r chart.TermRow) bool {
		_, most := sizes(&r)
		return !r.Rest && most >= least
	})
	switch {
	case alike || first.Rest || first.Value == 0:
		return w.Say("asal.temuan-setara")
	case first.Value > 0:
		return w.Say("asal.temuan-naik", "bagian", first.Label, "nilai", first.Text)
	}
	return w.Say("asal.temuan-turun", "bagian", first.Label, "nilai", first.Text)
}

// sizes are the least and the greatest size that a term may have.
func sizes(r *chart.TermRow) (least, most int64) {
	most = max(r.High, -r.Low)
	if r.Low <= 0 && r.High >= 0 {
		return 0, most
	}
	return min(size(r.Low), size(r.High)), most
}

func size(v int64) int64 { return max(v, -v) }

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
