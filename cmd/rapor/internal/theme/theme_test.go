package theme

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/table"
	"rapor/themes"
)

// small is a theme of few files, in two languages.
var small = map[string]string{
	"theme.toml":            "kontrak = 1\n",
	"layouts/base.html":     "<!doctype html>\n<title>{{.Shell.Title}}</title>\n{{.Main}}\n",
	"layouts/x.html":        "<h1 title=\"{{.Name}}\">{{.Name.HTML}}</h1>\n  <p>{{word \"a.sapa\"}}</p>\n  {{template \"partials/y.html\" .}}\n",
	"partials/y.html":       "<p>{{word \"a.pamit\"}}</p>",
	"assets/gaya.css":       "p{}",
	"assets/README.md":      "not for the site",
	"assets/vendor/OFL.txt": "licence",
	"i18n/id.toml":          idForm + "[a]\nsapa = \"Halo & hai\"\npamit = \"Dah\"\nisi = \"*{nama}* naik {selisih}\"\n",
	"i18n/en.toml":          enForm + "[a]\nsapa = \"Hello\"\npamit = \"Bye\"\nisi = \"{selisih} up: *{nama}*\"\n",
}

const (
	idForm = "[bahasa]\nnama = \"Bahasa Indonesia\"\ndesimal = \",\"\nribuan = \".\"\ntanggal = \"{d} {m} {y}\"\nbulan = [\"Januari\", \"Februari\", \"Maret\", \"April\", \"Mei\", \"Juni\", \"Juli\", \"Agustus\", \"September\", \"Oktober\", \"November\", \"Desember\"]\n"
	enForm = "[bahasa]\nnama = \"English\"\ndesimal = \".\"\nribuan = \",\"\ntanggal = \"{m} {d}, {y}\"\nbulan = [\"January\", \"February\", \"March\", \"April\", \"May\", \"June\", \"July\", \"August\", \"September\", \"October\", \"November\", \"December\"]\n"
)

func layer(dir string, files map[string]string) Layer {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Layer{fsys, dir}
}

// with is the small theme with some files changed; "" takes one away.
func with(changes map[string]string) map[string]string {
	files := maps.Clone(small)
	for name, text := range changes {
		files[name] = text
		if text == "" {
			delete(files, name)
		}
	}
	return files
}

func choices(codes ...string) []Choice {
	var out []Choice
	for _, code := range codes {
		out = append(out, Choice{Code: code, Pos: diag.Pos{File: "portal.toml", Line: 4}})
	}
	return out
}

func mustLoad(t *testing.T, layers ...Layer) *Theme {
	t.Helper()
	th, problems := Load(choices("id", "en"), layers...)
	if th == nil || problems.HasErrors() {
		t.Fatal(printed(problems))
	}
	return th
}

func printed(problems diag.List) string {
	var b bytes.Buffer
	_ = problems.Print(&b, lang.Wording{Code: "en"})
	return b.String()
}

func render(t *testing.T, th *Theme, language string, name Text) string {
	t.Helper()
	out, err := th.Render(Page{Layout: "x", Lang: language, Shell: map[string]string{"Title": name.Words}, Body: map[string]any{"Name": name}})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestAPageHasTheWordsOfItsLanguage(t *testing.T) {
	th := mustLoad(t, layer("themes/kecil", small))
	want := "<!doctype html>\n<title>Aceh</title>\n<h1 title=\"Aceh\">Aceh</h1>\n<p>Halo &amp; hai</p>\n<p>Dah</p>\n\n"
	if got := render(t, th, "id", Text{Words: "Aceh"}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := render(t, th, "en", Text{Words: "Aceh", Lang: "id"}); !strings.Contains(got, `<h1 title="Aceh"><span lang="id">Aceh</span></h1>`) || !strings.Contains(got, "<p>Hello</p>") {
		t.Errorf("the English page is %q", got)
	}
	if got := th.Language("en").Day("2025-08-17"); got != "August 17, 2025" {
		t.Errorf("the language's form is not that of its file: %s", got)
	}
}

func TestHostileNamesAreText(t *testing.T) {
	th := mustLoad(t, layer("themes/kecil", small))
	hostile := Text{Words: `</title><script>alert(1)</script>" onload="x`}
	got := render(t, th, "id", hostile)
	if strings.Contains(got, "<script") || strings.Contains(got, `" onload="`) {
		t.Errorf("the name got out: %s", got)
	}
}

func TestASiteReplacesSingleFilesAndWords(t *testing.T) {
	th := mustLoad(t, layer("themes/kecil", small), layer("themes/situs", map[string]string{
		"partials/y.html": "<p>{{word \"a.pamit\"}}, {{word \"a.sapa\"}}</p>",
		"assets/gaya.css": "p{color:red}",
		"i18n/en.toml":    "[a]\npamit = \"See you\"\n",
	}))
	if got := render(t, th, "en", Text{}); !strings.Contains(got, "<p>See you, Hello</p>") {
		t.Errorf("the layers give %q", got)
	}
	var paths []string
	for _, a := range th.Assets() {
		paths = append(paths, a.Path+" "+string(a.Data))
	}
	if want := []string{"assets/gaya.css p{color:red}", "assets/vendor/OFL.txt licence"}; !slices.Equal(paths, want) {
		t.Errorf("assets are %q, want %q", paths, want)
	}
}

func TestHiddenFilesAreNoPartOfATheme(t *testing.T) {
	over := fstest.MapFS{".git/config": {Data: []byte("x")}, "assets/.DS_Store": {Data: []byte("x")}, "i18n/.#id.toml": {Mode: fs.ModeSymlink}}
	th := mustLoad(t, layer("themes/kecil", small), Layer{over, "themes/situs"})
	for _, a := range th.Assets() {
		if strings.Contains(a.Path, "/.") {
			t.Errorf("%s is published", a.File)
		}
	}
}

func TestFaultsOfAThemeAreFoundWhenItIsLoaded(t *testing.T) {
	for _, c := range []struct {
		why     string
		changes map[string]string
		want    string // in the printed problems
	}{
		{"a word that is nowhere", map[string]string{"layouts/x.html": "<p>\n{{word \"a.sapaan\"}}"}, `themes/kecil/layouts/x.html:2: error: word "a.sapaan" is not in i18n`},
		{"with the nearest one", map[string]string{"layouts/x.html": "<p>\n{{word \"a.sapaan\"}}"}, `the nearest is "a.sapa"`},
		{"a word that needs values", map[string]string{"layouts/x.html": "{{word \"a.isi\"}}"}, `themes/kecil/layouts/x.html:1: error: word "a.isi" needs {nama} {selisih}`},
		{"a word by a variable", map[string]string{"layouts/x.html": "{{word .Key}}"}, "word takes one key in quotes"},
		{"a word in a condition", map[string]string{"layouts/x.html": "{{if word \"a.sapa\"}}x{{end}}"}, "word takes one key in quotes"},
		{"a word missing in a language", map[string]string{"i18n/en.toml": enForm + "[a]\nsapa = \"Hello\"\nisi = \"{nama} {selisih}\"\n"}, `themes/kecil/i18n/en.toml: error: word "a.pamit" is missing`},
		{"a word too many in a language", map[string]string{"i18n/en.toml": small["i18n/en.toml"] + "pamitan = \"x\"\n"}, `themes/kecil/i18n/en.toml:11:1: error: word "a.pamitan" is not used`},
		{"a place lost in translation", map[string]string{"i18n/en.toml": strings.Replace(small["i18n/en.toml"], "{selisih} up", "up", 1)}, `word "a.isi" must hold {nama} {selisih}, not {nama}`},
		{"emphasis without end", map[string]string{"i18n/en.toml": strings.Replace(small["i18n/en.toml"], "*{nama}*", "*{nama}", 1)}, `a * in word "a.isi" has no partner`},
		{"eleven months", map[string]string{"i18n/id.toml": strings.Replace(small["i18n/id.toml"], "\"Januari\", ", "", 1)}, "bulan holds 11 names"},
		{"no decimal mark", map[string]string{"i18n/id.toml": strings.Replace(small["i18n/id.toml"], "desimal = \",\"\n", "", 1)}, `key "desimal" of [bahasa] is missing`},
		{"no words for a language", map[string]string{"i18n/en.toml": ""}, `portal.toml:4: error: language "en" has no words`},
		{"a later contract", map[string]string{"theme.toml": "kontrak = 2\n"}, "themes/kecil/theme.toml:1:11: error: the theme is for contract 2"},
		{"no theme.toml", map[string]string{"theme.toml": ""}, "themes/kecil/theme.toml: error: theme.toml is missing"},
		{"a template that does not parse", map[string]string{"layouts/x.html": "<p>\n\n{{if .A}}"}, "themes/kecil/layouts/x.html:3: error: template at fault: unexpected EOF"},
		{"a function of no theme", map[string]string{"layouts/x.html": "<p>{{readFile \"/etc/passwd\"}}"}, `function "readFile" not defined`},
		{"calls of values", map[string]string{"layouts/x.html": "<p>{{call .F}}"}, `function "call" not defined`},
		{"a partial that is not there", map[string]string{"layouts/x.html": "<p>\n{{template \"partials/z.html\" .}}"}, `themes/kecil/layouts/x.html:2:12: error: template at fault: no such template "partials/z.html"`},
		{"what cannot be escaped", map[string]string{"layouts/x.html": "<a href='{{if .A}}x'{{end}}>"}, "themes/kecil/layouts/x.html:1"},
	} {
		th, problems := Load(choices("id", "en"), layer("themes/kecil", with(c.changes)))
		if got := printed(problems); th != nil || !strings.Contains(got, c.want) {
			t.Errorf("%s: theme %v, problems\n%s want %s", c.why, th != nil, got, c.want)
		}
	}
}

func TestAThirdLanguageIsOneMoreFile(t *testing.T) {
	local := layer("themes/situs", map[string]string{"i18n/jv.toml": strings.Replace(small["i18n/id.toml"], "Halo & hai", "Sugeng rawuh", 1)})
	th, problems := Load(choices("id", "jv"), layer("themes/kecil", small), local)
	if th == nil {
		t.Fatal(printed(problems))
	}
	if got := render(t, th, "jv", Text{}); !strings.Contains(got, "Sugeng rawuh") {
		t.Errorf("the page is %q", got)
	}
}

func TestALanguageWithoutWordsIsReportedWhereItIsAskedFor(t *testing.T) {
	th, problems := Load(choices("id", "jv"), layer("themes/kecil", small))
	if th != nil || !strings.HasPrefix(printed(problems), "portal.toml:4") {
		t.Errorf("problems:\n%s", printed(problems))
	}
}

func TestAFaultWhileRenderingHasItsPlace(t *testing.T) {
	th := mustLoad(t, layer("themes/kecil", with(map[string]string{"layouts/x.html": "<p>a</p>\n<p>{{.Nama.Pendek}}</p>"})))
	_, err := th.Render(Page{Layout: "x", Lang: "id", Body: struct{ Name string }{"a"}})
	if err == nil {
		t.Fatal("a field that is not there passes")
	}
	pos, message := Place(err)
	if pos.String() != "themes/kecil/layouts/x.html:2:11" || !strings.Contains(message, "Nama") {
		t.Errorf("the error is at %s: %s", pos, message)
	}
}

func TestSentencesAreFilled(t *testing.T) {
	l := mustLoad(t, layer("themes/kecil", small)).Language("id")
	if got := l.Say("a.isi", "nama", Text{"Aceh <b>", "id"}, "selisih", "0,20"); got != "Aceh <b> naik 0,20" {
		t.Errorf("Say gives %q", got)
	}
	want := HTML(`<strong><span lang="id">Aceh &lt;b&gt;</span></strong> naik <a href="x/">0,20</a>`)
	if got := l.Tell("a.isi", "nama", Text{"Aceh <b>", "id"}, "selisih", Link{Text: Text{Words: "0,20"}, Href: "x/"}); got != want {
		t.Errorf("Tell gives %q, want %q", got, want)
	}
	if got := l.Say("a.isi", "nama", "*a* {b}", "selisih", "x"); got != "*a* {b} naik x" {
		t.Errorf("values are taken for words: %q", got)
	}
}

func TestRowsEscapeEverything(t *testing.T) {
	bad := `"><script>x</script>`
	tab := &table.Table{Columns: append(table.Words(bad), table.Figures(bad)...)}
	tab.Begin(table.Cell{Text: bad, Lang: bad, Note: bad})
	tab.Groups[0].ID = bad
	tab.Add(table.Own,
		table.Cell{Text: bad, Href: bad, Lang: bad, Code: bad, Note: bad, NoteIn: bad},
		table.Cell{Text: bad, Value: bad, Full: bad}).ID = bad
	tab.Add(table.Plain, table.Cell{Text: "x", Href: "javascript:alert(1)"}, table.Missing(bad))
	tab.Add(table.Total, table.Cell{Text: bad, Tone: 3, Strong: true}, table.Muted(bad))
	got := string(heads(tab)) + string(rows(tab))
	if strings.Contains(got, "<script") || strings.Contains(got, "javascript") || strings.Count(got, `">`) != strings.Count(strings.ReplaceAll(got, "&#34;&gt;", ""), `">`) {
		t.Errorf("rows are %s", got)
	}
}

func TestCellsArePrintedAsTheyAre(t *testing.T) {
	for _, c := range []struct {
		why    string
		cell   table.Cell
		number bool
		want   string
	}{
		{"a figure stands right and sorts by its value", table.Number("3,70", "3.70"), true, ` class="a" data-v="3.70">3,70`},
		{"a missing figure says why", table.Missing("tidak dinilai"), true, ` class="a tak">– <span class="tak-tampak">tidak dinilai</span>`},
		{"a level stands on its colour", table.Cell{Text: "4", Tone: 4}, true, ` class="a"><span class="tk b4">4</span>`},
		{"words of another language are marked", table.Cell{Text: "Baik", Lang: "id"}, false, ` lang="id">Baik`},
		{"also within a link", table.Cell{Text: "Aceh", Lang: "id", Href: "aceh/"}, false, `><a href="aceh/" lang="id">Aceh</a>`},
		{"a note follows in grey", table.Cell{Text: "Cukup", Note: "(turunan)"}, false, `>Cukup <span class="tak">(turunan)</span>`},
		{"a short text is spelled out", table.Cell{Text: "t.s.", Full: "tidak sebanding", Muted: true}, true, ` class="a tak"><abbr title="tidak sebanding">t.s.</abbr>`},
	} {
		column := table.Column{Number: c.number}
		if got := string(cell(nil, &c.cell, &column)); got != c.want {
			t.Errorf("%s: %s, want %s", c.why, got, c.want)
		}
	}
}

func TestJSONCannotLeaveItsElement(t *testing.T) {
	got := NewJSON([]byte("{\"a\":\"</script><!--\u2028&\"}"))
	if want := JSON(`{"a":"\u003c/script\u003e\u003c!--\u2028\u0026"}`); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestOnlyHarmlessAddressesAreLinks(t *testing.T) {
	for address, want := range map[string]bool{
		"../x/": true, "#a": true, "https://x.id": true, "HTTP://x.id": true, "mailto:a@x.id": true, "a/b:c": true,
		"": false, "javascript:x": false, "JaVaScRiPt:x": false, "data:text/html,x": false, "//x.id": false, `\\x`: false, "vbscript:x": false,
	} {
		if got := SafeAddress(address); got != want {
			t.Errorf("SafeAddress(%q) is %v", address, got)
		}
	}
}

func TestTheDefaultThemeLoads(t *testing.T) {
	files, err := fs.Sub(themes.FS, "default")
	if err != nil {
		t.Fatal(err)
	}
	mustLoad(t, Layer{files, "themes/default"})
}
