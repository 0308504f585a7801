package view_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var update = flag.Bool("update", false, "write the golden files")

// TestAnEditionsPageReadsLikeThis keeps the whole text of one page in both
// languages, a line for each heading, paragraph, fact and table row.
func TestAnEditionsPageReadsLikeThis(t *testing.T) {
	for name, path := range map[string]string{
		"kota-aman-2023.id.txt": "instansi/kota-aman/2023/index.html",
		"kota-aman-2023.en.txt": "en/instansi/kota-aman/2023/index.html",
	} {
		got := outline(tree(t, sample().page(t, path)))
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s has changed; see the difference with -update and git diff:\n%s", file, got)
		}
	}
}

// outline is a page's text, as one would read it from top to bottom.
func outline(root *html.Node) string {
	var b strings.Builder
	marks := map[string]string{"h1": "# ", "h2": "\n## ", "h3": "### ", "tr": "| ", "figcaption": "[bagan] ", "caption": "[tabel] ", "title": "title: ", "p": "", "li": "- ", "dt": "", "dd": "    "}
	each(root, func(n *html.Node) {
		mark, ok := marks[n.Data]
		if !ok || n.Namespace == "svg" || within(n, "li", "table", "dt", "dd") && n.Data != "tr" && n.Data != "caption" {
			return
		}
		text := words(n)
		if n.Data == "tr" {
			var cells []string
			each(n, func(c *html.Node) {
				if c.Data == "td" || c.Data == "th" {
					cells = append(cells, words(c))
				}
			})
			text = strings.Join(cells, " | ")
		}
		if n.Data == "title" && n.FirstChild != nil {
			text = n.FirstChild.Data
		}
		if text != "" {
			b.WriteString(mark + text + "\n")
		}
	})
	return b.String()
}
