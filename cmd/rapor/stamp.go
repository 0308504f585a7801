package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rapor/cmd/rapor/internal/cache"
)

// sources is every file that a build may read.
func (a *app) sources(earlier cache.Tree, recorded int64) (cache.Tree, error) {
	tree := cache.Tree{}
	for _, f := range []struct{ name, folder string }{{"data", a.common.data}, {"content", a.common.content}, {"themes", a.common.themes}} {
		root, err := a.openFolder(f.name, f.folder)
		if err != nil {
			return nil, err
		}
		if root == nil {
			continue
		}
		err = tree.Add(f.name, root.FS(), earlier, recorded)
		if closed := root.Close(); err != nil || closed != nil {
			return nil, errors.Join(err, closed)
		}
	}
	return tree, nil
}

// sourceFolders are the folders that the output must not touch, also where they do
// not exist yet: a site written there would be read as a source by the next build.
func (a *app) sourceFolders() []string {
	return []string{a.common.data, a.common.content, a.common.themes}
}

// silent are flags that change what is said and nothing of the site.
var silent = []string{"previous", "guard", "quiet", "color", "lang", "report", "no-cache", "port", "host", "open"}

// covered are the flags that, with the source files, decide the site. Any other
// may read files of its own: then the build goes its whole way.
var covered = []string{"data", "content", "themes", "out", "base-url", "tanggal", "strict", "drafts", "compress", "cards", "revisi"}

// stamp is a digest of all that decides a site and is no source file: the
// program itself, the flags, the environment.
func (a *app) stamp(cmd *cobra.Command) (stamp cache.Sum, quick bool, err error) {
	program, err := programSum()
	if err != nil {
		return stamp, false, err
	}
	text := fmt.Sprintf("%x\nSOURCE_DATE_EPOCH=%s\n", program, os.Getenv("SOURCE_DATE_EPOCH"))
	quick = true
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if slices.Contains(silent, f.Name) {
			return
		}
		quick = quick && (!f.Changed || slices.Contains(covered, f.Name))
		text += f.Name + "=" + f.Value.String() + "\n"
	})
	return sha256.Sum256([]byte(text)), quick, nil
}

// programSum tells this program from every other: the build ID that the Go linker
// leaves near the start of it, made from all that went into it; without one, all
// its bytes.
var programSum = sync.OnceValues(func() (cache.Sum, error) {
	name, err := os.Executable()
	if err != nil {
		return cache.Sum{}, err
	}
	file, err := os.Open(name)
	if err != nil {
		return cache.Sum{}, err
	}
	defer file.Close()
	head := make([]byte, 64<<10)
	n, _ := file.Read(head)
	const mark, end = "\xff Go build ID: \"", "\"\n \xff"
	if _, rest, found := bytes.Cut(head[:n], []byte(mark)); found {
		if id, _, found := bytes.Cut(rest, []byte(end)); found && len(id) > 20 {
			return sha256.Sum256(id), nil
		}
	}
	content, err := os.ReadFile(name)
	return sha256.Sum256(content), err
})
