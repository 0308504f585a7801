package view

import (
	"slices"
	"unicode/utf8"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// What a recap has room for: members of so many lines in its two columns, else
// the best and the last of them. A name takes a line for so many letters.
const (
	recapLines   = 58
	recapLetters = 33
	recapSplit   = 10 // lines; fewer stay in one column
	recapEnds    = 8
	recapMovers  = 5
	recapNames   = 12
)

// recap is the one-page A4 sheet of a group: page is the full page that was
// built for it, and dir that page's folder.
func (w *writer) recap(page *Sections, g *analysis.Group, shares []analysis.Share, dir string) (Shell, any) {
	v := w.sheet(theme.Text{Words: w.Say("lembar.judul-rekap", "nama", page.Title)}, dir)
	v.About, v.Lead, v.Region, v.Facts = page.About, page.Lead, page.Region, page.Facts
	if g.Instrument != nil && v.About == "" {
		v.About = w.Tell("lembar.instrumen", "apa", w.text(g.Instrument.IndexName), "tahun", year(g.Year), "instrumen", w.text(g.Instrument.Short),
			"n", w.Int(len(g.Instrument.Indicators)), "maks", w.level(g.Instrument.Scale.Max))
	}
	if spread := w.memberSpread(g); spread != nil {
		spread = bare(spread)
		spread.Tables = w.recapBands(g)
		v.Top = append(v.Top, spread)
	}
	v.Left, v.Right = w.recapMembers(g)
	if s := w.shareTargets(shares); s != nil {
		s.Notes, s.Lead = nil, nil
		v.Top = append(v.Top, s)
	}
	if n := len(g.Missing); n > 0 && g.Year != 0 && g.Known > 0 {
		v.Notes = append(v.Notes, w.recapMissing(g))
	}
	shell := Shell{Title: w.Say("lembar.rekap", "nama", page.Title), Description: w.Say("lembar.uraian-rekap", "nama", page.Title),
		Section: listDir, Trail: w.trail(w.listCrumb(), w.crumb(page.Title, dir)), Sheet: true}
	return shell, v
}

// recapBands counts the bands across, the best first; none where the instrument
// has none.
func (w *writer) recapBands(g *analysis.Group) []*table.Table {
	in := g.Instrument
	if len(in.Bands) == 0 {
		return nil
	}
	t := w.table(w.Say("sebaran.tabel"), year(g.Year), table.Words(w.Say("tabel.predikat")))
	count, share := []table.Cell{table.Text(w.Say("tabel.banyak"))}, []table.Cell{table.Text(w.Say("tabel.bagian-persen"))}
	add := func(column table.Column, n int) {
		t.Columns = append(t.Columns, column)
		count, share = append(count, table.Text(w.Int(n))), append(share, table.Text(w.percent(n, g.Known)))
	}
	for i := range slices.Backward(in.Bands) {
		name := w.text(in.Bands[i].Name)
		add(table.Column{Name: name.Words, Lang: name.Lang, Number: true}, g.ByBand[i])
	}
	if g.NoBand > 0 {
		add(table.Column{Name: w.Say("predikat.tidak-ada"), Number: true}, g.NoBand)
	}
	t.Wide = true
	t.Add(table.Plain, count...)
	t.Add(table.Plain, share...)
	return []*table.Table{t}
}

// recapMembers lists the members in two columns, or the ends of a long list and
// who moved most.
func (w *writer) recapMembers(g *analysis.Group) (left, right []*Section) {
	if g.Known == 0 {
		return nil, nil
	}
	ranked := g.Enough() && g.Known > 1
	members := g.Members
	if !ranked {
		members = slices.Clone(members)
		w.sortMembers(members)
	}
	if half, lines := w.recapHalf(members); lines <= recapLines {
		if lines <= recapSplit {
			half = len(members)
		}
		title := w.Say("jenis.anggota")
		left = append(left, w.recapTable("anggota", title, members[:half], ranked))
		if half < len(members) {
			right = append(right, w.recapTable("anggota-2", w.Say("lembar.lanjutan"), members[half:], ranked))
		}
		return left, right
	}
	if !ranked {
		return nil, nil // a long list without ranks has no ends; the sentence says how many are known
	}
	left = append(left, w.recapTable("tertinggi", w.Say("tahun.tertinggi"), members[:recapEnds], ranked))
	right = append(right, w.recapTable("terendah", w.Say("tahun.terendah"), members[len(members)-recapEnds:], ranked))
	if m := g.Movement(g.Year - 1); m.Enough() {
		if s := w.recapMoved("naik", "perubahan.naik", m, m.Movers[:min(recapMovers, m.Up)]); s != nil {
			left = append(left, s)
		}
		last := slices.Clone(m.Movers[len(m.Movers)-min(recapMovers, m.Down):])
		slices.Reverse(last)
		if s := w.recapMoved("turun", "perubahan.turun", m, last); s != nil {
			right = append(right, s)
		}
	}
	return left, right
}

// recapHalf says how many members stand in the first of two columns as long as
// each other, and how many lines all of them take.
func (w *writer) recapHalf(members []analysis.Member) (half, lines int) {
	ends := make([]int, len(members))
	for i := range members {
		name := w.short(members[i].Series.Institution).Words
		lines += (utf8.RuneCountInString(name) + recapLetters - 1) / recapLetters
		ends[i] = lines
	}
	for half < len(members) && 2*ends[half] <= lines+1 {
		half++
	}
	return max(half, min(1, len(members))), lines
}

// recapTable lists some members with rank, index and change.
func (w *writer) recapTable(id, title string, members []analysis.Member, ranked bool) *Section {
	y := members[0].Point.Year
	t := w.table(title, year(y), table.Words(w.Say("tabel.instansi")))
	if ranked {
		t.Columns = append(t.Columns, table.Figures(w.Say("tabel.peringkat"))...)
	}
	t.Columns = append(t.Columns, table.Figures(year(y), w.Say("tabel.ubah"))...)
	for i := range members {
		m := &members[i]
		cells := []table.Cell{w.institutionCell(m.Series.Institution)}
		if ranked {
			cells = append(cells, table.Text(w.Int(m.Rank)))
		}
		t.Add(table.Plain, append(cells, w.resultCell(m.Point), w.resultChange(m.Series, m.Point, y-1))...)
	}
	t.Wide = len(t.Columns) > 3
	return &Section{ID: id, Title: title, Tables: []*table.Table{t}}
}

// recapMoved lists who moved most in one direction; nil where nobody did.
func (w *writer) recapMoved(id, key string, m analysis.Movement, movers []analysis.Mover) *Section {
	if len(movers) == 0 {
		return nil
	}
	t := w.moverTable(key, m)
	for i := range movers {
		t.Add(table.Plain, w.moverCells(&movers[i])...)
	}
	return &Section{ID: id, Title: w.Say(key), Tables: []*table.Table{t}}
}

// recapMissing names who has no result, as far as there is room.
func (w *writer) recapMissing(g *analysis.Group) theme.HTML {
	missing := w.byName(g.Missing)
	var names []string
	for _, s := range missing[:min(len(missing), recapNames)] {
		names = append(names, w.short(s.Institution).Words)
	}
	words := w.Say("lembar.tanpa-hasil", "tahun", year(g.Year), "n", w.Int(len(missing)), "nama", w.list(names))
	if rest := len(missing) - len(names); rest > 0 {
		words += " " + w.Say("lembar.dan-lain", "n", w.Int(rest))
	}
	return text(words)
}

// kindRecap, regionRecap and groupRecap are the recaps of the three sorts of
// pages that list members.
func (s *Site) kindRecap(w *writer, k *maturity.Kind) (Shell, any) {
	w.paper = true
	_, page := s.kindPage(w, k)
	y := s.shownYear()
	shares := slices.DeleteFunc(w.kindShares(k.ID, y), func(sh analysis.Share) bool { return sh.Year != y })
	return w.recap(page, s.set.Study.Census.Kind(k.ID, y), shares, kindDir(k.ID))
}

func (s *Site) regionRecap(w *writer, inst *maturity.Institution) (Shell, any) {
	w.paper = true
	_, page := s.regionPage(w, inst)
	return w.recap(page, analysis.NewGroups(s.shownYear(), s.under(inst))[0], nil, regionDir(inst.Slug))
}

func (s *Site) groupRecap(w *writer, group *maturity.Group) (Shell, any) {
	w.paper = true
	_, page := s.groupPage(w, group)
	return w.recap(page, analysis.NewGroups(s.shownYear(), s.membersOf(group))[0], nil, groupDir(group.ID))
}

// recaps yields the recap of a page in every language.
func (s *Site) recaps(dir, source string, build func(*writer) (Shell, any), yield func(Page) bool) bool {
	return s.each(sheetDir(dir), "sheet", source, build, yield)
}

// recapsNoted is recaps for pages that are traced.
func (s *Site) recapsNoted(dir, source string, build func(*writer) (Shell, any), yield func(Page) bool) bool {
	return s.noted(nil, sheetDir(dir), "sheet", source, build, yield)
}

// recapLink leads from a page to its recap.
func (w *writer) recapLink(dir string) theme.Link {
	return theme.Link{Text: theme.Text{Words: w.Say("lembar.tautan-rekap")}, Href: w.to(sheetDir(dir))}
}
