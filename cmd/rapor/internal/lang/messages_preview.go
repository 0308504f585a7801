package lang

var messagesPreview = map[string]entry{
	"preview-title":   {id: "Portal belum dapat dibuat", en: "The portal cannot be built yet"},
	"preview-count":   {id: "%[1]d kesalahan, %[2]d peringatan.", en: "Errors: %[1]d, warnings: %[2]d."},
	"preview-more":    {id: "Dan %[1]d kesalahan lain; semuanya tertulis di terminal.", en: "And %[1]d more errors; the terminal has them all."},
	"preview-machine": {id: "Mesin gagal: %[1]v", en: "The machine failed: %[1]v"},
	"preview-waiting": {id: "Halaman ini dimuat ulang sendiri begitu berkasnya diperbaiki.", en: "This page reloads on its own once the files are mended."},
	"preview-polling": {
		id: "perubahan tidak dapat dipantau lewat sistem (%[1]v); folder diperiksa setiap 2 detik",
		en: "the system cannot report changes (%[1]v); folders are looked through every 2 seconds"},
}
