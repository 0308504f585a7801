package intake

import (
	"io/fs"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/toml"
)

// document is one TOML file of the portal: as it stands, and what is to be
// added. Nothing that stands there is ever changed.
type document struct {
	path    string // below the data folder
	name    string // in messages
	order   layout
	existed bool
	mode    fs.FileMode
	old     []byte
	root    *toml.Node // as the file stands; nil where it does not exist
	adds    []addition
	added   map[string]int // joined path of a key to its place in adds
	seen    map[string]int // sequence of tables that keep theirs
}

// addition is a key that the file gets.
type addition struct {
	table []string
	key   string
	value value
	pos   diag.Pos // of the cell it came from
}

func (a addition) path() []string { return under(a.table, a.key) }

// at spells a table's path.
func at(path ...string) []string { return path }

// standing finds a value that the file holds, or nil.
func (d *document) standing(path ...string) *toml.Node {
	n := d.root
	for _, p := range path {
		n = n.Get(p)
	}
	return n
}

// set asks for a key to have a value. One that has it already is left; one
// that has another is a problem at the cell, naming the place of the other.
func (d *document) set(problems *diag.List, pos diag.Pos, table []string, key string, v value) {
	d.setAs(problems, pos, table, key, v, func(plain string) string { return plain })
}

// setBand is set for the name of a band, which may also stand there as its id.
func (d *document) setBand(problems *diag.List, pos diag.Pos, table []string, key string, v value) {
	d.setAs(problems, pos, table, key, v, folded)
}

func (d *document) setAs(problems *diag.List, pos diag.Pos, table []string, key string, v value, same func(string) string) {
	path := under(table, key)
	if i, twice := d.added[joined(path)]; twice {
		if first := d.adds[i]; same(first.value.plain) != same(v.plain) {
			problems.Errorf(pos, "intake-contradiction", pathText(path), clip(v.shown), clip(first.value.shown), first.pos.Line)
		}
		return
	}
	n := d.root
	for i, part := range path {
		if n = n.Get(part); n == nil {
			break
		}
		if last := i == len(path)-1; last != (n.Kind != toml.Table) {
			problems.Errorf(pos, "intake-conflict", pathText(path[:i+1]), clip(v.shown), n.Pos.String(), shownOf(n))
			return
		}
	}
	if n != nil {
		if same(plainOf(n)) != same(v.plain) {
			problems.Errorf(pos, "intake-conflict", pathText(path), clip(v.shown), n.Pos.String(), shownOf(n))
		}
		return
	}
	d.remember(table)
	d.added[joined(path)] = len(d.adds)
	d.adds = append(d.adds, addition{table, key, v, pos})
}

// remember notes when a table was first spoken of.
func (d *document) remember(table []string) {
	if _, known := d.seen[joined(table)]; !known {
		d.seen[joined(table)] = len(d.seen) + 1
	}
}
