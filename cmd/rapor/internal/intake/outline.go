package intake

import (
	"strconv"
	"strings"
)

// outline says where in a TOML text new keys can go: the tables, the end of
// each one's entries, and how tables are written that have no header of their
// own. Values are not looked at; the text is known to be valid (package toml
// has read it), so that a small part of the grammar is enough.
type outline struct {
	text     string
	sections []section       // [0] is the part before the first header
	homes    map[string]home // by joined path: every table that has a place of its own
}

// section is a table with a header, or the part before the first one.
type section struct {
	path  []string
	block int // offset where the section begins, with the comment lines right above its header
	end   int // offset after the line of its last entry, or after the header
	empty bool
	width int // how far the key of its last entry is filled up with spaces
}

// home is the place of one table.
type home struct {
	section int      // index in sections
	prefix  []string // dotted: what stands before each key within the section
	inline  bool     // { }: the next key goes to offset
	offset  int
	empty   bool // an inline table without a key
	comma   bool // one that ends in a comma
}

// joined is a path as a map key; a TOML key may be empty, so that a mark stands
// before each part.
func joined(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return "\x00" + strings.Join(path, "\x00")
}

func under(path []string, more ...string) []string {
	return append(append(make([]string, 0, len(path)+len(more)), path...), more...)
}

// outliner walks the text once.
type outliner struct {
	text string
	off  int
	out  *outline
}

func outlineOf(text string) *outline {
	o := &outliner{text: text, out: &outline{text: text, homes: map[string]home{}}}
	o.off = len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	o.out.sections = []section{{block: o.off, end: o.off, empty: true}}
	o.out.homes[""] = home{}
	comments := -1 // offset of the first of the comment lines right above
	for o.off < len(o.text) {
		start := o.off
		o.space()
		switch c := o.peek(); {
		case c == '#':
			if comments < 0 {
				comments = start
			}
			o.line()
			continue
		case c == '\n' || o.off >= len(o.text):
			o.line()
		case c == '[':
			if comments < 0 {
				comments = start
			}
			o.header(comments)
		default:
			o.entry()
		}
		comments = -1
	}
	return o.out
}

func (o *outliner) peek() byte {
	if o.off < len(o.text) {
		return o.text[o.off]
	}
	return 0
}

// space passes over blanks; CR counts as one, so that CRLF files keep theirs.
func (o *outliner) space() {
	for o.off < len(o.text) && strings.IndexByte(" \t\r", o.text[o.off]) >= 0 {
		o.off++
	}
}

// line goes to the start of the next line.
func (o *outliner) line() {
	next := strings.IndexByte(o.text[o.off:], '\n')
	if next < 0 {
		o.off = len(o.text)
		return
	}
	o.off += next + 1
}

func (o *outliner) header(block int) {
	o.off++
	array := o.peek() == '['
	if array {
		o.off++
	}
	path := o.path()
	if array { // not a part of this format; nothing is ever put there
		path = under(path, strconv.Itoa(len(o.out.sections)), "[]")
	}
	o.line()
	o.out.homes[joined(path)] = home{section: len(o.out.sections)}
	o.out.sections = append(o.out.sections, section{path: path, block: block, end: o.off, empty: true})
}

// entry reads key = value up to the end of its line.
func (o *outliner) entry() {
	start := o.off
	key := o.path()
	last := len(o.out.sections) - 1
	s := &o.out.sections[last]
	for i := 1; i < len(key); i++ {
		path := joined(under(s.path, key[:i]...))
		if _, known := o.out.homes[path]; !known {
			o.out.homes[path] = home{section: last, prefix: key[:i]}
		}
	}
	width := o.off - start
	o.off++ // the equal sign
	o.value(under(s.path, key...))
	o.line()
	s = &o.out.sections[last]
	s.end, s.empty, s.width = o.off, false, width-1
}

// path reads a dotted key and stops at the sign after it, = or ].
func (o *outliner) path() (parts []string) {
	for {
		o.space()
		start := o.off
		switch c := o.peek(); {
		case c == '"' || c == '\'':
			o.quoted()
			parts = append(parts, unquoted(o.text[start:o.off]))
		default:
			for o.off < len(o.text) && strings.IndexByte(" \t\r\n.=]#", o.text[o.off]) < 0 {
				o.off++
			}
			parts = append(parts, o.text[start:o.off])
		}
		o.space()
		if o.peek() != '.' {
			return parts
		}
		o.off++
	}
}

func unquoted(raw string) string {
	if raw[0] == '"' {
		if s, err := strconv.Unquote(raw); err == nil {
			return s
		}
	}
	return strings.Trim(raw, raw[:1])
}

// quoted passes over a string of any of the four sorts.
func (o *outliner) quoted() {
	mark := o.text[o.off : o.off+1]
	if strings.HasPrefix(o.text[o.off:], mark+mark+mark) {
		mark += mark + mark
	}
	o.off += len(mark)
	for o.off < len(o.text) {
		switch {
		case mark[0] == '"' && o.text[o.off] == '\\':
			o.off += 2
		case strings.HasPrefix(o.text[o.off:], mark):
			o.off += len(mark)
			for len(mark) == 3 && o.peek() == mark[0] { // up to two quotes may stand before the closing three
				o.off++
			}
			return
		default:
			o.off++
		}
	}
	o.off = len(o.text)
}

// value passes over a value. Inline tables are remembered under their path;
// within arrays there is no path (nil).
func (o *outliner) value(path []string) {
	o.space()
	switch o.peek() {
	case '"', '\'':
		o.quoted()
	case '[':
		o.array()
	case '{':
		o.inline(path)
	default:
		start := o.off
		for o.off < len(o.text) && strings.IndexByte(",]}#\n", o.text[o.off]) < 0 {
			o.off++
		}
		o.off = start + len(strings.TrimRight(o.text[start:o.off], " \t\r"))
	}
}

// blanks passes over white space, line ends and comments within brackets.
func (o *outliner) blanks() {
	for {
		o.space()
		switch o.peek() {
		case '\n':
			o.off++
		case '#':
			o.line()
		default:
			return
		}
	}
}

func (o *outliner) array() {
	o.off++
	for o.blanks(); o.off < len(o.text) && o.peek() != ']'; o.blanks() {
		start := o.off
		if o.value(nil); o.off == start { // a comma
			o.off++
		}
	}
	o.off++
}

func (o *outliner) inline(path []string) {
	o.off++
	h := home{section: len(o.out.sections) - 1, inline: true, empty: true, offset: o.off}
	for o.blanks(); o.off < len(o.text) && o.peek() != '}'; o.blanks() {
		if o.peek() == ',' {
			o.off++
			h.comma, h.offset = true, o.off
			continue
		}
		key := o.path()
		o.off++
		if path == nil {
			o.value(nil)
		} else {
			o.value(under(path, key...))
		}
		h.comma, h.empty, h.offset = false, false, o.off
	}
	o.off++
	if path != nil {
		o.out.homes[joined(path)] = h
	}
}
