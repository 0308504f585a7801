package load

import (
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// Whatever stands in a portal's files, loading gives values or problems with a
// place, and ends.
func FuzzLoad(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/full/format.txtar")
	if err != nil {
		f.Fatal(err)
	}
	year, institution := []byte("instrumen = \"contoh\"\n[tingkat.akhir]\nI01 = 3\n"), []byte("nama = \"Kota Contoh\"\njenis = \"kota\"\n")
	f.Add([]byte(portalTOML), []byte(instrumentTOML), institution, year)
	for _, file := range archive.Files { // every key of the format is in one of them
		f.Add(file.Data, file.Data, file.Data, file.Data)
	}
	f.Fuzz(func(t *testing.T, portal, instrument, institution, year []byte) {
		set, problems, err := Load(Source{DataName: "data", Data: fstest.MapFS{
			"portal.toml": {Data: portal}, "instrumen/contoh.toml": {Data: instrument},
			"instansi/kota-contoh/instansi.toml": {Data: institution}, "instansi/kota-contoh/2024.toml": {Data: year},
		}})
		if err != nil {
			t.Fatalf("the machine was blamed: %v", err)
		}
		for _, p := range problems.Sorted() {
			if p.Pos.File == "" {
				t.Errorf("a problem without a file: %+v", p)
			}
		}
		if problems.HasErrors() {
			return
		}
		for _, inst := range set.Institutions {
			for _, a := range inst.Assessments {
				if a.Instrument == nil {
					t.Errorf("%s %d has no instrument and no problem", inst.Slug, a.Year)
				}
			}
		}
	})
}
