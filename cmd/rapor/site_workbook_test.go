//go:build !race

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbookRows reads a sheet of a workbook of the site as it is stored: the
// values, not what their formats show.
func (s *builtSite) workbookRows(t *testing.T, address, sheet string) [][]string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(s.files[address]))
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	defer book.Close()
	rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return rows
}

// asStored is a cell of a CSV file as a workbook stores it: numbers without empty
// decimals, yes and no as 1 and 0, texts without the apostrophe against formulas.
func asStored(kind, cell string) string {
	switch {
	case cell == "":
	case kind == "number" && strings.Contains(cell, "."):
		return strings.TrimSuffix(strings.TrimRight(cell, "0"), ".")
	case kind == "boolean":
		return map[string]string{"true": "1", "false": "0"}[cell]
	case kind == "string":
		return strings.TrimPrefix(cell, "'")
	}
	return cell
}

func TestWorkbooksHoldTheCSVCellByCell(t *testing.T) {
	s := portalSite(t)
	var faults []string
	books, cells := 0, 0
	for _, f := range dataList(t) {
		base, is := strings.CutSuffix(f.Address, ".xlsx")
		if !is {
			continue
		}
		books++
		names, rows, err := s.csvTable(base + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		dictionary := s.workbookRows(t, f.Address, "Kamus data")
		kinds := map[string]string{}
		for _, d := range dictionary[1:] {
			if len(d) < 4 || d[2] == "" || d[3] == "" {
				faults = append(faults, fmt.Sprintf("%s: the dictionary does not explain %q in both languages", f.Address, d))
			}
			kinds[d[0]] = d[1]
		}
		stored := s.workbookRows(t, f.Address, "Data")
		if len(stored) != len(rows)+1 || !slices.Equal(stored[0], names) {
			faults = append(faults, fmt.Sprintf("%s: %d rows and columns %q; in the CSV %d and %q", f.Address, len(stored)-1, stored[0], len(rows), names))
			continue
		}
		for i, row := range rows {
			for k, cell := range row {
				got := ""
				if k < len(stored[i+1]) {
					got = stored[i+1][k]
				}
				cells++
				if want := asStored(kinds[names[k]], cell); got != want {
					faults = append(faults, fmt.Sprintf("%s: row %d, %s is %q, in the CSV %q", f.Address, i+1, names[k], got, cell))
				}
			}
		}
		if sources := s.workbookRows(t, f.Address, "Sumber"); len(sources) < 2 || sources[0][0] != "judul" {
			faults = append(faults, f.Address+": no sources")
		}
	}
	report(t, faults)
	if books < 12 || cells < 100_000 {
		t.Errorf("only %d workbooks and %d cells were compared", books, cells)
	}
	t.Logf("%d workbooks, %d cells", books, cells)
}

func TestWorkbooksHaveNumbersAndAHeaderThatStays(t *testing.T) {
	s := portalSite(t)
	book, err := excelize.OpenReader(bytes.NewReader(s.files["tahun/2024.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	panes, err := book.GetPanes("Data")
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 1 {
		t.Errorf("panes %+v %v", panes, err)
	}
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeInlineString, "G2": excelize.CellTypeUnset, "K2": excelize.CellTypeUnset, "F2": excelize.CellTypeBool} {
		if got, err := book.GetCellType("Data", cell); err != nil || got != want && !(want == excelize.CellTypeUnset && got == excelize.CellTypeNumber) {
			t.Errorf("%s is of type %v, want %v (%v)", cell, got, want, err)
		}
	}
	if shown, err := book.GetCellValue("Data", "K2"); err != nil || len(shown) != 4 {
		t.Errorf("the index of the first row shows as %q, want two decimals (%v)", shown, err)
	}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			for k := range rows[i] {
				name, _ := excelize.CoordinatesToCellName(k+1, i+1)
				if formula, _ := book.GetCellFormula(sheet, name); formula != "" {
					t.Errorf("%s %s is a formula: %s", sheet, name, formula)
				}
			}
		}
	}
}

// The tables of the pages show the figures of the files, in both languages.
func TestPagesAndDataTablesShowTheSameFigures(t *testing.T) {
	s := portalSite(t)
	set, _, _ := national(t)
	var faults []string
	compared := 0
	for _, f := range dataList(t) {
		if f.Media != "text/csv" || f.Covers != "tahun" && f.Covers != "jenis" {
			continue
		}
		names, rows, err := s.csvTable(f.Address)
		if err != nil {
			t.Fatal(err)
		}
		at := func(row []string, name string) string { return row[slices.Index(names, name)] }
		members := map[string][]string{} // of a kind's page: the cells beside a name
		if page := sitePages(t)[strings.TrimSuffix(f.Address, ".csv")+"/index.html"]; page != nil {
			for _, cells := range page.tables["anggota"] {
				members[cells[0]] = cells[1:]
			}
		}
		for _, row := range rows {
			slug, year := at(row, "instansi"), at(row, "tahun")
			for _, lang := range siteLanguages {
				address := inLanguage(lang, "instansi/"+slug+"/"+year+"/index.html")
				page := sitePages(t)[address]
				if page == nil {
					faults = append(faults, address+": no page for a row of "+f.Address)
					continue
				}
				compared++
				if want := shown(lang, json.Number(at(row, "indeks"))); page.headline != want {
					faults = append(faults, fmt.Sprintf("%s: the headline is %q, %s says %q", address, page.headline, f.Address, want))
				}
			}
			if cells := members[set.Institution(slug).Short()]; cells != nil && year == "2024" {
				compared++
				if want := shown("id", json.Number(at(row, "indeks"))); !slices.Contains(cells, want) {
					faults = append(faults, fmt.Sprintf("%s: %s %s is %q on the page, %s in the file", f.Address, slug, year, cells, want))
				}
			}
		}
	}
	report(t, faults)
	if compared < 5000 {
		t.Errorf("only %d figures were compared", compared)
	}
	t.Logf("%d figures", compared)
}
