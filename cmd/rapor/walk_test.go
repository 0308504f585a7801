package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// cmdWorkbook writes a workbook as somebody's desk holds it, from lines of a
// text file with | between the cells: workbook rekap.xlsx rekap.txt. Numbers
// become numbers, a first cell [n] in front of a title merges it over n columns.
func cmdWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: workbook file.xlsx rows.txt")
	}
	f := excelize.NewFile()
	defer f.Close()
	for i, line := range strings.Split(strings.TrimRight(ts.ReadFile(args[1]), "\n"), "\n") {
		for j, text := range strings.Split(line, "|") {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			ts.Check(err)
			text = strings.TrimSpace(text)
			if number, err := strconv.ParseFloat(text, 64); err == nil {
				ts.Check(f.SetCellValue("Sheet1", cell, number))
				continue
			}
			if width, title, merged := strings.Cut(strings.TrimPrefix(text, "["), "]"); merged {
				columns, err := strconv.Atoi(width)
				ts.Check(err)
				last, err := excelize.CoordinatesToCellName(j+columns, i+1)
				ts.Check(err)
				ts.Check(f.MergeCell("Sheet1", cell, last))
				text = title
			}
			ts.Check(f.SetCellStr("Sheet1", cell, text))
		}
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

// cmdFill fills the sheets of a folder in, as their units would: fill lembar 3
// writes level 3 into every open cell of the levels; fill lembar/a.xlsx 5 I02
// into one indicator's.
func cmdFill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fill folder-or-file level [indicator]")
	}
	files := []string{ts.MkAbs(args[0])}
	if info, err := os.Stat(files[0]); err == nil && info.IsDir() {
		files, err = filepath.Glob(filepath.Join(files[0], "*.xlsx"))
		ts.Check(err)
	}
	for _, name := range files {
		ts.Check(fillSheet(name, args[1], strings.Join(args[2:], " ")))
	}
}

func fillSheet(name, level, only string) error {
	f, err := excelize.OpenFile(name)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := f.GetRows("Isian")
	if err != nil {
		return err
	}
	column := 0
	for i, row := range rows {
		if len(row) > 4 && row[0] == "Kode" {
			for j, head := range row {
				if head == "Tingkat" {
					column = j + 1
				}
			}
			continue
		}
		if column == 0 || len(row) < 2 || row[1] == row[0] || row[1] == "" || only != "" && row[0] != only {
			continue
		}
		cell, err := excelize.CoordinatesToCellName(column, i+1)
		if err != nil {
			return err
		}
		if err := f.SetCellStr("Isian", cell, level); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}
