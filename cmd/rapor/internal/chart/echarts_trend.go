package chart

import (
	"slices"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"rapor/cmd/rapor/internal/maturity"
)

// A target's tick as ECharts draws a symbol, wide and narrow.
const (
	shortDashes = "path://M0 0h5v2h-5zM8 0h5v2h-5zM16 0h5v2h-5z"
	dashes      = "path://M0 0h5v2h-5zM8 0h5v2h-5zM16 0h5v2h-5zM24 0h5v2h-5zM32 0h5v2h-5zM40 0h5v2h-5z"
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
	placed  placements
}

// How the ids of series begin: of helpers and of data.
const (
	gapSeries       = helper + "jeda-"
	breakWordSeries = helper + "sebanding-"

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
	o.placed = newTrendSheet(&pen{width: Wide}, t).placeLabels()

	c := charts.NewLine()
	c.SetGlobalOptions(identity(t.Head), charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: visible(), Trigger: "axis", Formatter: formatYearBox}),
		charts.WithGridOpts(
			opts.Grid{Left: "30", Right: "112", Top: "30", Bottom: "46"},
			opts.Grid{Right: "94", Width: "9", Top: "30", Bottom: "46", Tooltip: &opts.Tooltip{Show: hidden()}}),
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
	c.Accept(finish{pointer: pointer{Type: "line", LineStyle: &opts.LineStyle{Color: colourRuleDark}}, media: o.media(c.MultiSeries)})
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
		AxisLabel: &opts.AxisLabel{Color: colourInk, FontSize: 14, Interval: "0", HideOverlap: visible()},
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

// set puts a figure and its words into a year's slot, the words on the side on
// which the static drawing has them.
func (o *trendOptions) set(data []pointItem, year int, v maturity.Hundredths, words string, on side) {
	item := pointItem{LineData: opts.LineData{Name: words, Value: value(v)}}
	switch on {
	case "":
		item.Label = &opts.Label{Show: hidden()}
	case above: // what the series has
	default:
		item.Label = &opts.Label{Position: string(on)}
	}
	data[o.slot(year)] = item
}

// points gives a series its data, each with a label of its own.
func points(data []pointItem) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.Data = data })
}

// addSeries adds an instrument's figures: the current one bold and filled, an
// older one grey and hollow.
func (o *trendOptions) addSeries(c *charts.Line, i int, series Series) {
	data := o.empty()
	for k, p := range series.Points {
		o.set(data, p.Year, p.Value, index(o.Form, p.Value), o.placed.points[pointRef{i, k}])
	}
	colour, size, width := colourInkFaint, 9, float32(2)
	dot := opts.ItemStyle{Color: colourPaper, BorderColor: colour, BorderWidth: 2}
	label := opts.Label{Show: visible(), Position: "top", Formatter: formatName, FontSize: 14, Color: colourInkSoft}
	if i == o.current {
		colour, size, width = colourAccent, 11, 3
		dot = opts.ItemStyle{Color: colour}
		label.Color, label.FontWeight = colourInk, "bold"
	}
	c.AddSeries(series.Name, nil, id(instrumentSeries, i), points(data),
		charts.WithLineChartOpts(opts.LineChart{Symbol: "circle", SymbolSize: size, ShowSymbol: visible()}),
		charts.WithLineStyleOpts(opts.LineStyle{Color: colour, Width: width}),
		charts.WithItemStyleOpts(dot),
		charts.WithLabelOpts(label), charts.WithLabelLayoutOpts(opts.LabelLayout{HideOverlap: visible()}))
}

// addTargets adds the targets as ticks, in as many series as the fullest year
// has targets.
func (o *trendOptions) addTargets(c *charts.Line) {
	var rounds [][]pointItem
	inYear := map[int]int{}
	for i, t := range o.Targets {
		round := inYear[t.Year]
		inYear[t.Year]++
		if round == len(rounds) {
			rounds = append(rounds, o.empty())
		}
		words := t.Label
		if words == "" {
			words = index(o.Form, t.Value)
		}
		o.set(rounds[round], t.Year, t.Value, words, o.placed.targets[i])
	}
	for round, data := range rounds {
		c.AddSeries(o.TargetName, nil, id(targetSeries, round), points(data),
			charts.WithLineChartOpts(opts.LineChart{Symbol: dashes, SymbolSize: []int{45, 2}, ShowSymbol: visible()}),
			charts.WithLineStyleOpts(opts.LineStyle{Opacity: opts.Float(0)}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: colourInk}),
			charts.WithLabelOpts(opts.Label{Show: visible(), Position: "top", Formatter: formatName, Color: colourInk, FontWeight: "bold"}),
			charts.WithLabelLayoutOpts(opts.LabelLayout{HideOverlap: visible()}))
	}
}

// addProjection adds the projection, dotted, over its range: an invisible line
// with the range's height stacked on it.
func (o *trendOptions) addProjection(c *charts.Line) {
	if o.Projection == nil || len(o.Projection.Points) < 2 {
		return
	}
	low, high, middle := o.empty(), o.empty(), o.empty()
	for _, p := range o.Projection.Points {
		o.set(low, p.Year, p.Low, "", above)
		o.set(high, p.Year, p.High-p.Low, "", above)
		o.set(middle, p.Year, p.Value, index(o.Form, p.Value), above)
	}
	none := charts.WithLineStyleOpts(opts.LineStyle{Opacity: opts.Float(0)})
	stacked := charts.WithLineChartOpts(opts.LineChart{Symbol: "none", Stack: "rentang"})
	c.AddSeries("", nil, id(helper+"rendah", 0), points(low), stacked, none)
	c.AddSeries("", nil, id(helper+"rentang", 0), points(high), stacked, none, charts.WithAreaStyleOpts(opts.AreaStyle{Color: colourAccent, Opacity: opts.Float(.14)}))
	c.AddSeries(o.Projection.Name, nil, id("proyeksi-", 0), points(middle),
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
	bars := charts.NewBar()
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
		bars.AddSeries("", in(slot, opts.BarData{Name: words, Value: value(o.top)}), id(gapSeries, i), bar, charts.WithLabelOpts(label),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: colourPaperDim, BorderColor: colourRuleDark, BorderWidth: .75}))
		label.Position = "bottom"
		bars.AddSeries("", in(slot, opts.BarData{Name: o.Break, Value: 0}), id(breakWordSeries, i), bar, charts.WithLabelOpts(label))
	}
	c.Overlap(bars)
}

// addSpine stacks the bands as the upright ruler, each named at its right.
func (o *trendOptions) addSpine(c *charts.Line) {
	bars := charts.NewBar()
	for i, seg := range o.Scale.segments(o.top) {
		bars.AddSeries(seg.band.Name, []opts.BarData{{Value: value(seg.high - seg.low)}}, id(helper+"predikat-", i),
			charts.WithBarChartOpts(opts.BarChart{Stack: "predikat", BarWidth: "100%", XAxisIndex: 1, YAxisIndex: 1}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: bandColour(seg.tone), BorderColor: colourEdge, BorderWidth: .75}),
			charts.WithLabelOpts(opts.Label{Show: visible(), Position: "right", Formatter: formatSeries, Color: colourInkSoft}))
	}
	c.Overlap(bars)
}

// media returns the rules for a phone, and the wide values again.
func (o *trendOptions) media(all charts.MultiSeries) []mediaRule {
	type object = map[string]any
	set := func(series func(id string) object, axis object, left, right, spine string) object {
		var rules []object
		for _, s := range all {
			if rule := series(s.Id); rule != nil {
				rule["id"] = s.Id
				rules = append(rules, rule)
			}
		}
		return object{"series": rules, "xAxis": []any{object{"axisLabel": axis}},
			"grid": []any{object{"left": left, "right": right}, object{"right": spine}}}
	}
	of := func(figure int, tick string, size []int, words types.FuncStr, captions bool) func(string) object {
		return func(id string) object {
			switch {
			case strings.HasPrefix(id, instrumentSeries):
				return object{"label": object{"fontSize": figure}}
			case strings.HasPrefix(id, targetSeries):
				return object{"symbol": tick, "symbolSize": size, "label": object{"formatter": words}}
			case strings.HasPrefix(id, gapSeries):
				return object{"label": object{"show": captions}}
			}
			return nil
		}
	}
	years := formatYear
	if len(o.names) > 5 {
		years = formatYearShort
	}
	return []mediaRule{
		{&mediaQuery{narrowContainer}, set(of(12, shortDashes, []int{21, 2}, formatIndex, len(o.gaps) < 2), object{"fontSize": 12.5, "formatter": years}, "20", "92", "78")},
		{nil, set(of(14, dashes, []int{45, 2}, formatName, true), object{"fontSize": 14, "formatter": nil}, "30", "112", "94")},
	}
}

// id names a series, so that a rule can find it and a tooltip can leave it out.
func id(prefix string, place int) charts.SeriesOpts {
	return charts.WithSeriesId(prefix + strconv.Itoa(place))
}
