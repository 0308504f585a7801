package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/check"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/sample"
	"rapor/cmd/rapor/internal/score"
)

// opdSet loads the embedded sample of work units.
func opdSet(t *testing.T) *maturity.Dataset {
	t.Helper()
	files := sample.OPD()
	part := func(dir string) fs.FS {
		sub, err := fs.Sub(files, dir)
		if err != nil {
			t.Fatal(err)
		}
		return sub
	}
	set, problems, err := load.Load(load.Source{Data: part("data"), Content: part("content"), DataName: "data", ContentName: "content"})
	if err != nil {
		t.Fatal(err)
	}
	problems.Merge(check.All(set, score.NewModels(set.Instruments)))
	if faults, warnings := problems.Count(); faults+warnings > 0 {
		t.Fatalf("the sample has %d faults and %d warnings", faults, warnings)
	}
	return set
}

func TestSampleOfWorkUnitsIsWholeAndPlainlyFictional(t *testing.T) {
	set := opdSet(t)
	units, inGroup := 0, map[string]int{}
	for _, inst := range set.Institutions {
		if !strings.Contains(inst.Name, "Contoh Fiktif") {
			t.Errorf("%s: %q could be taken for a real institution", inst.Slug, inst.Name)
		}
		if inst.Parent != "" {
			units++
		}
	}
	if units != 41 || len(set.Instruments) != 1 || len(set.Instruments[0].Indicators) != 25 || len(set.Groups) != 8 {
		t.Errorf("%d units, %d groups", units, len(set.Groups))
	}
	for _, g := range set.Groups {
		if len(g.Members) < 5 || len(g.Members) > 6 || len(g.Facilitators) == 0 || g.Schedule == "" {
			t.Errorf("group %s: %d members, facilitators %v, schedule %q", g.ID, len(g.Members), g.Facilitators, g.Schedule)
		}
		for _, slug := range g.Members {
			inGroup[slug]++
		}
	}
	if len(inGroup) != 41 {
		t.Errorf("%d units stand in a group", len(inGroup))
	}
	for i, want := range []string{"5%", "10%", "15%", "20%", "25%"} {
		if got := set.Instruments[0].Bands[i].Incentive.Base; !strings.HasPrefix(got, want+" TPP") {
			t.Errorf("band %d earns %q", i, got)
		}
	}
}

var theOPDSite shared[string]

// opdSite builds the sample of work units as it is, and returns its folder.
func opdSite(t *testing.T) string {
	t.Helper()
	return theOPDSite.get(t, func() string {
		dir := scratch(t)
		if err := os.CopyFS(dir, sample.OPD()); err != nil {
			t.Fatal(err)
		}
		return buildPlanted(t, dir)
	})
}

func TestPagesOfWorkUnitsSayWhatAnOfficeNeeds(t *testing.T) {
	out := opdSite(t)
	for page, says := range map[string][]string{
		"instansi/kota-contoh-fiktif/index.html":      {"Peta jalan", "Jangka pendek", "Jangka menengah", "Jangka panjang", "selesai", "batal", "31 Desember 2024", "Penanggung jawab"},
		"instansi/dinas-kominfo/index.html":           {"Indikator yang diampu", "I07 Pemakaian aplikasi umum", "Terhubung dengan unit lain"},
		"instansi/dinas-kesehatan/index.html":         {"Tunjangan menurut predikat 25% TPP pokok"},
		"instansi/dinas-kesehatan/2024/index.html":    {"Tahap demi tahap", "Penilaian mandiri", "Hasil akhir", "Indikator yang tingkatnya berubah antartahap"},
		"instansi/dinas-kesehatan/2025/index.html":    {"Batas pengisian: 31 Oktober 2025", "Kemajuan pengisian", "belum diisi", "1 ada, 0 belum ada"},
		"metode/contoh-opd/index.html":                {"25% TPP pokok", "20% TPP pokok", "15% TPP pokok", "10% TPP pokok", "5% TPP pokok"},
		"pengisian/index.html":                        {"31 Oktober 2025", "553 dari 1.003", "Dari 41 unit, 7 lengkap , 26 sedang mengisi, dan 8 belum mulai", "15 dari 23", "I25 Survei kepuasan pengguna"},
		"pengisian/cetak/index.html":                  {"31 Oktober 2025", "Setwan (contoh)"},
		"kelompok/pendampingan-1/index.html":          {"Pendamping Contoh Satu, Pendamping Contoh Dua", "2 - 13 Juni 2025", "Terbaik dan paling naik"},
		"wilayah/kota-contoh-fiktif/index.html":       {"41 diketahui dari 41", "Indeks tertinggi", "Kenaikan terbesar"},
		"wilayah/kota-contoh-fiktif/cetak/index.html": {"Median", "Tertinggi", "Terendah"},
		"en/pengisian/index.html":                     {"31 October 2025", "553 of 1,003"},
	} {
		words := wordsOf(t, out, page)
		for _, want := range says {
			if !strings.Contains(words, want) {
				t.Errorf("%s does not say %q", page, want)
			}
		}
	}
}

// Every unit's index is that of the levels in its file: their sum over their
// number, 25 or, where two do not apply, 23, rounded half up. Years that are
// still being filled, and self-assessments alone, enter no series, page of a
// year or rank.
func TestIndicesOfWorkUnitsAreTheirLevelsOverThoseThatApply(t *testing.T) {
	out := opdSite(t)
	renormalised := 0
	for _, inst := range opdSet(t).Institutions {
		raw, err := os.ReadFile(filepath.Join(out, "instansi", inst.Slug+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Series []struct {
				Year  int         `json:"tahun"`
				Index json.Number `json:"indeks"`
			} `json:"seri"`
		}
		if err := json.Unmarshal(raw, &got); err != nil {
			t.Fatal(err)
		}
		for _, p := range got.Series {
			if p.Year > 2024 {
				t.Errorf("%s: %d is no final result", inst.Slug, p.Year)
			}
			sum, n := finalLevels(t, inst.Slug, p.Year)
			if n == 23 {
				renormalised++
			}
			hundredths := (200*sum + n) / (2 * n)
			if want := fmt.Sprintf("%d.%02d", hundredths/100, hundredths%100); p.Index.String() != want {
				t.Errorf("%s %d: %s, and %d over %d is %s", inst.Slug, p.Year, p.Index, sum, n, want)
			}
		}
	}
	if renormalised < 11 {
		t.Errorf("%d results over 23 indicators", renormalised)
	}
	if _, err := os.Stat(filepath.Join(out, "tahun", "2025")); err == nil {
		t.Error("a year without a final result has a page")
	}
	words := wordsOf(t, out, "instansi/badan-perencanaan/2025/index.html")
	if !strings.Contains(words, "bukan hasil akhir. Tidak masuk tren, peringkat, median, dan target") {
		t.Error("a self-assessment alone is not called one")
	}
}

// finalLevels adds up the lines of [tingkat.akhir] in the sample's own file.
func finalLevels(t *testing.T, slug string, year int) (sum, n int) {
	t.Helper()
	text, err := fs.ReadFile(sample.OPD(), fmt.Sprintf("data/instansi/%s/%d.toml", slug, year))
	if err != nil {
		t.Fatal(err)
	}
	_, stage, _ := strings.Cut(string(text), "[tingkat.akhir]\n")
	for line := range strings.Lines(stage) {
		_, value, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok {
			break
		}
		level, err := strconv.Atoi(value)
		if err != nil {
			t.Fatal(err)
		}
		sum, n = sum+level, n+1
	}
	return sum, n
}
