package check

import "rapor/cmd/rapor/internal/prose"

// texts: Markdown that would take long to render, or that nobody can have
// written by hand, is refused before a page is made of it.
func texts(c *checker) {
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
