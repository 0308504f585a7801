package cache

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Sum is a SHA-256 digest.
type Sum = [sha256.Size]byte

// Seen is a source file as it was when it was last read.
type Seen struct {
	Stat
	Sum Sum
}

// Tree is every file that a build may read, by a name that begins with its
// folder's: data/instansi/kota-x/2024.toml.
type Tree map[string]Seen

// Add looks at every file of a folder and reads those that the earlier tree does
// not vouch for; recorded is the moment at which that was written down. What is
// no regular file counts by its name and kind, and so does an empty folder: both
// can make a fault. Names that begin with a point do not count: nobody reads them.
func (t Tree) Add(name string, folder fs.FS, earlier Tree, recorded int64) error {
	a := adder{tree: t, folder: folder, name: name, earlier: earlier, recorded: recorded}
	a.group.SetLimit(runtime.GOMAXPROCS(0))
	return errors.Join(a.walk("."), a.group.Wait())
}

type adder struct {
	tree     Tree
	folder   fs.FS
	name     string
	earlier  Tree
	recorded int64

	mu    sync.Mutex
	group errgroup.Group
}

func (a *adder) walk(dir string) error {
	entries, err := fs.ReadDir(a.folder, dir)
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return strings.HasPrefix(e.Name(), ".") })
	if len(entries) == 0 {
		a.note(dir, Seen{Stat: Stat{Mode: fs.ModeDir}})
	}
	for _, e := range entries {
		inner := path.Join(dir, e.Name())
		work := func() error { return a.file(inner, e) }
		if e.IsDir() {
			work = func() error { return a.walk(inner) }
		}
		if !a.group.TryGo(work) {
			err = work()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *adder) file(name string, e fs.DirEntry) error {
	info, err := e.Info()
	if err != nil {
		return err
	}
	seen := Seen{Stat: StatOf(info)}
	if !info.Mode().IsRegular() {
		a.note(name, Seen{Stat: Stat{Mode: info.Mode()}})
		return nil
	}
	if old, ok := a.earlier[path.Join(a.name, name)]; ok && old.Same(seen.Stat) && old.Settled(a.recorded, SourceMargin) {
		a.note(name, old)
		return nil
	}
	file, err := a.folder.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	digest := sha256.New()
	room := rooms.Get().(*[32 << 10]byte)
	defer rooms.Put(room)
	if _, err := io.CopyBuffer(digest, struct{ io.Reader }{file}, room[:]); err != nil {
		return err
	}
	digest.Sum(seen.Sum[:0])
	a.note(name, seen)
	return nil
}

// rooms are for reading files; there are hundreds of thousands.
var rooms = sync.Pool{New: func() any { return new([32 << 10]byte) }}

func (a *adder) note(name string, seen Seen) {
	a.mu.Lock()
	a.tree[path.Join(a.name, name)] = seen
	a.mu.Unlock()
}

// Digest is over the names, kinds and bytes of all files that take tells, in
// their order; times and inodes do not matter.
func (t Tree) Digest(take func(name string) bool) Sum {
	digest := sha256.New()
	var names []string
	for name := range t {
		if take(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		seen := t[name]
		io.WriteString(digest, name) // a digest takes everything
		digest.Write([]byte{0, byte(seen.Mode.Type() >> 24)})
		digest.Write(seen.Sum[:])
	}
	return Sum(digest.Sum(nil))
}

// Below are the digests of the folders of a folder: of data/instansi, each
// institution's, by its name. A file among them has a digest as well.
func (t Tree) Below(folder string) map[string]Sum {
	names := map[string][]string{}
	for name := range t {
		if rest, inside := strings.CutPrefix(name, folder+"/"); inside {
			first, _, _ := strings.Cut(rest, "/")
			names[first] = append(names[first], name)
		}
	}
	out := make(map[string]Sum, len(names))
	for first, all := range names {
		one := make(Tree, len(all))
		for _, name := range all {
			one[name] = t[name]
		}
		out[first] = one.Digest(func(string) bool { return true })
	}
	return out
}
