package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/theme"
)

// sentence says the result and, in a second sentence, what became of the
// targets, to be quoted.
func (w *writer) sentence(h *history, e *edition) theme.HTML {
	parts := []theme.HTML{w.Tell("kalimat.hasil", w.result(h, e)...)}
	if words := w.targetSentence(h); words != "" {
		parts = append(parts, text(words))
	}
	return joined(parts, " ")
}

// result fills the places of a sentence about an edition's index.
func (w *writer) result(h *history, e *edition) []any {
	index := w.figure(e.index)
	if b := w.bandOf(e); b != nil {
		index = w.Say("kalimat.indeks", "indeks", index, "predikat", b.Name)
	}
	if s := e.stage(); s != "" {
		index = w.Say("kalimat.tahap", "indeks", index, "tahap", w.stage(s))
	}
	moved := ""
	if e.last != nil {
		key := "kalimat.tetap"
		switch e.direction() {
		case 1:
			key = "kalimat.naik"
		case -1:
			key = "kalimat.turun"
		}
		moved = w.Say(key, "selisih", w.size(e.exact), "tahun", year(e.last.Year))
	}
	return []any{"nama", w.name(h.inst), "apa", w.text(e.Instrument.IndexName), "tahun", year(e.Year), "indeks", index, "gerak", moved}
}

// targetSentence tells of the targets that matter beside the result: one clause
// for all targets of one value that fared alike.
func (w *writer) targetSentence(h *history) string {
	var told [][]analysis.Path
	for _, p := range h.timely() {
		if !slices.ContainsFunc(told, func(alike []analysis.Path) bool { return fareAlike(&alike[0], &p) }) {
			told = append(told, h.alike(&p))
		}
	}
	out := ""
	for i, alike := range told {
		clause := w.clause(alike)
		if i == 0 {
			clause = capital(clause)
		} else {
			out += "; "
		}
		out += clause
	}
	if out == "" {
		return ""
	}
	return out + "."
}

// alike are the targets of the same value that fared like this one, itself
// included, by year.
func (h *history) alike(p *analysis.Path) []analysis.Path {
	var out []analysis.Path
	for _, q := range h.paths {
		if fareAlike(p, &q) {
			out = append(out, q)
		}
	}
	return out
}

// fareAlike reports whether one clause can tell of both targets. What is open or
// unknown is told one by one: its distance in time differs.
func fareAlike(a, b *analysis.Path) bool {
	if a.Target.Year == b.Target.Year {
		return a.Target.Index == b.Target.Index
	}
	over := a.Status == analysis.StatusReached || a.Status == analysis.StatusMissed
	return over && a.Target.Index == b.Target.Index && a.Status == b.Status && a.Instrument == b.Instrument && a.Reached == b.Reached
}

// clause tells of targets of one value that fared alike.
func (w *writer) clause(alike []analysis.Path) string {
	p := &alike[0]
	var years []string
	for i := range alike {
		years = append(years, year(alike[i].Target.Year))
	}
	places := []any{"target", w.figure(p.Target.Index), "tahun", w.series(years)}
	one := len(alike) == 1
	switch {
	case p.Status == analysis.StatusReached && one && p.Reached.Year == p.Target.Year:
		return w.Say("nasib.tercapai", places...)
	case p.Status == analysis.StatusReached:
		return w.Say("nasib.sudah-tercapai", append(places, "pada", year(p.Reached.Year))...)
	case p.Status == analysis.StatusMissed && p.Reached != nil:
		return w.Say("nasib.terlambat", append(places, "pada", year(p.Reached.Year))...)
	case p.Status == analysis.StatusMissed && one:
		return w.Say("nasib.tidak-tercapai", append(places, "kurang", w.shortfall(p))...)
	case p.Status == analysis.StatusMissed:
		return w.Say("nasib.semua-tidak-tercapai", places...)
	case !p.Distance.Exists():
		return w.Say("nasib.tidak-dapat-dinilai", append(places, "sebab", w.because(p))...)
	case p.InstrumentChanges:
		return w.Say("nasib.berganti", append(places, "kurang", w.missing(p.Distance))...)
	case p.Status == analysis.StatusUnknown:
		return w.Say("nasib.belum", append(places, "kurang", w.missing(p.Distance))...)
	}
	return w.Say("nasib.belum-dan", append(places, "kurang", w.missing(p.Distance), "laju", w.Say(paceKeys[p.Status]))...)
}

// series joins words as a sentence does: "2021, 2022, dan 2023".
func (w *writer) series(words []string) string {
	last := len(words) - 1
	switch len(words) {
	case 1:
		return words[0]
	case 2:
		return w.Say("deret.dua", "satu", words[0], "dua", words[1])
	}
	return w.Say("deret.banyak", "awal", w.list(words[:last]), "akhir", words[last])
}
