package export

import "rapor/cmd/rapor/internal/maturity"

func bilingual(id, en string) maturity.Text {
	return maturity.Text{Base: id, Other: map[string]string{"en": en}}
}

// dictionary says what the columns of all data tables hold. It is the data
// dictionary of /data/, of the workbooks and of datapackage.json, so a column
// means the same wherever it stands.
var dictionary = map[string]Column{
	"instansi":       {Type: TypeText, About: bilingual("Kode instansi, seperti di alamat halamannya", "Institution's code, as in the address of its page")},
	"nama":           {Type: TypeText, About: bilingual("Nama lengkap", "Full name")},
	"nama_en":        {Type: TypeText, About: bilingual("Nama dalam bahasa Inggris, bila ada", "English name, where there is one")},
	"pendek":         {Type: TypeText, About: bilingual("Nama pendek", "Short name")},
	"jenis":          {Type: TypeText, About: bilingual("Kode jenis instansi pada tahun itu", "Code of the kind of institution in that year")},
	"nama_jenis":     {Type: TypeText, About: bilingual("Nama jenis instansi", "Name of the kind of institution")},
	"rumpun":         {Type: TypeText, About: bilingual("Rumpun jenis instansi", "Family of the kind of institution")},
	"subjenis":       {Type: TypeText, About: bilingual("Rincian jenis", "Subdivision of the kind")},
	"wilayah":        {Type: TypeText, About: bilingual("Kode wilayah Kemendagri", "Area code of the Ministry of Home Affairs")},
	"induk":          {Type: TypeText, About: bilingual("Kode induk: provinsi suatu daerah, domain suatu aspek, aspek suatu indikator", "Code of what it belongs to: a regency's province, an aspect's domain, an indicator's aspect")},
	"mulai":          {Type: TypeInteger, About: bilingual("Tahun mulai ada", "Year from which it exists")},
	"berakhir":       {Type: TypeInteger, About: bilingual("Tahun terakhir ada", "Last year it existed")},
	"rata_rata":      {Type: TypeFlag, About: bilingual("Benar bila ini nilai nasional atau rata-rata terbit, bukan instansi", "True where this is a national figure or a published average, not an institution")},
	"situs":          {Type: TypeText, About: bilingual("Situs resmi", "Official site")},
	"tahun_pertama":  {Type: TypeInteger, About: bilingual("Tahun hasil tertua di portal ini", "Oldest year with a result in this portal")},
	"tahun_terakhir": {Type: TypeInteger, About: bilingual("Tahun hasil terbaru di portal ini", "Newest year with a result in this portal")},
	"tahun":          {Type: TypeInteger, About: bilingual("Tahun penilaian", "Year of the assessment")},
	"tanggal":        {Type: TypeDate, About: bilingual("Tanggal hasil, bila diketahui", "Date of the result, where known")},
	"instrumen":      {Type: TypeText, About: bilingual("Kode instrumen; nilai dari dua instrumen tidak sebanding", "Code of the instrument; figures of two instruments are not comparable")},
	"tahap": {Type: TypeText, About: bilingual("Tahap penilaian: mandiri, dokumen, interviu, visitasi, akhir. Hanya akhir yang merupakan hasil",
		"Stage of the assessment: mandiri (self), dokumen (documents), interviu (interview), visitasi (visit), akhir (final). Only akhir is a result")},
	"bagian": {Type: TypeText, About: bilingual("Bagian yang dinilai: indeks, predikat, domain, aspek, indikator, sebaran",
		"What the figure is of: indeks (index), predikat (band), domain, aspek (aspect), indikator (indicator), sebaran (published distribution)")},
	"kode": {Type: TypeText, About: bilingual("Kode bagian menurut instrumen; pada baris predikat, predikatnya", "Code of the part in the instrument; in a row of a band, the band")},
	"nilai": {Type: TypeNumber, About: bilingual("Nilai: indeks, domain, dan aspek dua desimal; tingkat indikator; banyak instansi pada sebaran. Kosong pada predikat",
		"Value: index, domain and aspect with two decimals; the level of an indicator; a count of institutions in a distribution. Empty in rows of bands")},
	"asal": {Type: TypeText, About: bilingual("Asal nilai: terbit (dicetak sumber), terbit-lain (dicetak sumber lain), tingkat (tingkat indikator dalam data), hitung (dihitung dari tingkat)",
		"Origin: terbit (printed by the source), terbit-lain (printed by another source), tingkat (an indicator's level in the data), hitung (computed from levels)")},
	"indeks":        {Type: TypeNumber, About: bilingual("Indeks: yang terbit, bila tidak ada yang dihitung", "Index: as published, else as computed")},
	"predikat":      {Type: TypeText, About: bilingual("Kode predikat", "Code of the band")},
	"asal_predikat": {Type: TypeText, About: bilingual("Asal predikat: terbit atau hitung", "Origin of the band: terbit (printed) or hitung (derived)")},
	"asal_domain":   {Type: TypeText, About: bilingual("Asal nilai domain: terbit, hitung, atau campuran", "Origin of the domain figures: terbit, hitung or campuran (both)")},
	"asal_aspek":    {Type: TypeText, About: bilingual("Asal nilai aspek: terbit, hitung, atau campuran", "Origin of the aspect figures: terbit, hitung or campuran (both)")},
	"tingkat":       {Type: TypeNumber, About: bilingual("Tingkat kematangan indikator", "Maturity level of the indicator")},
	"sumber":        {Type: TypeText, About: bilingual("Sumber: judul dan tempatnya di dalam sumber; di sumber.csv kodenya", "Source: title and place in it; in sumber.csv its code")},
	"judul":         {Type: TypeText, About: bilingual("Judul sumber", "Title of the source")},
	"rujukan":       {Type: TypeText, About: bilingual("Tabel dan nomor di dalam sumber", "Table and number in the source")},
	"url":           {Type: TypeText, About: bilingual("Alamat sumber", "Address of the source")},
	"salinan":       {Type: TypeText, About: bilingual("Yang dibaca, bila sebuah salinan", "What was read, where it was a copy")},
	"keyakinan":     {Type: TypeText, About: bilingual("Keyakinan penyalinan nilai terbit: tinggi, sedang, rendah", "How sure the transcription of a published figure is: tinggi (high), sedang (medium), rendah (low)")},
	"dicocokkan": {Type: TypeFlag, About: bilingual("Apakah sudah dicocokkan dengan sumber aslinya; kosong bila tidak dinyatakan",
		"Whether it was compared with the original source; empty where that is not said")},
	"bobot": {Type: TypeNumber, About: bilingual("Bobot dalam persen dari indeks", "Weight in percent of the index")},
	"min":   {Type: TypeNumber, About: bilingual("Batas bawah predikat, termasuk", "Lower bound of the band, included")},
}

// columns are columns of the dictionary by their names.
func columns(names ...string) []Column {
	out := make([]Column, len(names))
	for i, name := range names {
		c, known := dictionary[name]
		if !known {
			panic("export: no column " + name) // a slip of the program, seen at its first start
		}
		c.Name = name
		out[i] = c
	}
	return out
}
