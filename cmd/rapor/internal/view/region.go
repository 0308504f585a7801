package view

import (
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// regions are the institutions under which others stand (induk), by slug: a
// province with its regencies and cities.
func (s *Site) regions() []*maturity.Institution {
	var out []*maturity.Institution
	for _, inst := range s.data.Institutions {
		if s.parents[inst.Slug] && !inst.Average {
			out = append(out, inst)
		}
	}
	return out
}

// newParents finds the slugs under which institutions stand.
func newParents(data *maturity.Dataset) map[string]bool {
	parents := map[string]bool{}
	for _, inst := range data.Institutions {
		if inst.Parent != "" && !inst.Average {
			parents[inst.Parent] = true
		}
	}
	return parents
}

func (s *Site) regionPages(yield func(Page) bool) bool {
	for _, inst := range s.regions() {
		about := func(w *writer) (Shell, *Sections) { return s.regionPage(w, inst) }
		if !s.leading(regionDir(inst.Slug), inst.Pos.File, listDir, about, yield) {
			return false
		}
	}
	for _, group := range s.data.Groups {
		about := func(w *writer) (Shell, *Sections) { return s.groupPage(w, group) }
		if !s.leading(groupDir(group.ID), group.Pos.File, listDir, about, yield) {
			return false
		}
	}
	return true
}

// regionPage is a province with its regencies and cities. Its own result is told
// apart: it is not one of them.
func (s *Site) regionPage(w *writer, inst *maturity.Institution) (Shell, *Sections) {
	y := s.shownYear()
	under := s.seriesOf(func(i *maturity.Institution) bool { return i.Parent == inst.Slug })
	groups := analysis.NewGroups(y, under)
	g := groups[0]
	name := w.short(inst)
	v := &Sections{Title: theme.Text{Words: w.Say("wilayah.judul", "nama", name)}, About: text(w.Say("wilayah.susunan", "isi", w.composition(under))),
		Region: name.Words, Lead: w.groupLead(g), Facts: append(w.ownFact(inst, y), w.groupFacts(g)...)}
	v.Sections = append(w.memberSections(g), compact(w.otherResults(groups))...)
	v.Sections = append(v.Sections, w.aside("lanjut", w.Say("jenis.lanjut"), theme.Link{Text: w.name(inst), Href: w.to(institutionDir(inst.Slug))}))
	shell := Shell{Description: w.Say("wilayah.uraian", "nama", name, "tahun", year(y), "n", w.Int(g.Known), "semua", w.Int(g.Total)),
		Trail: w.trail(w.listCrumb(), w.crumb(w.kind(inst.Kind), kindDir(inst.Kind)))}
	return shell, v
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
	p := w.site.set.Study.Of(inst.Slug).At(y)
	if p == nil {
		return nil
	}
	value := theme.Link{Text: theme.Text{Words: w.figure(p.Printed)}, Href: w.to(editionDir(inst.Slug, y))}.HTML()
	if band := w.resultBand(p); band.Missing == "" {
		value += " (" + theme.Text{Words: band.Text, Lang: band.Lang}.HTML() + ")"
	}
	return []Fact{{w.Tell("wilayah.sendiri", "nama", w.short(inst), "tahun", year(y)), value}}
}

// groupPage is a named group with who looks after it.
func (s *Site) groupPage(w *writer, group *maturity.Group) (Shell, *Sections) {
	y := s.shownYear()
	members := map[string]bool{}
	for _, slug := range group.Members {
		members[slug] = true
	}
	groups := analysis.NewGroups(y, s.seriesOf(func(i *maturity.Institution) bool { return members[i.Slug] }))
	g := groups[0]
	name := w.data(group.Name)
	v := &Sections{Title: name, NavLabel: w.Say("kelompok.lain"), Region: name.Words, Lead: w.groupLead(g), Facts: append(w.keepers(group), w.groupFacts(g)...)}
	for _, other := range s.data.Groups {
		v.Nav = append(v.Nav, w.sister(w.data(other.Name), groupDir(other.ID)))
	}
	v.Sections = append(w.memberSections(g), compact(w.otherResults(groups))...)
	shell := Shell{Description: w.Say("kelompok.uraian", "nama", name, "tahun", year(y), "n", w.Int(g.Known), "semua", w.Int(g.Total)), Trail: w.trail(w.listCrumb())}
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
	links := []theme.Link{{Text: w.kind(inst.Kind), Href: w.to(kindDir(inst.Kind))}}
	for _, slug := range []string{inst.Slug, inst.Parent} {
		if region := w.site.data.Institution(slug); region != nil && w.site.parents[slug] && !region.Average {
			name := w.Say("wilayah.judul", "nama", w.short(region))
			links = append(links, theme.Link{Text: theme.Text{Words: name}, Href: w.to(regionDir(region.Slug))})
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
