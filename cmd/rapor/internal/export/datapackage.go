package export

import (
	"encoding/hex"
	"path"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
)

// Where the descriptions of the data stand. A data package's paths must not leave
// its folder, so it stands at the root.
const (
	PackageAddress   = "datapackage.json"
	CatalogueAddress = "data/dcat.jsonld"
)

// About is what descriptions of the data say of the portal.
type About struct {
	Portal  *maturity.Portal
	Date    string // of the data: ISO date or year
	Program string
}

// packaged reports whether a file is listed in the data package and the
// catalogue: the tables that cover more than one institution.
func packaged(f *DataFile) bool {
	return f.Table != nil && f.Group != GroupInstitution
}

// DataPackage returns /datapackage.json (Frictionless Data Package 1): every table
// as CSV with its columns. made stands parallel to files.
func DataPackage(about About, files []DataFile, made []Made) ([]byte, error) {
	p := about.Portal
	out := object{{"profile", "tabular-data-package"}, {"name", packageName(p.BaseURL)}, {"title", p.Title.Base}}
	if p.Summary.Base != "" {
		out = append(out, member{"description", p.Summary.Base})
	}
	out = append(out, member{"homepage", p.BaseURL}, member{"version", about.Date})
	if url := p.LicenceURL(); url != "" {
		out = append(out, member{"licenses", []object{{{"name", p.Licence}, {"path", url}}}})
	}
	resources := []object{}
	for i := range files {
		if f := &files[i]; f.Media == MediaCSV && packaged(f) {
			resources = append(resources, resource(f, &made[i]))
		}
	}
	out = append(out, member{"contributors", []object{{{"title", p.Owner.Base}, {"role", "publisher"}}}}, member{"resources", resources})
	return file(out)
}

// packageName is a data package's name: lower case letters, digits and . - _.
func packageName(address string) string {
	_, host, _ := strings.Cut(address, "://")
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, host)
	if name = strings.Trim(name, "-."); name == "" {
		return "rapor"
	}
	return name
}

func resource(f *DataFile, made *Made) object {
	fields := make([]object, len(f.Table.Columns))
	for i, c := range f.Table.Columns {
		fields[i] = object{{"name", c.Name}, {"type", c.Type}, {"description", c.About.Base}}
	}
	return object{
		{"name", strings.ToLower(strings.ReplaceAll(strings.TrimSuffix(f.Address, path.Ext(f.Address)), "/", "."))},
		{"title", f.Title().Base}, {"path", f.Address}, {"profile", "tabular-data-resource"}, {"format", "csv"}, {"mediatype", f.Media}, {"encoding", "utf-8"},
		{"bytes", made.Bytes}, {"hash", "sha256:" + hex.EncodeToString(made.SHA256[:])},
		{"dialect", object{{"lineTerminator", "\n"}}},
		{"schema", object{{"fields", fields}, {"missingValues", []string{""}}}},
	}
}

// Catalogue returns /data/dcat.jsonld: the tables as a DCAT catalogue, one data set
// for all files of one table.
func Catalogue(about About, files []DataFile, made []Made) ([]byte, error) {
	p := about.Portal
	publisher := object{{"@type", "foaf:Agent"}, {"foaf:name", p.Owner.Base}}
	var bases []string
	titles, distributions := map[string]maturity.Text{}, map[string][]object{}
	for i := range files {
		f := &files[i]
		if !packaged(f) {
			continue
		}
		if distributions[f.Base] == nil {
			bases, titles[f.Base] = append(bases, f.Base), f.Title()
		}
		distributions[f.Base] = append(distributions[f.Base], distribution(p, f, &made[i]))
	}
	sets := make([]object, len(bases))
	for i, base := range bases {
		sets[i] = object{{"@id", p.BaseURL + base + "#dcat"}, {"@type", "dcat:Dataset"}, {"dct:title", tagged(titles[base])}, {"dct:description", tagged(titles[base])},
			{"dct:publisher", publisher}, {"dct:modified", about.Date}, {"dcat:distribution", distributions[base]}}
	}
	out := object{{"@context", dcatContext}, {"@id", p.BaseURL}, {"@type", "dcat:Catalog"}, {"dct:title", tagged(p.Title)}, {"dct:description", tagged(p.Summary)},
		{"dct:publisher", publisher}, {"foaf:homepage", link(p.BaseURL)}, {"dct:modified", about.Date}}
	if url := p.LicenceURL(); url != "" {
		out = append(out, member{"dct:license", link(url)})
	}
	return file(append(out, member{"dcat:dataset", sets}))
}

var dcatContext = object{{"dcat", "http://www.w3.org/ns/dcat#"}, {"dct", "http://purl.org/dc/terms/"}, {"foaf", "http://xmlns.com/foaf/0.1/"},
	{"spdx", "http://spdx.org/rdf/terms#"}}

func link(address string) object { return object{{"@id", address}} }

// tagged is a text in its languages.
func tagged(t maturity.Text) []object {
	out := []object{{{"@language", maturity.BaseLanguage}, {"@value", t.Base}}}
	if english, ok := t.Other["en"]; ok {
		out = append(out, object{{"@language", "en"}, {"@value", english}})
	}
	return out
}

func distribution(p *maturity.Portal, f *DataFile, made *Made) object {
	address := p.BaseURL + f.Address
	o := object{{"@id", address}, {"@type", "dcat:Distribution"}, {"dcat:accessURL", link(address)}, {"dcat:downloadURL", link(address)},
		{"dcat:mediaType", f.Media}, {"dcat:byteSize", made.Bytes},
		{"spdx:checksum", object{{"spdx:algorithm", link("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")}, {"spdx:checksumValue", hex.EncodeToString(made.SHA256[:])}}}}
	if url := p.LicenceURL(); url != "" {
		o = append(o, member{"dct:license", link(url)})
	}
	return o
}
