package lang

var messagesChanges = map[string]entry{
	"changes-form": {
		"%[1]s tidak ada atau bukan bentuk yang ditulis program ini", "ambil ulang berkas ini dari situs yang terbit, atau terbitkan ulang dengan rapor build",
		"%[1]s is missing or not of the form that this program writes", "get the file from the published site again, or publish again with rapor build",
	},
	"guard-institution-lost": {
		"%[1]s hilang dari terbitan (%[6]d instansi hilang, batasnya %[7]d)",
		"kembalikan foldernya; bila memang dihapus, naikkan penjaga.instansi_hilang di portal.toml untuk terbitan ini",
		"%[1]s is lost from the publication (%[6]d institutions lost, the limit is %[7]d)",
		"put the folder back; if it was meant, raise penjaga.instansi_hilang in portal.toml for this publication",
	},
	"guard-year-lost": {
		"%[1]s %[2]d hilang dari terbitan (%[6]d tahun hilang, batasnya %[7]d)",
		"kembalikan berkas tahun itu; bila memang ditarik, naikkan penjaga.tahun_hilang di portal.toml untuk terbitan ini",
		"%[1]s %[2]d is lost from the publication (%[6]d years lost, the limit is %[7]d)",
		"put the year's file back; if it was meant, raise penjaga.tahun_hilang in portal.toml for this publication",
	},
	"guard-figure-lost": {
		"%[3]s %[4]s dari %[1]s %[2]d pernah terbit dan kini tidak ada (%[6]d nilai hilang, batasnya %[7]d)",
		"kembalikan nilainya; bila memang ditarik, naikkan penjaga.nilai_hilang di portal.toml untuk terbitan ini",
		"%[3]s %[4]s of %[1]s %[2]d was published and is not there any more (%[6]d values lost, the limit is %[7]d)",
		"put the value back; if it was meant, raise penjaga.nilai_hilang in portal.toml for this publication",
	},
	"guard-figure-changed": {
		"%[3]s dari %[1]s %[2]d terbit sebagai %[4]s dan kini %[5]s, tanpa koreksi",
		"bila nilai barunya benar, tulis data/koreksi/<tanggal>-<nama>.toml dengan semula = %[4]q dan menjadi = %[5]q; bila tidak, kembalikan nilainya",
		"%[3]s of %[1]s %[2]d was published as %[4]s and is now %[5]s, without a correction",
		"if the new value is right, write data/koreksi/<date>-<name>.toml with semula = %[4]q and menjadi = %[5]q; otherwise put the old one back",
	},
	"guard-computed-changed": {
		"%[3]s dari %[1]s %[2]d berubah dari %[4]s menjadi %[5]s, padahal nilai dasarnya sama (%[6]d berubah, batasnya %[7]d)",
		"periksa perubahan instrumen dan program dengan rapor diff; bila memang benar, naikkan penjaga.hitungan_berubah di portal.toml untuk terbitan ini",
		"%[3]s of %[1]s %[2]d changed from %[4]s to %[5]s although what it rests on is the same (%[6]d changed, the limit is %[7]d)",
		"look at the changes of instrument and program with rapor diff; if they are right, raise penjaga.hitungan_berubah in portal.toml for this publication",
	},
	"guard-more": {
		"dan %[1]d lagi, mulai dari %[2]s", "lihat semuanya dengan rapor diff",
		"and %[1]d more, from %[2]s on", "see all of them with rapor diff",
	},
	"guard-correction-never": {
		"koreksi nilai yang tidak pernah terbit: %[3]s dari %[1]s %[2]d", "hapus koreksi ini: nilai baru cukup ditulis di berkas tahunnya",
		"a correction of a figure that was never published: %[3]s of %[1]s %[2]d", "remove the correction: a new figure only needs its year's file",
	},
	"guard-correction-other": {
		"koreksi menyebut semula %[1]s, tetapi yang terbit %[2]s", "tulis di semula nilai yang terbit",
		"the correction says that %[1]s was published, but it was %[2]s", "write the published value as semula",
	},
	"guard-correction-lost": {
		"koreksi yang pernah terbit hilang: %[3]s dari %[1]s %[2]d, %[4]s menjadi %[5]s", "kembalikan berkasnya; koreksi tidak ditarik, tetapi disusul koreksi baru",
		"a correction that was published is lost: %[3]s of %[1]s %[2]d, %[4]s to %[5]s", "put the file back; a correction is not taken back but followed by a new one",
	},
	"guard-record-lost": {
		"catatan perubahan %[1]s pernah terbit dan kini tidak ada di data", "unduh %[2]sperubahan/%[1]s.json ke data/perubahan/",
		"the record of changes of %[1]s was published and is not in the data any more", "download %[2]sperubahan/%[1]s.json into data/perubahan/",
	},
	"guard-previous-none": {
		"tidak ada terbitan sebelumnya di sini", "untuk terbitan pertama pakai --guard first",
		"there is no earlier publication here", "for the first publication use --guard first",
	},
	"guard-not-first": {
		"--guard first, tetapi di sini sudah ada terbitan", "pakai --guard on: terbitan ini bukan yang pertama",
		"--guard first, but there is a publication here", "use --guard on: this publication is not the first",
	},
}
