package view

import (
	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/table"
)

// listed is how many movers each way are told.
const listed = 6

// movers are the biggest changes between the newest covered year and the one
// before it, within one instrument; nil where too few have both.
func (w *writer) movers() *Section {
	sp := w.site.overview.spread
	if sp == nil {
		return nil
	}
	m := sp.all().Movement(sp.year - 1)
	if !m.Enough() || m.Up+m.Down == 0 {
		return nil
	}
	s := &Section{ID: "perubahan", Title: w.Say("perubahan.judul"), Wide: true, Pair: true}
	s.Lead = append(s.Lead, w.Tell("perubahan.uraian", "dari", year(m.From), "ke", year(m.To), "instrumen", w.text(sp.instrument.Short),
		"semua", w.Int(m.Known), "naik", w.Int(m.Up), "turun", w.Int(m.Down), "tetap", w.Int(m.Equal)))
	rise, fall := w.moverTable("perubahan.naik", m), w.moverTable("perubahan.turun", m)
	for i := range min(listed, m.Up) {
		rise.Add(table.Plain, w.moverCells(&m.Movers[i])...)
	}
	for i := range min(listed, m.Down) {
		fall.Add(table.Plain, w.moverCells(&m.Movers[len(m.Movers)-1-i])...)
	}
	for _, t := range []*table.Table{rise, fall} {
		if !t.Empty() {
			s.Tables = append(s.Tables, t)
		}
	}
	s.Notes = append(s.Notes, text(w.Say("perubahan.catatan")))
	return s
}

func (w *writer) moverTable(key string, m analysis.Movement) *table.Table {
	t := w.table(w.Say(key), "", table.Words(w.Say("tabel.instansi")), table.Figures(year(m.From), year(m.To), w.Say("tabel.ubah")))
	t.Names = true
	return t
}

func (w *writer) moverCells(m *analysis.Mover) []table.Cell {
	change := w.changeCell(m.Change.Rounded())
	change.Strong = true
	return []table.Cell{w.institutionCell(m.Series.Institution), w.figureCell(m.From.Printed), w.figureCell(m.To.Printed), change}
}
