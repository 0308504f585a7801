package chart

import (
	"strconv"

	"rapor/cmd/rapor/internal/maturity"
)

// phone is the narrowest drawing that the interactive chart is laid out for.
const phone Width = 328

// dotSize is the diameter of a point's symbol.
const dotSize = 10

// A target's tick as ECharts draws a symbol, wide and narrow.
const (
	dashes      = "path://M0 0h5v2h-5zM8 0h5v2h-5zM16 0h5v2h-5zM24 0h5v2h-5zM32 0h5v2h-5zM40 0h5v2h-5z"
	shortDashes = "path://M0 0h5v2h-5zM8 0h5v2h-5zM16 0h5v2h-5z"
)

// object is a part of the options for which go-echarts has no type: the body of
// a media rule.
type object = map[string]any

// trendLayout is the trend at one of the two widths. It borrows the static
// drawing's: which years are labelled, where each figure stands and which have
// room at all. ECharts by itself would drop the newest figure as soon as another.
type trendLayout struct {
	sheet  *trendSheet
	placed placements
	query  *mediaQuery
	tick   int // length of a target's tick
}

// layout lays the trend out for a width.
func (o *trendOptions) layout(w Width, query *mediaQuery) trendLayout {
	sheet := newTrendSheet(&pen{width: w}, o.Trend)
	plot := int((sheet.right - sheet.left) / px)
	tick := max(6, min(45, plot*2*targetHalf/yearSlot/max(1, len(o.names))))
	return trendLayout{sheet, sheet.placeLabels(), query, tick}
}

// media returns the rule for a phone and the one that holds otherwise.
func (o *trendOptions) media() []mediaRule {
	rules := make([]mediaRule, len(o.layouts))
	for i := range o.layouts {
		l := &o.layouts[i]
		s := l.sheet
		rules[i] = mediaRule{l.query, object{
			"textStyle": object{"fontSize": float64(small.size(s.width)) / 10},
			"series":    o.seriesOf(l),
			"xAxis":     []object{{"axisLabel": o.yearsOf(l)}},
			"grid": []object{{"left": int(s.left / px), "right": int((s.full() - s.right) / px)},
				{"right": int((s.full() - s.spine - spineWide) / px)}},
		}}
	}
	return rules
}

// yearsOf says which years a layout labels, and how.
func (o *trendOptions) yearsOf(l *trendLayout) object {
	years, short := l.sheet.labelledYears()
	slots := make([]int, len(years))
	for i, year := range years {
		slots[i] = o.slot(year)
	}
	label := object{"fontSize": float64(yearPlain.size(l.sheet.width)) / 10, "customValues": slots, "formatter": nil}
	switch {
	case l.query != nil && short:
		label["formatter"] = formatYearShort
	case l.query != nil:
		label["formatter"] = formatYear // there is no room for notes
	}
	return label
}

// seriesOf returns what a layout changes in the series: the data with their
// labels, the ticks, the words at the breaks.
func (o *trendOptions) seriesOf(l *trendLayout) []object {
	var list []object
	size := float64(strong.size(l.sheet.width)) / 10
	for i, series := range o.Series {
		data := o.empty()
		for k, p := range series.Points {
			item := o.set(data, p.Year, p.Value, index(o.Form, p.Value))
			item.Label = l.like(l.placed.of(pointRef{i, k}), p.Year, p.Value, dotSize, dotSize)
		}
		list = append(list, object{"id": instrumentSeries + strconv.Itoa(i), "data": data, "label": object{"fontSize": size}})
	}
	symbol, words := dashes, formatName
	if l.query != nil {
		symbol, words = shortDashes, formatIndex
	}
	for round, data := range o.targetData(l) {
		list = append(list, object{"id": targetSeries + strconv.Itoa(round), "data": data,
			"symbol": symbol, "symbolSize": []int{l.tick, 2}, "label": object{"formatter": words}})
	}
	for i := range o.gaps {
		show := l.query == nil || len(o.gaps) == 1 // two would meet on a phone
		list = append(list,
			object{"id": gapSeries + strconv.Itoa(i), "label": object{"show": show}},
			object{"id": breakWordSeries + strconv.Itoa(i), "label": object{"show": show || i == 0}})
	}
	return list
}

// targetData shares the targets out over the rounds.
func (o *trendOptions) targetData(l *trendLayout) [][]pointItem {
	rounds := make([][]pointItem, o.rounds())
	for i := range rounds {
		rounds[i] = o.empty()
	}
	round := 0
	for i, t := range o.Targets {
		if round++; i == 0 || o.Targets[i-1].Year != t.Year {
			round = 0
		}
		figure := index(o.Form, t.Value)
		words := t.Label
		if words == "" {
			words = figure
		}
		item := o.set(rounds[round], t.Year, t.Value, words)
		item.Label = l.like(l.placed.targets[i], t.Year, t.Value, l.tick, 2)
		if l.query == nil && l.placed.targets[i].text == figure && words != figure {
			if item.Label == nil {
				item.Label = &itemLabel{}
			}
			item.Label.Formatter = formatIndex // there was no room for more
		}
	}
	return rounds
}

// like puts a value's label where the static drawing has it; there is none where
// that found no room. What stands right above is left to the series.
func (l *trendLayout) like(placed label, year int, v maturity.Hundredths, wide, high int) *itemLabel {
	dx, dy := placed.x-l.sheet.x(year), placed.y-l.sheet.axis.at(v)
	switch {
	case placed.text == "":
		return &itemLabel{Show: hidden()}
	case dx == 0 && dy < 0 && dy >= -13*px:
		return nil
	case dx == 0 && dy > 0 && dy <= 24*px:
		return &itemLabel{Position: "bottom"}
	}
	half := placed.style.size(l.sheet.width) * 36 / 100 // of a capital's height
	return &itemLabel{Position: []int{int(dx/px) + wide/2, int((dy-half)/px) + high/2}, Align: echartsAlign[placed.anchor], VerticalAlign: "middle"}
}

// echartsAlign is ECharts' word for each anchor.
var echartsAlign = [...]string{start: "left", middle: "center", end: "right"}
