package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	out.Facts = append(w.bandFacts(e), w.targetFacts(h)...)
	out.Facts = append(out.Facts, w.rankFacts(h, e)...)
	out.Ruler = w.ruler(h, e)
	out.Sentence = w.sentence(h, e)
	return out
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
		key := "utama.tetap"
		if e.change > 0 {
			key = "utama.naik"
		} else if e.change < 0 {
			key = "utama.turun"
		}
		return arrow(e.change), w.change(e.change), w.Say(key, "nilai", w.figure(e.last.index), "tahun", year(e.last.Year))
	case e.before != nil:
		return "", "", w.Say("utama.tidak-sebanding", "tahun", year(e.before.Year))
	}
	return "", "", ""
}

// bandFacts are the distances to the edges of the band, both ways.
func (w *writer) bandFacts(e *edition) []Fact {
	place, _ := e.band()
	if place < 0 {
		return nil
	}
	var facts []Fact
	bands := e.Instrument.Bands
	if over := e.index - bands[place].Min; place > 0 && over >= 0 {
		facts = append(facts, Fact{
			w.Tell("fakta.di-atas-batas", "predikat", w.text(bands[place].Name), "batas", w.figure(bands[place].Min)),
			text(w.change(over)),
		})
	}
	if place+1 < len(bands) {
		next := &bands[place+1]
		value := w.Say("fakta.kurang", "selisih", w.figure(next.Min-e.index))
		if next.Min <= e.index { // the printed index stands at the bound, the exact one may be below it
			if row := e.score.Row(score.PartBand); row == nil || !row.ByBasis {
				return facts // or the band is wrong; the reconciliation says so
			}
			value = w.Say("fakta.kurang-sedikit", "selisih", w.figure(1))
		}
		facts = append(facts, Fact{w.Tell("fakta.menuju", "predikat", w.text(next.Name), "batas", w.figure(next.Min)), text(value)})
	}
	return facts
}

func (w *writer) targetFacts(h *history) []Fact {
	var facts []Fact
	for i := range h.timely() {
		a := &h.timely()[i]
		facts = append(facts, Fact{text(w.Say("fakta.target", "target", w.figure(a.Index), "tahun", year(a.Year))), text(a.words(w))})
	}
	return facts
}

// timely are the targets that matter beside the latest result: those of its year
// and later, else the last one.
func (h *history) timely() []aim {
	from := 0
	for from < len(h.aims)-1 && h.shown != nil && h.aims[from].Year < h.shown.Year {
		from++
	}
	return h.aims[from:min(len(h.aims), from+shownTargets)]
}

// rankFacts is the place among the peers, or how many of them are known.
func (w *writer) rankFacts(h *history, e *edition) []Fact {
	p := w.site.pool(h, e)
	switch {
	case p == nil || p.existing < 2:
		return nil
	case !p.tells():
		return []Fact{{w.rankTerm(p), text(w.Say("fakta.diketahui", "n", w.Int(len(p.members))))}}
	}
	return []Fact{{w.rankTerm(p), text(w.Say("fakta.peringkat", "peringkat", w.Int(p.rank(e.exact)),
		"letak", w.position(e.exact, p.total.median), "median", w.figure(p.total.median.Rounded())))}}
}

func (w *writer) rankTerm(p *pool) theme.HTML {
	return w.Tell("fakta.di-antara", "jenis", w.kindInText(p.kind), "n", w.Int(p.existing))
}

func (w *writer) kind(id string) theme.Text { return w.text(w.site.data.Portal.Kind(id).Name) }

// kindInText is a kind's name within a sentence: without its capital, unless it
// is an abbreviation.
func (w *writer) kindInText(id string) theme.Text {
	t := w.kind(id)
	first, size := utf8.DecodeRuneInString(t.Words)
	if second, _ := utf8.DecodeRuneInString(t.Words[size:]); unicode.IsLower(second) {
		t.Words = string(unicode.ToLower(first)) + t.Words[size:]
	}
	return t
}

// position is above, at or below, judged on exact values.
func (w *writer) position(x, median maturity.Index) string {
	switch x.Cmp(median) {
	case 1:
		return w.Say("letak.di-atas")
	case -1:
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
	for _, a := range h.timely() {
		if a.instrument != e.Instrument {
			continue
		}
		label := w.Say("penggaris.target", "tahun", year(a.Year), "nilai", w.figure(a.Index))
		r.Targets = append(r.Targets, chart.Mark{Value: a.Index, Label: label})
		said = append(said, label)
	}
	r.Head = w.head("penggaris", w.Say("penggaris.judul", "maks", w.Fixed(int64(e.Instrument.Scale.Max), 2)), strings.Join(said, "; ")+".")
	return figure(r)
}

// bandWords is the rating's name, or that it is not known.
func (w *writer) bandWords(e *edition) string {
	b := w.bandOf(e)
	if b == nil {
		return w.Say("predikat.tidak-ada")
	}
	return b.Name.Words
}

// sentence says the result and what became of the targets, to be quoted.
func (w *writer) sentence(h *history, e *edition) theme.HTML {
	parts := []theme.HTML{w.resultSentence(h, e)}
	for i := range h.timely() {
		parts = append(parts, text(h.timely()[i].sentence(w)))
	}
	return joined(parts, " ")
}

func (w *writer) resultSentence(h *history, e *edition) theme.HTML {
	return w.Tell("kalimat.hasil", w.result(h, e)...)
}

// result fills the places of a sentence about an edition's index.
func (w *writer) result(h *history, e *edition) []any {
	index := w.figure(e.index)
	if b := w.bandOf(e); b != nil {
		index = w.Say("kalimat.indeks", "indeks", index, "predikat", b.Name)
	}
	moved := ""
	if e.last != nil {
		key := "kalimat.tetap"
		if e.change > 0 {
			key = "kalimat.naik"
		} else if e.change < 0 {
			key = "kalimat.turun"
		}
		moved = w.Say(key, "selisih", w.figure(abs(e.change)), "tahun", year(e.last.Year))
	}
	return []any{"nama", w.name(h.inst), "apa", w.text(e.Instrument.IndexName), "tahun", year(e.Year), "indeks", index, "gerak", moved}
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
