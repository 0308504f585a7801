package sheet

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Form is a workbook to be filled in by hand: one sheet with a title, a table
// whose open cells can be written to and whose other cells cannot, and a hidden
// sheet of marks by which the program knows the form again.
type Form struct {
	Name    string   // of the sheet
	Title   string   // first line
	Intro   []string // lines below it: how to fill it in
	Columns []FormColumn
	Rows    []FormRow
	Marks   []Mark
}

// FormColumn is one column of the table.
type FormColumn struct {
	Head    string
	Width   float64 // in characters
	Open    bool    // people write here
	Choices []string
	Prompt  string // shown beside a cell with choices
	Wrong   string // shown when something else is typed there
}

// FormRow is one row: its cells, or a heading over the whole width.
type FormRow struct {
	Heading string
	Cells   []string
}

// Mark is a key with its value on the hidden sheet.
type Mark struct{ Key, Value string }

// MarksSheet is the name of the hidden sheet.
const MarksSheet = "rapor"

// Write writes the workbook. The same form gives the same bytes.
func (f Form) Write(w io.Writer) error {
	x := excelize.NewFile()
	d := drawer{file: x, form: f}
	d.run(func() error { return x.SetSheetName("Sheet1", f.Name) })
	d.styles()
	d.head()
	d.table()
	d.choices()
	d.marks()
	d.guard()
	if d.err == nil {
		_, d.err = x.WriteTo(w)
	}
	if err := x.Close(); d.err == nil {
		d.err = err
	}
	return d.err
}

// drawer writes one form; after the first fault it does nothing more.
type drawer struct {
	file  *excelize.File
	form  Form
	err   error
	style struct{ title, intro, head, heading, fixed, open int }
	top   int // row of the table's header, from 1
}

func (d *drawer) run(do func() error) {
	if d.err == nil {
		d.err = do()
	}
}

func (d *drawer) newStyle(s excelize.Style) (id int) {
	d.run(func() (err error) { id, err = d.file.NewStyle(&s); return err })
	return id
}

// styles: what can be written to is white with a frame, the rest is grey.
func (d *drawer) styles() {
	thin := []excelize.Border{{Type: "left", Color: "9aa3b5", Style: 1}, {Type: "right", Color: "9aa3b5", Style: 1},
		{Type: "top", Color: "9aa3b5", Style: 1}, {Type: "bottom", Color: "9aa3b5", Style: 1}}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	d.style.title = d.newStyle(excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 14, Bold: true}})
	d.style.intro = d.newStyle(excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}})
	d.style.head = d.newStyle(excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 11, Bold: true, Color: "ffffff"}, Fill: fill("1f2f63"), Border: thin, Alignment: wrap})
	d.style.heading = d.newStyle(excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 11, Bold: true}, Fill: fill("dfe4ee"), Border: thin})
	d.style.fixed = d.newStyle(excelize.Style{Fill: fill("f3f5f9"), Border: thin, Alignment: wrap})
	d.style.open = d.newStyle(excelize.Style{Border: thin, Alignment: wrap, Protection: &excelize.Protection{Locked: false}, NumFmt: 49})
}

// put writes one text; it is never taken for a formula.
func (d *drawer) put(col, row, style int, text string) {
	d.run(func() error {
		name, err := excelize.CoordinatesToCellName(col, row)
		if err != nil {
			return err
		}
		if err := d.file.SetCellStyle(d.form.Name, name, name, style); err != nil || text == "" {
			return err
		}
		return d.file.SetCellStr(d.form.Name, name, text)
	})
}

func (d *drawer) head() {
	d.put(1, 1, d.style.title, d.form.Title)
	for i, line := range d.form.Intro {
		d.put(1, i+2, d.style.intro, line)
	}
	d.top = len(d.form.Intro) + 3
	for i, c := range d.form.Columns {
		d.put(i+1, d.top, d.style.head, c.Head)
		d.run(func() error {
			name, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				return err
			}
			return d.file.SetColWidth(d.form.Name, name, name, c.Width)
		})
	}
}

func (d *drawer) table() {
	for i, row := range d.form.Rows {
		at := d.top + 1 + i
		for j, c := range d.form.Columns {
			style, text := d.style.fixed, ""
			switch {
			case row.Heading != "":
				style = d.style.heading
				if j == 0 {
					text = row.Heading
				}
			case c.Open:
				style = d.style.open
			}
			if row.Heading == "" && j < len(row.Cells) {
				text = row.Cells[j]
			}
			d.put(j+1, at, style, text)
		}
		d.height(at, row)
	}
}

// height makes a row as high as its longest text needs: not every spreadsheet
// program does so when it opens a file. A heading takes the whole width.
func (d *drawer) height(at int, row FormRow) {
	if row.Heading != "" {
		d.run(func() error {
			last, err := excelize.CoordinatesToCellName(len(d.form.Columns), at)
			if err != nil {
				return err
			}
			return d.file.MergeCell(d.form.Name, fmt.Sprintf("A%d", at), last)
		})
	}
	const line, most = 15, 400 // points; a row has 409 at most
	lines := 1
	for j, text := range row.Cells {
		n := 0
		for part := range strings.SplitSeq(text, "\n") {
			n += 1 + utf8.RuneCountInString(part)/max(1, int(d.form.Columns[j].Width))
		}
		lines = max(lines, n)
	}
	d.run(func() error { return d.file.SetRowHeight(d.form.Name, at, float64(min(most, lines*line+3))) })
}

// choices puts a list into the open cells of a column.
func (d *drawer) choices() {
	for j, c := range d.form.Columns {
		if len(c.Choices) == 0 {
			continue
		}
		for i, row := range d.form.Rows {
			if row.Heading == "" {
				d.run(func() error { return d.choice(c, j+1, d.top+1+i) })
			}
		}
	}
}

func (d *drawer) choice(c FormColumn, col, row int) error {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(name)
	if err := v.SetDropList(c.Choices); err != nil {
		return fmt.Errorf("choices of %s: %w", c.Head, err)
	}
	v.SetInput(c.Head, c.Prompt)
	v.SetError(excelize.DataValidationErrorStyleStop, c.Head, c.Wrong)
	return d.file.AddDataValidation(d.form.Name, v)
}

func (d *drawer) marks() {
	d.run(func() error { _, err := d.file.NewSheet(MarksSheet); return err })
	for i, m := range d.form.Marks {
		for j, text := range []string{m.Key, m.Value} {
			d.run(func() error {
				name, err := excelize.CoordinatesToCellName(j+1, i+1)
				if err != nil {
					return err
				}
				return d.file.SetCellStr(MarksSheet, name, text)
			})
		}
	}
	d.run(func() error { return d.file.SetSheetVisible(MarksSheet, false) })
}

// guard locks what is not to be written to, without a password: it keeps slips
// away, not people. The header stays in sight.
func (d *drawer) guard() {
	d.run(func() error {
		return d.file.ProtectSheet(d.form.Name, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true,
			FormatColumns: true, FormatRows: true})
	})
	d.run(func() error {
		cell, err := excelize.CoordinatesToCellName(3, d.top+1)
		if err != nil {
			return err
		}
		return d.file.SetPanes(d.form.Name, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: d.top, TopLeftCell: cell, ActivePane: "bottomRight"})
	})
	landscape, paper, fit := "landscape", 9, true
	height := 0
	d.run(func() error {
		return d.file.SetPageLayout(d.form.Name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToHeight: &height})
	})
	d.run(func() error { return d.file.SetSheetProps(d.form.Name, &excelize.SheetPropsOptions{FitToPage: &fit}) })
}
