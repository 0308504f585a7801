package publish

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rapor/cmd/rapor/internal/diag"
)

// Published reports whether a folder holds the manifest of a built site.
func Published(dir string) bool {
	info, err := os.Lstat(filepath.Join(dir, manifestName))
	return err == nil && info.Mode().IsRegular()
}

// Listed reads one file of a published site, of which nothing else but the
// manifest needs to be at hand, and holds it against its line there: what was
// cut off on its way is found. It is nil after a problem. limit is the largest
// size, in bytes.
func Listed(dir, address string, limit int64) ([]byte, diag.List, error) {
	var problems diag.List
	var site oldSite
	if err := site.readManifest(filepath.Join(dir, manifestName)); err != nil {
		return nil, problems, err
	}
	if site.damaged || site.files == nil {
		problems.Errorf(diag.Pos{File: filepath.ToSlash(filepath.Join(dir, manifestName))}, "publish-verify-damaged")
		return nil, problems, nil
	}
	name := filepath.Join(dir, filepath.FromSlash(address))
	pos := diag.Pos{File: filepath.ToSlash(name)}
	line, listed := site.files[address]
	info, err := os.Lstat(name)
	switch {
	case !listed:
		problems.Errorf(pos, "publish-verify-added")
		return nil, problems, nil
	case errors.Is(err, fs.ErrNotExist):
		problems.Errorf(pos, "publish-verify-missing")
		return nil, problems, nil
	case err != nil:
		return nil, problems, err
	case !info.Mode().IsRegular() || info.Size() != line.size || info.Size() > limit:
		problems.Errorf(pos, "publish-verify-changed")
		return nil, problems, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, problems, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, limit))
	if err != nil {
		return nil, problems, err
	}
	if sha256.Sum256(content) != line.sum {
		problems.Errorf(pos, "publish-verify-changed")
		return nil, problems, nil
	}
	return content, problems, nil
}
