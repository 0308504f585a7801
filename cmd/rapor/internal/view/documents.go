package view

import (
	"cmp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/prose"
	"rapor/cmd/rapor/internal/theme"
)

// Document is a page of the editors' Markdown.
type Document struct {
	Title   theme.Text
	Date    string
	Summary string
	Body    theme.HTML
	News    []NewsItem // under the page of the news
}

// NewsItem is one entry of the list of news.
type NewsItem struct {
	theme.Link
	Date    string
	Summary string
}

// NewsFeed is the feed of news, within a language.
const NewsFeed = newsDir + "atom.xml"

// Redirect leads from an old address to the present one.
type Redirect struct {
	Lang  string
	Title string
	To    string // relative
	Full  string
	Words string
}

// Missing is the page for addresses that do not exist. It is served at any of
// them, so its links cannot be relative: they start at the portal's own path.
type Missing struct {
	Lang      string
	Portal    string
	Root      string // path of the portal: / or /portal/
	Logo      string // as in Shell
	Accent    string
	Languages []MissingWords
}

// MissingWords is the page's text in one language.
type MissingWords struct {
	Lang, Title, Text string
	Links             []theme.Link
}

// ownPage reports whether a text is a page of its own, and not part of another.
func ownPage(path string) bool {
	return !strings.HasPrefix(path, listDir) && !strings.HasPrefix(path, methodDir) && path != "metode" && path != "instansi"
}

func (s *Site) documentPages(yield func(Page) bool) bool {
	for _, d := range s.data.Documents {
		if !ownPage(d.Path) {
			continue
		}
		var languages []string
		for _, code := range s.data.Portal.Languages {
			if s.texts[d.Path][code] != nil {
				languages = append(languages, code)
			}
		}
		if !slices.Contains(languages, d.Lang) {
			continue
		}
		about := func(w *writer) (Shell, any) { return s.text(w, d) }
		if !yield(s.page(d.Lang, d.Path+"/", "document", d.Pos.File, languages, about)) {
			return false
		}
	}
	return s.newsPages(yield)
}

// newsPages yields the list of news where there are news, but no text of its own.
func (s *Site) newsPages(yield func(Page) bool) bool {
	for _, code := range s.data.Portal.Languages {
		if s.texts["berita"][code] != nil || len(s.news(code)) == 0 {
			continue
		}
		about := func(w *writer) (Shell, any) {
			v := &Document{Title: theme.Text{Words: w.Say("berita.judul")}, News: w.news()}
			return Shell{Title: v.Title.Words, Description: w.Say("berita.uraian"), Section: newsDir, Trail: w.trail()}, v
		}
		if !yield(s.page(code, newsDir, "document", "content/berita", []string{code}, about)) {
			return false
		}
	}
	return true
}

// news are the texts under berita/, the newest first.
func (s *Site) news(code string) []*maturity.Document {
	var out []*maturity.Document
	for _, d := range s.data.Documents {
		if d.Lang == code && strings.HasPrefix(d.Path, newsDir) {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b *maturity.Document) int {
		return cmp.Or(strings.Compare(b.Date, a.Date), strings.Compare(a.Path, b.Path))
	})
	return out
}

func (w *writer) news() []NewsItem {
	var out []NewsItem
	for _, d := range w.site.news(w.Code) {
		out = append(out, NewsItem{theme.Link{Text: theme.Text{Words: d.Title}, Href: w.to(d.Path + "/")}, w.Day(d.Date), d.Summary})
	}
	return out
}

func (s *Site) text(w *writer, d *maturity.Document) (Shell, any) {
	v := &Document{Title: theme.Text{Words: d.Title}, Date: w.Day(d.Date), Summary: d.Summary}
	v.Body = theme.HTML(prose.HTML(d.Body, prose.Options{Root: theme.Way(w.dir, ""), TableLabel: w.Say("tabel.wilayah")}))
	trail := w.trail()
	if d.Path == "berita" {
		v.News = w.news()
	} else if strings.HasPrefix(d.Path, newsDir) {
		trail = w.trail(w.crumb(theme.Text{Words: w.Say("berita.judul")}, newsDir))
	}
	description := d.Summary
	if description == "" {
		description = d.Title
	}
	return Shell{Title: d.Title, Description: description, Section: d.Path + "/", Trail: trail, Draft: d.Draft}, v
}

// otherPages yields the old addresses of texts and the page for what is not there.
func (s *Site) otherPages(yield func(Page) bool) bool {
	for _, d := range s.data.Documents {
		for _, alias := range d.Aliases {
			if !ownPage(d.Path) || !slices.Contains(s.data.Portal.Languages, d.Lang) {
				continue
			}
			if p, ok := s.redirect(d, alias); ok && !yield(p) {
				return false
			}
		}
	}
	code := s.data.Portal.Languages[0]
	return yield(Page{Path: "404.html", Layout: "missing", Lang: code, Source: "portal.toml", Build: func() theme.Page {
		return theme.Page{Layout: "missing", Lang: code, Body: s.missing()}
	}})
}

func (s *Site) redirect(d *maturity.Document, alias string) (Page, bool) {
	dir := strings.Trim(alias, "/")
	if dir == "" {
		return Page{}, false
	}
	dir += "/"
	target := s.prefix(d.Lang) + d.Path + "/"
	build := func() theme.Page {
		l := s.set.Theme.Language(d.Lang)
		return theme.Page{Layout: "redirect", Lang: d.Lang, Body: &Redirect{
			Lang: d.Lang, Title: d.Title, To: theme.Way(dir, target), Full: s.data.Portal.BaseURL + target, Words: l.Say("kerangka.pindah"),
		}}
	}
	return Page{Path: dir + "index.html", Layout: "redirect", Lang: d.Lang, Source: d.Pos.File, Build: build}, true
}

func (s *Site) missing() *Missing {
	portal := &s.data.Portal
	v := &Missing{Lang: portal.Languages[0], Root: rootPath(portal.BaseURL)}
	if portal.LogoSVG != nil {
		v.Logo = v.Root + LogoFile
	}
	if portal.Accent != "" {
		v.Accent = v.Root + AccentFile
	}
	for _, code := range portal.Languages {
		w := s.writer(code, "")
		if v.Portal == "" {
			v.Portal = w.text(portal.Title).Words
		}
		home := v.Root + s.prefix(code)
		words := MissingWords{Lang: code, Title: w.Say("hilang.judul"), Text: w.Say("hilang.teks")}
		words.Links = append(words.Links,
			theme.Link{Text: theme.Text{Words: w.Say("kerangka.beranda")}, Href: home},
			theme.Link{Text: theme.Text{Words: w.Say("daftar.judul")}, Href: home + listDir})
		v.Languages = append(v.Languages, words)
	}
	return v
}

// rootPath is the path of the portal's address: / or /portal/.
func rootPath(address string) string {
	_, rest, found := strings.Cut(address, "://")
	if !found {
		return "/"
	}
	_, path, found := strings.Cut(rest, "/")
	if !found {
		return "/"
	}
	return "/" + path
}
