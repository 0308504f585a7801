package main

import (
	"net/url"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/view"
)

// hosting writes the files that speak to hosts.
func (b *builder) hosting(site *view.Site) {
	b.do(func() error {
		address := b.portal.set.Portal.BaseURL
		for _, f := range export.HostFiles(portalPath(address), address, redirects(site, address)) {
			if err := b.put(publish.File{Address: f.Address, Source: diag.Pos{File: program}, Content: f.Content}); err != nil {
				return err
			}
		}
		return nil
	})
}

// redirects are the old addresses and where they lead. They are taken from the
// pages that stand there, so that the two always agree.
func redirects(site *view.Site, address string) []export.Redirect {
	var out []export.Redirect
	for page := range site.Pages() {
		if page.Layout != "redirect" {
			continue
		}
		if body, ok := page.Build().Body.(*view.Redirect); ok {
			out = append(out, export.Redirect{From: strings.TrimSuffix(page.Path, "index.html"), To: strings.TrimPrefix(body.Full, address)})
		}
	}
	return out
}

// portalPath is the path of a portal's address, as it stands in requests: / or
// /portal/.
func portalPath(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return "/"
	}
	return cleanPath(parsed.EscapedPath())
}

// cleanPath is a path that begins and ends with a slash.
func cleanPath(path string) string {
	if path = strings.Trim(path, "/"); path == "" {
		return "/"
	}
	return "/" + path + "/"
}
