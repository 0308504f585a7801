package lang

import "testing"

func TestTextsThatTurnFiguresAreUnfit(t *testing.T) {
	for text, want := range map[string]rune{
		"Kota \u202eAman": 0x202e, "a\u202a": 0x202a, "\u2066x\u2069": 0x2066, "Kota\u200f": 0x200f, "\u061c": 0x61c,
		"a\x00b": 0, "bel\a": 7, "\x7f": 0x7f, "\u0085": 0x85, "x\uffff": 0xffff, "\ufffe": 0xfffe,
	} {
		if r, found := Unfit(text); !found || r != want {
			t.Errorf("%q: found %U %v, want %U", text, r, found, want)
		}
	}
	for _, text := range []string{"", "Kota Aman", "baris\nbaru\ttab\r\n", "Ba\u2019a \u2013 \u201cx\u201d", "\u200blebar\u200d\ufeff", "\u200e", "\u2028", "\U0001f600", "\ufffd", "Z\u0351"} {
		if r, found := Unfit(text); found {
			t.Errorf("%q is refused for %U", text, r)
		}
	}
}

func TestATextOfNothingIsNotReadable(t *testing.T) {
	for _, text := range []string{"", " ", "\u200b", "\u00a0\u2060", "\u00ad\ufeff", "\u3164", "\u2800 \u115f", "\u034f", "\ufe0f"} {
		if Readable(text) {
			t.Errorf("%q is said to be readable", text)
		}
	}
	for _, text := range []string{"a", "3", "\u200bKota", "–", "😀", "ア", "+"} {
		if !Readable(text) {
			t.Errorf("%q is said to be nothing", text)
		}
	}
}
