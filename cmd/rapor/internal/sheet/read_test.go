package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// workbook makes one in memory.
func workbook(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// must reads a workbook without problems.
func must(t *testing.T, src []byte) *Book {
	t.Helper()
	var problems diag.List
	b := Read("x.xlsx", src, &problems)
	if b == nil || problems.HasErrors() {
		t.Fatalf("problems: %v", problems.Sorted())
	}
	return b
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestNumbersReadAsTheyAreSeen(t *testing.T) {
	two := 2 // the built-in format 0.00
	one, day := "0.0", "d-mmm"
	third := 0.1
	for _, c := range []struct {
		name         string
		value        any
		style        excelize.Style
		text, stored string
	}{
		{"a float that somebody typed as 3.06", 3.0600000000000001, excelize.Style{}, "3.06", ""},
		{"a sum of floats", third + 0.2, excelize.Style{}, "0.3", ""},
		{"two decimals of a longer number", 3.0583333, excelize.Style{NumFmt: two}, "3.06", "3.0583333"},
		{"two decimals of a number that has one", 3.1, excelize.Style{NumFmt: two}, "3.10", ""},
		{"one decimal hides the second", 3.06, excelize.Style{CustomNumFmt: &one}, "3.1", "3.06"},
		{"a figure that became a date", 46176, excelize.Style{CustomNumFmt: &day}, "3-Jun", "46176"},
		{"text stays text", "3,06", excelize.Style{}, "3,06", ""},
		{"digits in a text", "0076", excelize.Style{}, "0076", ""},
	} {
		b := must(t, workbook(t, func(f *excelize.File) {
			style, err := f.NewStyle(&c.style)
			check(t, err)
			check(t, f.SetCellValue("Sheet1", "B2", c.value))
			check(t, f.SetCellStyle("Sheet1", "B2", "B2", style))
		}))
		if got := b.Sheets[0].Rows[1][1]; got.Text != c.text || got.Stored != c.stored {
			t.Errorf("%s: %+v, want %q (%q)", c.name, got, c.text, c.stored)
		}
	}
}

func TestAFormulaHasTheValueThatWasSavedOrNone(t *testing.T) {
	src := workbook(t, func(f *excelize.File) {
		check(t, f.SetCellFormula("Sheet1", "A1", "1+1"))
		check(t, f.SetCellValue("Sheet1", "B1", 2))
		check(t, f.SetCellFormula("Sheet1", "B1", "1+1"))
	})
	row := must(t, src).Sheets[0].Rows[0]
	if !row[0].NoValue || !row[0].Formula || row[1].NoValue || !row[1].Formula || row[1].Text != "2" {
		t.Errorf("%+v", row)
	}
}

func TestMergedCellsShowTheirTextEverywhereAndStylesAreNoCells(t *testing.T) {
	src := workbook(t, func(f *excelize.File) {
		check(t, f.SetCellValue("Sheet1", "A1", "Judul"))
		check(t, f.MergeCell("Sheet1", "A1", "C2"))
		check(t, f.SetCellValue("Sheet1", "C3", "x"))
		style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
		check(t, err)
		check(t, f.SetCellStyle("Sheet1", "A4", "Z40", style))
	})
	rows := must(t, src).Sheets[0].Rows
	if len(rows) != 3 || len(rows[0]) != 3 || rows[1][2].Text != "Judul" || !rows[1][2].Merged || rows[2][2].Merged {
		t.Errorf("%+v", rows)
	}
}

func TestHiddenSheetsAndRowsAreTold(t *testing.T) {
	src := workbook(t, func(f *excelize.File) {
		_, err := f.NewSheet("Lama")
		check(t, err)
		check(t, f.SetSheetVisible("Lama", false))
		check(t, f.SetCellValue("Sheet1", "A1", 1))
		check(t, f.SetCellValue("Sheet1", "A2", 2))
		check(t, f.SetRowVisible("Sheet1", 2, false))
	})
	b := must(t, src)
	if len(b.Sheets) != 2 || b.Sheets[0].Hidden || b.Sheets[0].HiddenRows != 1 || !b.Sheets[1].Hidden {
		t.Errorf("%+v", b.Sheets)
	}
	if got := b.Pos(&b.Sheets[1], 6, 27).String(); got != "x.xlsx!Lama!AB7" {
		t.Error(got)
	}
}

func TestWorkbooksThatCannotBeReadAreNamed(t *testing.T) {
	good := workbook(t, func(f *excelize.File) { check(t, f.SetCellValue("Sheet1", "A1", 1)) })
	encrypted, err := excelize.Encrypt(good, &excelize.Options{Password: "rahasia"})
	check(t, err)
	for _, c := range []struct {
		want string
		src  []byte
	}{
		{"sheet-encrypted", encrypted},
		{"sheet-old", []byte(oleMark + strings.Repeat("\x00", 600))},
		{"sheet-cut-off", good[:len(good)/2]},
		{"sheet-not-a-workbook", zipped(t, map[string]string{"a.txt": "x"})},
		{"sheet-not-a-workbook", zipped(t, map[string]string{"xl/workbook.xml": "<workbook/>"})},
		{"sheet-bomb", announcing(t, maxUnpacked)},
		{"sheet-too-many-cells", wide(t)},
		{"sheet-too-large", make([]byte, MaxBytes+1)},
	} {
		var problems diag.List
		if b := Read("x.xlsx", c.src, &problems); b != nil {
			t.Errorf("%s: read", c.want)
		}
		if got := problems.Sorted(); len(got) != 1 || got[0].Key != c.want {
			t.Errorf("%v, want %s", got, c.want)
		}
	}
}

func zipped(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		check(t, err)
		_, err = f.Write([]byte(text))
		check(t, err)
	}
	check(t, w.Close())
	return b.Bytes()
}

// announcing is an archive whose directory names a size for one part.
func announcing(t *testing.T, size uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, n := range map[string]uint64{"xl/workbook.xml": 1, "xl/media/a": size} {
		_, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: 0, UncompressedSize64: n})
		check(t, err)
	}
	check(t, w.Close())
	return b.Bytes()
}

// wide is a small file whose every row ends in the last column there is.
func wide(t *testing.T) []byte {
	var rows strings.Builder
	for i := 1; i < 1000; i++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i, i)
	}
	parts := minimalParts()
	parts["xl/worksheets/sheet1.xml"] = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows.String() + `</sheetData></worksheet>`
	return zipped(t, parts)
}

// minimalParts are the parts of a workbook with one sheet, without that sheet.
func minimalParts() map[string]string {
	return map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	}
}

func TestAnyPrefixOfAWorkbookIsAProblemNotAPanic(t *testing.T) {
	good := workbook(t, func(f *excelize.File) { check(t, f.SetCellValue("Sheet1", "A1", 1)) })
	for n := 0; n < len(good); n += 97 {
		var problems diag.List
		if b := Read("x.xlsx", good[:n], &problems); b != nil || !problems.HasErrors() {
			t.Errorf("%d bytes were read", n)
		}
	}
}

func TestAFormComesBackAndIsTheSameEachTime(t *testing.T) {
	form := Form{Name: "Isian", Title: "Judul", Intro: []string{"Cara mengisi"},
		Columns: []FormColumn{{Head: "Kode", Width: 8}, {Head: "Tingkat", Width: 9, Open: true, Choices: []string{"1", "2"}, Wrong: "pilih 1 atau 2"}},
		Rows:    []FormRow{{Heading: "Aspek"}, {Cells: []string{"I01", "2"}}, {Cells: []string{"=I02"}}},
		Marks:   []Mark{{"bentuk", "lembar"}}}
	var a, b bytes.Buffer
	check(t, form.Write(&a))
	check(t, form.Write(&b))
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two forms differ")
	}
	book := must(t, a.Bytes())
	rows := book.Sheets[0].Rows
	if rows[3][1].Text != "Tingkat" || rows[5][1].Text != "2" || rows[6][0].Text != "=I02" || rows[6][0].Formula {
		t.Errorf("%+v", rows)
	}
	if marks := book.Sheets[1]; !marks.Hidden || marks.Name != MarksSheet || marks.Rows[0][1].Text != "lembar" {
		t.Errorf("%+v", marks)
	}
	for _, p := range []string{"sheet-old", "sheet-encrypted"} {
		if message, hint := (lang.Wording{Code: "id"}).Problem(p, nil); message == p || hint == "" {
			t.Errorf("%s has no words", p)
		}
	}
}
