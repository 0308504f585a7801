package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// fillingPages yields the page on assessments that are still being filled, with
// its sheet for a meeting; none where there are none.
func (s *Site) fillingPages(yield func(Page) bool) bool {
	if s.filling == nil {
		return true
	}
	sheet := func(w *writer) (Shell, any) { return s.fillingSheet(w) }
	return s.leading(fillingDir, "portal.toml", fillingDir, s.fillingPage, yield) &&
		(len(s.filling.Units) > fillingUnits || s.recaps(fillingDir, "portal.toml", sheet, yield))
}

// fillingUnits is how many units fit on one sheet of paper.
const fillingUnits = 56

// fillingPage says how far the filling has come, unit by unit and indicator by
// indicator. Nobody is ranked by it.
func (s *Site) fillingPage(w *writer) (Shell, *Sections) {
	p := s.filling
	v := &Sections{Title: theme.Text{Words: w.Say("pengisian.judul", "tahun", year(p.Year))}, Region: w.Say("pengisian.wilayah"), Lead: w.fillingLead(), Facts: w.fillingFacts(),
		About: w.Tell("pengisian.instrumen", "instrumen", w.text(p.Instrument.Short), "n", w.Int(len(p.Instrument.Indicators)))}
	if len(p.Units) <= fillingUnits {
		v.Tools = append(v.Tools, w.recapLink(fillingDir))
	}
	v.Sections = []*Section{w.fillingUnits(), w.fillingIndicators()}
	return Shell{Description: w.Say("pengisian.uraian", "tahun", year(p.Year)), Trail: w.trail()}, v
}

// fillingSheet is the page on one sheet of paper: the units in two columns.
func (s *Site) fillingSheet(w *writer) (Shell, any) {
	title := w.Say("pengisian.judul", "tahun", year(s.filling.Year))
	v := w.sheet(theme.Text{Words: title}, fillingDir)
	v.Lead, v.Region, v.Facts = w.fillingLead(), w.Say("pengisian.wilayah"), w.fillingFacts()
	units := w.fillingOrder()
	half := (len(units) + 1) / 2
	part := func(id, title string, units []analysis.UnitProgress) []*Section {
		if len(units) == 0 {
			return nil
		}
		t := w.table(w.Say("pengisian.tabel-unit"), year(s.filling.Year), table.Words(w.Say("tabel.instansi")), table.Figures(w.Say("pengisian.terisi"), w.Say("pengisian.bukti-kurang")))
		for _, u := range units {
			cells := w.fillingCells(&u)
			t.Add(table.Plain, cells[0], cells[2], cells[4])
		}
		t.Wide = false
		return []*Section{{ID: id, Title: title, Tables: []*table.Table{t}}}
	}
	v.Left, v.Right = part("unit", w.Say("pengisian.unit"), units[:half]), part("unit-2", w.Say("lembar.lanjutan"), units[half:])
	return Shell{Title: title, Description: w.Say("pengisian.uraian", "tahun", year(s.filling.Year)), Section: fillingDir,
		Trail: w.trail(w.crumb(theme.Text{Words: title}, fillingDir)), Sheet: true}, v
}

// fillingLead counts the units that are done.
func (w *writer) fillingLead() theme.HTML {
	p := w.site.filling
	done, begun := 0, 0
	for _, u := range p.Units {
		if u.Assessment != nil && u.Done() {
			done++
		} else if u.Filled > 0 {
			begun++
		}
	}
	return w.Tell("pengisian.kalimat", "semua", w.Int(len(p.Units)), "lengkap", w.Int(done), "sedang", w.Int(begun), "belum", w.Int(len(p.Units)-done-begun))
}

func (w *writer) fillingFacts() []Fact {
	p := w.site.filling
	present, missing := 0, 0
	for _, u := range p.Units {
		present, missing = present+u.Present, missing+u.Missing
	}
	fact := func(term, value string) Fact { return Fact{text(w.Say(term)), text(value)} }
	var facts []Fact
	if p.Deadline != "" {
		facts = append(facts, fact("pengisian.batas", w.Day(p.Deadline)))
	}
	facts = append(facts, fact("pengisian.tingkat-terisi", w.Say("pengisian.dari", "n", w.Int(p.Filled), "semua", w.Int(p.Applicable))))
	if present+missing > 0 {
		facts = append(facts, fact("pengisian.bukti", w.Say("pengisian.bukti-nilai", "ada", w.Int(present), "kurang", w.Int(missing))))
	}
	return facts
}

// fillingOrder are the units by name.
func (w *writer) fillingOrder() []analysis.UnitProgress {
	units := slices.Clone(w.site.filling.Units)
	lang.SortBy(w.Form, units, func(u analysis.UnitProgress) string { return w.short(u.Institution).Words })
	return units
}

func (w *writer) fillingUnits() *Section {
	t := w.table(w.Say("pengisian.tabel-unit"), year(w.site.filling.Year), table.Words(w.Say("tabel.instansi"), w.Say("pengisian.keadaan")),
		table.Figures(w.Say("pengisian.terisi"), w.Say("pengisian.bukti-ada"), w.Say("pengisian.bukti-kurang")), table.Words(w.Say("pengisian.batas")))
	t.Wide, t.Names, t.Sorts = true, true, true
	for _, u := range w.fillingOrder() {
		t.Add(table.Plain, w.fillingCells(&u)...)
	}
	return &Section{ID: "unit", Title: w.Say("pengisian.unit"), Wide: true, Lead: []theme.HTML{text(w.Say("pengisian.unit-uraian"))}, Tables: []*table.Table{t}}
}

// fillingCells are a unit, its state, levels filled, evidence present and
// missing, and its deadline.
func (w *writer) fillingCells(u *analysis.UnitProgress) []table.Cell {
	state, deadline := "pengisian.belum", table.Missing(w.Say("pengisian.tanpa-batas"))
	switch {
	case u.Final:
		state = "pengisian.akhir"
	case u.Assessment != nil && u.Done():
		state = "pengisian.lengkap"
	case u.Filled > 0:
		state = "pengisian.sedang"
	}
	unit := w.institutionCell(u.Institution)
	if u.Assessment != nil {
		unit.Href = w.to(editionDir(u.Institution.Slug, u.Assessment.Year))
		if u.Assessment.Deadline != "" {
			deadline = table.Text(w.Day(u.Assessment.Deadline))
			deadline.Value = u.Assessment.Deadline
		}
	}
	filled := table.Number(w.Say("pengisian.dari", "n", w.Int(u.Filled), "semua", w.Int(u.Applicable)), w.Int(u.Filled))
	return []table.Cell{unit, table.Text(w.Say(state)), filled, table.Text(w.Int(u.Present)), table.Text(w.Int(u.Missing)), deadline}
}

func (w *writer) fillingIndicators() *Section {
	p := w.site.filling
	t := w.table(w.Say("pengisian.tabel-indikator"), year(p.Year), table.Words(w.Say("tabel.indikator-satu")),
		table.Figures(w.Say("pengisian.unit-terisi"), w.Say("pengisian.bukti-ada"), w.Say("pengisian.bukti-kurang")))
	t.Wide, t.Names, t.Sorts = true, true, true
	for i := range p.Indicators {
		row := &p.Indicators[i]
		name := w.brief(p.Instrument, i)
		filled := table.Number(w.Say("pengisian.dari", "n", w.Int(row.Filled), "semua", w.Int(row.Applicable)), w.Int(row.Filled))
		t.Add(table.Plain, table.Cell{Code: p.Instrument.Indicators[i].ID, Text: name.Words, Lang: name.Lang}, filled,
			table.Text(w.Int(row.Present)), table.Text(w.Int(row.Missing)))
	}
	return &Section{ID: "indikator", Title: w.Say("pengisian.indikator"), Lead: []theme.HTML{text(w.Say("pengisian.indikator-uraian"))}, Tables: []*table.Table{t}}
}

// filled says how far an edition that is still being filled has come, indicator
// by indicator; nil where it is not being filled.
func (w *writer) filled(e *edition) *Section {
	if !e.Incomplete {
		return nil
	}
	in := e.Instrument
	t := w.table(w.Say("pengisian.tabel-edisi"), year(e.Year), table.Words(w.Say("tabel.indikator-satu")),
		table.Figures(w.Say("prioritas.tingkat")), table.Words(w.Say("pengisian.bukti")))
	t.Wide, t.Names = true, true
	levels := e.levels()
	for i := range in.Indicators {
		if in.Normalises && slices.Contains(e.NotApplicable, i) {
			continue
		}
		name := w.brief(in, i)
		level := table.Missing(w.Say("pengisian.belum-diisi"))
		if levels != nil && levels[i].Assessed() {
			level = w.levelCell(in, levels[i], false)
		}
		t.Add(table.Plain, table.Cell{Code: in.Indicators[i].ID, Text: name.Words, Lang: name.Lang}, level, w.evidenceCell(e, i))
	}
	return &Section{ID: "pengisian", Title: w.Say("pengisian.kemajuan"), Lead: []theme.HTML{text(w.unknown(e))}, Tables: []*table.Table{t}}
}

// evidenceCell counts the evidence of an indicator that may be published.
func (w *writer) evidenceCell(e *edition, i int) table.Cell {
	present, missing := 0, 0
	for _, n := range e.Notes {
		for _, ev := range n.Evidence {
			switch {
			case n.Indicator != i || !n.Open:
			case ev.Present:
				present++
			default:
				missing++
			}
		}
	}
	if present+missing == 0 {
		return table.Muted(w.Say("pengisian.tanpa-bukti"))
	}
	return table.Text(w.Say("pengisian.bukti-nilai", "ada", w.Int(present), "kurang", w.Int(missing)))
}
