package toml

import (
	"errors"
	"strings"

	"github.com/BurntSushi/toml"

	"rapor/cmd/rapor/internal/diag"
)

// Parse reads one file. file is the name for messages. The tree is nil when
// the text is no TOML; a syntax error ends its own file only.
func Parse(file string, src []byte) (*Node, diag.List) {
	var problems diag.List
	if len(src) > MaxSize {
		problems.Errorf(diag.Pos{File: file}, "toml-too-large", len(src), MaxSize)
		return nil, problems
	}
	text, ok := Normal(file, src, &problems)
	if !ok {
		return nil, problems
	}
	return parseText(file, text, &problems), problems
}

func parseText(file string, text []byte, problems *diag.List) *Node {
	root, err := scan(file, text, problems)
	if errors.Is(err, errReported) {
		return nil
	}
	if err == nil && plain(text) {
		unquoteAll(root)
		return root
	}
	return decodeText(file, text, root, err, problems)
}

// decodeText has the library read a text that was scanned, with what the
// scanner said of it.
func decodeText(file string, text []byte, root *Node, err error, problems *diag.List) *Node {
	var values map[string]any
	if _, libErr := toml.Decode(string(text), &values); libErr != nil {
		syntaxProblem(file, text, libErr, problems)
		return nil
	}
	if err != nil { // the library accepts what the scanner does not know
		problems.Errorf(diag.Pos{File: file, Line: root.Pos.Line}, "toml-syntax", err.Error())
		return nil
	}
	fill(root, values)
	return root
}

// fill puts the library's decoded strings into the tree of positions.
func fill(n *Node, value any) {
	switch v := value.(type) {
	case map[string]any:
		for _, key := range n.Keys {
			fill(n.children[key], v[key])
		}
	case []any:
		for i, item := range v {
			if i < len(n.Items) {
				fill(n.Items[i], item)
			}
		}
	case []map[string]any:
		for i, item := range v {
			if i < len(n.Items) {
				fill(n.Items[i], item)
			}
		}
	case string:
		n.Text = v
	}
}

// unquote decodes a quoted key. Where it holds an escape the library does it, as
// for values.
func unquote(raw string) string {
	if raw[0] == '\'' || strings.IndexByte(raw, '\\') < 0 {
		return raw[1 : len(raw)-1]
	}
	var v struct{ K string }
	if _, err := toml.Decode("K = "+raw, &v); err != nil {
		return raw
	}
	return v.K
}
