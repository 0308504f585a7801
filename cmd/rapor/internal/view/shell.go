package view

import (
	"cmp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// Shell is what every page carries around its own matter. The first fields are
// the page's; complete fills in the rest.
type Shell struct {
	Title       string // before the portal's name
	Description string
	Section     string       // folder of the menu entry that the page belongs to
	Trail       []theme.Link // the way back, from the home page down
	Draft       bool
	Charts      bool   // the page has interactive charts
	Compares    bool   // the page takes the script of comparisons
	Sheet       bool   // the page is one sheet of paper: printed without the frame
	Finds       bool   // the page has a search field of its own, so the frame has none
	Simulates   bool   // the page has a simulation
	CardOf      string // slug of the institution whose share card is the page's; "": the portal's

	Lang       string
	Root       string // the way to the site's root: ../../
	Home       string // the way to the home page in this language
	Logo       string // the way to the portal's own logo, or ""
	Accent     string // the way to the stylesheet with its accent colour, or ""
	Portal     string
	Canonical  string // the full address
	Alternates []Alternate
	Switches   []theme.Link // the same page in the other languages
	Menu       []theme.Link
	Search     *Quick
	Card       string // full address of the share card, or ""
	Official   bool
	DataDate   string
	Owner      theme.Text
	Licence    string
	Footer     []theme.Link
	NewsFeed   string     // the way to the feed of news; "" where there are none
	Dataset    theme.JSON // what data the page has, for search engines; "" where it has none
}

// Quick is the search field of the frame. Without script it leads to the list.
type Quick struct {
	Action string // the list of institutions
	Index  string // the file that the script loads when the field is used
}

// quick is the search field's part of a page.
func (w *writer) quick() *Quick {
	return &Quick{Action: w.to(listDir), Index: w.file(IndexFile(w.Code, ""))}
}

// Alternate is the address of the page in a language.
type Alternate struct {
	Lang string // or x-default
	Href string
}

// frame is what the shells of a language share, worked out once.
type frame struct {
	portal string
	owner  theme.Text
	menu   []entry // by place in the menu
	footer []entry
}

// entry is a link whose way depends on the page that it stands on: a folder of
// this language, or a full address.
type entry struct {
	theme.Text
	dir  string
	full string
}

func (s *Site) newFrame(code string) *frame {
	w := s.writer(code, "")
	f := &frame{portal: w.text(s.data.Portal.Title).Words, owner: w.text(s.data.Portal.Owner)}
	f.menu = append(f.menu, entry{Text: theme.Text{Words: w.Say("menu.instansi")}, dir: listDir})
	if len(s.data.Instruments) > 0 {
		f.menu = append(f.menu, entry{Text: theme.Text{Words: w.Say("menu.indikator")}, dir: indicatorsDir})
	}
	if len(s.set.Study.Census.Years()) > 0 {
		f.menu = append(f.menu, entry{Text: theme.Text{Words: w.Say("menu.tahun")}, dir: yearsDir})
	}
	if len(s.data.Instruments) > 0 {
		f.menu = append(f.menu, entry{Text: theme.Text{Words: w.Say("menu.metode")}, dir: methodDir})
	}
	var listed []*maturity.Document
	for _, d := range s.data.Documents {
		if d.Lang == code && ownPage(d.Path) && !strings.HasPrefix(d.Path, newsDir) {
			listed = append(listed, d)
		}
	}
	if len(s.news(code)) > 0 && s.texts["berita"][code] == nil {
		f.menu = append(f.menu, entry{Text: theme.Text{Words: w.Say("berita.judul")}, dir: newsDir})
	}
	slices.SortStableFunc(listed, func(a, b *maturity.Document) int {
		return cmp.Or(btoi(b.InMenu)-btoi(a.InMenu), cmp.Compare(a.Order, b.Order), strings.Compare(a.Title, b.Title))
	})
	f.footer = w.stateLinks()
	for _, d := range listed {
		e := entry{Text: theme.Text{Words: d.Title}, dir: d.Path + "/"}
		if d.InMenu {
			f.menu = append(f.menu, e)
		}
		f.footer = append(f.footer, e)
	}
	for _, l := range s.data.Portal.Links {
		if theme.SafeAddress(l.URL) {
			f.footer = append(f.footer, entry{Text: w.text(l.Title), full: l.URL})
		}
	}
	return f
}

func (e entry) link(w *writer) theme.Link {
	if e.full != "" {
		return theme.Link{Text: e.Text, Href: e.full}
	}
	return theme.Link{Text: e.Text, Href: w.to(e.dir)}
}

// complete fills in what the page did not say. languages are those that the
// page exists in.
func (w *writer) complete(s *Shell, languages []string) {
	portal, f := &w.site.data.Portal, w.site.frames[w.Code]
	s.Lang, s.Root, s.Home = w.Code, theme.Way(w.dir, ""), w.to("")
	s.Portal, s.Owner, s.Official = f.portal, f.owner, portal.Official
	if portal.LogoSVG != nil {
		s.Logo = w.file(LogoFile)
	}
	if portal.Accent != "" {
		s.Accent = w.file(AccentFile)
	}
	s.DataDate = w.Day(w.site.set.Date)
	s.Licence = strings.ReplaceAll(portal.Licence, "-", " ")
	if len(w.site.news(w.Code)) > 0 {
		s.NewsFeed = w.to(NewsFeed)
	}
	s.Canonical = portal.BaseURL + w.dir
	for _, code := range portal.Languages {
		there := slices.Contains(languages, code)
		if there && len(languages) > 1 {
			s.Alternates = append(s.Alternates, Alternate{code, portal.BaseURL + w.site.prefix(code) + w.bare})
		}
		if code == w.Code {
			continue
		}
		to := w.site.prefix(code)
		if there {
			to += w.bare
		}
		name := theme.Text{Words: w.site.set.Theme.Language(code).Name, Lang: code}
		s.Switches = append(s.Switches, theme.Link{Text: name, Href: theme.Way(w.dir, to)})
	}
	if len(s.Alternates) > 0 {
		s.Alternates = append(s.Alternates, Alternate{"x-default", portal.BaseURL + w.site.prefix(languages[0]) + w.bare})
	}
	s.Card = w.shareCard(s.CardOf)
	if !s.Finds {
		s.Search = w.quick()
	}
	for _, e := range f.menu {
		l := e.link(w)
		switch s.Section {
		case "":
		case e.dir:
			l.Current = theme.ThisSection
			if w.bare == e.dir {
				l.Current = theme.ThisPage
			}
		}
		s.Menu = append(s.Menu, l)
	}
	for _, e := range f.footer {
		s.Footer = append(s.Footer, e.link(w))
	}
}

// crumb is a step of the way back.
func (w *writer) crumb(words theme.Text, dir string) theme.Link {
	return theme.Link{Text: words, Href: w.to(dir)}
}

// trail is the way back from a page below the list or the methods.
func (w *writer) trail(steps ...theme.Link) []theme.Link {
	return append([]theme.Link{w.crumb(theme.Text{Words: w.Say("kerangka.beranda")}, "")}, steps...)
}
