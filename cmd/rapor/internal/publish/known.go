package publish

import (
	"os"
	"path/filepath"
	"runtime"
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

// Look records a published site, for Options.Known; at is the present moment of
// its file system's clock. A file that is not as listed, or was written to after
// the manifest, which is the last to be written, is left out: it will be read.
func Look(dir string, at int64) (cache.Published, error) {
	dir, err := followLinks(dir)
	if err != nil {
		return cache.Published{}, err
	}
	var site oldSite
	name := filepath.Join(dir, manifestName)
	if err := site.readManifest(name); err != nil || site.files == nil {
		return cache.Published{}, err
	}
	info, err := os.Lstat(name)
	if err != nil {
		return cache.Published{}, err
	}
	last := info.ModTime()
	found := cache.Published{Manifest: site.manifest, At: at, Files: make(map[string]cache.Stat, len(site.files))}
	addresses := addressesOf(site.files)
	room := make([]cache.Stat, len(addresses))
	inParts(len(addresses), func(i int) {
		info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(addresses[i])))
		if err == nil && info.Mode().IsRegular() && info.Size() == site.files[addresses[i]].size && !info.ModTime().After(last) {
			room[i] = cache.StatOf(info)
		}
	})
	for i, address := range addresses {
		found.Files[address] = room[i]
	}
	return found, nil
}

// Contents are the names of a published site's files by their digests, for the
// store.
func Contents(dir string) (map[Sum]string, error) {
	var site oldSite
	err := site.readManifest(filepath.Join(dir, manifestName))
	out := make(map[Sum]string, len(site.files))
	for address, file := range site.files {
		out[file.sum] = filepath.Join(dir, filepath.FromSlash(address))
	}
	return out, err
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
