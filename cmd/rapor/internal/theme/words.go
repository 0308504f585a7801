package theme

import (
	"html"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/lang"
)

// Language is one language of a theme: its words and its form.
type Language struct {
	lang.Form
	Name  string // in itself: "Bahasa Indonesia"
	words map[string]sentence
	pages *pageSet
}

// Say returns a word or sentence with its places filled: pairs are the names of
// the places and their values, strings or Texts. Marks of emphasis are left
// out. A key that the theme lacks comes back in guillemets; a test keeps that
// from happening.
func (l *Language) Say(key string, pairs ...any) string {
	s, ok := l.words[key]
	if !ok {
		return "«" + key + "»"
	}
	if len(pairs) == 0 && len(s) == 1 {
		return s[0].text
	}
	var b strings.Builder
	for _, p := range s {
		switch {
		case p.place != "":
			b.WriteString(plainValue(valueOf(p.place, pairs)))
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// Tell is Say for a place in the text of a page: emphasis is marked, and so is
// the language of values that are in another. Values of type HTML stay as they
// are.
func (l *Language) Tell(key string, pairs ...any) HTML {
	s, ok := l.words[key]
	if !ok {
		return HTML("«" + html.EscapeString(key) + "»")
	}
	var b strings.Builder
	for _, p := range s {
		switch {
		case p.mark != "":
			b.WriteString(p.mark)
		case p.place != "":
			b.WriteString(string(markedValue(valueOf(p.place, pairs))))
		default:
			b.WriteString(html.EscapeString(p.text))
		}
	}
	return HTML(b.String())
}

func valueOf(place string, pairs []any) any {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == place {
			return pairs[i+1]
		}
	}
	return "«" + place + "»"
}

func plainValue(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case Text:
		return v.Words
	case Link:
		return v.Words
	}
	return ""
}

func markedValue(v any) HTML {
	switch v := v.(type) {
	case string:
		return HTML(html.EscapeString(v))
	case Text:
		return v.HTML()
	case Link:
		return v.HTML()
	case HTML:
		return v
	}
	return ""
}

// sentence is a word of the theme, cut at its places and marks.
type sentence []part

type part struct {
	text  string
	place string // the name between braces
	mark  string // <strong> or </strong>
}

// newSentence reads "Naik {selisih} dari *{tahun}*": braces are places to fill,
// asterisks stand around what is emphasised.
func newSentence(s string) sentence {
	var out sentence
	strong := false
	for s != "" {
		i := strings.IndexAny(s, "{*")
		if i < 0 {
			return append(out, part{text: s})
		}
		if i > 0 {
			out = append(out, part{text: s[:i]})
		}
		if s[i] == '*' {
			strong = !strong
			out = append(out, part{mark: map[bool]string{true: "<strong>", false: "</strong>"}[strong]})
			s = s[i+1:]
			continue
		}
		name, rest, closed := strings.Cut(s[i+1:], "}")
		if !closed {
			return append(out, part{text: s[i:]})
		}
		out = append(out, part{place: name})
		s = rest
	}
	return out
}

// places returns the names that a sentence needs values for, sorted, each once.
func (s sentence) places() []string {
	var names []string
	for _, p := range s {
		if p.place != "" {
			names = append(names, p.place)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// balanced reports whether every emphasis ends.
func (s sentence) balanced() bool {
	open := false
	for _, p := range s {
		if p.mark != "" {
			open = !open
		}
	}
	return !open
}
