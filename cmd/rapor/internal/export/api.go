package export

import (
	"embed"
	"io/fs"
	"path"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

// APIVersion is the version of the addresses and forms that portals publish. A
// change that breaks a reader raises its first number; skema/perubahan.md tells
// what changed.
const APIVersion = "1.0.0"

// Where the description of the addresses stands, and where the schemas do.
const (
	OpenAPIAddress = "data/openapi.json"
	SchemaDir      = "skema/json/"
)

//go:embed skema
var schemas embed.FS

// Endpoint is a promise: an address that every portal has, and what is there. It
// is never taken back within a major version.
type Endpoint struct {
	Pattern string // instansi/{slug}/{tahun}.json
	Media   string
	Schema  string // file in skema/, for JSON
	About   maturity.Text
}

// Endpoints are all promised addresses of data.
var Endpoints = []Endpoint{
	{"data/skor.csv", MediaCSV, "", bilingual("Semua nilai, satu nilai satu baris", "Every figure, one to a row")},
	{"data/skor.json", MediaJSON, "tabel", bilingual("Semua nilai, satu nilai satu baris", "Every figure, one to a row")},
	{"data/instansi.csv", MediaCSV, "", bilingual("Daftar instansi", "List of institutions")},
	{"data/instansi.json", MediaJSON, "tabel", bilingual("Daftar instansi", "List of institutions")},
	{"data/sumber.csv", MediaCSV, "", bilingual("Sumber setiap penilaian", "Sources of every assessment")},
	{"data/sumber.json", MediaJSON, "tabel", bilingual("Sumber setiap penilaian", "Sources of every assessment")},
	{"data/instrumen/{id}.csv", MediaCSV, "", bilingual("Satu instrumen: bobot, predikat, kriteria", "One instrument: weights, bands, criteria")},
	{"data/instrumen/{id}.json", MediaJSON, "instrumen", bilingual("Satu instrumen selengkapnya", "One instrument in full")},
	{"data/index.json", MediaJSON, "daftar-data", bilingual("Daftar semua berkas data dengan ukuran dan SHA-256", "List of all data files with size and SHA-256")},
	{"data/terbitan.json", MediaJSON, "terbitan", bilingual("Semua yang dinyatakan situs ini, untuk membandingkan terbitan", "Everything that this site states, to compare publications")},
	{"data/dcat.jsonld", "application/ld+json", "", bilingual("Katalog DCAT", "DCAT catalogue")},
	{"data/openapi.json", MediaJSON, "", bilingual("Uraian alamat ini", "This description of the addresses")},
	{"datapackage.json", MediaJSON, "", bilingual("Frictionless Data Package: arti setiap kolom", "Frictionless Data Package: what every column means")},
	{"tahun/{tahun}.csv", MediaCSV, "", bilingual("Hasil satu tahun", "Results of one year")},
	{"tahun/{tahun}.json", MediaJSON, "tabel", bilingual("Hasil satu tahun", "Results of one year")},
	{"tahun/{tahun}.xlsx", MediaXLSX, "", bilingual("Hasil satu tahun", "Results of one year")},
	{"jenis/{jenis}.csv", MediaCSV, "", bilingual("Hasil satu jenis instansi, semua tahun", "Results of one kind of institution, all years")},
	{"jenis/{jenis}.json", MediaJSON, "tabel", bilingual("Hasil satu jenis instansi, semua tahun", "Results of one kind of institution, all years")},
	{"jenis/{jenis}.xlsx", MediaXLSX, "", bilingual("Hasil satu jenis instansi, semua tahun", "Results of one kind of institution, all years")},
	{"indikator/{id}/{kode}.csv", MediaCSV, "", bilingual("Tingkat satu indikator, bila diketahui", "Levels of one indicator, where any are known")},
	{"indikator/{id}/{kode}.json", MediaJSON, "tabel", bilingual("Tingkat satu indikator, bila diketahui", "Levels of one indicator, where any are known")},
	{"instansi/{slug}.csv", MediaCSV, "", bilingual("Semua nilai satu instansi", "Every figure of one institution")},
	{"instansi/{slug}.json", MediaJSON, "instansi", bilingual("Ringkasan satu instansi: seri, target, prioritas", "Summary of one institution: series, targets, priorities")},
	{"instansi/{slug}/{tahun}.json", MediaJSON, "penilaian", bilingual("Satu penilaian: terbit, hitung, rekonsiliasi, sumber", "One assessment: published, computed, reconciled, sources")},
	{"instansi/{slug}.svg", "image/svg+xml", "", bilingual("Lencana satu instansi", "Badge of one institution")},
	{"lencana/{slug}.json", MediaJSON, "", bilingual("Lencana satu instansi, skema endpoint shields.io", "Badge of one institution, endpoint schema of shields.io")},
	{"manifest.json", MediaJSON, "manifes", bilingual("Semua berkas situs dengan SHA-256", "Every file of the site with its SHA-256")},
}

// Matches reports whether an address is one of the endpoint's. A part in braces
// stands for anything without a slash.
func (e *Endpoint) Matches(address string) bool {
	pattern := e.Pattern
	for {
		open := strings.IndexByte(pattern, '{')
		if open < 0 {
			return pattern == address
		}
		rest, ok := strings.CutPrefix(address, pattern[:open])
		if !ok {
			return false
		}
		pattern = pattern[strings.IndexByte(pattern, '}')+1:]
		end := strings.IndexByte(rest, '/')
		if next, _, _ := strings.Cut(pattern, "{"); strings.HasPrefix(next, ".") {
			end = strings.LastIndex(rest, next)
		}
		if end <= 0 || strings.Contains(rest[:end], "/") {
			return false
		}
		address = rest[end:]
	}
}

// StaticFile is a file that is the same for every portal, or made of nothing but
// what the portal says of itself.
type StaticFile struct {
	Address string
	Content []byte
}

// Schemas returns the JSON Schemas of the published JSON and the list of what
// changed in it, for /skema/json/.
func Schemas() ([]StaticFile, error) {
	var out []StaticFile
	err := fs.WalkDir(schemas, "skema", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := schemas.ReadFile(name)
		out = append(out, StaticFile{SchemaDir + path.Base(name), content})
		return err
	})
	return out, err
}

// OpenAPI returns /data/openapi.json (OpenAPI 3.1): all promised addresses with
// their schemas.
func OpenAPI(about About) ([]byte, error) {
	p := about.Portal
	info := object{{"title", p.Title.Base}, {"description", "Berkas statis: tanpa kunci, tanpa batas. Static files: no keys, no limits."}, {"version", APIVersion}}
	if url := p.LicenceURL(); url != "" {
		info = append(info, member{"license", object{{"name", p.Licence}, {"url", url}}})
	}
	paths := object{}
	for i := range Endpoints {
		e := &Endpoints[i]
		paths = append(paths, member{"/" + e.Pattern, object{{"get", e.operation(p.BaseURL)}}})
	}
	return file(object{{"openapi", "3.1.0"}, {"info", info}, {"servers", []object{{{"url", strings.TrimSuffix(p.BaseURL, "/")}}}},
		{"externalDocs", object{{"url", p.BaseURL + SchemaDir + "perubahan.md"}}}, {"paths", paths}})
}

func (e *Endpoint) operation(base string) object {
	english, _ := e.About.In("en")
	var schema any = object{{"type", "string"}}
	switch {
	case e.Schema != "":
		schema = object{{"$ref", base + SchemaDir + e.Schema + ".json"}}
	case strings.HasSuffix(e.Media, "json"):
		schema = object{{"type", "object"}}
	}
	parameters := []object{}
	for rest := e.Pattern; ; {
		_, after, found := strings.Cut(rest, "{")
		if !found {
			break
		}
		name, tail, _ := strings.Cut(after, "}")
		parameters = append(parameters, object{{"name", name}, {"in", "path"}, {"required", true}, {"schema", object{{"type", "string"}}}})
		rest = tail
	}
	return object{{"summary", e.About.Base}, {"description", english}, {"operationId", operationID(e.Pattern)}, {"parameters", parameters},
		{"responses", object{{"200", object{{"description", e.About.Base}, {"content", object{{e.Media, object{{"schema", schema}}}}}}}, {"404", object{{"description", "tidak ada"}}}}}}
}

func operationID(pattern string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return '_'
	}, pattern), "_")
}
