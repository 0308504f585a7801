//go:build !race

package main

import (
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapor/content"
	"rapor/data"
)

// linkWorld is what links are checked against.
type linkWorld struct {
	site     *builtSite
	pages    map[string]*sitePage
	base     *url.URL        // where the portal says it will stand
	declared map[string]bool // addresses elsewhere that data or texts name
}

// licences are the only addresses elsewhere that the program knows by itself.
var licences = []string{"https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by/4.0/deed.id"}

var webAddress = regexp.MustCompile(`https?://[^\s"'<>)\]]+`)

func newLinkWorld(t *testing.T) *linkWorld {
	t.Helper()
	set, _, _ := national(t)
	base, err := url.Parse(set.Portal.BaseURL)
	if err != nil {
		t.Fatal(err)
	}
	w := &linkWorld{portalSite(t), sitePages(t), base, map[string]bool{}}
	for _, licence := range licences {
		w.declared[licence] = true
	}
	for _, folder := range []fs.FS{data.FS, content.FS} {
		err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			text, err := fs.ReadFile(folder, name)
			for _, address := range webAddress.FindAllString(string(text), -1) {
				w.declared[address] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// follow returns the file a link of a page leads to, "" where it leaves the
// site, and what is wrong with it, "" if nothing.
func (w *linkWorld) follow(page string, link siteLink) (file, fault string) {
	target, err := url.Parse(link.target)
	switch {
	case err != nil:
		return "", "not an address"
	case link.from == "link canonical" || link.from == "link alternate":
		return w.ownAddress(page, link, target)
	case target.Scheme != "" || target.Host != "":
		if link.from != "a" || !w.declared[link.target] {
			return "", "leads to another host and no data or text declares it"
		}
		return "", ""
	case strings.HasPrefix(target.Path, "/") != (page == "404.html"):
		// The page for what does not exist is shown at any address: it alone must not be relative.
		return "", "is root-absolute, or relative on the page for missing addresses"
	}
	file = strings.TrimPrefix(path.Join("/", path.Dir(page), target.Path), "/")
	if page == "404.html" {
		file = strings.TrimPrefix(path.Clean(target.Path), "/")
	}
	if target.Path == "" {
		file = page
	}
	if target.Path != "" && isFolder(target.Path) {
		file = strings.TrimPrefix(file+"/index.html", "/")
	}
	return file, w.arrives(file, target)
}

// isFolder reports whether a relative address names a folder, whose index.html
// is shown: "2024/", "..", "../.".
func isFolder(address string) bool {
	last := address[strings.LastIndex(address, "/")+1:]
	return last == "" || last == "." || last == ".."
}

// arrives looks for the file and the place in it.
func (w *linkWorld) arrives(file string, target *url.URL) string {
	if _, ok := w.site.files[file]; !ok {
		return "leads to " + file + ", which there is not"
	}
	if target.Fragment == "" {
		return ""
	}
	if p := w.pages[file]; p == nil || !p.ids[target.Fragment] {
		return "there is no #" + target.Fragment + " in " + file
	}
	return ""
}

// ownAddress checks a full address of the portal itself: the canonical one is
// this very page, an alternate one is it in another language.
func (w *linkWorld) ownAddress(page string, link siteLink, target *url.URL) (file, fault string) {
	rest, ok := strings.CutPrefix(link.target, w.base.String())
	if !ok || target.RawQuery != "" || target.Fragment != "" {
		return "", "is not below the portal's own address"
	}
	file = rest + "index.html"
	plain := func(address string) string { return strings.TrimPrefix(address, "en/") }
	if link.from == "link canonical" && file != page || plain(file) != plain(page) {
		return file, "is another page"
	}
	return file, w.arrives(file, target)
}

func TestEveryLinkArrives(t *testing.T) {
	w := newLinkWorld(t)
	var faults []string
	links := 0
	for _, address := range w.site.addresses() {
		for _, link := range w.pages[address].links {
			links++
			if _, fault := w.follow(address, link); fault != "" {
				faults = append(faults, address+": "+link.from+" "+link.target+": "+fault)
			}
		}
	}
	report(t, faults)
	t.Logf("%d links", links)
}

// A checker that finds nothing wrong proves nothing.
func TestWrongLinksAreFound(t *testing.T) {
	w := newLinkWorld(t)
	page := "instansi/nasional/index.html"
	for _, link := range []siteLink{
		{"a", "tidak-ada/"}, {"a", "../../metode"}, {"a", "#tidak-ada"}, {"a", "../#tidak-ada"}, {"a", "/instansi/"}, {"a", "../Kota-Jambi/"},
		{"a", "https://contoh.example/"}, {"script", "https://creativecommons.org/licenses/by/4.0/"}, {"a", "//contoh.example/"},
		{"link canonical", "https://rapor-spbe.example/instansi/"}, {"link alternate", "https://rapor-spbe.example/en/tidak-ada/"},
	} {
		if file, fault := w.follow(page, link); fault == "" {
			t.Errorf("%v on %s was accepted as %q", link, page, file)
		}
	}
	for link, want := range map[siteLink]string{
		{"a", "../"}: "instansi/index.html", {"a", ".."}: "instansi/index.html", {"a", "./"}: page, {"a", "#isi"}: page, {"a", "../../"}: "index.html",
		{"a", "2024/#isi"}: "instansi/nasional/2024/index.html", {"form", "../?q=x"}: "instansi/index.html", {"link stylesheet", "../../assets/rapor.css"}: "assets/rapor.css",
	} {
		if file, fault := w.follow(page, link); fault != "" || file != want {
			t.Errorf("%v on %s: %q, %q; want %q", link, page, file, fault, want)
		}
	}
}

// unlinked files are found by hosts and machines, not by readers.
var unlinked = []string{"404.html", "manifest.json", ".nojekyll", "_headers", "robots.txt", "kartu.png", "datapackage.json", "data/dcat.jsonld", "data/openapi.json"}

func TestEveryFileIsReachedFromTheHomePage(t *testing.T) {
	w := newLinkWorld(t)
	reached := map[string]bool{"index.html": true}
	queue := []string{"index.html"}
	reach := func(file string) {
		if file != "" && !reached[file] {
			reached[file] = true
			queue = append(queue, file)
		}
	}
	for len(queue) > 0 {
		file := queue[0]
		queue = queue[1:]
		if page := w.pages[file]; page != nil {
			for _, link := range page.links {
				if link.from == "link canonical" || link.from == "link alternate" {
					continue // a reader cannot follow these
				}
				if target, fault := w.follow(file, link); fault == "" {
					reach(target)
				}
			}
		}
		if strings.HasPrefix(file, "assets/") && strings.Count(file, "/") == 1 && strings.HasSuffix(file, ".js") {
			for _, found := range scriptAddress.FindAllSubmatch(w.site.files[file], -1) {
				reach(path.Join(path.Dir(file), string(found[1])))
			}
		}
		if file == "bandingkan/daftar.js" { // it names the files of results by their number
			for address := range w.site.files {
				if strings.HasPrefix(address, "bandingkan/hasil-") {
					reach(address)
				}
			}
		}
		if strings.HasSuffix(file, ".css") {
			for _, target := range styleLinks(w.site.files[file]) {
				reach(path.Join(path.Dir(file), target))
			}
		}
	}
	var orphans []string
	for file := range w.site.files {
		// A licence text goes with the file it is about, an instrument's data with the
		// assessments that name its id.
		if !reached[file] && !slices.Contains(unlinked, file) && !strings.HasPrefix(file, "data/instrumen/") && !strings.HasPrefix(file, "skema/") && !(strings.HasPrefix(file, "assets/vendor/") && strings.HasSuffix(file, ".txt")) {
			orphans = append(orphans, file+" cannot be reached from the home page")
		}
	}
	slices.Sort(orphans)
	report(t, orphans)
}

var styleAddress = regexp.MustCompile(`url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)`)

// scriptAddress is a script that another loads.
var scriptAddress = regexp.MustCompile(`'([a-z0-9./-]+\.js)'`)

// styleLinks lists what a stylesheet loads.
func styleLinks(css []byte) []string {
	var all []string
	for _, found := range styleAddress.FindAllSubmatch(css, -1) {
		all = append(all, string(found[1])+string(found[2]))
	}
	return all
}

func TestStylesheetsLoadOnlyWhatTheSiteHas(t *testing.T) {
	s := portalSite(t)
	sheets := 0
	for file, css := range s.files {
		if !strings.HasSuffix(file, ".css") {
			continue
		}
		sheets++
		for _, target := range styleLinks(css) {
			if strings.HasPrefix(target, "data:") {
				continue
			}
			if _, ok := s.files[path.Join(path.Dir(file), target)]; !ok || strings.HasPrefix(target, "/") || strings.Contains(target, "//") {
				t.Errorf("%s loads %s, which there is not", file, target)
			}
		}
	}
	if sheets == 0 {
		t.Error("no stylesheet")
	}
}
