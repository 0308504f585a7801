package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// indicatorPages yields the list of instruments, the indicators of each, and a
// page for every indicator.
func (s *Site) indicatorPages(yield func(Page) bool) bool {
	if len(s.data.Instruments) == 0 {
		return true
	}
	if !s.leading(indicatorsDir, "portal.toml", indicatorsDir, s.indicatorLists, yield) {
		return false
	}
	for _, in := range s.data.Instruments {
		all := s.cards[in]
		list := func(w *writer) (Shell, *Sections) { return s.indicatorList(w, in, all) }
		if !s.leading(indicatorsOf(in.ID), in.Pos.File, indicatorsDir, list, yield) {
			return false
		}
		for i := range in.Indicators {
			one := func(w *writer) (Shell, *Sections) { return w.site.indicatorPage(w, in, i) }
			if !s.leadingNoted(indicatorDir(in.ID, in.Indicators[i].ID), in.Pos.File, indicatorsDir, one, yield) {
				return false
			}
		}
	}
	return true
}

// cardOf is one institution's levels in one year.
type cardOf struct {
	series *analysis.Series
	point  *analysis.Point
}

// levelsKnown are the results by an instrument whose final levels are known, the
// newest first, then by slug.
func (s *Site) levelsKnown(in *maturity.Instrument) []cardOf {
	var out []cardOf
	years := s.set.Study.Census.Years()
	for k := len(years) - 1; k >= 0; k-- {
		for _, series := range s.set.Study.Series {
			if p := series.At(years[k]); p != nil && p.Instrument == in && p.Levels != nil {
				out = append(out, cardOf{series, p})
			}
		}
	}
	return out
}

// indicatorLists leads to the indicators of each instrument.
func (s *Site) indicatorLists(w *writer) (Shell, *Sections) {
	t := w.table(w.Say("metode.tabel-instrumen"), "", table.Words(w.Say("tabel.instrumen"), w.Say("tabel.tahun")),
		table.Figures(w.Say("tabel.domain"), w.Say("tabel.aspek"), w.Say("tabel.indikator"), w.Say("butir.hasil-bertingkat")))
	t.Names = true
	instruments := slices.Clone(s.data.Instruments)
	slices.Reverse(instruments)
	for _, in := range instruments {
		short := w.text(in.Short)
		t.Add(table.Plain, table.Cell{Text: short.Words, Lang: short.Lang, Href: w.to(indicatorsOf(in.ID))}, table.Text(w.years(in)),
			w.countCell(len(in.Domains)), w.countCell(len(in.Aspects)), table.Text(w.Int(len(in.Indicators))), table.Text(w.Int(len(s.cards[in]))))
	}
	v := &Sections{Title: theme.Text{Words: w.Say("menu.indikator")}, Lead: w.Tell("butir.pengantar")}
	v.Sections = []*Section{{ID: "instrumen", Title: w.Say("metode.instrumen"), Tables: []*table.Table{t}}}
	return Shell{Description: w.Say("butir.uraian-semua"), Trail: w.trail()}, v
}

// indicatorTrail is the way back from the indicators of an instrument.
func (w *writer) indicatorTrail(more ...theme.Link) []theme.Link {
	return w.trail(append([]theme.Link{w.crumb(theme.Text{Words: w.Say("menu.indikator")}, indicatorsDir)}, more...)...)
}

// indicatorList is the page of an instrument's indicators.
func (s *Site) indicatorList(w *writer, in *maturity.Instrument, all []cardOf) (Shell, *Sections) {
	short := w.text(in.Short)
	v := &Sections{Title: theme.Text{Words: w.Say("butir.judul", "instrumen", short)}, About: w.text(in.Name).HTML(), NavLabel: w.Say("tabel.instrumen")}
	for _, other := range s.data.Instruments {
		v.Nav = append(v.Nav, w.sister(w.text(other.Short), indicatorsOf(other.ID)))
	}
	t := w.table(w.Say("butir.tabel-daftar"), "", table.Words(w.Say("tabel.indikator")), table.Figures(w.Say("tabel.bobot")))
	t.Names = true
	if len(all) > 0 {
		t.Columns = append(t.Columns, table.Figures(w.Say("butir.diketahui"))...)
		t.Wide = true
	}
	aspect := -1
	for i := range in.Indicators {
		ind := &in.Indicators[i]
		if ind.Aspect != aspect {
			aspect = ind.Aspect
			name := w.text(in.Aspects[aspect].Name)
			t.Begin(table.Cell{Text: name.Words, Lang: name.Lang, Note: w.weight(in.Aspects[aspect].Weight)})
		}
		name := w.brief(in, i)
		cells := []table.Cell{{Text: ind.ID + " " + name.Words, Lang: name.Lang, Href: w.to(indicatorDir(in.ID, ind.ID))}, w.from(table.Text(w.weight(ind.Weight)), instrumentFile(in), ind.Pos)}
		if len(all) > 0 {
			cells = append(cells, table.Text(w.Int(len(having(all, i)))))
		}
		t.Add(table.Plain, cells...)
	}
	section := &Section{ID: "indikator", Title: w.Say("indikator.judul", "n", w.Int(len(in.Indicators))), Tables: []*table.Table{t}}
	if len(all) > 0 {
		section.Lead = append(section.Lead, text(w.Say("butir.diketahui-uraian")))
	}
	v.Sections = []*Section{section, w.aside("lanjut", w.Say("jenis.lanjut"),
		theme.Link{Text: theme.Text{Words: w.Say("butir.metode", "instrumen", short)}, Href: w.to(instrumentDir(in.ID))})}
	shell := Shell{Description: w.Say("butir.uraian-daftar", "instrumen", short, "n", w.Int(len(in.Indicators))), Trail: w.indicatorTrail()}
	return shell, v
}

// having are the results in which an indicator has a level.
func having(all []cardOf, indicator int) []cardOf {
	var out []cardOf
	for _, l := range all {
		if l.point.Levels[indicator].Assessed() {
			out = append(out, l)
		}
	}
	return out
}

// indicatorPage is the page of one indicator.
func (s *Site) indicatorPage(w *writer, in *maturity.Instrument, i int) (Shell, *Sections) {
	ind, name := &in.Indicators[i], w.brief(in, i)
	v := &Sections{Title: theme.Text{Words: ind.ID + " " + name.Words, Lang: name.Lang}, NavLabel: w.Say("butir.seaspek"), Region: ind.ID, Facts: w.indicatorFacts(in, i)}
	if full := w.text(ind.Name); full.Words != name.Words {
		v.About = full.HTML()
	}
	for k := range in.Indicators {
		if in.Indicators[k].Aspect == ind.Aspect {
			v.Nav = append(v.Nav, w.sister(theme.Text{Words: in.Indicators[k].ID}, indicatorDir(in.ID, in.Indicators[k].ID)))
		}
	}
	known := s.holders(in, i)
	v.Sections = compact(w.levelMeanings(in, i), w.levelSpread(in, i, known), w.levelHolders(in, i, known.cards))
	short := w.text(in.Short)
	shell := Shell{Description: w.Say("butir.uraian", "kode", ind.ID, "nama", name, "instrumen", short),
		Trail: w.indicatorTrail(w.crumb(short, indicatorsOf(in.ID)))}
	return shell, v
}

func (w *writer) indicatorFacts(in *maturity.Instrument, i int) []Fact {
	ind := &in.Indicators[i]
	fact := func(term string, value theme.HTML) Fact { return Fact{text(term), value} }
	aspect := &in.Aspects[ind.Aspect]
	facts := []Fact{
		fact(w.Say("tabel.instrumen"), theme.Link{Text: w.text(in.Short), Href: w.to(instrumentDir(in.ID))}.HTML()),
		fact(w.Say("tabel.bobot"), theme.Link{Text: theme.Text{Words: w.weight(ind.Weight)}, Href: w.dataLine(instrumentFile(in), ind.Pos)}.HTML()),
		fact(w.Say("butir.aspek"), w.text(aspect.Name).HTML()),
	}
	if aspect.Domain >= 0 {
		facts = append(facts, fact(w.Say("butir.domain"), w.text(in.Domains[aspect.Domain].Name).HTML()))
	}
	for _, eq := range in.Equivalents {
		before := w.site.data.Instrument(in.Predecessor)
		if eq.Indicator != ind.ID || before == nil || before.Indicator(eq.From) < 0 {
			continue
		}
		facts = append(facts, fact(w.Say("tabel.padanan"), theme.Link{Text: theme.Text{Words: eq.From}, Href: w.to(indicatorDir(before.ID, eq.From))}.HTML()))
	}
	return facts
}

// levelMeanings are the levels' names and criteria; nil where neither is known.
func (w *writer) levelMeanings(in *maturity.Instrument, i int) *Section {
	t := w.table(w.Say("butir.tabel-tingkat"), "", table.Words(w.Say("butir.tingkat")), []table.Column{{Name: w.Say("butir.arti"), Prose: true}})
	for n := int(in.Scale.Min / 100); n <= int(in.Scale.Max/100); n++ {
		l := maturity.LevelOf(maturity.Hundredths(100 * n))
		if meaning := w.meaning(in, i, l); meaning.Missing == "" {
			t.Add(table.Plain, table.Cell{Text: w.Int(n), Tone: tone(in, l)}, meaning)
		}
	}
	if t.Empty() {
		return nil
	}
	s := &Section{ID: "tingkat", Title: w.Say("butir.tingkat-judul"), Tables: []*table.Table{t}}
	if len(in.Indicators[i].Criteria) > 0 {
		s.Notes = append(s.Notes, text(w.Say("indikator.kriteria")))
	} else {
		s.Notes = append(s.Notes, text(w.Say("butir.tanpa-kriteria")))
	}
	return s
}

// levelSpread counts institutions per level in the newest year of which that may
// be said; where none is, it says how many are known.
func (w *writer) levelSpread(in *maturity.Instrument, i int, known holders) *Section {
	s := &Section{ID: "sebaran", Title: w.Say("butir.sebaran")}
	if len(known.cards) == 0 {
		s.Status = w.Tell("butir.tanpa-tingkat")
		return s
	}
	newest := known.cards[0].point.Year
	if g := known.country; g.Instrument != in || !g.Levels.Enough() {
		n := 0
		for _, l := range known.cards {
			if l.point.Year == newest {
				n++
			}
		}
		s.Status = w.Tell("butir.terlalu-sedikit", "n", w.Int(n), "tahun", year(newest))
		return s
	}
	t := w.table(w.Say("butir.tabel-sebaran"), year(newest), table.Words(w.Say("tabel.jenis")), table.Figures(w.Say("tahun.diketahui")))
	for n := int(in.Scale.Min / 100); n <= int(in.Scale.Max/100); n++ {
		t.Columns = append(t.Columns, table.Figures(w.Say("butir.tingkat-n", "n", w.Int(n)))...)
	}
	t.Wide, t.Names = true, true
	for k, g := range known.groups {
		if g.Instrument == in && g.Levels.Enough() {
			name := w.kinds(known.kinds[k])
			t.Add(table.Plain, w.levelCounts(table.Cell{Text: name.Words, Lang: name.Lang}, g, i)...)
		}
	}
	t.Add(table.Total, w.levelCounts(table.Text(w.Say("sebaran.semua")), known.country, i)...)
	s.Tables = append(s.Tables, t)
	return s
}

func (w *writer) levelCounts(name table.Cell, g *analysis.Group, i int) []table.Cell {
	cells := []table.Cell{name, table.Text(w.Int(g.Levels.Known(i)))}
	for n := int(g.Instrument.Scale.Min / 100); n <= int(g.Instrument.Scale.Max/100); n++ {
		cells = append(cells, table.Text(w.Int(g.Levels.At(i, maturity.Hundredths(100*n)))))
	}
	return cells
}

// levelHolders lists who is at which level; nil where nobody's is known.
func (w *writer) levelHolders(in *maturity.Instrument, i int, known []cardOf) *Section {
	if len(known) == 0 {
		return nil
	}
	t := w.table(w.Say("butir.tabel-instansi"), "", table.Words(w.Say("tabel.instansi"), w.Say("tabel.tahun")),
		table.Figures(w.Say("butir.tingkat")), table.Words(w.Say("butir.nama-tingkat")))
	t.Names, t.Sorts = true, len(known) > 1
	shown := known[:min(len(known), listBound)]
	t.Rest = len(known) - len(shown)
	for _, l := range shown {
		level := l.point.Levels[i]
		t.Add(table.Plain, w.editionCell(l.series.Institution, l.point.Year, "#"+in.Indicators[i].ID), table.Text(year(l.point.Year)),
			w.levelCell(in, level, true), w.textCell(in.LevelName(i, level)))
	}
	return &Section{ID: "instansi", Title: w.Say("butir.instansi"), Lead: []theme.HTML{text(w.Say("butir.instansi-uraian"))}, Tables: []*table.Table{t}}
}
