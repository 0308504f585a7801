package view

import (
	"encoding/json"
	"slices"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// Compare is the page that sets two to four institutions side by side. The
// script bandingkan.js makes the tables of what the reader chooses; without it
// the ready comparisons are there. Both say the same of the same institutions:
// what this file does in Go, the script does again, and a test holds them
// together.
type Compare struct {
	Title        string
	Lead         theme.HTML
	Names        string      // way to the list of institutions that the script reads
	Institutions string      // way to the folder of the institutions' pages
	Words        theme.JSON  // instruments and words for the script
	Ready        *Comparison // of a ready page
	NavLabel     string
	Nav          []theme.Link // the ready comparisons
	Notes        []theme.HTML
}

// Comparison is what is said of some institutions.
type Comparison struct {
	Sections []*Section
}

// comparePages yields the page to choose on, and a ready comparison for each
// kind: its best, its middle and its last institution. Their addresses stay while
// the institutions change with the results.
func (s *Site) comparePages(yield func(Page) bool) bool {
	if !s.compares() {
		return true
	}
	free := func(w *writer) (Shell, any) { return s.compare(w, nil) }
	if !s.each(compareDir, "compare", "portal.toml", free, yield) {
		return false
	}
	for _, k := range s.comparable() {
		ready := func(w *writer) (Shell, any) { return s.compare(w, k) }
		if !s.each(compareDir+k.ID+"/", "compare", "portal.toml", ready, yield) {
			return false
		}
	}
	return true
}

// compares reports whether there is anything to compare.
func (s *Site) compares() bool {
	whole := s.note(SeenLand)
	return len(whole.data.Instruments) > 0 && len(whole.data.Institutions) > 1
}

// comparable are the kinds that have a ready comparison.
func (s *Site) comparable() []*maturity.Kind {
	return slices.DeleteFunc(s.kinds(), func(k *maturity.Kind) bool {
		g := s.set.Study.Census.Kind(k.ID, s.shownYear())
		return !g.Enough() || g.Known < 3
	})
}

func (s *Site) compare(w *writer, k *maturity.Kind) (Shell, any) {
	v := &Compare{Title: w.Say("banding.judul"), Lead: w.Tell("banding.pengantar"), NavLabel: w.Say("banding.siap"), Names: w.file(compareDir + "daftar" + ".js"), Institutions: w.to(listDir)}
	shell := Shell{Title: v.Title, Description: w.Say("banding.uraian"), Section: listDir, Trail: w.trail(w.listCrumb()), Compares: k == nil, Finds: k == nil}
	v.Words = w.compareWords()
	v.Notes = []theme.HTML{text(w.Say("banding.catatan"))}
	for _, other := range s.comparable() {
		v.Nav = append(v.Nav, w.sister(w.text(other.Plural), compareDir+other.ID+"/"))
	}
	if k == nil {
		return shell, v
	}
	g := s.set.Study.Census.Kind(k.ID, s.shownYear())
	v.Title = w.Say("banding.judul-jenis", "jenis", w.text(k.Plural))
	v.Lead = w.Tell("banding.pengantar-jenis", "tahun", year(g.Year))
	shell.Title, shell.Description = v.Title, w.Say("banding.uraian-jenis", "jenis", w.text(k.Plural), "tahun", year(g.Year))
	shell.Trail = w.trail(w.listCrumb(), w.crumb(theme.Text{Words: w.Say("banding.judul")}, compareDir))
	last := len(g.Members) - 1
	v.Ready = w.comparison([]*analysis.Series{g.Members[0].Series, g.Members[last/2].Series, g.Members[last].Series}, g.Year)
	return shell, v
}

// comparison sets institutions side by side: every part in one year by one
// instrument, the years of each instrument, the indicators whose levels differ.
func (w *writer) comparison(all []*analysis.Series, y int) *Comparison {
	return &Comparison{compact(w.compareParts(all, y), w.compareYears(all), w.compareLevels(all, y))}
}

// compareHead starts a table with a column for each institution.
func (w *writer) compareHead(caption, measure, first string, all []*analysis.Series) *table.Table {
	t := w.table(caption, measure, table.Words(first))
	for _, s := range all {
		name := w.short(s.Institution)
		t.Columns = append(t.Columns, table.Column{Name: name.Words, Lang: name.Lang, Number: true, Href: w.to(institutionDir(s.Institution.Slug))})
	}
	t.Wide, t.Names = true, true
	return t
}

// compareParts is index, band, domains and aspects of one year. A difference is
// told against the first institution; the highest figure is bold.
func (w *writer) compareParts(all []*analysis.Series, y int) *Section {
	points := make([]*analysis.Point, len(all))
	for i, s := range all {
		points[i] = s.At(y)
	}
	in := points[0].Instrument
	t := w.compareHead(w.Say("banding.tabel", "tahun", year(y)), w.text(in.Short).Words, w.Say("tabel.bagian"), all)
	row := func(name table.Cell, of func(*analysis.Point) analysis.Figure) {
		figures := make([]analysis.Figure, len(points))
		known := false
		for i, p := range points {
			figures[i] = of(p)
			known = known || figures[i].Exists()
		}
		if known {
			t.Add(table.Plain, append([]table.Cell{name}, w.compareCells(figures)...)...)
		}
	}
	row(table.Cell{Text: w.Say("tabel.indeks"), Strong: true}, func(p *analysis.Point) analysis.Figure { return p.Figure })
	bands := []table.Cell{table.Text(w.Say("tabel.predikat"))}
	for _, p := range points {
		bands = append(bands, w.resultBand(p))
	}
	t.Add(table.Plain, bands...)
	aspect := func(a int) {
		name := w.text(in.Aspects[a].Name)
		row(table.Cell{Text: name.Words, Lang: name.Lang}, func(p *analysis.Point) analysis.Figure { return figureOf(p.Aspects, a) })
	}
	for d := range in.Domains {
		name := w.text(in.Domains[d].Name)
		row(table.Cell{Text: name.Words, Lang: name.Lang, Strong: true}, func(p *analysis.Point) analysis.Figure { return figureOf(p.Domains, d) })
		for a := range in.Aspects {
			if in.Aspects[a].Domain == d && aspectsOf(in, d) > 1 {
				aspect(a)
			}
		}
	}
	if len(in.Domains) == 0 {
		for a := range in.Aspects {
			aspect(a)
		}
	}
	return &Section{ID: "nilai", Title: w.Say("banding.nilai", "tahun", year(y)), Wide: true, Tables: []*table.Table{t}}
}

func (w *writer) compareCells(figures []analysis.Figure) []table.Cell {
	best, differ := maturity.Hundredths(-1), false
	for _, f := range figures {
		if f.Exists() {
			differ = differ || best >= 0 && f.Printed != best
			best = max(best, f.Printed)
		}
	}
	var cells []table.Cell
	for i, f := range figures {
		c := w.valueCell(f)
		c.Strong = f.Exists() && differ && f.Printed == best
		if i > 0 && f.Exists() && figures[0].Exists() {
			c.Note = "(" + w.change(f.Printed-figures[0].Printed) + ")"
		}
		cells = append(cells, c)
	}
	return cells
}

// compareYears is the index of every year, instrument by instrument.
func (w *writer) compareYears(all []*analysis.Series) *Section {
	t := w.compareHead(w.Say("banding.tabel-tahun"), "", w.Say("tabel.tahun"), all)
	for _, in := range slices.Backward(w.site.data.Instruments) {
		years := map[int]int{}
		for _, s := range all {
			for i := range s.Points {
				if s.Points[i].Instrument == in {
					years[s.Points[i].Year]++
				}
			}
		}
		if len(years) == 0 {
			continue
		}
		short := w.text(in.Short)
		t.Begin(table.Cell{Text: short.Words, Lang: short.Lang})
		for _, y := range slices.Backward(keys(years)) {
			cells := []table.Cell{table.Text(year(y))}
			for _, s := range all {
				p := s.At(y)
				if p != nil && p.Instrument != in {
					p = nil
				}
				cells = append(cells, w.resultCell(p))
			}
			t.Add(table.Plain, cells...)
		}
	}
	return &Section{ID: "tahun", Title: w.Say("banding.tahun"), Wide: true, Tables: []*table.Table{t}, Notes: []theme.HTML{text(w.Say("banding.catatan-tahun"))}}
}

// compareLevels lists the indicators whose levels differ; nil where the levels of
// fewer than two are known.
func (w *writer) compareLevels(all []*analysis.Series, y int) *Section {
	in := all[0].At(y).Instrument
	known := 0
	for _, s := range all {
		if s.At(y).Levels != nil {
			known++
		}
	}
	if known < 2 {
		return nil
	}
	t := w.compareHead(w.Say("banding.tabel-tingkat"), year(y), w.Say("tabel.indikator-satu"), all)
	for i := range in.Indicators {
		name := w.brief(in, i)
		cells := []table.Cell{{Code: in.Indicators[i].ID, Text: name.Words, Lang: name.Lang}}
		seen := map[maturity.Level]bool{}
		for _, s := range all {
			l := maturity.Level(0)
			if levels := s.At(y).Levels; levels != nil {
				l = levels[i]
				seen[l] = true
			}
			cells = append(cells, w.levelCell(in, l, true))
		}
		if len(seen) > 1 {
			t.Add(table.Plain, cells...)
		}
	}
	same := len(in.Indicators)
	if !t.Empty() {
		same -= len(t.Groups[0].Rows)
	}
	s := &Section{ID: "tingkat", Title: w.Say("banding.tingkat"), Wide: true,
		Lead: []theme.HTML{text(w.Say("banding.sama", "n", w.Int(same), "semua", w.Int(len(in.Indicators))))}}
	if !t.Empty() {
		s.Tables = append(s.Tables, t)
	}
	return s
}

// scriptInstrument is an instrument as the script needs it.
type scriptInstrument struct {
	ID         string      `json:"id"`
	Short      string      `json:"singkat"`
	Bands      []string    `json:"predikat"`
	Domains    []string    `json:"domain"`
	Aspects    [][2]any    `json:"aspek"` // name, place of the domain or -1
	Indicators [][2]string `json:"indikator"`
	Min        int         `json:"min"`
	Tones      []int       `json:"nada"` // of the whole levels from Min on
}

// compareWords is the block of data that the script reads.
func (w *writer) compareWords() theme.JSON {
	block := struct {
		English     bool               `json:"inggris"`
		Decimal     string             `json:"desimal"`
		Instruments []scriptInstrument `json:"instrumen"`
		Words       map[string]string  `json:"kata"`
	}{English: w.Code == "en", Decimal: w.Decimal, Words: w.scriptWords()}
	for _, in := range w.site.data.Instruments {
		s := scriptInstrument{ID: in.ID, Short: w.text(in.Short).Words, Min: int(in.Scale.Min / 100), Bands: []string{}, Domains: []string{}, Aspects: [][2]any{}, Indicators: [][2]string{}}
		for i := range in.Bands {
			s.Bands = append(s.Bands, w.text(in.Bands[i].Name).Words)
		}
		for i := range in.Domains {
			s.Domains = append(s.Domains, w.text(in.Domains[i].Name).Words)
		}
		for i := range in.Aspects {
			s.Aspects = append(s.Aspects, [2]any{w.text(in.Aspects[i].Name).Words, in.Aspects[i].Domain})
		}
		for i := range in.Indicators {
			s.Indicators = append(s.Indicators, [2]string{in.Indicators[i].ID, w.brief(in, i).Words})
		}
		for n := in.Scale.Min; n <= in.Scale.Max; n += 100 {
			s.Tones = append(s.Tones, tone(in, maturity.LevelOf(n)))
		}
		block.Instruments = append(block.Instruments, s)
	}
	raw, err := json.Marshal(block)
	if err != nil {
		return ""
	}
	return theme.NewJSON(raw)
}

// scriptWords are the words of the tables, with places in braces where the
// script fills them.
func (w *writer) scriptWords() map[string]string {
	say := func(key string, places ...string) string {
		var fills []any
		for _, p := range places {
			fills = append(fills, p, "{"+p+"}")
		}
		return w.Say(key, fills...)
	}
	return map[string]string{
		"bagian": say("tabel.bagian"), "indeks": say("tabel.indeks"), "predikat": say("tabel.predikat"), "tahun-kolom": say("tabel.tahun"),
		"indikator": say("tabel.indikator-satu"), "wilayah": say("tabel.wilayah"), "csv": say("bagan.tabel-csv"), "tidak-diketahui": say("tabel.tidak-diketahui"),
		"tidak-dinilai": say("tabel.tidak-dinilai"), "tanpa-predikat": say("predikat.tidak-ada"),
		"turunan": say("predikat.turunan"), "hitung": say("predikat.hitung"), "tercetak": say("predikat.tercetak"),
		"tabel": say("banding.tabel", "tahun"), "nilai": say("banding.nilai", "tahun"), "tabel-tahun": say("banding.tabel-tahun"),
		"tahun": say("banding.tahun"), "catatan-tahun": say("banding.catatan-tahun"), "tabel-tingkat": say("banding.tabel-tingkat"),
		"tingkat": say("banding.tingkat"), "sama": say("banding.sama", "n", "semua"), "tak-sebanding": say("banding.tak-sebanding"),
		"pilih-dua": say("banding.pilih-dua"), "tak-dikenal": say("banding.tak-dikenal", "nama"), "kembar": say("banding.kembar", "nama"),
		"gagal": say("banding.gagal"), "siap-dibaca": say("banding.siap-dibaca", "nama"), "pilih-tahun": say("banding.pilih-tahun"),
	}
}
