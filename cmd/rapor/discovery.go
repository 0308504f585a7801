package main

import (
	"cmp"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/view"
)

// discovery writes what lets machines find the pages: the sitemap, the search that
// browsers offer, and the feed of news.
func (b *builder) discovery(site *view.Site) {
	b.do(func() error {
		for _, f := range export.Sitemap(b.portal.set.Portal.BaseURL, sitemapPages(site, b.portal.set)) {
			if err := b.put(publish.File{Address: f.Address, Source: diag.Pos{File: program}, Content: f.Content}); err != nil {
				return err
			}
		}
		for _, code := range b.portal.set.Portal.Languages {
			if err := b.languageFiles(code); err != nil {
				return err
			}
		}
		return nil
	})
}

// sitemapPages are the pages that search engines should know, with the date of what
// they show where the data say it.
func sitemapPages(site *view.Site, set *maturity.Dataset) []export.SitemapURL {
	dates := map[string]string{}
	for _, inst := range set.Institutions {
		for _, a := range inst.Assessments {
			dates[a.File] = a.Date
			dates[inst.Pos.File] = max(dates[inst.Pos.File], a.Date)
		}
	}
	for _, d := range set.Documents {
		dates[d.Pos.File] = d.Date
	}
	var out []export.SitemapURL
	for page := range site.Pages() {
		if page.Layout == "redirect" || page.Layout == "missing" {
			continue
		}
		out = append(out, export.SitemapURL{Address: set.Portal.BaseURL + strings.TrimSuffix(page.Path, "index.html"), Date: dates[page.Source]})
	}
	return out
}

// languageFiles writes the search and the feed of news of one language.
func (b *builder) languageFiles(code string) error {
	set := b.portal.set
	portal, words := &set.Portal, b.portal.theme.Language(code)
	prefix := languageFolder(portal, code)
	title, _ := portal.Title.In(code)
	search := export.Search{Lang: code, Name: title, Description: words.Say("daftar.judul") + " · " + title,
		Address: portal.BaseURL + prefix + "instansi/", Icon: portal.BaseURL + "assets/ikon.svg"}
	content, err := search.OpenSearch()
	if err != nil {
		return err
	}
	if err := b.put(publish.File{Address: prefix + "opensearch.xml", Source: diag.Pos{File: program}, Content: content}); err != nil {
		return err
	}
	news := newsOf(set, code)
	if len(news) == 0 {
		return nil
	}
	owner, _ := portal.Owner.In(code)
	feed := export.Feed{Lang: code, Title: words.Say("berita.judul") + " · " + title, Author: owner, Rights: portal.Licence, Program: program,
		Page: portal.BaseURL + prefix + "berita/", Address: portal.BaseURL + prefix + view.NewsFeed, Date: news[0].Date}
	for _, d := range news {
		feed.Entries = append(feed.Entries, export.FeedEntry{Title: d.Title, Address: portal.BaseURL + prefix + d.Path + "/", Date: d.Date, Summary: d.Summary})
	}
	if content, err = feed.Atom(); err != nil {
		return err
	}
	return b.put(publish.File{Address: prefix + view.NewsFeed, Source: diag.Pos{File: program}, Content: content})
}

// newsOf are the newest news in a language, the newest first; feeds do not grow
// without end.
func newsOf(set *maturity.Dataset, code string) []*maturity.Document {
	const most = 50
	var out []*maturity.Document
	for _, d := range set.Documents {
		if d.Lang == code && strings.HasPrefix(d.Path, "berita/") {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b *maturity.Document) int {
		return cmp.Or(strings.Compare(b.Date, a.Date), strings.Compare(a.Path, b.Path))
	})
	return out[:min(len(out), most)]
}

// languageFolder is the folder of a language's pages: none for the first.
func languageFolder(portal *maturity.Portal, code string) string {
	if portal.Languages[0] == code {
		return ""
	}
	return code + "/"
}
