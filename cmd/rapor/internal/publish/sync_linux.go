package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncStaged waits until the staged files are on the disk: one call for the
// whole file system, where one for each of ten thousand files would take
// minutes. Without it a power cut soon after the swap could leave the new
// names with empty files behind them.
func syncStaged(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := unix.Syncfs(int(folder.Fd())); err != nil {
		return &os.PathError{Op: "syncfs", Path: dir, Err: err}
	}
	return nil
}
