package chart

import (
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"rapor/cmd/rapor/internal/maturity"
)

// axisName is a category of an axis with its lettering.
type axisName struct {
	Value     string          `json:"value"`
	TextStyle *opts.TextStyle `json:"textStyle,omitempty"`
}

// trendOptions is a trend while its options are built. A slot is a year or the
// gap between instruments; breaks maps a gap's slot to its captions.
type trendOptions struct {
	Trend
	current int
	top     maturity.Hundredths
	first   int
	names   []axisName
	breaks  []breakAt
	gaps    []int // slot of each break
	layouts [2]trendLayout
}

// How the ids of series begin: of decoration and of data.
const (
	gapSeries       = decor + "jeda-"
	breakWordSeries = decor + "sebanding-"

	instrumentSeries = "instrumen-"
	targetSeries     = "target-" // bagan.js knows this one
)

// ECharts returns the options of the interactive version as JSON, ready for a
// script element of type application/json.
func (t Trend) ECharts() ([]byte, error) {
	t.Targets = merged(t.Targets)
	o := &trendOptions{Trend: t, top: t.Scale.top(t.values()...)}
	var last int
	o.current, o.first, last = t.extent()
	o.breaks = t.breakYears(o.first, last)
	o.nameSlots(last)
	o.layouts = [2]trendLayout{o.layout(phone, &mediaQuery{narrowContainer}), o.layout(Wide, nil)}

	c := charts.NewLine()
	c.SetGlobalOptions(identity(t.Head), charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: visible(), Trigger: "axis", Formatter: formatYearBox}),
		charts.WithGridOpts(
			opts.Grid{Top: "30", Bottom: "46"},
			opts.Grid{Width: strconv.Itoa(int(spineWide / px)), Top: "30", Bottom: "46", Tooltip: &opts.Tooltip{Show: hidden()}}),
		charts.WithXAxisOpts(o.yearAxis()), charts.WithYAxisOpts(o.valueAxis()))
	c.ExtendXAxis(opts.XAxis{Type: "category", GridIndex: 1, Show: hidden()})
	c.ExtendYAxis(opts.YAxis{Type: "value", GridIndex: 1, Show: hidden(), Min: 0, Max: value(o.top)})
	c.SetXAxis(o.names)
	o.addGaps(c)
	o.addProjection(c)
	for i, series := range t.Series {
		o.addSeries(c, i, series)
	}
	o.addTargets(c)
	o.addSpine(c)
	c.Accept(finish{pointer: pointer{Type: "line", LineStyle: &opts.LineStyle{Color: colourRuleDark}}, media: o.media()})
	c.Validate()
	return options(c)
}

// nameSlots writes the categories: each year, with its note on a second line if
// there is room, and an empty one for each gap.
func (o *trendOptions) nameSlots(last int) {
	notes := map[int]string{}
	room := 600 * px / unit(last-o.first+1+len(o.breaks))
	for _, note := range o.Empty {
		if small.length(Wide, note.Text)+8*px <= room {
			notes[note.Year] = "\n" + note.Text
		}
	}
	for year := o.first; year <= last; year++ {
		if i := slices.IndexFunc(o.breaks, func(b breakAt) bool { return b.year == year }); i >= 0 {
			o.gaps = append(o.gaps, len(o.names))
			o.names = append(o.names, axisName{})
		}
		name := axisName{Value: strconv.Itoa(year) + notes[year]}
		if year == o.Shown {
			name.TextStyle = &opts.TextStyle{FontWeight: "bold"}
		}
		o.names = append(o.names, name)
	}
}

// slot returns the place of a year among the categories.
func (o *trendOptions) slot(year int) int {
	slot := year - o.first
	for _, b := range o.breaks {
		if b.year <= year {
			slot++
		}
	}
	return slot
}

func (o *trendOptions) yearAxis() opts.XAxis {
	return opts.XAxis{Type: "category",
		AxisLabel: &opts.AxisLabel{Color: colourInk, FontSize: 14, Interval: "0"},
		AxisTick:  &opts.AxisTick{Show: hidden()},
		AxisLine:  &opts.AxisLine{LineStyle: &opts.LineStyle{Color: colourInk}}}
}

func (o *trendOptions) valueAxis() opts.YAxis {
	each := value(step(o.top))
	return opts.YAxis{Type: "value", Min: 0, Max: value(o.top), MinInterval: each, MaxInterval: each,
		AxisLabel: &opts.AxisLabel{Color: colourInkSoft, Formatter: formatNumber},
		SplitLine: &opts.SplitLine{LineStyle: &opts.LineStyle{Color: colourRule}}}
}

// empty returns a slot for each category, none with a value.
func (o *trendOptions) empty() []pointItem {
	data := make([]pointItem, len(o.names))
	for i := range data {
		data[i].Value = missing
	}
	return data
}

// set puts a figure and its words into a year's slot.
func (o *trendOptions) set(data []pointItem, year int, v maturity.Hundredths, words string) *pointItem {
	item := &data[o.slot(year)]
	item.LineData = opts.LineData{Name: words, Value: value(v)}
	return item
}

// addSeries adds an instrument: the current one bold and filled, an older one
// grey and hollow. Its figures come with the layouts.
func (o *trendOptions) addSeries(c *charts.Line, i int, series Series) {
	colour, width := colourInkFaint, float32(2)
	dot := opts.ItemStyle{Color: colourPaper, BorderColor: colour, BorderWidth: 2}
	label := opts.Label{Show: visible(), Position: "top", Formatter: formatName, Color: colourInkSoft}
	if i == o.current {
		colour, width = colourAccent, 3
		dot = opts.ItemStyle{Color: colour}
		label.Color, label.FontWeight = colourInk, "bold"
	}
	add(&c.MultiSeries, types.ChartLine, series.Name, nil, id(instrumentSeries, i),
		charts.WithLineChartOpts(opts.LineChart{Symbol: "circle", SymbolSize: dotSize, ShowSymbol: visible()}),
		charts.WithLineStyleOpts(opts.LineStyle{Color: colour, Width: width}),
		charts.WithItemStyleOpts(dot), charts.WithLabelOpts(label))
}

// addTargets adds the targets, in as many series as the fullest year has of
// them. Their ticks come with the layouts.
func (o *trendOptions) addTargets(c *charts.Line) {
	for round := range o.rounds() {
		add(&c.MultiSeries, types.ChartLine, o.TargetName, nil, id(targetSeries, round),
			charts.WithLineChartOpts(opts.LineChart{ShowSymbol: visible()}),
			charts.WithLineStyleOpts(opts.LineStyle{Opacity: opts.Float(0)}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: colourInk}),
			charts.WithLabelOpts(opts.Label{Show: visible(), Position: "top", Formatter: formatName, Color: colourInk, FontWeight: "bold"}))
	}
}

// rounds returns the most targets that a year has.
func (o *trendOptions) rounds() int {
	most, n := 0, 0
	for i, t := range o.Targets { // by year
		if n++; i > 0 && o.Targets[i-1].Year != t.Year {
			n = 1
		}
		most = max(most, n)
	}
	return most
}

// addProjection adds the projection, dotted, over its range: an invisible line
// with the range's height stacked on it.
func (o *trendOptions) addProjection(c *charts.Line) {
	if o.Projection == nil || len(o.Projection.Points) < 2 {
		return
	}
	low, high, middle := o.empty(), o.empty(), o.empty()
	for _, p := range o.Projection.Points {
		o.set(low, p.Year, p.Low, "")
		o.set(high, p.Year, p.High-p.Low, "")
		o.set(middle, p.Year, p.Value, index(o.Form, p.Value))
	}
	none := charts.WithLineStyleOpts(opts.LineStyle{Opacity: opts.Float(0)})
	stacked := charts.WithLineChartOpts(opts.LineChart{Symbol: "none", Stack: "rentang"})
	add(&c.MultiSeries, types.ChartLine, "", low, id(decor+"rendah-", 0), stacked, none)
	add(&c.MultiSeries, types.ChartLine, "", high, id(decor+"rentang-", 0), stacked, none, charts.WithAreaStyleOpts(opts.AreaStyle{Color: colourAccent, Opacity: opts.Float(.14)}))
	add(&c.MultiSeries, types.ChartLine, o.Projection.Name, middle, id("proyeksi-", 0),
		charts.WithLineChartOpts(opts.LineChart{Symbol: "none"}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: colourAccent}),
		charts.WithLineStyleOpts(opts.LineStyle{Color: colourAccent, Width: 2, Type: "dotted"}))
}

// addGaps tints the slots between instruments and writes over each what the
// newer one measures.
func (o *trendOptions) addGaps(c *charts.Line) {
	if len(o.gaps) == 0 {
		return
	}
	bar := charts.WithBarChartOpts(opts.BarChart{BarWidth: "55%", BarGap: "-100%"})
	in := func(slot int, item opts.BarData) []opts.BarData {
		data := make([]opts.BarData, len(o.names))
		for i := range data {
			data[i].Value = missing
		}
		data[slot] = item
		return data
	}
	for i, slot := range o.gaps {
		words := o.breaks[i].after
		if before := o.breaks[i].before; before != "" {
			words = before + "  |  " + words
		}
		label := opts.Label{Show: visible(), Position: "top", Formatter: formatName, Color: colourInkSoft}
		add(&c.MultiSeries, types.ChartBar, "", in(slot, opts.BarData{Name: words, Value: value(o.top)}), id(gapSeries, i), bar, charts.WithLabelOpts(label),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: colourPaperDim, BorderColor: colourRuleDark, BorderWidth: .75}))
		label.Position = "bottom"
		add(&c.MultiSeries, types.ChartBar, "", in(slot, opts.BarData{Name: o.Break, Value: 0}), id(breakWordSeries, i), bar, charts.WithLabelOpts(label))
	}
}

// addSpine stacks the bands as the upright ruler, each named at its right.
func (o *trendOptions) addSpine(c *charts.Line) {
	for i, seg := range o.Scale.segments(o.top) {
		add(&c.MultiSeries, types.ChartBar, small.fit(Wide, seg.band.Name, o.layouts[1].sheet.words), []opts.BarData{{Value: value(seg.high - seg.low)}}, id(decor+"predikat-", i),
			charts.WithBarChartOpts(opts.BarChart{Stack: "predikat", BarWidth: "100%", XAxisIndex: 1, YAxisIndex: 1}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: bandColour(seg.tone), BorderColor: colourEdge, BorderWidth: .75}),
			charts.WithLabelOpts(opts.Label{Show: visible(), Position: "right", Formatter: formatSeries, Color: colourInkSoft}))
	}
}

// id names a series, so that a rule can find it and a tooltip can leave it out.
func id(prefix string, place int) charts.SeriesOpts {
	return charts.WithSeriesId(prefix + strconv.Itoa(place))
}
