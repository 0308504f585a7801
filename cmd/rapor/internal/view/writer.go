package view

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// writer words one page: its language, and the way from it to everything else.
type writer struct {
	*theme.Language
	site *Site
	dir  string // of the page, with its language: en/instansi/kota-x/
	bare string // the same without it

	alone bool // charts are wanted as files, not for a page
	paper bool // charts are wanted for a sheet, where nothing is interactive
}

func (s *Site) writer(code, dir string) *writer {
	return &writer{Language: s.set.Theme.Language(code), site: s, dir: s.prefix(code) + dir, bare: dir}
}

// to is the way to a page in the same language, by its folder.
func (w *writer) to(dir string) string { return theme.Way(w.dir, w.site.prefix(w.Code)+dir) }

// file is the way to a file that exists once for all languages.
func (w *writer) file(path string) string { return theme.Way(w.dir, path) }

// text is an editor's text in the page's language, or as it is, marked.
func (w *writer) text(t maturity.Text) theme.Text {
	words, language := t.In(w.Code)
	return w.in(words, language)
}

// data is words of the data files that have no translation.
func (w *writer) data(words string) theme.Text { return w.in(words, maturity.BaseLanguage) }

func (w *writer) in(words, language string) theme.Text {
	if language == w.Code {
		language = ""
	}
	return theme.Text{Words: words, Lang: language}
}

// name is an institution's full name.
func (w *writer) name(inst *maturity.Institution) theme.Text {
	if w.Code == lang.English.Code && inst.NameEN != "" {
		return theme.Text{Words: inst.NameEN}
	}
	return w.data(inst.Name)
}

// short is the name for tables and figures.
func (w *writer) short(inst *maturity.Institution) theme.Text {
	if w.Code == lang.English.Code && inst.NameEN != "" {
		return theme.Text{Words: inst.NameEN}
	}
	return w.data(inst.Short())
}

// figure prints an index, always with two decimals: 3,12.
func (w *writer) figure(v maturity.Hundredths) string { return w.Fixed(int64(v), 2) }

// exact prints an exact value with four decimals, the most that is shown.
func (w *writer) exact(x maturity.Index) string { return w.Fixed(x.Decimal(4), 4) }

// change prints a difference with its sign.
func (w *writer) change(v maturity.Hundredths) string { return w.Signed(int64(v), 2) }

// weight prints a weight in percent: two decimals, four where it has them.
func (w *writer) weight(v maturity.Weight) string {
	if v == maturity.WholeWeight {
		return "100%"
	}
	if v%100 == 0 {
		return w.Fixed(int64(v/100), 2) + "%"
	}
	return w.Fixed(int64(v), 4) + "%"
}

// factor prints a weight as it stands in a calculation, without empty decimals:
// 13%, 16,5%.
func (w *writer) factor(v maturity.Weight) string {
	places, n := 4, int64(v)
	for places > 0 && n%10 == 0 {
		places, n = places-1, n/10
	}
	return w.Fixed(n, places) + "%"
}

// percent prints a share of counts with one decimal, rounded half up.
func (w *writer) percent(part, whole int) string {
	return w.Fixed(int64((2000*part+whole)/(2*whole)), 1) + "%"
}

// share prints a share that was set, without decimals where it has none: 60%.
func (w *writer) share(v maturity.Hundredths) string {
	if v%100 == 0 {
		return w.Int(int(v/100)) + "%"
	}
	return w.figure(v) + "%"
}

// year prints a year, which has no separator of thousands.
func year(y int) string { return strconv.Itoa(y) }

// arrow stands before a change, so that its direction needs no colour.
func arrow(v maturity.Hundredths) string {
	switch {
	case v > 0:
		return "↑"
	case v < 0:
		return "↓"
	}
	return ""
}

// moved is a change with its arrow: "↑ +0,81".
func (w *writer) moved(v maturity.Hundredths) string {
	if a := arrow(v); a != "" {
		return a + " " + w.change(v)
	}
	return w.change(v)
}

// size is how large a difference is. Less than half a cent would print as nothing,
// which it is not.
func (w *writer) size(x maturity.Index) string {
	if v := abs(x.Rounded()); v != 0 || x.Num == 0 {
		return w.figure(v)
	}
	return w.Say("utama.kurang-dari", "nilai", w.figure(1))
}

// abs is the size of a difference.
func abs(v maturity.Hundredths) maturity.Hundredths {
	if v < 0 {
		return -v
	}
	return v
}

// capital is words with a capital first letter.
func capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}
