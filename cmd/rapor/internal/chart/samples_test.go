package chart

import (
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

// The figures of the samples are published ones: the national index 2018 to
// 2024, Sulawesi Barat 2022 to 2024, the distribution of 2024.

var bands2020 = []Band{{"Kurang", 100}, {"Cukup", 180}, {"Baik", 260}, {"Sangat Baik", 350}, {"Memuaskan", 420}}

var scale2020 = Scale{Bands: bands2020}

func head(id, title, description string) Head {
	return Head{ID: id, Title: title, Description: description, Form: lang.Indonesian}
}

// from lists points from a year on; -1 leaves a year out.
func from(year int, values ...maturity.Hundredths) []Point {
	var points []Point
	for i, v := range values {
		if v >= 0 {
			points = append(points, Point{year + i, v})
		}
	}
	return points
}

func figure(v maturity.Hundredths) *maturity.Hundredths { return &v }

func nationalTrend() Trend {
	return Trend{
		Head:  head("tren", "Indeks SPBE nasional 2018 sampai 2024", "Instrumen 2018: 1,98; 2,18; 2,26. Instrumen 2020: 2,24; 2,34; 2,79; 3,12."),
		Scale: scale2020,
		Series: []Series{
			{Name: "PermenPANRB 5/2018", Caption: "35 indikator", From: 2018, Points: from(2018, 198, 218, 226)},
			{Name: "PermenPANRB 59/2020", Caption: "47 indikator", From: 2021, Points: from(2021, 224, 234, 279, 312)},
		},
		Targets:    []TrendTarget{{2020, 260, "target 2,60"}, {2023, 260, "target 2,60"}, {2024, 285, "target 2,85"}},
		Shown:      2024,
		Break:      "tidak sebanding",
		TargetName: "Target",
	}
}

func provinceTrend() Trend {
	return Trend{
		Head:       head("tren", "Indeks SPBE Sulawesi Barat 2022 sampai 2024 dan target", "2022 2,04; 2023 2,89; 2024 3,70."),
		Scale:      scale2020,
		Series:     []Series{{Name: "PermenPANRB 59/2020", Caption: "47 indikator", From: 2021, Points: from(2022, 204, 289, 370)}},
		Targets:    []TrendTarget{{2026, 300, "target 3,00"}, {2024, 400, "target 4,00"}},
		Empty:      []YearNote{{2025, "belum ada"}, {2026, "belum ada"}},
		Shown:      2024,
		Break:      "tidak sebanding",
		TargetName: "Target",
	}
}

// longTrend has what the others lack: fifteen years with holes, three
// instruments, targets far away and two in one year, a projection.
func longTrend() Trend {
	return Trend{
		Head:  head("tren", "Lima belas tahun", "Contoh."),
		Scale: Scale{Bands: []Band{{"Kurang", 100}, {"Cukup", 150}, {"Baik", 250}, {"Sangat Baik", 350}, {"Memuaskan", 400}}},
		Series: []Series{
			{Name: "PermenPANRB 5/2018", Caption: "35 indikator", From: 2018, Points: from(2018, 198, -1, 226)},
			{Name: "PermenPANRB 59/2020", Caption: "47 indikator", From: 2021, Points: from(2021, 224, 234, 279, 312, 300)},
			{Name: "PermenPANRB 8/2026", Caption: "20 indikator", From: 2026, Points: from(2026, 250, 260, 281, -1, 290, 310, 333)},
		},
		Targets:    []TrendTarget{{2030, 300, "target RPJMN 3,00"}, {2030, 320, "target RPJMD 3,20"}, {2045, 450, "target 4,50"}},
		Empty:      []YearNote{{2019, "tidak dinilai"}, {2029, "belum ada"}},
		Shown:      2032,
		Break:      "tidak sebanding",
		TargetName: "Target",
		Projection: &Projection{Name: "Proyeksi", Label: "proyeksi 3,71", Points: []ProjectionPoint{{2032, 333, 333, 333}, {2033, 343, 352, 356}, {2034, 353, 371, 379}}},
	}
}

func provinceRuler() Ruler {
	return Ruler{
		Head:    head("penggaris", "Letak indeks pada skala 0 sampai 5", "Indeks 2024 3,70 dalam predikat Sangat Baik; 2023 2,89."),
		Scale:   scale2020,
		Now:     &Mark{Value: 370},
		Last:    &Mark{289, "2023: 2,89"},
		Targets: []Mark{{300, "target 2026: 3,00"}, {400, "target 2024: 4,00"}},
	}
}

func kindShares() Shares {
	return Shares{
		Head:  head("sebaran", "Banyak instansi menurut predikat dan jenis, 2024", "Semua instansi: Memuaskan 48, Sangat Baik 182, Baik 239, Cukup 127, Kurang 19."),
		Bands: bands2020,
		Good:  2, GoodLabel: "Baik ke atas",
		Rows: []ShareRow{
			{Label: "Semua instansi", Note: "615 instansi", Counts: []int{19, 127, 239, 182, 48}, Share: "76,3%"},
			{Label: "Kementerian", Note: "34 instansi", Counts: []int{0, 0, 4, 18, 12}, Share: "100,0%", Target: 100_00, TargetLabel: "target 100%"},
			{Label: "Lembaga", Note: "58 instansi", Counts: []int{1, 4, 20, 26, 7}, Share: "91,4%"},
			{Label: "Provinsi", Note: "38 instansi", Counts: []int{2, 4, 10, 16, 6}, Share: "84,2%", Target: 80_00, TargetLabel: "target 80%"},
			{Label: "Kabupaten dan kota", Note: "485 instansi", Counts: []int{16, 119, 205, 122, 23}, Share: "72,2%", Target: 60_00, TargetLabel: "target 60%"},
			{Label: "Kota", Note: "93 instansi", Counts: []int{1, 12, 34, 38, 8}, Share: "86,0%", Inset: true},
			{Label: "Kabupaten", Note: "392 instansi", Counts: []int{15, 107, 171, 84, 15}, Share: "68,9%", Inset: true},
		},
	}
}

// sparseShares is the distribution of 2018, of which only 82 of 616 is known,
// beside a year without any.
func sparseShares() Shares {
	return Shares{
		Head: head("sebaran", "Sebaran", "82 dari 616."), Bands: bands2020, Good: 2, GoodLabel: "Baik ke atas",
		Rows: []ShareRow{
			{Label: "Tahun 2018 untuk semua instansi pusat dan daerah", Note: "616 instansi", Counts: []int{0, 0, 82, 0, 0}, Unknown: 534, Share: "13,3%", Target: 50_00, TargetLabel: "target 50%"},
			{Label: "Tahun 2019", Share: "–"},
			{Label: "Tahun 2017", Unknown: 7},
		},
	}
}

func domainSpans() Spans {
	return Spans{
		LastName: "2023", NowName: "2024", MedianName: "median provinsi",
		Head:  head("domain", "Nilai domain 2023 dan 2024 dengan median provinsi", "Manajemen 1,09 menjadi 2,18."),
		Scale: scale2020,
		Rows: []SpanRow{
			{"Kebijakan Internal", "bobot 13,00%", figure(290), figure(470), figure(370)},
			{"Tata Kelola", "bobot 25,00%", figure(260), figure(340), figure(335)},
			{"Manajemen", "bobot 16,50%", figure(109), figure(218), figure(223)},
			{"Layanan", "bobot 45,50%", figure(369), figure(414), figure(414)},
			{"Sama di kedua edisi", "", figure(500), figure(500), nil},
			{"Turun", "", figure(216), figure(215), nil},
			{"Tata Kelola dan Manajemen Sistem Pemerintahan Berbasis Elektronik", "bobot 10,00%", nil, figure(0), nil},
			{"Tidak dinilai", "", nil, nil, nil},
		},
	}
}

func provinceDots() Dots {
	return Dots{
		Head:  head("titik", "Sebaran indeks 38 provinsi 2024", "Sulawesi Barat 3,70, peringkat 18 dari 38; median 3,64."),
		Scale: scale2020, CountName: "banyak instansi",
		Others: []maturity.Hundredths{473, 456, 453, 446, 443, 442, 430, 413, 411, 409, 394, 392, 389, 386, 385, 379, 379, 375, 364, 363, 358, 356,
			347, 305, 305, 301, 300, 291, 287, 287, 269, 239, 228, 203, 188, 162, 161},
		Own:    &Mark{370, "Sulawesi Barat 3,70"},
		Median: &Mark{364, "median 3,64"},
	}
}

// crowdedDots is a kind of 485, close together.
func crowdedDots() Dots {
	d := provinceDots()
	d.Others = nil
	for i := range 484 {
		d.Others = append(d.Others, maturity.Hundredths(150+(i*i*7)%320/2+(i*13)%150))
	}
	d.Own, d.Median = &Mark{298, "Kota Bandar Lampung 2,98"}, &Mark{302, "median 3,02"}
	return d
}

// domainTerms is the change of a fictional city, from printed domains: ranges.
func domainTerms() Terms {
	return Terms{
		Head: head("asal", "Asal perubahan indeks Kota Contoh 2023 ke 2024", "Layanan +0,3640; Tata Kelola +0,1000; Kebijakan −0,0650."),
		Rows: []TermRow{
			{Label: "Layanan SPBE", Value: 3640, Low: 3595, High: 3686, Text: "+0,3640", Note: "(+0,3595 sampai +0,3686)"},
			{Label: "Tata Kelola SPBE yang namanya panjang sekali sehingga harus dipotong", Value: 1000, Low: 975, High: 1025, Text: "+0,1000", Note: "(+0,0975 sampai +0,1025)"},
			{Label: "Kebijakan Internal SPBE", Value: -650, Low: -663, High: -637, Text: "−0,0650", Note: "(−0,0663 sampai −0,0637)"},
			{Label: "Manajemen SPBE", Text: "0,0000"},
			{Label: "Selisih terbit dan hitung", Value: 10, Low: -48, High: 93, Text: "+0,0010", Note: "(−0,0048 sampai +0,0093)", Rest: true},
		},
	}
}

// indicatorTerms are exact, and all fall.
func indicatorTerms() Terms {
	return Terms{
		Head: head("asal-indikator", "Asal penurunan indeks Kota Contoh", "I31 −0,0300; I01 −0,0130."),
		Rows: []TermRow{{Label: "I31 Audit TIK", Value: -300, Low: -300, High: -300, Text: "−0,0300"}, {Label: "I01 Arsitektur", Value: -130, Low: -130, High: -130, Text: "−0,0130"}},
	}
}

// cityLevels is a part of a fictional city's heat strip.
func cityLevels() Levels {
	level := func(n int) LevelCell {
		return LevelCell{Text: strconv.Itoa(n), Words: []string{"", "Rintisan", "Terkelola", "Terdefinisi", "Terpadu dan Terukur", "Optimum"}[n], Tone: n}
	}
	return Levels{Head: head("panas", "Tingkat indikator Kota Contoh", "Dua domain, tiga edisi."), Years: []string{"2022", "2023", "2024"},
		Groups: []LevelGroup{
			{"Kebijakan Internal SPBE", []LevelRow{{"I01 Arsitektur SPBE", []LevelCell{level(1), level(2), level(5)}}, {"I02 Peta Rencana SPBE", []LevelCell{level(1), level(3), level(4)}}}},
			{"Tata Kelola SPBE", []LevelRow{{"I11 " + strings.Repeat("Tingkat kematangan yang namanya panjang ", 4), []LevelCell{level(1), {Text: "–"}, level(2)}}}},
		}}
}

// flatLevels has no domains, decimals and one edition.
func flatLevels() Levels {
	return Levels{Head: head("panas", "Tingkat indikator Dinas Contoh", "Tanpa domain."), Years: []string{"2025"},
		Groups: []LevelGroup{{"", []LevelRow{{"1 Layanan <aduan>", []LevelCell{{Text: "3,25", Tone: 3}}}, {"2 Arsip", []LevelCell{{Text: "–"}}}}}}}
}

// fewTiles is a map of four places in two halves.
func fewTiles() Tiles {
	return Tiles{Head: head("peta", "Indeks 4 provinsi contoh", "Dari 1,61 sampai 4,73."), West: 2, Tiles: []Tile{
		{0, 0, "Barat", "4,73", "Contoh Barat: 4,73, Memuaskan", 5}, {1, 1, "Tengah", "3,70", "Contoh Tengah: 3,70, Sangat Baik", 4},
		{2, 0, "Timur", "1,61", "Contoh Timur: 1,61, Kurang", 1}, {3, 1, "Baru", "", "Contoh Baru: tidak diketahui", 0}}}
}

// samples are the charts whose drawings are kept in testdata.
var samples = []struct {
	name  string
	chart Chart
}{
	{"ruler", provinceRuler()},
	{"trend-national", nationalTrend()},
	{"trend-province", provinceTrend()},
	{"trend-long", longTrend()},
	{"shares", kindShares()},
	{"shares-sparse", sparseShares()},
	{"spans", domainSpans()},
	{"terms", domainTerms()},
	{"terms-exact", indicatorTerms()},
	{"dots", provinceDots()},
	{"dots-crowded", crowdedDots()},
	{"levels", cityLevels()},
	{"levels-flat", flatLevels()},
	{"tiles", fewTiles()},
}

var widths = []struct {
	name  string
	width Width
}{{"wide", Wide}, {"narrow", Narrow}}
