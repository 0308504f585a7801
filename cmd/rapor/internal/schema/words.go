package schema

import "strings"

// titles name the sorts of files, in the language of those who edit them.
var titles = map[string]string{
	"portal": "Portal: siapa yang menerbitkan, di mana, dalam bahasa apa", "portal-teks": "Terjemahan teks portal",
	"instrumen": "Instrumen: domain, aspek, indikator, bobot, predikat", "instrumen-teks": "Terjemahan teks instrumen",
	"instansi": "Instansi", "penilaian": "Penilaian satu instansi dalam satu tahun",
	"kelompok": "Kelompok instansi", "koreksi": "Koreksi atas angka yang pernah diterbitkan portal ini",
}

// describe words a place: its own words, those of what it translates or
// repeats, or those of a key that means the same wherever it stands.
func describe(place string) string {
	for _, same := range []string{place, strings.Replace(place, "-teks.", ".", 1), strings.Replace(place, ".terbit_lain.*.", ".terbit.", 1),
		strings.Replace(place, ".sumber_target.*.", ".sumber.*.", 1)} {
		if text := words[same]; text != "" {
			return text
		}
	}
	return everywhere[place[strings.LastIndexByte(place, '.')+1:]]
}

// everywhere are keys that mean the same in every table.
var everywhere = map[string]string{
	"format": "Versi format data; sekarang 1", "nama": "Nama", "judul": "Judul", "url": "Alamat web lengkap, diawali https://",
	"rujukan": "Tabel dan nomor di dalam sumber", "salinan": "Apa yang dibaca, bila yang dibaca salinannya",
	"dicocokkan": "true bila sudah dibandingkan dengan halaman aslinya", "catatan": "Catatan untuk pembaca (Markdown)",
	"predikat": "Predikat: nama atau id dari instrumennya", "bobot": "Bobot dalam persen dari indeks, paling banyak empat desimal",
	"jenis": "Jenis instansi, seperti di portal.toml", "instrumen": "Id instrumen: nama berkasnya di data/instrumen tanpa .toml",
}

var words = map[string]string{
	"portal.judul":                   "Judul portal",
	"portal.ringkas":                 "Satu kalimat tentang portal",
	"portal.pemilik":                 "Instansi yang menerbitkan portal",
	"portal.resmi":                   "false: setiap halaman menyebut bahwa ini bukan situs resmi penilai",
	"portal.alamat":                  "Alamat portal, http(s), boleh dengan subfolder",
	"portal.bahasa":                  "Bahasa halaman; yang pertama di akar situs",
	"portal.tema":                    "Nama folder tema di themes/",
	"portal.nasional":                "Slug instansi yang memimpin beranda",
	"portal.sumber_data":             "Alamat berkas data, dengan {revisi}",
	"portal.lisensi":                 "Lisensi karya portal sendiri, misalnya CC-BY-4.0",
	"portal.logo":                    "Nama berkas logo di folder tema",
	"portal.aksen":                   "Warna aksen, misalnya #1f2f63",
	"portal.tautan":                  "Tautan di kaki halaman, satu tabel untuk setiap tautan",
	"portal.jenis":                   "Jenis instansi, satu tabel untuk setiap jenis",
	"portal.jenis.*.jamak":           "Nama untuk banyak instansi",
	"portal.jenis.*.urutan":          "Tempatnya dalam urutan jenis",
	"portal.jenis.*.rumpun":          "Rumpun jenis, misalnya Pemerintah Daerah",
	"portal.target":                  "Bagian instansi yang harus mencapai suatu predikat, per tahun",
	"portal.target.*.*.jenis":        "Jenis instansi yang dihitung",
	"portal.target.*.*.persen":       "Persen instansi yang harus mencapainya",
	"portal.target.*.*.sumber":       "Judul dokumen yang menetapkan target",
	"portal.penjaga":                 "Batas penjaga penerbitan",
	"portal.penjaga.instansi_hilang": "Banyaknya instansi yang boleh hilang antara dua penerbitan",
	"portal.penjaga.tahun_hilang":    "Banyaknya tahun hasil yang boleh hilang antara dua penerbitan",

	"instrumen.singkatan":               "Nama pendek, misalnya PermenPANRB 59/2020",
	"instrumen.peraturan":               "Nama lengkap peraturan",
	"instrumen.indeks":                  "Nama indeksnya, misalnya Indeks SPBE",
	"instrumen.tahun":                   "Tahun berlakunya",
	"instrumen.tahun.mulai":             "Tahun pertama",
	"instrumen.tahun.sampai":            "Tahun terakhir; tanpa ini masih berlaku",
	"instrumen.pendahulu":               "Id instrumen sebelumnya",
	"instrumen.predikat_dari":           "tepat: predikat dari indeks tepat; bulat: dari indeks dua desimal",
	"instrumen.predikat_dari_tahun":     "Pengecualian predikat_dari untuk suatu tahun",
	"instrumen.normalisasi":             "true: indeks dihitung dari indikator yang berlaku saja",
	"instrumen.tingkat":                 "Skala tingkat",
	"instrumen.tingkat.min":             "Tingkat terendah",
	"instrumen.tingkat.max":             "Tingkat tertinggi",
	"instrumen.tingkat.langkah":         "Jarak antara dua tingkat; bawaan 1",
	"instrumen.predikat":                "Predikat, satu tabel untuk setiap predikat",
	"instrumen.predikat.*.min":          "Batas bawah, termasuk dalam predikat ini",
	"instrumen.predikat.*.sebutan":      "Sebutan lain",
	"instrumen.predikat.*.insentif":     "Insentif yang melekat pada predikat",
	"instrumen.kapabilitas":             "Nama tingkat untuk sejenis indikator",
	"instrumen.kapabilitas.*.tingkat":   "Nama setiap tingkat",
	"instrumen.domain":                  "Domain, satu tabel untuk setiap domain",
	"instrumen.aspek":                   "Aspek, satu tabel untuk setiap aspek",
	"instrumen.aspek.*.domain":          "Id domainnya",
	"instrumen.indikator":               "Indikator, satu tabel untuk setiap indikator",
	"instrumen.indikator.*.aspek":       "Id aspeknya",
	"instrumen.indikator.*.kapabilitas": "Id kapabilitasnya",
	"instrumen.indikator.*.kriteria":    "Kriteria setiap tingkat",
	"instrumen.padanan":                 "Padanan indikator dengan instrumen pendahulu",
	"instrumen.padanan.*.dari":          "Id indikator pendahulu",
	"instrumen.padanan.*.sebanding":     "true bila keduanya dapat dibandingkan",
	"instrumen.padanan.*.alasan":        "Alasannya",

	"instansi.nama":                "Nama resmi",
	"instansi.nama_en":             "Nama dalam bahasa Inggris",
	"instansi.pendek":              "Nama pendek",
	"instansi.alias":               "Nama lain, dikenali pencarian dan impor",
	"instansi.jenis_tahun":         "Jenis lain yang dipakai untuk tahun tertentu",
	"instansi.subjenis":            "Subjenis, misalnya LPNK",
	"instansi.wilayah":             "Kode wilayah Kemendagri, misalnya 76.04",
	"instansi.induk":               "Slug instansi induk",
	"instansi.situs":               "Alamat situs resmi",
	"instansi.mulai":               "Tahun pertama instansi ini ada",
	"instansi.berakhir":            "Tahun terakhir instansi ini ada",
	"instansi.pengganti":           "Slug instansi penggantinya",
	"instansi.rata_rata":           "true: rata-rata terbit atau angka nasional, bukan instansi",
	"instansi.mewakili":            "Jenis yang rata-ratanya dinyatakan",
	"instansi.petak":               "Tempat di peta petak provinsi",
	"instansi.petak.kolom":         "Kolom, dari 0",
	"instansi.petak.baris":         "Baris, dari 0",
	"instansi.petak.singkat":       "Singkatan di petak",
	"instansi.target":              "Indeks yang harus dicapai, per tahun",
	"instansi.instrumen_target":    "Instrumen yang dipakai target, per tahun",
	"instansi.sumber_target":       "Sumber target, per tahun",
	"instansi.rencana":             "Peta rencana, satu tabel untuk setiap kegiatan",
	"instansi.rencana.*.tahap":     "Jangka kegiatan",
	"instansi.rencana.*.tenggat":   "Batas waktu, misalnya 2026-12-31",
	"instansi.rencana.*.status":    "Status kegiatan",
	"instansi.rencana.*.indikator": "Indikator yang ditingkatkan",
	"instansi.penanggung_jawab":    "Penanggung jawab setiap indikator: slug atau nama",

	"penilaian.tanggal":                     "Tanggal hasil, misalnya 2024-12-31",
	"penilaian.draf":                        "true: tidak diterbitkan, kecuali dengan --drafts",
	"penilaian.belum_lengkap":               "true: masih diisi; yang tampil kemajuan, bukan indeks",
	"penilaian.batas":                       "Batas pengisian",
	"penilaian.tidak_berlaku":               "Indikator yang tidak berlaku; hanya untuk instrumen dengan normalisasi",
	"penilaian.terbit":                      "Hasil resmi seperti yang terbit; tidak pernah dihitung ulang",
	"penilaian.terbit.indeks":               "Indeks seperti yang tercetak, paling banyak dua desimal, dengan titik",
	"penilaian.terbit.predikat_tercetak":    "Kata yang tercetak bila bukan predikat instrumen",
	"penilaian.terbit.keyakinan":            "Keyakinan atas penyalinan",
	"penilaian.terbit.domain":               "Nilai setiap domain",
	"penilaian.terbit.aspek":                "Nilai setiap aspek",
	"penilaian.terbit.sebaran":              "Sebaran terbit menurut predikat",
	"penilaian.terbit.sebaran.total":        "Banyaknya instansi yang dinilai",
	"penilaian.terbit.sebaran.baik_ke_atas": "Banyaknya instansi berpredikat Baik atau lebih",
	"penilaian.terbit_lain":                 "Angka lain menurut sumber lain",
	"penilaian.tingkat":                     "Tingkat setiap indikator, satu tabel untuk setiap tahap",
	"penilaian.indikator":                   "Catatan dan bukti setiap indikator",
	"penilaian.indikator.*.rekomendasi":     "Rekomendasi (Markdown)",
	"penilaian.indikator.*.terbuka":         "false: catatan dan bukti ini tidak diterbitkan",
	"penilaian.indikator.*.bukti":           "Bukti dukung, satu tabel untuk setiap bukti",
	"penilaian.indikator.*.bukti.*.ada":     "true bila buktinya ada",
	"penilaian.sumber":                      "Sumber, satu tabel untuk setiap sumber",

	"kelompok.anggota":    "Slug anggotanya",
	"kelompok.pendamping": "Nama pendamping",
	"kelompok.jadwal":     "Jadwal pendampingan",

	"koreksi.instansi": "Slug instansi",
	"koreksi.tahun":    "Tahun penilaian",
	"koreksi.bagian":   "terbit.indeks, terbit.predikat, terbit.domain.D1, atau terbit.aspek.A1",
	"koreksi.semula":   "Yang dahulu diterbitkan portal ini",
	"koreksi.menjadi":  "Yang benar",
	"koreksi.alasan":   "Alasan koreksi",
}
