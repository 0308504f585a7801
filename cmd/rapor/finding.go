package main

import (
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/view"
)

// index writes the search index of every language: script files, so that the
// search works in a site that is opened from a disk.
func (b *builder) index(site *view.Site) {
	for _, code := range b.portal.set.Portal.Languages {
		b.do(func() error {
			for _, f := range site.Index(code).Files() {
				if err := b.put(publish.File{Address: view.IndexFile(code, f.Part), Source: diag.Pos{File: "portal.toml"}, Content: f.Content}); err != nil {
					return err
				}
			}
			return nil
		})
	}
}
