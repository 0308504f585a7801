package view

import (
	"rapor/cmd/rapor/internal/maturity"
)

// fate is what became of a target.
type fate int

const (
	reached  fate = iota // in or before its year
	missed               // its year has a result, and it is lower
	unjudged             // its year has passed without a result
	replaced             // another instrument measures its year
	open                 // its year is still to come
	notBegun             // no result of its instrument yet
)

// aim is one target with what became of it.
type aim struct {
	maturity.Target
	instrument *maturity.Instrument // that it is judged by; nil where no edition precedes it
	fate       fate
	in         int                 // the year in which it was first reached, in time or later; 0: never
	gap        maturity.Hundredths // what is missing: in its year, or since the newest result
}

func newAims(h *history) []aim {
	out := make([]aim, 0, len(h.inst.Targets))
	for _, t := range h.inst.Targets {
		a := aim{Target: t, instrument: measure(h, t)}
		a.judge(h)
		out = append(out, a)
	}
	return out
}

// measure is the instrument of a target: the one it names, else that of the last
// edition before its year, else that of its year's own edition.
func measure(h *history, t maturity.Target) *maturity.Instrument {
	var found *maturity.Instrument
	for i := range h.editions {
		e := &h.editions[i]
		if t.Instrument != "" && e.Instrument.ID == t.Instrument {
			return e.Instrument
		}
		if t.Instrument == "" && e.final && (e.Year < t.Year || found == nil && e.Year == t.Year) {
			found = e.Instrument
		}
	}
	return found
}

// judge takes the exact values in this order: reached by its year; its year is
// over; still open.
func (a *aim) judge(h *history) {
	var own, newest *edition // of the target's year, and the newest of its instrument
	var last int             // newest year with any final result
	for i := range h.editions {
		e := &h.editions[i]
		if !e.final {
			continue
		}
		last = e.Year
		if e.Instrument != a.instrument {
			continue
		}
		newest = e
		if e.Year == a.Year {
			own = e
		}
		if a.in == 0 && e.exact.Cmp(a.Index.Index()) >= 0 {
			a.in = e.Year
		}
	}
	switch {
	case a.in > 0 && a.in <= a.Year:
		a.fate = reached
	case newest == nil:
		a.fate = notBegun
	case own != nil:
		a.fate, a.gap = missed, a.Index-own.index
	case !a.instrument.CoversYear(a.Year):
		a.fate, a.gap = replaced, a.Index-newest.index
	case a.Year <= last:
		a.fate = unjudged
	default:
		a.fate, a.gap = open, a.Index-newest.index
	}
}

// words says what became of the target: "tidak tercapai, kurang 0,30".
func (a *aim) words(w *writer) string {
	switch a.fate {
	case reached:
		return w.Say("target.tercapai", "tahun", year(a.in))
	case missed:
		if a.in > 0 {
			return w.Say("target.terlambat", "selisih", w.figure(a.gap), "tahun", year(a.in))
		}
		return w.Say("target.tidak-tercapai", "selisih", w.figure(a.gap))
	case unjudged:
		return w.Say("target.tanpa-hasil", "tahun", year(a.Year))
	case replaced:
		return w.Say("target.berganti", "selisih", w.figure(a.gap))
	case open:
		return w.Say("target.belum", "selisih", w.figure(a.gap))
	}
	return w.Say("target.belum-ada")
}

// sentence is words in a sentence of its own, with the target's figure and year.
func (a *aim) sentence(w *writer) string {
	return w.Say("target.kalimat", "target", w.figure(a.Index), "tahun", year(a.Year), "nasib", a.words(w))
}
