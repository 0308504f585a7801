package lang

var messagesCheck = map[string]entry{
	"check-unknown-institution": {
		"instansi %[1]q tidak ada", "buat foldernya, atau pakai yang ada: %[2]s",
		"there is no institution %[1]q", "make its folder, or use one that exists: %[2]s"},
	"check-unknown-institution-near": {
		"instansi %[1]q tidak ada", "mungkin maksudnya %[2]q",
		"there is no institution %[1]q", "did you mean %[2]q"},
	"check-unknown-kind": {
		"jenis %[1]q tidak ada di portal.toml", "yang ada: %[2]s",
		"kind %[1]q is not in portal.toml", "there are: %[2]s"},
	"check-unknown-kind-near": {
		"jenis %[1]q tidak ada di portal.toml", "mungkin maksudnya %[2]q",
		"kind %[1]q is not in portal.toml", "did you mean %[2]q"},
	"check-accent": {
		"warna aksen %[1]s kurang kontras untuk tautan: %[2]s banding 1, perlu sedikitnya %[3]s", "pilih warna yang lebih gelap; di tema gelap warnanya dibuat lebih terang dengan sendirinya",
		"the accent colour %[1]s has too little contrast for links: %[2]s to 1, at least %[3]s is needed", "choose a darker one; in the dark theme it is made lighter by itself"},
	"check-predecessor-later": {
		"pendahulu %[1]q mulai %[2]d, tidak lebih awal daripada %[3]d", "tulis instrumen yang digantikan oleh instrumen ini",
		"the predecessor %[1]q starts in %[2]d, not before %[3]d", "name the instrument that this one replaced"},
	"check-no-predecessor": {
		"padanan tanpa pendahulu", "tulis pendahulu = \"...\" di atas, atau hapus padanan",
		"an equivalent without a predecessor", "write pendahulu = \"...\" above, or delete the equivalents"},
	"check-member-twice": {
		"anggota %[1]q tertulis dua kali", "hapus salah satunya",
		"member %[1]q is listed twice", "delete one"},
	"check-unknown-equivalent": {
		"indikator %[1]q tidak ada di instrumen pendahulu %[2]q", "periksa kodenya di berkas instrumen itu",
		"indicator %[1]q is not in the predecessor %[2]q", "look its id up in that instrument's file"},
	"check-unknown-target-band": {
		"predikat %[1]q tidak ada di instrumen tahun %[3]d", "tulis kode predikat instrumen itu; yang ada: %[2]s",
		"band %[1]q is in no instrument of %[3]d", "write the id of a band of that instrument; there are: %[2]s"},
	"check-unknown-target-band-near": {
		"predikat %[1]q tidak ada di instrumen tahun %[3]d", "tulis kode predikat instrumen itu, mungkin %[2]q",
		"band %[1]q is in no instrument of %[3]d", "write the id of a band of that instrument, perhaps %[2]q"},
	"check-weights-total": {
		"bobot semua indikator berjumlah %[1]s, seharusnya tepat 100.00", "periksa bobot dengan lampiran peraturan",
		"the indicators' weights add up to %[1]s, not to exactly 100.00", "compare the weights with the regulation"},
	"check-weights-part": {
		"bobot %[1]s tertulis %[2]s, isinya berjumlah %[3]s", "samakan, atau periksa bobot isinya",
		"the weight of %[1]s is given as %[2]s, what it holds adds up to %[3]s", "make them agree, or check the weights of its parts"},
	"check-parent-cycle": {
		"induk %[1]q berputar kembali ke dirinya sendiri", "perbaiki induk salah satu instansi dalam lingkaran itu",
		"the parents of %[1]q lead back to itself", "mend the induk of one institution in the circle"},
	"check-document-language": {
		"bahasa %[1]q tidak ada di portal.toml; halaman ini tidak diterbitkan", "tambahkan bahasa itu, atau hapus berkasnya",
		"language %[1]q is not in portal.toml; this page is not published", "add the language, or delete the file"},
	"check-document-twice": {
		"alamat ini sudah dipakai oleh %[1]s", "hapus atau ganti nama salah satunya",
		"this address is taken by %[1]s already", "delete or rename one of them"},
	"check-alias-taken": {
		"alamat lama %[1]s sudah dipakai oleh %[2]s", "hapus alias itu dari salah satunya",
		"the old address %[1]s is taken by %[2]s already", "delete the alias from one of them"},
	"check-index-off-scale": {
		"nilai %[1]s di luar skala %[2]s sampai %[3]s", "periksa dengan sumbernya",
		"%[1]s is outside the scale %[2]s to %[3]s", "check it with the source"},
	"check-index-point": {
		"nilai %[1]s di luar skala %[2]s sampai %[3]s", "mungkin titik desimalnya hilang: %[4]s? periksa dengan sumbernya",
		"%[1]s is outside the scale %[2]s to %[3]s", "perhaps the decimal point was lost: %[4]s? check it with the source"},
	"check-part-off-scale": {
		"%[1]s terbit %[2]s, di luar skala %[3]s sampai %[4]s", "bila sumbernya memang mencetak begitu, biarkan; halaman menyebutkannya",
		"%[1]s is published as %[2]s, outside the scale %[3]s to %[4]s", "if the source prints it so, leave it; the page says so"},
	"check-correction-nothing": {
		"tidak ada nilai terbit untuk dikoreksi: %[1]s %[2]d", "koreksi hanya untuk nilai yang pernah diterbitkan portal ini",
		"no published figure to correct: %[1]s %[2]d", "a correction is for a figure that this portal published"},
	"check-correction-part": {
		"bagian %[1]q tidak dikenal", "tulis terbit.indeks, terbit.predikat, terbit.domain.<kode>, terbit.aspek.<kode>, tingkat.akhir.<kode>, atau terbit_lain.<kode>.indeks",
		"unknown part %[1]q", "write terbit.indeks, terbit.predikat, terbit.domain.<id>, terbit.aspek.<id>, tingkat.akhir.<id> or terbit_lain.<id>.indeks"},
	"check-correction-same": {
		"semula dan menjadi sama: %[1]s", "tulis nilai lama di semula dan nilai baru di menjadi",
		"semula and menjadi are the same: %[1]s", "write the old value as semula and the new one as menjadi"},
	"check-correction-differs": {
		"koreksi menjadi %[1]s, tetapi data kini %[2]s", "samakan keduanya, atau tambahkan koreksi yang lebih baru",
		"the correction says %[1]s, the data now say %[2]s", "make them agree, or add a newer correction"},
	"check-index-differs": {
		"indeks terbit %[1]s tidak dapat dihasilkan dari %[3]s; hitungan %[2]s", "periksa salinan dengan sumbernya; halaman memuat keduanya",
		"published index %[1]s cannot come from %[3]s; computed %[2]s", "check the copy with the source; the page shows both"},
	"check-part-differs": {
		"%[1]s terbit %[2]s, hitungan %[3]s", "periksa salinan dengan sumbernya; halaman memuat keduanya",
		"%[1]s is published as %[2]s, computed %[3]s", "check the copy with the source; the page shows both"},
	"check-part-impossible": {
		"%[1]s terbit %[2]s, di luar nilai yang dapat dibentuk tingkat %[3]s sampai %[4]s", "periksa salinan dengan sumbernya; halaman menyebutkannya",
		"%[1]s is published as %[2]s, which levels %[3]s to %[4]s cannot form", "check the copy with the source; the page says so"},
	"check-band-differs": {
		"predikat terbit %[1]q, hitungan %[2]q", "periksa salinan dengan sumbernya; halaman memuat keduanya",
		"published band %[1]q, computed %[2]q", "check the copy with the source; the page shows both"},
}
