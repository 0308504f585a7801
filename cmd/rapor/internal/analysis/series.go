package analysis

import (
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// Point is one institution's final result of one year.
type Point struct {
	Figure        // the index
	Year          int
	Instrument    *maturity.Instrument
	Confidence    maturity.Confidence // of the published figure; "" where not said or computed
	Band          int                 // place in Instrument.Bands: the printed one, else derived; -1 where undecided
	BandPrinted   bool                // Band stands in the source
	Domains       []Figure            // parallel to Instrument.Domains; nil where none is known
	Aspects       []Figure            // parallel to Instrument.Aspects; nil where none is known
	Levels        []maturity.Level    // of the final stage, in the order of Instrument.Indicators; nil where not known
	Computed      maturity.Index      // exact, from Levels, whatever was published; the zero Index without them
	NotApplicable []int               // places in Instrument.Indicators
	Assessment    *maturity.Assessment
}

// Series is an institution's final results by year, oldest first. Years without
// one are missing, not zero. Published averages have a series too.
type Series struct {
	Institution *maturity.Institution
	Points      []Point
}

// NewSeries takes the final results of an institution. Results stand parallel
// to inst.Assessments, as score.Assess gives them; nothing of them is kept but
// the exact values. Drafts count where they stand in the data set: loading leaves
// them out unless asked for.
func NewSeries(inst *maturity.Institution, results []score.Result) *Series {
	s := &Series{Institution: inst, Points: make([]Point, 0, len(inst.Assessments))}
	for i, a := range inst.Assessments {
		if a.Instrument == nil || !a.Final() {
			continue
		}
		if p := pointOf(a, &results[i]); p.Exists() {
			s.Points = append(s.Points, p)
		}
	}
	return s
}

func pointOf(a *maturity.Assessment, r *score.Result) Point {
	p := Point{
		Year: a.Year, Instrument: a.Instrument, Band: r.Band, BandPrinted: r.BandPrinted,
		NotApplicable: a.NotApplicable, Assessment: a,
	}
	pub := a.Published
	if pub == nil {
		pub = &maturity.Published{}
	}
	card := r.Computed()
	if card == nil || card.Stage != maturity.StageFinal || !card.Index.Exists() {
		card = &score.Card{}
	} else {
		p.Levels, p.Computed = a.Result().Levels, card.Index
	}
	p.Figure = figureOf(pub.Index, card.Index)
	if pub.Index != nil {
		p.Confidence = pub.Confidence
	}
	in := a.Instrument
	p.Domains = figuresOf(len(in.Domains), func(i int) string { return in.Domains[i].ID }, pub.Domains, card.Domains)
	p.Aspects = figuresOf(len(in.Aspects), func(i int) string { return in.Aspects[i].ID }, pub.Aspects, card.Aspects)
	return p
}

// figuresOf joins the published and the computed values of all parts of a layer.
func figuresOf(n int, id func(int) string, published map[string]maturity.Hundredths, computed []maturity.Index) []Figure {
	if len(published) == 0 && len(computed) == 0 {
		return nil
	}
	figures := make([]Figure, n)
	for i := range figures {
		var printed *maturity.Hundredths
		if v, ok := published[id(i)]; ok {
			printed = &v
		}
		var exact maturity.Index
		if len(computed) > 0 {
			exact = computed[i]
		}
		figures[i] = figureOf(printed, exact)
	}
	return figures
}

// At returns the result of a year, or nil.
func (s *Series) At(year int) *Point {
	for i := range s.Points {
		if s.Points[i].Year == year {
			return &s.Points[i]
		}
	}
	return nil
}

// Latest returns the newest result, or nil.
func (s *Series) Latest() *Point {
	if len(s.Points) == 0 {
		return nil
	}
	return &s.Points[len(s.Points)-1]
}

// Comparable returns the last edition before a result that has its instrument,
// or nil.
func (s *Series) Comparable(p *Point) *Point {
	for i := len(s.Points) - 1; i >= 0; i-- {
		if q := &s.Points[i]; q.Year < p.Year && q.Instrument == p.Instrument {
			return q
		}
	}
	return nil
}

// Runs cuts the series where the instrument changes. Lines are drawn inside a
// run, never from one to the next.
func (s *Series) Runs() [][]Point {
	var runs [][]Point
	start := 0
	for i := range s.Points {
		if i+1 == len(s.Points) || s.Points[i+1].Instrument != s.Points[i].Instrument {
			runs = append(runs, s.Points[start:i+1])
			start = i + 1
		}
	}
	return runs
}

// Newest returns the newest year in which anyone has a final result, 0 where
// nobody has. A few may be early: see Census.Settled.
func Newest(all []*Series) int {
	newest := 0
	for _, s := range all {
		if p := s.Latest(); p != nil {
			newest = max(newest, p.Year)
		}
	}
	return newest
}

// Change is the difference of the stated values of two editions of one
// instrument.
type Change struct {
	From, To *Point         // From is nil where there is a Reason
	Value    maturity.Index // may be 0 or negative; the zero Index where there is a Reason
	Reason   Reason         // ReasonNoEarlier, ReasonOtherInstrument, or ""
}

// Change returns the change of a result against the last comparable edition.
func (s *Series) Change(p *Point) Change {
	c := Change{To: p, From: s.Comparable(p)}
	switch {
	case c.From != nil:
		c.Value = minus(p.Stated(), c.From.Stated())
	case s.Points[0].Year < p.Year:
		c.Reason = ReasonOtherInstrument
	default:
		c.Reason = ReasonNoEarlier
	}
	return c
}
