package intake

import (
	"regexp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
)

// column is a column of a form.
type column struct {
	name   string
	needed bool   // it must be there, and every cell must be filled
	also   string // another name that people use for it
}

// form is what one --bentuk expects and what it makes of the rows.
type form struct {
	columns []column
	more    func(im *importer, folded string) (name string, ok bool) // columns with a name of many forms; may be nil
	fill    func(im *importer)
}

var forms = map[Form]form{
	FormInstitutions: {institutionColumns, reportNameColumn, (*importer).institutions},
	FormResults:      {resultColumns, (*importer).partColumn, (*importer).results},
	FormLevels:       {levelColumns, nil, (*importer).levels},
	FormTiles:        {tileColumns, nil, (*importer).tiles},
	FormTargets:      {targetColumns, nil, (*importer).shareTargets},
	FormSpread:       {spreadColumns, (*importer).bandColumn, (*importer).spreads},
}

var dropped = strings.NewReplacer(" ", "", "_", "", "-", "", "\u00a0", "")

// folded is a header name without what people write differently each time.
func folded(name string) string { return dropped.Replace(strings.ToLower(name)) }

// bind finds the column of every header cell and reports those that are
// unknown, double, nameless or missing.
func (im *importer) bind(f form) {
	t := im.table
	t.columns = map[string]int{}
	var names []string
	for _, c := range f.columns {
		names = append(names, c.name)
	}
	for i, h := range t.header {
		if h.bad {
			continue
		}
		name := im.columnNamed(f, h.text)
		first, twice := t.columns[name]
		switch {
		case h.text == "":
			im.list.Errorf(t.pos(h), "intake-nameless-column", i+1)
		case name == "":
			im.unknownColumn(t.pos(h), h.text, names)
		case twice:
			im.list.Errorf(t.pos(h), "intake-duplicate-column", h.text, first+1)
		default:
			t.columns[name] = i
		}
	}
	for _, c := range f.columns {
		if _, there := t.columns[c.name]; c.needed && !there {
			im.list.Errorf(t.pos(t.header[0]), "intake-missing-column", c.name, string(im.opt.Form), strings.Join(names, ", "))
		}
	}
}

func (im *importer) columnNamed(f form, header string) string {
	key := folded(header)
	for _, c := range f.columns {
		if folded(c.name) == key || c.also != "" && folded(c.also) == key {
			return c.name
		}
	}
	if f.more != nil && key != "" {
		if name, ok := f.more(im, key); ok {
			return name
		}
	}
	return ""
}

func (im *importer) unknownColumn(pos diag.Pos, name string, names []string) {
	if near := diag.Nearest(folded(name), names); near != "" {
		im.list.Errorf(pos, "intake-unknown-column-near", clip(name), near, strings.Join(names, ", "))
		return
	}
	im.list.Errorf(pos, "intake-unknown-column", clip(name), strings.Join(names, ", "))
}

var reportName = regexp.MustCompile(`^namadilaporan(\d{4})$`)

// reportNameColumn knows nama_di_laporan_2023: the name that a year's report
// printed, which becomes an alias where it is another one.
func reportNameColumn(_ *importer, key string) (string, bool) {
	if m := reportName.FindStringSubmatch(key); m != nil {
		return "nama_di_laporan_" + m[1], true
	}
	return "", false
}

var partName = regexp.MustCompile(`^([da])(\d{1,2})$`)

// partColumn knows the domains and aspects of the instruments: D1, A1.
func (im *importer) partColumn(key string) (string, bool) {
	for _, in := range im.library.instruments() {
		for i := range in.Domains {
			if folded(in.Domains[i].ID) == key {
				return in.Domains[i].ID, true
			}
		}
		for i := range in.Aspects {
			if folded(in.Aspects[i].ID) == key {
				return in.Aspects[i].ID, true
			}
		}
	}
	if partName.MatchString(key) {
		return strings.ToUpper(key), true
	}
	return "", false
}

// commonBands are the ids that the three national instruments give their bands.
var commonBands = []string{"memuaskan", "sangat-baik", "baik", "cukup", "kurang"}

// bandColumn knows the ids of the bands.
func (im *importer) bandColumn(key string) (string, bool) {
	all := slices.Clone(commonBands)
	for _, in := range im.library.instruments() {
		for i := range in.Bands {
			all = append(all, in.Bands[i].ID)
		}
	}
	for _, id := range all {
		if folded(id) == key {
			return id, true
		}
	}
	return "", false
}
