package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// yearPages yields the list of years and a page for each.
func (s *Site) yearPages(yield func(Page) bool) bool {
	years := s.set.Study.Census.Years()
	if len(years) == 0 {
		return true
	}
	if !s.leading(yearsDir, "portal.toml", yearsDir, s.years, yield) {
		return false
	}
	for _, y := range years {
		about := func(w *writer) (Shell, *Sections) { return s.year(w, y) }
		if !s.leading(yearDir(y), "portal.toml", yearsDir, about, yield) {
			return false
		}
	}
	return true
}

// years is the list of years: how much is known of each.
func (s *Site) years(w *writer) (Shell, *Sections) {
	c := s.set.Study.Census
	t := w.table(w.Say("tahun.tabel"), "", table.Words(w.Say("tabel.tahun"), w.Say("tabel.instrumen")),
		table.Figures(w.Say("tahun.diketahui"), w.Say("tahun.ada"), w.Say("tabel.median")))
	years := slices.Clone(c.Years())
	slices.Reverse(years)
	for _, y := range years {
		g := c.Country(y)
		instrument := table.Missing(w.Say("tabel.tidak-diketahui"))
		if g.Instrument != nil {
			short := w.text(g.Instrument.Short)
			instrument = table.Cell{Text: short.Words, Lang: short.Lang, Href: w.to(instrumentDir(g.Instrument.ID))}
		}
		t.Add(table.Plain, w.yearLink(y), instrument, table.Text(w.Int(g.Known)), table.Text(w.Int(g.Total)), w.summaryCell(g.Index.Median))
	}
	v := &Sections{Title: theme.Text{Words: w.Say("tahun.judul")}, Lead: w.Tell("tahun.kalimat-semua", "n", w.Int(len(years)))}
	v.Sections = []*Section{{ID: "tahun", Title: w.Say("tahun.cakupan"), Lead: []theme.HTML{text(w.Say("tahun.cakupan-uraian"))}, Tables: []*table.Table{t}}}
	return Shell{Description: w.Say("tahun.uraian-semua"), Trail: w.trail()}, v
}

// year is the page of one year.
func (s *Site) year(w *writer, y int) (Shell, *Sections) {
	c := s.set.Study.Census
	g := c.Country(y)
	v := &Sections{Title: theme.Text{Words: w.Say("tahun.judul-satu", "tahun", year(y))}, NavLabel: w.Say("menu.tahun")}
	for _, other := range c.Years() {
		v.Nav = append(v.Nav, w.sister(theme.Text{Words: year(other)}, yearDir(other)))
	}
	v.Lead = w.yearLead(g)
	v.Sections = compact(w.yearBands(y), w.yearTargets(y), w.yearMedians(y), w.yearDomains(y), w.yearEnds(g), w.yearMovers(g), w.yearSpreads(y))
	trail := w.trail(w.crumb(theme.Text{Words: w.Say("menu.tahun")}, yearsDir))
	return Shell{Description: w.Say("tahun.uraian", "tahun", year(y), "n", w.Int(g.Known), "semua", w.Int(g.Total)), Trail: trail}, v
}

func (w *writer) yearLead(g *analysis.Group) theme.HTML {
	fills := []any{"tahun", year(g.Year), "n", w.Int(g.Known), "semua", w.Int(g.Total)}
	switch {
	case g.Enough():
		return w.Tell("tahun.kalimat", append(fills, "median", w.figure(g.Index.Median.Rounded()))...)
	case g.Known == 0:
		return w.Tell("tahun.kalimat-kosong", fills...)
	}
	return w.Tell("tahun.kalimat-kurang", fills...)
}

// kindGroups are the groups of a year in the portal's order of kinds; kinds of
// which there was no institution are left out.
func (s *Site) kindGroups(y int) (kinds []string, groups []*analysis.Group) {
	for _, k := range s.data.Portal.Kinds {
		if g := s.set.Study.Census.Kind(k.ID, y); g.Total > 0 {
			kinds, groups = append(kinds, k.ID), append(groups, g)
		}
	}
	return kinds, groups
}

// yearBands counts the bands kind by kind; nil where nothing is known.
func (w *writer) yearBands(y int) *Section {
	all := w.site.set.Study.Census.Country(y)
	if all.Instrument == nil || len(all.Instrument.Bands) == 0 {
		return nil
	}
	in := all.Instrument
	t := w.table(w.Say("sebaran.tabel"), year(y), table.Words(w.Say("tabel.jenis")), table.Figures(w.Say("tahun.diketahui"), w.Say("tahun.ada")))
	w.bandColumns(t, in)
	kinds, groups := w.site.kindGroups(y)
	for i, g := range groups {
		name := w.kind(kinds[i])
		t.Add(table.Plain, w.bandCounts(table.Cell{Text: name.Words, Lang: name.Lang, Href: w.to(kindDir(kinds[i]))}, g, in)...)
	}
	t.Add(table.Total, w.bandCounts(table.Text(w.Say("sebaran.semua")), all, in)...)
	s := &Section{ID: "sebaran", Title: w.Say("sebaran.judul"), Tables: []*table.Table{t}}
	s.Lead = append(s.Lead, w.basisOf(in, y))
	if sp := w.site.spreadOf(y); sp != nil {
		s.Figure = w.spreadFigure(sp)
	}
	if !all.Enough() {
		s.Notes = append(s.Notes, text(w.Say("tahun.tanpa-bagian")))
	}
	if all.NoBand > 0 {
		s.Notes = append(s.Notes, text(w.Say("sebaran.tanpa-predikat", "n", w.Int(all.NoBand))))
	}
	return s
}

// spreadOf is how the institutions of a year spread over the bands, for the
// figure; nil where too few are known.
func (s *Site) spreadOf(y int) *spread {
	all := spreadRow{Group: s.set.Study.Census.Country(y)}
	if all.Known < 2 || !all.covered() {
		return nil
	}
	sp := &spread{year: y, instrument: all.Instrument, rows: []spreadRow{all}}
	sp.good = sp.wanted(s)
	sp.fill(s)
	return sp
}

// basisOf says which index a year's bands are judged on.
func (w *writer) basisOf(in *maturity.Instrument, y int) theme.HTML {
	if in.BasisIn(y) == maturity.BasisRounded {
		return text(w.Say("sebaran.dasar-bulat", "tahun", year(y)))
	}
	return text(w.Say("sebaran.dasar-tepat", "tahun", year(y)))
}

// bandColumns adds a column for each band, best first.
func (w *writer) bandColumns(t *table.Table, in *maturity.Instrument) {
	for i := len(in.Bands) - 1; i >= 0; i-- {
		name := w.text(in.Bands[i].Name)
		t.Columns = append(t.Columns, table.Column{Name: name.Words, Lang: name.Lang, Number: true})
	}
	t.Wide, t.Names = true, true
}

// bandCounts is the row of a group under bandColumns. Results by another
// instrument have no place in it.
func (w *writer) bandCounts(name table.Cell, g *analysis.Group, in *maturity.Instrument) []table.Cell {
	cells := []table.Cell{name, table.Text(w.Int(g.Known)), table.Text(w.Int(g.Total))}
	for i := len(in.Bands) - 1; i >= 0; i-- {
		switch {
		case g.Known == 0:
			cells = append(cells, table.Missing(w.Say("tabel.tidak-diketahui")))
		case g.Instrument != in:
			cells = append(cells, table.Missing(w.Say("tren.tidak-sebanding")))
		default:
			cells = append(cells, table.Text(w.Int(g.ByBand[i])))
		}
	}
	return cells
}

// yearTargets sets the year's share targets against the actual shares and
// against those that sources print.
func (w *writer) yearTargets(y int) *Section {
	var shares []analysis.Share
	for _, t := range w.site.data.Portal.ShareTargets {
		if t.Year == y {
			shares = append(shares, w.site.set.Study.Census.Share(t, y))
		}
	}
	return w.shareTargets(shares)
}

// shareTargets is the section of share targets; nil where there is none.
func (w *writer) shareTargets(shares []analysis.Share) *Section {
	if len(shares) == 0 {
		return nil
	}
	t := w.table(w.Say("tahun.tabel-target"), "", table.Words(w.Say("tabel.target")), table.Figures(w.Say("tabel.tahun"), w.Say("tahun.paling-sedikit"), w.Say("tahun.nyata")),
		table.Words(w.Say("tabel.hasil-target")))
	t.Names = true
	s := &Section{ID: "target", Title: w.Say("tahun.target"), Tables: []*table.Table{t}}
	var sources []theme.HTML
	for i := range shares {
		t.Add(table.Plain, w.shareCells(&shares[i])...)
		s.Notes = append(s.Notes, w.sharesInPrint(&shares[i])...)
		if src := shares[i].Target.Source; src != nil {
			if line := w.source(src); !slices.Contains(sources, line) {
				sources = append(sources, line)
			}
		}
	}
	if len(sources) > 0 {
		s.Notes = append(s.Notes, w.Tell("sebaran.sumber-target", "sumber", joined(sources, "; ")))
	}
	return s
}

func (w *writer) shareCells(s *analysis.Share) []table.Cell {
	name := w.text(s.Target.Name)
	first := table.Cell{Text: name.Words, Lang: name.Lang}
	if s.Band >= 0 {
		first.Note = w.Say("sebaran.ke-atas", "predikat", w.text(s.Instrument.Bands[s.Band].Name))
	}
	actual, status := table.Missing(w.coverage(s.Coverage)), table.Muted(w.coverage(s.Coverage))
	if s.Actual.Exists() {
		actual = table.Text(w.fraction(s.Actual))
		actual.Note = w.Say("tahun.dari", "n", w.Int(s.Count), "semua", w.Int(s.Known))
		status = table.Text(w.Say("tahun.belum-tercapai"))
		if s.Status == analysis.StatusReached {
			status = table.Text(w.Say("tahun.tercapai"))
		}
	}
	return []table.Cell{first, table.Text(year(s.Target.Year)), table.Text(w.share(s.Target.Percent)), actual, status}
}

// sharesInPrint are the shares that sources print of the same kinds.
func (w *writer) sharesInPrint(s *analysis.Share) []theme.HTML {
	var out []theme.HTML
	for _, p := range s.Printed {
		out = append(out, w.Tell("tahun.tercetak", "siapa", w.text(s.Target.Name), "n", w.Int(p.Count), "semua", w.Int(p.Total),
			"sumber", theme.Link{Text: w.short(p.Average.Institution), Href: w.to(editionDir(p.Average.Institution.Slug, p.Point.Year))}.HTML()))
	}
	return out
}

// yearMedians sets computed medians beside published averages: two tables, never
// one.
func (w *writer) yearMedians(y int) *Section {
	c := w.site.set.Study.Census
	medians := w.table(w.Say("tahun.tabel-median"), year(y), table.Words(w.Say("tabel.jenis")),
		table.Figures(w.Say("tahun.kuartil-bawah"), w.Say("tabel.median"), w.Say("tahun.kuartil-atas")))
	averages := w.table(w.Say("tahun.tabel-rata-rata"), year(y), table.Words(w.Say("rekonsiliasi.rata-rata-terbit")), table.Figures(w.Say("tabel.terbit")))
	add := func(name table.Cell, g *analysis.Group, mark table.Mark) {
		if i := g.Index; i.Median.Exists() {
			medians.Add(mark, name, w.summaryCell(i.Q1), w.summaryCell(i.Median), w.summaryCell(i.Q3))
		}
	}
	kinds, groups := w.site.kindGroups(y)
	for i, g := range groups {
		name := w.kind(kinds[i])
		add(table.Cell{Text: name.Words, Lang: name.Lang, Href: w.to(kindDir(kinds[i]))}, g, table.Plain)
	}
	add(table.Text(w.Say("sebaran.semua")), c.Country(y), table.Total)
	for _, s := range c.Averages() {
		if p := s.At(y); p != nil {
			averages.Add(table.Plain, w.editionCell(s.Institution, y, ""), w.resultCell(p))
		}
	}
	medians.Names, averages.Names = true, true
	s := &Section{ID: "median", Title: w.Say("tahun.median"), Lead: []theme.HTML{text(w.Say("tahun.median-uraian"))}, Wide: true}
	for _, t := range []*table.Table{medians, averages} {
		if !t.Empty() {
			s.Tables = append(s.Tables, t)
		}
	}
	if len(s.Tables) == 0 {
		return nil
	}
	if medians.Empty() {
		s.Title, s.Wide, s.Lead = w.Say("tahun.rata-rata"), false, []theme.HTML{text(w.Say("tahun.rata-rata-uraian"))}
		s.Notes = append(s.Notes, text(w.Say("tahun.tanpa-median")))
	} else if !averages.Empty() {
		s.Pair = true
	}
	return s
}

// yearDomains are the medians of the domains, kind by kind; nil where none is
// covered.
func (w *writer) yearDomains(y int) *Section {
	all := w.site.set.Study.Census.Country(y)
	if all.Instrument == nil || len(all.Instrument.Domains) == 0 {
		return nil
	}
	in := all.Instrument
	t := w.table(w.Say("tahun.tabel-domain"), year(y), table.Words(w.Say("tabel.jenis")))
	for i := range in.Domains {
		name := w.text(in.Domains[i].Name)
		t.Columns = append(t.Columns, table.Column{Name: name.Words, Lang: name.Lang, Number: true})
	}
	t.Wide, t.Names = true, true
	add := func(name table.Cell, g *analysis.Group, mark table.Mark) {
		cells, known := []table.Cell{name}, false
		if g.Instrument != in {
			return
		}
		for _, d := range g.Domains {
			known = known || d.Median.Exists()
			cells = append(cells, w.summaryCell(d.Median))
		}
		if known {
			t.Add(mark, cells...)
		}
	}
	kinds, groups := w.site.kindGroups(y)
	for i, g := range groups {
		name := w.kind(kinds[i])
		add(table.Cell{Text: name.Words, Lang: name.Lang}, g, table.Plain)
	}
	add(table.Text(w.Say("sebaran.semua")), all, table.Total)
	if t.Empty() {
		return nil
	}
	return &Section{ID: "domain", Title: w.Say("tahun.domain"), Tables: []*table.Table{t}}
}

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

// yearMovers lists who rose and fell most since the year before, within one
// instrument; nil where too few have both results.
func (w *writer) yearMovers(g *analysis.Group) *Section {
	if g.Instrument == nil {
		return nil
	}
	m := g.Movement(g.Year - 1)
	if !m.Enough() || m.Up+m.Down == 0 {
		return nil
	}
	s := &Section{ID: "perubahan", Title: w.Say("perubahan.judul"), Wide: true, Pair: true}
	s.Lead = append(s.Lead, w.Tell("perubahan.uraian", "dari", year(m.From), "ke", year(m.To), "instrumen", w.text(g.Instrument.Short),
		"semua", w.Int(m.Known), "naik", w.Int(m.Up), "turun", w.Int(m.Down), "tetap", w.Int(m.Equal)))
	for _, side := range []struct {
		key   string
		count int
		at    func(int) analysis.Mover
	}{
		{"perubahan.naik", m.Up, func(i int) analysis.Mover { return m.Movers[i] }},
		{"perubahan.turun", m.Down, func(i int) analysis.Mover { return m.Movers[len(m.Movers)-1-i] }},
	} {
		t := w.table(w.Say(side.key), "", table.Words(w.Say("tabel.instansi")), table.Figures(year(m.From), year(m.To), w.Say("tabel.ubah")))
		t.Names = true
		for i := range min(ends, side.count) {
			one := side.at(i)
			change := w.changeCell(one.Change.Rounded())
			change.Strong = true
			t.Add(table.Plain, w.institutionCell(one.Series.Institution), w.resultCell(one.From), w.resultCell(one.To), change)
		}
		if !t.Empty() {
			s.Tables = append(s.Tables, t)
		}
	}
	s.Notes = append(s.Notes, text(w.Say("perubahan.catatan")))
	return s
}

// yearSpreads are the distributions over the bands that sources print.
func (w *writer) yearSpreads(y int) *Section {
	s := &Section{ID: "sebaran-terbit", Title: w.Say("tahun.sebaran-terbit"), Lead: []theme.HTML{text(w.Say("sebaran.terbit"))}}
	for _, series := range w.site.set.Study.Census.Averages() {
		p := series.At(y)
		if p == nil || p.Assessment.Published == nil || p.Assessment.Published.Spread == nil {
			continue
		}
		if t := w.printedSpread(p.Instrument, p.Assessment.Published.Spread); !t.Empty() {
			name := w.short(series.Institution)
			t.Measure = name.Words + ", " + year(y)
			s.Tables = append(s.Tables, t)
			words := w.Say("tahun.edisi", "nama", name, "tahun", year(y))
			s.Files = append(s.Files, theme.Link{Text: theme.Text{Words: words}, Href: w.to(editionDir(series.Institution.Slug, y))})
		}
	}
	if len(s.Tables) == 0 {
		return nil
	}
	return s
}

// printedSpread is a published distribution as it was printed.
func (w *writer) printedSpread(in *maturity.Instrument, p *maturity.Spread) *table.Table {
	t := w.table(w.Say("sebaran.tabel-terbit", "n", w.Int(p.Total)), "", table.Words(w.Say("tabel.predikat")), table.Figures(w.Say("tabel.banyak")))
	for i := len(in.Bands) - 1; i >= 0; i-- {
		if n, known := p.ByBand[in.Bands[i].ID]; known {
			name := w.text(in.Bands[i].Name)
			t.Add(table.Plain, table.Cell{Text: name.Words, Lang: name.Lang}, table.Text(w.Int(n)))
		}
	}
	if p.GoodOrUp != nil {
		t.Add(table.Total, table.Text(w.Say("sebaran.baik-ke-atas")), table.Text(w.Int(*p.GoodOrUp)))
	}
	return t
}
