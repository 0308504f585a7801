package view

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
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

// Search is the large search field of the home page.
type Search struct {
	Quick
	Examples []theme.Link
	All      theme.Link
}

func (s *Site) home(w *writer) (Shell, any) {
	portal := &s.data.Portal
	v := &Home{Title: w.text(portal.Title).Words, Summary: w.text(portal.Summary), Tiles: w.tiles()}
	national := s.overview.national
	if national != nil && national.shown != nil {
		v.Headline = w.headline(national, national.shown)
		v.Headline.Facts, v.Headline.Proof = nil, ""
		v.Headline.Label = w.Say("beranda.label", "nama", w.short(national.inst), "apa", w.indexName(national.shown))
		v.Headline.About = w.to(institutionDir(national.inst.Slug))
		v.Headline.Sentence = w.homeSentence(national)
		v.Sections = compact(w.trend(national), w.spreadSection(), w.domains(national, national.shown))
	} else {
		v.Headline.Region = w.Say("beranda.cari")
		v.Headline.Sentence = joined(w.spreadSentence(), " ")
		if y := w.site.overview.year; y != 0 && v.Headline.Sentence == "" {
			v.Headline.Sentence = w.yearLead(w.site.set.Study.Census.Country(y)) // too few are known to tell how they spread
		}
		v.Sections = compact(w.spreadSection())
	}
	v.Headline.Search = w.search()
	if sp := s.overview.spread; sp != nil {
		v.Changes = compact(w.movers(sp.all(), listed))
	}
	if w.site.overview.year == 0 && v.Headline.Index == "" {
		v.Empty = w.Tell("beranda.kosong")
	}
	description := w.text(portal.Summary).Words
	if national != nil && national.shown != nil && national.shown.known {
		description = w.Say("kalimat.hasil", w.result(national, national.shown)...)
	}
	return Shell{Title: v.Title, Description: description, Charts: interactive(slices.Concat(v.Sections, v.Changes)) || v.Tiles != nil, Finds: true}, v
}

// homeSentence is the national result and the share of the good, two sentences;
// what became of the targets stands under the trend.
func (w *writer) homeSentence(national *history) theme.HTML {
	first := w.Tell("kalimat.hasil", w.result(national, national.shown)...)
	if !national.shown.known {
		first = w.Tell("utama.kalimat-tanpa-indeks", "nama", w.name(national.inst), "tahun", year(national.shown.Year))
	}
	return joined(append([]theme.HTML{first}, w.spreadSentence()...), " ")
}

// search names a few institutions as examples: one of the best known kinds each.
func (w *writer) search() *Search {
	o := &w.site.overview
	f := &Search{Quick: *w.quick()}
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
	return levels > 0 || len(h.paths) > 0
}

// spreadSentence says how many institutions reach the wanted band.
func (w *writer) spreadSentence() []theme.HTML {
	sp := w.site.overview.spread
	if sp == nil {
		return nil
	}
	all := &sp.rows[0]
	good := all.AtLeast(sp.good)
	before := ""
	if l := sp.last; l != nil {
		n := l.AtLeast(sp.good)
		before = w.Say("sebaran.kalimat-lalu", "tahun", year(sp.year-1), "n", w.Int(n), "semua", w.Int(l.decided()), "persen", w.percent(n, l.decided()))
	}
	return []theme.HTML{w.Tell("sebaran.kalimat", "semua", w.Int(all.decided()), "n", w.Int(good), "persen", w.percent(good, all.decided()),
		"predikat", w.text(sp.instrument.Bands[sp.good].Name), "tahun", year(sp.year), "lalu", before)}
}

// spreadSection is the distribution over the bands, kind by kind.
func (w *writer) spreadSection() *Section {
	sp := w.site.overview.spread
	if sp == nil {
		return nil
	}
	s := &Section{ID: "sebaran", Title: w.Say("sebaran.judul")}
	for i := range sp.rows {
		if t := sp.rows[i].target; t != nil && t.Actual.Exists() {
			s.Lead = append(s.Lead, w.shareTarget(t))
		}
	}
	s.Lead = append(s.Lead, w.basisOf(sp.instrument, sp.year))
	s.Figure = w.spreadFigure(sp)
	s.Tables = append(s.Tables, w.spreadTable(sp))
	s.Notes = w.spreadNotes(sp)
	return s
}

func (w *writer) shareTarget(t *analysis.Share) theme.HTML {
	key := "sebaran.target-belum"
	if t.Status == analysis.StatusReached {
		key = "sebaran.target-tercapai"
	}
	return w.Tell(key, "siapa", w.text(t.Target.Name), "tahun", year(t.Year), "target", w.share(t.Target.Percent),
		"predikat", w.text(t.Instrument.Bands[t.Band].Name), "persen", w.percent(t.Count, t.Known))
}

func (w *writer) rowName(r *spreadRow) theme.Text {
	switch {
	case len(r.kinds) == 0:
		return theme.Text{Words: w.Say("sebaran.semua")}
	case len(r.kinds) > 1:
		return w.text(r.target.Target.Name)
	}
	return w.kinds(r.kinds[0])
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
			Label: w.rowName(r).Words, Note: w.Say("sebaran.instansi", "n", w.Int(r.Known)), Counts: r.ByBand, Unknown: r.NoBand,
			Share: w.percent(r.AtLeast(sp.good), r.decided()), Inset: r.inset,
		}
		if r.target != nil {
			percent := r.target.Target.Percent
			row.Target, row.TargetLabel = percent, w.Say("sebaran.target", "target", w.share(percent))
		}
		c.Rows = append(c.Rows, row)
		said = append(said, row.Label+" "+row.Share)
	}
	c.Head = w.head("sebaran-bagan", w.Say("sebaran.bagan", "tahun", year(sp.year)),
		w.Say("sebaran.uraian", "predikat", good, "nilai", strings.Join(said, "; ")))
	f := w.drawn(c)
	all := &sp.rows[0]
	f.Caption = w.Say("sebaran.temuan", "persen", w.percent(all.AtLeast(sp.good), all.decided()), "predikat", good)
	f.Measure = w.Say("sebaran.ukuran", "tahun", year(sp.year))
	f.Legend = w.bandKeys(sp.instrument)
	f.Files = w.takeaway(yearDir(sp.year), spreadFile)
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
	cells := []table.Cell{{Text: name.Words, Lang: name.Lang}, table.Text(w.Int(r.Known))}
	if len(r.kinds) == 1 {
		cells[0].Href = w.to(kindDir(r.kinds[0]))
	}
	if r.Known < r.Total {
		cells[1].Note = w.Say("sebaran.dari", "semua", w.Int(r.Total))
	}
	for _, n := range slices.Backward(r.counts(sp.instrument)) {
		cells = append(cells, table.Text(w.Int(n)))
	}
	share := table.Missing(w.Say("sebaran.kurang-cakupan"))
	if r.covered() {
		share = table.Text(w.percent(r.AtLeast(sp.good), r.decided()))
	}
	target := table.Missing(w.Say("tabel.tanpa-target"))
	if r.target != nil {
		target = w.from(table.Text(w.share(r.target.Target.Percent)), portalFile, r.target.Target.Places.Of("persen", r.target.Target.Pos))
	}
	return append(cells, share, target)
}

func (w *writer) spreadNotes(sp *spread) []theme.HTML {
	all := &sp.rows[0]
	notes := []theme.HTML{text(w.Say("sebaran.catatan"))}
	if all.Known < all.Total {
		notes = append(notes, text(w.Say("sebaran.cakupan", "n", w.Int(all.Known), "semua", w.Int(all.Total), "tahun", year(sp.year))))
	}
	if all.NoBand > 0 {
		notes = append(notes, text(w.Say("sebaran.tanpa-predikat", "n", w.Int(all.NoBand))))
	}
	for i := range sp.rows {
		if t := sp.rows[i].target; t != nil && t.Actual.Exists() {
			notes = append(notes, w.sharesInPrint(t)...)
		}
	}
	var sources []theme.HTML
	for i := range sp.rows {
		if t := sp.rows[i].target; t != nil && t.Target.Source != nil {
			if line := w.source(t.Target.Source); !slices.Contains(sources, line) {
				sources = append(sources, line)
			}
		}
	}
	if len(sources) > 0 {
		notes = append(notes, w.Tell("sebaran.sumber-target", "sumber", joined(sources, "; ")))
	}
	return notes
}
