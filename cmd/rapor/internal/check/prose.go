package check

import "rapor/cmd/rapor/internal/prose"

// markdown: every text in Markdown can be shown: within its limits, and with
// links that lead somewhere.
func markdown(c *checker) {
	for _, d := range c.set.Documents {
		c.problems.Merge(prose.Check(d.BodyPos, d.Body))
	}
	for _, inst := range c.set.Institutions {
		for _, a := range inst.Assessments {
			for _, n := range a.Notes {
				c.problems.Merge(prose.Check(n.Pos, n.Note))
				c.problems.Merge(prose.Check(n.Pos, n.Recommendation))
			}
		}
	}
}
