// Package starter makes new portals: which files one begins with, and what
// stands in them.
//
// files/common goes into every portal, files/ci/<name> into those that ask for
// that CI; a file's path below its folder is its path in the portal. CI files are
// copied as they are, so they must not hold anything that differs from portal to
// portal.
package starter

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

//go:embed all:files
var files embed.FS

// CI names the sorts of CI that files are carried for: two services, a server of
// one's own with rsync, and storage of the S3 kind.
var CI = []string{"github", "gitlab", "cron", "s3"}

// shared holds the steps that every sort of CI calls.
const shared = "ci/bersama"

// keepFile only keeps an empty folder in version control.
const keepFile = ".keep"

// Files returns the files of one folder below files/ by path; that of one CI is
// ci/<name>, and the steps that all of them call come with it.
func Files(folder string) (map[string][]byte, error) {
	out := map[string][]byte{}
	if strings.HasPrefix(folder, "ci/") {
		if err := addFolder(out, shared); err != nil {
			return nil, err
		}
	}
	return out, addFolder(out, folder)
}

func addFolder(out map[string][]byte, folder string) error {
	root, err := fs.Sub(files, path.Join("files", folder))
	if err != nil {
		return err
	}
	return add(out, root, ".", "", func(string) bool { return true })
}

// add copies the files of a folder that are wanted under a prefix.
func add(out map[string][]byte, from fs.FS, dir, prefix string, wanted func(name string) bool) error {
	return fs.WalkDir(from, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == keepFile || strings.HasSuffix(name, ".go") || !wanted(name) {
			return err
		}
		src, err := fs.ReadFile(from, name)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		out[path.Join(prefix, name)] = src
		return nil
	})
}
