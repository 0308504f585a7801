package lang

var messagesIntake = map[string]entry{
	"intake-too-large": {
		"berkas lebih dari %[1]d MB", "pecah tabelnya menjadi beberapa berkas",
		"file over %[1]d MB", "split the table into several files"},
	"intake-no-sheet": {
		"lembar %[1]q tidak ada dalam buku kerja ini", "lembar yang ada: %[2]s",
		"there is no sheet %[1]q in this workbook", "there are: %[2]s"},
	"intake-both-ways": {
		"kolom %[1]q berdiri di samping kolom yang namanya sudah memuat hal yang sama", "hapus kolom ini, atau sisakan satu kolom nilai saja",
		"column %[1]q stands beside columns whose names say the same", "delete it, or keep a single column of values"},
	"intake-which-instrument": {
		"instrumen untuk tahun %[3]d tidak disebut dan tidak dapat dipastikan", "sebut dengan --instrumen, atau tambahkan kolom instrumen; yang berlaku tahun itu: %[4]s",
		"the instrument for %[3]d is not named and cannot be told for sure", "name it with --instrumen, or add a column instrumen; those for that year: %[4]s"},
	"intake-unknown-part-name": {
		"%[2]q di kolom %[1]s bukan nama indeks, domain, aspek, atau indikator instrumennya", "tulis namanya seperti di instrumen, atau kodenya; yang ada: %[3]s",
		"%[2]q in column %[1]s names no index, domain, aspect or indicator of its instrument", "write the name as the instrument does, or its code; there are: %[3]s"},
	"intake-unknown-part-name-near": {
		"%[2]q di kolom %[1]s bukan nama indeks, domain, aspek, atau indikator instrumennya", "mungkin maksudnya %[3]q",
		"%[2]q in column %[1]s names no index, domain, aspect or indicator of its instrument", "did you mean %[3]q?"},
	"intake-no-forms": {
		"tidak ada lembar isian (.xlsx) di folder ini", "sebut folder yang memuat lembar yang sudah diisi",
		"there is no filled sheet (.xlsx) in this folder", "name the folder with the sheets that came back"},
	"intake-too-many-forms": {
		"lebih dari %[1]d lembar isian", "pecah menjadi beberapa folder",
		"more than %[1]d sheets", "split them into several folders"},
	"intake-not-a-form": {
		"ini bukan lembar isian buatan rapor new lembar", "minta lembar aslinya diisi; tabel lain masuk lewat --bentuk tingkat",
		"this is no sheet made by rapor new lembar", "have the original sheet filled in; other tables come in by --bentuk tingkat"},
	"intake-form-twice": {
		"lembar %[1]s tahun %[2]d tahap %[3]s sudah ada: %[4]s", "sisakan satu berkas saja, yang terbaru",
		"the sheet of %[1]s, %[2]d, stage %[3]s is there already: %[4]s", "keep one of the files, the newest"},
	"intake-form-incomplete": {
		"lembar belum lengkap, sedangkan %[1]s dianggap lengkap; yang kosong: %[2]s", "lengkapi lembarnya, atau tambahkan belum_lengkap = true di berkas itu",
		"the sheet is not complete, while %[1]s stands as complete; empty: %[2]s", "have it completed, or add belum_lengkap = true to that file"},
	"intake-stage-incomplete": {
		"tahap %[1]s di %[2]s akan kekurangan %[3]d dari %[4]d indikator: %[5]s", "lengkapi tabelnya; yang memang masih diisi ditandai belum_lengkap = true di berkas tahun itu (rapor new penilaian)",
		"stage %[1]s in %[2]s would lack %[3]d of %[4]d indicators: %[5]s", "complete the table; what is still being filled is marked belum_lengkap = true in that year's file (rapor new penilaian)"},
	"intake-evidence-title": {
		"tautan di kolom %[1]s tanpa judul buktinya", "isi kolom Bukti dukung; satu judul per baris, tautannya di baris yang sama",
		"a link in column %[1]s has no title of its evidence", "fill column Bukti dukung; a title a line, its link on the same line"},
	"intake-formula-no-value": {
		"rumus di kolom %[1]s tidak mempunyai nilai tersimpan", "buka di program lembar kerja dan simpan sekali lagi, atau ganti rumus dengan angkanya",
		"the formula in column %[1]s has no saved value", "open the file in a spreadsheet program and save it again, or put the figure in its place"},
	"intake-formula-error": {
		"rumus di kolom %[1]s menghasilkan %[2]s", "perbaiki rumusnya, atau ganti dengan angkanya",
		"the formula in column %[1]s gives %[2]s", "mend it, or put the figure in its place"},
	"intake-became-a-date": {
		"sel di kolom %[1]s berisi tanggal (%[2]s, nomor hari %[3]s), bukan angka", "mungkin maksudnya %[4]s: program lembar kerja mengubahnya menjadi tanggal; atur kolom sebagai teks, lalu ketik ulang",
		"the cell in column %[1]s holds a date (%[2]s, day number %[3]s), not a figure", "maybe %[4]s was typed and became a date; format the column as text and type it again"},
	"intake-shown-otherwise": {
		"sel di kolom %[1]s menampilkan %[2]s tetapi berisi %[3]s", "tampilkan dua desimal, atau tulis angka yang benar",
		"the cell in column %[1]s shows %[2]s but holds %[3]s", "show two decimals, or write the right figure"},
	"intake-utf16": {
		"berkas tersimpan sebagai UTF-16", "simpan ulang sebagai CSV UTF-8",
		"file is saved as UTF-16", "save it as CSV UTF-8"},
	"intake-binary": {
		"berkas memuat bita nol: bukan teks", "periksa apakah ini berkas yang benar; simpan tabel sebagai CSV UTF-8",
		"file holds a zero byte: it is no text", "check that it is the right file; save the table as CSV UTF-8"},
	"intake-cr-only": {
		"baris diakhiri CR saja", "simpan ulang dengan akhir baris LF atau CRLF",
		"lines end in CR alone", "save the file with LF or CRLF line ends"},
	"intake-empty": {
		"tabel kosong", "baris pertama memuat nama kolom, baris berikutnya isinya",
		"the table is empty", "the first line names the columns, the following ones fill them"},
	"intake-no-rows": {
		"tabel hanya memuat baris nama kolom", "tambahkan barisnya, atau periksa apakah ini berkas yang benar",
		"the table holds nothing but the column names", "add rows, or check that it is the right file"},
	"intake-too-many-rows": {
		"lebih dari %[1]d baris", "pecah tabelnya menjadi beberapa berkas",
		"more than %[1]d rows", "split the table into several files"},
	"intake-too-many-columns": {
		"lebih dari %[1]d kolom", "periksa pemisah kolom dan tanda kutip di baris pertama",
		"more than %[1]d columns", "check separator and quotes of the first line"},
	"intake-long-field": {
		"sel di kolom %[1]s lebih dari %[2]d bita", "periksa tanda kutip penutup sel ini; teks panjang ditulis di content/*.md",
		"cell in column %[1]s over %[2]d bytes", "check the cell's closing quote; long texts belong in content/*.md"},
	"intake-not-utf8": {
		"sel di kolom %[1]s memuat bita 0x%02[2]x yang bukan UTF-8", "simpan ulang tabel sebagai CSV UTF-8",
		"cell in column %[1]s holds byte 0x%02[2]x, which is not UTF-8", "save the table as CSV UTF-8"},
	"intake-control": {
		"sel di kolom %[1]s memuat karakter yang tak terlihat, U+%04[2]X", "hapus karakter itu; sering terbawa saat menyalin dari PDF atau laman",
		"cell in column %[1]s holds an invisible character, U+%04[2]X", "delete it; such characters often come with text copied from a PDF or a page"},
	"intake-open-quote": {
		"tanda kutip di kolom %[1]s tidak pernah ditutup", "tutup dengan tanda kutip; tanda kutip di dalam sel ditulis dua kali",
		"quote in column %[1]s is never closed", "close it with a quote; a quote within a cell is written twice"},
	"intake-stray-quote": {
		"tanda kutip di tengah sel kolom %[1]s", "apit seluruh sel dengan tanda kutip, dan tulis tanda kutip di dalamnya dua kali",
		"quote in the middle of a cell in column %[1]s", "put the whole cell in quotes, and write the quotes within twice"},
	"intake-after-quote": {
		"teks sesudah tanda kutip penutup di kolom %[1]s", "hapus teks itu, atau tulis tanda kutip di dalam sel dua kali",
		"text after the closing quote in column %[1]s", "delete it, or write quotes within the cell twice"},
	"intake-row-too-long": {
		"baris lebih panjang dari %[1]d kolom tabel", "sel yang memuat pemisah kolom harus diapit tanda kutip",
		"row longer than the table's %[1]d columns", "a cell that holds the separator needs quotes around it"},
	"intake-row-too-short": {
		"baris berhenti sesudah %[1]d dari %[2]d kolom", "kolom %[3]q dan sesudahnya tidak ada; sel kosong pun perlu pemisahnya",
		"row ends after %[1]d of %[2]d columns", "column %[3]q and those after it are missing; empty cells need their separators too"},
	"intake-nameless-column": {
		"kolom ke-%[1]d tidak bernama", "beri nama di baris pertama, atau hapus kolomnya",
		"column %[1]d has no name", "name it in the first line, or delete it"},
	"intake-duplicate-column": {
		"kolom %[1]q sudah ada, sebagai kolom ke-%[2]d", "hapus salah satunya",
		"column %[1]q stands there already, as column %[2]d", "delete one of them"},
	"intake-unknown-column": {
		"kolom %[1]q tidak dikenal", "lewati dengan --abaikan, atau pakai salah satu: %[2]s",
		"unknown column %[1]q", "leave it out with --abaikan, or use one of: %[2]s"},
	"intake-unknown-column-near": {
		"kolom %[1]q tidak dikenal", "mungkin maksudnya %[2]q; kolom yang dikenal: %[3]s",
		"unknown column %[1]q", "did you mean %[2]q? known columns: %[3]s"},
	"intake-missing-column": {
		"kolom %[1]q tidak ada", "tabel %[2]s memuat kolom %[3]s",
		"column %[1]q is missing", "a table of form %[2]s has the columns %[3]s"},
	"intake-empty-cell": {
		"sel di kolom %[1]s kosong", "kolom %[1]s wajib diisi di setiap baris",
		"cell in column %[1]s is empty", "column %[1]s must be filled in every row"},
	"intake-line-break": {
		"sel di kolom %[1]s memuat pindah baris", "tulis isinya dalam satu baris",
		"cell in column %[1]s holds a line break", "write it on one line"},
	"intake-not-a-number": {
		"%[2]q di kolom %[1]s bukan angka", "tulis seperti 3.49 atau 3,49; kosongkan sel yang tidak diketahui",
		"%[2]q in column %[1]s is not a number", "write it like 3.49 or 3,49; leave a cell empty where the figure is not known"},
	"intake-not-whole": {
		"%[2]q di kolom %[1]s bukan bilangan bulat", "tulis dengan angka saja, tanpa titik atau koma",
		"%[2]q in column %[1]s is not a whole number", "write digits only, without point or comma"},
	"intake-leading-zero": {
		"angka %[2]q di kolom %[1]s diawali nol", "hapus nol di depan, atau periksa apakah ini kolom yang benar",
		"number %[2]q in column %[1]s has a leading zero", "drop the zero, or check that it is the right column"},
	"intake-thousands": {
		"angka %[2]q di kolom %[1]s memakai tanda ribuan", "tulis tanpa tanda ribuan",
		"number %[2]q in column %[1]s has a thousands mark", "write it without"},
	"intake-decimals": {
		"angka %[2]q di kolom %[1]s memiliki lebih dari dua desimal", "tulis angka seperti yang tercetak, paling banyak dua desimal",
		"number %[2]q in column %[1]s has more than two decimals", "write the figure as printed, with two decimals at most"},
	"intake-off-scale": {
		"%[2]s di kolom %[1]s di luar %[3]s sampai %[4]s", "periksa angka di sumbernya",
		"%[2]s in column %[1]s is outside %[3]s to %[4]s", "check the figure in its source"},
	"intake-off-scale-guess": {
		"%[2]s di kolom %[1]s di luar %[3]s sampai %[4]s", "mungkin %[5]s? periksa letak koma di sumbernya",
		"%[2]s in column %[1]s is outside %[3]s to %[4]s", "maybe %[5]s? check the decimal sign in the source"},
	"intake-level-step": {
		"tingkat %[2]s di kolom %[1]s bukan kelipatan %[3]s", "instrumen ini hanya mengenal langkah %[3]s",
		"level %[2]s in column %[1]s is no multiple of %[3]s", "this instrument knows only steps of %[3]s"},
	"intake-not-a-year": {
		"%[2]q di kolom %[1]s bukan tahun", "tulis dengan empat angka, misalnya 2024",
		"%[2]q in column %[1]s is not a year", "write four digits, for example 2024"},
	"intake-not-a-slug": {
		"%[2]q di kolom %[1]s tidak dapat menjadi alamat", "pakai a-z, 0-9, dan tanda hubung saja, 1 sampai 100 karakter, misalnya kota-bandar-lampung",
		"%[2]q in column %[1]s cannot be an address", "use only a-z, 0-9 and hyphens, 1 to 100 characters, for example kota-bandar-lampung"},
	"intake-not-an-id": {
		"%[2]q di kolom %[1]s tidak dapat menjadi kode", "pakai huruf, angka, dan tanda hubung saja, misalnya I01",
		"%[2]q in column %[1]s cannot be an id", "use only letters, digits and hyphens, for example I01"},
	"intake-not-an-address": {
		"%[2]q di kolom %[1]s bukan alamat web", "tulis lengkap, misalnya https://contoh.go.id/",
		"%[2]q in column %[1]s is no web address", "write it in full, for example https://example.go.id/"},
	"intake-cut-region": {
		"%[2]q di kolom %[1]s bukan kode wilayah", "mungkin terpotong karena dianggap angka; atur kolom ini sebagai teks, misalnya 76.10",
		"%[2]q in column %[1]s is no area code", "it was probably cut as a number; make the column text, for example 76.10"},
	"intake-not-a-region": {
		"%[2]q di kolom %[1]s bukan kode wilayah", "tulis kode Kemendagri, misalnya 76 atau 76.04",
		"%[2]q in column %[1]s is no area code", "write the Kemendagri code, for example 76 or 76.04"},
	"intake-choice": {
		"%[2]q di kolom %[1]s tidak dikenal", "pilih salah satu: %[3]s",
		"unknown word %[2]q in column %[1]s", "choose one of: %[3]s"},
	"intake-duplicate-row": {
		"baris ganda: %[3]s sudah ada di baris %[4]d", "hapus salah satu baris, atau perbaiki kolom %[1]s",
		"duplicate row: %[3]s stands in line %[4]d already", "delete one of the rows, or correct column %[1]s"},
	"intake-contradiction": {
		"%[1]s = %[2]s berlawanan dengan %[3]s dari baris %[4]d", "periksa kedua baris di sumbernya",
		"%[1]s = %[2]s contradicts %[3]s of line %[4]d", "check both rows in their source"},
	"intake-other-instrument": {
		"instrumen %[2]q lain dari %[3]q di baris %[4]d, untuk instansi dan tahun yang sama", "satu tahun dinilai dengan satu instrumen",
		"instrument %[2]q differs from %[3]q in line %[4]d, for the same institution and year", "one year is assessed by one instrument"},
	"intake-other-without-source": {
		"baris ini mencetak angka lain dari baris %[3]d tanpa menyebut sumbernya", "isi kolom %[1]s; angka yang berbeda hanya dapat berdiri bersama sumbernya",
		"this row prints another figure than line %[3]d and names no source", "fill column %[1]s; a different figure can only stand with its source"},
	"intake-unknown-institution": {
		"instansi %[2]q di kolom %[1]s belum ada", "impor dahulu dengan --bentuk instansi (tabel yang sama boleh dipakai); yang ada: %[3]s",
		"no institution %[2]q, in column %[1]s", "import them first by --bentuk instansi (the same table will do); there are: %[3]s"},
	"intake-unknown-institution-near": {
		"instansi %[2]q di kolom %[1]s belum ada", "mungkin maksudnya %[3]q; instansi baru masuk lewat --bentuk instansi",
		"no institution %[2]q, in column %[1]s", "did you mean %[3]q? new institutions come in by --bentuk instansi"},
	"intake-ambiguous-institution": {
		"nama %[2]q di kolom %[1]s dipakai lebih dari satu instansi", "tulis salah satu: %[3]s",
		"name %[2]q in column %[1]s belongs to several institutions", "write one of: %[3]s"},
	"intake-which-kind": {
		"jenis instansi %[2]q tidak disebut dan tidak dapat dipastikan", "sebut dengan --jenis, atau tambahkan kolom jenis; jenis di portal.toml: %[3]s",
		"the kind of %[2]q is not named and cannot be told for sure", "name it with --jenis, or add a column jenis; kinds in portal.toml: %[3]s"},
	"intake-unknown-kind": {
		"jenis %[2]q di kolom %[1]s tidak ada di portal.toml", "jenis yang ada: %[3]s",
		"kind %[2]q in column %[1]s is not in portal.toml", "there are: %[3]s"},
	"intake-unknown-kind-near": {
		"jenis %[2]q di kolom %[1]s tidak ada di portal.toml", "mungkin maksudnya %[3]q",
		"kind %[2]q in column %[1]s is not in portal.toml", "did you mean %[3]q?"},
	"intake-unknown-instrument": {
		"instrumen %[2]q di kolom %[1]s tidak ada", "instrumen yang ada: %[3]s",
		"no instrument %[2]q, in column %[1]s", "there are: %[3]s"},
	"intake-unknown-instrument-near": {
		"instrumen %[2]q di kolom %[1]s tidak ada", "mungkin maksudnya %[3]q",
		"no instrument %[2]q, in column %[1]s", "did you mean %[3]q?"},
	"intake-instrument-year": {
		"instrumen %[2]q tidak berlaku untuk tahun %[3]d", "periksa kolom tahun dan kolom %[1]s",
		"instrument %[2]q is not for the year %[3]d", "check the year and column %[1]s"},
	"intake-unknown-band": {
		"predikat %[2]q di kolom %[1]s tidak dikenal instrumen ini", "pilih salah satu: %[3]s; kata tercetak yang bukan predikat ditulis di kolom predikat_tercetak",
		"band %[2]q in column %[1]s is not of this instrument", "choose one of: %[3]s; a printed word that is no band goes to column predikat_tercetak"},
	"intake-band-as-printed": {
		"%[2]q di kolom %[1]s adalah predikat instrumen ini", "pindahkan ke kolom predikat",
		"%[2]q in column %[1]s is a band of this instrument", "move it to column predikat"},
	"intake-unknown-part": {
		"instrumen %[3]s tidak memiliki %[1]s", "kosongkan sel ini, atau periksa kolom instrumen",
		"instrument %[3]s has no %[1]s", "leave the cell empty, or check the instrument"},
	"intake-unknown-indicator": {
		"indikator %[2]q di kolom %[1]s tidak ada dalam instrumennya", "indikator yang ada: %[3]s",
		"indicator %[2]q in column %[1]s is not of its instrument", "there are: %[3]s"},
	"intake-unknown-indicator-near": {
		"indikator %[2]q di kolom %[1]s tidak ada dalam instrumennya", "mungkin maksudnya %[3]q",
		"indicator %[2]q in column %[1]s is not of its instrument", "did you mean %[3]q?"},
	"intake-tile-taken": {
		"petak kolom %[2]s baris %[3]d sudah dipakai baris %[4]d tabel ini", "beri tempat lain kepada salah satunya",
		"tile in column %[2]s, row %[3]d is taken by line %[4]d of this table", "give one of them another place"},
	"intake-no-portal": {
		"%[1]s belum ada", "buat berkas itu dahulu; target bagian instansi ditulis di dalamnya",
		"there is no %[1]s yet", "make it first; share targets are written into it"},
	"intake-no-year-file": {
		"%[3]s belum ada", "impor dahulu hasil tahun itu; sebaran hanya dapat berdiri bersama hasilnya",
		"there is no %[3]s yet", "import that year's result first; a distribution stands with its result"},
	"intake-spread-sum": {
		"jumlah per predikat %[3]d melebihi total %[2]s", "periksa kolom %[1]s dan kolom predikat",
		"counts per band add up to %[3]d, over the total of %[2]s", "check column %[1]s and those of the bands"},
	"intake-target-without-year": {
		"target %[1]s tanpa tahun dilewati", "isi kolom target_tahun bila sumbernya menyebut tahun",
		"target %[1]s without a year is left out", "fill column target_tahun where the source names a year"},
	"intake-year-without-target": {
		"tahun target %[2]s tanpa angka target", "isi kolom target, atau kosongkan kolom %[1]s",
		"target year %[2]s without a target", "fill column target, or leave column %[1]s empty"},
	"intake-target-twice": {
		"target %[1]s untuk %[2]d dilewati: baris %[4]d sudah menetapkan %[3]s", "satu tahun hanya mempunyai satu target; periksa keduanya di sumbernya",
		"target %[1]s for %[2]d is left out: line %[4]d sets %[3]s", "a year has one target; check both in their source"},
	"intake-conflict": {
		"%[1]s = %[2]s berlawanan dengan %[4]s di %[3]s", "nilai yang sudah ada tidak ditimpa; perbaiki tabel ini atau berkas itu",
		"%[1]s = %[2]s contradicts %[4]s at %[3]s", "what stands there is never overwritten; correct this table or that file"},
	"intake-not-a-file": {
		"bukan berkas biasa", "impor tidak menulis lewat tautan atau perangkat; ganti dengan berkas biasa",
		"not a regular file", "an import does not write through links or devices; replace it by a regular file"},

	"intake-note-forms": {
		"%[1]d lembar isian dibaca", "",
		"%[1]d filled sheets read", ""},
	"intake-note-no-form": {
		"%[1]s bukan lembar isian, dilewati", "",
		"%[1]s is no sheet to fill in, passed over", ""},
	"intake-note-form-empty": {
		"%[1]s belum diisi", "",
		"%[1]s is not filled in yet", ""},
	"intake-note-form-partial": {
		"%[1]s terisi %[2]d dari %[3]d indikator: ditandai belum_lengkap", "",
		"%[1]s has %[2]d of %[3]d indicators: marked belum_lengkap", ""},
	"intake-note-form-complete": {
		"semua indikator di %[1]s terisi: hapus baris belum_lengkap di berkas itu agar indeksnya tampil", "",
		"all indicators of %[1]s are filled: delete its line belum_lengkap, and its index is shown", ""},
	"intake-note-header-row": {
		"nama kolom dibaca di %[1]s", "",
		"column names were read at %[1]s", ""},
	"intake-note-sheets": {
		"lembar yang dibaca: %[1]s", "",
		"sheets read: %[1]s", ""},
	"intake-note-sheets-passed": {
		"lembar tanpa tabel ini dilewati: %[1]s", "",
		"sheets without such a table, passed over: %[1]s", ""},
	"intake-note-hidden-sheet": {
		"lembar tersembunyi %[1]q dilewati; sebut dengan --lembar bila perlu", "",
		"hidden sheet %[1]q passed over; name it with --lembar if it is wanted", ""},
	"intake-note-hidden-rows": {
		"lembar %[1]q: %[2]d baris tersembunyi ikut dibaca", "",
		"sheet %[1]q: %[2]d hidden rows were read too", ""},
	"intake-note-column-idle": {
		"kolom %[1]q tidak diikutkan", "",
		"column %[1]q left out", ""},
	"intake-note-row-header": {
		"%[1]s: nama atau nomor kolom yang diulang (%[2]q), dilewati", "",
		"%[1]s: column names or numbers once more (%[2]q), passed over", ""},
	"intake-note-row-total": {
		"%[1]s: baris jumlah atau rata-rata (%[2]q), tidak diikutkan", "",
		"%[1]s: a row of totals or averages (%[2]q), left out", ""},
	"intake-note-row-remark": {
		"%[1]s: bukan data (%[2]q), dilewati", "",
		"%[1]s: no data (%[2]q), passed over", ""},
	"intake-note-as-shown": {
		"%[1]d angka yang lebih panjang dibaca seperti yang tampak, dua desimal", "",
		"%[1]d longer numbers were read as they are shown, with two decimals", ""},
	"intake-note-unfilled": {
		"%[1]d baris tanpa nilai dilewati: %[2]s", "",
		"%[1]d rows without a value passed over: %[2]s", ""},
	"intake-note-instrument": {
		"instrumen menurut tahunnya: %[1]s", "",
		"instrument by its year: %[1]s", ""},
	"intake-note-stage-figure": {
		"indeks, domain, dan aspek tahap %[1]s tidak disimpan: dihitung dari tingkat indikatornya", "",
		"index, domains and aspects of stage %[1]s are not stored: they are computed from the levels", ""},
	"intake-note-separator": {
		"pemisah kolom: %[1]q", "",
		"column separator: %[1]q", ""},
	"intake-note-tab": {
		"pemisah kolom: tab", "",
		"column separator: tab", ""},
	"intake-note-decimal-comma": {
		"angka dengan koma desimal dibaca sebagai desimal (3,49 = 3.49)", "",
		"numbers with a decimal comma were read as decimals (3,49 = 3.49)", ""},
	"intake-note-notes-left-out": {
		"%[1]d catatan tidak diikutkan", "",
		"%[1]d notes left out", ""},
	"intake-note-column-unplaced": {
		"kolom %[1]s tidak diikutkan: formatnya tidak mempunyai tempat untuk itu", "",
		"column %[1]s left out: the format has no place for it", ""},
	"intake-note-no-instruments": {
		"%[1]s/instrumen kosong: predikat, domain, aspek, dan indikator tidak dicocokkan dengan instrumennya", "",
		"%[1]s/instrumen is empty: bands, domains, aspects and indicators were not checked against an instrument", ""},
}
