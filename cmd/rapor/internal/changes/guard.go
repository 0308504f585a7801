package changes

import (
	"path"
	"slices"
	"strconv"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// maxShown is how many losses of one kind are listed; the rest is counted.
const maxShown = 20

// Guard lists what must not be published over the old edition: institutions,
// years, results and computed values that were lost or changed beyond the limits
// of the data set's portal (penjaga), results that changed without a correction,
// corrections of what was never published, and corrections or records of changes
// that were taken back. changed is what Between says of the two.
func Guard(old, now *Edition, changed []maturity.Change, set *maturity.Dataset) diag.List {
	g := &guard{old: old, now: now, set: set}
	limits := set.Portal.Guard
	g.limit(changed, limits.LostInstitutions, "guard-institution-lost", func(c *maturity.Change) bool { return c.Kind == maturity.InstitutionLost })
	g.limit(changed, limits.LostYears, "guard-year-lost", func(c *maturity.Change) bool { return c.Kind == maturity.YearLost })
	g.limit(changed, limits.LostFigures, "guard-figure-lost", func(c *maturity.Change) bool { return c.Kind == maturity.FigureLost && g.settled(c) })
	g.limit(changed, limits.ChangedComputed, "guard-computed-changed", func(c *maturity.Change) bool {
		return c.Kind == maturity.ComputedChanged && c.Cause != maturity.CauseFigures && g.complete(c)
	})
	g.limit(changed, 0, "guard-figure-changed", func(c *maturity.Change) bool { return c.Kind == maturity.FigureChanged && g.settled(c) })
	g.corrections()
	g.history()
	return g.problems
}

type guard struct {
	old, now *Edition
	set      *maturity.Dataset
	problems diag.List
}

// limit reports the changes that a rule takes, where they are more than allowed.
func (g *guard) limit(changed []maturity.Change, allowed int, key string, rule func(*maturity.Change) bool) {
	var found []*maturity.Change
	for i := range changed {
		if rule(&changed[i]) {
			found = append(found, &changed[i])
		}
	}
	if len(found) <= allowed {
		return
	}
	for _, c := range found[:min(len(found), maxShown)] {
		g.problems.Errorf(g.place(c), key, c.Name, c.Year, c.Part, c.Before, c.After, len(found), allowed, literal(c.Before), literal(c.After))
	}
	if rest := len(found) - maxShown; rest > 0 {
		g.problems.Errorf(g.set.Portal.Pos, "guard-more", rest, g.name(found[maxShown]))
	}
}

// literal is a value as a TOML file writes it.
func literal(s string) string {
	if isNumber(s) {
		return s
	}
	return strconv.Quote(s)
}

func (g *guard) name(c *maturity.Change) string {
	if c.Year == 0 {
		return c.Name
	}
	return c.Name + " " + strconv.Itoa(c.Year)
}

// settled reports whether a figure had been published as a result.
func (g *guard) settled(c *maturity.Change) bool {
	return maturity.FinalPart(c.Part) && g.complete(c)
}

// complete reports whether the year had been published as a whole.
func (g *guard) complete(c *maturity.Change) bool {
	inst := g.old.institution(c.Institution)
	return inst != nil && inst.in(c.Year) != nil && !inst.in(c.Year).Incomplete
}

// place is where the figure stands now, else the file where it stood.
func (g *guard) place(c *maturity.Change) diag.Pos {
	if inst := g.set.Institution(c.Institution); inst != nil && c.Year != 0 {
		if a := inst.In(c.Year); a != nil {
			if f := a.Figure(c.Part); f != nil && f.Pos.File != "" {
				return f.Pos
			}
			return a.Pos
		}
	}
	return diag.Pos{File: path.Join(path.Dir(g.set.Portal.Pos.File), c.File)}
}

// corrections holds every new correction against what was published.
func (g *guard) corrections() {
	published := map[[3]string]string{} // by institution, year and part; corrected step by step
	for _, k := range g.now.Corrections {
		if slices.ContainsFunc(g.old.Corrections, func(o *maturity.Correction) bool { return sameCorrection(o, k) }) {
			continue
		}
		key := [3]string{k.Institution, strconv.Itoa(k.Year), k.Part}
		at, known := published[key]
		if !known {
			at, known = g.published(k)
		}
		published[key] = k.After
		switch {
		case known && same(at, k.Before) || g.recorded(k):
		case known:
			g.problems.Errorf(k.Places.Of("semula", k.Pos), "guard-correction-other", k.Before, at)
		default:
			g.problems.Errorf(k.Places.Of("semula", k.Pos), "guard-correction-never", k.Institution, k.Year, k.Part)
		}
	}
	for _, o := range g.old.Corrections {
		if !slices.ContainsFunc(g.now.Corrections, func(k *maturity.Correction) bool { return sameCorrection(o, k) }) {
			pos := diag.Pos{File: path.Join(path.Dir(g.set.Portal.Pos.File), "koreksi", o.ID+".toml")}
			g.problems.Errorf(pos, "guard-correction-lost", o.Institution, o.Year, o.Part, o.Before, o.After)
		}
	}
}

func sameCorrection(a, b *maturity.Correction) bool {
	return a.Institution == b.Institution && a.Year == b.Year && a.Part == b.Part && same(a.Before, b.Before) && same(a.After, b.After)
}

// published is what the old edition states of the part.
func (g *guard) published(k *maturity.Correction) (string, bool) {
	inst := g.old.institution(k.Institution)
	if inst == nil || inst.in(k.Year) == nil {
		return "", false
	}
	return find(inst.in(k.Year).Figures, k.Part)
}

// recorded reports whether the portal's record of changes shows that the value
// stood on it once.
func (g *guard) recorded(k *maturity.Correction) bool {
	for _, p := range g.set.Publications {
		for _, c := range p.Changes {
			if c.Institution == k.Institution && c.Year == k.Year && c.Part == k.Part &&
				(c.Before != "" && same(c.Before, k.Before) || c.After != "" && same(c.After, k.Before)) {
				return true
			}
		}
	}
	return false
}

// history: what the portal told of its changes is not taken back.
func (g *guard) history() {
	for _, r := range g.old.History {
		if !slices.Contains(g.now.History, r) {
			pos := diag.Pos{File: path.Join(path.Dir(g.set.Portal.Pos.File), "perubahan", r.Date+".json")}
			g.problems.Errorf(pos, "guard-record-lost", r.Date, g.old.Address)
		}
	}
}
