package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// changesDir is the page of what changed, by publication.
const changesDir = "perubahan/"

// dayDir is the page of the publications of one day.
func dayDir(date string) string { return changesDir + date + "/" }

// told is a recorded publication with its place among those of its day.
type told struct {
	*maturity.Publication
	number int // from 1
	of     int
}

// publications are the recorded publications, the newest first.
func (s *Site) publications() []told {
	var out []told
	perDay := map[string]int{}
	for _, p := range s.data.Publications {
		perDay[p.Date]++
		out = append(out, told{p, perDay[p.Date], 0})
	}
	for i := range out {
		out[i].of = perDay[out[i].Date]
	}
	slices.Reverse(out)
	return out
}

// anchor is the publication's place on the page of its day.
func (p told) anchor() string { return "terbitan-" + strconv.Itoa(p.number) }

// changesPages yields the list of publications and a page for each day.
func (s *Site) changesPages(yield func(Page) bool) bool {
	if !s.leading(changesDir, "data/perubahan", changesDir, s.changesPage, yield) {
		return false
	}
	for _, date := range s.days() {
		day := func(w *writer) (Shell, *Sections) { return s.dayPage(w, date) }
		if !s.leading(dayDir(date), "data/perubahan/"+date+".json", changesDir, day, yield) {
			return false
		}
	}
	return true
}

// days are the days with publications, the newest first.
func (s *Site) days() []string {
	var out []string
	for _, p := range s.publications() {
		out = append(out, p.Date)
	}
	return slices.Compact(out)
}

// changesPage lists every recorded publication, and every figure that was
// corrected or taken back.
func (s *Site) changesPage(w *writer) (Shell, *Sections) {
	v := &Sections{Title: theme.Text{Words: w.Say("riwayat.judul")}, About: w.Tell("riwayat.umpan", "umpan", theme.Link{Text: theme.Text{Words: "Atom"}, Href: w.to(changesFeed)})}
	all := s.publications()
	if len(all) == 0 {
		v.Lead = text(w.Say("riwayat.kosong"))
		return Shell{Description: w.Say("riwayat.uraian"), Trail: w.trail()}, v
	}
	v.Lead = w.Tell("riwayat.kalimat", "tanggal", w.Day(all[0].Date), "isi", w.counted(all[0].Changes))
	t := w.table(w.Say("riwayat.tabel-terbitan"), "", []table.Column{{Name: w.Say("riwayat.terbitan"), Tight: true}}, table.Words(w.Say("riwayat.isi")))
	var corrected []maturity.Change
	for _, p := range all {
		t.Add(table.Plain, table.Link(w.named(p), w.to(dayDir(p.Date))+"#"+p.anchor()), table.Text(w.counted(p.Changes)))
		for _, c := range p.Changes {
			if c.Kind == maturity.Corrected || c.Kind == maturity.FigureChanged {
				corrected = append(corrected, c)
			}
		}
	}
	v.Sections = compact(&Section{ID: "terbitan", Title: w.Say("riwayat.terbitan"), Tables: []*table.Table{t}})
	if len(corrected) > 0 {
		v.Sections = append(v.Sections, &Section{ID: "koreksi", Title: w.Say("riwayat.nilai-berganti"), Wide: true,
			Lead: []theme.HTML{text(w.Say("koreksi.dasar"))}, Tables: []*table.Table{w.changeTable(w.Say("riwayat.nilai-berganti"), corrected)}})
	}
	return Shell{Description: w.Say("riwayat.uraian"), Trail: w.trail()}, v
}

// named is a publication's day, with its number where the day has several.
func (w *writer) named(p told) string {
	if p.of == 1 {
		return w.Day(p.Date)
	}
	return w.Say("riwayat.ke", "tanggal", w.Day(p.Date), "n", w.Int(p.number))
}

// dayPage tells everything that changed on a day, kind by kind.
func (s *Site) dayPage(w *writer, date string) (Shell, *Sections) {
	v := &Sections{Title: theme.Text{Words: w.Say("riwayat.judul-hari", "tanggal", w.Day(date))}}
	for _, p := range s.publications() {
		if p.Date != date {
			continue
		}
		section := &Section{ID: p.anchor(), Title: w.named(p), Wide: true, Lead: []theme.HTML{text(w.counted(p.Changes))}}
		for _, run := range byKind(p.Changes) {
			section.Tables = append(section.Tables, w.changeTable(w.Say(changeKeys[run[0].Kind]), run))
		}
		section.Files = []theme.Link{{Text: theme.Text{Words: "JSON"}, Href: w.file(changesDir + date + ".json")}}
		v.Sections = append(v.Sections, section)
	}
	crumb := w.crumb(theme.Text{Words: w.Say("riwayat.judul")}, changesDir)
	return Shell{Description: v.Title.Words, Trail: w.trail(crumb)}, v
}

// byKind groups changes, in the order of the kinds; an edited record may have
// them in another.
func byKind(changes []maturity.Change) [][]maturity.Change {
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, func(a, b maturity.Change) int {
		return cmp.Compare(slices.Index(maturity.ChangeKinds, a.Kind), slices.Index(maturity.ChangeKinds, b.Kind))
	})
	var out [][]maturity.Change
	for _, c := range sorted {
		if n := len(out); n > 0 && out[n-1][0].Kind == c.Kind {
			out[n-1] = append(out[n-1], c)
		} else {
			out = append(out, []maturity.Change{c})
		}
	}
	return out
}

// changeKeys are the words for the kinds of changes.
var changeKeys = map[maturity.ChangeKind]string{
	maturity.Corrected: "riwayat.koreksi", maturity.FigureChanged: "riwayat.nilai-berubah", maturity.FigureLost: "riwayat.nilai-hilang",
	maturity.YearLost: "riwayat.hasil-hilang", maturity.InstitutionLost: "riwayat.instansi-hilang", maturity.YearAdded: "riwayat.hasil-baru",
	maturity.FigureAdded: "riwayat.nilai-baru", maturity.InstitutionAdded: "riwayat.instansi-baru", maturity.Described: "riwayat.keterangan-berubah",
	maturity.SourceAdded: "riwayat.sumber-baru", maturity.SourceLost: "riwayat.sumber-hilang", maturity.ComputedChanged: "riwayat.hitungan-berubah",
	maturity.MethodAdded: "riwayat.instrumen-baru", maturity.MethodChanged: "riwayat.metode-berubah", maturity.MethodLost: "riwayat.instrumen-hilang",
	maturity.ProgramChanged: "riwayat.program-berubah",
}

// causeKeys say what stands behind a computed value that changed.
var causeKeys = map[maturity.Cause]string{
	maturity.CauseFigures: "riwayat.sebab-nilai", maturity.CauseMethod: "riwayat.sebab-metode", maturity.CauseProgram: "riwayat.sebab-program",
	maturity.CauseMethodOrProgram: "riwayat.sebab-metode-atau-program", maturity.CauseUnknown: "riwayat.sebab-tidak-terlihat",
}

// counted says how many changes of each kind there are: "Hasil baru: 2; Koreksi: 1".
func (w *writer) counted(changes []maturity.Change) string {
	var parts []string
	for _, run := range byKind(changes) {
		parts = append(parts, w.Say("riwayat.banyak", "apa", w.Say(changeKeys[run[0].Kind]), "n", w.Int(len(run))))
	}
	if len(parts) == 0 {
		return w.Say("riwayat.tidak-ada")
	}
	return strings.Join(parts, "; ")
}

// changeTable lists changes with what was and what is. Columns that all of them
// leave empty are left out.
func (w *writer) changeTable(caption string, changes []maturity.Change) *table.Table {
	some := func(test func(*maturity.Change) bool) bool {
		return slices.ContainsFunc(changes, func(c maturity.Change) bool { return test(&c) })
	}
	part := some(func(c *maturity.Change) bool { return c.Part != "" })
	before := some(func(c *maturity.Change) bool { return c.Before != "" })
	after := some(func(c *maturity.Change) bool { return c.After != "" })
	why := some(func(c *maturity.Change) bool { return c.Reason != "" || c.Cause != "" })
	t := w.table(caption, "", table.Words(w.Say("riwayat.tentang")))
	prose := func(given bool, key string) {
		if given {
			t.Columns = append(t.Columns, table.Column{Name: w.Say(key)})
		}
	}
	prose(part, "tabel.bagian")
	prose(before, "riwayat.semula")
	prose(after, "riwayat.menjadi")
	prose(why, "riwayat.alasan")
	t.Wide, t.Names = true, true
	for i := range changes {
		c := &changes[i]
		in := w.instrumentOf(c)
		cells := []table.Cell{w.aboutCell(c)}
		for _, column := range []struct {
			given bool
			cell  table.Cell
		}{{part, w.partCell(c.Part)}, {before, w.recorded(c.Before, c.Part, in)}, {after, w.recorded(c.After, c.Part, in)}, {why, w.whyCell(c)}} {
			if column.given {
				cells = append(cells, column.cell)
			}
		}
		t.Add(table.Plain, cells...)
	}
	return t
}

// instrumentOf is the instrument whose bands a change speaks of; nil where it is
// not known any more.
func (w *writer) instrumentOf(c *maturity.Change) *maturity.Instrument {
	if inst := w.site.data.Institution(c.Institution); inst != nil {
		if a := inst.In(c.Year); a != nil {
			return a.Instrument
		}
	}
	return w.site.data.Instrument(c.Instrument)
}

// aboutCell names what changed, as it was called then, and leads to its page
// where that still exists.
func (w *writer) aboutCell(c *maturity.Change) table.Cell {
	if c.Name == "" {
		return table.Text(w.Say("riwayat.program"))
	}
	words := w.data(c.Name)
	cell := table.Cell{Text: words.Words, Lang: words.Lang}
	switch inst := w.site.data.Institution(c.Institution); {
	case c.Institution == "" && w.site.data.Instrument(c.Instrument) != nil:
		cell.Href = w.to(instrumentDir(c.Instrument))
	case inst == nil:
	case c.Year != 0 && inst.In(c.Year) != nil:
		cell.Href = w.to(editionDir(inst.Slug, c.Year))
	case c.Year == 0:
		cell.Href = w.to(institutionDir(inst.Slug))
	}
	if c.Year != 0 {
		cell.Text += " " + year(c.Year)
	}
	return cell
}

func (w *writer) whyCell(c *maturity.Change) table.Cell {
	if key := causeKeys[c.Cause]; key != "" {
		return table.Text(w.Say(key))
	}
	words := w.data(c.Reason)
	return table.Cell{Text: words.Words, Lang: words.Lang}
}
