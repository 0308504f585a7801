package export

import (
	"fmt"
	"strings"
	"testing"
)

func TestManyPagesGetAnIndexOfSitemaps(t *testing.T) {
	var pages []SitemapURL
	for i := range 7 {
		pages = append(pages, SitemapURL{fmt.Sprintf("https://x.example/%d/?a=1&b", i), fmt.Sprintf("2024-01-0%d", i+1)})
	}
	files := sitemap("https://x.example/", pages, 3)
	if len(files) != 4 || files[0].Address != "sitemap.xml" || files[3].Address != "sitemap-3.xml" {
		t.Fatalf("%d files", len(files))
	}
	index := string(files[0].Content)
	if !strings.Contains(index, "<sitemapindex") || !strings.Contains(index, "<loc>https://x.example/sitemap-2.xml</loc><lastmod>2024-01-06</lastmod>") {
		t.Errorf("index: %s", index)
	}
	if got := string(files[3].Content); strings.Count(got, "<url>") != 1 || !strings.Contains(got, "/6/?a=1&amp;b</loc>") {
		t.Errorf("last part: %s", got)
	}
	if one := sitemap("https://x.example/", pages, 7); len(one) != 1 || strings.Count(string(one[0].Content), "<url>") != 7 {
		t.Errorf("%d files for as many pages as one may hold", len(one))
	}
}

func TestASearchNamesThePortalAsItIs(t *testing.T) {
	content, err := Search{Lang: "id", Name: "Rapor <SPBE> & Kawan-kawan", Description: "x", Address: "https://x.example/instansi/", Icon: "https://x.example/i.svg"}.OpenSearch()
	if err != nil || !strings.Contains(string(content), "<ShortName>Rapor &lt;SPBE&gt; &amp; K</ShortName>") || !strings.Contains(string(content), `template="https://x.example/instansi/?q={searchTerms}"`) {
		t.Errorf("%s %v", content, err)
	}
}
