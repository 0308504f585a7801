package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/find"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// listBound is how many rows a list has at most on one page: a thousand
// institutions are some 40 kB. A longer list is split by kind, then by parent,
// then by initial.
const listBound = 1000

// listPart is a part of the list of institutions: a page with a table, or with
// links to the parts below it.
type listPart struct {
	dir      string // of its page
	kind     string
	parent   string // slug, or ""
	orphans  bool   // those of the kind that stand under no one
	letters  string // of the names: "B", "B 2"; or ""
	of       []*history
	children []*listPart
}

// newListParts splits the list; nil where it fits on one page. Order and
// initials follow the short names in the portal's first language, so that parts
// are the same in all.
func (s *Site) newListParts(bound int) []*listPart {
	if len(s.histories) <= bound {
		return nil
	}
	var parts []*listPart
	for i := range s.data.Portal.Kinds {
		kind := s.data.Portal.Kinds[i].ID
		p := &listPart{dir: kindDir(kind) + "daftar/", kind: kind}
		for _, h := range s.histories {
			if h.inst.Kind == kind {
				p.of = append(p.of, h)
			}
		}
		if len(p.of) > 0 {
			lang.SortBy(lang.Indonesian, p.of, func(h *history) string { return h.inst.Short() })
			p.split(bound, s)
			parts = append(parts, p)
		}
	}
	return parts
}

// split makes the parts below a part that is too long: by parent where there are
// several, else by initial.
func (p *listPart) split(bound int, s *Site) {
	if len(p.of) <= bound {
		return
	}
	if p.parent == "" && !p.orphans {
		p.byParent(s)
	}
	if len(p.children) < 2 {
		p.children = nil
		p.byInitial(bound, s)
		return
	}
	for _, c := range p.children {
		c.split(bound, s)
	}
}

// byParent makes a part for each parent, by its name, and one of those without.
func (p *listPart) byParent(s *Site) {
	groups := map[string]*listPart{}
	for _, h := range p.of {
		slug := h.inst.Parent
		if groups[slug] == nil {
			c := &listPart{dir: p.dir + slug + "/", kind: p.kind, parent: slug, orphans: slug == ""}
			if c.orphans {
				c.dir = p.dir + "tanpa-induk/"
			}
			groups[slug] = c
			p.children = append(p.children, c)
		}
		groups[slug].of = append(groups[slug].of, h)
	}
	slices.SortFunc(p.children, func(a, b *listPart) int {
		return cmp.Or(btoi(a.orphans)-btoi(b.orphans), strings.Compare(a.parent, b.parent))
	})
}

// byInitial makes a part for each first letter of the names, and runs of it
// where a letter is still too long.
func (p *listPart) byInitial(bound int, s *Site) {
	groups := map[string][]*history{}
	for _, h := range p.of {
		letter := s.initial(h.inst)
		groups[letter] = append(groups[letter], h)
	}
	for _, letter := range keysOf(groups) {
		run := 0
		for chunk := range slices.Chunk(groups[letter], bound) {
			run++
			c := &listPart{dir: p.dir + letter + "/", kind: p.kind, parent: p.parent, orphans: p.orphans, letters: strings.ToUpper(letter), of: chunk}
			if run > 1 {
				c.dir, c.letters = p.dir+letter+"-"+strconv.Itoa(run)+"/", c.letters+" "+strconv.Itoa(run)
			}
			p.children = append(p.children, c)
		}
	}
}

func keysOf[T any](m map[string]T) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// initial is the first letter of a name without the words of its kind: b for
// Kota Bandung. What is no letter of the Latin alphabet is 0.
func (s *Site) initial(inst *maturity.Institution) string {
	words := find.Words(inst.Short())
	for _, common := range find.Words(s.data.Portal.Kind(inst.Kind).Name.Base) {
		if len(words) > 1 && words[0] == common {
			words = words[1:]
		}
	}
	if len(words) == 0 || words[0][0] < 'a' || words[0][0] > 'z' {
		return "0"
	}
	return words[0][:1]
}

// listPages yields the list and, where it is split, its parts.
func (s *Site) listPages(yield func(Page) bool) bool {
	if !s.each(listDir, "list", "portal.toml", s.list, yield) {
		return false
	}
	for _, p := range s.listParts {
		if !s.listPartPages(p, nil, yield) {
			return false
		}
	}
	return true
}

func (s *Site) listPartPages(p *listPart, above []*listPart, yield func(Page) bool) bool {
	page := func(w *writer) (Shell, any) { return s.listPart(w, p, above) }
	if !s.each(p.dir, "list", "portal.toml", page, yield) {
		return false
	}
	for _, c := range p.children {
		if !s.listPartPages(c, append(slices.Clone(above), p), yield) {
			return false
		}
	}
	return true
}

// listPart is the page of a part: its table, or what it is split into.
func (s *Site) listPart(w *writer, p *listPart, above []*listPart) (Shell, any) {
	v := &List{Title: w.partTitle(p), Lead: text(w.Say("daftar.bagian-pengantar", "n", w.Int(len(p.of))))}
	if p.children != nil {
		v.Table = w.listPartsTable(p.children)
	} else {
		v.Table = w.listTable(v, []*listPart{p})
		v.Kinds = nil
		v.Notes = w.listNotes()
	}
	trail := []theme.Link{w.listCrumb()}
	for _, a := range above {
		trail = append(trail, w.crumb(theme.Text{Words: w.listPartName(a)}, a.dir))
	}
	return Shell{Title: v.Title, Description: w.Say("daftar.uraian", "n", w.Int(len(p.of))), Section: listDir, Trail: w.trail(trail...)}, v
}

// listPartsTable leads to parts, with how many institutions each has.
func (w *writer) listPartsTable(parts []*listPart) *table.Table {
	t := w.table(w.Say("daftar.bagian"), "", table.Words(w.Say("daftar.bagian-nama")), table.Figures(w.Say("daftar.bagian-banyak")))
	t.Names, t.Sorts = true, len(parts) > 1
	for _, p := range parts {
		t.Add(table.Plain, table.Link(w.listPartName(p), w.to(p.dir)), table.Number(w.Int(len(p.of)), strconv.Itoa(len(p.of))))
	}
	return t
}

// listPartName is what tells a part from its sisters.
func (w *writer) listPartName(p *listPart) string {
	switch {
	case p.letters != "":
		return p.letters
	case p.orphans:
		return w.Say("daftar.tanpa-induk")
	case p.parent != "":
		if h := w.site.bySlug[p.parent]; h != nil {
			return w.short(h.inst).Words
		}
		return p.parent
	}
	return w.kinds(p.kind).Words
}

// partTitle is a part's name with those above it: "Kabupaten, Jawa Barat, B".
func (w *writer) partTitle(p *listPart) string {
	names := []string{w.kinds(p.kind).Words}
	if p.parent != "" || p.orphans {
		names = append(names, w.listPartName(&listPart{parent: p.parent, orphans: p.orphans}))
	}
	if p.letters != "" {
		names = append(names, p.letters)
	}
	return strings.Join(names, ", ")
}

// capTables keeps every table of a page within the bound, and says where the
// rest is.
func (w *writer) capTables(sections []*Section, bound int) {
	for _, s := range sections {
		for _, t := range s.Tables {
			if all := t.Cap(bound); all > bound {
				s.Notes = append(s.Notes, w.Tell("daftar.dipotong", "n", w.Int(bound), "semua", w.Int(all), "daftar", theme.Link{Text: theme.Text{Words: w.Say("daftar.judul")}, Href: w.to(listDir)}))
			}
		}
	}
}
