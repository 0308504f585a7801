package chart

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"rapor/cmd/rapor/internal/maturity"
)

// The options travel as JSON in the page, where neither a function nor a colour
// of the reader's theme can stand. The starter script (bagan.js) puts both in:
// a formatter that is a name from its table, and any colour that is the name of
// a custom property of the stylesheet.
const (
	formatYear      = types.FuncStr("@tahun")        // an axis year without its note
	formatYearShort = types.FuncStr("@tahun-pendek") // the same as ’24
	formatIndex     = types.FuncStr("@nilai")        // a label's figure with two decimals
	formatNumber    = types.FuncStr("@bilangan")     // an axis figure, decimals as needed
	formatYearBox   = types.FuncStr("@kotak-tahun")  // tooltip over a year
	formatRowBox    = types.FuncStr("@kotak-baris")  // tooltip over a row or a column of marks
	formatWords     = types.FuncStr("@kata")         // tooltip over a square: the words that came with it
	formatName      = types.FuncStr("{b}")           // the words that came with a value
	formatSeries    = types.FuncStr("{a}")

	colourAccent   = "--aksen"
	colourInk      = "--tinta"
	colourInkSoft  = "--tinta2"
	colourInkFaint = "--tinta3"
	colourPaper    = "--kertas"
	colourPaperDim = "--lapis"
	colourRule     = "--garis"
	colourRuleDark = "--garis2"
	colourEdge     = "--tepi"
	colourOnLight  = "--pg"
	colourOnDark   = "--pt"
)

const (
	decor           = "_" // begins the id of a series that is no data; tooltips leave those out
	narrowContainer = 640 // px; below, the narrow rules hold
	phoneContainer  = 563 // px; the same, where the page must have the height of a phone too: its width is under 600
	letterHigh      = 17  // px from line to line. ECharts would measure a Chinese character, which the font lacks
)

// missing is ECharts' "no value"; nil would become an empty object.
const missing = "-"

// value turns a figure into the number that ECharts places. The quotient is
// correctly rounded, so the shortest decimal is the figure itself again.
func value(v maturity.Hundredths) float64 { return float64(v) / 100 }

// bandColour names a band's colour.
func bandColour(tone int) string { return "--p" + strconv.Itoa(tone) }

// onBandColour names the colour of text on a band.
func onBandColour(tone int) string {
	if tone <= 3 {
		return colourOnLight
	}
	return colourOnDark
}

// Each of the types below is a typed option with what go-echarts v2.7.2 does not
// know of it. Outer fields win over embedded ones of the same JSON name.

// fullLabel is a label with an outline in the paper's colour.
type fullLabel struct {
	*opts.Label
	LineHeight      int     `json:"lineHeight"`
	Distance        int     `json:"distance,omitempty"`
	TextBorderColor string  `json:"textBorderColor,omitempty"`
	TextBorderWidth float32 `json:"textBorderWidth,omitempty"`
}

// fullItem is the look of a bar or a symbol.
type fullItem struct {
	*opts.ItemStyle
	BorderType any `json:"borderType,omitempty"`
}

// fullSeries is a series that may be silent and knows its layer.
type fullSeries struct {
	charts.SingleSeries
	Silent    bool       `json:"silent,omitempty"`
	Z         int        `json:"z"`
	AllPoints bool       `json:"showAllSymbol,omitempty"`
	Emphasis  *emphasis  `json:"emphasis,omitempty"`
	Label     *fullLabel `json:"label,omitempty"`
	ItemStyle *fullItem  `json:"itemStyle,omitempty"`
}

// emphasis is what pointing at a series changes in it.
type emphasis struct {
	Scale types.Bool `json:"scale"`
}

// pointItem is a value of a line with a label of its own.
type pointItem struct {
	opts.LineData
	Label *itemLabel `json:"label,omitempty"`
}

// itemLabel is what differs in the label of one value. Position is a side of the
// symbol, or x and y counted from its upper left corner.
type itemLabel struct {
	Show          types.Bool    `json:"show,omitempty"`
	Position      any           `json:"position,omitempty"`
	Align         string        `json:"align,omitempty"`
	VerticalAlign string        `json:"verticalAlign,omitempty"`
	Formatter     types.FuncStr `json:"formatter,omitempty"`
}

// fullAxisLabel has a line height that is a number.
type fullAxisLabel struct {
	*opts.AxisLabel
	LineHeight int `json:"lineHeight"`
}

type fullXAxis struct {
	opts.XAxis
	AxisLabel *fullAxisLabel `json:"axisLabel,omitempty"`
}

type fullYAxis struct {
	opts.YAxis
	AxisLabel     *fullAxisLabel  `json:"axisLabel,omitempty"`
	AxisTick      *opts.AxisTick  `json:"axisTick,omitempty"`
	NameTextStyle *opts.TextStyle `json:"nameTextStyle,omitempty"`
}

// fullTooltip is drawn as SVG (richText); the HTML form would write style
// attributes, which the page's policy forbids.
type fullTooltip struct {
	opts.Tooltip
	RenderMode  string          `json:"renderMode"`
	Confine     bool            `json:"confine"`
	TextStyle   *opts.TextStyle `json:"textStyle,omitempty"`
	AxisPointer *pointer        `json:"axisPointer,omitempty"`
}

// pointer is the mark under the reader's pointer.
type pointer struct {
	Type        string          `json:"type"`
	Z           int             `json:"z,omitempty"` // a shadow lies under the bars
	LineStyle   *opts.LineStyle `json:"lineStyle,omitempty"`
	ShadowStyle *opts.AreaStyle `json:"shadowStyle,omitempty"`
}

// mediaRule changes options below a width. ECharts never undoes a rule, so the
// rule without a query has to restate the wide values.
type mediaRule struct {
	Query  *mediaQuery    `json:"query,omitempty"`
	Option map[string]any `json:"option"`
}

type mediaQuery struct {
	MaxWidth int `json:"maxWidth"`
}

// finish is the visitor through which go-echarts lets options be completed.
type finish struct {
	charts.BaseConfigurationVisitor
	pointer pointer
	media   []mediaRule
}

// Visit completes the root. Title, legend and toolbox belong to the page; an
// empty entry would ask for a component that the bundle leaves out.
func (f finish) Visit(root map[string]any) {
	for _, component := range []string{"title", "legend", "toolbox", "color"} {
		delete(root, component)
	}
	root["textStyle"] = map[string]any{"fontSize": 12.5, "color": colourInk}
	if f.media != nil {
		root["media"] = f.media
	}
}

// VisitTooltipOpt completes the tooltip.
func (f finish) VisitTooltipOpt(tooltip opts.Tooltip) any {
	tooltip.BackgroundColor, tooltip.BorderColor = colourPaper, colourRuleDark
	return fullTooltip{tooltip, "richText", true, &opts.TextStyle{Color: colourInk, FontSize: 13, LineHeight: letterHigh}, &f.pointer}
}

// VisitXAxis completes the horizontal axes.
func (f finish) VisitXAxis(axes []opts.XAxis) any {
	out := make([]fullXAxis, len(axes))
	for i, axis := range axes {
		out[i].XAxis = axis
		if axis.AxisLabel != nil {
			out[i].AxisLabel = &fullAxisLabel{axis.AxisLabel, letterHigh}
		}
	}
	return out
}

// VisitYAxis completes the upright axes, which have no ticks here.
func (f finish) VisitYAxis(axes []opts.YAxis) any {
	out := make([]fullYAxis, len(axes))
	for i, axis := range axes {
		out[i] = fullYAxis{YAxis: axis, AxisTick: &opts.AxisTick{Show: hidden()}}
		if axis.AxisLabel != nil {
			out[i].AxisLabel = &fullAxisLabel{axis.AxisLabel, letterHigh}
		}
		if axis.Name != "" {
			out[i].NameTextStyle = &opts.TextStyle{Color: colourInkSoft, FontSize: 12, LineHeight: letterHigh,
				Align: "left", VerticalAlign: "middle", Padding: []int{0, 0, 0, 6}, Overflow: "truncate", Width: 72}
		}
	}
	return out
}

// VisitSeriesOpt silences the decoration, stacks the layers and outlines the labels
// of lines: tinted gaps lie lowest, marks across bars highest. Pointing makes no
// decoration larger and no tick of a target, which has the width of its year.
func (f finish) VisitSeriesOpt(series charts.MultiSeries) any {
	out := make([]fullSeries, len(series))
	for i, s := range series {
		full := fullSeries{SingleSeries: s, Silent: strings.HasPrefix(s.Id, decor), Z: 4}
		line := s.Type == types.ChartLine
		full.AllPoints = line
		switch {
		case full.Silent && line && s.Stack == "":
			full.Z = 6
		case full.Silent:
			full.Z = 2
		}
		if line && (full.Silent || strings.HasPrefix(s.Id, targetSeries)) {
			full.Emphasis = &emphasis{hidden()}
		}
		if s.Label != nil {
			full.Label = &fullLabel{Label: s.Label, LineHeight: letterHigh, Distance: distances[s.Id[:strings.LastIndexByte(s.Id, '-')+1]]}
			if line {
				full.Label.TextBorderColor, full.Label.TextBorderWidth = colourPaper, 4
			}
		}
		if s.ItemStyle != nil {
			full.ItemStyle = &fullItem{ItemStyle: s.ItemStyle}
			if strings.HasPrefix(s.Id, gapSeries) {
				full.ItemStyle.BorderType = []int{2, 3}
			}
		}
		out[i] = full
	}
	return out
}

// distances of labels from what they label, in pixels, where ECharts' own will
// not do; by the beginning of the series' id.
var distances = map[string]int{
	shareTargetSeries: 2,
	breakWordSeries:   24, // under the years
}

// usualSeries is room for the series of most charts: one has a kilobyte.
const usualSeries = 8

// add appends a series to a chart. The library's AddSeries fills defaults by
// reflection, which our series do not need and half of the time would go to.
func add(all *charts.MultiSeries, kind, name string, data any, options ...charts.SeriesOpts) {
	s := charts.SingleSeries{Name: name, Type: kind, Data: data}
	s.ConfigureSeriesOpts(options...)
	if *all == nil {
		*all = make(charts.MultiSeries, 0, usualSeries)
	}
	*all = append(*all, s)
}

// options returns the finished options as JSON. Its encoder escapes <, >, & and the
// line separators of scripts, so that it can stand in a script element of type
// application/json as it is.
func options(c interface{ JSON() map[string]any }) ([]byte, error) { return json.Marshal(c.JSON()) }

// identity fixes what go-echarts would otherwise draw at random or take from a
// server; none of it reaches the JSON.
func identity(h Head) charts.GlobalOpts {
	return charts.WithInitializationOpts(opts.Initialization{ChartID: h.ID, Renderer: "svg"})
}

func hidden() types.Bool { return opts.Bool(false) }

func visible() types.Bool { return opts.Bool(true) }
