package export

import (
	"bytes"
	"encoding/xml"
)

// Feed is an Atom feed (RFC 4287). All addresses are full ones.
type Feed struct {
	Lang     string
	Title    string
	Subtitle string // "": none
	Author   string
	Rights   string // "": none
	Program  string // name and version
	Page     string // the page that tells the same
	Address  string // of the feed itself; also its id
	Date     string // of the newest entry; ISO date or year
	Entries  []FeedEntry
}

// FeedEntry is one entry of a feed. Its address is its id, so it must never
// change.
type FeedEntry struct {
	Title   string
	Address string
	Date    string // ISO date or year
	Sort    string // a machine's word for what it is; "": none
	Summary string // plain text; "": none
	Content string // HTML; "": none
}

type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string      `xml:"xml:lang,attr"`
	Title     string      `xml:"title"`
	Subtitle  string      `xml:"subtitle,omitempty"`
	ID        string      `xml:"id"`
	Updated   string      `xml:"updated"`
	Author    string      `xml:"author>name"`
	Links     []atomLink  `xml:"link"`
	Rights    string      `xml:"rights,omitempty"`
	Generator string      `xml:"generator"`
	Entries   []atomEntry `xml:"entry"`
}

type atomEntry struct {
	Title    string        `xml:"title"`
	ID       string        `xml:"id"`
	Updated  string        `xml:"updated"`
	Link     atomLink      `xml:"link"`
	Category *atomCategory `xml:"category"`
	Summary  string        `xml:"summary,omitempty"`
	Content  *atomContent  `xml:"content"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	HTML string `xml:",chardata"`
}

// Atom returns the feed as XML. Characters that XML cannot hold become U+FFFD.
func (f Feed) Atom() ([]byte, error) {
	out := atomFeed{Lang: f.Lang, Title: f.Title, Subtitle: f.Subtitle, ID: f.Address, Updated: moment(f.Date), Author: f.Author,
		Rights: f.Rights, Generator: f.Program,
		Links: []atomLink{{"self", "application/atom+xml", f.Address}, {"alternate", "text/html", f.Page}}}
	for _, e := range f.Entries {
		entry := atomEntry{Title: e.Title, ID: e.Address, Updated: moment(e.Date), Link: atomLink{"alternate", "text/html", e.Address}, Summary: e.Summary}
		if e.Sort != "" {
			entry.Category = &atomCategory{e.Sort}
		}
		if e.Content != "" {
			entry.Content = &atomContent{"html", e.Content}
		}
		out.Entries = append(out.Entries, entry)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	encoder := xml.NewEncoder(&b)
	encoder.Indent("", " ")
	if err := encoder.Encode(out); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// moment is a day or a year as Atom writes it: its first moment in Jakarta. In
// the rest of Indonesia that is the same day.
func moment(date string) string {
	const unknown = "1970-01-01" // a feed without a date is not valid
	switch len(date) {
	case len("2006"):
		date += "-01-01"
	case len(unknown):
	default:
		date = unknown
	}
	return date + "T00:00:00+07:00"
}
