//go:build sistem && !race

package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paper is what a printed page says.
type paper struct {
	text   string   // in the order of the page, without spaces
	pages  []string // the same, sheet by sheet
	off    []string // words that leave the sheet
	sheets int
}

// print makes a PDF of the page in the tab and reads it back.
func (t *tab) print(dir string) (paper, error) {
	pdf, err := chromedp.Run(t.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	if err != nil {
		return paper{}, err
	}
	file, err := os.CreateTemp(dir, "*.pdf")
	if err != nil {
		return paper{}, err
	}
	defer os.Remove(file.Name())
	if _, err := file.Write(pdf); err != nil {
		return paper{}, err
	}
	if err := file.Close(); err != nil {
		return paper{}, err
	}
	text, err := pdftotext("-raw", file.Name())
	if err != nil {
		return paper{}, err
	}
	boxes, err := pdftotext("-bbox", file.Name())
	if err != nil {
		return paper{}, err
	}
	p := paper{text: dense(string(text))}
	for sheet := range strings.SplitSeq(string(text), "\f") {
		p.pages = append(p.pages, dense(sheet))
	}
	return p, p.readBoxes(boxes)
}

func pdftotext(option, file string) ([]byte, error) {
	cmd := exec.Command("pdftotext", option, "-enc", "UTF-8", file, "-")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	output, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("pdftotext: %w %s", err, stderr.Bytes())
	}
	return output, nil
}

// readBoxes looks for words that are not wholly on the sheet.
func (p *paper) readBoxes(boxes []byte) error {
	var document struct {
		Pages []struct {
			Width  float64 `xml:"width,attr"`
			Height float64 `xml:"height,attr"`
			Words  []struct {
				XMin float64 `xml:"xMin,attr"`
				XMax float64 `xml:"xMax,attr"`
				YMin float64 `xml:"yMin,attr"`
				YMax float64 `xml:"yMax,attr"`
				Text string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(bytes.NewReader(boxes))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	if err := decoder.Decode(&document); err != nil {
		return err
	}
	p.sheets = len(document.Pages)
	const slack = 1 // point
	for i, sheet := range document.Pages {
		for _, w := range sheet.Words {
			if w.XMin < -slack || w.XMax > sheet.Width+slack || w.YMin < -slack || w.YMax > sheet.Height+slack {
				p.off = append(p.off, fmt.Sprintf("%q on sheet %d", w.Text, i+1))
			}
		}
	}
	return nil
}

// dense leaves out spaces, so that line breaks do not matter, and soft hyphens.
func dense(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' {
			return -1
		}
		return r
	}, text)
}

// printedRows are the rows of all tables of a page that paper shows, cells joined.
func printedRows(content []byte) (rows [][]string, err error) {
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	for n := range root.Descendants() {
		if n.DataAtom != atom.Tr || hasAncestor(n, "tak-cetak") {
			continue
		}
		var cells []string
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
				cells = append(cells, dense(seenText(c)))
			}
		}
		rows = append(rows, cells)
	}
	return rows, nil
}

// seenText is the text of an element without what only a screen reader says.
func seenText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !hasAncestor(d, "tak-tampak") {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func hasAncestor(n *html.Node, class string) bool {
	for a := range n.Ancestors() {
		if strings.Contains(" "+attrOr(a, "class")+" ", " "+class+" ") {
			return true
		}
	}
	return false
}

// faults compares paper with the tables of a page. A row that stands twice in
// the page stands twice on paper.
func (p paper) faults(rows [][]string) (faults []string) {
	if len(p.off) > 0 {
		faults = append(faults, fmt.Sprintf("%d words leave the sheet, such as %s", len(p.off), p.off[0]))
	}
	wanted := map[string]int{}
	for _, cells := range rows {
		wanted[strings.Join(cells, "")]++
	}
	lost := 0
	for _, cells := range rows {
		row := strings.Join(cells, "")
		if row == "" || strings.Count(p.text, row) >= wanted[row] {
			continue
		}
		if lost++; lost == 1 {
			faults = append(faults, fmt.Sprintf("the row %q is not on paper, or in pieces", cells))
		}
	}
	if lost > 1 {
		faults = append(faults, fmt.Sprintf("%d rows are not on paper, or in pieces", lost))
	}
	return faults
}

// torn lists the citations and feet of a page that do not stand on one sheet. Their
// beginning and end are looked for: between them lines may lose a hyphen. Pages made
// to be one sheet print no foot.
func (p paper) torn(content []byte) (faults []string, err error) {
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	for n := range root.Descendants() {
		class := " " + attrOr(n, "class") + " "
		if n.DataAtom == atom.Pre || hasAncestor(n, "tak-cetak") || !strings.Contains(class, " kutip ") && (!strings.Contains(class, " kaki ") || hasAncestor(n, "lembar")) {
			continue
		}
		for c := range n.Descendants() {
			if c.DataAtom == atom.Nav {
				c.Parent.RemoveChild(c)
				break
			}
		}
		text := []rune(dense(seenText(n)))
		if len(text) < 40 {
			continue
		}
		head, tail := string(text[:20]), string(text[len(text)-6:])
		if !slices.ContainsFunc(p.pages, func(sheet string) bool {
			at := strings.LastIndex(sheet, head)
			return at >= 0 && strings.Contains(sheet[at:], tail)
		}) {
			faults = append(faults, fmt.Sprintf("%q stands on two sheets, or on none", string(text)))
		}
	}
	return faults, nil
}

func TestPaperShowsEveryRowOfEveryTable(t *testing.T) {
	s, dir := portalSite(t), t.TempDir()
	var jobs []job
	for _, file := range s.chosen(t) {
		jobs = append(jobs, job{file, looks[0]})
	}
	var rows, sheets atomic.Int64
	visit(t, s, jobs, func(tab *tab, file string, _ look) []string {
		p, err := tab.print(dir)
		if err != nil {
			return []string{err.Error()}
		}
		all, err := printedRows(s.files[file])
		if err != nil {
			return []string{err.Error()}
		}
		rows.Add(int64(len(all)))
		sheets.Add(int64(p.sheets))
		torn, err := p.torn(s.files[file])
		if err != nil {
			return []string{err.Error()}
		}
		return append(p.faults(all), torn...)
	})
	t.Logf("%d rows on %d sheets", rows.Load(), sheets.Load())
	if rows.Load() == 0 {
		t.Error("no row was looked for")
	}
}

// sheetPages are the pages made to be printed on one sheet: all where everything
// is asked for, else the longest of each sort and some in turn.
func (s *builtSite) sheetPages() []string {
	longest, all := map[string]string{}, []string{}
	for _, address := range s.addresses() {
		if !strings.HasSuffix(address, "/cetak/index.html") {
			continue
		}
		all = append(all, address)
		sort, _, _ := strings.Cut(strings.TrimPrefix(address, "en/"), "/")
		if strings.HasPrefix(address, "en/") {
			sort = "en/" + sort
		}
		if len(s.files[address]) > len(s.files[longest[sort]]) {
			longest[sort] = address
		}
	}
	if everything {
		return all
	}
	chosen := slices.Collect(maps.Values(longest))
	const others = 24
	for i := range others {
		chosen = append(chosen, all[i*len(all)/others])
	}
	for _, address := range telling {
		if sheet := strings.Replace(address, "index.html", "cetak/index.html", 1); s.files[sheet] != nil {
			chosen = append(chosen, sheet)
		}
	}
	slices.Sort(chosen)
	return slices.Compact(chosen)
}

func TestASheetFitsOneA4PageWithNothingLost(t *testing.T) {
	s, dir := portalSite(t), t.TempDir()
	var jobs []job
	for _, file := range s.sheetPages() {
		jobs = append(jobs, job{file, looks[0]})
	}
	visit(t, s, jobs, func(tab *tab, file string, _ look) []string {
		p, err := tab.print(dir)
		if err != nil {
			return []string{err.Error()}
		}
		all, err := printedRows(s.files[file])
		if err != nil {
			return []string{err.Error()}
		}
		faults := p.faults(all)
		if p.sheets != 1 {
			faults = append(faults, fmt.Sprintf("%d sheets", p.sheets))
		}
		if !strings.Contains(p.text, "https://rapor-spbe.example/") {
			faults = append(faults, "the address at the foot of the sheet is not on paper")
		}
		return faults
	})
}
