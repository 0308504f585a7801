package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"rapor/cmd/rapor/internal/diag"
)

// What a workbook may hold at most. The largest ones that offices send have
// some ten thousand rows and unpack to less than 10 MB.
const (
	MaxBytes    = 20 << 20 // of the file
	maxUnpacked = 64 << 20 // of all its parts
	maxParts    = 2_000
	maxCells    = 2_000_000 // of one sheet, with the empty ones before the last of each row
)

// Book is a workbook as its reader sees it.
type Book struct {
	File   string
	Sheets []Sheet
}

// Sheet is one worksheet.
type Sheet struct {
	Name       string
	Hidden     bool
	Rows       [][]Cell // without empty ones at the end; each as wide as its last filled cell
	HiddenRows int      // rows that a filter or a person hid; they stand in Rows too
}

// Cell is one cell as it is seen.
type Cell struct {
	Text string // trimmed

	// Stored is the number in the cell where it reads otherwise than Text: 45446
	// under a date, 3.0583 under a format of two decimals.
	Stored string
	// Formula says that the text was computed by the spreadsheet program.
	Formula bool
	// NoValue marks a formula whose result was never saved: nobody knows it here.
	NoValue bool
	// Merged marks a cell that lies in merged ones and shows their text.
	Merged bool
}

// Pos is the place of a cell; row and col count from 0.
func (b *Book) Pos(s *Sheet, row, col int) diag.Pos {
	return diag.Pos{File: b.File, Sheet: s.Name, Line: row + 1, Col: col + 1}
}

// Is reports whether the bytes begin as a workbook does, of any age: XLSX and
// encrypted or old ones, all of which Read knows how to name.
func Is(src []byte) bool {
	return bytes.HasPrefix(src, []byte("PK\x03\x04")) || bytes.HasPrefix(src, []byte(oleMark))
}

// oleMark begins old .xls files, and new ones under a password.
const oleMark = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// Read reads a workbook. It is nil after a problem that concerns the whole file.
func Read(file string, src []byte, problems *diag.List) (book *Book) {
	pos := diag.Pos{File: file}
	defer func() {
		if recover() != nil { // the library gives up on some damaged parts in this way
			problems.Errorf(pos, "sheet-cut-off")
			book = nil
		}
	}()
	switch {
	case len(src) > MaxBytes:
		problems.Errorf(pos, "sheet-too-large", MaxBytes>>20)
		return nil
	case bytes.HasPrefix(src, []byte(oleMark)) && bytes.Contains(src, utf16("EncryptedPackage")):
		problems.Errorf(pos, "sheet-encrypted")
		return nil
	case bytes.HasPrefix(src, []byte(oleMark)):
		problems.Errorf(pos, "sheet-old")
		return nil
	}
	archive, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		problems.Errorf(pos, "sheet-cut-off")
		return nil
	}
	if !bearable(archive, pos, problems) {
		return nil
	}
	parts, err := partsOf(archive)
	if err != nil {
		problems.Errorf(pos, faultOf(err))
		return nil
	}
	f, err := excelize.OpenReader(bytes.NewReader(src), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil {
		problems.Errorf(pos, "sheet-not-a-workbook")
		return nil
	}
	defer f.Close() // nothing was written; there is nothing to lose
	return readSheets(&reader{file: f, parts: parts, book: &Book{File: file}, problems: problems})
}

// utf16 is how OLE files write their names.
func utf16(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// bearable refuses archives whose directory announces more than any table has.
// Go's zip reader holds parts to the sizes that the directory announces.
func bearable(archive *zip.Reader, pos diag.Pos, problems *diag.List) bool {
	var sum uint64
	workbook := false
	for _, part := range archive.File {
		sum += min(part.UncompressedSize64, maxUnpacked+1)
		workbook = workbook || strings.EqualFold(part.Name, "xl/workbook.xml")
	}
	switch {
	case len(archive.File) > maxParts || sum > maxUnpacked:
		problems.Errorf(pos, "sheet-bomb", maxUnpacked>>20)
	case !workbook:
		problems.Errorf(pos, "sheet-not-a-workbook")
	default:
		return true
	}
	return false
}

var (
	errTooManyCells = errors.New("too many cells")
	errNoParts      = errors.New("parts of the workbook are missing")
)

func faultOf(err error) string {
	switch {
	case errors.Is(err, errTooManyCells):
		return "sheet-too-many-cells"
	case errors.Is(err, errNoParts):
		return "sheet-not-a-workbook"
	}
	return "sheet-cut-off"
}

// reader is one workbook being read.
type reader struct {
	file     *excelize.File
	parts    []part
	book     *Book
	problems *diag.List
}

func readSheets(r *reader) *Book {
	for _, p := range r.parts {
		s := Sheet{Name: p.name, Hidden: p.hidden, HiddenRows: p.hiddenRows}
		shown, err := r.texts(p.name, false)
		if err == nil {
			s.Rows, err = r.cells(p, shown)
		}
		if err != nil {
			r.problems.Errorf(diag.Pos{File: r.book.File, Sheet: p.name}, faultOf(err))
			return nil
		}
		r.book.Sheets = append(r.book.Sheets, s)
	}
	return r.book
}

// texts are a sheet's cells as texts: as shown, or as they are stored.
func (r *reader) texts(name string, stored bool) ([][]string, error) {
	rows, err := r.file.Rows(name)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoParts, err)
	}
	defer rows.Close()
	var out [][]string
	total := 0
	for rows.Next() {
		columns, err := rows.Columns(excelize.Options{RawCellValue: stored})
		if err != nil {
			return nil, err
		}
		if total += len(columns) + 1; total > maxCells {
			return nil, errTooManyCells
		}
		out = append(out, columns)
	}
	return out, rows.Error()
}

// cells joins what is shown with what is stored and what the parts told.
func (r *reader) cells(p part, shown [][]string) ([][]Cell, error) {
	stored, err := r.texts(p.name, true)
	if err != nil {
		return nil, err
	}
	rows := make([][]Cell, len(shown))
	for i, texts := range shown {
		rows[i] = make([]Cell, len(texts))
		for j, text := range texts {
			c := &rows[i][j]
			c.Text = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\u00a0", " "))
			formula := p.formulas[place{i, j}]
			c.Formula, c.NoValue = formula != 0, formula == withoutValue
			if i < len(stored) && j < len(stored[i]) && p.numbers[place{i, j}] {
				c.Stored = otherwise(c.Text, stored[i][j])
			}
		}
	}
	rows = spread(rows, p.merged)
	return trimmed(rows), nil
}

// spread shows the text of merged cells in each of them, as the eye sees it.
func spread(rows [][]Cell, merged []area) [][]Cell {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	budget := maxCells
	for _, a := range merged {
		if a.top >= len(rows) || a.left >= len(rows[a.top]) || rows[a.top][a.left].Text == "" {
			continue
		}
		shown := rows[a.top][a.left]
		shown.Merged = true
		for i := a.top; i <= min(a.bottom, len(rows)-1) && budget > 0; i++ {
			for len(rows[i]) <= min(a.right, width-1) {
				rows[i] = append(rows[i], Cell{})
			}
			for j := a.left; j <= min(a.right, width-1); j++ {
				rows[i][j] = shown
				budget--
			}
		}
	}
	return rows
}

// trimmed cuts empty cells and rows at the ends.
func trimmed(rows [][]Cell) [][]Cell {
	empty := func(c Cell) bool { return c.Text == "" && !c.NoValue }
	for i, row := range rows {
		for len(row) > 0 && empty(row[len(row)-1]) {
			row = row[:len(row)-1]
		}
		rows[i] = row
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}
