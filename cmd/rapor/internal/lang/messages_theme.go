package lang

var messagesTheme = map[string]entry{
	"theme-no-folder": {
		"folder tema tidak ada", "periksa tema = ... di portal.toml, atau buat foldernya",
		"no such theme folder", "check tema = ... in portal.toml, or make the folder"},
	"theme-unreadable": {
		"tidak dapat dibaca: %[1]s", "periksa izin berkas",
		"cannot be read: %[1]s", "check the file's permissions"},
	"theme-not-regular": {
		"bukan berkas biasa", "tema hanya memuat berkas dan folder biasa",
		"not a regular file", "a theme holds plain files and folders only"},
	"theme-too-large": {
		"berkas tema terlalu besar: %[1]d bita, paling banyak %[2]d", "kecilkan berkasnya",
		"theme file too large: %[1]d bytes, at most %[2]d", "make the file smaller"},
	"theme-no-manifest": {
		"theme.toml belum ada", "buat berkas berisi kontrak = 1",
		"theme.toml is missing", "create it with kontrak = 1"},
	"theme-contract": {
		"tema dibuat untuk kontrak %[1]d, program ini memakai %[2]d", "pakai tema atau program yang sesuai",
		"the theme is for contract %[1]d, this program has %[2]d", "use a theme or a program that match"},
	"theme-template": {
		"templat keliru: %[1]s", "bandingkan dengan templat bawaan di themes/default",
		"template at fault: %[1]s", "compare it with the built-in one in themes/default"},
	"theme-word-literal": {
		"word harus diikuti satu kunci dalam tanda kutip: %[1]s", "tulis seperti {{word \"kerangka.loncat\"}}",
		"word takes one key in quotes: %[1]s", "write it like {{word \"kerangka.loncat\"}}"},
	"theme-word-unknown": {
		"kata %[1]q tidak ada di i18n", "yang terdekat: %[2]q",
		"word %[1]q is not in i18n", "the nearest is %[2]q"},
	"theme-word-needs": {
		"kata %[1]q perlu diisi %[2]s", "kata seperti ini hanya dapat dipakai oleh program",
		"word %[1]q needs %[2]s", "only the program can use such a word"},
	"theme-word-missing": {
		"kata %[1]q belum ada", "salin dari themes/default/i18n/id.toml, lalu terjemahkan",
		"word %[1]q is missing", "copy it from themes/default/i18n/id.toml and translate it"},
	"theme-word-unused": {
		"kata %[1]q tidak dipakai", "yang terdekat: %[2]q; hapus bila memang tidak perlu",
		"word %[1]q is not used", "the nearest is %[2]q; delete it where it is not needed"},
	"theme-word-places": {
		"kata %[1]q harus memuat %[2]s, bukan %[3]s", "isian dalam kurung kurawal tidak diterjemahkan",
		"word %[1]q must hold %[2]s, not %[3]s", "what stands in braces is not translated"},
	"theme-word-mark": {
		"tanda * pada kata %[1]q tidak berpasangan", "tulis *teks tebal*",
		"a * in word %[1]q has no partner", "write *bold text*"},
	"theme-language-missing": {
		"bahasa %[1]q belum punya kata", "buat %[2]s dari i18n/id.toml, atau hapus bahasanya dari portal.toml",
		"language %[1]q has no words", "make %[2]s from i18n/id.toml, or take the language out of portal.toml"},
	"theme-form-missing": {
		"kunci %[1]q di bagian [bahasa] belum ada", "salin bagian [bahasa] dari i18n/id.toml, lalu sesuaikan",
		"key %[1]q of [bahasa] is missing", "copy [bahasa] from i18n/id.toml and adapt it"},
	"theme-months": {
		"bulan memuat %[1]d nama, seharusnya 12", "tulis kedua belas nama bulan",
		"bulan holds %[1]d names, not 12", "write the names of all twelve months"},
}
