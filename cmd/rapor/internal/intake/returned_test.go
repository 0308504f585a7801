package intake

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/sample"
	"rapor/cmd/rapor/internal/toml"
)

// units is the sample portal of work units, and its data folder in memory.
func units(t *testing.T) (*maturity.Dataset, fstest.MapFS) {
	t.Helper()
	folder, err := fs.Sub(sample.OPD(), "data")
	if err != nil {
		t.Fatal(err)
	}
	set, problems, err := load.Load(load.Source{Data: folder, DataName: "data"})
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	data := fstest.MapFS{}
	err = fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := fs.ReadFile(folder, name)
		data[name] = &fstest.MapFile{Data: src, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return set, data
}

// filledSheet writes into a unit's form as a person would: into the cells below
// the column heads.
func filledSheet(t *testing.T, b Blank, write func(set func(indicator int, head, text string))) []byte {
	t.Helper()
	var form bytes.Buffer
	if err := b.Form().Write(&form); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&form)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("Isian")
	if err != nil {
		t.Fatal(err)
	}
	column, line := map[string]int{}, map[string]int{}
	for i, row := range rows {
		for j, text := range row {
			if row[0] == formCode {
				column[text] = j + 1
			}
		}
		if len(row) > 0 {
			line[row[0]] = i + 1
		}
	}
	write(func(indicator int, head, text string) {
		cell, err := excelize.CoordinatesToCellName(column[head], line[b.Instrument.Indicators[indicator].ID])
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStr("Isian", cell, text); err != nil {
			t.Fatal(err)
		}
	})
	var out bytes.Buffer
	if _, err := f.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// levelFor is what unit u answers to indicator i.
func levelFor(u, i int) string { return number(1 + (u*7+i*3)%5) }

// returned is the folder with every unit's filled sheet.
func returned(t *testing.T, set *maturity.Dataset) (fstest.MapFS, []Blank) {
	t.Helper()
	folder := fstest.MapFS{"~$terkunci.xlsx": {Data: []byte("x")}, "baca-saya.txt": {Data: []byte("x")}}
	var blanks []Blank
	for _, inst := range set.Institutions {
		if inst.Kind == "pemerintah-kota" {
			continue
		}
		b := Blank{inst, set.Instrument("contoh-opd"), 2026, maturity.StageSelf}
		u := len(blanks)
		blanks = append(blanks, b)
		folder["unit/"+FormName(b)] = &fstest.MapFile{Data: filledSheet(t, b, func(write func(int, string, string)) {
			for i := range b.Instrument.Indicators {
				write(i, formLevel, levelFor(u, i))
			}
			write(0, formEvidence, "SK Kepala\nNotula rapat")
			write(0, formLink, "https://contoh.example/sk")
			write(1, formNote, "Sedang disusun.\nSelesai bulan depan.")
		})}
	}
	return folder, blanks
}

func TestFortyOneSheetsComeBack(t *testing.T) {
	set, data := units(t)
	folder, blanks := returned(t, set)
	if len(blanks) != 41 {
		t.Fatalf("%d units", len(blanks))
	}
	opt := Options{File: "masuk", DataName: "data", Data: data}
	plan, problems, err := ImportFolder(opt, folder)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, messages(problems, plan.Notes))
	}
	if len(plan.Files) != 41 {
		t.Fatalf("%d files", len(plan.Files))
	}
	for u, b := range blanks {
		root := yearIn(t, plan, b)
		for i := range b.Instrument.Indicators {
			if got := root.Get("tingkat").Get("mandiri").Get(b.Instrument.Indicators[i].ID); got == nil || got.Text != levelFor(u, i) {
				t.Fatalf("%s %s: %v, want %s", b.Institution.Slug, b.Instrument.Indicators[i].ID, got, levelFor(u, i))
			}
		}
		first := root.Get("indikator").Get(b.Instrument.Indicators[0].ID).Get("bukti")
		if len(first.Keys) != 2 || first.Get("sk-kepala").Get("url").Text != "https://contoh.example/sk" || root.Get("belum_lengkap") != nil {
			t.Errorf("%s: %v", b.Institution.Slug, first.Keys)
		}
	}
	for _, f := range plan.Files {
		data[f.Path] = &fstest.MapFile{Data: f.New, Mode: 0o644}
	}
	set, problems, err = load.Load(load.Source{Data: data, DataName: "data"})
	if err != nil || problems.HasErrors() || set.Institution(blanks[3].Institution.Slug).In(2026) == nil {
		t.Errorf("what came back does not load: %v %v", err, problems.Sorted())
	}
	second, problems, err := ImportFolder(opt, folder)
	if err != nil || problems.HasErrors() || len(second.Files) > 0 {
		t.Errorf("a second import is not idle: %d files, %v", len(second.Files), problems.Sorted())
	}
}

func yearIn(t *testing.T, plan Plan, b Blank) *toml.Node {
	t.Helper()
	for _, f := range plan.Files {
		if f.Path == fmt.Sprintf("instansi/%s/%d.toml", b.Institution.Slug, b.Year) {
			root, problems := toml.Parse(f.Path, f.New)
			if problems.HasErrors() {
				t.Fatal(problems.Sorted())
			}
			return root
		}
	}
	t.Fatalf("no file of %s", b.Institution.Slug)
	return nil
}

func TestThreeSpoiltSheetsAmongFortyOneStopAllAndAreNamed(t *testing.T) {
	set, data := units(t)
	folder, blanks := returned(t, set)
	spoil := func(i int) string { return "unit/" + FormName(blanks[i]) }
	folder[spoil(4)].Data = folder[spoil(4)].Data[:2000]
	folder[spoil(11)].Data = filledSheet(t, blanks[11], func(write func(int, string, string)) {
		write(0, formLevel, "7")
		write(2, formLevel, "tiga")
		write(3, formLink, "https://contoh.example/tanpa-judul")
	})
	folder[spoil(30)].Data = folder[spoil(31)].Data
	plan, problems, err := ImportFolder(Options{File: "masuk", DataName: "data", Data: data}, folder)
	if err != nil || len(plan.Files) > 0 {
		t.Fatal(err, len(plan.Files))
	}
	var got strings.Builder
	for _, p := range problems.Sorted() {
		got.WriteString(p.Pos.String() + " " + p.Key + "\n")
	}
	name := func(i int) string { return "masuk/" + spoil(i) }
	want := name(4) + " sheet-cut-off\n" + name(11) + "!Isian!E7 intake-off-scale\n" + name(11) + "!Isian!E9 intake-not-a-number\n" +
		name(11) + "!Isian!G10 intake-evidence-title\n" + name(31) + " intake-form-twice\n"
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

func TestAHalfFilledSheetMarksTheYearAndNeverUnmakesAWholeOne(t *testing.T) {
	set, data := units(t)
	in := set.Instrument("contoh-opd")
	unit := set.Institution("dinas-kesehatan")
	half := func(year int) fstest.MapFS {
		b := Blank{unit, in, year, maturity.StageSelf}
		return fstest.MapFS{"a.xlsx": {Data: filledSheet(t, b, func(write func(int, string, string)) { write(0, formLevel, "3"); write(0, formUnit, "Bidang TIK") })}}
	}
	plan, problems, err := ImportFolder(Options{File: "masuk", Data: data}, half(2026))
	if err != nil || problems.HasErrors() || len(plan.Files) != 2 || !strings.Contains(string(plan.Files[0].New), "belum_lengkap = true") {
		t.Errorf("%v %s %v", err, messages(problems, plan.Notes), plan.Files)
	}
	if got := string(plan.Files[1].New); !strings.Contains(got, "[penanggung_jawab]\nI01 = \"Bidang TIK\"") {
		t.Error(got)
	}
	data["instansi/dinas-kesehatan/2026.toml"] = &fstest.MapFile{Data: []byte("instrumen = \"contoh-opd\"\n[terbit]\nindeks = 3.00\n")}
	_, problems, err = ImportFolder(Options{File: "masuk", Data: data}, half(2026))
	if all := problems.Sorted(); err != nil || len(all) != 1 || all[0].Key != "intake-form-incomplete" {
		t.Errorf("%v %v", err, all)
	}
	empty := fstest.MapFS{"a.xlsx": {Data: filledSheet(t, Blank{unit, in, 2027, maturity.StageSelf}, func(func(int, string, string)) {})}}
	plan, problems, err = ImportFolder(Options{File: "masuk", Data: data}, empty)
	if err != nil || problems.HasErrors() || len(plan.Files) != 0 {
		t.Errorf("an empty sheet: %v %v", err, problems.Sorted())
	}
}

func TestAFormShowsWhatIsKnown(t *testing.T) {
	set, _ := units(t)
	b := Blank{set.Institution("dinas-kesehatan"), set.Instrument("contoh-opd"), 2025, maturity.StageSelf}
	f := b.Form()
	row := f.Rows[1].Cells
	last := b.Institution.In(2024)
	if want := fmt.Sprintf("2024: mandiri %s", shortFigure(last.Stages[0].Levels[0].Hundredths())); !strings.HasPrefix(row[3], want) {
		t.Errorf("%q, want %q", row[3], want)
	}
	if row[0] != "I01" || !strings.HasPrefix(row[2], "1 ") || strings.Count(row[2], "\n") != 4 || strings.Join(f.Columns[4].Choices, "") != "12345" {
		t.Errorf("%q", row)
	}
}

func TestANewAssessmentListsEveryIndicatorAndLoads(t *testing.T) {
	set, data := units(t)
	b := Blank{set.Institution("dinas-kesehatan"), set.Instrument("contoh-opd"), 2026, maturity.StageSelf}
	f := NewAssessment(b)
	data[f.Path] = &fstest.MapFile{Data: f.New}
	after, problems, err := load.Load(load.Source{Data: data, DataName: "data"})
	if err != nil || problems.HasErrors() || !after.Institution("dinas-kesehatan").In(2026).Incomplete {
		t.Fatal(err, problems.Sorted())
	}
	text := string(f.New)
	for i := range b.Instrument.Indicators {
		in := b.Instrument.Indicators[i]
		if !strings.Contains(text, "# "+in.ID+" "+in.Name.Base) || !strings.Contains(text, "\n# "+in.ID+" =\n") {
			t.Errorf("%s is missing", in.ID)
		}
		text = strings.Replace(text, "\n# "+in.ID+" =\n", "\n"+in.ID+" = 3\n", 1)
	}
	data[f.Path] = &fstest.MapFile{Data: []byte(strings.Replace(text, "belum_lengkap = true", "# selesai", 1))}
	after, problems, err = load.Load(load.Source{Data: data, DataName: "data"})
	if err != nil || problems.HasErrors() || after.Institution("dinas-kesehatan").In(2026).Incomplete {
		t.Errorf("filled in as the comments say, it does not load: %v %v", err, problems.Sorted())
	}
}

func TestANewInstitutionLoads(t *testing.T) {
	_, data := units(t)
	for _, parent := range []string{"", "kota-contoh-fiktif"} {
		f := NewInstitution("dinas-baru", "Dinas \"Baru\"", "dinas", parent)
		data[f.Path] = &fstest.MapFile{Data: f.New}
		var problems diag.List
		root, list := toml.Parse(f.Path, f.New)
		problems.Merge(list)
		if root == nil || problems.HasErrors() || root.Get("nama").Text != "Dinas \"Baru\"" {
			t.Error(problems.Sorted())
		}
	}
}
