package view

import (
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/theme"
)

// Drawing is a chart as a file of its own, to take away. It exists once, in the
// portal's first language.
type Drawing struct {
	Path   string
	Source diag.Pos
	Reads  []string // what it is made from, as a page's Trace tells it; nil: anything
	SVG    func() []byte
}

// The names of the files beside the pages of institutions and of groups.
const (
	trendFile  = "tren.svg"
	partsFile  = "domain.svg"
	spreadFile = "sebaran.svg"
	heatFile   = "panas.svg"
	tilesFile  = "peta.svg"
	moversFile = "perubahan.svg"
)

// Drawings lists the charts that pages offer as files: the trend, the parts and
// the heat strip of the newest edition of an institution, the spread of every year,
// kind, province and group, the movers of every year, the map. Of the other charts
// the page itself makes a file when a reader asks for it (unduh.js).
func (s *Site) Drawings() []Drawing {
	var out []Drawing
	w := s.sharer()
	w.alone = true
	add := func(path string, source diag.Pos, reads []string, draw func() *Figure) {
		out = append(out, Drawing{path, source, reads, func() []byte { return append(chart.Standalone(draw().chart, chart.Wide), '\n') }})
	}
	for _, h := range s.histories {
		dir := institutionDir(h.inst.Slug)
		own := []string{SeenInstitution + h.inst.Slug, SeenLand}
		if h.hasTrend() {
			add(dir+trendFile, h.inst.Pos, own, func() *Figure { return w.trendFigure(h) })
		}
		if h.shown != nil && h.shown.known && len(upper(w.parts(h, h.shown))) > 0 {
			add(dir+partsFile, h.inst.Pos, s.ofMedians(h, h.shown), func() *Figure { return w.partsFigure(h, h.shown, w.parts(h, h.shown)) })
		}
		if e := h.heated(); e != nil {
			add(dir+heatFile, h.inst.Pos, own, func() *Figure { return w.heatFigure(h, e, levelled(h, e)) })
		}
	}
	for _, y := range s.set.Study.Census.Years() {
		if sp := s.spreadOf(y); sp != nil && len(sp.instrument.Bands) > 0 {
			add(yearDir(y)+spreadFile, s.data.Portal.Pos, nil, func() *Figure { return w.spreadFigure(sp) })
		}
		if m, ok := moved(s.set.Study.Census.Country(y)); ok {
			add(yearDir(y)+moversFile, s.data.Portal.Pos, nil, func() *Figure { return w.moversFigure(m) })
		}
	}
	if tiles := w.tiles(); tiles != nil {
		add(yearDir(s.overview.spread.year)+tilesFile, s.data.Portal.Pos, nil, func() *Figure { return w.tiles().Figure })
	}
	y := s.shownYear()
	group := func(dir string, source diag.Pos, reads []string, g *analysis.Group) {
		if hasSpread(g) {
			add(dir+spreadFile, source, reads, func() *Figure { return w.memberDots(g) })
		}
	}
	for _, k := range s.kinds() {
		group(kindDir(k.ID), s.data.Portal.Pos, nil, s.set.Study.Census.Kind(k.ID, y))
	}
	for _, inst := range s.regions() {
		under := s.under(inst)
		group(regionDir(inst.Slug), inst.Pos, ofMembers(seenUnder+inst.Slug, under), analysis.NewGroups(y, under)[0])
	}
	for _, g := range s.data.Groups {
		members := s.membersOf(g)
		group(groupDir(g.ID), g.Pos, ofMembers(seenMembers+g.ID, members), analysis.NewGroups(y, members)[0])
	}
	return out
}

// ofMembers is what is made of the members of a group, in the newest settled year.
func ofMembers(who string, members []*analysis.Series) []string {
	reads := []string{SeenLand, who}
	for _, m := range members {
		reads = append(reads, SeenInstitution+m.Institution.Slug)
	}
	return reads
}

// drawn puts a chart on the page, with the options of its interactive version
// where it has one; where only its file is wanted, the chart alone. Options that
// cannot be made are left out: the drawing and the table say the same.
func (w *writer) drawn(c chart.Chart) *Figure {
	if w.alone {
		return &Figure{chart: c}
	}
	f := &Figure{Wide: theme.HTML(c.SVG(chart.Wide)), Narrow: theme.HTML(c.SVG(chart.Narrow))}
	if !w.paper {
		f.Options = live(c)
	}
	return f
}

// takeaway offers a figure as a drawing and its values as a table: the files of
// the page in a folder.
func (w *writer) takeaway(dir, drawing string) []theme.Link {
	if w.alone {
		return nil
	}
	links := []theme.Link{{Text: theme.Text{Words: w.Say("bagan.unduh-svg")}, Href: w.file(dir + drawing)}}
	for _, f := range w.site.dataOf(dir) {
		if strings.HasSuffix(f.Address, ".csv") {
			links = append(links, theme.Link{Text: theme.Text{Words: w.Say("bagan.unduh-csv")}, Href: w.file(f.Address)})
			break
		}
	}
	return links
}
