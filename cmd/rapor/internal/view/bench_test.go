package view_test

import "testing"

// BenchmarkPage builds and renders one page of each kind, from the shipped data.
func BenchmarkPage(b *testing.B) {
	p := shipped()
	wanted := map[string]bool{
		"index.html": true, "instansi/index.html": true, "instansi/provinsi-sulawesi-barat/index.html": true,
		"instansi/kabupaten-agam/2023/index.html": true, "instansi/kota-bandar-lampung/2024/index.html": true,
	}
	for _, page := range p.pages {
		if !wanted[page.Path] {
			continue
		}
		b.Run("build/"+page.Path, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				page.Build()
			}
		})
		built := page.Build()
		b.Run("render/"+page.Path, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.theme.Render(built); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
