package export

import (
	"iter"
	"strconv"

	"rapor/cmd/rapor/internal/maturity"
)

// ColumnType is the sort of values in a column. The words are those of
// Frictionless Table Schema.
type ColumnType string

// The sorts of values that data tables hold.
const (
	TypeText    ColumnType = "string"
	TypeInteger ColumnType = "integer"
	TypeNumber  ColumnType = "number"
	TypeFlag    ColumnType = "boolean"
	TypeDate    ColumnType = "date"
)

// Column is one column of a data table: its name, the sort of its values and
// what they mean, for the data dictionary.
type Column struct {
	Name  string
	Type  ColumnType
	About maturity.Text
}

// Table is a table of open data. Every file format is written from its cells,
// so that a CSV, a workbook and a JSON file of one table cannot differ.
type Table struct {
	Columns []Column
	Rows    iter.Seq[[]Cell] // the slice is used again for the next row: do not keep it
	Count   int              // of rows

	editions []edition // that the rows are of, for the list of sources
	cut      []piece   // the rows by institution, in their order; nil: the table is not so cut
}

// piece is the rows of one institution. They hang on its own files alone, besides
// what all files of a site share.
type piece struct {
	slug string
	rows iter.Seq[[]Cell]
}

// Cell is one value: nothing, a text, a decimal number or yes and no.
type Cell struct {
	kind  cellKind
	text  string
	value number
}

type cellKind uint8

const (
	cellEmpty cellKind = iota
	cellText
	cellNumber
	cellFlag // yes where value is 1
)

// words is a text; nothing where it is empty.
func words(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{kind: cellText, text: s}
}

// whole is a whole number: a year, a count.
func whole(n int) Cell { return Cell{kind: cellNumber, value: number{int64(n), 0}} }

// given is a year; nothing where it is 0.
func yearCell(year int) Cell {
	if year == 0 {
		return Cell{}
	}
	return whole(year)
}

// decimal is a figure.
func decimal(n number) Cell { return Cell{kind: cellNumber, value: n} }

// yes is a yes or a no.
func yes(b bool) Cell {
	c := Cell{kind: cellFlag}
	if b {
		c.value.value = 1
	}
	return c
}

// perhaps is a yes, a no, or nothing where that was not said.
func perhaps(b *bool) Cell {
	if b == nil {
		return Cell{}
	}
	return yes(*b)
}

// append writes the decimal digits of a number: 3.70.
func (n number) append(out []byte) []byte {
	if n.value < 0 {
		out = append(out, '-')
		n.value = -n.value
	}
	if n.places == 0 {
		return strconv.AppendInt(out, n.value, 10)
	}
	unit := int64(1)
	for range n.places {
		unit *= 10
	}
	out = strconv.AppendInt(out, n.value/unit, 10)
	out = append(out, '.')
	rest := n.value % unit
	for unit /= 10; unit > 1 && rest < unit; unit /= 10 {
		out = append(out, '0')
	}
	return strconv.AppendInt(out, rest, 10)
}

// machine is a cell as machines read it: a decimal point, true and false, "" for
// nothing.
func (c Cell) machine() string {
	switch c.kind {
	case cellText:
		return c.text
	case cellNumber:
		return string(c.value.append(nil))
	case cellFlag:
		return strconv.FormatBool(c.value.value == 1)
	}
	return ""
}
