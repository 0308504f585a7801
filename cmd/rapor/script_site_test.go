package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"rapor/cmd/rapor/internal/publish"
)

// cmdReplace replaces a text that must stand in a file exactly once:
// replace data/x.toml 'old' 'new'.
func cmdReplace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace file old new")
	}
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, args[1]); n != 1 {
		ts.Fatalf("%q stands %d times in %s", args[1], n, args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o644))
}

// cmdReseal makes a new manifest over a site as it stands, as somebody would who
// wants an edited figure to pass: reseal public.
func cmdReseal(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: reseal folder")
	}
	dir := ts.MkAbs(args[0])
	site, problems, err := publish.Open(context.Background(), publish.Options{Out: dir, NoSync: true})
	ts.Check(err)
	if problems.HasErrors() {
		ts.Fatalf("%v", problems.Sorted())
	}
	defer site.Abort()
	ts.Check(filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "manifest.json" {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		address, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		return site.Put(publish.File{Address: filepath.ToSlash(address), Content: content})
	}))
	_, problems, err = site.Commit(publish.Origin{Program: program})
	ts.Check(err)
	if problems.HasErrors() {
		ts.Fatalf("%v", problems.Sorted())
	}
}
