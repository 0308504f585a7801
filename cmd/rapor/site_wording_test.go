//go:build !race

package main

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"testing"
)

// A cause that is not shown is never claimed: the portal states both figures and
// calls neither a slip. No file of the site may hold these words.
var neverSaid = []string{
	"salah cetak", "salah ketik", "salah tulis", "kesalahan cetak", "kesalahan ketik", "kekeliruan cetak",
	"misprint", "printing error", "typing error", "clerical error", "typo ", "typo.",
}

func TestNoPageCallsAFigureASlip(t *testing.T) {
	files := portalSite(t).files
	each(slices.Sorted(maps.Keys(files)), func(address string) {
		switch path.Ext(address) {
		case ".html", ".json", ".csv", ".xml", ".txt":
			low := inSmallLetters(files[address])
			for _, words := range neverSaid {
				if bytes.Contains(low, []byte(words)) {
					t.Errorf("%s says %q", address, words)
				}
			}
		}
	})
}

// inSmallLetters is bytes.ToLower for A to Z alone, in a tenth of the time.
func inSmallLetters(text []byte) []byte {
	low := bytes.Clone(text)
	for i, c := range low {
		if 'A' <= c && c <= 'Z' {
			low[i] = c + 'a' - 'A'
		}
	}
	return low
}

// The known rows that do not fit stand on the page of the reconciliation, both
// figures of each.
func TestKnownMisfitsStandOnTheReconciliationPage(t *testing.T) {
	page := string(portalSite(t).files["rekonsiliasi/index.html"])
	words := wordsIn(page)
	for _, want := range []string{
		"Kab. Polewali Mandar 2023 Indeks 3,86 3,85",
		"Kab. Banyuasin 2023 Layanan SPBE 0,30",
		"Kab. Pacitan 2024 3,50 3,4985 Baik indeks sebelum dibulatkan",
		"Rata-rata Kabupaten 2023 2,59 2,6240",
		"Pemerintah kabupaten dan kota Baik ke atas 2024 42% 72,2% (350 dari 485)",
	} {
		if !bytes.Contains([]byte(words), []byte(want)) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
