package view

import (
	"cmp"
	"slices"

	"rapor/cmd/rapor/internal/find"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
)

// filterFrom is how many rows are worth a filter: fewer are seen at a glance.
const filterFrom = 30

// filter lets an optional script narrow a long table of institutions down: by
// words of the name, by the group of rows, and by the parent and the band where
// it has such columns, by their keys. A table that goes over the bound of a page
// gets none: it is cut, and the list has its parts.
func (w *writer) filter(t *table.Table, id string) {
	rows := t.Rows() + t.Rest
	if rows < filterFrom || rows > listBound {
		return
	}
	f := &table.Filter{ID: id, Label: w.Say("saring.nama"), None: w.Say("saring.nihil"), Joins: len(t.Groups) > 1,
		Count: w.Say("saring.hitung", "n", "{n}", "semua", w.Int(rows))}
	if averages := slices.ContainsFunc(t.Groups, func(g table.Group) bool { return w.site.averages(g.ID) }); averages {
		f.Count = w.Say("saring.baris", "n", "{n}", "semua", w.Int(rows)) // published averages are no institutions
	}
	if f.Joins {
		c := table.Choice{Name: "jenis", Label: w.Say("tabel.jenis")}
		for i := range t.Groups {
			c.Options = append(c.Options, table.Option{Value: t.Groups[i].ID, Text: t.Groups[i].Heading.Text, Lang: t.Groups[i].Heading.Lang})
		}
		f.Choices = append(f.Choices, c)
	}
	for i := range t.Columns {
		c := table.Choice{Label: t.Columns[i].Name, Column: i}
		switch {
		case t.Columns[i].Key == parentColumn:
			c.Name = "provinsi"
		case t.Columns[i].Key == bandColumn:
			c.Name = "predikat"
		default:
			continue
		}
		if c.Options = w.options(t, i); len(c.Options) > 1 {
			f.Choices = append(f.Choices, c)
		}
	}
	t.Filter = f
}

// averages reports whether a kind is one of published averages.
func (s *Site) averages(kind string) bool {
	return slices.ContainsFunc(s.histories, func(h *history) bool { return h.inst.Kind == kind && h.inst.Average })
}

// options are the values of a column, each once: bands in the order of the
// newest instrument, all else by name.
func (w *writer) options(t *table.Table, column int) []table.Option {
	var out []table.Option
	seen := map[string]bool{}
	for i := range t.Groups {
		for j := range t.Groups[i].Rows {
			c := &t.Groups[i].Rows[j].Cells[column]
			if c.Text != "" && c.Missing == "" && !seen[c.Text] {
				seen[c.Text] = true
				out = append(out, table.Option{Value: find.Slug(c.Text), Text: c.Text, Lang: c.Lang})
			}
		}
	}
	lang.SortBy(w.Form, out, func(o table.Option) string { return o.Text })
	if t.Columns[column].Key == bandColumn {
		slices.SortStableFunc(out, func(a, b table.Option) int { return cmp.Compare(w.bandRank(b.Text), w.bandRank(a.Text)) })
	}
	return out
}

// bandColumn is the key of columns that hold bands.
const bandColumn = "predikat"

// bandHead is the head of such a column.
func (w *writer) bandHead(y int) table.Column {
	return table.Column{Name: w.Say("tabel.predikat-tahun", "tahun", year(y)), Key: bandColumn}
}

// parentColumn is the key of columns that hold parents.
const parentColumn = "induk"

// parentHead is the head of such a column.
func (w *writer) parentHead() table.Column {
	return table.Column{Name: w.parentWord(), Key: parentColumn}
}

// bandRank is a band's place in the newest instrument that has one of that name,
// or -1.
func (w *writer) bandRank(name string) int {
	all := w.site.data.Instruments
	for i := len(all) - 1; i >= 0; i-- {
		for place := range all[i].Bands {
			if w.text(all[i].Bands[place].Name).Words == name {
				return place
			}
		}
	}
	return -1
}

// parentWord names the column of parents: by their kind where all are of one,
// else in general.
func (w *writer) parentWord() string {
	if kind := w.site.parentKind(); kind != "" {
		return w.kind(kind).Words
	}
	return w.Say("saring.induk")
}

// parentKind is the kind of all parents, "" where they are of several.
func (s *Site) parentKind() string {
	kind := ""
	for slug := range s.note(SeenLand).parents {
		h := s.of(slug)
		if h == nil || kind != "" && kind != h.inst.Kind {
			return ""
		}
		kind = h.inst.Kind
	}
	return kind
}

// parentCell is the institution that another stands under; for one that others
// stand under, itself, so that a province is found with its regencies. So is a
// province without any.
func (w *writer) parentCell(inst *maturity.Institution) table.Cell {
	of := inst
	if w.site.kindsUnder(inst.Slug) == nil && inst.Kind != w.site.parentKind() {
		h := w.site.of(inst.Parent)
		if h == nil {
			return table.Missing(w.Say("saring.tanpa-induk"))
		}
		of = h.inst
	}
	name := w.short(of)
	return table.Cell{Text: name.Words, Lang: name.Lang, Muted: of == inst}
}
