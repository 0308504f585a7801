package check

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

// documents: a text for an institution's page has its institution, and no
// address is given twice, be it that of a page or an old one that leads to it.
func documents(c *checker) {
	pages := map[string]diag.Pos{}
	for _, d := range c.set.Documents {
		if slug, ok := strings.CutPrefix(d.Path, "instansi/"); ok {
			c.unknownInstitution(d.Pos, slug)
		}
		if known := c.set.Portal.Languages; len(known) > 0 && !slices.Contains(known, d.Lang) {
			c.problems.Warnf(d.Pos, "check-document-language", d.Lang)
		}
		key := d.Lang + "/" + d.Path
		if first, twice := pages[key]; twice {
			c.problems.Errorf(d.Pos, "check-document-twice", first.File)
		}
		pages[key] = d.Pos
	}
	c.oldAddresses()
}

// oldAddresses holds the aliases against the pages and against each other.
func (c *checker) oldAddresses() {
	taken := map[string]diag.Pos{}
	for _, d := range c.set.Documents {
		taken[lang.FoldAddress(c.address(d))] = d.Pos
	}
	for _, d := range c.set.Documents {
		for _, alias := range d.Aliases {
			key := lang.FoldAddress(strings.Trim(alias, "/"))
			pos := d.Places.Of("alias "+alias, d.Pos)
			if first, twice := taken[key]; twice {
				c.problems.Errorf(pos, "check-alias-taken", alias, first.File)
			}
			taken[key] = pos
		}
	}
}

// address is that of a text's page: the first language stands at the root.
func (c *checker) address(d *maturity.Document) string {
	if all := c.set.Portal.Languages; len(all) > 0 && all[0] != d.Lang {
		return d.Lang + "/" + d.Path
	}
	return d.Path
}
