package publish

import (
	"errors"
	"os"
)

// lock is a file that one process holds. The system gives it back when the
// process ends in whatever way, so a killed run never blocks the next one.
type lock struct {
	path string
	file *os.File
}

// errBusy: another run holds the lock.
var errBusy = errors.New("another build holds the lock")

// lockText tells whoever finds the file what it is.
const lockText = "rapor: a publication is being made here; this folder may be deleted when no rapor is running\n"

// takeLock locks a file without waiting. The file may be removed by the run
// that held it between our opening and our locking it; a lock on a file that
// no longer has its name keeps nobody out, so then it starts again. When the
// folder itself has gone the error is fs.ErrNotExist.
func takeLock(path string) (*lock, error) {
	for range 1000 {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, fileMode)
		if err != nil {
			return nil, err
		}
		if err := lockFile(file); err != nil {
			return nil, errors.Join(err, file.Close())
		}
		if held, err := sameAsNamed(file, path); err != nil {
			return nil, errors.Join(err, file.Close())
		} else if !held {
			_ = file.Close()
			continue
		}
		if _, err := file.WriteAt([]byte(lockText), 0); err != nil {
			return nil, errors.Join(err, os.Remove(path), file.Close())
		}
		return &lock{path, file}, nil
	}
	return nil, errBusy
}

func sameAsNamed(file *os.File, path string) (bool, error) {
	held, err := file.Stat()
	if err != nil {
		return false, err
	}
	named, err := os.Lstat(path)
	if err != nil {
		return false, nil // gone: not the one that we hold
	}
	return os.SameFile(held, named), nil
}

// drop gives the lock back.
func (l *lock) drop() error { return l.file.Close() }
