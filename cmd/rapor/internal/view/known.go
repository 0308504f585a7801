package view

import (
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// known says what the portal holds of each edition and what it does not.
func (w *writer) known(h *history) *Section {
	if len(h.editions) == 0 {
		return nil
	}
	s := &Section{ID: "diketahui", Title: w.Say("diketahui.judul"), Status: w.extent(h.shown)}
	t := w.table(w.Say("diketahui.tabel"), "", table.Words(w.Say("tabel.edisi"), w.Say("tabel.instrumen")),
		table.Words(w.Say("tabel.indeks"), w.Say("tabel.domain"), w.Say("tabel.aspek"), w.Say("tabel.indikator")))
	for i := range h.editions {
		e := &h.editions[i]
		mark := table.Plain
		if e == h.shown {
			mark = table.Own
		}
		t.Add(mark, w.knownRow(h, e)...)
	}
	s.Tables = append(s.Tables, t)
	return s
}

func (w *writer) knownRow(h *history, e *edition) []table.Cell {
	domains, aspects, levels := e.count()
	short := w.text(e.Instrument.Short)
	return []table.Cell{
		table.Link(year(e.Year), w.to(editionDir(h.inst.Slug, e.Year))),
		{Text: short.Words, Lang: short.Lang, Href: w.to(instrumentDir(e.Instrument.ID))},
		w.presence(btoi(e.known), 1),
		w.presence(domains, len(e.Instrument.Domains)),
		w.presence(aspects, len(e.Instrument.Aspects)),
		w.presence(levels, len(e.Instrument.Indicators)),
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// presence says how many parts of a whole are there.
func (w *writer) presence(n, of int) table.Cell {
	switch {
	case of == 0:
		return table.Muted(w.Say("diketahui.tidak-berlaku"))
	case n == 0:
		return table.Muted(w.Say("diketahui.tidak-ada"))
	case n == of:
		return table.Text(w.Say("diketahui.ada"))
	}
	return table.Text(w.Say("diketahui.sebagian", "n", w.Int(n), "semua", w.Int(of)))
}

// extent says in a sentence what is not known of an edition, and what its page
// therefore does not show; "" where everything is known.
func (w *writer) extent(e *edition) theme.HTML {
	domains, aspects, levels := e.count()
	in := e.Instrument
	some := domains + aspects
	whole := levels == len(in.Indicators) && len(in.Indicators) > 0
	places := []any{"tahun", year(e.Year), "indikator", w.Int(len(in.Indicators)), "domain", w.Int(len(in.Domains)), "aspek", w.Int(len(in.Aspects))}
	switch {
	case whole:
		return w.Tell("diketahui.semua", places...)
	case levels > 0:
		return w.Tell("diketahui.sebagian-tingkat", append(places, "n", w.Int(levels))...)
	case some == 0 && e.known:
		return w.Tell("diketahui.indeks-saja", places...)
	case some == 0:
		return w.Tell("diketahui.kosong", places...)
	case aspects < len(in.Aspects) && len(in.Domains) > 0:
		return w.Tell("diketahui.domain", places...)
	}
	return w.Tell("diketahui.aspek", places...)
}
