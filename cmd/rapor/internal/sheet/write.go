package sheet

import (
	"io"
	"iter"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Workbook is tables for people and programs, each on a sheet of its own.
type Workbook struct {
	Title   string
	Creator string
	Rights  string // licence
	Sheets  []Table
}

// Table is one sheet: a header that stays in sight, and
// rows of typed cells.
type Table struct {
	Name    string
	Columns []Column
	Rows    iter.Seq[[]Value] // the slice may be used again for the next row
}

// Column is one column of a Table.
type Column struct {
	Head     string
	Width    float64 // in characters
	Decimals int     // that numbers are shown with: 0 or 2
}

// Value is one cell: a string, an int64, a float64, a bool, or nil for none. A
// string is never taken for a formula, whatever it begins with.
type Value any

// Write writes the workbook. The same workbook gives the same bytes.
func (b Workbook) Write(w io.Writer) error {
	x := excelize.NewFile()
	x.SetZipWriter(newSortedZip)
	err := b.fill(x)
	if err == nil {
		_, err = x.WriteTo(w)
	}
	if closing := x.Close(); err == nil {
		err = closing
	}
	return err
}

func (b Workbook) fill(x *excelize.File) error {
	styles, err := newTableStyles(x)
	if err != nil {
		return err
	}
	for i, t := range b.Sheets {
		if i == 0 {
			err = x.SetSheetName("Sheet1", t.Name)
		} else {
			_, err = x.NewSheet(t.Name)
		}
		if err != nil {
			return err
		}
		if err := t.write(x, styles); err != nil {
			return err
		}
	}
	// The library stamps the clock on files of its own making; a fixed day keeps
	// the bytes the same.
	const anyDay = "2000-01-01T00:00:00Z"
	return x.SetDocProps(&excelize.DocProperties{Title: b.Title, Creator: b.Creator, Description: b.Rights, LastModifiedBy: b.Creator, Created: anyDay, Modified: anyDay})
}

type tableStyles struct{ head, text, whole, decimal int }

func newTableStyles(x *excelize.File) (s tableStyles, err error) {
	const asText, asWhole, asTwoDecimals = 49, 1, 2 // number formats that every spreadsheet knows
	for _, one := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true, Color: "ffffff"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1f2f63"}},
			Alignment: &excelize.Alignment{Vertical: "top"}, NumFmt: asText}},
		{&s.text, excelize.Style{NumFmt: asText}}, {&s.whole, excelize.Style{NumFmt: asWhole}}, {&s.decimal, excelize.Style{NumFmt: asTwoDecimals}},
	} {
		if *one.id, err = x.NewStyle(&one.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// write streams one sheet, so that a table of many rows is not held twice.
func (t *Table) write(x *excelize.File, styles tableStyles) error {
	out, err := x.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	for i, c := range t.Columns {
		if err := out.SetColWidth(i+1, i+1, c.Width); err != nil {
			return err
		}
	}
	row := make([]any, len(t.Columns))
	cells := make([]excelize.Cell, len(t.Columns))
	for i, c := range t.Columns {
		cells[i], row[i] = excelize.Cell{StyleID: styles.head, Value: c.Head}, &cells[i]
	}
	if err := out.SetRow("A1", row); err != nil {
		return err
	}
	at := 1
	for values := range t.Rows {
		at++
		for i, v := range values {
			if row[i] = nil; v != nil {
				cells[i] = t.cell(v, i, styles)
				row[i] = &cells[i]
			}
		}
		name, err := excelize.CoordinatesToCellName(1, at)
		if err != nil {
			return err
		}
		if err := out.SetRow(name, row); err != nil {
			return err
		}
	}
	return out.Flush()
}

// cell is a value in its column's style. What a workbook cannot hold is cut: no
// cell takes more than 32,767 characters.
func (t *Table) cell(v Value, column int, styles tableStyles) excelize.Cell {
	switch v := v.(type) {
	case string:
		return excelize.Cell{StyleID: styles.text, Value: shortened(v)}
	case bool:
		return excelize.Cell{Value: v}
	}
	style := styles.whole
	if t.Columns[column].Decimals > 0 {
		style = styles.decimal
	}
	return excelize.Cell{StyleID: style, Value: v}
}

func shortened(s string) string {
	if len(s) <= excelize.TotalCellChars {
		return s
	}
	cut := excelize.TotalCellChars
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut]
}
