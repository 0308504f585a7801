package load

import "rapor/cmd/rapor/internal/toml"

// The structs in this file are FORMAT version 1, key by key: one struct per
// sort of file, in the order of the reference. Texts of one sort of file that
// may be translated stand in a struct of their own (…Text), which is all that a
// <file>.<language>.toml may hold.

// portalFile is data/portal.toml.
type portalFile struct {
	Format     toml.Int                            `toml:"format"`
	Judul      toml.Str                            `toml:"judul,required"`
	Ringkas    toml.Str                            `toml:"ringkas"`
	Pemilik    toml.Str                            `toml:"pemilik,required"`
	Resmi      toml.Flag                           `toml:"resmi"`
	Alamat     toml.Str                            `toml:"alamat,required"`
	Bahasa     toml.List[toml.Str]                 `toml:"bahasa,required"`
	Tema       toml.Str                            `toml:"tema"`
	Nasional   toml.Str                            `toml:"nasional"`
	SumberData toml.Str                            `toml:"sumber_data"`
	Lisensi    toml.Str                            `toml:"lisensi"`
	Logo       toml.Str                            `toml:"logo"`
	Aksen      toml.Str                            `toml:"aksen"`
	Tautan     toml.Keyed[linkTable]               `toml:"tautan"`
	Jenis      toml.Keyed[kindTable]               `toml:"jenis,required"`
	Target     toml.Keyed[toml.Keyed[shareTarget]] `toml:"target"`
	Penjaga    guardTable                          `toml:"penjaga"`
}

type linkTable struct {
	Judul toml.Str `toml:"judul,required"`
	URL   toml.Str `toml:"url,required"`
}

type kindTable struct {
	Nama   toml.Str `toml:"nama,required"`
	Jamak  toml.Str `toml:"jamak"`
	Urutan toml.Int `toml:"urutan,required"`
	Rumpun toml.Str `toml:"rumpun"`
}

type shareTarget struct {
	Nama     toml.Str            `toml:"nama,required"`
	Jenis    toml.List[toml.Str] `toml:"jenis,required"`
	Predikat toml.Str            `toml:"predikat,required"`
	Persen   toml.Dec            `toml:"persen,required"`
	Sumber   toml.Str            `toml:"sumber"` // title of the document that set it
	Rujukan  toml.Str            `toml:"rujukan"`
	URL      toml.Str            `toml:"url"`

	Terbit toml.Keyed[shareSaidTable] `toml:"terbit"` // the share that a source prints as reached
	Lain   toml.Keyed[shareSaidTable] `toml:"lain"`   // the target as another source prints it
}

// shareSaidTable is a share as a source prints it.
type shareSaidTable struct {
	Persen     toml.Dec  `toml:"persen,required"`
	Judul      toml.Str  `toml:"judul,required"`
	Rujukan    toml.Str  `toml:"rujukan"`
	URL        toml.Str  `toml:"url"`
	Salinan    toml.Str  `toml:"salinan"`
	Dicocokkan toml.Flag `toml:"dicocokkan"`
}

type guardTable struct {
	InstansiHilang toml.Int `toml:"instansi_hilang"`
	TahunHilang    toml.Int `toml:"tahun_hilang"`
}

// portalText is data/portal.<language>.toml.
type portalText struct {
	Judul   toml.Str                         `toml:"judul"`
	Ringkas toml.Str                         `toml:"ringkas"`
	Pemilik toml.Str                         `toml:"pemilik"`
	Tautan  toml.Keyed[titleText]            `toml:"tautan"`
	Jenis   toml.Keyed[kindText]             `toml:"jenis"`
	Target  toml.Keyed[toml.Keyed[nameText]] `toml:"target"`
}

type titleText struct {
	Judul toml.Str `toml:"judul"`
}

type nameText struct {
	Nama toml.Str `toml:"nama"`
}

type kindText struct {
	Nama   toml.Str `toml:"nama"`
	Jamak  toml.Str `toml:"jamak"`
	Rumpun toml.Str `toml:"rumpun"`
}

// instrumentFile is data/instrumen/<id>.toml.
type instrumentFile struct {
	Format            toml.Int                    `toml:"format"`
	Nama              toml.Str                    `toml:"nama,required"`
	Singkatan         toml.Str                    `toml:"singkatan,required"`
	Peraturan         toml.Str                    `toml:"peraturan"`
	Indeks            toml.Str                    `toml:"indeks,required"`
	Tahun             yearSpan                    `toml:"tahun,required"`
	Pendahulu         toml.Str                    `toml:"pendahulu"`
	PredikatDari      toml.Str                    `toml:"predikat_dari"`
	PredikatDariTahun toml.Keyed[toml.Str]        `toml:"predikat_dari_tahun"`
	Normalisasi       toml.Flag                   `toml:"normalisasi"`
	Tingkat           scaleTable                  `toml:"tingkat,required"`
	Predikat          toml.Keyed[bandTable]       `toml:"predikat,required"`
	Kapabilitas       toml.Keyed[capabilityTable] `toml:"kapabilitas"`
	Domain            toml.Keyed[domainTable]     `toml:"domain"`
	Aspek             toml.Keyed[aspectTable]     `toml:"aspek,required"`
	Indikator         toml.Keyed[indicatorTable]  `toml:"indikator,required"`
	Padanan           toml.Keyed[equivalentTable] `toml:"padanan"`
}

type yearSpan struct {
	Mulai  toml.Int `toml:"mulai,required"`
	Sampai toml.Int `toml:"sampai"`
}

type scaleTable struct {
	Min     toml.Dec `toml:"min,required"`
	Max     toml.Dec `toml:"max,required"`
	Langkah toml.Dec `toml:"langkah"`
}

type bandTable struct {
	Nama     toml.Str `toml:"nama,required"`
	Min      toml.Dec `toml:"min,required"`
	Sebutan  toml.Str `toml:"sebutan"`
	Insentif toml.Str `toml:"insentif"`
}

type capabilityTable struct {
	Tingkat toml.Keyed[toml.Str] `toml:"tingkat,required"`
}

type domainTable struct {
	Nama  toml.Str `toml:"nama,required"`
	Bobot toml.Dec `toml:"bobot,required"`
}

type aspectTable struct {
	Domain toml.Str `toml:"domain"`
	Nama   toml.Str `toml:"nama,required"`
	Bobot  toml.Dec `toml:"bobot,required"`
}

type indicatorTable struct {
	Aspek       toml.Str             `toml:"aspek,required"`
	Nama        toml.Str             `toml:"nama,required"`
	Bobot       toml.Dec             `toml:"bobot,required"`
	Kapabilitas toml.Str             `toml:"kapabilitas"`
	Kriteria    toml.Keyed[toml.Str] `toml:"kriteria"`
}

type equivalentTable struct {
	Dari      toml.Str  `toml:"dari,required"`
	Sebanding toml.Flag `toml:"sebanding"`
	Alasan    toml.Str  `toml:"alasan"`
}

// instrumentText is data/instrumen/<id>.<language>.toml.
type instrumentText struct {
	Nama        toml.Str                    `toml:"nama"`
	Singkatan   toml.Str                    `toml:"singkatan"`
	Peraturan   toml.Str                    `toml:"peraturan"`
	Indeks      toml.Str                    `toml:"indeks"`
	Predikat    toml.Keyed[bandText]        `toml:"predikat"`
	Kapabilitas toml.Keyed[capabilityTable] `toml:"kapabilitas"`
	Domain      toml.Keyed[nameText]        `toml:"domain"`
	Aspek       toml.Keyed[nameText]        `toml:"aspek"`
	Indikator   toml.Keyed[indicatorText]   `toml:"indikator"`
	Padanan     toml.Keyed[reasonText]      `toml:"padanan"`
}

type bandText struct {
	Nama     toml.Str `toml:"nama"`
	Sebutan  toml.Str `toml:"sebutan"`
	Insentif toml.Str `toml:"insentif"`
}

type indicatorText struct {
	Nama     toml.Str             `toml:"nama"`
	Kriteria toml.Keyed[toml.Str] `toml:"kriteria"`
}

type reasonText struct {
	Alasan toml.Str `toml:"alasan"`
}

// institutionFile is data/instansi/<slug>/instansi.toml.
type institutionFile struct {
	Format          toml.Int                                 `toml:"format"`
	Nama            toml.Str                                 `toml:"nama,required"`
	NamaEn          toml.Str                                 `toml:"nama_en"`
	Pendek          toml.Str                                 `toml:"pendek"`
	Alias           toml.List[toml.Str]                      `toml:"alias"`
	Jenis           toml.Str                                 `toml:"jenis,required"`
	JenisTahun      toml.Keyed[toml.Str]                     `toml:"jenis_tahun"`
	Subjenis        toml.Str                                 `toml:"subjenis"`
	Wilayah         toml.Str                                 `toml:"wilayah"`
	Induk           toml.Str                                 `toml:"induk"`
	Situs           toml.Str                                 `toml:"situs"`
	Mulai           toml.Int                                 `toml:"mulai"`
	Berakhir        toml.Int                                 `toml:"berakhir"`
	Pengganti       toml.List[toml.Str]                      `toml:"pengganti"`
	RataRata        toml.Flag                                `toml:"rata_rata"`
	Mewakili        toml.List[toml.Str]                      `toml:"mewakili"`
	Petak           *tileTable                               `toml:"petak"`
	Target          toml.Keyed[toml.Dec]                     `toml:"target"`
	InstrumenTarget toml.Keyed[toml.Str]                     `toml:"instrumen_target"`
	SumberTarget    toml.Keyed[sourceTable]                  `toml:"sumber_target"`
	TargetLain      toml.Keyed[toml.Keyed[otherTargetTable]] `toml:"target_lain"`
	Rencana         toml.Keyed[planTable]                    `toml:"rencana"`
	PenanggungJawab toml.Keyed[toml.Str]                     `toml:"penanggung_jawab"`
}

type tileTable struct {
	Kolom   toml.Int `toml:"kolom,required"`
	Baris   toml.Int `toml:"baris,required"`
	Singkat toml.Str `toml:"singkat,required"`
}

// otherTargetTable is a target of a year as another source prints it.
type otherTargetTable struct {
	Indeks     toml.Dec  `toml:"indeks,required"`
	Judul      toml.Str  `toml:"judul,required"`
	Rujukan    toml.Str  `toml:"rujukan"`
	URL        toml.Str  `toml:"url"`
	Salinan    toml.Str  `toml:"salinan"`
	Dicocokkan toml.Flag `toml:"dicocokkan"`
}

type planTable struct {
	Judul     toml.Str            `toml:"judul,required"`
	Tahap     toml.Str            `toml:"tahap,required"`
	Tenggat   toml.Day            `toml:"tenggat"`
	Status    toml.Str            `toml:"status,required"`
	Indikator toml.List[toml.Str] `toml:"indikator"`
}

type sourceTable struct {
	Judul      toml.Str  `toml:"judul,required"`
	Rujukan    toml.Str  `toml:"rujukan"`
	URL        toml.Str  `toml:"url"`
	Salinan    toml.Str  `toml:"salinan"`
	Dicocokkan toml.Flag `toml:"dicocokkan"`
}

// assessmentFile is data/instansi/<slug>/<tahun>.toml.
type assessmentFile struct {
	Format       toml.Int                         `toml:"format"`
	Instrumen    toml.Str                         `toml:"instrumen,required"`
	Tanggal      toml.Day                         `toml:"tanggal"`
	Draf         toml.Flag                        `toml:"draf"`
	BelumLengkap toml.Flag                        `toml:"belum_lengkap"`
	Batas        toml.Day                         `toml:"batas"`
	Catatan      toml.Str                         `toml:"catatan"`
	TidakBerlaku toml.List[toml.Str]              `toml:"tidak_berlaku"`
	Terbit       *publishedTable                  `toml:"terbit"`
	TerbitLain   toml.Keyed[otherTable]           `toml:"terbit_lain"`
	Tingkat      toml.Keyed[toml.Keyed[toml.Dec]] `toml:"tingkat"`
	Indikator    toml.Keyed[indicatorNoteTable]   `toml:"indikator"`
	Sumber       toml.Keyed[sourceTable]          `toml:"sumber"`
}

type publishedTable struct {
	Indeks           toml.Dec             `toml:"indeks"`
	Predikat         toml.Str             `toml:"predikat"`
	PredikatTercetak toml.Str             `toml:"predikat_tercetak"`
	Keyakinan        toml.Str             `toml:"keyakinan"`
	Domain           toml.Keyed[toml.Dec] `toml:"domain"`
	Aspek            toml.Keyed[toml.Dec] `toml:"aspek"`
	Sebaran          *spreadTable         `toml:"sebaran"`
}

type spreadTable struct {
	Total      toml.Int             `toml:"total"`
	BaikKeAtas toml.Int             `toml:"baik_ke_atas"`
	PerBand    toml.Keyed[toml.Int] `toml:",rest"`
}

type otherTable struct {
	Indeks           toml.Dec             `toml:"indeks"`
	Predikat         toml.Str             `toml:"predikat"`
	PredikatTercetak toml.Str             `toml:"predikat_tercetak"`
	Keyakinan        toml.Str             `toml:"keyakinan"`
	Domain           toml.Keyed[toml.Dec] `toml:"domain"`
	Aspek            toml.Keyed[toml.Dec] `toml:"aspek"`
	Sebaran          *spreadTable         `toml:"sebaran"`
	Judul            toml.Str             `toml:"judul,required"`
	URL              toml.Str             `toml:"url"`
}

type indicatorNoteTable struct {
	Catatan     toml.Str                  `toml:"catatan"`
	Rekomendasi toml.Str                  `toml:"rekomendasi"`
	Terbuka     toml.Flag                 `toml:"terbuka"`
	Bukti       toml.Keyed[evidenceTable] `toml:"bukti"`
}

type evidenceTable struct {
	Judul toml.Str  `toml:"judul,required"`
	Ada   toml.Flag `toml:"ada"`
	URL   toml.Str  `toml:"url"`
}

// groupFile is data/kelompok/<id>.toml.
type groupFile struct {
	Format     toml.Int            `toml:"format"`
	Nama       toml.Str            `toml:"nama,required"`
	Anggota    toml.List[toml.Str] `toml:"anggota,required"`
	Pendamping toml.List[toml.Str] `toml:"pendamping"`
	Jadwal     toml.Str            `toml:"jadwal"`
}

// correctionFile is data/koreksi/<yyyy-mm-dd>-<name>.toml.
type correctionFile struct {
	Format   toml.Int `toml:"format"`
	Instansi toml.Str `toml:"instansi,required"`
	Tahun    toml.Int `toml:"tahun,required"`
	Bagian   toml.Str `toml:"bagian,required"`
	Semula   toml.Any `toml:"semula,required"`
	Menjadi  toml.Any `toml:"menjadi,required"`
	Alasan   toml.Str `toml:"alasan,required"`
}

// frontMatter is the head of a content/*.md file.
type frontMatter struct {
	Judul   toml.Str            `toml:"judul,required"`
	Tanggal toml.Day            `toml:"tanggal"`
	Ringkas toml.Str            `toml:"ringkas"`
	Urutan  toml.Int            `toml:"urutan"`
	Draf    toml.Flag           `toml:"draf"`
	Alias   toml.List[toml.Str] `toml:"alias"`
}
