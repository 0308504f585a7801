//go:build !race

package main

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sitePage is what the tests keep of one HTML page.
type sitePage struct {
	address  string
	lang     string
	links    []siteLink
	ids      map[string]bool
	faults   map[string][]string   // by rule
	heading  string                // of level 1
	headline string                // the index in large figures
	tables   map[string][][]string // cells of the first table of a section, by the section's id
	results  []resultTable         // the tables with a row for each institution
}

// resultTable is a table with a row for each institution.
type resultTable struct {
	columns []string
	rows    [][]string
}

// siteLink is an address in a page: a[href], link[rel=canonical] and so on.
type siteLink struct{ from, target string }

// pageDocument is a parsed page, flat and in the order of the text.
type pageDocument struct {
	address  string
	elements []*html.Node
	runs     []textRun
}

// textRun is a piece of text with the language it is marked with: that of the
// nearest lang attribute.
type textRun struct{ lang, text string }

// attr returns an attribute and whether it is there.
func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func attrOr(n *html.Node, name string) string {
	value, _ := attr(n, name)
	return value
}

// textOf joins the text below an element, spaces folded.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

var thePages shared[map[string]*sitePage]

// sitePages parses every page of the portal once, on all processors. Under the
// race detector that would take minutes and race nothing: there the tests of
// pages are left out, those of builds are not.
func sitePages(t *testing.T) map[string]*sitePage {
	t.Helper()
	s := portalSite(t)
	return thePages.get(t, func() map[string]*sitePage {
		pages := map[string]*sitePage{}
		var mu sync.Mutex
		each(s.addresses(), func(address string) {
			page, err := readPage(address, s.files[address])
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Errorf("%s: %v", address, err)
			}
			pages[address] = page
		})
		return pages
	})
}

// each runs a piece of work for every item on all processors.
func each[T any](items []T, work func(T)) {
	var group sync.WaitGroup
	next := make(chan T)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for item := range next {
				work(item)
			}
		})
	}
	for _, item := range items {
		next <- item
	}
	close(next)
	group.Wait()
}

func readPage(address string, content []byte) (*sitePage, error) {
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	d := &pageDocument{address: address}
	d.flatten(root, "")
	page := &sitePage{address: address, ids: map[string]bool{}, faults: map[string][]string{}, tables: map[string][][]string{}}
	for _, n := range d.elements {
		page.take(n)
	}
	for _, rule := range pageRules {
		if faults := slices.Collect(rule.faults(d)); len(faults) > 0 {
			page.faults[rule.name] = faults
		}
	}
	return page, nil
}

// flatten lists elements and text; what a script element holds is text as well,
// but of no language.
func (d *pageDocument) flatten(n *html.Node, lang string) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			if strings.TrimSpace(c.Data) != "" {
				d.runs = append(d.runs, textRun{lang, c.Data})
			}
		case html.ElementNode:
			inner := lang
			if l, ok := attr(c, "lang"); ok {
				inner = l
			}
			if c.DataAtom == atom.Script {
				inner = ""
			}
			d.elements = append(d.elements, c)
			for _, a := range c.Attr {
				if slices.Contains(spokenAttributes, a.Key) {
					d.runs = append(d.runs, textRun{inner, a.Val})
				}
			}
			d.flatten(c, inner)
		}
	}
}

// spokenAttributes hold text that people read or hear.
var spokenAttributes = []string{"alt", "aria-label", "title", "placeholder", "content"}

// linkAttributes hold addresses.
var linkAttributes = []string{"href", "src", "srcset", "action", "poster", "data-echarts", "data-cari", "data-daftar", "data-instansi", "formaction", "cite"}

// take keeps what an element says of its page.
func (p *sitePage) take(n *html.Node) {
	if id, ok := attr(n, "id"); ok {
		p.ids[id] = true
	}
	for _, a := range n.Attr {
		if !slices.Contains(linkAttributes, a.Key) {
			continue
		}
		from := n.Data
		if n.DataAtom == atom.Link {
			from += " " + attrOr(n, "rel")
			if attrOr(n, "type") == "application/atom+xml" {
				from = "link feed"
			}
		}
		p.links = append(p.links, siteLink{from, a.Val})
	}
	switch {
	case n.DataAtom == atom.Html:
		p.lang = attrOr(n, "lang")
	case n.DataAtom == atom.H1:
		p.heading = textOf(n)
	case n.DataAtom == atom.Strong && n.Parent.DataAtom == atom.P && attrOr(n.Parent, "class") == "angka":
		p.headline = textOf(n)
	case n.DataAtom == atom.Table:
		id, columns, rows := sectionOf(n), columnsOf(n), [][]string(nil)
		if ofInstitutions := len(columns) > 1 && (columns[0] == "Instansi" || columns[0] == "Institution"); ofInstitutions {
			rows = cellsOf(n)
			p.results = append(p.results, resultTable{columns, rows})
		}
		if id != "" && p.tables[id] == nil {
			if rows == nil {
				rows = cellsOf(n)
			}
			p.tables[id] = rows
		}
	}
}

func sectionOf(n *html.Node) string {
	for a := range n.Ancestors() {
		if id := attrOr(a, "id"); a.DataAtom == atom.Section && id != "" {
			return id
		}
	}
	return ""
}

// columnsOf lists the headings of a table's columns.
func columnsOf(table *html.Node) (out []string) {
	for n := range table.Descendants() {
		if n.DataAtom == atom.Th && n.Parent.Parent.DataAtom == atom.Thead {
			out = append(out, textOf(n))
		}
	}
	return out
}

// cellsOf lists the rows of a table's body.
func cellsOf(table *html.Node) [][]string {
	var rows [][]string
	for n := range table.Descendants() {
		switch {
		case n.DataAtom == atom.Tr && n.Parent.DataAtom == atom.Tbody:
			rows = append(rows, nil)
		case (n.DataAtom == atom.Td || n.DataAtom == atom.Th) && len(rows) > 0:
			rows[len(rows)-1] = append(rows[len(rows)-1], textOf(n))
		}
	}
	return rows
}
