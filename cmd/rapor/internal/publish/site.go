package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/diag"
)

// Options says where to publish.
type Options struct {
	Out     string   // the output folder; need not exist
	Sources []string // files and folders that Out must not be, hold or lie in
	NoSync  bool     // do not wait for the disk before the swap: for previews

	Known *cache.Published // the output folder as this program left it; nil: every file is read
	Store *cache.Store     // bytes of earlier publications, for Keep; may be nil
	Spare string           // where the site before the old one stands, or shall; "": nowhere

	step       func(string) // tests: called at each step, to stop there
	noExchange bool         // tests: as if the system could not exchange folders
}

// Site is a publication in the making. Put, PutFrom and Keep may be called
// from many goroutines. Commit or Abort ends it.
type Site struct {
	ctx  context.Context
	opts Options
	out  string // Out made absolute, links followed: what is replaced
	work workFolder
	old  oldSite

	known    *cache.Published // opts.Known, if it is about the old site
	verified bool             // the old site's folders are as known says

	spare *spare // that has become the staging folder, or nil
	kept  bool   // the old site was put by as the next spare

	swapped bool

	umask os.FileMode // bits that the system takes from the modes we ask for
	dirs  folderSet   // staged folders that exist

	open   sync.RWMutex // held for reading while a file is staged
	closed bool

	manifest Sum      // of the published manifest, once it is
	final    []*entry // of the published site, by address

	book book
}

// errClosed is a fault of the caller: the site has been committed or aborted.
var errClosed = errors.New("the site is closed")

// Open checks the output folder, takes its lock, clears what a killed run left
// and reads the old site's manifest. Nothing inside the output folder is
// touched. Problems say why the folder is refused; then, as after an error of
// the machine, there is no Site and nothing is left beside the folder.
//
// ctx ends the whole publication: once it is done, Put and Commit fail and
// Commit changes nothing.
func Open(ctx context.Context, opts Options) (*Site, diag.List, error) {
	out, problems, err := resolveOut(opts)
	if err != nil || problems.HasErrors() {
		return nil, problems, err
	}
	work, problems, err := takeWorkFolder(opts.Out, out)
	if err != nil || problems.HasErrors() {
		return nil, problems, err
	}
	s := &Site{ctx: ctx, opts: opts, out: out, work: work, book: newBook()}
	problems, err = s.prepare()
	if err != nil || problems.HasErrors() {
		s.Abort()
		return nil, problems, err
	}
	return s, problems, nil
}

// prepare does what needs the lock.
func (s *Site) prepare() (diag.List, error) {
	var problems diag.List
	if err := s.work.recover(); err != nil {
		return problems, fmt.Errorf("clear what an earlier run left: %w", err)
	}
	if err := s.scan(); err != nil {
		return problems, fmt.Errorf("read the output folder: %w", err)
	}
	s.old.report(&problems, s.opts.Out)
	if problems.HasErrors() {
		return problems, nil
	}
	return problems, s.makeStaging()
}

// makeStaging makes the empty staging folder and learns from it which
// permission bits the system takes away: the umask, or the parent's default
// access list, which a look at the umask would miss.
func (s *Site) makeStaging() error {
	if err := os.Mkdir(s.work.staging(), 0o777); err != nil {
		return err
	}
	info, err := os.Stat(s.work.staging())
	if err != nil {
		return err
	}
	s.umask = 0o777 &^ info.Mode().Perm()
	s.at("opened")
	return os.Chmod(s.work.staging(), folderMode)
}

// Abort gives the publication up: the staging folder goes, the output folder
// stays as it is. After Commit or another Abort it does nothing, so it can be
// deferred. What cannot be removed now is removed by the next Open.
func (s *Site) Abort() {
	s.open.Lock()
	defer s.open.Unlock()
	if s.closed {
		return
	}
	s.closed = true
	_ = s.work.clear() // the next Open tries again and says so
	s.makeRoom(s.book.failed)
}

// makeRoom lets the spare go where the disk is full: else the old bytes that it
// holds could keep every later build from its place.
func (s *Site) makeRoom(err error) {
	if s.opts.Spare != "" && errors.Is(err, syscall.ENOSPC) {
		_ = removeTree(s.opts.Spare) // if it stays, the next build is as this one
	}
}

// at marks a step, for tests that stop there.
func (s *Site) at(step string) {
	if s.opts.step != nil {
		s.opts.step(step)
	}
}

// staged is where a file waits for the swap.
func (s *Site) staged(address string) string {
	return filepath.Join(s.work.staging(), filepath.FromSlash(address))
}

// published is where a file of the old site stands.
func (s *Site) published(address string) string {
	return filepath.Join(s.out, filepath.FromSlash(address))
}
