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
	also   string // other names that people use for it, with | between
}

// knows reports whether a folded header names the column.
func (c column) knows(key string) bool {
	if folded(c.name) == key {
		return true
	}
	for also := range strings.SplitSeq(c.also, "|") {
		if also != "" && folded(also) == key {
			return true
		}
	}
	return false
}

// form is what one --bentuk expects and what it makes of the rows.
type form struct {
	columns []column
	more    func(im *importer, folded string) (name string, ok bool) // columns with a name of many forms; may be nil
	fill    func(im *importer)
	pairs   *pairs // columns that each hold the values of one key; may be nil
}

var forms = map[Form]form{
	FormInstitutions: {institutionColumns, reportNameColumn, (*importer).institutions, nil},
	FormResults:      {resultColumns, (*importer).partColumn, (*importer).results, &resultPairs},
	FormLevels:       {levelColumns, nil, (*importer).levels, &levelPairs},
	FormTiles:        {tileColumns, nil, (*importer).tiles, nil},
	FormTargets:      {targetColumns, nil, (*importer).shareTargets, nil},
	FormSpread:       {spreadColumns, (*importer).bandColumn, (*importer).spreads, nil},
	FormEvaluation:   {evaluationColumns, nil, (*importer).evaluations, &evaluationPairs},
}

// What people call the column of institutions and of years.
const (
	institutionWords = "instansi|nama instansi|nama|pemda|pemerintah daerah|nama pemda|nama pemerintah daerah|nama daerah|daerah|instansi pusat/pemerintah daerah|" +
		"k/l/pd|kementerian/lembaga|nama k/l|provinsi|kabupaten/kota|kab/kota|nama kabupaten/kota|kabupaten|kota|opd|nama opd|perangkat daerah|nama perangkat daerah|" +
		"skpd|unit kerja|nama unit kerja|satuan kerja|kode wilayah|institution"
	yearWords = "tahun penilaian|tahun evaluasi|thn|th|year|edisi"
)

var dropped = strings.NewReplacer(" ", "", "_", "", "-", "", "\u00a0", "", "\n", "", ".", "", "/", "", "(", "", ")", "", ":", "")

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
	namesOnly := im.opt.Form == FormInstitutions && !im.headed(f, "slug")
	for i, h := range t.header {
		if h.bad {
			continue
		}
		name := im.columnNamed(f, h.text)
		first, twice := t.columns[name]
		switch {
		case h.text == "" && t.separator == 0 && t.emptyColumn(i), im.ignores(h.text):
		case h.text == "":
			im.list.Errorf(t.pos(h), "intake-nameless-column", i+1)
		case name == "" && namesOnly:
			im.tell("intake-note-column-idle", h.text)
		case name == "":
			im.unknownColumn(t.pos(h), h.text, names)
		case twice:
			im.list.Errorf(t.pos(h), "intake-duplicate-column", h.text, first+1)
		default:
			t.columns[name] = i
		}
	}
	if t.melt(im, f) {
		return
	}
	for _, c := range f.columns {
		if c.name == "instrumen" && len(im.library.instruments()) > 0 {
			continue // it follows from the year
		}
		if there := im.has(c.name); c.needed && !there {
			im.list.Errorf(t.pos(t.header[0]), "intake-missing-column", c.name, string(im.opt.Form), strings.Join(names, ", "))
		}
	}
}

func (im *importer) columnNamed(f form, header string) string {
	key := folded(header)
	for _, c := range f.columns {
		if c.knows(key) {
			return c.name
		}
	}
	if f.pairs != nil && key != "" {
		if measure, value, ok := f.pairs.find(im, key); ok {
			return measure + pairMark + value
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

// idleColumns number or rank rows, or tell a difference that follows from
// figures: nothing of them is stored.
var idleColumns = []string{"no", "nomor", "no urut", "nomor urut", "peringkat", "rank", "ranking", "urutan", "selisih", "kenaikan", "kenaikan/penurunan", "perubahan", "bobot", "bobot %"}

// ignores reports whether a column is left out: one of the idle ones, or one
// that the editor named.
func (im *importer) ignores(header string) bool {
	key := folded(header)
	if key == "" {
		return false
	}
	for _, name := range im.opt.Ignore {
		if folded(name) == key {
			im.tell("intake-note-column-idle", header)
			return true
		}
	}
	for _, name := range idleColumns {
		if folded(name) == key {
			im.tell("intake-note-column-idle", header)
			return true
		}
	}
	return false
}

// headed reports whether the header names a column.
func (im *importer) headed(f form, name string) bool {
	return slices.ContainsFunc(im.table.header, func(h cell) bool { return im.columnNamed(f, h.text) == name })
}

// has reports whether a column is there, or its text is common to all rows.
func (im *importer) has(name string) bool {
	_, there := im.table.columns[name]
	return there || im.opt.Common[name] != ""
}
