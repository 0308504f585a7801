package view_test

import (
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapor/data"
)

// lineOf reads a line of a file as people count them.
func lineOf(t *testing.T, files fs.FS, name string, n int) string {
	t.Helper()
	content, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(content), "\n")
	if n < 1 || n > len(lines) {
		t.Fatalf("%s has no line %d", name, n)
	}
	return lines[n-1]
}

// Every figure of the national portal stands in the very line that is said.
func TestEveryFigureKnowsItsLine(t *testing.T) {
	figures := 0
	for _, inst := range shipped().data.Institutions {
		for _, a := range inst.Assessments {
			for _, f := range a.Figures() {
				figures++
				key, value, found := strings.Cut(lineOf(t, data.FS, a.File, f.Pos.Line), "=")
				value, _, _ = strings.Cut(value, "#")
				value = strings.Trim(strings.TrimSpace(value), `"`)
				if !found || strings.TrimSpace(key) != f.Part[strings.LastIndexByte(f.Part, '.')+1:] && !strings.HasPrefix(strings.TrimSpace(key), "predikat") || !a.Instrument.SameFigure(value, f.Value) {
					t.Errorf("%s:%d does not hold %s %s", a.File, f.Pos.Line, f.Part, f.Value)
				}
			}
		}
	}
	if figures < 6000 {
		t.Errorf("only %d figures", figures)
	}
	t.Logf("%d figures", figures)
}

const repository = "https://git.example/abc/data/"

// dataLinks are the links of a page into the repository, with the row or fact that
// they stand in.
func dataLinks(root *html.Node) (out [][2]string) {
	each(root, func(n *html.Node) {
		if n.Data != "a" {
			return
		}
		for _, a := range n.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, repository) {
				out = append(out, [2]string{strings.TrimPrefix(a.Val, repository), words(n)})
			}
		}
	})
	return out
}

// Every link into the data files leads to a line that there is, and each page leads
// to the line of the figure that it is about.
func TestPagesLeadToTheLineOfTheirFigures(t *testing.T) {
	p, files := sample(), os.DirFS("testdata/portal/data")
	for _, page := range p.pages {
		if !strings.HasSuffix(page.Path, "index.html") {
			continue
		}
		for _, link := range dataLinks(tree(t, p.page(t, page.Path))) {
			name, line, _ := strings.Cut(link[0], "#L")
			if _, err := fs.Stat(files, name); err != nil {
				t.Errorf("%s: %v", page.Path, err)
			}
			if n, err := strconv.Atoi(line); line != "" && (err != nil || lineOf(t, files, name, n) == "") {
				t.Errorf("%s leads to line %q of %s", page.Path, line, name)
			}
		}
	}
	for path, want := range map[string]string{
		"instansi/kota-aman/2023/index.html":    "indeks = 3.60",
		"instansi/kota-aman/index.html":         "indeks",
		"metode/baru/index.html":                "bobot",
		"indikator/baru/I01/index.html":         "bobot",
		"en/indikator/baru/index.html":          "bobot",
		"tahun/2023/index.html":                 "persen",
		"en/instansi/kota-aman/2023/index.html": "indeks = 3.60",
	} {
		if !p.paths[path] {
			t.Errorf("no page %s", path)
			continue
		}
		found := false
		for _, link := range dataLinks(tree(t, p.page(t, path))) {
			name, line, _ := strings.Cut(link[0], "#L")
			if n, err := strconv.Atoi(line); err == nil && strings.Contains(lineOf(t, files, name, n), want) {
				found = true
			}
		}
		if !found {
			t.Errorf("%s leads to no line with %q", path, want)
		}
	}
}

// Each figure of a year has its own row, and each target.
func TestAnEditionListsTheLineOfEachFigure(t *testing.T) {
	p := sample()
	for _, inst := range p.data.Institutions {
		for _, a := range inst.Assessments {
			path := strings.TrimSuffix(a.File, ".toml") + "/index.html"
			rows := map[string]int{}
			for _, link := range dataLinks(tree(t, p.page(t, path))) {
				rows[link[0]]++
			}
			for _, f := range a.Figures() {
				if rows[a.File+"#L"+strconv.Itoa(f.Pos.Line)] == 0 {
					t.Errorf("%s does not lead to %s, line %d", path, f.Part, f.Pos.Line)
				}
			}
		}
	}
}
