//go:build sistem

package intake

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestWorkbooksAreMadeByLibreOffice makes every workbook of testdata/lembar anew
// and wants the same import of it as of the one that is kept. With -update it
// keeps the new ones.
func TestWorkbooksAreMadeByLibreOffice(t *testing.T) {
	archives, err := filepath.Glob("testdata/lembar/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var flat []string
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if a.Files[0].Name != "lembar" {
			continue
		}
		file := filepath.Join(dir, strings.TrimSuffix(filepath.Base(name), ".txtar")+".fods")
		if err := os.WriteFile(file, []byte(flatSheet(string(a.Files[0].Data))), 0o644); err != nil {
			t.Fatal(err)
		}
		flat = append(flat, file)
	}
	args := append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", dir}, flat...)
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	for _, file := range flat {
		made, err := os.ReadFile(strings.TrimSuffix(file, ".fods") + ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		kept := filepath.Join("testdata/lembar", strings.TrimSuffix(filepath.Base(file), ".fods"))
		if *update {
			if err := os.WriteFile(kept+".xlsx", made, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		a, err := txtar.ParseFile(kept + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		got := txtar.Format(&txtar.Archive{Files: bookOutcome(t, a, made)})
		if want := txtar.Format(&txtar.Archive{Files: a.Files[1:]}); !bytes.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", kept, got, want)
		}
	}
}

// TestSheetsSavedByLibreOfficeComeBackTheSame opens filled sheets in LibreOffice
// and saves them, as units do before they send them.
func TestSheetsSavedByLibreOfficeComeBackTheSame(t *testing.T) {
	set, data := units(t)
	all, _ := returned(t, set)
	dir := t.TempDir()
	sent := fstest.MapFS{}
	var files []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if strings.HasPrefix(name, "unit/") && len(files) < 6 {
			sent[name] = all[name]
			files = append(files, filepath.Join(dir, filepath.Base(name)))
			if err := os.WriteFile(files[len(files)-1], all[name].Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	saved := filepath.Join(dir, "saved")
	args := append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", saved}, files...)
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	want, problems, err := ImportFolder(Options{File: "x", Data: data}, sent)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	got, problems, err := ImportFolder(Options{File: "x", Data: data}, os.DirFS(saved))
	if err != nil || problems.HasErrors() || len(got.Files) != len(files) {
		t.Fatal(err, messages(problems, got.Notes))
	}
	for i := range want.Files {
		if !bytes.Equal(got.Files[i].New, want.Files[i].New) {
			t.Errorf("%s differs after it was saved:\n%s\nwant\n%s", want.Files[i].Path, got.Files[i].New, want.Files[i].New)
		}
	}
}
