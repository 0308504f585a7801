//go:build !race

package main

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageRule is something that holds on every page by itself.
type pageRule struct {
	name   string
	faults func(*pageDocument) iter.Seq[string]
}

var pageRules = []pageRule{
	{"language", languageFaults},
	{"title", titleFaults},
	{"policy", policyFaults},
	{"headings", headingFaults},
	{"ids", idFaults},
	{"nothing inline", inlineFaults},
	{"links abroad", abroadFaults},
	{"names of drawings", nameFaults},
	{"tables", tableFaults},
	{"broken text", brokenTextFaults},
	{"decimal sign", decimalFaults},
}

func TestEveryPageKeepsTheRules(t *testing.T) {
	s, pages := portalSite(t), sitePages(t)
	for _, rule := range pageRules {
		t.Run(rule.name, func(t *testing.T) {
			var faults []string
			for _, address := range s.addresses() {
				for _, fault := range pages[address].faults[rule.name] {
					faults = append(faults, address+": "+fault)
				}
			}
			report(t, faults)
		})
	}
}

// A rule that never fires proves nothing: each finds its fault in this page.
func TestTheRulesFindFaults(t *testing.T) {
	for rule, fault := range map[string]string{
		"language":          `<html lang="en"><p lang="xx">x</p>`,
		"title":             `<title> </title>`,
		"policy":            `<meta http-equiv="Content-Security-Policy" content="default-src *">`,
		"headings":          `<h1>a</h1><h3>b</h3>`,
		"ids":               `<p id="a"></p><p id="a"></p>`,
		"nothing inline":    `<p style="color:red">x</p>`,
		"links abroad":      `<a href="https://lain.example/">x</a>`,
		"names of drawings": `<svg role="img" aria-labelledby="t d"><title id="t">x</title></svg>`,
		"tables":            `<table><tr><th>a</th></tr></table>`,
		"broken text":       `<p>indeks %!d(string=3)</p>`,
		"decimal sign":      `<html lang="id"><p>indeks 3.70 (Baik)</p>`,
	} {
		page, err := readPage("x/index.html", []byte(fault))
		if err != nil {
			t.Fatal(err)
		}
		if len(page.faults[rule]) == 0 {
			t.Errorf("%s: no fault found in %s", rule, fault)
		}
	}
}

func (d *pageDocument) faults(look func(yield func(string, ...any))) iter.Seq[string] {
	return func(yield func(string) bool) {
		more := true
		look(func(format string, args ...any) {
			if more {
				more = yield(fmt.Sprintf(format, args...))
			}
		})
	}
}

func languageFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		want := "id"
		if strings.HasPrefix(d.address, "en/") {
			want = "en"
		}
		for _, n := range d.elements {
			lang, ok := attr(n, "lang")
			if n.DataAtom == atom.Html && lang != want {
				fault("html lang=%q, want %q", lang, want)
			}
			if ok && !slices.Contains(siteLanguages, lang) {
				fault("%s lang=%q", n.Data, lang)
			}
		}
	})
}

func titleFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		titles := 0
		for _, n := range d.elements {
			if n.DataAtom == atom.Title && n.Namespace == "" {
				titles++
				if textOf(n) == "" {
					fault("the title is empty")
				}
			}
		}
		if titles != 1 {
			fault("%d titles", titles)
		}
	})
}

// sitePolicy is the policy that every page declares before it loads anything.
// The page for addresses that do not exist has no script at all.
const (
	sitePolicy     = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
	notFoundPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'"
)

func policyFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		want := sitePolicy
		if d.address == "404.html" {
			want = notFoundPolicy
		}
		for _, n := range d.elements {
			switch {
			case n.DataAtom == atom.Link || n.DataAtom == atom.Script:
				fault("a %s element stands before the policy", n.Data)
				return
			case strings.EqualFold(attrOr(n, "http-equiv"), "Content-Security-Policy"):
				if got := attrOr(n, "content"); got != want {
					fault("the policy is %q", got)
				}
				return
			}
		}
		fault("no policy")
	})
}

// abroadFaults are links to other sites that do not say so, and pages that would
// tell those sites more than from where a reader comes.
func abroadFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		referrer := ""
		for _, n := range d.elements {
			switch href := attrOr(n, "href"); {
			case n.DataAtom == atom.Meta && attrOr(n, "name") == "referrer":
				referrer = attrOr(n, "content")
			case n.DataAtom == atom.A && strings.HasPrefix(href, "http") && attrOr(n, "rel") != "external noopener":
				fault("a link to %s has rel=%q", href, attrOr(n, "rel"))
			case attrOr(n, "target") != "":
				fault("%s opens in another window", href)
			}
		}
		if referrer != "strict-origin-when-cross-origin" && d.address != "404.html" {
			fault("other sites are told %q", referrer)
		}
	})
}

func headingFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		first, last := 0, 0
		for _, n := range d.elements {
			if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' || n.Namespace != "" {
				continue
			}
			level := int(n.Data[1] - '0')
			if level == 1 {
				first++
			}
			if level > last+1 {
				fault("h%d %q follows h%d", level, textOf(n), last)
			}
			if textOf(n) == "" {
				fault("an empty h%d", level)
			}
			last = level
		}
		if first != 1 {
			fault("%d h1", first)
		}
	})
}

// referringAttributes name ids of the same page.
var referringAttributes = []string{"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list"}

func idFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		seen := map[string]bool{}
		for _, n := range d.elements {
			if id, ok := attr(n, "id"); ok {
				if id == "" || strings.ContainsAny(id, " \t\n") || seen[id] {
					fault("id %q is empty, has a space or stands twice", id)
				}
				seen[id] = true
			}
		}
		for _, n := range d.elements {
			for _, a := range n.Attr {
				if !slices.Contains(referringAttributes, a.Key) {
					continue
				}
				for _, id := range strings.Fields(a.Val) {
					if !seen[id] {
						fault("%s %s=%q: no such id", n.Data, a.Key, id)
					}
				}
			}
		}
	})
}

var programAddress = regexp.MustCompile(`^(?i:\s*javascript:)`)

func inlineFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		for _, n := range d.elements {
			if n.DataAtom == atom.Style || n.DataAtom == atom.Script && !isData(n) {
				fault("an inline %s element", n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") || programAddress.MatchString(a.Val) {
					fault("%s %s=%q", n.Data, a.Key, a.Val)
				}
			}
		}
	})
}

// isData reports whether a script element comes from a file or holds no program.
func isData(script *html.Node) bool {
	_, external := attr(script, "src")
	kind := attrOr(script, "type")
	return external || kind == "application/json" || kind == "application/ld+json"
}

func nameFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		named := map[string]*html.Node{}
		for _, n := range d.elements {
			if id, ok := attr(n, "id"); ok {
				named[id] = n
			}
		}
		for _, n := range d.elements {
			switch {
			case n.DataAtom == atom.Img:
				if _, ok := attr(n, "alt"); !ok {
					fault("img %q has no alt", attrOr(n, "src"))
				}
			case n.DataAtom == atom.Svg:
				if attrOr(n, "aria-hidden") == "true" {
					continue
				}
				name := attrOr(n, "aria-label")
				for _, id := range strings.Fields(attrOr(n, "aria-labelledby")) {
					text := ""
					if n := named[id]; n != nil {
						text = textOf(n)
					}
					if text == "" {
						name = ""
						break
					}
					name += text
				}
				if attrOr(n, "role") != "img" || strings.TrimSpace(name) == "" {
					fault("an svg is neither hidden nor named: role=%q, name %q", attrOr(n, "role"), name)
				}
			}
		}
	})
}

func tableFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		for _, n := range d.elements {
			switch n.DataAtom {
			case atom.Table:
				first := n.FirstChild
				for first != nil && first.Type != html.ElementNode {
					first = first.NextSibling
				}
				// Markdown has no captions: there the heading above says what the table is.
				if (first == nil || first.DataAtom != atom.Caption || textOf(first) == "") && !inProse(n) {
					fault("a table has no caption")
				}
			case atom.Th:
				if scope := attrOr(n, "scope"); !slices.Contains([]string{"col", "row", "colgroup", "rowgroup"}, scope) {
					fault("th %q has scope %q", textOf(n), scope)
				}
			}
		}
	})
}

// inProse reports whether an element was written in Markdown.
func inProse(n *html.Node) bool {
	for a := range n.Ancestors() {
		if slices.Contains(strings.Fields(attrOr(a, "class")), "prosa") {
			return true
		}
	}
	return false
}

// brokenText is what a program leaves where a value was missing. «x» is how the
// theme prints a word that no dictionary holds.
var brokenText = []string{"NaN", "%!", "<nil>", "«", "map[", "{{", "0xc0"}

func brokenTextFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		for _, run := range d.runs {
			for _, broken := range brokenText {
				if at := strings.Index(run.text, broken); at >= 0 {
					fault("%q in %q", broken, run.text[max(0, at-40):min(len(run.text), at+40)])
				}
			}
		}
	})
}

// An index has two decimals, a share one or two. Area codes (18.71), times
// (10.04) and thousands (1.234) look different. What a source printed stands in
// quotation marks and stays as it was.
var (
	quotation   = regexp.MustCompile(`"[^"]*"|“[^”]*”`)
	pointFigure = regexp.MustCompile(`(?:^|[^\d.,/])(?:[0-5]\.\d\d|\d+\.\d{1,2}%)(?:$|[^\d.])`)
	commaFigure = regexp.MustCompile(`(?:^|[^\d.,/])(?:[0-5],\d\d|\d+,\d{1,2}%)(?:$|[^\d,])`)
)

func decimalFaults(d *pageDocument) iter.Seq[string] {
	return d.faults(func(fault func(string, ...any)) {
		for _, run := range d.runs {
			wrong, sign := pointFigure, "."
			if run.lang == "en" {
				wrong, sign = commaFigure, ","
			}
			if run.lang == "" || !strings.Contains(run.text, sign) {
				continue
			}
			if found := wrong.FindString(quotation.ReplaceAllString(run.text, "")); found != "" {
				fault("%q in %s text %.80q", found, run.lang, run.text)
			}
		}
	})
}
