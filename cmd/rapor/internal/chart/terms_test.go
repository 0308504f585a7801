package chart

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The figures of the axis are those of the places where they stand, zero is one
// of them and has the upright line, whatever the parts are.
func TestEveryFigureOfTheAxisIsTheOneOfItsPlace(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 1))
	charts := []Terms{
		{Rows: []TermRow{{Value: 1170, Low: 1157, High: 1183}, {Value: -1000, Low: -1025, High: -975}}}, // either end just over a step
		{Rows: []TermRow{{Value: -2601}, {Value: 2401}}}, {Rows: []TermRow{{Value: 25}, {Value: -24}}}, domainTerms(), indicatorTerms(), {},
	}
	for range 400 {
		size := int64(1) << (4 + random.IntN(12))
		c := Terms{}
		for range 1 + random.IntN(5) {
			v := random.Int64N(2*size) - size
			c.Rows = append(c.Rows, TermRow{Value: v, Low: v - random.Int64N(size/8+1), High: v + random.Int64N(size/8+1)})
		}
		charts = append(charts, c)
	}
	for i, c := range charts {
		c.Head = head("asal", "Asal", "Asal")
		for _, w := range widths {
			if fault := axisFault(t, c, w.width); fault != "" {
				t.Errorf("%d, %s: %s in %+v", i, w.name, fault, c.Rows)
			}
		}
	}
}

var (
	rulesOfAxis = regexp.MustCompile(`class="garis" d="([^"]*)"`)
	zeroOfAxis  = regexp.MustCompile(`class="sumbu" d="M([0-9.]+) `)
	moveTo      = regexp.MustCompile(`M([0-9.]+) `)
)

// axisFault says what is wrong with the axis of a drawing.
func axisFault(t *testing.T, c Terms, w Width) string {
	svg := c.SVG(w)
	texts, _ := read(t, svg, w)
	rules := rulesOfAxis.FindSubmatch(svg)
	zero := zeroOfAxis.FindSubmatch(svg)
	if rules == nil || zero == nil {
		return "no axis"
	}
	var places []float64
	for _, m := range moveTo.FindAllSubmatch(rules[1], -1) {
		x, _ := strconv.ParseFloat(string(m[1]), 64)
		places = append(places, x)
	}
	if len(places) < 2 || len(places) > 7 || len(places) > len(texts) {
		return fmt.Sprintf("%d figures", len(places))
	}
	figures := texts[:len(places)]
	values := make([]float64, len(places))
	at, isZero := -1, 0
	for i, f := range figures {
		v, err := strconv.ParseFloat(strings.NewReplacer("−", "-", "+", "", ",", ".").Replace(f.content), 64)
		if err != nil {
			return err.Error()
		}
		if values[i] = v; v == 0 {
			at, isZero = i, isZero+1
		}
		if i > 0 && figures[i-1].box.overlaps(f.box) {
			return fmt.Sprintf("%q and %q overlap", figures[i-1].content, f.content)
		}
	}
	x, _ := strconv.ParseFloat(string(zero[1]), 64)
	if isZero != 1 || places[at] != x {
		return fmt.Sprintf("zero is not at its line: %v at %v, the line at %v", values, places, x)
	}
	last := len(places) - 1
	for i := range places {
		want := values[0] + (values[last]-values[0])*(places[i]-places[0])/(places[last]-places[0])
		if off := (want - values[i]) / (values[last] - values[0]); off > .001 || off < -.001 {
			return fmt.Sprintf("%v stands where %v would: %v at %v", values[i], want, values, places)
		}
	}
	return ""
}
