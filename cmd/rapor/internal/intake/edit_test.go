package intake

import (
	"strings"
	"testing"
	"testing/fstest"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/toml"
)

// edited puts some keys of a year's file into a text: "table key value".
func edited(t *testing.T, old string, keys ...string) string {
	t.Helper()
	var problems diag.List
	l := newLibrary(fstest.MapFS{"x.toml": {Data: []byte(old)}}, "data", &problems)
	d := l.open("x.toml", yearLayout)
	if d == nil {
		t.Fatalf("%q: %s", old, messages(problems, nil))
	}
	for _, k := range keys {
		part := strings.Fields(k)
		table := []string{}
		if part[0] != "." {
			table = strings.Split(part[0], ".")
		}
		d.set(&problems, diag.Pos{File: "t.csv"}, table, part[1], value{part[2], plainNumberOf(part[2]), part[2]})
	}
	text, err := d.text()
	if err != nil || problems.HasErrors() {
		t.Fatalf("%q: %v %s", old, err, messages(problems, nil))
	}
	return string(text)
}

func TestKeysGoToTheEndOfTheirTable(t *testing.T) {
	for _, c := range []struct {
		name, old string
		keys      []string
		want      string
	}{
		{"nothing to do", "a = 1 # x\n", []string{". a 1"}, "a = 1 # x\n"},
		{"the same number written otherwise", "a = 1.50\n", []string{". a 1.5"}, "a = 1.50\n"},
		{"after the last entry, before comments", "[terbit]\nindeks = 3\n# nanti\n", []string{"terbit keyakinan 1"}, "[terbit]\nindeks = 3\nkeyakinan = 1\n# nanti\n"},
		{"aligned as its neighbour", "[terbit]\nindeks    = 3\n", []string{"terbit predikat 1"}, "[terbit]\nindeks    = 3\npredikat  = 1\n"},
		{"after a value of several lines", "[terbit]\nx = [\n  1, # [\n  2,\n]\n\n[sumber.a]\n", []string{"terbit indeks 1"}, "[terbit]\nx = [\n  1, # [\n  2,\n]\nindeks = 1\n\n[sumber.a]\n"},
		{"after a text of several lines", "catatan = \"\"\"\n[terbit]\n# x\n\"\"\"\n[terbit]\n", []string{". instrumen 1", "terbit indeks 2"}, "catatan = \"\"\"\n[terbit]\n# x\n\"\"\"\ninstrumen = 1\n[terbit]\nindeks = 2\n"},
		{"an empty table", "[terbit]\n\n[sumber.a]\njudul = 1\n", []string{"terbit indeks 1"}, "[terbit]\nindeks = 1\n\n[sumber.a]\njudul = 1\n"},
		{"no keys before the tables", "# kepala\n\n# tentang\n[terbit]\nindeks = 1\n", []string{". instrumen 1"}, "# kepala\n\ninstrumen = 1\n\n# tentang\n[terbit]\nindeks = 1\n"},
		{"comments alone", "# kepala", []string{". instrumen 1"}, "# kepala\ninstrumen = 1\n"},
		{"no line end at the end", "[terbit]\nindeks = 1", []string{"terbit keyakinan 2", "sumber.a judul 3"}, "[terbit]\nindeks = 1\nkeyakinan = 2\n\n[sumber.a]\njudul = 3\n"},
		{"an inline table", "terbit = { indeks = 1 } # x\n", []string{"terbit keyakinan 2", "terbit.domain D1 3"}, "terbit = { indeks = 1, keyakinan = 2, domain.D1 = 3 } # x\n"},
		{"an empty inline table", "terbit = {}\n", []string{"terbit indeks 1", "terbit keyakinan 2"}, "terbit = { indeks = 1, keyakinan = 2}\n"},
		{"an inline table in an inline table", "terbit = { domain = { D1 = 1 }, indeks = 2 }\n", []string{"terbit.domain D2 3"}, "terbit = { domain = { D1 = 1, D2 = 3 }, indeks = 2 }\n"},
		{"dotted keys", "[terbit]\ndomain.D1 = 1\n", []string{"terbit.domain D2 2", "terbit indeks 3"}, "[terbit]\ndomain.D1 = 1\nindeks    = 3\ndomain.D2 = 2\n"},
		{"dotted keys at the root", "terbit.indeks = 1\n", []string{"terbit.domain D1 2"}, "terbit.indeks = 1\nterbit.domain.D1 = 2\n"},
		{"a table that only its parts name", "[terbit.domain]\nD1 = 1\n", []string{"terbit indeks 2"}, "[terbit]\nindeks = 2\n\n[terbit.domain]\nD1 = 1\n"},
		{"quoted keys", "[\"terbit\".'domain']\n\"D1\" = 1\n", []string{"terbit.domain D2 2"}, "[\"terbit\".'domain']\n\"D1\" = 1\nD2   = 2\n"},
		{"windows line ends", "instrumen = 1\r\n\r\n[sumber.a]\r\njudul = 2\r\n", []string{"terbit indeks 3", "sumber.a url 4"}, "instrumen = 1\r\n\r\n[terbit]\r\nindeks = 3\r\n\r\n[sumber.a]\r\njudul = 2\r\nurl   = 4\r\n"},
		{"byte order mark", "\ufeff[sumber.a]\njudul = 2\n", []string{"terbit indeks 3", ". instrumen 1"}, "\ufeffinstrumen = 1\n\n[terbit]\nindeks = 3\n\n[sumber.a]\njudul = 2\n"},
		{"comments above a header stay with it", "[terbit]\nindeks = 1\n# tentang sumber\n# dua baris\n[sumber.a]\njudul = 1\n", []string{"terbit.domain D1 2"}, "[terbit]\nindeks = 1\n\n[terbit.domain]\nD1 = 2\n\n# tentang sumber\n# dua baris\n[sumber.a]\njudul = 1\n"},
		{"an order of the editor's own", "[sumber.a]\njudul = 1\n\n[terbit]\nindeks = 2\n", []string{"tingkat.akhir I01 3"}, "[sumber.a]\njudul = 1\n\n[terbit]\nindeks = 2\n\n[tingkat.akhir]\nI01 = 3\n"},
		{"keys and tables in the format's order", "", []string{"sumber.b judul 1", "sumber.a judul 2", "tingkat.mandiri I2 1", "tingkat.akhir I10 1", "tingkat.akhir I9 1", "terbit.domain D1 1", "terbit indeks 1", ". instrumen 1"},
			"instrumen = 1\n\n[terbit]\nindeks = 1\n\n[terbit.domain]\nD1 = 1\n\n[tingkat.akhir]\nI9  = 1\nI10 = 1\n\n[tingkat.mandiri]\nI2 = 1\n\n[sumber.b]\njudul = 1\n\n[sumber.a]\njudul = 2\n"},
	} {
		if got := edited(t, c.old, c.keys...); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestTextsAreWrittenSoThatTheyReadTheSame(t *testing.T) {
	for _, s := range []string{
		"", "x", `"`, `\`, `"""`, "a\nb", "\n", "\"\n\"", "a\"\"\"b\nc", "tab\tulator", "\u202e", "é 漢字 🏛", "C:\\new", "baris\n\"akhir\"", "a\\\nb", " x ", "\u0085", "''' '",
		"#", "=cmd|' /C calc'!A0",
	} {
		n, problems := toml.Parse("x.toml", []byte("k = "+quote(s)+"\n"))
		if n == nil || n.Get("k").Text != s || plainOf(n.Get("k")) != textValue(s).plain {
			t.Errorf("%q is written %s and read %v %s", s, quote(s), n, messages(problems, nil))
		}
	}
}

func TestValuesThatMeanTheSame(t *testing.T) {
	for _, c := range []struct {
		source string
		v      value
		same   bool
	}{
		{"3.7", figureValue(370), true},
		{"3.70", figureValue(370), true},
		{"3", figureValue(300), true},
		{"+3.0", figureValue(300), true},
		{"10", figureValue(1000), true},
		{"10", figureValue(100), false},
		{"'x'", textValue("x"), true},
		{"3.7", textValue("3.7"), false},
		{"true", flagValue(true), true},
		{"\"true\"", flagValue(true), false},
		{"[ 'a', \"b\", ]", listValue([]string{"a", "b"}), true},
		{"['b', 'a']", listValue([]string{"a", "b"}), false},
		{"['a b']", listValue([]string{"a", "b"}), false},
		{"1_000", intValue(1000), true},
	} {
		n, _ := toml.Parse("x.toml", []byte("k = "+c.source+"\n"))
		if got := plainOf(n.Get("k")) == c.v.plain; got != c.same {
			t.Errorf("%s and %s: same is %v", c.source, c.v.source, got)
		}
	}
}

// FuzzEdit adds keys to any valid file. The result must hold everything that
// was there (text confirms that itself) and every line of the old text, in its
// order; only an inline table may have grown between its braces, commas and comments.
func FuzzEdit(f *testing.F) {
	for _, s := range []string{"", "a = 1\n", "[terbit]\nindeks = 1 # x\n", "terbit = {}\n", "terbit = { domain.D1 = 1 }", "terbit.domain.D1 = [1,{a=2}]\n[sumber.x]\n", "# x\r\n[terbit.domain]\r\n",
		"[[a]]\nb = 1\n[[a]]\n[a.b]\n", "terbit = {\n indeks = 1, # x\n}\n", "x = '''\n[terbit]'''\n[ \"sumber\" . 'a' ] # c\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, old string) {
		var problems diag.List
		l := newLibrary(fstest.MapFS{"x.toml": {Data: []byte(old)}}, "data", &problems)
		d := l.open("x.toml", yearLayout)
		if d == nil {
			return
		}
		pos := diag.Pos{File: "t.csv"}
		d.set(&problems, pos, nil, "instrumen", textValue("x"))
		d.set(&problems, pos, at("terbit"), "indeks", figureValue(100))
		d.set(&problems, pos, at("terbit", "domain"), "D9", figureValue(100))
		d.set(&problems, pos, at("sumber", "s"), "judul", textValue("x"))
		if problems.HasErrors() {
			return
		}
		text, err := d.text()
		if err != nil {
			t.Fatalf("%q: %v", old, err)
		}
		rest := string(text)
		for _, part := range strings.FieldsFunc(old, func(r rune) bool { return r == '\n' || r == '}' || r == '{' || r == ',' || r == '#' }) {
			part = strings.TrimSpace(part)
			at := strings.Index(rest, part)
			if at < 0 {
				t.Fatalf("%q lost %q in %q", old, part, text)
			}
			rest = rest[at+len(part):]
		}
	})
}
