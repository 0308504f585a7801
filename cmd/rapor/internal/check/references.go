package check

import (
	"maps"
	"slices"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// predecessors: an instrument's predecessor exists and is older, and the
// indicators that the equivalents name are the predecessor's.
func predecessors(c *checker) {
	for _, in := range c.set.Instruments {
		pos := in.Places.Of("pendahulu", in.Pos)
		if in.Predecessor != "" {
			c.unknownInstrument(pos, in.Predecessor)
		}
		before := c.set.Instrument(in.Predecessor)
		if before != nil && (before == in || before.FirstYear > in.FirstYear) {
			c.problems.Errorf(pos, "check-predecessor-later", in.Predecessor, before.FirstYear, in.FirstYear)
		}
		for _, e := range in.Equivalents {
			switch {
			case in.Predecessor == "":
				c.problems.Errorf(e.Pos, "check-no-predecessor", in.ID)
			case before != nil && before.Indicator(e.From) < 0:
				c.problems.Errorf(e.Pos, "check-unknown-equivalent", e.From, before.ID)
			}
		}
	}
}

// portalReferences: what portal.toml names exists.
func portalReferences(c *checker) {
	p := &c.set.Portal
	if p.National != "" {
		c.unknownInstitution(p.Places.Of("nasional", p.Pos), p.National)
	}
	for _, t := range p.ShareTargets {
		for _, kind := range t.Kinds {
			c.unknownKind(t.Places.Of("jenis "+kind, t.Pos), kind)
		}
		var bands []string
		known := false
		for _, in := range c.set.Instruments {
			for _, b := range in.Bands {
				if !slices.Contains(bands, b.ID) {
					bands = append(bands, b.ID)
				}
				known = known || in.CoversYear(t.Year) && b.ID == t.Band
			}
		}
		if !known && len(bands) > 0 {
			c.problems.Unknown(t.Places.Of("predikat", t.Pos), "check-unknown-target-band", t.Band, bands, t.Year)
		}
	}
}

// institutionReferences: kinds, parents, successors, plans and responsibilities
// name what exists.
func institutionReferences(c *checker) {
	all := c.indicatorIDs()
	for _, inst := range c.set.Institutions {
		c.unknownKind(inst.Places.Of("jenis", inst.Pos), inst.Kind)
		for _, kind := range inst.KindByYear {
			c.unknownKind(inst.Places.Of("jenis_tahun "+kind, inst.Pos), kind)
		}
		for _, kind := range inst.Represents {
			c.unknownKind(inst.Places.Of("mewakili "+kind, inst.Pos), kind)
		}
		if inst.Parent != "" {
			c.unknownInstitution(inst.Places.Of("induk", inst.Pos), inst.Parent)
		}
		for _, slug := range inst.Successors {
			c.unknownInstitution(inst.Places.Of("pengganti "+slug, inst.Pos), slug)
		}
		c.indicatorReferences(inst, all)
	}
}

// indicatorIDs are those of all instruments, the newest instrument's first.
func (c *checker) indicatorIDs() []string {
	var all []string
	seen := map[string]bool{}
	for _, in := range slices.Backward(c.set.Instruments) {
		for _, indicator := range in.Indicators {
			if !seen[indicator.ID] {
				seen[indicator.ID] = true
				all = append(all, indicator.ID)
			}
		}
	}
	return all
}

// indicatorReferences: an indicator that a plan or a responsibility names
// stands in some instrument.
func (c *checker) indicatorReferences(inst *maturity.Institution, all []string) {
	check := func(pos diag.Pos, id string) {
		if len(all) > 0 && !slices.Contains(all, id) {
			c.problems.Unknown(pos, "load-unknown-indicator", id, all)
		}
	}
	for _, p := range inst.Plans {
		for _, id := range p.Indicators {
			check(p.Places.Of("indikator "+id, p.Pos), id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(inst.Responsible)) {
		check(inst.Places.Of("penanggung_jawab "+id, inst.Pos), id)
	}
}

// parentCycles: nobody is, over however many steps, its own parent.
func parentCycles(c *checker) {
	parent := make(map[string]string, len(c.set.Institutions))
	for _, inst := range c.set.Institutions {
		parent[inst.Slug] = inst.Parent
	}
	done := map[string]bool{}
	for _, inst := range c.set.Institutions {
		onPath := map[string]bool{}
		slug := inst.Slug
		for ; slug != "" && !done[slug] && !onPath[slug]; slug = parent[slug] {
			onPath[slug] = true
		}
		if onPath[slug] {
			c.problems.Errorf(c.set.Institution(slug).Places.Of("induk", diag.Pos{}), "check-parent-cycle", slug)
		}
		for s := range onPath {
			done[s] = true
		}
	}
}

// groups: members exist, and nobody is counted twice.
func groups(c *checker) {
	for _, g := range c.set.Groups {
		for i, slug := range g.Members {
			pos := g.Places.Of("anggota "+slug, g.Pos)
			c.unknownInstitution(pos, slug)
			if slices.Contains(g.Members[:i], slug) {
				c.problems.Errorf(pos, "check-member-twice", slug)
			}
		}
	}
}
