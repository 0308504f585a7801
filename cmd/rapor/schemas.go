package main

import (
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/schema"
)

// fileSchemas publishes the JSON Schemas of the TOML files, so that whoever has a
// portal's address can bind an editor to them.
func (b *builder) fileSchemas() {
	b.do(func() error {
		files, err := schema.Files()
		if err != nil {
			return err
		}
		for _, f := range files {
			if err := b.put(publish.File{Address: f.Path, Source: diag.Pos{File: program}, Content: f.Content}); err != nil {
				return err
			}
		}
		return nil
	})
}
