package intake

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// Form is the shape of a table: what `rapor import --bentuk` names.
type Form string

// The forms.
const (
	FormInstitutions Form = "instansi" // one row per institution
	FormResults      Form = "hasil"    // published results, one row per institution, year and source
	FormLevels       Form = "tingkat"  // levels of indicators, one row per indicator
	FormTiles        Form = "petak"    // places on the tile map
	FormTargets      Form = "target"   // share targets of the portal
	FormSpread       Form = "sebaran"  // published distributions over the bands
	FormEvaluation   Form = "lhe"      // an evaluation report: index, domains, aspects, indicators of some years side by side
)

// Forms lists the forms in the order in which a portal is filled.
var Forms = []Form{FormInstitutions, FormResults, FormLevels, FormEvaluation, FormTiles, FormTargets, FormSpread}

// Options say what to read and what it is added to.
type Options struct {
	Form      Form
	File      string    // name of the table in messages
	Reader    io.Reader // its text
	Data      fs.FS     // the data folder as it stands; nil: an empty one
	DataName  string    // its name in messages; "" means data
	SkipNotes bool      // leave the column catatan out

	// What a table leaves unsaid, because all its rows have it in common: the
	// text of every cell of a column that is not there, by the column's name.
	Common map[string]string
	Ignore []string // headers of columns to leave out
	Sheet  string   // the sheet of a workbook; "": every visible one that holds such a table
}

// Note is something to tell that is no problem: a key of the message catalogue
// and its arguments.
type Note struct {
	Key  string
	Args []any
}

// Import reads a table and plans the files that follow from it. Problems are
// the table's and those of files that it touches; with an error among them the
// plan holds no file. The error is for a machine that cannot read, or a form
// that does not exist.
func Import(opt Options) (Plan, diag.List, error) {
	var problems diag.List
	f, known := forms[opt.Form]
	if !known {
		return Plan{}, problems, fmt.Errorf("unknown form %q", opt.Form)
	}
	if opt.Data == nil {
		opt.Data = empty{}
	}
	if opt.DataName == "" {
		opt.DataName = "data"
	}
	im := newImporter(opt, &problems)
	tables, err := im.read(f)
	if err != nil {
		return Plan{}, problems, fmt.Errorf("read %s: %w", opt.File, err)
	}
	for _, t := range tables {
		im.table = t
		im.bind(f)
		im.winnow(f)
		f.fill(im)
	}
	return im.plan()
}

func newImporter(opt Options, problems *diag.List) *importer {
	return &importer{opt: opt, list: problems, library: newLibrary(opt.Data, opt.DataName, problems), once: map[string]place{}, near: map[string]string{}}
}

// plan is what the rows came to.
func (im *importer) plan() (Plan, diag.List, error) {
	im.wholeStages()
	problems := *im.list
	if im.library.failure != nil {
		return Plan{}, problems, im.library.failure
	}
	plan := Plan{Notes: im.notes(), Data: im.opt.DataName}
	if problems.HasErrors() {
		return plan, problems, nil
	}
	files, err := im.files()
	plan.Files = files
	return plan, problems, err
}

// empty is a data folder with nothing in it.
type empty struct{}

func (empty) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// importer is one run.
type importer struct {
	opt     Options
	table   *table
	list    *diag.List
	library *library

	filling      []fillingStage    // that get levels
	once         map[string]place  // the first row with a key
	near         map[string]string // what an unknown word was probably meant to be
	partIDs      []string          // columns of domains and aspects, or of bands
	decimalComma bool
	skippedNotes int
	unplaced     []string // columns that the format has no place for
	unchecked    bool     // the data folder holds no instruments
	told         []Note   // what was recognised and left out, in the order of the table
	asShown      int      // figures taken as their format shows them
	unfilled     []string // rows without a single value, by their first words
	chosen       []string // instruments that follow from the year alone
}

// place is where a row stands.
type place struct {
	sheet string
	line  int32
}

// tell notes something, the same thing once.
func (im *importer) tell(key string, args ...any) {
	same := func(n Note) bool { return n.Key == key && slices.Equal(n.Args, args) }
	if !slices.ContainsFunc(im.told, same) {
		im.told = append(im.told, Note{key, args})
	}
}

// notes tells what was recognised and what was left out.
func (im *importer) notes() (notes []Note) {
	switch {
	case im.table == nil || im.table.separator == 0 || im.table.separator == ',':
	case im.table.separator == '\t':
		notes = append(notes, Note{"intake-note-tab", nil})
	default:
		notes = append(notes, Note{"intake-note-separator", []any{string(im.table.separator)}})
	}
	notes = append(notes, im.told...)
	if im.decimalComma {
		notes = append(notes, Note{"intake-note-decimal-comma", nil})
	}
	if im.asShown > 0 {
		notes = append(notes, Note{"intake-note-as-shown", []any{im.asShown}})
	}
	if len(im.unfilled) > 0 {
		notes = append(notes, Note{"intake-note-unfilled", []any{len(im.unfilled), diag.Some(im.unfilled)}})
	}
	if len(im.chosen) > 0 {
		notes = append(notes, Note{"intake-note-instrument", []any{strings.Join(im.chosen, ", ")}})
	}
	if im.skippedNotes > 0 {
		notes = append(notes, Note{"intake-note-notes-left-out", []any{im.skippedNotes}})
	}
	for _, name := range im.unplaced {
		notes = append(notes, Note{"intake-note-column-unplaced", []any{name}})
	}
	if im.unchecked {
		notes = append(notes, Note{"intake-note-no-instruments", []any{im.opt.DataName}})
	}
	return notes
}

// files gives the new text of every file that changes, by path.
func (im *importer) files() ([]File, error) {
	var out []File
	for _, d := range im.library.documents {
		if d == nil || len(d.adds) == 0 {
			continue
		}
		text, err := d.text()
		if err != nil {
			return nil, err
		}
		out = append(out, File{Path: d.path, Old: d.old, New: text, Existed: d.existed, Mode: d.mode})
	}
	slices.SortFunc(out, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

// first reports a second row about the same thing; such rows are a slip of the
// pen whether or not they agree.
func (im *importer) first(row []cell, column string, key ...string) bool {
	k := joined(key)
	if other, twice := im.once[k]; twice {
		im.fault(row, column, "intake-duplicate-row", strings.Join(key, " "), int(other.line))
		return false
	}
	im.once[k] = place{im.table.sheet, row[0].line}
	return true
}

// institution reads which institution a row is about: its slug, or a name that
// its file gives.
func (im *importer) institution(row []cell) (string, bool) {
	text, ok := im.must(row, "slug")
	if !ok {
		return "", false
	}
	if im.library.hasInstitution(text) {
		return text, true
	}
	switch found := im.library.named(text); {
	case len(found) == 1:
		return found[0], true
	case len(found) > 1:
		im.fault(row, "slug", "intake-ambiguous-institution", strings.Join(found, ", "))
	default:
		im.unknownInstitution(row, text)
	}
	return "", false
}

// maxNear is how many unknown words get a guess; the search looks at every
// known one, and a table of nothing but unknown words should not take minutes.
const maxNear = 2000

// unknown reports a cell whose word none of the known ones is.
func (im *importer) unknown(row []cell, column, key string, known []string) {
	im.unknownWord(row, column, key, im.at(row, column).text, known)
}

// unknownWord reports one word of a cell, with the nearest known one or, where
// none is near, the first of them.
func (im *importer) unknownWord(row []cell, column, key, word string, known []string) {
	word = clip(word)
	near, looked := im.near[key+word]
	if !looked && len(im.near) < maxNear {
		near = diag.Nearest(word, known)
		im.near[key+word] = near
	}
	pos := im.cellPos(row, column)
	if near != "" {
		im.list.Errorf(pos, key+"-near", im.called(column), word, near)
		return
	}
	const most = 12
	listed := strings.Join(known[:min(len(known), most)], ", ")
	if len(known) > most {
		listed += ", ..."
	}
	im.list.Errorf(pos, key, im.called(column), word, listed)
}

// norm reads the instrument of a row. Where the data folder holds none at all
// its parts cannot be checked; that is told once.
func (im *importer) norm(row []cell, year int) (id string, in *maturity.Instrument, ok bool) {
	if !im.has("instrumen") {
		return im.normOf(row, year)
	}
	id, ok = im.slug(row, "instrumen")
	if !ok {
		return "", nil, false
	}
	all := im.library.instruments()
	in = im.library.instrument(id)
	if d, opened := im.library.documents["instrumen/"+id+".toml"]; opened && d == nil {
		return id, nil, true // its own file is reported
	}
	switch {
	case len(all) == 0:
		im.unchecked = true
	case in == nil:
		ids := make([]string, len(all))
		for i := range all {
			ids[i] = all[i].ID
		}
		im.unknown(row, "instrumen", "intake-unknown-instrument", ids)
		return "", nil, false
	case year != 0 && !in.CoversYear(year):
		im.fault(row, "instrumen", "intake-instrument-year", year)
		return "", nil, false
	}
	return id, in, true
}

// normOf finds the instrument of a year where the table does not name it: the
// only one that is for that year.
func (im *importer) normOf(row []cell, year int) (id string, in *maturity.Instrument, ok bool) {
	if year == 0 {
		return "", nil, false // that is reported
	}
	var ids []string
	for _, each := range im.library.instruments() {
		if each.CoversYear(year) {
			ids, in = append(ids, each.ID), each
		}
	}
	if len(ids) != 1 {
		im.fault(row, "tahun", "intake-which-instrument", year, diag.Some(ids))
		return "", nil, false
	}
	if !slices.Contains(im.chosen, in.ID) {
		im.chosen = append(im.chosen, in.ID)
	}
	return in.ID, in, true
}
