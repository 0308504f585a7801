package intake

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestWorkbooks imports the workbooks of testdata/lembar: tables as offices hold
// them, made by LibreOffice from the notation beside them (see fods_sistem_test.go).
// The first line of an archive names the form and what the table leaves unsaid;
// what comes out is pesan and jadi/, as in TestTables. All share portal.txtar.
//
// After a change of a notation, make the workbooks again:
//
//	go test -tags sistem ./cmd/rapor/internal/intake -run TestWorkbooksAreMadeByLibreOffice -update
func TestWorkbooks(t *testing.T) {
	files, err := filepath.Glob("testdata/lembar/*.xlsx")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d workbooks, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".xlsx"), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			archive := strings.TrimSuffix(name, ".xlsx") + ".txtar"
			a, err := txtar.ParseFile(archive)
			if err != nil {
				t.Fatal(err)
			}
			given := a.Files[:1:1]
			if given[0].Name != "lembar" {
				t.Fatalf("%s does not begin with its notation", archive)
			}
			got := &txtar.Archive{Comment: a.Comment, Files: append(given, bookOutcome(t, a, src)...)}
			if *update {
				if err := os.WriteFile(archive, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if g, w := string(txtar.Format(got)), string(txtar.Format(a)); g != w && !*update {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
		})
	}
}

func bookOutcome(t *testing.T, a *txtar.Archive, src []byte) (out []txtar.File) {
	t.Helper()
	opt := optionsOf(string(a.Comment))
	opt.File, opt.Reader, opt.Data = "buku.xlsx", bytes.NewReader(src), sharedPortal(t)
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
	again(t, opt, opt.Data.(fstest.MapFS), plan)
	return out
}

// optionsOf reads "hasil tahun=2024 sumber=Laporan".
func optionsOf(comment string) Options {
	head, _, _ := strings.Cut(comment, "\n")
	form, rest, _ := strings.Cut(head, " ")
	opt := Options{Form: Form(form), Common: map[string]string{}}
	for part := range strings.SplitSeq(rest, ";") {
		switch key, value, _ := strings.Cut(strings.TrimSpace(part), "="); key {
		case "":
		case "lembar":
			opt.Sheet = value
		case "abaikan":
			opt.Ignore = append(opt.Ignore, value)
		default:
			opt.Common[key] = value
		}
	}
	return opt
}

func sharedPortal(t *testing.T) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile("testdata/lembar/portal.txtar")
	if err != nil {
		t.Fatal(err)
	}
	data := fstest.MapFS{}
	for _, f := range a.Files {
		data[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	return data
}
