package view

import (
	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// stages sets the stages of an edition side by side, with what each changed. Nil
// where the final result alone is known. Levels of an earlier stage that stand
// beside a published result are shown here, as what they are.
func (w *writer) stages(e *edition) *Section {
	steps := analysis.Stages(e.Assessment, e.score)
	beside := e.besides() != ""
	if len(steps) == 0 || len(steps) == 1 && !beside {
		return nil
	}
	s := &Section{ID: "tahap", Title: w.Say("tahap.judul"), Lead: []theme.HTML{text(w.Say("tahap.uraian"))}}
	s.Tables = append(s.Tables, w.stageTable(e, steps))
	if beside {
		s.Lead = append(s.Lead, text(w.Say("tahap.di-samping", "tahap", w.stage(e.besides()))))
	}
	var places []int
	if beside {
		places = everyPlace(e.Instrument)
	} else {
		places = analysis.Unsteady(steps)
	}
	if len(places) > 0 {
		s.Tables = append(s.Tables, w.stageLevels(e, steps, places, beside))
	} else {
		s.Notes = append(s.Notes, text(w.Say("tahap.tanpa-ubahan")))
	}
	return s
}

func everyPlace(in *maturity.Instrument) []int {
	all := make([]int, len(in.Indicators))
	for i := range all {
		all[i] = i
	}
	return all
}

// stageTable has a row for each stage, and one for the published result where
// there is one.
func (w *writer) stageTable(e *edition, steps []*analysis.StageStep) *table.Table {
	in := e.Instrument
	t := w.table(w.Say("tahap.tabel"), year(e.Year), table.Words(w.Say("tahap.tahap")), table.Figures(w.Say("tabel.indeks")),
		table.Words(w.Say("tabel.predikat")), table.Figures(w.Say("tahap.perubahan"), w.Say("tahap.naik"), w.Say("tahap.turun"), w.Say("tahap.dinilai")))
	t.Wide, t.Names = true, true
	for _, s := range steps {
		t.Add(table.Plain, w.stageCells(in, s)...)
	}
	if p := e.Published; p != nil && p.Index != nil {
		cells := []table.Cell{table.Text(w.Say("tahap.terbit")), w.figureCell(*p.Index), w.bandCell(e)}
		for len(cells) < len(t.Columns) {
			cells = append(cells, table.Text(""))
		}
		t.Add(table.Total, cells...)
	}
	return t
}

func (w *writer) stageCells(in *maturity.Instrument, s *analysis.StageStep) []table.Cell {
	none := table.Missing(w.Say("tahap.pertama"))
	index, band, change, up, down := table.Missing(w.Say("tabel.tidak-diketahui")), table.Missing(w.Say("tabel.tidak-diketahui")), none, none, none
	if s.Index.Exists() {
		index = w.figureCell(s.Index.Rounded())
		band = w.bandName(in, s.Band)
	}
	if s.Change.Exists() {
		change = w.changeCell(s.Change.Rounded())
	}
	if s.Before != nil {
		up, down = table.Text(w.Int(s.Up)), table.Text(w.Int(s.Down))
	}
	known := table.Text(w.Say("tahap.dari", "n", w.Int(s.Known), "semua", w.Int(s.Applicable)))
	return []table.Cell{table.Text(capital(w.stage(s.Stage))), index, band, change, up, down, known}
}

// stageLevels are the levels of some indicators, stage by stage. In a row the
// last column says what all stages together changed.
func (w *writer) stageLevels(e *edition, steps []*analysis.StageStep, places []int, all bool) *table.Table {
	in := e.Instrument
	caption := w.Say("tahap.tabel-indikator", "n", w.Int(len(places)), "semua", w.Int(len(in.Indicators)))
	if all {
		caption = w.Say("tahap.tabel-semua")
	}
	t := w.table(caption, year(e.Year), table.Words(w.Say("tabel.indikator-satu")))
	for _, s := range steps {
		t.Columns = append(t.Columns, table.Figures(capital(w.stage(s.Stage)))...)
	}
	several := len(steps) > 1
	if several {
		t.Columns = append(t.Columns, table.Figures(w.Say("tahap.seluruhnya"))...)
	}
	t.Wide, t.Names = true, true
	for _, i := range places {
		name := w.brief(in, i)
		cells := []table.Cell{{Code: in.Indicators[i].ID, Text: name.Words, Lang: name.Lang}}
		for k, s := range steps {
			cells = append(cells, w.levelCell(in, s.Levels[i], k == len(steps)-1))
		}
		if several {
			cells = append(cells, w.levelChange(steps[0].Levels[i], steps[len(steps)-1].Levels[i]))
		}
		t.Add(table.Plain, cells...)
	}
	return t
}

// levelChange is what happened between two levels: "+1", or a dash where one of
// them was not given.
func (w *writer) levelChange(from, to maturity.Level) table.Cell {
	if !from.Assessed() || !to.Assessed() {
		return table.Missing(w.Say("tabel.tidak-dinilai"))
	}
	d := to.Hundredths() - from.Hundredths()
	if d%100 == 0 {
		return table.Number(w.Signed(int64(d/100), 0), d.Plain())
	}
	return w.changeCell(d)
}
