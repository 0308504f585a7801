package view

import (
	"crypto/sha256"
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// neighbours is how many peers above and below the own place are listed.
const neighbours = 3

// tells reports whether ranks and medians may be told: the kind must be covered,
// and one alone is no comparison.
func tells(g *analysis.Group) bool { return g != nil && g.Enough() && g.Known > 1 }

// kind is what the institution was in the year of an edition.
func (h *history) kind(e *edition) string { return h.inst.KindIn(e.Year) }

// compared returns the newest edition of which peers may be told, with them; nil
// where there is none.
func (s *Site) compared(h *history) (*edition, *analysis.Group) {
	for i := len(h.editions) - 1; i >= 0; i-- {
		if g := s.peers(h, &h.editions[i]); tells(g) {
			return &h.editions[i], g
		}
	}
	return nil, nil
}

// among places an institution among those of its kind; nil where too few of
// them are known. The headline says how many are. The section is made of the whole
// site and counts by what it turned out to be: it lists a few and draws a dot for
// each of many, so that most changes of a peer do not show in it.
func (w *writer) among(h *history) *Section {
	what := seenAround + w.Code + "/" + h.inst.Slug
	on := *w
	on.site = w.site.note(what)
	section := on.aroundIt(h)
	if w.bare == institutionDir(h.inst.Slug) && !w.paper && !w.alone {
		on.site.facts.LoadOrStore(what, Sum(sha256.Sum256(sectionText(section)))) // else it would be made once more, to tell its digest
	}
	return section
}

func (w *writer) aroundIt(h *history) *Section {
	e, g := w.site.compared(h)
	if e == nil {
		return nil
	}
	at := g.Standing(h.series)
	s := &Section{ID: "sebanding", Title: w.Say("sebanding.judul", "jenis", w.kindInText(h.kind(e)))}
	s.Lead = append(s.Lead, w.Tell("sebanding.peringkat", "peringkat", w.Int(at.Rank), "semua", w.Int(g.Known),
		"tahun", year(g.Year), "letak", w.position(at.Position), "median", w.figure(g.Index.Median.Rounded())))
	s.Lead = append(s.Lead, text(w.middle(g)+"."))
	s.Figure = w.peerFigure(h, e, g, at)
	s.Tables = append(s.Tables, w.peerTable(h, g))
	s.Notes = append(s.Notes, text(w.Say("sebanding.catatan")))
	for _, f := range w.averageFact(h.kind(e), g) {
		s.Notes = append(s.Notes, w.Tell("sebanding.rata-rata", "tahun", year(g.Year), "nilai", f.Value))
	}
	if g.Known < g.Total {
		s.Notes = append(s.Notes, text(w.Say("sebanding.cakupan", "n", w.Int(g.Known), "semua", w.Int(g.Total))))
	}
	return s
}

func (w *writer) peerFigure(h *history, e *edition, g *analysis.Group, at analysis.Standing) *Figure {
	best, worst := g.Members[0], g.Members[len(g.Members)-1]
	median := g.Index.Median.Rounded()
	name := w.short(h.inst)
	c := chart.Dots{
		Scale: w.scale(e.Instrument), CountName: w.Say("tabel.banyak"),
		Own:    &chart.Mark{Value: e.index, Label: name.Words + " " + w.figure(e.index)},
		Median: &chart.Mark{Value: median, Label: w.Say("sebanding.median", "nilai", w.figure(median))},
	}
	for _, v := range g.Values {
		if n := v.Count - own(v.Value == e.point.Printed); n > 0 {
			c.Others, c.Times = append(c.Others, v.Value), append(c.Times, n)
		}
	}
	c.Head = w.head("sebanding-bagan",
		w.Say("sebanding.bagan", "jenis", w.kindInText(h.kind(e)), "tahun", year(g.Year)),
		w.Say("sebanding.uraian", "nama", name, "nilai", w.figure(e.index), "peringkat", w.Int(at.Rank), "semua", w.Int(g.Known),
			"median", w.figure(median), "tertinggi", w.short(w.site.of(best.Series.Institution.Slug).inst), "nilai-tertinggi", w.figure(best.Point.Printed),
			"terendah", w.short(w.site.of(worst.Series.Institution.Slug).inst), "nilai-terendah", w.figure(worst.Point.Printed)))
	f := w.drawn(c)
	f.Caption = w.Say("sebanding.temuan", "nama", name, "letak", w.position(at.Position))
	f.Measure = w.Say("sebanding.ukuran", "apa", w.text(e.Instrument.IndexName), "tahun", year(e.Year))
	return f
}

// own is 1 where it is ours.
func own(ours bool) int {
	if ours {
		return 1
	}
	return 0
}

// peerTable lists the best, the nearest and the last.
func (w *writer) peerTable(h *history, g *analysis.Group) *table.Table {
	own := slices.IndexFunc(g.Members, func(m analysis.Member) bool { return m.Series == h.series })
	before := g.Year - 1
	t := w.table(w.Say("sebanding.tabel"), year(g.Year), table.Words(w.Say("tabel.instansi")),
		table.Figures(w.Say("tabel.peringkat"), year(before), year(g.Year)), []table.Column{{Name: w.Say("tabel.predikat"), Tight: true}})
	t.Names = true
	for _, i := range shortlist(own, len(g.Members)) {
		m := g.Members[i]
		mark := table.Plain
		if i == own {
			mark = table.Own
		}
		peer := w.site.of(m.Series.Institution.Slug)
		last := table.Missing(w.Say("tabel.tidak-diketahui"))
		if b := peer.series.At(before); b != nil && b.Instrument == g.Instrument {
			last = w.figureCell(b.Printed)
		}
		t.Add(mark, w.institutionCell(peer.inst), table.Text(w.Int(m.Rank)), last, w.figureCell(m.Point.Printed), w.bandCell(peer.in(g.Year)))
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
