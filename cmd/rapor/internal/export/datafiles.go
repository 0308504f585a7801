package export

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// DataGroup tells what a data file covers, so that lists can put alike together.
type DataGroup string

// What data files cover.
const (
	GroupWhole       DataGroup = "semua"
	GroupInstrument  DataGroup = "instrumen"
	GroupYear        DataGroup = "tahun"
	GroupKind        DataGroup = "jenis"
	GroupIndicator   DataGroup = "indikator"
	GroupInstitution DataGroup = "instansi"
	GroupEdition     DataGroup = "penilaian"
)

// The media types of data files.
const (
	MediaCSV  = "text/csv"
	MediaJSON = "application/json"
	MediaXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// DataFile is one file of open data: where it stands, what it holds, and how to
// make its content. Files of one Base hold the same table in several formats.
type DataFile struct {
	Address string   // from the site's root: tahun/2024.csv
	Base    string   // Address without its ending: tahun/2024
	Source  diag.Pos // what it exists for
	Group   DataGroup
	Key     string               // what of the group: a year, the id of a kind, a slug; "" for the whole
	Title   func() maturity.Text // put together when it is asked for: there are many
	Media   string
	Table   *Table // what it holds; nil for JSON that is no table
	Write   func(io.Writer) error
	Pieces  func() (*Pieces, error) // the same content cut by institutions; nil: it is not cut
}

// Rows is the number of rows of a table; -1 for a file that is none.
func (f *DataFile) Rows() int {
	if f.Table == nil {
		return -1
	}
	return f.Table.Count
}

// DataFiles lists every file of open data of a portal, always in the same order:
// the whole, instruments, years, kinds, indicators, institutions with their years.
// Contents are made by each file's Write, which may be called from many
// goroutines at a time.
func DataFiles(study *analysis.Study, program string) []DataFile {
	l := &lister{study: study, set: study.Set, program: program}
	for _, inst := range study.Set.Institutions {
		for _, a := range inst.Assessments {
			l.all = append(l.all, newEdition(study, inst, a))
		}
	}
	l.whole()
	l.instruments()
	l.years()
	l.kinds()
	l.indicators()
	l.institutions()
	return l.files
}

// lister collects data files.
type lister struct {
	study   *analysis.Study
	set     *maturity.Dataset
	program string
	all     []edition
	files   []DataFile
}

// table adds a table in its formats.
func (l *lister) table(base string, source diag.Pos, group DataGroup, key string, title func() maturity.Text, t Table, formats ...string) {
	for _, media := range formats {
		f := newDataFile(base, media, source, group, key, title)
		f.Table = &t
		switch media {
		case MediaCSV:
			f.as(func() form { return csvForm(&t) }, &t)
		case MediaJSON:
			f.as(func() form { return jsonForm(&t, l.head(title())) }, &t)
		case MediaXLSX:
			f.Write = func(w io.Writer) error { return writeWorkbook(w, &l.set.Portal, title(), t, t.editions) }
		}
		l.files = append(l.files, f)
	}
}

// as says how a table is written as text; that of the whole portal also in pieces.
func (f *DataFile) as(made func() form, t *Table) {
	f.Write = func(w io.Writer) error { return made().write(w, t) }
	if f.Group == GroupWhole && t.cut != nil {
		f.Pieces = func() (*Pieces, error) { return made().pieces(t) }
	}
}

var endings = map[string]string{MediaCSV: ".csv", MediaJSON: ".json", MediaXLSX: ".xlsx"}

// head is what a JSON table says before its rows.
func (l *lister) head(title maturity.Text) object {
	return append(texts("judul", title), member{"lisensi", optional(l.set.Portal.Licence)}, member{"program", l.program})
}

// document adds a JSON file that is no table.
func (l *lister) document(base string, source diag.Pos, group DataGroup, key string, title func() maturity.Text, content func() ([]byte, error)) {
	f := newDataFile(base, MediaJSON, source, group, key, title)
	f.Write = func(w io.Writer) error {
		b, err := content()
		if err != nil {
			return err
		}
		_, err = w.Write(b)
		return err
	}
	l.files = append(l.files, f)
}

// newDataFile names a file. There are hundreds of thousands in a large portal, so
// what begins or ends alike shares its letters.
func newDataFile(base, media string, source diag.Pos, group DataGroup, key string, title func() maturity.Text) DataFile {
	f := DataFile{Address: base + endings[media], Source: source, Group: group, Key: key, Title: title, Media: media}
	f.Base = f.Address[:len(base)]
	if strings.HasSuffix(base, key) {
		f.Key = f.Base[len(base)-len(key):]
	}
	return f
}

// longBase is the table of all figures.
const longBase = "data/skor"

func (l *lister) whole() {
	portal := l.set.Portal.Pos
	l.table(longBase, portal, GroupWhole, "", heading("Semua nilai, satu nilai satu baris", "Every figure, one to a row"), longTable(l.study, l.all), MediaCSV, MediaJSON)
	l.table("data/instansi", portal, GroupWhole, "", heading("Daftar instansi", "List of institutions"), institutionTable(l.set), MediaCSV, MediaJSON)
	l.table("data/sumber", portal, GroupWhole, "", heading("Sumber setiap penilaian", "Sources of every assessment"), sourceTable(l.all), MediaCSV, MediaJSON)
}

func (l *lister) instruments() {
	for _, in := range l.set.Instruments {
		base, title := "data/instrumen/"+in.ID, titled("Instrumen", "Instrument", in.Short)
		l.table(base, in.Pos, GroupInstrument, in.ID, title, instrumentTable(in), MediaCSV)
		l.document(base, in.Pos, GroupInstrument, in.ID, title, func() ([]byte, error) { return Instrument(in, l.program) })
	}
}

func (l *lister) years() {
	byYear := map[int][]edition{}
	for _, e := range l.all {
		byYear[e.a.Year] = append(byYear[e.a.Year], e)
	}
	for _, year := range sortedKeys(byYear) {
		y := strconv.Itoa(year)
		l.table("tahun/"+y, l.set.Portal.Pos, GroupYear, y, heading("Hasil tahun "+y, "Results of "+y),
			wideTable(l.study, byYear[year], true, false), MediaCSV, MediaJSON, MediaXLSX)
	}
}

func (l *lister) kinds() {
	for _, k := range l.set.Portal.Kinds {
		var members []edition
		for _, e := range l.all {
			if e.inst.KindIn(e.a.Year) == k.ID {
				members = append(members, e)
			}
		}
		if len(members) > 0 {
			l.table("jenis/"+k.ID, l.set.Portal.Pos, GroupKind, k.ID, titled("Hasil semua tahun:", "Results of all years:", k.Name),
				wideTable(l.study, members, false, true), MediaCSV, MediaJSON, MediaXLSX)
		}
	}
}

// indicators adds a file for each indicator of which levels are known.
func (l *lister) indicators() {
	for _, in := range l.set.Instruments {
		for i := range in.Indicators {
			t := indicatorTable(l.all, in, i)
			if t.Count == 0 {
				continue
			}
			id := in.Indicators[i].ID
			l.table("indikator/"+in.ID+"/"+id, in.Pos, GroupIndicator, in.ID+"/"+id, titled("Tingkat indikator "+id+":", "Levels of indicator "+id+":", in.Indicators[i].Name),
				t, MediaCSV, MediaJSON)
		}
	}
}

func (l *lister) institutions() {
	rest := l.all
	for _, inst := range l.set.Institutions {
		n := len(inst.Assessments)
		own := rest[:n:n]
		rest = rest[n:]
		base := "instansi/" + inst.Slug
		l.table(base, inst.Pos, GroupInstitution, inst.Slug, of(inst, "Semua nilai", "Every figure of"), longTable(l.study, own), MediaCSV)
		l.document(base, inst.Pos, GroupInstitution, inst.Slug, of(inst, "Ringkasan", "Summary of"), func() ([]byte, error) {
			return Institution(inst, l.study.Findings(inst), l.program)
		})
		for _, e := range own {
			a := e.a
			y := strconv.Itoa(a.Year)
			l.document(base+"/"+y, a.Pos, GroupEdition, inst.Slug+"/"+y, editionTitle(inst, a.Year),
				func() ([]byte, error) { return Assessment(inst, a, l.study.Result(a), l.program) })
		}
	}
}

func institutionName(inst *maturity.Institution) maturity.Text {
	if inst.NameEN == "" {
		return maturity.Text{Base: inst.Name}
	}
	return bilingual(inst.Name, inst.NameEN)
}

// heading is a title that is the same in every portal.
func heading(id, en string) func() maturity.Text {
	return func() maturity.Text { return bilingual(id, en) }
}

// titled puts words before a name in both languages.
func titled(id, en string, name maturity.Text) func() maturity.Text {
	return func() maturity.Text {
		english, _ := name.In("en")
		return bilingual(id+" "+name.Base, en+" "+english)
	}
}

// editionTitle names the assessment of a year.
func editionTitle(inst *maturity.Institution, year int) func() maturity.Text {
	return func() maturity.Text {
		y := strconv.Itoa(year)
		return of(inst, "Penilaian "+y, "Assessment of "+y+":")()
	}
}

// of puts words before the name of an institution.
func of(inst *maturity.Institution, id, en string) func() maturity.Text {
	return func() maturity.Text { return titled(id, en, institutionName(inst))() }
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
