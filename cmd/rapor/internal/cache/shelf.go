package cache

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"sync"
	"unsafe"
)

// Shelf keeps from one build to the next what was worked out of source files: by a
// name, with the digest of those files. A nil Shelf has nothing and keeps nothing.
// Any number of goroutines may use it.
type Shelf struct {
	dir   string
	stamp Sum
	of    func(name string) (Sum, bool)
	old   map[string]piece

	mu    sync.Mutex
	now   map[string]piece
	bytes int // of what is kept
}

// piece is what was worked out of files with a digest.
type piece struct {
	of   Sum
	text string
}

const shelfName = "terurai"

// shelfFormat begins a shelf. What is in it is as the program wants it, whose
// digest is in the stamp.
const shelfFormat = "rapor-terurai-1\n"

// OpenShelf reads the shelf of a cache's folder; it is empty where there is none,
// where it is damaged or has another stamp. of is the present digest of the files
// that stand behind a name; false where there are none.
func OpenShelf(dir string, stamp Sum, of func(name string) (Sum, bool)) *Shelf {
	s := &Shelf{dir: dir, stamp: stamp, of: of, now: map[string]piece{}}
	body := sealed(filepath.Join(dir, shelfName), shelfFormat)
	r := &reader{rest: body}
	if body == "" || r.sum() != stamp {
		return s
	}
	old := read(r, func() piece { return piece{r.sum(), r.text()} })
	if !r.cut && r.rest == "" {
		s.old = old
	}
	return s
}

// Find returns what was kept under a name if the files behind it are as they were,
// and keeps it for the next build as well.
func (s *Shelf) Find(name string) (string, bool) {
	if s == nil {
		return "", false
	}
	found, ok := s.old[name]
	if now, known := s.of(name); !ok || !known || now != found.of {
		return "", false
	}
	s.put(name, found)
	return found.text, true
}

// Keep puts something by for the next build.
func (s *Shelf) Keep(name string, packed []byte) {
	if s == nil {
		return
	}
	if of, known := s.of(name); known {
		s.put(name, piece{of, string(packed)})
	}
}

// largestShelf is what may be kept, in bytes: some 10,000 institutions. What is
// kept is held in memory, which a larger portal has better uses for.
const largestShelf = 32 << 20

func (s *Shelf) put(name string, p piece) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bytes += len(p.text); s.bytes <= largestShelf {
		s.now[name] = p
	}
}

// Save writes down what this build found and kept.
func (s *Shelf) Save() error {
	return seal(s.dir, shelfName, func(w *writer) {
		w.out = append(w.out, shelfFormat...)
		w.sum(s.stamp)
		written(w, s.now, func(p piece) { w.sum(p.of); w.text(p.text) })
	})
}

// sealed returns what stands in a file between its format and its digest; "" where
// it is not whole.
func sealed(name, format string) string {
	raw, err := os.ReadFile(name)
	if err != nil || len(raw) <= len(format)+sha256.Size || !bytes.HasPrefix(raw, []byte(format)) {
		return ""
	}
	body, sum := raw[:len(raw)-sha256.Size], raw[len(raw)-sha256.Size:]
	if got := sha256.Sum256(body); !bytes.Equal(got[:], sum) {
		return ""
	}
	return unsafe.String(&body[len(format)], len(body)-len(format)) // nothing writes into it
}
