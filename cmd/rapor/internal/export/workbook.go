package export

import (
	"io"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/sheet"
)

// The sheets of a workbook of data.
const (
	dataSheet       = "Data"
	dictionarySheet = "Kamus data"
	sourceSheet     = "Sumber"
)

// writeWorkbook writes a table as a workbook: the data, what its columns mean,
// and where the figures come from.
func writeWorkbook(w io.Writer, portal *maturity.Portal, title maturity.Text, t Table, editions []edition) error {
	return sheet.Workbook{
		Title: title.Base + " · " + portal.Title.Base, Creator: portal.Owner.Base, Rights: portal.Licence,
		Sheets: []sheet.Table{dataTable(t), dictionaryTable(t.Columns), sourcesTable(portal, editions)},
	}.Write(w)
}

func dataTable(t Table) sheet.Table {
	out := sheet.Table{Name: dataSheet, Columns: make([]sheet.Column, len(t.Columns))}
	for i, c := range t.Columns {
		out.Columns[i] = sheet.Column{Head: c.Name, Width: columnWidth(c), Decimals: decimals[c.Type]}
	}
	out.Rows = func(yield func([]sheet.Value) bool) {
		values := make([]sheet.Value, len(t.Columns))
		for row := range t.Rows {
			for i, c := range row {
				values[i] = c.typed()
			}
			if !yield(values) {
				return
			}
		}
	}
	return out
}

var decimals = map[ColumnType]int{TypeNumber: 2}

// columnWidth keeps room for the names of institutions and for sources.
func columnWidth(c Column) float64 {
	switch c.Name {
	case "instansi", "nama", "sumber":
		return 36
	case "instrumen":
		return 20
	}
	return float64(max(len(c.Name)+3, 9))
}

// typed is a cell as a spreadsheet holds it. The float is the nearest to the
// decimal figure, so that the digits that a spreadsheet shows are the figure's.
func (c Cell) typed() sheet.Value {
	switch c.kind {
	case cellText:
		return c.text
	case cellFlag:
		return c.value.value == 1
	case cellNumber:
		if c.value.places == 0 {
			return c.value.value
		}
		unit := 1.0
		for range c.value.places {
			unit *= 10
		}
		return float64(c.value.value) / unit
	}
	return nil
}

func dictionaryTable(columns []Column) sheet.Table {
	return sheet.Table{
		Name: dictionarySheet, Columns: []sheet.Column{{Head: "kolom", Width: 26}, {Head: "jenis", Width: 10}, {Head: "arti", Width: 80}, {Head: "arti_en", Width: 80}},
		Rows: func(yield func([]sheet.Value) bool) {
			for _, c := range columns {
				english, _ := c.About.In("en")
				if !yield([]sheet.Value{c.Name, string(c.Type), c.About.Base, english}) {
					return
				}
			}
		},
	}
}

// sourcesTable says who publishes the workbook, and lists each source once with
// the number of results that name it.
func sourcesTable(portal *maturity.Portal, editions []edition) sheet.Table {
	type key struct {
		title, url, copied, seen string
	}
	counts, order := map[key]int64{}, []key(nil)
	for _, e := range editions {
		for _, s := range e.a.Sources {
			k := key{s.Title, s.URL, s.Copy, perhaps(s.Compared).machine()}
			if counts[k] == 0 {
				order = append(order, k)
			}
			counts[k]++
		}
	}
	return sheet.Table{
		Name:    sourceSheet,
		Columns: []sheet.Column{{Head: "judul", Width: 60}, {Head: "url", Width: 50}, {Head: "salinan", Width: 30}, {Head: "dicocokkan", Width: 12}, {Head: "hasil", Width: 9}},
		Rows: func(yield func([]sheet.Value) bool) {
			for _, k := range order {
				if !yield([]sheet.Value{k.title, some(k.url), some(k.copied), some(k.seen), counts[k]}) {
					return
				}
			}
			yield([]sheet.Value{portal.Title.Base + " (" + portal.Licence + ")", portal.BaseURL, nil, nil, int64(len(editions))})
		},
	}
}

func some(s string) sheet.Value {
	if s == "" {
		return nil
	}
	return s
}
