//go:build !race

package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/help"
)

// The file of promised addresses is only ever added to.
func TestNoPromisedAddressIsTakenBack(t *testing.T) {
	s := portalSite(t)
	frozen, err := os.ReadFile("testdata/api/alamat.txt")
	if err != nil {
		t.Fatal(err)
	}
	now := map[string]bool{}
	for _, e := range export.Endpoints {
		now[e.Pattern] = true
	}
	count := 0
	for line := range strings.Lines(string(frozen)) {
		pattern := strings.TrimSpace(line)
		if pattern == "" || strings.HasPrefix(pattern, "#") {
			continue
		}
		count++
		if !now[pattern] {
			t.Errorf("%s was promised and is gone", pattern)
		}
		delete(now, pattern)
	}
	for pattern := range now {
		t.Errorf("%s is new: add it to testdata/api/alamat.txt, after which it stays", pattern)
	}
	used := map[string]int{}
	for address := range s.files {
		for i := range export.Endpoints {
			if e := &export.Endpoints[i]; e.Matches(address) {
				used[e.Pattern]++
			}
		}
	}
	for _, e := range export.Endpoints {
		if used[e.Pattern] == 0 {
			t.Errorf("%s: the national portal has no such file", e.Pattern)
		}
	}
	if count < 20 {
		t.Errorf("only %d promised addresses", count)
	}
}

func TestEveryDataFileIsAtAPromisedAddressAndOfItsForm(t *testing.T) {
	s := portalSite(t)
	checkers := map[string]*jsonschema.Schema{}
	for _, e := range export.Endpoints {
		if e.Schema != "" && checkers[e.Schema] == nil {
			checkers[e.Schema] = compiled(t, s.files[export.SchemaDir+e.Schema+".json"])
		}
	}
	var faults []string
	checked := 0
	for address, content := range s.files {
		if !isOpenData(address) && path.Ext(address) != ".json" || strings.HasPrefix(address, "assets/") || strings.HasPrefix(address, "skema/") {
			continue
		}
		at := slices.IndexFunc(export.Endpoints, func(e export.Endpoint) bool { return e.Matches(address) })
		if at < 0 {
			faults = append(faults, address+": no promised address")
			continue
		}
		if schema := export.Endpoints[at].Schema; schema != "" {
			checked++
			if err := conforms(checkers[schema], content); err != nil {
				faults = append(faults, fmt.Sprintf("%s is not of the form %s: %v", address, schema, err))
			}
		}
	}
	slices.Sort(faults)
	report(t, faults)
	t.Logf("%d JSON files checked", checked)
	if checked < 1900 {
		t.Errorf("only %d JSON files were checked", checked)
	}
}

func compiled(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("skema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("skema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func conforms(schema *jsonschema.Schema, content []byte) error {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		return err
	}
	return schema.Validate(document)
}

// What the check above trusts: the schemas refuse what is wrong.
func TestTheSchemasRefuseOtherForms(t *testing.T) {
	s := portalSite(t)
	for _, c := range []struct{ schema, address, old, new string }{
		{"penilaian", "instansi/provinsi-sulawesi-barat/2024.json", `"indeks": 3.70`, `"indeks": "3.70"`},
		{"penilaian", "instansi/provinsi-sulawesi-barat/2024.json", `"rekonsiliasi"`, `"lain"`},
		{"penilaian", "instansi/provinsi-sulawesi-barat/2024.json", `"tahun": 2024`, `"tahun": 24`},
		{"penilaian", "instansi/provinsi-sulawesi-barat/2024.json", `"cocok"`, `"bagus"`},
		{"instansi", "instansi/provinsi-sulawesi-barat.json", `"terbit"`, `"tebakan"`},
		{"instansi", "instansi/provinsi-sulawesi-barat.json", `"jenis": "provinsi"`, `"jenis": "Provinsi"`},
		{"instrumen", "data/instrumen/permenpanrb-59-2020.json", `"normalisasi": false`, `"normalisasi": "tidak"`},
		{"tabel", "tahun/2024.json", `"rata_rata":false`, `"rata_rata":null`},
		{"daftar-data", "data/index.json", `"cakupan":"semua"`, `"cakupan":"sebagian"`},
		{"manifes", "manifest.json", `"ukuran":0`, `"ukuran":-1`},
	} {
		content := s.files[c.address]
		if !bytes.Contains(content, []byte(c.old)) {
			t.Errorf("%s does not hold %s", c.address, c.old)
			continue
		}
		wrong := bytes.Replace(content, []byte(c.old), []byte(c.new), 1)
		if err := conforms(compiled(t, s.files[export.SchemaDir+c.schema+".json"]), wrong); err == nil {
			t.Errorf("%s with %s was accepted", c.address, c.new)
		}
	}
}

func TestTheOpenAPIDescriptionNamesEveryPromisedAddress(t *testing.T) {
	s := portalSite(t)
	document, err := parseJSON(s.files[export.OpenAPIAddress])
	if err != nil {
		t.Fatal(err)
	}
	paths := document.(map[string]any)["paths"].(map[string]any)
	for _, e := range export.Endpoints {
		operation, ok := paths["/"+e.Pattern].(map[string]any)["get"].(map[string]any)
		if !ok {
			t.Errorf("%s is not described", e.Pattern)
			continue
		}
		if n := len(operation["parameters"].([]any)); n != strings.Count(e.Pattern, "{") {
			t.Errorf("%s: %d parameters", e.Pattern, n)
		}
	}
	if len(paths) != len(export.Endpoints) {
		t.Errorf("%d paths for %d addresses", len(paths), len(export.Endpoints))
	}
}

func TestTheHelpNamesEveryPromisedAddress(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		text, _ := help.Source("api", language)
		for _, e := range export.Endpoints {
			english, _ := e.About.In("en")
			about := map[string]string{"id": e.About.Base, "en": english}[language]
			if !strings.Contains(text, "    "+e.Pattern+" ") || !strings.Contains(strings.ToLower(text), strings.ToLower(about)) {
				t.Errorf("help api (%s) does not say that %s is %q", language, e.Pattern, about)
			}
		}
		if !strings.Contains(text, export.APIVersion) {
			t.Errorf("help api (%s) does not name version %s", language, export.APIVersion)
		}
	}
}

// datasetOf reads the JSON-LD of a page; nil where it has none.
func datasetOf(t *testing.T, page []byte) map[string]any {
	t.Helper()
	_, rest, found := bytes.Cut(page, []byte(`<script type="application/ld+json">`))
	if !found {
		return nil
	}
	raw, _, _ := bytes.Cut(rest, []byte("</script>"))
	document, err := parseJSON(raw)
	if err != nil {
		t.Fatalf("%v: %s", err, raw)
	}
	return document.(map[string]any)
}

// Every page whose data are files describes them, and every file it names exists.
func TestPagesDescribeTheirDataForSearchEngines(t *testing.T) {
	s := portalSite(t)
	const base = "https://rapor-spbe.example/"
	described, types := map[string]bool{}, map[string]int{}
	for _, address := range s.addresses() {
		d := datasetOf(t, s.files[address])
		if d == nil {
			continue
		}
		for _, key := range []string{"@context", "@id", "name", "description", "license", "creator", "dateModified", "distribution", "url", "inLanguage", "isAccessibleForFree"} {
			if d[key] == nil || d[key] == "" {
				t.Errorf("%s: no %s", address, key)
			}
		}
		if n := len([]rune(d["description"].(string))); d["@type"] != "Dataset" || n < 50 || n > 5000 {
			t.Errorf("%s: a %v with a description of %d characters", address, d["@type"], n)
		}
		if d["url"] != base+strings.TrimSuffix(address, "index.html") {
			t.Errorf("%s: its address is %v", address, d["url"])
		}
		if _, err := time.Parse(time.DateOnly, d["dateModified"].(string)); err != nil {
			t.Errorf("%s: %v", address, err)
		}
		if c, _ := d["creator"].(map[string]any); c["@type"] != "Organization" || c["name"] == "" {
			t.Errorf("%s: made by %v", address, c)
		}
		if c, _ := d["includedInDataCatalog"].(map[string]any); s.files[strings.TrimPrefix(fmt.Sprint(c["url"]), base)+"index.html"] == nil {
			t.Errorf("%s: part of %v", address, c)
		}
		types[strings.Trim(strings.TrimPrefix(path.Dir(address)+"/", "en/"), "0123456789/")]++
		for _, file := range d["distribution"].([]any) {
			target := strings.TrimPrefix(file.(map[string]any)["contentUrl"].(string), base)
			described[target] = true
			if s.files[target] == nil {
				t.Errorf("%s: %s is not there", address, target)
			}
		}
	}
	var missing []string
	for _, f := range dataList(t) {
		if !described[f.Address] {
			missing = append(missing, f.Address+": no page describes it")
		}
	}
	report(t, missing)
	if types["data"] != len(siteLanguages) || types["status"] != 0 {
		t.Errorf("the whole data are described on %d pages of data and %d of the portal's state", types["data"], types["status"])
	}
}

// The catalogue and the data package name every table with its size and digest.
func TestDescriptionsOfTheDataAgreeWithTheList(t *testing.T) {
	s := portalSite(t)
	catalogue, pack := string(s.files[export.CatalogueAddress]), string(s.files[export.PackageAddress])
	tables := 0
	for _, f := range dataList(t) {
		if f.Rows == nil || f.Covers == "instansi" {
			continue
		}
		tables++
		if !strings.Contains(catalogue, `"https://rapor-spbe.example/`+f.Address+`"`) || !strings.Contains(catalogue, `"`+f.SHA256+`"`) {
			t.Errorf("%s is not in the catalogue as it is", f.Address)
		}
		if f.Media == "text/csv" && (!strings.Contains(pack, `"`+f.Address+`"`) || !strings.Contains(pack, `"sha256:`+f.SHA256+`"`)) {
			t.Errorf("%s is not in the data package as it is", f.Address)
		}
	}
	if _, err := parseJSON(s.files[export.CatalogueAddress]); err != nil || tables < 60 {
		t.Errorf("%d tables: %v", tables, err)
	}
}
