package view

import (
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// Sources is where the figures of a page were read.
type Sources struct {
	Section
	Items []SourceItem
	Lines *table.Table // where each figure stands in the data files; nil where the portal does not say where these are
}

// SourceItem is one source: what it is, which years it is for, and how far the
// reading can be trusted.
type SourceItem struct {
	What   theme.HTML
	Detail string
}

// sources lists the sources of editions, each once with the years it is for.
// Nil where none is given.
func (w *writer) sources(h *history, editions []edition) *Sources {
	out := &Sources{Section: Section{ID: "sumber", Title: w.Say("sumber.judul")}}
	places := map[string]int{}
	years := [][]string{}
	var uses []maturity.Source
	for i := len(editions) - 1; i >= 0; i-- {
		for _, s := range editions[i].Sources {
			key := s.Title + "\x00" + s.Reference + "\x00" + s.URL
			at, known := places[key]
			if !known {
				at = len(uses)
				places[key] = at
				uses, years = append(uses, s), append(years, nil)
			}
			years[at] = append(years[at], year(editions[i].Year))
		}
	}
	for i := range uses {
		out.Items = append(out.Items, SourceItem{w.sourceLine(&uses[i], years[i], len(editions) > 1), w.reliability(&uses[i])})
	}
	out.Notes = w.confidence(editions)
	out.Lines = w.lines(h, editions)
	if len(out.Items)+len(out.Notes) == 0 && out.Lines == nil {
		return nil
	}
	return out
}

func (w *writer) sourceLine(s *maturity.Source, years []string, many bool) theme.HTML {
	if !many {
		return w.source(s)
	}
	return w.Tell("sumber.baris", "sumber", w.source(s), "tahun", w.list(years))
}

// reliability says what was read, and whether it was compared with the page
// itself.
func (w *writer) reliability(s *maturity.Source) string {
	var parts []string
	if s.Copy != "" {
		parts = append(parts, w.Say("sumber.salinan", "salinan", w.data(s.Copy)))
	}
	switch {
	case s.Unchecked():
		parts = append(parts, w.Say("sumber.belum-dicocokkan"))
	case s.Compared != nil:
		parts = append(parts, w.Say("sumber.dicocokkan"))
	}
	return strings.Join(parts, " ")
}

// confidence names the editions whose transcription is less than sure.
func (w *writer) confidence(editions []edition) []theme.HTML {
	var notes []theme.HTML
	for i := range editions {
		if p := editions[i].Published; p != nil && confidenceKeys[p.Confidence] != "" {
			notes = append(notes, text(w.Say(confidenceKeys[p.Confidence], "tahun", year(editions[i].Year))))
		}
	}
	return notes
}

var confidenceKeys = map[maturity.Confidence]string{
	maturity.ConfidenceMedium: "sumber.keyakinan-sedang", maturity.ConfidenceLow: "sumber.keyakinan-rendah",
}

// Citation is how to cite a page, and its data as files.
type Citation struct {
	Section
	Text  theme.HTML
	Items []Download
	Embed *Embed // how other sites show the result; on an institution's page
}

// Download is a file with what is in it.
type Download struct {
	theme.Link
	About string
}

// citation of an edition; of the institution where there is none.
func (w *writer) citation(h *history, e *edition, dir string) *Citation {
	c := &Citation{Section: Section{ID: "unduhan", Title: w.Say("kutip.judul")}}
	portal := &w.site.data.Portal
	address := portal.BaseURL + w.site.prefix(w.Code) + dir
	date := w.Day(w.site.set.Date)
	if e == nil {
		c.Text = w.Tell("kutip.instansi", "portal", w.text(portal.Title), "nama", w.name(h.inst), "tanggal", date, "alamat", address)
	} else {
		address = portal.BaseURL + w.site.prefix(w.Code) + editionDir(h.inst.Slug, e.Year)
		c.Text = w.Tell("kutip.edisi", "portal", w.text(portal.Title), "nama", w.name(h.inst), "apa", w.text(e.Instrument.IndexName),
			"tahun", year(e.Year), "tanggal", date, "alamat", address)
	}
	if dir != institutionDir(h.inst.Slug) {
		c.add(w, editionFile(h.inst.Slug, e.Year), "kutip.json-edisi")
		return c
	}
	for _, f := range w.site.dataOf(dir) {
		if f.Rows >= 0 {
			c.addData(w, []DataFile{f})
		}
	}
	c.add(w, institutionFile(h.inst.Slug), "kutip.json-instansi")
	c.Embed = w.embed(h)
	return c
}

func (c *Citation) add(w *writer, path, about string) {
	c.Items = append(c.Items, Download{theme.Link{Text: theme.Text{Words: "JSON"}, Href: w.file(path)}, w.Say(about)})
}
