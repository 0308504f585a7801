//go:build !windows

package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lockFile takes the whole file for this open file alone: a second Open in
// the same process is kept out as well.
func lockFile(file *os.File) error {
	for {
		err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case errors.Is(err, unix.EWOULDBLOCK):
			return errBusy
		case err != nil:
			return &os.PathError{Op: "flock", Path: file.Name(), Err: err}
		}
		return nil
	}
}
