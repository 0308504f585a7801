package lang

import (
	"strings"
	"unicode"
)

// Unfit finds the first character that no text of a portal may hold; none is found
// in nearly all. Those that turn the direction of reading turn the figures after them
// as well: behind one, 3,60 is read as 06,3. Control characters and the two that
// Unicode never assigns cannot stand in XML, and so in no feed and no workbook.
func Unfit(text string) (r rune, found bool) {
	plain := 0 // every text of every file is looked at, and nearly all are letters alone
	for plain < len(text) && text[plain] >= ' ' && text[plain] < 0x7f {
		plain++
	}
	text = text[plain:]
	i := strings.IndexFunc(text, unfit)
	if i < 0 {
		return 0, false
	}
	for _, r = range text[i:] {
		break
	}
	return r, true
}

func unfit(r rune) bool {
	switch {
	case r < 0x80:
		return r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0x7f
	case r == 0xfffe || r == 0xffff:
		return true
	}
	return r < 0xa0 || unicode.Is(unicode.Bidi_Control, r) && r != leftToRightMark
}

// leftToRightMark changes nothing in a text of Latin letters.
const leftToRightMark = '\u200e'

// Readable reports whether there is anything to see in a text. White space,
// characters of no width and fillers are nothing: a link with such a name could be
// neither seen nor heard.
func Readable(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)) && !strings.ContainsRune(fillers, r)
	})
}

// fillers are letters and a symbol that Unicode has for gaps: those of Hangul, and
// the empty cell of Braille.
const fillers = "\u115f\u1160\u3164\uffa0\u2800"
