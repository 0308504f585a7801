package publish

import (
	"fmt"
	"io"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/diag"
)

// TestASpareIsBroughtForwardToExactlyTheNewSite publishes random sites on one
// another: files come, go, change, become folders and become files again. Now and
// then a hand disturbs the published site or the spare.
func TestASpareIsBroughtForwardToExactlyTheNewSite(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	opts := Options{Out: out, NoSync: true, Spare: cache.SpareIn(cache.Dir(out))}
	adopted := 0
	for generation := range 40 {
		site := pages{}
		for i := range 30 {
			address := fmt.Sprintf("%d/%d", i%3, i)
			switch random.Intn(12) {
			case 0: // not there
			case 1:
				site[address+"/index.html"] = fmt.Sprint(random.Intn(4))
			default:
				site[address] = fmt.Sprint(random.Intn(2))
			}
		}
		disturbed := generation%4 == 3
		if disturbed {
			disturb(t, random, []string{out, opts.Spare}[random.Intn(2)])
		}
		s, problems, err := Open(t.Context(), opts)
		if err != nil || problems.HasErrors() {
			t.Fatal(err, printed(problems))
		}
		for address, content := range site {
			if err := s.Put(File{Address: address, Content: []byte(content)}); err != nil {
				t.Fatal(err)
			}
		}
		if _, problems, err := s.Commit(origin); err != nil || problems.HasErrors() {
			t.Fatal(err, printed(problems))
		}
		if s.spare != nil {
			adopted++
		}
		known := settled(t, s)
		opts.Known = &known
		if differences, problems, err := Verify(t.Context(), out); err != nil || len(differences) > 0 || problems.HasErrors() {
			t.Fatal(generation, differences, err, printed(problems))
		}
		if got := len(known.Files); got != len(site) {
			t.Fatalf("generation %d: %d files, want %d", generation, got, len(site))
		}
		for address, content := range site {
			if got, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(address))); err != nil || string(got) != content {
				t.Fatalf("generation %d: %s holds %q, want %q (%v)", generation, address, got, content, err)
			}
		}
	}
	if adopted < 15 {
		t.Errorf("a spare was used in %d of 40 publications", adopted)
	}
}

// disturb does to a file of a tree what a hand does.
func disturb(t *testing.T, random *rand.Rand, tree string) {
	var files []string
	_ = filepath.WalkDir(tree, func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() && e.Name() != manifestName {
			files = append(files, name)
		}
		return nil
	})
	if len(files) == 0 {
		return
	}
	slices.Sort(files)
	name := files[random.Intn(len(files))]
	var err error
	switch random.Intn(4) {
	case 0:
		err = os.WriteFile(name, []byte("7"), 0o644)
	case 1:
		err = os.Remove(name)
	case 2:
		if err = os.Remove(name); err == nil {
			err = os.WriteFile(name, []byte("8"), 0o644)
		}
	case 3:
		err = os.Mkdir(filepath.Join(filepath.Dir(name), "kosong"), 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestAFullDiskLetsTheSpareGo: what fails for want of room gives back what room it
// can; what fails for another reason keeps the spare.
func TestAFullDiskLetsTheSpareGo(t *testing.T) {
	for _, c := range []struct {
		fault error
		gone  bool
	}{{syscall.ENOSPC, true}, {fs.ErrPermission, false}} {
		out := filepath.Join(t.TempDir(), "public")
		opts := Options{Out: out, NoSync: true, Spare: cache.SpareIn(cache.Dir(out))}
		text := ""
		for i := 0; i < 5 && absent(opts.Spare); i++ { // a tree is only put by where the clock vouches for it
			text = fmt.Sprint(i)
			s := mustOpen(t, opts)
			if err := s.Put(File{Address: "a/index.html", Content: []byte(text)}); err != nil {
				t.Fatal(err)
			}
			if _, problems, err := s.Commit(origin); err != nil || problems.HasErrors() {
				t.Fatal(err, printed(problems))
			}
			known := settled(t, s)
			opts.Known = &known
		}
		if absent(opts.Spare) {
			t.Fatal("no spare was put by")
		}
		s := mustOpen(t, opts)
		if _, _, err := s.PutFrom("a/index.html", diag.Pos{}, func(io.Writer) error { return &fs.PathError{Op: "write", Path: "a", Err: c.fault} }); err == nil {
			t.Fatal("no error")
		}
		s.Abort()
		if absent(opts.Spare) != c.gone {
			t.Errorf("after %v the spare is gone: %t", c.fault, !c.gone)
		}
		if got := read(t, filepath.Join(out, "a/index.html")); got != text {
			t.Errorf("the old site holds %q", got)
		}
	}
}

func absent(name string) bool {
	_, err := os.Lstat(name)
	return err != nil
}
