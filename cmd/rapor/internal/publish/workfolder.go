package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"rapor/cmd/rapor/internal/diag"
)

// workFolder is the folder beside the output folder in which a publication is
// made: .public.rapor for public. It lies on the same file system, so that
// folders can be renamed between the two. It holds
//
//	kunci    the lock, held by the running program
//	baru     the staging folder; after an exchange, the old site
//	tambahan what was staged, where a spare has become the staging folder
//	lama     a complete old site, between the two renames of a pair
//	sampah   an old site that is being deleted
//
// Everything in it but lama may be deleted at any time when nobody holds the
// lock. A folder of that name without the lock file, or with anything else in
// it, is somebody else's and is left alone.
type workFolder struct {
	path  string
	out   string // the output folder
	lock  *lock
	above []string // parents of the output folder that we made, outermost first
}

// The names inside a work folder.
const (
	lockName    = "kunci"
	stagingName = "baru"
	addedName   = "tambahan"
	asideName   = "lama"
	trashName   = "sampah"
)

func (w workFolder) staging() string   { return filepath.Join(w.path, stagingName) }
func (w workFolder) additions() string { return filepath.Join(w.path, addedName) }
func (w workFolder) aside() string     { return filepath.Join(w.path, asideName) }
func (w workFolder) trash() string     { return filepath.Join(w.path, trashName) }

// takeWorkFolder makes the work folder of an output folder and takes its lock.
func takeWorkFolder(shown, out string) (workFolder, diag.List, error) {
	var problems diag.List
	w := workFolder{path: filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".rapor"), out: out}
	refuse := func(key string, args ...any) (workFolder, diag.List, error) {
		w.removeAbove()
		problems.Errorf(diag.Pos{File: shown}, key, args...)
		return workFolder{}, problems, nil
	}
	if err := w.makeAbove(filepath.Dir(out)); err != nil {
		return w, problems, err
	}
	err := w.acquire()
	switch {
	case errors.Is(err, errBusy):
		return refuse("publish-busy")
	case errors.Is(err, errForeign):
		return refuse("publish-work-folder", w.path)
	case err != nil:
		w.removeAbove()
		return w, problems, err
	}
	return w, problems, nil
}

// errForeign: the work folder's name is taken by something that is not ours.
var errForeign = errors.New("not a work folder")

// acquire makes the folder and locks it, again and again while another run
// that ends at this moment takes the folder away.
func (w *workFolder) acquire() error {
	for range 1000 {
		err := os.Mkdir(w.path, 0o700)
		if err == nil {
			err = os.Chmod(w.path, 0o700) // whatever the umask
		}
		if err != nil && !errors.Is(err, fs.ErrExist) && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		ours, err := w.ours()
		if err == nil && !ours {
			return errForeign
		}
		if err == nil {
			w.lock, err = takeLock(filepath.Join(w.path, lockName))
		}
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil && !errors.Is(err, errBusy):
			_ = os.Remove(w.path) // only if we have just made it
		}
		return err
	}
	return errBusy
}

// ours tells whether the folder is a work folder: empty, or with a lock file
// and no name that we do not use.
func (w workFolder) ours() (bool, error) {
	info, err := os.Lstat(w.path)
	if err != nil || !info.IsDir() {
		return false, err
	}
	entries, err := os.ReadDir(w.path)
	if err != nil || len(entries) == 0 {
		return err == nil, err
	}
	locked := false
	for _, e := range entries {
		if !slices.Contains([]string{lockName, stagingName, addedName, asideName, trashName}, e.Name()) {
			return false, nil
		}
		locked = locked || e.Name() == lockName && e.Type().IsRegular()
	}
	return locked, nil
}

// makeAbove makes the missing parents of the output folder.
func (w *workFolder) makeAbove(dir string) error {
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := w.makeAbove(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(dir, folderMode); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return nil
		}
		w.removeAbove()
		return err
	}
	w.above = append(w.above, dir)
	return nil
}

// removeAbove removes the parents that we made and that are still empty.
func (w workFolder) removeAbove() {
	for _, dir := range slices.Backward(w.above) {
		if os.Remove(dir) != nil {
			return
		}
	}
}

// recover mends what a killed run left, and deletes what it made. Between the
// two renames of a pair there is no output folder and lama is the complete old
// site, which goes back; an empty folder that somebody has put there meanwhile
// is in its way. Only where a site with its manifest stands is lama litter.
func (w workFolder) recover() error {
	if _, err := os.Lstat(w.aside()); err == nil {
		if info, err := os.Lstat(w.out); err == nil && info.IsDir() {
			_ = os.Remove(w.out) // fails, as it should, unless it is empty
		}
		_, err := os.Lstat(filepath.Join(w.out, manifestName))
		if errors.Is(err, fs.ErrNotExist) {
			err = os.Rename(w.aside(), w.out)
		}
		if err != nil {
			return fmt.Errorf("bring back the complete old site, which an interrupted run left in %s: %w", w.aside(), err)
		}
	}
	return w.sweep()
}

// sweep deletes the folders inside the work folder. lama is renamed before it
// is deleted: under its own name it is always complete.
func (w workFolder) sweep() error {
	if err := removeTree(w.trash()); err != nil {
		return err
	}
	if err := os.Rename(w.aside(), w.trash()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return errors.Join(removeTree(w.trash()), removeTree(w.staging()), removeTree(w.additions()))
}

// clear ends the work: it deletes everything and gives the lock back. When
// something cannot be deleted the lock file stays with it, as the sign that
// the folder is ours.
func (w workFolder) clear() error {
	if err := w.recover(); err != nil {
		return errors.Join(err, w.lock.drop())
	}
	var err error
	// An open file cannot be removed on Windows. Elsewhere it is removed
	// while it is locked, so that nobody can lock a file about to vanish
	// and believe to be alone.
	if runtime.GOOS == "windows" {
		err = w.lock.drop()
		_ = os.Remove(w.lock.path) // in use again: then it belongs to that run
	} else {
		err = os.Remove(w.lock.path)
		err = errors.Join(err, w.lock.drop())
	}
	_ = os.Remove(w.path) // in use again, likewise
	w.removeAbove()
	return err
}
