package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// yearBands counts the bands kind by kind; nil where nothing is known.
func (w *writer) yearBands(y int) *Section {
	all := w.site.set.Study.Census.Country(y)
	if all.Instrument == nil || len(all.Instrument.Bands) == 0 {
		return nil
	}
	in := all.Instrument
	t := w.table(w.Say("sebaran.tabel"), year(y), table.Words(w.Say("tabel.jenis")), table.Figures(w.Say("tahun.diketahui"), w.Say("tahun.ada")))
	w.bandColumns(t, in)
	kinds, groups := w.site.kindGroups(y)
	for i, g := range groups {
		name := w.kinds(kinds[i])
		t.Add(table.Plain, w.bandCounts(table.Cell{Text: name.Words, Lang: name.Lang, Href: w.to(kindDir(kinds[i]))}, g, in)...)
	}
	t.Add(table.Total, w.bandCounts(table.Text(w.Say("sebaran.semua")), all, in)...)
	s := &Section{ID: "sebaran", Title: w.Say("sebaran.judul"), Tables: []*table.Table{t}}
	s.Lead = append(s.Lead, w.basisOf(in, y))
	if sp := w.site.spreadOf(y); sp != nil {
		s.Figure = w.spreadFigure(sp)
	}
	if !all.Enough() {
		s.Notes = append(s.Notes, text(w.Say("tahun.tanpa-bagian")))
	}
	if all.NoBand > 0 {
		s.Notes = append(s.Notes, text(w.Say("sebaran.tanpa-predikat", "n", w.Int(all.NoBand))))
	}
	return s
}

// spreadOf is how the institutions of a year spread over the bands, for the
// figure; nil where too few are known.
func (s *Site) spreadOf(y int) *spread {
	all := spreadRow{Group: s.set.Study.Census.Country(y)}
	if all.Known < 2 || !all.covered() {
		return nil
	}
	sp := &spread{year: y, instrument: all.Instrument, rows: []spreadRow{all}}
	sp.good = sp.wanted(s)
	sp.fill(s)
	return sp
}

// basisOf says which index a year's bands are judged on.
func (w *writer) basisOf(in *maturity.Instrument, y int) theme.HTML {
	if in.BasisIn(y) == maturity.BasisRounded {
		return text(w.Say("sebaran.dasar-bulat", "tahun", year(y)))
	}
	return text(w.Say("sebaran.dasar-tepat", "tahun", year(y)))
}

// bandColumns adds a column for each band, best first.
func (w *writer) bandColumns(t *table.Table, in *maturity.Instrument) {
	for i := len(in.Bands) - 1; i >= 0; i-- {
		name := w.text(in.Bands[i].Name)
		t.Columns = append(t.Columns, table.Column{Name: name.Words, Lang: name.Lang, Number: true})
	}
	t.Wide, t.Names = true, true
}

// bandCounts is the row of a group under bandColumns. Results by another
// instrument have no place in it.
func (w *writer) bandCounts(name table.Cell, g *analysis.Group, in *maturity.Instrument) []table.Cell {
	cells := []table.Cell{name, table.Text(w.Int(g.Known)), table.Text(w.Int(g.Total))}
	for i := len(in.Bands) - 1; i >= 0; i-- {
		switch {
		case g.Known == 0:
			cells = append(cells, table.Missing(w.Say("tabel.tidak-diketahui")))
		case g.Instrument != in:
			cells = append(cells, table.Missing(w.Say("tren.tidak-sebanding")))
		default:
			cells = append(cells, table.Text(w.Int(g.ByBand[i])))
		}
	}
	return cells
}

// yearTargets sets the year's share targets against the actual shares and
// against those that sources print.
func (w *writer) yearTargets(y int) *Section {
	var shares []analysis.Share
	for _, t := range w.site.data.Portal.ShareTargets {
		if t.Year == y {
			shares = append(shares, w.site.set.Study.Census.Share(t, y))
		}
	}
	return w.shareTargets(shares)
}

// shareTargets is the section of share targets; nil where there is none.
func (w *writer) shareTargets(shares []analysis.Share) *Section {
	if len(shares) == 0 {
		return nil
	}
	t := w.table(w.Say("tahun.tabel-target"), "", table.Words(w.Say("tabel.target")), table.Figures(w.Say("tabel.tahun"), w.Say("tahun.paling-sedikit"), w.Say("tahun.nyata")),
		table.Words(w.Say("tabel.hasil-target")))
	t.Names = true
	s := &Section{ID: "target", Title: w.Say("tahun.target"), Tables: []*table.Table{t}}
	var sources []theme.HTML
	for i := range shares {
		t.Add(table.Plain, w.shareCells(&shares[i])...)
		s.Notes = append(s.Notes, w.sharesInPrint(&shares[i])...)
		if src := shares[i].Target.Source; src != nil {
			if line := w.source(src); !slices.Contains(sources, line) {
				sources = append(sources, line)
			}
		}
	}
	if len(sources) > 0 {
		s.Notes = append(s.Notes, w.Tell("sebaran.sumber-target", "sumber", joined(sources, "; ")))
	}
	return s
}

func (w *writer) shareCells(s *analysis.Share) []table.Cell {
	name := w.text(s.Target.Name)
	first := table.Cell{Text: name.Words, Lang: name.Lang}
	if s.Band >= 0 {
		first.Note = w.Say("sebaran.ke-atas", "predikat", w.text(s.Instrument.Bands[s.Band].Name))
	}
	actual, status := table.Missing(w.coverage(s.Coverage)), table.Muted(w.coverage(s.Coverage))
	if s.Actual.Exists() {
		actual = table.Text(w.fraction(s.Actual))
		actual.Note = w.Say("tahun.dari", "n", w.Int(s.Count), "semua", w.Int(s.Known))
		status = table.Text(w.Say("tahun.belum-tercapai"))
		if s.Status == analysis.StatusReached {
			status = table.Text(w.Say("tahun.tercapai"))
		}
	}
	return []table.Cell{first, table.Text(year(s.Target.Year)), w.from(table.Text(w.share(s.Target.Percent)), portalFile, s.Target.Places.Of("persen", s.Target.Pos)), actual, status}
}

// sharesInPrint are the shares that sources print of the same kinds.
func (w *writer) sharesInPrint(s *analysis.Share) []theme.HTML {
	var out []theme.HTML
	for i := range s.Target.Printed {
		said := &s.Target.Printed[i]
		words := w.Tell("tahun.tercetak-persen", "siapa", w.text(s.Target.Name), "persen", w.share(said.Percent), "sumber", w.source(&said.Source))
		if s.Actual.Exists() {
			words += " " + w.Tell("tahun.menurut-daftar", "persen", w.fraction(s.Actual), "n", w.Int(s.Count), "semua", w.Int(s.Known))
		}
		out = append(out, words)
	}
	for i := range s.Target.Others {
		said := &s.Target.Others[i]
		out = append(out, w.Tell("tahun.target-lain", "siapa", w.text(s.Target.Name), "persen", w.share(said.Percent), "tahun", year(s.Target.Year), "sumber", w.source(&said.Source)))
	}
	for _, p := range s.Printed {
		out = append(out, w.Tell("tahun.tercetak", "siapa", w.text(s.Target.Name), "n", w.Int(p.Count), "semua", w.Int(p.Total),
			"sumber", theme.Link{Text: w.short(p.Average.Institution), Href: w.to(editionDir(p.Average.Institution.Slug, p.Point.Year))}.HTML()))
	}
	return out
}

// yearSpreads are the distributions over the bands that sources print.
func (w *writer) yearSpreads(y int) *Section {
	s := &Section{ID: "sebaran-terbit", Title: w.Say("tahun.sebaran-terbit"), Lead: []theme.HTML{text(w.Say("sebaran.terbit"))}}
	for _, series := range w.site.set.Study.Census.Averages() {
		p := series.At(y)
		if p == nil || p.Assessment.Published == nil || p.Assessment.Published.Spread == nil {
			continue
		}
		if t := w.printedSpread(p.Instrument, p.Assessment.Published.Spread); !t.Empty() {
			name := w.short(series.Institution)
			t.Measure = name.Words + ", " + year(y)
			s.Tables = append(s.Tables, t)
			words := w.Say("tahun.edisi", "nama", name, "tahun", year(y))
			s.Files = append(s.Files, theme.Link{Text: theme.Text{Words: words}, Href: w.to(editionDir(series.Institution.Slug, y))})
		}
	}
	if len(s.Tables) == 0 {
		return nil
	}
	return s
}

// printedSpread is a published distribution as it was printed.
func (w *writer) printedSpread(in *maturity.Instrument, p *maturity.Spread) *table.Table {
	t := w.table(w.Say("sebaran.tabel-terbit", "n", w.Int(p.Total)), "", table.Words(w.Say("tabel.predikat")), table.Figures(w.Say("tabel.banyak")))
	for i := len(in.Bands) - 1; i >= 0; i-- {
		if n, known := p.ByBand[in.Bands[i].ID]; known {
			name := w.text(in.Bands[i].Name)
			t.Add(table.Plain, table.Cell{Text: name.Words, Lang: name.Lang}, table.Text(w.Int(n)))
		}
	}
	if p.GoodOrUp != nil {
		t.Add(table.Total, table.Text(w.Say("sebaran.baik-ke-atas")), table.Text(w.Int(*p.GoodOrUp)))
	}
	return t
}
