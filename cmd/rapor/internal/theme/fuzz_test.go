package theme

import (
	"bytes"
	"fmt"
	"testing"
)

// A theme of any text is refused with a place or loads, and what loads renders or
// fails with an error, never by a panic.
func FuzzTheme(f *testing.F) {
	f.Add(small["layouts/x.html"], small["i18n/id.toml"], small["theme.toml"])
	f.Add("{{range .}}{{end}}{{template \"partials/y.html\" .}}{{define \"a\"}}{{end}}", small["i18n/id.toml"], "kontrak = 1")
	f.Add("{{with $x := .Name}}{{printf \"%s\" $x}}{{end}}<script>{{.Name}}</script>", idForm, "")
	f.Fuzz(func(t *testing.T, layout, words, settings string) {
		loaded, problems := Load(choices("id"), layer("themes/x", with(map[string]string{"layouts/x.html": layout + " ", "i18n/id.toml": words + " ", "theme.toml": settings + " ", "i18n/en.toml": ""})))
		for _, p := range problems.Sorted() {
			if p.Pos.File == "" {
				t.Errorf("a problem without a file: %+v", p)
			}
		}
		if loaded == nil {
			if !problems.HasErrors() {
				t.Error("neither a theme nor a problem")
			}
			return
		}
		body := struct{ Name Text }{Text{Words: "<b>"}}
		_, _ = loaded.Render(Page{Layout: "x", Lang: "id", Body: &body})
	})
}

// What a template would need to read a file, run a program or reach into a value's
// methods by name is not there: each of these is refused when the theme is loaded.
func TestTemplatesCanDoNothingButPrint(t *testing.T) {
	for _, action := range []string{
		`{{call .Name.HTML}}`, `{{readFile "/etc/passwd"}}`, `{{include "/etc/passwd"}}`, `{{env "HOME"}}`, `{{exec "id"}}`, `{{getJSON "https://x.example"}}`,
		`{{os.ReadFile "x"}}`, `{{html "x"}}`, `{{js "x"}}`, `{{urlquery "x"}}`, `{{now}}`, `{{safeHTML "<script>"}}`, `{{dict "a" 1}}`, `{{resources.Get "x"}}`,
	} {
		_, problems := Load(choices("id", "en"), layer("themes/x", with(map[string]string{"layouts/x.html": action})))
		if !problems.HasErrors() {
			t.Errorf("%s was accepted", action)
		}
	}
	for name := range functions {
		if name != "word" && name != "heads" && name != "rows" {
			t.Errorf("templates may call %s: say here why it can do no harm", name)
		}
	}
	for name := range builtins {
		switch name {
		case "and", "or", "not", "len", "index", "slice", "print", "printf", "eq", "ne", "lt", "le", "gt", "ge":
		default:
			t.Errorf("templates may call %s: say here why it can do no harm", name)
		}
	}
}

// A template that would run for days ends with its place, while it is loaded if it can
// be seen there, else with the first page.
func TestTemplatesComeToAnEnd(t *testing.T) {
	deep := "{{define \"t0\"}}{{end}}"
	for i := 1; i <= 60; i++ {
		deep += fmt.Sprintf("{{define \"t%d\"}}{{template \"t%d\" .}}{{template \"t%d\" .}}{{end}}", i, i-1, i-1)
	}
	for _, layout := range []string{
		`{{range 100000000000}}{{end}}`, `{{range 100000000000}}x{{end}}`, `{{range 10000}}{{range 10000}}{{range 10000}}{{end}}{{end}}{{end}}`,
		`{{$n := 100000000000}}{{range $n}}{{else}}{{end}}`, deep + `{{template "t60" .}}`,
		`{{define "a"}}{{template "b" .}}{{end}}{{define "b"}}{{template "a" .}}{{end}}{{template "a" .}}`,
		`{{range 2000}}{{printf "%0999999d" 1}}{{end}}`,
		`{{if .}}{{range 100000000000}}{{end}}{{end}}`,
	} {
		loaded, problems := Load(choices("id", "en"), layer("themes/x", with(map[string]string{"layouts/x.html": layout})))
		if problems.HasErrors() {
			continue
		}
		if err := loaded.RenderTo(&bytes.Buffer{}, Page{Layout: "x", Lang: "id", Body: &struct{ Name Text }{}}); err == nil {
			t.Errorf("%.60s came to an end", layout)
		}
	}
}
