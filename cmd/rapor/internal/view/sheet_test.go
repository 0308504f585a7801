package view_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestASheetHoldsTheResultOnOnePage(t *testing.T) {
	p := shipped()
	for _, c := range []struct{ path, want string }{
		{"instansi/provinsi-sulawesi-barat/cetak/index.html", "Indeks SPBE 2024. Instrumen PermenPANRB 59/2020, 47 indikator, skala 0 sampai 5."},
		{"instansi/provinsi-sulawesi-barat/cetak/index.html", "Kebijakan Internal SPBE 2,90 4,70 3,70"},
		{"instansi/provinsi-sulawesi-barat/cetak/index.html", "Manajemen SPBE +0,47"},
		{"instansi/provinsi-sulawesi-barat/cetak/index.html", "Indeks terbit 3,70 dan hitungan ulangnya: cocok."},
		{"instansi/provinsi-sulawesi-barat/cetak/index.html", "Mulai 2026 penilaian memakai PermenPANRB 8/2026; nilainya tidak sebanding"},
		{"instansi/provinsi-sulawesi-barat/cetak/index.html", "/instansi/provinsi-sulawesi-barat/2024/"},
		{"instansi/kota-bandar-lampung/cetak/index.html", "I42 Layanan Pengaduan Pelayanan Publik 4 +0,0300"},
		{"instansi/kota-bandar-lampung/cetak/index.html", "Menuju Sangat Baik (3,50) perlu 0,5205: paling sedikit 18 langkah tingkat (+0,5275)."},
		{"en/instansi/provinsi-sulawesi-barat/cetak/index.html", "Published index 3.70 and its recalculation: agrees."},
	} {
		if text := words(tree(t, p.page(t, c.path))); !strings.Contains(plain(text), plain(c.want)) {
			t.Errorf("%s: %q is not in %s", c.path, c.want, text)
		}
	}
}

func TestARecapListsItsMembersOrTheEnds(t *testing.T) {
	p := shipped()
	for _, c := range []struct {
		path  string
		rows  int
		words string
	}{
		{"wilayah/provinsi-jawa-tengah/cetak/index.html", 35, "Rekap: Kabupaten dan kota di Jawa Tengah"},
		{"jenis/provinsi/cetak/index.html", 38, "84,2% (32 dari 38) tercapai"},
		{"jenis/kota/cetak/index.html", 8 + 8 + 5 + 2, "Kota Lubuk Linggau 2,86 2,64 ↓ −0,22"},
		{"en/jenis/kabupaten/cetak/index.html", 8 + 8 + 5 + 5, "Without a result for 2024 (12): Kab. Buru"},
	} {
		root := tree(t, p.page(t, c.path))
		rows := 0
		each(root, func(n *html.Node) {
			if href, _ := attr(n, "href"); n.Data == "a" && within(n, "table") && strings.Contains(href, "instansi/") {
				rows++
			}
		})
		if rows != c.rows {
			t.Errorf("%s: %d institutions in tables, want %d", c.path, rows, c.rows)
		}
		if text := words(root); !strings.Contains(plain(text), plain(c.words)) {
			t.Errorf("%s: %q is not in %s", c.path, c.words, text)
		}
	}
}

func TestAnInstitutionWithoutAResultHasASheetThatSaysSo(t *testing.T) {
	for _, page := range sample().pages {
		if !strings.HasPrefix(page.Path, "instansi/") || !strings.HasSuffix(page.Path, "/cetak/index.html") {
			continue
		}
		if text := words(tree(t, sample().html(t, page))); !strings.Contains(text, "Halaman lengkap:") || !strings.Contains(text, "Indeks") {
			t.Errorf("%s says too little: %s", page.Path, text)
		}
	}
}

func TestKindsAreNamedInThePluralWhereTheyAreMany(t *testing.T) {
	p := shipped()
	for path, want := range map[string]string{
		"en/jenis/kota/cetak/index.html":             "Recap: Cities",
		"en/instansi/kota-bandar-lampung/index.html": "City, Lampung",
		"en/instansi/index.html":                     "Regencies",
		"jenis/kota/index.html":                      "Kota",
	} {
		if text := words(tree(t, p.page(t, path))); !strings.Contains(text, want) {
			t.Errorf("%s lacks %q", path, want)
		}
	}
}
