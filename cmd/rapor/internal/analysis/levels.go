package analysis

import "rapor/cmd/rapor/internal/maturity"

// LevelCounts counts at which level each indicator stands over the institutions
// of a group whose final levels are known.
type LevelCounts struct {
	Institutions int // with final levels known
	scale        maturity.Scale
	counts       [][]int32 // by indicator and step of the scale
}

// add counts one institution's levels; a nil receiver starts counting.
func (c *LevelCounts) add(in *maturity.Instrument, levels []maturity.Level) *LevelCounts {
	if c == nil {
		steps := 1
		if in.Scale.Step > 0 {
			steps += int((in.Scale.Max - in.Scale.Min) / in.Scale.Step)
		}
		c = &LevelCounts{scale: in.Scale, counts: make([][]int32, len(in.Indicators))}
		for i := range c.counts {
			c.counts[i] = make([]int32, steps)
		}
	}
	c.Institutions++
	for i, l := range levels {
		if v := l.Hundredths(); l.Assessed() && c.scale.Holds(v) {
			c.counts[i][(v-c.scale.Min)/c.scale.Step]++
		}
	}
	return c
}

// Enough reports whether distributions may be shown: from ten institutions on.
func (c *LevelCounts) Enough() bool { return c != nil && c.Institutions >= 10 }

// Known counts the institutions at which an indicator has a level. Indicator is
// a place in Instrument.Indicators.
func (c *LevelCounts) Known(indicator int) int { return c.AtLeast(indicator, c.scale.Min) }

// At counts the institutions at exactly a level, 300 for level 3.
func (c *LevelCounts) At(indicator int, level maturity.Hundredths) int {
	if !c.scale.Holds(level) {
		return 0
	}
	return int(c.counts[indicator][(level-c.scale.Min)/c.scale.Step])
}

// AtLeast counts the institutions at a level or above.
func (c *LevelCounts) AtLeast(indicator int, level maturity.Hundredths) int {
	n := 0
	for k, count := range c.counts[indicator] {
		if c.scale.Min+maturity.Hundredths(k)*c.scale.Step >= level {
			n += int(count)
		}
	}
	return n
}
