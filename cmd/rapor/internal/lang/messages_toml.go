package lang

var messagesTOML = map[string]entry{
	"toml-too-large": {
		"berkas terlalu besar: %[1]d bita, paling banyak %[2]d", "pisahkan isinya, atau periksa apakah ini berkas yang benar",
		"file too large: %[1]d bytes, at most %[2]d", "split it, or check that it is the right file"},
	"toml-utf16": {
		"berkas tersimpan sebagai UTF-16", "simpan ulang sebagai UTF-8 (di Notepad: Save As, Encoding UTF-8)",
		"file is saved as UTF-16", "save it as UTF-8 (in Notepad: Save As, Encoding UTF-8)"},
	"toml-not-utf8": {
		"bita 0x%02[1]x bukan UTF-8", "simpan ulang berkas sebagai UTF-8",
		"byte 0x%02[1]x is not UTF-8", "save the file as UTF-8"},
	"toml-control": {
		"karakter kendali 0x%02[1]x tidak boleh ada", "hapus karakter itu; sering terbawa saat menyalin dari PDF",
		"control character 0x%02[1]x is not allowed", "delete it; such characters often come with text copied from a PDF"},
	"toml-lone-cr": {
		"baris diakhiri CR saja", "simpan ulang dengan akhir baris LF atau CRLF",
		"line ends in CR alone", "save the file with LF or CRLF line ends"},
	"toml-too-deep": {
		"kurung atau kunci bertingkat lebih dari %[1]d", "ratakan susunannya; format ini tidak pernah sedalam itu",
		"brackets or keys nested deeper than %[1]d", "flatten it; this format never nests that deep"},
	"toml-too-many-keys": {
		"lebih dari %[1]d kunci dalam satu berkas", "periksa apakah ini berkas yang benar",
		"more than %[1]d keys in one file", "check that it is the right file"},
	"toml-decimal-comma": {
		"angka memakai koma: %[1]s", "tulis desimal dengan titik, misalnya 3.49",
		"number with a decimal comma: %[1]s", "write decimals with a point, for example 3.49"},
	"toml-duplicate": {
		"kunci %[1]q sudah ada di atas", "hapus salah satunya, atau gabungkan isinya",
		"key %[1]q stands above already", "delete one of them, or merge their contents"},
	"toml-bare-text": {
		"nilai tidak dikenali: %[1]s", "beri tanda kutip pada teks; angka ditulis dengan angka, ya/tidak dengan true atau false",
		"unknown value: %[1]s", "put text in quotes; write numbers in digits and yes/no as true or false"},
	"toml-syntax": {
		"bukan TOML yang sah: %[1]s", "periksa tanda kutip, kurung, dan tanda sama dengan di baris ini dan di atasnya",
		"not valid TOML: %[1]s", "check quotes, brackets and equal signs in this line and above"},
	"toml-missing-key": {
		"kunci wajib %[1]q belum ada", "tambahkan %[1]s = ... di bagian ini",
		"required key %[1]q is missing", "add %[1]s = ... to this part"},
	"toml-unknown-key-near": {
		"kunci %[1]q tidak dikenal", "mungkin maksudnya %[2]q",
		"unknown key %[1]q", "did you mean %[2]q"},
	"toml-unknown-key": {
		"kunci %[1]q tidak dikenal", "kunci yang dikenal di sini: %[2]s",
		"unknown key %[1]q", "known here: %[2]s"},
	"toml-array-of-tables": {
		"larik di tempat tabel", "format ini memakai tabel berkunci, misalnya [sumber.laporan-2024], bukan [[sumber]]",
		"an array where a table belongs", "this format uses keyed tables, as [sumber.laporan-2024], never [[sumber]]"},
	"toml-text-for-number": {
		"teks %[1]q di tempat angka", "tulis angkanya tanpa tanda kutip, desimal dengan titik",
		"text %[1]q where a number belongs", "write the number without quotes, decimals with a point"},
	"toml-wrong-kind": {
		"seharusnya %[1]s, bukan %[2]s", "lihat contohnya di acuan format",
		"expected %[1]s, found %[2]s (Indonesian type names)", "see the format reference for an example"},
	"toml-text-too-long": {
		"teks %[1]d bita, paling banyak %[2]d", "teks panjang ditulis di content/*.md",
		"text of %[1]d bytes, at most %[2]d", "long texts belong in content/*.md"},
	"toml-key-too-long": {
		"kunci lebih dari 100 karakter", "pendekkan",
		"key longer than 100 characters", "shorten it"},
	"toml-number-range": {
		"angka %[1]s terlalu besar", "periksa jumlah angkanya",
		"number %[1]s is too large", "check its digits"},
	"toml-not-finite": {
		"%[1]s bukan angka", "tulis angkanya; yang tidak diketahui tidak ditulis sama sekali",
		"%[1]s is not a number", "write the number; what is not known is left out"},
	"toml-plain-number": {
		"angka %[1]s bukan desimal biasa", "tulis seperti 3.49",
		"number %[1]s is not a plain decimal", "write it like 3.49"},
	"toml-four-decimals": {
		"angka %[1]s memiliki lebih dari empat desimal", "paling banyak empat angka di belakang titik",
		"number %[1]s has more than four decimals", "at most four digits after the point"},
	"toml-not-a-day": {
		"%[1]s bukan tanggal", "tulis seperti 2024-12-31, tanpa jam",
		"%[1]s is not a date", "write it like 2024-12-31, without a time"},
	"toml-no-fence": {
		"berkas tidak dimulai dengan +++", "awali dengan +++, lalu judul = \"...\", lalu +++",
		"file does not start with +++", "start it with +++, then judul = \"...\", then +++"},
	"toml-open-fence": {
		"+++ pembuka tidak pernah ditutup", "tambahkan baris +++ sesudah judul dan kunci lainnya",
		"the opening +++ is never closed", "add a line +++ after judul and the other keys"},
}
