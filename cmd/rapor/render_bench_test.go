package main

import (
	"bytes"
	"io"
	"testing"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/view"
)

// BenchmarkRender builds and renders every page of the national portal's first
// hundred institutions and of all that leads to them; read it as time per page.
func BenchmarkRender(b *testing.B) {
	a := newApp(b.Context(), nil, nil, io.Discard, io.Discard)
	cmd := buildCommand(a)
	a.rootCommand().AddCommand(cmd)
	p, err := a.readPortal(cmd, nil)
	if err != nil {
		b.Fatal(err)
	}
	load.Public(p.set, false)
	site := view.New(p.set, view.Settings{Theme: p.theme, Study: analysis.NewStudy(p.set, p.models), Date: "2024", Program: program})
	var pages []view.Page
	for page := range site.Pages() {
		if len(pages) < 600 {
			pages = append(pages, page)
		}
	}
	var html bytes.Buffer
	for i := 0; b.Loop(); i++ {
		html.Reset()
		if err := p.theme.RenderTo(&html, pages[i%len(pages)].Build()); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(html.Len()))
}
