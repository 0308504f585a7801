package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/publish"
)

// recall is what a build knows of the last one, and what it learns for the next.
// A nil recall knows and learns nothing (--no-cache).
type recall struct {
	dir   string // of the cache
	out   string
	old   *cache.Memory
	tree  cache.Tree // every source file
	taken int64
	quick bool // all flags are ones that the stamp covers
	look  func(earlier cache.Tree, recorded int64) (cache.Tree, error)

	base, all cache.Sum            // digests of what all pages share, and of everything
	own       map[string]cache.Sum // by slug, of each institution's folder
	facts     func(what string) (cache.Sum, bool)

	mu   sync.Mutex
	made map[string]cache.Made
}

// What a file of the site can have been made from, besides what package view
// tells of.
const (
	readAll  = "semua"     // may have looked at anything
	readBase = "dasar"     // all but the institutions' folders
	readOwn  = "instansi:" // the folder of an institution, whose slug follows
)

// recall looks at every source file and at what is remembered of the last build.
func (a *app) recall(cmd *cobra.Command, out string) (*recall, error) {
	r := &recall{dir: cache.Dir(out), out: out, made: map[string]cache.Made{}}
	stamp, quick, err := a.stamp(cmd)
	if err != nil {
		return nil, err
	}
	r.old, r.quick = cache.Load(r.dir, stamp), quick
	r.taken = time.Now().UnixNano()
	r.look = a.sources
	r.tree, err = a.sources(r.old.Inputs, r.old.Taken)
	return r, err
}

// sources is every file that a build may read.
func (a *app) sources(earlier cache.Tree, recorded int64) (cache.Tree, error) {
	tree := cache.Tree{}
	for _, f := range []struct{ name, folder string }{{"data", a.common.data}, {"content", a.common.content}, {"themes", a.common.themes}} {
		root, err := a.openFolder(f.name, f.folder)
		if err != nil {
			return nil, err
		}
		if root == nil {
			continue
		}
		err = tree.Add(f.name, root.FS(), earlier, recorded)
		if closed := root.Close(); err != nil || closed != nil {
			return nil, errors.Join(err, closed)
		}
	}
	return tree, nil
}

// sourceFolders are the folders on disk that the output must not touch.
func (a *app) sourceFolders() []string {
	var out []string
	for _, name := range []string{a.common.data, a.common.content, a.common.themes} {
		if _, err := os.Stat(name); err == nil {
			out = append(out, name)
		}
	}
	return out
}

// silent are flags that change what is said and nothing of the site.
var silent = []string{"quiet", "color", "lang", "report", "no-cache", "port", "host", "open"}

// covered are the flags that, with the source files, decide the site. Any other
// may read files of its own: then the build goes its whole way.
var covered = []string{"data", "content", "themes", "out", "base-url", "tanggal", "strict", "drafts", "compress", "cards"}

// stamp is a digest of all that decides a site and is no source file: the
// program itself, the flags, the environment.
func (a *app) stamp(cmd *cobra.Command) (stamp cache.Sum, quick bool, err error) {
	program, err := programSum()
	if err != nil {
		return stamp, false, err
	}
	text := fmt.Sprintf("%x\nSOURCE_DATE_EPOCH=%s\n", program, os.Getenv("SOURCE_DATE_EPOCH"))
	quick = true
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if slices.Contains(silent, f.Name) {
			return
		}
		quick = quick && (!f.Changed || slices.Contains(covered, f.Name))
		text += f.Name + "=" + f.Value.String() + "\n"
	})
	return sha256.Sum256([]byte(text)), quick, nil
}

// programSum tells this program from every other: the build ID that the Go linker
// leaves near the start of it, made from all that went into it; without one, all
// its bytes.
var programSum = sync.OnceValues(func() (cache.Sum, error) {
	name, err := os.Executable()
	if err != nil {
		return cache.Sum{}, err
	}
	file, err := os.Open(name)
	if err != nil {
		return cache.Sum{}, err
	}
	defer file.Close()
	head := make([]byte, 64<<10)
	n, _ := file.Read(head)
	const mark, end = "\xff Go build ID: \"", "\"\n \xff"
	if _, rest, found := bytes.Cut(head[:n], []byte(mark)); found {
		if id, _, found := bytes.Cut(rest, []byte(end)); found && len(id) > 20 {
			return sha256.Sum256(id), nil
		}
	}
	content, err := os.ReadFile(name)
	return sha256.Sum256(content), err
})

// inputs is the digest of the source files.
func inputs(t cache.Tree) cache.Sum { return t.Digest(func(string) bool { return true }) }

// unchanged reports whether nothing that decides the site has changed since the
// last build, and that build had nothing to warn of.
func (r *recall) unchanged() bool {
	return r != nil && r.quick && r.old.Published.Files != nil && !r.last().Warned && inputs(r.tree) == inputs(r.old.Inputs)
}

// published is the output folder as the last build left it.
func (r *recall) published() (*cache.Published, *cache.Store) {
	if r == nil {
		return nil, nil
	}
	return &r.old.Published, cache.StoreIn(r.dir)
}

// digest readies what can be asked of the source files. date is in no file.
func (r *recall) digest(date string, facts func(string) (cache.Sum, bool)) {
	if r == nil {
		return
	}
	const institutions = "data/instansi/"
	frame := r.tree.Digest(func(name string) bool { return !strings.HasPrefix(name, institutions) })
	everything := inputs(r.tree)
	r.base = sha256.Sum256(fmt.Appendf(nil, "%x %x %s", r.old.Stamp, frame, date))
	r.all = sha256.Sum256(fmt.Appendf(nil, "%x %x %s", r.old.Stamp, everything, date))
	r.own, r.facts = r.tree.Below(strings.TrimSuffix(institutions, "/")), facts
}

// fact is the present digest of what a file can have been made from.
func (r *recall) fact(what string) (cache.Sum, bool) {
	if slug, ok := strings.CutPrefix(what, readOwn); ok {
		return r.own[slug], true // of an embedded portal: nothing, the stamp has it
	}
	switch what {
	case readAll:
		return r.all, true
	case readBase:
		return r.base, true
	}
	return r.facts(what)
}

// stands returns how a file was made last time if all that it was made from is
// as it was.
func (r *recall) stands(address string) (cache.Made, bool) {
	if r == nil {
		return cache.Made{}, false
	}
	made, ok := r.old.Made[address]
	if !ok || len(made.Reads) == 0 {
		return cache.Made{}, false
	}
	for _, reading := range made.Reads {
		if now, known := r.fact(reading.What); !known || now != reading.Sum {
			return cache.Made{}, false
		}
	}
	return made, true
}

// learn notes how a file was made. Whatever else it was made from, it was made
// from the base.
func (r *recall) learn(address string, reads []string, sum cache.Sum, size int64) {
	if r == nil {
		return
	}
	made := cache.Made{Sum: sum, Bytes: size}
	for _, what := range append([]string{readBase}, reads...) {
		if sum, known := r.fact(what); known {
			made.Reads = append(made.Reads, cache.Reading{What: what, Sum: sum})
		} else {
			return
		}
	}
	r.keep(address, made)
}

// form returns a compressed form of the last build if it is one of the bytes.
func (r *recall) form(address string, of cache.Sum) (cache.Made, bool) {
	if r == nil {
		return cache.Made{}, false
	}
	old, ok := r.old.Made[address]
	return old, ok && len(old.Reads) == 1 && old.Reads[0] == cache.Reading{What: formOf, Sum: of}
}

// keep notes a file for the next build.
func (r *recall) keep(address string, made cache.Made) {
	if r == nil {
		return
	}
	r.mu.Lock()
	r.made[address] = made
	r.mu.Unlock()
}

// lastReport are the parts of a report that a build without work repeats.
type lastReport struct {
	Pages      int
	Compressed *compressReport
	Warned     bool // what there was to say must be said again

	Cards *cardsReport `json:"-"` // drawn by this build; one without work draws none
}

// last is the report of the last build.
func (r *recall) last() lastReport {
	var last lastReport
	_ = json.Unmarshal(r.old.Notes, &last) // our own, with its digest
	return last
}

// save writes down what the next build can use. Nothing is remembered of a build
// during which a source file changed: what it read is not known. A cache that
// cannot be written is no reason to fail.
func (r *recall) save(last lastReport, swapped bool) error {
	if r == nil {
		return nil
	}
	now, err := r.look(r.tree, r.taken)
	if err != nil || !maps.Equal(sums(now), sums(r.tree)) {
		return errors.Join(err, cache.Forget(r.dir))
	}
	notes, err := json.Marshal(last)
	if err != nil {
		return err
	}
	out, err := filepath.Abs(r.out)
	if err != nil {
		return err
	}
	contents, err := publish.Contents(out)
	if err != nil {
		return err
	}
	if err := cache.StoreIn(r.dir).Fill(contents); err != nil {
		return err
	}
	if swapped {
		time.Sleep(time.Duration(cache.OwnMargin) + 5*time.Millisecond) // so that the clock has moved on
	}
	m := &cache.Memory{Stamp: r.old.Stamp, Taken: r.taken, Inputs: r.tree, Made: r.made, Notes: notes}
	if m.Published, err = publish.Look(out, cache.Moment(r.dir)); err != nil {
		return err
	}
	return m.Save(r.dir)
}

func sums(t cache.Tree) map[string]cache.Sum {
	out := make(map[string]cache.Sum, len(t))
	for name, seen := range t {
		out[name] = seen.Sum
	}
	return out
}
