package view

import (
	"slices"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// Edition is the fixed page of one institution in one year, the one to cite.
type Edition struct {
	Name     theme.Text
	Year     string
	About    theme.HTML
	Notices  []theme.HTML
	Latest   theme.Link // the institution's page
	Editions []theme.Link
	Headline Headline
	Sections []*Section // heat strip, parts, indicators, distribution, other figures, published against computed, what is known
	Remarks  *Remarks
	Sources  *Sources
	Citation *Citation
}

func (s *Site) edition(w *writer, h *history, e *edition) (Shell, any) {
	inst := h.inst
	one := h.editions[e.place(h) : e.place(h)+1]
	v := &Edition{
		Name: w.name(inst), Year: year(e.Year), About: w.about(h, e), Notices: slices.Concat(w.correctedNotice(h, e), w.editionNotices(e), w.notices(h)),
		Latest:   theme.Link{Text: theme.Text{Words: w.Say("edisi.terbaru")}, Href: w.to(institutionDir(inst.Slug))},
		Editions: w.editions(h, e),
		Headline: w.editionHeadline(h, e),
		Sections: compact(w.heat(h, e, ""), w.corrections(h, e), w.filled(e), w.domains(h, e), w.allPriorities(h, e), w.decomposed(h, e, true), w.indicators(h, e), w.stages(e), w.spread(e), w.others(e), w.reconciledParts(e), w.unknowns(e)),
		Remarks:  w.remarks(e),
		Sources:  w.sources(h, one),
		Citation: w.citation(h, e, editionDir(inst.Slug, e.Year)),
	}
	cardOf := "" // a picture of another year would mislead
	if e == h.shown {
		cardOf = inst.Slug
	}
	shell := Shell{
		CardOf: cardOf,
		Title:  w.editionTitle(h, e), Description: w.editionDescription(h, e), Section: listDir,
		Trail:  w.kindTrail(h, w.crumb(w.short(inst), institutionDir(inst.Slug))),
		Charts: interactive(v.Sections), Draft: e.Draft,
	}
	return shell, v
}

func (e *edition) place(h *history) int {
	for i := range h.editions {
		if &h.editions[i] == e {
			return i
		}
	}
	return 0
}

// editionHeadline is the headline of a past year: as it was then, so only the
// targets of that year and before are told.
func (w *writer) editionHeadline(h *history, e *edition) Headline {
	then := *h
	then.paths = nil
	for _, p := range h.paths {
		if p.Target.Year == e.Year {
			then.paths = append(then.paths, p)
		}
	}
	return w.headline(&then, e)
}

func (w *writer) editionTitle(h *history, e *edition) string {
	if !e.known {
		return w.Say("edisi.judul-kosong", "nama", w.short(h.inst), "tahun", year(e.Year))
	}
	index := w.figure(e.index)
	if b := w.bandOf(e); b != nil {
		index = w.Say("kalimat.indeks", "indeks", index, "predikat", b.Name)
	}
	return w.Say("edisi.judul", "nama", w.short(h.inst), "tahun", year(e.Year), "apa", w.text(e.Instrument.IndexName), "indeks", index)
}

func (w *writer) editionDescription(h *history, e *edition) string {
	if !e.known {
		return w.Say("utama.kalimat-tanpa-indeks", "nama", w.name(h.inst), "tahun", year(e.Year))
	}
	return w.Say("kalimat.hasil", w.result(h, e)...)
}

// doubtful reports whether a published figure of an edition is not what its parts or
// any levels make.
func (e *edition) doubtful() bool {
	return slices.ContainsFunc(e.score.Rows, func(row score.Row) bool { return impossible(&row) || row.Verdict == score.Differs })
}

// editionNotices say what sort of figures the year has, and what the editors
// want to be read first.
func (w *writer) editionNotices(e *edition) []theme.HTML {
	var out []theme.HTML
	if e.Note != "" {
		out = append(out, w.Tell("edisi.catatan", "catatan", w.data(e.Note)))
	}
	if e.last != nil && e.last.Note != "" && e.last.doubtful() { // what the change is told against
		out = append(out, w.Tell("edisi.catatan-pembanding", "tahun", year(e.last.Year), "catatan", w.data(e.last.Note)))
	}
	if s := e.stage(); s != "" {
		out = append(out, text(w.Say("edisi.tahap", "tahap", w.stage(s))))
	}
	if s := e.besides(); s != "" {
		out = append(out, text(w.Say("edisi.tingkat-tahap", "tahap", w.stage(s))))
	}
	if e.Incomplete && !e.known {
		out = append(out, text(w.Say("edisi.belum-lengkap")))
		if e.Deadline != "" {
			out = append(out, text(w.Say("edisi.batas", "tanggal", w.Day(e.Deadline))))
		}
	}
	if e.computed && !e.Incomplete && e.stage() == "" {
		out = append(out, text(w.Say("edisi.hitungan")))
	}
	if p := e.Published; p != nil && p.PrintedBand != "" {
		out = append(out, w.Tell("edisi.predikat-tercetak", "predikat", w.data(p.PrintedBand)))
	}
	return out
}

// spread is a published distribution over the bands (national figures).
func (w *writer) spread(e *edition) *Section {
	if e.Published == nil || e.Published.Spread == nil || e.Published.Spread.Total <= 0 {
		return nil
	}
	p, in := e.Published.Spread, e.Instrument
	t := w.table(w.Say("sebaran.tabel-terbit", "n", w.Int(p.Total)), year(e.Year), table.Words(w.Say("tabel.predikat")),
		table.Figures(w.Say("tabel.banyak"), w.Say("tabel.bagian-persen")))
	for i := len(in.Bands) - 1; i >= 0; i-- {
		n, known := p.ByBand[in.Bands[i].ID]
		if !known {
			continue
		}
		name := w.text(in.Bands[i].Name)
		t.Add(table.Plain, table.Cell{Text: name.Words, Lang: name.Lang}, table.Text(w.Int(n)), table.Text(w.percent(n, p.Total)))
	}
	if p.GoodOrUp != nil {
		t.Add(table.Total, table.Text(w.Say("sebaran.baik-ke-atas")), table.Text(w.Int(*p.GoodOrUp)), table.Text(w.percent(*p.GoodOrUp, p.Total)))
	}
	if t.Empty() {
		return nil
	}
	return &Section{ID: "sebaran", Title: w.Say("sebaran.judul"), Lead: []theme.HTML{text(w.Say("sebaran.terbit"))}, Tables: []*table.Table{t}}
}

// others are figures that other sources print for the same year.
func (w *writer) others(e *edition) *Section {
	if len(e.Others) == 0 {
		return nil
	}
	t := w.table(w.Say("lain.tabel"), year(e.Year), table.Words(w.Say("tabel.sumber")), table.Figures(w.Say("tabel.indeks")), table.Words(w.Say("tabel.predikat")))
	t.Names = true
	if e.known && !e.computed {
		t.Add(table.Own, table.Text(w.Say("lain.halaman-ini")), w.figureCell(e.index), w.bandCell(e))
	}
	for i := range e.Others {
		o := &e.Others[i]
		name := table.Cell{Text: o.Title, Lang: w.data("").Lang, Href: o.URL}
		if o.Title == "" {
			name = table.Text(o.ID)
		}
		index := table.Missing(w.Say("tabel.tidak-diketahui"))
		if o.Index != nil {
			index = w.figureCell(*o.Index)
		}
		t.Add(table.Plain, name, index, w.otherBand(e.Instrument, &o.Published))
	}
	s := &Section{ID: "lain", Title: w.Say("lain.judul"), Lead: []theme.HTML{text(w.Say("lain.dasar"))}, Tables: []*table.Table{t}}
	for i := range e.Others {
		s.Notes = append(s.Notes, w.otherParts(e.Instrument, &e.Others[i])...)
	}
	return s
}

func (w *writer) otherBand(in *maturity.Instrument, p *maturity.Published) table.Cell {
	if p.PrintedBand != "" {
		return table.Cell{Text: p.PrintedBand, Lang: w.data("").Lang}
	}
	return w.bandName(in, in.Band(p.Band))
}

// otherParts lists the domains and aspects that another source prints.
func (w *writer) otherParts(in *maturity.Instrument, o *maturity.Other) []theme.HTML {
	var parts []theme.HTML
	for i := range in.Domains {
		if v, ok := o.Domains[in.Domains[i].ID]; ok {
			parts = append(parts, w.text(in.Domains[i].Name).HTML()+" "+text(w.figure(v)))
		}
	}
	for i := range in.Aspects {
		if v, ok := o.Aspects[in.Aspects[i].ID]; ok {
			parts = append(parts, w.text(in.Aspects[i].Name).HTML()+" "+text(w.figure(v)))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []theme.HTML{w.Tell("lain.bagian", "sumber", w.data(o.Title), "nilai", joined(parts, "; "))}
}

// unknowns says what the year lacks; nil where every level is known.
func (w *writer) unknowns(e *edition) *Section {
	_, _, levels := e.count()
	if levels == len(e.Instrument.Indicators) && levels > 0 {
		return nil
	}
	return &Section{ID: "diketahui", Title: w.Say("diketahui.judul-edisi"), Status: w.extent(e)}
}
