package export

import (
	"bufio"
	"io"
	"strings"
)

// formulaStarts are the characters with which a spreadsheet takes a text for a
// formula; the wide forms are those that some East Asian settings take alike.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// harmless puts an apostrophe before a text that a spreadsheet would run. Only
// texts come here: a negative number is no formula and stays one.
func harmless(s string) string {
	for _, first := range s {
		if strings.ContainsRune(formulaStarts, first) {
			return "'" + s
		}
		break
	}
	return s
}

// writeCSV writes a table as RFC 4180 has it: UTF-8, commas, a decimal point, a
// header row; lines end in LF.
func writeCSV(w io.Writer, t Table) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for i, c := range t.Columns {
		if i > 0 {
			out.WriteByte(',')
		}
		writeField(out, harmless(c.Name))
	}
	out.WriteByte('\n')
	var digits [24]byte
	for row := range t.Rows {
		for i, c := range row {
			if i > 0 {
				out.WriteByte(',')
			}
			switch c.kind {
			case cellText:
				writeField(out, harmless(c.text))
			case cellNumber:
				out.Write(c.value.append(digits[:0]))
			case cellFlag:
				out.WriteString(c.machine())
			}
		}
		out.WriteByte('\n')
	}
	return out.Flush() // the first error of all writes
}

// writeField quotes a text that would not come back as it is.
func writeField(out *bufio.Writer, s string) {
	if !strings.ContainsAny(s, ",\"\r\n") && s == strings.TrimSpace(s) {
		out.WriteString(s)
		return
	}
	out.WriteByte('"')
	out.WriteString(strings.ReplaceAll(s, `"`, `""`))
	out.WriteByte('"')
}
