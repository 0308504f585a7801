package view

import (
	"cmp"
	"slices"

	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// listed is how many movers each way are told.
const listed = 6

// movers are the biggest changes between the newest covered year and the one
// before it, within one instrument; nil where either is not covered.
func (w *writer) movers() *Section {
	sp := w.site.overview.spread
	if sp == nil || sp.last == nil {
		return nil
	}
	type mover struct {
		h *history
		e *edition
	}
	var all []mover
	up, down := 0, 0
	for _, h := range w.site.histories {
		e := h.final(sp.year)
		if h.inst.Average || e == nil || e.last == nil || e.last.Year != sp.year-1 || e.Instrument != sp.instrument {
			continue
		}
		all = append(all, mover{h, e})
		if e.change > 0 {
			up++
		} else if e.change < 0 {
			down++
		}
	}
	if up == 0 && down == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b mover) int { return cmp.Compare(b.e.change, a.e.change) })
	s := &Section{ID: "perubahan", Title: w.Say("perubahan.judul"), Wide: true, Pair: true}
	s.Lead = append(s.Lead, w.Tell("perubahan.uraian", "dari", year(sp.year-1), "ke", year(sp.year), "instrumen", w.text(sp.instrument.Short),
		"semua", w.Int(len(all)), "naik", w.Int(up), "turun", w.Int(down), "tetap", w.Int(len(all)-up-down)))
	rise, fall := w.moverTable("perubahan.naik", sp), w.moverTable("perubahan.turun", sp)
	for i := range min(listed, up) {
		rise.Add(table.Plain, w.moverCells(all[i].h, all[i].e)...)
	}
	for i := range min(listed, down) {
		m := all[len(all)-1-i]
		fall.Add(table.Plain, w.moverCells(m.h, m.e)...)
	}
	for _, t := range []*table.Table{rise, fall} {
		if !t.Empty() {
			s.Tables = append(s.Tables, t)
		}
	}
	s.Notes = append(s.Notes, theme.HTML(text(w.Say("perubahan.catatan"))))
	return s
}

func (w *writer) moverTable(key string, sp *spread) *table.Table {
	t := w.table(w.Say(key), "", table.Words(w.Say("tabel.instansi")), table.Figures(year(sp.year-1), year(sp.year), w.Say("tabel.ubah")))
	t.Names = true
	return t
}

func (w *writer) moverCells(h *history, e *edition) []table.Cell {
	change := w.changeCell(e.change)
	change.Strong = true
	return []table.Cell{w.institutionCell(h.inst), w.figureCell(e.last.index), w.figureCell(e.index), change}
}
