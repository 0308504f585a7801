package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/theme"
)

// shownTargets is how many targets the headline shows; the trend's table has all.
const shownTargets = 3

// headline is the block of an edition. Where there is no index it says what
// there is instead.
func (w *writer) headline(h *history, e *edition) Headline {
	if e == nil {
		return Headline{
			Label: w.Say("utama.label-kosong"), Region: w.Say("utama.wilayah-kosong"), Unknown: w.Say("utama.belum-ada-data"),
			Sentence: w.Tell("utama.kalimat-kosong", "nama", w.name(h.inst)), Facts: w.targetFacts(h),
		}
	}
	out := Headline{Label: w.indexName(e), Region: w.Say("utama.wilayah", "tahun", year(e.Year))}
	if !e.known {
		out.Unknown = w.unknown(e)
		out.Sentence = w.Tell("utama.kalimat-tanpa-indeks", "nama", w.name(h.inst), "tahun", year(e.Year))
		out.Facts = w.targetFacts(h)
		return out
	}
	out.Index, out.Band = w.figure(e.index), w.bandOf(e)
	out.Arrow, out.Change, out.Since = w.movement(e)
	out.Origin = w.lineLink(e.File, e.indexLine())
	out.Facts = append(append(w.bandFacts(e), w.incentiveFact(e)...), w.targetFacts(h)...)
	out.Facts = append(out.Facts, w.rankFacts(h, e)...)
	out.Ruler = w.ruler(h, e)
	out.Sentence = w.sentence(h, e)
	out.Proof = w.provenance(e)
	return out
}

// provenance answers "is this figure true" in one line: where it was read, how sure
// that is, and what computing it again gives.
func (w *writer) provenance(e *edition) theme.HTML {
	var parts, sources []theme.HTML
	for i := range e.Sources {
		line := w.source(&e.Sources[i])
		if e.Sources[i].Unchecked() {
			line = w.Tell("utama.sumber-belum", "sumber", line)
		}
		sources = append(sources, line)
	}
	if len(sources) > 0 {
		parts = append(parts, w.Tell("utama.sumber", "tahun", year(e.Year), "sumber", joined(sources, "; ")))
	}
	if row := e.score.Row(score.PartIndex); row != nil && row.Verdict != score.NotComputed {
		parts = append(parts, w.Tell("utama.hitung-ulang", "putusan", theme.Link{Text: theme.Text{Words: w.verdict(e, row).Text}, Href: "#hitung"}))
	}
	return joined(parts, " ")
}

// indexName is "Indeks SPBE 2024", with the stage where it is not the result.
func (w *writer) indexName(e *edition) string {
	name := w.text(e.Instrument.IndexName).Words + " " + year(e.Year)
	if s := e.stage(); s != "" {
		return name + ", " + w.stage(s)
	}
	return name
}

func (w *writer) stage(s maturity.Stage) string { return w.Say(stageKeys[s]) }

var stageKeys = map[maturity.Stage]string{
	maturity.StageSelf: "tahap.mandiri", maturity.StageDocument: "tahap.dokumen", maturity.StageInterview: "tahap.interviu",
	maturity.StageVisit: "tahap.visitasi", maturity.StageFinal: "tahap.akhir",
}

// unknown says why an edition has no index.
func (w *writer) unknown(e *edition) string {
	_, _, levels := e.count()
	switch {
	case e.Incomplete:
		return w.Say("utama.sedang-diisi", "isi", w.Int(levels), "semua", w.Int(len(e.Instrument.Indicators)))
	case levels > 0:
		return w.Say("utama.tahap-belum-lengkap", "isi", w.Int(levels), "semua", w.Int(len(e.Instrument.Indicators)))
	}
	return w.Say("utama.tanpa-indeks")
}

// movement is the change against the last comparable edition, in words.
func (w *writer) movement(e *edition) (sign, change, since string) {
	switch {
	case e.last != nil:
		key, change := "utama.tetap", w.change(e.change)
		switch e.direction() {
		case 1:
			key = "utama.naik"
		case -1:
			key = "utama.turun"
		}
		since = w.Say(key, "nilai", w.figure(e.last.index), "tahun", year(e.last.Year))
		if e.unrounded() {
			since = w.Say("utama.sebelum-dibulatkan", "gerak", since)
		}
		if e.change == 0 && e.direction() != 0 {
			change = w.size(e.exact)
		}
		return arrow(maturity.Hundredths(e.direction())), change, since
	case e.before != nil:
		return "", "", w.Say("utama.tidak-sebanding", "tahun", year(e.before.Year))
	}
	return "", "", ""
}

// bandFacts are the distances to the edges of the band, both ways.
func (w *writer) bandFacts(e *edition) []Fact {
	if e.point == nil {
		return nil
	}
	edges, bands := analysis.EdgesOf(e.point), e.Instrument.Bands
	var facts []Fact
	if edges.AboveBand.Exists() {
		b := &bands[edges.Band]
		facts = append(facts, Fact{
			w.Tell("fakta.di-atas-batas", "predikat", w.text(b.Name), "batas", w.figure(b.Min)),
			text(w.change(e.index - b.Min)),
		})
	}
	if edges.ToNext.Exists() || edges.Next >= 0 && w.hidden(e, bands[edges.Next].Min) {
		next := &bands[edges.Next]
		facts = append(facts, Fact{w.Tell("fakta.menuju", "predikat", w.text(next.Name), "batas", w.figure(next.Min)), text(w.missing((next.Min - e.index).Index()))})
	}
	return facts
}

// hidden reports whether a printed index stands at a bound that it does not
// reach before rounding. Where its band is wrong, the reconciliation says so.
func (w *writer) hidden(e *edition, bound maturity.Hundredths) bool {
	row := e.score.Row(score.PartBand)
	return e.index == bound && row != nil && row.ByBasis
}

// missing says how much is short of a goal. Less than half a cent would print as
// nothing, which it is not.
func (w *writer) missing(x maturity.Index) string {
	if x.Rounded() == 0 {
		return w.Say("fakta.kurang-sedikit", "selisih", w.figure(1))
	}
	return w.Say("fakta.kurang", "selisih", w.figure(x.Rounded()))
}

func (w *writer) targetFacts(h *history) []Fact {
	var facts []Fact
	for _, p := range h.timely() {
		facts = append(facts, Fact{text(w.Say("fakta.target", "target", w.figure(p.Target.Index), "tahun", year(p.Target.Year))), text(w.fate(&p))})
	}
	return facts
}

// timely are the targets that matter beside the latest result: those of its year
// and later, else the last one.
func (h *history) timely() []analysis.Path {
	from := 0
	for from < len(h.paths)-1 && h.shown != nil && h.paths[from].Target.Year < h.shown.Year {
		from++
	}
	return h.paths[from:min(len(h.paths), from+shownTargets)]
}

// rankFacts is the place among the peers, or how many of them are known.
func (w *writer) rankFacts(h *history, e *edition) []Fact {
	g := w.site.medians(h, e)
	switch {
	case g == nil || g.Total < 2:
		return nil
	case !g.tell():
		return []Fact{{w.rankTerm(h, e, g), text(w.Say("fakta.diketahui", "n", w.Int(g.Known)))}}
	}
	at := w.site.standing(h, e)
	rank := w.Int(at.Rank)
	if g.Known < g.Total {
		rank = w.Say("fakta.peringkat-diketahui", "peringkat", rank, "n", w.Int(g.Known))
	}
	return []Fact{{w.rankTerm(h, e, g), text(w.Say("fakta.peringkat", "peringkat", rank,
		"letak", w.position(at.Position), "median", w.figure(g.Index.Median.Rounded())))}}
}

func (w *writer) rankTerm(h *history, e *edition, g *medians) theme.HTML {
	return w.Tell("fakta.di-antara", "jenis", w.kindInText(h.kind(e)), "n", w.Int(g.Total))
}

func (w *writer) kind(id string) theme.Text { return w.text(w.site.data.Portal.Kind(id).Name) }

// kinds is a kind's name for more than one, where the language has another.
func (w *writer) kinds(id string) theme.Text { return w.text(w.site.data.Portal.Kind(id).Plural) }

// kindInText is the name of institutions of a kind within a sentence: without its capital, unless it
// is an abbreviation.
func (w *writer) kindInText(id string) theme.Text {
	t := w.kinds(id)
	first, size := utf8.DecodeRuneInString(t.Words)
	if second, _ := utf8.DecodeRuneInString(t.Words[size:]); unicode.IsLower(second) {
		t.Words = string(unicode.ToLower(first)) + t.Words[size:]
	}
	return t
}

// position is above, at or below the median.
func (w *writer) position(p analysis.Position) string {
	switch p {
	case analysis.PositionAbove:
		return w.Say("letak.di-atas")
	case analysis.PositionBelow:
		return w.Say("letak.di-bawah")
	}
	return w.Say("letak.sama")
}

// ruler shows the index on its scale, with the last edition and the targets of
// the same instrument.
func (w *writer) ruler(h *history, e *edition) *Figure {
	r := chart.Ruler{Scale: w.scale(e.Instrument), Now: &chart.Mark{Value: e.index}}
	said := []string{w.Say("penggaris.kini", "tahun", year(e.Year), "nilai", w.figure(e.index), "predikat", w.bandWords(e))}
	if e.last != nil {
		label := w.Say("penggaris.lalu", "tahun", year(e.last.Year), "nilai", w.figure(e.last.index))
		r.Last = &chart.Mark{Value: e.last.index, Label: label}
		said = append(said, label)
	}
	for _, p := range h.timely() {
		if p.Instrument != e.Instrument {
			continue
		}
		label := w.Say("penggaris.target", "tahun", year(p.Target.Year), "nilai", w.figure(p.Target.Index))
		r.Targets = append(r.Targets, chart.Mark{Value: p.Target.Index, Label: label})
		said = append(said, label)
	}
	r.Head = w.head("penggaris", w.Say("penggaris.judul", "maks", w.Fixed(int64(e.Instrument.Scale.Max), 2)), strings.Join(said, "; ")+".")
	return w.drawn(r)
}

// bandWords is the rating's name, or that it is not known.
func (w *writer) bandWords(e *edition) string {
	b := w.bandOf(e)
	if b == nil {
		return w.Say("predikat.tidak-ada")
	}
	return b.Name.Words
}

// text is words of the page's language as markup.
func text(words string) theme.HTML { return theme.Text{Words: words}.HTML() }

func joined(parts []theme.HTML, separator string) theme.HTML {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(separator)
		}
		b.WriteString(string(p))
	}
	return theme.HTML(b.String())
}
