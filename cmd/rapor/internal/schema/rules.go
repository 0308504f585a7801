package schema

// enum is a list of words.
func enum(words ...string) object { return object{{"enum", words}} }

// year is a key that is a year.
var year = object{{"pattern", "^[0-9]{4}$"}}

var confidence = enum("tinggi", "sedang", "rendah")

// rules are what a place wants besides its type, where the loader wants it too.
var rules = map[string]object{
	"portal.alamat":                     {{"format", "uri"}},
	"instrumen.predikat_dari":           enum("tepat", "bulat"),
	"instrumen.predikat_dari_tahun.*":   enum("tepat", "bulat"),
	"instansi.rencana.*.tahap":          enum("jangka-pendek", "jangka-menengah", "jangka-panjang"),
	"instansi.rencana.*.status":         enum("rencana", "berjalan", "selesai", "batal"),
	"penilaian.terbit.keyakinan":        confidence,
	"penilaian.terbit_lain.*.keyakinan": confidence,
}

// keyRules are what keys that the editor chooses must look like.
var keyRules = map[string]object{
	"portal.target":                 year,
	"portal-teks.target":            year,
	"instrumen.predikat_dari_tahun": year,
	"instansi.jenis_tahun":          year,
	"instansi.target":               year,
	"instansi.instrumen_target":     year,
	"instansi.sumber_target":        year,
	"penilaian.tingkat":             enum("mandiri", "dokumen", "interviu", "visitasi", "akhir"),
}
