package main

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/view"
)

// dataFiles are the files of open data and what they turned out to be.
type dataFiles struct {
	files  []export.DataFile
	made   []export.Made               // filled in as the files are written
	tables map[string]func() cache.Sum // digests of what the files of a base hold, each worked out once
}

func newDataFiles(study *analysis.Study) *dataFiles {
	files := append(append(export.DataFiles(study, program), statement(study)), records(study.Set)...)
	d := &dataFiles{files, make([]export.Made, len(files)), map[string]func() cache.Sum{}}
	for i := range files {
		if t := files[i].Table; t != nil && slices.Contains(tableGroups, files[i].Group) {
			d.tables[files[i].Base] = sync.OnceValue(t.Digest)
		}
	}
	return d
}

// tableGroups are the groups of files that are made from the cells of a table.
var tableGroups = []export.DataGroup{export.GroupYear, export.GroupKind, export.GroupIndicator}

// readTable is the cells of a table, whose base follows.
const readTable = "tabel:"

// fact is the present digest of a table.
func (d *dataFiles) fact(what string) (cache.Sum, bool) {
	base, is := strings.CutPrefix(what, readTable)
	digest, known := d.tables[base]
	if !is || !known {
		return cache.Sum{}, false
	}
	return digest(), true
}

// listed are the files as pages list them.
func (d *dataFiles) listed() []view.DataFile {
	out := make([]view.DataFile, len(d.files))
	for i := range d.files {
		f := &d.files[i]
		out[i] = view.DataFile{Address: f.Address, Group: string(f.Group), Key: f.Key, Title: f.Title, Media: f.Media, Rows: f.Rows()}
	}
	return out
}

// dictionary is every column of the data tables once, by name.
func (d *dataFiles) dictionary() []view.DataColumn {
	known := map[string]view.DataColumn{}
	for i := range d.files {
		if t := d.files[i].Table; t != nil {
			for _, c := range t.Columns {
				known[c.Name] = view.DataColumn{Name: c.Name, Type: string(c.Type), About: c.About}
			}
		}
	}
	var out []view.DataColumn
	for _, name := range slices.Sorted(maps.Keys(known)) {
		out = append(out, known[name])
	}
	return out
}

// data writes every file of open data.
func (b *builder) data(d *dataFiles) {
	for i := range d.files {
		b.do(func() error {
			made, err := b.dataFile(&d.files[i])
			d.made[i] = made
			return err
		})
	}
}

// manyRows is from where on a table goes to the disk as it is written, and is not
// held whole.
const manyRows = 100_000

func (b *builder) dataFile(f *export.DataFile) (export.Made, error) {
	o := output{address: f.Address, source: f.Source, look: readBase}
	switch {
	case f.Pieces != nil:
		o.write = func(w io.Writer) ([]string, error) { return readsOf(f), b.pieces(f, w) }
	case f.Rows() >= manyRows:
		o.write = func(w io.Writer) ([]string, error) { return readsOf(f), f.Write(w) }
	default:
		o.make = func(content *bytes.Buffer) ([]string, error) { return readsOf(f), f.Write(content) }
	}
	made, err := b.emit(o)
	return export.Made{SHA256: made.Sum, Bytes: made.Bytes}, err
}

// readsOf is what a data file is made from besides the base: those of an
// institution from its folder, and where targets are judged from which years are
// settled; tables of many from their cells; the rest from anything.
func readsOf(f *export.DataFile) []string {
	switch f.Group {
	case export.GroupEdition, export.GroupInstitution:
		slug, _, _ := strings.Cut(f.Key, "/")
		return []string{readOwn + slug, view.SeenLand}
	case export.GroupInstrument:
		return nil
	}
	if slices.Contains(tableGroups, f.Group) {
		return []string{readTable + f.Base}
	}
	return []string{readAll}
}

// describe writes the files that describe the data, once all of them are there:
// the list, the data package and the catalogue.
func (b *builder) describe(d *dataFiles, date string) error {
	set := b.portal.set
	about := export.About{Portal: &set.Portal, Date: date, Program: program}
	for _, f := range []struct {
		address string
		make    func() ([]byte, error)
	}{
		{export.IndexAddress, func() ([]byte, error) { return export.DataIndex(about, d.files, d.made, set.Digest) }},
		{export.PackageAddress, func() ([]byte, error) { return export.DataPackage(about, d.files, d.made) }},
		{export.CatalogueAddress, func() ([]byte, error) { return export.Catalogue(about, d.files, d.made) }},
		{export.OpenAPIAddress, func() ([]byte, error) { return export.OpenAPI(about) }},
	} {
		content, err := f.make()
		if err != nil {
			return err
		}
		if err := b.put(publish.File{Address: f.address, Source: diag.Pos{File: program}, Content: content}); err != nil {
			return err
		}
	}
	return b.schemas()
}

// schemas writes what the published JSON looks like.
func (b *builder) schemas() error {
	files, err := export.Schemas()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := b.put(publish.File{Address: f.Address, Source: diag.Pos{File: program}, Content: f.Content}); err != nil {
			return err
		}
	}
	return nil
}
