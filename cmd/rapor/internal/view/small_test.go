package view_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"rapor/cmd/rapor/internal/load"
)

func portalOf(files map[string]string) *portal {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return newPortal(load.Source{Data: fsys, DataName: "data"})
}

const bare = `judul = "Kosong"
pemilik = "Siapa pun"
resmi = true
alamat = "https://x.example/"
bahasa = ["en"]

[jenis.kota]
nama = "Kota"
urutan = 1
`

func TestAPortalWithoutAnythingHasItsPages(t *testing.T) {
	p := portalOf(map[string]string{"portal.toml": bare})
	for path, want := range map[string]string{
		"index.html":          "This portal holds no results yet.",
		"instansi/index.html": "This portal holds no institutions yet.",
		"404.html":            "Page not found",
	} {
		if text := words(tree(t, p.page(t, path))); !strings.Contains(text, want) || strings.Contains(text, "Not an official") {
			t.Errorf("%s says %q", path, text)
		}
	}
	if p.paths["metode/index.html"] {
		t.Error("methods without an instrument")
	}
}

// The instrument of 2026 has no domains, and levels in steps of 0.01.
func TestLevelsWithDecimalsAndNoDomains(t *testing.T) {
	p := portalOf(map[string]string{
		"portal.toml": strings.Replace(bare, `["en"]`, `["id"]`, 1),
		"instrumen/digital.toml": `nama = "Digital"
singkatan = "Digital"
indeks = "Indeks Digital"
tahun = { mulai = 2026 }
[tingkat]
min = 1
max = 5
langkah = 0.01
[predikat.baik]
nama = "Baik"
min = 2.5
[predikat.kurang]
nama = "Kurang"
min = 1
[aspek.A1]
nama = "Data"
bobot = 40
[aspek.A2]
nama = "Layanan"
bobot = 60
[indikator.I01]
aspek = "A1"
nama = "Satu"
bobot = 40
[indikator.I02]
aspek = "A2"
nama = "Dua"
bobot = 60
`,
		"instansi/kota-x/instansi.toml": "nama = \"Kota X\"\njenis = \"kota\"\n",
		"instansi/kota-x/2026.toml":     "instrumen = \"digital\"\n[tingkat.akhir]\nI01 = 3.25\nI02 = 2\n",
	})
	text := words(tree(t, p.page(t, "instansi/kota-x/2026/index.html")))
	for _, want := range []string{
		"Indeks Digital 2026 2,50 Baik (dihitung)", "I01 Satu 40,00% 3,25", "I02 Dua 60,00% 2",
		"Aspek", "Indeks ini dihitung dari tingkat indikator", "Data 40,00% 3,25",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if text := words(tree(t, p.page(t, "metode/digital/index.html"))); !strings.Contains(text, "1 sampai 5, kelipatan 0,01") || !strings.Contains(text, "sejak 2026") {
		t.Errorf("the instrument says %s", text)
	}
}
