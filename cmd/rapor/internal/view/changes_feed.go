package view

import (
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
	"rapor/cmd/rapor/internal/theme"
)

// changesFeed is the Atom feed of changes, within a language.
const changesFeed = changesDir + "atom.xml"

// maxEntries is how many entries a feed has: readers ask for the newest.
const maxEntries = 50

// maxTold is how many changes of a kind an entry tells in full. Corrections are
// always told.
const maxTold = 50

// Feed is what a feed says, in one language. Paths begin at the site's root.
type Feed struct {
	Path, Page      string // of the feed's file and of the page that tells the same
	Lang            string
	Title, Subtitle string
	Date            string // ISO; "" where there is no entry
	Entries         []FeedEntry
}

// FeedEntry is one entry of a feed.
type FeedEntry struct {
	Title, Page, Date string
	Sort              string // a machine's word for what it is
	Summary           string
	Content           theme.HTML
}

// ChangesFeeds are the feeds of changes, one for each language of the portal.
func (s *Site) ChangesFeeds() []Feed {
	var out []Feed
	for _, code := range s.data.Portal.Languages {
		w := s.writer(code, changesDir)
		prefix := s.prefix(code)
		f := Feed{Path: prefix + changesFeed, Page: prefix + changesDir, Lang: code,
			Title: w.Say("riwayat.judul-umpan", "portal", w.text(s.data.Portal.Title).Words), Subtitle: w.Say("riwayat.uraian"), Date: s.set.Date}
		for i, p := range s.publications() {
			if i == 0 {
				f.Date = p.Date
			}
			if i == maxEntries {
				break
			}
			f.Entries = append(f.Entries, FeedEntry{Title: w.named(p) + ": " + w.counted(p.Changes), Page: prefix + dayDir(p.Date) + "#" + p.anchor(),
				Date: p.Date, Sort: entrySort(p.Changes), Summary: w.counted(p.Changes), Content: w.toldInFull(p.Changes)})
		}
		out = append(out, f)
	}
	return out
}

// entrySort marks entries that correct a figure, so that those who quote figures can
// follow them alone.
func entrySort(changes []maturity.Change) string {
	for _, c := range changes {
		if c.Kind == maturity.Corrected || c.Kind == maturity.FigureChanged {
			return "koreksi"
		}
	}
	return "perubahan"
}

// toldInFull is every change with the old and the new value.
func (w *writer) toldInFull(changes []maturity.Change) theme.HTML {
	var out theme.HTML
	for _, run := range byKind(changes) {
		out += "<h2>" + text(w.Say(changeKeys[run[0].Kind])) + "</h2><ul>"
		for i := range run {
			if i == maxTold && run[0].Kind != maturity.Corrected {
				out += "<li>" + text(w.Say("riwayat.lagi", "n", w.Int(len(run)-i))) + "</li>"
				break
			}
			out += "<li>" + w.line(&run[i]) + "</li>"
		}
		out += "</ul>"
	}
	return out
}

// line is a change in one line.
func (w *writer) line(c *maturity.Change) theme.HTML {
	in := w.instrumentOf(c)
	words := func(cell table.Cell) theme.HTML { return theme.Text{Words: cell.Text, Lang: cell.Lang}.HTML() }
	out := words(w.aboutCell(c))
	if c.Part != "" {
		out += ", " + text(w.changedPart(c.Part))
	}
	switch {
	case c.Before != "" && c.After != "":
		out += ": " + words(w.recorded(c.Before, c.Part, in)) + " → " + words(w.recorded(c.After, c.Part, in))
	case c.Before+c.After != "":
		out += ": " + words(w.recorded(c.Before+c.After, c.Part, in))
	}
	if why := w.whyCell(c); why.Text != "" {
		out += " (" + words(why) + ")"
	}
	return out
}
