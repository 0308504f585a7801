package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/cache"
)

// The spare is the site before the published one: the tree that the last swap took
// out of the output folder, put by in the cache. A build that changes little brings
// it forward by what differs, instead of linking every file of a new tree and
// deleting every file of the old one.
//
// Its files are further names of the published ones, save those of the addresses
// that are behind. That this is still so is told by its folders: a folder whose
// time of change (ctime) is as recorded holds the names that it held, of the same
// files. That these hold the same bytes is looked at in the published site, where
// each of them has its other name. With one folder that is not as recorded the
// whole spare is let go. Until everything is there it is not touched.

// spare is a spare that has become the staging folder.
type spare struct {
	folders map[string]cache.Stat // below its root
	behind  map[string]bool       // addresses whose file is not the published one: true if there is a file
}

// adopt makes the spare the staging folder and what was staged its additions, and
// takes away what the new site has not. Where there is no spare, or it is not as it
// was left, all stays as it is.
func (s *Site) adopt(entries []*entry) error {
	if s.opts.Spare == "" || s.known == nil {
		return nil
	}
	root, err := os.Lstat(s.opts.Spare) // it becomes the root of the site
	if err != nil || !root.IsDir() || !rightMode(root, folderMode) || !foldersStand(s.opts.Spare, s.known.Spare.Folders, s.known.At) {
		return nil
	}
	if err := os.Rename(s.work.staging(), s.work.additions()); err != nil {
		return err
	}
	if err := os.Rename(s.opts.Spare, s.work.staging()); err != nil { // on another file system
		return os.Rename(s.work.additions(), s.work.staging())
	}
	s.spare = &spare{s.known.Spare.Folders, s.known.Spare.Behind}
	s.dirs.clear()
	return s.prune(entries)
}

// foldersStand reports whether folders below dir are as they were recorded.
func foldersStand(dir string, folders map[string]cache.Stat, recorded int64) bool {
	addresses := slices.Collect(maps.Keys(folders))
	stand := make([]bool, len(addresses))
	inParts(len(addresses), func(i int) {
		old := folders[addresses[i]]
		info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(addresses[i])))
		stand[i] = err == nil && info.IsDir() && old.Same(cache.StatOf(info)) && old.Settled(recorded, cache.OwnMargin)
	})
	return len(addresses) > 0 && !slices.Contains(stand, false)
}

// holds reports whether the spare has the very file that is published at an
// address.
func (sp *spare) holds(e *entry) bool {
	if sp == nil || !e.vouched {
		return false
	}
	_, behind := sp.behind[e.address]
	return !behind
}

// prune takes away what the spare has and the new site has not: folders, files,
// and in the root whatever is no part of the site, which is written anew.
func (s *Site) prune(entries []*entry) error {
	wanted, needed, roots := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, e := range entries {
		wanted[e.address] = true
		root, _, _ := strings.Cut(e.address, "/")
		roots[root] = true
		for folder := path.Dir(e.address); folder != "." && !needed[folder]; folder = path.Dir(folder) {
			needed[folder] = true
		}
	}
	top, err := os.ReadDir(s.work.staging())
	for _, e := range top {
		if !roots[e.Name()] {
			err = errors.Join(err, os.RemoveAll(s.staged(e.Name())))
		}
	}
	for _, folder := range slices.Sorted(maps.Keys(s.spare.folders)) { // a folder before those in it
		if needed[folder] {
			s.dirs.add(folder)
		} else {
			err = errors.Join(err, os.RemoveAll(s.staged(folder)))
		}
	}
	remove := func(address string) {
		if folder := path.Dir(address); !wanted[address] && (folder == "." || needed[folder]) {
			if fault := os.Remove(s.staged(address)); !errors.Is(fault, fs.ErrNotExist) {
				err = errors.Join(err, fault)
			}
		}
	}
	for address := range s.old.files {
		if _, behind := s.spare.behind[address]; !behind {
			remove(address)
		}
	}
	for address, there := range s.spare.behind {
		if there {
			remove(address)
		}
	}
	return err
}

// bring gives the spare a file of the new site: one that was staged, or the
// published one where the spare has another or none.
func (s *Site) bring(e *entry) error {
	if e.kept {
		if err := os.Remove(s.staged(e.address)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return s.link(e)
	}
	if err := s.makeFolder(path.Dir(e.address)); err != nil {
		return err
	}
	return os.Rename(filepath.Join(s.work.additions(), filepath.FromSlash(e.address)), s.staged(e.address))
}

// putBy keeps the old site, which the swap has taken out, as the next spare, if
// this publication has found it as it was left; else it is deleted as the rest of
// the work folder is.
func (s *Site) putBy() {
	if s.opts.Spare != "" && s.verified && removeTree(s.opts.Spare) == nil {
		s.kept = os.Rename(s.work.staging(), s.opts.Spare) == nil
	}
}

// sparing records the spare that was put by, or that was left alone.
func (s *Site) sparing() cache.Spare {
	switch {
	case !s.swapped && s.known != nil:
		return s.known.Spare
	case !s.kept:
		return cache.Spare{}
	}
	out := cache.Spare{Folders: maps.Clone(s.known.Folders), Behind: map[string]bool{}}
	delete(out.Folders, "") // its own time of change is that of the swap
	now := make(map[string]bool, len(s.final))
	for _, e := range s.final {
		now[e.address] = true
		if !e.linked {
			_, had := s.old.files[e.address]
			out.Behind[e.address] = had
		}
	}
	for address := range s.old.files {
		if !now[address] {
			out.Behind[address] = true
		}
	}
	return out
}
