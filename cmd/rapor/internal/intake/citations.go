package intake

import "rapor/cmd/rapor/internal/diag"

// sources writes the sources of an edition, the official one first.
func (e *edition) sources(all []source) {
	pos := e.cellPos(e.first.row, "sumber")
	for _, s := range all {
		e.sourceKeys(e.file, pos, at("sumber", e.file.sourceID("sumber", s)), s)
	}
}

// sourceKeys writes one source.
func (im *importer) sourceKeys(d *document, pos diag.Pos, table []string, s source) {
	d.set(im.list, pos, table, "judul", textValue(s.title))
	if s.reference != "" {
		d.set(im.list, pos, table, "rujukan", textValue(s.reference))
	}
	if s.url != "" {
		d.set(im.list, pos, table, "url", textValue(s.url))
	}
	if s.copied {
		d.set(im.list, pos, table, "salinan", textValue(copyText))
		d.set(im.list, pos, table, "dicocokkan", flagValue(false))
	}
}

// other writes a row that prints another figure: one [terbit_lain] for each of
// its sources. A row that a machine read gets a [sumber] of the same key too,
// where that can be said.
func (e *edition) other(r *reading) {
	if len(r.sources) == 0 {
		e.fault(r.row, "sumber", "intake-other-without-source", int(e.first.row[0].line))
	}
	for _, s := range r.sources {
		table := at("terbit_lain", e.file.sourceID("terbit_lain", s))
		e.figures(r, table)
		e.set(r.row, "sumber", table, "judul", textValue(s.full()))
		if s.url != "" {
			e.set(r.row, "sumber", table, "url", textValue(s.url))
		}
		if s.copied {
			e.sourceKeys(e.file, e.cellPos(r.row, "sumber"), at("sumber", e.file.sourceID("sumber", s)), s)
		}
	}
}

// sourceID returns the key under which a source stands already, in the file or
// among the additions, or a free one for it.
func (d *document) sourceID(parent string, s source) string {
	for _, id := range keysOf(d.standing(parent)) {
		if d.cites(parent, id, s) {
			return id
		}
	}
	base := s.id()
	for n := 1; ; n++ {
		id := base
		if n > 1 {
			id += "-" + number(n)
		}
		_, spoken := d.seen[joined(at(parent, id))]
		if taken := spoken || d.standing(parent, id) != nil; !taken || d.cites(parent, id, s) {
			return id
		}
	}
}

// cites reports whether the source with a key is the one at hand: it has the
// same address, or neither has one and the words are the same. A title that
// somebody reworded under the key that this program gave it, with the same
// reference, is still that source; that it differs is for the editor to settle.
func (d *document) cites(parent, id string, s source) bool {
	get := func(key string) string {
		if i, ok := d.added[joined(at(parent, id, key))]; ok {
			return d.adds[i].value.shown
		}
		return text(d.standing(parent, id, key))
	}
	if url := get("url"); url != "" || s.url != "" {
		return url == s.url
	}
	title, reference := get("judul"), get("rujukan")
	if title == s.full() && reference == "" {
		return true
	}
	return reference == s.reference && (title == s.title || id == s.id() && reference != "")
}
