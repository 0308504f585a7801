package check

import (
	"fmt"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// weights: indicators add up to exactly 100 percent, each aspect to what it
// holds, each domain to the aspects it holds.
func weights(c *checker) {
	for _, in := range c.set.Instruments {
		total := maturity.Weight(0)
		aspects := make([]maturity.Weight, len(in.Aspects))
		for i := range in.Indicators {
			total += in.Indicators[i].Weight
			aspects[in.Indicators[i].Aspect] += in.Indicators[i].Weight
		}
		if len(in.Indicators) > 0 && total != maturity.WholeWeight {
			c.problems.Errorf(in.Indicators[0].Pos, "check-weights-total", percent(total))
		}
		domains := make([]maturity.Weight, len(in.Domains))
		for i, a := range in.Aspects {
			c.weight(a.Pos, a.ID, a.Weight, aspects[i])
			if a.Domain >= 0 {
				domains[a.Domain] += aspects[i]
			}
		}
		for i, d := range in.Domains {
			c.weight(d.Pos, d.ID, d.Weight, domains[i])
		}
	}
}

func (c *checker) weight(pos diag.Pos, id string, given, sum maturity.Weight) {
	if given != sum {
		c.problems.Errorf(pos, "check-weights-part", id, percent(given), percent(sum))
	}
}

// percent prints a weight as the files write it: 13.00, 2.755.
func percent(w maturity.Weight) string {
	s := fmt.Sprintf("%d.%04d", w/10_000, w%10_000)
	for range 2 {
		s = strings.TrimSuffix(s, "0")
	}
	return s
}
