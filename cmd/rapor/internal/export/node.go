package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
)

// node is a value of a JSON file with its place, so that a wrong number can be
// pointed at.
type node struct {
	kind    nodeKind
	text    string // of a text, a number (its own digits), true or false
	keys    []string
	members map[string]*node
	items   []*node
	pos     diag.Pos
}

type nodeKind int

const (
	nullNode nodeKind = iota
	objectNode
	listNode
	textNode
	numberNode
	flagNode
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

// parse reads one JSON text. file is its name in messages.
func parse(file string, src []byte) (*node, diag.List) {
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
		problems.Errorf(p.pos, "export-json", strings.TrimPrefix(err.Error(), "json: "))
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

func (p *parser) value(depth int) (*node, error) {
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
func (p *parser) rest(token json.Token, depth int) (*node, error) {
	n := &node{pos: p.pos}
	switch v := token.(type) {
	case string:
		n.kind, n.text = textNode, v
	case json.Number:
		n.kind, n.text = numberNode, v.String()
	case bool:
		n.kind, n.text = flagNode, fmt.Sprint(v)
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

func (p *parser) list(n *node, depth int) error {
	n.kind = listNode
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
		n.items = append(n.items, item)
	}
}

// object refuses a key that stands twice: some readers take the first value and
// some the last.
func (p *parser) object(n *node, depth int) error {
	n.kind, n.members = objectNode, map[string]*node{}
	for {
		token, err := p.token()
		if err != nil {
			return err
		}
		key, isKey := token.(string)
		if !isKey {
			return nil
		}
		if _, known := n.members[key]; known {
			return errTwice
		}
		value, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.keys = append(n.keys, key)
		n.members[key] = value
	}
}

// get returns a member; nil where there is none, where it is null, and where n
// is no object.
func (n *node) get(key string) *node {
	if n == nil || n.members[key] == nil || n.members[key].kind == nullNode {
		return nil
	}
	return n.members[key]
}
