package intake

import (
	"regexp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
)

var institutionColumns = []column{
	{name: "slug"}, {name: "nama", needed: true, also: institutionWords}, {name: "nama_en"}, {name: "pendek"}, {name: "alias"},
	{name: "jenis"}, {name: "subjenis"}, {name: "wilayah", also: "kode wilayah"}, {name: "induk"}, {name: "situs"}, {name: "mulai"},
	{name: "berakhir"}, {name: "pengganti"}, {name: "rata_rata"}, {name: "mewakili"},
}

// institutions makes instansi/<slug>/instansi.toml of every row. A table without
// a column slug is one of results or levels, from which only the names are taken.
func (im *importer) institutions() {
	kinds := im.library.kinds()
	if !im.has("slug") {
		im.namedInstitutions(kinds)
		return
	}
	known := slices.Clone(im.library.institutions())
	for _, row := range im.table.rows {
		if c := im.at(row, "slug"); !c.bad {
			known = append(known, c.text)
		}
	}
	slices.Sort(known)
	known = slices.Compact(known)
	for _, row := range im.table.rows {
		r := institutionRow{importer: im, row: row, kinds: kinds, known: known}
		slug, ok := im.slug(row, "slug")
		if ok && im.first(row, "slug", slug) {
			r.file = im.library.institution(slug)
		}
		r.fill()
	}
}

// namedInstitutions makes an institution of every name that none has yet. Slug
// and kind follow from the name, where it begins with a kind of the portal, or
// the kind is common to the whole table.
func (im *importer) namedInstitutions(kinds []string) {
	taken := map[string]bool{}
	for _, row := range im.table.rows {
		name, ok := im.must(row, "nama")
		if !ok {
			continue
		}
		slug := idOf(strings.ReplaceAll(plainName(name), ".", "-"))
		if taken[slug] || len(im.library.named(name)) > 0 {
			continue // another year of the same
		}
		taken[slug] = true
		kind := strings.ToLower(im.at(row, "jenis").text)
		if first, _, _ := strings.Cut(plainName(name), " "); kind == "" && slices.Contains(kinds, first) {
			kind = first
		}
		switch {
		case !slices.Contains(kinds, kind):
			im.fault(row, "nama", "intake-which-kind", diag.Some(kinds))
		case !IsSlug(slug):
			im.fault(row, "nama", "intake-not-a-slug")
		default:
			if d := im.library.institution(slug); d != nil {
				d.set(im.list, im.cellPos(row, "nama"), nil, "nama", textValue(printedName(name)))
				d.set(im.list, im.cellPos(row, "nama"), nil, "jenis", textValue(kind))
			}
		}
	}
}

// institutionRow is one row on its way into one file. Without a file its cells
// are still read, so that their problems are told.
type institutionRow struct {
	*importer
	row   []cell
	file  *document
	kinds []string // of the portal
	known []string // slugs, of the portal and of this table
}

func (r institutionRow) set(column, key string, v value) {
	if r.file != nil {
		r.file.set(r.list, r.cellPos(r.row, column), nil, key, v)
	}
}

func (r institutionRow) fill() {
	r.names()
	if !r.has("jenis") {
		r.fault(r.row, "nama", "intake-which-kind", diag.Some(r.kinds))
	} else if kind, ok := r.must(r.row, "jenis"); ok {
		if len(r.kinds) > 0 && !slices.Contains(r.kinds, kind) {
			r.unknown(r.row, "jenis", "intake-unknown-kind", r.kinds)
		}
		r.set("jenis", "jenis", textValue(kind))
	}
	r.copyText("subjenis")
	r.region()
	if parent, ok := r.text(r.row, "induk"); ok {
		r.mustKnow("induk", parent)
		r.set("induk", "induk", textValue(parent))
	}
	if site, ok := r.webAddress(r.row, "situs"); ok {
		r.set("situs", "situs", textValue(site))
	}
	for _, key := range []string{"mulai", "berakhir"} {
		if year, ok := r.year(r.row, key); ok {
			r.set(key, key, intValue(year))
		}
	}
	r.words("pengganti", r.mustKnow)
	if word, ok := r.choice(r.row, "rata_rata", "true", "false", "ya", "tidak"); ok {
		r.set("rata_rata", "rata_rata", flagValue(word == "true" || word == "ya"))
	}
	r.words("mewakili", func(column, kind string) {
		if len(r.kinds) > 0 && !slices.Contains(r.kinds, kind) {
			r.unknownWord(r.row, column, "intake-unknown-kind", kind, r.kinds)
		}
	})
}

// names reads the name and everything else that the institution is called.
func (r institutionRow) names() {
	name, ok := r.must(r.row, "nama")
	if ok {
		r.set("nama", "nama", textValue(name))
	}
	r.copyText("nama_en")
	r.copyText("pendek")
	var alias []string
	add := func(other string) {
		if !slices.ContainsFunc(append(alias, name), func(s string) bool { return strings.EqualFold(s, other) }) && other != "" {
			alias = append(alias, other)
		}
	}
	if other, ok := r.text(r.row, "alias"); ok {
		for _, s := range strings.Split(other, ";") {
			add(strings.TrimSpace(s))
		}
	}
	column := "alias"
	for _, c := range r.reportNames() {
		if other, ok := r.text(r.row, c); ok {
			add(other)
			column = c
		}
	}
	if len(alias) > 0 {
		r.set(column, "alias", listValue(alias))
	}
}

// reportNames lists the columns nama_di_laporan_<year>, the oldest first.
func (r institutionRow) reportNames() (out []string) {
	for name := range r.table.columns {
		if strings.HasPrefix(name, "nama_di_laporan_") {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func (r institutionRow) copyText(column string) {
	if s, ok := r.text(r.row, column); ok {
		r.set(column, column, textValue(s))
	}
}

var cutRegion = regexp.MustCompile(`^\d{1,2}[.,]\d{1,2}$`)

// region reads the area code. A spreadsheet that takes 76.10 for a number makes
// 76.1 or 76,1 of it, which is no code.
func (r institutionRow) region() {
	code, ok := r.text(r.row, "wilayah")
	switch {
	case !ok:
	case regionCode.MatchString(code):
		r.set("wilayah", "wilayah", textValue(code))
	case cutRegion.MatchString(code):
		r.fault(r.row, "wilayah", "intake-cut-region")
	default:
		r.fault(r.row, "wilayah", "intake-not-a-region")
	}
}

// words reads a cell of words with spaces between them.
func (r institutionRow) words(column string, check func(column, word string)) {
	text, ok := r.text(r.row, column)
	if !ok {
		return
	}
	words := strings.Fields(text)
	for _, w := range words {
		check(column, w)
	}
	r.set(column, column, listValue(words))
}

// mustKnow reports a slug that neither the portal nor this table has.
func (r institutionRow) mustKnow(column, slug string) {
	if _, found := slices.BinarySearch(r.known, slug); !found {
		r.unknownWord(r.row, column, "intake-unknown-institution", slug, r.known)
	}
}
