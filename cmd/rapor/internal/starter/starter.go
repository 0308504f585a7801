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
		if err := add(out, shared); err != nil {
			return nil, err
		}
	}
	return out, add(out, folder)
}

func add(out map[string][]byte, folder string) error {
	root := path.Join("files", folder)
	return fs.WalkDir(files, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == keepFile {
			return err
		}
		src, err := files.ReadFile(name)
		out[strings.TrimPrefix(name, root+"/")] = src
		return err
	})
}
