package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

// SitemapURL is a page as search engines are told of it.
type SitemapURL struct {
	Address string // in full
	Date    string // ISO date of what it shows; "": not known
}

// maxSitemap is the most addresses that a sitemap may hold (sitemaps.org).
const maxSitemap = 50_000

// SitemapAddress is where robots.txt sends search engines.
const SitemapAddress = "sitemap.xml"

const sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// Sitemap lists pages: in one file, or over 50,000 of them in several with an
// index over these at the same address. base is the portal's address.
func Sitemap(base string, pages []SitemapURL) []StaticFile {
	return sitemap(base, pages, maxSitemap)
}

func sitemap(base string, pages []SitemapURL, most int) []StaticFile {
	if len(pages) <= most {
		return []StaticFile{{SitemapAddress, sitemapOf("urlset", "url", pages)}}
	}
	var out []StaticFile
	var parts []SitemapURL
	for i := 0; i < len(pages); i += most {
		part := pages[i:min(i+most, len(pages))]
		address := fmt.Sprintf("sitemap-%d.xml", len(parts)+1)
		newest := ""
		for _, p := range part {
			newest = max(newest, p.Date)
		}
		out = append(out, StaticFile{address, sitemapOf("urlset", "url", part)})
		parts = append(parts, SitemapURL{base + address, newest})
	}
	return append([]StaticFile{{SitemapAddress, sitemapOf("sitemapindex", "sitemap", parts)}}, out...)
}

func sitemapOf(root, item string, pages []SitemapURL) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	fmt.Fprintf(&b, "<%s xmlns=%q>\n", root, sitemapSpace)
	for _, p := range pages {
		fmt.Fprintf(&b, "<%s><loc>", item)
		xml.EscapeText(&b, []byte(p.Address)) // a buffer takes everything
		b.WriteString("</loc>")
		if p.Date != "" {
			fmt.Fprintf(&b, "<lastmod>%s</lastmod>", p.Date)
		}
		fmt.Fprintf(&b, "</%s>\n", item)
	}
	fmt.Fprintf(&b, "</%s>\n", root)
	return b.Bytes()
}

// Search is the portal's search as browsers offer it (OpenSearch 1.1).
type Search struct {
	Lang        string
	Name        string // of the portal; browsers show its first 16 characters
	Description string
	Address     string // of the list that is searched, in full
	Icon        string // in full
}

type openSearch struct {
	XMLName     xml.Name        `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
	ShortName   string          `xml:"ShortName"`
	Description string          `xml:"Description"`
	Language    string          `xml:"Language"`
	Encoding    string          `xml:"InputEncoding"`
	Image       openSearchImage `xml:"Image"`
	URL         openSearchURL   `xml:"Url"`
}

type openSearchImage struct {
	Type string `xml:"type,attr"`
	Href string `xml:",chardata"`
}

type openSearchURL struct {
	Type     string `xml:"type,attr"`
	Method   string `xml:"method,attr"`
	Template string `xml:"template,attr"`
}

// OpenSearch returns the description that browsers read.
func (s Search) OpenSearch() ([]byte, error) {
	content, err := xml.MarshalIndent(openSearch{ShortName: firstRunes(s.Name, 16), Description: firstRunes(s.Description, 1024), Language: s.Lang, Encoding: "UTF-8",
		Image: openSearchImage{"image/svg+xml", s.Icon}, URL: openSearchURL{"text/html", "get", s.Address + "?q={searchTerms}"}}, "", " ")
	return append([]byte(xml.Header), append(content, '\n')...), err
}

func firstRunes(s string, n int) string {
	if runes := []rune(s); len(runes) > n {
		return string(runes[:n])
	}
	return s
}
