package theme

import (
	"bytes"
	"fmt"
	"sync"

	"rapor/cmd/rapor/internal/diag"
)

// Theme is a loaded theme. It does not change and may be used by many
// goroutines.
type Theme struct {
	Digest string // SHA-256, hex, of its files and those of its words

	languages map[string]*Language
	assets    []Asset
	uses      map[string][]string // the templates that each calls; see Templates
}

// Asset is a file of the theme that the site gets as it is.
type Asset struct {
	Path string // in the site: assets/rapor.css
	File string // as messages name it: themes/default/assets/rapor.css
	Data []byte
}

// Page is one page to render. Shell and Body are the structs that the contract
// names for the frame and for the layout. A page without a Shell is its layout
// alone.
type Page struct {
	Layout string
	Lang   string
	Shell  any
	Body   any
}

// Frame is what layouts/base.html gets.
type Frame struct {
	Shell any
	Main  HTML
}

// Choice is a language that a portal asks for, and the place where it does.
type Choice struct {
	Code string
	Pos  diag.Pos
}

// Load reads a theme in the given languages from layers, the lowest first: each
// lies over those before. The problems name files by the layers' names; with
// errors there is no theme.
func Load(languages []Choice, layers ...Layer) (*Theme, diag.List) {
	var problems diag.List
	files := readLayers(layers, &problems)
	if problems.HasErrors() {
		return nil, problems
	}
	checkContract(files, &problems)
	t := &Theme{Digest: files.digest(), languages: map[string]*Language{}, assets: files.assets()}
	trees := parseTemplates(files, &problems)
	t.uses = usesOf(trees, len(files.paths("layouts/", ".html"))+len(files.paths("partials/", ".html")))
	for _, language := range readWords(files, languages, &problems) {
		language.pages = newPageSet(trees, language, &problems)
		t.languages[language.Code] = language
	}
	if problems.HasErrors() {
		return nil, problems
	}
	return t, problems
}

// Language returns a language that the theme was loaded in, or nil.
func (t *Theme) Language(code string) *Language { return t.languages[code] }

// Assets returns the files for the site's assets folder, by path.
func (t *Theme) Assets() []Asset { return t.assets }

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Render makes the HTML of a page. An error is a fault of a template; it names
// file, line and column.
func (t *Theme) Render(p Page) ([]byte, error) {
	var html bytes.Buffer
	err := t.RenderTo(&html, p)
	return html.Bytes(), err
}

// here is where the frame leaves room for the layout. The page is put together
// from the two, so that its largest part is never copied through a template; no
// text of a page can hold the character.
const here = HTML("\x00")

// RenderTo is Render into a buffer of the caller's, who can use it again. What
// the buffer holds after an error is of no use.
func (t *Theme) RenderTo(html *bytes.Buffer, p Page) error {
	l := t.languages[p.Lang]
	if l == nil {
		return fmt.Errorf("theme has no language %q", p.Lang)
	}
	if p.Shell == nil {
		return l.pages.execute(html, "layouts/"+p.Layout+".html", p.Body)
	}
	frame := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(frame)
	frame.Reset()
	if err := l.pages.execute(frame, "layouts/base.html", Frame{p.Shell, here}); err != nil {
		return err
	}
	for rest, more := frame.Bytes(), true; more; {
		var before []byte
		before, rest, more = bytes.Cut(rest, []byte(here))
		html.Write(before)
		if !more {
			break
		}
		if err := l.pages.execute(html, "layouts/"+p.Layout+".html", p.Body); err != nil {
			return err
		}
	}
	return nil
}
