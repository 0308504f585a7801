package view

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// What the pages of a kind, a province and a named group share: the members of
// a group of institutions in one year, and how they are spread.

// shownYear is the year that such pages are about: the newest settled one, else
// the newest in which anyone has a result, 0 where nobody has.
func (s *Site) shownYear() int {
	study := s.note(SeenLand).set.Study
	if y := study.Census.Settled(); y != 0 {
		return y
	}
	return analysis.Newest(study.Series)
}

// memberSections are the sections of a group in the order of the page; years is
// its history, or nil.
func (w *writer) memberSections(g *analysis.Group, years *Section) []*Section {
	return compact(w.memberSpread(g), years, w.awards(g), w.memberList(g), w.memberMissing(g))
}

// awards name the best and the most improved of a group; nil where too few are
// known to say so. All who share the first place are named.
func (w *writer) awards(g *analysis.Group) *Section {
	a := g.Awards()
	if len(a.Best)+len(a.Improved) == 0 {
		return nil
	}
	s := &Section{ID: "penghargaan", Title: w.Say("penghargaan.judul"), Pair: len(a.Best) > 0 && len(a.Improved) > 0}
	if len(a.Best) > 0 {
		t := w.table(w.Say("penghargaan.terbaik"), year(g.Year), table.Words(w.Say("tabel.instansi")), table.Figures(year(g.Year)))
		for i := range a.Best {
			t.Add(table.Plain, w.institutionCell(a.Best[i].Series.Institution), w.resultCell(a.Best[i].Point))
		}
		s.Tables = append(s.Tables, t)
	}
	if len(a.Improved) > 0 {
		t := w.table(w.Say("penghargaan.naik"), year(a.From)+"–"+year(g.Year), table.Words(w.Say("tabel.instansi")), table.Figures(year(a.From), year(g.Year), w.Say("tabel.ubah")))
		t.Wide = false
		for i := range a.Improved {
			t.Add(table.Plain, w.moverCells(&a.Improved[i])...)
		}
		s.Tables = append(s.Tables, t)
	} else {
		s.Notes = append(s.Notes, text(w.Say("penghargaan.tanpa-naik", "tahun", year(a.From))))
	}
	s.Lead = append(s.Lead, text(w.Say("penghargaan.uraian")))
	return s
}

// groupLead says what is known of a group and where its middle is.
func (w *writer) groupLead(g *analysis.Group) theme.HTML {
	fills := []any{"tahun", year(g.Year), "n", w.Int(g.Known), "semua", w.Int(g.Total)}
	switch {
	case g.Year == 0:
		return w.Tell("jenis.kalimat-belum")
	case g.Known == 0:
		return w.Tell("jenis.kalimat-kosong", fills...)
	case !g.Enough():
		return w.Tell("jenis.kalimat-kurang", fills...)
	case g.Known == 1:
		return w.Tell("jenis.kalimat-satu", fills...)
	}
	best := &g.Members[0]
	value := w.figure(best.Point.Printed)
	if best.Shared > 1 {
		value += " " + w.Say("jenis.bersama", "n", w.Int(best.Shared))
	}
	return w.Tell("jenis.kalimat", append(fills, "median", w.figure(g.Index.Median.Rounded()), "tertinggi", w.short(best.Series.Institution), "nilai", value)...)
}

// groupDescription describes the page of a group: the sentence given, else that
// there is no result yet.
func (w *writer) groupDescription(g *analysis.Group, words string) string {
	if g.Year == 0 {
		return w.Say("jenis.kalimat-belum")
	}
	return words
}

// groupFacts are the figures of a covered group; none where it is not.
func (w *writer) groupFacts(g *analysis.Group) []Fact {
	if !g.Index.Median.Exists() || g.Known < 2 {
		return nil
	}
	fact := func(term string, value string) Fact { return Fact{text(term), text(value)} }
	last, middle := &g.Members[len(g.Members)-1], "jenis.tengah"
	if g.Known < halved {
		middle = "jenis.kuartil"
	}
	return []Fact{
		fact(w.Say("tabel.median"), w.figure(g.Index.Median.Rounded())),
		fact(w.Say(middle), w.Say("jenis.rentang", "bawah", w.figure(g.Index.Q1.Rounded()), "atas", w.figure(g.Index.Q3.Rounded()))),
		{text(w.Say("tahun.tertinggi")), w.memberFact(&g.Members[0])},
		{text(w.Say("tahun.terendah")), w.memberFact(last)},
	}
}

// averageFact is the published average of a kind, as it was published, with the
// page that holds it; none where there is none. It stands beside the median and
// is never mixed with it.
func (w *writer) averageFact(kind string, g *analysis.Group) []Fact {
	s, p := w.site.average(kind, g.Year, g.Instrument)
	if p == nil || p.Assessment.Published == nil || p.Assessment.Published.Index == nil {
		return nil
	}
	link := theme.Link{Text: theme.Text{Words: w.figure(p.Printed)}, Href: w.to(editionDir(s.Institution.Slug, g.Year))}
	return []Fact{{text(w.Say("jenis.rata-rata-terbit")), link.HTML()}}
}

// memberFact is an institution with its index and, where others hold the same
// rank, how many.
func (w *writer) memberFact(m *analysis.Member) theme.HTML {
	fact := theme.Link{Text: w.short(m.Series.Institution), Href: w.to(institutionDir(m.Series.Institution.Slug))}.HTML() + " " + text(w.figure(m.Point.Printed))
	if m.Shared > 1 {
		fact += " " + text(w.Say("jenis.bersama", "n", w.Int(m.Shared)))
	}
	return fact
}

// memberSpread is the distribution of a group over the scale and the bands; nil
// where too few are known.
func (w *writer) memberSpread(g *analysis.Group) *Section {
	if !hasSpread(g) {
		return nil
	}
	in := g.Instrument
	s := &Section{ID: "sebaran", Title: w.Say("jenis.sebaran", "tahun", year(g.Year)), Lead: []theme.HTML{w.basisOf(in, g.Year)}}
	s.Figure = w.memberDots(g)
	if len(in.Bands) == 0 {
		return s
	}
	t := w.table(w.Say("sebaran.tabel"), year(g.Year), table.Words(w.Say("tabel.predikat")), table.Figures(w.Say("tabel.banyak"), w.Say("tabel.bagian-persen")))
	for i := len(in.Bands) - 1; i >= 0; i-- {
		name := w.text(in.Bands[i].Name)
		t.Add(table.Plain, table.Cell{Text: name.Words, Lang: name.Lang}, table.Text(w.Int(g.ByBand[i])), table.Text(w.percent(g.ByBand[i], g.Known)))
	}
	if g.NoBand > 0 {
		t.Add(table.Plain, table.Text(w.Say("predikat.tidak-ada")), table.Text(w.Int(g.NoBand)), table.Text(w.percent(g.NoBand, g.Known)))
	}
	t.Add(table.Total, table.Text(w.Say("tabel.jumlah")), table.Text(w.Int(g.Known)), table.Text("100%"))
	s.Tables = append(s.Tables, t)
	s.Notes = append(s.Notes, text(w.Say("jenis.catatan-sebaran")))
	return s
}

// hasSpread reports whether enough of a group is known.
func hasSpread(g *analysis.Group) bool { return g.Index.Median.Exists() && g.Known > 1 }

// memberDots draws a dot for each member.
func (w *writer) memberDots(g *analysis.Group) *Figure {
	median := g.Index.Median.Rounded()
	c := chart.Dots{Scale: w.scale(g.Instrument), CountName: w.Say("tabel.banyak"), Median: &chart.Mark{Value: median, Label: w.Say("sebanding.median", "nilai", w.figure(median))}}
	for i := range g.Members {
		c.Others = append(c.Others, g.Members[i].Point.Printed)
	}
	best, last := &g.Members[0], &g.Members[len(g.Members)-1]
	c.Head = w.head("sebaran-bagan", w.Say("jenis.bagan", "tahun", year(g.Year)), w.Say("jenis.uraian-bagan", "median", w.figure(median),
		"tertinggi", w.short(best.Series.Institution), "nilai-tertinggi", w.figure(best.Point.Printed),
		"terendah", w.short(last.Series.Institution), "nilai-terendah", w.figure(last.Point.Printed)))
	f := w.drawn(c)
	f.Caption = w.middle(g)
	f.Measure = w.Say("sebanding.ukuran", "apa", w.text(g.Instrument.IndexName), "tahun", year(g.Year))
	if !strings.HasSuffix(w.bare, "/cetak/") {
		f.Files = w.takeaway(w.bare, spreadFile)
	}
	return f
}

// halved is how many a group needs for half of it to lie between its quartiles.
const halved = 4

// middle says where the middle half of a group lies; of fewer, what its quartiles are.
func (w *writer) middle(g *analysis.Group) string {
	key := "jenis.temuan"
	if g.Known < halved {
		key = "jenis.temuan-sedikit"
	}
	return w.Say(key, "bawah", w.figure(g.Index.Q1.Rounded()), "atas", w.figure(g.Index.Q3.Rounded()))
}

// memberYears are the years that get a column: of which a share worth it is
// known by the group's own instrument, up to the group's own year. Figures of two
// instruments never stand in one row.
func (s *Site) memberYears(g *analysis.Group) []int {
	var years []int
	for _, y := range s.knownYears() {
		known := 0
		for i := range g.Members {
			if p := g.Members[i].Series.At(y); p != nil && p.Instrument == g.Instrument {
				known++
			}
		}
		if y < g.Year && 100*known >= few*len(g.Members) {
			years = append(years, y)
		}
	}
	return append(years, g.Year)
}

// memberList is the table of members: by rank where the group is covered, else
// by name and without ranks.
func (w *writer) memberList(g *analysis.Group) *Section {
	if g.Known == 0 {
		return nil
	}
	ranked, years, members := g.Enough() && g.Known > 1, w.site.memberYears(g), g.Members
	t := w.table(w.Say("jenis.tabel"), "", table.Words(w.Say("tabel.instansi")))
	parents := severalParents(members)
	if ranked {
		t.Columns = append(t.Columns, table.Figures(w.Say("tabel.peringkat"))...)
	} else {
		members = slices.Clone(members)
		w.sortMembers(members)
	}
	for _, y := range years {
		t.Columns = append(t.Columns, table.Figures(year(y))...)
	}
	t.Columns = append(t.Columns, table.Figures(w.Say("tabel.perubahan"))...)
	t.Columns = append(t.Columns, w.bandHead(g.Year))
	if parents { // last: a phone shows the figures first
		t.Columns = append(t.Columns, w.parentHead())
	}
	t.Wide, t.Names, t.Sorts = len(t.Columns) > 3, true, len(members) > 1
	shown := members[:min(len(members), listBound)]
	t.Rest = len(members) - len(shown)
	for i := range shown {
		cells := w.memberCells(&members[i], years, ranked)
		if parents {
			cells = append(cells, w.parentCell(members[i].Series.Institution))
		}
		t.Add(table.Plain, cells...)
	}
	w.filter(t, "anggota-tabel")
	s := &Section{ID: "anggota", Title: w.Say("jenis.anggota"), Wide: true, Tables: []*table.Table{t}}
	if ranked {
		s.Notes = append(s.Notes, text(w.Say("sebanding.catatan")))
	}
	s.Notes = append(s.Notes, text(w.Say("daftar.catatan")))
	return s
}

// sortMembers puts members in the order of their names.
func (w *writer) sortMembers(members []analysis.Member) {
	lang.SortBy(w.Form, members, func(m analysis.Member) string { return w.short(m.Series.Institution).Words })
}

// severalParents reports whether members stand under different institutions.
func severalParents(members []analysis.Member) bool {
	return slices.ContainsFunc(members, func(m analysis.Member) bool {
		parent := m.Series.Institution.Parent
		return parent != "" && parent != members[0].Series.Institution.Parent
	})
}

func (w *writer) memberCells(m *analysis.Member, years []int, ranked bool) []table.Cell {
	cells := []table.Cell{w.institutionCell(m.Series.Institution)}
	if ranked {
		cells = append(cells, w.rankCell(m))
	}
	before := m.Point.Year - 1
	for _, y := range years {
		if y != m.Point.Year {
			before = y
		}
		p := m.Series.At(y)
		if p != nil && p.Instrument != m.Point.Instrument {
			p = nil
		}
		cells = append(cells, w.resultCell(p))
	}
	return append(cells, w.resultChange(m.Series, m.Point, before), w.resultBand(m.Point))
}

// memberMissing names the institutions without a result.
func (w *writer) memberMissing(g *analysis.Group) *Section {
	if len(g.Missing) == 0 || g.Year == 0 {
		return nil
	}
	return &Section{ID: "tanpa-hasil", Title: w.Say("jenis.tanpa-hasil", "tahun", year(g.Year)), Lead: []theme.HTML{text(w.Say("jenis.tanpa-hasil-uraian"))},
		Notes: []theme.HTML{w.namesOf(g.Missing)}}
}

// otherResults says of whom results by another instrument are known in the same
// year; nil where all are by one.
func (w *writer) otherResults(groups []*analysis.Group) *Section {
	if len(groups) < 2 {
		return nil
	}
	s := &Section{ID: "instrumen-lain", Title: w.Say("jenis.instrumen-lain"), Lead: []theme.HTML{text(w.Say("jenis.instrumen-lain-uraian"))}}
	for _, g := range groups[1:] {
		t := w.rankless(g)
		short := w.text(g.Instrument.Short)
		t.Measure = strings.TrimSpace(short.Words)
		s.Tables = append(s.Tables, t)
	}
	return s
}

// rankless lists a group's results without setting them against each other.
func (w *writer) rankless(g *analysis.Group) *table.Table {
	t := w.table(w.Say("jenis.tabel"), "", table.Words(w.Say("tabel.instansi")), table.Figures(year(g.Year)), table.Words(w.Say("tabel.predikat")))
	t.Names = true
	for i := range g.Members {
		m := &g.Members[i]
		t.Add(table.Plain, w.institutionCell(m.Series.Institution), w.resultCell(m.Point), w.resultBand(m.Point))
	}
	return t
}

// seriesOf are the series of institutions that a test picks, by slug; averages
// are never among them. what names the reading: a page sees those that it picks.
func (s *Site) seriesOf(what string, pick func(*maturity.Institution) bool) []*analysis.Series {
	var out []*analysis.Series
	for _, series := range s.note(what).set.Study.Series {
		if !series.Institution.Average && pick(series.Institution) {
			s.note(SeenInstitution + series.Institution.Slug)
			out = append(out, series)
		}
	}
	return out
}
