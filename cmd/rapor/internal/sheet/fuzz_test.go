package sheet

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/cmd/rapor/internal/diag"
)

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
