package view

import (
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/find"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/theme"
)

// IndexDir is where the files of the search stand.
const IndexDir = "cari/"

// Index is what can be found in a language: every institution by all its names
// and codes, every indicator, and the pages that are about more than one.
func (s *Site) Index(code string) *find.Index {
	b := indexer{writer: s.writer(code, ""), Index: &find.Index{Lang: code, Prefix: s.prefix(code), Short: map[string]string{}}}
	b.vocabulary()
	b.Says = map[string]string{
		"banyak": b.Say("cari.banyak", "n", "{n}"), "lebih": b.Say("cari.lebih", "n", "{n}", "m", "{m}"), "satu": b.Say("cari.satu"),
		"nihil": b.Say("cari.tanpa-hasil"), "hasil": b.Say("cari.hasil"),
	}
	for i := range s.data.Portal.Kinds {
		b.kindEntries(&s.data.Portal.Kinds[i])
	}
	b.groupEntries()
	b.indicatorEntries()
	b.pageEntries()
	return b.Index
}

// IndexFile is the address of one of an index's files.
func IndexFile(code, part string) string {
	if part != "" {
		part = "-" + part
	}
	return IndexDir + code + part + ".js"
}

// indexer collects the entries of one language.
type indexer struct {
	*writer
	*find.Index
}

// vocabulary tells the search which words mean little. Short forms and words to
// ignore are the theme's.
func (b *indexer) vocabulary() {
	for i := range b.site.data.Portal.Kinds {
		k := &b.site.data.Portal.Kinds[i]
		b.Common = append(b.Common, find.Words(k.Name.Base)...)
		b.Common = append(b.Common, find.Words(b.text(k.Name).Words)...)
	}
	slices.Sort(b.Common)
	b.Common = slices.Compact(b.Common)
	b.Ignored = find.Words(b.Say("cari.abaikan"))
	for _, pair := range strings.Fields(b.Say("cari.singkatan")) {
		if short, long, ok := strings.Cut(pair, "="); ok {
			b.Short[strings.ToLower(short)] = strings.ToLower(long)
		}
	}
}

// group opens a group and returns its place.
func (b *indexer) group(name theme.Text, labels string, split bool) int {
	b.Groups = append(b.Groups, find.Group{Name: name.Words, NameLang: name.Lang, Lang: labels, Split: split})
	return len(b.Groups) - 1
}

// kindEntries are the institutions of a kind, by name.
func (b *indexer) kindEntries(k *maturity.Kind) {
	var of []*maturity.Institution
	for _, h := range b.site.histories {
		if h.inst.Kind == k.ID {
			of = append(of, h.inst)
		}
	}
	lang.SortBy(b.Form, of, func(inst *maturity.Institution) string { return b.short(inst).Words })
	places := map[string]int{} // by the language of the labels
	for _, inst := range of {
		label := b.short(inst)
		place, known := places[label.Lang]
		if !known {
			place = b.group(b.text(k.Name), label.Lang, true)
			places[label.Lang] = place
		}
		b.Entries = append(b.Entries, b.institutionEntry(inst, label.Words, place))
	}
}

// institutionEntry has every name and code that the data give an institution.
func (b *indexer) institutionEntry(inst *maturity.Institution, label string, place int) find.Entry {
	e := find.Entry{Label: label, Path: institutionDir(inst.Slug), Group: place}
	if inst.Region != "" {
		e.Codes = append(e.Codes, inst.Region)
	}
	if inst.Tile != nil && inst.Tile.Label != "" {
		e.Codes = append(e.Codes, inst.Tile.Label)
	}
	e.Terms = b.New(label, append([]string{inst.Name, inst.ShortName, inst.NameEN}, inst.Aliases...)...)
	return e
}

// page adds an entry of a page by its folder.
func (b *indexer) page(place int, label, dir string, codes ...string) {
	b.Entries = append(b.Entries, find.Entry{Label: label, Path: dir, Group: place, Codes: codes})
}

// also gives the last entry other words by which people ask for it.
func (b *indexer) also(terms ...string) {
	last := &b.Entries[len(b.Entries)-1]
	last.Terms = b.New(last.Label, terms...)
}

// groupEntries are the pages of kinds, provinces and named groups.
func (b *indexer) groupEntries() {
	s, place := b.site, b.group(theme.Text{Words: b.Say("cari.kumpulan")}, "", false)
	for _, k := range s.kinds() {
		b.page(place, b.kinds(k.ID).Words, kindDir(k.ID))
	}
	for _, inst := range s.regions() {
		b.page(place, b.regionName(inst), regionDir(inst.Slug))
	}
	for _, g := range s.data.Groups {
		b.page(place, g.Name, groupDir(g.ID))
	}
}

// indicatorEntries are the indicators, those of the newest instrument first.
func (b *indexer) indicatorEntries() {
	all := slices.Clone(b.site.data.Instruments)
	slices.Reverse(all)
	for _, in := range all {
		if len(in.Indicators) == 0 {
			continue
		}
		short := b.text(in.Short)
		name := theme.Text{Words: b.Say("cari.indikator", "instrumen", short), Lang: short.Lang}
		place := b.group(name, b.text(in.Indicators[0].Name).Lang, false)
		for i := range in.Indicators {
			ind := &in.Indicators[i]
			label := ind.ID + " " + b.brief(in, i).Words
			e := find.Entry{Label: label, Path: indicatorDir(in.ID, ind.ID), Group: place, Codes: []string{ind.ID}}
			e.Terms = b.New(label, ind.Name.Base)
			b.Entries = append(b.Entries, e)
		}
	}
}

// pageEntries are the years, the methods, what the portal says of itself, and
// the editors' texts.
func (b *indexer) pageEntries() {
	s, place := b.site, b.group(theme.Text{Words: b.Say("cari.halaman")}, "", false)
	b.page(place, b.Say("daftar.judul"), listDir)
	years := slices.Clone(s.set.Study.Census.Years())
	slices.Reverse(years)
	for _, y := range years {
		b.page(place, b.Say("tahun.judul-satu", "tahun", year(y)), yearDir(y), year(y))
	}
	if len(years) > 0 {
		b.page(place, b.Say("tahun.judul"), yearsDir)
	}
	if len(s.data.Instruments) > 0 {
		b.page(place, b.Say("metode.judul"), methodDir)
		b.page(place, b.Say("menu.indikator"), indicatorsDir)
	}
	for _, in := range s.data.Instruments {
		b.page(place, b.Say("cari.metode", "instrumen", b.text(in.Short)), instrumentDir(in.ID))
		b.page(place, b.Say("butir.judul", "instrumen", b.text(in.Short)), indicatorsOf(in.ID))
	}
	if len(s.regions()) > 0 {
		b.page(place, b.Say("wilayah.daftar"), regionsDir)
	}
	if s.compares() {
		b.page(place, b.Say("banding.judul"), compareDir)
		for _, k := range s.comparable() {
			b.page(place, b.Say("banding.judul-jenis", "jenis", b.text(k.Plural)), compareDir+k.ID+"/")
		}
	}
	if s.filling != nil {
		b.page(place, b.Say("pengisian.judul", "tahun", year(s.filling.Year)), fillingDir)
	}
	if len(s.set.Data) > 0 {
		b.page(place, b.Say("data.judul"), dataDir)
		b.also(strings.Split(b.Say("data.cari"), "|")...)
	}
	b.page(place, b.Say("rekonsiliasi.judul"), reconciliationDir)
	b.also(b.Say("rekonsiliasi.kaki"))
	b.page(place, b.Say("status.judul"), statusDir)
	b.page(place, b.Say("riwayat.judul"), changesDir)
	b.also(strings.Split(b.Say("riwayat.cari"), "|")...)
	for _, date := range s.days() {
		b.page(place, b.Say("riwayat.judul-hari", "tanggal", b.Day(date)), dayDir(date), date)
	}
	b.documents(place)
}

// documents are the editors' texts that are pages of this language.
func (b *indexer) documents(place int) {
	if len(b.site.news(b.Code)) > 0 && b.site.texts["berita"][b.Code] == nil {
		b.page(place, b.Say("berita.judul"), newsDir)
	}
	for _, d := range b.site.data.Documents {
		if d.Lang == b.Code && ownPage(d.Path) {
			b.page(place, d.Title, d.Path+"/")
		}
	}
}
