package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/diag"
)

// Report counts what a publication did. Files = Changed + Reused; the
// manifest and the files of git are not counted.
type Report struct {
	Files   int
	Changed int   // new, or with other bytes than in the old site
	Reused  int   // linked from the old site, or simply left
	Removed int   // in the old site only
	Bytes   int64 // of all files
	Swapped bool  // false: the old site was this very site and was not touched
	Litter  error // what of the old site could not be deleted; the next Open tries again
}

// Commit publishes what was put, with a manifest, and ends the Site. After
// problems (addresses) or an error of the machine the old site is untouched.
// Where nothing differs from the old site nothing is done at all.
func (s *Site) Commit(origin Origin) (Report, diag.List, error) {
	s.open.Lock()
	defer s.open.Unlock()
	if s.closed {
		return Report{}, diag.List{}, errClosed
	}
	report, problems, err := s.commit(origin)
	s.closed = true
	litter := s.work.clear()
	if err != nil || problems.HasErrors() {
		s.makeRoom(err)
		return Report{}, problems, err
	}
	report.Litter = litter
	return report, problems, nil
}

func (s *Site) commit(origin Origin) (Report, diag.List, error) {
	entries, problems, err := s.book.close()
	if err != nil || problems.HasErrors() {
		return Report{}, problems, err
	}
	report := s.count(entries)
	s.final, s.manifest = entries, s.old.manifest
	if same, err := s.sameAsOld(report, origin, entries); same || err != nil {
		return report, problems, err
	}
	report.Swapped = true
	if problems, err = s.complete(origin, entries); err != nil || problems.HasErrors() {
		return report, problems, err
	}
	s.at("before swap")
	if err := s.swap(); err != nil {
		return report, problems, fmt.Errorf("put the new site in place of %s: %w", s.opts.Out, err)
	}
	s.at("swapped")
	s.swapped = true
	s.putBy()
	s.work.above = nil // they hold a site now
	return report, problems, nil
}

func (s *Site) count(entries []*entry) Report {
	r := Report{Files: len(entries), Removed: len(s.old.files)}
	for _, e := range entries {
		r.Bytes += e.size
		if e.kept {
			r.Reused++
		} else {
			r.Changed++
		}
		if _, was := s.old.files[e.address]; was {
			r.Removed--
		}
	}
	return r
}

// sameAsOld tells whether a swap would change nothing.
func (s *Site) sameAsOld(r Report, origin Origin, entries []*entry) (bool, error) {
	if r.Changed > 0 || r.Removed > 0 || s.old.untidy || s.old.files == nil {
		return false, s.ctx.Err()
	}
	digest := sha256.New()
	if err := writeManifest(digest, origin, entries); err != nil {
		return false, err
	}
	return Sum(digest.Sum(nil)) == s.old.manifest, s.ctx.Err()
}

// complete brings to the staging folder what the new site shares with the
// old one, and the manifest. The old site is looked at once more on the way:
// somebody may have put a file there since Open.
func (s *Site) complete(origin Origin, entries []*entry) (problems diag.List, err error) {
	if err := s.adopt(entries); err != nil {
		return problems, s.stop("", err)
	}
	if err := s.linkKept(entries); err != nil {
		return problems, s.stop("", err)
	}
	s.at("linked")
	if err = s.rescan(); err != nil {
		return problems, s.stop("", err)
	}
	if s.old.report(&problems, s.opts.Out); problems.HasErrors() {
		return problems, nil
	}
	for _, name := range s.old.kept {
		if err := copyFile(s.published(name), s.staged(name)); err != nil {
			return problems, s.stop(name, err)
		}
	}
	digest := sha256.New()
	err = s.write(manifestName, func(w io.Writer) error { return writeManifest(io.MultiWriter(w, digest), origin, entries) })
	digest.Sum(s.manifest[:0])
	if err != nil {
		return problems, s.stop(manifestName, err)
	}
	s.at("manifest")
	if !s.opts.NoSync {
		err = syncStaged(s.work.staging())
		s.at("synced")
	}
	return problems, s.stop("", errors.Join(err, s.ctx.Err()))
}

// linkKept links the files that the old site has already, or completes a spare.
// The entries come sorted, so that one worker stays in one folder.
func (s *Site) linkKept(entries []*entry) error {
	const chunk = 256
	var workers errgroup.Group
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for start := 0; start < len(entries); start += chunk {
		part := entries[start:min(start+chunk, len(entries))]
		workers.Go(func() error {
			for _, e := range part {
				var err error
				switch {
				case s.spare.holds(e):
					e.linked = true
				case s.spare != nil:
					err = s.bring(e)
				case e.kept:
					err = s.link(e)
				}
				if err != nil {
					return err
				}
			}
			return s.ctx.Err()
		})
	}
	return workers.Wait()
}

// link gives the old site's file a second name in the new one.
func (s *Site) link(e *entry) error { return s.second(s.published(e.address), e) }

// second gives a file another name in the staging folder; where the file system
// or its owner forbids that, a copy is made.
func (s *Site) second(from string, e *entry) error {
	if err := s.makeFolder(path.Dir(e.address)); err != nil {
		return err
	}
	if os.Link(from, s.staged(e.address)) == nil {
		e.linked = e.kept
		return nil
	}
	return s.copy(from, e)
}

// copy makes a new file of the bytes of another.
func (s *Site) copy(from string, e *entry) error {
	file, err := os.Open(from)
	if err != nil {
		return err
	}
	defer file.Close()
	digest := sha256.New()
	err = s.write(e.address, func(w io.Writer) error {
		_, err := io.Copy(io.MultiWriter(w, digest), file)
		return err
	})
	if err == nil && Sum(digest.Sum(nil)) != e.sum {
		err = fmt.Errorf("%s changed while it was read", filepath.Clean(from))
	}
	return err
}

// copyFile copies a file of git's, with its mode.
func copyFile(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if err := os.WriteFile(to, content, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Chmod(to, info.Mode().Perm())
}
