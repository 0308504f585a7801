package publish

import (
	"maps"
	"os"
	"path"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/cache"
)

// Intact reports whether the old site is the one of Options.Known, complete and
// untouched, file by file, so that nothing need be done where nothing else has
// changed. A site whose manifest was rewritten to fit is another one. The Site
// stays open.
func (s *Site) Intact() (Report, bool) {
	if s.known == nil || s.old.untidy {
		return Report{}, false
	}
	report := Report{Files: len(s.old.files), Reused: len(s.old.files)}
	for _, file := range s.old.files {
		report.Bytes += file.size
	}
	var changed atomic.Bool
	eachFile(s.old.files, func(address string, old listed) {
		if !changed.Load() && !s.unchanged(&entry{address: address, sum: old.sum, size: old.size}, nil) {
			changed.Store(true)
		}
	})
	return report, !changed.Load() && s.ctx.Err() == nil
}

// Record tells how the published site was left, for Options.Known, after a Commit
// that went well; at is the present moment of its file system's clock. A file that
// is not as put, or was written to after it was looked at or after the manifest,
// which is the last to be written, is left out: it will be read.
func (s *Site) Record(at int64) (cache.Published, error) {
	info, err := os.Lstat(s.published(manifestName))
	if err != nil {
		return cache.Published{}, err
	}
	last := info.ModTime()
	found := cache.Published{Manifest: s.manifest, At: at, Files: make(map[string]cache.Stat, len(s.final)), User: os.Geteuid(), Spare: s.sparing()}
	room := make([]cache.Stat, len(s.final))
	inParts(len(s.final), func(i int) {
		e := s.final[i]
		if s.spare.holds(e) {
			room[i] = s.known.Files[e.address] // untouched since it was looked at
			return
		}
		info, err := os.Lstat(s.published(e.address))
		if err == nil && info.Mode().IsRegular() && info.Size() == e.size && !info.ModTime().After(last) && (!e.linked || info.ModTime().Equal(e.since)) {
			room[i] = cache.StatOf(info)
		}
	})
	for i, e := range s.final {
		found.Files[e.address] = room[i]
	}
	found.Folders = s.lookAtFolders()
	return found, nil
}

// lookAtFolders records the folders of the published site; nil where one of them
// is gone, or where the system has no time of change.
func (s *Site) lookAtFolders() map[string]cache.Stat {
	folders := map[string]cache.Stat{"": {}}
	for _, e := range s.final {
		for folder := path.Dir(e.address); folder != "."; folder = path.Dir(folder) {
			if _, known := folders[folder]; known {
				break
			}
			folders[folder] = cache.Stat{}
		}
	}
	addresses := slices.Collect(maps.Keys(folders))
	room := make([]cache.Stat, len(addresses))
	inParts(len(addresses), func(i int) {
		if info, err := os.Lstat(s.published(addresses[i])); err == nil && info.IsDir() {
			room[i] = cache.StatOf(info)
		}
	})
	for i, address := range addresses {
		if folders[address] = room[i]; room[i].Changed == 0 {
			return nil
		}
	}
	return folders
}

// Contents are the names of the published site's files by their digests, for the
// store, after a Commit.
func (s *Site) Contents() map[Sum]string {
	out := make(map[Sum]string, len(s.final))
	for _, e := range s.final {
		out[e.sum] = s.published(e.address)
	}
	return out
}

func addressesOf(files map[string]listed) []string {
	out := make([]string, 0, len(files))
	for address := range files {
		out = append(out, address)
	}
	return out
}

func eachFile(files map[string]listed, work func(string, listed)) {
	addresses := addressesOf(files)
	inParts(len(addresses), func(i int) { work(addresses[i], files[addresses[i]]) })
}

// inParts does n pieces of work on all processors, some hundred at a time.
func inParts(n int, work func(int)) {
	const part = 256
	var workers errgroup.Group
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for start := 0; start < n; start += part {
		workers.Go(func() error {
			for i := start; i < min(start+part, n); i++ {
				work(i)
			}
			return nil
		})
	}
	_ = workers.Wait() // no work fails
}
