package intake

import (
	"strings"
	"time"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/sheet"
)

// formulaErrors are what spreadsheets show where a formula failed.
var formulaErrors = map[string]bool{"#DIV/0!": true, "#N/A": true, "#NAME?": true, "#NULL!": true, "#NUM!": true, "#REF!": true, "#VALUE!": true, "Err:502": true}

// readBook takes the tables of a workbook: of the sheet that was named, or of
// every visible sheet whose columns are those of the form.
func (im *importer) readBook(f form, src []byte) (out []*table) {
	b := sheet.Read(im.opt.File, src, im.list)
	if b == nil {
		return nil
	}
	type found struct {
		sheet *sheet.Sheet
		heading
	}
	var best *found
	var names, read, passed []string
	for i := range b.Sheets {
		s := &b.Sheets[i]
		names = append(names, s.Name)
		if im.opt.Sheet != "" && im.opt.Sheet != s.Name || len(s.Rows) == 0 {
			continue
		}
		if s.Hidden && im.opt.Sheet == "" {
			im.tell("intake-note-hidden-sheet", s.Name)
			continue
		}
		h := im.locate(f, seenTexts(s))
		if best == nil || h.known > best.known {
			best = &found{s, h}
		}
		if !h.whole {
			passed = append(passed, s.Name)
			continue
		}
		read = append(read, s.Name)
		out = append(out, im.sheetTable(s, h))
	}
	switch {
	case best == nil && im.opt.Sheet != "":
		im.list.Errorf(diag.Pos{File: im.opt.File}, "intake-no-sheet", im.opt.Sheet, strings.Join(names, ", "))
	case best == nil:
		im.list.Errorf(diag.Pos{File: im.opt.File}, "intake-empty")
	case len(out) == 0:
		return []*table{im.sheetTable(best.sheet, best.heading)} // what it lacks is reported
	case len(names) > 1:
		im.tell("intake-note-sheets", strings.Join(read, ", "))
		if len(passed) > 0 {
			im.tell("intake-note-sheets-passed", strings.Join(passed, ", "))
		}
	}
	return out
}

func seenTexts(s *sheet.Sheet) [][]string {
	rows := make([][]string, min(len(s.Rows), searched+1))
	for i := range rows {
		for _, c := range s.Rows[i] {
			rows[i] = append(rows[i], c.Text)
		}
	}
	return rows
}

// sheetTable makes a table of a sheet: the header, and below it every row that
// is not empty, filled up to one width.
func (im *importer) sheetTable(s *sheet.Sheet, h heading) *table {
	t := &table{file: im.opt.File, sheet: s.Name}
	width := 0
	for _, row := range s.Rows[h.row:] {
		width = max(width, len(row))
	}
	if width > maxColumns {
		im.list.Errorf(diag.Pos{File: t.file, Sheet: t.sheet, Line: h.row + 1, Col: maxColumns + 1}, "intake-too-many-columns", maxColumns)
		return t.withoutRows(width)
	}
	t.header = im.sheetRow(t, s, h.row, width)
	if h.rows == 2 {
		t.header = h.joined(t.header, im.sheetRow(t, s, h.row+1, width))
	}
	if h.row > 0 {
		im.tell("intake-note-header-row", t.pos(cell{line: int32(h.row + h.rows)}).String())
	}
	for i := h.row + h.rows; i < len(s.Rows); i++ {
		row := im.sheetRow(t, s, i, width)
		if blank(row) {
			continue
		}
		if len(t.rows) == maxRows {
			im.list.Errorf(t.pos(row[0]), "intake-too-many-rows", maxRows)
			break
		}
		t.rows = append(t.rows, row)
	}
	if len(t.rows) == 0 {
		im.list.Errorf(t.pos(t.header[0]), "intake-no-rows")
	}
	if s.HiddenRows > 0 {
		im.tell("intake-note-hidden-rows", s.Name, s.HiddenRows)
	}
	return t
}

func (t *table) withoutRows(int) *table {
	t.header, t.columns = []cell{{line: 1, col: 1}}, map[string]int{}
	return t
}

func (im *importer) sheetRow(t *table, s *sheet.Sheet, i, width int) []cell {
	out := make([]cell, width)
	for j := range out {
		out[j] = cell{line: int32(i + 1), col: int32(j + 1)}
		if j >= len(s.Rows[i]) {
			continue
		}
		c := s.Rows[i][j]
		out[j].text, out[j].stored, out[j].noValue, out[j].merged = c.Text, c.Stored, c.NoValue, c.Merged
		out[j].bad = im.unfit(t, out[j])
	}
	return out
}

// unfit reports what no cell may hold.
func (im *importer) unfit(t *table, c cell) bool {
	name := t.pos(c).Cell()
	if len(c.text) > maxField {
		im.list.Errorf(t.pos(c), "intake-long-field", name, maxField)
		return true
	}
	for _, r := range c.text {
		if unseen(r) {
			im.list.Errorf(t.pos(c), "intake-control", name, r)
			return true
		}
	}
	return false
}

// emptyColumn reports that nothing stands below a header.
func (t *table) emptyColumn(i int) bool {
	for _, row := range t.rows {
		if row[i].text != "" || row[i].noValue {
			return false
		}
	}
	return true
}

// seen settles a number that reads otherwise than it is stored. A longer number
// that is shown with two decimals is taken as shown, and that is told; anything
// else is for the editor to settle.
func (im *importer) seen(row []cell, name string) bool {
	c := im.at(row, name)
	if c.stored == "" {
		return true
	}
	m := plainNumber.FindStringSubmatch(c.text)
	_, decimals, _ := strings.Cut(c.stored, ".")
	switch {
	case m != nil && len(m[3]) == 2 && len(decimals) > 2:
		im.asShown++
		return true
	case m == nil && dayOf(c.stored) != "":
		im.fault(row, name, "intake-became-a-date", c.stored, dayOf(c.stored))
	default:
		im.fault(row, name, "intake-shown-otherwise", c.stored)
	}
	return false
}

// dayOf reads a spreadsheet's day number as what was probably typed: 46176, the
// third of June, was 3.6 or 3.06. It is empty for numbers that are no days of
// this century.
func dayOf(stored string) string {
	v, fault := hundredths(stored, 1<<30)
	days := int(v / 100)
	if fault != "" || v%100 != 0 || days < 36526 || days > 73050 {
		return ""
	}
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	return day.Format("2.01")
}
