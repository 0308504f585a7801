package lang

import "fmt"

// usageTemplate is cobra's usage text with words to fill in: usage, commands,
// flags, common flags, exit codes, where to read more.
const usageTemplate = `%s:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} <%s>{{end}}{{if .HasAvailableSubCommands}}

%s:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

%s:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

%s:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
%s
`

var messagesCLI = map[string]entry{
	"cli-usage-template": {
		id: usage("Pemakaian", "perintah", "Perintah", "Pilihan", "Pilihan bersama",
			"\nKode keluar: 0 baik · 1 data, isi, atau tema salah · 2 pemakaian salah · 3 mesin gagal"),
		en: usage("Usage", "command", "Commands", "Flags", "Common flags",
			"\nExit codes: 0 fine · 1 bad data, content or theme · 2 wrong usage · 3 the machine failed")},
	"cli-rapor": {
		id: "rapor membuat portal transparansi dari rapor kematangan: berkas TOML menjadi halaman, bagan, dan data terbuka",
		en: "rapor makes a transparency portal from maturity scorecards: TOML files become pages, charts and open data"},
	"cli-build": {
		id: "data, isi, dan tema menjadi situs di public/", en: "data, content and theme to the site in public/"},
	"cli-build-long": {
		id: "Membaca, memeriksa, menghitung, dan menulis seluruh situs. Bila ada yang salah, folder keluaran tidak disentuh;\nsitus baru menggantikan yang lama sekaligus. Tanpa folder data, portal nasional di dalam program yang dibuat.",
		en: "Reads, checks, computes and writes the whole site. If anything is wrong, the output folder is not touched; the new\nsite replaces the old one in one step. Without a data folder the national portal inside the program is built."},
	"cli-check": {
		id: "setiap masalah pada data dan isi; tidak menulis apa pun", en: "every problem of the data and content; writes nothing"},
	"cli-check-long": {
		id: "Menulis setiap masalah sebagai berkas:baris:kolom dengan saran perbaikannya, semua sekaligus. Peringatan tidak\nmenggagalkan, kecuali dengan --strict.",
		en: "Writes every problem as file:line:column with how to mend it, all at once. Warnings do not fail, except with --strict."},
	"cli-serve": {
		id: "pratinjau di komputer ini; dibuat ulang begitu ada yang berubah", en: "a preview on this machine; built again when something changes"},
	"cli-serve-long": {
		id: "Membuat portal di folder sementara, menayangkannya untuk komputer ini saja, membuatnya ulang begitu data, isi, atau\ntema berubah, dan memuat ulang halaman yang terbuka. Masalah ditampilkan di halaman, dengan baris di sekitarnya. Folder\nterbitan tidak disentuh, kecuali disebut dengan --out. Berhenti dengan Ctrl+C.",
		en: "Builds the portal in a temporary folder, serves it to this machine only, builds it again when data, content or theme\nchange, and reloads open pages. Problems are shown in the page with the lines around them. The published folder is left\nalone unless --out names it. Ends with Ctrl+C."},
	"cli-verify": {
		id: "situs terbitan terhadap manifestnya, dan setiap angka dihitung ulang", en: "a built site against its manifest, and every number recomputed"},
	"cli-verify-long": {
		id: "Membandingkan setiap berkas situs (bawaan: folder --out) dengan manifest.json, dan menghitung ulang setiap angka hasil\nhitungan dari JSON yang diterbitkan, juga yang ada di tabel CSV dan JSON. Yang diperlukan hanya salinan situsnya.",
		en: "Compares every file of a site (default: the folder of --out) with manifest.json, and recomputes every computed number\nfrom the published JSON, those of the CSV and JSON tables too. A copy of the site is all it needs."},
	"cli-new": {
		id: "berkas atau lembar untuk diisi", en: "files or sheets to fill in"},
	"cli-new-long": {
		id: "Membuat berkas baru yang tinggal diisi: instansi, penilaian satu tahun, atau lembar kerja untuk dibagikan. Berkas yang\nsudah ada tidak pernah ditimpa.",
		en: "Makes new files to fill in: an institution, the assessment of a year, or spreadsheets to hand out. A file that is\nthere is never overwritten."},
	"cli-new-institution": {id: "instansi baru", en: "a new institution"},
	"cli-new-institution-long": {
		id: "Membuat data/instansi/SLUG/instansi.toml; semua kunci lain tertulis sebagai komentar.",
		en: "Makes data/instansi/SLUG/instansi.toml, with every other key as a comment."},
	"cli-new-assessment": {id: "penilaian satu tahun, siap diisi", en: "the assessment of a year, ready to fill in"},
	"cli-new-assessment-long": {
		id: "Membuat data/instansi/SLUG/TAHUN.toml: setiap indikator dengan nama, bobot, kriteria, dan tingkat tahun sebelumnya\nsebagai komentar. Portal langsung dapat dibuat: halamannya menunjukkan kemajuan pengisian.",
		en: "Makes data/instansi/SLUG/TAHUN.toml: every indicator with its name, weight, criteria and the levels of the year before\nas comments. The portal builds at once; the page shows progress."},
	"cli-new-sheets": {id: "satu lembar kerja XLSX untuk setiap unit", en: "one XLSX spreadsheet for each unit"},
	"cli-new-sheets-long": {
		id: "Membuat satu berkas XLSX untuk setiap instansi dari suatu jenis atau kelompok: pilihan tingkat, kriteria, tingkat tahun\nsebelumnya, bukti dukung, dan penanggung jawab. Lembar yang sudah diisi masuk lewat rapor import FOLDER --bentuk lembar.",
		en: "Makes one XLSX file for each institution of a kind or group: lists of levels, criteria, levels of the year before,\nevidence and who is responsible. Filled sheets come back by rapor import FOLDER --bentuk lembar."},
	"cli-import": {
		id: "tabel CSV atau XLSX menjadi berkas TOML", en: "CSV or XLSX tables to TOML files"},
	"cli-import-long": {
		id: "Membaca tabel XLSX atau CSV (pemisah koma, titik koma, atau tab; desimal titik atau koma) dan menulis atau melengkapi\nberkas data. Judul di atas tabel, baris jumlah, dan lembar tersembunyi dilewati dan disebut. Berkas yang sudah ada dilengkapi kunci demi kunci; nilai yang berbeda tidak pernah ditimpa. Bila satu baris\nsaja salah, tidak ada yang ditulis.",
		en: "Reads an XLSX or CSV table (comma, semicolon or tab; decimal point or comma) and writes or completes data files.\nTitles above the table, rows of totals and hidden sheets are passed over and named. Existing\nfiles are completed key by key; a different value is never overwritten. If a single row is wrong, nothing is written."},
	"cli-migrate": {
		id: "berkas lama ke format sekarang", en: "older files to the present format"},
	"cli-migrate-long": {
		id: "Format 1 adalah yang pertama. Yang diperbarui hanya portal.toml yang belum menyebut formatnya.",
		en: "Format 1 is the first one. What is brought up to date is a portal.toml that does not name its format yet."},
	"cli-version":   {id: "versi program", en: "version of the program"},
	"cli-help":      {id: "bantuan tentang perintah atau topik: format, impor, tema, ci, metode, api", en: "help about a command or a topic: format, impor, tema, ci, metode, api"},
	"cli-help-what": {id: "perintah atau topik", en: "command or topic"},
	"cli-help-long": {
		id: "Bantuan tentang sebuah perintah, atau salah satu topik: %[1]s.",
		en: "Help about a command, or one of the topics: %[1]s."},
	"cli-completion": {id: "pelengkapan perintah untuk bash, zsh, fish, dan PowerShell", en: "completion for bash, zsh, fish and PowerShell"},

	"flag-data":             {id: "`folder` data", en: "data `folder`"},
	"flag-content":          {id: "`folder` isi (Markdown)", en: "content `folder` (Markdown)"},
	"flag-themes":           {id: "`folder` tema", en: "themes `folder`"},
	"flag-out":              {id: "`folder` keluaran", en: "output `folder`"},
	"flag-base-url":         {id: "`alamat` portal, menggantikan alamat di portal.toml", en: "the portal's `address`, instead of that in portal.toml"},
	"flag-tanggal":          {id: "`tanggal` \"hari ini\" untuk situs (bawaan: SOURCE_DATE_EPOCH, lalu yang terbaru di data)", en: "`date` that is \"today\" for the site (default: SOURCE_DATE_EPOCH, then the newest in the data)"},
	"flag-lang":             {id: "`bahasa` pesan: id atau en", en: "`language` of messages: id or en"},
	"flag-color":            {id: "warna pesan: auto, always, never", en: "colour of messages: auto, always, never"},
	"flag-quiet":            {id: "hanya masalah yang ditulis", en: "write problems only"},
	"flag-help":             {id: "bantuan ini", en: "this help"},
	"flag-strict":           {id: "peringatan juga menggagalkan", en: "warnings fail as well"},
	"flag-drafts":           {id: "terbitkan juga draf, dengan tanda", en: "publish drafts too, marked as such"},
	"flag-no-cache":         {id: "jangan baca atau tulis tembolok", en: "neither read nor write the cache"},
	"flag-port":             {id: "`porta`; bila terpakai, porta bebas berikutnya; 0: yang mana saja", en: "`port`; where it is taken, the next free one; 0: any"},
	"flag-host":             {id: "layani juga komputer lain lewat `alamat` ini, misalnya 0.0.0.0", en: "serve other machines too through this `address`, such as 0.0.0.0"},
	"flag-open":             {id: "buka di peramban", en: "open it in the browser"},
	"flag-serve-drafts":     {id: "tayangkan juga draf, dengan tanda", en: "show drafts too, marked as such"},
	"flag-compress":         {id: "buat juga bentuk .gz dan .br dari setiap berkas teks di atas 1 kB", en: "also make a .gz and a .br of each text file over 1 kB"},
	"flag-cards":            {id: "`on` atau off: gambar kartu berbagi setiap instansi (PNG)", en: "`on` or off: draw a share card for every institution (PNG)"},
	"flag-revision":         {id: "revisi repositori data, untuk {revisi} dalam sumber_data", en: "revision of the data's repository, for {revisi} in sumber_data"},
	"flag-licenses":         {id: "cetak lisensi semua bagian program", en: "print the licences of all parts of the program"},
	"flag-report":           {id: "tulis laporan JSON ke `berkas`", en: "write a report as JSON to `file`"},
	"flag-format":           {id: "text, json, github, atau sarif", en: "text, json, github or sarif"},
	"flag-dry-run":          {id: "tunjukkan saja apa yang akan ditulis", en: "only show what would be written"},
	"flag-form":             {id: "`bentuk` tabel: instansi, hasil, tingkat, lhe, petak, target, sebaran, lembar", en: "`form` of the table: instansi, hasil, tingkat, lhe, petak, target, sebaran, lembar"},
	"flag-new-name":         {id: "`nama` resmi instansi", en: "official `name` of the institution"},
	"flag-new-kind":         {id: "`jenis` instansi, salah satu dari portal.toml", en: "`kind` of the institution, one of portal.toml"},
	"flag-new-parent":       {id: "`slug` instansi induk", en: "`slug` of the parent institution"},
	"flag-new-instrument":   {id: "`instrumen` (bawaan: satu-satunya yang berlaku tahun itu)", en: "`instrument` (default: the only one for that year)"},
	"flag-new-stage":        {id: "`tahap`: mandiri, dokumen, interviu, visitasi, akhir", en: "`stage`: mandiri, dokumen, interviu, visitasi, akhir"},
	"flag-new-year":         {id: "`tahun` penilaian", en: "`year` of the assessment"},
	"flag-new-kinds":        {id: "semua instansi `jenis` ini; beberapa dipisah koma", en: "all institutions of this `kind`; several with commas between"},
	"flag-new-group":        {id: "semua anggota `kelompok` ini", en: "all members of this `group`"},
	"flag-sheet":            {id: "`nama` lembar dalam buku kerja (bawaan: setiap lembar tampak yang memuat tabel ini)", en: "`name` of the sheet in a workbook (default: every visible one with such a table)"},
	"flag-ignore":           {id: "`kolom` yang tidak diikutkan, dipisah koma", en: "`columns` to leave out, with commas between"},
	"flag-common-instansi":  {id: "`instansi` semua baris, bila tabel tidak menyebutnya", en: "the `institution` of all rows, where the table does not name it"},
	"flag-common-tahun":     {id: "`tahun` semua baris, bila tabel tidak menyebutnya", en: "the `year` of all rows, where the table does not name it"},
	"flag-common-instrumen": {id: "`instrumen` semua baris (bawaan: satu-satunya yang berlaku tahun itu)", en: "the `instrument` of all rows (default: the only one for that year)"},
	"flag-common-tahap":     {id: "`tahap` semua baris: mandiri, dokumen, interviu, visitasi, akhir", en: "the `stage` of all rows: mandiri, dokumen, interviu, visitasi, akhir"},
	"flag-common-sumber":    {id: "`sumber` semua baris: judul atau alamat web", en: "the `source` of all rows: a title or a web address"},
	"flag-no-notes":         {id: "kolom catatan tidak dibaca", en: "leave the column catatan out"},

	"cli-unknown-command":     {id: "perintah %[1]q tidak dikenal; mungkin maksudnya: %[2]s", en: "unknown command %[1]q; did you mean: %[2]s"},
	"cli-unknown-flag":        {id: "pilihan %[1]q tidak dikenal", en: "unknown flag %[1]q"},
	"cli-unknown-topic":       {id: "tidak ada bantuan untuk %[1]q", en: "no help for %[1]q"},
	"cli-flag-needs-value":    {id: "pilihan %[1]q memerlukan nilai", en: "flag %[1]q needs a value"},
	"cli-flag-value":          {id: "pilihan --%[1]s tidak dapat bernilai %[2]q", en: "flag --%[1]s cannot be %[2]q"},
	"cli-flag-one-of":         {id: "pilihan --%[1]s %[2]q tidak dikenal; pilih salah satu: %[3]s", en: "unknown value --%[1]s %[2]q; choose one of: %[3]s"},
	"cli-extra-argument":      {id: "argumen %[1]q tidak diharapkan", en: "unexpected argument %[1]q"},
	"cli-one-file":            {id: "sebutkan satu berkas CSV atau XLSX", en: "name one CSV or XLSX file"},
	"cli-form-needed":         {id: "sebutkan --bentuk: %[1]s", en: "name --bentuk: %[1]s"},
	"cli-see-help":            {id: "lihat: rapor help", en: "see: rapor help"},
	"cli-no-folder":           {id: "folder %[1]q tidak ada (--%[2]s)", en: "there is no folder %[1]q (--%[2]s)"},
	"cli-report-inside":       {id: "laporan %[1]q berada di dalam folder %[2]q; letakkan di luar situs dan sumbernya (--report)", en: "the report %[1]q lies in the folder %[2]q; put it outside the site and its sources (--report)"},
	"cli-no-file":             {id: "berkas %[1]q tidak ada", en: "there is no file %[1]q"},
	"cli-no-portal-file":      {id: "%[1]q tidak ada", en: "there is no %[1]q"},
	"cli-base-url":            {id: "--base-url %[1]q tidak dapat menjadi alamat portal; tulis alamat http(s) tanpa ?, # dan ..", en: "--base-url %[1]q cannot be the portal's address; write an http(s) address without ?, # and .."},
	"cli-date":                {id: "--tanggal %[1]q bukan tanggal; tulis seperti 2026-11-21", en: "--tanggal %[1]q is not a date; write it like 2026-11-21"},
	"cli-epoch":               {id: "SOURCE_DATE_EPOCH %[1]q bukan bilangan detik", en: "SOURCE_DATE_EPOCH %[1]q is not a number of seconds"},
	"cli-interrupted":         {id: "dihentikan; folder keluaran tidak disentuh", en: "interrupted; the output folder was not touched"},
	"cli-theme-no-folder":     {id: "tema %[1]q bukan folder", idHint: "ganti tautan simbolik atau berkas itu dengan foldernya sendiri", en: "theme %[1]q is not a folder", enHint: "replace the symbolic link or file with the folder itself"},
	"cli-no-permission":       {id: "tidak ada izin untuk membaca atau menulis %[1]s", en: "no permission to read or write %[1]s"},
	"cli-disk-full":           {id: "tempat penyimpanan penuh: %[1]v", en: "the disk is full: %[1]v"},
	"cli-cannot-read":         {id: "tidak dapat membaca", en: "cannot read"},
	"cli-no-theme":            {id: "tema %[1]q tidak ada", idHint: "buat folder %[2]s, atau perbaiki tema di portal.toml", en: "there is no theme %[1]q", enHint: "create the folder %[2]s, or mend tema in portal.toml"},
	"cli-template":            {id: "tema tidak dapat dipakai: %[1]s", idHint: "perbaiki templat di tempat itu", en: "the theme cannot be used: %[1]s", enHint: "mend the template at that place"},
	"cli-no-problems":         {id: "tidak ada masalah", en: "no problems"},
	"cli-problems":            {id: "%[1]d kesalahan, %[2]d peringatan", en: "errors: %[1]d, warnings: %[2]d"},
	"cli-untouched":           {id: "folder %[1]s tidak disentuh", en: "folder %[1]s was not touched"},
	"cli-no-memory":           {id: "ingatan untuk pembangunan berikutnya tidak dapat ditulis: %[1]v", en: "what the next build could use again cannot be written down: %[1]v"},
	"cli-litter":              {id: "situs lama belum seluruhnya terhapus: %[1]v", en: "not all of the old site could be deleted: %[1]v"},
	"cli-arguments":           {id: "sebutkan: %[1]s", en: "name: %[1]s"},
	"cli-no-data":             {id: "belum ada folder data %[1]q; mulai dengan rapor init", en: "there is no data folder %[1]q yet; begin with rapor init"},
	"cli-not-a-slug":          {id: "%[1]q tidak dapat menjadi alamat; pakai a-z, 0-9, dan tanda hubung saja, misalnya kota-contoh", en: "%[1]q cannot be an address; use only a-z, 0-9 and hyphens, such as kota-contoh"},
	"cli-not-a-year":          {id: "%[1]q bukan tahun; tulis dengan empat angka", en: "%[1]q is not a year; write four digits"},
	"cli-which-instrument":    {id: "sebutkan --instrumen untuk %[1]d; yang berlaku: %[2]s", en: "name --instrumen for %[1]d; there are: %[2]s"},
	"cli-unknown-institution": {id: "instansi %[1]q tidak ada; mungkin maksudnya: %[2]s", en: "there is no institution %[1]q; did you mean: %[2]s"},
	"cli-no-units":            {id: "sebutkan --jenis (%[1]s) atau --kelompok (%[2]s) yang mempunyai instansi", en: "name a --jenis (%[1]s) or a --kelompok (%[2]s) that has institutions"},
	"cli-exists":              {id: "berkas sudah ada", idHint: "tidak ada yang ditimpa; hapus atau ganti namanya dahulu", en: "the file is there already", enHint: "nothing is overwritten; delete or rename it first"},
	"cli-sheets":              {id: "%[1]d lembar kerja ditulis ke %[2]s", en: "%[1]d sheets written to %[2]s"},
	"cli-built": {
		id: "%[1]d halaman, %[2]d berkas (%[3]d berubah, %[4]d sama, %[5]d dihapus), %.1[6]f MB dalam %.2[7]f detik, memori puncak %.0[8]f MB: %[9]s",
		en: "%[1]d pages, %[2]d files (%[3]d changed, %[4]d the same, %[5]d removed), %.1[6]f MB in %.2[7]f s, peak memory %.0[8]f MB: %[9]s"},
	"cli-drawn": {id: "%[1]d kartu digambar, %.1[2]f MB, %.2[3]f detik kerja", en: "%[1]d cards drawn, %.1[2]f MB, %.2[3]f s of work"},
	"cli-cards": {id: "--cards tidak mengenal %[1]q; tulis on atau off", en: "--cards does not know %[1]q; write on or off"},
	"cli-compressed": {
		id: "kompresi: %[1]d berkas, %.1[2]f MB menjadi %.1[3]f MB (.gz) dan %.1[4]f MB (.br), %.2[5]f detik (jumlah semua pekerja)",
		en: "compression: %[1]d files, %.1[2]f MB to %.1[3]f MB (.gz) and %.1[4]f MB (.br), %.2[5]f s (all workers together)"},
	"progress-read":     {id: "membaca dan memeriksa", en: "reading and checking"},
	"progress-pages":    {id: "membuat halaman", en: "making pages"},
	"progress-publish":  {id: "menerbitkan", en: "publishing"},
	"cli-port":          {id: "--port %[1]d bukan porta; pilih 0 sampai 65535", en: "--port %[1]d is no port; choose 0 to 65535"},
	"serve-address":     {id: "pratinjau: %[1]s (berhenti: Ctrl+C)", en: "preview: %[1]s (stop: Ctrl+C)"},
	"serve-built":       {id: "%[1]d halaman, %[2]d berkas berubah, %.2[3]f detik", en: "%[1]d pages, %[2]d files changed, %.2[3]f s"},
	"serve-port-taken":  {id: "porta %[1]d sudah dipakai; memakai %[2]d", en: "port %[1]d is taken; using %[2]d"},
	"serve-no-browser":  {id: "peramban tidak dapat dibuka: %[1]v", en: "the browser cannot be opened: %[1]v"},
	"cli-no-site":       {id: "tidak ada folder situs %[1]q", en: "there is no site folder %[1]q"},
	"cli-verified":      {id: "%[1]s: sama dengan manifestnya; angka di %[2]d berkas JSON dihitung ulang dan sama", en: "%[1]s: as its manifest says; the numbers of %[2]d JSON files were recomputed and are the same"},
	"cli-verify-failed": {id: "%[1]s: %[2]d perbedaan", en: "%[1]s: differences: %[2]d"},
	"cli-migrate-none":  {id: "semua berkas sudah format %[1]d", en: "all files are of format %[1]d already"},
	"cli-migrate-line":  {id: "%[1]s: format = %[2]d ditambahkan", en: "%[1]s: format = %[2]d added"},
	"cli-imported":      {id: "%[1]d berkas ditulis, %[2]d dilengkapi", en: "%[1]d files written, %[2]d completed"},
}

func usage(words ...string) string {
	args := make([]any, len(words))
	for i, w := range words {
		args[i] = w
	}
	return fmt.Sprintf(usageTemplate, args...)
}
