package view

import (
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// Sheet is one A4 page to print: of an institution for the desk of its head, of a
// kind, a province or a group for a meeting. What it holds is counted so that it
// fits; what does not is on the full page, whose address it names.
type Sheet struct {
	Title    theme.Text
	About    theme.HTML
	Back     theme.Link   // to the full page
	Portal   string       // at the head, for who holds the paper alone
	Origin   string       // date of the data, and whether the site is official
	Notices  []theme.HTML // what a reader must know first
	Headline *Headline    // of an institution
	Lead     theme.HTML   // of a group: one sentence, large
	Region   string       // name of the facts for those who hear the page
	Facts    []Fact       // of a group
	Top      []*Section   // over the two columns
	Left     []*Section   // the two columns
	Right    []*Section
	Wide     []*Section   // under them
	Notes    []theme.HTML // what to know about the figures
	Sources  theme.HTML
	Address  string // of the full page
}

// What a sheet has room for.
const (
	sheetSources    = 3
	sheetPriorities = 5
	sheetNotices    = 3
	sheetParts      = 8
)

// institutionSheet is the sheet of an institution's latest result.
func (s *Site) institutionSheet(w *writer, h *history) (Shell, any) {
	w.paper = true
	dir := institutionDir(h.inst.Slug)
	headline := w.headline(h, h.shown)
	headline.Proof = ""
	v := w.sheet(w.name(h.inst), dir)
	v.About, v.Headline = w.sheetAbout(h.shown), &headline
	v.Notices = w.notices(h)
	if h.shown != nil {
		v.Notices = append(w.editionNotices(h.shown), v.Notices...)
		v.Address = w.address(editionDir(h.inst.Slug, h.shown.Year))
		v.Sources = w.sheetSources(h.shown)
		v.Notes = w.sheetNotes(h)
	}
	v.Notices = v.Notices[:min(len(v.Notices), sheetNotices)]
	if trend := w.trend(h); trend != nil {
		v.Left = append(v.Left, bare(trend))
	}
	v.Right = compact(w.sheetParts(h), w.sheetPriorities(h))
	if peers := w.among(h); peers != nil {
		lead := peers.Lead
		peers = bare(peers)
		peers.Notes = lead[:1]
		v.Wide = append(v.Wide, peers)
	}
	shell := Shell{
		Title: w.Say("lembar.judul", "nama", w.short(h.inst)), Description: w.Say("lembar.uraian", "nama", w.name(h.inst)), Section: listDir,
		Trail: w.kindTrail(h, w.crumb(w.short(h.inst), dir)), Draft: h.shown != nil && h.shown.Draft, Sheet: true,
	}
	return shell, v
}

// sheet starts a sheet with what all of them carry; dir is that of the full page.
func (w *writer) sheet(title theme.Text, dir string) *Sheet {
	portal := &w.site.data.Portal
	v := &Sheet{Title: title, Portal: w.text(portal.Title).Words, Address: w.address(dir)}
	v.Back = theme.Link{Text: theme.Text{Words: w.Say("lembar.kembali")}, Href: w.to(dir)}
	if w.site.set.Date != "" {
		v.Origin = w.Say("lembar.data-per", "tanggal", w.Day(w.site.set.Date))
	}
	if !portal.Official {
		v.Origin += " " + w.Say("kerangka.bukan-resmi")
	}
	return v
}

// address is the full address of a page in the writer's language.
func (w *writer) address(dir string) string {
	return w.site.data.Portal.BaseURL + w.site.prefix(w.Code) + dir
}

func (w *writer) sheetAbout(e *edition) theme.HTML {
	if e == nil {
		return ""
	}
	in := e.Instrument
	return w.Tell("lembar.instrumen", "apa", w.text(in.IndexName), "tahun", year(e.Year), "instrumen", w.text(in.Short),
		"n", w.Int(len(in.Indicators)), "maks", w.level(in.Scale.Max))
}

// bare is a section on a sheet: its figure alone, without caption; on half a page
// the drawing for phones.
func bare(s *Section) *Section {
	f := *s.Figure
	f.Caption, f.Measure, f.Legend = "", "", nil
	return &Section{ID: s.ID, Title: s.Title, Figure: &f}
}

// sheetParts is the table of domains (aspects where there are none) against the
// last edition and the median.
func (w *writer) sheetParts(h *history) *Section {
	e := h.shown
	if e == nil || !e.known {
		return nil
	}
	parts := upper(w.parts(h, e))
	if len(parts) == 0 || len(parts) > sheetParts {
		return nil
	}
	lasts := has(parts, func(p part) bool { return p.last.Exists() })
	medians := has(parts, func(p part) bool { return p.peers.Median.Exists() })
	t := w.table(w.Say("bagian.tabel"), year(e.Year), table.Words(w.Say("tabel.bagian")))
	if lasts {
		t.Columns = append(t.Columns, table.Figures(year(e.last.Year))...)
	}
	t.Columns = append(t.Columns, table.Figures(year(e.Year))...)
	if medians {
		t.Columns = append(t.Columns, table.Figures(w.Say("tabel.median"))...)
	}
	row := func(mark table.Mark, name table.Cell, p part) {
		cells := []table.Cell{name}
		if lasts {
			cells = append(cells, w.valueCell(p.last))
		}
		cells = append(cells, w.valueCell(p.now))
		if medians && p.peers.Median.Exists() {
			cells = append(cells, w.figureCell(p.peers.Median.Rounded()))
		} else if medians {
			cells = append(cells, table.Missing(w.Say("tabel.tidak-diketahui")))
		}
		t.Add(mark, cells...)
	}
	for _, p := range parts {
		row(table.Plain, table.Cell{Text: p.name.Words, Lang: p.name.Lang}, p)
	}
	row(table.Total, table.Text(w.Say("tabel.indeks")), w.whole(h, e))
	t.Wide = len(t.Columns) > 3
	return &Section{ID: "domain", Title: w.partsTitle(e, parts), Tables: []*table.Table{t}}
}

// sheetPriorities is what lifts the index: the way to the next band with the
// indicators that come first, else what the domains can add.
func (w *writer) sheetPriorities(h *history) *Section {
	if h.latest == nil || h.inst.Average {
		return nil
	}
	p := w.site.prioritiesOf(h)
	if p.Reason != "" {
		return w.sheetLeverage(h)
	}
	if len(p.Rows) == 0 {
		return nil
	}
	in := h.latest.Instrument
	s := &Section{ID: "prioritas", Title: w.Say("prioritas.judul")}
	if !p.Final {
		s.Notes = append(s.Notes, text(w.Say("prioritas.tahap", "tahap", w.stage(p.Stage))))
	}
	if all := ways(p); len(all) > 0 {
		s.Notes = append(s.Notes, w.way(in, p, all[0]))
	}
	t := w.table(w.Say("lembar.prioritas"), year(h.latest.Year), table.Words(w.Say("tabel.indikator-satu")), table.Figures(w.Say("prioritas.tingkat"), w.Say("prioritas.per-tingkat")))
	for i := range min(sheetPriorities, len(p.Rows)) {
		r := &p.Rows[i]
		name := w.brief(in, r.Indicator)
		t.Add(table.Plain, table.Cell{Code: in.Indicators[r.Indicator].ID, Text: name.Words, Lang: name.Lang},
			table.Text(w.level(r.Level.Hundredths())), table.Text(w.gain(r.Gain)))
	}
	s.Tables = append(s.Tables, t)
	return s
}

// sheetLeverage says what the domains can add, in a line for each.
func (w *writer) sheetLeverage(h *history) *Section {
	e := h.latest
	list, _ := analysis.Leverages(e.point, w.site.peers(h, e))
	if len(list) == 0 || len(list) > sheetParts {
		return nil
	}
	in := e.Instrument
	slices.SortStableFunc(list, func(a, b analysis.Leverage) int { // what adds most first: no other order can be seen here
		if !a.RoomGain.Exists() || !b.RoomGain.Exists() {
			return btoi(b.RoomGain.Exists()) - btoi(a.RoomGain.Exists())
		}
		return b.RoomGain.Cmp(a.RoomGain)
	})
	s := &Section{ID: "daya-ungkit", Title: w.Say("lembar.ruang", "maks", w.figure(in.Scale.Max))}
	t := w.table(w.Say("ungkit.tabel"), year(e.Year), table.Words(w.Say("tabel.bagian")), table.Figures(w.Say("ungkit.tambahan")))
	for i := range list {
		cells := w.leverageCells(e, &list[i])
		t.Add(table.Plain, cells[0], cells[len(cells)-1])
	}
	s.Tables = append(s.Tables, t)
	return s
}

// sheetNotes say what is known of the result, whether it agrees with what can be
// computed, and which instrument comes next.
func (w *writer) sheetNotes(h *history) []theme.HTML {
	e := h.shown
	notes := []theme.HTML{w.extent(e)}
	if row := e.score.Row(score.PartIndex); row != nil && e.known && !e.computed {
		notes = append(notes, w.Tell("lembar.putusan", "indeks", w.figure(row.Published), "putusan", w.verdict(e, row).Text))
	}
	for _, in := range w.site.data.Instruments {
		if in.Predecessor == e.Instrument.ID {
			notes = append(notes, w.Tell("lembar.instrumen-baru", "tahun", year(in.FirstYear), "instrumen", w.text(in.Short)))
			break
		}
	}
	return notes
}

// sheetSources names the sources of an edition in one line.
func (w *writer) sheetSources(e *edition) theme.HTML {
	var names []theme.HTML
	unchecked := false
	for i := range e.Sources {
		s := &e.Sources[i]
		unchecked = unchecked || s.Unchecked()
		if i < sheetSources {
			names = append(names, w.sourceWords(s))
		}
	}
	if len(names) == 0 {
		return ""
	}
	line := joined(names, "; ")
	if rest := len(e.Sources) - len(names); rest > 0 {
		line += text("; " + w.Say("lembar.sumber-lain", "n", w.Int(rest)))
	}
	line += "."
	if unchecked {
		line += text(" " + w.Say("sumber.belum-dicocokkan"))
	}
	return line
}

// sourceWords is a source without its link: paper has none.
func (w *writer) sourceWords(s *maturity.Source) theme.HTML {
	words := s.Title
	if s.Reference != "" {
		words += ", " + s.Reference
	}
	return w.data(words).HTML()
}
