package load

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
)

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xhtmlSpace = "http://www.w3.org/1999/xhtml"
)

// drawingElements are all that a logo may be drawn with.
var drawingElements = []string{"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "defs", "metadata", "symbol", "use",
	"linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "text", "tspan", "filter", "feGaussianBlur", "feOffset", "feBlend", "feMerge", "feMergeNode", "feColorMatrix", "feFlood", "feComposite"}

// drawingOnly reports whether an SVG draws and does nothing else: no script, no
// handler, no link to anything outside itself, no entity. What it finds is noted
// with its line.
func drawingOnly(content []byte, pos diag.Pos, problems *diag.List) bool {
	d, root := xml.NewDecoder(bytes.NewReader(content)), true
	refuse := func(key string, args ...any) bool {
		pos.Line, pos.Col = d.InputPos()
		problems.Errorf(pos, key, args...)
		return false
	}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return !root || refuse("load-logo-not-svg")
		}
		if err != nil {
			return refuse("load-logo-not-svg")
		}
		switch token := token.(type) {
		case xml.Directive:
			if !bytes.HasPrefix(token, []byte("DOCTYPE svg ")) || bytes.ContainsAny(token, "[]") {
				return refuse("load-logo-unsafe", "<!"+firstWord(string(token))+">")
			}
		case xml.ProcInst:
			if token.Target != "xml" {
				return refuse("load-logo-unsafe", "<?"+token.Target+"?>")
			}
		case xml.StartElement:
			if root && (token.Name.Space != svgSpace || token.Name.Local != "svg") {
				return refuse("load-logo-not-svg")
			}
			root = false
			if what := unsafePart(token); what != "" {
				return refuse("load-logo-unsafe", what)
			}
		}
	}
}

// unsafePart names what of an element could do more than draw; "" where nothing
// can. Elements of drawing programs' own name spaces do nothing.
func unsafePart(e xml.StartElement) string {
	if e.Name.Space == xhtmlSpace || e.Name.Space == svgSpace && !slices.Contains(drawingElements, e.Name.Local) {
		return "<" + e.Name.Local + ">"
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.ToLower(strings.TrimSpace(a.Value))
		drawn := e.Name.Space == svgSpace && a.Name.Space == "" // its value may be CSS
		switch {
		case strings.HasPrefix(name, "on"), name == "href" && !strings.HasPrefix(value, "#"), name == "base",
			callsElsewhere(value), strings.Contains(value, "javascript:"), drawn && strings.ContainsAny(value, `\@`):
			return a.Name.Local + "=" + firstRunes(a.Value, 40)
		}
	}
	return ""
}

// callsElsewhere reports whether a value, read as CSS, names something outside the
// drawing: by url() of anything but a part of it, or by a function that takes an
// address as a plain text.
func callsElsewhere(value string) bool {
	value = strings.NewReplacer("url(#", "", `url("#`, "", "url('#", "").Replace(value)
	return slices.ContainsFunc([]string{"url(", "src(", "image(", "image-set(", "cross-fade(", "paint(", "attr("}, func(call string) bool { return strings.Contains(value, call) })
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return firstRunes(word, 40)
}

func firstRunes(s string, n int) string {
	if runes := []rune(s); len(runes) > n {
		return string(runes[:n]) + "…"
	}
	return s
}
