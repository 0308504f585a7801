package theme

import (
	"strconv"
	"unsafe"

	"rapor/cmd/rapor/internal/table"
)

// heads draws the head of a table.
func heads(t *table.Table) HTML {
	b := make([]byte, 0, 64+48*len(t.Columns))
	b = append(b, "<thead><tr>"...)
	for i := range t.Columns {
		c := &t.Columns[i]
		b = append(b, `<th scope="col"`...)
		if c.Number {
			b = append(b, ` class="a"`...)
		}
		b = language(b, c.Lang)
		b = append(b, '>')
		b = head(b, c)
		b = append(b, "</th>"...)
	}
	return markup(append(b, "</tr></thead>"...))
}

// head writes a column's name with whatever stands around it.
func head(b []byte, c *table.Column) []byte {
	switch {
	case c.Href != "" && SafeAddress(c.Href):
		b = append(b, "<a"...)
		b = append(attribute(b, "href", c.Href), Abroad(c.Href)...)
		if c.Full != "" {
			b = attribute(b, "title", c.Full)
		}
		b = append(b, '>')
		return append(escape(b, c.Name), "</a>"...)
	case c.Full != "":
		b = append(b, "<abbr"...)
		b = attribute(b, "title", c.Full)
		b = append(b, '>')
		return append(escape(b, c.Name), "</abbr>"...)
	case c.Unseen:
		b = append(b, `<span class="tak-tampak">`...)
		return append(escape(b, c.Name), "</span>"...)
	}
	return escape(b, c.Name)
}

// rows draws the bodies of a table. It is the one place where markup is put
// together by hand: a page can have a thousand cells, and a template needs a
// hundred times as long for each. Every value goes through escape.
func rows(t *table.Table) HTML {
	if t == nil {
		return ""
	}
	size := 0
	for i := range t.Groups {
		size += 64 + len(t.Groups[i].Rows)*(16+48*len(t.Columns))
	}
	b := make([]byte, 0, size)
	for i := range t.Groups {
		g := &t.Groups[i]
		b = append(b, "<tbody"...)
		if g.ID != "" {
			b = attribute(b, "id", g.ID)
		}
		b = append(b, '>')
		if g.Heading.Text != "" {
			b = append(b, `<tr><th scope="rowgroup" colspan="`...)
			b = strconv.AppendInt(b, int64(len(t.Columns)), 10)
			b = append(b, '"')
			b = language(b, g.Heading.Lang)
			b = append(b, '>')
			b = content(b, &g.Heading)
			b = append(b, "</th></tr>"...)
		}
		for j := range g.Rows {
			b = row(b, t, &g.Rows[j])
		}
		b = append(b, "</tbody>"...)
	}
	return markup(b)
}

var rowClass = [...]string{table.Plain: "", table.Own: ` class="ini"`, table.Total: ` class="jumlah"`}

func row(b []byte, t *table.Table, r *table.Row) []byte {
	b = append(b, "<tr"...)
	if r.ID != "" {
		b = attribute(b, "id", r.ID)
	}
	b = append(b, rowClass[r.Mark]...)
	b = append(b, '>')
	for i := range r.Cells {
		c := &r.Cells[i]
		var column table.Column
		if i < len(t.Columns) {
			column = t.Columns[i]
		}
		if t.Squares && i > 0 {
			b = square(b, c)
			continue
		}
		if i == 0 {
			b = append(b, `<th scope="row"`...)
			b = cell(b, c, &column)
			b = append(b, "</th>"...)
			continue
		}
		b = append(b, "<td"...)
		b = cell(b, c, &column)
		b = append(b, "</td>"...)
	}
	return append(b, "</tr>\n"...)
}

// square writes a cell of a small table of levels, filled with the level's
// colour.
func square(b []byte, c *table.Cell) []byte {
	b = append(b, "<td"...)
	if c.Tone > 0 {
		b = append(b, ` class="b`...)
		b = strconv.AppendInt(b, int64(c.Tone), 10)
		b = append(b, '"')
	}
	b = append(b, '>')
	if c.Missing != "" {
		b = content(b, c)
	} else {
		b = escape(b, c.Text)
	}
	return append(b, "</td>"...)
}

// cell writes the rest of the tag after its name, and the content.
func cell(b []byte, c *table.Cell, column *table.Column) []byte {
	grey := c.Muted || c.Missing != ""
	switch {
	case column.Number && grey:
		b = append(b, ` class="a tak"`...)
	case column.Number:
		b = append(b, ` class="a"`...)
	case column.Tight:
		b = append(b, ` class="rapat"`...)
	case column.Prose:
		b = append(b, ` class="teks"`...)
	case grey:
		b = append(b, ` class="tak"`...)
	}
	if c.Value != "" && c.Value != c.Text {
		b = attribute(b, "data-v", c.Value)
	}
	if c.Href == "" && c.Code == "" && c.Note == "" {
		b = language(b, c.Lang)
	}
	b = append(b, '>')
	return content(b, c)
}

func content(b []byte, c *table.Cell) []byte {
	if c.Missing != "" {
		b = append(b, `– <span class="tak-tampak">`...)
		b = escape(b, c.Missing)
		return append(b, "</span>"...)
	}
	if c.Code != "" {
		b = append(b, `<span class="kode">`...)
		b = escape(b, c.Code)
		b = append(b, "</span> "...)
	}
	b = words(b, c)
	if c.Note != "" {
		b = append(b, ` <span class="tak"`...)
		b = language(b, c.NoteIn)
		b = append(b, '>')
		b = escape(b, c.Note)
		b = append(b, "</span>"...)
	}
	return b
}

// words writes the text with whatever stands around it.
func words(b []byte, c *table.Cell) []byte {
	end := ""
	switch {
	case c.Href != "" && SafeAddress(c.Href):
		b = append(b, "<a"...)
		b = append(attribute(b, "href", c.Href), Abroad(c.Href)...)
		b = language(b, c.Lang)
		b = append(b, '>')
		end = "</a>"
	case c.Tone > 0:
		b = append(b, `<span class="tk b`...)
		b = strconv.AppendInt(b, int64(c.Tone), 10)
		b = append(b, `">`...)
		end = "</span>"
	case c.Full != "":
		b = append(b, "<abbr"...)
		b = attribute(b, "title", c.Full)
		b = append(b, '>')
		end = "</abbr>"
	case c.Lang != "" && (c.Code != "" || c.Note != "" || c.Href != ""):
		b = append(b, "<span"...)
		b = language(b, c.Lang)
		b = append(b, '>')
		end = "</span>"
	}
	if c.Strong {
		b = append(b, "<strong>"...)
		end = "</strong>" + end
	}
	b = escape(b, c.Text)
	return append(b, end...)
}

func language(b []byte, code string) []byte {
	if code == "" {
		return b
	}
	return attribute(b, "lang", code)
}

func attribute(b []byte, name, value string) []byte {
	b = append(b, ' ')
	b = append(b, name...)
	b = append(b, `="`...)
	b = escape(b, value)
	return append(b, '"')
}

// escape appends text as html.EscapeString would, without a copy in between.
func escape(b []byte, s string) []byte {
	done := 0
	for i := range len(s) {
		if entity := entities[s[i]]; entity != "" {
			b = append(append(b, s[done:i]...), entity...)
			done = i + 1
		}
	}
	return append(b, s[done:]...)
}

// entities are what html.EscapeString writes for the characters it replaces.
var entities = [256]string{'<': "&lt;", '>': "&gt;", '&': "&amp;", '\'': "&#39;", '"': "&#34;"}

// markup is what was drawn, without a copy of it: nobody else has the slice.
func markup(b []byte) HTML { return HTML(unsafe.String(unsafe.SliceData(b), len(b))) }
