package view

import (
	"slices"

	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// neighbours is how many peers above and below the own place are listed.
const neighbours = 3

// among places an institution among those of its kind; nil where too few of
// them are known. The headline says how many are.
func (w *writer) among(h *history) *Section {
	e, p := w.site.peers(h)
	if e == nil {
		return nil
	}
	rank := p.rank(e.exact)
	s := &Section{ID: "sebanding", Title: w.Say("sebanding.judul", "jenis", w.kindInText(p.kind))}
	s.Lead = append(s.Lead, w.Tell("sebanding.peringkat", "peringkat", w.Int(rank), "semua", w.Int(len(p.members)),
		"tahun", year(p.year), "letak", w.position(e.exact, p.total.median), "median", w.figure(p.total.median.Rounded())))
	s.Lead = append(s.Lead, text(w.Say("sebanding.separuh", "bawah", w.figure(p.total.lower.Rounded()), "atas", w.figure(p.total.upper.Rounded()))))
	s.Figure = w.peerFigure(h, e, p, rank)
	s.Tables = append(s.Tables, w.peerTable(h, e, p))
	s.Notes = append(s.Notes, text(w.Say("sebanding.catatan")))
	if len(p.members) < p.existing {
		s.Notes = append(s.Notes, text(w.Say("sebanding.cakupan", "n", w.Int(len(p.members)), "semua", w.Int(p.existing))))
	}
	return s
}

func (w *writer) peerFigure(h *history, e *edition, p *pool, rank int) *Figure {
	best, worst := p.members[0], p.members[len(p.members)-1]
	median := p.total.median.Rounded()
	name := w.short(h.inst)
	c := chart.Dots{
		Scale:  w.scale(e.Instrument),
		Own:    &chart.Mark{Value: e.index, Label: name.Words + " " + w.figure(e.index)},
		Median: &chart.Mark{Value: median, Label: w.Say("sebanding.median", "nilai", w.figure(median))},
	}
	for _, m := range p.members {
		if m.e != e {
			c.Others = append(c.Others, m.e.index)
		}
	}
	c.Head = w.head("sebanding-bagan",
		w.Say("sebanding.bagan", "jenis", w.kindInText(p.kind), "tahun", year(p.year)),
		w.Say("sebanding.uraian", "nama", name, "nilai", w.figure(e.index), "peringkat", w.Int(rank), "semua", w.Int(len(p.members)),
			"median", w.figure(median), "tertinggi", w.short(best.h.inst), "nilai-tertinggi", w.figure(best.e.index),
			"terendah", w.short(worst.h.inst), "nilai-terendah", w.figure(worst.e.index)))
	f := figure(c)
	f.Caption = w.Say("sebanding.temuan", "nama", name, "letak", w.position(e.exact, p.total.median))
	f.Measure = w.Say("sebanding.ukuran", "apa", w.text(e.Instrument.IndexName), "tahun", year(p.year))
	return f
}

// peerTable lists the best, the nearest and the last.
func (w *writer) peerTable(h *history, e *edition, p *pool) *table.Table {
	own := slices.IndexFunc(p.members, func(m member) bool { return m.e == e })
	before := p.year - 1
	t := w.table(w.Say("sebanding.tabel"), year(p.year), table.Words(w.Say("tabel.instansi")),
		table.Figures(w.Say("tabel.peringkat"), year(before), year(p.year)), table.Words(w.Say("tabel.predikat")))
	t.Names = true
	for _, i := range shortlist(own, len(p.members)) {
		m := p.members[i]
		mark := table.Plain
		if i == own {
			mark = table.Own
		}
		last := table.Missing(w.Say("tabel.tidak-diketahui"))
		if b := m.h.in(before); b != nil && b.final && b.Instrument == p.instrument {
			last = w.figureCell(b.index)
		}
		t.Add(mark, w.institutionCell(m.h.inst), table.Text(w.Int(p.rank(m.e.exact))), last, w.figureCell(m.e.index), w.bandCell(m.e))
	}
	return t
}

// institutionCell is an institution's short name that leads to its page.
func (w *writer) institutionCell(inst *maturity.Institution) table.Cell {
	name := w.short(inst)
	return table.Cell{Text: name.Words, Lang: name.Lang, Href: w.to(institutionDir(inst.Slug))}
}

// shortlist are the places to list: the first, those around the own one, the
// last.
func shortlist(own, n int) []int {
	places := []int{0, n - 1}
	for i := max(0, own-neighbours); i <= min(n-1, own+neighbours); i++ {
		places = append(places, i)
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// source is where a figure was read, as a link where it has an address.
func (w *writer) source(s *maturity.Source) theme.HTML {
	title := theme.HTML("")
	if theme.SafeAddress(s.URL) {
		title = theme.Link{Text: w.data(s.Title), Href: s.URL}.HTML()
	} else {
		title = w.data(s.Title).HTML()
	}
	if s.Reference != "" {
		title += ", " + w.data(s.Reference).HTML()
	}
	return title
}
