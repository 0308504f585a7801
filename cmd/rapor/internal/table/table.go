// Package table is what pages, CSV and spreadsheets print alike: columns and
// rows of ready cells. It knows no language and no HTML: whoever fills a cell
// chooses the words, package theme draws it.
package table

import "slices"

// Table is one table with its caption.
type Table struct {
	Caption string
	Lang    string // of the caption, where it is not the page's
	Measure string // after the caption, in grey: "2018–2024"
	Columns []Column
	Groups  []Group // most tables have one, without a heading
	Wide    bool    // may be wider than a phone: stands in a region that scrolls and takes the focus
	Names   bool    // the first column holds long names and keeps room for them
	Sorts   bool    // an optional script may sort the rows
	Squares bool    // a small table of levels: a cell's tone fills it
	Rest    int     // rows that there are besides those that are given; see Cap
	Filter  *Filter // what an optional script may narrow the rows down by; nil: nothing
}

// Filter is the form above a long table that an optional script works: words in
// the first column, and choices. The table must be sortable and have an ID.
type Filter struct {
	ID      string // of the table, unique in the page
	Label   string // of the field for words
	Choices []Choice
	Joins   bool   // the groups of rows may be shown as one list
	Count   string // "{n} of 642 institutions": {n} is filled in by the script
	None    string // said where no row fits
}

// Choice narrows a table down to the rows with one value of a column.
type Choice struct {
	Name    string // in the page's address: provinsi
	Label   string
	Column  int // counted from 0; 0: the groups of rows, by their IDs
	Options []Option
}

// Option is one value: as the address has it, and as the column prints it.
type Option struct {
	Value, Text, Lang string
}

// Column is one column. Numbers stand at the right.
type Column struct {
	Name   string
	Lang   string // of the name, where it is not the page's
	Number bool
	Tight  bool   // its lines are not broken
	Prose  bool   // holds sentences: keeps room for them and breaks lines
	Full   string // what a short name stands for
	Href   string // where the name leads, or ""
	Unseen bool   // the name is read aloud only
	Key    string // what it holds, for those who look for it: "predikat"; or ""
}

// Group is a run of rows, with a heading over them or none.
type Group struct {
	ID      string // anchor, or ""
	Heading Cell
	Rows    []Row
}

// Mark lifts a row out of the others.
type Mark int

// The marks of rows.
const (
	Plain Mark = iota
	Own        // the edition or institution that the page is about
	Total      // the sum or the whole, at the end
)

// Row is one row; its first cell names it.
type Row struct {
	ID    string // anchor, or ""
	Mark  Mark
	Cells []Cell
}

// Cell is one cell, ready to print.
type Cell struct {
	Text    string // as the reader sees it
	Value   string // for sorting and machines, with a decimal point; "" where the text serves
	Lang    string // of the text, where it is not the page's
	Href    string // where the text leads, or ""
	Full    string // what a short text stands for
	Code    string // a short code before the text: I14
	Note    string // in grey after the text: "(turunan)"
	NoteIn  string // language of the note, where it is not the page's
	Missing string // why there is no figure: a dash is printed and this is read aloud
	Tone    int    // 1 to 5: the text stands on the colour of that band or level
	Strong  bool
	Muted   bool
}

// Text is a cell of words.
func Text(s string) Cell { return Cell{Text: s} }

// Link is a cell of words that lead somewhere.
func Link(s, href string) Cell { return Cell{Text: s, Href: href} }

// Number is a figure as printed and as machines read it.
func Number(text, value string) Cell { return Cell{Text: text, Value: value} }

// Missing is a cell without a figure and the reason.
func Missing(reason string) Cell { return Cell{Missing: reason} }

// Muted is a cell of words in grey, in the place of a figure.
func Muted(s string) Cell { return Cell{Text: s, Muted: true} }

// Empty reports whether the table has nothing to show.
func (t *Table) Empty() bool {
	if t == nil {
		return true
	}
	for _, g := range t.Groups {
		if len(g.Rows) > 0 {
			return false
		}
	}
	return true
}

// Short reports whether the table is so short that paper need not cut it.
func (t *Table) Short() bool {
	return t.Rows() <= shortRows && len(t.Groups) == 1
}

// shortRows fill about a third of an A4 page.
const shortRows = 14

// Rows counts the rows.
func (t *Table) Rows() int {
	rows := 0
	for i := range t.Groups {
		rows += len(t.Groups[i].Rows)
	}
	return rows
}

// Cap drops the rows after the first n and returns how many there were, those among
// them that were not even given. Groups that are left without rows go as well.
func (t *Table) Cap(n int) int {
	all := 0
	for i := range t.Groups {
		g := &t.Groups[i]
		keep := min(len(g.Rows), max(0, n-all))
		all += len(g.Rows)
		g.Rows = g.Rows[:keep]
	}
	all += t.Rest
	if all > n {
		t.Groups = slices.DeleteFunc(t.Groups, func(g Group) bool { return len(g.Rows) == 0 })
	}
	return all
}

// Add appends a row to the last group, which it opens where there is none.
func (t *Table) Add(mark Mark, cells ...Cell) *Row {
	if len(t.Groups) == 0 {
		t.Groups = append(t.Groups, Group{})
	}
	g := &t.Groups[len(t.Groups)-1]
	g.Rows = append(g.Rows, Row{Mark: mark, Cells: cells})
	return &g.Rows[len(g.Rows)-1]
}

// Begin opens a new group of rows under a heading.
func (t *Table) Begin(heading Cell) {
	t.Groups = append(t.Groups, Group{Heading: heading})
}

// Words are columns of words, Figures columns of numbers, by their names.
func Words(names ...string) []Column { return columns(false, names) }

// Figures are columns of numbers by their names; see Words.
func Figures(names ...string) []Column { return columns(true, names) }

func columns(number bool, names []string) []Column {
	out := make([]Column, len(names))
	for i, name := range names {
		out[i] = Column{Name: name, Number: number}
	}
	return out
}
