package view

import (
	"cmp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/theme"
)

// Tiles is the map of squares, one for each institution that has a place on it.
// It is cut in two lists, so that a phone can stack the halves.
type Tiles struct {
	Section
	West, East []Tile
	Legend     []Key
}

// Tile is one square.
type Tile struct {
	Column, Row int // in its half, from 0
	Label       string
	Name        theme.Text
	Href        string
	Index       string // "" where the year has none
	Band        theme.Text
	Tone        int
}

// westColumns is how many of the map's columns the western half has; the
// stylesheet has classes for as many (k0 to k7).
const westColumns = 8

// tileRows is how many rows the stylesheet has classes for (r0 to r9).
const tileRows = 10

// tiles shows the newest covered year of the institutions that have a tile; nil
// where none has, or too few are known.
func (w *writer) tiles() *Tiles {
	sp := w.site.overview.spread
	if sp == nil {
		return nil
	}
	var placed []*history
	known := 0
	for _, h := range w.site.histories {
		if t := h.inst.Tile; t == nil || t.Column < 0 || t.Column >= 2*westColumns || t.Row < 0 || t.Row >= tileRows {
			continue
		}
		placed = append(placed, h)
		if h.final(sp.year) != nil {
			known++
		}
	}
	if of := (analysis.Coverage{Known: known, Total: len(placed)}); known < 2 || !of.Enough() {
		return nil
	}
	slices.SortStableFunc(placed, func(a, b *history) int {
		return cmp.Or(a.inst.Tile.Row-b.inst.Tile.Row, a.inst.Tile.Column-b.inst.Tile.Column)
	})
	v := &Tiles{Section: Section{ID: "peta", Title: w.Say("peta.judul", "n", w.Int(len(placed)), "tahun", year(sp.year)), Wide: true}}
	v.Figure = w.tilesFigure(v.Title, placed, sp)
	v.Lead = w.tilesLead(placed, sp)
	for _, h := range placed {
		t := w.tile(h, sp.year)
		if t.Column >= westColumns {
			t.Column -= westColumns
			v.East = append(v.East, t)
		} else {
			v.West = append(v.West, t)
		}
	}
	v.Legend = w.bandKeys(sp.instrument)
	v.Notes = append(v.Notes, text(w.Say("peta.catatan")))
	return v
}

// tilesFigure is the map as a chart: the interactive version and the file.
func (w *writer) tilesFigure(name string, placed []*history, sp *spread) *Figure {
	c := chart.Tiles{West: westColumns}
	var said []string
	for _, h := range placed {
		t := w.tile(h, sp.year)
		words := t.Name.Words + ": " + cmp.Or(t.Index, w.Say("tabel.tidak-diketahui"))
		if t.Band.Words != "" {
			words += ", " + t.Band.Words
		}
		said = append(said, words)
		c.Tiles = append(c.Tiles, chart.Tile{Column: t.Column, Row: t.Row, Label: t.Label, Figure: t.Index, Words: words, Tone: t.Tone})
	}
	c.Head = w.head("peta-bagan", name, strings.Join(said, "; "))
	wide, narrow := c.Heights()
	f := w.liveOnly(c, name, wide, narrow)
	f.Files = w.takeaway(yearDir(sp.year), tilesFile)
	return f
}

func (w *writer) tile(h *history, y int) Tile {
	t := Tile{Column: h.inst.Tile.Column, Row: h.inst.Tile.Row, Label: tileLabel(h.inst.Tile.Label), Name: w.short(h.inst), Href: w.to(institutionDir(h.inst.Slug))}
	e := h.final(y)
	if e == nil {
		return t
	}
	t.Index = w.figure(e.index)
	if b := w.bandOf(e); b != nil {
		t.Band, t.Tone = b.Name, b.Tone
	}
	return t
}

// tileLabel is an abbreviation as it fits: from four letters on in title case.
func tileLabel(s string) string {
	runes := []rune(s)
	if len(runes) < 4 {
		return s
	}
	return string(runes[:1]) + strings.ToLower(string(runes[1:]))
}

// tilesLead counts the bands and names the ends.
func (w *writer) tilesLead(placed []*history, sp *spread) []theme.HTML {
	var series []*analysis.Series
	for _, h := range placed {
		series = append(series, h.series)
	}
	g := analysis.NewGroups(sp.year, series)[0]
	if g.Instrument == nil {
		return nil
	}
	var parts []theme.HTML
	for i, n := range slices.Backward(g.ByBand) {
		parts = append(parts, text(w.Int(n)+" ")+w.text(g.Instrument.Bands[i].Name).HTML())
	}
	best, worst := g.Members[0], g.Members[len(g.Members)-1]
	return []theme.HTML{w.Tell("peta.uraian", "sebaran", joined(parts, ", "),
		"tertinggi", w.short(best.Series.Institution), "nilai-tertinggi", w.figure(best.Point.Printed),
		"terendah", w.short(worst.Series.Institution), "nilai-terendah", w.figure(worst.Point.Printed))}
}
