package view

import (
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// corrections lists the corrections of figures that this portal published, with
// the old value: those of one year, or of all years of an institution (e nil),
// the newest first. Nil where there are none.
func (w *writer) corrections(h *history, e *edition) *Section {
	var t *table.Table
	for i := len(w.site.data.Corrections) - 1; i >= 0; i-- {
		k := w.site.data.Corrections[i]
		a := h.inst.In(k.Year)
		if k.Institution != h.inst.Slug || a == nil || e != nil && e.Year != k.Year {
			continue
		}
		if t == nil {
			t = w.correctionTable(e == nil)
		}
		cells := []table.Cell{w.from(table.Text(w.Day(k.Date)), correctionFile(k), k.Pos)}
		if e == nil {
			cells = append(cells, table.Link(year(k.Year), w.to(editionDir(k.Institution, k.Year))))
		}
		reason := w.data(k.Reason)
		t.Add(table.Plain, append(cells, w.partCell(k.Part), w.recorded(k.Before, k.Part, a.Instrument), w.recorded(k.After, k.Part, a.Instrument),
			table.Cell{Text: reason.Words, Lang: reason.Lang})...)
	}
	if t == nil {
		return nil
	}
	return &Section{ID: "koreksi", Title: w.Say("koreksi.judul"), Lead: []theme.HTML{text(w.Say("koreksi.dasar"))}, Tables: []*table.Table{t}}
}

// correctedNotice says at the top that figures of an edition were corrected.
func (w *writer) correctedNotice(h *history, e *edition) []theme.HTML {
	for _, k := range w.site.data.Corrections {
		if k.Institution == h.inst.Slug && k.Year == e.Year {
			link := theme.Link{Text: theme.Text{Words: w.Say("koreksi.judul")}, Href: "#koreksi"}
			return []theme.HTML{w.Tell("koreksi.ada", "tahun", year(e.Year), "koreksi", link)}
		}
	}
	return nil
}

func (w *writer) correctionTable(years bool) *table.Table {
	columns := [][]table.Column{{{Name: w.Say("koreksi.hari"), Tight: true}}}
	if years {
		columns = append(columns, table.Words(w.Say("tabel.tahun")))
	}
	columns = append(columns, table.Words(w.Say("tabel.bagian")), table.Figures(w.Say("riwayat.semula"), w.Say("riwayat.menjadi")),
		[]table.Column{{Name: w.Say("riwayat.alasan"), Prose: true}})
	t := w.table(w.Say("koreksi.tabel"), "", columns...)
	t.Wide = true
	return t
}

// recorded is a value as records and corrections write it, in the page's
// language: 3.70 is 3,70, the id of a band its name. in may be nil.
func (w *writer) recorded(value, part string, in *maturity.Instrument) table.Cell {
	if value == "" {
		return table.Missing(w.Say("riwayat.tanpa-nilai"))
	}
	if in != nil {
		if b := in.Band(value); b >= 0 {
			name := w.text(in.Bands[b].Name)
			return table.Cell{Text: name.Words, Lang: name.Lang}
		}
	}
	if figures, ok := w.figures(value); ok {
		return figures
	}
	words := w.data(value)
	return table.Cell{Text: words.Words, Lang: words.Lang}
}
