// Package export writes what machines read: the JSON of institutions,
// assessments and instruments (see `rapor help api`), and the files that speak to
// hosts. It also reads that JSON back, so that whoever has a copy of a site can
// compute every number anew. Figures are JSON numbers with two decimals,
// rounded half up once; ids and bands are slugs; what does not apply is null or
// absent, never 0. Objects keep the order of the instrument, so the same data
// always give the same bytes.
package export

import (
	"bytes"
	"encoding/json"
	"strconv"

	"rapor/cmd/rapor/internal/maturity"
)

// number is a decimal number with a fixed count of decimals, written without a
// float in between.
type number struct {
	value  int64
	places int
}

// MarshalJSON writes 3.70 for {370, 2}.
func (n number) MarshalJSON() ([]byte, error) {
	return n.append(nil), nil
}

func hundredths(v maturity.Hundredths) number { return number{int64(v), 2} }

// trimmed drops zeros at the end, down to two decimals.
func (n number) trimmed() number {
	for n.places > 2 && n.value%10 == 0 {
		n.value, n.places = n.value/10, n.places-1
	}
	return n
}

// rounded is an exact value as it is published: two decimals, half up.
func rounded(x maturity.Index) number { return number{x.Decimal(2), 2} }

// level is a maturity level: 3, or 2.75 on a scale with decimals.
func level(l maturity.Level) number { return short(l.Hundredths()) }

// short is a value of the scale: 1, or 0.01.
func short(v maturity.Hundredths) number {
	if v%100 == 0 {
		return number{int64(v / 100), 0}
	}
	return hundredths(v)
}

// object is a JSON object whose keys keep their order.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) { return o.append(make([]byte, 0, 32*len(o)+2)) }

func (o object) append(b []byte) ([]byte, error) {
	b = append(b, '{')
	for i, m := range o {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(strconv.AppendQuote(b, m.key), ':')
		var err error
		switch v := m.value.(type) { // the commonest, without the encoder's detour
		case number:
			b = v.append(b)
		case object:
			b, err = v.append(b)
		case nil:
			b = append(b, "null"...)
		default:
			var value []byte
			value, err = json.Marshal(v)
			b = append(b, value...)
		}
		if err != nil {
			return nil, err
		}
	}
	return append(b, '}'), nil
}

// optional turns an empty string into null.
func optional(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// file ends a document the way text files end.
func file(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetIndent("", " ")
	err := encoder.Encode(v)
	return b.Bytes(), err
}
