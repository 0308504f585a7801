package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// Store keeps the bytes of published files by their digest, so that a site can be
// put together again where there is none. Its files are further names of the
// published ones (hard links), which take no room; where the system has no such
// links they are copies.
type Store struct{ dir string }

const storeName = "isi"

// StoreIn is the store of a cache's folder.
func StoreIn(dir string) *Store { return &Store{filepath.Join(dir, storeName)} }

func (s *Store) place(sum Sum) string {
	name := hex.EncodeToString(sum[:])
	return filepath.Join(s.dir, name[:2], name[2:])
}

// Find is the name of a file that holds the bytes of a digest, or "". They are
// read: somebody may have written into the published file that shares them.
func (s *Store) Find(sum Sum) string {
	if s == nil {
		return ""
	}
	name := s.place(sum)
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	digest := sha256.New()
	if _, err := io.Copy(digest, file); err != nil || Sum(digest.Sum(nil)) != sum {
		_ = os.Remove(name) // of no use; if it stays it is found again
		return ""
	}
	return name
}

// Fill makes the store hold exactly the given files: names by their digests.
func (s *Store) Fill(files map[Sum]string) error {
	if err := prepare(filepath.Dir(s.dir)); err != nil {
		return err
	}
	held, err := s.sweep(files)
	if err != nil {
		return err
	}
	missing := map[string][]Sum{} // by the folder that they belong in
	for sum := range files {
		if !held[sum] {
			folder := filepath.Dir(s.place(sum))
			missing[folder] = append(missing[folder], sum)
		}
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for folder, sums := range missing {
		group.Go(func() error {
			err := os.MkdirAll(folder, 0o755)
			for i := 0; i < len(sums) && err == nil; i++ {
				err = link(files[sums[i]], s.place(sums[i]))
			}
			return err
		})
	}
	return group.Wait()
}

// sweep deletes what is not wanted and tells what of the wanted is there; whether
// that still holds its bytes is looked at when it is asked for.
func (s *Store) sweep(files map[Sum]string) (map[Sum]bool, error) {
	held := map[Sum]bool{}
	folders, err := os.ReadDir(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return held, nil
	}
	for _, folder := range folders {
		inner := filepath.Join(s.dir, folder.Name())
		entries, readErr := os.ReadDir(inner)
		err = errors.Join(err, readErr)
		for _, e := range entries {
			raw, bad := hex.DecodeString(folder.Name() + e.Name())
			if bad == nil && len(raw) == sha256.Size {
				if _, wanted := files[Sum(raw)]; wanted {
					held[Sum(raw)] = true
					continue
				}
			}
			err = errors.Join(err, os.RemoveAll(filepath.Join(inner, e.Name())))
		}
	}
	return held, err
}

// link gives a file a second name, or makes a copy of it.
func link(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
