package view

import (
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// part is a domain or an aspect in one edition, against the last one and the
// peers.
type part struct {
	name   theme.Text
	weight maturity.Weight
	now    analysis.Figure
	last   analysis.Figure
	peers  analysis.Summary     // its median does not exist where too few are known
	aspect bool                 // stands under a domain
	moved  *maturity.Hundredths // of the index alone: its change
}

// parts lists what is known of an edition: its domains, and under each its
// aspects where it has several. An instrument without domains has its aspects.
func (w *writer) parts(h *history, e *edition) []part {
	g := w.site.medians(h, e)
	in := e.Instrument
	var out []part
	for d := range in.Domains {
		row := part{name: w.text(in.Domains[d].Name), weight: in.Domains[d].Weight, now: e.domain(d)}
		if e.last != nil {
			row.last = e.last.domain(d)
		}
		if g.tell() && g.Domains[d].Known > 1 {
			row.peers = g.Domains[d]
		}
		aspects := w.aspects(e, d)
		if row.now.Exists() || len(aspects) > 0 {
			out = append(out, row)
		}
		if aspectsOf(in, d) > 1 {
			out = append(out, aspects...)
		}
	}
	if len(in.Domains) == 0 {
		out = w.aspects(e, -1)
	}
	return out
}

func (w *writer) aspects(e *edition, domain int) []part {
	var out []part
	for a := range e.Instrument.Aspects {
		as := &e.Instrument.Aspects[a]
		if as.Domain != domain {
			continue
		}
		row := part{name: w.text(as.Name), weight: as.Weight, now: e.aspect(a), aspect: domain >= 0}
		if e.last != nil {
			row.last = e.last.aspect(a)
		}
		if row.now.Exists() {
			out = append(out, row)
		}
	}
	return out
}

// domains is the section of an edition's parts; nil where none is known.
func (w *writer) domains(h *history, e *edition) *Section {
	if e == nil || !e.known {
		return nil
	}
	parts := w.parts(h, e)
	if len(parts) == 0 {
		return nil
	}
	s := &Section{ID: "domain", Title: w.partsTitle(e, parts), Lead: w.partsLead(e, parts)}
	s.Figure = w.partsFigure(h, e, parts)
	s.Tables = append(s.Tables, w.partsTable(h, e, parts))
	s.Notes = w.partsNotes(h, e, parts)
	return s
}

func (w *writer) partsTitle(e *edition, parts []part) string {
	switch {
	case len(e.Instrument.Domains) == 0:
		return w.Say("bagian.aspek")
	case has(parts, func(p part) bool { return p.aspect }):
		return w.Say("bagian.domain-aspek")
	}
	return w.Say("bagian.domain")
}

func has(parts []part, test func(part) bool) bool {
	for _, p := range parts {
		if test(p) {
			return true
		}
	}
	return false
}

// upper are the parts that make up the index: domains, or aspects alone.
func upper(parts []part) []part {
	var out []part
	for _, p := range parts {
		if !p.aspect && p.now.Exists() {
			out = append(out, p)
		}
	}
	return out
}

// extremes returns the parts with the highest and the lowest figure; ok is false
// where two share one, so that neither can be named.
func extremes(parts []part) (best, worst part, ok bool) {
	if len(parts) < 2 {
		return part{}, part{}, false
	}
	best, worst, ok = parts[0], parts[0], true
	for _, p := range parts[1:] {
		if p.now.Judged().Cmp(best.now.Judged()) > 0 {
			best = p
		}
		if p.now.Judged().Cmp(worst.now.Judged()) < 0 {
			worst = p
		}
	}
	bests, worsts := 0, 0
	for _, p := range parts {
		if p.now.Printed == best.now.Printed {
			bests++
		}
		if p.now.Printed == worst.now.Printed {
			worsts++
		}
	}
	return best, worst, bests == 1 && worsts == 1
}

func (w *writer) partsLead(e *edition, parts []part) []theme.HTML {
	var lead []theme.HTML
	up, compared, alike := 0, 0, 0
	most := part{}
	var gain maturity.Hundredths
	for _, p := range upper(parts) {
		if !p.last.Exists() {
			continue
		}
		compared++
		change := p.change()
		if change > 0 {
			up++
		}
		if change == gain {
			alike++
		}
		if change > gain {
			most, gain, alike = p, change, 1
		}
	}
	if compared > 0 {
		lead = append(lead, text(w.Say("bagian.naik", "n", w.Int(up), "semua", w.Int(compared), "tahun", year(e.last.Year))))
	}
	if gain > 0 && compared > 1 && alike == 1 { // of two that rose alike neither is named
		lead = append(lead, w.Tell("bagian.naik-terbanyak", "bagian", most.name, "selisih", w.change(gain)))
	}
	return lead
}

func (w *writer) partsFigure(h *history, e *edition, parts []part) *Figure {
	rows := upper(parts)
	if len(rows) == 0 {
		return nil
	}
	c := chart.Spans{Scale: w.scale(e.Instrument)}
	var said []string
	var lasts, medians bool
	for _, p := range rows {
		row := chart.SpanRow{Label: p.name.Words, Note: w.Say("bagian.bobot", "bobot", w.weight(p.weight)), Now: &p.now.Printed}
		words := p.name.Words + " " + w.figure(p.now.Printed)
		if p.last.Exists() {
			row.Last, lasts = &p.last.Printed, true
			words += " (" + year(e.last.Year) + ": " + w.figure(p.last.Printed) + ")"
		}
		if p.peers.Median.Exists() {
			m := p.peers.Median.Rounded()
			row.Median, medians = &m, true
		}
		c.Rows = append(c.Rows, row)
		said = append(said, words)
	}
	c.Head = w.head("domain-bagan", w.Say("bagian.bagan", "nama", w.short(h.inst), "tahun", year(e.Year)), strings.Join(said, "; "))
	c.NowName = year(e.Year)
	if lasts {
		c.LastName = year(e.last.Year)
	}
	if medians {
		c.MedianName = w.Say("bagian.median", "jenis", w.kindInText(h.kind(e)), "n", w.Int(w.site.medians(h, e).Known))
	}
	f := w.drawn(c)
	f.Caption, f.Measure = w.partsFinding(rows), w.Say("bagian.ukuran", "tahun", year(e.Year), "maks", w.Int(int(e.Instrument.Scale.Max/100)))
	if e == h.shown {
		f.Files = w.takeaway(institutionDir(h.inst.Slug), partsFile)
	}
	if lasts {
		f.Legend = append(f.Legend, Key{"last", theme.Text{Words: year(e.last.Year)}})
	}
	f.Legend = append(f.Legend, Key{"now", theme.Text{Words: year(e.Year)}})
	if medians {
		f.Legend = append(f.Legend, Key{"median", theme.Text{Words: c.MedianName}})
	}
	return f
}

func (w *writer) partsFinding(rows []part) string {
	best, worst, ok := extremes(rows)
	if !ok {
		return w.Say("bagian.temuan-setara")
	}
	return w.Say("bagian.temuan", "terendah", worst.name, "nilai-terendah", w.figure(worst.now.Printed),
		"tertinggi", best.name, "nilai-tertinggi", w.figure(best.now.Printed))
}

func (w *writer) partsTable(h *history, e *edition, parts []part) *table.Table {
	lasts := has(parts, func(p part) bool { return p.last.Exists() })
	medians := has(parts, func(p part) bool { return p.peers.Median.Exists() })
	t := w.table(w.Say("bagian.tabel"), year(e.Year), table.Words(w.Say("tabel.bagian")), table.Figures(w.Say("tabel.bobot")))
	if lasts {
		t.Columns = append(t.Columns, table.Figures(year(e.last.Year))...)
	}
	t.Columns = append(t.Columns, table.Figures(year(e.Year))...)
	if lasts {
		t.Columns = append(t.Columns, table.Figures(w.Say("tabel.perubahan"))...)
	}
	if medians {
		t.Columns = append(t.Columns, table.Figures(w.Say("tabel.median"))...)
		t.Columns = append(t.Columns, table.Column{Name: w.Say("tabel.terhadap-median"), Tight: true})
	}
	t.Wide, t.Names = len(t.Columns) > 3, true
	nested := has(parts, func(p part) bool { return p.aspect })
	for _, p := range parts {
		name := table.Cell{Text: p.name.Words, Lang: p.name.Lang, Strong: nested && !p.aspect}
		t.Add(table.Plain, w.partCells(name, p, lasts, medians)...)
	}
	t.Add(table.Total, w.partCells(table.Text(w.Say("tabel.indeks")), w.whole(h, e), lasts, medians)...)
	return t
}

// change is what a reader gets by subtracting the two figures shown. The index
// has its own: that of the headline, which is exact where it was computed.
func (p part) change() maturity.Hundredths {
	if p.moved != nil {
		return *p.moved
	}
	return p.now.Printed - p.last.Printed
}

// whole is the index as the last row of its parts.
func (w *writer) whole(h *history, e *edition) part {
	all := part{weight: maturity.WholeWeight, now: e.figure()}
	if e.last != nil {
		all.last, all.moved = e.last.figure(), &e.change
	}
	if g := w.site.medians(h, e); g.tell() {
		all.peers = g.Index
	}
	return all
}

func (w *writer) partCells(name table.Cell, p part, lasts, medians bool) []table.Cell {
	cells := append(make([]table.Cell, 0, 7), name, table.Text(w.weight(p.weight)))
	if lasts {
		cells = append(cells, w.valueCell(p.last))
	}
	cells = append(cells, w.valueCell(p.now))
	if lasts {
		change := table.Missing(w.Say("tabel.tanpa-banding"))
		if p.now.Exists() && p.last.Exists() {
			change = w.changeCell(p.change())
		}
		cells = append(cells, change)
	}
	if !medians {
		return cells
	}
	if !p.peers.Median.Exists() || !p.now.Exists() {
		return append(cells, table.Missing(w.Say("tabel.tidak-diketahui")), table.Missing(w.Say("tabel.tidak-diketahui")))
	}
	away := p.peers.Distance(p.now).Rounded()
	against := w.Say("tabel.letak", "letak", w.position(p.peers.Position(p.now)), "selisih", w.change(away))
	return append(cells, w.figureCell(p.peers.Median.Rounded()), table.Text(against))
}

func (w *writer) partsNotes(h *history, e *edition, parts []part) []theme.HTML {
	var notes []theme.HTML
	if has(parts, func(p part) bool { return p.peers.Median.Exists() }) {
		g := w.site.medians(h, e)
		notes = append(notes, w.Tell("bagian.catatan-median", "n", w.Int(g.Known), "jenis", w.kindInText(h.kind(e)), "tahun", year(e.Year)))
	}
	switch {
	case e.computed:
		notes = append(notes, text(w.Say("bagian.catatan-hitung")))
	case has(parts, func(p part) bool { return p.now.Origin == analysis.OriginComputed }):
		notes = append(notes, text(w.Say("bagian.catatan-sebagian")))
	}
	return notes
}

// aspectsOf counts the aspects of a domain. A single one would only repeat it.
func aspectsOf(in *maturity.Instrument, domain int) int {
	n := 0
	for i := range in.Aspects {
		if in.Aspects[i].Domain == domain {
			n++
		}
	}
	return n
}
