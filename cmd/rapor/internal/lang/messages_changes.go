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
		"bila nilai barunya benar, tulis data/koreksi/<tanggal>-<nama>.toml dengan semula = %[8]s dan menjadi = %[9]s; bila tidak, kembalikan nilainya",
		"%[3]s of %[1]s %[2]d was published as %[4]s and is now %[5]s, without a correction",
		"if the new value is right, write data/koreksi/<date>-<name>.toml with semula = %[8]s and menjadi = %[9]s; otherwise put the old one back",
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

	"change-title":              {id: "Perubahan sejak terbitan sebelumnya", en: "Changes since the last publication"},
	"change-none":               {id: "Tidak ada perubahan.", en: "Nothing changed."},
	"change-columns":            {id: "Tentang | Bagian | Semula | Menjadi | Sebab | Berkas", en: "About | Part | Before | After | Cause | File"},
	"change-more":               {id: "dan %[1]d lagi", en: "and %[1]d more"},
	"change-koreksi":            {id: "Koreksi", en: "Corrections"},
	"change-nilai-berubah":      {id: "Nilai berubah tanpa koreksi", en: "Values changed without a correction"},
	"change-nilai-hilang":       {id: "Nilai hilang", en: "Values lost"},
	"change-hasil-hilang":       {id: "Hasil hilang", en: "Results lost"},
	"change-instansi-hilang":    {id: "Instansi hilang", en: "Institutions lost"},
	"change-hasil-baru":         {id: "Hasil baru", en: "New results"},
	"change-nilai-baru":         {id: "Nilai baru pada hasil yang sudah terbit", en: "New values of published results"},
	"change-instansi-baru":      {id: "Instansi baru", en: "New institutions"},
	"change-keterangan-berubah": {id: "Keterangan dan target instansi berubah", en: "Descriptions and targets changed"},
	"change-sumber-baru":        {id: "Sumber baru", en: "Sources added"},
	"change-sumber-hilang":      {id: "Sumber hilang", en: "Sources lost"},
	"change-hitungan-berubah":   {id: "Hitungan berubah", en: "Computed values changed"},
	"change-instrumen-baru":     {id: "Instrumen baru", en: "New instruments"},
	"change-metode-berubah":     {id: "Metode berubah", en: "Methods changed"},
	"change-instrumen-hilang":   {id: "Instrumen hilang", en: "Instruments lost"},
	"change-program-berubah":    {id: "Program berubah", en: "The program changed"},

	"change-cause-nilai":               {id: "nilai dasarnya berubah", en: "what it rests on changed"},
	"change-cause-metode":              {id: "metodenya berubah", en: "the method changed"},
	"change-cause-program":             {id: "programnya berubah", en: "the program changed"},
	"change-cause-metode-atau-program": {id: "metode dan programnya berubah", en: "method and program changed"},
	"change-cause-tidak-terlihat":      {id: "sebabnya tidak terlihat dari kedua terbitan", en: "the two publications do not show why"},

	"cli-diff": {
		id: "apa yang berubah antara dua situs atau dua folder data, dan sebabnya", en: "what changed between two sites or two data folders, and why"},
	"cli-diff-long": {
		id: "Membandingkan dua terbitan, masing-masing folder situs yang dibuat rapor build atau folder data: hasil baru, nilai yang\ndikoreksi, sumber baru, metode dan program yang berubah, dengan nilai semula, nilai baru, dan berkasnya. Dengan --simpan\nperubahan dicatat di data/perubahan/; dari sanalah halaman /perubahan/ dan umpan Atom-nya dibuat.",
		en: "Compares two publications, each the folder of a site that rapor build made, or a data folder: new results, corrected\nvalues, sources added, methods and program changed, with the value before and after and the file. With --simpan the\nchanges are recorded in data/perubahan/, from which the page /perubahan/ and its Atom feed are made."},
	"cli-diff-two":       {id: "sebut dua folder: yang lama dan yang baru", en: "name two folders: the old one and the new one"},
	"cli-diff-date":      {id: "--simpan memerlukan --tanggal, hari terbitnya", en: "--simpan needs --tanggal, the day of the publication"},
	"cli-diff-nothing":   {id: "tidak ada perubahan, jadi tidak ada yang dicatat", en: "nothing changed, so nothing was recorded"},
	"cli-diff-saved":     {id: "%[1]s ditulis", en: "%[1]s written"},
	"cli-no-edition":     {id: "%[1]q bukan folder situs (manifest.json) dan bukan folder data (portal.toml)", en: "%[1]q is neither the folder of a site (manifest.json) nor a data folder (portal.toml)"},
	"cli-guard-previous": {id: "--guard on memerlukan --previous, folder situs yang terbit", en: "--guard on needs --previous, the folder of the published site"},
	"cli-guard-off":      {id: "penjaga dimatikan (--guard off): terbitan ini tidak dibandingkan dengan yang sebelumnya", en: "the guard is off (--guard off): this publication is not compared with the last one"},
	"cli-guard-first":    {id: "terbitan pertama (--guard first): tidak ada yang dibandingkan", en: "first publication (--guard first): there is nothing to compare with"},
	"cli-double-click": {
		id: "rapor dijalankan dari baris perintah. Untuk melihat portal, klik dua kali pratinjau.bat di folder ini; atau buka\nTerminal di folder ini dan ketik: rapor help",
		en: "rapor runs from a command line. To look at the portal, double-click pratinjau.bat in this folder; or open Terminal\nin this folder and type: rapor help"},
	"flag-previous":    {id: "situs terakhir yang terbit: `folder` dengan manifest.json dan data/terbitan.json-nya", en: "the site as last published: `folder` with its manifest.json and data/terbitan.json"},
	"flag-guard":       {id: "penjaga terbitan: `on`, off, atau first untuk terbitan pertama (bawaan: on bila ada --previous)", en: "publish guard: `on`, off, or first for the first publication (default: on where --previous is given)"},
	"flag-save":        {id: "catat perubahan di data/perubahan/ dengan hari dari --tanggal", en: "record the changes in data/perubahan/ under the day of --tanggal"},
	"flag-diff-format": {id: "text, markdown, atau json", en: "text, markdown or json"},
}
