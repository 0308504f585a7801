package view

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// regions are the institutions under which others stand (induk), by slug: a
// province with its regencies and cities.
func (s *Site) regions() []*maturity.Institution {
	var out []*maturity.Institution
	for _, inst := range s.data.Institutions {
		if s.parents[inst.Slug] != nil && !inst.Average {
			out = append(out, inst)
		}
	}
	return out
}

// newParents finds the slugs under which institutions stand, with the kinds of
// these in the portal's order.
func newParents(data *maturity.Dataset) map[string][]string {
	parents := map[string][]string{}
	seen := map[[2]string]bool{}
	for _, inst := range data.Institutions {
		if inst.Parent != "" && !inst.Average {
			seen[[2]string{inst.Parent, inst.Kind}] = true
		}
	}
	for _, k := range data.Portal.Kinds {
		for _, inst := range data.Institutions {
			if seen[[2]string{inst.Slug, k.ID}] {
				parents[inst.Slug] = append(parents[inst.Slug], k.ID)
			}
		}
	}
	return parents
}

// regionPages yields the list of provinces, a page for each, and one for each
// named group.
func (s *Site) regionPages(yield func(Page) bool) bool {
	if len(s.regions()) > 0 && !s.leading(regionsDir, "portal.toml", listDir, s.regionList, yield) {
		return false
	}
	for _, inst := range s.regions() {
		about := func(w *writer) (Shell, *Sections) { return w.site.regionPage(w, inst) }
		recap := func(w *writer) (Shell, any) { return w.site.regionRecap(w, inst) }
		if !s.leadingNoted(regionDir(inst.Slug), inst.Pos.File, listDir, about, yield) || !s.recapsNoted(regionDir(inst.Slug), inst.Pos.File, recap, yield) {
			return false
		}
	}
	for _, group := range s.data.Groups {
		about := func(w *writer) (Shell, *Sections) { return w.site.groupPage(w, group) }
		recap := func(w *writer) (Shell, any) { return w.site.groupRecap(w, group) }
		if !s.leadingNoted(groupDir(group.ID), group.Pos.File, listDir, about, yield) || !s.recapsNoted(groupDir(group.ID), group.Pos.File, recap, yield) {
			return false
		}
	}
	return true
}

// regionList is the list of all provinces with what is known of each.
func (s *Site) regionList(w *writer) (Shell, *Sections) {
	y, all := s.shownYear(), s.regions()
	t := w.table(w.Say("wilayah.tabel"), year(y), table.Words(w.Say("wilayah.wilayah")),
		table.Figures(w.Say("tahun.diketahui"), w.Say("tahun.ada"), w.Say("tabel.median")), table.Words(w.Say("tahun.tertinggi")))
	t.Names, t.Sorts = true, len(all) > 1
	all = slices.Clone(all)
	lang.SortBy(w.Form, all, func(inst *maturity.Institution) string { return w.short(inst).Words })
	for _, inst := range all {
		g := analysis.NewGroups(y, s.under(inst))[0]
		name, best := w.short(inst), table.Missing(w.Say("sebaran.kurang-cakupan"))
		if g.Index.Median.Exists() {
			best = w.institutionCell(g.Members[0].Series.Institution)
			best.Note = w.figure(g.Members[0].Point.Printed)
		}
		t.Add(table.Plain, table.Cell{Text: name.Words, Lang: name.Lang, Href: w.to(regionDir(inst.Slug))}, table.Text(w.Int(g.Known)), table.Text(w.Int(g.Total)),
			w.summaryCell(g.Index.Median), best)
	}
	v := &Sections{Title: theme.Text{Words: w.Say("wilayah.daftar")}}
	v.Sections = []*Section{{ID: "wilayah", Title: w.Say("wilayah.hasil", "tahun", year(y)), Wide: true, Lead: []theme.HTML{text(w.Say("wilayah.hasil-uraian"))}, Tables: []*table.Table{t}}}
	return Shell{Description: w.Say("wilayah.uraian-daftar"), Trail: w.trail(w.listCrumb())}, v
}

// regionPage is a province with its regencies and cities. Its own result is told
// apart: it is not one of them.
func (s *Site) regionPage(w *writer, inst *maturity.Institution) (Shell, *Sections) {
	y := s.shownYear()
	under := s.under(inst)
	groups := analysis.NewGroups(y, under)
	g := groups[0]
	name := w.short(inst)
	v := &Sections{Title: theme.Text{Words: w.regionName(inst)}, About: text(w.Say("wilayah.susunan", "isi", w.composition(under))),
		Region: name.Words, Lead: w.groupLead(g), Facts: append(w.ownFact(inst, y), w.groupFacts(g)...), Tools: []theme.Link{w.recapLink(regionDir(inst.Slug))}}
	years := w.bandYears(g, func(y int) *analysis.Group { return analysis.NewGroups(y, under)[0] })
	v.Sections = append(w.memberSections(g, years), compact(w.otherResults(groups))...)
	v.Sections = append(v.Sections, w.aside("lanjut", w.Say("jenis.lanjut"), theme.Link{Text: w.name(inst), Href: w.to(institutionDir(inst.Slug))}))
	shell := Shell{Description: w.Say("wilayah.uraian", "nama", name, "tahun", year(y), "n", w.Int(g.Known), "semua", w.Int(g.Total)),
		Trail: w.trail(w.listCrumb(), w.crumb(theme.Text{Words: w.Say("wilayah.daftar")}, regionsDir))}
	return shell, v
}

// under are the institutions that stand under another.
func (s *Site) under(inst *maturity.Institution) []*analysis.Series {
	return s.seriesOf(seenUnder+inst.Slug, func(i *maturity.Institution) bool { return i.Parent == inst.Slug })
}

// regionName names what stands under an institution: "Kabupaten dan kota di Jawa
// Tengah".
func (w *writer) regionName(inst *maturity.Institution) string {
	var kinds []string
	for _, k := range w.site.kindsUnder(inst.Slug) {
		name := w.kindInText(k).Words
		if len(kinds) == 0 && w.Code == maturity.BaseLanguage {
			name = w.kinds(k).Words
		}
		kinds = append(kinds, name)
	}
	return w.Say("wilayah.judul", "jenis", w.series(kinds), "nama", w.short(inst))
}

// composition counts institutions by kind: "kabupaten 24, kota 3".
func (w *writer) composition(all []*analysis.Series) string {
	var parts []string
	for _, k := range w.site.data.Portal.Kinds {
		n := 0
		for _, s := range all {
			if s.Institution.Kind == k.ID {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, w.kindInText(k.ID).Words+" "+w.Int(n))
		}
	}
	return strings.Join(parts, ", ")
}

// ownFact is the result of the government above the members.
func (w *writer) ownFact(inst *maturity.Institution, y int) []Fact {
	p := w.site.of(inst.Slug).series.At(y)
	if p == nil {
		return nil
	}
	value := theme.Link{Text: theme.Text{Words: w.figure(p.Printed)}, Href: w.to(editionDir(inst.Slug, y))}.HTML()
	if band := w.resultBand(p); band.Missing == "" {
		value += " (" + theme.Text{Words: band.Text, Lang: band.Lang}.HTML() + ")"
	}
	return []Fact{{w.Tell("wilayah.sendiri", "nama", w.short(inst), "tahun", year(y)), value}}
}

// membersOf are the institutions of a named group.
func (s *Site) membersOf(group *maturity.Group) []*analysis.Series {
	members := map[string]bool{}
	for _, slug := range group.Members {
		members[slug] = true
	}
	return s.seriesOf(seenMembers+group.ID, func(i *maturity.Institution) bool { return members[i.Slug] })
}

// groupPage is a named group with who looks after it.
func (s *Site) groupPage(w *writer, group *maturity.Group) (Shell, *Sections) {
	y := s.shownYear()
	members := s.membersOf(group)
	groups := analysis.NewGroups(y, members)
	g := groups[0]
	name := w.data(group.Name)
	v := &Sections{Title: name, NavLabel: w.Say("kelompok.lain"), Region: name.Words, Lead: w.groupLead(g), Facts: append(w.keepers(group), w.groupFacts(g)...),
		Tools: []theme.Link{w.recapLink(groupDir(group.ID))}}
	for _, other := range s.data.Groups {
		v.Nav = append(v.Nav, w.sister(w.data(other.Name), groupDir(other.ID)))
	}
	years := w.bandYears(g, func(y int) *analysis.Group { return analysis.NewGroups(y, members)[0] })
	v.Sections = append(w.memberSections(g, years), compact(w.otherResults(groups))...)
	shell := Shell{Description: w.groupDescription(g, w.Say("kelompok.uraian", "nama", name, "tahun", year(y), "n", w.Int(g.Known), "semua", w.Int(g.Total))), Trail: w.trail(w.listCrumb())}
	return shell, v
}

// keepers are a group's facilitators and schedule.
func (w *writer) keepers(group *maturity.Group) []Fact {
	var facts []Fact
	if len(group.Facilitators) > 0 {
		facts = append(facts, Fact{text(w.Say("kelompok.pendamping")), w.data(strings.Join(group.Facilitators, ", ")).HTML()})
	}
	if group.Schedule != "" {
		facts = append(facts, Fact{text(w.Say("kelompok.jadwal")), w.data(group.Schedule).HTML()})
	}
	return facts
}

// related puts links to the kind's and the province's pages under an
// institution's page.
func (w *writer) related(inst *maturity.Institution) *Section {
	if inst.Average {
		return nil
	}
	links := []theme.Link{{Text: w.kinds(inst.Kind), Href: w.to(kindDir(inst.Kind))}}
	for _, slug := range []string{inst.Slug, inst.Parent} {
		if region := w.site.of(slug); region != nil && w.site.kindsUnder(slug) != nil && !region.inst.Average {
			links = append(links, theme.Link{Text: theme.Text{Words: w.regionName(region.inst)}, Href: w.to(regionDir(slug))})
		}
	}
	for _, group := range w.site.data.Groups {
		for _, slug := range group.Members {
			if slug == inst.Slug {
				links = append(links, theme.Link{Text: w.data(group.Name), Href: w.to(groupDir(group.ID))})
			}
		}
	}
	return w.aside("sesama", w.Say("wilayah.terkait"), links...)
}
