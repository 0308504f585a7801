//go:build sistem

package intake

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
)

// flatSheet turns the notation of testdata/lembar into a flat OpenDocument
// sheet, which LibreOffice makes a workbook of. One line is a row, " | " stands
// between cells:
//
//	== Name, == Name (tersembunyi)   a sheet, a hidden one
//	3.06  'text  text                a number, digits as text, text
//	{1}3.06                          a number shown with one decimal
//	@2026-06-03                      a day, shown as 3-Jun
//	=A1+B1                           a formula
//	[3x2]text  ^                     merged over 3 columns and 2 rows; a cell covered by that
//	-- row --                        at the start of a line: a row that a filter hid
func flatSheet(notation string) string {
	var b strings.Builder
	b.WriteString(fodsHead)
	open := false
	for line := range strings.Lines(notation) {
		line = strings.TrimRight(line, "\n")
		if name, ok := strings.CutPrefix(line, "== "); ok {
			if open {
				b.WriteString("</table:table>\n")
			}
			name, hidden := strings.CutSuffix(name, " (tersembunyi)")
			style := "shown"
			if hidden {
				style = "hidden"
			}
			fmt.Fprintf(&b, "<table:table table:name=%q table:style-name=%q><table:table-column table:number-columns-repeated=\"60\"/>\n", escape(name), style)
			open = true
			continue
		}
		attribute := ""
		if rest, hidden := strings.CutPrefix(line, "-- "); hidden {
			line, attribute = rest, ` table:visibility="filter"`
		}
		b.WriteString("<table:table-row" + attribute + ">")
		for cell := range strings.SplitSeq(line, "|") {
			b.WriteString(flatCell(strings.TrimSpace(cell)))
		}
		b.WriteString("</table:table-row>\n")
	}
	return b.String() + "</table:table></office:spreadsheet></office:body></office:document>\n"
}

var (
	flatNumber = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
	flatMerged = regexp.MustCompile(`^\[(\d+)x(\d+)\](.*)$`)
	flatShown  = regexp.MustCompile(`^\{(\d)\}(.*)$`)
	flatRef    = regexp.MustCompile(`\b([A-Z]+\d+(?::[A-Z]+\d+)?)\b`)
)

func flatCell(cell string) string {
	if cell == "^" {
		return "<table:covered-table-cell/>"
	}
	attributes := ""
	if m := flatMerged.FindStringSubmatch(cell); m != nil {
		attributes, cell = fmt.Sprintf(` table:number-columns-spanned="%s" table:number-rows-spanned="%s"`, m[1], m[2]), m[3]
	}
	if m := flatShown.FindStringSubmatch(cell); m != nil {
		attributes, cell = attributes+` table:style-name="d`+m[1]+`"`, m[2]
	}
	switch {
	case cell == "":
		return "<table:table-cell" + attributes + "/>"
	case strings.HasPrefix(cell, "="):
		formula := flatRef.ReplaceAllStringFunc(cell[1:], func(ref string) string { return "[." + strings.ReplaceAll(ref, ":", ":.") + "]" })
		return fmt.Sprintf(`<table:table-cell%s table:formula="of:=%s" office:value-type="float"/>`, attributes, escape(formula))
	case strings.HasPrefix(cell, "@"):
		return fmt.Sprintf(`<table:table-cell%s table:style-name="day" office:value-type="date" office:date-value="%s"/>`, attributes, cell[1:])
	case flatNumber.MatchString(cell):
		return fmt.Sprintf(`<table:table-cell%s office:value-type="float" office:value="%s"/>`, attributes, cell)
	}
	return fmt.Sprintf(`<table:table-cell%s office:value-type="string"><text:p>%s</text:p></table:table-cell>`, attributes, escape(strings.TrimPrefix(cell, "'")))
}

func escape(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err)
	}
	return b.String()
}

const fodsHead = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:number-style style:name="n0"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>
<number:number-style style:name="n1"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/></number:number-style>
<number:number-style style:name="n2"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"/></number:number-style>
<number:date-style style:name="nd"><number:day/><number:text>-</number:text><number:month number:textual="true"/></number:date-style>
<style:style style:name="d0" style:family="table-cell" style:data-style-name="n0"/>
<style:style style:name="d1" style:family="table-cell" style:data-style-name="n1"/>
<style:style style:name="d2" style:family="table-cell" style:data-style-name="n2"/>
<style:style style:name="day" style:family="table-cell" style:data-style-name="nd"/>
<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
`
