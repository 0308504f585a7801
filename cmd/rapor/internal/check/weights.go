package check

import (
	"fmt"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// weights: indicators add up to exactly 100 percent, each aspect to what it
// holds, each domain to the aspects it holds. Nothing is added up where a weight
// or a place could not be read: loading has said so, and every sum would be wrong.
func weights(c *checker) {
	for _, in := range c.set.Instruments {
		if readable(in) {
			c.sums(in)
		}
	}
}

func readable(in *maturity.Instrument) bool {
	for _, i := range in.Indicators {
		if i.Weight == 0 || i.Aspect < 0 {
			return false
		}
	}
	for _, a := range in.Aspects {
		if a.Weight == 0 || a.Domain < 0 && len(in.Domains) > 0 {
			return false
		}
	}
	return !slices.ContainsFunc(in.Domains, func(d maturity.Domain) bool { return d.Weight == 0 })
}

func (c *checker) sums(in *maturity.Instrument) {
	total := int64(0)
	aspects, domains := make([]int64, len(in.Aspects)), make([]int64, len(in.Domains))
	for _, i := range in.Indicators {
		total += int64(i.Weight)
		aspects[i.Aspect] += int64(i.Weight)
	}
	if len(in.Indicators) > 0 && total != int64(maturity.WholeWeight) {
		c.problems.Errorf(in.Indicators[0].Pos, "check-weights-total", percent(total))
	}
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

func (c *checker) weight(pos diag.Pos, id string, given maturity.Weight, sum int64) {
	if int64(given) != sum {
		c.problems.Errorf(pos, "check-weights-part", id, percent(int64(given)), percent(sum))
	}
}

// percent prints a weight as the files write it: 13.00, 2.755.
func percent(w int64) string {
	s := fmt.Sprintf("%d.%04d", w/10_000, w%10_000)
	for range 2 {
		s = strings.TrimSuffix(s, "0")
	}
	return s
}
