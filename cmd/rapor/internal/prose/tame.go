package prose

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// tame changes the tree of a text into one that fits the page: levels of
// headings, targets of links, pictures, the sides of numbers in tables.
func tame(doc ast.Node, source []byte, o Options) {
	shift := headingShift(doc, o.Heading)
	var pictures []*ast.Image
	// The walk's function never fails, and only it could make Walk fail.
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			n.Level = min(n.Level+shift, 6)
		case *ast.Link:
			// Entities and escapes are resolved first: what is judged is what the browser sees.
			n.Destination = []byte(address(string(util.URLEscape(n.Destination, true)), o.Root))
		case *ast.Image:
			pictures = append(pictures, n)
		case *tables.TableCell:
			if n.Alignment == tables.AlignRight {
				n.SetAttributeString("class", []byte("a"))
			}
			if _, heads := n.Parent().(*tables.TableHeader); heads {
				n.SetAttributeString("scope", []byte("col")) // a Markdown table has heads of columns only
			}
		}
		return ast.WalkContinue, nil
	})
	for _, picture := range pictures {
		asLink(picture)
	}
}

// headingShift is how far the headings go down so that the highest is at the
// wanted level; nothing is moved up.
func headingShift(doc ast.Node, top int) int {
	if top == 0 {
		top = 2
	}
	highest := 6
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering {
			highest = min(highest, h.Level)
		}
		return ast.WalkContinue, nil
	})
	return max(0, top-highest)
}

// schemes are the sorts of addresses that a text may lead to.
var schemes = []string{"http", "https", "mailto"}

// address returns where a link may lead: as written, from the site's root where
// it begins with a slash, or nowhere.
func address(to, root string) string {
	to = strings.TrimSpace(to)
	if strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\x00") {
		return ""
	}
	if rest, ok := strings.CutPrefix(to, "/"); ok {
		if rest == "" && root == "" {
			return "./"
		}
		return root + rest
	}
	scheme, _, found := strings.Cut(to, ":")
	if found && !strings.ContainsAny(scheme, "/?#") && !slices.Contains(schemes, strings.ToLower(scheme)) {
		return ""
	}
	return to
}

// abroad is what a link to another site says of itself, as theme.Abroad has it.
func abroad(to string) string {
	if scheme, _, found := strings.Cut(to, "://"); found && scheme != "" && !strings.ContainsAny(scheme, "/?#") {
		return ` rel="external noopener"`
	}
	return ""
}

// asLink puts a link to a picture in the picture's place, or its description
// alone where the picture has no address of the web.
func asLink(picture *ast.Image) {
	parent := picture.Parent()
	to := string(util.URLEscape(picture.Destination, true))
	if !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "http://") {
		moveUp(parent, picture)
		return
	}
	link := ast.NewLink()
	link.Destination = []byte(to)
	for child := picture.FirstChild(); child != nil; child = picture.FirstChild() {
		link.AppendChild(link, child)
	}
	parent.ReplaceChild(parent, picture, link)
}

func moveUp(parent ast.Node, picture *ast.Image) {
	for child := picture.FirstChild(); child != nil; child = picture.FirstChild() {
		parent.InsertBefore(parent, picture, child)
	}
	parent.RemoveChild(parent, picture)
}

// plain renders what goldmark would leave out or render with what the policy of
// the pages forbids.
type plain struct {
	tableLabel string
	tables     int // so far: every region has a name of its own
}

// RegisterFuncs implements goldmark's renderer.NodeRenderer.
func (p *plain) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHTMLBlock, htmlBlock)
	r.Register(ast.KindRawHTML, rawHTML)
	r.Register(ast.KindAutoLink, autoLink)
	r.Register(ast.KindLink, link)
	r.Register(tables.KindTable, p.table)
}

func htmlBlock(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkSkipChildren, nil
	}
	n := node.(*ast.HTMLBlock)
	var raw bytes.Buffer
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		raw.Write(line.Value(source))
	}
	if n.HasClosure() {
		raw.Write(n.ClosureLine.Value(source))
	}
	_, err := w.WriteString("<p>" + html.EscapeString(strings.TrimSpace(raw.String())) + "</p>\n")
	return ast.WalkSkipChildren, err
}

func rawHTML(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkSkipChildren, nil
	}
	n := node.(*ast.RawHTML)
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		if _, err := w.WriteString(html.EscapeString(string(segment.Value(source)))); err != nil {
			return ast.WalkStop, err
		}
	}
	return ast.WalkSkipChildren, nil
}

func autoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.AutoLink)
	label, to := string(n.Label(source)), string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(to), "mailto:") {
		to = "mailto:" + to
	}
	to = address(to, "")
	if to == "" {
		_, err := w.WriteString(html.EscapeString(label))
		return ast.WalkContinue, err
	}
	_, err := w.WriteString(`<a href="` + string(util.EscapeHTML(util.URLEscape([]byte(to), false))) + `"` + abroad(to) + `>` + html.EscapeString(label) + "</a>")
	return ast.WalkContinue, err
}

// link writes links that lead nowhere as their text.
func link(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	if len(n.Destination) == 0 {
		return ast.WalkContinue, nil
	}
	if !entering {
		_, err := w.WriteString("</a>")
		return ast.WalkContinue, err
	}
	_, err := w.WriteString(`<a href="` + string(util.EscapeHTML(n.Destination)) + `"` + abroad(string(n.Destination)) + `>`)
	return ast.WalkContinue, err
}

// table puts tables into a region that scrolls and can take the focus, as all
// wide tables of the portal.
func (p *plain) table(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	out := "</table></div>\n"
	if entering {
		p.tables++
		out = fmt.Sprintf("<div class=\"gulir\" role=\"region\" aria-label=\"%s %d\" tabindex=\"0\"><table>\n", html.EscapeString(p.tableLabel), p.tables)
	}
	_, err := w.WriteString(out)
	return ast.WalkContinue, err
}
