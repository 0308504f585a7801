package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"rapor/cmd/rapor/internal/maturity"
)

// ECharts returns the options of the interactive version as JSON, ready for a
// script element of type application/json.
func (c Spans) ECharts() ([]byte, error) {
	var values []maturity.Hundredths
	labels := make([]string, len(c.Rows))
	for i, row := range c.Rows {
		labels[i] = row.Label
		if row.Note != "" {
			labels[i] += "\n" + row.Note
		}
		for _, v := range []*maturity.Hundredths{row.Last, row.Now, row.Median} {
			if v != nil {
				values = append(values, *v)
			}
		}
	}
	top := c.Scale.top(values...)
	lines := charts.NewLine()
	lines.SetGlobalOptions(identity(c.Head), charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: visible(), Trigger: "axis", Formatter: formatRowBox}),
		charts.WithGridOpts(opts.Grid{Left: "226", Right: "16", Top: "30", Bottom: "6"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: 0, Max: value(top), MinInterval: value(step(top)), MaxInterval: value(step(top)), Position: "top",
			AxisLabel: &opts.AxisLabel{Formatter: formatNumber, Color: colourInkSoft},
			SplitLine: &opts.SplitLine{Show: visible(), LineStyle: &opts.LineStyle{Color: colourRule}}}),
		charts.WithYAxisOpts(rowAxis(labels, "left", 210)))
	c.addRails(lines)
	c.addSide(lines, "median-", c.MedianName, func(r *SpanRow) *maturity.Hundredths { return r.Median },
		opts.LineChart{Symbol: upright, SymbolSize: []float64{2.5, 28}}, opts.ItemStyle{Color: colourInk}, "")
	c.addSide(lines, "lalu-", c.LastName, func(r *SpanRow) *maturity.Hundredths { return r.Last },
		opts.LineChart{Symbol: "circle", SymbolSize: 10}, opts.ItemStyle{Color: colourPaper, BorderColor: colourInkFaint, BorderWidth: 2}, "")
	c.addSide(lines, "kini-", c.NowName, func(r *SpanRow) *maturity.Hundredths { return r.Now },
		opts.LineChart{Symbol: "circle", SymbolSize: 12}, opts.ItemStyle{Color: colourAccent}, "bottom")
	lines.Accept(finish{pointer: pointer{Type: "shadow", Z: 1, ShadowStyle: &opts.AreaStyle{Color: colourPaperDim}}, media: c.media()})
	lines.Validate()
	return options(lines)
}

// addRails joins the two dots of each row: one line with a gap after each row.
func (c *Spans) addRails(lines *charts.Line) {
	var data []opts.LineData
	for i := range c.Rows {
		if r := &c.Rows[i]; r.Last != nil && r.Now != nil {
			data = append(data, opts.LineData{Value: []any{value(*r.Last), i}}, opts.LineData{Value: []any{value(*r.Now), i}}, opts.LineData{Value: missing})
		}
	}
	if len(data) > 0 {
		add(&lines.MultiSeries, types.ChartLine, "", data, id(decor+"hubung-", 0), charts.WithLineStyleOpts(opts.LineStyle{Color: colourAccent, Width: 3}),
			charts.WithLineChartOpts(opts.LineChart{Symbol: "none"}))
	}
}

// addSide adds the marks of one edition, or of the median, without a line.
func (c *Spans) addSide(lines *charts.Line, name, words string, of func(*SpanRow) *maturity.Hundredths, look opts.LineChart, item opts.ItemStyle, label string) {
	var data []opts.LineData
	for i := range c.Rows {
		if v := of(&c.Rows[i]); v != nil {
			data = append(data, opts.LineData{Name: index(c.Form, *v), Value: []any{value(*v), i}})
		}
	}
	if len(data) == 0 {
		return
	}
	look.ShowSymbol = visible()
	options := []charts.SeriesOpts{id(name, 0), charts.WithLineStyleOpts(opts.LineStyle{Opacity: opts.Float(0)}), charts.WithItemStyleOpts(item), charts.WithLineChartOpts(look)}
	if label != "" {
		options = append(options, charts.WithLabelOpts(opts.Label{Show: visible(), Position: label, Formatter: formatName, Color: colourInk, FontWeight: "bold"}))
	}
	add(&lines.MultiSeries, types.ChartLine, words, data, options...)
}

// media returns the rules for a phone, and the wide values again.
func (c *Spans) media() []mediaRule {
	set := func(left, size int) map[string]any {
		return map[string]any{
			"grid":  []any{map[string]any{"left": left}},
			"yAxis": []any{map[string]any{"axisLabel": map[string]any{"fontSize": size, "width": left - 16, "margin": left - 6}}},
		}
	}
	return []mediaRule{{&mediaQuery{narrowContainer}, set(118, 12)}, {nil, set(226, 14)}}
}
