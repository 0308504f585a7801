package intake

import "regexp"

// totalWords begin rows that sum others up; their figures belong to nobody.
var totalWords = regexp.MustCompile(`(?i)^(grand total|jumlah|total|sub ?total|rata[- ]?rata|rerata|nilai rata|median|maksimum|minimum|nilai tertinggi|nilai terendah|tertinggi|terendah)\b`)

var columnNumber = regexp.MustCompile(`^\(?(\d{1,3})\)?$`)

// winnow leaves out the rows that are no data: numbers of columns, headers that
// stand once more on each page, headings of groups, sums, and remarks below the
// table. Each one is told, with its place: nothing is left out in silence.
func (im *importer) winnow(f form) {
	t := im.table
	kept := t.rows[:0:0]
	for i, row := range t.rows {
		switch {
		case i == 0 && numbersColumns(row), t.repeatsHeader(row):
			im.leaveOut(row, "intake-note-row-header")
		case f.pairs != nil && t.unfilled(row, f.pairs):
			if !im.remark(row) {
				im.unfilled = append(im.unfilled, im.subject(row))
			}
		case im.sumsUp(row):
			im.leaveOut(row, "intake-note-row-total")
		case im.remark(row):
		default:
			kept = append(kept, row)
		}
	}
	t.rows = kept
}

// subject is what a row is about: its institution, or else its first text.
func (im *importer) subject(row []cell) string {
	if c := im.at(row, "slug"); c.text != "" && im.opt.Common["slug"] == "" {
		return clip(c.text)
	}
	for _, c := range row {
		if c.text != "" && !columnNumber.MatchString(c.text) {
			return clip(c.text)
		}
	}
	return im.table.pos(row[0]).Cell()
}

func (im *importer) leaveOut(row []cell, key string) {
	for _, c := range row {
		if c.text != "" {
			im.tell(key, im.table.pos(c).String(), clip(c.text))
			return
		}
	}
}

// numbersColumns knows "(1) (2) (3)" below a header.
func numbersColumns(row []cell) bool {
	found, last := 0, ""
	for _, c := range row {
		if c.text == "" {
			continue
		}
		m := columnNumber.FindStringSubmatch(c.text)
		if m == nil || last != "" && len(m[1]) == len(last) && m[1] <= last {
			return false
		}
		last, found = m[1], found+1
	}
	return found > 2
}

func (t *table) repeatsHeader(row []cell) bool {
	same := 0
	for i, h := range t.header {
		switch {
		case row[i].text == "":
		case folded(row[i].text) != folded(h.text):
			return false
		default:
			same++
		}
	}
	return same > 1
}

// unfilled reports a row of a table with columns side by side that has no value.
func (t *table) unfilled(row []cell, p *pairs) bool {
	for _, key := range p.keys {
		if i, there := t.columns[key]; !there || row[i].text != "" || i < len(t.header) {
			return false
		}
	}
	return true
}

// sumsUp knows a row of totals by its first words.
func (im *importer) sumsUp(row []cell) bool {
	subject := "slug"
	if im.opt.Form == FormInstitutions {
		subject = "nama"
	}
	_, there := im.table.columns[subject]
	if _, slugs := im.table.columns["slug"]; !there || slugs && subject == "nama" {
		return false
	}
	for _, c := range row[:len(im.table.header)] {
		if totalWords.MatchString(c.text) {
			return !im.library.hasInstitution(c.text) && len(im.library.named(c.text)) == 0
		}
		if c.text != "" && c.text == im.at(row, subject).text {
			return false
		}
	}
	return false
}

// remark leaves out a row in which nothing stands but one text that names no
// institution in its column: a group's heading, a source, a signature.
func (im *importer) remark(row []cell) bool {
	var only cell
	for _, c := range row[:len(im.table.header)] {
		switch {
		case c.bad || c.noValue:
			return false
		case c.text == "":
		case only.text == "":
			only = c
		case c.text != only.text || !c.merged:
			return false
		}
	}
	place, there := im.table.columns["slug"]
	switch {
	case only.text == "" || len(im.table.columns) < 2:
		return false
	case !there && !only.merged:
		return false
	case there && row[place].text == only.text && !only.merged && !remarkWords.MatchString(only.text):
		return false // an institution's row whose other cells are missing
	}
	im.leaveOut(row, "intake-note-row-remark")
	return true
}

var remarkWords = regexp.MustCompile(`(?i)^(sumber|keterangan|ket\.|catatan|\*|note|source)`)
