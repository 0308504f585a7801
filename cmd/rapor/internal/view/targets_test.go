package view_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// town is a portal of eleven cities whose levels are known. The index of Kota
// Satu is 1.00, 1.50 and 2.00 from 2021 to 2023, by two indicators of weight 50.
var town = sync.OnceValue(func() *portal {
	files := map[string]string{
		"portal.toml": strings.Replace(bare, `["en"]`, `["id", "en"]`, 1),
		"instrumen/satu.toml": `nama = "Instrumen Satu"
singkatan = "Satu"
indeks = "Indeks"
tahun = { mulai = 2021, sampai = 2025 }
[tingkat]
min = 1
max = 5
[predikat.kurang]
nama = "Kurang"
min = 1
[predikat.baik]
nama = "Baik"
min = 2.6
[domain.D1]
nama = "Aturan"
bobot = 50
[domain.D2]
nama = "Layanan"
bobot = 50
[aspek.A1]
domain = "D1"
nama = "Aturan"
bobot = 50
[aspek.A2]
domain = "D2"
nama = "Layanan"
bobot = 50
[indikator.I01]
aspek = "A1"
nama = "Aturan"
bobot = 50
[indikator.I01.kriteria]
3 = "Aturan berlaku di semua unit."
[indikator.I02]
aspek = "A2"
nama = "Layanan"
bobot = 50
`,
		"instrumen/dua.toml": `nama = "Instrumen Dua"
singkatan = "Dua"
indeks = "Indeks"
tahun = { mulai = 2026 }
[tingkat]
min = 1
max = 5
[predikat.kurang]
nama = "Kurang"
min = 1
[aspek.A1]
nama = "Semua"
bobot = 100
[indikator.I01]
aspek = "A1"
nama = "Semua"
bobot = 100
`,
		"instansi/kota-satu/instansi.toml": `nama = "Kota Satu"
jenis = "kota"
subjenis = "Kota"
[target]
2022 = 1.50
2023 = 2.30
2024 = 2.40
2025 = 3.20
2026 = 3.00
[penanggung_jawab]
I01 = "Bagian Hukum"
`,
	}
	for y, levels := range map[int]string{2021: "I01 = 1\nI02 = 1", 2022: "I01 = 1\nI02 = 2", 2023: "I01 = 2\nI02 = 2"} {
		files[fmt.Sprintf("instansi/kota-satu/%d.toml", y)] = "instrumen = \"satu\"\n[tingkat.akhir]\n" + levels + "\n"
	}
	for i := range 10 {
		slug := fmt.Sprintf("kota-lain-%02d", i)
		files["instansi/"+slug+"/instansi.toml"] = fmt.Sprintf("nama = \"Kota Lain %d\"\njenis = \"kota\"\n", i)
		files["instansi/"+slug+"/2023.toml"] = fmt.Sprintf("instrumen = \"satu\"\n[tingkat.akhir]\nI01 = %d\nI02 = 1\n", 1+i/4)
	}
	return portalOf(files)
})

func TestTheSectionsThatAnAgencyActsOn(t *testing.T) {
	p := town()
	for _, c := range []struct{ path, why, want string }{
		{"instansi/kota-satu/index.html", "reached in its year", "2022 1,50 tercapai pada 2022"},
		{"instansi/kota-satu/index.html", "missed", "2023 2,30 tidak tercapai, kurang 0,30"},
		{"instansi/kota-satu/index.html", "the pace is enough, with a projection and its range", "2024 2,40 sesuai jalur 0,40 +0,40 +0,50 2,50 (2,50 sampai 2,50)"},
		{"instansi/kota-satu/index.html", "the pace must quicken", "2025 3,20 perlu percepatan 1,20 +0,60 +0,50 3,00 (3,00 sampai 3,00)"},
		{"instansi/kota-satu/index.html", "another yardstick", "2026 3,00 sesuai jalur (tolok ukur berganti) 1,00 +0,33 +0,50"},
		{"instansi/kota-satu/index.html", "no projection for it", "Tidak ada proyeksi untuk 2026: tolok ukur berganti."},
		{"instansi/kota-satu/index.html", "steps to the next band", "Menuju Baik (2,60) perlu 0,6000: paling sedikit 2 langkah tingkat (+1,0000)."},
		{"instansi/kota-satu/index.html", "steps to an open target", "Menuju target 3,20 untuk 2025 perlu 1,2000: paling sedikit 3 langkah tingkat (+1,5000)."},
		{"instansi/kota-satu/index.html", "gain, room, steps, peers, criterion and unit", "I01 Aturan 2 2 +1,0000 +0,5000 3 20,0% (2 dari 10) Aturan berlaku di semua unit. Bagian Hukum"},
		{"instansi/kota-satu/index.html", "leverage, not effort", "Ini daya ungkit, bukan mudah atau sulitnya."},
		{"instansi/kota-satu/index.html", "what changed", "Aturan 1,00 2,00 +0,5000 Layanan 2,00 2,00 0,0000 Perubahan indeks 1,50 2,00 +0,5000"},
		{"instansi/kota-satu/2023/index.html", "which indicator", "1 dari 2 indikator berubah tingkat Indikator 2022 2023 Sumbangan I01 Aturan 1 2 +0,5000"},
		{"instansi/kota-satu/2023/index.html", "all indicators with room left", "2 indikator yang masih punya ruang 2023 Indikator Tingkat Per tingkat Ruang Sudah di tingkat berikut Penanggung jawab I01 Aturan 2 +0,5000 3 20,0%"},
		{"en/instansi/kota-satu/index.html", "the same in English", "To Baik (2.60): 0.6000 is needed; fewest level steps: 2 (+1.0000)."},
		{"en/instansi/kota-satu/index.html", "the projection in English", "2025 3.20 must quicken 1.20 +0.60 +0.50 3.00 (3.00 to 3.00)"},
	} {
		if text := words(tree(t, p.page(t, c.path))); !strings.Contains(text, c.want) {
			t.Errorf("%s: %s: no %q in\n%s", c.path, c.why, c.want, text)
		}
	}
	if text := p.page(t, "instansi/kota-satu/index.html"); !strings.Contains(text, `class="proyeksi"`) || !strings.Contains(text, `class="rentang"`) && strings.Contains(text, "2,50 sampai 2,60") {
		t.Error("the trend draws no projection")
	}
	if text := words(tree(t, p.page(t, "instansi/kota-lain-01/index.html"))); strings.Contains(text, "Target dan jalannya") || strings.Contains(text, "Dari mana") {
		t.Error("a section with nothing to say")
	}
}

// single is an instrument of one indicator and one rating.
const single = `nama = "Instrumen Satu"
singkatan = "Satu"
indeks = "Indeks"
tahun = { mulai = 2020, sampai = 2025 }
[tingkat]
min = 1
max = 5
[predikat.kurang]
nama = "Kurang"
min = 1
[aspek.A1]
nama = "Semua"
bobot = 100
[indikator.I01]
aspek = "A1"
nama = "Semua"
bobot = 100
`

// A city has published indices; nothing else is known.
func TestTheSentenceToQuote(t *testing.T) {
	for i, c := range []struct {
		why, targets, results string
		id, en                string
	}{
		{"no target", "", "2022 = 2.00, 2023 = 2.50",
			"Indeks Kota A tahun 2023 adalah 2,50 (Kurang), naik 0,50 dari 2022.",
			"The Indeks of Kota A for 2023 is 2.50 (Kurang), up 0.50 from 2022."},
		{"reached in its own year", "2023 = 2.50", "2023 = 2.50",
			"Target 2,50 untuk 2023 tercapai.", "The target of 2.50 for 2023 was reached."},
		{"reached before its year", "2025 = 2.50", "2022 = 2.00, 2023 = 2.50",
			"Target 2,50 untuk 2025 sudah tercapai pada 2023.", "The target of 2.50 for 2025 was reached in 2023."},
		{"missed in two years", "2022 = 3.00, 2023 = 3.00", "2022 = 2.00, 2023 = 2.50",
			"Target 3,00 untuk 2022 dan 2023 tidak tercapai.", "The target of 3.00 for 2022 and 2023 was not reached."},
		{"missed in three, reached later", "2020 = 2.60, 2021 = 2.60, 2022 = 2.60", "2020 = 1.00, 2021 = 2.00, 2022 = 2.50, 2023 = 2.60",
			"Target 2,60 untuk 2020, 2021, dan 2022 tidak tercapai pada tahunnya; tercapai pada 2023.",
			"The target of 2.60 for 2020, 2021 and 2022 was not reached in time; it was reached in 2023."},
		{"missed and still ahead", "2023 = 3.00, 2025 = 3.00", "2022 = 2.00, 2023 = 2.50",
			"Target 3,00 untuk 2023 tidak tercapai, kurang 0,50; target 3,00 untuk 2025 belum tercapai, kurang 0,50, dan lajunya sesuai jalur.",
			"The target of 3.00 for 2023 was not reached, 0.50 short; the target of 3.00 for 2025 is not reached yet, 0.50 short, and the pace is enough."},
		{"falling", "2025 = 3.00", "2022 = 2.60, 2023 = 2.50",
			"belum tercapai, kurang 0,50, dan indeksnya menurun.", "is not reached yet, 0.50 short, and the index is falling."},
		{"too slow", "2025 = 3.00", "2022 = 2.40, 2023 = 2.50",
			"belum tercapai, kurang 0,50, dan lajunya perlu dipercepat.", "is not reached yet, 0.50 short, and the pace must quicken."},
		{"one edition says no pace", "2025 = 3.00", "2023 = 2.50",
			"Target 3,00 untuk 2025 belum tercapai, kurang 0,50.", "The target of 3.00 for 2025 is not reached yet, 0.50 short."},
		{"its year is not known", "2022 = 3.00", "2021 = 2.00, 2023 = 2.50",
			"Target 3,00 untuk 2022 tidak tercapai, kurang 1,00 pada 2021.", "The target of 3.00 for 2022 was not reached, 1.00 short in 2021."},
	} {
		files := map[string]string{
			"portal.toml":                   strings.Replace(bare, `["en"]`, `["id", "en"]`, 1),
			"instrumen/satu.toml":           single,
			"instansi/kota-a/instansi.toml": "nama = \"Kota A\"\njenis = \"kota\"\n[target]\n" + lines(c.targets),
		}
		for _, r := range strings.Split(c.results, ", ") {
			y, v, _ := strings.Cut(r, " = ")
			files["instansi/kota-a/"+y+".toml"] = "instrumen = \"satu\"\n[terbit]\nindeks = " + v + "\n[sumber.laporan]\njudul = \"Laporan\"\n"
		}
		if c.targets == "" {
			files["instansi/kota-a/instansi.toml"] = "nama = \"Kota A\"\njenis = \"kota\"\n"
		}
		p := portalOf(files)
		for path, want := range map[string]string{"instansi/kota-a/index.html": c.id, "en/instansi/kota-a/index.html": c.en} {
			if text := words(tree(t, p.page(t, path))); !strings.Contains(text, want) {
				t.Errorf("%d %s: no %q in\n%.900s", i, c.why, want, text)
			}
		}
	}
}

func lines(list string) string { return strings.ReplaceAll(list, ", ", "\n") + "\n" }

// The exact index is 2.5960: it prints as 2.60 and is short of it.
func TestLessThanHalfACentShortIsNotPrintedAsNothing(t *testing.T) {
	p := portalOf(map[string]string{
		"portal.toml": strings.Replace(bare, `["en"]`, `["id", "en"]`, 1),
		"instrumen/satu.toml": `nama = "Instrumen Satu"
singkatan = "Satu"
indeks = "Indeks"
tahun = { mulai = 2020, sampai = 2025 }
[tingkat]
min = 1
max = 5
[predikat.cukup]
nama = "Cukup"
min = 1
[predikat.baik]
nama = "Baik"
min = 2.6
[aspek.A1]
nama = "Semua"
bobot = 100
[indikator.I01]
aspek = "A1"
nama = "Satu"
bobot = 59.6
[indikator.I02]
aspek = "A1"
nama = "Dua"
bobot = 40.4
`,
		"instansi/kota-a/instansi.toml": "nama = \"Kota A\"\njenis = \"kota\"\n[target]\n2023 = 2.60\n2024 = 2.60\n",
		"instansi/kota-a/2023.toml":     "instrumen = \"satu\"\n[tingkat.akhir]\nI01 = 3\nI02 = 2\n",
	})
	text := words(tree(t, p.page(t, "instansi/kota-a/index.html")))
	for _, want := range []string{
		"Indeks 2023 2,60 Cukup (dihitung)", "Menuju Baik (2,60) kurang dari 0,01",
		"Target 2,60 untuk 2023 tidak tercapai, kurang dari 0,01; target 2,60 untuk 2024 belum tercapai, kurang dari 0,01.",
		"2024 2,60 belum dapat dihitung (baru satu edisi) kurang dari 0,01", "perlu 0,0040: paling sedikit 1 langkah tingkat (+0,5960)",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Contains(text, "kurang 0,00") || strings.Contains(text, "0,00 lagi") {
		t.Error("something is short by nothing")
	}
}
