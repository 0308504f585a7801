package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var argument = regexp.MustCompile(`%[-+#0-9.]*\[(\d+)\]`)

// arguments lists the arguments that a message and its hint use.
func arguments(texts ...string) (out []string) {
	for _, m := range argument.FindAllStringSubmatch(strings.Join(texts, " "), -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestEveryMessageIsInBothLanguages(t *testing.T) {
	for key, e := range catalogue {
		switch {
		case e.id == "" || e.en == "":
			t.Errorf("%s lacks a language", key)
		case (e.idHint == "") != (e.enHint == ""):
			t.Errorf("%s has a hint in one language only", key)
		case !slices.Equal(arguments(e.id, e.idHint), arguments(e.en, e.enHint)):
			t.Errorf("%s says other things in its languages: %v, %v", key, arguments(e.id, e.idHint), arguments(e.en, e.enHint))
		}
		for _, text := range []string{e.id, e.en, e.idHint, e.enHint} {
			if strings.Contains(text, "%s") || strings.Contains(text, "%d") || strings.Contains(text, "%q") || strings.Contains(text, "%v") {
				t.Errorf("%s has an argument without a number: %s", key, text)
			}
		}
	}
}

// TestEveryMessageOfEveryRoomHasWords looks through the source: each text that
// looks like a message's key must be one, and each message must be used.
func TestEveryMessageOfEveryRoomHasWords(t *testing.T) {
	prefixes := map[string]bool{}
	for key := range catalogue {
		prefix, _, _ := strings.Cut(key, "-")
		prefixes[prefix] = true
	}
	looks := regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)+$`)
	used := map[string]bool{}
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || filepath.Base(filepath.Dir(name)) == "lang" {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				return true
			}
			used[text] = true
			return true
		})
		ast.Inspect(file, func(n ast.Node) bool {
			for _, key := range keysOf(n) {
				prefix, _, _ := strings.Cut(key, "-")
				if _, known := catalogue[key]; !known && looks.MatchString(key) && prefixes[prefix] {
					t.Errorf("%s: %s has no words", name, key)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for key := range catalogue {
		bare := strings.TrimSuffix(key, "-near") // added where a near word was found
		if !used[key] && !used[bare] && !composed(key, used) {
			t.Errorf("%s is never said", key)
		}
	}
}

// keysOf lists the texts that stand where a key does: among the first three
// arguments of a call that reports or words something.
func keysOf(n ast.Node) (out []string) {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return nil
	}
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	if !slices.Contains([]string{"Errorf", "Warnf", "Unknown", "Text", "say", "tell", "fault", "unknown", "leaveOut", "refuse"}, name) {
		return nil
	}
	for i, arg := range call.Args {
		if lit, ok := arg.(*ast.BasicLit); ok && i < 3 && lit.Kind == token.STRING {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				out = append(out, text)
			}
		}
	}
	return out
}

// composed knows keys that are put together from a stem and a word.
func composed(key string, used map[string]bool) bool {
	for i := len(key) - 1; i > 0; i-- {
		if key[i-1] == '-' && used[key[:i]] {
			return true
		}
	}
	return false
}
