package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// kindPages yields a page for each kind that institutions have.
func (s *Site) kindPages(yield func(Page) bool) bool {
	for _, k := range s.kinds() {
		about := func(w *writer) (Shell, *Sections) { return s.kindPage(w, k) }
		recap := func(w *writer) (Shell, any) { return s.kindRecap(w, k) }
		if !s.leading(kindDir(k.ID), "portal.toml", listDir, about, yield) || !s.recaps(kindDir(k.ID), "portal.toml", recap, yield) {
			return false
		}
	}
	return true
}

// kinds are the kinds that have a page, in the portal's order: those of
// institutions, not of averages.
func (s *Site) kinds() []*maturity.Kind {
	var out []*maturity.Kind
	for i := range s.data.Portal.Kinds {
		k := &s.data.Portal.Kinds[i]
		if slices.ContainsFunc(s.data.Institutions, func(inst *maturity.Institution) bool { return inst.Kind == k.ID && !inst.Average }) {
			out = append(out, k)
		}
	}
	return out
}

// kindPage is the page of one kind in the newest settled year.
func (s *Site) kindPage(w *writer, k *maturity.Kind) (Shell, *Sections) {
	y := s.shownYear()
	g := s.set.Study.Census.Kind(k.ID, y)
	name := w.text(k.Plural)
	v := &Sections{Title: name, NavLabel: w.Say("tabel.jenis"), Region: name.Words, Lead: w.groupLead(g), Facts: append(w.groupFacts(g), w.averageFact(k.ID, g)...), Tools: w.kindTools(k)}
	for _, other := range s.kinds() {
		v.Nav = append(v.Nav, w.sister(w.text(other.Plural), kindDir(other.ID)))
	}
	years := w.bandYears(g, func(y int) *analysis.Group { return s.set.Study.Census.Kind(k.ID, y) })
	v.Sections = append(compact(w.shareTargets(w.kindShares(k.ID, y))), w.memberSections(g, years)...)
	if y != 0 {
		v.Sections = append(v.Sections, w.aside("lanjut", w.Say("jenis.lanjut"),
			theme.Link{Text: theme.Text{Words: w.Say("tahun.judul-satu", "tahun", year(y))}, Href: w.to(yearDir(y))},
			theme.Link{Text: theme.Text{Words: w.Say("daftar.judul")}, Href: w.listOf(k.ID)}))
	}
	shell := Shell{Description: w.groupDescription(g, w.Say("jenis.uraian", "jenis", name, "tahun", year(y), "n", w.Int(g.Known), "semua", w.Int(g.Total))), Trail: w.trail(w.listCrumb())}
	return shell, v
}

// kindTools lead to the recap and to the ready comparison.
func (w *writer) kindTools(k *maturity.Kind) []theme.Link {
	links := []theme.Link{w.recapLink(kindDir(k.ID))}
	if slices.Contains(w.site.comparable(), k) {
		links = append(links, theme.Link{Text: theme.Text{Words: w.Say("banding.tautan-jenis")}, Href: w.to(compareDir + k.ID + "/")})
	}
	return links
}

// kindShares are the share targets that a kind comes under, each judged in its
// own year where that is over.
func (w *writer) kindShares(kind string, y int) []analysis.Share {
	var out []analysis.Share
	for _, t := range w.site.data.Portal.ShareTargets {
		if slices.Contains(t.Kinds, kind) && t.Year <= y {
			out = append(out, w.site.set.Study.Census.Share(t, t.Year))
		}
	}
	return out
}
