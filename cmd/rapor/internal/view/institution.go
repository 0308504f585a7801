package view

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/prose"
	"rapor/cmd/rapor/internal/theme"
)

// Institution is the page of one institution: its latest scorecard.
type Institution struct {
	Name     theme.Text
	About    theme.HTML   // kind, area, instrument, in one line
	Notices  []theme.HTML // what a reader must know first
	Editions []theme.Link
	Latest   theme.Link // none: this is the page of the latest edition
	Tools    []theme.Link
	Headline Headline
	Text     *Prose     // of the editors, from content/instansi
	Sections []*Section // trend, domains, targets, priorities, heat strip, what changed, peers, what is known, published against computed
	Sources  *Sources
	Citation *Citation
}

// Prose is a text of the editors within another page.
type Prose struct {
	Section
	Body theme.HTML
	Lang string // where it is not the page's
}

func (s *Site) institution(w *writer, h *history) (Shell, any) {
	inst := h.inst
	v := &Institution{
		Name: w.name(inst), About: w.about(h, h.shown), Notices: w.notices(h), Editions: w.editions(h, nil),
		Tools:    w.tools(h),
		Headline: w.headline(h, h.shown),
		Text:     w.prose("instansi/" + inst.Slug),
		Sections: compact(w.corrections(h, nil), w.trend(h), w.domains(h, h.shown), w.targets(h), w.priorities(h), w.latestHeat(h), w.decomposed(h, h.latest, false), w.among(h), w.roadmap(inst), w.owned(inst), w.known(h), w.reconciled(h)),
		Sources:  w.sources(h, h.editions),
		Citation: w.citation(h, h.shown, institutionDir(inst.Slug)),
	}
	v.Tools = append(w.ahead(v.Sections), v.Tools...)
	if h.shown != nil {
		v.Notices = slices.Concat(w.correctedNotice(h, h.shown), w.editionNotices(h.shown), v.Notices)
	}
	shell := Shell{
		Title: w.institutionTitle(h), Description: w.institutionDescription(h), Section: listDir,
		Trail:  w.kindTrail(h),
		CardOf: inst.Slug,
		Charts: interactive(v.Sections), Draft: h.shown != nil && h.shown.Draft,
	}
	return shell, v
}

// latestHeat is the heat strip of the edition on show; its numbers lead to the
// indicators on that edition's page.
func (w *writer) latestHeat(h *history) *Section {
	if h.shown == nil {
		return nil
	}
	return w.heat(h, h.shown, w.to(editionDir(h.inst.Slug, h.shown.Year)))
}

// tools are what can be done with an institution's page.
func (w *writer) tools(h *history) []theme.Link {
	links := []theme.Link{{Text: theme.Text{Words: w.Say("lembar.tautan")}, Href: w.to(sheetDir(institutionDir(h.inst.Slug)))}}
	if h.latest != nil && w.site.compares() {
		links = append(links, theme.Link{Text: theme.Text{Words: w.Say("banding.tautan")}, Href: w.to(compareDir) + "?i=" + h.inst.Slug})
	}
	return links
}

// ahead is the way down the page to what would raise the index, which a head of an
// institution comes for and which stands some screens below.
func (w *writer) ahead(sections []*Section) []theme.Link {
	for _, s := range sections {
		if s.ID == "prioritas" || s.ID == "daya-ungkit" {
			return []theme.Link{{Text: theme.Text{Words: w.Say("prioritas.tautan")}, Href: "#" + s.ID}}
		}
	}
	return nil
}

func (w *writer) listCrumb() theme.Link {
	return w.crumb(theme.Text{Words: w.Say("menu.instansi")}, listDir)
}

// kindTrail leads to the list and to the kind's part of it, and on. A kind that is
// called like its institution is not named twice.
func (w *writer) kindTrail(h *history, more ...theme.Link) []theme.Link {
	steps := []theme.Link{w.listCrumb()}
	if kind := w.kinds(h.inst.Kind); kind != w.short(h.inst) {
		steps = append(steps, theme.Link{Text: kind, Href: w.listOf(h.inst.Kind)})
	}
	return w.trail(append(steps, more...)...)
}

// listOf is the way to a kind's part of the list.
func (w *writer) listOf(kind string) string {
	if w.site.split() {
		return w.to(kindDir(kind) + "daftar/")
	}
	return w.to(listDir) + "#" + kind
}

// interactive reports whether a section has a chart that a script can bring to
// life.
func interactive(sections []*Section) bool {
	for _, s := range sections {
		if s.Figure != nil && s.Figure.Options != "" {
			return true
		}
	}
	return false
}

func (w *writer) institutionTitle(h *history) string {
	e := h.shown
	if e == nil || !e.known {
		return w.Say("instansi.judul-kosong", "nama", w.short(h.inst))
	}
	index := w.figure(e.index)
	if b := w.bandOf(e); b != nil {
		index = w.Say("kalimat.indeks", "indeks", index, "predikat", b.Name)
	}
	return w.Say("instansi.judul", "nama", w.short(h.inst), "apa", w.indexName(e), "indeks", index)
}

func (w *writer) institutionDescription(h *history) string {
	if e := h.shown; e != nil && e.known {
		return w.Say("kalimat.hasil", w.result(h, e)...)
	}
	return w.Say("instansi.uraian-kosong", "nama", w.name(h.inst))
}

// about is the line under the name: what it is, where, and what measures it.
func (w *writer) about(h *history, e *edition) theme.HTML {
	inst := h.inst
	parts := []theme.HTML{w.kind(inst.Kind).HTML()}
	if inst.Subkind != "" && !strings.EqualFold(inst.Subkind, w.site.data.Portal.Kind(inst.Kind).Name.Base) {
		parts = append(parts, w.data(inst.Subkind).HTML())
	}
	if parent := w.site.of(inst.Parent); parent != nil {
		link := theme.Link{Text: w.short(parent.inst), Href: w.to(institutionDir(parent.inst.Slug))}
		parts = append(parts, link.HTML())
	}
	if inst.Region != "" {
		parts = append(parts, text(w.Say("instansi.wilayah", "kode", inst.Region)))
	}
	out := joined(parts, ", ") + "."
	if e != nil {
		in := e.Instrument
		link := theme.Link{Text: w.text(in.Short), Href: w.to(instrumentDir(in.ID))}
		out += " " + w.Tell("instansi.instrumen", "instrumen", link, "n", w.Int(len(in.Indicators)))
	}
	return out
}

// notices say what changes how everything below is to be read.
func (w *writer) notices(h *history) []theme.HTML {
	inst := h.inst
	var out []theme.HTML
	if inst.Average {
		out = append(out, w.averageNotice(inst))
	}
	if inst.LastYear != 0 {
		var heirs []theme.HTML
		for _, slug := range inst.Successors {
			if heir := w.site.of(slug); heir != nil {
				heirs = append(heirs, theme.Link{Text: w.short(heir.inst), Href: w.to(institutionDir(slug))}.HTML())
			}
		}
		if len(heirs) > 0 {
			out = append(out, w.Tell("instansi.berakhir-pengganti", "tahun", year(inst.LastYear), "pengganti", joined(heirs, ", ")))
		} else {
			out = append(out, text(w.Say("instansi.berakhir", "tahun", year(inst.LastYear))))
		}
	}
	return out
}

func (w *writer) averageNotice(inst *maturity.Institution) theme.HTML {
	if len(inst.Represents) == 0 {
		return text(w.Say("instansi.rata-rata"))
	}
	var kinds []theme.HTML
	for _, k := range inst.Represents {
		kinds = append(kinds, w.kindInText(k).HTML())
	}
	return w.Tell("instansi.rata-rata-jenis", "jenis", joined(kinds, ", "))
}

// editions are the links to the fixed editions; current is the one on show.
func (w *writer) editions(h *history, current *edition) []theme.Link {
	var out []theme.Link
	for i := range h.editions {
		e := &h.editions[i]
		l := theme.Link{Text: theme.Text{Words: year(e.Year)}, Href: w.to(editionDir(h.inst.Slug, e.Year))}
		if e == current {
			l.Current = theme.ThisPage
		}
		out = append(out, l)
	}
	return out
}

// prose is the text that the editors wrote for a page, in its language or in
// that of the data.
func (w *writer) prose(path string) *Prose {
	d, language := w.document(path)
	if d == nil {
		return nil
	}
	body := prose.HTML(d.Body, prose.Options{Root: theme.Way(w.dir, ""), Heading: 3, Prefix: "teks-", TableLabel: w.Say("tabel.wilayah")})
	if body == "" {
		return nil
	}
	return &Prose{Section{ID: "keterangan", Title: d.Title}, theme.HTML(body), language}
}

// document finds a text in the page's language, else in that of the data.
func (w *writer) document(path string) (found *maturity.Document, language string) {
	texts := w.site.texts[path]
	if d := texts[w.Code]; d != nil {
		return d, ""
	}
	if d := texts[maturity.BaseLanguage]; d != nil {
		return d, maturity.BaseLanguage
	}
	return nil, ""
}
