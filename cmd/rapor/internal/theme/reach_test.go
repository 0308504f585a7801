package theme

import (
	"slices"
	"testing"
)

func TestALayoutNamesTheTemplatesThatItIsPutTogetherFrom(t *testing.T) {
	for name, c := range map[string]struct {
		changes map[string]string
		want    []string
	}{
		"as it is":             {nil, []string{"layouts/base.html", "layouts/x.html", "partials/y.html"}},
		"deep, in every place": {map[string]string{"layouts/x.html": `{{word "a.sapa"}}{{if .A}}{{range .B}}{{else}}{{with .C}}{{template "partials/y.html" .}}{{end}}{{end}}{{end}}`, "partials/z.html": "z"}, []string{"layouts/base.html", "layouts/x.html", "partials/y.html"}},
		"a template defines":   {map[string]string{"layouts/v.html": `{{define "partials/y.html"}}other{{end}}`}, nil},
	} {
		loaded, problems := Load(choices("id", "en"), layer("t", with(c.changes)))
		if loaded == nil {
			t.Fatal(name, problems.Sorted())
		}
		paths, known := loaded.Templates("x")
		slices.Sort(paths)
		if known != (c.want != nil) || !slices.Equal(paths, c.want) {
			t.Errorf("%s: %v, %v, want %v", name, paths, known, c.want)
		}
	}
}
