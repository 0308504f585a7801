package publish

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestOutputFolderThatWouldDoHarmIsRefused(t *testing.T) {
	root := t.TempDir()
	t.Setenv("HOME", filepath.Join(root, "rumah"))
	t.Setenv("USERPROFILE", filepath.Join(root, "rumah"))
	t.Chdir(mkdir(t, root, "kerja/di/sini"))
	mkdir(t, root, "rumah/dokumen")
	mkdir(t, root, "data/instansi")
	mkdir(t, root, "kosong")
	write(t, filepath.Join(root, "berkas"), "x")
	write(t, filepath.Join(root, "asing", "catatan.txt"), "x")
	write(t, filepath.Join(root, "git", ".git", "config"), "x")
	write(t, filepath.Join(root, "dalam", "a", "b", "c.txt"), "x")
	write(t, filepath.Join(root, "aplikasi", "manifest.json"), `{"name": "a web application"}`)
	write(t, filepath.Join(root, ".dipakai.rapor", "surat.txt"), "x")
	before := tree(t, root)

	for _, tt := range []struct{ out, key string }{
		{"data", "publish-out-source"},
		{"data/instansi", "publish-out-source"},       // lies in it
		{"data/instansi/baru", "publish-out-source"},  // would lie in it
		{"data/../data/baru/b", "publish-out-source"}, // written in another way
		{"konten", "publish-out-source"},              // neither exists yet
		{"kerja/di/sini", "publish-out-here"},
		{"kerja/di", "publish-out-here"},
		{"kerja", "publish-out-here"},
		{"rumah", "publish-out-home"},
		{"berkas", "publish-out-no-folder"},
		{"berkas/public", "publish-out-no-folder"},
		{"asing", "publish-out-foreign"},
		{"git", "publish-out-foreign"},
		{"dalam", "publish-out-foreign"}, // deep down
		{"aplikasi", "publish-out-manifest"},
		{"dipakai", "publish-work-folder"},
	} {
		sources := []string{filepath.Join(root, "data"), filepath.Join(root, "konten")}
		s, problems, err := Open(t.Context(), Options{Out: filepath.Join(root, tt.out), Sources: sources})
		if s != nil || err != nil || !slices.Equal(keys(problems), []string{tt.key}) {
			t.Errorf("%s: got %v, %v\n%swant %s", tt.out, s, err, printed(problems), tt.key)
		}
	}
	for _, out := range []string{"/", root, filepath.Dir(root)} {
		_, problems, err := Open(t.Context(), Options{Out: out})
		if err != nil || !problems.HasErrors() {
			t.Errorf("%s was not refused: %v", out, err)
		}
	}
	if after := tree(t, root); !maps.Equal(after, before) {
		t.Errorf("something was touched: %q, before %q", after, before)
	}
}

func mkdir(t *testing.T, root, name string) string {
	t.Helper()
	dir := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestRefusalNamesTheFolderAndTheFiles(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for _, name := range []string{"d.txt", "c/c.txt", "b.txt", "a.txt"} {
		write(t, filepath.Join(out, name), "x")
	}
	_, problems, _ := Open(t.Context(), Options{Out: out})
	if text := printed(problems); !strings.HasPrefix(text, out+": error: ") || !strings.Contains(text, "a.txt, b.txt, c/c.txt") {
		t.Errorf("got %s", text)
	}
}

func TestFolderWithoutForeignFilesIsTaken(t *testing.T) {
	for _, names := range [][]string{nil, {".gitignore"}, {".gitignore", ".gitattributes", ".git"}, {".DS_Store"}, {"kosong/dalam/"}} {
		out := filepath.Join(t.TempDir(), "public")
		for _, name := range names {
			if strings.HasSuffix(name, "/") {
				mkdir(t, out, name)
			} else {
				write(t, filepath.Join(out, name), name)
			}
		}
		s, problems, err := Open(t.Context(), Options{Out: out})
		if err != nil || problems.HasErrors() {
			t.Errorf("%q: %v %s", names, err, printed(problems))
			continue
		}
		s.Abort()
	}
}

func TestForeignFileInAnOldSiteIsRefused(t *testing.T) {
	for _, name := range []string{"catatan.txt", "instansi/catatan.txt", "instansi/.gitignore", ".env"} {
		out := filepath.Join(t.TempDir(), "public")
		publish(t, Options{Out: out}, pages{"index.html": "1", "instansi/a.html": "2"})
		write(t, filepath.Join(out, name), "milik saya")
		_, problems, err := Open(t.Context(), Options{Out: out})
		if err != nil || !slices.Equal(keys(problems), []string{"publish-out-foreign"}) {
			t.Errorf("%s: %v %s", name, err, printed(problems))
		}
		wantOnly(t, filepath.Dir(out), "public")
	}
}

func TestManifestThatWasEditedProvesNothing(t *testing.T) {
	site := pages{"index.html": "1", "a.html": "2"}
	for name, edit := range map[string]func(string) string{
		"empty":          func(string) string { return "" },
		"cut off":        func(s string) string { return s[:len(s)-20] },
		"one brace less": func(s string) string { return strings.TrimSuffix(s, "}\n") },
		"something more": func(s string) string { return s + "x" },
		"other format":   func(s string) string { return strings.Replace(s, "manifest-1", "manifest-2", 1) },
		"short digest":   func(s string) string { return strings.Replace(s, `"sha256":"`, `"sha256":"00`, 1) },
		"no size":        func(s string) string { return strings.Replace(s, `"ukuran":1`, `"ukuran":"1"`, 1) },
		"listed twice":   func(s string) string { return strings.Replace(s, "index.html", "a.html", 1) },
		"long line":      func(s string) string { return strings.Replace(s, "index", strings.Repeat("x", 1e5), 1) },
	} {
		out := filepath.Join(t.TempDir(), "public")
		publish(t, Options{Out: out}, site)
		manifest := filepath.Join(out, manifestName)
		edited := edit(read(t, manifest))
		write(t, manifest, edited)
		_, problems, err := Open(t.Context(), Options{Out: out})
		if err != nil || !slices.Equal(keys(problems), []string{"publish-out-manifest"}) {
			t.Errorf("%s: %v %s", name, err, printed(problems))
		}
		if read(t, manifest) != edited {
			t.Errorf("%s: touched", name)
		}
	}
}

func TestSecondBuildOfAFolderFailsAtOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first := mustOpen(t, Options{Out: out})
	s, problems, err := Open(t.Context(), Options{Out: out})
	if s != nil || err != nil || !slices.Equal(keys(problems), []string{"publish-busy"}) {
		t.Fatalf("got %v, %v %s", s, err, printed(problems))
	}
	other := mustOpen(t, Options{Out: out + "-lain"}) // another site beside it is free
	other.Abort()
	put(t, first, pages{"index.html": "1"})
	if _, _, err := first.Commit(origin); err != nil {
		t.Fatal(err)
	}
	publish(t, Options{Out: out}, pages{"index.html": "2"}) // and now it is
	wantTree(t, out, pages{"index.html": "2"})
}

// Runs that come and go at once take and remove the lock file under one
// another: there must never be two that hold it.
func TestLockIsHeldByOneAtATime(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	inside := make(chan struct{}, 1)
	done := make(chan int)
	for range 8 {
		go func() {
			won := 0
			for range 60 {
				s, problems, err := Open(context.Background(), Options{Out: out})
				switch {
				case err != nil:
					t.Error(err)
				case problems.HasErrors():
				default:
					select {
					case inside <- struct{}{}:
						won++
						<-inside
					default:
						t.Error("two at once")
					}
					s.Abort()
				}
			}
			done <- won
		}()
	}
	won := 0
	for range 8 {
		won += <-done
	}
	if won == 0 {
		t.Error("nobody ever got the lock")
	}
	wantOnly(t, filepath.Dir(out))
}

func TestAbortLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "a", "b", "public")
	s := mustOpen(t, Options{Out: out})
	put(t, s, pages{"index.html": "1", "x/y/z.html": "2"})
	s.Abort()
	wantOnly(t, dir) // the folders above public went as well
	if err := s.Put(File{Address: "b.html"}); !errors.Is(err, errClosed) {
		t.Errorf("put after abort: %v", err)
	}
	if _, _, err := s.Commit(origin); !errors.Is(err, errClosed) {
		t.Errorf("commit after abort: %v", err)
	}
	s.Abort() // a second time is no harm

	publish(t, Options{Out: out}, pages{"index.html": "1"})
	s = mustOpen(t, Options{Out: out})
	put(t, s, pages{"index.html": "2"})
	s.Abort()
	wantTree(t, out, pages{"index.html": "1"})
	wantOnly(t, filepath.Dir(out), "public")
}

func TestCancelledRunChangesNothing(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publish(t, Options{Out: out}, pages{"index.html": "1"})
	for _, moment := range []string{"opened", "put", "linked", "manifest", "synced"} {
		ctx, cancel := context.WithCancel(t.Context())
		s, _, err := Open(ctx, Options{Out: out, step: func(step string) {
			if step == moment {
				cancel()
			}
		}})
		if err == nil {
			err = s.Put(File{Address: "index.html", Content: []byte("2")})
			if moment == "put" {
				cancel()
				if err := s.Put(File{Address: "b.html"}); !errors.Is(err, context.Canceled) {
					t.Errorf("put: %v", err)
				}
			}
			if err == nil {
				_, _, err = s.Commit(origin)
			}
			s.Abort()
		}
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled when %s: %v", moment, err)
		}
		wantTree(t, out, pages{"index.html": "1"})
		wantOnly(t, filepath.Dir(out), "public")
		cancel()
	}
}
