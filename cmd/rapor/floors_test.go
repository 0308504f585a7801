package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// floors gives every room its floor. A room imports only from lower floors,
// never sideways; a room that stands here no longer, or not yet, fails the test.
var floors = map[string]int{
	"diag": 0, "lang": 0, "table": 0, "compress": 0, "cache": 0, "help": 0, "sample": 0, "starter": 0,
	"toml": 1, "jsontext": 1, "maturity": 1, "sheet": 1,
	"load": 2, "score": 2, "prose": 2, "chart": 2, "theme": 2, "publish": 2, "preview": 2, "find": 2, "card": 2,
	"check": 3, "analysis": 3, "intake": 3,
	"view": 4, "export": 4,
}

// soleOwners are the libraries that only one room may know.
var soleOwners = map[string]string{
	"github.com/BurntSushi/toml":       "toml",
	"github.com/yuin/goldmark":         "prose",
	"github.com/go-echarts/go-echarts": "chart",
	"html/template":                    "theme",
	"golang.org/x/text":                "lang",
	"golang.org/x/image":               "card",
	"github.com/spf13":                 "main",
	"golang.org/x/sys":                 "publish",
	"github.com/fsnotify/fsnotify":     "preview",
	"github.com/klauspost/compress":    "compress",
	"github.com/andybalholm/brotli":    "compress",
	"github.com/xuri/excelize":         "sheet",
}

// leaves are the embedding packages at the top level: they import nothing of
// the program, and only main imports them.
var leaves = []string{"rapor/data", "rapor/content", "rapor/themes"}

func TestRoomsImportOnlyFromLowerFloors(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir("internal", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		room := strings.Split(filepath.ToSlash(path), "/")[1]
		if _, ok := floors[room]; !ok && !seen[room] {
			t.Errorf("room %s has no floor", room)
		}
		seen[room] = true
		for _, imported := range imports(t, path) {
			checkImport(t, path, room, imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range floors {
		if !seen[room] {
			t.Errorf("room %s has a floor but no files", room)
		}
	}
}

func checkImport(t *testing.T, path, room, imported string) {
	t.Helper()
	if other, ok := strings.CutPrefix(imported, "rapor/cmd/rapor/internal/"); ok && floors[other] >= floors[room] {
		t.Errorf("%s: %s (floor %d) imports %s (floor %d)", path, room, floors[room], other, floors[other])
	}
	if slices.Contains(leaves, imported) {
		t.Errorf("%s: only main embeds %s", path, imported)
	}
	for library, owner := range soleOwners {
		if (imported == library || strings.HasPrefix(imported, library+"/")) && owner != room {
			t.Errorf("%s: %s belongs to %s alone", path, imported, owner)
		}
	}
	if (imported == "net/http" || imported == "net") && room != "preview" {
		t.Errorf("%s: nothing in a build asks the network; only preview answers it", path)
	}
}

func TestMainOnlyWires(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		for _, imported := range imports(t, e.Name()) {
			if imported == "net/http" || imported == "net" {
				t.Errorf("%s: only preview answers the network", e.Name())
			}
			for library, owner := range soleOwners {
				if (imported == library || strings.HasPrefix(imported, library+"/")) && owner != "main" {
					t.Errorf("%s: %s belongs to %s alone", e.Name(), imported, owner)
				}
			}
		}
	}
}

func TestTopLevelHoldsNothingElse(t *testing.T) {
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	agreed := []string{"cmd", "content", "themes", "data", "public", "go.mod", "go.sum", "README.md", "LICENSE"}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(agreed, e.Name()) {
			t.Errorf("%s does not belong at the top level", e.Name())
		}
	}
}

func imports(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]string, len(file.Imports))
	for i, spec := range file.Imports {
		out[i] = strings.Trim(spec.Path.Value, `"`)
	}
	return out
}
