package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// errNoExchange: the system cannot exchange two folders in one step.
var errNoExchange = errors.New("folders cannot be exchanged here")

// swap puts the staged site in the output folder's place. After it the old
// site, if there was one, stands in the work folder under one of our names.
// When it fails the output folder is as it was.
func (s *Site) swap() error {
	staging := s.work.staging()
	if !s.old.exists {
		return os.Rename(staging, s.out)
	}
	err := errNoExchange
	if !s.opts.noExchange {
		err = exchange(staging, s.out)
	}
	if errors.Is(err, errNoExchange) {
		return s.swapByPair()
	}
	return err
}

// swapByPair moves the old site aside and then the new one in. recover undoes
// the first rename where the second never came.
func (s *Site) swapByPair() error {
	if err := os.Rename(s.out, s.work.aside()); err != nil {
		if errors.Is(err, syscall.EXDEV) && len(s.old.files) == 0 {
			return s.swapEmpty()
		}
		return err
	}
	s.at("aside")
	if err := os.Rename(s.work.staging(), s.out); err != nil {
		return errors.Join(err, os.Rename(s.work.aside(), s.out))
	}
	return nil
}

// swapEmpty replaces an output folder that holds no site. In a container
// image the folder of a check-out (public with its .gitignore) belongs to a
// lower layer and can be deleted but not renamed.
func (s *Site) swapEmpty() error {
	for _, name := range s.old.kept {
		if err := os.Remove(filepath.Join(s.out, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.Remove(s.out); err != nil {
		return err
	}
	return os.Rename(s.work.staging(), s.out)
}
