package toml

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
)

// errLost is the scanner's word for text that is no TOML. What is wrong with
// it is the library's to say.
var errLost = errors.New("not TOML")

// scanner walks a file once and notes where every key and value stands. It
// knows only as much grammar as that takes.
type scanner struct {
	file  string
	text  []byte
	off   int
	line  int
	mark  int // an offset in this line ...
	col   int // ... and its column, so that a long line is counted once
	keys  int
	root  *Node
	table *Node // the table that the present header opened

	problems *diag.List
}

// errReported ends the scan after the scanner itself reported the fault: a
// limit, or a key given twice (the library overlooks a = 2 after a.b = 1).
var errReported = errors.New("reported")

// scan returns the tree of positions. The strings in it are still raw; fill
// puts the library's values in.
func scan(file string, text []byte, problems *diag.List) (*Node, error) {
	root := &Node{Kind: Table, Pos: diag.Pos{File: file, Line: 1, Col: 1}}
	s := &scanner{file: file, text: text, line: 1, col: 1, root: root, table: root, problems: problems}
	for {
		s.skipBlank(true)
		if s.off >= len(s.text) {
			return root, nil
		}
		var err error
		if s.peek() == '[' {
			err = s.header()
		} else {
			err = s.pair(s.table, 0)
		}
		if err != nil {
			return root, err
		}
	}
}

func (s *scanner) peek() byte {
	if s.off < len(s.text) {
		return s.text[s.off]
	}
	return 0
}

func (s *scanner) pos() diag.Pos {
	s.col += utf8.RuneCount(s.text[s.mark:s.off])
	s.mark = s.off
	return diag.Pos{File: s.file, Line: s.line, Col: s.col}
}

// advance moves over n bytes and keeps count of the lines.
func (s *scanner) advance(n int) {
	for range n {
		if s.text[s.off] == '\n' {
			s.line, s.mark, s.col = s.line+1, s.off+1, 1
		}
		s.off++
	}
}

// skipBlank moves over spaces and comments, and over line ends if asked.
func (s *scanner) skipBlank(lines bool) {
	for s.off < len(s.text) {
		switch c := s.text[s.off]; {
		case c == ' ' || c == '\t' || lines && c == '\n':
			s.advance(1)
		case c == '#':
			end := bytes.IndexByte(s.text[s.off:], '\n')
			if end < 0 {
				end = len(s.text) - s.off
			}
			s.off += end
		default:
			return
		}
	}
}

// header reads [a.b] and [[a.b]].
func (s *scanner) header() error {
	pos := s.pos()
	double := bytes.HasPrefix(s.text[s.off:], []byte("[["))
	open := 1
	if double {
		open = 2
	}
	s.advance(open)
	parts, err := s.dottedKey()
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(s.text[s.off:], []byte("]]"[:open])) {
		return errLost
	}
	s.advance(open)
	at := s.root
	for i, p := range parts {
		last := i == len(parts)-1
		if last && double {
			at = appendTable(at, p, pos)
		} else {
			at = s.step(at, p, pos)
		}
		if at == nil {
			return errLost
		}
	}
	if at.explicit && !double {
		s.problems.Errorf(pos, "toml-duplicate", joined(parts))
		return errReported
	}
	at.explicit = true
	if !double {
		at.Pos = pos
	}
	s.table = at
	return s.endOfLine()
}

// keyPart is one part of a dotted key.
type keyPart struct {
	name string
	pos  diag.Pos
}

func joined(parts []keyPart) string {
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = p.name
	}
	return strings.Join(names, ".")
}

// step goes to the table that a key part names and makes it where needed.
func (s *scanner) step(at *Node, part keyPart, header diag.Pos) *Node {
	child := at.Get(part.name)
	if child == nil {
		child = &Node{Kind: Table, Pos: header, KeyPos: part.pos}
		at.set(part.name, child)
	}
	if child.Kind == Array && len(child.Items) > 0 {
		child = child.Items[len(child.Items)-1]
	}
	if child.Kind != Table {
		return nil
	}
	return child
}

func appendTable(at *Node, part keyPart, pos diag.Pos) *Node {
	list := at.Get(part.name)
	if list == nil {
		list = &Node{Kind: Array, Pos: pos, KeyPos: part.pos}
		at.set(part.name, list)
	}
	if list.Kind != Array {
		return nil
	}
	child := &Node{Kind: Table, Pos: pos, KeyPos: part.pos}
	list.Items = append(list.Items, child)
	return child
}

// pair reads key = value into a table. Inside braces nothing but the pair is
// read; at the top level the line must end after it.
func (s *scanner) pair(at *Node, depth int) error {
	parts, err := s.dottedKey()
	if err != nil {
		return err
	}
	if s.peek() != '=' {
		return errLost
	}
	s.advance(1)
	s.skipBlank(false)
	for _, p := range parts[:len(parts)-1] {
		made := at.Get(p.name) == nil
		if at = s.step(at, p, p.pos); at == nil {
			return errLost
		}
		at.explicit = at.explicit || made // no [header] may open it again
	}
	value, err := s.value(depth)
	if err != nil {
		return err
	}
	name := parts[len(parts)-1]
	if at.Get(name.name) != nil {
		s.problems.Errorf(name.pos, "toml-duplicate", joined(parts))
		return errReported
	}
	value.KeyPos = name.pos
	at.set(name.name, value)
	if depth > 0 {
		return nil
	}
	return s.endOfLine()
}

func (s *scanner) endOfLine() error {
	s.skipBlank(false)
	if s.off < len(s.text) && s.peek() != '\n' {
		return errLost
	}
	return nil
}

// dottedKey reads a.b."c d" and the blanks around it.
func (s *scanner) dottedKey() ([]keyPart, error) {
	var parts []keyPart
	for {
		s.skipBlank(false)
		part := keyPart{pos: s.pos()}
		switch c := s.peek(); {
		case c == '"' || c == '\'':
			raw, err := s.quoted()
			if err != nil {
				return nil, err
			}
			part.name = unquote(raw)
		default:
			from := s.off
			for s.off < len(s.text) && isBare(s.text[s.off]) {
				s.off++
			}
			if from == s.off {
				return nil, errLost
			}
			part.name = string(s.text[from:s.off])
		}
		parts = append(parts, part)
		if len(parts) > maxDepth {
			s.problems.Errorf(parts[0].pos, "toml-too-deep", maxDepth)
			return nil, errReported
		}
		if err := s.count(part.pos); err != nil {
			return nil, err
		}
		s.skipBlank(false)
		if s.peek() != '.' {
			return parts, nil
		}
		s.advance(1)
	}
}

// count holds a file to maxKeys: keys, the parts of dotted ones and of headers,
// and the items of arrays.
func (s *scanner) count(pos diag.Pos) error {
	if s.keys++; s.keys > maxKeys {
		s.problems.Errorf(pos, "toml-too-many-keys", maxKeys)
		return errReported
	}
	return nil
}

func isBare(c byte) bool {
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// value reads any value.
func (s *scanner) value(depth int) (*Node, error) {
	n := &Node{Pos: s.pos()}
	if depth > maxDepth {
		s.problems.Errorf(n.Pos, "toml-too-deep", maxDepth)
		return nil, errReported
	}
	var err error
	switch s.peek() {
	case '"', '\'':
		n.Kind = String
		n.Text, err = s.quoted()
	case '[':
		n.Kind = Array
		err = s.array(n, depth)
	case '{':
		n.Kind, n.explicit = Table, true
		err = s.inlineTable(n, depth)
	default:
		err = s.scalar(n)
	}
	return n, err
}

func (s *scanner) array(n *Node, depth int) error {
	s.advance(1)
	for {
		s.skipBlank(true)
		if s.peek() == ']' {
			s.advance(1)
			return nil
		}
		item, err := s.value(depth + 1)
		if err != nil {
			return err
		}
		if err := s.count(item.Pos); err != nil {
			return err
		}
		n.Items = append(n.Items, item)
		s.skipBlank(true)
		if s.peek() == ',' {
			s.advance(1)
		} else if s.peek() != ']' {
			return errLost
		}
	}
}

func (s *scanner) inlineTable(n *Node, depth int) error {
	s.advance(1)
	for {
		s.skipBlank(true)
		if s.peek() == '}' {
			s.advance(1)
			return nil
		}
		if err := s.pair(n, depth+1); err != nil {
			return err
		}
		s.skipBlank(true)
		if s.peek() == ',' {
			s.advance(1)
		} else if s.peek() != '}' {
			return errLost
		}
	}
}

// scalar reads a number, a date or a truth value: all up to the next mark.
func (s *scanner) scalar(n *Node) error {
	from := s.off
	for s.off < len(s.text) && !strings.ContainsRune(",]}#\n", rune(s.text[s.off])) {
		s.off++
	}
	n.Text = strings.TrimRight(string(s.text[from:s.off]), " \t")
	n.Kind = scalarKind(n.Text)
	if n.Text == "" {
		return errLost
	}
	return nil
}

func scalarKind(text string) Kind {
	switch {
	case text == "true" || text == "false":
		return Bool
	case strings.HasPrefix(text, "0x") || strings.HasPrefix(text, "0o") || strings.HasPrefix(text, "0b"):
		return Integer
	case strings.Contains(text, ":") || len(text) >= 10 && text[4] == '-' && text[7] == '-':
		return Date
	case strings.ContainsAny(text, ".eE") || strings.HasSuffix(text, "inf") || strings.HasSuffix(text, "nan"):
		return Float
	}
	return Integer
}

// quoted moves over a string of any sort and returns it as written.
func (s *scanner) quoted() (string, error) {
	quote := s.peek()
	fence := bytes.Repeat([]byte{quote}, 3)
	from := s.off
	if !bytes.HasPrefix(s.text[s.off:], fence) {
		fence = fence[:1]
	}
	s.advance(len(fence))
	for s.off < len(s.text) {
		switch {
		case s.text[s.off] == '\\' && quote == '"':
			s.advance(min(2, len(s.text)-s.off))
		case s.text[s.off] == '\n' && len(fence) == 1:
			return "", errLost
		case bytes.HasPrefix(s.text[s.off:], fence):
			s.advance(len(fence))
			for extra := 0; len(fence) == 3 && extra < 2 && s.peek() == quote; extra++ {
				s.advance(1) // """" ends a string that itself ends in quotes
			}
			return string(s.text[from:s.off]), nil
		default:
			s.advance(1)
		}
	}
	return "", errLost
}
