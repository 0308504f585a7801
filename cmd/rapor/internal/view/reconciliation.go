package view

import (
	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// reconciliationPage sets all published figures of the portal against the
// computed ones. It states both and no cause.
func (s *Site) reconciliationPage(w *writer) (Shell, *Sections) {
	r := s.set.Study.Reconcile()
	v := &Sections{Title: theme.Text{Words: w.Say("rekonsiliasi.judul")}, About: text(w.Say("hitung.dasar")), Lead: w.reconciliationLead(r)}
	v.Sections = compact(w.misfits(r), w.bandBases(r), w.averagesBeside(r), w.sharesBeside(), w.elsewhere(), w.tallies(r))
	return Shell{Description: w.Say("rekonsiliasi.uraian"), Trail: w.trail()}, v
}

func (w *writer) reconciliationLead(r analysis.Reconciliation) theme.HTML {
	total, computed, agree := r.Sum()
	if total == 0 {
		return text(w.Say("rekonsiliasi.kosong"))
	}
	return w.Tell("rekonsiliasi.kalimat", "semua", w.Int(total), "hitung", w.Int(computed), "cocok", w.Int(agree), "beda", w.Int(len(r.Misfits)))
}

// layerKeys names the layers as rows.
var layerKeys = map[analysis.Layer]string{
	analysis.LayerIndex: "tabel.indeks", analysis.LayerDomain: "tabel.domain", analysis.LayerAspect: "tabel.aspek", analysis.LayerBand: "tabel.predikat",
}

// tallies counts the verdicts by year and layer.
func (w *writer) tallies(r analysis.Reconciliation) *Section {
	if len(r.Tallies) == 0 {
		return nil
	}
	t := w.table(w.Say("rekonsiliasi.tabel-putusan"), "", table.Words(w.Say("tabel.bagian")))
	for _, v := range analysis.Verdicts {
		name := w.Say(verdictKeys[v])
		if v == score.Unattainable {
			name = w.Say("rekonsiliasi.tidak-mungkin")
		}
		t.Columns = append(t.Columns, table.Figures(name)...)
	}
	t.Columns = append(t.Columns, table.Figures(w.Say("tabel.jumlah"))...)
	t.Wide, t.Names = true, true
	last := 0
	for _, tally := range r.Tallies {
		if tally.Year != last {
			last = tally.Year
			t.Begin(table.Link(year(last), w.to(yearDir(last))))
		}
		cells := []table.Cell{table.Text(w.Say(layerKeys[tally.Layer]))}
		for _, v := range analysis.Verdicts {
			cells = append(cells, table.Text(w.Int(tally.Count[v])))
		}
		t.Add(table.Plain, append(cells, table.Text(w.Int(tally.Total)))...)
	}
	return &Section{ID: "putusan", Title: w.Say("rekonsiliasi.putusan"), Wide: true, Lead: []theme.HTML{w.Tell("rekonsiliasi.putusan-uraian")}, Tables: []*table.Table{t}}
}

// editionCell names an institution and leads to its edition.
func (w *writer) editionCell(inst *maturity.Institution, y int, anchor string) table.Cell {
	name := w.short(inst)
	return table.Cell{Text: name.Words, Lang: name.Lang, Href: w.to(editionDir(inst.Slug, y)) + anchor}
}

// misfits lists every published figure that does not fit its computed one.
func (w *writer) misfits(r analysis.Reconciliation) *Section {
	if len(r.Misfits) == 0 {
		return nil
	}
	t := w.table(w.Say("rekonsiliasi.tabel-beda"), "", table.Words(w.Say("tabel.instansi"), w.Say("tabel.tahun"), w.Say("tabel.bagian")),
		table.Figures(w.Say("tabel.terbit"), w.Say("tabel.hitung-tepat"), w.Say("tabel.selisih-bulat")),
		[]table.Column{{Name: w.Say("tabel.putusan"), Prose: true}})
	t.Names = true
	for _, c := range r.Misfits {
		t.Add(table.Plain, w.misfitCells(c)...)
	}
	s := &Section{ID: "tidak-cocok", Title: w.Say("rekonsiliasi.beda"), Wide: true, Tables: []*table.Table{t}}
	s.Lead = append(s.Lead, text(w.Say("rekonsiliasi.beda-uraian")))
	s.Notes = append(s.Notes, text(w.Say("rekonsiliasi.rentang")))
	return s
}

func (w *writer) misfitCells(c analysis.Checked) []table.Cell {
	in, row := c.Assessment.Instrument, c.Row
	part := w.partName(in, row)
	cells := []table.Cell{w.editionCell(c.Institution, c.Assessment.Year, "#hitung"), table.Text(year(c.Assessment.Year)), {Text: part.Words, Lang: part.Lang}}
	if row.Part == score.PartBand {
		cells = append(cells, w.bandName(in, row.PublishedBand), w.bandName(in, row.ComputedBand), table.Missing(w.Say("tabel.tidak-berlaku")))
	} else {
		difference := table.Missing(w.Say("tabel.tidak-berlaku"))
		if row.From != score.FromNothing {
			difference = table.Number(w.change(row.Difference), row.Difference.Plain())
		}
		cells = append(cells, w.figureCell(row.Published), w.computedFigure(c), difference)
	}
	return append(cells, table.Text(w.verdictWords(in, row)))
}

// computedFigure is the exact value where there is one, else the range of the
// index that its printed parts allow, else the figure that it rounds to.
func (w *writer) computedFigure(c analysis.Checked) table.Cell {
	row, span := c.Row, c.Result.Range
	switch {
	case row.From == score.FromNothing:
		return table.Missing(w.Say("rekonsiliasi.tanpa-hitung"))
	case row.Exact.Exists():
		return table.Text(w.exact(row.Exact))
	case row.Part == score.PartIndex && span.Exists():
		return table.Text(w.exact(span.Min) + "–" + w.exact(span.Max))
	}
	return table.Text(w.figure(row.Computed))
}

func (w *writer) verdictWords(in *maturity.Instrument, row *score.Row) string {
	if impossible(row) {
		return w.Say("putusan.tidak-mungkin", "min", w.level(in.Scale.Min), "maks", w.level(in.Scale.Max))
	}
	return w.Say(verdictKeys[row.Verdict])
}

// bandBases lists the bands that hang on whether the index is compared before
// or after rounding.
func (w *writer) bandBases(r analysis.Reconciliation) *Section {
	if len(r.Bases) == 0 {
		return nil
	}
	t := w.table(w.Say("rekonsiliasi.tabel-dasar"), "", table.Words(w.Say("tabel.instansi"), w.Say("tabel.tahun")), table.Figures(w.Say("rekonsiliasi.indeks-terbit"), w.Say("tabel.hitung-tepat")),
		table.Words(w.Say("rekonsiliasi.predikat-terbit")), []table.Column{{Name: w.Say("rekonsiliasi.mengikuti"), Prose: true}})
	t.Names = true
	for _, c := range r.Bases {
		t.Add(table.Plain, w.basisCells(c)...)
	}
	return &Section{ID: "dasar-predikat", Title: w.Say("rekonsiliasi.dasar"), Wide: true,
		Lead: []theme.HTML{text(w.Say("rekonsiliasi.dasar-uraian"))}, Tables: []*table.Table{t}}
}

func (w *writer) basisCells(c analysis.Checked) []table.Cell {
	a := c.Assessment
	index, computed := table.Missing(w.Say("tabel.tidak-diketahui")), table.Missing(w.Say("tabel.tidak-diketahui"))
	if row := c.Result.Row(score.PartIndex); row != nil {
		index, computed = w.figureCell(row.Published), w.computedFigure(analysis.Checked{Institution: c.Institution, Assessment: a, Result: c.Result, Row: row})
	}
	key := "rekonsiliasi.ikut-bulat"
	if (c.Result.Basis == maturity.BasisExact) == c.Row.ByBasis {
		key = "rekonsiliasi.ikut-tepat"
	}
	follows := w.Say(key)
	if !c.Row.ByBasis {
		follows += " " + w.Say("rekonsiliasi.bukan-dasar")
	}
	return []table.Cell{w.editionCell(c.Institution, a.Year, "#hitung"), table.Text(year(a.Year)), index, computed, w.bandName(a.Instrument, c.Row.PublishedBand), table.Text(follows)}
}

// averagesBeside sets published averages beside the mean of the institutions
// that the portal lists: those that differ one by one, the others as a count.
func (w *writer) averagesBeside(r analysis.Reconciliation) *Section {
	t := w.table(w.Say("rekonsiliasi.tabel-rata-rata"), "", table.Words(w.Say("rekonsiliasi.rata-rata-terbit"), w.Say("tabel.tahun")),
		table.Figures(w.Say("tabel.terbit"), w.Say("rekonsiliasi.rata-rata-daftar"), w.Say("rekonsiliasi.daftar")))
	t.Names = true
	fits, few := 0, 0
	for _, m := range r.Means {
		switch {
		case !m.Value.Exists():
			few++
		case m.Fits():
			fits++
		default:
			t.Add(table.Plain, w.editionCell(m.Average.Institution, m.Point.Year, ""), table.Text(year(m.Point.Year)),
				w.figureCell(m.Point.Printed), table.Text(w.exact(m.Value)), table.Text(w.coverage(m.Coverage)))
		}
	}
	if t.Empty() {
		return nil
	}
	s := &Section{ID: "rata-rata", Title: w.Say("rekonsiliasi.rata-rata"), Wide: true, Lead: []theme.HTML{text(w.Say("rekonsiliasi.rata-rata-uraian"))}, Tables: []*table.Table{t}}
	s.Notes = append(s.Notes, text(w.Say("rekonsiliasi.rata-rata-cocok", "n", w.Int(fits))))
	if few > 0 {
		s.Notes = append(s.Notes, text(w.Say("rekonsiliasi.rata-rata-kurang", "n", w.Int(few))))
	}
	return s
}

// sharesBeside sets the shares that sources print as reached beside those of the
// published lists; nil where no source prints one.
func (w *writer) sharesBeside() *Section {
	t := w.table(w.Say("rekonsiliasi.tabel-bagian"), "", table.Words(w.Say("tabel.target")), table.Figures(w.Say("tabel.tahun"), w.Say("tabel.terbit"), w.Say("rekonsiliasi.menurut-daftar")),
		[]table.Column{{Name: w.Say("tabel.sumber"), Prose: true}})
	t.Wide, t.Names = true, true
	for _, target := range w.site.data.Portal.ShareTargets {
		share := w.site.set.Study.Census.Share(target, target.Year)
		for i := range target.Printed {
			said := &target.Printed[i]
			cells := w.shareCells(&share)
			t.Add(table.Plain, cells[0], cells[1], table.Text(w.share(said.Percent)), cells[3], w.sourceCell(&said.Source))
		}
	}
	if t.Empty() {
		return nil
	}
	return &Section{ID: "bagian", Title: w.Say("rekonsiliasi.bagian"), Lead: []theme.HTML{text(w.Say("rekonsiliasi.bagian-uraian"))}, Tables: []*table.Table{t}}
}

// elsewhere lists what other sources print for the same institution and year.
func (w *writer) elsewhere() *Section {
	t := w.table(w.Say("rekonsiliasi.tabel-lain"), "", table.Words(w.Say("tabel.instansi"), w.Say("tabel.tahun"), w.Say("tabel.bagian")),
		table.Figures(w.Say("rekonsiliasi.di-portal"), w.Say("rekonsiliasi.di-sumber-lain")), []table.Column{{Name: w.Say("rekonsiliasi.sumber-lain"), Prose: true}})
	t.Names = true
	for _, inst := range w.site.data.Institutions {
		for _, a := range inst.Assessments {
			for i := range a.Others {
				w.elsewhereRows(t, inst, a, &a.Others[i])
			}
		}
	}
	if t.Empty() {
		return nil
	}
	return &Section{ID: "sumber-lain", Title: w.Say("lain.judul"), Wide: true, Lead: []theme.HTML{text(w.Say("lain.dasar"))}, Tables: []*table.Table{t}}
}

// elsewhereRows adds a row for every figure that another source prints.
func (w *writer) elsewhereRows(t *table.Table, inst *maturity.Institution, a *maturity.Assessment, o *maturity.Other) {
	pub := a.Published
	if pub == nil {
		pub = &maturity.Published{}
	}
	name := table.Cell{Text: o.Title, Lang: w.data("").Lang, Href: o.URL}
	if o.Title == "" {
		name = table.Text(o.ID)
	}
	figure := func(v *maturity.Hundredths) table.Cell {
		if v == nil {
			return table.Missing(w.Say("tabel.tidak-diketahui"))
		}
		return w.figureCell(*v)
	}
	add := func(part theme.Text, here, there table.Cell) {
		t.Add(table.Plain, w.editionCell(inst, a.Year, "#lain"), table.Text(year(a.Year)), table.Cell{Text: part.Words, Lang: part.Lang}, here, there, name)
	}
	if o.Index != nil {
		add(theme.Text{Words: w.Say("tabel.indeks")}, figure(pub.Index), figure(o.Index))
	}
	if o.Band != "" || o.PrintedBand != "" {
		add(theme.Text{Words: w.Say("tabel.predikat")}, w.otherBand(a.Instrument, pub), w.otherBand(a.Instrument, &o.Published))
	}
	parts := func(id string, words maturity.Text, here, there map[string]maturity.Hundredths) {
		if v, ok := there[id]; ok {
			own := table.Missing(w.Say("tabel.tidak-diketahui"))
			if u, ok := here[id]; ok {
				own = w.figureCell(u)
			}
			add(w.text(words), own, w.figureCell(v))
		}
	}
	for i := range a.Instrument.Domains {
		parts(a.Instrument.Domains[i].ID, a.Instrument.Domains[i].Name, pub.Domains, o.Domains)
	}
	for i := range a.Instrument.Aspects {
		parts(a.Instrument.Aspects[i].ID, a.Instrument.Aspects[i].Name, pub.Aspects, o.Aspects)
	}
}

// toReconciliation leads from an institution's figures to those of all.
func (w *writer) toReconciliation() []theme.Link {
	return []theme.Link{w.crumb(theme.Text{Words: w.Say("rekonsiliasi.judul")}, reconciliationDir)}
}
