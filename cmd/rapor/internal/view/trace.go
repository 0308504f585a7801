package view

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// The pages of an institution see a narrow Site: it lacks everything about other
// institutions, and what they ask of it by the methods of this file is noted. What
// was noted, with the digests that Fact gives, tells whether the page would be
// made the same again. A page that reached for the rest would find nothing there,
// so no reading can be forgotten.

// Sum is a SHA-256 digest.
type Sum = [sha256.Size]byte

// What a page can have looked at. The rest of a name says which one.
const (
	SeenInstitution = "instansi:"  // the files of an institution, by its slug; whoever reads these knows the digest
	seenPeers       = "sebanding:" // the results of a kind, year and instrument
	seenFiles       = "berkas:"    // what is listed beside the pages for a folder
	seenAverage     = "rata-rata:" // whose the published average of a kind, year and instrument is
	seenOwned       = "diampu:"    // whose indicators a unit answers for, by the unit's slug
	seenLand        = "lahan"      // which years, kinds and regions there are, and whether anything can be compared
)

// trace notes what a page looks at.
type trace struct {
	whole *Site
	seen  map[string]struct{}
}

// narrow is the Site that one page of an institution sees.
func (s *Site) narrow(own *history) *Site {
	data := *s.data
	data.Institutions = nil
	n := *s
	n.trace = &trace{s, map[string]struct{}{}}
	n.data, n.histories, n.bySlug, n.overview, n.parents, n.files, n.listParts, n.filling = &data, nil, nil, overview{}, nil, nil, nil, nil
	n.set.Study, n.set.Data = nil, nil
	n.note(seenLand) // the menu and the fates of targets
	n.note(SeenInstitution + own.inst.Slug)
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
func (s *Site) kindsUnder(slug string) []string { return s.note(seenLand).parents[slug] }

// split reports whether the list of institutions takes several pages.
func (s *Site) split() bool { return s.note(seenLand).listParts != nil }

// filesOf are the files that the page of a folder lists.
func (s *Site) filesOf(folder string) []DataFile { return s.note(seenFiles + folder).files[folder] }

// peers are the results that an edition is compared with: of its kind, year and
// instrument. Nil for averages and what is not final. Of the members a page may
// use the points; what else there is of them is asked by of.
func (s *Site) peers(h *history, e *edition) *analysis.Group {
	if e == nil || e.point == nil {
		return nil
	}
	return s.note(seenPeers+groupName(h.kind(e), e.Year, e.Instrument)).set.Study.Census.Peers(h.series, e.point)
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

// prioritiesOf are what lifts an institution's newest result; its peers count.
func (s *Site) prioritiesOf(h *history) *analysis.Priorities {
	s.peers(h, h.latest)
	return &h.priorities
}

// traced is a page of an institution: whoever builds it learns what it was made
// from.
func (s *Site) traced(own *history, page func(*Site) Page) func() (theme.Page, []string) {
	return func() (theme.Page, []string) {
		n := s.narrow(own)
		built := page(n).Build()
		return built, n.trace.readings()
	}
}

// facts are digests that were asked for once.
type facts struct {
	mu   sync.Mutex
	sums map[string]Sum
}

// Fact is the present digest of what a page looked at, save of institutions; false
// for a name that means nothing.
func (s *Site) Fact(what string) (Sum, bool) {
	s.facts.mu.Lock()
	defer s.facts.mu.Unlock()
	if sum, ok := s.facts.sums[what]; ok {
		return sum, true
	}
	var text []byte
	if rest, ok := strings.CutPrefix(what, seenFiles); ok {
		text = fmt.Appendf(nil, "%#v", s.files[rest])
	} else if rest, ok := strings.CutPrefix(what, seenAverage); ok {
		kind, year, in := s.group(rest)
		if of, _ := s.set.Study.Census.Average([]string{kind}, year, in); of != nil {
			text = []byte(of.Institution.Slug)
		}
	} else if slug, ok := strings.CutPrefix(what, seenOwned); ok {
		for _, o := range s.set.Study.Owned(slug) {
			text = append(append(text, o.Of.Institution.Slug...), 0)
		}
	} else if rest, ok := strings.CutPrefix(what, seenPeers); ok {
		text = s.peersText(rest)
	} else if what == seenLand {
		census := s.set.Study.Census
		text = fmt.Appendf(nil, "%v %d %d %v %v %v", census.Years(), census.Settled(), s.shownYear(), s.parents, s.listParts != nil, s.compares()) // maps print in order
		for _, code := range s.data.Portal.Languages {
			text = fmt.Appendf(text, "%#v", *s.frames[code])
		}
	} else {
		return Sum{}, false
	}
	sum := sha256.Sum256(text)
	s.facts.sums[what] = sum
	return sum, true
}

// peersText is all that a page may use of a group, as bytes.
func (s *Site) peersText(name string) []byte {
	kind, year, in := s.group(name)
	if in == nil {
		return nil
	}
	g := s.set.Study.Census.Group(kind, year, in)
	if g == nil {
		return nil
	}
	out := make([]byte, 0, 256*len(g.Members))
	number := func(n int64) { out = binary.AppendVarint(out, n) }
	words := func(s string) { out = append(append(out, s...), 0) }
	figures := func(all []analysis.Figure) {
		number(int64(len(all)))
		for i := range all {
			number(int64(all[i].Printed))
			number(all[i].Exact.Num)
			number(all[i].Exact.Den)
			words(string(all[i].Origin))
		}
	}
	number(int64(g.Total))
	for _, series := range g.Missing {
		words(series.Institution.Slug)
	}
	for i := range g.Members {
		p := g.Members[i].Point
		words(g.Members[i].Series.Institution.Slug)
		figures([]analysis.Figure{p.Figure})
		words(string(p.Confidence))
		number(int64(p.Band))
		out = strconv.AppendBool(out, p.BandPrinted)
		figures(p.Domains)
		figures(p.Aspects)
		number(int64(len(p.Levels)))
		for _, l := range p.Levels {
			out = strconv.AppendBool(out, l.Assessed())
			number(int64(l.Hundredths()))
		}
		number(p.Computed.Num)
		number(p.Computed.Den)
		number(int64(len(p.NotApplicable)))
		for _, place := range p.NotApplicable {
			number(int64(place))
		}
	}
	return out
}
