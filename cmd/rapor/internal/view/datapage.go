package view

import (
	"path"
	"slices"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// DataColumn is a column of the data tables: the data dictionary has one entry
// for each name.
type DataColumn struct {
	Name  string
	Type  string // teks, bilangan, ... as the export names it
	About maturity.Text
}

// dataPages yields the page that lists the open data, with what each column
// means, the licence and how to cite.
func (s *Site) dataPages(yield func(Page) bool) bool {
	return len(s.set.Data) == 0 || s.leading(dataDir, "portal.toml", dataDir, s.dataPage, yield)
}

func (s *Site) dataPage(w *writer) (Shell, *Sections) {
	v := &Sections{Title: theme.Text{Words: w.Say("data.judul")}, Lead: w.Tell("data.pengantar"), Region: w.Say("data.judul"), Facts: w.dataFacts()}
	v.Sections = compact(
		w.dataFiles("semua", w.Say("data.semua"), wholeData),
		w.dataFiles("instrumen", w.Say("menu.metode"), "instrumen"),
		w.dataFiles("tahun", w.Say("tabel.tahun"), "tahun"),
		w.dataFiles("jenis", w.Say("tabel.jenis"), "jenis"),
		w.dataPatterns(), w.dataDictionary())
	return Shell{Description: w.Say("data.uraian"), Trail: w.trail()}, v
}

func (w *writer) dataFacts() []Fact {
	portal := &w.site.data.Portal
	var facts []Fact
	if portal.Licence != "" {
		facts = append(facts, Fact{text(w.Say("data.lisensi")), theme.Link{Text: theme.Text{Words: portal.Licence}, Href: portal.LicenceURL()}.HTML()})
	}
	if w.site.set.Date != "" {
		facts = append(facts, Fact{text(w.Say("status.data")), text(w.Day(w.site.set.Date))})
	}
	list := theme.Link{Text: theme.Text{Words: IndexOfData}, Href: w.file(IndexOfData)}
	return append(facts, Fact{text(w.Say("data.daftar")), list.HTML()})
}

// dataFiles lists the tables of a group, each with its files.
func (w *writer) dataFiles(id, title, group string) *Section {
	var files []*DataFile
	var formats []string
	for i := range w.site.set.Data {
		if f := &w.site.set.Data[i]; f.Group == group {
			files = append(files, f)
			if !slices.Contains(formats, f.Format()) {
				formats = append(formats, f.Format())
			}
		}
	}
	if len(files) == 0 {
		return nil
	}
	t := w.table(w.Say("data.tabel", "apa", title), "", table.Words(w.Say("data.isi")), table.Words(formats...), table.Figures(w.Say("data.baris")))
	t.Wide, t.Names = true, true
	for len(files) > 0 {
		n := 1
		for n < len(files) && files[n].Base() == files[0].Base() {
			n++
		}
		t.Add(table.Plain, w.dataCells(files[:n], formats)...)
		files = files[n:]
	}
	return &Section{ID: id, Title: title, Tables: []*table.Table{t}}
}

// dataCells is one table of data: what it holds, a link for each format, rows.
func (w *writer) dataCells(files []*DataFile, formats []string) []table.Cell {
	about, rows := w.text(files[0].Title()), table.Missing(w.Say("tabel.tidak-berlaku"))
	cells := []table.Cell{{Text: about.Words, Lang: about.Lang}}
	for _, format := range formats {
		cell := table.Missing(w.Say("tabel.tidak-berlaku"))
		for _, f := range files {
			if f.Rows >= 0 {
				rows = table.Text(w.Int(f.Rows))
			}
			if f.Format() == format {
				cell = table.Link(path.Base(f.Address), w.file(f.Address))
			}
		}
		cells = append(cells, cell)
	}
	return append(cells, rows)
}

// dataPatterns says where the files of each institution, edition and indicator
// are: they are too many to list.
func (w *writer) dataPatterns() *Section {
	t := w.table(w.Say("data.pola"), "", table.Words(w.Say("data.isi"), w.Say("data.alamat")))
	t.Wide, t.Names = true, true
	for _, p := range [][2]string{{"data.pola-instansi", "instansi/<kode>"}, {"data.pola-edisi", "instansi/<kode>/<tahun>"}, {"data.pola-indikator", "indikator/<instrumen>/<indikator>"}} {
		group := map[string]string{"data.pola-instansi": "instansi", "data.pola-edisi": "penilaian", "data.pola-indikator": "indikator"}[p[0]]
		var formats []string
		for i := range w.site.set.Data {
			if f := &w.site.set.Data[i]; f.Group == group && !slices.Contains(formats, f.Format()) {
				formats = append(formats, f.Format())
			}
		}
		if len(formats) > 0 {
			t.Add(table.Plain, table.Text(w.Say(p[0])), table.Cell{Text: p[1], Note: w.list(formats)})
		}
	}
	if t.Empty() {
		return nil
	}
	return &Section{ID: "pola", Title: w.Say("data.per-halaman"), Lead: []theme.HTML{text(w.Say("data.per-halaman-uraian"))}, Tables: []*table.Table{t}}
}

// dataDictionary says what every column means.
func (w *writer) dataDictionary() *Section {
	if len(w.site.set.Dictionary) == 0 {
		return nil
	}
	t := w.table(w.Say("data.kamus"), "", table.Words(w.Say("data.kolom"), w.Say("data.tipe")))
	t.Columns = append(t.Columns, table.Column{Name: w.Say("data.arti"), Prose: true})
	t.Wide = true
	for _, c := range w.site.set.Dictionary {
		about := w.text(c.About)
		row := t.Add(table.Plain, table.Text(c.Name), table.Text(c.Type), table.Cell{Text: about.Words, Lang: about.Lang})
		row.ID = "kolom-" + c.Name
	}
	return &Section{ID: "kamus", Title: w.Say("data.kamus"), Lead: []theme.HTML{text(w.Say("data.kamus-uraian"))}, Tables: []*table.Table{t}}
}
