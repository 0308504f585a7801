package lang

var messagesJSONText = map[string]entry{
	"jsontext-syntax": {
		"bukan JSON yang dapat dibaca: %[1]s", "pulihkan berkas ini dari salinan yang utuh, atau buat ulang dengan program ini",
		"not readable as JSON: %[1]s", "restore the file from a whole copy, or make it again with this program",
	},
}
