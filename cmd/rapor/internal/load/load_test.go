package load

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

var update = flag.Bool("update", false, "write what is found into the test archives")

// portalToml and instrumenToml are the smallest that load; archives that say
// nothing of their own get them.
const (
	portalTOML = `judul = "Contoh"
pemilik = "Dinas Contoh"
alamat = "https://contoh.example/"
bahasa = ["id"]
[jenis.kota]
nama = "Kota"
urutan = 1
`
	instrumentTOML = `nama = "Instrumen Contoh"
singkatan = "Contoh"
indeks = "Indeks"
tahun = { mulai = 2020 }
[tingkat]
min = 1
max = 5
[predikat.baik]
nama = "Baik"
min = 2.6
[predikat.kurang]
nama = "Kurang"
min = 1
[domain.D1]
nama = "Domain"
bobot = 100
[aspek.A1]
domain = "D1"
nama = "Aspek"
bobot = 100
[indikator.I01]
aspek = "A1"
nama = "Satu"
bobot = 60
[indikator.I02]
aspek = "A1"
nama = "Dua"
bobot = 40
`
)

// filesOf makes the data folder of an archive. Its files stand below data/ and
// content/; want is the list of problems.
func filesOf(archive *txtar.Archive) (data, content fstest.MapFS, want string) {
	data = fstest.MapFS{"portal.toml": {Data: []byte(portalTOML)}, "instrumen/contoh.toml": {Data: []byte(instrumentTOML)}}
	content = fstest.MapFS{}
	for _, f := range archive.Files {
		name, inData := strings.CutPrefix(f.Name, "data/")
		text, inContent := strings.CutPrefix(f.Name, "content/")
		switch {
		case inData:
			data[name] = &fstest.MapFile{Data: f.Data}
		case inContent:
			content[text] = &fstest.MapFile{Data: f.Data}
		case f.Name == "want":
			want = string(f.Data)
		}
	}
	return data, content, want
}

func TestProblemsOfEverySort(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives", err)
	}
	for _, name := range archives {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			data, content, want := filesOf(archive)
			_, problems, err := Load(Source{Data: data, DataName: "data", Content: content, ContentName: "content"})
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			if err := problems.Print(&got, lang.Wording{Code: "id"}); err != nil {
				t.Fatal(err)
			}
			if *update {
				archive.Files[len(archive.Files)-1].Data = []byte(got.String())
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got.String() != want {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

func mustLoad(t *testing.T, data fstest.MapFS) *maturity.Dataset {
	t.Helper()
	set, problems, err := Load(Source{Data: data, DataName: "data"})
	if err != nil {
		t.Fatal(err)
	}
	if problems.HasErrors() {
		var b strings.Builder
		_ = problems.Print(&b, lang.Wording{Code: "en"})
		t.Fatal(b.String())
	}
	return set
}

func small(year string) fstest.MapFS {
	return fstest.MapFS{
		"portal.toml":               {Data: []byte(portalTOML)},
		"instrumen/contoh.toml":     {Data: []byte(instrumentTOML)},
		"instansi/a/instansi.toml":  {Data: []byte("nama = \"A\"\njenis = \"kota\"\n")},
		"instansi/a/2024.toml":      {Data: []byte(year)},
		"instansi/b/instansi.toml":  {Data: []byte("nama = \"B\"\njenis = \"kota\"\n")},
		".gitignore":                {Data: []byte("x")},
		"data.go":                   {Data: []byte("package data")},
		"instansi/a/.2023.toml.swp": {Data: []byte("x")},
	}
}

func TestEveryKeyOfTheFormatLoads(t *testing.T) {
	data := fstest.MapFS{}
	archive, err := txtar.ParseFile("testdata/full/format.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		data[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	set := mustLoad(t, data)
	inst := set.Institution("kota-contoh")
	a := inst.In(2024)
	in := a.Instrument
	switch {
	case set.Portal.BaseURL != "https://spbe.example.go.id/portal/" || set.Portal.Kind("kota").Family.Base != "Pemerintah Daerah":
		t.Errorf("portal: %+v", set.Portal)
	case set.Portal.ShareTargets[0].Percent != 6000 || set.Portal.Guard.LostYears != 2:
		t.Errorf("targets and guard: %+v", set.Portal)
	case in.BasisIn(2023) != maturity.BasisRounded || in.BasisIn(2024) != maturity.BasisExact:
		t.Error("basis by year")
	case in.Indicators[0].Weight != 600_000 || in.Bands[0].ID != "kurang" || in.LevelName(0, maturity.LevelOf(300)).Base != "Terdefinisi":
		t.Errorf("instrument: %+v", in)
	case len(in.Equivalents) != 1 || in.Equivalents[0].From != "I09":
		t.Errorf("equivalents: %+v", in.Equivalents)
	case inst.KindIn(2023) != "lembaga" || inst.KindIn(2024) != "kota" || inst.Tile.Column != 8 || inst.Targets[0].Index != 300:
		t.Errorf("institution: %+v", inst)
	case inst.Targets[0].Source == nil || inst.Targets[0].Source.Title != "Rencana" || inst.Plans[0].Due != "2023-12-31" || inst.Responsible["I01"] != "dinas":
		t.Errorf("institution: %+v", inst)
	case *a.Published.Index != 370 || a.Published.Band != "baik" || a.Published.Domains["D1"] != 470 || a.Published.Aspects["A1"] != 390:
		t.Errorf("published: %+v", a.Published)
	case a.Published.Spread.Total != 616 || *a.Published.Spread.GoodOrUp != 82:
		t.Errorf("spread: %+v", a.Published.Spread)
	case len(a.Others) != 1 || *a.Others[0].Index != 385 || a.Others[0].Title != "LAKIP 2023":
		t.Errorf("others: %+v", a.Others)
	case len(a.Stages) != 2 || a.Stages[0].Stage != maturity.StageSelf || a.Result().Levels[0] != maturity.LevelOf(300):
		t.Errorf("stages: %+v", a.Stages)
	case len(a.Notes) != 1 || a.Notes[0].Open || !a.Notes[0].Evidence[0].Present:
		t.Errorf("notes: %+v", a.Notes)
	case !a.Sources[0].Unchecked() || a.Sources[0].Reference != "Tabel 43 nomor 1":
		t.Errorf("sources: %+v", a.Sources)
	case set.Groups[0].Members[0] != "kota-contoh" || set.Corrections[0].Before != "188":
		t.Errorf("groups and corrections")
	}
	if text, lang := in.Indicators[0].Name.In("en"); text != "One" || lang != "en" {
		t.Errorf("translated name: %q in %q", text, lang)
	}
	if text, lang := in.Indicators[1].Name.In("en"); text != "Dua" || lang != "id" {
		t.Errorf("untranslated name: %q in %q", text, lang)
	}
}

func TestNothingKeptBackSurvivesPublic(t *testing.T) {
	set := mustLoad(t, small(`instrumen = "contoh"
[terbit]
indeks = 3.00
[indikator.I01]
catatan = "rahasia"
terbuka = false
[indikator.I02]
catatan = "umum"
`))
	Public(set, false)
	if notes := set.Institutions[0].Assessments[0].Notes; len(notes) != 1 || notes[0].Note != "umum" {
		t.Errorf("%+v", notes)
	}
	draft := small("instrumen = \"contoh\"\ndraf = true\n[terbit]\nindeks = 3.00\n")
	set = mustLoad(t, draft)
	if Public(set, true); len(set.Institutions[0].Assessments) != 1 {
		t.Error("a draft that was asked for is gone")
	}
	if Public(set, false); len(set.Institutions[0].Assessments) != 0 {
		t.Error("a draft is left")
	}
}

func TestDigestIsThatOfTheFilesInARow(t *testing.T) {
	year := "instrumen = \"contoh\"\n[terbit]\nindeks = 3.00\n"
	unix := mustLoad(t, small(year)).Institutions[0].Assessments[0].Digest
	windows := mustLoad(t, small("\xef\xbb\xbf"+strings.ReplaceAll(year, "\n", "\r\n"))).Institutions[0].Assessments[0].Digest
	if unix != windows {
		t.Error("the same text saved on Windows has another digest")
	}
	if want := digest([]byte(year + "nama = \"A\"\njenis = \"kota\"\n" + instrumentTOML)); unix != want {
		t.Errorf("got %s, want %s", unix, want)
	}
}

func TestLinksAndFoldersAreNoFiles(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"portal.toml": portalTOML, "instrumen/contoh.toml": instrumentTOML,
		"instansi/a/instansi.toml": "nama = \"A\"\njenis = \"kota\"\n", "luar.txt": "x"} {
		file := filepath.Join(dir, "data", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := filepath.Join(dir, "data", "instansi", "a", "2024.toml")
	if err := os.Symlink("../../portal.toml", link); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(filepath.Join(dir, "data"))
	if err != nil {
		t.Fatal(err)
	}
	_, problems, err := Load(Source{Data: root.FS(), DataName: "data"})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	_ = problems.Print(&b, lang.Wording{Code: "en"})
	for _, want := range []string{"data/instansi/a/2024.toml: error: not a regular file", `data/luar.txt: error: "luar.txt" is not known`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("missing %q in\n%s", want, b.String())
		}
	}
}

// locked is a folder in which one file cannot be opened.
type locked struct {
	fstest.MapFS
	name string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func TestAFileThatCannotBeReadIsNeverPassedOver(t *testing.T) {
	for _, name := range []string{"portal.toml", "portal.en.toml", "instrumen/contoh.toml", "instrumen/contoh.en.toml",
		"instansi/a/instansi.toml", "instansi/a/2024.toml", "kelompok/k.toml", "koreksi/2026-01-01-k.toml"} {
		data := small("instrumen = \"contoh\"\n[terbit]\nindeks = 3.00\n")
		for _, more := range []string{"portal.en.toml", "instrumen/contoh.en.toml", "kelompok/k.toml", "koreksi/2026-01-01-k.toml"} {
			data[more] = &fstest.MapFile{}
		}
		_, _, err := Load(Source{Data: locked{data, name}, DataName: "data"})
		if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "data/"+name) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	data := small("instrumen = \"contoh\"\n[terbit]\nindeks = 3.00\n[tingkat.akhir]\nI01 = 3\nI02 = 3\n")
	for b.Loop() {
		if _, _, err := Load(Source{Data: fs.FS(data), DataName: "data"}); err != nil {
			b.Fatal(err)
		}
	}
}
