package main

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/view"
)

// builtSite is the national portal as a build left it, read back into memory.
type builtSite struct {
	files map[string][]byte // by address: instansi/kota-x/index.html
}

var thePortalSite shared[*builtSite]

// portalSite builds the portal that the program carries.
func portalSite(t *testing.T) *builtSite {
	t.Helper()
	return thePortalSite.get(t, func() *builtSite {
		dir := filepath.Join(scratch(t), "public")
		if code, said := rapor("build", "--quiet", "--no-cache", "--lang=en", "--out", dir); code != exitFine {
			t.Fatalf("the embedded portal was not built: exit code %d\n%s", code, said)
		}
		return &builtSite{treeOf(t, dir)}
	})
}

// treeOf reads a folder into memory.
func treeOf(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		address, err := filepath.Rel(dir, name)
		files[filepath.ToSlash(address)] = content
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// addresses lists the pages in order, so that reports are the same each time.
func (s *builtSite) addresses() []string {
	var all []string
	for address := range s.files {
		if strings.HasSuffix(address, ".html") {
			all = append(all, address)
		}
	}
	slices.Sort(all)
	return all
}

// report fails with the first faults and the number of all of them.
func report(t *testing.T, faults []string) {
	t.Helper()
	const shown = 10
	for _, fault := range faults[:min(len(faults), shown)] {
		t.Error(fault)
	}
	if len(faults) > shown {
		t.Errorf("and %d more", len(faults)-shown)
	}
}

// inLanguage is the address of a page in a language.
func inLanguage(lang, address string) string {
	if lang == "en" {
		return "en/" + address
	}
	return address
}

var siteLanguages = []string{"id", "en"}

func TestEveryInstitutionAndEditionHasItsPagesAndItsData(t *testing.T) {
	s := portalSite(t)
	set, _, _ := national(t)
	var missing []string
	want := func(address string) {
		if _, ok := s.files[address]; !ok {
			missing = append(missing, "missing: "+address)
		}
	}
	institutions, editions := 0, 0
	for _, inst := range set.Institutions {
		institutions++
		want("instansi/" + inst.Slug + ".json")
		for _, lang := range siteLanguages {
			want(inLanguage(lang, "instansi/"+inst.Slug+"/index.html"))
		}
		for _, a := range inst.Assessments {
			editions++
			want(editionBase(inst, a) + ".json")
			for _, lang := range siteLanguages {
				want(inLanguage(lang, editionBase(inst, a)+"/index.html"))
			}
		}
	}
	report(t, missing)
	data := 0
	for address := range s.files {
		if strings.HasPrefix(address, "instansi/") && strings.HasSuffix(address, ".json") {
			data++
		}
	}
	if data != institutions+editions {
		t.Errorf("%d JSON files for %d institutions and %d editions", data, institutions, editions)
	}
	t.Logf("%d files, %d pages", len(s.files), len(s.addresses()))
}

func editionBase(inst *maturity.Institution, a *maturity.Assessment) string {
	return "instansi/" + inst.Slug + "/" + strings.TrimSuffix(filepath.Base(a.File), ".toml")
}

// The budgets of PORTAL.md, in bytes.
const (
	maxInstitutionPage = 20_000 // gzip -9
	maxList            = 60_000 // gzip -9
	maxStyles          = 10_000 // gzip -9
	maxScript          = 15_000 // gzip -9, of one page, without ECharts
	maxSimulation      = 6_000  // as it is
	maxIndex           = 15_000 // gzip -9, of 650 institutions; loaded when the search is used
)

func gzipped(content []byte) int {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		panic(err)
	}
	if _, err := w.Write(content); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Len()
}

func TestPagesStayWithinTheirWeight(t *testing.T) {
	s := portalSite(t)
	styles := 0
	for address, content := range s.files {
		if strings.HasPrefix(address, "assets/") && strings.HasSuffix(address, ".css") {
			styles += gzipped(content)
		}
	}
	busiest, script := s.mostScript(t)
	index := max(gzipped(s.files[view.IndexFile("id", "")]), gzipped(s.files[view.IndexFile("en", "")]))
	list := max(gzipped(s.files["instansi/index.html"]), gzipped(s.files["en/instansi/index.html"]))
	heaviest, institution := "", 0
	for _, address := range s.longestInstitutions() {
		if n := gzipped(s.files[address]); n > institution {
			heaviest, institution = address, n
		}
	}
	t.Logf("search index %d", index)
	t.Logf("styles %d, script %d (%s), list %d, heaviest institution page %d (%s)", styles, script, busiest, list, institution, heaviest)
	for _, w := range []struct {
		what      string
		got, most int
	}{
		{"the stylesheets", styles, maxStyles}, {"the scripts of " + busiest + " without ECharts", script, maxScript},
		{"the search index", index, maxIndex}, {"the list of institutions", list, maxList}, {heaviest, institution, maxInstitutionPage},
	} {
		if w.got == 0 || w.got > w.most {
			t.Errorf("%s: %d bytes with gzip -9, at most %d", w.what, w.got, w.most)
		}
	}
	if n := len(s.files["assets/simulasi.js"]); n == 0 || n > maxSimulation {
		t.Errorf("the simulation's script: %d bytes, at most %d", n, maxSimulation)
	}
}

// asked is a script that a page loads by itself.
var asked = regexp.MustCompile(`src="[./]*(assets/[\w./-]+\.js)"`)

// onSearch are the scripts that rapor.js loads when a reader searches or filters.
var onSearch = []string{"assets/cari.js", "assets/vendor/ufuzzy-1.0.19.min.js"}

// mostScript is the page that can load the most script, without ECharts, and how
// much: what its HTML names, and what a search in it loads.
func (s *builtSite) mostScript(t *testing.T) (page string, most int) {
	t.Helper()
	sizes, sums := map[string]int{}, map[string]int{}
	for _, address := range s.addresses() {
		content := s.files[address]
		names := ""
		for _, m := range asked.FindAllSubmatch(content, -1) {
			names += string(m[1]) + " "
		}
		if bytes.Contains(content, []byte(`type="search"`)) {
			names += strings.Join(onSearch, " ")
		}
		if _, known := sums[names]; !known {
			for _, name := range strings.Fields(names) {
				if sizes[name] == 0 {
					sizes[name] = gzipped(s.files[name])
				}
				if s.files[name] == nil {
					t.Errorf("%s loads %s, which there is not", address, name)
				}
				sums[names] += sizes[name]
			}
		}
		if sums[names] > most {
			page, most = address, sums[names]
		}
	}
	return page, most
}

// longestInstitutions are the pages of institutions with the most text: no other
// one can be heavier, give or take what gzip makes of it.
func (s *builtSite) longestInstitutions() []string {
	const enough = 40
	all := slices.DeleteFunc(s.addresses(), func(address string) bool {
		return !strings.HasPrefix(strings.TrimPrefix(address, "en/"), "instansi/") || strings.HasSuffix(address, "instansi/index.html")
	})
	slices.SortStableFunc(all, func(a, b string) int { return len(s.files[b]) - len(s.files[a]) })
	return all[:min(len(all), enough)]
}
