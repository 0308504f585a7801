package analysis

import (
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// Layer is a sort of published figure that is set against a computed one.
type Layer string

// The four layers. The values are those of the JSON key bagian, without an id.
const (
	LayerIndex  Layer = "indeks"
	LayerDomain Layer = "domain"
	LayerAspect Layer = "aspek"
	LayerBand   Layer = "predikat"
)

// Layers lists the layers from the whole to its parts, the band last.
var Layers = []Layer{LayerIndex, LayerDomain, LayerAspect, LayerBand}

// Verdicts lists the verdicts, agreement first.
var Verdicts = []score.Verdict{score.Agrees, score.OffByCent, score.Differs, score.Unattainable, score.NotComputed}

// LayerOf returns the layer of a row.
func LayerOf(row *score.Row) Layer {
	switch {
	case row.Part == score.PartIndex:
		return LayerIndex
	case row.Part == score.PartBand:
		return LayerBand
	case row.Part[0] == 'd':
		return LayerDomain
	}
	return LayerAspect
}

// Checked is one published figure with what was computed for it.
type Checked struct {
	Institution *maturity.Institution
	Assessment  *maturity.Assessment
	Result      *score.Result
	Row         *score.Row
}

// Tally counts the verdicts on one layer in one year.
type Tally struct {
	Year  int
	Layer Layer
	Count map[score.Verdict]int
	Total int
}

// Reconciliation is published against computed over a whole data set, averages
// included.
type Reconciliation struct {
	Tallies []Tally   // by year, the newest first, then by layer; only where anything is published
	Misfits []Checked // index, domains, aspects and bands that do not fit: the newest first, then by slug
	Bases   []Checked // bands that only one of the two bases gives, or that the year's own basis does not
	Means   []Mean
}

// Reconcile gathers the verdicts on every published figure.
func (s *Study) Reconcile() Reconciliation {
	var out Reconciliation
	years := map[int]bool{}
	first, last := 0, -1
	for _, inst := range s.Set.Institutions {
		for _, a := range inst.Assessments {
			if last < first {
				first, last = a.Year, a.Year
			}
			first, last = min(first, a.Year), max(last, a.Year)
			years[a.Year] = true
		}
	}
	for year := last; year >= first; year-- {
		if years[year] {
			out.take(s, year)
		}
	}
	out.Means = s.means()
	return out
}

// Sum counts all published figures, those that something can be computed for, and
// those of them that agree.
func (r Reconciliation) Sum() (total, computed, agree int) {
	for _, t := range r.Tallies {
		total += t.Total
		computed += t.Total - t.Count[score.NotComputed]
		agree += t.Count[score.Agrees]
	}
	return total, computed, agree
}

// take adds one year.
func (r *Reconciliation) take(s *Study, year int) {
	tallies := map[Layer]*Tally{}
	for _, inst := range s.Set.Institutions {
		a := inst.In(year)
		if a == nil {
			continue
		}
		result := s.Result(a)
		for i := range result.Rows {
			row := &result.Rows[i]
			layer := LayerOf(row)
			if tallies[layer] == nil {
				tallies[layer] = &Tally{Year: year, Layer: layer, Count: map[score.Verdict]int{}}
			}
			tallies[layer].Count[row.Verdict]++
			tallies[layer].Total++
			checked := Checked{inst, a, result, row}
			switch row.Verdict {
			case score.OffByCent, score.Differs, score.Unattainable:
				r.Misfits = append(r.Misfits, checked)
			}
			if layer == LayerBand && row.ByBasis != row.ByOther {
				r.Bases = append(r.Bases, checked)
			}
		}
	}
	for _, layer := range Layers {
		if t := tallies[layer]; t != nil {
			r.Tallies = append(r.Tallies, *t)
		}
	}
}

// Mean sets a published average beside the mean of the institutions listed for
// it. They are two facts: a source may have averaged other institutions, or
// figures before rounding.
type Mean struct {
	Coverage
	Average *Series
	Point   *Point         // as published
	Value   maturity.Index // exact mean of the printed indices; the zero Index unless Enough
}

// Fits reports whether the mean rounds to the published average.
func (m Mean) Fits() bool { return m.Value.Exists() && m.Value.Rounded() == m.Point.Printed }

// means lists the published averages that stand for kinds, and the national
// figure, which stands for all: the newest year first, then by slug.
func (s *Study) means() []Mean {
	var out []Mean
	years := s.Census.Years()
	for i := len(years) - 1; i >= 0; i-- {
		for _, average := range s.Census.Averages() {
			p, kinds := average.At(years[i]), average.Institution.Represents
			if p == nil || p.Origin != OriginPublished || len(kinds) == 0 && average.Institution.Slug != s.Set.Portal.National {
				continue
			}
			g := s.Census.Country(p.Year)
			if len(kinds) > 0 {
				g = s.Census.Kinds(kinds, p.Year)
			}
			if g.Instrument == p.Instrument {
				out = append(out, meanOf(average, p, g))
			}
		}
	}
	return out
}

// meanOf takes the mean of the printed indices of a group.
func meanOf(average *Series, p *Point, g *Group) Mean {
	m := Mean{Coverage: Coverage{Total: g.Total}, Average: average, Point: p}
	sum := int64(0)
	for i := range g.Members {
		if q := g.Members[i].Point; q.Origin == OriginPublished {
			sum += int64(q.Printed)
			m.Known++
		}
	}
	if m.Enough() && m.Known > 0 {
		m.Value = maturity.Index{Num: sum, Den: int64(100 * m.Known)}
	}
	return m
}
