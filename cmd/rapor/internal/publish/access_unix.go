//go:build !windows

package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// inspectFolder looks at a folder of the old site: whether it has the mode
// that we give, and whether this user may delete what is in it. That is asked
// before anything is made, because after the swap it would be too late.
func inspectFolder(dir string) (rightMode bool, err error) {
	var st unix.Stat_t
	if err := unix.Lstat(dir, &st); err != nil {
		return false, &os.PathError{Op: "lstat", Path: dir, Err: err}
	}
	const ownerMay = 0o700
	if int(st.Uid) != os.Geteuid() || st.Mode&ownerMay != ownerMay {
		if err := unix.Faccessat(unix.AT_FDCWD, dir, unix.R_OK|unix.W_OK|unix.X_OK, unix.AT_EACCESS); err != nil {
			return false, &os.PathError{Op: "replace", Path: dir, Err: err}
		}
	}
	return st.Mode&0o777 == folderMode, nil
}
