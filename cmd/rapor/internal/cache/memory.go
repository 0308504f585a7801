package cache

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Memory is what is remembered of a build.
type Memory struct {
	Stamp     Sum   // of the program, the flags and all else that is no file; another stamp, another memory
	Taken     int64 // the moment at which Inputs was begun
	Inputs    Tree
	Published Published
	Made      map[string]Made    // by address
	Forms     map[string]Form    // by address
	Pieces    map[string][]Piece // of files that are put together from pieces, by address
	Readings  []Reading          // what files were made from; Made tells them by their places here
	Notes     []byte             // whatever the caller wants to find again
}

// Reading is something that files can be made from, and its digest then.
type Reading struct {
	Name string
	Sum  Sum
}

// Made is how a file of the site came to be. There are hundreds of thousands.
type Made struct {
	Reads []int32 // everything that it was made from, by place in Memory.Readings; none: never used again
	Sum   Sum
	Bytes int64
}

// Form is a compressed form of a file.
type Form struct {
	From  Sum // the bytes that it is a form of
	Sum   Sum
	Bytes int64
}

// Piece is a part of a file that was made by itself.
type Piece struct {
	Name      string
	Reads     []int32 // as Made has them
	At, Bytes int64   // where it stands in the file
}

// Published is the output folder as it was left.
type Published struct {
	Manifest Sum             // of manifest.json's bytes
	At       int64           // the moment, by the clock of that file system
	Files    map[string]Stat // by address
	Folders  map[string]Stat // by address; "" is the output folder itself. Nil where they cannot vouch
	User     int             // whose rights were looked at when the folders were
	Spare    Spare
}

// Spare is the site before the published one, put by to be brought forward; see
// package publish.
type Spare struct {
	Folders map[string]Stat // by address, without its own; nil: there is none
	Behind  map[string]bool // addresses whose file is not the published one: true if there is a file
}

// Trusts reports whether a published file is untouched since.
func (p *Published) Trusts(address string, info fs.FileInfo) bool {
	stat, ok := p.Files[address]
	return ok && stat.Same(StatOf(info)) && stat.Settled(p.At, OwnMargin)
}

// Dir is where the cache of an output folder stands.
func Dir(out string) string {
	return filepath.Join(filepath.Dir(out), ".rapor", filepath.Base(out))
}

// SpareIn is where the spare of a cache's folder stands.
func SpareIn(dir string) string { return filepath.Join(dir, "cadangan") }

const memoryName = "ingatan"

// memoryFormat begins a memory. It changes with the types above.
const memoryFormat = "rapor-ingatan-5\n"

// Load reads the memory of an output folder; without one, or where it is
// damaged or has another stamp, it is empty but for the stamp.
func Load(dir string, stamp Sum) *Memory {
	body := sealed(filepath.Join(dir, memoryName), memoryFormat)
	if found, whole := decode(body); body != "" && whole && found.Stamp == stamp {
		return found
	}
	return &Memory{Stamp: stamp}
}

// Save writes the memory down, whole or not at all.
func (m *Memory) Save(dir string) error { return seal(dir, memoryName, m.write) }

// seal writes a file with its digest at the end, whole or not at all.
func seal(dir, name string, content func(*writer)) error {
	if err := prepare(dir); err != nil {
		return err
	}
	file, err := os.CreateTemp(dir, name+"-*")
	if err != nil {
		return err
	}
	digest := sha256.New()
	w := &writer{full: func(part []byte) {
		digest.Write(part)
		if err == nil {
			_, err = file.Write(part)
		}
	}}
	content(w)
	w.spill(0)
	if err == nil {
		_, err = file.Write(digest.Sum(nil))
	}
	err = errors.Join(err, file.Close())
	if err == nil {
		err = os.Rename(file.Name(), filepath.Join(dir, name))
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}

// Forget drops the memory of an output folder.
func Forget(dir string) error {
	err := os.Remove(filepath.Join(dir, memoryName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Moment is what time it is by the clock of the file system that holds a cache, in
// nanoseconds; 0 where it cannot tell.
func Moment(dir string) int64 {
	if prepare(dir) != nil {
		return 0
	}
	file, err := os.CreateTemp(dir, "jam-*")
	if err != nil {
		return 0
	}
	defer os.Remove(file.Name())
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return 0
	}
	return StatOf(info).Changed
}

// prepare makes the cache's folder, which git is told to leave alone.
func prepare(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	ignore := filepath.Join(filepath.Dir(dir), ".gitignore")
	if _, err := os.Lstat(ignore); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.WriteFile(ignore, []byte("*\n"), 0o644)
}
