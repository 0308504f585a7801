package analysis

import (
	"cmp"
	"slices"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
)

// Priorities tells which indicators lift an index most, from known levels. It is
// leverage, not effort: what a level costs to reach is not known.
type Priorities struct {
	Reason Reason         // why there are none: ReasonNoLevels, or ""
	Stage  maturity.Stage // whose levels these are
	Final  bool           // they are those of the final stage; otherwise say the stage
	Index  maturity.Index // exact, of these levels
	Band   int            // of Index; place in Instrument.Bands
	Whole  bool           // levels are whole: steps may be counted. Otherwise say "tambahan nilai"
	Rows   []Priority     // those with room left: greatest gain first, then in the instrument's order
	Next   *Way           // to the next band; nil in the highest
	Target []Way          // to each open target of the same instrument, in the order given
}

// Priority is one indicator with room left.
type Priority struct {
	Indicator int // place in Instrument.Indicators
	Level     maturity.Level
	Gain      maturity.Index      // index points of one level: w_i/100, over the weights that apply where the instrument normalises
	Room      maturity.Hundredths // levels left, 200 for two
	RoomGain  maturity.Index      // index points of the room left
	Steps     int                 // level steps left; 0 unless Whole
	NextLevel maturity.Level      // the next level; with decimals the next whole one
	NextGain  maturity.Index      // index points of reaching it
	Peers     PeerShare
}

// PeerShare is how many other institutions of the group are at the next level or
// above. Total counts all others, Known those whose level is known. The share may
// be said where Shown: from ten institutions with levels on and with Enough known.
type PeerShare struct {
	Coverage
	Count int
	Shown bool
}

// Way is what it takes to reach an index. The fewest steps are found by taking
// the largest gains first: no n steps add more than the n largest, so fewer
// cannot do (tested against brute force).
type Way struct {
	Band      int            // the band it leads to; -1 where it leads to a target
	Path      *Path          // the target; nil where it leads to a band
	Goal      maturity.Index // the exact index that is enough
	Need      maturity.Index // Goal less the index; the zero Index where these levels suffice already
	Reachable bool           // with every indicator at its highest level
	Steps     int            // the fewest level steps; 0 unless Reachable and Whole
	Moves     []Move         // one way to take them; others may be as short
}

// Move raises one indicator by some steps.
type Move struct {
	Indicator int
	Steps     int
	To        maturity.Level
	Gain      maturity.Index // of all its steps
}

// Prioritise returns what lifts an assessment most. Card is the one that
// score.Result.Computed gives of it. Group may be nil; otherwise it is that of
// the assessment's year and instrument, and s is left out of its peers. Of the
// paths, the open ones in terms of the same instrument count.
func Prioritise(s *Series, a *maturity.Assessment, card *score.Card, g *Group, paths []Path) Priorities {
	in := a.Instrument
	if card == nil || in == nil || !card.Index.Exists() || a.Result() == nil {
		return Priorities{Reason: ReasonNoLevels}
	}
	result := a.Result()
	p := Priorities{
		Stage: result.Stage, Final: result.Stage == maturity.StageFinal,
		Index: card.Index, Band: card.Band, Whole: in.Scale.Whole(),
	}
	p.Rows = rows(in, result.Levels, a.NotApplicable)
	for i := range p.Rows {
		p.Rows[i].Peers = peersAt(s, a, g, &p.Rows[i])
	}
	if p.Band >= 0 && p.Band+1 < len(in.Bands) {
		w := p.way(in, entry(in, a.Year, p.Band+1))
		w.Band = p.Band + 1
		p.Next = &w
	}
	for i := range paths {
		if path := &paths[i]; path.Instrument == in && path.Status.Open() {
			w := p.way(in, path.Target.Index.Index())
			w.Path = path
			p.Target = append(p.Target, w)
		}
	}
	return p
}

// rows lists the indicators with room left, greatest gain first.
func rows(in *maturity.Instrument, levels []maturity.Level, notApplicable []int) []Priority {
	counts := func(i int) bool { return levels[i].Assessed() && !(in.Normalises && slices.Contains(notApplicable, i)) }
	var total int64
	for i := range in.Indicators {
		if counts(i) {
			total += int64(in.Indicators[i].Weight)
		}
	}
	var list []Priority
	for i := range in.Indicators {
		v := levels[i].Hundredths()
		if !counts(i) || v >= in.Scale.Max {
			continue
		}
		gain := func(h maturity.Hundredths) maturity.Index {
			return times(maturity.Index{Num: int64(in.Indicators[i].Weight), Den: total}, int64(h), 100)
		}
		p := Priority{Indicator: i, Level: levels[i], Gain: gain(100), Room: in.Scale.Max - v}
		p.RoomGain = gain(p.Room)
		next := min((v/100+1)*100, in.Scale.Max)
		if in.Scale.Whole() {
			next = min(v+in.Scale.Step, in.Scale.Max)
			p.Steps = int((p.Room + in.Scale.Step - 1) / in.Scale.Step)
		}
		p.NextLevel, p.NextGain = maturity.LevelOf(next), gain(next-v)
		list = append(list, p)
	}
	slices.SortStableFunc(list, func(a, b Priority) int {
		return cmp.Compare(in.Indicators[b.Indicator].Weight, in.Indicators[a.Indicator].Weight)
	})
	return list
}

// peersAt counts the others that already are at the next level.
func peersAt(s *Series, a *maturity.Assessment, g *Group, row *Priority) PeerShare {
	if g == nil || g.Levels == nil || g.Instrument != a.Instrument {
		return PeerShare{}
	}
	share := PeerShare{Count: g.Levels.AtLeast(row.Indicator, row.NextLevel.Hundredths())}
	share.Known, share.Total = g.Levels.Known(row.Indicator), g.Total
	if m := g.Member(s); m != nil {
		share.Total--
		if own := m.Point.Levels; own != nil && own[row.Indicator].Assessed() {
			share.Known--
			if own[row.Indicator].Hundredths() >= row.NextLevel.Hundredths() { // the final level, where row tells of another stage
				share.Count--
			}
		}
	} else if !s.Institution.Average && existed(s, g.Year) {
		share.Total--
	}
	share.Shown = g.Levels.Enough() && share.Enough()
	return share
}
