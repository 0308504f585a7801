package view_test

import (
	"compress/gzip"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapor/cmd/rapor/internal/view"
)

func TestEveryLinkLeadsToAPageOfTheSite(t *testing.T) {
	for p, pages := range some(t) {
		assets := map[string]bool{}
		for _, a := range p.theme.Assets() {
			assets[a.Path] = true
		}
		for _, page := range pages {
			if page.Layout == "missing" { // served at any address, so its links start at the root
				continue
			}
			each(tree(t, p.html(t, page)), func(n *html.Node) {
				for _, name := range []string{"href", "src", "action", "data-echarts"} {
					href, ok := attr(n, name)
					if !ok || strings.HasPrefix(href, "http") || strings.HasPrefix(href, "mailto:") || n.Namespace == "svg" {
						continue
					}
					to := target(page.Path, href)
					if strings.HasPrefix(href, "/") {
						t.Errorf("%s: %q is not relative", page.Path, href)
					}
					if !p.paths[to] && !assets[to] && !isData(p, to) {
						t.Errorf("%s: %q leads to %s, which is not there", page.Path, href, to)
					}
				}
			})
		}
	}
}

// isData reports whether a path is one of the files that another room writes:
// JSON beside a page, the feed beside the page of changes or of news, an
// institution's badge, drawings, and what browsers search with.
func isData(p *portal, path string) bool {
	if p.drawn == nil {
		p.drawn = map[string]bool{}
		for _, d := range p.Drawings() {
			p.drawn[d.Path] = true
		}
	}
	if p.drawn[path] {
		return true
	}
	if strings.TrimPrefix(path, "en/") == "opensearch.xml" {
		return true
	}
	if feed, ok := strings.CutSuffix(path, "/atom.xml"); ok {
		return p.paths[feed+"/index.html"]
	}
	for _, inst := range p.data.Institutions {
		if path == view.BadgeFile(inst.Slug) || path == view.BadgeJSON(inst.Slug) {
			return true
		}
	}
	rest, ok := strings.CutSuffix(path, ".json")
	return ok && p.paths[rest+"/index.html"]
}

func TestEveryAnchorIsThere(t *testing.T) {
	for p, pages := range some(t) {
		for _, page := range pages {
			root := tree(t, p.html(t, page))
			ids := map[string]int{}
			each(root, func(n *html.Node) {
				if id, ok := attr(n, "id"); ok {
					ids[id]++
				}
			})
			for id, n := range ids {
				if n > 1 || id == "" || strings.ContainsAny(id, " \"") {
					t.Errorf("%s: id %q stands %d times", page.Path, id, n)
				}
			}
			each(root, func(n *html.Node) {
				href, _ := attr(n, "href")
				if anchor, ok := strings.CutPrefix(href, "#"); ok && ids[anchor] == 0 {
					t.Errorf("%s: no #%s", page.Path, anchor)
				}
				for _, name := range []string{"aria-labelledby", "aria-describedby"} {
					refs, _ := attr(n, name)
					for _, ref := range strings.Fields(refs) {
						if ids[ref] == 0 {
							t.Errorf("%s: no id %s", page.Path, ref)
						}
					}
				}
			})
		}
	}
}

func TestNothingIsEmpty(t *testing.T) {
	matter := []string{"section", "table", "tbody", "p", "ul", "ol", "dl", "dd", "dt", "li", "th", "caption", "figcaption", "h1", "h2", "h3", "a"}
	for p, pages := range some(t) {
		for _, page := range pages {
			text := p.html(t, page)
			if strings.Contains(text, "«") {
				t.Errorf("%s: a word or a value is missing: %.80s", page.Path, text[strings.Index(text, "«"):])
			}
			ones := 0
			each(tree(t, text), func(n *html.Node) {
				if n.Data == "h1" {
					ones++
				}
				if role, _ := attr(n, "role"); role == "status" {
					return // filled by the script
				}
				if slices.Contains(matter, n.Data) && n.Namespace == "" && words(n) == "" {
					t.Errorf("%s: an empty <%s>", page.Path, n.Data)
				}
				if n.Data == "section" && page.Layout != "missing" && !hasMatter(n) {
					t.Errorf("%s: a section with a heading alone: %s", page.Path, words(n))
				}
			})
			if ones != 1 {
				t.Errorf("%s: %d h1", page.Path, ones)
			}
		}
	}
}

// hasMatter reports whether a section holds more than its heading and lead.
func hasMatter(section *html.Node) bool {
	found := false
	each(section, func(n *html.Node) {
		class, _ := attr(n, "class")
		switch {
		case slices.Contains(strings.Fields(class), "isi"):
			found = found || words(n) != ""
		case n.Data == "dl", n.Data == "strong", n.Data == "form", n.Data == "table", n.Data == "figure", class == "blok", class == "tanpa", class == "butir-kecil":
			found = true
		}
	})
	return found
}

func TestPagesKeepToTheirPolicy(t *testing.T) {
	for p, pages := range some(t) {
		for _, page := range pages {
			each(tree(t, p.html(t, page)), func(n *html.Node) {
				for _, a := range n.Attr {
					if a.Key == "style" || strings.HasPrefix(a.Key, "on") && n.Data != "option" {
						t.Errorf("%s: <%s %s>", page.Path, n.Data, a.Key)
					}
				}
				kind, _ := attr(n, "type")
				if _, external := attr(n, "src"); n.Data == "script" && !external && kind != "application/json" || n.Data == "style" {
					t.Errorf("%s: inline <%s>", page.Path, n.Data)
				}
			})
		}
	}
}

func TestEveryRowHasACellForEveryColumn(t *testing.T) {
	for p, pages := range some(t) {
		for _, page := range pages {
			each(tree(t, p.html(t, page)), func(n *html.Node) {
				if n.Data != "table" || within(n, "article") {
					return
				}
				columns := 0
				each(n, func(row *html.Node) {
					if row.Data != "tr" {
						return
					}
					cells := 0
					each(row, func(c *html.Node) {
						if span, ok := attr(c, "colspan"); ok && span != "" {
							cells = columns
						} else if c.Data == "td" || c.Data == "th" {
							cells++
						}
					})
					if columns == 0 {
						columns = cells
					}
					if cells != columns {
						t.Errorf("%s: a row of %d cells under %d columns: %s", page.Path, cells, columns, words(row))
					}
				})
			})
		}
	}
}

// badgeFile is the only picture that a page shows.
var badgeFile = regexp.MustCompile(`^(\.\./)+(instansi/)?[a-z-]+\.svg$`)

func TestHostileNamesRunNothing(t *testing.T) {
	p := sample()
	for _, page := range p.pages {
		root := tree(t, p.html(t, page))
		each(root, func(n *html.Node) {
			if src, _ := attr(n, "src"); n.Data == "img" && !badgeFile.MatchString(src) || n.Data == "script" && strings.Contains(words(n), "alert") {
				t.Errorf("%s: a name became <%s>", page.Path, n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "onload" || a.Key == "onerror" {
					t.Errorf("%s: a name became an attribute", page.Path)
				}
			}
		})
	}
	if text := words(tree(t, p.page(t, "instansi/kota-edan/2023/index.html"))); !strings.Contains(text, "<script>alert(3)</script>") || !strings.Contains(text, "]]>--></script>") {
		t.Errorf("hostile text is not shown as text: %s", text)
	}
}

// The budgets of the pages' HTML, gzip -9, in bytes.
const (
	pageBudget = 20_000
	listBudget = 60_000
	cssBudget  = 10_000
	longList   = 300 // rows: a page of sections with more is a list of institutions; never an institution's own page
)

func TestPagesAreLight(t *testing.T) {
	p := shipped()
	for _, page := range some(t)[p] {
		budget, text := pageBudget, p.html(t, page)
		if page.Layout == "list" || page.Layout == "sections" && strings.Count(text, "<tr>") > longList {
			budget = listBudget
		}
		if n := zipped(t, text); n > budget {
			t.Errorf("%s has %d bytes, the budget is %d", page.Path, n, budget)
		}
	}
	for _, a := range p.theme.Assets() {
		if strings.HasSuffix(a.Path, ".css") && zipped(t, string(a.Data)) > cssBudget {
			t.Errorf("%s is over its budget of %d", a.Path, cssBudget)
		}
	}
}

func zipped(t testing.TB, s string) int {
	t.Helper()
	var n counter
	z, err := gzip.NewWriterLevel(&n, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(z, s); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return int(n)
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func TestBothLanguagesHaveTheSamePages(t *testing.T) {
	p := shipped()
	for path := range p.paths {
		if path == "404.html" || strings.HasPrefix(path, "en/") || strings.HasPrefix(path, "berita/") {
			continue
		}
		if !p.paths["en/"+path] {
			t.Errorf("%s has no English page", path)
		}
	}
}

func TestPagesAreTheSameEveryTime(t *testing.T) {
	a, b := sample(), newSample()
	for i, page := range a.pages {
		if b.pages[i].Path != page.Path || a.html(t, page) != b.html(t, b.pages[i]) {
			t.Errorf("%s differs from one build to the next", page.Path)
		}
	}
}
