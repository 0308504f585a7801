package view

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// Methods is the page that says how the portal computes, with the instruments.
type Methods struct {
	Title    string
	Lead     theme.HTML
	Sections []*Section
	Text     *Prose // of the editors, from content/metode
}

func (s *Site) methods(w *writer) (Shell, any) {
	v := &Methods{Title: w.Say("metode.judul"), Lead: w.Tell("metode.pengantar"), Text: w.prose("metode")}
	v.Sections = compact(w.instrumentList(), w.rule("hitung"), w.example(), w.rule("predikat"), w.rule("terbit"), w.rule("sebanding"), w.rule("sesama"))
	return Shell{Title: v.Title, Description: w.Say("metode.uraian"), Section: methodDir, Trail: w.trail()}, v
}

// instrumentList names the instruments with the years they are for.
func (w *writer) instrumentList() *Section {
	t := w.table(w.Say("metode.tabel-instrumen"), "", table.Words(w.Say("tabel.instrumen"), w.Say("tabel.tahun")),
		table.Figures(w.Say("tabel.domain"), w.Say("tabel.aspek"), w.Say("tabel.indikator")))
	t.Names = true
	for _, in := range w.site.data.Instruments {
		short := w.text(in.Short)
		t.Add(table.Plain, table.Cell{Text: short.Words, Lang: short.Lang, Href: w.to(instrumentDir(in.ID))}, table.Text(w.years(in)),
			w.countCell(len(in.Domains)), w.countCell(len(in.Aspects)), table.Text(w.Int(len(in.Indicators))))
	}
	return &Section{ID: "instrumen", Title: w.Say("metode.instrumen"), Tables: []*table.Table{t}}
}

// years is the run of years that an instrument is for.
func (w *writer) years(in *maturity.Instrument) string {
	if in.LastYear == 0 {
		return w.Say("metode.sejak", "tahun", year(in.FirstYear))
	}
	return year(in.FirstYear) + "–" + year(in.LastYear)
}

// rule is a section of fixed words: metode.<key>-judul with metode.<key>-1, -2.
func (w *writer) rule(key string) *Section {
	title, first, second := ruleKeys[key][0], ruleKeys[key][1], ruleKeys[key][2]
	return &Section{ID: key, Title: w.Say(title), Notes: []theme.HTML{w.Tell(first), w.Tell(second)}}
}

// ruleKeys spells the words of every rule out, so that a search finds them.
var ruleKeys = map[string][3]string{
	"hitung":    {"metode.hitung-judul", "metode.hitung-1", "metode.hitung-2"},
	"predikat":  {"metode.predikat-judul", "metode.predikat-1", "metode.predikat-2"},
	"terbit":    {"metode.terbit-judul", "metode.terbit-1", "metode.terbit-2"},
	"sebanding": {"metode.sebanding-judul", "metode.sebanding-1", "metode.sebanding-2"},
	"sesama":    {"metode.sesama-judul", "metode.sesama-1", "metode.sesama-2"},
}

// example works a real index out, aspect by aspect: the newest complete
// scorecard. Nil where no levels are known.
func (w *writer) example() *Section {
	h, e := w.site.exampleEdition()
	if e == nil {
		return nil
	}
	in, card := e.Instrument, e.score.Computed()
	link := theme.Link{Text: w.name(h.inst), Href: w.to(editionDir(h.inst.Slug, e.Year))}
	t := w.table(w.Say("metode.tabel-contoh"), year(e.Year), table.Words(w.Say("tabel.aspek")), table.Figures(w.Say("tabel.bobot"), w.Say("tabel.nilai"), w.Say("tabel.sumbangan")))
	t.Names = true
	for a := range in.Aspects {
		name := w.text(in.Aspects[a].Name)
		share := maturity.Index{Num: card.Aspects[a].Num * int64(in.Aspects[a].Weight), Den: card.Aspects[a].Den * int64(maturity.WholeWeight)}
		t.Add(table.Plain, table.Cell{Text: name.Words, Lang: name.Lang}, table.Text(w.weight(in.Aspects[a].Weight)),
			table.Text(w.exact(card.Aspects[a])), table.Text(w.exact(share)))
	}
	t.Add(table.Total, table.Text(w.Say("tabel.indeks")), table.Text(w.weight(maturity.WholeWeight)), table.Text(""), table.Text(w.exact(card.Index)))
	s := &Section{ID: "contoh", Title: w.Say("metode.contoh"), Tables: []*table.Table{t}}
	s.Lead = append(s.Lead, w.Tell("metode.contoh-dari", "instansi", link, "tahun", year(e.Year), "n", w.Int(len(in.Indicators))))
	s.Notes = append(s.Notes, text(w.Say("metode.contoh-hasil", "tepat", w.exact(card.Index), "indeks", w.figure(card.Index.Rounded()))))
	return s
}

// exampleEdition is the newest edition whose index is computed from the levels
// of all indicators.
func (s *Site) exampleEdition() (*history, *edition) {
	var found *edition
	var of *history
	for _, h := range s.histories {
		for i := range h.editions {
			e := &h.editions[i]
			c := e.score.Computed()
			if e.final && !e.Draft && !e.Instrument.Normalises && c != nil && c.Stage == maturity.StageFinal && c.Index.Exists() && (found == nil || e.Year > found.Year) {
				found, of = e, h
			}
		}
	}
	return of, found
}

// Instrument is the page of one instrument, made from its file.
type Instrument struct {
	Name     theme.Text
	Short    theme.Text
	Facts    []Fact
	Sections []*Section
	Criteria *Criteria
	Text     *Prose
	Citation *Citation
}

// Criteria are the indicators with what each level asks for.
type Criteria struct {
	Section
	Aspects []CriteriaAspect
}

// CriteriaAspect is one aspect's indicators.
type CriteriaAspect struct {
	Name       theme.Text
	Weight     string
	Indicators []CriteriaIndicator
}

// CriteriaIndicator is one indicator.
type CriteriaIndicator struct {
	ID     string
	Name   theme.Text
	Weight string
	Levels []CriteriaLevel
}

// CriteriaLevel is one level: its number, its name, what it asks for.
type CriteriaLevel struct {
	Number string
	Tone   int
	Name   theme.Text
	Text   theme.Text
}

func (s *Site) instrument(w *writer, in *maturity.Instrument) (Shell, any) {
	v := &Instrument{
		Name: w.text(in.Name), Short: w.text(in.Short), Facts: w.instrumentFacts(in),
		Sections: compact(w.formula(in), w.bands(in), w.weights(in), w.instrumentChange(in), w.equivalents(in)),
		Criteria: w.criteria(in), Text: w.prose("metode/" + in.ID), Citation: w.pageCitation(w.text(in.Name)),
	}
	shell := Shell{
		Title: v.Short.Words, Section: methodDir,
		Description: w.Say("instrumen.uraian", "nama", v.Name, "singkatan", v.Short, "n", w.Int(len(in.Indicators))),
		Trail:       w.trail(w.crumb(theme.Text{Words: w.Say("menu.metode")}, methodDir)),
	}
	return shell, v
}

func (w *writer) instrumentFacts(in *maturity.Instrument) []Fact {
	fact := func(key string, value theme.HTML) Fact { return Fact{text(w.Say(key)), value} }
	facts := []Fact{fact("instrumen.berlaku", text(w.years(in)))}
	if in.Regulation.Base != "" {
		facts = append(facts, fact("instrumen.peraturan", w.text(in.Regulation).HTML()))
	}
	facts = append(facts, fact("instrumen.skala", text(w.scaleWords(in))))
	facts = append(facts, fact("instrumen.isi", text(w.composed(in))))
	if before := w.site.data.Instrument(in.Predecessor); before != nil {
		link := theme.Link{Text: w.text(before.Short), Href: w.to(instrumentDir(before.ID))}
		facts = append(facts, fact("instrumen.pendahulu", link.HTML()))
	}
	return facts
}

func (w *writer) formula(in *maturity.Instrument) *Section {
	s := &Section{ID: "rumus", Title: w.Say("instrumen.rumus")}
	s.Notes = append(s.Notes, w.Tell("instrumen.rumus-1", "apa", w.text(in.IndexName)), w.Tell("instrumen.rumus-2"))
	if in.Normalises {
		s.Notes = append(s.Notes, w.Tell("instrumen.normalisasi"))
	}
	return s
}

// bands lists the ratings, best first, and what they are judged on.
func (w *writer) bands(in *maturity.Instrument) *Section {
	if len(in.Bands) == 0 {
		return nil
	}
	labels := slices.ContainsFunc(in.Bands, func(b maturity.RatingBand) bool { return b.Label.Base != "" })
	incentives := slices.ContainsFunc(in.Bands, func(b maturity.RatingBand) bool { return b.Incentive.Base != "" })
	t := w.table(w.Say("instrumen.tabel-predikat"), "", table.Words(w.Say("tabel.predikat")), table.Figures(w.Say("tabel.mulai"), w.Say("tabel.sebelum")))
	if labels {
		t.Columns = append(t.Columns, table.Words(w.Say("tabel.sebutan"))...)
	}
	if incentives {
		t.Columns = append(t.Columns, table.Words(w.Say("tabel.insentif"))...)
	}
	for i := len(in.Bands) - 1; i >= 0; i-- {
		b := &in.Bands[i]
		name := w.text(b.Name)
		above := table.Text(w.figure(in.Scale.Max))
		if i+1 < len(in.Bands) {
			above = w.figureCell(in.Bands[i+1].Min)
		} else {
			above.Note = w.Say("instrumen.termasuk")
		}
		cells := []table.Cell{{Text: name.Words, Lang: name.Lang}, w.from(w.figureCell(b.Min), instrumentFile(in), b.MinPos), above}
		if labels {
			cells = append(cells, w.textCell(b.Label))
		}
		if incentives {
			cells = append(cells, w.textCell(b.Incentive))
		}
		t.Add(table.Plain, cells...)
	}
	t.Wide = len(t.Columns) > 3 // with what bands are called or earn it is wider than a phone
	return &Section{ID: "predikat", Title: w.Say("instrumen.predikat"), Lead: w.bases(in), Tables: []*table.Table{t}}
}

func (w *writer) textCell(t maturity.Text) table.Cell {
	if t.Base == "" {
		return table.Missing(w.Say("tabel.tidak-berlaku"))
	}
	words := w.text(t)
	return table.Cell{Text: words.Words, Lang: words.Lang}
}

// bases says what bands are judged on, year by year where that differs.
func (w *writer) bases(in *maturity.Instrument) []theme.HTML {
	key := map[maturity.Basis]string{maturity.BasisExact: "instrumen.dasar-tepat", maturity.BasisRounded: "instrumen.dasar-bulat"}
	out := []theme.HTML{text(w.Say(key[in.Basis]))}
	var other []string
	for y, b := range in.BasisByYear {
		if b != in.Basis {
			other = append(other, year(y))
		}
	}
	slices.Sort(other)
	if len(other) > 0 {
		exception := map[maturity.Basis]string{maturity.BasisExact: "instrumen.kecuali-bulat", maturity.BasisRounded: "instrumen.kecuali-tepat"}
		out = append(out, text(w.Say(exception[in.Basis], "tahun", strings.Join(other, ", "))))
	}
	return out
}

// weights lists domains and aspects with their weights.
func (w *writer) weights(in *maturity.Instrument) *Section {
	t := w.table(w.Say("instrumen.tabel-bobot"), "", table.Words(w.Say("tabel.bagian")), table.Figures(w.Say("tabel.bobot"), w.Say("tabel.indikator")))
	t.Names = true
	add := func(name theme.Text, weight maturity.Weight, pos diag.Pos, n int, bold bool) {
		figure := w.from(table.Text(w.weight(weight)), instrumentFile(in), pos)
		t.Add(table.Plain, table.Cell{Text: name.Words, Lang: name.Lang, Strong: bold}, figure, table.Text(w.Int(n)))
	}
	count := make([]int, len(in.Aspects))
	for i := range in.Indicators {
		count[in.Indicators[i].Aspect]++
	}
	for d := range in.Domains {
		n := 0
		for a := range in.Aspects {
			if in.Aspects[a].Domain == d {
				n += count[a]
			}
		}
		add(w.text(in.Domains[d].Name), in.Domains[d].Weight, in.Domains[d].Pos, n, true)
		for a := range in.Aspects {
			if in.Aspects[a].Domain == d {
				add(w.text(in.Aspects[a].Name), in.Aspects[a].Weight, in.Aspects[a].Pos, count[a], false)
			}
		}
	}
	if len(in.Domains) == 0 {
		for a := range in.Aspects {
			add(w.text(in.Aspects[a].Name), in.Aspects[a].Weight, in.Aspects[a].Pos, count[a], false)
		}
	}
	t.Add(table.Total, table.Text(w.Say("tabel.jumlah")), table.Text(w.weight(maturity.WholeWeight)), table.Text(w.Int(len(in.Indicators))))
	return &Section{ID: "bobot", Title: w.Say("instrumen.bobot"), Lead: []theme.HTML{text(w.Say("instrumen.bobot-uraian"))}, Tables: []*table.Table{t}}
}

// equivalents links indicators to the predecessor's.
func (w *writer) equivalents(in *maturity.Instrument) *Section {
	if len(in.Equivalents) == 0 {
		return nil
	}
	before := w.site.data.Instrument(in.Predecessor)
	t := w.table(w.Say("instrumen.tabel-padanan"), "", table.Words(w.Say("tabel.indikator"), w.Say("tabel.padanan"), w.Say("tabel.sebanding")))
	t.Columns = append(t.Columns, table.Column{Name: w.Say("tabel.alasan"), Prose: true})
	t.Wide, t.Names = true, true
	for _, eq := range in.Equivalents {
		comparable := w.Say("instrumen.tidak-sebanding")
		if eq.Comparable {
			comparable = w.Say("instrumen.sebanding")
		}
		t.Add(table.Plain, w.indicatorCell(in, eq.Indicator), w.indicatorCell(before, eq.From), table.Text(comparable), w.textCell(eq.Reason))
	}
	return &Section{ID: "padanan", Title: w.Say("instrumen.padanan"), Tables: []*table.Table{t}}
}

func (w *writer) indicatorCell(in *maturity.Instrument, id string) table.Cell {
	c := table.Cell{Code: id}
	if in == nil {
		return c
	}
	if i := in.Indicator(id); i >= 0 {
		name := w.text(in.Indicators[i].Name)
		c.Text, c.Lang = name.Words, name.Lang
	}
	return c
}

// criteria lists every indicator with its weight and its levels.
func (w *writer) criteria(in *maturity.Instrument) *Criteria {
	if len(in.Indicators) == 0 {
		return nil
	}
	v := &Criteria{Section: Section{ID: "indikator", Title: w.Say("indikator.judul", "n", w.Int(len(in.Indicators)))}}
	v.Lead = append(v.Lead, text(w.Say("instrumen.kriteria")))
	for a := range in.Aspects {
		aspect := CriteriaAspect{Name: w.text(in.Aspects[a].Name), Weight: w.weight(in.Aspects[a].Weight)}
		for i := range in.Indicators {
			if in.Indicators[i].Aspect == a {
				aspect.Indicators = append(aspect.Indicators, w.criterion(in, i))
			}
		}
		v.Aspects = append(v.Aspects, aspect)
	}
	return v
}

func (w *writer) criterion(in *maturity.Instrument, i int) CriteriaIndicator {
	ind := &in.Indicators[i]
	out := CriteriaIndicator{ID: ind.ID, Name: w.text(ind.Name), Weight: w.weight(ind.Weight)}
	for n := int(in.Scale.Min / 100); n <= int(in.Scale.Max/100); n++ {
		l := maturity.LevelOf(maturity.Hundredths(100 * n))
		level := CriteriaLevel{Number: w.Int(n), Tone: tone(in, l), Name: w.text(in.LevelName(i, l)), Text: w.text(ind.Criteria[n])}
		if level.Text.Words != "" {
			out.Levels = append(out.Levels, level)
		}
	}
	return out
}
