package chart

import (
	"strings"
	"unicode"
)

// lettering is how a text looks: the class names of the stylesheet and, since
// labels must be placed before anybody draws them, the size and weight that the
// stylesheet gives to them.
type lettering struct {
	class        string
	wide, narrow unit // size
	bold         bool
}

// The lettering of the stylesheet: 14, 12.5 and 17 px, on a phone 12.5, 11.5 and 15.
var (
	strong      = &lettering{"kuat", 140, 125, true}
	small       = &lettering{"k s2", 125, 115, false}
	faint       = &lettering{"k s3", 125, 115, false}
	smallStrong = &lettering{"k tt", 125, 115, true}
	headline    = &lettering{"nilai", 170, 150, true}
	yearPlain   = &lettering{"th", 140, 125, false}
	yearShown   = &lettering{"th kuat", 140, 125, true}
	figureOld   = &lettering{"s2 th", 140, 125, false}
	onBand      = [...]*lettering{
		{"pt1 k", 125, 115, true}, {"pt2 k", 125, 115, true}, {"pt3 k", 125, 115, true},
		{"pt4 k", 125, 115, true}, {"pt5 k", 125, 115, true},
	}
)

// size returns the size of the letters in a drawing.
func (l *lettering) size(w Width) unit {
	if w == Wide {
		return l.wide
	}
	return l.narrow
}

// advances of the printable ASCII characters in Plus Jakarta Sans, in 1/1000 of
// the size, with tabular digits. The stylesheet's fallback has the same metrics.
// Bold is the widest weight in use (750), so that no label is longer than thought.
var (
	advanceRegular = [95]uint16{170, 282, 395, 790, 646, 974, 734, 245, 295, 295, 479, 606, 270, 498, 286, 429, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 286, 306, 606, 606, 606, 499, 929, 652, 693, 781, 742, 612, 581, 821, 736, 256, 383, 654, 531, 836, 736, 878, 643, 878, 641, 646, 512, 700, 652, 984, 597, 623, 584, 315, 429, 315, 606, 598, 352, 572, 667, 600, 667, 615, 388, 662, 573, 229, 229, 548, 229, 908, 573, 655, 667, 667, 338, 509, 388, 573, 517, 797, 487, 536, 449, 317, 300, 317, 606}
	advanceBold    = [95]uint16{179, 385, 515, 935, 647, 1058, 803, 322, 393, 393, 550, 669, 372, 617, 393, 519, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 393, 413, 669, 669, 669, 597, 926, 722, 690, 773, 739, 592, 586, 806, 733, 283, 394, 683, 545, 903, 741, 878, 648, 878, 664, 647, 547, 721, 705, 1026, 671, 666, 569, 432, 519, 432, 669, 673, 386, 582, 672, 610, 672, 612, 403, 650, 596, 256, 256, 581, 256, 926, 596, 652, 672, 672, 380, 514, 417, 596, 574, 898, 570, 594, 487, 412, 410, 412, 669}
)

// advance returns the width of a character in 1/1000 of the size. What the
// table does not hold is guessed on the wide side.
func (l *lettering) advance(r rune) int {
	switch {
	case r >= ' ' && r <= '~' && l.bold:
		return int(advanceBold[r-' '])
	case r >= ' ' && r <= '~':
		return int(advanceRegular[r-' '])
	case r == '’' || r == '‘':
		return 372
	case unicode.Is(unicode.Mn, r):
		return 0
	case r >= 0x1100:
		return 1100
	case unicode.IsUpper(r):
		return 800
	case unicode.IsLetter(r):
		return 680
	}
	return 900
}

// length returns how wide a text will be.
func (l *lettering) length(w Width, s string) unit {
	sum := 0
	for _, r := range s {
		sum += l.advance(r)
	}
	return unit((sum*int(l.size(w)) + 999) / 1000)
}

// fit shortens a text to a width, with an ellipsis, at a space where one is near.
func (l *lettering) fit(w Width, s string, room unit) string {
	s = plainSpaces(s)
	if l.length(w, s) <= room {
		return s
	}
	room -= l.length(w, "…")
	used, cut := 0, 0
	for i, r := range s {
		used += l.advance(r)
		if unit(used*int(l.size(w))/1000) > room {
			break
		}
		cut = i + len(string(r))
	}
	if space := strings.LastIndexByte(s[:cut], ' '); space > cut*2/3 {
		cut = space
	}
	return strings.TrimRight(s[:cut], " ,;:-") + "…"
}

// fitFigure shortens a text that ends in a figure; the figure stays.
func (l *lettering) fitFigure(w Width, s, figure string, room unit) string {
	head, ok := strings.CutSuffix(s, " "+figure)
	if !ok || l.length(w, plainSpaces(s)) <= room {
		return l.fit(w, s, room)
	}
	return l.fit(w, head, room-l.length(w, " "+figure)) + " " + figure
}

// wrap breaks a text over at most the given number of lines; the last one is
// shortened. A word longer than the room is shortened too.
func (l *lettering) wrap(w Width, s string, room unit, lines int) []string {
	words := strings.Fields(plainSpaces(s))
	var out []string
	for len(words) > 0 {
		if len(out) == lines-1 {
			return append(out, l.fit(w, strings.Join(words, " "), room))
		}
		n := 1
		for n < len(words) && l.length(w, strings.Join(words[:n+1], " ")) <= room {
			n++
		}
		out = append(out, l.fit(w, strings.Join(words[:n], " "), room))
		words = words[n:]
	}
	return out
}

// plainSpaces turns line breaks and tabs into spaces; the shape of a label is
// ours to choose.
func plainSpaces(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
