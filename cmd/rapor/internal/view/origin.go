package view

import (
	"path"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// dataLine is the way to a place in the data files, where the portal says where its
// repository shows them: the file by its name below the data folder, and its line as
// the usual hosts of repositories name it. "" where the portal does not say.
func (w *writer) dataLine(file string, pos diag.Pos) string {
	pattern := w.site.data.Portal.SourceData
	if pattern == "" || w.site.set.Revision == "" && strings.Contains(pattern, "{revisi}") {
		return ""
	}
	address := strings.ReplaceAll(pattern, "{revisi}", w.site.set.Revision) + file
	if pos.Line > 0 {
		address += "#L" + year(pos.Line)
	}
	if !theme.SafeAddress(address) {
		return ""
	}
	return address
}

// lineLink is dataLine as a link of a page's small print: none where there is no way.
func (w *writer) lineLink(file string, pos diag.Pos) []theme.Link {
	href := w.dataLine(file, pos)
	if href == "" {
		return nil
	}
	return []theme.Link{{Text: theme.Text{Words: w.place(file, pos)}, Href: href}}
}

// from is a figure in a table that leads to its line in the data files.
func (w *writer) from(figure table.Cell, file string, pos diag.Pos) table.Cell {
	figure.Href = w.dataLine(file, pos)
	return figure
}

// instrumentFile, portalFile and correctionFile are names below the data folder.
func instrumentFile(in *maturity.Instrument) string { return "instrumen/" + in.ID + ".toml" }

func correctionFile(k *maturity.Correction) string { return "koreksi/" + k.ID + ".toml" }

const portalFile = "portal.toml"

// place names a place in the data files: "2024.toml, baris 7".
func (w *writer) place(file string, pos diag.Pos) string {
	if pos.Line == 0 {
		return path.Base(file)
	}
	return w.Say("sumber.baris-berkas", "berkas", path.Base(file), "baris", year(pos.Line))
}

// indexLine is where the index of an edition stands: the printed one, else the
// levels that it is computed from.
func (e *edition) indexLine() diag.Pos {
	if p := e.Published; p != nil && p.Index != nil && !e.computed {
		return p.IndexPos
	}
	if r := e.Result(); r != nil {
		return r.Pos
	}
	return e.Pos
}

// lines tells where each figure of a page stands: every figure of the year on the
// page of an edition; the index of each year and the targets on that of an
// institution. Nil where the portal does not say where its data files are.
func (w *writer) lines(h *history, editions []edition) *table.Table {
	t := w.table(w.Say("sumber.tabel-baris"), "", table.Words(w.Say("tabel.bagian")), table.Figures(w.Say("sumber.nilai")), table.Words(w.Say("sumber.berkas")))
	t.Names = true
	add := func(what, value table.Cell, file string, pos diag.Pos) {
		if href := w.dataLine(file, pos); href != "" {
			t.Add(table.Plain, what, value, table.Link(w.place(file, pos), href))
		}
	}
	whole := w.bare == institutionDir(h.inst.Slug)
	for i := len(editions) - 1; i >= 0; i-- {
		e := &editions[i]
		if whole && e.known {
			add(table.Text(w.indexName(e)), w.figureCell(e.index), e.File, e.indexLine())
			continue
		}
		for _, f := range e.Figures() {
			add(w.partCell(f.Part), w.recorded(f.Value, f.Part, e.Instrument), e.File, f.Pos)
		}
	}
	file := institutionDir(h.inst.Slug) + "instansi.toml"
	for i := range h.inst.Targets {
		target := &h.inst.Targets[i]
		if !whole && target.Year != editions[0].Year {
			continue
		}
		words := w.changedPart("target." + year(target.Year))
		add(table.Text(words), w.figureCell(target.Index), file, target.Pos)
		for k := range target.Others {
			said := &target.Others[k]
			add(table.Text(w.Say("riwayat.sumber-lain", "apa", words, "sumber", w.data(said.Source.Title))), w.figureCell(said.Index), file, said.Pos)
		}
	}
	if t.Empty() {
		return nil
	}
	return t
}
