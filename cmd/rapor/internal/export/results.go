package export

import (
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
)

// The values of the column asal: who says the figure.
const (
	originOther  = "terbit-lain" // printed by another source
	originLevels = "tingkat"     // a level, as given in the data
	originMixed  = "campuran"    // some parts printed, some computed
)

// edition is one year of one institution, as tables list it.
type edition struct {
	inst   *maturity.Institution
	a      *maturity.Assessment
	source string // title and place of every source
	seen   Cell   // dicocokkan

	figures int // how many rows it has in a table of all figures
}

func newEdition(study *analysis.Study, inst *maturity.Institution, a *maturity.Assessment) edition {
	e := edition{inst: inst, a: a, source: sourceLine(a.Sources), seen: compared(a.Sources)}
	e.figures = figuresOf(study, e)
	return e
}

// sourceLine names all sources of a year in one cell.
func sourceLine(sources []maturity.Source) string {
	var parts []string
	for _, s := range sources {
		if s.Reference == "" {
			parts = append(parts, s.Title)
		} else {
			parts = append(parts, s.Title+", "+s.Reference)
		}
	}
	return strings.Join(parts, "; ")
}

// compared tells whether a year was compared with the originals: no where that is
// open for one source, yes where it is said of all, else nothing.
func compared(sources []maturity.Source) Cell {
	all := len(sources) > 0
	for _, s := range sources {
		if s.Unchecked() {
			return yes(false)
		}
		all = all && s.Compared != nil
	}
	if !all {
		return Cell{}
	}
	return yes(true)
}

// result is what a year's row says in a table with one row for each year: the
// final result, else that of the last stage given, which the column tahap tells.
type result struct {
	stage       maturity.Stage
	index       analysis.Figure
	confidence  maturity.Confidence
	band        int // place in Instrument.Bands; -1
	bandPrinted bool
	domains     []analysis.Figure
	aspects     []analysis.Figure
	levels      []maturity.Level
}

func resultOfEdition(study *analysis.Study, e edition) result {
	if p := study.Of(e.inst.Slug).At(e.a.Year); p != nil {
		return result{maturity.StageFinal, p.Figure, p.Confidence, p.Band, p.BandPrinted, p.Domains, p.Aspects, p.Levels}
	}
	out := result{band: -1}
	card := study.Result(e.a).Computed()
	if card == nil {
		return out
	}
	out.stage, out.levels = card.Stage, e.a.Result().Levels
	if e.a.Incomplete {
		return out // no index, and no parts of one
	}
	out.band, out.index = card.Band, computedFigure(card.Index)
	for _, x := range card.Domains {
		out.domains = append(out.domains, computedFigure(x))
	}
	for _, x := range card.Aspects {
		out.aspects = append(out.aspects, computedFigure(x))
	}
	return out
}

func computedFigure(x maturity.Index) analysis.Figure {
	if !x.Exists() {
		return analysis.Figure{}
	}
	return analysis.Figure{Printed: x.Rounded(), Exact: x, Origin: analysis.OriginComputed}
}

func figureCell(f analysis.Figure) Cell {
	if !f.Exists() {
		return Cell{}
	}
	return decimal(hundredths(f.Printed))
}

func levelCell(l maturity.Level) Cell {
	if !l.Assessed() {
		return Cell{}
	}
	return decimal(level(l))
}

// bandCells are the id of the band and who says it.
func bandCells(in *maturity.Instrument, r *result) (id, origin Cell) {
	if r.band < 0 {
		return Cell{}, Cell{}
	}
	said := analysis.OriginComputed
	if r.bandPrinted {
		said = analysis.OriginPublished
	}
	return words(in.Bands[r.band].ID), words(said.String())
}

// originOf tells who says the figures of a layer.
func originOf(figures []analysis.Figure) Cell {
	origin := ""
	for _, f := range figures {
		switch {
		case !f.Exists():
		case origin == "" || origin == f.Origin.String():
			origin = f.Origin.String()
		default:
			origin = originMixed
		}
	}
	return words(origin)
}
