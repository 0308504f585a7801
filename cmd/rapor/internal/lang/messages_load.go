package lang

var messagesLoad = map[string]entry{
	"load-no-portal": {
		"portal.toml belum ada", "buat berkas ini dengan judul, pemilik, alamat, bahasa, dan [jenis.<id>]",
		"portal.toml is missing", "create it with judul, pemilik, alamat, bahasa and [jenis.<id>]"},
	"load-format": {
		"format %[1]s lebih baru daripada program ini", "pasang rapor yang lebih baru; yang ini membaca format %[2]d",
		"format %[1]s is newer than this program", "install a newer rapor; this one reads format %[2]d"},
	"load-format-none": {
		"format %[1]s tidak ada", "tulis format = %[2]d",
		"there is no format %[1]s", "write format = %[2]d"},
	"load-not-regular": {
		"bukan berkas biasa", "ganti tautan simbolik, folder, atau peranti dengan berkasnya sendiri",
		"not a regular file", "replace the symbolic link, folder or device with the file itself"},
	"load-unexpected-data": {
		"%[1]q tidak dikenal di folder data", "yang dikenal: portal.toml, portal.<bahasa>.toml, instrumen/, instansi/, kelompok/, koreksi/, perubahan/",
		"%[1]q is not known in the data folder", "known: portal.toml, portal.<language>.toml, instrumen/, instansi/, kelompok/, koreksi/, perubahan/"},
	"load-unexpected-institution": {
		"%[1]q bukan folder instansi", "setiap instansi memiliki folder instansi/<slug>/ berisi instansi.toml",
		"%[1]q is no institution's folder", "every institution has a folder instansi/<slug>/ with instansi.toml"},
	"load-unexpected-instrument": {
		"%[1]q bukan berkas instrumen", "yang diharapkan: <id>.toml dan <id>.<bahasa>.toml",
		"%[1]q is no instrument file", "expected <id>.toml and <id>.<language>.toml"},
	"load-unexpected-year": {
		"%[1]q tidak dikenal di folder instansi", "yang diharapkan: instansi.toml dan <tahun>.toml, misalnya 2024.toml",
		"%[1]q is not known in an institution's folder", "expected instansi.toml and <year>.toml, for example 2024.toml"},
	"load-unexpected-group": {
		"%[1]q bukan berkas kelompok", "yang diharapkan: <id>.toml",
		"%[1]q is no group file", "expected <id>.toml"},
	"load-unexpected-correction": {
		"%[1]q bukan berkas koreksi", "yang diharapkan: <yyyy-mm-dd>-<nama>.toml",
		"%[1]q is no correction file", "expected <yyyy-mm-dd>-<name>.toml"},
	"load-record-form": {
		"%[1]s tidak ada atau bukan bentuk catatan perubahan", "berkas ini ditulis rapor diff --simpan; pulihkan salinan yang utuh, atau unduh dari situs yang terbit",
		"%[1]s is missing or not of the form of a record of changes", "this file is written by rapor diff --simpan; restore a whole copy, or download it from the published site"},
	"load-unexpected-change": {
		"%[1]q bukan berkas perubahan", "yang diharapkan: <yyyy-mm-dd>.json, ditulis oleh rapor diff --simpan",
		"%[1]q is no file of changes", "expected <yyyy-mm-dd>.json, written by rapor diff --simpan"},
	"load-unexpected-content": {
		"%[1]q tidak dikenal di folder content", "yang diharapkan: <nama>.md, <nama>.<bahasa>.md, berita/*.md, instansi/<slug>.md; nama memakai a-z, 0-9, dan tanda hubung",
		"%[1]q is not known in the content folder", "expected <name>.md, <name>.<language>.md, berita/*.md, instansi/<slug>.md; names use a-z, 0-9 and hyphens"},
	"load-reserved": {
		"alamat /%[1]s/ dipakai portal sendiri", "ganti nama berkasnya",
		"the address /%[1]s/ belongs to the portal itself", "rename the file"},
	"load-no-institution": {
		"instansi.toml untuk %[1]q belum ada", "buat berkas ini dengan nama dan jenis",
		"instansi.toml of %[1]q is missing", "create it with nama and jenis"},
	"load-slug": {
		"%[1]q tidak dapat menjadi alamat", "pakai a-z, 0-9, dan tanda hubung saja, 1 sampai 100 karakter",
		"%[1]q cannot be an address", "use a-z, 0-9 and hyphens only, 1 to 100 characters"},
	"load-device-name": {
		"%[1]q adalah nama peranti di Windows", "pilih nama lain",
		"%[1]q is a device name on Windows", "choose another name"},
	"load-id": {
		"%[1]q tidak dapat menjadi kode", "pakai huruf dan angka, misalnya D1, A1, I01",
		"%[1]q cannot be an id", "use letters and digits, as D1, A1, I01"},
	"load-id-alike": {
		"kode %[1]q dan %[2]q hanya berbeda huruf besar kecilnya", "pilih kode yang lain untuk salah satunya",
		"the ids %[1]q and %[2]q differ in letter case alone", "choose another id for one of them"},
	"load-empty-list": {
		"daftar %[1]s kosong", "isi paling sedikit satu",
		"the list %[1]s is empty", "give at least one"},
	"load-nothing-applies": {
		"semua indikator tidak berlaku", "hapus dari daftar ini indikator yang dinilai, atau hapus berkas tahun ini",
		"no indicator applies", "take those that were assessed off this list, or delete this year's file"},
	"load-year-key": {
		"%[1]q bukan tahun", "tulis tahun dengan empat angka, misalnya 2026",
		"%[1]q is not a year", "write a year in four digits, for example 2026"},
	"load-year": {
		"tahun %[1]d tidak mungkin", "tulis tahun dengan empat angka",
		"the year %[1]d is impossible", "write a year in four digits"},
	"load-years-reversed": {
		"tahun sampai (%[2]d) mendahului tahun mulai (%[1]d)", "tukar keduanya",
		"the last year (%[2]d) is before the first (%[1]d)", "swap them"},
	"load-address": {
		"%[1]q bukan alamat web", "tulis lengkap dengan https:// atau http://, tanpa spasi",
		"%[1]q is not a web address", "write it in full with https:// or http://, without blanks"},
	"load-base-url": {
		"alamat %[1]q tidak dapat menjadi alamat portal", "tulis alamat http(s) tanpa ?, # dan .., misalnya \"https://spbe.contoh.go.id/portal/\"",
		"%[1]q cannot be the portal's address", "write an http(s) address without ?, # and .., for example \"https://spbe.example.go.id/portal/\""},
	"load-one-of": {
		"%[1]q tidak dikenal", "pilih salah satu: %[2]s",
		"%[1]q is not known", "choose one of: %[2]s"},
	"load-language": {
		"%[1]q bukan kode bahasa", "pakai kode dua huruf kecil, misalnya id atau en",
		"%[1]q is no language code", "use two lower-case letters, as id or en"},
	"load-language-twice": {
		"bahasa %[1]q tertulis dua kali", "hapus salah satunya",
		"language %[1]q is listed twice", "delete one"},
	"load-no-language": {
		"daftar bahasa kosong", "isi paling sedikit satu, misalnya bahasa = [\"id\"]",
		"the list of languages is empty", "give at least one, as bahasa = [\"id\"]"},
	"load-logo": {
		"logo %[1]q bukan berkas SVG di folder data", "taruh berkasnya di folder data dan tulis namanya saja, misalnya \"logo.svg\"",
		"logo %[1]q is no SVG file in the data folder", "put the file into the data folder and give its name alone, as \"logo.svg\""},
	"load-logo-not-svg": {
		"logo ini bukan gambar SVG yang sah", "simpan ulang dari program gambar sebagai SVG biasa",
		"the logo is no valid SVG drawing", "save it again from the drawing program as plain SVG"},
	"load-logo-unsafe": {
		"logo memuat %[1]q, yang dapat menjalankan sesuatu atau memanggil alamat lain", "hapus bagian itu; logo hanya boleh berisi gambar",
		"the logo holds %[1]q, which could run something or call another address", "take that part out; a logo may hold nothing but a drawing"},
	"load-logo-missing": {
		"logo %[1]q tidak ada", "taruh berkasnya di folder data, di samping portal.toml",
		"logo %[1]q does not exist", "put the file into the data folder, beside portal.toml"},
	"load-colour": {
		"%[1]q bukan warna", "tulis seperti \"#0f4c94\"",
		"%[1]q is not a colour", "write it like \"#0f4c94\""},
	"load-no-kind": {
		"belum ada jenis instansi", "tambahkan paling sedikit satu [jenis.<id>] dengan nama dan urutan",
		"there is no kind of institution", "add at least one [jenis.<id>] with nama and urutan"},
	"load-percent": {
		"persen %[1]s di luar 0 sampai 100", "tulis bagian dalam persen, misalnya 60",
		"percentage %[1]s is outside 0 to 100", "write a share in percent, for example 60"},
	"load-negative": {
		"%[1]d kurang dari nol", "tulis nol atau lebih",
		"%[1]d is below zero", "write zero or more"},
	"load-two-decimals": {
		"%[1]s memiliki lebih dari dua desimal", "nilai ditulis dengan paling banyak dua angka di belakang titik",
		"%[1]s has more than two decimals", "figures have at most two digits after the point"},
	"load-scale-range": {
		"skala tingkat di luar 0 sampai 100", "tulis min dan max seperti di peraturan, misalnya 1 dan 5",
		"the scale of levels is outside 0 to 100", "write min and max as the regulation has them, for example 1 and 5"},
	"load-scale-empty": {
		"max tidak lebih besar daripada min", "tulis min dan max seperti di peraturan, misalnya 1 dan 5",
		"max is not above min", "write min and max as the regulation has them, for example 1 and 5"},
	"load-scale-step": {
		"langkah %[1]s tidak membagi skala", "tulis 1 untuk tingkat bulat, 0.01 untuk tingkat berdesimal",
		"step %[1]s does not divide the scale", "write 1 for whole levels, 0.01 for levels with decimals"},
	"load-no-band": {
		"belum ada predikat", "tambahkan [predikat.<id>] dengan nama dan min",
		"there is no rating band", "add [predikat.<id>] with nama and min"},
	"load-bands-alike": {
		"predikat %[1]q dan %[2]q memiliki min yang sama", "setiap predikat memiliki batas bawahnya sendiri",
		"bands %[1]q and %[2]q have the same min", "every band has a lower bound of its own"},
	"load-bands-one-name": {
		"predikat %[1]q dan %[2]q sama-sama bernama %[3]q", "setiap predikat memiliki namanya sendiri",
		"bands %[1]q and %[2]q are both named %[3]q", "every band has a name of its own"},
	"load-band-too-high": {
		"predikat %[1]q mulai dari %[2]s, di atas tingkat tertinggi %[3]s, jadi tidak pernah tercapai", "periksa titik desimalnya: 2.6, bukan 26",
		"band %[1]q begins at %[2]s, above the highest level %[3]s, so nothing reaches it", "check its decimal point: 2.6, not 26"},
	"load-level-key": {
		"%[1]q bukan tingkat pada skala ini", "tulis tingkat bulat pada skala instrumen",
		"%[1]q is no level of this scale", "write a whole level on the instrument's scale"},
	"load-weight": {
		"bobot %[1]s tidak mungkin", "bobot lebih dari 0 dan paling banyak 100 persen",
		"weight %[1]s is impossible", "a weight is over 0 and at most 100 percent"},
	"load-unknown-domain": {
		"domain %[1]q tidak ada di instrumen", "yang ada: %[2]s",
		"domain %[1]q is not in the instrument", "there are: %[2]s"},
	"load-unknown-aspect": {
		"aspek %[1]q tidak ada di instrumen", "yang ada: %[2]s",
		"aspect %[1]q is not in the instrument", "there are: %[2]s"},
	"load-unknown-capability": {
		"kapabilitas %[1]q tidak ada di instrumen", "yang ada: %[2]s",
		"capability %[1]q is not in the instrument", "there are: %[2]s"},
	"load-unknown-indicator": {
		"indikator %[1]q tidak ada di instrumen", "yang ada: %[2]s",
		"indicator %[1]q is not in the instrument", "there are: %[2]s"},
	"load-unknown-indicator-near": {
		"indikator %[1]q tidak ada di instrumen", "mungkin maksudnya %[2]q",
		"indicator %[1]q is not in the instrument", "did you mean %[2]q"},
	"load-no-indicator": {
		"belum ada indikator", "tambahkan [indikator.<kode>] dengan aspek, nama, dan bobot",
		"there is no indicator", "add [indikator.<id>] with aspek, nama and bobot"},
	"load-translates-nothing": {
		"%[1]q tidak ada di berkas yang diterjemahkan", "samakan kuncinya dengan berkas Indonesianya",
		"%[1]q is not in the file that this one translates", "use the same keys as the Indonesian file"},
	"load-translates-no-file": {
		"tidak ada %[1]s.toml yang diterjemahkan berkas ini", "periksa nama berkasnya",
		"there is no %[1]s.toml that this file translates", "check the file's name"},
	"load-tile": {
		"tempat petak %[1]d tidak mungkin", "kolom dan baris dihitung dari 0, paling banyak 40",
		"%[1]d is no place of a tile", "columns and rows count from 0, at most 40"},
	"load-no-such-target": {
		"tidak ada target untuk %[1]s", "tambahkan target tahun itu di [target], atau hapus baris ini",
		"there is no target for %[1]s", "add that year's target to [target], or delete this"},
	"load-unknown-instrument": {
		"instrumen %[1]q tidak ada", "yang ada: %[2]s",
		"there is no instrument %[1]q", "there are: %[2]s"},
	"load-unknown-instrument-near": {
		"instrumen %[1]q tidak ada", "mungkin maksudnya %[2]q",
		"there is no instrument %[1]q", "did you mean %[2]q"},
	"load-instrument-year": {
		"instrumen %[1]q tidak berlaku untuk %[2]d", "masa berlakunya mulai %[3]d sampai %[4]d",
		"instrument %[1]q is not for %[2]d", "it is in force from %[3]d to %[4]d"},
	"load-instrument-year-open": {
		"instrumen %[1]q tidak berlaku untuk %[2]d", "masa berlakunya mulai %[3]d",
		"instrument %[1]q is not for %[2]d", "it is in force from %[3]d on"},
	"load-not-normalised": {
		"tidak_berlaku tidak boleh dipakai dengan instrumen %[1]q", "hanya instrumen dengan normalisasi = true yang mengizinkannya",
		"tidak_berlaku is not allowed with instrument %[1]q", "only an instrument with normalisasi = true allows it"},
	"load-empty-year": {
		"tahun ini belum berisi hasil", "tulis terbit.indeks atau tingkat indikator, atau belum_lengkap = true",
		"this year holds no result", "write terbit.indeks or levels of indicators, or belum_lengkap = true"},
	"load-unknown-band": {
		"predikat %[1]q tidak ada di instrumen", "yang ada: %[2]s; kata lain yang tercetak ditulis di predikat_tercetak",
		"band %[1]q is not in the instrument", "there are: %[2]s; another printed word goes into predikat_tercetak"},
	"load-unknown-band-count": {
		"predikat %[1]q tidak ada di instrumen", "tulis total, baik_ke_atas, atau kode predikat: %[2]s",
		"band %[1]q is not in the instrument", "write total, baik_ke_atas or a band's id: %[2]s"},
	"load-spread-good-total": {
		"baik_ke_atas %[1]d melebihi totalnya, %[2]d", "periksa angkanya dengan sumber",
		"baik_ke_atas is %[1]d, more than the total %[2]d", "check the figures with the source"},
	"load-spread-good-sum": {
		"baik_ke_atas %[1]d, tetapi predikat Baik ke atas berjumlah %[2]d", "periksa angkanya dengan sumber",
		"baik_ke_atas is %[1]d, the bands from Baik up add up to %[2]d", "check the figures with the source"},
	"load-spread-sum": {
		"sebaran berjumlah %[1]d, totalnya %[2]d", "periksa angkanya dengan sumber",
		"the distribution adds up to %[1]d, its total is %[2]d", "check the figures with the source"},
	"load-unknown-stage": {
		"tahap %[1]q tidak dikenal", "yang dikenal: mandiri, dokumen, interviu, visitasi, akhir",
		"stage %[1]q is not known", "known: mandiri, dokumen, interviu, visitasi, akhir"},
	"load-level-range": {
		"tingkat %[1]s di luar %[2]s sampai %[3]s", "tulis tingkat pada skala instrumen; indikator yang tidak dinilai tidak ditulis",
		"level %[1]s is outside %[2]s to %[3]s", "write a level on the instrument's scale; leave out what was not assessed"},
	"load-level-step": {
		"tingkat %[1]s tidak ada pada skala", "tingkat naik per %[2]s",
		"level %[1]s is not on the scale", "levels go up by %[2]s"},
	"load-level-not-applicable": {
		"indikator %[1]s diberi tingkat, tetapi juga tidak_berlaku", "hapus salah satunya",
		"indicator %[1]s has a level but is also tidak_berlaku", "delete one of them"},
	"load-stage-incomplete": {
		"tahap %[1]s belum lengkap: %[2]d dari %[3]d indikator belum ada", "tambahkan %[4]s, atau tulis belum_lengkap = true",
		"stage %[1]s is incomplete: %[2]d of %[3]d indicators are missing", "add %[4]s, or write belum_lengkap = true"},
	"load-alias-reserved": {
		"alias %[1]q adalah alamat milik portal sendiri", "hapus alias itu, atau tulis alamat lama yang lain",
		"the alias %[1]q is an address of the portal's own", "delete it, or write another old address"},
	"load-alias": {
		"alias %[1]q bukan alamat di portal ini", "tulis seperti \"/lama/\"",
		"alias %[1]q is no address of this portal", "write it like \"/lama/\""},
}
