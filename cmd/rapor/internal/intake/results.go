package intake

import (
	"cmp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

var resultColumns = []column{
	{name: "slug", needed: true, also: institutionWords}, {name: "tahun", needed: true, also: yearWords}, {name: "instrumen", needed: true},
	{name: "indeks", needed: true, also: indexWords}, {name: "predikat", also: "kategori|predikat spbe|kriteria"}, {name: "predikat_tercetak"}, {name: "target"}, {name: "target_tahun"},
	{name: "sumber"}, {name: "keyakinan"}, {name: "catatan"}, {name: "dibaca"},
}

// reading is one row: what one source prints of one institution and year.
type reading struct {
	row        []cell
	taken      map[string][]cell // rows that keys of words and parts were taken over from
	slug       string
	year       int
	instrument string
	norm       *maturity.Instrument // nil: not at hand
	index      maturity.Hundredths
	words      map[string]string              // predikat, predikat_tercetak, keyakinan; as they are written
	parts      map[string]maturity.Hundredths // by id of domain or aspect
	sources    []source
	target     *maturity.Hundredths
	targetYear int
	targetFrom []source
	note       string
}

// results makes and completes instansi/<slug>/<year>.toml. The first row of an
// institution and year is the official one; what the others print too becomes
// further sources, what they print otherwise stands beside it.
func (im *importer) results() {
	im.partIDs = im.table.otherColumns(resultColumns)
	groups := map[string][]*reading{}
	var order []string
	for _, row := range im.table.rows {
		r, ok := im.reading(row)
		if !ok {
			continue
		}
		key := joined([]string{r.slug, number(r.year)})
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], r)
	}
	slices.Sort(order)
	for _, key := range order {
		im.edition(groups[key])
	}
	im.targets(groups, order)
}

// reading reads one row. Every cell is looked at, so that all problems are told.
func (im *importer) reading(row []cell) (*reading, bool) {
	r := &reading{row: row, taken: map[string][]cell{}, words: map[string]string{}, parts: map[string]maturity.Hundredths{}}
	var ok [4]bool
	r.slug, ok[0] = im.institution(row)
	r.year, ok[1] = im.mustYear(row, "tahun")
	r.instrument, r.norm, ok[2] = im.norm(row, r.year)
	if _, filled := im.must(row, "indeks"); filled {
		least, most := scaleMin, scaleMax
		if r.norm != nil {
			least, most = r.norm.Scale.Min, r.norm.Scale.Max
		}
		r.index, ok[3] = im.figure(row, "indeks", least, most)
	}
	im.bands(r)
	im.parts(r)
	if word, ok := im.choice(row, "keyakinan", string(maturity.ConfidenceHigh), string(maturity.ConfidenceMedium), string(maturity.ConfidenceLow)); ok {
		r.words["keyakinan"] = word
	}
	reader, _ := im.choice(row, "dibaca", "mesin", "orang")
	if text, ok := im.text(row, "sumber"); ok {
		r.sources, r.targetFrom = sourcesOf(text)
		for i := range r.sources {
			r.sources[i].copied = reader == "mesin"
		}
	}
	if c := im.at(row, "catatan"); c.text != "" && !c.bad {
		if r.note = c.text; im.opt.SkipNotes {
			im.skippedNotes++
			r.note = ""
		}
	}
	im.targetCells(r)
	return r, ok == [4]bool{true, true, true, true}
}

// bands reads the band, by name or id, and the printed word that is no band.
func (im *importer) bands(r *reading) {
	if word, ok := im.text(r.row, "predikat"); ok {
		name, known := bandName(r.norm, word)
		if !known {
			im.fault(r.row, "predikat", "intake-unknown-band", strings.Join(bandNames(r.norm), ", "))
		}
		r.words["predikat"] = name
	}
	if word, ok := im.text(r.row, "predikat_tercetak"); ok {
		if _, known := bandName(r.norm, word); known && r.norm != nil {
			im.fault(r.row, "predikat_tercetak", "intake-band-as-printed")
		}
		r.words["predikat_tercetak"] = word
	}
}

// bandName returns a band's name as its instrument writes it.
func bandName(in *maturity.Instrument, word string) (string, bool) {
	if in == nil {
		return word, true
	}
	for i := range in.Bands {
		if b := &in.Bands[i]; folded(b.ID) == folded(word) || folded(b.Name.Base) == folded(word) {
			return cmp.Or(b.Name.Base, b.ID), true
		}
	}
	return word, false
}

func bandNames(in *maturity.Instrument) (out []string) {
	for i := range in.Bands {
		out = append(out, cmp.Or(in.Bands[i].Name.Base, in.Bands[i].ID))
	}
	return out
}

// parts reads the columns of domains and aspects.
func (im *importer) parts(r *reading) {
	for _, id := range im.partIDs {
		v, ok := im.figure(r.row, id, scaleMin, scaleMax)
		if !ok {
			continue
		}
		if r.norm != nil && r.norm.Domain(id) < 0 && r.norm.Aspect(id) < 0 {
			im.fault(r.row, id, "intake-unknown-part", r.norm.ID)
		}
		r.parts[id] = v
	}
}

// otherColumns lists the columns that are none of some named ones, in natural
// order.
func (t *table) otherColumns(named []column) (out []string) {
	for name := range t.columns {
		if !slices.ContainsFunc(named, func(c column) bool { return c.name == name }) {
			out = append(out, name)
		}
	}
	slices.SortFunc(out, naturally)
	return out
}

// from is the row that a word or part of a reading stands in.
func (r *reading) from(key string) []cell {
	if row := r.taken[key]; row != nil {
		return row
	}
	return r.row
}

// isDomain tells domains from aspects; without the instrument by their letter.
func (r *reading) isDomain(id string) bool {
	if r.norm == nil {
		return strings.HasPrefix(id, "D")
	}
	return r.norm.Domain(id) >= 0
}

// contradicts reports whether a row prints another figure than the first one.
func (r *reading) contradicts(first *reading) bool {
	if r.index != first.index {
		return true
	}
	for _, key := range []string{"predikat", "predikat_tercetak"} {
		if a, b := r.words[key], first.words[key]; a != "" && b != "" && folded(a) != folded(b) {
			return true
		}
	}
	if r.words["predikat"] != "" && first.words["predikat_tercetak"] != "" || r.words["predikat_tercetak"] != "" && first.words["predikat"] != "" {
		return true
	}
	for id, v := range r.parts {
		if w, printed := first.parts[id]; printed && v != w {
			return true
		}
	}
	return false
}

// complete takes over what the first row did not print; it reports whether
// there was anything.
func (r *reading) complete(first *reading) bool {
	before := len(first.words) + len(first.parts)
	for key, word := range r.words {
		if first.words[key] == "" {
			first.words[key], first.taken[key] = word, r.row
		}
	}
	for id, v := range r.parts {
		if _, printed := first.parts[id]; !printed {
			first.parts[id], first.taken[id] = v, r.row
		}
	}
	return len(first.words)+len(first.parts) > before
}

// edition writes the rows of one institution and year.
func (im *importer) edition(rows []*reading) {
	first := rows[0]
	firstLine := int(first.row[0].line)
	var others []*reading
	sources := slices.Clone(first.sources)
	notes := []string{first.note}
	for _, r := range rows[1:] {
		if r.instrument != first.instrument {
			im.fault(r.row, "instrumen", "intake-other-instrument", first.instrument, firstLine)
		}
		isNew := r.note != "" && !slices.Contains(notes, r.note) || r.target != nil
		if r.contradicts(first) {
			isNew = !slices.ContainsFunc(others, r.equals) || isNew
			others = append(others, r)
		} else {
			added := addSources(&sources, r.sources)
			isNew = r.complete(first) || added || isNew
		}
		if !isNew {
			im.fault(r.row, "slug", "intake-duplicate-row", r.slug+" "+number(r.year), firstLine)
		}
		if !slices.Contains(notes, r.note) {
			notes = append(notes, r.note)
		}
	}
	e := edition{importer: im, file: im.library.year(first.slug, first.year), first: first}
	if e.file == nil {
		return
	}
	e.set(first.row, "instrumen", nil, "instrumen", textValue(first.instrument))
	if note := strings.Trim(strings.Join(notes, "\n"), "\n"); note != "" {
		e.set(first.row, "catatan", nil, "catatan", textValue(note))
	}
	e.figures(first, at("terbit"))
	e.sources(sources)
	for _, r := range others {
		e.other(r)
	}
}

// equals reports whether two rows say the same in everything.
func (r *reading) equals(o *reading) bool {
	return !r.contradicts(o) && len(r.words) == len(o.words) && len(r.parts) == len(o.parts) && slices.Equal(r.sources, o.sources)
}

// addSources adds those that are not there yet and reports whether any was new.
func addSources(all *[]source, more []source) bool {
	before := len(*all)
	for _, s := range more {
		if !slices.ContainsFunc(*all, func(o source) bool { return o.title == s.title && o.reference == s.reference && o.url == s.url }) {
			*all = append(*all, s)
		}
	}
	return len(*all) > before
}

// edition is the file of one institution and year while rows are put into it.
type edition struct {
	*importer
	file  *document
	first *reading
}

func (e *edition) set(row []cell, column string, table []string, key string, v value) {
	e.file.set(e.list, e.cellPos(row, column), table, key, v)
}

// figures writes what a row prints into [terbit] or one of [terbit_lain].
func (e *edition) figures(r *reading, table []string) {
	e.set(r.row, "indeks", table, "indeks", figureValue(r.index))
	for _, key := range []string{"predikat", "predikat_tercetak", "keyakinan"} {
		if word := r.words[key]; word != "" {
			e.file.setBand(e.list, e.cellPos(r.from(key), key), table, key, textValue(word))
		}
	}
	for _, id := range e.partIDs {
		v, printed := r.parts[id]
		if !printed {
			continue
		}
		kind := "aspek"
		if r.isDomain(id) {
			kind = "domain"
		}
		e.set(r.from(id), id, under(table, kind), id, figureValue(v))
	}
}
