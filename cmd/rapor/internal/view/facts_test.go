package view_test

import (
	"strings"
	"testing"
)

// The figures were counted by hand from the national report of 2024 and the
// reports of two institutions.
func TestTheShippedPagesSayTheRightFigures(t *testing.T) {
	p := shipped()
	for _, c := range []struct{ path, why, want string }{
		{"instansi/provinsi-sulawesi-barat/index.html", "the index and its band", "Indeks SPBE 2024 3,70 Sangat Baik ↑ +0,81 naik dari 2,89 pada 2023"},
		{"instansi/provinsi-sulawesi-barat/index.html", "both edges of the band", "Di atas batas Sangat Baik (3,50) +0,20 Menuju Memuaskan (4,20) kurang 0,50"},
		{"instansi/provinsi-sulawesi-barat/index.html", "its targets", "Target 4,00 untuk 2024 tidak tercapai, kurang 0,30 Target 3,00 untuk 2026 tercapai pada 2024"},
		{"instansi/provinsi-sulawesi-barat/index.html", "its place, the median exactly 3.635", "Di antara 38 provinsi ke-18, di atas median 3,64"},
		{"instansi/provinsi-sulawesi-barat/index.html", "the sentence to quote", "Indeks SPBE Pemerintah Provinsi Sulawesi Barat tahun 2024 adalah 3,70 (Sangat Baik), naik 0,81 dari 2023."},
		{"instansi/provinsi-sulawesi-barat/index.html", "another instrument in 2026", "Untuk 2026 berlaku instrumen lain. Target 3,00 dinilai dengan PermenPANRB 59/2020"},
		{"instansi/provinsi-sulawesi-barat/index.html", "the quartiles", "Separuh yang di tengah bernilai 2,88 sampai 3,94."},
		{"instansi/provinsi-sulawesi-barat/index.html", "ties share a rank", "Kalimantan Timur 15 2,91 3,79 Sangat Baik Kalimantan Utara 15 2,83 3,79 Sangat Baik Riau 17"},
		{"instansi/provinsi-sulawesi-barat/index.html", "domains against the median", "Manajemen SPBE 16,50% 1,09 2,18 ↑ +1,09 2,23 di bawah (−0,05)"},
		{"instansi/provinsi-sulawesi-barat/index.html", "the calculation from domains", "13% × 4,70 + 25% × 3,40 + 16,5% × 2,18 + 45,5% × 4,14 = 3,7044."},
		{"instansi/provinsi-sulawesi-barat/index.html", "a rating that was not printed", "2022 2,04 Cukup (turunan)"},
		{"instansi/provinsi-sulawesi-barat/index.html", "an unchecked copy", "Belum dicocokkan dengan halaman aslinya."},
		{"instansi/kota-bandar-lampung/2024/index.html", "all levels", "47 indikator Nama tingkat"},
		{"instansi/kota-bandar-lampung/2024/index.html", "the lowest level, then and now", "Di tingkat 1: 43 dari 47 indikator pada 2021, 5 pada 2024."},
		{"instansi/kota-bandar-lampung/2024/index.html", "the exact index", "Indeks 2,98 2,9795 0,00 cocok"},
		{"instansi/kota-bandar-lampung/2024/index.html", "its place", "Di antara 93 kota ke-69, di bawah median 3,49"},
		{"index.html", "the bands of all institutions", "Semua instansi 615 dari 630 48 182 239 127 19 76,3%"},
		{"index.html", "the share target of regencies and cities", "Pemerintah kabupaten dan kota: target 2024 60% berpredikat Baik ke atas, tercapai 72,2%."},
		{"index.html", "who moved", "Dinilai pada kedua tahun: 607 instansi; 561 naik, 29 turun, 17 tetap."},
		{"index.html", "the sentence", "Dari 615 instansi dengan hasil 2024, 469 (76,3%) berpredikat Baik ke atas; pada 2023: 388 dari 621 (62,5%)."},
		{"index.html", "two instruments are not compared", "2021 2,24 Cukup (turunan) t.s."},
		{"index.html", "the provinces", "6 Memuaskan, 16 Sangat Baik, 10 Baik, 4 Cukup, 2 Kurang. Tertinggi Jawa Barat (4,73), terendah Papua Selatan (1,61)."},
		{"instansi/kota-bandar-lampung/index.html", "the fewest steps", "Menuju Sangat Baik (3,50) perlu 0,5205: paling sedikit 18 langkah tingkat (+0,5275)."},
		{"instansi/kota-bandar-lampung/index.html", "the steps add up", "Jumlah 18 +0,5275"},
		{"instansi/kota-bandar-lampung/index.html", "what changed adds up", "Selisih terbit dan hitung +0,0050 Perubahan indeks 2,15 2,98 +0,8300"},
		{"instansi/kota-bandar-lampung/index.html", "the greatest part first", "Manajemen SPBE 1,00 2,55 +0,2550"},
		{"instansi/kota-bandar-lampung/index.html", "three targets in one sentence", "naik 0,83 dari 2023. Target 2,60 untuk 2021, 2022, dan 2023 tidak tercapai pada tahunnya; tercapai pada 2024."},
		{"en/instansi/kota-bandar-lampung/index.html", "three targets in one sentence", "up 0.83 from 2023. The target of 2.60 for 2021, 2022 and 2023 was not reached in time; it was reached in 2024."},
		{"instansi/provinsi-sulawesi-barat/index.html", "two targets in one sentence", "Target 4,00 untuk 2024 tidak tercapai, kurang 0,30; target 3,00 untuk 2026 sudah tercapai pada 2024."},
		{"en/instansi/provinsi-sulawesi-barat/index.html", "two targets in one sentence", "The target of 4.00 for 2024 was not reached, 0.30 short; the target of 3.00 for 2026 was reached in 2024."},
		{"instansi/provinsi-sulawesi-barat/index.html", "leverage without steps", "Menuju Memuaskan (4,20): kurang 0,50. Tabel ini menunjukkan daya ungkit bobot, bukan mudah atau sulitnya."},
		{"instansi/provinsi-sulawesi-barat/index.html", "the room of a domain", "Manajemen SPBE 0,1650 2,18 2,82 +0,47 −0,05"},
		{"metode/index.html", "an example in real figures", "Indeks tepat 2,9795 dibulatkan menjadi 2,98."},
		{"en/instansi/provinsi-sulawesi-barat/index.html", "the other language's form", "3.70 Very Good ↑ +0.81 up from 2.89 in 2023"},
	} {
		if text := words(tree(t, p.page(t, c.path))); !strings.Contains(text, c.want) {
			t.Errorf("%s: %s: no %q", c.path, c.why, c.want)
		}
	}
}

func TestStatesOfAnInstitution(t *testing.T) {
	p := sample()
	for _, c := range []struct{ path, why, want string }{
		{"instansi/kota-diam/index.html", "no assessment at all", "Belum ada data penilaian Pemerintah Kota Diam dalam portal ini."},
		{"instansi/kota-fajar/index.html", "still being filled", "Sedang diisi: 1 dari 4 indikator"},
		{"instansi/kota-fajar/index.html", "the deadline", "Batas pengisian: 1 Oktober 2023."},
		{"instansi/kota-fajar/index.html", "what came after it", "Instansi ini ada sampai 2023; digantikan oleh Kota Diam."},
		{"instansi/kota-fajar/2022/index.html", "an earlier stage is no result", "Nilai tahap penilaian mandiri, bukan hasil akhir. Tidak masuk tren, peringkat, median, dan target."},
		{"instansi/kota-cepat/index.html", "a printed word that is no rating", "2022 2,20 Sedang (seperti tercetak)"},
		{"instansi/kota-cepat/index.html", "the break between instruments", "Instrumen berganti pada 2022, dari Lama ke Baru."},
		{"instansi/kota-baru/index.html", "a band that its index contradicts", "Predikat 2023: terbit Kurang, hitung Baik."},
		{"instansi/kota-baru/index.html", "too few peers for a rank", "Di antara 5 kota hasil diketahui: 4, tanpa peringkat"},
		{"instansi/kota-aman/index.html", "a target of the past", "2,00 tercapai pada 2022"},
		{"instansi/kota-aman/index.html", "a target to come", "Target 3,80 untuk 2025 belum tercapai, kurang 0,20"},
		{"instansi/kota-aman/index.html", "a target past the instrument's years", "2026 4,50 sesuai jalur 0,90"},
		{"instansi/kota-aman/index.html", "the editors' text", "Dari pengelola Tren Kota Aman mulai menilai pada 2022."},
		{"instansi/kota-aman/index.html", "a published index that its levels contradict", "2022 2,55 2,6000 −0,05 selisih"},
		{"instansi/kota-aman/2023/index.html", "another source's figure", "LAKIP 2023 3,61"},
		{"instansi/kota-aman/2023/index.html", "the note to readers", "Catatan: Angka ini dari laporan sementara."},
		{"instansi/kota-aman/2023/index.html", "how sure the reading is", "Keyakinan atas salinan 2023: sedang."},
		{"instansi/kota-aman/2023/index.html", "an earlier stage beside the result", "Aturan Dua 25,00% 3 4 3 Terdefinisi"},
		{"instansi/kota-aman/2023/index.html", "a level's criterion", "Terpadu Aturan ditinjau."},
		{"instansi/kota-aman/2023/index.html", "evidence", "SK 1/2023: ada"},
		{"instansi/rata-rata-kota/index.html", "an average is no institution", "bukan hasil satu instansi"},
		{"instansi/negara/2020/index.html", "a published distribution", "Baik ke atas 10 25,0%"},
		{"metode/baru/index.html", "the basis of one year", "Kecuali 2022: dengan indeks sesudah dibulatkan."},
		{"metode/baru/index.html", "criteria", "3 Terdefinisi Aturan berlaku di semua unit."},
		{"berita/index.html", "the list of news", "Portal dibuka 31 Januari 2024 Mulai hari ini"},
		{"lama/index.html", "an old address", "Halaman ini pindah ke: Tentang portal ini"},
	} {
		if text := words(tree(t, p.page(t, c.path))); !strings.Contains(text, c.want) {
			t.Errorf("%s: %s: no %q in\n%s", c.path, c.why, c.want, text)
		}
	}
}

func TestWhatIsNotOpenStaysOut(t *testing.T) {
	p := sample()
	for _, page := range p.pages {
		if text := p.html(t, page); strings.Contains(text, "RAHASIA") {
			t.Errorf("%s prints a note that is not open", page.Path)
		}
	}
	if text := p.page(t, "instansi/rata-rata-kota/index.html"); strings.Contains(text, "ke-1") || strings.Contains(text, "sebanding-j") {
		t.Error("an average is ranked")
	}
}

func TestThePageForWhatIsNotThereLinksFromThePortalsPath(t *testing.T) {
	text := sample().page(t, "404.html")
	for _, want := range []string{`href="/portal/assets/rapor.css"`, `href="/portal/en/instansi/"`, `lang="en"`} {
		if !strings.Contains(text, want) {
			t.Errorf("404.html lacks %s", want)
		}
	}
}

func TestAPageNamesItsOtherLanguage(t *testing.T) {
	text := sample().page(t, "en/instansi/kota-aman/2023/index.html")
	for _, want := range []string{
		`<html lang="en">`,
		`<link rel="canonical" href="https://contoh.example/portal/en/instansi/kota-aman/2023/">`,
		`<link rel="alternate" hreflang="id" href="https://contoh.example/portal/instansi/kota-aman/2023/">`,
		`<link rel="alternate" hreflang="x-default" href="https://contoh.example/portal/instansi/kota-aman/2023/">`,
		`href="../../../../instansi/kota-aman/2023/" lang="id" hreflang="id">Bahasa Indonesia</a>`,
		`City of Aman`,
		`<span lang="id">Kebijakan</span>`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	// A text that exists in one language alone leads to the other's first page.
	if text := sample().page(t, "aksesibilitas/index.html"); strings.Contains(text, `rel="alternate" hreflang`) || !strings.Contains(text, `href="../en/" lang="en"`) {
		t.Error("a text without translation claims one")
	}
}
