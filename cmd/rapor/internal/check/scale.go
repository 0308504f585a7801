package check

import (
	"fmt"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// publishedScale: a published index lies on its instrument's scale; a domain or
// an aspect off the scale is only a warning, because reports do print such
// values and they are shown as they were printed.
func publishedScale(c *checker) {
	for _, inst := range c.set.Institutions {
		for _, a := range inst.Assessments {
			if a.Published != nil {
				c.figuresOnScale(a.Instrument, a.Published)
			}
			for i := range a.Others {
				c.figuresOnScale(a.Instrument, &a.Others[i].Published)
			}
		}
	}
}

func (c *checker) figuresOnScale(in *maturity.Instrument, p *maturity.Published) {
	if p.Index != nil {
		c.onScale(p.IndexPos, in, *p.Index)
	}
	for i := range in.Domains {
		c.partOnScale(in, p, in.Domains[i].ID, p.Domains)
	}
	for i := range in.Aspects {
		c.partOnScale(in, p, in.Aspects[i].ID, p.Aspects)
	}
}

func (c *checker) partOnScale(in *maturity.Instrument, p *maturity.Published, id string, values map[string]maturity.Hundredths) {
	if v, ok := values[id]; ok && !within(in.Scale, v) && in.Scale.Sound() {
		c.problems.Warnf(p.PartPos[id], "check-part-off-scale", id, figure(v), figure(in.Scale.Min), figure(in.Scale.Max))
	}
}

// onScale reports an index off the scale and guesses at a lost decimal point:
// 188 was 1.88.
func (c *checker) onScale(pos diag.Pos, in *maturity.Instrument, v maturity.Hundredths) {
	if within(in.Scale, v) || !in.Scale.Sound() {
		return
	}
	low, high := figure(in.Scale.Min), figure(in.Scale.Max)
	for _, divisor := range []maturity.Hundredths{10, 100} {
		if v%divisor == 0 && within(in.Scale, v/divisor) {
			c.problems.Errorf(pos, "check-index-point", plain(v), low, high, figure(v/divisor))
			return
		}
	}
	c.problems.Errorf(pos, "check-index-off-scale", plain(v), low, high)
}

// plain prints a figure as it was probably typed: 188.
func plain(v maturity.Hundredths) string { return strings.TrimSuffix(figure(v), ".00") }

func within(s maturity.Scale, v maturity.Hundredths) bool { return v >= s.Min && v <= s.Max }

// figure prints a value as the files write it: 3.49.
func figure(v maturity.Hundredths) string {
	if v < 0 {
		return "-" + figure(-v)
	}
	return fmt.Sprintf("%d.%02d", v/100, v%100)
}
