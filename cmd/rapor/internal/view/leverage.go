package view

import (
	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// leverages is what each domain can add, told from the domains alone: no steps,
// because the levels behind them are not known. Nil where no domain is.
func (w *writer) leverages(h *history) *Section {
	e := h.latest
	list, _ := analysis.Leverages(e.point, w.site.peers(h, e))
	if len(list) == 0 {
		return nil
	}
	in := e.Instrument
	s := &Section{ID: "daya-ungkit", Title: w.Say("ungkit.judul-domain")}
	first := w.Say("ungkit.domain")
	if len(in.Domains) == 0 {
		s.Title, first = w.Say("ungkit.judul-aspek"), w.Say("ungkit.aspek")
	}
	if edges := analysis.EdgesOf(e.point); edges.ToNext.Exists() {
		next := &in.Bands[edges.Next]
		s.Lead = append(s.Lead, w.Tell("ungkit.menuju", "predikat", w.text(next.Name), "batas", w.figure(next.Min), "jarak", w.missing((next.Min-e.index).Index())))
	}
	s.Lead = append(s.Lead, text(w.Say("ungkit.uraian")))
	t := w.table(w.Say("ungkit.tabel"), year(e.Year), table.Words(first), table.Figures(w.Say("ungkit.per-poin"), year(e.Year),
		w.Say("ungkit.ruang", "maks", w.figure(in.Scale.Max)), w.Say("ungkit.tambahan")))
	t.Names = true
	medians := false
	for i := range list {
		medians = medians || list[i].Distance.Exists()
	}
	if medians {
		t.Columns = append(t.Columns, table.Figures(w.Say("tabel.terhadap-median"))...)
	}
	for i := range list {
		cells := w.leverageCells(e, &list[i])
		if medians {
			cells = append(cells, w.awayCell(list[i].Distance))
		}
		t.Add(table.Plain, cells...)
	}
	s.Tables = append(s.Tables, t)
	s.Notes = []theme.HTML{text(w.Say("ungkit.tanpa-langkah"))}
	return s
}

func (w *writer) leverageCells(e *edition, l *analysis.Leverage) []table.Cell {
	in := e.Instrument
	var name theme.Text
	if len(in.Domains) > 0 {
		name = w.text(in.Domains[l.Place].Name)
	} else {
		name = w.text(in.Aspects[l.Place].Name)
	}
	cells := []table.Cell{{Text: name.Words, Lang: name.Lang}, table.Text(w.exact(l.PerPoint)), w.valueCell(l.Value)}
	if !l.Room.Exists() {
		return append(cells, table.Missing(w.Say("tabel.tidak-diketahui")), table.Missing(w.Say("tabel.tidak-diketahui")))
	}
	return append(cells, w.figureCell(l.Room.Rounded()), table.Text(w.change(l.RoomGain.Rounded())))
}

// awayCell is a distance to the median.
func (w *writer) awayCell(x maturity.Index) table.Cell {
	if !x.Exists() {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	return table.Number(w.change(x.Rounded()), x.Rounded().Plain())
}
