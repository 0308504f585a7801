package preview

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// watch notices changes below some folders. changes holds at most one: whoever
// reads it looks at everything anyway.
type watch struct {
	changes chan struct{}
	end     func()
	once    sync.Once
}

func (w *watch) close() { w.once.Do(w.end) }

// note says that something changed.
func (w *watch) note() {
	select {
	case w.changes <- struct{}{}:
	default:
	}
}

// watchFolders has the system tell what changes. Folders that do not exist yet
// are noticed when they come.
func watchFolders(folders []string) (*watch, error) {
	notifier, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watch{changes: make(chan struct{}, 1), end: func() { _ = notifier.Close() }}
	t := tree{notifier: notifier}
	for _, folder := range folders {
		if err := t.root(folder); err != nil {
			w.close()
			return nil, err
		}
	}
	go t.follow(w)
	return w, nil
}

// tree watches folders with all that is in them: the system tells of one folder
// at a time.
type tree struct {
	notifier *fsnotify.Watcher
	roots    []string // as named and as they really are
}

// root watches a folder, and the one above it for the moment in which it is
// made, replaced or removed.
func (t *tree) root(folder string) error {
	named, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	t.roots = append(t.roots, named)
	if above := filepath.Dir(named); above != named {
		if err := t.notifier.Add(above); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	real, err := filepath.EvalSymlinks(named)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	if real != named {
		t.roots = append(t.roots, real)
	}
	return t.add(real)
}

// add watches a folder and all below it. What vanishes meanwhile is passed over.
func (t *tree) add(folder string) error {
	return filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case name != folder && hidden(name):
			return fs.SkipDir
		}
		if err := t.notifier.Add(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// hidden tells names that are no part of a portal: editors and version control
// use them.
func hidden(name string) bool { return strings.HasPrefix(filepath.Base(name), ".") }

// follow notes what concerns the folders, and watches folders that are new.
func (t *tree) follow(w *watch) {
	for {
		select {
		case event, open := <-t.notifier.Events:
			if !open {
				return
			}
			if event.Op == fsnotify.Chmod || hidden(event.Name) || !t.concerns(event.Name) {
				continue
			}
			if info, err := os.Stat(event.Name); err == nil && info.IsDir() && event.Has(fsnotify.Create) {
				_ = t.add(event.Name) // what cannot be watched is still built with the next change
			}
			w.note()
		case _, open := <-t.notifier.Errors:
			if !open {
				return
			}
			w.note() // too much at once: some of it was lost
		}
	}
}

// concerns reports whether a name is one of the folders or lies in one.
func (t *tree) concerns(name string) bool {
	for _, root := range t.roots {
		if name == root || strings.HasPrefix(name, strings.TrimSuffix(root, string(filepath.Separator))+string(filepath.Separator)) {
			return true
		}
	}
	return false
}
