package check

import (
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
		c.problems.Warnf(p.PartPos[id], "check-part-off-scale", id, v.Plain(), in.Scale.Min.Plain(), in.Scale.Max.Plain())
	}
}

// onScale reports an index off the scale and guesses at a lost decimal point:
// 188 was 1.88.
func (c *checker) onScale(pos diag.Pos, in *maturity.Instrument, v maturity.Hundredths) {
	if within(in.Scale, v) || !in.Scale.Sound() {
		return
	}
	low, high := in.Scale.Min.Plain(), in.Scale.Max.Plain()
	for _, divisor := range []maturity.Hundredths{10, 100} {
		if v%divisor == 0 && within(in.Scale, v/divisor) {
			c.problems.Errorf(pos, "check-index-point", typed(v), low, high, (v / divisor).Plain())
			return
		}
	}
	c.problems.Errorf(pos, "check-index-off-scale", typed(v), low, high)
}

// typed prints a figure as it was probably typed: 188.
func typed(v maturity.Hundredths) string { return strings.TrimSuffix(v.Plain(), ".00") }

func within(s maturity.Scale, v maturity.Hundredths) bool { return v >= s.Min && v <= s.Max }
