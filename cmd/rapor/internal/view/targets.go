package view

import (
	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/chart"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// targets is the section of every target with its path; nil where there is none.
func (w *writer) targets(h *history) *Section {
	if len(h.paths) == 0 {
		return nil
	}
	s := &Section{ID: "target", Title: w.Say("target.judul")}
	for i := range h.paths {
		if p := &h.paths[i]; p.InstrumentChanges {
			s.Lead = append(s.Lead, w.Tell("target.tolok-ukur", "tahun", year(p.Target.Year), "target", w.figure(p.Target.Index), "instrumen", w.text(p.Instrument.Short)))
		}
	}
	s.Tables = append(s.Tables, w.targetTable(h))
	s.Notes = w.targetNotes(h)
	return s
}

// version is a path with the target that it is another printed version of; of is
// nil for the target itself.
type version struct {
	*analysis.Path
	of *analysis.Path
}

// versions are all paths, each followed by its target as other sources print it.
func (h *history) versions() []version {
	var out []version
	for i := range h.paths {
		p := &h.paths[i]
		out = append(out, version{p, nil})
		for k := range p.Versions {
			out = append(out, version{&p.Versions[k], p})
		}
	}
	return out
}

// any reports whether some target's path passes a test.
func (h *history) any(test func(*analysis.Path) bool) bool {
	for _, p := range h.versions() {
		if test(p.Path) {
			return true
		}
	}
	return false
}

func isAhead(p *analysis.Path) bool   { return p.Distance.Exists() }
func hasPace(p *analysis.Path) bool   { return p.Pace.Exists() }
func hasSource(p *analysis.Path) bool { return p.Target.Source != nil }
func projected(p *analysis.Path) bool { return p.Projection.Exists() }

// sourced reports whether the table has room for the sources: beside paces they
// stand under it.
func (h *history) sourced() bool { return h.any(hasSource) && !h.any(isAhead) }

// targetTable has the columns that some target needs: paces and projections are
// of targets still ahead.
func (w *writer) targetTable(h *history) *table.Table {
	t := w.table(w.Say("target.tabel"), "", table.Words(w.Say("target.untuk")), table.Figures(w.Say("tabel.target")),
		[]table.Column{{Name: w.Say("target.status"), Prose: true}})
	ahead, paced, projects, sourced := h.any(isAhead), h.any(hasPace), h.any(projected), h.sourced()
	if ahead {
		t.Columns = append(t.Columns, table.Figures(w.Say("target.jarak"), w.Say("target.laju-perlu"))...)
	}
	if paced {
		t.Columns = append(t.Columns, table.Figures(w.Say("target.laju-nyata"))...)
	}
	if projects {
		t.Columns = append(t.Columns, table.Words(w.Say("target.proyeksi"))...)
	}
	if sourced {
		t.Columns = append(t.Columns, table.Column{Name: w.Say("tabel.sumber"), Prose: true})
	}
	t.Wide = true
	for _, p := range h.versions() {
		first := table.Text(year(p.Target.Year))
		if p.of != nil {
			first.Note = w.Say("target.versi")
		}
		cells := []table.Cell{first, w.figureCell(p.Target.Index), w.statusCell(p.Path)}
		required, pace := w.paces(p.Path)
		if ahead {
			cells = append(cells, w.distanceCell(p.Distance), required)
		}
		if paced {
			cells = append(cells, pace)
		}
		if projects {
			cells = append(cells, w.projectionCell(p.Path))
		}
		if sourced {
			cells = append(cells, w.sourceCell(p.Target.Source))
		}
		t.Add(table.Plain, cells...)
	}
	return t
}

// standing is the status word; of a target that is over, what came of it. Why
// says what must be known beside it, "" where that is nothing.
func (w *writer) standing(p *analysis.Path) (status, why string) {
	switch {
	case !p.Status.Open():
		return w.fate(p), ""
	case p.Status == analysis.StatusUnknown:
		why = w.because(p)
	case p.InstrumentChanges:
		why = w.Say("sebab.tolok-ukur-berganti")
	}
	return w.Say(statusKeys[p.Status]), why
}

// statusCell is how an institution stands to a target.
func (w *writer) statusCell(p *analysis.Path) table.Cell {
	status, why := w.standing(p)
	c := table.Text(status)
	if why != "" {
		c.Note = "(" + why + ")"
	}
	return c
}

func (w *writer) distanceCell(x maturity.Index) table.Cell {
	switch {
	case !x.Exists():
		return table.Missing(w.Say("tabel.tidak-berlaku"))
	case x.Rounded() == 0:
		return table.Text(w.Say("target.di-bawah-sen", "nilai", w.figure(1)))
	}
	return w.figureCell(x.Rounded())
}

// paces are the required and the actual change per year. Two that differ and
// print alike are printed finer.
func (w *writer) paces(p *analysis.Path) (required, pace table.Cell) {
	required, pace = table.Missing(w.Say("tabel.tidak-berlaku")), table.Missing(w.Say("tabel.tidak-berlaku"))
	if !p.Required.Exists() {
		return required, pace
	}
	places := 2
	if p.Pace.Exists() && p.Pace.Rounded() == p.Required.Rounded() && p.Pace.Cmp(p.Required) != 0 {
		places = 4
	}
	perYear := func(x maturity.Index) table.Cell { return table.Text(w.Signed(x.Decimal(places), places)) }
	required = perYear(p.Required)
	if p.Pace.Exists() {
		pace = perYear(p.Pace)
	} else {
		pace = table.Missing(w.Say("sebab.edisi-kurang"))
	}
	return required, pace
}

// projectionCell is where the pace leads by the target's year, with its range.
func (w *writer) projectionCell(p *analysis.Path) table.Cell {
	if !p.Projection.Exists() {
		return table.Missing(w.Say("target.tanpa-proyeksi"))
	}
	c := table.Text(w.estimate(p.Projection.Value))
	c.Note = "(" + w.Say("target.rentang", "dari", w.estimate(p.Projection.Low), "sampai", w.estimate(p.Projection.High)) + ")"
	return c
}

// estimate prints a projected value; one off the scale has none to print.
func (w *writer) estimate(e analysis.Estimate) string {
	switch e.Off {
	case analysis.AboveScale:
		return w.Say("target.di-atas-skala")
	case analysis.BelowScale:
		return w.Say("target.di-bawah-skala")
	}
	return w.figure(e.Value.Rounded())
}

// sourceCell is a source as a cell holds it: its title with the place in it, as
// a link where it has an address.
func (w *writer) sourceCell(s *maturity.Source) table.Cell {
	if s == nil {
		return table.Missing(w.Say("tabel.tidak-diketahui"))
	}
	c := table.Cell{Text: s.Title, Lang: w.data("").Lang}
	if s.Reference != "" {
		c.Text += ", " + s.Reference
	}
	if theme.SafeAddress(s.URL) {
		c.Href = s.URL
	}
	return c
}

// targetNotes explain paces and projections, and why there is none.
func (w *writer) targetNotes(h *history) []theme.HTML {
	var notes []theme.HTML
	if h.any(isAhead) {
		notes = append(notes, text(w.Say("target.catatan-laju")))
	}
	if h.any(projected) {
		notes = append(notes, text(w.Say("target.catatan-proyeksi")))
	}
	said := map[analysis.Reason]bool{}
	for i := range h.paths {
		p := &h.paths[i]
		if why := p.Projection.Reason; isAhead(p) && why != "" && !said[why] {
			said[why] = true
			notes = append(notes, w.unprojected(p)...)
		}
	}
	if h.sourced() {
		return notes
	}
	for _, p := range h.versions() {
		if t := &p.Target; t.Source != nil {
			notes = append(notes, w.Tell("target.sumber", "target", w.figure(t.Index), "tahun", year(t.Year), "sumber", w.source(t.Source)))
		}
	}
	return notes
}

// unprojected says why a target ahead has no projection.
func (w *writer) unprojected(p *analysis.Path) []theme.HTML {
	switch p.Projection.Reason {
	case analysis.ReasonFewEditions:
		return []theme.HTML{text(w.Say("target.proyeksi-edisi"))}
	case analysis.ReasonPastInstrument:
		return []theme.HTML{w.Tell("target.proyeksi-masa", "instrumen", w.text(p.Instrument.Short), "tahun", year(p.Instrument.LastYear))}
	case analysis.ReasonOtherInstrument:
		return []theme.HTML{text(w.Say("target.proyeksi-berganti", "tahun", year(p.Target.Year)))}
	}
	return nil
}

// projection continues the trend to the targets ahead, where there is one with
// its whole range on the scale: nothing is drawn at a place that it does not have.
func (w *writer) projection(h *history) *chart.Projection {
	out := &chart.Projection{Name: w.Say("target.proyeksi")}
	for i := range h.paths {
		p := &h.paths[i].Projection
		if !p.Exists() || p.Value.Off != analysis.OnScale || p.Low.Off != analysis.OnScale || p.High.Off != analysis.OnScale {
			continue
		}
		if out.Points == nil {
			now := p.From.Printed
			out.Points = append(out.Points, chart.ProjectionPoint{Year: p.From.Year, Low: now, Value: now, High: now})
		}
		value := p.Value.Value.Rounded()
		out.Points = append(out.Points, chart.ProjectionPoint{Year: p.Year, Low: p.Low.Value.Rounded(), Value: value, High: p.High.Value.Rounded()})
		out.Label = w.Say("target.label-proyeksi", "nilai", w.figure(value))
	}
	if out.Points == nil {
		return nil
	}
	return out
}
