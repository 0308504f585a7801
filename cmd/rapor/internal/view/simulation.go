package view

import (
	"encoding/json"
	"slices"

	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// Simulation is the page on which a reader changes levels and sees what the
// index would be. The form needs the optional script; without it the priorities
// under it answer the same question.
type Simulation struct {
	Title    string
	About    theme.HTML
	Notices  []theme.HTML
	Model    theme.JSON // what the script computes with; see simulationModel
	Groups   []SimulationGroup
	Label    string // "Indeks SPBE 2024, simulasi"
	Index    string // of the levels as they are
	Exact    string
	Band     theme.Text
	Whole    string       // the exact index as a sentence
	Still    string       // no change: 0,0000
	Next     string       // what is missing to the next band
	Parts    *table.Table // domains, or aspects where there are none: weight, now, simulated, change
	Targets  *table.Table // nil: none is set in the instrument's terms
	Min, Max string       // of the scale, as inputs take them
	Step     string
	Sections []*Section
}

// SimulationGroup is the fields of one aspect.
type SimulationGroup struct {
	Name   theme.Text
	Weight string
	Fields []SimulationField
}

// SimulationField is one indicator's level: a choice of whole levels, or a number.
type SimulationField struct {
	ID      string
	Name    theme.Text
	Note    string // weight and level as it is
	Value   string // the level as it is, where there are no options
	Options []SimulationOption
}

// SimulationOption is one level that an indicator may have.
type SimulationOption struct {
	Value, Text string
	Now         bool
}

// simulated is the edition that a simulation starts from: the newest result,
// where all its levels are known; else nil.
func simulated(h *history) *edition {
	e := h.latest
	if e == nil || h.inst.Average || e.levels() == nil || e.Incomplete {
		return nil
	}
	if c := e.score.Computed(); c == nil || c.Stage != maturity.StageFinal || c.Band < 0 {
		return nil
	}
	return e
}

func (s *Site) simulation(w *writer, h *history) (Shell, any) {
	e := simulated(h)
	in, card := e.Instrument, e.score.Computed()
	v := &Simulation{
		Title: w.Say("simulasi.judul", "nama", w.short(h.inst)), About: w.about(h, e), Notices: w.simulationNotices(e),
		Label: w.Say("simulasi.label", "indeks", w.indexName(e)),
		Index: w.figure(card.Index.Rounded()), Exact: w.exact(card.Index), Band: w.text(in.Bands[card.Band].Name),
		Min: in.Scale.Min.Plain(), Max: in.Scale.Max.Plain(), Step: in.Scale.Step.Plain(),
		Groups: w.simulationGroups(e), Parts: w.simulationParts(e), Targets: w.simulationTargets(h, e),
		Sections: compact(w.simulationPriorities(h)),
	}
	v.Model = w.simulationJSON(h, e)
	v.Still = w.Signed(0, 4)
	v.Whole, v.Next = w.Say("simulasi.tepat", "indeks", v.Exact), w.Say("simulasi.tertinggi")
	if next := w.site.prioritiesOf(h).Next; next != nil {
		v.Next = w.Say("simulasi.berikut", "predikat", w.text(in.Bands[next.Band].Name), "kurang", w.exact(next.Need))
	}
	shell := Shell{
		Title: v.Title, Description: w.Say("simulasi.uraian", "nama", w.name(h.inst)), Section: listDir, Simulates: true,
		Trail: w.kindTrail(h, w.crumb(w.short(h.inst), institutionDir(h.inst.Slug))), Draft: e.Draft,
	}
	return shell, v
}

func (w *writer) simulationNotices(e *edition) []theme.HTML {
	notices := []theme.HTML{text(w.Say("simulasi.bukan-hasil", "tahun", year(e.Year)))}
	if computed := e.score.Computed().Index; computed.Rounded() != e.index {
		notices = append(notices, text(w.Say("simulasi.lain", "hitung", w.figure(computed.Rounded()), "terbit", w.figure(e.index))))
	}
	return notices
}

// simulationPriorities are the priorities as the institution's page has them,
// without the link back to this page.
func (w *writer) simulationPriorities(h *history) *Section {
	s := w.priorities(h)
	if s != nil {
		s.Files = nil
	}
	return s
}

func (w *writer) simulationGroups(e *edition) []SimulationGroup {
	in, levels := e.Instrument, e.levels()
	groups := make([]SimulationGroup, len(in.Aspects))
	for a := range in.Aspects {
		groups[a].Name = w.text(in.Aspects[a].Name)
		groups[a].Weight = w.Say("bagian.bobot", "bobot", w.weight(in.Aspects[a].Weight))
	}
	for i := range in.Indicators {
		if !e.counts(i) {
			continue
		}
		f := SimulationField{ID: in.Indicators[i].ID, Name: w.brief(in, i), Value: levels[i].Hundredths().Plain()}
		f.Note = w.Say("simulasi.kini", "bobot", w.weight(in.Indicators[i].Weight), "tingkat", w.level(levels[i].Hundredths()))
		if in.Scale.Whole() {
			f.Options = w.simulationOptions(in, i, levels[i])
		}
		g := &groups[in.Indicators[i].Aspect]
		g.Fields = append(g.Fields, f)
	}
	return slices.DeleteFunc(groups, func(g SimulationGroup) bool { return len(g.Fields) == 0 })
}

func (w *writer) simulationOptions(in *maturity.Instrument, i int, now maturity.Level) []SimulationOption {
	var out []SimulationOption
	for v := in.Scale.Min; v <= in.Scale.Max; v += in.Scale.Step {
		o := SimulationOption{Value: w.Int(int(v / 100)), Text: w.level(v), Now: v == now.Hundredths()}
		if name := w.text(in.LevelName(i, maturity.LevelOf(v))).Words; name != "" {
			o.Text += " " + name
		}
		out = append(out, o)
	}
	return out
}

// counts reports whether an indicator enters the index of an edition.
func (e *edition) counts(i int) bool {
	return e.levels()[i].Assessed() && !(e.Instrument.Normalises && slices.Contains(e.NotApplicable, i))
}

func (w *writer) simulationParts(e *edition) *table.Table {
	in, card := e.Instrument, e.score.Computed()
	t := w.table(w.Say("simulasi.tabel-bagian"), "", table.Words(w.Say("tabel.bagian")),
		table.Figures(w.Say("simulasi.asal"), w.Say("simulasi.baru"), w.Say("tabel.ubah")))
	t.Wide, t.Names = true, true
	add := func(name maturity.Text, value maturity.Index) {
		words := w.text(name)
		now := table.Missing(w.Say("tabel.tidak-berlaku"))
		if value.Exists() {
			now = table.Text(w.figure(value.Rounded()))
		}
		t.Add(table.Plain, table.Cell{Text: words.Words, Lang: words.Lang}, now, now, table.Text(w.change(0)))
	}
	for d := range in.Domains {
		add(in.Domains[d].Name, card.Domains[d])
	}
	for a := 0; len(in.Domains) == 0 && a < len(in.Aspects); a++ {
		add(in.Aspects[a].Name, card.Aspects[a])
	}
	return t
}

// simulationGoals are the different targets that are set in the instrument's
// terms, with the years that they are for.
func simulationGoals(h *history, e *edition) (goals []maturity.Hundredths, years [][]int) {
	for i := range h.paths {
		p := &h.paths[i]
		if p.Instrument != e.Instrument {
			continue
		}
		at := slices.Index(goals, p.Target.Index)
		if at < 0 {
			at = len(goals)
			goals, years = append(goals, p.Target.Index), append(years, nil)
		}
		years[at] = append(years[at], p.Target.Year)
	}
	return goals, years
}

func (w *writer) simulationTargets(h *history, e *edition) *table.Table {
	goals, years := simulationGoals(h, e)
	if len(goals) == 0 {
		return nil
	}
	t := w.table(w.Say("simulasi.tabel-target"), "", table.Words(w.Say("tabel.target"), w.Say("target.status")))
	for i, g := range goals {
		var of []string
		for _, y := range years[i] {
			of = append(of, year(y))
		}
		cell := table.Text(w.figure(g))
		cell.Note = "(" + w.series(of) + ")"
		t.Add(table.Plain, cell, table.Text(""))
	}
	return t
}

// simulationModel is what the script computes with: integers alone, in the units
// of package score, and the words that it fills in.
type simulationModel struct {
	IDs     []string               `json:"ids"`
	Weights []maturity.Weight      `json:"weights"` // in 1/10,000 percent
	Of      []int                  `json:"of"`      // each indicator's part
	Parts   []string               `json:"parts"`   // ids of the domains, or of the aspects
	Levels  []*maturity.Hundredths `json:"levels"`  // null: does not apply
	Min     maturity.Hundredths    `json:"min"`
	Max     maturity.Hundredths    `json:"max"`
	Step    maturity.Hundredths    `json:"step"`
	Bands   []maturity.Hundredths  `json:"bands"` // lower bounds
	Names   []string               `json:"names"`
	Tones   []int                  `json:"tones"`
	Rounded bool                   `json:"rounded"` // the rounded index is compared with the bounds
	Targets []maturity.Hundredths  `json:"targets"`
	Decimal string                 `json:"decimal"`
	Words   map[string]string      `json:"words"`
}

// newSimulationModel takes an instrument, in the basis of a year, and the levels
// that count; others are not assessed.
func newSimulationModel(in *maturity.Instrument, year int, levels []maturity.Level, counts func(int) bool) simulationModel {
	m := simulationModel{Min: in.Scale.Min, Max: in.Scale.Max, Step: in.Scale.Step, Rounded: in.BasisIn(year) == maturity.BasisRounded, Targets: []maturity.Hundredths{}}
	for d := range in.Domains {
		m.Parts = append(m.Parts, in.Domains[d].ID)
	}
	for a := 0; len(in.Domains) == 0 && a < len(in.Aspects); a++ {
		m.Parts = append(m.Parts, in.Aspects[a].ID)
	}
	for i := range in.Indicators {
		part := in.Indicators[i].Aspect
		if len(in.Domains) > 0 {
			part = in.Aspects[part].Domain
		}
		m.IDs, m.Weights, m.Of = append(m.IDs, in.Indicators[i].ID), append(m.Weights, in.Indicators[i].Weight), append(m.Of, part)
		var level *maturity.Hundredths
		if counts(i) {
			v := levels[i].Hundredths()
			level = &v
		}
		m.Levels = append(m.Levels, level)
	}
	for b := range in.Bands {
		m.Bands, m.Tones = append(m.Bands, in.Bands[b].Min), append(m.Tones, chart.Tone(b, len(in.Bands)))
	}
	return m
}

func (w *writer) simulationJSON(h *history, e *edition) theme.JSON {
	m := newSimulationModel(e.Instrument, e.Year, e.levels(), e.counts)
	for b := range e.Instrument.Bands {
		m.Names = append(m.Names, w.text(e.Instrument.Bands[b].Name).Words)
	}
	if goals, _ := simulationGoals(h, e); goals != nil {
		m.Targets = goals
	}
	m.Decimal = w.Form.Decimal
	m.Words = map[string]string{
		"exact": w.Say("simulasi.tepat", "indeks", "{0}"), "next": w.Say("simulasi.berikut", "predikat", "{0}", "kurang", "{1}"),
		"top": w.Say("simulasi.tertinggi"), "reached": w.Say("simulasi.tercapai"), "short": w.Say("simulasi.kurang", "kurang", "{0}"),
		"change": w.Say("simulasi.ganti", "kode", "{0}", "dari", "{1}", "ke", "{2}"), "none": w.Say("simulasi.tanpa-ubahan"),
	}
	raw, err := json.Marshal(m)
	if err != nil {
		panic(err) // a struct of numbers and words cannot fail
	}
	return theme.NewJSON(raw)
}
