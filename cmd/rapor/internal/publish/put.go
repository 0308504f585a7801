package publish

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/diag"
)

// The modes of everything published, whatever the umask: a web server of
// another user must be able to read it.
const (
	fileMode   = 0o644
	folderMode = 0o755
)

// File is one file of a site.
type File struct {
	Address string   // slash path below the output folder: instansi/x/index.html
	Source  diag.Pos // what asked for it, named when two ask for one address
	Content []byte   // not kept after Put
	Sum     Sum      // of the content; worked out where it is zero
}

// Put stages a file. One that the old site holds with the same bytes is only
// noted, to be linked by Commit. An impossible or doubly used address is a
// problem that Commit returns; the error is one of the machine, and after it
// the publication cannot succeed.
func (s *Site) Put(file File) error {
	done, err := s.begin()
	if err != nil {
		return err
	}
	defer done()
	e := &entry{address: file.Address, source: file.Source, sum: file.Sum, size: int64(len(file.Content))}
	if e.sum == (Sum{}) {
		e.sum = sha256.Sum256(file.Content)
	}
	e.kept = s.unchanged(e, file.Content)
	if !s.book.enter(e) || e.kept {
		return nil
	}
	return s.stop(e.address, s.write(e.address, func(w io.Writer) error {
		_, err := w.Write(file.Content)
		return err
	}))
}

// PutFrom stages a file whose content is too large to be held in memory, and tells
// its digest and size in bytes. It calls write at most once, with a buffered
// writer; an error of write is returned. write must not call what stages.
func (s *Site) PutFrom(address string, source diag.Pos, write func(io.Writer) error) (Sum, int64, error) {
	done, err := s.begin()
	if err != nil {
		return Sum{}, 0, err
	}
	defer done()
	e := &entry{address: address, source: source}
	if !s.book.enter(e) {
		return Sum{}, 0, nil
	}
	digest := sha256.New()
	err = s.write(address, func(file io.Writer) error {
		out := bufio.NewWriterSize(io.MultiWriter(file, digest, (*counter)(&e.size)), 1<<16)
		if err := write(out); err != nil {
			return err
		}
		return out.Flush()
	})
	if err != nil {
		return Sum{}, 0, s.stop(address, err)
	}
	e.sum = Sum(digest.Sum(nil))
	if e.kept = s.unchanged(e, nil); e.kept {
		err = s.stop(address, os.Remove(s.staged(address)))
	}
	return e.sum, e.size, err
}

// Keep stages a file by its digest alone: the old site's file at the address, or
// one of the store. It is false, and nothing is staged, where neither has these
// bytes: then the caller must Put the content. With it a page whose digest is
// known from a cache need not be in memory at all.
func (s *Site) Keep(address string, source diag.Pos, sum Sum) (bool, error) {
	done, err := s.begin()
	if err != nil {
		return false, err
	}
	defer done()
	e := &entry{address: address, source: source, sum: sum, size: s.old.files[address].size, kept: true}
	if s.unchanged(e, nil) {
		s.book.enter(e)
		return true, nil
	}
	stored := s.opts.Store.Find(sum)
	if stored == "" {
		return false, nil
	}
	e.kept = false
	info, err := os.Stat(stored)
	if err != nil {
		return false, nil
	}
	e.size = info.Size()
	if !s.book.enter(e) {
		return true, nil
	}
	take := s.second
	if !rightMode(info, fileMode) { // it would keep its mode under another name
		take = s.copy
	}
	return true, s.stop(address, take(stored, e))
}

// Old opens the old site's file at an address if it holds the bytes of a digest; nil
// where it does not. Ask Still after the last reading: somebody may edit it
// meanwhile.
func (s *Site) Old(address string, sum Sum) *OldFile {
	if !s.unchanged(&entry{address: address, sum: sum, size: s.old.files[address].size}, nil) {
		return nil
	}
	file, err := os.Open(s.published(address))
	if err != nil {
		return nil
	}
	info, err := file.Stat()
	if err != nil {
		return nil
	}
	return &OldFile{file, info}
}

// OldFile is a file of the old site, open for reading.
type OldFile struct {
	*os.File
	info fs.FileInfo
}

// Still reports whether nobody wrote to the file since it was opened.
func (f *OldFile) Still() bool {
	info, err := f.Stat()
	return err == nil && cache.StatOf(info).Same(cache.StatOf(f.info))
}

// begin guards a call that stages: not after the end, nor after a failure.
func (s *Site) begin() (done func(), err error) {
	s.open.RLock()
	switch {
	case s.closed:
		err = errClosed
	case s.ctx.Err() != nil:
		err = s.book.fail(s.ctx.Err())
	default:
		return s.open.RUnlock, nil
	}
	s.open.RUnlock()
	return nil, err
}

// unchanged tells whether the old site has this very file: by its manifest,
// and then by the bytes on the disk, which somebody may have edited. A file
// with another mode is written anew. content is nil where it is not at hand.
func (s *Site) unchanged(e *entry, content []byte) bool {
	old, ok := s.old.files[e.address]
	if !ok || old.sum != e.sum || old.size != e.size {
		return false
	}
	if s.known != nil {
		info, err := os.Lstat(s.published(e.address))
		if err == nil && info.Mode().IsRegular() && rightMode(info, fileMode) && s.known.Trusts(e.address, info) {
			e.vouched, e.since = true, info.ModTime()
			return true
		}
	}
	file, err := os.Open(s.published(e.address))
	if err != nil {
		return false
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() != e.size || !rightMode(info, fileMode) {
		return false
	}
	e.since = info.ModTime()
	if content == nil {
		sum, err := digestOf(file)
		return err == nil && sum == e.sum
	}
	return holdsBytes(file, content)
}

// buffers are for reading files back.
var buffers = sync.Pool{New: func() any { return new([1 << 16]byte) }}

func holdsBytes(file io.Reader, want []byte) bool {
	buffer := buffers.Get().(*[1 << 16]byte)
	defer buffers.Put(buffer)
	for len(want) > 0 {
		n, err := file.Read(buffer[:min(len(buffer), len(want))])
		if err != nil || !bytes.Equal(buffer[:n], want[:n]) {
			return false
		}
		want = want[n:]
	}
	return true
}

func digestOf(file io.Reader) (Sum, error) {
	buffer := buffers.Get().(*[1 << 16]byte)
	defer buffers.Put(buffer)
	digest := sha256.New()
	_, err := io.CopyBuffer(digest, struct{ io.Reader }{file}, buffer[:])
	return Sum(digest.Sum(nil)), err
}

// rightMode is true on Windows, which has no such modes.
func rightMode(info fs.FileInfo, mode fs.FileMode) bool {
	return runtime.GOOS == "windows" || info.Mode().Perm() == mode
}

// write makes a new file in the staging folder. Nothing staged is ever opened
// for writing a second time: it may be a link to a file of the old site.
func (s *Site) write(address string, fill func(io.Writer) error) error {
	if err := s.makeFolder(path.Dir(address)); err != nil {
		return err
	}
	file, err := os.OpenFile(s.staged(address), os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	err = fill(file)
	if err == nil && s.umask&fileMode != 0 {
		err = file.Chmod(fileMode)
	}
	return errors.Join(err, file.Close())
}

// makeFolder makes a staged folder and those above it, each once.
func (s *Site) makeFolder(folder string) error {
	if folder == "." {
		return nil
	}
	if s.dirs.has(folder) {
		return nil
	}
	if err := s.makeFolder(path.Dir(folder)); err != nil {
		return err
	}
	staged := s.staged(folder)
	if err := os.Mkdir(staged, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if s.umask&folderMode != 0 {
		if err := os.Chmod(staged, folderMode); err != nil {
			return err
		}
	}
	s.dirs.add(folder)
	return nil
}

// folderSet is a set of folders, by slash path, for many goroutines.
type folderSet struct {
	mu  sync.RWMutex
	all map[string]struct{}
}

func (f *folderSet) has(folder string) bool {
	f.mu.RLock()
	defer f.mu.RUnlock()
	_, ok := f.all[folder]
	return ok
}

func (f *folderSet) add(folder string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.all == nil {
		f.all = map[string]struct{}{}
	}
	f.all[folder] = struct{}{}
}

func (f *folderSet) clear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	clear(f.all)
}

// stop records an error of the machine, with the file it hit.
func (s *Site) stop(address string, err error) error {
	if err == nil {
		return nil
	}
	return s.book.fail(fmt.Errorf("publish %s: %w", filepath.Join(s.opts.Out, filepath.FromSlash(address)), err))
}

// counter counts the bytes written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
