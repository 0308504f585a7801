package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"rapor/cmd/rapor/internal/maturity"
)

// ECharts returns the options of the interactive version as JSON: a column for
// each 0.1 of the scale. Each says how many institutions it holds, which the dots
// leave to be counted.
func (d Dots) ECharts() ([]byte, error) {
	top := d.top()
	bin := 10 * max(1, step(top)/100)
	counts := make([]int, (top+bin-1)/bin)
	at := func(v maturity.Hundredths) int { return int(min(max(v, 0), top-1) / bin) }
	for _, v := range d.Others {
		counts[at(v)]++
	}
	bars := charts.NewBar()
	bars.SetGlobalOptions(identity(d.Head), charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: visible(), Trigger: "axis", Formatter: formatRowBox}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "8", Top: "46", Bottom: "40"}, opts.Grid{Left: "8", Right: "8", Height: "8", Bottom: "30", Tooltip: &opts.Tooltip{Show: hidden()}}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: d.bins(len(counts), bin, top), Show: hidden()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: hidden(), Min: 0}))
	each := value(step(top))
	bars.ExtendXAxis(opts.XAxis{Type: "value", GridIndex: 0, Min: 0, Max: value(top), Show: hidden()},
		opts.XAxis{Type: "value", GridIndex: 1, Min: 0, Max: value(top), MinInterval: each, MaxInterval: each, Position: "bottom",
			AxisLabel: &opts.AxisLabel{Formatter: formatNumber, Color: colourInkSoft, AlignMinLabel: "left", AlignMaxLabel: "right"},
			AxisLine:  &opts.AxisLine{Show: hidden()}, SplitLine: &opts.SplitLine{Show: hidden()}})
	bars.ExtendYAxis(opts.YAxis{Type: "category", GridIndex: 1, Show: hidden()})
	d.addColumns(bars, counts, at)
	d.addFloor(bars, top)
	bars.Accept(finish{pointer: pointer{Type: "shadow", Z: 1, ShadowStyle: &opts.AreaStyle{Color: colourPaperDim}}})
	bars.Validate()
	return options(bars)
}

// bins names each column by its ends, both within it: "3,10–3,19".
func (d *Dots) bins(n int, bin, top maturity.Hundredths) []string {
	names := make([]string, n)
	for i := range names {
		low, high := bin*maturity.Hundredths(i), bin*maturity.Hundredths(i+1)-1
		if i == n-1 {
			high = top
		}
		names[i] = index(d.Form, low) + "–" + index(d.Form, high)
	}
	return names
}

// addColumns adds the columns, our own place on top of its one, and the median.
func (d *Dots) addColumns(bars *charts.Bar, counts []int, at func(maturity.Hundredths) int) {
	stacked := charts.WithBarChartOpts(opts.BarChart{Stack: "kolom", BarWidth: "86%"})
	own, highest := make([]opts.BarData, len(counts)), 0
	data := make([]opts.BarData, len(counts))
	for i, n := range counts {
		own[i].Value, data[i] = missing, opts.BarData{Name: strconv.Itoa(n), Value: n}
		if n == 0 {
			data[i].Value = missing
		}
		highest = max(highest, n+1)
	}
	add(&bars.MultiSeries, types.ChartBar, d.CountName, data, id("banyak-", 0), stacked, charts.WithItemStyleOpts(opts.ItemStyle{Color: colourRuleDark}))
	if d.Own != nil {
		words := d.Own.words(d.Form)
		own[at(d.Own.Value)] = opts.BarData{Name: words, Value: 1}
		add(&bars.MultiSeries, types.ChartBar, "", own, id("sendiri-", 0), stacked, charts.WithItemStyleOpts(opts.ItemStyle{Color: colourAccent}),
			charts.WithLabelOpts(opts.Label{Show: visible(), Position: "top", Formatter: formatName, Color: colourInk, FontWeight: "bold"}))
	}
	if d.Median != nil {
		ends := []opts.LineData{{Value: []any{value(d.Median.Value), 0}}, {Name: d.Median.words(d.Form), Value: []any{value(d.Median.Value), highest + 1}}}
		ends[0].Symbol = "none"
		add(&bars.MultiSeries, types.ChartLine, "", ends, id(decor+"median-", 0), charts.WithLineStyleOpts(opts.LineStyle{Color: colourInk, Width: 2}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: colourInk}), charts.WithLineChartOpts(opts.LineChart{Symbol: "none", XAxisIndex: 1, ShowSymbol: visible()}),
			charts.WithLabelOpts(opts.Label{Show: visible(), Position: "top", Formatter: formatName, Color: colourInkSoft}))
	}
}

// addFloor lays the ruler of bands under the columns.
func (d *Dots) addFloor(bars *charts.Bar, top maturity.Hundredths) {
	for i, seg := range d.Scale.segments(top) {
		add(&bars.MultiSeries, types.ChartBar, seg.band.Name, []opts.BarData{{Value: value(seg.high - seg.low)}}, id(decor+"predikat-", i),
			charts.WithBarChartOpts(opts.BarChart{Stack: "predikat", BarWidth: "100%", XAxisIndex: 2, YAxisIndex: 1}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: bandColour(seg.tone), BorderColor: colourEdge, BorderWidth: .75}))
	}
}
