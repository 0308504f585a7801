package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"rapor/cmd/rapor/internal/sample"
)

// The markers are planted wherever something is kept back: in drafts, and in
// notes that are not open. They must not appear in any file of the site, in no
// writing and in no name.
const (
	marker       = "rahasiaxqz"
	closedMarker = "tertutupxqz"
)

// keptDate is the date of what is kept back; no page may show it in any form.
var keptDate = []string{"2031-03-07", "7 maret 2031", "7 march 2031"}

const keptNote = `
[indikator.I01]
catatan     = "TERTUTUPXQZ catatan"
rekomendasi = "tertutupxqz rekomendasi"
terbuka     = false
[indikator.I01.bukti.tertutupxqz]
judul = "Tertutupxqz"
ada   = true
url   = "https://contoh.example/tertutupxqz"
`

// keptBack are files that hold something back, and what is appended to others.
var keptBack = map[string]string{
	"data/instansi/dinas-sosial/2026.toml": `instrumen = "contoh-opd"
draf    = true
tanggal = 2031-03-07
batas   = 2031-03-07
catatan = "rahasiaxqz draf"
[terbit]
indeks = 4.44
predikat_tercetak = "Rahasiaxqz"
[terbit_lain.rahasiaxqz]
indeks = 4.43
judul  = "rahasiaxqz"
url    = "https://contoh.example/rahasiaxqz"
[indikator.I02]
catatan     = "rahasiaxqz"
rekomendasi = "rahasiaxqz"
[indikator.I02.bukti.rahasiaxqz]
judul = "rahasiaxqz"
ada   = false
[sumber.rahasiaxqz]
judul   = "rahasiaxqz"
rujukan = "rahasiaxqz"
url     = "https://contoh.example/rahasiaxqz"
salinan = "rahasiaxqz"
`,
	"data/koreksi/2031-03-07-rahasiaxqz.toml": `instansi = "dinas-sosial"
tahun    = 2026
bagian   = "terbit.indeks"
semula   = 4.40
menjadi  = 4.44
alasan   = "rahasiaxqz"
`,
	"content/rahasiaxqz.md":                      "+++\njudul = \"rahasiaxqz\"\nringkas = \"rahasiaxqz\"\ntanggal = 2031-03-07\nurutan = 1\nalias = [\"/rahasiaxqz-lama/\"]\ndraf = true\n+++\n\nrahasiaxqz\n",
	"content/rahasiaxqz.en.md":                   "+++\njudul = \"rahasiaxqz\"\ndraf = true\n+++\n\nrahasiaxqz\n",
	"content/berita/rahasiaxqz.md":               "+++\njudul = \"rahasiaxqz\"\ntanggal = 2031-03-07\ndraf = true\n+++\n\nrahasiaxqz\n",
	"content/instansi/dinas-sosial.md":           "+++\njudul = \"rahasiaxqz\"\ndraf = true\n+++\n\nrahasiaxqz\n",
	"+data/instansi/dinas-sosial/2024.toml":      keptNote,
	"+data/instansi/dinas-sosial/2023.toml":      keptNote,
	"+data/instansi/dinas-perhubungan/2025.toml": strings.NewReplacer("I01", "I25").Replace(keptNote),
}

// plantedPortal writes the sample of work units with the markers in it.
func plantedPortal(t *testing.T) string {
	t.Helper()
	dir := scratch(t)
	if err := os.CopyFS(dir, sample.OPD()); err != nil {
		t.Fatal(err)
	}
	for name, text := range keptBack {
		plain, more := strings.CutPrefix(name, "+")
		path := filepath.Join(dir, filepath.FromSlash(plain))
		if more {
			old, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text = string(old) + text
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func buildPlanted(t *testing.T, dir string, flags ...string) string {
	t.Helper()
	out := filepath.Join(scratch(t), "public")
	args := []string{"build", "--no-cache", "--data", filepath.Join(dir, "data"), "--content", filepath.Join(dir, "content"),
		"--themes", filepath.Join("..", "..", "themes"), "--out", out, "--lang", "en"}
	if code, said := rapor(append(args, flags...)...); code != exitFine {
		t.Fatalf("exit %d:\n%s", code, said)
	}
	return out
}

func TestWhatIsKeptBackAppearsNowhere(t *testing.T) {
	dir := plantedPortal(t)
	var flags []string
	if sampled {
		flags = []string{"--compress"} // brotli takes most of the time
	}
	out := buildPlanted(t, dir, flags...)
	files, leaks := leaksIn(t, out, append([]string{marker, closedMarker}, keptDate...))
	for _, leak := range leaks {
		t.Errorf("kept back, and published: %s", leak)
	}
	if files < 900 {
		t.Errorf("only %d files were looked through", files)
	}
}

// With --drafts the drafts are there, so the search above does find what it
// looks for; closed notes and their evidence are not shown even then.
func TestDraftsAppearOnlyWhereTheyAreAskedFor(t *testing.T) {
	dir := plantedPortal(t)
	out := buildPlanted(t, dir, "--drafts")
	_, leaks := leaksIn(t, out, []string{marker})
	if len(leaks) < 10 {
		t.Errorf("%d files show a draft", len(leaks))
	}
	if _, leaks = leaksIn(t, out, []string{closedMarker}); len(leaks) > 0 {
		t.Errorf("closed notes are shown: %v", leaks)
	}
}

// leaksIn looks for words in every file's name and content, whatever the case,
// inside compressed files and workbooks too.
func leaksIn(t *testing.T, root string, words []string) (files int, leaks []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, text := range append(unpacked(t, path, content), content, []byte(name)) {
			low := bytes.ToLower(text)
			for _, word := range words {
				if bytes.Contains(low, []byte(word)) {
					leaks = append(leaks, filepath.ToSlash(name)+": "+word)
					return nil
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, leaks
}

// unpacked is what a compressed file holds, part by part.
func unpacked(t *testing.T, path string, content []byte) [][]byte {
	t.Helper()
	read := func(r io.Reader, err error) []byte {
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		all, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		return all
	}
	switch filepath.Ext(path) {
	case ".gz":
		r, err := gzip.NewReader(bytes.NewReader(content))
		return [][]byte{read(r, err)}
	case ".br":
		return [][]byte{read(brotli.NewReader(bytes.NewReader(content)), nil)}
	case ".xlsx", ".zip":
		r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		var parts [][]byte
		for _, f := range r.File {
			opened, err := f.Open()
			parts = append(parts, read(opened, err), []byte(f.Name))
		}
		return parts
	}
	return nil
}
