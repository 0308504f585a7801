package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// disk is what writing needs of the data folder; *os.Root is one. It keeps
// every path below the folder, also where a link in it points elsewhere.
type disk interface {
	ReadFile(name string) ([]byte, error)
	WriteFile(name string, data []byte, perm fs.FileMode) error
	Chmod(name string, mode fs.FileMode) error
	Mkdir(name string, perm fs.FileMode) error
	Lstat(name string) (fs.FileInfo, error)
	Rename(old, new string) error
	Remove(name string) error
	RemoveAll(name string) error
}

// staging is where new texts wait until all of them are on the disk. One that a
// killed run left behind is cleared away.
const staging = ".rapor-impor"

// Write puts the whole plan into the data folder or, after any failure, leaves
// it as it was. Files are first written beside the old ones and then moved into
// place one by one; a failure on the way moves back what was moved.
func (p Plan) Write(root string) error {
	if len(p.Files) == 0 {
		return nil
	}
	if err := os.MkdirAll(root, 0o755); err != nil {
		return fmt.Errorf("make %s: %w", root, err)
	}
	d, err := os.OpenRoot(root)
	if err != nil {
		return fmt.Errorf("open %s: %w", root, err)
	}
	err = errors.Join(p.write(d), d.Close())
	if err != nil {
		return fmt.Errorf("write to %s: %w", root, err)
	}
	return nil
}

func (p Plan) write(d disk) (err error) {
	w := writer{disk: d}
	defer func() {
		if err != nil {
			err = errors.Join(err, w.undo())
		}
		err = errors.Join(err, d.RemoveAll(staging))
	}()
	if err := d.RemoveAll(staging); err != nil {
		return err
	}
	if err := d.Mkdir(staging, 0o755); err != nil {
		return err
	}
	for i, f := range p.Files {
		if err := w.stage(i, f); err != nil {
			return err
		}
	}
	for i, f := range p.Files {
		if err := d.Rename(staged(i), f.Path); err != nil {
			return err
		}
		w.moved = append(w.moved, f)
	}
	return nil
}

func staged(i int) string { return path.Join(staging, number(i)+".toml") }

// writer remembers what it did, to take it back.
type writer struct {
	disk
	folders []string // made here, outer ones first
	moved   []File
}

// stage looks whether the file is still what the plan was made from, makes its
// folder and writes its new text aside.
func (w *writer) stage(i int, f File) error {
	if err := w.unchanged(f); err != nil {
		return err
	}
	if err := w.folder(path.Dir(f.Path)); err != nil {
		return err
	}
	return w.put(staged(i), f.New, f)
}

func (w *writer) put(name string, text []byte, f File) error {
	if err := w.WriteFile(name, text, 0o644); err != nil {
		return err
	}
	if f.Existed {
		return w.Chmod(name, f.Mode)
	}
	return nil
}

var errChanged = errors.New("changed while it was being imported into")

func (w *writer) unchanged(f File) error {
	info, err := w.Lstat(f.Path)
	if errors.Is(err, fs.ErrNotExist) && !f.Existed {
		return nil
	}
	if err != nil {
		return err
	}
	if !f.Existed || !info.Mode().IsRegular() {
		return fmt.Errorf("%s: %w", f.Path, errChanged)
	}
	now, err := w.ReadFile(f.Path)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, f.Old) {
		return fmt.Errorf("%s: %w", f.Path, errChanged)
	}
	return nil
}

// folder makes a folder and the ones around it, and remembers those it made.
func (w *writer) folder(name string) error {
	if name == "." {
		return nil
	}
	if _, err := w.Lstat(name); err == nil {
		return nil
	}
	if err := w.folder(path.Dir(name)); err != nil {
		return err
	}
	if err := w.Mkdir(name, 0o755); err != nil {
		return err
	}
	w.folders = append(w.folders, name)
	return nil
}

// undo moves back what was moved and removes the folders that were made.
func (w *writer) undo() error {
	var failures []error
	for _, f := range w.moved {
		if !f.Existed {
			failures = append(failures, w.Remove(f.Path))
			continue
		}
		back := path.Join(staging, "semula.toml")
		err := w.put(back, f.Old, f)
		if err == nil {
			err = w.Rename(back, f.Path)
		}
		failures = append(failures, err)
	}
	for i := len(w.folders) - 1; i >= 0; i-- {
		failures = append(failures, w.Remove(w.folders[i]))
	}
	return errors.Join(failures...)
}
