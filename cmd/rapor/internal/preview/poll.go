package preview

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"time"
)

// pollInterval is how often folders are looked through where the system does
// not tell what changes: too many folders for it, or files of another machine.
const pollInterval = 2 * time.Second

func pollFolders(folders []string, every time.Duration) *watch {
	quit := make(chan struct{})
	w := &watch{changes: make(chan struct{}, 1), end: func() { close(quit) }}
	ticks := time.NewTicker(every)
	last := look(folders)
	go func() {
		defer ticks.Stop()
		for {
			select {
			case <-ticks.C:
				if now := look(folders); now != last {
					last = now
					w.note()
				}
			case <-quit:
				return
			}
		}
	}()
	return w
}

// look sums up names, sizes and times of all files. A preview may miss a change
// that leaves all three as they were; a build does not.
func look(folders []string) uint64 {
	sum := fnv.New64a()
	for _, folder := range folders {
		if real, err := filepath.EvalSymlinks(folder); err == nil {
			folder = real
		}
		_ = filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				fmt.Fprintln(sum, name, "unreadable")
				return nil
			}
			if name != folder && hidden(name) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if info, err := d.Info(); err == nil && !d.IsDir() {
				fmt.Fprintln(sum, name, info.Size(), info.ModTime().UnixNano(), info.Mode())
			} else {
				fmt.Fprintln(sum, name)
			}
			return nil
		}) // the function never fails
	}
	return sum.Sum64()
}
