// Package jsontext reads JSON with the place of every value, its size and its
// nesting checked: the data that a built site publishes, and the record of what
// changed. Numbers keep their own digits, so that no float touches a figure.
package jsontext

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
)

// Node is a value of a JSON file with its place, so that a wrong number can be
// pointed at.
type Node struct {
	Kind    Kind
	Text    string           // of a text, a number (its own digits), true or false
	Keys    []string         // of an object, in the file's order
	Members map[string]*Node // of an object
	Items   []*Node          // of a list
	Pos     diag.Pos
}

// Kind is the type of a value.
type Kind int

// The kinds of values.
const (
	Null Kind = iota
	Object
	List
	Text
	Number
	Flag
)

// maxDepth is far more than any file of this program has. Without it a file of
// brackets alone would exhaust the stack.
const maxDepth = 32

// maxLine is where columns are no longer counted, in bytes: the files of this
// program have short lines, and counting along a long one takes ever longer.
const maxLine = 10_000

var (
	errDeep  = errors.New("nested too deep")
	errTwice = errors.New("the key stands twice")
)

// Parse reads one JSON text; nil after a problem. file is its name in messages.
func Parse(file string, src []byte) (*Node, diag.List) {
	var problems diag.List
	p := parser{file: file, src: src, decoder: json.NewDecoder(bytes.NewReader(src)), line: 1}
	p.decoder.UseNumber()
	root, err := p.value(0)
	if err == nil {
		if _, end := p.decoder.Token(); end != io.EOF {
			err = errors.New("more than one value")
		}
	}
	if err != nil {
		problems.Errorf(p.pos, "jsontext-syntax", strings.TrimPrefix(err.Error(), "json: "))
		return nil, problems
	}
	return root, problems
}

type parser struct {
	file    string
	src     []byte
	decoder *json.Decoder
	at      int // in src, up to where lines are counted
	line    int
	start   int // of the line in src
	pos     diag.Pos
}

// token reads the next token and notes where it begins.
func (p *parser) token() (json.Token, error) {
	begin := int(p.decoder.InputOffset())
	for begin < len(p.src) && strings.IndexByte(" \t\r\n,:", p.src[begin]) >= 0 {
		begin++
	}
	for ; p.at < begin; p.at++ {
		if p.src[p.at] == '\n' {
			p.line, p.start = p.line+1, p.at+1
		}
	}
	p.pos = diag.Pos{File: p.file, Line: p.line}
	if before := p.src[p.start:begin]; len(before) < maxLine {
		p.pos.Col = utf8.RuneCount(before) + 1
	}
	return p.decoder.Token()
}

func (p *parser) value(depth int) (*Node, error) {
	token, err := p.token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return nil, err
	}
	return p.rest(token, depth)
}

// rest makes the value that a token begins.
func (p *parser) rest(token json.Token, depth int) (*Node, error) {
	n := &Node{Pos: p.pos}
	switch v := token.(type) {
	case string:
		n.Kind, n.Text = Text, v
	case json.Number:
		n.Kind, n.Text = Number, v.String()
	case bool:
		n.Kind, n.Text = Flag, fmt.Sprint(v)
	case json.Delim:
		if depth == maxDepth {
			return nil, errDeep
		}
		if v == '[' {
			return n, p.list(n, depth)
		}
		return n, p.object(n, depth)
	}
	return n, nil
}

func (p *parser) list(n *Node, depth int) error {
	n.Kind = List
	for {
		token, err := p.token()
		if err != nil {
			return err
		}
		if token == json.Delim(']') {
			return nil
		}
		item, err := p.rest(token, depth+1)
		if err != nil {
			return err
		}
		n.Items = append(n.Items, item)
	}
}

// object refuses a key that stands twice: some readers take the first value and
// some the last.
func (p *parser) object(n *Node, depth int) error {
	n.Kind, n.Members = Object, map[string]*Node{}
	for {
		token, err := p.token()
		if err != nil {
			return err
		}
		key, isKey := token.(string)
		if !isKey {
			return nil
		}
		if _, known := n.Members[key]; known {
			return errTwice
		}
		value, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.Keys = append(n.Keys, key)
		n.Members[key] = value
	}
}

// Get returns a member; nil where there is none, where it is null, and where n
// is no object.
func (n *Node) Get(key string) *Node {
	if n == nil || n.Members[key] == nil || n.Members[key].Kind == Null {
		return nil
	}
	return n.Members[key]
}

// Shown is a value as messages print it; of a list or an object what it holds.
func (n *Node) Shown() string {
	switch n.Kind {
	case Object:
		return "{" + strings.Join(n.Keys, ", ") + "}"
	case List:
		return "[" + strconv.Itoa(len(n.Items)) + "]"
	}
	return n.Text
}
