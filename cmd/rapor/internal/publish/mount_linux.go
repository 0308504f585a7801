package publish

import "golang.org/x/sys/unix"

// isMountPoint tells whether a folder is the root of a mount (a container's
// volume, say). Such a folder cannot be renamed, so it cannot be swapped.
func isMountPoint(path string) bool {
	var st unix.Statx_t
	err := unix.Statx(unix.AT_FDCWD, path, unix.AT_SYMLINK_NOFOLLOW, 0, &st)
	return err == nil && st.Attributes&unix.STATX_ATTR_MOUNT_ROOT != 0
}
