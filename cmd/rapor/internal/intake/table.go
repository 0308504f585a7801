package intake

import (
	"io"
	"strings"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/sheet"
)

// What a table may hold at most. The national file of 2018 to 2025 has 1,317
// rows, 24 columns and 225 kB.
const (
	maxBytes   = 20 << 20
	maxRows    = 200_000
	maxColumns = 500
	maxField   = 100_000 // bytes of one cell
)

// cell is one field as it was read: trimmed text and where it starts.
type cell struct {
	text      string
	line, col int32
	bad       bool // a problem was reported; nothing more is said of it

	stored  string // the number in a workbook's cell, where text shows another one or none
	noValue bool   // a formula whose result was never saved
	merged  bool   // part of merged cells
}

// table is a CSV file, or a sheet of a workbook, whose columns are known. Rows
// are as wide as the header.
type table struct {
	file      string
	sheet     string // of a workbook
	header    []cell
	columns   map[string]int // place of each known column
	rows      [][]cell
	read      int  // rows, the ragged ones too
	separator byte // 0 in a workbook
}

func (t *table) pos(c cell) diag.Pos {
	return diag.Pos{File: t.file, Sheet: t.sheet, Line: int(c.line), Col: int(c.col)}
}

// read reads the whole file: a CSV table, or the sheets of a workbook that hold
// one. There is none where the file is no table at all.
func (im *importer) read(f form) ([]*table, error) {
	src, err := io.ReadAll(io.LimitReader(im.opt.Reader, maxBytes+1))
	if err != nil {
		return nil, err
	}
	if sheet.Is(src) {
		return im.readBook(f, src), nil
	}
	text, ok := tableText(im.opt.File, src, im.list)
	if !ok {
		return nil, nil
	}
	if t := readText(im.opt.File, text, im.list, func(rows [][]string) heading { return im.locate(f, rows) }); t != nil {
		return []*table{t}, nil
	}
	return nil, nil
}

// readText reads CSV. locate finds the header among the first lines; lines above
// it are titles.
func readText(file, text string, problems *diag.List, locate func([][]string) heading) *table {
	s := newScanner(file, text, problems)
	t := &table{file: file, separator: s.separator}
	h := s.skipTitles(locate)
	for {
		cells, end, ok := s.record()
		if !ok {
			break
		}
		if t.header == nil {
			if h.rows == 2 {
				lower, _, _ := s.record()
				cells = h.joined(cells, lower)
			}
			t.header = cells
			if len(cells) > maxColumns {
				problems.Errorf(t.pos(cells[maxColumns]), "intake-too-many-columns", maxColumns)
				return nil
			}
			s.names, s.width = texts(cells), len(cells)
			continue
		}
		if !t.addRow(cells, s.extra, end, problems) {
			break
		}
	}
	if t.header == nil {
		problems.Errorf(diag.Pos{File: file, Line: 1, Col: 1}, "intake-empty")
		return nil
	}
	if len(t.rows) == 0 && !problems.HasErrors() {
		problems.Errorf(diag.Pos{File: file, Line: 1, Col: 1}, "intake-no-rows")
	}
	return t
}

// addRow keeps a row that is as wide as the header. A ragged one is reported
// and left out: its cells may stand under the wrong names, and complaints about
// them would mislead. It is false when there are too many rows.
func (t *table) addRow(cells []cell, extra, end cell, problems *diag.List) bool {
	if blank(cells) && extra.line == 0 {
		return true // spreadsheets end their files in rows of separators
	}
	t.read++
	switch {
	case t.read > maxRows:
		problems.Errorf(t.pos(cells[0]), "intake-too-many-rows", maxRows)
		return false
	case extra.line != 0:
		problems.Errorf(t.pos(extra), "intake-row-too-long", len(t.header))
	case len(cells) < len(t.header) && cells[len(cells)-1].bad:
		return true // an open quote has swallowed the rest; that is said
	case len(cells) < len(t.header):
		problems.Errorf(t.pos(end), "intake-row-too-short", len(cells), len(t.header), t.header[len(cells)].text)
	default:
		t.rows = append(t.rows, cells)
	}
	return true
}

func texts(cells []cell) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = c.text
	}
	return out
}

func blank(cells []cell) bool {
	for _, c := range cells {
		if c.text != "" || c.bad {
			return false
		}
	}
	return true
}

// tableText refuses what is no UTF-8 text of bearable size, with one problem
// for the whole file: a thousand about its bytes would help nobody.
func tableText(file string, src []byte, problems *diag.List) (string, bool) {
	start := diag.Pos{File: file, Line: 1, Col: 1}
	text := strings.TrimPrefix(string(src), "\ufeff")
	switch {
	case len(src) > maxBytes:
		problems.Errorf(diag.Pos{File: file}, "intake-too-large", maxBytes>>20)
	case strings.HasPrefix(text, "\xff\xfe"), strings.HasPrefix(text, "\xfe\xff"):
		problems.Errorf(start, "intake-utf16")
	case strings.IndexByte(text, 0) >= 0:
		problems.Errorf(placeOf(file, text, strings.IndexByte(text, 0)), "intake-binary")
	case strings.IndexByte(text, '\r') >= 0 && strings.IndexByte(text, '\n') < 0:
		problems.Errorf(placeOf(file, text, strings.IndexByte(text, '\r')), "intake-cr-only")
	default:
		return text, true
	}
	return "", false
}

// placeOf gives the line and the character column of an offset.
func placeOf(file, text string, off int) diag.Pos {
	before := text[:off]
	line := strings.Count(before, "\n") + 1
	start := strings.LastIndexByte(before, '\n') + 1
	return diag.Pos{File: file, Line: line, Col: utf8.RuneCountInString(before[start:]) + 1}
}
