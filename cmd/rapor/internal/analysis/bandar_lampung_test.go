package analysis

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
)

// bandarLampung is Kota Bandar Lampung as published, with the levels known of
// 2021, 2023 and 2024. Its exact indices are 1.2000, 2.1545 and 2.9795, by
// sum(weight x level) over the file's digits.
func bandarLampung(t testing.TB, in *maturity.Instrument) *maturity.Institution {
	t.Helper()
	inst := institution(t, in, "kota-bandar-lampung", "2021=1.20 2022=1.50 2023=2.15 2024=2.98")
	for _, row := range readCSV(t, "testdata/tingkat-bandar-lampung.csv") {
		year, err := strconv.Atoi(row[0])
		if err != nil {
			t.Fatal(err)
		}
		levelled(inst, in, year, maturity.StageFinal, row[1])
	}
	return inst
}

// readCSV reads a file without its first line.
func readCSV(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}
