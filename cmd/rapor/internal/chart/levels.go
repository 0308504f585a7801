package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// Levels is the heat strip written out: a row for each indicator with its name,
// a square for each year with the digit in it. In a page the strip is a set of
// small tables, which wrap and can be read aloud; this form is the file to take
// away and the interactive version.
type Levels struct {
	Head
	Years  []string
	Groups []LevelGroup
}

// LevelGroup is the indicators of a domain; without domains there is one without
// a name.
type LevelGroup struct {
	Name string
	Rows []LevelRow
}

// LevelRow is one indicator. Cells has one for each year.
type LevelRow struct {
	Name  string // "I07 Keamanan informasi"
	Cells []LevelCell
}

// LevelCell is a level: Text in the square, Words for those who point at it.
type LevelCell struct {
	Text, Words string
	Tone        int // of the bands' colours; 0: no level, the square stays empty
}

const (
	levelHigh   = 22 * px // of a row
	levelGroup  = 30 * px // of a group's name
	levelYears  = 24 * px // of the head
	levelBottom = 6 * px
	levelPhone  = 40 // px; of a row of the interactive chart on a phone
)

// Height is how tall the chart stands, in pixels.
func (c Levels) Height() int {
	high := levelYears + levelBottom
	for _, g := range c.Groups {
		if g.Name != "" {
			high += levelGroup
		}
		high += unit(len(g.Rows)) * levelHigh
	}
	return int(high / px)
}

// Heights are how tall the interactive chart stands, wide and on a phone, in
// pixels: there a name has up to three lines.
func (c Levels) Heights() (wide, narrow int) {
	lines := 1 + len(c.Groups)
	for _, g := range c.Groups {
		lines += len(g.Rows)
	}
	return c.Height(), lines*levelPhone + int(levelBottom/px)
}

// SVG implements Chart.
func (c Levels) SVG(w Width) []byte { return drawing(c, w, false) }

func (c Levels) draw(p *pen) {
	cell := min(p.pick(44, 34)*px, p.pick(300, 160)*px/unit(max(1, len(c.Years))))
	left := p.full() - cell*unit(len(c.Years)) - px
	p.open(c.Head, unit(c.Height())*px)
	for i, y := range c.Years {
		p.label(label{text: small.fit(p.width, y, cell), style: small, x: left + cell*unit(i) + cell/2, y: 15 * px, anchor: middle})
	}
	y := levelYears
	for _, g := range c.Groups {
		if g.Name != "" {
			p.label(label{text: strong.fit(p.width, g.Name, p.full()), style: strong, y: y + 21*px})
			y += levelGroup
		}
		for _, row := range g.Rows {
			p.label(label{text: small.fit(p.width, row.Name, left-10*px), style: small, y: y + 15*px})
			for i, l := range row.Cells {
				p.square(l.Text, l.Tone, box{left + cell*unit(i), y, left + cell*unit(i+1), y + levelHigh})
			}
			y += levelHigh
		}
	}
	p.close()
}

// square draws a box in a band's colour with its words in the middle.
func (p *pen) square(text string, tone int, b box) {
	class, style := "kosong", small
	if tone > 0 {
		class, style = toneClass[tone-1], onBand[tone-1]
	}
	p.rect(class, b.left, b.top, b.right-b.left, b.bottom-b.top)
	p.label(label{text: text, style: style, x: (b.left + b.right) / 2, y: (b.top+b.bottom)/2 + 4*px, anchor: middle})
}

// squareItem is a square of the interactive chart.
type squareItem struct {
	opts.BarData
	Words string `json:"words,omitempty"`
}

// square returns an item of a stack of squares, each one long.
func square(text, words string, tone int) squareItem {
	item := squareItem{opts.BarData{Name: text, Value: 1}, words}
	if tone > 0 {
		item.ItemStyle = &opts.ItemStyle{Color: bandColour(tone)}
		item.Label = &opts.Label{Color: onBandColour(tone)}
	}
	return item
}

// ECharts returns the options of the interactive version as JSON.
func (c Levels) ECharts() ([]byte, error) {
	names := []axisName{{Value: "\u00a0"}}
	series := make([][]squareItem, len(c.Years))
	for i, y := range c.Years {
		series[i] = []squareItem{{BarData: opts.BarData{Name: y, Value: 1, ItemStyle: &opts.ItemStyle{Color: "transparent", BorderColor: "transparent"}, Label: &opts.Label{Color: colourInkSoft}}}}
	}
	for _, g := range c.Groups {
		if g.Name != "" {
			names = append(names, axisName{g.Name, &opts.TextStyle{FontWeight: "bold", Align: "left"}})
			for i := range series {
				series[i] = append(series[i], squareItem{BarData: opts.BarData{Value: missing}})
			}
		}
		for _, row := range g.Rows {
			names = append(names, axisName{Value: row.Name})
			for i, l := range row.Cells {
				series[i] = append(series[i], square(l.Text, l.Words, l.Tone))
			}
		}
	}
	axis := rowAxis(nil, "left", 0)
	axis.Data, axis.AxisLabel.FontSize, axis.AxisLabel.FontWeight, axis.AxisLabel.Interval, axis.AxisLabel.Overflow = names, 12, "normal", "0", "truncate"
	bars := c.stack(opts.Grid{Left: "0", Right: "1", Top: "0", Bottom: "6"}, axis, len(c.Years), formatRowBox, "axis")
	for i, data := range series {
		add(&bars.MultiSeries, types.ChartBar, c.Years[i], data, squares(i)...)
	}
	bars.Accept(finish{pointer: pointer{Type: "shadow", Z: 1, ShadowStyle: &opts.AreaStyle{Color: colourPaperDim}}, media: c.media()})
	bars.Validate()
	return options(bars)
}

// stack begins a chart of squares that stand side by side in rows.
func (h Head) stack(grid opts.Grid, rows opts.YAxis, across int, box types.FuncStr, trigger string) *charts.Bar {
	bars := charts.NewBar()
	bars.SetGlobalOptions(identity(h), charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: visible(), Trigger: trigger, Formatter: box}),
		charts.WithGridOpts(grid),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: 0, Max: across, Show: hidden()}),
		charts.WithYAxisOpts(rows))
	return bars
}

// squares is the look of one column of squares.
func squares(column int) []charts.SeriesOpts {
	return []charts.SeriesOpts{id("kolom-", column), charts.WithBarChartOpts(opts.BarChart{Stack: "petak", BarWidth: "100%"}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: colourPaper, BorderColor: colourEdge, BorderWidth: .75}),
		charts.WithLabelOpts(opts.Label{Show: visible(), Position: "inside", Formatter: formatName, Color: colourInk, FontSize: 12, FontWeight: "bold"})}
}

// media returns the rules for a phone, and the wide values again.
func (c *Levels) media() []mediaRule {
	set := func(full, most, each int, name map[string]any) map[string]any {
		left := full - min(most, each*len(c.Years))
		name["width"], name["margin"] = left-8, left
		return map[string]any{
			"grid":  []any{map[string]any{"left": left}},
			"yAxis": []any{map[string]any{"axisLabel": name}},
		}
	}
	three := map[string]any{"overflow": "break", "lineOverflow": "truncate", "fontSize": 11.5, "lineHeight": levelPhone / 3, "height": levelPhone}
	one := map[string]any{"overflow": "truncate", "fontSize": 12, "lineHeight": letterHigh, "height": letterHigh}
	return []mediaRule{{&mediaQuery{phoneContainer}, set(320, 160, 34, three)}, {nil, set(740, 300, 44, one)}}
}
