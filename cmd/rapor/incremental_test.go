package main

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEveryEditGivesTheSiteOfACleanBuild makes random edits of every sort to a
// small portal. After each of them the site that was built on the last one must
// be, byte for byte, what a build without a memory makes, and fail where that
// fails.
func TestEveryEditGivesTheSiteOfACleanBuild(t *testing.T) {
	edits := 8
	switch {
	case everything:
		edits = 300
	case sampled:
		edits = 30
	}
	for seed := range int64(2) {
		w := newEdited(t, seed)
		w.check("the first build")
		for i := range edits / 2 {
			w.check(fmt.Sprintf("edit %d of seed %d: %s", i, seed, w.edit()))
		}
	}
}

// edited is a portal that is edited at random, as a tree of files in memory and
// on disk.
type edited struct {
	t      *testing.T
	random *rand.Rand
	dir    string
	files  map[string]string   // data/..., content/..., themes/...
	past   []map[string]string // trees that could be built
	count  int
}

func newEdited(t *testing.T, seed int64) *edited {
	w := &edited{t: t, random: rand.New(rand.NewSource(seed)), dir: scratch(t), files: map[string]string{}}
	for name, text := range smallPortal {
		w.files["data/"+name] = text
	}
	w.files["data/portal.toml"] = strings.Replace(w.files["data/portal.toml"], `["id"]`, `["id", "en"]`, 1) + "[jenis.kabupaten]\nnama = \"Kabupaten\"\nurutan = 2\n[jenis.provinsi]\nnama = \"Provinsi\"\nurutan = 3\n"
	w.files["data/instrumen/kedua.toml"] = strings.NewReplacer("tahun = { mulai = 2020, sampai = 2025 }", "tahun = { mulai = 2015, sampai = 2019 }", "Instrumen Contoh", "Instrumen Lama").Replace(w.files["data/instrumen/contoh.toml"])
	w.addInstitution("provinsi-contoh", "provinsi")
	for i := range 3 {
		w.addInstitution(fmt.Sprintf("kota-c%d", i), "kota")
		w.addInstitution(fmt.Sprintf("kabupaten-c%d", i), "kabupaten")
	}
	w.files["content/tentang.md"] = "+++\njudul = \"Tentang\"\n+++\n\nTeks.\n"
	return w
}

func (w *edited) addInstitution(slug, kind string) {
	parent := ""
	if kind != "provinsi" {
		parent = "induk = \"provinsi-contoh\"\n"
	}
	w.files["data/instansi/"+slug+"/instansi.toml"] = fmt.Sprintf("nama = \"%s Rekaan\"\njenis = \"%s\"\n%s", slug, kind, parent)
	for year := 2018; year <= 2024; year += 3 {
		instrument := "contoh"
		if year < 2020 {
			instrument = "kedua"
		}
		w.files[fmt.Sprintf("data/instansi/%s/%d.toml", slug, year)] = fmt.Sprintf("instrumen = \"%s\"\n[tingkat.akhir]\nI01 = %d\nI02 = %d\n", instrument, w.level(), w.level())
	}
}

func (w *edited) level() int { return 1 + w.random.Intn(5) }

// pick is one of the files whose name fits; "" where none does.
func (w *edited) pick(pattern string) string {
	fits := regexp.MustCompile(pattern)
	var names []string
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		if fits.MatchString(name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return names[w.random.Intn(len(names))]
}

// The sorts of files that are edited.
const (
	yearFiles        = `^data/instansi/.*/20\d\d\.toml$`
	institutionFiles = `/instansi\.toml$`
)

// replace puts something else in the place of a pattern in one of the files.
func (w *edited) replace(files, pattern, with string) string {
	name := w.pick(files)
	if name == "" {
		return "nothing: there is none"
	}
	w.files[name] = regexp.MustCompile(pattern).ReplaceAllString(w.files[name], with)
	return name
}

// edit changes something and says what.
func (w *edited) edit() string {
	w.past = append(w.past, maps.Clone(w.files))
	w.count++
	sorts := []struct {
		name string
		edit func() string
	}{
		{"level", func() string { return w.replace(yearFiles, `I01 = \d`, fmt.Sprintf("I01 = %d", w.level())) }},
		{"level", func() string { return w.replace(yearFiles, `I02 = \d`, fmt.Sprintf("I02 = %d", w.level())) }},
		{"published", func() string {
			return w.replace(yearFiles, `\n\[tingkat`, fmt.Sprintf("\n[terbit]\nindeks = %d.%d0\n[tingkat", 1+w.random.Intn(4), w.random.Intn(10)))
		}},
		{"name", func() string {
			return w.replace(institutionFiles, `(?m)^nama = .*$`, fmt.Sprintf("nama = \"Nama Rekaan %d\"", w.count))
		}},
		{"target", func() string {
			return w.replace(institutionFiles, `(?s)$`, fmt.Sprintf("[target]\n2027 = %d.50\n", 1+w.random.Intn(4)))
		}},
		{"kind", func() string { return w.replace(institutionFiles, `jenis = "kota"`, `jenis = "kabupaten"`) }},
		{"kind", func() string { return w.replace(institutionFiles, `jenis = "kabupaten"`, `jenis = "kota"`) }},
		{"parent", func() string { return w.replace(institutionFiles, `induk = .*\n`, "") }},
		{"group", w.group},
		{"instrument", func() string {
			return w.replace(`^data/instrumen/`, `nama = "Satu.*"`, fmt.Sprintf("nama = \"Satu %d\"", w.count))
		}},
		{"weight", func() string {
			name := w.pick(`^data/instrumen/`)
			w.files[name] = strings.NewReplacer("bobot = 60", "bobot = 40", "bobot = 40", "bobot = 60").Replace(w.files[name])
			return name
		}},
		{"portal", func() string {
			return w.replace(`^data/portal`, `judul = .*`, fmt.Sprintf("judul = \"Portal Contoh %d\"", w.count))
		}},
		{"text", func() string {
			return w.replace(`\.md$`, `(?s)$`, fmt.Sprintf("\nAlinea **%d**.\n", w.count))
		}},
		{"text of an institution", func() string {
			slug := strings.Split(w.pick(institutionFiles), "/")[2]
			w.files["content/instansi/"+slug+".md"] = fmt.Sprintf("+++\njudul = \"Keterangan\"\n+++\nTeks %d.\n", w.count)
			return slug
		}},
		{"layout", w.layout},
		{"words", func() string {
			w.files["themes/default/i18n/id.toml"] = fmt.Sprintf("[kerangka]\nkaki = \"Kaki %d\"\n", w.count)
			return ""
		}},
		{"addition", func() string {
			w.addInstitution(fmt.Sprintf("kota-baru%d", w.count), "kota")
			return ""
		}},
		{"addition of a year", func() string {
			folder := filepath.Dir(w.pick(institutionFiles))
			w.files[filepath.ToSlash(folder)+"/2022.toml"] = "instrumen = \"contoh\"\n[tingkat.akhir]\nI01 = 5\nI02 = 5\n"
			return folder
		}},
		{"deletion of a year", func() string {
			name := w.pick(yearFiles)
			delete(w.files, name)
			return name
		}},
		{"deletion", func() string { return w.move("") }},
		{"rename", func() string { return w.move(fmt.Sprintf("kota-lain%d", w.count)) }},
		{"deletion of a text", func() string {
			name := w.pick(`^(content|themes)/`)
			delete(w.files, name)
			return name
		}},
		{"undone", func() string {
			w.files = maps.Clone(w.past[w.random.Intn(len(w.past))])
			return ""
		}},
		{"nothing", func() string { return "" }},
		{"hand", w.hand},
		{"hand", w.hand},
		{"output gone", func() string { w.must(os.RemoveAll(filepath.Join(w.dir, "public"))); return "" }},
		{"hand in the spare", func() string { return w.handIn(filepath.Join(".rapor", "public", "cadangan")) }},
		{"hand in the store", func() string { return w.handIn(filepath.Join(".rapor", "public", "isi")) }},
		{"memory gone", func() string { w.must(os.RemoveAll(filepath.Join(w.dir, ".rapor"))); return "" }},
		{"memory damaged", w.damage},
	}
	s := sorts[w.random.Intn(len(sorts))]
	return s.name + " " + s.edit()
}

func (w *edited) group() string {
	if name := w.pick(`^data/kelompok/`); name != "" && w.random.Intn(2) == 0 {
		delete(w.files, name)
		return name
	}
	a, b := strings.Split(w.pick(institutionFiles), "/")[2], strings.Split(w.pick(institutionFiles), "/")[2]
	w.files["data/kelompok/satu.toml"] = fmt.Sprintf("nama = \"Kelompok %d\"\nanggota = [\"%s\", \"%s\"]\n", w.count, a, b)
	return a + " " + b
}

func (w *edited) layout() string {
	layout := []string{"edition", "institution", "home"}[w.random.Intn(3)] + ".html"
	text, err := os.ReadFile("../../themes/default/layouts/" + layout)
	w.must(err)
	w.files["themes/default/layouts/"+layout] = string(text) + fmt.Sprintf("<p>Tambahan %d</p>\n", w.count)
	return layout
}

// move gives an institution's folder another name, or none.
func (w *edited) move(slug string) string {
	folder := filepath.ToSlash(filepath.Dir(w.pick(`^data/instansi/k.*/instansi\.toml$`))) + "/"
	for name, text := range maps.Clone(w.files) {
		if rest, ok := strings.CutPrefix(name, folder); ok {
			delete(w.files, name)
			if slug != "" {
				w.files["data/instansi/"+slug+"/"+rest] = text
			}
		}
	}
	return folder
}

// hand does to the published files what people do: it writes into one, keeping
// its size and its time; cuts it; deletes it; touches it.
func (w *edited) hand() string { return w.handIn("public") }

func (w *edited) handIn(tree string) string {
	var names []string
	if _, err := os.Stat(filepath.Join(w.dir, tree)); err != nil {
		return "nothing is there"
	}
	for name := range treeOf(w.t, filepath.Join(w.dir, tree)) {
		if name != "manifest.json" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	if len(names) == 0 {
		return "nothing is there"
	}
	name := filepath.Join(w.dir, tree, filepath.FromSlash(names[w.random.Intn(len(names))]))
	info, err := os.Stat(name)
	w.must(err)
	content, err := os.ReadFile(name)
	w.must(err)
	switch w.random.Intn(4) {
	case 0:
		if len(content) > 0 {
			content[w.random.Intn(len(content))] ^= 1
		}
		w.must(os.WriteFile(name, content, 0o644)) // through every name that the file has
		w.must(os.Chtimes(name, info.ModTime(), info.ModTime()))
	case 1:
		w.must(os.Truncate(name, info.Size()/2))
	case 2:
		w.must(os.Remove(name))
	case 3:
		w.must(os.Chmod(name, 0o600))
	}
	return name
}

func (w *edited) damage() string {
	name := filepath.Join(w.dir, ".rapor", "public", "ingatan")
	content, err := os.ReadFile(name)
	if err != nil || len(content) == 0 {
		return "there is none"
	}
	content[w.random.Intn(len(content))] ^= 1
	w.must(os.WriteFile(name, content, 0o644))
	return ""
}

func (w *edited) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// check builds on what is there and cleanly, and compares.
func (w *edited) check(what string) {
	w.t.Helper()
	for _, folder := range []string{"data", "content", "themes"} {
		w.must(os.RemoveAll(filepath.Join(w.dir, folder)))
		w.must(os.MkdirAll(filepath.Join(w.dir, folder), 0o755))
	}
	for name, text := range w.files {
		file := filepath.Join(w.dir, filepath.FromSlash(name))
		w.must(os.MkdirAll(filepath.Dir(file), 0o755))
		w.must(os.WriteFile(file, []byte(text), 0o644))
	}
	code, said := w.build("public")
	clean, cleanSaid := w.build("bersih", "--no-cache")
	if code != clean {
		w.t.Fatalf("%s: exit code %d, of a clean build %d\n%s\n%s", what, code, clean, said, cleanSaid)
	}
	if code != exitFine { // no such portal: back to the last one
		w.files = w.past[len(w.past)-1]
		return
	}
	got, want := treeOf(w.t, filepath.Join(w.dir, "public")), treeOf(w.t, filepath.Join(w.dir, "bersih"))
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if !bytes.Equal(got[name], want[name]) {
			w.t.Fatalf("%s: %s is not as a clean build makes it", what, name)
		}
	}
	if len(got) != len(want) {
		w.t.Fatalf("%s: %d files, a clean build makes %d", what, len(got), len(want))
	}
	w.must(os.RemoveAll(filepath.Join(w.dir, "bersih")))
}

func (w *edited) build(out string, flags ...string) (int, string) {
	return rapor(append([]string{"build", "--quiet", "--lang=en", "--data", filepath.Join(w.dir, "data"), "--content", filepath.Join(w.dir, "content"),
		"--themes", filepath.Join(w.dir, "themes"), "--out", filepath.Join(w.dir, out)}, flags...)...)
}
