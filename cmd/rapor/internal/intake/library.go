package intake

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/toml"
)

// library is the portal's data as it stands: every file that was looked at,
// read once, and what the table's words are checked against.
type library struct {
	fsys     fs.FS
	name     string
	problems *diag.List
	failure  error // the machine could not read; the first one counts

	documents map[string]*document
	slugs     []string // institutions that have a folder, sorted
	listed    bool
	norms     []*maturity.Instrument
	normsRead bool
	byName    map[string][]string // folded name, short name, alias or area code to slugs
	names     []string            // as the files write them
}

func newLibrary(fsys fs.FS, name string, problems *diag.List) *library {
	return &library{fsys: fsys, name: name, problems: problems, documents: map[string]*document{}}
}

func (l *library) fail(err error) {
	if l.failure == nil {
		l.failure = err
	}
}

// open returns a file, as it stands or still to be made. It is nil after a
// problem or a failure that has been noted.
func (l *library) open(name string, order layout) *document {
	if d, known := l.documents[name]; known {
		return d
	}
	d := &document{path: name, name: path.Join(l.name, name), order: order, added: map[string]int{}, seen: map[string]int{}}
	l.documents[name] = d
	info, err := fs.Lstat(l.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return d
	case err != nil:
		l.fail(fmt.Errorf("read %s: %w", d.name, err))
		return l.close(name)
	case !info.Mode().IsRegular():
		l.problems.Errorf(diag.Pos{File: d.name}, "intake-not-a-file")
		return l.close(name)
	case info.Size() > toml.MaxSize:
		l.problems.Errorf(diag.Pos{File: d.name}, "toml-too-large", info.Size(), toml.MaxSize)
		return l.close(name)
	}
	src, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.fail(fmt.Errorf("read %s: %w", d.name, err))
		return l.close(name)
	}
	root, problems := toml.Parse(d.name, src)
	l.problems.Merge(problems)
	if root == nil {
		return l.close(name)
	}
	d.existed, d.mode, d.old, d.root = true, info.Mode().Perm(), src, root
	return d
}

// close remembers that a file cannot be used, so that it is reported once.
func (l *library) close(name string) *document {
	l.documents[name] = nil
	return nil
}

func (l *library) institution(slug string) *document {
	return l.open(path.Join("instansi", slug, "instansi.toml"), institutionLayout)
}

func (l *library) year(slug string, year int) *document {
	return l.open(path.Join("instansi", slug, number(year)+".toml"), yearLayout)
}

func (l *library) portal() *document { return l.open("portal.toml", portalLayout) }

// institutions lists the slugs that have a folder with an instansi.toml.
func (l *library) institutions() []string {
	if l.listed {
		return l.slugs
	}
	l.listed = true
	for _, e := range l.list("instansi") {
		if _, err := fs.Stat(l.fsys, path.Join("instansi", e.Name(), "instansi.toml")); err == nil && e.IsDir() {
			l.slugs = append(l.slugs, e.Name())
		}
	}
	return l.slugs
}

func (l *library) list(dir string) []fs.DirEntry {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.fail(fmt.Errorf("read %s: %w", path.Join(l.name, dir), err))
	}
	return entries // sorted by name, as fs.ReadDir promises
}

func (l *library) hasInstitution(slug string) bool {
	_, found := slices.BinarySearch(l.institutions(), slug)
	return found
}

// named finds the institutions that people call by a name: the official, the
// short and the other names that their files give.
func (l *library) named(name string) []string {
	if l.byName == nil {
		l.byName = map[string][]string{}
		for _, slug := range l.institutions() {
			d := l.institution(slug)
			if d == nil {
				continue
			}
			keys := []string{text(d.standing("nama")), text(d.standing("pendek")), text(d.standing("wilayah"))}
			if alias := d.standing("alias"); alias != nil {
				for _, item := range alias.Items {
					keys = append(keys, text(item))
				}
			}
			for _, key := range keys {
				l.names = append(l.names, key)
				if key = plainName(key); key != "" && !slices.Contains(l.byName[key], slug) {
					l.byName[key] = append(l.byName[key], slug)
				}
			}
		}
	}
	return l.byName[plainName(name)]
}

// text is the text of a string in a file, or "".
func text(n *toml.Node) string {
	if n == nil || n.Kind != toml.String {
		return ""
	}
	return n.Text
}

// kinds lists the kinds of institutions that the portal knows; none where
// there is no portal.toml yet.
func (l *library) kinds() []string {
	if d := l.portal(); d != nil {
		if n := d.standing("jenis"); n != nil {
			return n.Keys
		}
	}
	return nil
}
