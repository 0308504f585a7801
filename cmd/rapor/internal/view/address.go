package view

import "strconv"

// Folders of the site, without the language. Addresses never change: slugs are
// not translated, and years stand for themselves.
const (
	listDir   = "instansi/"
	methodDir = "metode/"
	newsDir   = "berita/"

	yearsDir          = "tahun/"
	kindsDir          = "jenis/"
	regionsDir        = "wilayah/"
	groupsDir         = "kelompok/"
	indicatorsDir     = "indikator/"
	reconciliationDir = "rekonsiliasi/"
	statusDir         = "status/"
	fillingDir        = "pengisian/"
	compareDir        = "bandingkan/"
	dataDir           = "data/"
)

func institutionDir(slug string) string { return listDir + slug + "/" }

func editionDir(slug string, year int) string {
	return listDir + slug + "/" + strconv.Itoa(year) + "/"
}

// sheetDir is the sheet to print of a page.
func sheetDir(dir string) string { return dir + "cetak/" }

func simulationDir(slug string) string { return listDir + slug + "/simulasi/" }

func instrumentDir(id string) string { return methodDir + id + "/" }

func yearDir(y int) string { return yearsDir + strconv.Itoa(y) + "/" }

func kindDir(id string) string { return kindsDir + id + "/" }

func regionDir(slug string) string { return regionsDir + slug + "/" }

func groupDir(id string) string { return groupsDir + id + "/" }

func indicatorsOf(instrument string) string { return indicatorsDir + instrument + "/" }

func indicatorDir(instrument, id string) string { return indicatorsOf(instrument) + id + "/" }

// The portal's own logo and accent colour, where it has them.
const (
	LogoFile   = "assets/logo" + ".svg"
	AccentFile = "assets/aksen" + ".css"
)

// Files that exist once for all languages.
func institutionFile(slug string) string { return listDir + slug + ".json" }

func editionFile(slug string, year int) string {
	return listDir + slug + "/" + strconv.Itoa(year) + ".json"
}
