//go:build !race

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
)

// listedFile is an entry of /data/index.json.
type listedFile struct {
	Address string `json:"alamat"`
	Title   string `json:"judul"`
	English string `json:"judul_en"`
	Covers  string `json:"cakupan"`
	Media   string `json:"media"`
	Rows    *int   `json:"baris"`
	Bytes   int    `json:"bita"`
	SHA256  string `json:"sha256"`
}

// theList is what /data/index.json of the portal lists, read once.
var theList struct {
	once  sync.Once
	files []listedFile
}

func dataList(t *testing.T) []listedFile {
	t.Helper()
	s := portalSite(t)
	theList.once.Do(func() {
		var index struct {
			Files []listedFile `json:"berkas"`
		}
		if err := json.Unmarshal(s.files["data/index.json"], &index); err != nil {
			t.Fatal(err)
		}
		theList.files = index.Files
	})
	return theList.files
}

// isOpenData reports whether a file of the site is open data and has to be listed.
func isOpenData(address string) bool {
	switch path.Ext(address) {
	case ".csv", ".xlsx":
		return true
	case ".json":
		return address != "manifest.json" && address != "data/index.json" && !strings.HasPrefix(address, "assets/") && !strings.HasPrefix(address, "skema/")
	}
	return false
}

func TestTheListOfDataHoldsEveryFileAsItIs(t *testing.T) {
	s := portalSite(t)
	listed := map[string]bool{}
	var faults []string
	for _, f := range dataList(t) {
		listed[f.Address] = true
		content := s.files[f.Address]
		sum := sha256.Sum256(content)
		switch {
		case content == nil:
			faults = append(faults, f.Address+": is not there")
		case len(content) != f.Bytes || hex.EncodeToString(sum[:]) != f.SHA256:
			faults = append(faults, f.Address+": other bytes than the list says")
		case f.Title == "" || f.English == "" || f.Title == f.English || f.Media == "" || f.Covers == "":
			faults = append(faults, fmt.Sprintf("%s: incomplete: %+v", f.Address, f))
		}
	}
	for address := range s.files {
		if isOpenData(address) && !listed[address] && !otherMachineFiles[address] && !strings.HasPrefix(address, "skema/") && !strings.HasPrefix(address, "lencana/") {
			faults = append(faults, address+": not in the list")
		}
	}
	slices.Sort(faults)
	report(t, faults)
	t.Logf("%d data files", len(listed))
}

// otherMachineFiles are JSON files that describe the data or the site.
var otherMachineFiles = map[string]bool{"datapackage.json": true, "data/openapi.json": true}

// csvTable reads a CSV file of the site: the names of the columns and the rows.
func (s *builtSite) csvTable(address string) ([]string, [][]string, error) {
	records, err := csv.NewReader(bytes.NewReader(s.files[address])).ReadAll()
	if err != nil || len(records) == 0 {
		return nil, nil, fmt.Errorf("%s: %d records: %w", address, len(records), err)
	}
	return records[0], records[1:], nil
}

// jsonTable reads a JSON table of the site: the columns and, for each row, the
// cells as they are written, "" where there is none.
func (s *builtSite) jsonTable(address string) ([]string, [][]string, error) {
	var document struct {
		Columns []string                     `json:"kolom"`
		Rows    []map[string]json.RawMessage `json:"baris"`
	}
	if err := json.Unmarshal(s.files[address], &document); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", address, err)
	}
	rows := make([][]string, len(document.Rows))
	for i, row := range document.Rows {
		rows[i] = make([]string, len(document.Columns))
		for k, name := range document.Columns {
			literal := string(row[name])
			if strings.HasPrefix(literal, `"`) {
				if err := json.Unmarshal(row[name], &literal); err != nil {
					return nil, nil, fmt.Errorf("%s: %w", address, err)
				}
			}
			rows[i][k] = literal
			delete(row, name)
		}
		if len(row) > 0 {
			return nil, nil, fmt.Errorf("%s: row %d has more than the columns", address, i)
		}
	}
	return document.Columns, rows, nil
}

func TestCSVAndJSONOfATableAgreeCellByCell(t *testing.T) {
	s := portalSite(t)
	var faults []string
	tables, cells := 0, 0
	for _, f := range dataList(t) {
		if f.Media != "text/csv" {
			continue
		}
		names, rows, err := s.csvTable(f.Address)
		if err != nil {
			t.Fatal(err)
		}
		if f.Rows == nil || *f.Rows != len(rows) {
			faults = append(faults, fmt.Sprintf("%s: %d rows, the list says otherwise", f.Address, len(rows)))
		}
		twin := strings.TrimSuffix(f.Address, ".csv") + ".json"
		if !bytes.Contains(s.files[twin], []byte("\n \"kolom\": [")) {
			continue // an institution's and an instrument's JSON are no tables
		}
		otherNames, others, err := s.jsonTable(twin)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(names, otherNames) || len(rows) != len(others) {
			faults = append(faults, fmt.Sprintf("%s and %s: columns %q and %q, %d and %d rows", f.Address, twin, names, otherNames, len(rows), len(others)))
			continue
		}
		tables++
		for i := range rows {
			cells += len(rows[i])
			if !slices.Equal(rows[i], others[i]) {
				faults = append(faults, fmt.Sprintf("%s: row %d is %q, in the JSON %q", f.Address, i+1, rows[i], others[i]))
			}
		}
	}
	report(t, faults)
	if tables < 60 || cells < 100_000 {
		t.Errorf("only %d tables and %d cells were compared", tables, cells)
	}
	t.Logf("%d tables, %d cells", tables, cells)
}

// The long table holds every figure of every year's JSON, and nothing else.
func TestTheLongTableHoldsTheFiguresOfEveryYear(t *testing.T) {
	s := portalSite(t)
	set, _, _ := national(t)
	_, rows, err := s.csvTable("data/skor.csv")
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]string{}
	for _, r := range rows {
		if r[6] != "" {
			held[strings.Join([]string{r[0], r[1], r[3], r[4], r[5], r[7], r[8]}, "|")] = r[6]
		}
	}
	var faults []string
	wanted := 0
	for _, inst := range set.Institutions {
		for _, a := range inst.Assessments {
			var year struct {
				Published *figuresJSON                      `json:"terbit"`
				Computed  *figuresJSON                      `json:"hitung"`
				Levels    map[string]map[string]json.Number `json:"tingkat"`
			}
			decode(t, s.files[editionBase(inst, a)+".json"], &year)
			source := ""
			for i, one := range a.Sources {
				source += map[bool]string{true: "; "}[i > 0] + one.Title
				if one.Reference != "" {
					source += ", " + one.Reference
				}
			}
			check := func(stage, part, code, origin string, value json.Number) {
				if value == "" {
					return
				}
				wanted++
				key := strings.Join([]string{inst.Slug, fmt.Sprint(a.Year), stage, part, code, origin, source}, "|")
				if held[key] != value.String() {
					faults = append(faults, fmt.Sprintf("%s is %q, the year's JSON says %s", key, held[key], value))
				}
			}
			year.Published.each("akhir", "terbit", check)
			if year.Computed != nil {
				year.Computed.each(year.Computed.Stage, "hitung", check)
			}
			for stage, levels := range year.Levels {
				for id, value := range levels {
					check(stage, "indikator", id, "tingkat", value)
				}
			}
		}
	}
	report(t, faults)
	t.Logf("%d figures", wanted)
	if wanted < 6000 {
		t.Errorf("only %d figures were looked for", wanted)
	}
}

type figuresJSON struct {
	Stage   string                 `json:"tahap"`
	Index   json.Number            `json:"indeks"`
	Domains map[string]json.Number `json:"domain"`
	Aspects map[string]json.Number `json:"aspek"`
}

func (f *figuresJSON) each(stage, origin string, check func(stage, part, code, origin string, value json.Number)) {
	if f == nil {
		return
	}
	check(stage, "indeks", "", origin, f.Index)
	for id, v := range f.Domains {
		check(stage, "domain", id, origin, v)
	}
	for id, v := range f.Aspects {
		check(stage, "aspek", id, origin, v)
	}
}
