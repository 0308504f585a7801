package publish

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
	"time"

	"rapor/cmd/rapor/internal/cache"
)

// remembered publishes a small site and records it as a build does.
func remembered(t *testing.T) (dir string, known cache.Published) {
	t.Helper()
	dir = t.TempDir()
	out := filepath.Join(dir, "public")
	return out, recorded(t, Options{Out: out}, []File{{Address: "index.html", Content: []byte("satu")}, {Address: "a/b.html", Content: []byte("dua")}})
}

// recorded publishes files and records the site.
func recorded(t *testing.T, opts Options, files []File) cache.Published {
	t.Helper()
	s, problems, err := Open(t.Context(), opts)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	for _, f := range files {
		if err := s.Put(f); err != nil {
			t.Fatal(err)
		}
	}
	if _, problems, err := s.Commit(origin); err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	return settled(t, s)
}

// settled records a site when the clock has moved on.
func settled(t *testing.T, s *Site) cache.Published {
	t.Helper()
	time.Sleep(cache.OwnWait)
	known, err := s.Record(cache.Moment(cache.Dir(s.out)))
	if err != nil {
		t.Fatal(err)
	}
	return known
}

func intact(t *testing.T, out string, known *cache.Published) bool {
	t.Helper()
	s, problems, err := Open(t.Context(), Options{Out: out, Known: known})
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	defer s.Abort()
	_, ok := s.Intact()
	return ok
}

func TestASiteIsIntactOnlyAsItWasLeft(t *testing.T) {
	for name, change := range map[string]func(out string) error{
		"an edit that keeps size and time": func(out string) error {
			file := filepath.Join(out, "a", "b.html")
			info, err := os.Stat(file)
			if err != nil {
				return err
			}
			if err := os.WriteFile(file, []byte("due"), 0o644); err != nil {
				return err
			}
			return os.Chtimes(file, info.ModTime(), info.ModTime())
		},
		"a file gone":      func(out string) error { return os.Remove(filepath.Join(out, "index.html")) },
		"another mode":     func(out string) error { return os.Chmod(filepath.Join(out, "index.html"), 0o600) },
		"an empty folder":  func(out string) error { return os.Mkdir(filepath.Join(out, "kosong"), 0o755) },
		"another manifest": func(out string) error { return os.Remove(filepath.Join(out, manifestName)) },
	} {
		t.Run(name, func(t *testing.T) {
			out, known := remembered(t)
			if !intact(t, out, &known) {
				t.Fatal("an untouched site is not intact")
			}
			if err := change(out); err != nil {
				t.Fatal(err)
			}
			if name == "another manifest" {
				publishAll(t, Options{Out: out + "2"}, []File{{Address: "index.html", Content: []byte("satu")}})
				out += "2"
			}
			if intact(t, out, &known) {
				t.Error("it is taken to be intact")
			}
		})
	}
}

func TestWhatChangedAMomentAgoIsRead(t *testing.T) {
	out, known := remembered(t)
	for address, stat := range known.Files {
		known.Files[address] = cache.Stat{Size: stat.Size, Mode: stat.Mode, Modified: stat.Modified, Changed: stat.Changed, Inode: stat.Inode}
		known.At = stat.Changed // recorded within the tick of the change
	}
	file := filepath.Join(out, "index.html")
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if known.Trusts("index.html", info) {
		t.Error("a file is trusted although it may have changed within the same tick")
	}
}

// A file that is linked is in both sites: whoever writes into the old one after it
// was looked at and before the swap, writes into the new one.
func TestAFileWrittenToDuringThePublicationIsNotTrusted(t *testing.T) {
	out, known := remembered(t)
	s, problems, err := Open(t.Context(), Options{Out: out, Known: &known})
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	put(t, s, pages{"index.html": "satu", "a/b.html": "tiga"})
	time.Sleep(50 * time.Millisecond)
	if err := os.WriteFile(filepath.Join(out, "index.html"), []byte("sabu"), 0o644); err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond)
	if _, problems, err := s.Commit(origin); err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	if known = settled(t, s); intact(t, out, &known) {
		t.Error("the site is taken for intact")
	}
}

func TestBytesAreTakenFromTheStoreOnlyWhenTheyAreRight(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	files := []File{{Address: "index.html", Content: []byte("satu")}}
	publishAll(t, Options{Out: out}, files)
	sum := Sum(sha256.Sum256(files[0].Content))
	store := cache.StoreIn(cache.Dir(out))
	if err := store.Fill(map[Sum]string{sum: filepath.Join(out, "index.html")}); err != nil {
		t.Fatal(err)
	}
	keep := func() bool {
		s, problems, err := Open(t.Context(), Options{Out: filepath.Join(dir, "lain"), Store: store})
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems.Sorted())
		}
		defer s.Abort()
		kept, err := s.Keep("index.html", files[0].Source, sum)
		if err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(s.staged("index.html")); kept && (err != nil || !rightMode(info, fileMode)) {
			t.Error("the store gives a file that a web server may not read", err)
		}
		return kept
	}
	if !keep() {
		t.Error("the store does not give the bytes it holds")
	}
	if err := os.Chmod(filepath.Join(out, "index.html"), 0o600); err != nil {
		t.Fatal(err)
	}
	if !keep() {
		t.Error("the store does not give the bytes of a file with another mode")
	}
	if err := os.WriteFile(filepath.Join(out, "index.html"), []byte("sabu"), 0o644); err != nil {
		t.Fatal(err)
	}
	if keep() {
		t.Error("the store gives bytes that were changed through their other name")
	}
}
