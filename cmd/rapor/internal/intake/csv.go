package intake

import (
	"strings"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
)

// scanner reads CSV (RFC 4180) with the place of every field. encoding/csv
// stops at the first fault, and a person who mends a table wants them all.
type scanner struct {
	file      string
	text      string
	off       int
	line, col int32
	separator byte
	names     []string // the header's names, once it is read: hints name the column
	width     int      // columns of the header; 0 before it is read
	extra     cell     // the first field of the present record beyond the header, if any
	problems  *diag.List
}

func newScanner(file, text string, problems *diag.List) *scanner {
	s := &scanner{file: file, text: text, line: 1, col: 1, problems: problems}
	line, rest, _ := strings.Cut(text, "\n")
	if said, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(line)), "sep="); ok && len(said) == 1 {
		s.separator = said[0] // a line that spreadsheets write for themselves
		s.off, s.line = len(text)-len(rest), 2
		return s
	}
	s.separator = separatorOf(text)
	return s
}

// separatorOf takes the mark that the header holds most often outside quotes.
func separatorOf(text string) byte {
	count := map[byte]int{}
	quoted, begun := false, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			quoted, begun = !quoted, true
		case quoted:
		case c == '\n' && begun:
			i = len(text)
		default:
			count[c]++
			begun = begun || c != ' ' && c != '\n' && c != '\r'
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}

// record reads one line of fields; end is the place after its last one. Fields
// beyond the header's width are not kept, or a file of separators would fill
// the memory. Empty lines are passed over.
func (s *scanner) record() (cells []cell, end cell, ok bool) {
	for s.off < len(s.text) && (s.text[s.off] == '\n' || strings.HasPrefix(s.text[s.off:], "\r\n")) {
		s.newline()
	}
	if s.off >= len(s.text) {
		return nil, end, false
	}
	s.extra = cell{}
	for n := 0; ; n++ {
		c := s.field(n)
		switch {
		case s.width == 0 && n <= maxColumns, n < s.width:
			cells = append(cells, c)
		case s.width > 0 && n == s.width:
			s.extra = c
		}
		if s.off >= len(s.text) || s.text[s.off] != s.separator {
			break
		}
		s.step(1)
	}
	end = cell{line: s.line, col: s.col}
	s.newline()
	return cells, end, true
}

// newline passes over one line end.
func (s *scanner) newline() {
	if s.off < len(s.text) && s.text[s.off] == '\r' {
		s.off++
	}
	if s.off < len(s.text) && s.text[s.off] == '\n' {
		s.off++
		s.line, s.col = s.line+1, 1
	}
}

// step passes over n bytes of the line; the column counts characters.
func (s *scanner) step(n int) {
	s.col += int32(utf8.RuneCountInString(s.text[s.off : s.off+n]))
	s.off += n
}

// atEnd reports whether a field ends here.
func (s *scanner) atEnd() bool {
	if s.off >= len(s.text) {
		return true
	}
	c := s.text[s.off]
	return c == s.separator || c == '\n' || strings.HasPrefix(s.text[s.off:], "\r\n")
}

// field reads the n-th field and stops before its separator or line end.
func (s *scanner) field(n int) cell {
	c := cell{line: s.line, col: s.col}
	for s.off < len(s.text) && s.text[s.off] == ' ' {
		s.step(1)
	}
	var text string
	if s.off < len(s.text) && s.text[s.off] == '"' {
		c.col = s.col
		text, c.bad = s.quoted(c, n)
	} else {
		text, c.bad = s.plain(c, n)
	}
	c.text = strings.TrimSpace(text)
	if !c.bad && s.clean(c, n) {
		return c
	}
	c.bad = true
	return c
}

func (s *scanner) plain(c cell, n int) (text string, bad bool) {
	start := s.off
	for !s.atEnd() {
		next := strings.IndexAny(s.text[s.off+1:], string(s.separator)+"\r\n")
		if next < 0 {
			next = len(s.text) - s.off - 1
		}
		s.step(next + 1)
	}
	text = s.text[start:s.off]
	if at := strings.IndexByte(text, '"'); at >= 0 {
		c.col += int32(utf8.RuneCountInString(text[:at]))
		s.problems.Errorf(s.pos(c), "intake-stray-quote", s.name(n))
		return text, true
	}
	return text, false
}

// quoted reads a field in quotes. Line ends in it become \n.
func (s *scanner) quoted(c cell, n int) (text string, bad bool) {
	var b strings.Builder
	s.step(1)
	for {
		next := strings.IndexAny(s.text[s.off:], "\"\n")
		if next < 0 {
			s.step(len(s.text) - s.off)
			s.problems.Errorf(s.pos(c), "intake-open-quote", s.name(n))
			return "", true
		}
		b.WriteString(s.text[s.off : s.off+next])
		s.step(next)
		if s.text[s.off] == '\n' {
			b.WriteByte('\n')
			s.newline()
			continue
		}
		s.step(1)
		if s.off < len(s.text) && s.text[s.off] == '"' {
			b.WriteByte('"')
			s.step(1)
			continue
		}
		break
	}
	after := cell{line: s.line, col: s.col}
	start := s.off
	for !s.atEnd() {
		_, size := utf8.DecodeRuneInString(s.text[s.off:])
		s.step(size)
	}
	if strings.TrimSpace(s.text[start:s.off]) != "" {
		s.problems.Errorf(s.pos(after), "intake-after-quote", s.name(n))
		return "", true
	}
	return strings.ReplaceAll(b.String(), "\r\n", "\n"), false
}

// clean reports what no cell may hold: broken UTF-8, control characters, and
// marks that nobody sees, which make two equal-looking names differ.
func (s *scanner) clean(c cell, n int) bool {
	if len(c.text) > maxField {
		s.problems.Errorf(s.pos(c), "intake-long-field", s.name(n), maxField)
		return false
	}
	for i, r := range c.text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(c.text[i:]); size <= 1 {
				s.problems.Errorf(s.pos(c), "intake-not-utf8", s.name(n), c.text[i])
				return false
			}
		}
		if unseen(r) {
			s.problems.Errorf(s.pos(c), "intake-control", s.name(n), r)
			return false
		}
	}
	return true
}

// unseen reports control, direction and zero-width characters. A line end in a
// quoted cell is left to those who know what the column holds.
func unseen(r rune) bool {
	switch {
	case r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r == 0x061c, r == 0x200b, r == 0x200e, r == 0x200f, r == 0xfeff:
		return true
	}
	return r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

func (s *scanner) pos(c cell) diag.Pos {
	return diag.Pos{File: s.file, Line: int(c.line), Col: int(c.col)}
}

// name is what the header calls the n-th column, or its number.
func (s *scanner) name(n int) string {
	if n < len(s.names) {
		return s.names[n]
	}
	return number(n + 1)
}
