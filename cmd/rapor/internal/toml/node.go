// Package toml reads TOML files with the position of every key and value. It
// owns the BurntSushi/toml library and works around what that cannot do: sizes
// and nesting are checked before the library sees a file (it takes minutes on
// hostile ones), and a scanner of our own records where everything stands (the
// library's positions are wrong or missing for table headers, inline tables and
// array elements). Values come from the library, positions and the exact text
// of numbers from the scanner.
package toml

import "rapor/cmd/rapor/internal/diag"

// Kind is the type of a TOML value.
type Kind int

// The kinds of values. Date covers TOML's dates, times and date-times.
const (
	Table Kind = iota
	Array
	String
	Integer
	Float
	Bool
	Date
)

// Node is one value of a file.
type Node struct {
	Kind   Kind
	Pos    diag.Pos // of the value; of its header for a [table]
	KeyPos diag.Pos // of the key that names it
	Text   string   // String: the decoded text; otherwise as written in the file
	Keys   []string // Table: the keys in the file's order
	Items  []*Node  // Array

	children map[string]*Node
	explicit bool // a table that has its own [header] or { }
}

// Get returns the value of a table's key, or nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	return n.children[key]
}

func (n *Node) set(key string, child *Node) {
	if n.children == nil {
		n.children = map[string]*Node{}
	}
	if _, known := n.children[key]; !known {
		n.Keys = append(n.Keys, key)
	}
	n.children[key] = child
}
