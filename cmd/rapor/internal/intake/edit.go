package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/toml"
)

// edit is a piece of text that goes to an offset of the old one.
type edit struct {
	offset int
	text   string
}

// text returns the file with everything added. It is read once more before it
// is handed out: an edit that did not do what it should is an error of this
// program, never a file.
func (d *document) text() ([]byte, error) {
	if len(d.adds) == 0 {
		return d.old, nil
	}
	out := outlineOf(string(d.old))
	slices.SortStableFunc(d.adds, func(a, b addition) int { return d.order.compare(a.path(), b.path(), d.seen) })
	inSection := map[int][]addition{}
	newTables := map[string][]addition{}
	var tables [][]string
	var edits []edit
	for _, a := range d.adds {
		h, rest, found := out.homeOf(a.table)
		key := under(rest, a.key)
		switch {
		case found && h.inline:
			edits = append(edits, edit{h.offset, inlineText(h, key, a.value)})
			out.fillInline(h.offset)
		case found && (len(rest) == 0 || len(h.prefix) > 0):
			a.key = pathText(under(h.prefix, key...))
			inSection[h.section] = append(inSection[h.section], a)
		default:
			if newTables[joined(a.table)] == nil {
				tables = append(tables, a.table)
			}
			a.key = keyText(a.key)
			newTables[joined(a.table)] = append(newTables[joined(a.table)], a)
		}
	}
	for i := range out.sections {
		if adds := inSection[i]; adds != nil {
			edits = append(edits, d.intoSection(out, i, adds))
		}
	}
	edits = append(edits, d.tableEdits(out, tables, newTables)...)
	text := applied(string(d.old), edits)
	return []byte(text), d.confirm(text)
}

// homeOf finds the place of a table, or of the nearest one around it that
// forces the way its parts are written (an inline table, or dotted keys). rest
// is the way from there.
func (o *outline) homeOf(table []string) (h home, rest []string, found bool) {
	for i := len(table); i >= 0; i-- {
		h, found = o.homes[joined(table[:i])]
		if found && (i == len(table) || h.inline || len(h.prefix) > 0) {
			return h, table[i:], true
		}
	}
	return home{}, table, false
}

// fillInline notes that the inline table at an offset has a key now.
func (o *outline) fillInline(offset int) {
	for path, h := range o.homes {
		if h.inline && h.offset == offset {
			h.empty, h.comma = false, false
			o.homes[path] = h
		}
	}
}

func inlineText(h home, key []string, v value) string {
	before := ", "
	if h.empty || h.comma {
		before = " "
	}
	return before + pathText(key) + " = " + v.source
}

// intoSection puts keys after the last entry of a table that stands there.
func (d *document) intoSection(out *outline, i int, adds []addition) edit {
	s := out.sections[i]
	if s.empty {
		s.width = widest(adds)
	}
	text := lines(adds, s.width)
	if i == 0 && s.empty { // the first keys of a file that has only tables, or comments
		if s.end = len(d.old); len(out.sections) > 1 {
			s.end, text = out.sections[1].block, text+"\n"
		}
	}
	if before := strings.TrimPrefix(string(d.old[:s.end]), "\ufeff"); before != "" && !strings.HasSuffix(before, "\n") {
		text = "\n" + text
	}
	return edit{s.end, text}
}

// tableEdits puts each new table behind the last one that comes before it in
// the order of the format. Tables that go to one place stand in one edit.
func (d *document) tableEdits(out *outline, tables [][]string, content map[string][]addition) []edit {
	blocks := map[int][]string{}
	for _, table := range tables {
		adds := content[joined(table)]
		text := lines(adds, widest(adds))
		if len(table) > 0 {
			text = "[" + pathText(table) + "]\n" + text
		}
		offset := len(d.old)
		for i := len(out.sections) - 1; i >= 0; i-- {
			if i == 0 || d.order.compare(out.sections[i].path, table, d.seen) < 0 {
				if i+1 < len(out.sections) {
					offset = out.sections[i+1].block
				}
				break
			}
		}
		blocks[offset] = append(blocks[offset], text)
	}
	var edits []edit
	for offset, texts := range blocks {
		text := strings.Join(texts, "\n")
		if offset < len(d.old) {
			text += "\n"
		}
		edits = append(edits, edit{offset, text})
	}
	return edits
}

func widest(adds []addition) int {
	w := 0
	for _, a := range adds {
		w = max(w, len([]rune(a.key)))
	}
	return w
}

// lines writes keys with their equal signs below each other.
func lines(adds []addition, width int) string {
	var b strings.Builder
	for _, a := range adds {
		fmt.Fprintf(&b, "%-*s = %s\n", width, a.key, a.value.source)
	}
	return b.String()
}

// applied puts the edits into the text, with its kind of line ends, and a blank
// line before a piece that begins a table.
func applied(old string, edits []edit) string {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.offset, b.offset) })
	newline := "\n"
	if i := strings.IndexByte(old, '\n'); i > 0 && old[i-1] == '\r' {
		newline = "\r\n"
	}
	var b strings.Builder
	done := 0
	for _, e := range edits {
		b.WriteString(old[done:e.offset])
		done = e.offset
		text := strings.ReplaceAll(e.text, "\n", newline)
		if strings.HasPrefix(e.text, "[") {
			b.WriteString(gap(b.String(), newline))
		}
		b.WriteString(text)
	}
	b.WriteString(old[done:])
	return b.String()
}

// gap is what is missing between a text and a table after it: the end of the
// last line, and a blank line.
func gap(before, newline string) string {
	before = strings.TrimPrefix(before, "\ufeff")
	switch {
	case before == "", strings.HasSuffix(before, newline+newline):
		return ""
	case strings.HasSuffix(before, newline):
		return newline
	}
	return newline + newline
}

// confirm reads the new text and looks whether everything that stood there and
// everything that was added is in it.
func (d *document) confirm(text string) error {
	after, problems := toml.Parse(d.name, []byte(text))
	if after == nil {
		return fmt.Errorf("%s: the text made for it is no valid TOML: %v", d.name, problems.Sorted()[0])
	}
	if lost := firstLost(d.root, after, nil); lost != nil {
		return fmt.Errorf("%s: %s would have been lost", d.name, pathText(lost))
	}
	for _, a := range d.adds {
		n := after
		for _, p := range a.path() {
			n = n.Get(p)
		}
		if n == nil || n.Kind != toml.Table && plainOf(n) != a.value.plain {
			return fmt.Errorf("%s: %s would not have been written", d.name, pathText(a.path()))
		}
	}
	return nil
}

// firstLost returns the path of a value of before that after lacks.
func firstLost(before, after *toml.Node, path []string) []string {
	if before == nil {
		return nil
	}
	if after == nil || before.Kind != after.Kind {
		return path
	}
	if before.Kind != toml.Table {
		if plainOf(before) != plainOf(after) {
			return path
		}
		return nil
	}
	for _, key := range before.Keys {
		if lost := firstLost(before.Get(key), after.Get(key), under(path, key)); lost != nil {
			return lost
		}
	}
	return nil
}
