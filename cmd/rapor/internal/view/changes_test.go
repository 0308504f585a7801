package view_test

import (
	"strings"
	"testing"
)

// textOfPage is what a reader of a page hears, with single spaces.
func textOfPage(t *testing.T, path string) string {
	t.Helper()
	return strings.Join(strings.Fields(words(tree(t, sample().page(t, path)))), " ")
}

func TestACorrectionStandsOnThePagesItConcernsWithTheOldValue(t *testing.T) {
	for path, want := range map[string]string{
		"instansi/kota-aman/index.html":         "19 November 2026 2023 Nilai terbit domain D1 3,83 3,38 Angkanya tertukar saat disalin",
		"instansi/kota-aman/2023/index.html":    "19 November 2026 Nilai terbit domain D1 3,83 3,38 Angkanya tertukar saat disalin",
		"en/instansi/kota-aman/2023/index.html": "19 November 2026 Published value of domain D1 3.83 3.38 Angkanya tertukar saat disalin",
	} {
		if got := textOfPage(t, path); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", path, want, got)
		}
	}
	for _, path := range []string{"instansi/kota-aman/2022/index.html", "instansi/kota-baru/index.html"} {
		if strings.Contains(textOfPage(t, path), "tertukar") {
			t.Errorf("%s speaks of a correction of another page", path)
		}
	}
}

func TestThePageOfADayTellsEveryChange(t *testing.T) {
	got := textOfPage(t, "perubahan/2026-11-20/index.html")
	for _, want := range []string{
		"20 November 2026, ke-2", "Program rapor 0.1.0 rapor 0.2.0", "20 November 2026, ke-1",
		"Pemerintah Kota Aman 2023 Nilai terbit domain D1 3,83 3,38 Angkanya tertukar saat disalin",
		"Kota </title><script>alert(1)</script> 2019 Indeks terbit 2,10",
		"Pemerintah Kota Aman 2023 Rentang indeks hitung 3,6000–3,6100 3,5000–3,5100 Nilai dasarnya berubah",
		"Instrumen Baru Bobot I01 20,00 25,00",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if list := textOfPage(t, "perubahan/index.html"); !strings.Contains(list, "Terakhir dicatat 20 November 2026. Program berubah: 1.") ||
		!strings.Contains(list, "Koreksi: 1; Hasil ditarik: 1; Hasil baru: 1; Hitungan berubah: 1; Metode berubah: 1") {
		t.Errorf("the list says\n%s", list)
	}
}

func TestTheFeedTellsOldAndNewValues(t *testing.T) {
	feeds := sample().ChangesFeeds()
	if len(feeds) != 2 || feeds[1].Path != "en/perubahan/atom.xml" || len(feeds[0].Entries) != 2 || feeds[0].Date != "2026-11-20" {
		t.Fatalf("feeds: %+v", feeds)
	}
	first := feeds[0].Entries[1]
	if first.Sort != "koreksi" || first.Page != "perubahan/2026-11-20/#terbitan-1" {
		t.Errorf("entry: %+v", first)
	}
	content := string(first.Content)
	if !strings.Contains(content, "Nilai terbit domain D1: 3,83 → 3,38 (Angkanya tertukar saat disalin)") || strings.Contains(content, "<script") {
		t.Errorf("content: %s", content)
	}
}
