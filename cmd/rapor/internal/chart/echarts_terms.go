package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// termValue is the number that ECharts places: index points.
func termValue(v int64) float64 { return float64(v) / 10_000 }

// ECharts returns the options of the interactive version as JSON, ready for a
// script element of type application/json.
func (c Terms) ECharts() ([]byte, error) {
	bars := charts.NewBar()
	labels := make([]string, len(c.Rows))
	data := make([]opts.BarData, len(c.Rows))
	low, high, each := c.axis()
	for i, row := range c.Rows {
		labels[i] = row.Label
		data[i] = opts.BarData{Name: row.Text, Value: termValue(row.Value), ItemStyle: &opts.ItemStyle{Color: colourAccent, BorderColor: colourAccent, BorderWidth: 1}}
		switch {
		case row.Rest:
			data[i].ItemStyle = &opts.ItemStyle{Color: colourRuleDark, BorderColor: colourRuleDark, BorderWidth: 1}
		case row.Value < 0:
			data[i].ItemStyle = &opts.ItemStyle{Color: colourPaper, BorderColor: colourInkFaint, BorderWidth: 2}
		}
		if row.Note != "" {
			data[i].Name += " " + row.Note
		}
	}
	bars.SetGlobalOptions(identity(c.Head), charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: visible(), Trigger: "axis", Formatter: formatRowBox}),
		charts.WithGridOpts(opts.Grid{Left: "160", Right: "78", Top: "30", Bottom: "6"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: termValue(low), Max: termValue(high), MinInterval: termValue(each), MaxInterval: termValue(each), Position: "top",
			AxisLabel: &opts.AxisLabel{Formatter: formatNumber, Color: colourInkSoft, HideOverlap: visible()}, SplitLine: &opts.SplitLine{Show: visible(), LineStyle: &opts.LineStyle{Color: colourRule}}}),
		charts.WithYAxisOpts(rowAxis(labels, "left", 150)))
	add(&bars.MultiSeries, types.ChartBar, "", data, id("suku-", 0), charts.WithBarChartOpts(opts.BarChart{BarWidth: "18"}))
	c.addRanges(bars)
	bars.Accept(finish{pointer: pointer{Type: "shadow", Z: 1, ShadowStyle: &opts.AreaStyle{Color: colourPaperDim}}, media: c.media()})
	bars.Validate()
	return options(bars)
}

// addRanges adds a line from the least to the most of each part that is known as
// a range, with an end mark on both sides.
func (c *Terms) addRanges(bars *charts.Bar) {
	for i, row := range c.Rows {
		if !row.ranged() {
			continue
		}
		ends := []opts.LineData{{Value: []any{termValue(row.Low), i}}, {Value: []any{termValue(row.High), i}}}
		add(&bars.MultiSeries, types.ChartLine, "", ends, id(decor+"rentang-", i),
			charts.WithLineStyleOpts(opts.LineStyle{Color: colourInk, Width: 2}), charts.WithItemStyleOpts(opts.ItemStyle{Color: colourInk}),
			charts.WithLineChartOpts(opts.LineChart{Symbol: upright, SymbolSize: []float64{2.5, 10}, ShowSymbol: visible()}))
	}
}

// media returns the rules for a phone, and the wide values again.
func (c *Terms) media() []mediaRule {
	set := func(left, right, size, axis int) map[string]any {
		return map[string]any{
			"grid":  []any{map[string]any{"left": left, "right": right}},
			"xAxis": []any{map[string]any{"axisLabel": map[string]any{"fontSize": axis}}},
			"yAxis": []any{map[string]any{"axisLabel": map[string]any{"fontSize": size, "width": left - 8, "margin": left - 2}}},
		}
	}
	return []mediaRule{{&mediaQuery{narrowContainer}, set(100, 12, 12, 11)}, {nil, set(158, 24, 14, 12)}}
}
