package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapor/data"
)

// levels writes a stage in which every indicator has the same level but some.
func levels(n int, all string, other map[int]string) string {
	var b strings.Builder
	b.WriteString("[tingkat.akhir]\n")
	for i := 1; i <= n; i++ {
		v := all
		if o, ok := other[i]; ok {
			v = o
		}
		fmt.Fprintf(&b, "I%02d = %s\n", i, v)
	}
	return b.String()
}

// portal2026 is a fictional portal with the instrument of 2026: levels with two
// decimals, no domains, other bands. The first city has, with all levels 3.00
// else, I20 = 3.25 (weight 15) in 2026, so 3 + 0.15 x 0.25 = 3.0375, and in 2027
// also I01 = 4.10 and I19 = 3.55 (weights 5 and 10): 3.0375 + 0.055 + 0.055 = 3.1475.
func portal2026(t *testing.T) string {
	t.Helper()
	head := "instrumen = \"permenpanrb-8-2026\"\n"
	files := map[string]string{
		"portal.toml": "format = 1\njudul = \"Contoh fiktif 2026\"\npemilik = \"Dinas Contoh Fiktif\"\nalamat = \"https://contoh-fiktif.example/\"\nbahasa = [\"id\", \"en\"]\n[jenis.kota]\nnama = \"Kota\"\nurutan = 1\n",
		"instansi/kota-contoh-satu/instansi.toml": "nama = \"Kota Contoh Satu (fiktif)\"\njenis = \"kota\"\n[target]\n2026 = 3.20\n2028 = 3.30\n[instrumen_target]\n2026 = \"permenpanrb-59-2020\"\n[target_lain.2028.rkpd]\nindeks = 3.10\njudul = \"RKPD contoh (fiktif)\"\n",
		"instansi/kota-contoh-satu/2025.toml":     "instrumen = \"permenpanrb-59-2020\"\n" + levels(47, "3", nil),
		"instansi/kota-contoh-satu/2026.toml":     head + levels(20, "3.00", map[int]string{20: "3.25"}),
		"instansi/kota-contoh-satu/2027.toml":     head + levels(20, "3.00", map[int]string{1: "4.10", 19: "3.55", 20: "3.25"}),
		"instansi/kota-contoh-dua/instansi.toml":  "nama = \"Kota Contoh Dua (fiktif)\"\njenis = \"kota\"\n",
		"instansi/kota-contoh-dua/2027.toml":      head + levels(20, "4.00", nil),
	}
	for _, id := range []string{"permenpanrb-59-2020", "permenpanrb-8-2026", "permenpanrb-5-2018"} {
		text, err := data.FS.ReadFile("instrumen/" + id + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		files["instrumen/"+id+".toml"] = string(text)
	}
	dir := scratch(t)
	for name, text := range files {
		path := filepath.Join(dir, "data", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

var tags = regexp.MustCompile(`<[^>]*>`)

// wordsOf is what a page says, in one line.
func wordsOf(t *testing.T, out, page string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	return wordsIn(string(content))
}

// wordsIn is the same of a page at hand.
func wordsIn(page string) string {
	_, main, _ := strings.Cut(page, "<main")
	return strings.Join(strings.Fields(tags.ReplaceAllString(main, " ")), " ")
}

var theSite2026 shared[string]

// site2026 builds that portal, and returns its folder.
func site2026(t *testing.T) string {
	t.Helper()
	return theSite2026.get(t, func() string { return buildPlanted(t, portal2026(t)) })
}

func TestInstrumentOf2026WorksFromEndToEnd(t *testing.T) {
	out := site2026(t)
	for page, says := range map[string][]string{
		"instansi/kota-contoh-satu/index.html": {
			"Indeks Pemerintah Digital 2027", "3,15", "naik dari 3,04 pada 2026", "Menuju Sangat Baik (3,50)", // 3.1475 and 3.0375, rounded half up
			"tambahan nilai 0,3525", "tambahan nilai 0,1525", // 3.50 and 3.30 less 3.1475: no steps are claimed
			"perlu percepatan", "tolok ukur berganti", "2028 (versi sumber lain)", "RKPD contoh (fiktif)", "3,10 tercapai pada 2027", "Belum sebanding|Tidak sebanding|tidak sebanding",
		},
		"instansi/kota-contoh-satu/2027/index.html":     {"+0,0550", "I01 Tata Kelola Pemerintah Digital 3 4,10", "Bagian indeks"},
		"instansi/kota-contoh-satu/2026/index.html":     {"Perubahan tidak diurai", "Edisi 2025 memakai PermenPANRB 59/2020 dan edisi 2026 memakai PermenPANRB 8/2026"},
		"instansi/kota-contoh-satu/simulasi/index.html": {"Indeks tepat 3,1475", "kurang 0,3525"},
		"instansi/kota-contoh-dua/index.html":           {"4,00", "Memuaskan"}, // the bound of the highest band belongs to it
		"metode/permenpanrb-8-2026/index.html":          {"Unggul (Leading)", "4,00"},
		"tahun/2027/index.html":                         {"3,15", "4,00"},
		"en/instansi/kota-contoh-satu/index.html":       {"3.15", "0.3525"},
	} {
		words := wordsOf(t, out, page)
		for _, want := range says {
			if !regexp.MustCompile(strings.NewReplacer("(", `\(`, ")", `\)`, "+", `\+`).Replace(want)).MatchString(words) {
				t.Errorf("%s does not say %q", page, want)
			}
		}
		for _, never := range []string{"langkah tingkat", "level steps"} { // with decimals there are none
			if strings.Contains(page, "kota-contoh") && strings.Contains(words, never) {
				t.Errorf("%s says %q", page, never)
			}
		}
	}
	simulation, err := os.ReadFile(filepath.Join(out, "instansi", "kota-contoh-satu", "simulasi", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(simulation, []byte(`type="number" inputmode="decimal" min="1.00" max="5.00" step="0.01" value="4.10"`)) {
		t.Error("levels with decimals are not typed in as numbers")
	}
}

func TestChangeOfInstrumentIsDataInTheJSON(t *testing.T) {
	out := site2026(t)
	raw, err := os.ReadFile(filepath.Join(out, "instansi", "kota-contoh-satu.json"))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Breaks []struct {
			From       int    `json:"dari"`
			To         int    `json:"ke"`
			Before     string `json:"instrumen_lama"`
			After      string `json:"instrumen_baru"`
			Comparable bool   `json:"sebanding"`
		} `json:"ganti_instrumen"`
		Change struct {
			From  int         `json:"dari"`
			Value json.Number `json:"selisih"`
		} `json:"perubahan"`
	}
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Breaks) != 1 || got.Breaks[0].From != 2025 || got.Breaks[0].To != 2026 || got.Breaks[0].After != "permenpanrb-8-2026" || got.Breaks[0].Comparable {
		t.Errorf("%+v", got.Breaks)
	}
	if got.Change.From != 2026 || got.Change.Value.String() != "0.11" {
		t.Errorf("%+v", got.Change)
	}
}
