package view_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// rowOf is the text of the row whose first cell says name in the page's first
// table, or "".
func rowOf(t *testing.T, page, name string) string {
	t.Helper()
	row := ""
	each(tree(t, page), func(n *html.Node) {
		if text := words(n); n.Data == "tr" && row == "" && strings.HasPrefix(text, name+" ") {
			row = text
		}
	})
	return row
}

// Every status that a target can have stands in the list of all institutions,
// with the target that it is about: the latest one. The figures are small enough
// to be judged in the head.
func TestTheListSaysHowEachInstitutionStandsToItsTarget(t *testing.T) {
	cases := []struct{ name, results, targets, id, en string }{
		{"reached in its year", "2022 = 2.00, 2023 = 2.50", "2023 = 2.50", "tercapai pada 2023 (2,50 untuk 2023)", "reached in 2023 (2.50 for 2023)"},
		{"reached before, and lost again", "2022 = 2.60, 2023 = 2.40", "2023 = 2.50", "tercapai pada 2022 (2,50 untuk 2023)", "reached in 2022 (2.50 for 2023)"},
		{"missed by a cent", "2022 = 2.00, 2023 = 2.49", "2023 = 2.50", "tidak tercapai, kurang 0,01 (2,50 untuk 2023)", "not reached, 0.01 short (2.50 for 2023)"},
		{"missed, reached a year late", "2022 = 2.00, 2023 = 2.60", "2022 = 2.50", "tidak tercapai pada tahunnya, kurang 0,50; tercapai pada 2023 (2,50 untuk 2022)",
			"not reached in its year, 0.50 short; reached in 2023 (2.50 for 2022)"},
		{"the pace is just enough", "2022 = 2.00, 2023 = 2.20", "2025 = 2.60", "sesuai jalur (2,60 untuk 2025)", "on track (2.60 for 2025)"},
		{"the pace is just too slow", "2022 = 2.00, 2023 = 2.20", "2025 = 2.61", "perlu percepatan (2,61 untuk 2025)", "must quicken (2.61 for 2025)"},
		{"flat", "2022 = 2.20, 2023 = 2.20", "2025 = 2.60", "stagnan (2,60 untuk 2025)", "not moving (2.60 for 2025)"},
		{"falling", "2022 = 2.30, 2023 = 2.20", "2025 = 2.60", "menurun (2,60 untuk 2025)", "falling (2.60 for 2025)"},
		{"one edition has no pace", "2023 = 2.20", "2025 = 2.60", "belum dapat dihitung (2,60 untuk 2025; baru satu edisi)", "cannot be computed yet (2.60 for 2025; one edition only)"},
		{"its year is over and not known", "2022 = 2.20", "2023 = 2.60", "belum dapat dihitung (2,60 untuk 2023; hasil 2023 tidak diketahui)",
			"cannot be computed yet (2.60 for 2023; no result for 2023 is known)"},
		{"no result at all", "", "2025 = 2.60", "belum dapat dihitung (2,60 untuk 2025; belum ada hasil)", "cannot be computed yet (2.60 for 2025; there is no result yet)"},
		{"another yardstick in its year", "2022 = 2.00, 2023 = 2.50", "2026 = 2.60", "sesuai jalur (2,60 untuk 2026; tolok ukur berganti)", "on track (2.60 for 2026; the yardstick changes)"},
		{"the latest of two", "2022 = 2.00, 2023 = 2.20", "2023 = 2.60, 2025 = 2.60", "sesuai jalur (2,60 untuk 2025)", "on track (2.60 for 2025)"},
	}
	files := map[string]string{
		"portal.toml":         strings.Replace(bare, `["en"]`, `["id", "en"]`, 1),
		"instrumen/satu.toml": single,
		"instrumen/dua.toml":  strings.NewReplacer("Satu", "Dua", "{ mulai = 2020, sampai = 2025 }", "{ mulai = 2026 }").Replace(single),
	}
	city := func(slug, name, results, targets string) {
		files["instansi/"+slug+"/instansi.toml"] = fmt.Sprintf("nama = %q\njenis = \"kota\"\n", name)
		if targets != "" {
			files["instansi/"+slug+"/instansi.toml"] += "[target]\n" + lines(targets)
		}
		for r := range strings.SplitSeq(results, ", ") {
			if y, v, ok := strings.Cut(r, " = "); ok {
				files["instansi/"+slug+"/"+y+".toml"] = "instrumen = \"satu\"\n[terbit]\nindeks = " + v + "\n[sumber.laporan]\njudul = \"Laporan\"\n"
			}
		}
	}
	for i, c := range cases {
		city(fmt.Sprintf("kota-%d", i), fmt.Sprintf("Kota %d", i), c.results, c.targets)
	}
	for i := range 10 { // so that 2023 is known of nine in ten
		city(fmt.Sprintf("kota-lain-%d", i), fmt.Sprintf("Lain %d", i), "2022 = 2.00, 2023 = 2.20", "")
	}
	p := portalOf(files)
	for i, c := range cases {
		for path, want := range map[string]string{"instansi/index.html": c.id, "en/instansi/index.html": c.en} {
			if row := rowOf(t, p.page(t, path), fmt.Sprintf("Kota %d", i)); !strings.HasSuffix(row, " "+want) {
				t.Errorf("%s, %s: the row does not end in %q: %q", path, c.name, want, row)
			}
		}
	}
	if row := rowOf(t, p.page(t, "instansi/index.html"), "Lain 1"); !strings.HasSuffix(row, "–tidak ada target") && !strings.HasSuffix(row, "– tidak ada target") {
		t.Errorf("an institution without a target has one: %q", row)
	}
	if text := words(tree(t, portalOf(map[string]string{"portal.toml": strings.Replace(bare, `["en"]`, `["id"]`, 1), "instrumen/satu.toml": single,
		"instansi/kota-a/instansi.toml": "nama = \"Kota A\"\njenis = \"kota\"\n"}).page(t, "instansi/index.html"))); strings.Contains(text, "Target") {
		t.Errorf("a column of targets where nobody has one: %s", text)
	}
}
