package view

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// Settings is what the pages are made from besides the data.
type Settings struct {
	Theme    *theme.Theme
	Study    *analysis.Study // of the data set
	Date     string          // of the data: an ISO date or a year
	Revision string          // of the data's repository, for {revisi}; "": no links to files
	Data     []DataFile      // what is published beside the pages
	// Dictionary is every column of the data tables, by name.
	Dictionary []DataColumn
	Program    string // name and version, for the page of the portal's state; "": not said

	Cards bool // share cards are drawn beside the pages

	// ListBound is how many institutions one page lists; 0: listBound.
	ListBound int
}

// Page is one page of the site, not yet built.
type Page struct {
	Path   string // of the output file, from the site's root: instansi/kota-x/index.html
	Layout string
	Lang   string
	Source string // the file that the page exists for
	Build  func() theme.Page

	// Trace is Build that tells what the page was made from, each as Fact knows it,
	// besides what all pages share: the files that are no institution's. Nil where a
	// page may be made from anything.
	Trace func() (theme.Page, []string)
}

// Site is the portal with all that its pages share. It does not change, so
// pages may be built at the same time.
type Site struct {
	data      *maturity.Dataset
	set       Settings
	histories []*history // in the order of Dataset.Institutions
	bySlug    map[string]*history
	overview  overview
	filling   *analysis.Progress                       // of assessments still being filled, or nil
	parents   map[string][]string                      // slugs under which other institutions stand, with the kinds of these
	texts     map[string]map[string]*maturity.Document // by path, then language
	frames    map[string]*frame                        // by language
	openings  map[openingKey]string
	files     map[string][2]int32               // places in Settings.Data, by the folder of the page that shows them; see filesByPage
	whole     []DataFile                        // those of the whole portal
	listParts []*listPart                       // of the list, where it is too long for one page
	cards     map[*maturity.Instrument][]cardOf // whose levels are known
	trace     *trace                            // of the narrow Site of one page; else nil
	facts     *sync.Map                         // digests that were asked for, by name
}

// openingKey is an instrument in a language.
type openingKey struct {
	instrument *maturity.Instrument
	code       string
}

// New works out the facts of all institutions and what their pages share. Drafts
// that the data set holds are built: whoever loads it decides.
func New(data *maturity.Dataset, set Settings) *Site {
	s := &Site{data: data, set: set, facts: &sync.Map{}, bySlug: map[string]*history{}, texts: map[string]map[string]*maturity.Document{}}
	s.histories = newHistories(data.Institutions, set.Study)
	for _, h := range s.histories {
		s.bySlug[h.inst.Slug] = h
	}
	for _, d := range data.Documents {
		if s.texts[d.Path] == nil {
			s.texts[d.Path] = map[string]*maturity.Document{}
		}
		s.texts[d.Path][d.Lang] = d
	}
	s.files, s.whole = s.filesByPage(set.Data)
	s.overview = newOverview(s)
	s.filling = analysis.Filling(data)
	s.listParts = s.newListParts(cmp.Or(set.ListBound, listBound))
	if s.shownYear() != 0 {
		s.parents = newParents(data)
	}
	s.cards = map[*maturity.Instrument][]cardOf{}
	for _, in := range data.Instruments {
		s.cards[in] = s.levelsKnown(in)
	}
	s.frames = map[string]*frame{}
	s.openings = map[openingKey]string{}
	for _, code := range data.Portal.Languages {
		s.frames[code] = s.newFrame(code)
		for _, in := range data.Instruments {
			s.openings[openingKey{in, code}] = opening(in, code)
		}
	}
	return s
}

// Pages yields every page of the site, always in the same order: what leads,
// the institutions with their editions, the methods, the texts.
func (s *Site) Pages() iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, group := range []func(func(Page) bool) bool{s.leadPages, s.institutionPages, s.methodPages, s.indicatorPages, s.yearPages, s.kindPages, s.regionPages, s.comparePages, s.fillingPages, s.dataPages, s.statePages, s.changesPages, s.documentPages, s.otherPages} {
			if !group(yield) {
				return
			}
		}
	}
}

// each yields a page in every language of the portal. dir is its folder without
// the language.
func (s *Site) each(dir, layout, source string, build func(*writer) (Shell, any), yield func(Page) bool) bool {
	for _, code := range s.data.Portal.Languages {
		if !yield(s.page(code, dir, layout, source, s.data.Portal.Languages, build)) {
			return false
		}
	}
	return true
}

// own is each for the pages of an institution, which are traced.
func (s *Site) own(h *history, dir, layout, source string, build func(*writer) (Shell, any), yield func(Page) bool) bool {
	return s.noted([]string{SeenInstitution + h.inst.Slug}, dir, layout, source, build, yield)
}

// noted is each for pages that are traced; seen is what each of them looks at in
// any case.
func (s *Site) noted(seen []string, dir, layout, source string, build func(*writer) (Shell, any), yield func(Page) bool) bool {
	for _, code := range s.data.Portal.Languages {
		on := func(s *Site) Page { return s.page(code, dir, layout, source, s.data.Portal.Languages, build) }
		p := on(s)
		p.Trace = s.traced(seen, on)
		if !yield(p) {
			return false
		}
	}
	return true
}

// page is one page in one language; languages are those it exists in.
func (s *Site) page(code, dir, layout, source string, languages []string, build func(*writer) (Shell, any)) Page {
	return Page{
		Path: s.prefix(code) + dir + "index.html", Layout: layout, Lang: code, Source: source,
		Build: func() theme.Page {
			w := s.writer(code, dir)
			shell, body := build(w)
			w.complete(&shell, languages)
			shell.Dataset = w.dataset(&shell)
			return theme.Page{Layout: layout, Lang: code, Shell: &shell, Body: body}
		},
	}
}

func (s *Site) leadPages(yield func(Page) bool) bool {
	return s.each("", "home", "portal.toml", s.home, yield) && s.listPages(yield)
}

func (s *Site) institutionPages(yield func(Page) bool) bool {
	for _, h := range s.histories {
		about := func(w *writer) (Shell, any) {
			shell, page := w.site.institution(w, h)
			if v, ok := page.(*Institution); ok {
				v.Sections = append(v.Sections, compact(w.related(h.inst))...)
			}
			return shell, page
		}
		sheet := func(w *writer) (Shell, any) { return w.site.institutionSheet(w, h) }
		if !s.own(h, institutionDir(h.inst.Slug), "institution", h.inst.Pos.File, about, yield) ||
			!s.own(h, sheetDir(institutionDir(h.inst.Slug)), "sheet", h.inst.Pos.File, sheet, yield) {
			return false
		}
		simulation := func(w *writer) (Shell, any) { return w.site.simulation(w, h) }
		if simulated(h) != nil && !s.own(h, simulationDir(h.inst.Slug), "simulation", h.inst.Pos.File, simulation, yield) {
			return false
		}
		for i := range h.editions {
			e := &h.editions[i]
			edition := func(w *writer) (Shell, any) { return w.site.edition(w, h, e) }
			if !s.own(h, editionDir(h.inst.Slug, e.Year), "edition", e.File, edition, yield) {
				return false
			}
		}
	}
	return true
}

func (s *Site) methodPages(yield func(Page) bool) bool {
	if len(s.data.Instruments) == 0 {
		return true
	}
	if !s.each(methodDir, "methods", "portal.toml", s.methods, yield) {
		return false
	}
	for _, in := range s.data.Instruments {
		about := func(w *writer) (Shell, any) { return s.instrument(w, in) }
		if !s.each(instrumentDir(in.ID), "instrument", in.Pos.File, about, yield) {
			return false
		}
	}
	return true
}

// prefix is the folder of a language: none for the first.
func (s *Site) prefix(code string) string {
	if slices.Index(s.data.Portal.Languages, code) <= 0 {
		return ""
	}
	return code + "/"
}
