package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// hostileTexts are the ninety texts of testdata/hostile.
func hostileTexts(t *testing.T) []string {
	t.Helper()
	source, err := os.ReadFile("testdata/hostile/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(source)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		text, err := strconv.Unquote(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		out = append(out, text)
	}
	if len(out) != 90 {
		t.Fatalf("%d hostile texts, want 90", len(out))
	}
	return out
}

// tomlText is a TOML string in which nothing but letters and digits stands as it is.
func tomlText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == ' ':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return b.String() + `"`
}

var theHostileSite shared[*builtSite]

// hostileSite builds a portal whose every name and text is hostile.
func hostileSite(t *testing.T) (*builtSite, []string) {
	t.Helper()
	texts := hostileTexts(t)
	return theHostileSite.get(t, func() *builtSite {
		dir := scratch(t)
		writeHostilePortal(t, dir, texts)
		if err := os.Mkdir(filepath.Join(dir, "themes"), 0o755); err != nil {
			t.Fatal(err)
		}
		code, said := rapor("build", "--no-cache", "--lang=en", "--data", filepath.Join(dir, "data"), "--content", filepath.Join(dir, "content"),
			"--themes", filepath.Join(dir, "themes"), "--out", filepath.Join(dir, "public"))
		if code != exitFine {
			t.Fatalf("exit code %d\n%s", code, said)
		}
		return &builtSite{treeOf(t, filepath.Join(dir, "public"))}
	}), texts
}

// writeHostilePortal writes a portal with an institution for each text. Wherever the
// format takes words, one of the texts stands.
func writeHostilePortal(t *testing.T, dir string, texts []string) {
	t.Helper()
	at := func(i int) string { return tomlText(texts[i%len(texts)]) }
	put := func(name, content string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("data/portal.toml", fmt.Sprintf(`judul = %s
ringkas = %s
pemilik = %s
alamat = "https://portal.example/sub/"
bahasa = ["id", "en"]
lisensi = %s
sumber_data = "https://kode.example/'onclick='window.pwned=1'/{revisi}/data/"
[tautan.satu]
judul = %s
url = "https://tautan.example/?a='onclick='window.pwned=1&b=javascript:pwned"
[jenis.kota]
nama = %s
urutan = 1
rumpun = %s
[target.2024.kota]
nama = %s
jenis = ["kota"]
predikat = "baik"
persen = 50
sumber = %s
`, at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8)))
	put("data/instrumen/uji.toml", hostileInstrument(at))
	for i := range texts {
		slug := fmt.Sprintf("kota-%02d", i)
		put("data/instansi/"+slug+"/instansi.toml", fmt.Sprintf(`nama = %s
nama_en = %s
pendek = %s
alias = [%s]
jenis = "kota"
subjenis = %s
wilayah = "%02d"
situs = "https://situs.example/?x='onclick='window.pwned=1"
[target]
2026 = 4.00
[sumber_target.2026]
judul = %s
[rencana.satu]
judul = %s
tahap = "jangka-pendek"
status = "berjalan"
indikator = ["I01"]
[penanggung_jawab]
I01 = %s
`, at(i), at(i), at(i), at(i+1), at(i+2), 10+i, at(i+3), at(i+4), at(i+5)))
		for _, year := range []int{2023, 2024} {
			put(fmt.Sprintf("data/instansi/%s/%d.toml", slug, year), hostileYear(at, i, year))
		}
	}
	put("data/kelompok/satu.toml", fmt.Sprintf("nama = %s\nanggota = [\"kota-00\", \"kota-01\"]\npendamping = [%s]\njadwal = %s\n", at(9), at(10), at(11)))
	for i, text := range texts {
		put(fmt.Sprintf("content/berita/kabar-%02d.md", i), fmt.Sprintf("+++\njudul = %s\nringkas = %s\ntanggal = 2024-01-%02d\n+++\n%s\n\n## %s\n\n* %s\n", at(i), at(i+1), 1+i%28, text, text, text))
		put(fmt.Sprintf("content/instansi/kota-%02d.md", i), fmt.Sprintf("+++\njudul = %s\n+++\n%s\n", at(i), text))
	}
}

func hostileInstrument(at func(int) string) string {
	return fmt.Sprintf(`nama = %s
singkatan = %s
peraturan = %s
indeks = %s
tahun = { mulai = 2020 }
[tingkat]
min = 1
max = 5
[predikat.baik]
nama = %s
min = 2.6
sebutan = %s
insentif = %s
[predikat.kurang]
nama = %s
min = 1
[kapabilitas.proses]
tingkat = { 1 = %s, 2 = %s, 3 = %s, 4 = %s, 5 = %s }
[domain.D1]
nama = %s
bobot = 100
[aspek.A1]
domain = "D1"
nama = %s
bobot = 100
[indikator.I01]
aspek = "A1"
nama = %s
bobot = 60
kapabilitas = "proses"
kriteria = { 1 = %s, 2 = %s }
[indikator.I02]
aspek = "A1"
nama = %s
bobot = 40
`, at(20), at(21), at(22), at(23), at(24), at(25), at(26), at(27), at(28), at(29), at(30), at(31), at(32), at(33), at(34), at(35), at(36), at(37), at(38))
}

func hostileYear(at func(int) string, i, year int) string {
	return fmt.Sprintf(`instrumen = "uji"
catatan = %s
[terbit]
indeks = 2.60
predikat = "baik"
predikat_tercetak = %s
keyakinan = "sedang"
[terbit.domain]
D1 = 2.60
[terbit_lain.lain]
judul = %s
indeks = 2.70
[tingkat.akhir]
I01 = 3
I02 = 2
[indikator.I01]
catatan = %s
rekomendasi = %s
[indikator.I01.bukti.satu]
judul = %s
ada = true
url = "https://bukti.example/?a='onclick='window.pwned=1;(1)"
[sumber.satu]
judul = %s
rujukan = %s
url = "https://sumber.example/'onmouseover='window.pwned=1"
salinan = %s
`, at(i+6), at(i+7), at(i+8), at(i+year), at(i+10), at(i+11), at(i+12), at(i+13), at(i+14))
}
