package chart

import (
	"cmp"
	"slices"
)

// placeCaptions writes what each instrument measures over the breaks, ends the
// plot's head below them and keeps captions of narrow neighbours apart.
func (s *trendSheet) placeCaptions() {
	s.top = 14 * px
	if len(s.breaks) == 0 {
		return
	}
	const air = 7 * px
	for _, b := range s.breaks {
		left, right := s.sides(b)
		if room := left - air; small.length(s.width, b.before) <= room {
			s.putCaption(b.before, room, end)
		} else { // no room beside the rule: above the older series all the same
			s.putCaption(b.before, 0, start)
		}
		s.putCaption(b.after, right+air, start)
	}
	s.top = max(s.top, 30*px)
}

// putCaption writes a caption on the first row where it meets no other.
func (s *trendSheet) putCaption(text string, x unit, side anchor) {
	if text == "" {
		return
	}
	room := s.full() - x
	if side == end {
		room = x
	}
	l := label{text: small.fit(s.width, text, room), style: small, x: x, y: 22 * px, anchor: side, halo: true}
	for meets(s.captions, l, s.width) {
		l.y += lineHigh
	}
	s.captions = append(s.captions, l)
	s.top = max(s.top, l.y+8*px)
}

// meets reports whether a label comes too near to one of others.
func meets(others []label, l label, w Width) bool {
	return slices.ContainsFunc(others, func(o label) bool { return o.box(w).grown(6*px, 0).overlaps(l.box(w)) })
}

// yearRun is a stretch of years without data that share a word.
type yearRun struct {
	first, last int
	text        string
}

// placeNotes writes under each break that its sides do not compare, and under
// the years why they are empty. Where a word is wider than a year, a stretch of
// empty years has it once.
func (s *trendSheet) placeNotes() {
	for _, b := range s.breaks {
		left, right := s.sides(b)
		s.putNote(s.Break, small, (left+right)/2, len(s.breaks))
	}
	for _, run := range s.emptyRuns() {
		if small.length(s.width, run.text)+4*px > s.yearWide() {
			s.putNote(run.text, faint, (s.x(run.first)+s.x(run.last))/2, 2)
			continue
		}
		for year := run.first; year <= run.last; year++ {
			s.putNote(run.text, faint, s.x(year), 2)
		}
	}
}

// putNote writes a note on the first row where it meets no other, and leaves it
// out past the last row: a list would be no note, and the gap itself is seen.
func (s *trendSheet) putNote(text string, style *lettering, at unit, lastRow int) {
	if text == "" {
		return
	}
	l := label{text: style.fit(s.width, text, s.full()/2), style: style, x: at, anchor: middle}
	inside(&l, s.width, span{0, s.full(), 1})
	for row := range lastRow {
		l.y = s.bottom + 37*px + unit(row)*lineHigh
		if !meets(s.notes, l, s.width) {
			s.notes = append(s.notes, l)
			s.depth = max(s.depth, l.y)
			return
		}
	}
}

// emptyRuns joins neighbouring years that have the same word, unless a break
// stands between them.
func (s *trendSheet) emptyRuns() []yearRun {
	empty := slices.Clone(s.Empty)
	slices.SortStableFunc(empty, func(a, b YearNote) int { return cmp.Compare(a.Year, b.Year) })
	var out []yearRun
	for _, note := range empty {
		if n := len(out); n > 0 && out[n-1].text == note.Text && out[n-1].last+1 == note.Year && s.slotsBefore(note.Year) == s.slotsBefore(out[n-1].last) {
			out[n-1].last = note.Year
			continue
		}
		out = append(out, yearRun{note.Year, note.Year, note.Text})
	}
	return out
}
