package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"rapor/cmd/rapor/internal/diag"
)

// resolveOut finds the folder that is to be replaced and refuses places where
// that would do harm. It touches nothing.
func resolveOut(opts Options) (out string, problems diag.List, err error) {
	refuse := func(key string, args ...any) { problems.Errorf(diag.Pos{File: opts.Out}, key, args...) }
	out, err = followLinks(opts.Out)
	switch {
	case errors.Is(err, errLinkLoop):
		refuse("publish-out-loop")
		return "", problems, nil
	case errors.Is(err, syscall.ENOTDIR):
		refuse("publish-out-no-folder")
		return "", problems, nil
	case err != nil:
		return "", problems, fmt.Errorf("find the output folder %s: %w", opts.Out, err)
	}
	switch info, err := os.Lstat(out); {
	case errors.Is(err, syscall.ENOTDIR):
		refuse("publish-out-no-folder")
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return "", problems, err
	case !info.IsDir():
		refuse("publish-out-no-folder")
	case filepath.Dir(out) != out && isMountPoint(out):
		refuse("publish-out-mount")
	}
	if filepath.Dir(out) == out {
		refuse("publish-out-root")
		return out, problems, nil
	}
	if home, err := os.UserHomeDir(); err == nil && Holds(out, home) {
		refuse("publish-out-home")
	}
	if here, err := os.Getwd(); err == nil && Holds(out, here) {
		refuse("publish-out-here")
	}
	for _, source := range opts.Sources {
		if Holds(out, source) || Holds(source, out) {
			refuse("publish-out-source", source)
		}
	}
	return out, problems, nil
}

var errLinkLoop = errors.New("symbolic links lead in a circle")

// followLinks makes a path absolute and follows every symbolic link, the last
// one too, even if nothing stands at its end yet: with public -> /srv/site it
// is /srv/site that is replaced, and the link stays.
func followLinks(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	for range 40 {
		parent, err := existingReal(filepath.Dir(path))
		if err != nil {
			return "", err
		}
		path = filepath.Join(parent, filepath.Base(path))
		info, err := os.Lstat(path)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return path, nil // what is wrong with it is seen by the caller
		}
		target, err := os.Readlink(path)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(parent, target)
		}
		path = target
	}
	return "", errLinkLoop
}

// existingReal follows the links of as much of a path as exists.
func existingReal(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(path) == path {
		return real, err
	}
	parent, err := existingReal(filepath.Dir(path))
	return filepath.Join(parent, filepath.Base(path)), err
}

// Holds tells whether inner is outer or lies in it: by name, also where
// nothing exists yet, and by the folders themselves, since one folder can have
// many names (letter case, bind mounts).
func Holds(outer, inner string) bool {
	outer, inner = bestReal(outer), bestReal(inner)
	if inner == outer || strings.HasPrefix(inner, strings.TrimSuffix(outer, string(filepath.Separator))+string(filepath.Separator)) {
		return true
	}
	folder, err := os.Stat(outer)
	if err != nil {
		return false
	}
	for dir := inner; ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && os.SameFile(info, folder) {
			return true
		}
		if filepath.Dir(dir) == dir {
			return false
		}
	}
}

// bestReal is the absolute path without links, or the path as it is.
func bestReal(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := existingReal(path); err == nil {
		return real
	}
	return path
}
