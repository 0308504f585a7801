package view

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// Home is the first page.
type Home struct {
	Title    string
	Summary  theme.Text
	Headline Headline // of the national figure; without one only the search
	Sections []*Section
	Tiles    *Tiles
	Changes  []*Section
	Empty    theme.HTML // said where there are no results at all
}

// Search is the form that leads to the list.
type Search struct {
	Action   string
	Examples []theme.Link
	All      theme.Link
}

func (s *Site) home(w *writer) (Shell, any) {
	portal := &s.data.Portal
	v := &Home{Title: w.text(portal.Title).Words, Summary: w.text(portal.Summary), Tiles: w.tiles()}
	national := s.overview.national
	if national != nil && national.shown != nil {
		v.Headline = w.headline(national, national.shown)
		v.Headline.Facts = nil
		v.Headline.Label = w.Say("beranda.label", "nama", w.short(national.inst), "apa", w.indexName(national.shown))
		v.Headline.About = w.to(institutionDir(national.inst.Slug))
		v.Headline.Sentence = joined(append([]theme.HTML{v.Headline.Sentence}, w.spreadSentence()...), " ")
		v.Sections = compact(w.trend(national), w.spreadSection(), w.domains(national, national.shown))
	} else {
		v.Headline.Region = w.Say("beranda.cari")
		v.Headline.Sentence = joined(w.spreadSentence(), " ")
		v.Sections = compact(w.spreadSection())
	}
	v.Headline.Search = w.search()
	v.Changes = compact(w.movers())
	if len(v.Sections) == 0 && v.Headline.Index == "" {
		v.Empty = w.Tell("beranda.kosong")
	}
	description := w.text(portal.Summary).Words
	if national != nil && national.shown != nil && national.shown.known {
		description = w.Say("kalimat.hasil", w.result(national, national.shown)...)
	}
	return Shell{Title: v.Title, Description: description, Charts: interactive(v.Sections)}, v
}

// search names a few institutions as examples: one of the best known kinds each.
func (w *writer) search() *Search {
	o := &w.site.overview
	f := &Search{Action: w.to(listDir)}
	f.All = theme.Link{Text: theme.Text{Words: w.Say("beranda.semua", "n", w.Int(o.institutions))}, Href: w.to(listDir)}
	seen := map[string]bool{}
	for _, h := range w.site.histories {
		if h.inst.Average || h.latest == nil || seen[h.inst.Kind] || len(f.Examples) == 3 || !w.rich(h) {
			continue
		}
		seen[h.inst.Kind] = true
		f.Examples = append(f.Examples, theme.Link{Text: w.short(h.inst), Href: w.to(institutionDir(h.inst.Slug))})
	}
	return f
}

// rich reports whether an institution's page has something of everything: a
// target or levels.
func (w *writer) rich(h *history) bool {
	_, _, levels := h.latest.count()
	return levels > 0 || len(h.aims) > 0
}

// spreadSentence says how many institutions reach the wanted band.
func (w *writer) spreadSentence() []theme.HTML {
	sp := w.site.overview.spread
	if sp == nil {
		return nil
	}
	all := &sp.rows[0]
	good := all.goodOrUp(sp.good)
	name := w.text(sp.instrument.Bands[sp.good].Name)
	out := []theme.HTML{w.Tell("sebaran.kalimat", "semua", w.Int(all.results), "n", w.Int(good), "persen", w.percent(good, all.results), "predikat", name, "tahun", year(sp.year))}
	if l := sp.last; l != nil {
		n := l.goodOrUp(sp.good)
		out = append(out, w.Tell("sebaran.kalimat-lalu", "tahun", year(sp.year-1), "n", w.Int(n), "semua", w.Int(l.results), "persen", w.percent(n, l.results)))
	}
	return out
}

// spreadSection is the distribution over the bands, kind by kind.
func (w *writer) spreadSection() *Section {
	sp := w.site.overview.spread
	if sp == nil {
		return nil
	}
	s := &Section{ID: "sebaran", Title: w.Say("sebaran.judul")}
	for i := range sp.rows {
		if r := &sp.rows[i]; r.target != nil && r.covered() {
			s.Lead = append(s.Lead, w.shareTarget(sp, r))
		}
	}
	s.Lead = append(s.Lead, w.basis(sp))
	s.Figure = w.spreadFigure(sp)
	s.Tables = append(s.Tables, w.spreadTable(sp))
	s.Notes = w.spreadNotes(sp)
	return s
}

func (w *writer) shareTarget(sp *spread, r *spreadRow) theme.HTML {
	good := r.goodOrUp(sp.instrument.Band(r.target.Band))
	key := "sebaran.target-belum"
	if 10_000*good >= int(r.target.Percent)*r.results {
		key = "sebaran.target-tercapai"
	}
	return w.Tell(key, "siapa", w.text(r.target.Name), "tahun", year(sp.year), "target", w.share(r.target.Percent),
		"predikat", w.text(sp.instrument.Bands[sp.instrument.Band(r.target.Band)].Name), "persen", w.percent(good, r.results))
}

// basis says which index that year's bands are judged on.
func (w *writer) basis(sp *spread) theme.HTML {
	if sp.instrument.BasisIn(sp.year) == maturity.BasisRounded {
		return text(w.Say("sebaran.dasar-bulat", "tahun", year(sp.year)))
	}
	return text(w.Say("sebaran.dasar-tepat", "tahun", year(sp.year)))
}

func (w *writer) rowName(r *spreadRow) theme.Text {
	switch {
	case len(r.kinds) == 0:
		return theme.Text{Words: w.Say("sebaran.semua")}
	case len(r.kinds) > 1:
		return w.text(r.target.Name)
	}
	return w.kind(r.kinds[0])
}

func (w *writer) spreadFigure(sp *spread) *Figure {
	good := w.text(sp.instrument.Bands[sp.good].Name)
	c := chart.Shares{Good: sp.good, GoodLabel: w.Say("sebaran.ke-atas", "predikat", good)}
	for i := range sp.instrument.Bands {
		c.Bands = append(c.Bands, chart.Band{Name: w.text(sp.instrument.Bands[i].Name).Words, Min: sp.instrument.Bands[i].Min})
	}
	var said []string
	for i := range sp.rows {
		r := &sp.rows[i]
		if !r.covered() {
			continue
		}
		row := chart.ShareRow{
			Label: w.rowName(r).Words, Note: w.Say("sebaran.instansi", "n", w.Int(r.results)), Counts: r.counts, Unknown: r.unknown,
			Share: w.percent(r.goodOrUp(sp.good), r.results), Inset: r.inset,
		}
		if r.target != nil {
			row.Target, row.TargetLabel = r.target.Percent, w.Say("sebaran.target", "target", w.share(r.target.Percent))
		}
		c.Rows = append(c.Rows, row)
		said = append(said, row.Label+" "+row.Share)
	}
	c.Head = w.head("sebaran-bagan", w.Say("sebaran.bagan", "tahun", year(sp.year)),
		w.Say("sebaran.uraian", "predikat", good, "nilai", strings.Join(said, "; ")))
	f := figure(c)
	all := &sp.rows[0]
	f.Caption = w.Say("sebaran.temuan", "persen", w.percent(all.goodOrUp(sp.good), all.results), "predikat", good)
	f.Measure = w.Say("sebaran.ukuran", "tahun", year(sp.year))
	f.Legend = w.bandKeys(sp.instrument)
	return f
}

func (w *writer) spreadTable(sp *spread) *table.Table {
	t := w.table(w.Say("sebaran.tabel"), year(sp.year), table.Words(w.Say("tabel.jenis")), table.Figures(w.Say("tabel.dinilai")))
	for i := len(sp.instrument.Bands) - 1; i >= 0; i-- {
		name := w.text(sp.instrument.Bands[i].Name)
		t.Columns = append(t.Columns, table.Column{Name: name.Words, Lang: name.Lang, Number: true})
	}
	t.Columns = append(t.Columns, table.Figures(w.Say("sebaran.ke-atas", "predikat", w.text(sp.instrument.Bands[sp.good].Name)), w.Say("tabel.target"))...)
	t.Wide, t.Names = true, true
	for i := range sp.rows[1:] {
		t.Add(table.Plain, w.spreadCells(sp, &sp.rows[1+i])...)
	}
	t.Add(table.Total, w.spreadCells(sp, &sp.rows[0])...)
	return t
}

func (w *writer) spreadCells(sp *spread, r *spreadRow) []table.Cell {
	name := w.rowName(r)
	cells := []table.Cell{{Text: name.Words, Lang: name.Lang}, table.Text(w.Int(r.results))}
	if len(r.kinds) == 1 {
		cells[0].Href = w.to(listDir) + "#" + r.kinds[0]
	}
	if r.results < r.existing {
		cells[1].Note = w.Say("sebaran.dari", "semua", w.Int(r.existing))
	}
	for i := len(r.counts) - 1; i >= 0; i-- {
		cells = append(cells, table.Text(w.Int(r.counts[i])))
	}
	share := table.Missing(w.Say("sebaran.kurang-cakupan"))
	if r.covered() {
		share = table.Text(w.percent(r.goodOrUp(sp.good), r.results))
	}
	target := table.Missing(w.Say("tabel.tanpa-target"))
	if r.target != nil {
		target = table.Text(w.share(r.target.Percent))
	}
	return append(cells, share, target)
}

func (w *writer) spreadNotes(sp *spread) []theme.HTML {
	all := &sp.rows[0]
	notes := []theme.HTML{text(w.Say("sebaran.catatan"))}
	if all.results < all.existing {
		notes = append(notes, text(w.Say("sebaran.cakupan", "n", w.Int(all.results), "semua", w.Int(all.existing), "tahun", year(sp.year))))
	}
	if all.unknown > 0 {
		notes = append(notes, text(w.Say("sebaran.tanpa-predikat", "n", w.Int(all.unknown))))
	}
	var sources []theme.HTML
	for i := range sp.rows {
		if t := sp.rows[i].target; t != nil && t.Source != nil {
			if line := w.source(t.Source); !slices.Contains(sources, line) {
				sources = append(sources, line)
			}
		}
	}
	if len(sources) > 0 {
		notes = append(notes, w.Tell("sebaran.sumber-target", "sumber", joined(sources, "; ")))
	}
	return notes
}
