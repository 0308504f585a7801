package publish

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// entry is one file of the new site.
type entry struct {
	address string
	source  diag.Pos
	sum     Sum
	size    int64
	kept    bool      // the old site's file has these bytes and is linked
	since   time.Time // kept: when that file was last written, as it was looked at
	vouched bool      // kept, and that file is untouched since it was recorded
	linked  bool      // kept, and the new site's file is that very file
}

// book keeps what has been put, and notices when two sources want one
// address. Which of two comes first depends on the workers, so here it is
// only noticed; collisions names them, in an order that is always the same.
type book struct {
	mu       sync.Mutex
	entries  []*entry
	taken    map[string]struct{} // folded addresses of files
	folders  map[string]string   // folded addresses of folders, and as they are written
	clash    bool
	problems diag.List
	failed   error // the first error of the machine
}

func newBook() book {
	return book{taken: map[string]struct{}{}, folders: map[string]string{}}
}

// enter writes a file down. It is false for a file that is not to be written
// because its address is impossible or another one's.
func (b *book) enter(e *entry) bool {
	key := lang.FoldAddress(e.address)
	var bad diag.List
	checkAddress(&bad, e.source, e.address)
	b.mu.Lock()
	defer b.mu.Unlock()
	if bad.HasErrors() {
		b.problems.Merge(bad)
		return false
	}
	b.entries = append(b.entries, e)
	_, isFile := b.taken[key]
	_, isFolder := b.folders[key]
	if isFile || isFolder || !b.enterFolders(e.address, key) {
		b.clash = true
		return false
	}
	b.taken[key] = struct{}{}
	return true
}

// enterFolders writes down the folders above an address, up to one that is
// known. It is false where one of them is a file, or written in another way
// before: the two would be one folder on some systems and two on others.
func (b *book) enterFolders(address, key string) bool {
	for {
		cut, keyCut := strings.LastIndexByte(address, '/'), strings.LastIndexByte(key, '/')
		if cut < 0 || keyCut < 0 {
			return true
		}
		address, key = address[:cut], key[:keyCut]
		if known, ok := b.folders[key]; ok {
			return known == address
		}
		if _, isFile := b.taken[key]; isFile {
			return false
		}
		b.folders[key] = address
	}
}

// fail keeps the first error of the machine; later calls return that one.
func (b *book) fail(err error) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.failed == nil {
		b.failed = err
	}
	return b.failed
}

// close gives all files by address, and every problem.
func (b *book) close() ([]*entry, diag.List, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	slices.SortFunc(b.entries, func(x, y *entry) int {
		return cmp.Or(strings.Compare(x.address, y.address), compareSources(x.source, y.source))
	})
	problems := b.problems
	if b.clash {
		problems.Merge(collisions(b.entries))
	}
	return b.entries, problems, b.failed
}

func compareSources(a, b diag.Pos) int {
	return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
}

// collisions names every two sources of one address. The entries come sorted;
// the first one is taken to be right and the others are told so.
func collisions(entries []*entry) diag.List {
	var problems diag.List
	files, folders := map[string]*entry{}, map[string]*entry{}
	for _, e := range entries {
		key := lang.FoldAddress(e.address)
		first, known := files[key]
		switch {
		case !known:
			files[key] = e
		case first.address == e.address:
			problems.Errorf(e.source, "publish-address-twice", e.address, first.source.String())
			continue
		default:
			problems.Errorf(e.source, "publish-address-alike", e.address, first.source.String(), first.address)
			continue
		}
		folderCollisions(&problems, folders, e, key)
	}
	for _, e := range entries {
		if inside, ok := folders[lang.FoldAddress(e.address)]; ok {
			problems.Errorf(e.source, "publish-address-folder", e.address, inside.source.String(), inside.address)
		}
	}
	return problems
}

func folderCollisions(problems *diag.List, folders map[string]*entry, e *entry, key string) {
	for i := range len(key) {
		if key[i] != '/' {
			continue
		}
		depth := strings.Count(key[:i], "/") + 1
		first, known := folders[key[:i]]
		if !known {
			folders[key[:i]] = e
		} else if mine, other := leading(e.address, depth), leading(first.address, depth); mine != other {
			problems.Errorf(e.source, "publish-address-alike", mine+"/", first.source.String(), other+"/")
			return
		}
	}
}

// leading is the first n segments of an address.
func leading(address string, n int) string {
	for i := range len(address) {
		if address[i] == '/' {
			if n--; n == 0 {
				return address[:i]
			}
		}
	}
	return address
}
