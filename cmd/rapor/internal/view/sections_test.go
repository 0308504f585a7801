package view_test

import (
	"strings"
	"testing"
)

// The figures were counted from the data files with a calculation of their own.
func TestTheOverviewPagesSayTheRightFigures(t *testing.T) {
	p := shipped()
	for _, c := range []struct{ path, why, want string }{
		{"rekonsiliasi/index.html", "how much fits", "Dari 7.935 nilai terbit, 2.690 dapat dibandingkan dengan hitungannya: 2.686 cocok, 4 tidak."},
		{"rekonsiliasi/index.html", "a value that levels cannot make", "Kab. Banyuasin 2023 Layanan SPBE 0,30 –tidak ada hitungan –tidak berlaku di luar nilai yang dapat dibentuk tingkat 1 sampai 5"},
		{"rekonsiliasi/index.html", "a domain of the national figure", "Nasional 2022 Layanan SPBE 2,96 2,97 −0,01 beda pembulatan"},
		{"rekonsiliasi/index.html", "two sources of one figure", "Kab. Polewali Mandar 2023 Indeks 3,86 3,85 LAKIP Kominfo 2023"},
		{"rekonsiliasi/index.html", "bands before rounding in 2024", "Kab. Luwu 2024 2,60 2,5960–2,5985 Cukup indeks sebelum dibulatkan"},
		{"rekonsiliasi/index.html", "bands before rounding in 2024", "Kab. Nias Barat 2024 1,80 1,7975–1,8000 Kurang indeks sebelum dibulatkan"},
		{"rekonsiliasi/index.html", "bands before rounding in 2024", "Kab. Pacitan 2024 3,50 3,4985 Baik indeks sebelum dibulatkan"},
		{"rekonsiliasi/index.html", "bands after rounding in 2023", "Kab. Boven Digoel 2023 1,80 1,7995 Cukup indeks sesudah dibulatkan"},
		{"rekonsiliasi/index.html", "bands after rounding in 2023", "Kab. Nias Barat 2023 1,80 1,7950–1,7975 Cukup indeks sesudah dibulatkan"},
		{"rekonsiliasi/index.html", "an average and its list", "Nasional 2024 3,12 3,1694 615 diketahui dari 630"},
		{"rekonsiliasi/index.html", "an average and its whole list", "Rata-rata Provinsi 2024 3,42 3,4068 38 diketahui dari 38"},
		{"rekonsiliasi/index.html", "what cannot be computed is only counted", "Domain 32 0 0 0 2.461 2.493"},
		{"en/rekonsiliasi/index.html", "in English", "Kab. Banyuasin 2023 SPBE services 0.30 –nothing computed –does not apply outside what levels 1 to 5 can make"},
		{"tahun/2024/index.html", "coverage and median", "Untuk 2024, hasil 615 diketahui dari 630 instansi. Median indeks 3,14."},
		{"tahun/2024/index.html", "bands of a kind", "Provinsi 38 38 6 16 10 4 2"},
		{"tahun/2024/index.html", "a share target", "Pemerintah kabupaten dan kota Baik ke atas 2024 60% 72,2% (350 dari 485) tercapai"},
		{"tahun/2024/index.html", "a share target that was missed", "Instansi pusat Baik ke atas 2024 100% 94,6% (87 dari 92) tidak tercapai"},
		{"tahun/2024/index.html", "quartiles and median", "Provinsi 2,88 3,64 3,94"},
		{"tahun/2024/index.html", "who moved", "607 instansi; 561 naik, 29 turun, 17 tetap."},
		{"tahun/2021/index.html", "a year of which little is known", "Untuk 2021, hasil 11 diketahui dari 630 instansi. Itu kurang dari 90%"},
		{"tahun/2021/index.html", "results without ranks", "Kab. Luwu Utara Kabupaten 2,69 Baik"},
		{"tahun/2021/index.html", "a published distribution", "Sebaran 517 instansi Nasional, 2021"},
		{"tahun/index.html", "every year", "2020 3 630 –kurang dari 90% diketahui PermenPANRB 5/2018"},
		{"jenis/provinsi/index.html", "the middle and the ends", "Median 3,64 Separuh yang di tengah 2,88 sampai 3,94 Tertinggi Jawa Barat 4,73 Terendah Papua Selatan 1,61"},
		{"jenis/provinsi/index.html", "shared ranks", "Kalimantan Utara 15 (bersama 2) – tidak diketahui 2,83 3,79 +0,96 Sangat Baik"},
		{"jenis/kabupaten/index.html", "who is missing, by name", "Kab. Buru, Kab. Deiyai, Kab. Labuhanbatu"},
		{"instansi/kabupaten-banyuasin/2023/index.html", "why the rating is held against the printed index", "Predikat 2023 dibandingkan dengan indeks terbit, karena indeks tidak dapat dihitung dari bagiannya."},
		{"instansi/kabupaten-banyuasin/index.html", "parts that are known and impossible", "Tidak dapat dihitung dari bagiannya, yang tidak diketahui atau di luar nilai yang mungkin: 2023."},
		{"instansi/provinsi-sulawesi-barat/cetak/index.html", "what adds most stands first", "Manajemen SPBE +0,47 Tata Kelola SPBE +0,40 Layanan SPBE +0,39 Kebijakan Internal SPBE +0,04"},
		{"index.html", "a share target whose year is over", "target 2024 100% berpredikat Baik ke atas, tidak tercapai (94,6%)."},
		{"instansi/kabupaten-banyuasin/index.html", "a change against a figure in doubt", "Catatan 2023, tahun pembandingnya: Laporan mencetak 0,30 untuk domain Layanan (D4)"},
		{"tahun/2024/index.html", "a mover whose first figure is in doubt", "Kab. Banyuasin, 2023: Laporan mencetak 0,30 untuk domain Layanan (D4)"},
		{"instansi/kota-bandar-lampung/index.html", "which indicators are lowest, by name", "Paling rendah pada 2024, tingkat 1: I11 Arsitektur SPBE Instansi Pusat/Pemerintah Daerah, I12 Peta Rencana SPBE Instansi Pusat/Pemerintah Daerah, " +
			"I26 Penerapan Manajemen Pengetahuan, I27 Penerapan Manajemen Perubahan, I31 Pelaksanaan Audit Keamanan SPBE."},
		{"instansi/kota-bandar-lampung/index.html", "the way to what would raise the index", "2024 Apa yang menaikkan indeks Lembar A4 untuk dicetak"},
		{"instansi/index.html", "no search without script", "Pencarian dan penyaringan memerlukan skrip"},
		{"indikator/index.html", "an instrument without domains", "PermenPANRB 8/2026 sejak 2026 –tidak ada 7 20 0"},
		{"instansi/index.html", "a province without regencies is its own", "Daerah Khusus Ibukota Jakarta 4,21 4,46 +0,25 Memuaskan –tidak diketahui Daerah Khusus Ibukota Jakarta"},
		{"wilayah/provinsi-papua-selatan/cetak/index.html", "who is missing", "Tanpa hasil 2024 (1): Kab. Mappi."},
		{"wilayah/provinsi-papua-selatan/cetak/index.html", "few members in one column", "Kab. Asmat 1,03 +0,03 Kab. Boven Digoel 2,16 +0,36 Kab. Merauke 2,25 +0,59"},
		{"instansi/nasional/2018/index.html", "a kind called like its institution", "Beranda Instansi Nasional Nasional, edisi 2018"},
		{"wilayah/provinsi-jawa-tengah/index.html", "the province apart from its members", "Pemerintah Jawa Tengah sendiri, 2024 4,42 (Memuaskan) Median 3,76"},
		{"wilayah/provinsi-jawa-tengah/index.html", "who is highest", "Hasil 2024: 35 diketahui dari 35. Median 3,76; tertinggi Kab. Sukoharjo, 4,45."},
		{"indikator/permenpanrb-59-2020/I31/index.html", "what a level asks for", "5 Optimum Temuan audit ditindaklanjuti dengan perbaikan keamanan."},
		{"indikator/permenpanrb-59-2020/I31/index.html", "too few for a distribution", "Untuk 2024, tingkat indikator ini diketahui untuk 1 instansi. Sebaran ditampilkan mulai sepuluh instansi."},
		{"indikator/permenpanrb-59-2020/I31/index.html", "who is at which level", "Kota Bandar Lampung 2024 1 Rintisan"},
		{"status/index.html", "coverage by kind", "2024 34 dari 35 58 dari 60 38 dari 38 392 dari 404 93 dari 93 615 dari 630"},
		{"status/index.html", "copies that nobody compared", "2024 624 624 0 0"},
	} {
		if text := words(tree(t, p.page(t, c.path))); !strings.Contains(plain(text), plain(c.want)) {
			t.Errorf("%s, %s: %q is not in %s", c.path, c.why, c.want, text)
		}
	}
}

// plain leaves the spaces out: words read aloud stand close to their dash.
func plain(s string) string { return strings.ReplaceAll(s, " ", "") }

func TestAYearOfWhichLittleIsKnownHasNoMedianAndNoRanks(t *testing.T) {
	text := words(tree(t, shipped().page(t, "tahun/2021/index.html")))
	for _, not := range []string{"Kuartil", "Peringkat", "Naik paling banyak", "%)"} {
		if strings.Contains(text, not) {
			t.Errorf("%q stands on the page of 2021", not)
		}
	}
}

func TestANamedGroupHasItsPage(t *testing.T) {
	text := words(tree(t, sample().page(t, "kelompok/dampingan-satu/index.html")))
	for _, want := range []string{"Kelompok Dampingan 1", "Pendamping Dinas Contoh", "Jadwal 10 Juni sampai 9 Juli 2024", "Kota Fajar"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page of the group lacks %q: %s", want, text)
		}
	}
	if page := sample().page(t, "instansi/kota-aman/index.html"); !strings.Contains(page, `href="../../kelompok/dampingan-satu/"`) {
		t.Error("a member's page does not lead to its group")
	}
}

func TestProvincesAndTheirRegenciesLeadToEachOther(t *testing.T) {
	p := shipped()
	for page, want := range map[string]string{
		"instansi/provinsi-sulawesi-barat/index.html":      `href="../../wilayah/provinsi-sulawesi-barat/"`,
		"instansi/kabupaten-polewali-mandar/index.html":    `href="../../wilayah/provinsi-sulawesi-barat/"`,
		"wilayah/provinsi-sulawesi-barat/index.html":       `href="../../instansi/kabupaten-polewali-mandar/"`,
		"instansi/provinsi-sulawesi-barat/2024/index.html": `>Terbit dan hitung: seluruh portal</a>`,
		"index.html": `href="jenis/provinsi/"`,
		"instansi/kota-bandar-lampung/index.html":     `<a href="2024/#I31">I31 Pelaksanaan Audit Keamanan SPBE</a>`,
		"instansi/kabupaten-bandung-barat/index.html": `<a href="#daya-ungkit">Apa yang menaikkan indeks</a>`,
	} {
		if !strings.Contains(p.page(t, page), want) {
			t.Errorf("%s lacks %s", page, want)
		}
	}
}

// Polewali Mandar had 3.30 in 2020, by the instrument of 2018.
func TestFiguresOfTwoInstrumentsNeverStandInOneRow(t *testing.T) {
	text := words(tree(t, shipped().page(t, "wilayah/provinsi-sulawesi-barat/index.html")))
	if !strings.Contains(text, "Kab. Polewali Mandar 1 2,71 3,58 3,86 3,88 +0,02 Sangat Baik") || strings.Contains(text, "3,30") {
		t.Errorf("the row of Polewali Mandar is not its four years by one instrument: %s", text)
	}
}
