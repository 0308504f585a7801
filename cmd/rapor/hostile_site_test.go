//go:build !race

package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapor/cmd/rapor/internal/export"
)

// shownText is a text as an HTML reader gives it back: the forms of white space
// are one.
func shownText(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestHostileTextsAreTextOnEveryPage(t *testing.T) {
	s, texts := hostileSite(t)
	var faults []string
	headings := map[string]bool{}
	var mu sync.Mutex
	pages := s.addresses()
	each(pages, func(address string) {
		root, err := html.Parse(bytes.NewReader(s.files[address]))
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			t.Errorf("%s: %v", address, err)
			return
		}
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.DataAtom == atom.H1 {
				headings[shownText(textOf(n))] = true
			}
			for _, fault := range hostileFaults(n) {
				faults = append(faults, address+": "+fault)
			}
		}
	})
	slices.Sort(faults)
	report(t, faults)
	for _, text := range texts {
		if !headings[shownText(text)] {
			t.Errorf("no page has the heading %q", text)
		}
	}
	t.Logf("%d pages", len(pages))
}

// allowedElements are the elements that the pages of this program are made of.
// What a text could smuggle in is none of them, or is caught by its attributes.
var forbiddenElements = []atom.Atom{atom.Iframe, atom.Object, atom.Embed, atom.Base, atom.Style, atom.Frame, atom.Applet, atom.Audio, atom.Video}

func hostileFaults(n *html.Node) (faults []string) {
	bad := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if slices.Contains(forbiddenElements, n.DataAtom) {
		bad("an element %s", n.Data)
	}
	if n.DataAtom == atom.Script && !isData(n) {
		bad("a script of its own")
	}
	if n.DataAtom == atom.Script && n.FirstChild != nil && isData(n) {
		if !json.Valid([]byte(n.FirstChild.Data)) || strings.ContainsAny(n.FirstChild.Data, "<\u2028\u2029") {
			bad("a data block that is no JSON, or could end early: %.80s", n.FirstChild.Data)
		}
	}
	for _, a := range n.Attr {
		switch {
		case strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc":
			bad("%s has %s=%q", n.Data, a.Key, a.Val)
		case n.DataAtom == atom.Meta && a.Key == "http-equiv" && a.Val != "Content-Security-Policy":
			bad("meta %s", a.Val)
		case slices.Contains(linkAttributes, a.Key):
			bad2 := hostileLink(n, a.Key, a.Val)
			if bad2 != "" {
				bad("%s", bad2)
			}
		}
	}
	return faults
}

// hostileLink tells what is wrong with an address: another scheme than those
// allowed, or a file of another host that the browser would fetch by itself.
func hostileLink(n *html.Node, key, address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" && !strings.HasPrefix(address, "data:image/") {
		return fmt.Sprintf("%s %s=%q leads where it may not", n.Data, key, address)
	}
	foreign := u.Host != "" && u.Host != "portal.example"
	if foreign && n.DataAtom != atom.A {
		return fmt.Sprintf("%s %s=%q asks another host", n.Data, key, address)
	}
	return ""
}

func TestHostileTextsAreTextInDataFiles(t *testing.T) {
	s, texts := hostileSite(t)
	for i, text := range texts {
		slug := fmt.Sprintf("kota-%02d", i)
		var one struct {
			Name string `json:"nama"`
		}
		if err := json.Unmarshal(s.files["instansi/"+slug+".json"], &one); err != nil || one.Name != text {
			t.Errorf("%s: the JSON names it %q, want %q (%v)", slug, one.Name, text, err)
		}
	}
	kinds := map[string]int{}
	for address, content := range s.files {
		var fault error
		switch path.Ext(address) {
		case ".json", ".jsonld":
			if kinds["json"]++; !json.Valid(content) || bytes.ContainsAny(content, "<\u2028\u2029") && !strings.HasPrefix(address, "skema/") {
				fault = errors.New("not JSON, or not safe inside a page")
			}
		case ".csv":
			kinds["csv"]++
			fault = csvFault(content)
		case ".xlsx":
			kinds["xlsx"]++
			fault = workbookFault(content, texts)
		case ".svg", ".xml":
			kinds["xml"]++
			fault = xmlFault(content)
		}
		if fault != nil {
			t.Errorf("%s: %v", address, fault)
		}
	}
	if kinds["json"] < 180 || kinds["csv"] < 60 || kinds["xlsx"] < 3 || kinds["xml"] < 1 {
		t.Errorf("too few files were looked at: %v", kinds)
	}
	t.Logf("files: %v", kinds)
}

func csvFault(content []byte) error {
	records, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		return err
	}
	for _, r := range records {
		for _, cell := range r {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") && strings.Trim(cell, "-0123456789.") != "" {
				return fmt.Errorf("a spreadsheet would run %q", cell)
			}
			// With semicolons for the ends of cells, as an Indonesian spreadsheet reads it.
			for i := range cell[:max(0, len(cell)-1)] {
				if strings.IndexByte(";\t\r\n", cell[i]) >= 0 && strings.IndexByte("=+-@", cell[i+1]) >= 0 {
					return fmt.Errorf("a spreadsheet would run a part of %q", cell)
				}
			}
		}
	}
	return nil
}

func workbookFault(content []byte, texts []string) error {
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		return err
	}
	defer book.Close()
	found := 0
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			return err
		}
		for i := range rows {
			for k, cell := range rows[i] {
				name, _ := excelize.CoordinatesToCellName(k+1, i+1)
				if formula, _ := book.GetCellFormula(sheet, name); formula != "" {
					return fmt.Errorf("%s %s is the formula %q", sheet, name, formula)
				}
				if slices.Contains(texts, cell) {
					found++
				}
			}
		}
	}
	if found < len(texts) {
		return fmt.Errorf("only %d cells hold one of the texts", found)
	}
	return nil
}

// xmlFault reads an XML file to its end and wants no script and no link that runs.
func xmlFault(content []byte) error {
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if name := strings.ToLower(start.Name.Local); name == "script" || name == "foreignobject" || name == "iframe" || name == "image" && strings.HasSuffix(start.Name.Space, "svg") {
			return fmt.Errorf("an element %s", name)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Value)), "javascript:") {
				return fmt.Errorf("%s %s=%q", start.Name.Local, a.Name.Local, a.Value)
			}
		}
	}
}

// A hostile portal does not weaken what is said to the browser.
func TestAHostilePortalKeepsThePolicy(t *testing.T) {
	s, _ := hostileSite(t)
	if !bytes.Contains(s.files["_headers"], []byte(export.Policy)) {
		t.Error("_headers has another policy")
	}
	for _, address := range s.addresses() {
		if page := s.files[address]; bytes.Count(page, []byte("Content-Security-Policy")) != 1 {
			t.Errorf("%s states %d policies", address, bytes.Count(page, []byte("Content-Security-Policy")))
		}
	}
	for address, content := range s.files {
		if strings.HasPrefix(address, "_") && bytes.Contains(content, []byte("<script")) {
			t.Errorf("%s holds a text of the data", address)
		}
	}
}
