package publish

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/diag"
)

// oldSite is what stands in the output folder before the publication.
type oldSite struct {
	exists   bool
	files    map[string]listed // by the manifest; nil without one
	manifest Sum               // of manifest.json's bytes
	damaged  bool              // there is a manifest.json that is not ours
	kept     []string          // files of git in its root
	foreign  []string          // files that are not ours
	untidy   bool              // an empty folder, litter or a changed mode, which a swap would put right
}

// maxForeign is how many foreign files are named.
const maxForeign = 3

var errEnough = errors.New("enough foreign files seen")

// scan reads the old site's manifest and the names of all that is in its folder.
func (s *Site) scan() error {
	if err := s.old.readManifest(filepath.Join(s.out, manifestName)); err != nil {
		return err
	}
	if s.opts.Known != nil && s.old.files != nil && s.opts.Known.Manifest == s.old.manifest {
		s.known = s.opts.Known
	}
	return s.rescan()
}

// rescan looks at the names in the folder again. Where every folder is as this
// program left it, so are all names in it, and only the root is read.
func (s *Site) rescan() (err error) {
	s.verified = s.known != nil && s.known.Folders != nil && s.known.User == os.Geteuid() && foldersStand(s.out, s.known.Folders, s.known.At)
	if !s.verified {
		s.old, err = s.old.rescan(s.ctx, s.out)
		return err
	}
	now := oldSite{exists: true, files: s.old.files, manifest: s.old.manifest}
	top, err := os.ReadDir(s.out)
	for _, e := range top {
		err = cmp.Or(err, now.see(e.Name(), e.Type(), false))
	}
	s.old = now
	return cmp.Or(err, s.ctx.Err())
}

// rescan looks at the folder again, with the manifest as it was read.
func (o oldSite) rescan(ctx context.Context, dir string) (oldSite, error) {
	now := oldSite{files: o.files, manifest: o.manifest, damaged: o.damaged}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return oldSite{}, nil
	}
	now.exists = true
	// A folder without a manifest ought to be empty. If it is not, it may be
	// anything, however large, so it is walked in order and left early.
	workers := runtime.GOMAXPROCS(0)
	if now.files == nil {
		workers = 1
	}
	var mu sync.Mutex
	err := walk(ctx, dir, workers, func(address string, kind fs.FileMode, empty bool) error {
		rightMode, err := true, error(nil)
		if kind.IsDir() {
			rightMode, err = inspectFolder(filepath.Join(dir, filepath.FromSlash(address)))
		}
		mu.Lock()
		defer mu.Unlock()
		now.untidy = now.untidy || !rightMode
		return errors.Join(err, now.see(address, kind, empty))
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	slices.Sort(now.foreign)
	slices.Sort(now.kept)
	return now, err
}

func (o *oldSite) readManifest(name string) error {
	info, err := os.Lstat(name) // before it is opened: a pipe would keep us waiting
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || !info.Mode().IsRegular() {
		o.damaged = err == nil
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	digest := sha256.New()
	files, err := readManifest(io.TeeReader(file, digest))
	if errors.Is(err, errManifest) {
		o.damaged = true
		return nil
	}
	if _, restErr := io.Copy(digest, file); err == nil {
		err = restErr
	}
	o.files, o.manifest = files, Sum(digest.Sum(nil))
	return err
}

// see judges one thing found in the folder. Only regular files can be ours: a
// link or a device at a listed address was put there by somebody.
func (o *oldSite) see(address string, kind fs.FileMode, empty bool) error {
	regular := kind.IsRegular()
	_, isListed := o.files[address]
	switch {
	case kind.IsDir():
		o.untidy = o.untidy || empty && address != ""
		return nil
	case regular && (isListed || address == manifestName && !o.damaged):
		return nil
	case regular && isKept(address):
		o.kept = append(o.kept, address)
		return nil
	case regular && isLitter(address[strings.LastIndexByte(address, '/')+1:]):
		o.untidy = true
		return nil
	}
	o.foreign = append(o.foreign, address)
	if o.files == nil && len(o.foreign) == maxForeign {
		return errEnough
	}
	return nil
}

// report says why a folder is not ours to replace.
func (o *oldSite) report(problems *diag.List, shown string) {
	pos := diag.Pos{File: shown}
	switch {
	case o.damaged:
		problems.Errorf(pos, "publish-out-manifest")
	case len(o.foreign) > 0:
		problems.Errorf(pos, "publish-out-foreign", strings.Join(o.foreign[:min(len(o.foreign), maxForeign)], ", "))
	}
}

// walk visits a folder ("") and everything below it with its slash address and
// its type, links not followed; for folders also whether they are empty. see
// is called by several workers at once; one worker goes in order of names.
func walk(ctx context.Context, dir string, workers int, see func(address string, kind fs.FileMode, empty bool) error) error {
	w := walker{see: see}
	w.group, w.ctx = errgroup.WithContext(ctx)
	w.group.SetLimit(workers - 1) // and this one
	err := w.folder(dir, "")
	return cmp.Or(err, w.group.Wait())
}

type walker struct {
	ctx   context.Context
	group *errgroup.Group
	see   func(string, fs.FileMode, bool) error
}

func (w *walker) folder(dir, address string) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	if err := w.see(address, fs.ModeDir, len(entries) == 0); err != nil {
		return err
	}
	for _, e := range entries {
		inner, name := path.Join(address, e.Name()), filepath.Join(dir, e.Name())
		if !e.IsDir() {
			err = w.see(inner, e.Type(), false)
		} else if !w.group.TryGo(func() error { return w.folder(name, inner) }) {
			err = w.folder(name, inner)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
