package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// statePages yields the pages about the portal's own figures: published against
// computed, and what is covered.
func (s *Site) statePages(yield func(Page) bool) bool {
	return s.leading(reconciliationDir, "portal.toml", reconciliationDir, s.reconciliationPage, yield) &&
		s.leading(statusDir, "portal.toml", statusDir, s.statusPage, yield)
}

// stateLinks are the links to them, and to the kinds, at the foot of every page.
func (w *writer) stateLinks() []entry {
	var links []entry
	for _, k := range w.site.kinds() {
		links = append(links, entry{Text: w.text(k.Plural), dir: kindDir(k.ID)})
	}
	if len(w.site.parents) > 0 {
		links = append(links, entry{Text: theme.Text{Words: w.Say("wilayah.kaki")}, dir: regionsDir})
	}
	for _, g := range w.site.data.Groups {
		links = append(links, entry{Text: w.data(g.Name), dir: groupDir(g.ID)})
	}
	if w.site.compares() {
		links = append(links, entry{Text: theme.Text{Words: w.Say("banding.judul")}, dir: compareDir})
	}
	if w.site.filling != nil {
		links = append(links, entry{Text: theme.Text{Words: w.Say("pengisian.kaki")}, dir: fillingDir})
	}
	return append(links, entry{Text: theme.Text{Words: w.Say("rekonsiliasi.kaki")}, dir: reconciliationDir},
		entry{Text: theme.Text{Words: w.Say("status.kaki")}, dir: statusDir})
}

// statusPage says who is covered and who is not, what was read by machine, and
// how fresh data and program are.
func (s *Site) statusPage(w *writer) (Shell, *Sections) {
	v := &Sections{Title: theme.Text{Words: w.Say("status.judul")}, Region: w.Say("status.judul"), Facts: w.statusFacts()}
	if y := s.shownYear(); y != 0 {
		v.Lead = w.yearLead(s.set.Study.Census.Country(y))
	}
	v.Sections = compact(w.coverageSection(), w.missingSection(), w.readings())
	return Shell{Description: w.Say("status.uraian"), Trail: w.trail()}, v
}

func (w *writer) statusFacts() []Fact {
	set := w.site.data
	averages := len(w.site.set.Study.Census.Averages())
	fact := func(term, value string) Fact { return Fact{text(term), text(value)} }
	var facts []Fact
	if w.site.set.Date != "" {
		facts = append(facts, fact(w.Say("status.data"), w.Day(w.site.set.Date)))
	}
	if w.site.set.Program != "" {
		facts = append(facts, fact(w.Say("status.program"), w.site.set.Program))
	}
	facts = append(facts, fact(w.Say("status.instansi"), w.Int(len(set.Institutions)-averages)))
	if averages > 0 {
		facts = append(facts, fact(w.Say("status.rata-rata"), w.Int(averages)))
	}
	return append(facts, fact(w.Say("status.instrumen"), w.Int(len(set.Instruments))))
}

// coverageSection counts the results known by year and kind.
func (w *writer) coverageSection() *Section {
	c, kinds := w.site.set.Study.Census, w.site.kinds()
	t := w.table(w.Say("status.tabel-cakupan"), "", table.Words(w.Say("tabel.tahun")))
	for _, k := range kinds {
		name := w.text(k.Name)
		t.Columns = append(t.Columns, table.Column{Name: name.Words, Lang: name.Lang, Number: true})
	}
	t.Columns = append(t.Columns, table.Figures(w.Say("sebaran.semua"))...)
	t.Wide = len(t.Columns) > 3
	years := slices.Clone(c.Years())
	slices.Reverse(years)
	count := func(g *analysis.Group) table.Cell {
		if g.Total == 0 {
			return table.Missing(w.Say("tabel.tidak-berlaku"))
		}
		return table.Text(w.Say("diketahui.sebagian", "n", w.Int(g.Known), "semua", w.Int(g.Total)))
	}
	for _, y := range years {
		cells := []table.Cell{w.yearLink(y)}
		for _, k := range kinds {
			cells = append(cells, count(c.Kind(k.ID, y)))
		}
		t.Add(table.Plain, append(cells, count(c.Country(y)))...)
	}
	if t.Empty() {
		return nil
	}
	return &Section{ID: "cakupan", Title: w.Say("tahun.cakupan"), Wide: true, Lead: []theme.HTML{text(w.Say("status.cakupan-uraian"))}, Tables: []*table.Table{t}}
}

// missingSection names who has no result in the newest settled year, by kind.
func (w *writer) missingSection() *Section {
	y := w.site.set.Study.Census.Settled()
	if y == 0 {
		return nil
	}
	t := w.table(w.Say("status.tabel-tanpa"), year(y), table.Words(w.Say("tabel.instansi"), w.Say("tabel.jenis")))
	t.Names = true
	kinds, groups := w.site.kindGroups(y)
	for i, g := range groups {
		for _, s := range w.byName(g.Missing) {
			name := w.kinds(kinds[i])
			t.Add(table.Plain, w.institutionCell(s.Institution), table.Cell{Text: name.Words, Lang: name.Lang})
		}
	}
	if t.Empty() {
		return nil
	}
	return &Section{ID: "tanpa-hasil", Title: w.Say("jenis.tanpa-hasil", "tahun", year(y)),
		Lead: []theme.HTML{text(w.Say("jenis.tanpa-hasil-uraian"))}, Tables: []*table.Table{t}}
}

// reading counts a year's files by how far their transcription can be trusted.
type reading struct {
	all, unchecked, medium, low int
}

func (r *reading) take(a *maturity.Assessment) {
	r.all++
	if slices.ContainsFunc(a.Sources, maturity.Source.Unchecked) {
		r.unchecked++
	}
	if a.Published == nil {
		return
	}
	switch a.Published.Confidence {
	case maturity.ConfidenceMedium:
		r.medium++
	case maturity.ConfidenceLow:
		r.low++
	}
}

// readings says how many results were read from a copy and not compared with the
// page itself.
func (w *writer) readings() *Section {
	byYear := map[int]*reading{}
	for _, inst := range w.site.data.Institutions {
		for _, a := range inst.Assessments {
			if byYear[a.Year] == nil {
				byYear[a.Year] = &reading{}
			}
			byYear[a.Year].take(a)
		}
	}
	if len(byYear) == 0 {
		return nil
	}
	t := w.table(w.Say("status.tabel-bacaan"), "", table.Words(w.Say("tabel.tahun")), table.Figures(w.Say("status.berkas"), w.Say("status.belum-dicocokkan"), w.Say("status.sedang"), w.Say("status.rendah")))
	var years []int
	for y := range byYear {
		years = append(years, y)
	}
	slices.Sort(years)
	slices.Reverse(years)
	for _, y := range years {
		r := byYear[y]
		t.Add(table.Plain, table.Text(year(y)), table.Text(w.Int(r.all)), table.Text(w.Int(r.unchecked)), table.Text(w.Int(r.medium)), table.Text(w.Int(r.low)))
	}
	return &Section{ID: "bacaan", Title: w.Say("status.bacaan"), Lead: []theme.HTML{text(w.Say("status.bacaan-uraian"))}, Tables: []*table.Table{t}}
}
