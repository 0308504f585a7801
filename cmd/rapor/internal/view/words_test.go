package view_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapor/themes"
)

// wordKey is what a word of the theme is called by: section.key.
var wordKey = regexp.MustCompile(`^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$`)

// fileNames look like words but are files.
var fileNames = []string{"index.html", "portal.toml", "instansi.toml", "atom.xml", "kartu.png", "tren.svg", "domain.svg", "sebaran.svg", "panas.svg", "peta.svg", "perubahan.svg"}

// dictionary reads a word file as an editor would: sections and their lines.
func dictionary(t *testing.T, language string) map[string]string {
	t.Helper()
	text, err := fs.ReadFile(themes.FS, "default/i18n/"+language+".toml")
	if err != nil {
		t.Fatal(err)
	}
	out, section := map[string]string{}, ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(name, "]")
		} else if key, value, ok := strings.Cut(line, "="); ok && section != "bahasa" && !strings.HasPrefix(line, "#") {
			out[section+"."+strings.TrimSpace(key)] = value
		}
	}
	return out
}

// sources parses the package's own files.
func sources(t *testing.T) []*ast.File {
	t.Helper()
	var out []*ast.File
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// used are the words that the program and the default templates ask for.
func used(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, f := range sources(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok {
				if s, ok := literal(l); ok && wordKey.MatchString(s) && !slices.Contains(fileNames, s) {
					out[s] = true
				}
			}
			return true
		})
	}
	inTemplates := regexp.MustCompile(`\bword "([^"]*)"`)
	err := fs.WalkDir(themes.FS, "default", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".html") {
			return err
		}
		text, err := fs.ReadFile(themes.FS, p)
		for _, m := range inTemplates.FindAllStringSubmatch(string(text), -1) {
			out[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryWordIsUsedAndThere(t *testing.T) {
	used := used(t)
	if len(used) < 200 {
		t.Fatalf("only %d words found in the program; the search is at fault", len(used))
	}
	for _, language := range []string{"id", "en"} {
		words := dictionary(t, language)
		for _, key := range slices.Sorted(maps.Keys(used)) {
			if _, ok := words[key]; !ok {
				t.Errorf("%s.toml lacks %s", language, key)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(words)) {
			if !used[key] {
				t.Errorf("%s.toml has %s, which nothing uses", language, key)
			}
		}
	}
}

func TestEveryPlaceOfASentenceIsFilled(t *testing.T) {
	words := dictionary(t, "id")
	places := regexp.MustCompile(`\{([^}]*)\}`)
	for _, f := range sources(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || call.Ellipsis.IsValid() || len(call.Args) == 0 {
				return true
			}
			fun, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || fun.Sel.Name != "Say" && fun.Sel.Name != "Tell" {
				return true
			}
			key, ok := literal(call.Args[0])
			if !ok {
				return true
			}
			var given []string
			for i := 1; i < len(call.Args); i += 2 {
				name, _ := literal(call.Args[i])
				given = append(given, name)
			}
			for _, m := range places.FindAllStringSubmatch(words[key], -1) {
				if !slices.Contains(given, m[1]) {
					t.Errorf("%s needs {%s}, and gets %q", key, m[1], given)
				}
			}
			for _, name := range given {
				if !strings.Contains(words[key], "{"+name+"}") {
					t.Errorf("%s gets %q, which it has no place for", key, name)
				}
			}
			return true
		})
	}
}
