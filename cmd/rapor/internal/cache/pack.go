package cache

import (
	"fmt"
	"reflect"
	"sync"
)

// Pack writes a value of plain types as bytes: numbers, flags and texts, and
// structs, pointers, slices and maps of them, all fields exported. A text that
// comes again is written once. It panics where a type is none of these: a mistake
// of the program.
func Pack(v any) []byte {
	value := reflect.ValueOf(v)
	p := &packer{texts: map[string]int{}}
	formOf(value.Type()).pack(p, value)
	return p.out
}

// Unpack reads what Pack wrote of a value into another of the same type; false
// where it is cut short. Texts are parts of packed and keep it alive.
func Unpack(packed string, into any) bool {
	value := reflect.ValueOf(into).Elem()
	u := &unpacker{reader: reader{rest: packed}}
	formOf(value.Type()).unpack(u, value)
	return !u.cut && u.rest == ""
}

type packer struct {
	writer
	texts map[string]int // places of those that were written, from 1
}

type unpacker struct {
	reader
	texts []string
}

// form is how values of a type are packed.
type form struct {
	pack   func(*packer, reflect.Value)
	unpack func(*unpacker, reflect.Value)
}

var forms sync.Map // by type

func formOf(t reflect.Type) *form {
	if known, ok := forms.Load(t); ok {
		return known.(*form)
	}
	f := newForm(t)
	known, _ := forms.LoadOrStore(t, f)
	return known.(*form)
}

func newForm(t reflect.Type) *form {
	switch t.Kind() {
	case reflect.Bool:
		return &form{func(p *packer, v reflect.Value) { p.count(map[bool]int{true: 1}[v.Bool()]) },
			func(u *unpacker, v reflect.Value) { v.SetBool(u.count() == 1) }}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return &form{func(p *packer, v reflect.Value) { p.number(v.Int()) }, func(u *unpacker, v reflect.Value) { v.SetInt(u.number()) }}
	case reflect.Uint8:
		return &form{func(p *packer, v reflect.Value) { p.count(int(v.Uint())) }, func(u *unpacker, v reflect.Value) { v.SetUint(u.inode()) }}
	case reflect.String:
		return &form{(*packer).word, (*unpacker).word}
	case reflect.Pointer:
		return pointerForm(formOf(t.Elem()), t)
	case reflect.Slice:
		return sliceForm(formOf(t.Elem()), t)
	case reflect.Array:
		return arrayForm(formOf(t.Elem()))
	case reflect.Map:
		return mapForm(formOf(t.Key()), formOf(t.Elem()), t)
	case reflect.Struct:
		return structForm(t)
	}
	panic(fmt.Sprintf("cache: a %s cannot be packed", t))
}

// word writes the place of a text that was written before, or 0 and the text.
func (p *packer) word(v reflect.Value) {
	s := v.String()
	place := p.texts[s]
	p.count(place)
	if place == 0 {
		p.texts[s] = len(p.texts) + 1
		p.text(s)
	}
}

func (u *unpacker) word(v reflect.Value) {
	place := int(u.inode())
	if place == 0 {
		u.texts = append(u.texts, u.text())
		place = len(u.texts)
	}
	if place < 0 || place > len(u.texts) {
		u.rest, u.cut = "", true
		return
	}
	v.SetString(u.texts[place-1])
}

func pointerForm(inner *form, t reflect.Type) *form {
	return &form{
		func(p *packer, v reflect.Value) {
			if v.IsNil() {
				p.count(0)
				return
			}
			p.count(1)
			inner.pack(p, v.Elem())
		},
		func(u *unpacker, v reflect.Value) {
			if u.count() == 1 {
				v.Set(reflect.New(t.Elem()))
				inner.unpack(u, v.Elem())
			}
		}}
}

// sliceForm tells nil from empty, as mapForm does.
func sliceForm(inner *form, t reflect.Type) *form {
	items := arrayForm(inner)
	return &form{
		func(p *packer, v reflect.Value) {
			if v.IsNil() {
				p.count(0)
				return
			}
			p.count(v.Len() + 1)
			items.pack(p, v)
		},
		func(u *unpacker, v reflect.Value) {
			n := u.count()
			if n == 0 {
				return
			}
			v.Set(reflect.MakeSlice(t, n-1, n-1))
			items.unpack(u, v)
		}}
}

func arrayForm(inner *form) *form {
	return &form{
		func(p *packer, v reflect.Value) {
			for i := range v.Len() {
				inner.pack(p, v.Index(i))
			}
		},
		func(u *unpacker, v reflect.Value) {
			for i := range v.Len() {
				inner.unpack(u, v.Index(i))
			}
		}}
}

func mapForm(key, value *form, t reflect.Type) *form {
	return &form{
		func(p *packer, v reflect.Value) {
			if v.IsNil() {
				p.count(0)
				return
			}
			p.count(v.Len() + 1)
			for each := v.MapRange(); each.Next(); {
				key.pack(p, each.Key())
				value.pack(p, each.Value())
			}
		},
		func(u *unpacker, v reflect.Value) {
			n := u.count()
			if n == 0 {
				return
			}
			v.Set(reflect.MakeMapWithSize(t, n-1))
			for range n - 1 {
				k, e := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
				key.unpack(u, k)
				value.unpack(u, e)
				v.SetMapIndex(k, e)
			}
		}}
}

func structForm(t reflect.Type) *form {
	fields := make([]*form, t.NumField())
	for i := range fields {
		if !t.Field(i).IsExported() {
			panic(fmt.Sprintf("cache: field %s of a %s cannot be packed", t.Field(i).Name, t))
		}
		fields[i] = formOf(t.Field(i).Type)
	}
	return &form{
		func(p *packer, v reflect.Value) {
			for i, f := range fields {
				f.pack(p, v.Field(i))
			}
		},
		func(u *unpacker, v reflect.Value) {
			for i, f := range fields {
				f.unpack(u, v.Field(i))
			}
		}}
}
