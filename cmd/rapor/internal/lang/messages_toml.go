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
	"toml-unfit": {
		"karakter U+%04[1]X tidak boleh ada dalam teks", "hapus karakter itu; ia tidak terlihat, dan membalik arah baca atau merusak berkas",
		"character U+%04[1]X may not stand in a text", "delete it; nobody sees it, and it turns the direction of reading or breaks files"},
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
	"toml-curly-quotes": {
		"tanda kutip melengkung: %[1]s", "pakai tanda kutip lurus \"...\"; yang melengkung biasanya terbawa dari pengolah kata",
		"curly quotes: %[1]s", "use straight quotes \"...\"; curly ones usually come from a word processor"},
	"toml-no-value": {
		"nilainya belum ditulis: %[1]s", "tulis nilainya sesudah tanda sama dengan, atau hapus baris ini",
		"the value is missing: %[1]s", "write it after the equal sign, or delete this line"},
	"toml-no-equals": {
		"tidak ada tanda sama dengan sesudah nama kunci: %[1]s", "tulis seperti nama = \"...\"; keterangan diawali dengan #",
		"no equal sign after the key: %[1]s", "write it like nama = \"...\"; a remark starts with #"},
	"toml-open-header": {
		"kurung judul bagian tidak ditutup: %[1]s", "tutup dengan ], misalnya [terbit.domain]",
		"the bracket of the heading is not closed: %[1]s", "close it with ], as [terbit.domain]"},
	"toml-open-text": {
		"tanda kutip tidak ditutup: %[1]s", "tutup teks dengan tanda kutip yang sama; teks beberapa baris diapit tiga tanda kutip",
		"the quotes are not closed: %[1]s", "close the text with the same quotes; a text of several lines stands between three quotes"},
	"toml-open-bracket": {
		"daftar tidak ditutup atau kurang koma: %[1]s", "pisahkan isinya dengan koma dan tutup dengan ] atau }",
		"a list is not closed or lacks a comma: %[1]s", "separate its members with commas and close it with ] or }"},
	"toml-after-value": {
		"ada yang tertulis sesudah nilainya: %[1]s", "satu kunci dan satu nilai di tiap baris; keterangan diawali dengan #",
		"something stands after the value: %[1]s", "one key and one value on a line; a remark starts with #"},
	"toml-leading-zero": {
		"angka diawali nol: %[1]s", "tulis angka tanpa nol di depan; kode wilayah ditulis dalam tanda kutip",
		"a number starts with zero: %[1]s", "write numbers without leading zeros; area codes stand in quotes"},
	"toml-not-a-number": {
		"angka tidak terbaca: %[1]s", "tulis angkanya saja, desimal dengan satu titik, misalnya 3.49",
		"not a number: %[1]s", "write digits alone, decimals with one point, for example 3.49"},
	"toml-backslash": {
		"garis miring terbalik di dalam teks: %[1]s", "tulis dua kali (\\\\), atau apit teksnya dengan tanda kutip tunggal",
		"backslash in a text: %[1]s", "write it twice (\\\\), or put the text between single quotes"},
	"toml-syntax": {
		"bukan TOML yang sah: %[1]s", "periksa tanda kutip, kurung, dan tanda sama dengan di baris ini dan di atasnya",
		"not valid TOML: %[1]s", "check quotes, brackets and equal signs in this line and above"},
	"toml-missing-key": {
		"kunci wajib %[1]q belum ada", "tambahkan %[1]s = ... di bagian ini",
		"required key %[1]q is missing", "add %[1]s = ... to this part"},
	"toml-missing-table": {
		"bagian wajib [%[1]s] belum ada", "tambahkan [%[1]s] atau [%[1]s.<kode>] dengan isinya",
		"required part [%[1]s] is missing", "add [%[1]s] or [%[1]s.<id>] with its contents"},
	"toml-empty-text": {
		"%[1]s kosong", "tulis teksnya di antara tanda kutip",
		"%[1]s is empty", "write the text between the quotes"},
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
	"toml-want-table": {
		"seharusnya bagian dengan kunci di dalamnya", "tulis sebagai [judul] dengan kunci di bawahnya, atau { kunci = nilai }",
		"a part with keys belongs here", "write it as [heading] with keys below it, or { key = value }"},
	"toml-want-list": {
		"seharusnya daftar", "tulis dalam kurung siku, misalnya [\"a\", \"b\"]",
		"a list belongs here", "write it in brackets, for example [\"a\", \"b\"]"},
	"toml-want-text": {
		"seharusnya teks", "tulis di antara tanda kutip",
		"a text belongs here", "write it between quotes"},
	"toml-want-integer": {
		"seharusnya bilangan bulat", "tulis angkanya saja, tanpa desimal dan tanpa tanda kutip",
		"a whole number belongs here", "write digits alone, without decimals and quotes"},
	"toml-want-number": {
		"seharusnya angka", "tulis angkanya saja, desimal dengan titik, misalnya 3.49",
		"a number belongs here", "write digits alone, decimals with a point, for example 3.49"},
	"toml-want-flag": {
		"seharusnya true atau false", "tulis true untuk ya, false untuk tidak, tanpa tanda kutip",
		"true or false belongs here", "write true or false without quotes"},
	"toml-want-day": {
		"seharusnya tanggal", "tulis seperti 2024-12-31, tanpa tanda kutip",
		"a date belongs here", "write it like 2024-12-31, without quotes"},
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
