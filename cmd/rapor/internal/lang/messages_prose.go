package lang

var messagesProse = map[string]entry{
	"prose-too-large": {
		"teks %[1]d bita, paling banyak %[2]d", "bagi menjadi beberapa halaman",
		"text of %[1]d bytes, at most %[2]d", "split it into several pages"},
	"prose-too-dense": {
		"satu paragraf memuat ribuan tautan atau tanda tebal", "periksa apakah ini teks yang benar; bagi paragraf dengan baris kosong",
		"one paragraph holds thousands of links or emphasis marks", "check that it is the right text; split paragraphs with empty lines"},
	"prose-too-deep": {
		"kutipan atau daftar bertingkat lebih dari %[1]d", "ratakan susunannya",
		"quotes or lists nested deeper than %[1]d", "flatten them"},
}
