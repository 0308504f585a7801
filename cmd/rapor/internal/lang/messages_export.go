package lang

var messagesExport = map[string]entry{
	"export-large": {
		"berkas lebih dari %[1]d bita", "terbitkan ulang dengan rapor build, atau salin ulang berkas ini",
		"the file has more than %[1]d bytes", "publish again with rapor build, or copy this file again",
	},
	"export-form": {
		"%[1]s tidak ada atau bukan bentuk yang ditulis program ini", "terbitkan ulang dengan rapor build, atau salin ulang berkas ini",
		"%[1]s is missing or not of the form that this program writes", "publish again with rapor build, or copy this file again",
	},
	"export-identity": {
		"%[1]s bukan %[2]q seperti menurut alamat berkas ini", "kembalikan berkas ini ke alamatnya",
		"%[1]s is not %[2]q, as this file's address says", "put the file back to its own address",
	},
	"export-no-instrument": {
		"instrumen %[1]q tidak diterbitkan, jadi tidak ada yang dapat dihitung ulang", "harus ada data/instrumen/%[1]s.json",
		"the instrument %[1]q is not published, so nothing can be recomputed", "there must be data/instrumen/%[1]s.json",
	},
	"export-no-institution": {
		"berkas instansi %[1]s tidak ada, jadi tahun ini tidak dapat dihitung ulang", "harus ada instansi/%[1]s.json",
		"the institution's file %[1]s is not there, so this year cannot be recomputed", "there must be instansi/%[1]s.json",
	},
	"export-unknown-id": {
		"%[1]q tidak ada di instrumen yang diterbitkan", "terbitkan ulang dengan rapor build, atau salin ulang berkas ini",
		"%[1]q is not in the published instrument", "publish again with rapor build, or copy this file again",
	},
	"export-weights": {
		"bobot indikator tidak berjumlah 100", "terbitkan ulang dengan rapor build, atau salin ulang berkas ini",
		"the weights of the indicators do not add up to 100", "publish again with rapor build, or copy this file again",
	},
	"export-number": {
		"%[1]s diterbitkan %[2]s, tetapi dihitung ulang %[3]s", "jangan pakai nilai ini sebelum terbitannya diperbaiki",
		"%[1]s is published as %[2]s, but recomputed as %[3]s", "do not use this figure before the publication is mended",
	},
	"export-number-missing": {
		"%[1]s tidak ada, tetapi dihitung ulang %[2]s", "jangan pakai berkas ini sebelum terbitannya diperbaiki",
		"%[1]s is not there, but recomputed as %[2]s", "do not use this file before the publication is mended",
	},
	"export-number-unfounded": {
		"%[1]s diterbitkan %[2]s, tetapi tidak dapat dihitung dari data yang diterbitkan", "jangan pakai nilai ini sebelum terbitannya diperbaiki",
		"%[1]s is published as %[2]s, but cannot be computed from the published data", "do not use this figure before the publication is mended",
	},
}
