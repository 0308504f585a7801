package maturity

import "rapor/cmd/rapor/internal/diag"

// Text is what an editor wrote, with its translations. Base stands in
// Indonesian; Other is keyed by language code and may be nil.
type Text struct {
	Base  string
	Other map[string]string
}

// BaseLanguage is the language of the data files.
const BaseLanguage = "id"

// In returns the text in a language and the language it really is in:
// BaseLanguage where there is no translation.
func (t Text) In(lang string) (text, language string) {
	if s, ok := t.Other[lang]; ok && lang != BaseLanguage {
		return s, lang
	}
	return t.Base, BaseLanguage
}

// Basis tells which figure a rating is judged on.
type Basis int

const (
	BasisExact   Basis = iota // "tepat": the index before rounding
	BasisRounded              // "bulat": the index as printed, two decimals
)

// Scale is the range of levels: from Min to Max in steps of Step.
type Scale struct {
	Min, Max, Step Hundredths
}

// Whole reports whether levels are whole numbers, so that one may speak of
// steps and of combinations of levels.
func (s Scale) Whole() bool { return s.Step%100 == 0 }

// Sound reports whether there are levels at all: a scale that could not be read
// says nothing of any level.
func (s Scale) Sound() bool {
	return s.Min >= 0 && s.Max > s.Min && s.Step > 0 && (s.Max-s.Min)%s.Step == 0
}

// Holds reports whether a value is a level of the scale.
func (s Scale) Holds(v Hundredths) bool {
	return v >= s.Min && v <= s.Max && s.Step > 0 && (v-s.Min)%s.Step == 0
}

// RatingBand is a predikat: from Min (included) up to the next band's Min. The
// lowest band takes all below it as well.
type RatingBand struct {
	ID        string
	Name      Text
	Min       Hundredths
	Label     Text // sebutan, "Unggul (Leading)"
	Incentive Text // insentif, "25% TPP"
	Pos       diag.Pos
	MinPos    diag.Pos
}

// Capability names the levels of a sort of indicators: processes go from
// Rintisan to Optimum, services from Informasi to Optimum.
type Capability struct {
	ID     string
	Levels map[int]Text // by whole level
}

// Domain is the uppermost part of an instrument. An instrument may have none.
type Domain struct {
	ID     string
	Name   Text
	Weight Weight
	Pos    diag.Pos
}

// Aspect is a part of a domain.
type Aspect struct {
	ID     string
	Name   Text
	Weight Weight
	Domain int // place in Instrument.Domains; -1 where there are none
	Pos    diag.Pos
}

// Indicator is what gets a level.
type Indicator struct {
	ID         string
	Name       Text
	Weight     Weight
	Aspect     int    // place in Instrument.Aspects
	Capability string // id in Instrument.Capabilities, or ""
	Criteria   map[int]Text
	Pos        diag.Pos
}

// Equivalent links an indicator to one of the predecessor's (padanan).
type Equivalent struct {
	Indicator  string
	From       string
	Comparable bool
	Reason     Text
	Pos        diag.Pos
}

// Instrument is the norm: what is measured, how much it weighs, and what the
// result is called. Domains, Aspects and Indicators stand in the file's order,
// Bands from low to high.
type Instrument struct {
	ID          string
	Name        Text
	Short       Text
	Regulation  Text
	IndexName   Text
	FirstYear   int
	LastYear    int // 0: open
	Predecessor string
	Basis       Basis
	BasisByYear map[int]Basis
	Normalises  bool // an index over the indicators that apply; local instruments only
	Scale       Scale
	Bands       []RatingBand
	Capability  []Capability
	Domains     []Domain
	Aspects     []Aspect
	Indicators  []Indicator
	Equivalents []Equivalent
	Pos         diag.Pos
	Places      Places
}

// CoversYear reports whether assessments of a year may use the instrument.
func (in *Instrument) CoversYear(year int) bool {
	return year >= in.FirstYear && (in.LastYear == 0 || year <= in.LastYear)
}

// BasisIn tells which figure that year's ratings are judged on.
func (in *Instrument) BasisIn(year int) Basis {
	if b, ok := in.BasisByYear[year]; ok {
		return b
	}
	return in.Basis
}

// Indicator finds an indicator by id; -1 where there is none.
func (in *Instrument) Indicator(id string) int {
	for i := range in.Indicators {
		if in.Indicators[i].ID == id {
			return i
		}
	}
	return -1
}

// Aspect finds an aspect by id; -1 where there is none.
func (in *Instrument) Aspect(id string) int {
	for i := range in.Aspects {
		if in.Aspects[i].ID == id {
			return i
		}
	}
	return -1
}

// Domain finds a domain by id; -1 where there is none.
func (in *Instrument) Domain(id string) int {
	for i := range in.Domains {
		if in.Domains[i].ID == id {
			return i
		}
	}
	return -1
}

// Band finds a band by id; -1 where there is none.
func (in *Instrument) Band(id string) int {
	for i := range in.Bands {
		if in.Bands[i].ID == id {
			return i
		}
	}
	return -1
}

// LevelName names a whole level of an indicator, "Terdefinisi"; empty where
// the instrument names none.
func (in *Instrument) LevelName(indicator int, level Level) Text {
	v := level.Hundredths()
	if !level.Assessed() || v%100 != 0 {
		return Text{}
	}
	for _, c := range in.Capability {
		if c.ID == in.Indicators[indicator].Capability {
			return c.Levels[int(v/100)]
		}
	}
	return Text{}
}
