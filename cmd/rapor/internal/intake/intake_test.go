package intake

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

var update = flag.Bool("update", false, "write what comes out into testdata")

// TestTables runs each testdata/*.txtar: tabel.csv is imported into data/, and
// what comes out is jadi/ (every file that changes, whole) and pesan.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d archives, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			given, want := parts(a)
			got := &txtar.Archive{Comment: a.Comment, Files: given}
			got.Files = append(got.Files, outcome(t, a)...)
			if *update {
				if err := os.WriteFile(name, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if g, w := string(txtar.Format(got)), string(txtar.Format(&txtar.Archive{Comment: a.Comment, Files: append(given, want...)})); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
		})
	}
}

// parts tells what an archive gives from what it wants.
func parts(a *txtar.Archive) (given, want []txtar.File) {
	for _, f := range a.Files {
		if f.Name == "tabel.csv" || strings.HasPrefix(f.Name, "data/") {
			given = append(given, f)
		} else {
			want = append(want, f)
		}
	}
	return slices.Clip(given), want
}

func outcome(t *testing.T, a *txtar.Archive) (out []txtar.File) {
	t.Helper()
	opt := Options{File: "tabel.csv", SkipNotes: strings.Contains(string(a.Comment), "\ntanpa-catatan\n")}
	head, _, _ := strings.Cut(string(a.Comment), "\n")
	opt.Form = Form(strings.TrimPrefix(head, "bentuk: "))
	data := fstest.MapFS{}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, "data/"); ok {
			data[name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
		}
		if f.Name == "tabel.csv" {
			opt.Reader = bytes.NewReader(f.Data)
		}
	}
	opt.Data = data
	plan, problems, err := Import(opt)
	if err != nil {
		t.Fatal(err)
	}
	if problems.HasErrors() && len(plan.Files) > 0 {
		t.Error("files planned in spite of errors")
	}
	if told := messages(problems, plan.Notes); told != "" {
		out = append(out, txtar.File{Name: "pesan", Data: []byte(told)})
	}
	for _, f := range plan.Files {
		out = append(out, txtar.File{Name: "jadi/" + f.Path, Data: f.New})
	}
	again(t, opt, data, plan)
	return out
}

// again imports once more into what came out: nothing may be left to do.
func again(t *testing.T, opt Options, data fstest.MapFS, plan Plan) {
	t.Helper()
	for _, f := range plan.Files {
		data[f.Path] = &fstest.MapFile{Data: f.New, Mode: 0o644}
	}
	if _, err := opt.Reader.(*bytes.Reader).Seek(0, 0); err != nil {
		t.Fatal(err)
	}
	second, problems, err := Import(opt)
	if err != nil || len(plan.Files) > 0 && problems.HasErrors() || len(second.Files) > 0 {
		t.Errorf("a second import is not idle: %d files, %s %v", len(second.Files), messages(problems, nil), err)
	}
}

// messages prints problems and notes as the command does, in Indonesian.
func messages(problems diag.List, notes []Note) string {
	var b strings.Builder
	w := lang.Wording{Code: "id"}
	if err := problems.Print(&b, w); err != nil {
		panic(err)
	}
	for _, n := range notes {
		fmt.Fprintln(&b, w.Text(n.Key, n.Args...))
	}
	return b.String()
}

// portal is a data folder with one institution and one instrument.
func portal() fstest.MapFS {
	return fstest.MapFS{
		"portal.toml": {Data: []byte("[jenis.kota]\nnama = \"Kota\"\n")},
		"instrumen/norma-1.toml": {Data: []byte(`tahun = { mulai = 2021, sampai = 2025 }
[tingkat]
min = 1
max = 5
[predikat.sangat-baik]
nama = "Sangat Baik"
[predikat.baik]
nama = "Baik"
[domain.D1]
[domain.D2]
[aspek.A1]
[indikator.I01]
[indikator.I02]
`)},
		"instansi/kota-contoh/instansi.toml": {Data: []byte("nama = \"Kota Contoh\"\njenis = \"kota\"\n")},
		"instansi/kota-contoh/2024.toml":     {Data: []byte("instrumen = \"norma-1\"\n[terbit]\nindeks = 3.70\n")},
	}
}

func TestRowOrderIsOfNoMatterBetweenInstitutions(t *testing.T) {
	header := "slug,tahun,instrumen,indeks,D2,D1,sumber\n"
	rows := []string{"kota-contoh,2023,norma-1,2.1,3,2,A\n", "kota-contoh,2022,norma-1,1.1,,,B\n", "kota-awal,2022,norma-1,3,,,C\n", "kota-awal,2021,norma-1,2,,1,D\n"}
	data := portal()
	data["instansi/kota-awal/instansi.toml"] = data["instansi/kota-contoh/instansi.toml"]
	import1 := func(rows []string) string {
		plan, problems, err := Import(Options{Form: FormResults, File: "t.csv", Reader: strings.NewReader(header + strings.Join(rows, "")), Data: data})
		if err != nil || problems.HasErrors() {
			t.Fatal(messages(problems, nil), err)
		}
		var b strings.Builder
		if err := plan.Diff(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	want := import1(rows)
	for range 3 {
		rows = append(rows[1:], rows[0])
		if got := import1(rows); got != want {
			t.Errorf("rows %v give\n%s\nwant\n%s", rows, got, want)
		}
	}
}

func TestTheFirstRowOfAYearIsTheOfficialOne(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"3.86", "3.85", "indeks = 3.86"},
		{"3.85", "3.86", "indeks = 3.85"},
	} {
		plan, problems, err := Import(Options{Form: FormResults, File: "t.csv", Data: portal(), Reader: strings.NewReader(
			"slug,tahun,instrumen,indeks,sumber\nkota-contoh,2023,norma-1," + c.a + ",A\nkota-contoh,2023,norma-1," + c.b + ",B\n")})
		if err != nil || problems.HasErrors() || !strings.Contains(string(plan.Files[0].New), "[terbit]\n"+c.want) {
			t.Errorf("%+v: %s %v %v", c, messages(problems, nil), plan.Files, err)
		}
	}
}
