package view_test

import (
	"strings"
	"testing"
)

func TestAReadyComparisonSetsTheSameYearAndInstrumentSideBySide(t *testing.T) {
	p := shipped()
	for _, c := range []struct{ path, want string }{
		{"bandingkan/kota/index.html", "Indeks 4,59 3,49 (−1,10) 1,78 (−2,81)"},
		{"bandingkan/kota/index.html", "Predikat Memuaskan Baik Kurang"},
		{"bandingkan/kota/index.html", "Tata Kelola SPBE 4,80 3,40 (−1,40) 1,20 (−3,60)"},
		{"bandingkan/kota/index.html", "PermenPANRB 59/2020 2024 4,59 3,49 1,78 2023 3,98 3,43 1,78"},
		{"en/bandingkan/provinsi/index.html", "Index 4.73 3.64 (−1.09) 1.61 (−3.12)"},
		{"bandingkan/index.html", "Perbandingan siap Kementerian Lembaga Provinsi Kabupaten Kota"},
	} {
		if text := words(tree(t, p.page(t, c.path))); !strings.Contains(plain(text), plain(c.want)) {
			t.Errorf("%s: %q is not in %s", c.path, c.want, text)
		}
	}
	if page := p.page(t, "instansi/kota-bandung/index.html"); !strings.Contains(page, `href="../../bandingkan/?i=kota-bandung"`) {
		t.Error("an institution's page does not lead to its comparison")
	}
}
