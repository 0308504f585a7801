package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// part is what one worksheet's own XML tells that a grid of texts cannot: which
// cells are formulas, numbers or merged, and what is hidden. Reading it as a
// stream costs memory only for what is remembered.
type part struct {
	name       string
	hidden     bool
	hiddenRows int
	formulas   map[place]formula
	numbers    map[place]bool
	merged     []area
}

// place is a cell, counted from 0.
type place struct{ row, col int }

// area is a block of merged cells, its ends included.
type area struct{ top, left, bottom, right int }

type formula int

const (
	withValue formula = iota + 1
	withoutValue
)

// partsOf reads the list of sheets and each sheet's part.
func partsOf(archive *zip.Reader) ([]part, error) {
	var book struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			Old   string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"` // "strict" files
		} `xml:"sheets>sheet"`
	}
	var links struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(unpack(archive, "xl/workbook.xml", &book), unpack(archive, "xl/_rels/workbook.xml.rels", &links)); err != nil {
		return nil, err
	}
	var out []part
	for _, s := range book.Sheets {
		for _, link := range links.All {
			if link.ID == "" || link.ID != s.ID+s.Old || !strings.HasSuffix(link.Type, "/worksheet") {
				continue // a sheet of charts alone has no cells
			}
			p := part{name: s.Name, hidden: s.State != "" && s.State != "visible", formulas: map[place]formula{}, numbers: map[place]bool{}}
			if err := p.read(archive, target(link.Target)); err != nil {
				return nil, err
			}
			out = append(out, p)
		}
	}
	return out, nil
}

// target is the path of a part that a relation of the workbook names.
func target(link string) string {
	if strings.HasPrefix(link, "/") {
		return strings.TrimPrefix(path.Clean(link), "/")
	}
	return path.Join("xl", link)
}

func open(archive *zip.Reader, name string) (io.ReadCloser, error) {
	for _, f := range archive.File {
		if strings.EqualFold(strings.ReplaceAll(f.Name, "\\", "/"), name) {
			return f.Open()
		}
	}
	return nil, fmt.Errorf("%w: %s", errNoParts, name)
}

func unpack(archive *zip.Reader, name string, into any) error {
	r, err := open(archive, name)
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(r).Decode(into)
}

// read goes through a worksheet's XML once.
func (p *part) read(archive *zip.Reader, name string) error {
	r, err := open(archive, name)
	if err != nil {
		return err
	}
	defer r.Close()
	decoder := xml.NewDecoder(r)
	at := place{-1, -1}
	kind, held := "", formula(0)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "row":
				at = place{number(attr(e, "r"), at.row+2) - 1, -1}
				if h := attr(e, "hidden"); h == "1" || h == "true" {
					p.hiddenRows++
				}
			case "c":
				at = placed(attr(e, "r"), place{at.row, at.col + 1})
				kind, held = attr(e, "t"), 0
			case "f":
				held = withoutValue
			case "v", "is":
				if held == withoutValue {
					held = withValue
				}
				if e.Name.Local == "v" && (kind == "" || kind == "n") {
					p.numbers[at] = true
				}
			case "mergeCell":
				p.merge(attr(e, "ref"))
			}
		case xml.EndElement:
			if e.Name.Local == "c" && held != 0 {
				p.formulas[at] = held
			}
		}
		if len(p.numbers)+len(p.formulas) > maxCells {
			return errTooManyCells
		}
	}
}

func (p *part) merge(ref string) {
	from, to, ok := strings.Cut(ref, ":")
	none := place{-1, -1}
	a, b := placed(from, none), placed(to, none)
	if ok && a != none && b != none && len(p.merged) < maxCells/10 {
		p.merged = append(p.merged, area{min(a.row, b.row), min(a.col, b.col), max(a.row, b.row), max(a.col, b.col)})
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func number(text string, otherwise int) int {
	if n, err := strconv.Atoi(text); err == nil && n > 0 {
		return n
	}
	return otherwise
}

// placed reads a reference such as B7, or gives the place that follows without.
func placed(ref string, otherwise place) place {
	letters := 0
	col := 0
	for letters < len(ref) && ref[letters] >= 'A' && ref[letters] <= 'Z' && letters < 3 {
		col = col*26 + int(ref[letters]-'A') + 1
		letters++
	}
	row, err := strconv.Atoi(ref[letters:])
	if letters == 0 || err != nil || row < 1 || row > 1<<20 {
		return otherwise
	}
	return place{row - 1, col - 1}
}
