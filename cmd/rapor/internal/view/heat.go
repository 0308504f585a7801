package view

import (
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// HeatDomain is a part of the heat strip: the levels of one domain's indicators, a
// small table for each aspect, edition under edition. It wraps on a phone instead
// of scrolling. An
// instrument without domains has a single one without a name.
type HeatDomain struct {
	Name    theme.Text
	Weight  string
	Path    string         // its figure, edition by edition: "1,00 ke 2,90"
	Aspects []*table.Table // indicators across, editions down
}

// heat shows the levels of an edition, under those of earlier editions of the
// same instrument; nil where none are known. Where its indicators are told on
// another page, that one is at.
func (w *writer) heat(h *history, e *edition, at string) *Section {
	if e == nil {
		return nil
	}
	shown := levelled(h, e)
	if len(shown) == 0 {
		return nil
	}
	in := e.Instrument
	v := &Section{ID: "panas", Title: w.Say("panas.judul", "n", w.Int(len(in.Indicators))), Wide: true}
	v.Lead = append(v.Lead, text(w.Say("panas.uraian", "min", w.level(in.Scale.Min), "maks", w.level(in.Scale.Max))))
	v.Lead = append(v.Lead, w.climb(shown)...)
	v.Lead = append(v.Lead, w.lowest(e, at)...)
	for d := range max(1, len(in.Domains)) {
		row := HeatDomain{}
		place := -1
		if len(in.Domains) > 0 {
			place = d
			row.Name, row.Weight = w.text(in.Domains[d].Name), w.Say("bagian.bobot", "bobot", w.weight(in.Domains[d].Weight))
			row.Path = w.path(shown, d)
		}
		for a := range in.Aspects {
			if in.Aspects[a].Domain == place {
				row.Aspects = append(row.Aspects, w.heatAspect(in, a, shown, at))
			}
		}
		v.Heat = append(v.Heat, row)
	}
	if at == "" {
		v.Figure = &Figure{Caption: w.heatName(h, e)}
	} else {
		v.Figure = w.heatFigure(h, e, shown)
	}
	v.Figure.Squares = true
	if e == h.heated() {
		v.Figure.Files = w.takeaway(institutionDir(h.inst.Slug), heatFile)
	}
	return v
}

func (w *writer) heatName(h *history, e *edition) string {
	return w.Say("panas.bagan", "nama", w.short(h.inst), "tahun", year(e.Year))
}

// heatFigure is the strip written out, a row for each indicator: the interactive
// version, which the institution's page has for all its editions, and the file.
func (w *writer) heatFigure(h *history, e *edition, shown []*edition) *Figure {
	in, name := e.Instrument, w.heatName(h, e)
	c := chart.Levels{Head: w.head("panas-bagan", name, w.Say("panas.uraian", "min", w.level(in.Scale.Min), "maks", w.level(in.Scale.Max)))}
	for _, s := range shown {
		c.Years = append(c.Years, year(s.Year))
	}
	for d := range max(1, len(in.Domains)) {
		group := chart.LevelGroup{}
		if len(in.Domains) > 0 {
			group.Name = w.text(in.Domains[d].Name).Words
		}
		for i := range in.Indicators {
			if len(in.Domains) == 0 || in.Aspects[in.Indicators[i].Aspect].Domain == d {
				group.Rows = append(group.Rows, w.heatRow(in, i, shown))
			}
		}
		c.Groups = append(c.Groups, group)
	}
	wide, narrow := c.Heights()
	return w.liveOnly(c, name, wide, narrow)
}

func (w *writer) heatRow(in *maturity.Instrument, i int, shown []*edition) chart.LevelRow {
	row := chart.LevelRow{Name: in.Indicators[i].ID + " " + w.brief(in, i).Words}
	for _, e := range shown {
		l := e.levels()[i]
		cell := chart.LevelCell{Text: "–", Words: w.Say("tabel.tidak-dinilai")}
		if l.Assessed() {
			cell = chart.LevelCell{Text: w.level(l.Hundredths()), Words: w.meaning(in, i, l).Text, Tone: tone(in, l)}
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// heated is the newest edition with a heat strip, of which a file is offered; nil
// where none has one.
func (h *history) heated() *edition {
	for i := len(h.editions) - 1; i >= 0; i-- {
		if len(levelled(h, &h.editions[i])) > 0 {
			return &h.editions[i]
		}
	}
	return nil
}

// levelled are the editions of the instrument up to e of which levels are
// known; none where e itself has none.
func levelled(h *history, e *edition) []*edition {
	if _, _, n := e.count(); n == 0 {
		return nil
	}
	var out []*edition
	for i := range h.editions {
		c := &h.editions[i]
		if c.Year > e.Year || c.Instrument != e.Instrument {
			continue
		}
		if _, _, n := c.count(); n > 0 && (c == e || c.final) {
			out = append(out, c)
		}
	}
	return out
}

// climb says how many indicators stand at the lowest level, then and now.
func (w *writer) climb(shown []*edition) []theme.HTML {
	first, last := shown[0], shown[len(shown)-1]
	if first == last || !first.Instrument.Scale.Whole() {
		return nil
	}
	low := first.Instrument.Scale.Min
	count := func(e *edition) (n int) {
		for _, l := range e.levels() {
			if l.Assessed() && l.Hundredths() == low {
				n++
			}
		}
		return n
	}
	if count(first)+count(last) == 0 {
		return nil
	}
	return []theme.HTML{text(w.Say("panas.terendah", "tingkat", w.level(low), "dulu", year(first.Year), "n", w.Int(count(first)),
		"semua", w.Int(len(first.levels())), "kini", year(last.Year), "m", w.Int(count(last))))}
}

// namedLowest is how many indicators at the lowest level are named: a line or two.
const namedLowest = 8

// lowest names the indicators that stand lowest, with the way to each: those that
// hold an index back. None where they are many, or all stand alike.
func (w *writer) lowest(e *edition, at string) []theme.HTML {
	in, levels := e.Instrument, e.levels()
	var low, high maturity.Hundredths
	var names []theme.HTML
	for i, l := range levels {
		if !l.Assessed() {
			continue
		}
		v := l.Hundredths()
		if names == nil || v < low {
			low, names = v, []theme.HTML{}
		}
		high = max(high, v)
		if v == low {
			name := w.brief(in, i)
			name.Words = in.Indicators[i].ID + " " + name.Words
			names = append(names, theme.Link{Text: name, Href: at + "#" + in.Indicators[i].ID}.HTML())
		}
	}
	if len(names) == 0 || len(names) > namedLowest || low == high {
		return nil
	}
	return []theme.HTML{w.Tell("panas.paling-rendah", "tahun", year(e.Year), "tingkat", w.level(low), "daftar", joined(names, ", "))}
}

// path is a domain's figure through the editions.
func (w *writer) path(shown []*edition, domain int) string {
	out := ""
	for _, e := range shown {
		v := e.domain(domain)
		if !v.Exists() {
			continue
		}
		if out != "" {
			out = w.Say("panas.ke", "dari", out, "ke", w.figure(v.Printed))
		} else {
			out = w.figure(v.Printed)
		}
	}
	return out
}

func (w *writer) heatAspect(in *maturity.Instrument, aspect int, shown []*edition, at string) *table.Table {
	name := w.text(in.Aspects[aspect].Name)
	t := &table.Table{Caption: name.Words, Lang: name.Lang, Squares: true}
	t.Columns = append(t.Columns, table.Column{Name: w.Say("tabel.tahun"), Unseen: true})
	var places []int
	for i := range in.Indicators {
		if in.Indicators[i].Aspect == aspect {
			id := in.Indicators[i].ID
			places = append(places, i)
			t.Columns = append(t.Columns, table.Column{Name: number(id), Full: w.brief(in, i).Words, Href: at + "#" + id})
		}
	}
	for _, e := range shown {
		cells := make([]table.Cell, 1, len(places)+1)
		cells[0] = table.Text(year(e.Year))
		levels := e.levels()
		for _, i := range places {
			cells = append(cells, w.levelCell(in, levels[i], true))
		}
		t.Add(table.Plain, cells...)
	}
	return t
}

// tone is the colour of a level: the scale's levels share the five colours of
// the bands, low to high.
func tone(in *maturity.Instrument, l maturity.Level) int {
	steps := int(in.Scale.Max/100) - int(in.Scale.Min/100) + 1
	return chart.Tone(max(0, int(l.Hundredths()/100)-int(in.Scale.Min/100)), steps)
}

// level prints a level: whole ones without decimals.
func (w *writer) level(v maturity.Hundredths) string {
	if v%100 == 0 {
		return w.Int(int(v / 100))
	}
	return w.figure(v)
}

// number is an indicator's id as a column can hold it: I07 is 7.
func number(id string) string {
	at := len(id)
	for at > 0 && id[at-1] >= '0' && id[at-1] <= '9' {
		at--
	}
	digits := id[at:]
	for len(digits) > 1 && digits[0] == '0' {
		digits = digits[1:]
	}
	if digits == "" {
		return id
	}
	return digits
}
