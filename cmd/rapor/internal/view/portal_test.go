package view_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/theme"
	"rapor/cmd/rapor/internal/view"
	"rapor/content"
	"rapor/data"
	"rapor/themes"
)

// portal is a site with its theme, and the paths of all its pages.
type portal struct {
	*view.Site
	theme *theme.Theme
	data  *maturity.Dataset
	pages []view.Page
	paths map[string]bool
	built map[string]string // pages that some test has rendered
	drawn map[string]bool   // paths of the drawings, once a test has asked
}

// sample is the fictional portal of testdata, shipped the national one.
var (
	sample  = sync.OnceValue(newSample)
	shipped = sync.OnceValue(func() *portal {
		return newPortal(load.Source{Data: data.FS, DataName: "data", Content: content.FS, ContentName: "content"})
	})
)

func newSample() *portal { return newSampleWith(func(*view.Settings) {}) }

// newSampleWith builds the fictional portal with other settings.
func newSampleWith(change func(*view.Settings)) *portal {
	return newPortal(load.Source{Data: os.DirFS("testdata/portal/data"), DataName: "data", Content: os.DirFS("testdata/portal/content"), ContentName: "content"}, change)
}

func newPortal(src load.Source, changes ...func(*view.Settings)) *portal {
	set, problems, err := load.Load(src)
	if err != nil {
		panic(err)
	}
	must(problems)
	files, err := fs.Sub(themes.FS, "default")
	if err != nil {
		panic(err)
	}
	var languages []theme.Choice
	for _, code := range set.Portal.Languages {
		languages = append(languages, theme.Choice{Code: code})
	}
	th, problems := theme.Load(languages, theme.Layer{FS: files, Dir: "themes/default"})
	must(problems)
	p := &portal{theme: th, data: set, paths: map[string]bool{}, built: map[string]string{}}
	settings := view.Settings{Theme: th, Study: analysis.NewStudy(set, score.NewModels(set.Instruments)), Date: "2026-11-21", Revision: "abc"}
	for _, change := range changes {
		change(&settings)
	}
	p.Site = view.New(set, settings)
	for page := range p.Pages() {
		if p.paths[page.Path] {
			panic("two pages at " + page.Path)
		}
		p.paths[page.Path] = true
		p.pages = append(p.pages, page)
	}
	return p
}

func must(problems diag.List) {
	if problems.HasErrors() {
		var b bytes.Buffer
		_ = problems.Print(&b, lang.Wording{Code: "en"})
		panic(b.String())
	}
}

// html renders one page, once.
func (p *portal) html(t testing.TB, page view.Page) string {
	t.Helper()
	if text, ok := p.built[page.Path]; ok {
		return text
	}
	out, err := p.theme.Render(page.Build())
	if err != nil {
		t.Fatalf("%s: %v", page.Path, err)
	}
	p.built[page.Path] = string(out)
	return string(out)
}

func (p *portal) page(t testing.TB, path string) string {
	t.Helper()
	for _, page := range p.pages {
		if page.Path == path {
			return p.html(t, page)
		}
	}
	t.Fatalf("there is no page %s", path)
	return ""
}

// some are all pages of the sample, and of the shipped portal one in twenty of
// the institutions' and everything else.
func some(t *testing.T) map[*portal][]view.Page {
	t.Helper()
	out := map[*portal][]view.Page{sample(): sample().pages}
	seen, last := 0, ""
	for _, page := range shipped().pages {
		dir, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(page.Path, "en/"), "instansi/"), "/")
		if page.Layout == "institution" || page.Layout == "edition" {
			if dir != last {
				seen, last = seen+1, dir
			}
			if seen%20 != 0 && dir != "nasional" && dir != "kota-bandar-lampung" && dir != "provinsi-sulawesi-barat" {
				continue
			}
		}
		out[shipped()] = append(out[shipped()], page)
	}
	return out
}

// trees are the pages that some test has parsed.
var trees = map[string]*html.Node{}

// tree parses a page, once. Tests read trees and never change them.
func tree(t testing.TB, page string) *html.Node {
	t.Helper()
	if root, ok := trees[page]; ok {
		return root
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	trees[page] = root
	return root
}

// each calls f for every element below a node, in order.
func each(n *html.Node, f func(*html.Node)) {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode {
			f(c)
		}
	}
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// words is the text of a node, spaces made single.
func words(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && !within(c, "title", "desc", "script") {
			b.WriteString(c.Data)
		}
		if c.Type == html.ElementNode && (c.Data == "td" || c.Data == "th" || c.Data == "dt" || c.Data == "dd" || c.Data == "li" || c.Data == "p") {
			b.WriteString(" ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func within(n *html.Node, names ...string) bool {
	for p := range n.Ancestors() {
		for _, name := range names {
			if p.Data == name {
				return true
			}
		}
	}
	return false
}

// folder is where the links of a page start.
func folder(p string) string {
	if i := strings.LastIndexByte(p, '/'); i >= 0 {
		return p[:i+1]
	}
	return ""
}

// target is the file that a relative link of a page leads to, without anchor.
func target(from, href string) string {
	href, _, _ = strings.Cut(href, "#")
	href, _, _ = strings.Cut(href, "?")
	if href == "" {
		return from
	}
	to := path.Join("/", folder(from), href)[1:]
	if strings.HasSuffix(href, "/") || to == "" || href == "." || href == ".." {
		return path.Join(to, "index.html")
	}
	return to
}
