package view

import (
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// How many movers each way are drawn and, on the first page, listed. The page of
// a year lists as many as it does of the highest.
const listed = 6

// moved is the movement of a group since the year before, within one instrument;
// false where too few have both results, or nothing moved.
func moved(g *analysis.Group) (analysis.Movement, bool) {
	if g.Instrument == nil {
		return analysis.Movement{}, false
	}
	m := g.Movement(g.Year - 1)
	return m, m.Enough() && m.Up+m.Down > 0
}

// movers are the biggest changes of a group since the year before, so many each
// way; nil where they cannot be told.
func (w *writer) movers(g *analysis.Group, most int) *Section {
	m, ok := moved(g)
	if !ok {
		return nil
	}
	s := &Section{ID: "perubahan", Title: w.Say("perubahan.judul"), Pair: true}
	s.Lead = append(s.Lead, w.Tell("perubahan.uraian", "dari", year(m.From), "ke", year(m.To), "instrumen", w.text(g.Instrument.Short),
		"semua", w.Int(m.Known), "naik", w.Int(m.Up), "turun", w.Int(m.Down), "tetap", w.Int(m.Equal)))
	s.Figure = w.moversFigure(m)
	var remarks []theme.HTML
	for _, side := range []struct {
		key    string
		movers []*analysis.Mover
	}{{"perubahan.naik", risen(&m, most)}, {"perubahan.turun", fallen(&m, most)}} {
		t := w.moverTable(side.key, m)
		for _, one := range side.movers {
			t.Add(table.Plain, w.moverCells(one)...)
			remarks = append(remarks, w.moverNotes(one)...)
		}
		if !t.Empty() {
			s.Tables = append(s.Tables, t)
		}
	}
	s.Notes = append(append(s.Notes, remarks...), text(w.Say("perubahan.catatan")))
	return s
}

// moverNotes are what the editors say of the two results that make a change: one may
// be doubtful.
func (w *writer) moverNotes(m *analysis.Mover) (out []theme.HTML) {
	for _, p := range []*analysis.Point{m.From, m.To} {
		if note := p.Assessment.Note; note != "" {
			out = append(out, w.Tell("perubahan.catatan-instansi", "nama", w.short(m.Series.Institution), "tahun", year(p.Year), "catatan", w.data(note)))
		}
	}
	return out
}

// risen and fallen are the biggest changes each way, the biggest first.
func risen(m *analysis.Movement, most int) (out []*analysis.Mover) {
	for i := range min(most, m.Up) {
		out = append(out, &m.Movers[i])
	}
	return out
}

func fallen(m *analysis.Movement, most int) (out []*analysis.Mover) {
	for i := range min(most, m.Down) {
		out = append(out, &m.Movers[len(m.Movers)-1-i])
	}
	return out
}

// moversFigure draws the biggest changes as spans from one year to the other.
func (w *writer) moversFigure(m analysis.Movement) *Figure {
	in := m.Movers[0].To.Instrument
	c := chart.Spans{Scale: w.scale(in), LastName: year(m.From), NowName: year(m.To)}
	var said []string
	for _, one := range append(risen(&m, listed), fallen(&m, listed)...) {
		name, change := w.short(one.Series.Institution).Words, w.moved(one.Change.Rounded())
		c.Rows = append(c.Rows, chart.SpanRow{Label: name, Note: change, Last: &one.From.Printed, Now: &one.To.Printed})
		said = append(said, name+" "+change)
	}
	c.Head = w.head("perubahan-bagan", w.Say("perubahan.bagan", "dari", year(m.From), "ke", year(m.To)), strings.Join(said, "; "))
	f := w.drawn(c)
	f.Caption = w.Say("perubahan.temuan", "naik", w.Int(m.Up), "semua", w.Int(m.Known))
	f.Measure = w.Say("perubahan.ukuran", "apa", w.text(in.IndexName), "dari", year(m.From), "ke", year(m.To), "n", w.Int(listed))
	f.Legend = []Key{{"last", theme.Text{Words: year(m.From)}}, {"now", theme.Text{Words: year(m.To)}}}
	f.Files = w.takeaway(yearDir(m.To), moversFile)
	return f
}

func (w *writer) moverTable(key string, m analysis.Movement) *table.Table {
	t := w.table(w.Say(key), "", table.Words(w.Say("tabel.instansi")), table.Figures(year(m.From), year(m.To), w.Say("tabel.ubah")))
	t.Names = true
	return t
}

func (w *writer) moverCells(m *analysis.Mover) []table.Cell {
	change := w.changeCell(m.Change.Rounded())
	change.Strong = true
	return []table.Cell{w.institutionCell(m.Series.Institution), w.resultCell(m.From), w.resultCell(m.To), change}
}
