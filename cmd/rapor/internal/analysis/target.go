package analysis

import "rapor/cmd/rapor/internal/maturity"

// Status says how an institution stands to a target. The values are those of
// the JSON key status.
type Status string

// The statuses, in the order in which they are decided.
const (
	StatusReached     Status = "tercapai"             // by the target's year
	StatusMissed      Status = "tidak-tercapai"       // that year is over
	StatusUnknown     Status = "belum-dapat-dihitung" // Path.Reason says why
	StatusFalling     Status = "menurun"
	StatusFlat        Status = "stagnan"
	StatusOnTrack     Status = "sesuai-jalur"     // the actual pace is at least the required one
	StatusNeedsFaster Status = "perlu-percepatan" // it is below
)

// Open reports whether the target is still ahead: pace, distance and steps to
// it mean something.
func (s Status) Open() bool { return s != StatusReached && s != StatusMissed }

// Path is how an institution stands to one of its targets. All values are exact
// and judged by Figure.Judged, in the terms of one instrument; the zero Index
// means that a value does not apply. Paces are index points per year.
type Path struct {
	Target     maturity.Target
	Instrument *maturity.Instrument // in whose terms the target is set; nil where unknown
	Status     Status
	Reason     Reason // of StatusUnknown

	// The first edition at or over the target, nil where there is none. With
	// StatusReached it is of the target's year or before, otherwise later: a
	// target that was missed and reached in a later year.
	Reached *Point
	// Last is the newest edition of the instrument, nil where there is none.
	Last *Point
	// Missed is what was short in the target's year, over 0; only with
	// StatusMissed. MissedIn is the edition it was short in: that of the year
	// itself or, where that year is not known, the last one before it. Missed may
	// be under half a cent: the printed index then looks as if it had been reached.
	Missed   maturity.Index
	MissedIn *Point

	Distance   maturity.Index // target less last value, while open
	Required   maturity.Index // r = distance / (target's year - last year), while open
	Pace       maturity.Index // a = (last - first) / years, while open, from two editions on
	Projection Projection     // while open

	// InstrumentChanges: the target's year has another instrument than the target
	// ("tolok ukur berganti"), so it will not be measured in its own terms.
	InstrumentChanges bool

	// Versions are the same year's target as other sources print it, each judged
	// by the same rules: Target.Index and Target.Source are that source's.
	Versions []Path
}

// Paths returns how an institution stands to each of its targets, by year.
//
// The order of PORTAL's rules is kept, and nothing is claimed that is not known.
// "The newest data year" is the institution's own: a target is missed only where
// the institution has a result of its instrument both at or before the target's
// year and at or after it. Settled is the newest year whose results are known
// (Census.Settled): up to it, a year in which this institution has no such result
// is StatusUnknown with its Reason; after it, the target is still ahead, even
// where a few others have results already.
func Paths(set *maturity.Dataset, s *Series, settled int) []Path {
	if p := s.Latest(); p != nil {
		settled = max(settled, p.Year)
	}
	paths := make([]Path, 0, len(s.Institution.Targets))
	for _, t := range s.Institution.Targets {
		p := pathTo(set, s, t, settled)
		for _, o := range t.Others {
			version := t
			version.Index, version.Source, version.Pos, version.Others = o.Index, &o.Source, o.Pos, nil
			p.Versions = append(p.Versions, pathTo(set, s, version, settled))
		}
		paths = append(paths, p)
	}
	return paths
}

// pathTo judges one target.
func pathTo(set *maturity.Dataset, s *Series, t maturity.Target, settled int) Path {
	in := set.TargetInstrument(s.Institution, t)
	p := Path{Target: t, Instrument: in, Projection: Projection{Reason: ReasonNotOpen}}
	if in == nil {
		p.Status, p.Reason = StatusUnknown, ReasonNoInstrument
		return p
	}
	p.InstrumentChanges = changesBy(set, s, in, t.Year)
	p.judge(editions(s, in), settled)
	return p
}

// editions returns the results that have an instrument.
func editions(s *Series, in *maturity.Instrument) []*Point {
	var own []*Point
	for i := range s.Points {
		if s.Points[i].Instrument == in {
			own = append(own, &s.Points[i])
		}
	}
	return own
}

// changesBy reports whether a year has another instrument: its result does, or,
// without one, the instrument is not in force then and another one is.
func changesBy(set *maturity.Dataset, s *Series, in *maturity.Instrument, year int) bool {
	if p := s.At(year); p != nil {
		return p.Instrument != in
	}
	if in.CoversYear(year) {
		return false
	}
	for _, other := range set.Instruments {
		if other != in && other.CoversYear(year) {
			return true
		}
	}
	return false
}

func (p *Path) judge(own []*Point, settled int) {
	t, goal := p.Target.Year, p.Target.Index.Index()
	if len(own) > 0 {
		p.Last = own[len(own)-1]
	}
	for _, e := range own {
		if e.Judged().Cmp(goal) >= 0 {
			p.Reached = e
			break
		}
	}
	for _, e := range own {
		if e.Year <= t {
			p.MissedIn = e
		}
	}
	switch {
	case p.Reached != nil && p.Reached.Year <= t:
		p.Status, p.MissedIn = StatusReached, nil
	case p.Last != nil && p.Last.Year >= t && p.MissedIn != nil:
		p.Status = StatusMissed
		p.Missed = minus(goal, p.MissedIn.Judged())
	default:
		p.MissedIn = nil
		p.ahead(own, settled)
	}
}

// ahead judges a target that was neither reached nor missed; up to settled, years
// are over.
func (p *Path) ahead(own []*Point, settled int) {
	t := p.Target.Year
	p.Status = StatusUnknown
	switch {
	case t <= settled && p.InstrumentChanges:
		p.Reason = ReasonOtherInstrument
		return
	case t <= settled:
		p.Reason = ReasonYearNotAssessed
		return
	case len(own) == 0:
		p.Reason = ReasonNoResult
		return
	}
	p.Distance = minus(p.Target.Index.Index(), p.Last.Judged())
	p.Required = times(p.Distance, 1, int64(t-p.Last.Year))
	p.Projection = project(own, t, p.InstrumentChanges)
	if len(own) < 2 {
		p.Reason = ReasonFewEditions
		return
	}
	p.Pace = pace(own[0], p.Last)
	switch {
	case p.Pace.Num < 0:
		p.Status = StatusFalling
	case p.Pace.Num == 0:
		p.Status = StatusFlat
	case p.Pace.Cmp(p.Required) >= 0:
		p.Status = StatusOnTrack
	default:
		p.Status = StatusNeedsFaster
	}
}

// pace is the change per year between two editions, over all years between them.
func pace(from, to *Point) maturity.Index {
	return times(minus(to.Judged(), from.Judged()), 1, int64(to.Year-from.Year))
}
