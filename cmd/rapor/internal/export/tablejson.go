package export

import (
	"bufio"
	"encoding/json"
	"io"
)

// writeTableJSON writes a table as one object: what it is, its columns, and a
// row to a line. A row is an object with the names of the columns; what has no
// value is absent.
func writeTableJSON(w io.Writer, t Table, head object) error {
	out := bufio.NewWriterSize(w, 1<<16)
	names := make([]string, len(t.Columns))
	keys := make([][]byte, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
		keys[i] = append(quoted(c.Name), ':')
	}
	head = append(head, member{"kolom", names})
	out.WriteByte('{')
	for _, m := range head {
		if err := writeMember(out, "\n ", m); err != nil {
			return err
		}
		out.WriteByte(',')
	}
	out.WriteString("\n \"baris\": [")
	line, first := []byte(nil), true
	for row := range t.Rows {
		line = appendRow(line[:0], keys, row, first)
		first = false
		out.Write(line)
	}
	out.WriteString("\n ]\n}\n")
	return out.Flush()
}

func appendRow(line []byte, keys [][]byte, row []Cell, first bool) []byte {
	if !first {
		line = append(line, ',')
	}
	line = append(line, "\n  {"...)
	none := true
	for i, c := range row {
		if c.kind == cellEmpty {
			continue
		}
		if !none {
			line = append(line, ',')
		}
		none = false
		line = append(line, keys[i]...)
		switch c.kind {
		case cellText:
			line = append(line, quoted(c.text)...)
		case cellNumber:
			line = c.value.append(line)
		case cellFlag:
			line = append(line, c.machine()...)
		}
	}
	return append(line, '}')
}

// quoted is a JSON string in which < > & and the line separators of scripts are
// escaped.
func quoted(s string) []byte {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			out, _ := json.Marshal(s) // a string never fails
			return out
		}
	}
	out := make([]byte, 0, len(s)+2)
	out = append(out, '"')
	out = append(out, s...)
	return append(out, '"')
}
