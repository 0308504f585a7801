// Package starter holds the files that a new portal begins with: files/common
// goes into every one, files/ci/<name> into those that ask for that CI.
//
// A file's path below its folder is its path in the new portal. CI files are
// copied as they are; they must not hold anything that differs from portal to
// portal.
package starter

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed all:files
var files embed.FS

// CI names the sorts of CI that files are carried for.
var CI = []string{"github", "gitlab"}

// keepFile only keeps an empty folder in version control.
const keepFile = ".keep"

// Files returns the files of one folder below files/ by path; that of one CI is
// ci/<name>.
func Files(folder string) (map[string][]byte, error) {
	root := path.Join("files", folder)
	out := map[string][]byte{}
	err := fs.WalkDir(files, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == keepFile {
			return err
		}
		src, err := files.ReadFile(name)
		out[strings.TrimPrefix(name, root+"/")] = src
		return err
	})
	return out, err
}
