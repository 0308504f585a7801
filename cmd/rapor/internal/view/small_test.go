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

// What is said of a change, a tie or a group of which little is known is true
// also where rounding hides the change, several share a place, or few are known.
func TestSentencesAtTheEdges(t *testing.T) {
	files := map[string]string{
		"portal.toml": strings.Replace(bare, `["en"]`, `["id", "en"]`, 1) + "[jenis.desa]\nnama = \"Desa\"\nurutan = 2\n",
		"instrumen/satu.toml": `nama = "Satu"
singkatan = "Satu"
indeks = "Indeks"
tahun = { mulai = 2020 }
[tingkat]
min = 1
max = 5
[predikat.kurang]
nama = "Kurang"
min = 1
[aspek.A1]
nama = "Data"
bobot = 50
[aspek.A2]
nama = "Layanan"
bobot = 50
[indikator.I01]
aspek = "A1"
nama = "Satu"
bobot = 50
[indikator.I02]
aspek = "A2"
nama = "Dua"
bobot = 49.5
[indikator.I03]
aspek = "A2"
nama = "Tiga"
bobot = 0.3
[indikator.I04]
aspek = "A2"
nama = "Empat"
bobot = 0.2
`,
	}
	levels := func(slug, kind string, years map[string]string) {
		files["instansi/"+slug+"/instansi.toml"] = "nama = \"" + slug + "\"\njenis = \"" + kind + "\"\n"
		for year, l := range years {
			files["instansi/"+slug+"/"+year+".toml"] = "instrumen = \"satu\"\n" + l
		}
	}
	final := func(i1, i2, i3, i4 string) string {
		return "[tingkat.akhir]\nI01 = " + i1 + "\nI02 = " + i2 + "\nI03 = " + i3 + "\nI04 = " + i4 + "\n"
	}
	levels("tipis", "kota", map[string]string{"2023": final("3", "3", "1", "3"), "2024": final("3", "3", "3", "3")})       // 2.994 to 3.000
	levels("hampir", "kota", map[string]string{"2023": final("3", "3", "1", "3"), "2024": final("3", "3", "2", "2")})      // 2.994 to 2.995
	levels("tersembunyi", "kota", map[string]string{"2023": final("3", "3", "3", "3"), "2024": final("3", "3", "4", "4")}) // 3.000 to 3.005
	levels("lambat", "kota", map[string]string{"2020": "[terbit]\nindeks = 3.00\n", "2024": "[terbit]\nindeks = 3.01\n"})
	levels("rentang", "kota", map[string]string{
		"2023": "[terbit]\nindeks = 2.00\n[terbit.aspek]\nA1 = 2.00\nA2 = 2.00\n",
		"2024": "[terbit]\nindeks = 2.11\n[terbit.aspek]\nA1 = 2.10\nA2 = 2.11\n", // of figures with two decimals it is not known which added more
	})
	levels("jauh", "kota", nil)
	for _, slug := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
		levels(slug, "desa", map[string]string{"2023": final("1", "1", "1", "1"), "2024": final("2", "2", "2", "2")})
	}
	levels("j", "desa", nil)
	p := portalOf(files)
	for _, c := range []struct{ path, want string }{
		{"instansi/tipis/index.html", "+0,01 naik dari 2,99 pada 2023 "},
		{"instansi/hampir/index.html", "↑ kurang dari 0,01 naik dari 2,99 pada 2023, dihitung sebelum dibulatkan"},
		{"instansi/hampir/index.html", "naik kurang dari 0,01 dari 2023."},
		{"en/instansi/hampir/index.html", "up less than 0.01 from 2023."},
		{"instansi/tersembunyi/index.html", "+0,01 naik dari 3,00 pada 2023 "}, // 3.005 is shown as 3.01
		{"instansi/lambat/index.html", "Naik rata-rata kurang dari 0,01 setiap tahun sejak 2020."},
		{"instansi/a/index.html", "ke-1 dari 9 diketahui, sama dengan median 2,00"},
		{"en/instansi/a/index.html", "is not said, as the levels of too few are known."},
		{"instansi/a/index.html", "2 dari 2 bagian naik sejak 2023."},
		{"jenis/desa/index.html", "tertinggi a, 2,00 (bersama 9)."},
		{"tahun/2024/index.html", "Menurut nama, tanpa peringkat: terlalu sedikit yang diketahui."},
		{"index.html", "Untuk 2024, hasil 14 diketahui dari 16 instansi."},
	} {
		if text := words(tree(t, p.page(t, c.path))); !strings.Contains(text, c.want) {
			t.Errorf("%s does not say %q: %s", c.path, c.want, text)
		}
	}
	for _, c := range []struct{ path, never string }{
		{"instansi/hampir/index.html", "sama dengan 2023"},
		{"instansi/lambat/index.html", "tidak berubah"},
		{"instansi/a/index.html", "tidak ada dalam portal ini. Simulasi"},
		{"instansi/a/index.html", "Naik paling banyak"}, // both parts rose by 1.00
		{"instansi/rentang/index.html", "menambah paling banyak"},
		{"index.html", "Belum ada hasil"},
	} {
		if text := words(tree(t, p.page(t, c.path))); strings.Contains(text, c.never) {
			t.Errorf("%s says %q: %s", c.path, c.never, text)
		}
	}
}

// The few results of a small portal are ranked where all are known.
func TestAYearOfFewInstitutions(t *testing.T) {
	files := map[string]string{"portal.toml": bare, "instrumen/satu.toml": `nama = "Satu"
singkatan = "Satu"
indeks = "Indeks"
tahun = { mulai = 2020 }
[tingkat]
min = 1
max = 5
[predikat.baik]
nama = "Baik"
min = 1
[aspek.A1]
nama = "Data"
bobot = 100
[indikator.I01]
aspek = "A1"
nama = "Satu"
bobot = 100
`}
	for slug, index := range map[string]string{"a": "2.00", "b": "3.00", "c": "3.00"} {
		files["instansi/"+slug+"/instansi.toml"] = "nama = \"" + slug + "\"\njenis = \"kota\"\n"
		files["instansi/"+slug+"/2024.toml"] = "instrumen = \"satu\"\n[terbit]\nindeks = " + index + "\n"
	}
	files["instansi/a/2023.toml"] = "instrumen = \"satu\"\n[terbit]\nindeks = 2.00\n"
	p := portalOf(files)
	for path, want := range map[string]string{
		"tahun/2024/index.html": "b 1 (shared by 2) 3.00 Baik (derived) c 1 (shared by 2) 3.00 Baik (derived) a 3 2.00",
		"jenis/kota/index.html": "Lower and upper quartile 2.50 to 3.00",
		"instansi/b/index.html": "Lower quartile 2.50, upper quartile 3.00.", // of three there is no half
		"tahun/2023/index.html": "By name, without ranks: too little is known.",
	} {
		if text := words(tree(t, p.page(t, path))); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q: %s", path, want, text)
		}
	}
	if text := words(tree(t, p.page(t, "tahun/2024/index.html"))); strings.Contains(text, "too little") {
		t.Errorf("all of three are known, and the page says that too little is: %s", text)
	}
}
