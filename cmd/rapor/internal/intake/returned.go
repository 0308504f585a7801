package intake

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/sheet"
)

// FormSheets is the form of a folder of filled sheets (see Blank.Form); it is
// read by ImportFolder.
const FormSheets Form = "lembar"

// formColumns are those of a filled sheet. What the form itself says of an
// indicator is not read back.
var formColumns = []column{
	{name: "kode", needed: true}, {name: "tingkat", needed: true},
	{name: "indikator"}, {name: "kriteria"}, {name: "tahun_lalu"},
	{name: "bukti_dukung"}, {name: "tautan_bukti"}, {name: "catatan"}, {name: "penanggung_jawab"},
}

// maxForms is how many sheets a folder may hold.
const maxForms = 2_000

// ImportFolder takes filled sheets back: every workbook below a folder, merged
// into one plan. A fault in one of them is told with file, sheet and cell, and
// while there is any, nothing is written.
func ImportFolder(opt Options, folder fs.FS) (Plan, diag.List, error) {
	var problems diag.List
	if opt.DataName == "" {
		opt.DataName = "data"
	}
	if opt.Data == nil {
		opt.Data = empty{}
	}
	dir := opt.File
	im := newImporter(opt, &problems)
	b := &takingBack{importer: im, taken: map[string]string{}}
	files, err := b.workbooks(folder, dir)
	if err != nil {
		return Plan{}, problems, err
	}
	for _, name := range files {
		src, err := fs.ReadFile(folder, name)
		if err != nil {
			return Plan{}, problems, fmt.Errorf("read %s: %w", path.Join(dir, name), err)
		}
		im.opt.File = path.Join(dir, name)
		b.workbook(src)
	}
	if len(files) == 0 {
		problems.Errorf(diag.Pos{File: dir}, "intake-no-forms")
	}
	im.told = append(im.told, Note{"intake-note-forms", []any{len(files)}})
	return im.plan()
}

// takingBack is one folder on its way in.
type takingBack struct {
	*importer
	taken map[string]string // the file that an assessment's stage came from
}

// workbooks lists the sheets of a folder. Locks and hidden files of spreadsheet
// programs are none; other files are told.
func (b *takingBack) workbooks(folder fs.FS, dir string) (out []string, err error) {
	err = fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return err
		case name != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$")):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !d.Type().IsRegular():
			return nil
		}
		switch strings.ToLower(path.Ext(base)) {
		case ".xlsx", ".xlsm", ".xls":
			if out = append(out, name); len(out) > maxForms {
				b.list.Errorf(diag.Pos{File: dir}, "intake-too-many-forms", maxForms)
				return fs.SkipAll
			}
		default:
			b.tell("intake-note-no-form", path.Join(dir, name))
		}
		return nil
	})
	return out, err
}

// workbook reads one filled sheet.
func (b *takingBack) workbook(src []byte) {
	book := sheet.Read(b.opt.File, src, b.list)
	if book == nil {
		return
	}
	marks := marksOf(book)
	if marks == nil {
		b.list.Errorf(diag.Pos{File: b.opt.File}, "intake-not-a-form")
		return
	}
	b.opt.Common = marks
	for i := range book.Sheets {
		if s := &book.Sheets[i]; !s.Hidden && s.Name != sheet.MarksSheet {
			b.filled(s)
			return
		}
	}
	b.list.Errorf(diag.Pos{File: b.opt.File}, "intake-not-a-form")
}

// marksOf reads the hidden sheet, by which a form says what it is about.
func marksOf(book *sheet.Book) map[string]string {
	marks := map[string]string{}
	for i := range book.Sheets {
		if book.Sheets[i].Name != sheet.MarksSheet {
			continue
		}
		for _, row := range book.Sheets[i].Rows {
			if len(row) > 1 {
				marks[row[0].Text] = row[1].Text
			}
		}
	}
	if marks["bentuk"] != string(FormSheets) || marks["versi"] != "1" {
		return nil
	}
	marks["slug"] = marks["instansi"]
	return marks
}

// filled reads the table of one sheet.
func (b *takingBack) filled(s *sheet.Sheet) {
	f := form{columns: formColumns}
	before := len(b.told)
	b.table = b.sheetTable(s, b.locate(f, seenTexts(s)))
	b.told = b.told[:before] // where the header stands is no news in a form of ours
	faults, _ := b.list.Count()
	b.bind(f)
	if now, _ := b.list.Count(); now > faults || len(b.table.rows) == 0 {
		return
	}
	row := b.table.rows[0]
	slug, ok := b.institution(row)
	year, okYear := b.year(row, "tahun")
	instrument, norm, okNorm := b.norm(row, year)
	stage, okStage := b.stage(row)
	if !ok || !okYear || !okNorm || norm == nil || !okStage || !b.only(slug, year, stage) {
		return
	}
	to := formTarget{b.library.year(slug, year), b.library.institution(slug), norm, at("tingkat", stage)}
	if to.year == nil || to.institution == nil {
		return // their files are reported
	}
	filled := b.rows(to, slug+" "+number(year)+" "+stage)
	if len(filled) == 0 {
		b.tell("intake-note-form-empty", b.opt.File)
		return
	}
	to.year.set(b.list, b.table.pos(row[0]), nil, "instrumen", textValue(instrument))
	b.completeness(to, filled)
}

// only reports a second sheet of the same institution, year and stage.
func (b *takingBack) only(slug string, year int, stage string) bool {
	key := joined([]string{slug, number(year), stage})
	if other, twice := b.taken[key]; twice {
		b.list.Errorf(diag.Pos{File: b.opt.File}, "intake-form-twice", slug, year, stage, other)
		return false
	}
	b.taken[key] = b.opt.File
	return true
}

// formTarget is where a sheet's cells go.
type formTarget struct {
	year, institution *document
	norm              *maturity.Instrument
	stage             []string // the table of the levels
}

// rows reads the rows of one sheet and returns the indicators with a level.
func (b *takingBack) rows(to formTarget, key string) map[string]bool {
	filled := map[string]bool{}
	for _, row := range b.table.rows {
		code, level := b.at(row, "kode"), b.at(row, "tingkat")
		if to.norm.Indicator(code.text) < 0 && (level.text == "" || level.text == code.text) && !level.noValue {
			continue // the name of an aspect
		}
		id, ok := b.indicator(row, to.norm, "kode")
		if !ok || !b.first(row, "kode", key, id) {
			continue
		}
		if level.text != "" || level.noValue {
			filled[id] = true
			if v, ok := b.level(row, to.norm); ok {
				to.year.set(b.list, b.table.pos(level), to.stage, id, levelValue(v))
			}
		}
		b.remarks(row, to, id)
	}
	return filled
}

// remarks writes what stands beside a level: note, evidence, who is responsible.
func (b *takingBack) remarks(row []cell, to formTarget, id string) {
	if c := b.at(row, "catatan"); c.text != "" && !c.bad {
		to.year.set(b.list, b.table.pos(c), at("indikator", id), "catatan", textValue(c.text))
	}
	if unit, ok := b.text(row, "penanggung_jawab"); ok {
		to.institution.set(b.list, b.cellPos(row, "penanggung_jawab"), at("penanggung_jawab"), id, textValue(unit))
	}
	titles, links := b.at(row, "bukti_dukung"), b.at(row, "tautan_bukti")
	if titles.bad || links.bad {
		return
	}
	urls := nonEmptyLines(links.text)
	names := nonEmptyLines(titles.text)
	if len(urls) > len(names) {
		b.fault(row, "tautan_bukti", "intake-evidence-title")
		return
	}
	for i, name := range names {
		table := at("indikator", id, "bukti", to.year.evidenceID(id, name))
		to.year.set(b.list, b.table.pos(titles), table, "judul", textValue(name))
		to.year.set(b.list, b.table.pos(titles), table, "ada", flagValue(true))
		if i >= len(urls) {
			continue
		}
		if !isWebAddress(urls[i]) {
			b.list.Errorf(b.table.pos(links), "intake-not-an-address", formLink, clip(urls[i]))
			continue
		}
		to.year.set(b.list, b.table.pos(links), table, "url", textValue(urls[i]))
	}
}

func nonEmptyLines(text string) (out []string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// evidenceID is the key under which evidence of that title stands, or a free one.
func (d *document) evidenceID(indicator, title string) string {
	titleOf := func(id string) string {
		if i, ok := d.added[joined(at("indikator", indicator, "bukti", id, "judul"))]; ok {
			return d.adds[i].value.shown
		}
		return text(d.standing("indikator", indicator, "bukti", id, "judul"))
	}
	for _, id := range keysOf(d.standing("indikator", indicator, "bukti")) {
		if titleOf(id) == title {
			return id
		}
	}
	for n := 1; ; n++ {
		id := idOf(title)
		if n > 1 {
			id += "-" + number(n)
		}
		if now := titleOf(id); now == "" || now == title {
			return id
		}
	}
}

// completeness marks a year that is still being filled. A year that stands as
// complete is never made incomplete by half a sheet: that would take its index
// from the site.
func (b *takingBack) completeness(to formTarget, filled map[string]bool) {
	excused := map[string]bool{}
	if list := to.year.standing("tidak_berlaku"); list != nil {
		for _, item := range list.Items {
			excused[text(item)] = true
		}
	}
	var missing []string
	for i := range to.norm.Indicators {
		id := to.norm.Indicators[i].ID
		if !filled[id] && !excused[id] && to.year.standing(append(to.stage, id)...) == nil {
			missing = append(missing, id)
		}
	}
	marked := to.year.standing("belum_lengkap")
	open := !to.year.existed || marked != nil && marked.Text == "true"
	start := diag.Pos{File: b.opt.File, Sheet: b.table.sheet}
	switch {
	case len(missing) == 0 && open && to.year.existed:
		b.tell("intake-note-form-complete", to.year.name)
	case len(missing) == 0:
	case !open:
		b.list.Errorf(start, "intake-form-incomplete", to.year.name, strings.Join(missing, ", "))
	default:
		to.year.set(b.list, start, nil, "belum_lengkap", flagValue(true))
		b.tell("intake-note-form-partial", b.opt.File, len(to.norm.Indicators)-len(missing), len(to.norm.Indicators))
	}
}
