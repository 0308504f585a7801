package toml

import "reflect"

// Shape is what a type of this package looks like in a file. Schemas are made
// from it, so that what editors are told is what Decode does.
type Shape int

// The shapes.
const (
	ShapeText    Shape = iota // Str
	ShapeInteger              // Int
	ShapeDecimal              // Dec: a whole number is one too
	ShapeFlag                 // Flag
	ShapeDay                  // Day
	ShapeAny                  // Any: a number or a text
	ShapeList                 // List: of one type
	ShapeKeyed                // Keyed: keys that the editor chose, values of one type
	ShapeTable                // a struct: keys that the format knows
)

// Field is a key of a table that the format knows.
type Field struct {
	Name     string
	Required bool
	Rest     bool // not one key: all that no other field names; its type is ShapeKeyed
	Type     reflect.Type
}

// Fields lists the keys of a struct as Decode takes them.
func Fields(t reflect.Type) []Field {
	var out []Field
	for _, f := range fields(t) {
		out = append(out, Field{f.name, f.required, f.rest, t.Field(f.index).Type})
	}
	return out
}

var leafShapes = map[reflect.Type]Shape{
	reflect.TypeFor[Str](): ShapeText, reflect.TypeFor[Int](): ShapeInteger, reflect.TypeFor[Dec](): ShapeDecimal,
	reflect.TypeFor[Flag](): ShapeFlag, reflect.TypeFor[Day](): ShapeDay, reflect.TypeFor[Any](): ShapeAny,
}

// ShapeOf tells how values of a type are written, and the type of what they
// hold: of a list's items, of a keyed table's values, of a table itself.
func ShapeOf(t reflect.Type) (shape Shape, holds reflect.Type) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if s, leaf := leafShapes[t]; leaf {
		return s, nil
	}
	if _, keyed := reflect.New(t).Interface().(interface{ keyed() }); keyed {
		entries, _ := t.FieldByName("Entries")
		value, _ := entries.Type.Elem().FieldByName("Value")
		return ShapeKeyed, value.Type
	}
	if _, list := reflect.New(t).Interface().(decoder); list {
		items, _ := t.FieldByName("Items")
		return ShapeList, items.Type.Elem()
	}
	return ShapeTable, t
}
