package view

import (
	"crypto/sha256"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// Traced pages see a narrow Site: those of an institution one that lacks all about
// other institutions, those of an indicator, of a province or of a group one that lacks
// every institution. What they ask of it by the methods of this file is noted. What
// was noted, with the digests that Fact gives, tells whether the page would be
// made the same again. A page that reached for the rest would find nothing there,
// so no reading can be forgotten.

// Sum is a SHA-256 digest.
type Sum = [sha256.Size]byte

// What a page can have looked at. The rest of a name says which one.
const (
	SeenInstitution = "instansi:"  // the files of an institution, by its slug; whoever reads these knows the digest
	seenPeers       = "sebanding:" // the results of a kind, year and instrument
	seenMedians     = "median:"    // how many of these are known, and their medians
	seenStanding    = "tempat:"    // which place among them a year of an institution has, by slug and year
	seenAround      = "sekitar:"   // the section that tells of an institution's peers, by language and slug
	seenShares      = "bagian:"    // how many peers are at the next level of its indicators, by its slug
	seenFiles       = "berkas:"    // what is listed beside the pages for a folder, of an institution for all its folders
	seenAverage     = "rata-rata:" // whose the published average of a kind, year and instrument is
	seenOwned       = "diampu:"    // whose indicators a unit answers for, by the unit's slug
	seenHolders     = "tingkat:"   // who has which level of an indicator
	seenUnder       = "bawah:"     // which institutions stand under one, by its slug
	seenMembers     = "anggota:"   // which institutions are in a named group, by its id
	SeenLand        = "lahan"      // which years, kinds and regions there are, and whether anything can be compared
)

// trace notes what a page looks at.
type trace struct {
	whole *Site
	seen  map[string]struct{}
}

// narrow is the Site that one page sees; seen is what it looks at in any case.
func (s *Site) narrow(seen []string) *Site {
	data := *s.data
	data.Institutions = nil
	n := *s
	n.trace = &trace{s, map[string]struct{}{}}
	n.data, n.histories, n.bySlug, n.overview, n.parents, n.files, n.whole, n.listParts, n.filling, n.cards = &data, nil, nil, overview{}, nil, nil, nil, nil, nil, nil
	n.set.Study, n.set.Data = nil, nil
	n.note(SeenLand) // the menu and the fates of targets
	for _, what := range seen {
		n.note(what)
	}
	return &n
}

func (s *Site) note(what string) *Site {
	if s.trace == nil {
		return s
	}
	s.trace.seen[what] = struct{}{}
	return s.trace.whole
}

// readings are what a page looked at, sorted.
func (t *trace) readings() []string { return slices.Sorted(maps.Keys(t.seen)) }

// of is an institution, by its slug; nil where there is none.
func (s *Site) of(slug string) *history { return s.note(SeenInstitution + slug).bySlug[slug] }

// kindsUnder are the kinds that stand under an institution; none where nobody
// does.
func (s *Site) kindsUnder(slug string) []string { return s.note(SeenLand).parents[slug] }

// knownYears are those of which anything is known.
func (s *Site) knownYears() []int { return s.note(SeenLand).set.Study.Census.Years() }

// split reports whether the list of institutions takes several pages.
func (s *Site) split() bool { return s.note(SeenLand).listParts != nil }

// filesOf are the files that the page of a folder lists. Those of an institution and
// of its years are one reading: they change together.
func (s *Site) filesOf(folder string) []DataFile {
	what := folder
	if rest, ok := strings.CutPrefix(folder, listDir); ok {
		slug, _, _ := strings.Cut(rest, "/")
		what = listDir + slug
	}
	return s.note(seenFiles + what).listed(folder)
}

// peers are the results that an edition is compared with: of its kind, year and
// instrument. Nil for averages and what is not final. Of the members a page may
// use the points; what else there is of them is asked by of.
func (s *Site) peers(h *history, e *edition) *analysis.Group {
	if e == nil || e.point == nil {
		return nil
	}
	return s.note(seenPeers+groupName(h.kind(e), e.Year, e.Instrument)).set.Study.Census.Peers(h.series, e.point)
}

// holders are the results in which an indicator has a level, the newest first, and
// the groups of the newest year, to count levels in. Of an institution a page may
// use the names.
type holders struct {
	cards   []cardOf
	country *analysis.Group
	kinds   []string // parallel to groups
	groups  []*analysis.Group
}

func (s *Site) holders(in *maturity.Instrument, indicator int) holders {
	whole := s.note(seenHolders + in.ID + "/" + in.Indicators[indicator].ID)
	h := holders{cards: having(whole.cards[in], indicator)}
	if len(h.cards) > 0 {
		newest := h.cards[0].point.Year
		h.country = whole.set.Study.Census.Country(newest)
		h.kinds, h.groups = whole.kindGroups(newest)
	}
	return h
}

// ofMedians is what is made of an edition and the medians that it is compared with.
func (s *Site) ofMedians(h *history, e *edition) []string {
	reads := []string{SeenInstitution + h.inst.Slug, SeenLand}
	if e.point != nil {
		reads = append(reads, seenMedians+groupName(h.kind(e), e.Year, e.Instrument))
	}
	return reads
}

// medians are the summaries of a group.
type medians struct {
	analysis.Coverage
	Index   analysis.Summary
	Domains []analysis.Summary
}

// tell reports whether medians and ranks may be told; see tells.
func (m *medians) tell() bool { return m != nil && m.Enough() && m.Known > 1 }

func newMedians(g *analysis.Group) *medians {
	if g == nil {
		return nil
	}
	return &medians{g.Coverage, g.Index, g.Domains}
}

// medians are those of the results that an edition is compared with.
func (s *Site) medians(h *history, e *edition) *medians {
	if e == nil || e.point == nil {
		return nil
	}
	return newMedians(s.note(seenMedians+groupName(h.kind(e), e.Year, e.Instrument)).set.Study.Census.Peers(h.series, e.point))
}

// standing is the place of an edition among those results.
func (s *Site) standing(h *history, e *edition) analysis.Standing {
	whole := s.note(seenStanding + h.inst.Slug + "/" + year(e.Year))
	return whole.set.Study.Census.Peers(h.series, e.point).Standing(h.series)
}

func groupName(kind string, year int, in *maturity.Instrument) string {
	return kind + "/" + strconv.Itoa(year) + "/" + in.ID
}

// group is what groupName names; the instrument is nil where there is none.
func (s *Site) group(name string) (kind string, year int, in *maturity.Instrument) {
	kind, rest, _ := strings.Cut(name, "/")
	digits, id, _ := strings.Cut(rest, "/")
	year, _ = strconv.Atoi(digits)
	return kind, year, s.data.Instrument(id)
}

// average is the published average of a kind; nil where there is none, and where
// nobody of the kind has a result, so that there is no instrument either.
func (s *Site) average(kind string, year int, in *maturity.Instrument) (*analysis.Series, *analysis.Point) {
	if in == nil {
		return nil, nil
	}
	of, p := s.note(seenAverage+groupName(kind, year, in)).set.Study.Census.Average([]string{kind}, year, in)
	if of != nil {
		s.note(SeenInstitution + of.Institution.Slug)
	}
	return of, p
}

// ownedBy is what a unit answers for; the page sees those whose indicators they are.
func (s *Site) ownedBy(slug string) []analysis.Owned {
	all := s.note(seenOwned + slug).set.Study.Owned(slug)
	for i := range all {
		s.note(SeenInstitution + all[i].Of.Institution.Slug)
	}
	return all
}

// prioritiesOf are what lifts an institution's newest result; its peers count. They
// are worked out for each page that tells of them: kept, those of all institutions
// would be a fifth of all that is in memory.
func (s *Site) prioritiesOf(h *history) *analysis.Priorities {
	p := s.note(seenShares+h.inst.Slug).set.Study.Priorities(h.inst, h.paths)
	return &p
}

// traced is a page of which whoever builds it learns what it was made from.
func (s *Site) traced(seen []string, page func(*Site) Page) func() (theme.Page, []string) {
	return func() (theme.Page, []string) {
		n := s.narrow(seen)
		built := page(n).Build()
		return built, n.trace.readings()
	}
}
