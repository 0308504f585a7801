package chart

import (
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
	for v, n := range d.others() {
		counts[at(v)] += n
	}
	bars := charts.NewBar()
	bars.SetGlobalOptions(identity(d.Head), charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: visible(), Trigger: "axis", Formatter: formatRowBox}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "8", Top: "46", Bottom: "40"}, opts.Grid{Left: "8", Right: "8", Height: "8", Bottom: "30", Tooltip: &opts.Tooltip{Show: hidden()}}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Show: hidden()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: hidden(), Min: 0}))
	bars.SetXAxis(d.bins(len(counts), bin, top))
	each := value(step(top))
	bars.ExtendXAxis(opts.XAxis{Type: "value", GridIndex: 0, Min: 0, Max: value(top), Show: hidden()},
		opts.XAxis{Type: "value", GridIndex: 1, Min: 0, Max: value(top), MinInterval: each, MaxInterval: each, Position: "bottom",
			AxisLabel: &opts.AxisLabel{Formatter: formatNumber, Color: colourInkSoft, AlignMinLabel: "left", AlignMaxLabel: "right"},
			AxisLine:  &opts.AxisLine{Show: hidden()}, SplitLine: &opts.SplitLine{Show: hidden()}})
	bars.ExtendYAxis(opts.YAxis{Type: "category", GridIndex: 1, Show: hidden()})
	highest := d.addColumns(bars, counts, at)
	if d.Own != nil {
		place := at(d.Own.Value)
		d.addNeedle(bars, "sendiri-", *d.Own, bin*maturity.Hundredths(place)+bin/2, counts[place]+1, highest*13/10, true)
	}
	if d.Median != nil {
		d.addNeedle(bars, "median-", *d.Median, d.Median.Value, 0, highest*11/10, false)
	}
	d.addFloor(bars, top)
	bars.Accept(finish{pointer: pointer{Type: "shadow", Z: 1, ShadowStyle: &opts.AreaStyle{Color: colourPaperDim}}, media: d.media()})
	bars.Validate()
	return options(bars)
}

// media returns the rule for a phone, where our name may take two lines, and the
// wide value again.
func (d *Dots) media() []mediaRule {
	if d.Own == nil {
		return nil
	}
	set := func(width int) map[string]any {
		return map[string]any{"series": []any{map[string]any{"id": ownNeedle, "label": map[string]any{"width": width, "overflow": "break"}}}}
	}
	return []mediaRule{{&mediaQuery{narrowContainer}, set(190)}, {nil, set(560)}}
}

// ownNeedle is the id of the line over our own place.
const ownNeedle = decor + "sendiri-0"

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

// addColumns adds the columns, our own place on top of its one, and returns the
// height of the tallest with one more on it.
func (d *Dots) addColumns(bars *charts.Bar, counts []int, at func(maturity.Hundredths) int) (highest int) {
	stacked := charts.WithBarChartOpts(opts.BarChart{Stack: "kolom", BarWidth: "86%"})
	own, data := make([]any, len(counts)), make([]any, len(counts))
	for i, n := range counts {
		own[i], data[i] = missing, n
		if n == 0 {
			data[i] = missing
		}
		highest = max(highest, n+1)
	}
	add(&bars.MultiSeries, types.ChartBar, d.CountName, data, id("banyak-", 0), stacked, charts.WithItemStyleOpts(opts.ItemStyle{Color: colourRuleDark}))
	if d.Own != nil {
		own[at(d.Own.Value)] = opts.BarData{Name: d.Own.words(d.Form), Value: 1}
		add(&bars.MultiSeries, types.ChartBar, "", own, id("sendiri-", 0), stacked, charts.WithItemStyleOpts(opts.ItemStyle{Color: colourAccent}))
	}
	return highest
}

// addNeedle adds an upright line with words at its upper end, which lean inwards
// near the ends of the scale; those of the median lean away from our own line.
func (d *Dots) addNeedle(bars *charts.Bar, name string, m Mark, at maturity.Hundredths, from, to int, strong bool) {
	label := opts.Label{Show: visible(), Position: "top", Formatter: formatName, Color: colourInkSoft}
	line := opts.LineStyle{Color: colourInk, Width: 2}
	if strong {
		label.Color, label.FontWeight, line.Width = colourInk, "bold", 1
	}
	switch top := d.top(); {
	case at < top/4:
		label.Align = "left"
	case at > top*3/4, !strong && d.Own != nil && at < d.Own.Value:
		label.Align = "right"
	case !strong && d.Own != nil:
		label.Align = "left"
	}
	ends := []opts.LineData{{Value: []any{value(at), from}}, {Name: m.words(d.Form), Value: []any{value(at), to}}}
	add(&bars.MultiSeries, types.ChartLine, "", ends, id(decor+name, 0), charts.WithLineStyleOpts(line), charts.WithLabelOpts(label),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: colourInk}), charts.WithLineChartOpts(opts.LineChart{Symbol: "circle", SymbolSize: 1, XAxisIndex: 1, ShowSymbol: visible()}))
}

// addFloor lays the ruler of bands under the columns.
func (d *Dots) addFloor(bars *charts.Bar, top maturity.Hundredths) {
	for i, seg := range d.Scale.segments(top) {
		add(&bars.MultiSeries, types.ChartBar, seg.band.Name, []opts.BarData{{Value: value(seg.high - seg.low)}}, id(decor+"predikat-", i),
			charts.WithBarChartOpts(opts.BarChart{Stack: "predikat", BarWidth: "100%", XAxisIndex: 2, YAxisIndex: 1}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: bandColour(seg.tone), BorderColor: colourEdge, BorderWidth: .75}))
	}
}
