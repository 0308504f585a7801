package changes

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

// Between returns what differs from the old edition to the new one, grouped in
// the order of maturity.ChangeKinds, within a kind by institution, year and the
// order of the data.
func Between(old, now *Edition) []maturity.Change {
	d := &differ{old: old, now: now, methods: map[string]bool{}}
	d.compareMethods()
	for i := range old.Institutions {
		was := &old.Institutions[i]
		if is := now.institution(was.Slug); is != nil {
			d.institution(was, is)
			continue
		}
		d.add(maturity.Change{Kind: maturity.InstitutionLost, Institution: was.Slug, Name: was.Name, Before: years(was), File: institutionFile(was.Slug)})
	}
	for i := range now.Institutions {
		if is := &now.Institutions[i]; old.institution(is.Slug) == nil {
			d.add(maturity.Change{Kind: maturity.InstitutionAdded, Institution: is.Slug, Name: is.Name, After: years(is), File: institutionFile(is.Slug)})
			d.institution(&Institution{Slug: is.Slug, Name: is.Name, Values: is.Values}, is)
		}
	}
	if old.Program != now.Program {
		d.add(maturity.Change{Kind: maturity.ProgramChanged, Before: old.Program, After: now.Program})
	}
	slices.SortStableFunc(d.out, func(a, b maturity.Change) int {
		return cmp.Or(slices.Index(maturity.ChangeKinds, a.Kind)-slices.Index(maturity.ChangeKinds, b.Kind), strings.Compare(a.Institution, b.Institution))
	})
	return d.out
}

type differ struct {
	old, now *Edition
	methods  map[string]bool // instruments whose computation changed
	out      []maturity.Change
}

func (d *differ) add(c maturity.Change) { d.out = append(d.out, c) }

// years lists the years of an institution: 2023, 2024.
func years(inst *Institution) string {
	list := make([]string, len(inst.Years))
	for i, y := range inst.Years {
		list[i] = fmt.Sprint(y.Year)
	}
	return strings.Join(list, ", ")
}

func institutionFile(slug string) string { return "instansi/" + slug + "/instansi.toml" }

func yearFile(slug string, year int) string { return fmt.Sprintf("instansi/%s/%d.toml", slug, year) }

func (d *differ) compareMethods() {
	for i := range d.old.Methods {
		was := &d.old.Methods[i]
		file := "instrumen/" + was.ID + ".toml"
		is := d.now.method(was.ID)
		if is == nil {
			d.add(maturity.Change{Kind: maturity.MethodLost, Instrument: was.ID, Name: was.Name, File: file})
			continue
		}
		changed := func(part, before, after string) {
			d.methods[was.ID] = d.methods[was.ID] || decides(part)
			d.add(maturity.Change{Kind: maturity.MethodChanged, Instrument: is.ID, Name: is.Name, Part: part, Before: before, After: after, File: file})
		}
		if was.Name != is.Name {
			changed("metode.nama", was.Name, is.Name)
		}
		compare(was.Values, is.Values, changed)
	}
	for i := range d.now.Methods {
		if is := &d.now.Methods[i]; d.old.method(is.ID) == nil {
			d.add(maturity.Change{Kind: maturity.MethodAdded, Instrument: is.ID, Name: is.Name, File: "instrumen/" + is.ID + ".toml"})
		}
	}
}

// decides reports whether a part of a method enters the computation: its words
// do not.
func decides(part string) bool {
	return part != "metode.nama" && !strings.HasSuffix(part, ".nama") && !strings.Contains(part, ".kriteria-")
}

// compare calls changed for every part that differs; before or after is empty
// where there is none.
func compare(was, is []Value, changed func(part, before, after string)) {
	before := make(map[string]string, len(was))
	for _, v := range was {
		before[v.Part] = v.Text
	}
	seen := make(map[string]bool, len(is))
	for _, v := range is {
		seen[v.Part] = true
		if before[v.Part] != v.Text {
			changed(v.Part, before[v.Part], v.Text)
		}
	}
	for _, v := range was {
		if !seen[v.Part] {
			changed(v.Part, v.Text, "")
		}
	}
}

func (d *differ) institution(was, is *Institution) {
	file := institutionFile(is.Slug)
	described := func(part, before, after string) {
		d.add(maturity.Change{Kind: maturity.Described, Institution: is.Slug, Name: is.Name, Part: part, Before: before, After: after, File: file})
	}
	if was.Name != is.Name {
		described("instansi.nama", was.Name, is.Name)
	}
	compare(was.Values, is.Values, described)
	for i := range was.Years {
		y := &was.Years[i]
		if now := is.in(y.Year); now != nil {
			d.year(is, y, now)
			continue
		}
		d.add(yearChange(maturity.YearLost, was, y))
	}
	for i := range is.Years {
		if y := &is.Years[i]; was.in(y.Year) == nil {
			c := yearChange(maturity.YearAdded, is, y)
			c.Before, c.After = "", c.Before
			d.add(c)
			d.sources(is, y.Year, nil, y.Sources)
		}
	}
}

// yearChange is a whole year that was lost or added, under the figure that
// names it.
func yearChange(kind maturity.ChangeKind, inst *Institution, y *Year) maturity.Change {
	head := y.headline()
	return maturity.Change{Kind: kind, Institution: inst.Slug, Name: inst.Name, Year: y.Year, Instrument: y.Instrument, Part: head.Part, Before: head.Text,
		File: yearFile(inst.Slug, y.Year)}
}

func (d *differ) year(inst *Institution, was, is *Year) {
	base := maturity.Change{Institution: inst.Slug, Name: inst.Name, Year: is.Year, File: yearFile(inst.Slug, is.Year)}
	figures := false
	compare(was.Figures, is.Figures, func(part, before, after string) {
		figures = figures || enters(part)
		c := base
		c.Part, c.Before, c.After = part, before, after
		switch {
		case before == "":
			c.Kind = maturity.FigureAdded
		case after == "":
			c.Kind = maturity.FigureLost
		default:
			c.Kind = maturity.FigureChanged
			if chain := d.corrections(inst.Slug, is.Year, part, before, after); chain != nil {
				c.Kind, c.Reason = maturity.Corrected, reasons(chain)
			}
		}
		d.add(c)
	})
	if was.Instrument != is.Instrument {
		c := base
		c.Kind, c.Part, c.Before, c.After = maturity.MethodChanged, "tahun.instrumen", was.Instrument, is.Instrument
		d.add(c)
	}
	method := was.Instrument != is.Instrument || d.methods[is.Instrument]
	compare(was.Computed, is.Computed, func(part, before, after string) {
		c := base
		c.Kind, c.Part, c.Before, c.After, c.Cause = maturity.ComputedChanged, part, before, after, d.cause(figures, method)
		d.add(c)
	})
	d.sources(inst, is.Year, was.Sources, is.Sources)
}

// enters reports whether a figure enters the computation: levels, and the
// printed parts where no levels are known. The printed index never does.
func enters(part string) bool {
	for _, prefix := range []string{"tingkat.", "terbit.domain.", "terbit.aspek."} {
		if strings.HasPrefix(part, prefix) {
			return true
		}
	}
	return false
}

// cause is what can stand behind a computed value that changed.
func (d *differ) cause(figures, method bool) maturity.Cause {
	program := d.old.Program != d.now.Program
	switch {
	case figures:
		return maturity.CauseFigures
	case method && program:
		return maturity.CauseMethodOrProgram
	case method:
		return maturity.CauseMethod
	case program:
		return maturity.CauseProgram
	}
	return maturity.CauseUnknown
}

func (d *differ) sources(inst *Institution, year int, was, is []string) {
	base := maturity.Change{Institution: inst.Slug, Name: inst.Name, Year: year, File: yearFile(inst.Slug, year)}
	for _, s := range is {
		if !slices.Contains(was, s) {
			c := base
			c.Kind, c.After = maturity.SourceAdded, s
			d.add(c)
		}
	}
	for _, s := range was {
		if !slices.Contains(is, s) {
			c := base
			c.Kind, c.Before = maturity.SourceLost, s
			d.add(c)
		}
	}
}

// corrections finds the corrections that lead from one value to the other, in
// their order; nil where they do not.
func (d *differ) corrections(slug string, year int, part, before, after string) []*maturity.Correction {
	var chain []*maturity.Correction
	at := before
	for _, k := range d.now.Corrections {
		if k.Institution == slug && k.Year == year && k.Part == part && same(k.Before, at) {
			chain, at = append(chain, k), k.After
		}
	}
	if !same(at, after) {
		return nil
	}
	return chain
}

func reasons(chain []*maturity.Correction) string {
	var all []string
	for _, k := range chain {
		all = append(all, k.Reason)
	}
	return strings.Join(all, "; ")
}

// same compares two values as numbers or words.
func same(a, b string) bool { return new(maturity.Instrument).SameFigure(a, b) }
