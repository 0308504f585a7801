package main

import (
	"io"
	"strings"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/changes"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/view"
)

// statement is the data file in which a site says all that it states, for the
// next publication to be held against.
func statement(study *analysis.Study) export.DataFile {
	return export.DataFile{Address: changes.File, Base: strings.TrimSuffix(changes.File, ".json"), Source: study.Set.Portal.Pos, Group: export.GroupWhole,
		Title: titled(maturity.Text{Base: "Semua yang dinyatakan situs ini, untuk rapor diff dan penjaga", Other: map[string]string{"en": "Everything that this site states, for rapor diff and the guard"}}),
		Media: export.MediaJSON, Write: func(w io.Writer) error {
			_, err := w.Write(changes.Take(study, program).JSON())
			return err
		},
		Pieces: func() (*export.Pieces, error) { return statementPieces(study), nil }}
}

func statementPieces(study *analysis.Study) *export.Pieces {
	cut, all := changes.NewCut(study, program), study.Set.Institutions
	p := &export.Pieces{Head: cut.Head, Between: []byte(","), End: cut.End, Write: func(i int, w io.Writer) error {
		_, err := w.Write(cut.Piece(all[i]))
		return err
	}}
	for _, inst := range all {
		p.Slugs = append(p.Slugs, inst.Slug)
	}
	return p
}

// titled is a title as data files have it.
func titled(t maturity.Text) func() maturity.Text { return func() maturity.Text { return t } }

// changes writes the feeds of what changed.
func (b *builder) changes(site *view.Site) {
	for _, f := range site.ChangesFeeds() {
		b.feed(f)
	}
}

// records are the data files of what changed, one for each day.
func records(set *maturity.Dataset) []export.DataFile {
	var out []export.DataFile
	for i, p := range set.Publications {
		if i > 0 && set.Publications[i-1].Date == p.Date {
			continue
		}
		var day []*maturity.Publication
		for _, other := range set.Publications {
			if other.Date == p.Date {
				day = append(day, other)
			}
		}
		base := "perubahan/" + p.Date
		out = append(out, export.DataFile{Address: base + ".json", Base: base, Source: p.Pos, Group: export.GroupWhole,
			Title: titled(maturity.Text{Base: "Perubahan " + p.Date, Other: map[string]string{"en": "Changes of " + p.Date}}), Media: export.MediaJSON,
			Write: func(w io.Writer) error {
				content, err := changes.Record(day)
				if err == nil {
					_, err = w.Write(content)
				}
				return err
			}})
	}
	return out
}

// feed writes one feed as Atom.
func (b *builder) feed(f view.Feed) {
	b.do(func() error {
		portal := &b.portal.set.Portal
		content, err := atomFeed(portal, f).Atom()
		if err != nil {
			return err
		}
		return b.put(publish.File{Address: f.Path, Source: diag.Pos{File: portal.Pos.File}, Content: content})
	})
}

// atomFeed gives a feed its full addresses.
func atomFeed(portal *maturity.Portal, f view.Feed) export.Feed {
	owner, _ := portal.Owner.In(f.Lang)
	out := export.Feed{Lang: f.Lang, Title: f.Title, Subtitle: f.Subtitle, Author: owner, Rights: portal.Licence, Program: program,
		Page: portal.BaseURL + f.Page, Address: portal.BaseURL + f.Path, Date: f.Date}
	for _, e := range f.Entries {
		out.Entries = append(out.Entries, export.FeedEntry{Title: e.Title, Address: portal.BaseURL + e.Page, Date: e.Date, Sort: e.Sort,
			Summary: e.Summary, Content: string(e.Content)})
	}
	return out
}
