// Package prose turns the Markdown of pages and notes into HTML that cannot do
// harm: no raw HTML (it is shown as the text that it is), no images (the policy
// of the pages would block them; their address becomes a link), links to
// http, https, mailto and places of the site only, and headings that fit under
// the page's own h1. It owns the goldmark library.
package prose

import (
	"bytes"
	"html"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// Options say where the text will stand. The zero value suits a page of its own
// at the site's root.
type Options struct {
	Root       string // the way from the page to the site's root, "../../"; links that begin with / start there
	Heading    int    // level of the text's highest heading; 0 is 2, right under the page's h1
	Prefix     string // before the anchors of headings, where several texts share a page
	TableLabel string // name of the region that a wide table scrolls in
}

// Check reports text that would take long to read or that nobody can have
// written by hand. pos is where the text begins. Text without errors is
// rendered in well under a second.
func Check(pos diag.Pos, markdown string) diag.List {
	var problems diag.List
	switch l := measure(markdown); {
	case l.size > maxSize:
		problems.Errorf(pos, "prose-too-large", l.size, maxSize)
	case l.links > maxLinks, l.marks > maxMarks, l.definitions > maxDefinitions:
		problems.Errorf(pos, "prose-too-dense")
	case l.depth > maxDepth:
		problems.Errorf(pos, "prose-too-deep", maxDepth)
	default:
		// In the file itself it was found before; here it was written as an entity.
		if r, found := lang.Unfit(html.UnescapeString(markdown)); found {
			problems.Errorf(pos, "toml-unfit", r)
		}
	}
	return problems
}

// HTML renders Markdown. Text that Check refuses comes out as it was written,
// without any formatting.
func HTML(markdown string, o Options) string {
	if p := Check(diag.Pos{}, markdown); p.HasErrors() {
		return "<pre>" + html.EscapeString(markdown) + "</pre>\n"
	}
	context := parser.NewContext()
	context = parser.NewContext(parser.WithIDs(prefixed{context.IDs(), o.Prefix}))
	source := []byte(markdown)
	doc := reader.Parse(text.NewReader(source), parser.WithContext(context))
	tame(doc, source, o)
	var out bytes.Buffer
	if err := writer(o).Render(&out, source, doc); err != nil {
		return "<pre>" + html.EscapeString(markdown) + "</pre>\n"
	}
	return out.String()
}

var reader = goldmark.New(
	goldmark.WithExtensions(extension.NewTable(), extension.Strikethrough),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
).Parser()

func writer(o Options) renderer.Renderer {
	return goldmark.New(
		goldmark.WithExtensions(
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
			extension.Strikethrough),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(&plain{tableLabel: o.TableLabel}, 100))),
	).Renderer()
}

// prefixed keeps the anchors of one text apart from the page's own.
type prefixed struct {
	parser.IDs
	prefix string
}

func (p prefixed) Generate(value []byte, kind ast.NodeKind) []byte {
	return append([]byte(p.prefix), p.IDs.Generate(value, kind)...)
}
