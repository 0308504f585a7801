package schema

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/sample"
	"rapor/cmd/rapor/internal/toml"
)

// compiled are the schemas by sort of file.
func compiled(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	files, err := Files()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*jsonschema.Schema{}
	for _, f := range files {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Content))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource(f.Path, doc); err != nil {
			t.Fatal(err)
		}
		s, err := c.Compile(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		if s.DraftVersion != 7 {
			t.Errorf("%s is of draft %d", f.Path, s.DraftVersion)
		}
		out[strings.TrimSuffix(filepath.Base(f.Path), ".json")] = s
	}
	return out
}

// value is what a TOML plug-in hands to its schema checker.
func value(n *toml.Node) any {
	switch n.Kind {
	case toml.Table:
		out := map[string]any{}
		for _, key := range n.Keys {
			out[key] = value(n.Get(key))
		}
		return out
	case toml.Array:
		out := []any{}
		for _, item := range n.Items {
			out = append(out, value(item))
		}
		return out
	case toml.Integer, toml.Float:
		return json.Number(strings.TrimPrefix(strings.ReplaceAll(n.Text, "_", ""), "+"))
	case toml.Bool:
		return n.Text == "true"
	}
	return n.Text
}

// shapeFaults are the loader's complaints that a schema must have as well.
var shapeFaults = []string{"toml-unknown-key", "toml-unknown-key-near", "toml-missing-key", "toml-missing-table", "toml-empty-text", "toml-want-table",
	"toml-want-list", "toml-want-text", "toml-want-flag", "toml-want-day", "toml-want-number", "toml-text-for-number", "toml-array-of-tables"}

// judge holds the schema of one file against what the loader says of its shape.
func judge(t *testing.T, schemas map[string]*jsonschema.Schema, origin, name string, src []byte) (checked, refused bool) {
	t.Helper()
	kind := Kind(name)
	if kind == "" {
		return false, false
	}
	root, problems := toml.Parse(name, src)
	if root == nil || problems.HasErrors() {
		return false, false
	}
	for _, k := range load.FileKinds() {
		if k.ID == kind {
			toml.Decode(root, reflect.New(k.Type).Interface(), &problems)
		}
	}
	fault := schemas[kind].Validate(value(root))
	for _, p := range problems.Sorted() {
		if slices.Contains(shapeFaults, p.Key) && fault == nil {
			t.Errorf("%s: %s: the loader says %s, the schema nothing", origin, name, p.Key)
		}
	}
	return true, fault != nil
}

// TestSchemasTakeEveryGoodFile: the national portal, the sample portal, and a
// tree that uses every key.
func TestSchemasTakeEveryGoodFile(t *testing.T) {
	schemas := compiled(t)
	counts := map[string]int{}
	for origin, fsys := range map[string]fs.FS{"national": os.DirFS("../../../../data"), "opd": sub(t, sample.OPD(), "data"), "full": archived(t, "../load/testdata/full/format.txtar")} {
		err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".toml") {
				return err
			}
			src, err := fs.ReadFile(fsys, name)
			if err != nil {
				return err
			}
			checked, refused := judge(t, schemas, origin, name, src)
			if !checked || refused {
				root, _ := toml.Parse(name, src)
				t.Errorf("%s: %s: checked %t: %v", origin, name, checked, schemas[Kind(name)].Validate(value(root)))
			}
			counts[Kind(name)]++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, k := range load.FileKinds() {
		if counts[k.ID] == 0 {
			t.Errorf("no good file of sort %s", k.ID)
		}
	}
}

// archived is the data folder of a text archive.
func archived(t *testing.T, name string) fs.FS {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for _, f := range a.Files {
		out[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return out
}

func sub(t *testing.T, fsys fs.FS, dir string) fs.FS {
	t.Helper()
	out, err := fs.Sub(fsys, dir)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestSchemasRefuseWhatTheLoaderRefusesForItsShape goes through every bad sample
// of the loader and of the scripts.
func TestSchemasRefuseWhatTheLoaderRefusesForItsShape(t *testing.T) {
	schemas := compiled(t)
	archives, _ := filepath.Glob("../load/testdata/*.txtar")
	scripts, _ := filepath.Glob("../../testdata/script/*.txtar")
	checked, refused := 0, 0
	for _, name := range append(archives, scripts...) {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			_, below, ok := strings.Cut("/"+f.Name, "/data/")
			if !ok {
				continue
			}
			if did, no := judge(t, schemas, filepath.Base(name), below, f.Data); did {
				checked++
				if no {
					refused++
				}
			}
		}
	}
	if checked < 60 || refused < 10 {
		t.Errorf("%d samples, %d refused: too few to show anything", checked, refused)
	}
}

// TestSchemasRefuseEachSortOfFault makes one fault at a time in a good file.
func TestSchemasRefuseEachSortOfFault(t *testing.T) {
	schemas := compiled(t)
	const institution = "nama = \"A\"\njenis = \"kota\"\n"
	for _, c := range []struct{ kind, src, fault string }{
		{"instansi", institution, ""},
		{"instansi", institution + "jeniss = \"x\"\n", "unknown key"},
		{"instansi", "nama = \"A\"\n", "missing key"},
		{"instansi", "nama = \" \"\njenis = \"kota\"\n", "empty text"},
		{"instansi", institution + "mulai = \"2012\"\n", "text for a number"},
		{"instansi", institution + "[target]\nbesok = 3.0\n", "key that is no year"},
		{"instansi", institution + "[rencana.x]\njudul = \"X\"\ntahap = \"besok\"\nstatus = \"batal\"\n", "word of no list"},
		{"instansi", institution + "petak = { kolom = 1 }\n", "missing key in an inline table"},
		{"penilaian", "instrumen = \"x\"\ntanggal = 2024-12-31\n[tingkat.akhir]\nI01 = 3\n", ""},
		{"penilaian", "instrumen = \"x\"\ntanggal = \"kemarin\"\n", "text for a day"},
		{"penilaian", "instrumen = \"x\"\n[tingkat.final]\nI01 = 3\n", "unknown stage"},
		{"penilaian", "instrumen = \"x\"\n[terbit]\nkeyakinan = \"mungkin\"\n", "unknown confidence"},
		{"penilaian", "instrumen = \"x\"\n[terbit.sebaran]\ntotal = 3\nbaik = 2\n", ""},
		{"penilaian", "instrumen = \"x\"\n[terbit.sebaran]\nbaik = \"dua\"\n", "text for a count"},
		{"penilaian", "instrumen = \"x\"\n[[sumber]]\njudul = \"x\"\n", "array of tables"},
		{"koreksi", "instansi = \"a\"\ntahun = 2023\nbagian = \"terbit.indeks\"\nsemula = 188\nmenjadi = \"1,88\"\nalasan = \"x\"\n", ""},
		{"koreksi", "instansi = \"a\"\ntahun = 2023\nbagian = \"terbit.indeks\"\nsemula = true\nmenjadi = 1.88\nalasan = \"x\"\n", "flag for a figure"},
	} {
		root, problems := toml.Parse("x.toml", []byte(c.src))
		if problems.HasErrors() {
			t.Fatal(problems.Sorted())
		}
		if err := schemas[c.kind].Validate(value(root)); (err == nil) != (c.fault == "") {
			t.Errorf("%s: %v\n%s", c.fault, err, c.src)
		}
	}
}

func TestEveryKeyIsDescribed(t *testing.T) {
	var walk func(typ reflect.Type, place string)
	used := map[string]bool{}
	walk = func(typ reflect.Type, place string) {
		used[place] = true
		switch shape, holds := toml.ShapeOf(typ); shape {
		case toml.ShapeList, toml.ShapeKeyed:
			walk(holds, place+".*")
		case toml.ShapeTable:
			for _, f := range toml.Fields(holds) {
				below := place + "." + f.Name
				if !f.Rest && describe(below) == "" {
					t.Errorf("%s has no words", below)
				}
				walk(f.Type, below)
			}
		}
	}
	for _, k := range load.FileKinds() {
		walk(k.Type, k.ID)
		if titles[k.ID] == "" {
			t.Errorf("%s has no title", k.ID)
		}
	}
	for _, m := range []map[string]object{rules, keyRules} {
		for place := range m {
			if !used[place] {
				t.Errorf("a rule for %s, which no file has", place)
			}
		}
	}
	for place := range words {
		if !used[place] {
			t.Errorf("words for %s, which no file has", place)
		}
	}
}

func TestSchemasAreTheSameEachTime(t *testing.T) {
	a, err := Files()
	if err != nil {
		t.Fatal(err)
	}
	b, _ := Files()
	for i := range a {
		if !bytes.Equal(a[i].Content, b[i].Content) || !json.Valid(a[i].Content) {
			t.Errorf("%s", a[i].Path)
		}
	}
	if got := Kind("instansi/kota-x/" + strconv.Itoa(2024) + ".toml"); got != "penilaian" {
		t.Error(got)
	}
}
