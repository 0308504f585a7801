package theme

import (
	"bytes"
	"html"
	"html/template"
	"strings"
)

// HTML is markup that is known to be safe: made by this package, package prose
// or package chart, never put together from data elsewhere.
type HTML = template.HTML

// JSON is data for a <script type="application/json"> element; see NewJSON.
type JSON = template.JS

// NewJSON makes valid JSON safe inside a script element: whatever could end the
// element, begin a comment or break a line for a script reader is escaped. In
// JSON these characters can only stand within strings.
func NewJSON(raw []byte) JSON {
	if !bytes.ContainsAny(raw, "<>&\u2028\u2029") {
		return JSON(raw)
	}
	return JSON(jsonEscaper.Replace(string(raw)))
}

var jsonEscaper = strings.NewReplacer("<", `\u003c`, ">", `\u003e`, "&", `\u0026`, "\u2028", `\u2028`, "\u2029", `\u2029`)

// Text is words that may be in another language than their page. In a template
// {{.}} prints the words alone, as attributes need them, {{.HTML}} marks the
// language.
type Text struct {
	Words string
	Lang  string // "" where it is the page's
}

// String returns the words.
func (t Text) String() string { return t.Words }

// HTML returns the words, marked where they are in another language.
func (t Text) HTML() HTML {
	if t.Lang == "" || t.Words == "" {
		return HTML(html.EscapeString(t.Words))
	}
	return HTML(`<span lang="` + html.EscapeString(t.Lang) + `">` + html.EscapeString(t.Words) + "</span>")
}

// Link is words that lead somewhere. In a template {{.HTML}} is the whole link.
type Link struct {
	Text
	Href    string
	Current Current
}

// Current says whether a link leads to where the reader is; it is the value of
// the attribute aria-current.
type Current string

// The two ways in which a link can be current.
const (
	ThisPage    Current = "page"
	ThisSection Current = "true"
)

// HTML returns the link; where it leads nowhere that a page may lead to, its
// words.
func (l Link) HTML() HTML {
	if !SafeAddress(l.Href) {
		return l.Text.HTML()
	}
	current := ""
	if l.Current != "" {
		current = ` aria-current="` + html.EscapeString(string(l.Current)) + `"`
	}
	return HTML(`<a href="`+html.EscapeString(l.Href)+`"`+Abroad(l.Href)+current+`>`) + l.Text.HTML() + "</a>"
}

// Abroad is what a link to another site says of itself, to be put after its address:
// that it leads away, and that the page it opens gets no hold of this one. Links of
// the site are relative and say nothing.
func Abroad(address string) string {
	if scheme, _, found := strings.Cut(address, "://"); found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")) {
		return ` rel="external noopener"`
	}
	return ""
}

// SafeAddress reports whether an address may stand in a link: one of the site,
// or of http, https or mailto. It may not be empty.
func SafeAddress(address string) bool {
	if address == "" || strings.HasPrefix(address, "//") || strings.Contains(address, `\`) {
		return false
	}
	scheme, _, found := strings.Cut(address, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return true
	}
	scheme = strings.ToLower(scheme)
	return scheme == "http" || scheme == "https" || scheme == "mailto"
}
