package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// Marks across a bar, as ECharts draws a symbol: the share, and a target.
const (
	upright       = "path://M0 0h5v64h-5z"
	uprightDashes = "path://M0 0h4v10h-4zM0 16h4v10h-4zM0 32h4v10h-4zM0 48h4v10h-4zM0 64h4v8h-4z"
)

// shareTargetSeries begins the id of the targets' marks.
const shareTargetSeries = decor + "target-"

// ECharts returns the options of the interactive version as JSON, ready for a
// script element of type application/json.
func (c Shares) ECharts() ([]byte, error) {
	bars := charts.NewBar()
	labels, shares := make([]string, len(c.Rows)), make([]string, len(c.Rows))
	for i, row := range c.Rows {
		labels[i], shares[i] = row.Label, row.Share
		if row.Inset {
			labels[i] = "\u2002" + row.Label
		}
	}
	bars.SetGlobalOptions(identity(c.Head), charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: visible(), Trigger: "axis", Formatter: formatRowBox}),
		charts.WithGridOpts(opts.Grid{Left: "160", Right: "78", Top: "30", Bottom: "6"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: 0, Max: 100, MinInterval: 100, Position: "top",
			AxisLabel: &opts.AxisLabel{Formatter: "{value}%", Color: colourInkSoft, AlignMinLabel: "left", AlignMaxLabel: "right"}, SplitLine: &opts.SplitLine{Show: hidden()}}),
		charts.WithYAxisOpts(rowAxis(labels, "left", 150)))
	right := rowAxis(shares, "right", 68)
	right.Position, right.Name, right.NameLocation, right.NameGap = "right", c.GoodLabel, "start", 4
	bars.ExtendYAxis(right)
	for band := len(c.Bands) - 1; band >= 0; band-- {
		c.addBand(bars, band)
	}
	c.addUnknown(bars)
	c.addMarks(bars)
	bars.Accept(finish{pointer: pointer{Type: "shadow", Z: 1, ShadowStyle: &opts.AreaStyle{Color: colourPaperDim}}, media: c.media()})
	bars.Validate()
	return options(bars)
}

// rowAxis is an axis of rows from the top down, with labels in a column of a
// width, in which they wrap.
func rowAxis(labels []string, align string, width int) opts.YAxis {
	return opts.YAxis{Type: "category", Inverse: visible(), Data: labels,
		AxisLine:  &opts.AxisLine{Show: hidden()},
		AxisLabel: &opts.AxisLabel{Color: colourInk, FontSize: 14, FontWeight: "bold", Align: align, Width: width, Margin: float64(width + 6), Overflow: "break"}}
}

// percent returns a part of a row's whole, rounded to what a pixel can show.
func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return math.Round(float64(part)*1e4/float64(whole)) / 100
}

// wideEnough reports whether a number fits its segment even on a phone, where a
// bar is about 180 px long.
func wideEnough(text string, share float64) bool { return share*1.8 > float64(7*len(text)+5) }

// data returns a bar for each row, the count as its words.
func (c *Shares) data(count func(row ShareRow) int) []opts.BarData {
	data := make([]opts.BarData, len(c.Rows))
	for i, row := range c.Rows {
		n := count(row)
		share := percent(n, row.total())
		data[i] = opts.BarData{Name: c.Form.Int(n), Value: share}
		if n == 0 {
			data[i].Value = missing // a bar without length would still have its outline
		}
		if !wideEnough(data[i].Name, share) {
			data[i].Label = &opts.Label{Show: hidden()}
		}
	}
	return data
}

func (c *Shares) addBand(bars *charts.Bar, band int) {
	tone := Tone(band, len(c.Bands))
	data := c.data(func(row ShareRow) int {
		if len(row.Counts) != len(c.Bands) {
			return 0
		}
		return row.Counts[band]
	})
	add(&bars.MultiSeries, types.ChartBar, c.Bands[band].Name, data, id("predikat-", band), stackedRow(),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: bandColour(tone), BorderColor: colourEdge, BorderWidth: .75}),
		charts.WithLabelOpts(opts.Label{Show: visible(), Position: "inside", Formatter: formatName, Color: onBandColour(tone), FontWeight: "bold"}))
}

// addUnknown adds the part whose band is not known, where there is one.
func (c *Shares) addUnknown(bars *charts.Bar) {
	any := false
	for _, row := range c.Rows {
		any = any || row.Unknown > 0
	}
	if !any {
		return
	}
	add(&bars.MultiSeries, types.ChartBar, "", c.data(func(row ShareRow) int { return row.Unknown }), id(decor+"sisa-", 0), stackedRow(),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: colourPaper, BorderColor: colourInkFaint, BorderWidth: 1}),
		charts.WithLabelOpts(opts.Label{Show: visible(), Position: "inside", Formatter: formatName, Color: colourInkSoft}))
}

func stackedRow() charts.SeriesOpts {
	return charts.WithBarChartOpts(opts.BarChart{Stack: "baris", BarWidth: "24"})
}

// addMarks adds the end of the share and the targets, as symbols without a line.
func (c *Shares) addMarks(bars *charts.Bar) {
	var shares, targets []opts.LineData
	for i, row := range c.Rows {
		good := 0
		for band := c.Good; band < len(c.Bands) && len(row.Counts) == len(c.Bands); band++ {
			good += row.Counts[band]
		}
		if len(row.Counts) == len(c.Bands) && row.total() > 0 {
			shares = append(shares, opts.LineData{Value: []any{percent(good, row.total()), i}})
		}
		if row.TargetLabel != "" {
			targets = append(targets, opts.LineData{Name: row.TargetLabel, Value: []any{value(row.Target), i}})
		}
	}
	none := charts.WithLineStyleOpts(opts.LineStyle{Opacity: opts.Float(0)})
	ink := charts.WithItemStyleOpts(opts.ItemStyle{Color: colourInk})
	paper := charts.WithItemStyleOpts(opts.ItemStyle{Color: colourPaper})
	if len(shares) > 0 {
		add(&bars.MultiSeries, types.ChartLine, "", shares, id(decor+"batas-", 0), none, ink,
			charts.WithLineChartOpts(opts.LineChart{Symbol: upright, SymbolSize: []float64{2.5, 32}, ShowSymbol: visible()}))
	}
	if len(targets) > 0 {
		add(&bars.MultiSeries, types.ChartLine, "", targets, id(decor+"dasar-", 0), none, paper,
			charts.WithLineChartOpts(opts.LineChart{Symbol: upright, SymbolSize: []float64{5, 32}, ShowSymbol: visible()}))
		add(&bars.MultiSeries, types.ChartLine, "", targets, id(shareTargetSeries, 0), none, ink,
			charts.WithLineChartOpts(opts.LineChart{Symbol: uprightDashes, SymbolSize: []float64{2, 32}, ShowSymbol: visible()}),
			charts.WithLabelOpts(opts.Label{Show: visible(), Position: "bottom", Formatter: formatName, Color: colourInk, FontWeight: "bold", FontSize: 12}))
	}
}

// media returns the rules for a phone, and the wide values again.
func (c *Shares) media() []mediaRule {
	set := func(left, right, size int) map[string]any {
		column := func(width int) map[string]any {
			return map[string]any{"axisLabel": map[string]any{"fontSize": size, "width": width, "margin": width + 6}}
		}
		return map[string]any{
			"grid":  []any{map[string]any{"left": left, "right": right}},
			"yAxis": []any{column(left - 8), column(right - 6)},
		}
	}
	return []mediaRule{{&mediaQuery{narrowContainer}, set(96, 58, 12)}, {nil, set(158, 74, 14)}}
}
