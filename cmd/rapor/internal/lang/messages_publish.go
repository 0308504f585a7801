package lang

var messagesPublish = map[string]entry{
	"publish-out-no-folder": {
		"folder keluaran ini bukan folder", "sebut folder baru atau kosong dengan --out",
		"the output folder is not a folder", "name a new or an empty folder with --out",
	},
	"publish-out-loop": {
		"tautan simbolik folder keluaran berputar-putar", "hapus tautan itu, atau sebut folder lain dengan --out",
		"the symbolic links of the output folder lead in a circle", "remove the link, or name another folder with --out",
	},
	"publish-out-mount": {
		"folder keluaran adalah titik kait (mount), jadi tidak dapat diganti seutuhnya", "sebut folder di dalamnya dengan --out",
		"the output folder is a mount point and cannot be replaced as a whole", "name a folder inside it with --out",
	},
	"publish-out-root": {
		"folder keluaran adalah akar sistem berkas", "sebut folder baru atau kosong dengan --out",
		"the output folder is the root of the file system", "name a new or an empty folder with --out",
	},
	"publish-out-home": {
		"folder keluaran adalah folder rumah atau memuatnya", "sebut folder baru atau kosong dengan --out",
		"the output folder is the home folder or holds it", "name a new or an empty folder with --out",
	},
	"publish-out-here": {
		"folder keluaran adalah folder kerja sekarang atau memuatnya", "sebut folder baru atau kosong dengan --out",
		"the output folder is the current folder or holds it", "name a new or an empty folder with --out",
	},
	"publish-out-source": {
		"folder keluaran sama dengan, memuat, atau berada di dalam masukan %[1]s", "sebut folder di luar masukan dengan --out",
		"the output folder is, holds or lies in the input %[1]s", "name a folder apart from the inputs with --out",
	},
	"publish-out-foreign": {
		"folder keluaran memuat berkas yang bukan buatan program ini: %[1]s",
		"pindahkan berkas itu, atau sebut folder baru atau kosong dengan --out",
		"the output folder holds files that this program did not make: %[1]s",
		"move them away, or name a new or an empty folder with --out",
	},
	"publish-out-manifest": {
		"manifest.json di folder keluaran bukan buatan program ini atau rusak, jadi isi folder tidak terbukti boleh diganti",
		"hapus folder itu bila isinya hanya hasil terbitan lama, atau sebut folder lain dengan --out",
		"manifest.json in the output folder is damaged or not of this program, so nothing proves that the folder may be replaced",
		"delete the folder if it holds nothing but an old site, or name another one with --out",
	},
	"publish-busy": {
		"folder keluaran sedang ditulis oleh rapor lain", "tunggu sampai selesai, lalu ulangi",
		"another rapor is writing to the output folder", "wait until it has finished, then try again",
	},
	"publish-work-folder": {
		"%[1]s diperlukan sebagai folder kerja, tetapi sudah ada dan bukan buatan program ini", "pindahkan atau ganti namanya",
		"%[1]s is needed as work folder, but is there already and was not made by this program", "move or rename it",
	},

	"publish-address-form": {
		"alamat %[1]q tidak dapat diterbitkan", "alamat ditulis seperti instansi/contoh/index.html: tanpa garis miring di awal atau akhir, tanpa . dan ..",
		"the address %[1]q cannot be published", "an address looks like instansi/contoh/index.html: no slash at either end, no . and ..",
	},
	"publish-address-character": {
		"alamat %[1]q memuat tanda %[2]q", "pakai huruf, angka, tanda hubung, garis bawah, dan titik",
		"the address %[1]q holds the character %[2]q", "use letters, digits, hyphens, underscores and dots",
	},
	"publish-address-end": {
		"nama %[2]q dalam alamat %[1]q diawali atau diakhiri spasi, atau diakhiri titik", "ganti namanya: sebagian sistem membuang tanda itu",
		"the name %[2]q in the address %[1]q begins or ends with a space, or ends with a dot", "rename it: some systems drop that character",
	},
	"publish-address-device": {
		"nama %[2]q dalam alamat %[1]q adalah nama perangkat di Windows", "ganti namanya",
		"the name %[2]q in the address %[1]q is that of a device on Windows", "rename it",
	},
	"publish-address-long": {
		"alamat %[1]q terlalu panjang", "paling banyak 240 bita tiap nama dan 1000 bita seluruhnya",
		"the address %[1]q is too long", "at most 240 bytes for a name and 1000 in all",
	},
	"publish-address-reserved": {
		"alamat %[1]q dipesan: %[2]s milik program atau git", "ganti namanya",
		"the address %[1]q is reserved: %[2]s belongs to the program or to git", "rename it",
	},
	"publish-address-twice": {
		"alamat %[1]s sudah dipakai %[2]s", "ganti salah satunya: satu alamat hanya untuk satu sumber",
		"the address %[1]s is already taken by %[2]s", "change one of the two: an address is for one source only",
	},
	"publish-address-alike": {
		"alamat %[1]s sama dengan %[3]s dari %[2]s bila besar kecil huruf dan bentuk Unicode diabaikan",
		"ganti salah satunya: sebagian sistem tidak membedakan keduanya",
		"the address %[1]s equals %[3]s of %[2]s without regard to letter case and Unicode form",
		"change one of the two: some systems cannot tell them apart",
	},
	"publish-address-folder": {
		"alamat %[1]s harus menjadi folder untuk %[3]s dari %[2]s", "ganti salah satunya: satu nama tidak dapat menjadi berkas dan folder sekaligus",
		"the address %[1]s has to be a folder for %[3]s of %[2]s", "change one of the two: a name cannot be a file and a folder at once",
	},

	"publish-verify-none": {
		"tidak ada manifest", "sebut folder yang dibuat dengan rapor build",
		"there is no manifest", "name a folder that rapor build has made",
	},
	"publish-verify-damaged": {
		"manifest rusak atau bukan buatan program ini", "terbitkan ulang dengan rapor build, atau salin ulang seluruh folder",
		"the manifest is damaged or not of this program", "publish again with rapor build, or copy the whole folder again",
	},
	"publish-verify-changed": {
		"isi berkas berbeda dari manifest", "terbitkan ulang dengan rapor build, atau salin ulang berkas ini",
		"the file differs from the manifest", "publish again with rapor build, or copy this file again",
	},
	"publish-verify-missing": {
		"berkas ada di manifest tetapi tidak ada di folder", "terbitkan ulang dengan rapor build, atau salin ulang berkas ini",
		"the file is in the manifest but not in the folder", "publish again with rapor build, or copy this file again",
	},
	"publish-verify-added": {
		"berkas tidak ada di manifest", "hapus berkas ini: ia bukan bagian dari terbitan",
		"the file is not in the manifest", "delete this file: it is no part of the publication",
	},
}
