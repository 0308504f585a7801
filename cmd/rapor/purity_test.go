package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What is published is a function of data, content, theme, settings and flags. The
// rooms that make it know no clock, no chance, no environment, no program to run
// and no network, so that neither a clock in 1970 or 2099 nor a locale can show.
// They read files through the fs.FS that they are given: os.Root keeps that below
// the folders that the user named.
var pureRooms = []string{"diag", "lang", "table", "toml", "maturity", "load", "score", "prose", "chart", "theme", "check", "analysis", "sheet", "view", "export"}

// impure are the names that such a room must not use; "" is any name of a package.
var impure = map[string][]string{
	"time": {"Now", "Since", "Until", "Local", "LoadLocation"}, "math/rand": {""}, "math/rand/v2": {""}, "crypto/rand": {""},
	"os": {""}, "os/exec": {""}, "os/user": {""}, "net": {""}, "net/http": {""}, "plugin": {""}, "syscall": {""},
}

func TestWhatIsPublishedKnowsNoClockNoChanceAndNoNetwork(t *testing.T) {
	files := 0
	for _, room := range pureRooms {
		err := filepath.WalkDir(filepath.Join("internal", room), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			files++
			for _, fault := range impurities(t, name) {
				t.Errorf("%s uses %s", name, fault)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 100 {
		t.Errorf("only %d files were looked at", files)
	}
}

func impurities(t *testing.T, name string) (found []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	local := map[string]string{} // how a package is called in the file
	for _, spec := range file.Imports {
		imported := strings.Trim(spec.Path.Value, `"`)
		names, watched := impure[imported]
		if !watched {
			continue
		}
		if names[0] == "" {
			found = append(found, imported)
			continue
		}
		called := imported[strings.LastIndex(imported, "/")+1:]
		if spec.Name != nil {
			called = spec.Name.Name
		}
		local[called] = imported
	}
	ast.Inspect(file, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := selector.X.(*ast.Ident); ok && slices.Contains(impure[local[x.Name]], selector.Sel.Name) && local[x.Name] != "" {
			found = append(found, local[x.Name]+"."+selector.Sel.Name)
		}
		return true
	})
	return found
}
