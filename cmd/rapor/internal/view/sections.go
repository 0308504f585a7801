package view

import (
	"rapor/cmd/rapor/internal/theme"
)

// Sections is a page that is a headline with sections under it: a year, a kind,
// a province, an indicator, the state of the portal. Every field but Title may
// be empty.
type Sections struct {
	Title    theme.Text
	About    theme.HTML   // in small print under the title
	NavLabel string       // of Nav
	Nav      []theme.Link // to the page's sisters: the other years, the other kinds
	Tools    []theme.Link // what can be done with the page: print it, compare its members
	Lead     theme.HTML   // one sentence, large
	Region   string       // name of the facts for those who hear the page
	Facts    []Fact
	Sections []*Section
	Citation *Citation
}

// sister is a link to a page of the same sort; the page itself is marked.
func (w *writer) sister(words theme.Text, dir string) theme.Link {
	l := w.crumb(words, dir)
	if dir == w.bare {
		l.Current = theme.ThisPage
	}
	return l
}

// aside is a section that only leads on to other pages.
func (w *writer) aside(id, title string, links ...theme.Link) *Section {
	return &Section{ID: id, Title: title, Files: links}
}

// leading yields one of the pages that are built from Sections.
func (s *Site) leading(dir, source, section string, build func(*writer) (Shell, *Sections), yield func(Page) bool) bool {
	return s.each(dir, "sections", source, ofSections(section, build), yield)
}

// leadingNoted is leading for pages that are traced.
func (s *Site) leadingNoted(dir, source, section string, build func(*writer) (Shell, *Sections), yield func(Page) bool) bool {
	return s.noted(nil, dir, "sections", source, ofSections(section, build), yield)
}

func ofSections(section string, build func(*writer) (Shell, *Sections)) func(*writer) (Shell, any) {
	return func(w *writer) (Shell, any) {
		shell, v := build(w)
		w.capTables(v.Sections, listBound)
		shell.Title, shell.Section, shell.Charts = v.Title.Words, section, interactive(v.Sections)
		v.Citation = w.pageCitation(v.Title)
		return shell, v
	}
}
