package toml

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// printed gives a problem list as its messages would read, hints left out.
func printed(problems diag.List) string {
	var b strings.Builder
	for _, p := range problems.Sorted() {
		message, _ := lang.Wording{Code: "en"}.Problem(p.Key, p.Args)
		fmt.Fprintf(&b, "%s: %s\n", p.Pos, message)
	}
	return b.String()
}

func TestPositionsTheLibraryGetsWrong(t *testing.T) {
	root, problems := Parse("x.toml", []byte(`judul = "a"
  [jenis.kabupaten]   # a header: the library gives the wrong column
nama = "Kab"
[a.b.c]
x = { kiri = 1, kanan = [10, 20,
  30] }
d.e = 5
"kunci kutip" = '''tiga
baris'''
akhir = true
`))
	if s := printed(problems); s != "" {
		t.Fatal(s)
	}
	for _, c := range []struct {
		path, want string
		key        bool
	}{
		{"judul", "x.toml:1:9", false},
		{"judul", "x.toml:1:1", true},
		{"jenis.kabupaten", "x.toml:2:3", false},
		{"jenis", "x.toml:2:4", true}, // an implicit parent stands where its child's header names it
		{"jenis.kabupaten.nama", "x.toml:3:8", false},
		{"a.b.c.x.kiri", "x.toml:5:14", false}, // the library points before the key
		{"a.b.c.x.kiri", "x.toml:5:7", true},
		{"a.b.c.x.kanan", "x.toml:5:25", false},
		{"a.b.c.d.e", "x.toml:7:7", false},
		{"a.b.c.kunci kutip", "x.toml:8:17", false},
		{"a.b.c.akhir", "x.toml:10:9", false},
	} {
		n := root
		for _, part := range strings.Split(c.path, ".") {
			n = n.Get(part)
		}
		if n == nil {
			t.Errorf("%s: not found", c.path)
			continue
		}
		got := n.Pos
		if c.key {
			got = n.KeyPos
		}
		if got.String() != c.want {
			t.Errorf("%s (key %v) at %s, want %s", c.path, c.key, got, c.want)
		}
	}
	items := root.Get("a").Get("b").Get("c").Get("x").Get("kanan").Items
	if len(items) != 3 || items[1].Pos.String() != "x.toml:5:30" || items[2].Pos.String() != "x.toml:6:3" {
		t.Errorf("array elements must each have a position of their own: %v", items)
	}
}

func TestStringsOfEverySortKeepTheScannerInStep(t *testing.T) {
	for name, src := range map[string]string{
		"quotes at the end":       `a = """x"""""` + "\nz = 1\n",
		"empty multiline":         `a = """"""` + "\nz = 1\n",
		"literal multiline":       "a = '''\n'[x]' = \"\n'''\nz = 1\n",
		"escaped quote":           `a = "\"#["` + "\nz = 1\n",
		"comment with brackets":   "a = 1 # ]]{{\nz = 1\n",
		"backslash at line end":   "a = \"\"\"x \\\n   y\"\"\"\nz = 1\n",
		"quoted header":           "[\"a.b\".'c]']\nz = 1\n",
		"array over lines":        "a = [ # one\n 1, # ]\n 2,\n]\nz = 1\n",
		"inline table over lines": "a = {\n b = 1,\n}\nz = 1\n",
		"date with a space":       "a = 2024-01-02 03:04:05\nz = 1\n",
	} {
		root, problems := Parse("x.toml", []byte(src))
		if s := printed(problems); s != "" {
			t.Errorf("%s: %s", name, s)
			continue
		}
		if name == "quoted header" {
			root = root.Get("a.b").Get("c]")
		}
		if z := root.Get("z"); z == nil || z.Text != "1" {
			t.Errorf("%s: z not found", name)
		}
	}
}

func TestSyntaxErrorsSayWhatToMend(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a = 3,49\n", "x.toml:1:6: number with a decimal comma: a = 3,49\n"},
		{"a = 1\nb = 2\na = 3\n", "x.toml:3:1: key \"a\" stands above already\n"},
		{"a.b = 1\na = 2\n", "x.toml:2:1: key \"a\" stands above already\n"}, // the library accepts this
		{"[x]\na=1\n[x]\nb=1\n", "x.toml:3:1: key \"x\" stands above already\n"},
		{"a = tiga\n", "x.toml:1:5: unknown value: a = tiga\n"},
		{"ok = 1\nx = \"a\x00b\"\n", "x.toml:2:7: control character 0x00 is not allowed\n"},
		{"x = \"a\xffb\"\n", "x.toml:1:7: byte 0xff is not UTF-8\n"},
		{"a = 1\rb = 2\r", "x.toml:1:6: line ends in CR alone\n"},
		{"\xff\xfea\x00", "x.toml:1:1: file is saved as UTF-16\n"},
		{"a = \"open\n", "x.toml:1:10: the quotes are not closed: a = \"open\n"},
		{"a = '''open\n", "x.toml:1:12: the quotes are not closed: a = '''open\n"},
		{"a = “Kota”\n", "x.toml:1:5: curly quotes: a = “Kota”\n"},
		{"a =\nb = 1\n", "x.toml:1:4: the value is missing: a =\n"},
		{"a: \"x\"\n", "x.toml:1:2: no equal sign after the key: a: \"x\"\n"},
		{"[a.b\nc = 1\n", "x.toml:1:5: the bracket of the heading is not closed: [a.b\n"}, // the library points to the line below
		{"a = [1 2]\n", "x.toml:1:8: a list is not closed or lacks a comma: a = [1 2]\n"},
		{"a = \"x\";\n", "x.toml:1:8: something stands after the value: a = \"x\";\n"},
		{"a = 076\n", "x.toml:1:5: a number starts with zero: a = 076\n"},
		{"a = 3.4.9\n", "x.toml:1:5: not a number: a = 3.4.9\n"},
		{"a = \"C:\\Users\"\n", "x.toml:1:6: backslash in a text: a = \"C:\\Users\"\n"},
		{"a = { b = 1, c = 3,5 }\n", "x.toml:1:19: number with a decimal comma: a = { b = 1, c = 3,5 }\n"},
		{"a.b = 1\n[a]\nc = 2\n", "x.toml:2:1: key \"a\" stands above already\n"}, // the library accepts this
		{"a = 2024-13-45\n", "x.toml:1:5: 2024-13-45 is not a date\n"},
		{"[x\n", ""},
		{"x = {a = 1\n", ""},
		{"=\n", ""},
	} {
		node, problems := Parse("x.toml", []byte(c.src))
		got := printed(problems)
		if node != nil || got == "" || c.want != "" && got != c.want {
			t.Errorf("%q: got %q, want %q", c.src, got, c.want)
		}
	}
}

func TestWindowsFilesReadLikeOthers(t *testing.T) {
	unix, _ := Parse("x.toml", []byte("a = \"\"\"x\ny\"\"\"\nb = 2\n"))
	windows, problems := Parse("x.toml", []byte("\xef\xbb\xbfa = \"\"\"x\r\ny\"\"\"\r\nb = 2\r\n"))
	if s := printed(problems); s != "" {
		t.Fatal(s)
	}
	if unix.Get("a").Text != windows.Get("a").Text || windows.Get("b").Pos.Line != 3 {
		t.Errorf("got %q at line %d", windows.Get("a").Text, windows.Get("b").Pos.Line)
	}
}

func TestHostileSizesAreRefusedAtOnce(t *testing.T) {
	many := &strings.Builder{}
	for i := range 100_000 {
		fmt.Fprintf(many, "k%d = 1\n", i)
	}
	for name, src := range map[string]string{
		"80 kB of a={":          strings.Repeat("a={", 80_000/3),
		"80 kB of [":            "a = " + strings.Repeat("[", 80_000),
		"32 kB dotted key":      strings.Repeat("a.", 16_000) + "a = 1",
		"32 kB dotted header":   "[" + strings.Repeat("a.", 16_000) + "a]",
		"100,000 keys":          many.String(),
		"100,000 elements":      "a = [" + strings.Repeat("1,", 100_000) + "]",
		"100,000 headers":       strings.Repeat("[[a]]\n", 100_000),
		"100,000 parts of keys": strings.Repeat(`["a"."b"]`+"\n", 50_000),
		"a file over the size":  "a = \"" + strings.Repeat("x", MaxSize) + "\"",
	} {
		start := time.Now()
		node, problems := Parse("x.toml", []byte(src))
		if !problems.HasErrors() || node != nil {
			t.Errorf("%s: accepted", name)
		}
		if d := time.Since(start); d > time.Second {
			t.Errorf("%s: took %v", name, d)
		}
	}
}

// sample has one field of each type.
type sample struct {
	Nama    Str        `toml:"nama,required"`
	Tahun   Int        `toml:"tahun"`
	Bobot   Dec        `toml:"bobot"`
	Draf    Flag       `toml:"draf"`
	Tanggal Day        `toml:"tanggal"`
	Alias   List[Str]  `toml:"alias"`
	Target  Keyed[Dec] `toml:"target"`
	Dalam   inner      `toml:"dalam"`
}

type inner struct {
	Total Int        `toml:"total,required"`
	Rest  Keyed[Int] `toml:",rest"`
}

func decodeSample(t *testing.T, src string) (sample, string) {
	t.Helper()
	var s sample
	root, problems := Parse("x.toml", []byte(src))
	if root != nil {
		Decode(root, &s, &problems)
	}
	return s, printed(problems)
}

func TestDecodeReadsEveryTypeExactly(t *testing.T) {
	s, problems := decodeSample(t, `nama = "N"
tahun = 2_024
bobot = 2.7500
draf = true
tanggal = 2024-12-31
alias = ["a", "b"]
dalam = { total = 3, baik = 2 }
[target]
2026 = 3.00
2025 = 3
`)
	if problems != "" {
		t.Fatal(problems)
	}
	if s.Nama.Value != "N" || s.Tahun.Value != 2024 || s.Bobot.Value != 27_500 || !s.Draf.Value || s.Tanggal.Value != "2024-12-31" {
		t.Errorf("scalars: %+v", s)
	}
	if len(s.Alias.Items) != 2 || s.Alias.Items[1].Value != "b" {
		t.Errorf("list: %+v", s.Alias)
	}
	if e := s.Target.Entries; len(e) != 2 || e[0].Key != "2026" || e[0].Value.Value != 30_000 || e[1].Value.Value != 30_000 {
		t.Errorf("keyed: %+v", e)
	}
	if s.Dalam.Total.Value != 3 || s.Dalam.Rest.Entries[0].Key != "baik" {
		t.Errorf("rest: %+v", s.Dalam)
	}
}

func TestDecodeCollectsEveryFault(t *testing.T) {
	_, got := decodeSample(t, `Nama = "case matters"
tahun = "2024"
bobot = 1.23456
draf = "ya"
tanggal = 2024-12-31T00:00:00Z
alias = "a"
target = 5
[[dalam]]
total = 1
`)
	want := `x.toml:1:1: required key "nama" is missing
x.toml:1:1: unknown key "Nama"
x.toml:2:9: text "2024" where a number belongs
x.toml:3:9: number 1.23456 has more than four decimals
x.toml:4:8: true or false belongs here
x.toml:5:11: 2024-12-31T00:00:00Z is not a date
x.toml:6:9: a list belongs here
x.toml:7:10: a part with keys belongs here
x.toml:8:1: an array where a table belongs
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNumbersThatAreNoFigures(t *testing.T) {
	for _, number := range []string{"nan", "inf", "-inf", "1e3", "0x10", "12345678901.0", "99999999999999999999"} {
		if _, got := decodeSample(t, "nama = \"N\"\nbobot = "+number+"\n"); got == "" {
			t.Errorf("%s accepted", number)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	head, body, problems := FrontMatter("x.md", []byte("+++\njudul = \"J\"\n+++\n\n# Isi\n"))
	if s := printed(problems); s != "" || body != "\n# Isi\n" || head.Get("judul").Pos.Line != 2 {
		t.Errorf("%q %q %v", s, body, head)
	}
	for src, want := range map[string]string{
		"+++\njudul = \"J\"\n":     "x.md:1:1: the opening +++ is never closed\n",
		"# Isi\n":                  "x.md:1:1: file does not start with +++\n",
		"+++\njudul = 1,5\n+++":    "x.md:2:10: number with a decimal comma: judul = 1,5\n",
		"":                         "x.md:1:1: file does not start with +++\n",
		"+++\nx = \"\xff\"\n+++\n": "x.md:2:6: byte 0xff is not UTF-8\n",
	} {
		_, _, problems := FrontMatter("x.md", []byte(src))
		if got := printed(problems); got != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("a = 1\n[b.c]\nd = \"x\" # y\n"))
	f.Add([]byte("a = {b = [1, 2.5, '''x'''], c.d = 2024-01-01}\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		node, problems := Parse("x.toml", src)
		if (node == nil) != problems.HasErrors() {
			t.Fatalf("tree %v with problems %v", node != nil, printed(problems))
		}
	})
}
