package chart

const (
	barHigh     = 24 * px
	barOverhang = 4 * px // of the mark at the share, above and below the bar
	targetRoom  = 20 * px
)

// sharesSheet is a shares chart while it is laid out.
type sharesSheet struct {
	*pen
	Shares
	left, right unit // of the bars
	tops        []unit
	texts       [][]string // each row's label in lines
	depth       unit
}

// SVG implements Chart.
func (c Shares) SVG(w Width) []byte { return drawing(c, w, false) }

func (c Shares) draw(p *pen) {
	s := &sharesSheet{pen: p, Shares: c}
	s.placeColumns()
	s.placeRows()
	p.open(c.Head, s.depth)
	for i, row := range c.Rows {
		s.drawNames(i, row)
		s.drawBar(s.tops[i], row)
		s.drawTarget(s.tops[i], row)
	}
	s.drawHeads()
	p.close()
}

// placeColumns gives the labels and the shares a column each; on a phone they
// stand above the bar, which has the whole width.
func (s *sharesSheet) placeColumns() {
	s.left, s.right = 0, s.full()
	if !s.wide() {
		return
	}
	names, shares := unit(90*px), small.length(s.width, s.GoodLabel)
	for _, row := range s.Rows {
		names = max(names, strong.length(s.width, row.Label)+inset(row), small.length(s.width, row.Note)+inset(row))
		shares = max(shares, strong.length(s.width, row.Share))
	}
	s.left = min(names, 166*px) + 10*px
	s.right = s.full() - min(shares, 120*px) - 10*px
}

// inset is how far the label of a row that belongs to the one above is set in.
func inset(row ShareRow) unit {
	if row.Inset {
		return 12 * px
	}
	return 0
}

// placeRows finds the upper edge of each bar; a label of two lines and a
// target's words make their row taller.
func (s *sharesSheet) placeRows() {
	y := s.pick(24, 42) * px
	for _, row := range s.Rows {
		room := s.left - 10*px - inset(row)
		if !s.wide() {
			room = s.full() - strong.length(s.width, row.Share) - 10*px - inset(row)
		}
		lines := strong.wrap(s.width, row.Label, room, 2)
		extra := unit(max(0, len(lines)-1)) * lineHigh
		if !s.wide() {
			y += extra
			extra = 0
		} else if row.Note == "" {
			extra = 0
		}
		s.texts = append(s.texts, lines)
		s.tops = append(s.tops, y)
		if row.TargetLabel != "" {
			extra += targetRoom
		}
		s.depth = y + barHigh + extra + 6*px
		y += s.pick(44, 62)*px + extra
	}
}

// drawNames writes a row's label, note and share.
func (s *sharesSheet) drawNames(i int, row ShareRow) {
	top, lines := s.tops[i], s.texts[i]
	x, y := inset(row), top-7*px-unit(len(lines)-1)*lineHigh
	shareLine := top - 7*px
	if s.wide() {
		y, shareLine = top+11*px, top+17*px
		if row.Note == "" {
			y = top + 17*px - unit(len(lines)-1)*lineHigh/2
		}
	}
	for _, line := range lines {
		s.label(label{text: line, style: strong, x: x, y: y, anchor: start})
		y += lineHigh
	}
	if s.wide() {
		note := small.fit(s.width, row.Note, s.left-10*px-x)
		s.label(label{text: note, style: small, x: x, y: y, anchor: start})
	}
	s.label(label{text: row.Share, style: strong, x: s.full(), y: shareLine, anchor: end})
}

// total counts a row's institutions.
func (r *ShareRow) total() int {
	n := r.Unknown
	for _, count := range r.Counts {
		n += count
	}
	return n
}

// drawBar draws the segments, best band first, each with its number where it has
// room, and the mark where the share ends.
func (s *sharesSheet) drawBar(top unit, row ShareRow) {
	total := row.total()
	if total == 0 {
		return
	}
	x, counted, good := s.left, 0, unit(-1)
	for band := len(s.Bands) - 1; band >= 0 && len(row.Counts) == len(s.Bands); band-- {
		counted += row.Counts[band]
		until := s.left + (s.right-s.left)*unit(counted)/unit(total)
		tone := Tone(band, len(s.Bands))
		s.rect(toneClass[tone-1], x, top, until-x, barHigh)
		s.number(x, until, top, onBand[tone-1], row, row.Counts[band])
		x = until
		if band == s.Good {
			good = x
		}
	}
	if row.Unknown > 0 {
		s.rect("kosong", x, top, s.right-x, barHigh)
		s.number(x, s.right, top, small, row, row.Unknown)
	}
	if good >= 0 {
		s.mark("batas", good, top-barOverhang, barHigh+2*barOverhang)
	}
}

// number writes a count in its segment, beside the target's line if that goes
// through it.
func (s *sharesSheet) number(from, to, top unit, style *lettering, row ShareRow, count int) {
	text := s.Form.Int(count)
	length := style.length(s.width, text)
	if count == 0 || length+6*px > to-from {
		return
	}
	x := (from + to) / 2
	if target := s.targetAt(row); row.TargetLabel != "" {
		reach := length/2 + 6*px
		switch {
		case target <= x-reach || target >= x+reach:
		case target > x && target-reach-length/2 >= from+3*px, target <= x && target+reach+length/2 > to-3*px:
			x = max(target-reach, from+3*px+length/2)
		default:
			x = target + reach
		}
		if target > x-length/2 && target < x+length/2 {
			return
		}
	}
	s.label(label{text: text, style: style, x: x, y: top + barHigh/2 + 45, anchor: middle})
}

// targetAt is where a row's target share lies.
func (s *sharesSheet) targetAt(row ShareRow) unit {
	return span{s.left, s.right, 100_00}.at(min(max(row.Target, 0), 100_00))
}

// drawTarget draws the target share as a dashed line with its words below.
func (s *sharesSheet) drawTarget(top unit, row ShareRow) {
	if row.TargetLabel == "" {
		return
	}
	x, above := s.targetAt(row), s.pick(7, 3)*px // a phone has the share's figure there
	s.mark("th2", x, top-above, barHigh+above+5*px)
	s.mark("target", x, top-above, barHigh+above+5*px)
	l := label{text: smallStrong.fit(s.width, row.TargetLabel, s.right-s.left), style: smallStrong, x: x, y: top + barHigh + 19*px, anchor: middle}
	inside(&l, s.width, span{s.left, s.right, 1})
	s.label(l)
}

// mark draws an upright line across a bar.
func (s *sharesSheet) mark(class string, x, y, high unit) {
	s.begin(class).to("M", x, y).to("v", high).end()
}

// drawHeads labels the columns.
func (s *sharesSheet) drawHeads() {
	y := s.pick(14, 12) * px
	if s.wide() {
		s.label(label{text: "0%", style: small, x: s.left, y: y, anchor: start})
		s.label(label{text: "100%", style: small, x: s.right, y: y, anchor: end})
		s.label(label{text: small.fit(s.width, s.GoodLabel, s.full()-s.right-8*px), style: small, x: s.full(), y: y, anchor: end})
		return
	}
	s.label(label{text: small.fit(s.width, s.GoodLabel, s.full()), style: small, x: s.full(), y: y, anchor: end})
}
