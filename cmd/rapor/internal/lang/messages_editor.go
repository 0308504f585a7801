package lang

// messagesEditor are the words of the commands with which a portal is begun and
// filled.
var messagesEditor = map[string]entry{
	"cli-init": {id: "portal baru di folder kosong", en: "a new portal in an empty folder"},
	"cli-init-long": {
		id: "Membuat portal yang langsung dapat dibangun: data, isi, README, skema untuk editor, dan bila diminta berkas CI. Folder\nyang berisi apa pun tidak disentuh.",
		en: "Makes a portal that builds at once: data, content, README, schemas for editors and, if asked for, CI files. A folder\nthat holds anything is left alone."},
	"flag-init-from": {
		id: "`asal`: nasional, provinsi (dengan --instansi), opd, kosong (bawaan)",
		en: "`origin`: nasional, provinsi (with --instansi), opd, kosong (default)"},
	"flag-init-institution": {
		id: "`slug` instansi: ia, anggotanya, dan deret nasional dengan sumbernya",
		en: "`slug` of an institution: it, its members and the national series, with their sources"},
	"flag-init-ci":         {id: "berkas `CI`: github, gitlab, none (bawaan)", en: "`CI` files: github, gitlab, none (default)"},
	"cli-init-institution": {id: "--from provinsi dan --instansi SLUG dipakai bersama, misalnya --instansi provinsi-sulawesi-barat", en: "--from provinsi and --instansi SLUG go together, such as --instansi provinsi-sulawesi-barat"},
	"cli-init-done":        {id: "portal baru di %[1]s: %[2]d berkas", en: "new portal in %[1]s: %[2]d files"},
	"cli-init-next":        {id: "langkah berikutnya: cd %[1]s, ubah data/portal.toml, lalu rapor serve", en: "next: cd %[1]s, change data/portal.toml, then rapor serve"},
	"flag-common-jenis":    {id: "`jenis` semua instansi baru, bila namanya tidak menyebutnya", en: "the `kind` of all new institutions, where their names do not tell it"},
	"cli-not-empty": {
		id: "folder ini tidak kosong", idHint: "tidak ada yang ditulis; sebut folder baru",
		en: "this folder is not empty", enHint: "nothing was written; name a new folder"},
}
