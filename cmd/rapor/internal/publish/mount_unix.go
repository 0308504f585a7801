//go:build !windows && !linux

package publish

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// isMountPoint tells whether a folder is the root of a mount. Such a folder
// cannot be renamed, so it cannot be swapped.
func isMountPoint(path string) bool {
	var folder, parent unix.Stat_t
	if unix.Lstat(path, &folder) != nil || unix.Lstat(filepath.Dir(path), &parent) != nil {
		return false
	}
	return folder.Dev != parent.Dev
}
