//go:build sistem

package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// LibreOffice opens every workbook and every large table, and what it shows is
// what the CSV holds, cell by cell.
func TestLibreOfficeReadsWhatTheFilesSay(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is needed: apt-get install libreoffice-calc-nogui")
	}
	s := portalSite(t)
	in, out := t.TempDir(), t.TempDir()
	var names []string
	twins := map[string]string{}
	for _, f := range dataList(t) {
		base, is := strings.CutSuffix(f.Address, ".xlsx")
		if !is && f.Address != "data/skor.csv" && f.Address != "data/instansi.csv" && f.Address != "jenis/provinsi.csv" {
			continue
		}
		if !is {
			base = strings.TrimSuffix(f.Address, ".csv")
		}
		name := strings.NewReplacer("/", "_", ".csv", "_text.csv").Replace(f.Address)
		if err := os.WriteFile(filepath.Join(in, name), s.files[f.Address], 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.Join(in, name))
		twins[name] = base + ".csv"
	}
	// Commas, quotes, UTF-8, first sheet, cells as shown; CSV files are read as UTF-8
	// with commas.
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--infilter=CSV:44,34,76,1,,1033",
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,1", "--outdir", out}
	for _, group := range [][]string{endingIn(names, ".xlsx"), endingIn(names, ".csv")} {
		call := exec.Command(office, append(argsFor(args, group), group...)...)
		call.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME="+t.TempDir())
		if output, err := call.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, output)
		}
	}
	var faults []string
	cells := 0
	for name, twin := range twins {
		_, want, err := s.csvTable(twin)
		if err != nil {
			t.Fatal(err)
		}
		found, err := filepath.Glob(filepath.Join(out, strings.TrimSuffix(name, filepath.Ext(name))+"-*.csv"))
		if err != nil || len(found) != 1 {
			t.Errorf("%s was not opened: %q %v", name, found, err)
			continue
		}
		file, err := os.Open(found[0])
		if err != nil {
			t.Fatal(err)
		}
		got, err := csv.NewReader(file).ReadAll()
		file.Close()
		if err != nil || len(got) != len(want)+1 {
			t.Errorf("%s: %d rows of %d: %v", name, len(got)-1, len(want), err)
			continue
		}
		for i := range want {
			for k, cell := range want[i] {
				cells++
				if !sameCell(got[i+1][k], cell) {
					faults = append(faults, fmt.Sprintf("%s: row %d column %s: LibreOffice shows %q, the CSV has %q", name, i+1, got[0][k], got[i+1][k], cell))
				}
			}
		}
	}
	report(t, faults)
	t.Logf("%d files, %d cells", len(twins), cells)
	if cells < 200_000 {
		t.Errorf("only %d cells were compared", cells)
	}
}

func endingIn(names []string, ending string) (out []string) {
	for _, n := range names {
		if strings.HasSuffix(n, ending) {
			out = append(out, n)
		}
	}
	return out
}

// argsFor leaves the filter for CSV out where workbooks are read.
func argsFor(args, names []string) (out []string) {
	for _, a := range args {
		if strings.HasPrefix(a, "--infilter") && strings.HasSuffix(names[0], ".xlsx") {
			continue
		}
		out = append(out, a)
	}
	return out
}

// sameCell compares a cell as LibreOffice shows it: yes and no are TRUE and FALSE,
// and a number that it read from a CSV file has lost its empty decimals.
func sameCell(shown, want string) bool {
	if shown == want || strings.EqualFold(shown, want) && (want == "true" || want == "false") {
		return true
	}
	number := strings.Trim(want, "0123456789.-") == ""
	return number && strings.Contains(want, ".") && shown == strings.TrimSuffix(strings.TrimRight(want, "0"), ".")
}
