package sheet

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/cmd/rapor/internal/diag"
)

// FuzzWorksheet puts any bytes where a worksheet belongs: the workbook is read,
// or it is a problem, and what is read stays within its limits.
func FuzzWorksheet(f *testing.F) {
	for _, seed := range []string{
		`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f></c></row></sheetData></worksheet>`,
		`<worksheet><sheetData><row r="3000"><c r="XFD3000" s="9"><v>1e400</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
		`<worksheet><sheetData><row r="-1"><c r="1A" t="inlineStr"><is><t>x</t></is></c><c t="e"><v>#REF!</v></c></row></sheetData></worksheet>`,
		`<worksheet><sheetData><row r="2" hidden="1"><c r="A1" t="b"><v>7</v></c><c r="A2" t="d"><v>2024-13-45</v></c></row>`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		parts := minimalParts()
		parts["xl/worksheets/sheet1.xml"] = string(src)
		var problems diag.List
		b := Read("x.xlsx", zipped(t, parts), &problems)
		if b == nil && !problems.HasErrors() {
			t.Error("neither read nor reported")
		}
		if b == nil {
			return
		}
		for _, s := range b.Sheets {
			total := 0
			for _, row := range s.Rows {
				total += len(row)
			}
			if total > 2*maxCells {
				t.Errorf("%d cells", total)
			}
		}
	})
}

// Any bytes are either a workbook or a problem; a workbook is a grid of texts.
func FuzzRead(f *testing.F) {
	book := excelize.NewFile()
	for cell, value := range map[string]any{"A1": "instansi", "B1": "indeks", "A2": "Kota Contoh", "B2": 3.06, "C2": true} {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			f.Fatal(err)
		}
	}
	buffer, err := book.WriteToBuffer()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(buffer.Bytes())
	f.Add(buffer.Bytes()[:buffer.Len()/2])
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, src []byte) {
		var problems diag.List
		got := Read("x.xlsx", src, &problems)
		if got == nil && !problems.HasErrors() {
			t.Error("neither a workbook nor a problem")
		}
	})
}
