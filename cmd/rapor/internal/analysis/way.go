package analysis

import (
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// way finds the fewest steps to a goal.
func (p *Priorities) way(in *maturity.Instrument, goal maturity.Index) Way {
	w := Way{Band: -1, Goal: goal, Reachable: true}
	need := minus(goal, p.Index)
	if need.Num <= 0 {
		return w
	}
	w.Need = need
	room := maturity.Index{Num: 0, Den: 1}
	for _, r := range p.Rows {
		room = plus(room, r.RoomGain)
	}
	if w.Reachable = room.Cmp(need) >= 0; !w.Reachable || !p.Whole {
		return w
	}
	w.take(in, p.Rows)
	return w
}

// stride is the equal steps of one indicator: all its full ones, or the shorter
// last one that is left where the room is not a multiple of the step.
type stride struct {
	row   *Priority
	size  maturity.Hundredths
	gain  maturity.Index // of one
	count int
}

// take takes the largest gains first until the need is met. A shorter last step
// gains less than the full ones of its indicator, so the order never asks for it
// before them.
func (w *Way) take(in *maturity.Instrument, rows []Priority) {
	var strides []stride
	for i := range rows {
		r := &rows[i]
		add := func(size maturity.Hundredths, count int) {
			if size > 0 && count > 0 {
				strides = append(strides, stride{r, size, times(r.Gain, int64(size), 100), count})
			}
		}
		add(in.Scale.Step, int(r.Room/in.Scale.Step))
		add(r.Room%in.Scale.Step, 1)
	}
	slices.SortStableFunc(strides, func(a, b stride) int { return b.gain.Cmp(a.gain) })
	left := w.Need
	for _, s := range strides {
		if left.Num <= 0 {
			break
		}
		n := min(s.count, stepsFor(left, s.gain))
		gained := times(s.gain, int64(n), 1)
		left = minus(left, gained)
		w.Steps += n
		w.move(s, n, gained)
	}
}

// move notes steps; those of one indicator stand together.
func (w *Way) move(s stride, n int, gained maturity.Index) {
	to := s.row.Level.Hundredths()
	i := slices.IndexFunc(w.Moves, func(m Move) bool { return m.Indicator == s.row.Indicator })
	if i < 0 {
		i = len(w.Moves)
		w.Moves = append(w.Moves, Move{Indicator: s.row.Indicator, Gain: maturity.Index{Num: 0, Den: 1}})
	} else {
		to = w.Moves[i].To.Hundredths()
	}
	m := &w.Moves[i]
	m.Steps += n
	m.To = maturity.LevelOf(to + s.size*maturity.Hundredths(n))
	m.Gain = plus(m.Gain, gained)
}

// stepsFor returns the least n with n x gain >= need; both are over 0.
func stepsFor(need, gain maturity.Index) int {
	ratio := times(need, gain.Den, gain.Num)
	return int((ratio.Num + ratio.Den - 1) / ratio.Den)
}
