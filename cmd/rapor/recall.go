package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/publish"
)

// recall is what a build knows of the last one, and what it learns for the next.
// A nil recall knows and learns nothing (--no-cache).
type recall struct {
	dir   string // of the cache
	old   *cache.Memory
	tree  cache.Tree // every source file
	taken int64
	shelf *cache.Shelf // of decoded institutions
	quick bool         // all flags are ones that the stamp covers

	private bool // the site goes with this run: its bytes need not be stored
	look    func(earlier cache.Tree, recorded int64) (cache.Tree, error)

	base, all cache.Sum            // digests of what all files share, and of everything
	own       map[string]cache.Sum // by slug, of each institution's folder
	templates func(layout string) ([]string, bool)
	looks     sync.Map // digests of templates, by layout
	facts     []func(what string) (cache.Sum, bool)

	same []func() bool // whether each of the old readings is as it was; worked out when asked

	mu       sync.Mutex
	made     map[string]cache.Made
	forms    map[string]cache.Form
	cut      map[string][]cache.Piece
	readings []cache.Reading
	places   map[string]int32 // of the readings, by name
}

// What a file of the site can have been made from, besides what package view
// tells of.
const (
	readAll   = "semua"     // may have looked at anything
	readBase  = "dasar"     // all but the institutions' folders and the themes
	readTheme = "tema"      // the themes but for their templates: words, assets
	readLook  = "tata:"     // the themes, and of their templates those of a layout
	readOwn   = "instansi:" // the folder of an institution, whose slug follows
)

// recall looks at every source file and at what is remembered of the last build.
// It is nil where a file cannot be read: whoever reads the portal says so.
func (a *app) recall(cmd *cobra.Command, out string) *recall {
	r := &recall{dir: cache.Dir(out), made: map[string]cache.Made{}, forms: map[string]cache.Form{}, cut: map[string][]cache.Piece{}, places: map[string]int32{}}
	stamp, quick, err := a.stamp(cmd)
	if err != nil {
		return nil
	}
	r.old, r.quick = cache.Load(r.dir, stamp), quick
	r.taken = time.Now().UnixNano()
	r.look = a.sources
	if r.tree, err = a.sources(r.old.Inputs, r.old.Taken); err != nil {
		return nil
	}
	return r
}

// inputs is the digest of the source files.
func inputs(t cache.Tree) cache.Sum { return t.Digest(func(string) bool { return true }) }

// unchanged reports whether nothing that decides the site has changed since the
// last build.
func (r *recall) unchanged() bool {
	return r != nil && r.quick && r.old.Published.Files != nil && inputs(r.tree) == inputs(r.old.Inputs)
}

// decoded is the shelf of institutions that earlier builds decoded. What an
// institution's files mean hangs on them and on the instruments, besides the
// program and its flags.
func (r *recall) decoded() *cache.Shelf {
	if r == nil {
		return nil
	}
	r.own = r.tree.Below("data/instansi")
	instruments := r.tree.Digest(func(name string) bool { return strings.HasPrefix(name, "data/instrumen/") })
	r.shelf = cache.OpenShelf(r.dir, r.old.Stamp, func(slug string) (cache.Sum, bool) {
		own, known := r.own[slug] // nothing is known of an embedded portal
		return sha256.Sum256(append(own[:], instruments[:]...)), known
	})
	return r.shelf
}

// publishing adds to the options of a publication what the last build left.
func (r *recall) publishing(o publish.Options) publish.Options {
	if r == nil {
		return o
	}
	o.Known, o.Spare = &r.old.Published, cache.SpareIn(r.dir)
	if !r.private {
		o.Store = cache.StoreIn(r.dir)
	}
	return o
}

// digest readies what can be asked of the source files. date is in no file.
func (r *recall) digest(date string, templates func(layout string) ([]string, bool), facts ...func(string) (cache.Sum, bool)) {
	if r == nil {
		return
	}
	const institutions = "data/instansi/"
	frame := r.tree.Digest(func(name string) bool {
		return !strings.HasPrefix(name, institutions) && !strings.HasPrefix(name, "themes/")
	})
	everything := inputs(r.tree)
	r.base = sha256.Sum256(fmt.Appendf(nil, "%x %x %s", r.old.Stamp, frame, date))
	r.all = sha256.Sum256(fmt.Appendf(nil, "%x %x %s", r.old.Stamp, everything, date))
	r.templates = templates
	r.facts = facts
	r.same = make([]func() bool, len(r.old.Readings))
	for i, old := range r.old.Readings {
		r.same[i] = sync.OnceValue(func() bool {
			now, known := r.fact(old.Name)
			return known && now == old.Sum
		})
	}
}

// fact is the present digest of what a file can have been made from.
func (r *recall) fact(what string) (cache.Sum, bool) {
	if slug, ok := strings.CutPrefix(what, readOwn); ok {
		return r.own[slug], true // of an embedded portal: nothing, the stamp has it
	}
	if layout, ok := strings.CutPrefix(what, readLook); ok {
		return r.lookOf(layout), true
	}
	switch what {
	case readTheme:
		return r.lookOf(""), true
	case readAll:
		return r.all, true
	case readBase:
		return r.base, true
	}
	for _, fact := range r.facts {
		if sum, known := fact(what); known {
			return sum, true
		}
	}
	return cache.Sum{}, false
}

// lookOf is the present digest of the themes as far as they decide pages with a
// layout; without one, as far as they decide what is no page.
func (r *recall) lookOf(layout string) cache.Sum {
	if sum, ok := r.looks.Load(layout); ok {
		return sum.(cache.Sum)
	}
	var templates []string
	known := true
	if layout != "" {
		templates, known = r.templates(layout)
	}
	sum := r.tree.Digest(func(name string) bool {
		rest, ok := strings.CutPrefix(name, "themes/")
		_, file, _ := strings.Cut(rest, "/")
		isTemplate := strings.HasPrefix(file, "layouts/") || strings.HasPrefix(file, "partials/")
		return ok && (!known || !isTemplate || slices.Contains(templates, file))
	})
	r.looks.Store(layout, sum)
	return sum
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
	return made, r.stand(made.Reads)
}

// stand reports whether all of some old readings are as they were.
func (r *recall) stand(reads []int32) bool {
	for _, place := range reads {
		if !r.same[place]() {
			return false
		}
	}
	return true
}

// pieces are those of an old file that would be made the same again, by the
// institution of each.
func (r *recall) pieces(address string) map[string]cache.Piece {
	if r == nil {
		return nil
	}
	out := map[string]cache.Piece{}
	for _, p := range r.old.Pieces[address] {
		if r.stand(p.Reads) {
			out[p.Name] = p
		}
	}
	return out
}

// learnPieces notes the pieces of a file, which were made from the base and from
// an institution each.
func (r *recall) learnPieces(address string, pieces []cache.Piece) {
	if r == nil {
		return
	}
	for i := range pieces {
		for _, what := range []string{readBase, readOwn + pieces[i].Name} {
			digest, _ := r.fact(what)
			pieces[i].Reads = append(pieces[i].Reads, r.place(cache.Reading{Name: what, Sum: digest}))
		}
	}
	r.keepPieces(address, pieces)
}

func (r *recall) keepPieces(address string, pieces []cache.Piece) {
	r.mu.Lock()
	r.cut[address] = pieces
	r.mu.Unlock()
}

// learn notes how a file was made. Whatever else it was made from, it was made
// from the base.
func (r *recall) learn(address string, reads []string, sum cache.Sum, size int64) {
	if r == nil {
		return
	}
	made := cache.Made{Sum: sum, Bytes: size, Reads: make([]int32, 0, 1+len(reads))}
	for _, what := range append([]string{readBase}, reads...) {
		digest, known := r.fact(what)
		if !known {
			return
		}
		made.Reads = append(made.Reads, r.place(cache.Reading{Name: what, Sum: digest}))
	}
	r.keep(address, made)
}

// place is where a reading stands among those of this build.
func (r *recall) place(reading cache.Reading) int32 {
	r.mu.Lock()
	defer r.mu.Unlock()
	place, ok := r.places[reading.Name]
	if !ok {
		place = int32(len(r.readings))
		r.readings, r.places[reading.Name] = append(r.readings, reading), place
	}
	return place
}

// form returns a compressed form of the last build if it is one of the bytes.
func (r *recall) form(address string, of cache.Sum) (cache.Form, bool) {
	if r == nil {
		return cache.Form{}, false
	}
	old, ok := r.old.Forms[address]
	return old, ok && old.From == of
}

// keepForm notes a compressed form for the next build.
func (r *recall) keepForm(address string, form cache.Form) {
	if r == nil {
		return
	}
	r.mu.Lock()
	r.forms[address] = form
	r.mu.Unlock()
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

// again notes that a file of the last build is used again.
func (r *recall) again(address string, made cache.Made) {
	made.Reads = r.still(made.Reads)
	r.keep(address, made)
	if pieces := slices.Clone(r.old.Pieces[address]); pieces != nil {
		for i := range pieces {
			pieces[i].Reads = r.still(pieces[i].Reads)
		}
		r.keepPieces(address, pieces)
	}
}

// still are the places, among the readings of this build, of old ones that are as
// they were.
func (r *recall) still(old []int32) []int32 {
	reads := make([]int32, len(old))
	for i, place := range old {
		reads[i] = r.place(r.old.Readings[place])
	}
	return reads
}

// lastReport are the parts of a report that a build without work repeats.
type lastReport struct {
	Pages      int
	Compressed *compressReport
	Warnings   []diag.Problem // that are said again

	Cards *cardsReport
}

// idle is what a build without work says after this one: it takes no time to draw
// or to compress.
func (r lastReport) idle() lastReport {
	r.Cards = nil
	if r.Compressed != nil {
		compressed := *r.Compressed
		compressed.Seconds = 0
		r.Compressed = &compressed
	}
	return r
}

// last is the report of the last build.
func (r *recall) last() lastReport {
	var last lastReport
	_ = gob.NewDecoder(bytes.NewReader(r.old.Notes)).Decode(&last) // our own, with its digest
	return last
}

// save writes down what the next build can use. Nothing is remembered of a build
// during which a source file changed: what it read is not known. A cache that
// cannot be written is no reason to fail.
func (r *recall) save(last lastReport, site *publish.Site, swapped bool) error {
	if r == nil {
		return nil
	}
	swap := time.Now()                           // or after it
	r.facts, r.templates, r.same = nil, nil, nil // they hold all that was worked out of the portal
	var now cache.Tree
	var both errgroup.Group
	both.Go(func() (err error) {
		now, err = r.look(r.tree, r.taken)
		return err
	})
	if !r.private {
		both.Go(func() error { return cache.StoreIn(r.dir).Fill(site.Contents()) })
	}
	if err := both.Wait(); err != nil || !maps.Equal(now, r.tree) {
		return errors.Join(err, cache.Forget(r.dir))
	}
	var notes bytes.Buffer
	if err := gob.NewEncoder(&notes).Encode(last.idle()); err != nil {
		return err
	}
	if swapped {
		time.Sleep(cache.OwnWait - time.Since(swap)) // so that the clock has moved on
	}
	m := &cache.Memory{Stamp: r.old.Stamp, Taken: r.taken, Inputs: r.tree, Made: r.made, Forms: r.forms, Pieces: r.cut, Readings: r.readings, Notes: notes.Bytes()}
	var err error
	if m.Published, err = site.Record(cache.Moment(r.dir)); err != nil {
		return err
	}
	return errors.Join(r.shelf.Save(), m.Save(r.dir))
}
