package export

import (
	"iter"
	"strconv"
	"strings"
)

// formulaStarts are the characters with which a spreadsheet takes a text for a
// formula; the wide forms are those that some East Asian settings take alike.
const formulaStarts = "=+-@＝＋－＠"

// cellEnds are the characters after which a spreadsheet may begin another cell,
// quotes or not: one set to Indonesian takes a semicolon for that.
const cellEnds = ";\t\r\n"

// harmless puts an apostrophe before a text that a spreadsheet would run, and within
// it where a cell could begin. Only texts come here: a negative number is no formula
// and stays one.
func harmless(s string) string {
	if !strings.ContainsAny(s, formulaStarts) && !strings.ContainsAny(s, cellEnds) {
		return s
	}
	var out strings.Builder
	begins := true
	for i, r := range s {
		if begins && (strings.ContainsRune(formulaStarts, r) || i == 0 && r != ';' && strings.ContainsRune(cellEnds, r)) {
			out.WriteByte('\'')
		}
		out.WriteRune(r)
		begins = strings.ContainsRune(cellEnds, r) && (i > 0 || r == ';')
	}
	return out.String()
}

// bare tells whether a text is one field as it is and no formula: nearly all are,
// and there are millions. Wide forms count by the byte that they begin with.
func bare(s string) bool {
	if s == "" {
		return true
	}
	if formulaByte[s[0]] || s[0] <= ' ' || s[len(s)-1] <= ' ' {
		return false
	}
	for i := range len(s) {
		if fieldByte[s[i]] {
			return false
		}
	}
	return true
}

var formulaByte, fieldByte = firstBytes(formulaStarts), firstBytes(cellEnds + ",\"")

// firstBytes are the bytes that some characters begin with.
func firstBytes(characters string) (out [256]bool) {
	for i := range characters {
		out[characters[i]] = true
	}
	return out
}

// csvForm writes a table as RFC 4180 has it: UTF-8, commas, a decimal point, a
// header row; lines end in LF.
func csvForm(t *Table) form {
	return form{head: func(out *lines) { csvHead(out, t.Columns) }, rows: csvRows}
}

func csvHead(out *lines, columns []Column) {
	for i, c := range columns {
		if i > 0 {
			out.text = append(out.text, ',')
		}
		out.text = appendField(out.text, c.Name)
	}
	out.text = append(out.text, '\n')
}

func csvRows(out *lines, rows iter.Seq[[]Cell]) {
	for row := range rows {
		for i := range row {
			if i > 0 {
				out.text = append(out.text, ',')
			}
			switch c := &row[i]; c.kind {
			case cellText:
				out.text = appendField(out.text, c.text)
			case cellNumber:
				out.text = c.value.append(out.text)
			case cellFlag:
				out.text = strconv.AppendBool(out.text, c.value.value == 1)
			}
		}
		out.text = append(out.text, '\n')
		out.next()
	}
}

// appendField appends a text, quoted where it would not come back as it is.
func appendField(text []byte, s string) []byte {
	if bare(s) {
		return append(text, s...)
	}
	s = harmless(s)
	if !strings.ContainsAny(s, ",\"\r\n") && s[0] > ' ' && s[len(s)-1] > ' ' {
		return append(text, s...)
	}
	text = append(text, '"')
	text = append(text, strings.ReplaceAll(s, `"`, `""`)...)
	return append(text, '"')
}
