package view

import (
	"path"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// DataFile is a file of open data as pages list it: where it stands, what it
// holds and how much.
type DataFile struct {
	Address string // from the site's root: tahun/2024.csv
	Group   string // what it covers: semua, instrumen, tahun, jenis, indikator, instansi, penilaian
	Key     string // what of the group: a year, a kind, a slug
	Title   func() maturity.Text
	Media   string // media type
	Rows    int    // of a table; -1 where it is none
}

// Base is the address without its ending: what the files of one table share, and
// the folder of the page that shows it.
func (f *DataFile) Base() string { return strings.TrimSuffix(f.Address, path.Ext(f.Address)) }

// Format is the name of the file's form: CSV, JSON, XLSX.
func (f *DataFile) Format() string {
	return strings.ToUpper(strings.TrimPrefix(path.Ext(f.Address), "."))
}

// IndexOfData is the address of the list of every data file.
const IndexOfData = "data/index.json"

// wholeData is the group of the files that cover the whole portal.
const wholeData = "semua"

// dataOf are the data files of a page, by its folder without the language.
func (s *Site) dataOf(dir string) []DataFile {
	if dir == statusDir {
		return s.filesOf(wholeData)
	}
	return s.filesOf(strings.TrimSuffix(dir, "/"))
}

// describedOn are the data files that a page describes for search engines: the whole
// portal's where they can be downloaded, so that each file is described once.
func (s *Site) describedOn(dir string) []DataFile {
	switch dir {
	case dataDir:
		return s.filesOf(wholeData)
	case statusDir:
		return nil
	}
	return s.dataOf(dir)
}

// filesByPage tells which data files stand under the folders of the pages that show
// them: from one place in the list of all to another. A kind of averages has no
// page; its files stand with those of the whole.
func (s *Site) filesByPage(files []DataFile) (pages map[string][2]int32, whole []DataFile) {
	kinds := map[string]bool{}
	for _, k := range s.kinds() {
		kinds[k.ID] = true
	}
	pages = map[string][2]int32{}
	for i, f := range files {
		if f.Group == wholeData || f.Group == "jenis" && !kinds[f.Key] {
			whole = append(whole, f)
			continue
		}
		key := f.Base()
		if id, ok := strings.CutPrefix(key, "data/instrumen/"); ok {
			key = methodDir + id
		}
		first, ok := pages[key] // files of one base stand beside each other
		if !ok {
			first[0] = int32(i)
		}
		pages[key] = [2]int32{first[0], int32(i + 1)}
	}
	return pages, whole
}

// listed are the files that stand under a folder.
func (s *Site) listed(folder string) []DataFile {
	if folder == wholeData {
		return s.whole
	}
	span := s.files[folder]
	return s.set.Data[span[0]:span[1]]
}

// filesBelow are the files that stand under a folder, or under one of an
// institution's years.
func (s *Site) filesBelow(folder string) []DataFile {
	all := s.listed(folder)
	if h := s.bySlug[strings.TrimPrefix(folder, listDir)]; h != nil {
		all = slices.Clone(all)
		for i := range h.editions {
			all = append(all, s.listed(folder+"/"+year(h.editions[i].Year))...)
		}
	}
	return all
}

// pageCitation is how to cite a page that is no institution's, and its data as
// files.
func (w *writer) pageCitation(title theme.Text) *Citation {
	portal := &w.site.data.Portal
	c := &Citation{Section: Section{ID: "unduhan", Title: w.Say("kutip.judul")}}
	c.Text = w.Tell("kutip.halaman", "portal", w.text(portal.Title), "judul", title, "tanggal", w.Day(w.site.set.Date),
		"alamat", portal.BaseURL+w.dir)
	c.addData(w, w.site.dataOf(w.bare))
	if w.bare == statusDir && len(c.Items) > 0 {
		c.Items = append(c.Items, Download{theme.Link{Text: theme.Text{Words: "JSON"}, Href: w.file(IndexOfData)}, w.Say("kutip.daftar-data")})
	}
	return c
}

// addData lists data files.
func (c *Citation) addData(w *writer, files []DataFile) {
	for i := range files {
		f := &files[i]
		about := w.text(f.Title()).Words
		if f.Rows >= 0 {
			about = w.Say("kutip.tabel", "judul", about, "n", w.Int(f.Rows))
		}
		c.Items = append(c.Items, Download{theme.Link{Text: theme.Text{Words: f.Format()}, Href: w.file(f.Address)}, about})
	}
}
