package view

import (
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/prose"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// indicators lists every indicator of an edition with its level, by aspect; nil
// where no level is known.
func (w *writer) indicators(h *history, e *edition) *Section {
	shown := levelled(h, e)
	if len(shown) == 0 {
		return nil
	}
	in := e.Instrument
	s := &Section{ID: "indikator", Title: w.Say("indikator.judul", "n", w.Int(len(in.Indicators)))}
	if len(in.Capability) > 0 {
		s.Lead = append(s.Lead, text(w.Say("indikator.nama-tingkat")))
	}
	s.Tables = append(s.Tables, w.indicatorTable(e, shown[:len(shown)-1]))
	if len(e.Stages) > 1 {
		s.Notes = append(s.Notes, text(w.Say("indikator.tahap")))
	}
	if e.hasCriteria() {
		s.Notes = append(s.Notes, text(w.Say("indikator.kriteria")))
	}
	return s
}

func (e *edition) hasCriteria() bool {
	for i := range e.Instrument.Indicators {
		if len(e.Instrument.Indicators[i].Criteria) > 0 {
			return true
		}
	}
	return false
}

func (w *writer) indicatorTable(e *edition, earlier []*edition) *table.Table {
	in := e.Instrument
	t := w.table(w.Say("indikator.tabel"), year(e.Year), table.Words(w.Say("tabel.indikator")), table.Figures(w.Say("tabel.bobot")))
	for _, c := range earlier {
		t.Columns = append(t.Columns, table.Figures(year(c.Year))...)
	}
	for _, s := range e.Stages[:len(e.Stages)-1] {
		t.Columns = append(t.Columns, table.Figures(w.stage(s.Stage))...)
	}
	t.Columns = append(t.Columns, table.Figures(year(e.Year))...)
	t.Columns = append(t.Columns, table.Column{Name: w.Say("tabel.arti-tingkat", "tahun", year(e.Year)), Prose: true})
	t.Wide, t.Names = true, true
	aspect := -1
	for i := range in.Indicators {
		if a := in.Indicators[i].Aspect; a != aspect {
			aspect = a
			t.Begin(w.aspectHeading(e, a))
		}
		t.Add(table.Plain, w.indicatorRow(e, earlier, i)...).ID = in.Indicators[i].ID
	}
	return t
}

// aspectHeading is an aspect's name with its figure.
func (w *writer) aspectHeading(e *edition, aspect int) table.Cell {
	name := w.text(e.Instrument.Aspects[aspect].Name)
	c := table.Cell{Text: name.Words, Lang: name.Lang}
	if v := e.aspect(aspect); v.Exists() {
		c.Note = w.figure(v.Printed)
	}
	return c
}

func (w *writer) indicatorRow(e *edition, earlier []*edition, i int) []table.Cell {
	in := e.Instrument
	name := w.brief(in, i)
	cells := make([]table.Cell, 0, 4+len(earlier)+len(e.Stages)-1)
	cells = append(cells, table.Cell{Code: in.Indicators[i].ID, Text: name.Words, Lang: name.Lang}, table.Text(w.weight(in.Indicators[i].Weight)))
	for _, c := range earlier {
		cells = append(cells, w.levelCell(in, c.levels()[i], false))
	}
	for _, s := range e.Stages[:len(e.Stages)-1] {
		cells = append(cells, w.levelCell(in, s.Levels[i], false))
	}
	l := e.levels()[i]
	return append(cells, w.levelCell(in, l, true), w.meaning(in, i, l))
}

// brief is an indicator's name without the words that most of the instrument's
// names begin with ("Tingkat Kematangan"): the table's caption has said them.
func (w *writer) brief(in *maturity.Instrument, i int) theme.Text {
	name := w.text(in.Indicators[i].Name)
	if rest, found := strings.CutPrefix(name.Words, w.site.openings[openingKey{in, w.Code}]); found && rest != "" {
		name.Words = capital(rest)
	}
	return name
}

// opening returns the first words that more than half of an instrument's
// indicators share in a language, with the space after them, or "".
func opening(in *maturity.Instrument, code string) string {
	count := map[string]int{}
	for i := range in.Indicators {
		name, _ := in.Indicators[i].Name.In(code)
		words := strings.Fields(name)
		for n := 2; n < len(words) && n <= 4; n++ {
			count[strings.Join(words[:n], " ")+" "]++
		}
	}
	best := ""
	for words, n := range count {
		if 2*n > len(in.Indicators) && len(words) > len(best) {
			best = words
		}
	}
	return best
}

func (w *writer) levelCell(in *maturity.Instrument, l maturity.Level, own bool) table.Cell {
	if !l.Assessed() {
		return table.Missing(w.Say("tabel.tidak-dinilai"))
	}
	c := table.Number(w.level(l.Hundredths()), l.Hundredths().Plain())
	if own {
		c.Tone = tone(in, l)
	}
	return c
}

// meaning is a level's name and the criterion that it stands for.
func (w *writer) meaning(in *maturity.Instrument, i int, l maturity.Level) table.Cell {
	if !l.Assessed() {
		return table.Muted(w.Say("tabel.tidak-dinilai"))
	}
	name := w.text(in.LevelName(i, l))
	c := table.Cell{Text: name.Words, Lang: name.Lang}
	if criterion, ok := in.Indicators[i].Criteria[int(l.Hundredths()/100)]; ok && l.Hundredths()%100 == 0 {
		words := w.text(criterion)
		c.Note, c.NoteIn = words.Words, words.Lang
	}
	if c.Text == "" && c.Note == "" {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	return c
}

// Remarks are the notes, recommendations and evidence of an edition that may be
// published.
type Remarks struct {
	Section
	Items []Remark
}

// Remark is what is said of one indicator.
type Remark struct {
	Code           string
	Name           theme.Text
	Note           theme.HTML
	Recommendation theme.HTML
	Evidence       []theme.HTML
	Lang           string // of notes, where it is not the page's
}

func (w *writer) remarks(e *edition) *Remarks {
	out := &Remarks{Section: Section{ID: "catatan", Title: w.Say("catatan.judul")}}
	o := prose.Options{Root: theme.Way(w.dir, ""), Heading: 4, TableLabel: w.Say("tabel.wilayah")}
	for _, n := range e.Notes {
		if !n.Open || n.Note == "" && n.Recommendation == "" && len(n.Evidence) == 0 {
			continue
		}
		in := &e.Instrument.Indicators[n.Indicator]
		r := Remark{Code: in.ID, Name: w.text(in.Name), Lang: w.data("").Lang}
		o.Prefix = in.ID + "-"
		if n.Note != "" {
			r.Note = theme.HTML(prose.HTML(n.Note, o))
		}
		o.Prefix = in.ID + "-r-"
		if n.Recommendation != "" {
			r.Recommendation = theme.HTML(prose.HTML(n.Recommendation, o))
		}
		for _, ev := range n.Evidence {
			r.Evidence = append(r.Evidence, w.evidence(ev))
		}
		out.Items = append(out.Items, r)
	}
	if len(out.Items) == 0 {
		return nil
	}
	return out
}

func (w *writer) evidence(ev maturity.Evidence) theme.HTML {
	what := theme.Link{Text: w.data(ev.Title), Href: ev.URL}.HTML()
	if ev.Present {
		return w.Tell("catatan.bukti-ada", "bukti", what)
	}
	return w.Tell("catatan.bukti-tidak", "bukti", what)
}
