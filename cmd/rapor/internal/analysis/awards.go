package analysis

// Awards are the best and the most improved of a group. Each list holds all who
// share the first place; it is empty where the coverage is not enough to say so.
type Awards struct {
	Best     []Member
	Improved []Mover // the greatest rise against the year before, by the same instrument
	From     int     // that year
}

// Awards returns who was best and who rose most. Nobody is best alone, and a
// group in which nobody rose has no most improved one.
func (g *Group) Awards() Awards {
	a := Awards{From: g.Year - 1}
	if g.Enough() && g.Known > 1 {
		for _, m := range g.Members {
			if m.Rank == 1 {
				a.Best = append(a.Best, m)
			}
		}
	}
	m := g.Movement(a.From)
	if !m.Enough() || m.Known < 2 || m.Up == 0 {
		return a
	}
	for _, mover := range m.Movers {
		if compare(mover.Change, m.Movers[0].Change) == 0 {
			a.Improved = append(a.Improved, mover)
		}
	}
	return a
}
