package intake

import (
	"fmt"
	"testing"
)

func TestSourcesAreTakenApart(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"KemenPANRB, Laporan Evaluasi SPBE 2023 Tabel 9 no 5", "laporan-evaluasi-spbe-2023: KemenPANRB, Laporan Evaluasi SPBE 2023 | Tabel 9 nomor 5 | \n"},
		{"KemenPANRB, Laporan Evaluasi SPBE 2023 Tabel 4", "laporan-evaluasi-spbe-2023: KemenPANRB, Laporan Evaluasi SPBE 2023 | Tabel 4 | \n"},
		{"Laporan Kota X 2021, tabel rata-rata", "laporan-kota-x-2021: Laporan Kota X 2021 | tabel rata-rata | \n"},
		{"Tabel 4", "tabel-4: Tabel 4 |  | \n"},
		{"Laporan, teks sebelum Gambar 14", "teks-sebelum-gambar-14: Laporan, teks sebelum Gambar 14 |  | \n"},
		{"Berita Kota Palopo, 4 September 2019 (atas 616 instansi)", "berita-kota-palopo-4-september-2019: Berita Kota Palopo, 4 September 2019 (atas 616 instansi) |  | \n"},
		{"sinarjambi.com, 2 Agustus 2023", "sinarjambi-com-2-agustus-2023: sinarjambi.com, 2 Agustus 2023 |  | \n"},
		{"https://www.Contoh.go.id:8443/a?b=1", "contoh-go-id: contoh.go.id |  | https://www.Contoh.go.id:8443/a?b=1\n"},
		{"https://contoh.id/2024/10/19/judul/2", "contoh-id: contoh.id, 19 Oktober 2024 |  | https://contoh.id/2024/10/19/judul/2\n"},
		{"https://contoh.id/2024/01/05", "contoh-id: contoh.id, 5 Januari 2024 |  | https://contoh.id/2024/01/05\n"},
		{"https://contoh.id/2024/13/45/x", "contoh-id: contoh.id |  | https://contoh.id/2024/13/45/x\n"}, // no such day
		{"https://contoh.id/12/01/2026/x", "contoh-id: contoh.id |  | https://contoh.id/12/01/2026/x\n"}, // day first or month first: nobody can tell
		{"contoh.id/?p=1", "contoh-id-p-1: contoh.id/?p=1 |  | \n"},                                      // no scheme: not made up
		{"javascript:alert(1)", "javascript-alert-1: javascript:alert(1) |  | \n"},
		{"A ; https://b.id/x;y ; target: https://c.id/", "a: A |  | \nb-id: b.id |  | https://b.id/x;y\ntarget c-id: c.id |  | https://c.id/\n"},
		{"Target SPBE 2024", "target-spbe-2024: Target SPBE 2024 |  | \n"},
		{" ; ", ""},
		{"報告", "sumber: 報告 |  | \n"},
	} {
		got := ""
		result, target := sourcesOf(c.text)
		for _, s := range result {
			got += fmt.Sprintf("%s: %s | %s | %s\n", s.id(), s.title, s.reference, s.url)
		}
		for _, s := range target {
			got += fmt.Sprintf("target %s: %s | %s | %s\n", s.id(), s.title, s.reference, s.url)
		}
		if got != c.want {
			t.Errorf("%q: got\n%s\nwant\n%s", c.text, got, c.want)
		}
	}
}

func TestLongTitlesAreCutBetweenWords(t *testing.T) {
	got := idOf("Laporan Hasil Evaluasi SPBE Kementerian Koordinator Bidang Perekonomian 2021")
	if got != "laporan-hasil-evaluasi-spbe-kementerian-koordinator-bidang" {
		t.Error(got)
	}
	if got := idOf("Kata" + string(make([]byte, 0)) + "yangsangatpanjangsekalitanpaspasisamasekalihinggamelewatibatasnya"); len(got) != 60 {
		t.Error(got)
	}
}
