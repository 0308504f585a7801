// Package schema makes JSON Schemas of the TOML files of a portal, from the very
// structs that the loader decodes them into. Editors with a TOML plug-in (Even
// Better TOML and others that build on taplo) complete keys and check files with
// them while people type; draft 7 is the newest that taplo knows.
//
// A schema never refuses what the loader takes. It refuses what has the wrong
// shape: unknown keys, missing ones, values of another type, words that are
// none of a list. What needs more than one value to judge (weights that do not
// add up) is the loader's and the check's.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"reflect"

	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/toml"
)

// File is one schema.
type File struct {
	Path    string   // where it is published: skema/toml/portal.json
	Globs   []string // the data files that it is for, below the data folder
	Content []byte
}

// Folder is where schemas of TOML files are published, below the site's root.
const Folder = "skema/toml"

// Files makes every schema. The same program gives the same bytes.
func Files() ([]File, error) {
	var out []File
	for _, kind := range load.FileKinds() {
		m := maker{kind: kind.ID}
		root := append(object{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", titles[kind.ID]}}, m.table(kind.Type, kind.ID)...)
		var b bytes.Buffer
		encoder := json.NewEncoder(&b)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(root); err != nil {
			return nil, fmt.Errorf("schema of %s: %w", kind.ID, err)
		}
		out = append(out, File{path.Join(Folder, kind.ID+".json"), kind.Globs, b.Bytes()})
	}
	return out, nil
}

// Kind finds the sort of a data file by its path below the data folder; "" where
// it is none.
func Kind(name string) string {
	for _, kind := range load.FileKinds() {
		for _, glob := range kind.Globs {
			if ok, err := path.Match(glob, name); ok && err == nil {
				return kind.ID
			}
		}
	}
	return ""
}

// object is a JSON object that keeps the order of its members: editors offer
// keys in the order of the format.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(m.key)
		if err != nil {
			return nil, err
		}
		var value bytes.Buffer
		encoder := json.NewEncoder(&value)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(m.value); err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value.Bytes())
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// maker makes one schema. A place is the way to a value from the kind of its
// file, with * for a key that the editor chose: penilaian.tingkat.*.
type maker struct{ kind string }

// value is the schema of a value.
func (m *maker) value(t reflect.Type, place string) object {
	shape, holds := toml.ShapeOf(t)
	var out object
	switch shape {
	case toml.ShapeText:
		out = object{{"type", "string"}, {"maxLength", toml.MaxText}}
	case toml.ShapeInteger:
		out = object{{"type", "integer"}}
	case toml.ShapeDecimal:
		out = object{{"type", "number"}}
	case toml.ShapeFlag:
		out = object{{"type", "boolean"}}
	case toml.ShapeDay:
		out = object{{"type", "string"}, {"format", "date"}}
	case toml.ShapeAny:
		out = object{{"type", []string{"number", "string"}}}
	case toml.ShapeList:
		out = object{{"type", "array"}, {"items", m.value(holds, place+".*")}}
	case toml.ShapeKeyed:
		out = object{{"type", "object"}, {"propertyNames", m.names(place)}, {"additionalProperties", m.value(holds, place+".*")}}
	default:
		out = m.table(holds, place)
	}
	out = append(out, rules[place]...)
	if text := describe(place); text != "" {
		out = append(object{{"description", text}}, out...)
	}
	return out
}

// names limits the keys that an editor chooses.
func (m *maker) names(place string) object {
	return append(object{{"maxLength", 100}}, keyRules[place]...)
}

// table is the schema of a table whose keys the format knows.
func (m *maker) table(t reflect.Type, place string) object {
	var properties object
	required := []string{}
	var rest any = false
	for _, f := range toml.Fields(t) {
		if f.Rest {
			_, holds := toml.ShapeOf(f.Type)
			rest = m.value(holds, place+".*")
			continue
		}
		value := m.value(f.Type, place+"."+f.Name)
		if f.Required {
			required = append(required, f.Name)
			if shape, _ := toml.ShapeOf(f.Type); shape == toml.ShapeText {
				value = append(value, member{"pattern", `\S`})
			}
		}
		properties = append(properties, member{f.Name, value})
	}
	return object{{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", rest}}
}
