package export

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/jsontext"
	"rapor/cmd/rapor/internal/maturity"
)

// Tables lists the published tables of figures, CSV and JSON, each with what its
// rows should be: made anew from what was read back. Workbooks hold the cells of
// the CSV beside them.
func (p *Published) Tables(study *analysis.Study) []DataFile {
	set := *p.Set
	set.Portal.Kinds = kindsOf(p.Set.Institutions)
	whole := *study
	whole.Set = &set
	return slices.DeleteFunc(DataFiles(&whole, ""), func(f DataFile) bool {
		judged := slices.Contains([]DataGroup{GroupYear, GroupKind, GroupIndicator, GroupInstitution}, f.Group) || f.Base == longBase
		return f.Table == nil || f.Media == MediaXLSX || !judged
	})
}

// kindsOf are the kinds that institutions have or had, by id: tables exist for
// each.
func kindsOf(all []*maturity.Institution) []maturity.Kind {
	known := map[string]bool{}
	for _, inst := range all {
		for _, a := range inst.Assessments {
			known[inst.KindIn(a.Year)] = true
		}
	}
	var out []maturity.Kind
	for _, id := range sortedKeys(known) {
		out = append(out, maturity.Kind{ID: id})
	}
	return out
}

// What names a row, and what of it is words that are not read back. All other
// columns are figures, or say whose they are.
var (
	rowNames  = []string{"instansi", "tahun", "instrumen", "tahap", "bagian", "kode", "asal"}
	unchecked = []string{"nama", "wilayah", "induk", "tanggal", "sumber", "dicocokkan", "keyakinan"}
)

// CompareTable sets the figures of a published table against the rows that it
// should have. It ends at the first row that is not where it should be.
func (p *Published) CompareTable(f *DataFile) (diag.List, error) {
	c := comparison{published: p, columns: f.Table.Columns, file: path.Join(p.name, f.Address)}
	file, err := p.fsys.Open(f.Address)
	if errors.Is(err, fs.ErrNotExist) {
		c.problems.Errorf(diag.Pos{File: c.file}, "export-form", f.Address)
		return c.problems, nil
	}
	if err != nil {
		return c.problems, err
	}
	defer file.Close()
	rows := csvRecords(file, c.columns)
	if f.Media == MediaJSON {
		rows = jsonRecords(file, c.columns)
	}
	next, stop := iter.Pull(rows)
	defer stop()
	for row := range f.Table.Rows {
		if want := textsOf(row); !c.passedOver(want) && !c.row(next, want) {
			return c.problems, nil
		}
	}
	if got, ok := c.nextOf(next); ok {
		c.problems.Errorf(c.at(got), "export-number-unfounded", c.name(got.texts), strings.Join(c.figures(got.texts), " "))
	}
	return c.problems, nil
}

// record is a row as it is published: its cells in the order of the columns that
// it should have.
type record struct {
	line  int
	texts []string
	fault bool // it could not be read as a row of this table
}

// comparison is one table that is compared.
type comparison struct {
	published *Published
	columns   []Column
	file      string
	problems  diag.List
}

func (c *comparison) at(r record) diag.Pos { return diag.Pos{File: c.file, Line: r.line, Col: 1} }

// row compares the next published row with the one that it should be; false where
// it is another.
func (c *comparison) row(next func() (record, bool), want []string) bool {
	got, ok := c.nextOf(next)
	switch {
	case ok && got.fault:
		c.problems.Errorf(c.at(got), "export-form", c.file)
		return false
	case !ok || c.name(got.texts) != c.name(want):
		c.problems.Errorf(c.at(got), "export-number-missing", c.name(want), strings.Join(c.figures(want), " "))
		return false
	}
	for i, column := range c.columns {
		if !slices.Contains(unchecked, column.Name) && plain(got.texts[i]) != plain(want[i]) {
			c.problems.Errorf(c.at(got), "export-number", c.name(want)+" "+column.Name, got.texts[i], want[i])
		}
	}
	return true
}

// nextOf is the next published row that is judged.
func (c *comparison) nextOf(next func() (record, bool)) (record, bool) {
	for {
		r, ok := next()
		if !ok || r.fault || !c.passedOver(r.texts) {
			return r, ok
		}
	}
}

// passedOver tells rows that cannot be made anew: what other sources print, printed
// distributions, and whatever is said of an institution with a year that could not
// be read.
func (c *comparison) passedOver(texts []string) bool {
	for i, column := range c.columns {
		switch column.Name {
		case "instansi":
			if c.published.faulty[texts[i]] {
				return true
			}
		case "asal":
			if texts[i] == originOther {
				return true
			}
		case "bagian":
			if texts[i] == partSpread {
				return true
			}
		}
	}
	return false
}

// name tells a row from all others of its table.
func (c *comparison) name(texts []string) string {
	var parts []string
	for i, column := range c.columns {
		if slices.Contains(rowNames, column.Name) && texts[i] != "" {
			parts = append(parts, texts[i])
		}
	}
	return strings.Join(parts, " ")
}

// figures are what a row says.
func (c *comparison) figures(texts []string) []string {
	var out []string
	for i, column := range c.columns {
		if !slices.Contains(rowNames, column.Name) && !slices.Contains(unchecked, column.Name) && texts[i] != "" {
			out = append(out, texts[i])
		}
	}
	return out
}

func textsOf(row []Cell) []string {
	out := make([]string, len(row))
	for i := range row {
		out[i] = row[i].machine()
	}
	return out
}

// csvRecords reads the rows of a CSV file.
func csvRecords(file io.Reader, columns []Column) iter.Seq[record] {
	return func(yield func(record) bool) {
		in := csv.NewReader(bufio.NewReader(file))
		head, err := in.Read()
		place := make([]int, len(columns))
		for i, c := range columns {
			place[i] = slices.Index(head, c.Name)
		}
		if err != nil || slices.Contains(place, -1) || len(head) != len(columns) {
			yield(record{line: 1, fault: true})
			return
		}
		for {
			fields, err := in.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			line, _ := in.FieldPos(0)
			r := record{line: line, texts: make([]string, len(columns)), fault: err != nil}
			for i := range columns {
				if err == nil {
					r.texts[i] = fields[place[i]]
				}
			}
			if !yield(r) || r.fault {
				return
			}
		}
	}
}

// jsonRecords reads the rows of a JSON table, each of which has a line of its own:
// the file of all figures is too large to be held.
func jsonRecords(file io.Reader, columns []Column) iter.Seq[record] {
	return func(yield func(record) bool) {
		in := bufio.NewScanner(file)
		in.Buffer(nil, maxFile)
		within := false
		for line := 1; in.Scan(); line++ {
			text := bytes.TrimSuffix(bytes.TrimSpace(in.Bytes()), []byte(","))
			switch {
			case !within:
				within = bytes.HasSuffix(text, []byte(`"baris": [`))
				continue
			case len(text) > 0 && text[0] == ']':
				return
			}
			if r := jsonRecord(text, columns, line); !yield(r) || r.fault {
				return
			}
		}
		yield(record{line: 1, fault: true}) // it does not end as a table does
	}
}

func jsonRecord(text []byte, columns []Column, line int) record {
	r := record{line: line, texts: make([]string, len(columns))}
	row, problems := jsontext.Parse("", text)
	if row == nil || problems.HasErrors() || row.Kind != jsontext.Object {
		r.fault = true
		return r
	}
	read := 0
	for i, c := range columns {
		if v := row.Get(c.Name); v != nil {
			r.texts[i] = v.Text
			read++
		}
	}
	r.fault = read != len(row.Keys)
	return r
}
