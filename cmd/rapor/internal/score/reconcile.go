package score

import "rapor/cmd/rapor/internal/maturity"

// Verdict says how a published figure stands to the computed one. The values
// are those of the JSON key putusan.
type Verdict string

// The five verdicts.
const (
	Agrees       Verdict = "cocok"
	OffByCent    Verdict = "beda-pembulatan" // at most 0.01 apart, and not equal
	Differs      Verdict = "selisih"
	NotComputed  Verdict = "tidak-dapat-dihitung"
	Unattainable Verdict = "tidak-mungkin" // no combination of levels rounds to it
)

// PartIndex and PartBand are the names of rows that stand for no single part.
// The others are "domain." or "aspek." and the id.
const (
	PartIndex = "indeks"
	PartBand  = "predikat"
)

// Row sets one published figure against the computed one.
type Row struct {
	Part    string // indeks, domain.D1, aspek.A1, predikat
	Place   int    // of a domain or aspect in the instrument; -1 for index and band
	From    Origin // what the computed figure stands on
	Verdict Verdict

	// Of index, domains and aspects. Computed and Difference hold where From is
	// not FromNothing. From printed parts Computed is, of the figures that the
	// attainable values print as, the one nearest to the published.
	Published  maturity.Hundredths
	Computed   maturity.Hundredths
	Difference maturity.Hundredths // published less computed
	Exact      maturity.Index      // Computed before rounding, where one exact value is known
	Impossible bool                // no combination of levels rounds to Published; also said where levels are known

	// Of the band: places in Instrument.Bands, -1 where unknown or undecided.
	// ByBasis and ByOther tell whether the printed band can be that of the index
	// by the year's basis and by the other one. Where only one of them holds,
	// the page says which figure the band follows.
	PublishedBand, ComputedBand int
	ByBasis, ByOther            bool
}

// reconciler holds what all rows of one assessment are judged by.
type reconciler struct {
	m       *Model
	pub     *maturity.Published
	basis   maturity.Basis
	average bool
	final   *Card // the card of the final stage, or nil
	index   Range
}

// rows judges the index, the domains, the aspects and the band, in this order,
// each where it was published.
func (r *reconciler) rows() []Row {
	in, pub := r.m.in, r.pub
	rows := make([]Row, 0, 2+len(pub.Domains)+len(pub.Aspects))
	if pub.Index != nil {
		row := figure(PartIndex, -1, *pub.Index)
		row.judge(r.computed(func(c *Card) maturity.Index { return c.Index }), r.index)
		rows = append(rows, row)
	}
	for i := range in.Domains {
		if v, ok := pub.Domains[in.Domains[i].ID]; ok {
			row := figure("domain."+in.Domains[i].ID, i, v)
			row.Impossible = !r.average && !r.m.possible(&r.m.domains[i], v)
			row.judge(r.computed(func(c *Card) maturity.Index { return c.Domains[i] }),
				r.m.allowed(&r.m.domain[i], pub.Aspects, r.average))
			rows = append(rows, row)
		}
	}
	for i := range in.Aspects {
		if v, ok := pub.Aspects[in.Aspects[i].ID]; ok {
			row := figure("aspek."+in.Aspects[i].ID, i, v)
			row.Impossible = !r.average && !r.m.possible(&r.m.aspects[i], v)
			row.judge(r.computed(func(c *Card) maturity.Index { return c.Aspects[i] }), Range{})
			rows = append(rows, row)
		}
	}
	if band := in.Band(pub.Band); band >= 0 {
		rows = append(rows, r.band(band))
	}
	return rows
}

func figure(part string, place int, v maturity.Hundredths) Row {
	return Row{Part: part, Place: place, Published: v, PublishedBand: -1, ComputedBand: -1}
}

// computed picks a value of the final card; none where levels are not known.
func (r *reconciler) computed(pick func(*Card) maturity.Index) maturity.Index {
	if r.final == nil {
		return maturity.Index{}
	}
	return pick(r.final)
}

// judge compares with the exact value from levels, else with what printed parts
// allow, else with nothing.
func (row *Row) judge(exact maturity.Index, allowed Range) {
	switch {
	case exact.Exists():
		row.From, row.Computed, row.Exact = FromLevels, exact.Rounded(), exact
	case allowed.Exists():
		row.From, row.Exact = allowed.Origin, allowed.Only()
		row.Computed = min(max(row.Published, allowed.Low), allowed.High)
	case row.Impossible:
		row.Verdict = Unattainable
		return
	default:
		row.Verdict = NotComputed
		return
	}
	row.Difference = row.Published - row.Computed
	switch d := row.Difference; {
	case d == 0:
		row.Verdict = Agrees
	case d == 1 || d == -1:
		row.Verdict = OffByCent
	case row.Impossible:
		row.Verdict = Unattainable
	default:
		row.Verdict = Differs
	}
}

// band judges the printed band over exactly the values that the index may have:
// it agrees where some of them is in it. The printed index alone, an interval,
// says nothing where the interval reaches into two bands and one is printed.
func (r *reconciler) band(printed int) Row {
	row := figure(PartBand, -1, 0)
	row.PublishedBand = printed
	values, from := r.values()
	bands := values.bands(r.m.in, r.basis)
	row.From = from
	row.ByBasis = bands.Holds(printed)
	row.ByOther = values.bands(r.m.in, other(r.basis)).Holds(printed)
	switch {
	case from == FromNothing || from == FromIndex && row.ByBasis && bands.One() < 0:
		row.Verdict = NotComputed
	case row.ByBasis:
		row.Verdict, row.ComputedBand = Agrees, printed
	default:
		row.Verdict, row.ComputedBand = Differs, bands.nearest(printed)
	}
	return row
}

// values returns the values that the index may have: the exact one from levels;
// else those that the printed parts allow and that print as the published index,
// or as the figure nearest to it; else all that print as the published index.
func (r *reconciler) values() (slots, Origin) {
	index := r.pub.Index
	switch {
	case r.final != nil:
		return slotsOf(r.final.Index), FromLevels
	case r.index.Exists() && index != nil:
		return r.index.slots.printing(min(max(*index, r.index.Low), r.index.High)), r.index.Origin
	case r.index.Exists():
		return r.index.slots, r.index.Origin
	case index != nil:
		return r.printed(*index), FromIndex
	}
	return slots{}, FromNothing
}

// printed returns all values that print as v and are on the scale.
func (r *reconciler) printed(v maturity.Hundredths) slots {
	s := slotsPrinted(v)
	if v == r.m.in.Scale.Min {
		s.mask = 0b10
	}
	return s
}

// derived returns the band of a published index whose band was not printed: that
// of the values known to print as it, where all of them share one. Else -1.
func (r *reconciler) derived() int {
	index := r.pub.Index
	switch {
	case index == nil && r.final != nil:
		return r.final.Band
	case index == nil:
		return -1
	}
	values := r.printed(*index)
	if r.final != nil && r.final.Index.Rounded() == *index {
		values = slotsOf(r.final.Index)
	} else if r.final == nil && r.index.Prints(*index) {
		values = r.index.slots.printing(*index)
	}
	return values.bands(r.m.in, r.basis).One()
}
