package chart

import (
	"cmp"

	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// Tiles is the map of squares, a place for each institution. In a page it is a
// list of links laid out by the stylesheet; this form is the file to take away and
// the interactive version.
type Tiles struct {
	Head
	Tiles []Tile
	West  int // columns of the western half; on a phone the eastern one stands under it
}

// Tile is one square. Column and Row count from 0 over the whole map.
type Tile struct {
	Column, Row   int
	Label, Figure string // "Sulbar", "3,70"
	Words         string // for those who point at it: "Sulawesi Barat: 3,70, Sangat Baik"
	Tone          int    // of the bands' colours; 0: no figure
}

const tileHigh = 52 * px

// size is how many columns and rows the map has.
func (c *Tiles) size() (columns, rows int) {
	for i := range c.Tiles {
		columns, rows = max(columns, c.Tiles[i].Column+1), max(rows, c.Tiles[i].Row+1)
	}
	return columns, rows
}

// place is where a tile stands in the drawing of a width.
func (c *Tiles) place(t *Tile, narrow bool) (column, row int) {
	if _, rows := c.size(); narrow && t.Column >= c.West {
		return t.Column - c.West, t.Row + rows
	}
	return t.Column, t.Row
}

// Heights are how tall the chart stands, wide and on a phone, in pixels.
func (c Tiles) Heights() (wide, narrow int) {
	_, rows := c.size()
	return rows * int(tileHigh/px), 2 * rows * int(tileHigh/px) * 9 / 10
}

// SVG implements Chart.
func (c Tiles) SVG(w Width) []byte { return drawing(c, w, false) }

func (c Tiles) draw(p *pen) {
	columns, rows := c.size()
	if !p.wide() {
		columns, rows = max(c.West, columns-c.West), 2*rows
	}
	if columns == 0 {
		return
	}
	gap, cell := 4*px, p.full()/unit(columns)
	p.open(c.Head, tileHigh*unit(rows))
	for i := range c.Tiles {
		t := &c.Tiles[i]
		column, row := c.place(t, !p.wide())
		b := box{cell * unit(column), tileHigh * unit(row), cell*unit(column+1) - gap, tileHigh*unit(row+1) - gap}
		p.square("", t.Tone, b)
		style := small
		if t.Tone > 0 {
			style = onBand[t.Tone-1]
		}
		middleX := (b.left + b.right) / 2
		p.label(label{text: style.fit(p.width, t.Label, cell), style: style, x: middleX, y: b.top + 20*px, anchor: middle})
		p.label(label{text: cmp.Or(t.Figure, "–"), style: style, x: middleX, y: b.top + 37*px, anchor: middle})
	}
	p.close()
}

// ECharts returns the options of the interactive version as JSON. Each column of
// the map is a series of squares; on a phone the eastern columns stand under the
// western ones. The squares come with the rules of the two layouts.
func (c Tiles) ECharts() ([]byte, error) {
	columns, rows := c.size()
	axis := func(rows int) opts.YAxis {
		return opts.YAxis{Type: "category", Inverse: visible(), Data: make([]string, rows), Show: hidden()}
	}
	bars := c.stack(opts.Grid{Left: "0", Right: "0", Top: "0", Bottom: "0"}, axis(rows), columns, formatWords, "item")
	for column := range columns {
		add(&bars.MultiSeries, types.ChartBar, "", nil, squares(column)...)
	}
	bars.Accept(finish{pointer: pointer{Type: "none"}, media: []mediaRule{
		{&mediaQuery{phoneContainer}, c.rules(columns, rows, true)}, {nil, c.rules(columns, rows, false)}}})
	bars.Validate()
	return options(bars)
}

// column are the tiles of a column of the map, with empty places between them,
// from the top down.
func (c *Tiles) column(column, rows int, narrow bool) []squareItem {
	if narrow {
		rows *= 2
	}
	data := make([]squareItem, rows)
	for i := range data {
		data[i] = squareItem{BarData: opts.BarData{Value: 1, ItemStyle: &opts.ItemStyle{Opacity: opts.Float(0)}}}
		if narrow && (i >= rows/2) != (column >= c.West) {
			data[i] = squareItem{BarData: opts.BarData{Value: missing}} // the other half's
		}
	}
	for i := range c.Tiles {
		if t := &c.Tiles[i]; t.Column == column {
			_, row := c.place(t, narrow)
			data[row] = square(t.Label+"\n"+cmp.Or(t.Figure, "–"), t.Words, t.Tone)
		}
	}
	return data
}

// rules are the data and the axes of one of the two layouts.
func (c *Tiles) rules(columns, rows int, narrow bool) map[string]any {
	across, down, size, weight := columns, rows, 12.5, "bold"
	if narrow {
		across, down, size, weight = max(c.West, columns-c.West), 2*rows, 11, "normal"
	}
	series := make([]any, columns)
	for i := range series {
		series[i] = map[string]any{"data": c.column(i, rows, narrow), "label": map[string]any{"fontSize": size, "fontWeight": weight}}
	}
	return map[string]any{
		"xAxis":  []any{map[string]any{"max": across}},
		"yAxis":  []any{map[string]any{"data": make([]string, down)}},
		"series": series,
	}
}
