package publish

import (
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// removeTree deletes a folder with all that is in it, several branches at a
// time; a path where nothing stands is no error, and of a link only the link is
// deleted. Deleting a site takes about as long as writing one, so it is worth the
// trouble.
func removeTree(dir string) error {
	if info, err := os.Lstat(dir); err == nil && info.IsDir() {
		var workers errgroup.Group
		workers.SetLimit(runtime.GOMAXPROCS(0))
		removeBranches(&workers, dir, 2)
		_ = workers.Wait() // what they could not delete is tried again below
	}
	return os.RemoveAll(dir) // and named by it
}

// removeBranches deletes the folders a few levels down, so that the branches
// are many even where the top has two or three.
func removeBranches(workers *errgroup.Group, dir string, levels int) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		branch := filepath.Join(dir, e.Name())
		switch {
		case !e.IsDir():
		case levels > 0:
			removeBranches(workers, branch, levels-1)
		default:
			workers.Go(func() error { return os.RemoveAll(branch) })
		}
	}
}
