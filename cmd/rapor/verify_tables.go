package main

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/maturity"
)

// unread are the columns of tables that the JSON of institutions and years, which
// verify reads, does not tell all of.
var unread = []string{"wilayah", "induk", "tanggal", "sumber", "dicocokkan"}

// tables makes the published tables anew, from the JSON of institutions and years,
// and compares cell by cell: what was changed in a table alone is found. Of each
// file the first difference is named, since a row too many moves all that follow.
func (a *app) tables(site fs.FS, dir string, study *analysis.Study) (diag.List, error) {
	study.Set.Portal.Kinds = kindsOf(study.Set)
	var files []export.DataFile
	for _, f := range export.DataFiles(study, program) {
		if f.Table != nil && f.Media != export.MediaXLSX && f.Group != export.GroupInstrument && (f.Group != export.GroupWhole || f.Base == "data/skor") {
			files = append(files, f)
		}
	}
	lists := make([]diag.List, len(files))
	group, ctx := errgroup.WithContext(a.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range files {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return compareTable(&lists[i], site, dir, &files[i])
		})
	}
	err := group.Wait()
	var problems diag.List
	for _, list := range lists {
		problems.Merge(list)
	}
	return problems, err
}

// kindsOf are the kinds that institutions have, for the tables of each.
func kindsOf(set *maturity.Dataset) []maturity.Kind {
	ids := map[string]bool{}
	for _, inst := range set.Institutions {
		for _, year := range inst.Assessments {
			ids[inst.KindIn(year.Year)] = true
		}
	}
	var out []maturity.Kind
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		out = append(out, maturity.Kind{ID: id})
	}
	return out
}

// compareTable names the first cell in which a published table differs.
func compareTable(problems *diag.List, site fs.FS, dir string, f *export.DataFile) error {
	pos := diag.Pos{File: path.Join(dir, f.Address)}
	info, err := fs.Lstat(site, f.Address)
	if err != nil || !info.Mode().IsRegular() { // the manifest tells of it
		return nil
	}
	file, err := site.Open(f.Address)
	if err != nil {
		return err
	}
	defer file.Close()
	made, writer := io.Pipe()
	defer made.Close()
	go func() { writer.CloseWithError(f.Write(writer)) }()
	want, stop := iter.Pull2(rowsOf(f.Media, made))
	defer stop()
	n := 0
	for row, err := range rowsOf(f.Media, file) {
		if err != nil {
			problems.Errorf(pos, "export-form", fmt.Sprintf("baris[%d]", n))
			return nil
		}
		if row["asal"] != "terbit-lain" && row["bagian"] != "sebaran" { // nothing is computed from those
			again, err, _ := want()
			if err != nil {
				return err
			}
			if column := firstDifferent(row, again); column != "" {
				problems.Errorf(pos, "export-number", fmt.Sprintf("baris[%d].%s", n, column), cmp.Or(row[column], "-"), cmp.Or(again[column], "-"))
				return nil
			}
		}
		n++
	}
	if again, _, more := want(); more {
		problems.Errorf(pos, "export-number-missing", fmt.Sprintf("baris[%d]", n), again["instansi"])
	}
	return nil
}

// firstDifferent is the first column, by name, in which two rows differ; "" for
// rows that are the same as far as they can be.
func firstDifferent(got, want map[string]string) string {
	first := ""
	for _, row := range []map[string]string{got, want} {
		for column := range row {
			if got[column] != want[column] && !slices.Contains(unread, column) && (first == "" || column < first) {
				first = column
			}
		}
	}
	return first
}

// rowsOf reads the rows of a table, each by the names of its columns. The map is
// used again for the next row.
func rowsOf(media string, r io.Reader) iter.Seq2[map[string]string, error] {
	if media == export.MediaJSON {
		return jsonRows(json.NewDecoder(r))
	}
	return csvRows(csv.NewReader(r))
}

func csvRows(in *csv.Reader) iter.Seq2[map[string]string, error] {
	return func(yield func(map[string]string, error) bool) {
		header, err := in.Read()
		in.ReuseRecord = true
		row := map[string]string{}
		for err == nil {
			var cells []string
			if cells, err = in.Read(); err != nil {
				break
			}
			for i, cell := range cells {
				row[header[i]] = cell
			}
			if !yield(row, nil) {
				return
			}
		}
		if !errors.Is(err, io.EOF) {
			yield(nil, err)
		}
	}
}

func jsonRows(in *json.Decoder) iter.Seq2[map[string]string, error] {
	return func(yield func(map[string]string, error) bool) {
		if err := seekRows(in); err != nil {
			yield(nil, err)
			return
		}
		cells, row := map[string]json.RawMessage{}, map[string]string{}
		for in.More() {
			clear(cells)
			clear(row)
			if err := in.Decode(&cells); err != nil {
				yield(nil, err)
				return
			}
			for name, cell := range cells {
				row[name] = strings.Trim(string(cell), `"`)
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// seekRows reads up to the first row.
func seekRows(in *json.Decoder) error {
	_, err := in.Token() // {
	for err == nil {
		var key, open json.Token
		if key, err = in.Token(); err == nil && key == "baris" {
			if open, err = in.Token(); err == nil && open != json.Delim('[') {
				err = errors.New("no list of rows")
			}
			return err
		}
		var other json.RawMessage
		if err == nil {
			err = in.Decode(&other)
		}
	}
	return err
}
