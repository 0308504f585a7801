package toml

import (
	"reflect"
	"strings"
	"sync"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// Decode fills a struct from a table and reports every fault: unknown keys with
// the nearest known one, missing required keys, values of the wrong type. Keys
// are matched exactly. Fields are of this package's types (Str, Int, Dec, Flag,
// Day, List, Keyed) or structs of such, and carry a tag
//
//	Nama Str `toml:"nama,required"`
//	Rest Keyed[Int] `toml:",rest"`     every key that no other field names
//
// The same tags make the JSON Schemas, so that editors and the program agree.
func Decode(n *Node, target any, problems *diag.List) {
	decodeStruct(n, reflect.ValueOf(target).Elem(), problems)
}

// decoder is what the field types know: to take a node.
type decoder interface {
	decode(n *Node, problems *diag.List)
}

type field struct {
	index    int
	name     string
	required bool
	rest     bool
}

var fieldsOf sync.Map // reflect.Type to []field

func fields(t reflect.Type) []field {
	if known, ok := fieldsOf.Load(t); ok {
		return known.([]field)
	}
	var out []field
	for i := range t.NumField() {
		tag, ok := t.Field(i).Tag.Lookup("toml")
		if !ok {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		out = append(out, field{i, name, strings.Contains(options, "required"), strings.Contains(options, "rest")})
	}
	fieldsOf.Store(t, out)
	return out
}

func decodeStruct(n *Node, target reflect.Value, problems *diag.List) {
	if !expect(n, Table, problems) {
		return
	}
	rest := &Node{Kind: Table, Pos: n.Pos, KeyPos: n.KeyPos}
	all := fields(target.Type())
	for _, key := range n.Keys {
		if !named(all, key) {
			rest.set(key, n.children[key])
		}
	}
	for _, f := range all {
		switch child := n.Get(f.name); {
		case f.rest:
			decodeValue(rest, target.Field(f.index), problems)
			rest = nil
		case child != nil:
			decodeValue(child, target.Field(f.index), problems)
			expectText(target.Field(f.index), f, problems)
		case f.required && isTable(target.Field(f.index)):
			problems.Errorf(n.Pos, "toml-missing-table", f.name)
		case f.required:
			problems.Errorf(n.Pos, "toml-missing-key", f.name)
		}
	}
	if rest != nil {
		unknownKeys(rest, all, problems)
	}
}

// isTable reports whether a field is written as a part of the file, not as a
// line: a struct of this package's types, or Keyed.
func isTable(field reflect.Value) bool {
	if _, leaf := field.Addr().Interface().(decoder); !leaf {
		return true
	}
	_, keyed := field.Addr().Interface().(interface{ keyed() })
	return keyed
}

// expectText reports a text in which there is nothing to read: a required one that is
// empty, and any that holds only what nobody sees.
func expectText(value reflect.Value, f field, problems *diag.List) {
	s, ok := value.Addr().Interface().(*Str)
	if ok && s.Given && !lang.Readable(s.Value) && (f.required || s.Value != "") {
		problems.Errorf(s.Pos, "toml-empty-text", f.name)
	}
}

func named(all []field, key string) bool {
	for _, f := range all {
		if f.name == key && !f.rest {
			return true
		}
	}
	return false
}

func unknownKeys(rest *Node, all []field, problems *diag.List) {
	var names []string
	for _, f := range all {
		names = append(names, f.name)
	}
	for _, key := range rest.Keys {
		pos := rest.children[key].KeyPos
		if utf8.RuneCountInString(key) > maxKey {
			problems.Errorf(pos, "toml-key-too-long")
			continue
		}
		if near := diag.Nearest(key, names); near != "" {
			problems.Errorf(pos, "toml-unknown-key-near", key, near)
			continue
		}
		problems.Errorf(pos, "toml-unknown-key", key, strings.Join(names, ", "))
	}
}

func decodeValue(n *Node, target reflect.Value, problems *diag.List) {
	if target.Kind() == reflect.Pointer { // an optional table
		target.Set(reflect.New(target.Type().Elem()))
		target = target.Elem()
	}
	if d, ok := target.Addr().Interface().(decoder); ok {
		d.decode(n, problems)
		return
	}
	decodeStruct(n, target, problems)
}

// expect reports a value of another kind than wanted.
func expect(n *Node, want Kind, problems *diag.List) bool {
	if n.Kind == want {
		return true
	}
	switch {
	case want == Table && n.Kind == Array:
		problems.Errorf(n.Pos, "toml-array-of-tables")
	case n.Kind == String && (want == Integer || want == Float):
		problems.Errorf(n.Pos, "toml-text-for-number", n.Text)
	default:
		problems.Errorf(n.Pos, wanted[want])
	}
	return false
}

// wanted is the message about a value of another kind, by the kind that belongs
// there: it says how to write that one.
var wanted = map[Kind]string{
	Table: "toml-want-table", Array: "toml-want-list", String: "toml-want-text", Integer: "toml-want-integer",
	Float: "toml-want-number", Bool: "toml-want-flag", Date: "toml-want-day",
}
