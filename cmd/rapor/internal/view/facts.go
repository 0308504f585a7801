package view

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
)

// Fact is the present digest of what a page looked at, save of institutions; false
// for a name that means nothing. Each is worked out once, or by as many as ask at
// the same time.
func (s *Site) Fact(what string) (Sum, bool) {
	if known, ok := s.facts.Load(what); ok {
		return known.(Sum), true
	}
	text, known := s.factText(what)
	sum := sha256.Sum256(text)
	if known {
		s.facts.Store(what, sum)
	}
	return sum, known
}

func (s *Site) factText(what string) (text []byte, known bool) {
	if what == SeenLand {
		return s.landText(), true
	}
	sort, rest, _ := strings.Cut(what, ":")
	switch sort + ":" {
	case seenFiles:
		for _, f := range s.filesBelow(rest) {
			text = fmt.Appendf(text, "%q %q %q %q %q %d\n", f.Address, f.Group, f.Key, f.Title(), f.Media, f.Rows)
		}
		return text, true
	case seenAverage:
		kind, year, in := s.group(rest)
		if of, _ := s.set.Study.Census.Average([]string{kind}, year, in); of != nil {
			text = []byte(of.Institution.Slug)
		}
		return text, true
	case seenOwned:
		for _, o := range s.set.Study.Owned(rest) {
			text = append(append(text, o.Of.Institution.Slug...), 0)
		}
		return text, true
	case seenUnder:
		return slugsOf(s.under(&maturity.Institution{Slug: rest})), true
	case seenMembers:
		for _, group := range s.data.Groups {
			if group.ID == rest {
				return slugsOf(s.membersOf(group)), true
			}
		}
		return nil, true
	case seenHolders:
		return s.holdersText(rest), true
	case seenPeers:
		return s.peersText(rest), true
	case seenMedians:
		if kind, year, in := s.group(rest); in != nil {
			text = fmt.Appendf(nil, "%#v", newMedians(s.set.Study.Census.Group(kind, year, in)))
		}
		return text, true
	case seenStanding:
		return s.standingText(rest), true
	case seenAround:
		return s.aroundText(rest), true
	case seenShares:
		return s.sharesText(rest), true
	}
	return nil, false
}

func slugsOf(all []*analysis.Series) (text []byte) {
	for _, s := range all {
		text = append(append(text, s.Institution.Slug...), 0)
	}
	return text
}

// landText is which years, kinds and regions there are.
func (s *Site) landText() []byte {
	census := s.set.Study.Census
	text := fmt.Appendf(nil, "%v %d %d %v %v %v", census.Years(), census.Settled(), s.shownYear(), s.parents, s.listParts != nil, s.compares()) // maps print in order
	for _, code := range s.data.Portal.Languages {
		text = fmt.Appendf(text, "%#v", *s.frames[code])
	}
	return text
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
			words(all[i].Origin.String())
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

// holdersText is all that a page may use of holders, as bytes.
func (s *Site) holdersText(name string) []byte {
	id, code, _ := strings.Cut(name, "/")
	in := s.data.Instrument(id)
	if in == nil || in.Indicator(code) < 0 {
		return nil
	}
	i := in.Indicator(code)
	h := s.holders(in, i)
	out := make([]byte, 0, 64*len(h.cards))
	number := func(n int64) { out = binary.AppendVarint(out, n) }
	words := func(s string) { out = append(append(out, s...), 0) }
	for _, c := range h.cards {
		inst := c.series.Institution
		words(inst.Slug)
		words(inst.Name)
		words(inst.NameEN)
		words(inst.ShortName)
		number(int64(c.point.Year))
		number(int64(c.point.Levels[i].Hundredths()))
	}
	count := func(kind string, g *analysis.Group) {
		words(kind)
		if g.Instrument != in || !g.Levels.Enough() {
			return
		}
		number(int64(g.Levels.Known(i)))
		for v := in.Scale.Min; v <= in.Scale.Max; v += in.Scale.Step {
			number(int64(g.Levels.At(i, v)))
		}
	}
	if h.country != nil {
		count("", h.country)
	}
	for k, g := range h.groups {
		count(h.kinds[k], g)
	}
	return out
}

// standingText is standing as bytes.
func (s *Site) standingText(name string) []byte {
	slug, digits, _ := strings.Cut(name, "/")
	y, _ := strconv.Atoi(digits)
	if h := s.bySlug[slug]; h != nil {
		if p := h.series.At(y); p != nil {
			if g := s.set.Study.Census.Peers(h.series, p); g != nil {
				return fmt.Appendf(nil, "%#v", g.Standing(h.series))
			}
		}
	}
	return nil
}

// aroundText is the section of an institution's peers in a language, as its own page
// has it.
func (s *Site) aroundText(name string) []byte {
	code, slug, _ := strings.Cut(name, "/")
	h := s.bySlug[slug]
	if h == nil || s.set.Theme.Language(code) == nil {
		return nil
	}
	return sectionText(s.writer(code, institutionDir(slug)).aroundIt(h))
}

// sectionText is all that a section says, as bytes.
func sectionText(section *Section) []byte {
	raw, err := json.Marshal(section)
	if err != nil {
		panic(err) // a section of words cannot fail
	}
	return raw
}

// sharesText is what priorities tell of peers.
func (s *Site) sharesText(slug string) []byte {
	h := s.bySlug[slug]
	if h == nil {
		return nil
	}
	var out []byte
	rows := s.prioritiesOf(h).Rows
	for i := range rows {
		p := &rows[i].Peers
		for _, n := range []int{p.Known, p.Total, p.Count} {
			out = binary.AppendVarint(out, int64(n))
		}
		out = strconv.AppendBool(out, p.Shown)
	}
	return out
}
