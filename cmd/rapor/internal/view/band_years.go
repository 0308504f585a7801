package view

import (
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/table"
)

// bandYears is the share of each band year by year, within the instrument of the
// group shown; nil where fewer than two years are covered. at returns the group in
// another year.
func (w *writer) bandYears(shown *analysis.Group, at func(int) *analysis.Group) *Section {
	in := shown.Instrument
	if in == nil || len(in.Bands) == 0 {
		return nil
	}
	var rows []spreadRow
	for _, y := range w.site.knownYears() {
		if r := (spreadRow{Group: at(y)}); y <= shown.Year && r.Instrument == in && r.Known > 0 && r.covered() {
			rows = append(rows, r)
		}
	}
	if len(rows) < 2 {
		return nil
	}
	good := (&spread{year: shown.Year, instrument: in}).wanted(w.site)
	s := &Section{ID: "tahun", Title: w.Say("jenis.tahun")}
	s.Figure = w.bandYearsFigure(rows, good)
	t := w.table(w.Say("jenis.tabel-tahun"), "", table.Words(w.Say("tabel.tahun")), table.Figures(w.Say("tabel.dinilai")))
	w.bandColumns(t, in)
	t.Columns = append(t.Columns, table.Figures(w.Say("sebaran.ke-atas", "predikat", w.text(in.Bands[good].Name)))...)
	for i := range rows {
		r := &rows[i]
		cells := []table.Cell{w.yearLink(r.Year), table.Text(w.Int(r.Known))}
		for b := len(in.Bands) - 1; b >= 0; b-- {
			cells = append(cells, table.Text(w.Int(r.ByBand[b])))
		}
		t.Add(table.Plain, append(cells, table.Text(w.percent(r.AtLeast(good), r.decided())))...)
	}
	s.Tables = append(s.Tables, t)
	s.Notes = append(s.Notes, text(w.Say("jenis.catatan-tahun", "instrumen", w.text(in.Short))))
	return s
}

func (w *writer) bandYearsFigure(rows []spreadRow, good int) *Figure {
	in := rows[0].Instrument
	name := w.text(in.Bands[good].Name)
	c := chart.Shares{Good: good, GoodLabel: w.Say("sebaran.ke-atas", "predikat", name)}
	for i := range in.Bands {
		c.Bands = append(c.Bands, chart.Band{Name: w.text(in.Bands[i].Name).Words, Min: in.Bands[i].Min})
	}
	var said []string
	for i := range rows {
		r := &rows[i]
		row := chart.ShareRow{Label: year(r.Year), Note: w.Say("sebaran.instansi", "n", w.Int(r.Known)), Counts: r.ByBand, Unknown: r.NoBand, Share: w.percent(r.AtLeast(good), r.decided())}
		c.Rows = append(c.Rows, row)
		said = append(said, row.Label+" "+row.Share)
	}
	c.Head = w.head("tahun-bagan", w.Say("jenis.bagan-tahun"), w.Say("sebaran.uraian", "predikat", name, "nilai", strings.Join(said, "; ")))
	f := w.drawn(c)
	first, last := &rows[0], &rows[len(rows)-1]
	f.Caption = w.Say("jenis.temuan-tahun", "predikat", name, "dulu", year(first.Year), "awal", w.percent(first.AtLeast(good), first.decided()),
		"kini", year(last.Year), "akhir", w.percent(last.AtLeast(good), last.decided()))
	f.Measure = w.Say("jenis.ukuran-tahun")
	f.Legend = w.bandKeys(in)
	return f
}
