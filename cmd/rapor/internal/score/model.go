package score

import "rapor/cmd/rapor/internal/maturity"

// Model is an instrument with all that its levels can add up to, part by part.
// Build it once and use it for every assessment; it never changes, so any number
// of goroutines may use it at the same time.
type Model struct {
	in      *maturity.Instrument
	domains []part
	aspects []part
	index   whole   // of the domains; of the aspects where there are no domains
	domain  []whole // each domain of its aspects
}

// Models finds the model of an instrument.
type Models map[*maturity.Instrument]*Model

// NewModels builds the models of all instruments.
func NewModels(instruments []*maturity.Instrument) Models {
	all := make(Models, len(instruments))
	for _, in := range instruments {
		all[in] = New(in)
	}
	return all
}

// New builds the model of an instrument. Time and memory are bounded by
// maxReach and maxWork; parts beyond them are not enumerated and get no claim.
func New(in *maturity.Instrument) *Model {
	m := &Model{
		in:      in,
		domains: make([]part, len(in.Domains)),
		aspects: make([]part, len(in.Aspects)),
		domain:  make([]whole, len(in.Domains)),
	}
	if sound(in) {
		m.enumerate()
	}
	return m
}

func (m *Model) enumerate() {
	in := m.in
	ofAspect := make([][]int64, len(in.Aspects))
	ofDomain := make([][]int64, len(in.Domains))
	for i := range in.Indicators {
		a, w := in.Indicators[i].Aspect, int64(in.Indicators[i].Weight)
		ofAspect[a] = append(ofAspect[a], w)
		if len(in.Domains) > 0 {
			d := in.Aspects[a].Domain
			ofDomain[d] = append(ofDomain[d], w)
		}
	}
	left := &budget{maxReach, maxWork}
	if s := in.Scale; in.Normalises || s.Step <= 0 || s.Min < 0 || s.Max < s.Min {
		left.reach = 0 // weights only: what is not known to apply cannot be enumerated
	}
	for i, weights := range ofDomain {
		m.domains[i] = partOf(weights, in.Scale, left)
	}
	for i, weights := range ofAspect {
		m.aspects[i] = partOf(weights, in.Scale, left)
	}
	for i := range m.aspects {
		if len(in.Domains) > 0 {
			m.domain[in.Aspects[i].Domain].join(&m.aspects[i], in.Aspects[i].ID)
		} else {
			m.index.join(&m.aspects[i], in.Aspects[i].ID)
		}
	}
	for i := range m.domains {
		m.index.join(&m.domains[i], in.Domains[i].ID)
	}
}

// possible tells whether a printed value of a part can be made from levels at
// all. Where the part was not enumerated it is refused only off the scale, as a
// mean of levels never leaves it.
func (m *Model) possible(p *part, v maturity.Hundredths) bool {
	if p.reach == nil {
		s := m.in.Scale
		return v >= s.Min && v <= s.Max
	}
	_, _, ok := p.window(m.in.Scale.Min, v)
	return ok
}

// whole is what several parts make up: the index of its domains, or a domain of
// its aspects.
type whole struct {
	parts  []*part
	ids    []string // of each part: D1, A1
	weight int64
	unit   int64 // greatest common divisor of the parts' units
}

func (w *whole) join(p *part, id string) {
	w.parts = append(w.parts, p)
	w.ids = append(w.ids, id)
	w.weight += p.weight
	w.unit = gcd(w.unit, p.unit)
}
