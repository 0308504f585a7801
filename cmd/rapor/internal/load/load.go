// Package load turns the files of a portal into maturity values: FORMAT
// version 1, with the position of every value and every problem of every file
// in one run. It checks what one file, or a year's file with its instrument,
// can show; rules over the whole data set are package check's.
package load

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

// Format is the newest data format this program reads.
const Format = 1

// Source is what to load. Names stand in front of every path in messages.
type Source struct {
	Data        fs.FS
	DataName    string
	Content     fs.FS // nil: no Markdown
	ContentName string
	Shelf       *cache.Shelf // of institutions that an earlier load decoded, by slug; may be nil
}

// Load reads everything. The error is for a machine that cannot read; faults of
// the files are in the list, and the data set then holds what could be used.
func Load(src Source) (*maturity.Dataset, diag.List, error) {
	sums := &digests{sums: map[string][sha256.Size]byte{}}
	l := &loader{src: src, set: maturity.Dataset{Faulty: map[string]bool{}}, files: reader{fsys: src.Data, name: src.DataName, digests: sums}}
	if err := l.data(); err != nil {
		return nil, l.problems, err
	}
	if src.Content != nil {
		if err := l.content(); err != nil {
			return nil, l.problems, err
		}
	}
	l.set.Digest = sums.total()
	return &l.set, l.problems, nil
}

type loader struct {
	src      Source
	files    reader
	set      maturity.Dataset
	problems diag.List

	instruments   map[string]*loadedInstrument
	instrumentIDs []string
}

// data walks the data folder's top level in the order in which things depend
// on each other: portal, instruments, institutions, groups, corrections.
func (l *loader) data() error {
	entries, err := l.files.list(".")
	if err != nil {
		return err
	}
	folders := map[string]bool{}
	var portals []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case e.IsDir() && slices.Contains([]string{"instrumen", "instansi", "kelompok", "koreksi", "perubahan"}, name):
			folders[name] = true
		case !e.IsDir() && (name == "portal.toml" || isTranslation(name, "portal")):
			portals = append(portals, name)
		case !e.IsDir() && (strings.HasSuffix(name, ".go") || strings.HasSuffix(name, ".svg")):
		default:
			l.problems.Errorf(l.files.pos(name), "load-unexpected-data", name)
		}
	}

	if err := l.portal(portals); err != nil {
		return err
	}
	for _, step := range []struct {
		folder string
		load   func() error
	}{{"instrumen", l.loadInstruments}, {"instansi", l.loadInstitutions}, {"kelompok", l.loadGroups}, {"koreksi", l.loadCorrections}, {"perubahan", l.loadPublications}} {
		if folders[step.folder] {
			if err := step.load(); err != nil {
				return err
			}
		}
	}
	return nil
}

// loadInstitutions reads every institution's folder in parallel, each with a
// list of its own, and puts results and problems together in the folders' order.
func (l *loader) loadInstitutions() error {
	entries, err := l.files.list("instansi")
	if err != nil {
		return err
	}
	type result struct {
		institution *maturity.Institution
		problems    diag.List
	}
	results := make([]result, len(entries))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, e := range entries {
		dir := path.Join("instansi", e.Name())
		if !e.IsDir() {
			l.problems.Errorf(l.files.pos(dir), "load-unexpected-institution", e.Name())
			continue
		}
		if !l.goodSlug(l.files.pos(dir), e.Name()) {
			continue
		}
		group.Go(func() (err error) {
			r := &results[i]
			if r.institution = l.fromShelf(e.Name()); r.institution != nil {
				return nil
			}
			r.institution, err = l.institution(dir, e.Name(), &r.problems)
			l.ontoShelf(r.institution, &r.problems)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for i, r := range results {
		l.problems.Merge(r.problems)
		if r.institution == nil {
			l.set.Faulty["instansi/"+entries[i].Name()] = true
		} else {
			l.set.Institutions = append(l.set.Institutions, r.institution)
		}
	}
	slices.SortFunc(l.set.Institutions, func(a, b *maturity.Institution) int { return strings.Compare(a.Slug, b.Slug) })
	return nil
}

// reader reads the regular files of one tree and nothing else.
type reader struct {
	fsys    fs.FS
	name    string
	digests *digests
}

// digests keeps the SHA-256 of every file read.
type digests struct {
	mu   sync.Mutex
	sums map[string][sha256.Size]byte
}

func (d *digests) add(name string, text []byte) { d.set(name, sha256.Sum256(text)) }

func (d *digests) set(name string, sum [sha256.Size]byte) {
	d.mu.Lock()
	d.sums[name] = sum
	d.mu.Unlock()
}

func (d *digests) of(name string) [sha256.Size]byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.sums[name]
}

// total is the digest of all names and digests, in the names' order.
func (d *digests) total() string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(d.sums)) {
		fmt.Fprintf(h, "%x  %s\n", d.sums[name], name)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (r reader) pos(file string) diag.Pos { return diag.Pos{File: path.Join(r.name, file)} }

// list returns a folder's entries by name, whatever order the file system has,
// without those that start with a point: editors and operating systems leave such
// files everywhere.
func (r reader) list(dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(r.fsys, dir)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return strings.HasPrefix(e.Name(), ".") }), r.inFolder(err)
}

// inFolder puts the folder's own name in front of the path in a machine's error.
func (r reader) inFolder(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return &fs.PathError{Op: at.Op, Path: path.Join(r.name, at.Path), Err: at.Err}
	}
	return err
}

// read returns a file's bytes; nil after a problem was noted. Symbolic links,
// devices and pipes are refused before anything is opened.
func (r reader) read(file string, limit int64, problems *diag.List) ([]byte, error) {
	info, err := r.stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		problems.Errorf(r.pos(file), "load-not-regular")
		return nil, nil
	}
	if info.Size() > limit {
		problems.Errorf(r.pos(file), "toml-too-large", info.Size(), limit)
		return nil, nil
	}
	f, err := r.fsys.Open(file)
	if err != nil {
		return nil, r.inFolder(err)
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(src)) > limit { // it grew while it was read
		problems.Errorf(r.pos(file), "toml-too-large", len(src), limit)
		return nil, nil
	}
	return src, err
}

// stat looks at the entry itself, not at what a link points to.
func (r reader) stat(file string) (fs.FileInfo, error) {
	info, err := fs.Lstat(r.fsys, file)
	return info, r.inFolder(err)
}

// decode reads and decodes one TOML file; nil bytes after a problem that leaves
// nothing to use.
func (r reader) decode(file string, target any, problems *diag.List) ([]byte, error) {
	src, err := r.read(file, toml.MaxSize, problems)
	if err != nil || src == nil {
		return nil, err
	}
	root, found := toml.Parse(path.Join(r.name, file), src)
	problems.Merge(found)
	if root == nil {
		return nil, nil
	}
	checkFormat(root, problems)
	toml.Decode(root, target, problems)
	text := normal(src)
	r.digests.add("data/"+file, text)
	return text, nil
}

// checkFormat names a format that this program does not read.
func checkFormat(root *toml.Node, problems *diag.List) {
	n := root.Get("format")
	if n == nil || n.Kind != toml.Integer || n.Text == "1" {
		return
	}
	if strings.TrimLeft(n.Text, "+-0") == "" || n.Text[0] == '-' {
		problems.Errorf(n.Pos, "load-format-none", n.Text, Format)
		return
	}
	problems.Errorf(n.Pos, "load-format", n.Text, Format)
}
