// Package check holds the rules that a whole data set must obey, one file for
// each. Package load has seen to what a single file can show; here files are
// held against each other and published figures against the arithmetic.
package check

import (
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// All runs every rule and returns what they found. models are those of the data
// set's instruments; they are needed again for the pages, so the caller keeps
// them.
func All(set *maturity.Dataset, models score.Models) diag.List {
	c := &checker{set: set, models: models}
	for _, rule := range []func(*checker){
		weights, predecessors, portalReferences, institutionReferences, parentCycles, groups,
		publishedScale, targets, agreement, corrections, documents, markdown, accent,
	} {
		rule(c)
	}
	return c.problems
}

type checker struct {
	set      *maturity.Dataset
	models   score.Models
	problems diag.List
}

func (c *checker) slugs() []string {
	out := make([]string, len(c.set.Institutions))
	for i, inst := range c.set.Institutions {
		out[i] = inst.Slug
	}
	return out
}

// unknownInstitution reports a slug that no institution has.
func (c *checker) unknownInstitution(pos diag.Pos, slug string) {
	if c.set.Institution(slug) == nil && !c.set.Faulty["instansi/"+slug] {
		c.problems.Unknown(pos, "check-unknown-institution", slug, c.slugs())
	}
}

// unknownKind reports an id that no [jenis] has. Where portal.toml could not be
// read, nothing is known of kinds; a kind that is missing was reported as such.
func (c *checker) unknownKind(pos diag.Pos, id string) {
	if id != "" && len(c.set.Portal.Kinds) > 0 && c.set.Portal.Kind(id).ID == "" {
		c.problems.Unknown(pos, "check-unknown-kind", id, c.kindIDs())
	}
}

func (c *checker) kindIDs() []string {
	var out []string
	for _, k := range c.set.Portal.Kinds {
		out = append(out, k.ID)
	}
	return out
}

func (c *checker) unknownInstrument(pos diag.Pos, id string) {
	if c.set.Instrument(id) == nil && !c.set.Faulty["instrumen/"+id] {
		var all []string
		for _, in := range c.set.Instruments {
			all = append(all, in.ID)
		}
		c.problems.Unknown(pos, "load-unknown-instrument", id, all)
	}
}
