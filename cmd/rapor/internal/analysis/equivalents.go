package analysis

import "rapor/cmd/rapor/internal/maturity"

// Pair is an indicator with the predecessor's one that the instrument calls
// comparable (padanan), and the levels of both. The two scales may differ, and
// nothing is subtracted: a pair is shown side by side.
type Pair struct {
	Equivalent         *maturity.Equivalent
	Place              int // in the later instrument's Indicators
	From               int // in the earlier instrument's Indicators
	LevelFrom, LevelTo maturity.Level
}

// Pairs returns the comparable indicators of two results by neighbouring
// instruments whose levels are known in both, in the later instrument's order.
func Pairs(from, to *Point) []Pair {
	if from == nil || to == nil || from.Levels == nil || to.Levels == nil || to.Instrument.Predecessor != from.Instrument.ID {
		return nil
	}
	var pairs []Pair
	for i := range to.Instrument.Indicators {
		for k := range to.Instrument.Equivalents {
			e := &to.Instrument.Equivalents[k]
			was := from.Instrument.Indicator(e.From)
			if !e.Comparable || e.Indicator != to.Instrument.Indicators[i].ID || was < 0 {
				continue
			}
			if from.Levels[was].Assessed() && to.Levels[i].Assessed() {
				pairs = append(pairs, Pair{e, i, was, from.Levels[was], to.Levels[i]})
			}
		}
	}
	return pairs
}

// Before returns the last result before another, by whatever instrument, or nil.
func (s *Series) Before(p *Point) *Point {
	var found *Point
	for i := range s.Points {
		if q := &s.Points[i]; q.Year < p.Year {
			found = q
		}
	}
	return found
}
