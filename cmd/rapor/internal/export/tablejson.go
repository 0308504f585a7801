package export

import (
	"cmp"
	"encoding/json"
	"iter"
	"strconv"
)

// jsonForm writes a table as one object: what it is, its columns, and a row to a
// line. A row is an object with the names of the columns; what has no value is
// absent.
func jsonForm(t *Table, head object) form {
	keys := make([][]byte, len(t.Columns))
	for i, c := range t.Columns {
		keys[i] = append(appendQuoted(nil, c.Name), ':')
	}
	return form{
		head: func(out *lines) { jsonHead(out, t.Columns, head) },
		rows: func(out *lines, rows iter.Seq[[]Cell]) {
			between := ""
			for row := range rows {
				out.text = appendRow(append(append(out.text, between...), "\n  "...), keys, row)
				out.next()
				between = ","
			}
		},
		between: ",",
		end:     "\n ]\n}\n",
	}
}

func jsonHead(out *lines, columns []Column, head object) {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	out.text = append(out.text, '{')
	for _, m := range append(head, member{"kolom", names}) {
		if err := writeMember(out, "\n ", m); err != nil {
			out.err = cmp.Or(out.err, err)
		}
		out.text = append(out.text, ',')
	}
	out.text = append(out.text, "\n \"baris\": ["...)
}

func appendRow(text []byte, keys [][]byte, row []Cell) []byte {
	mark := byte('{')
	for i := range row {
		c := &row[i]
		if c.kind == cellEmpty {
			continue
		}
		text = append(append(text, mark), keys[i]...)
		mark = ','
		switch c.kind {
		case cellText:
			text = appendQuoted(text, c.text)
		case cellNumber:
			text = c.value.append(text)
		case cellFlag:
			text = strconv.AppendBool(text, c.value.value == 1)
		}
	}
	if mark == '{' {
		text = append(text, mark)
	}
	return append(text, '}')
}

// appendQuoted appends a JSON string in which < > & and the line separators of
// scripts are escaped.
func appendQuoted(text []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			quoted, _ := json.Marshal(s) // a string never fails
			return append(text, quoted...)
		}
	}
	text = append(text, '"')
	text = append(text, s...)
	return append(text, '"')
}
