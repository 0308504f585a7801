//go:build !windows

package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"golang.org/x/sys/unix"

	"rapor/cmd/rapor/internal/cache"
)

func TestDeviceAndLoopAsOutputFolderAreRefused(t *testing.T) {
	dir := t.TempDir()
	if err := unix.Mkfifo(filepath.Join(dir, "pipa"), 0o600); err != nil {
		t.Fatal(err)
	}
	link(t, "lingkar", filepath.Join(dir, "lingkar"))
	link(t, "dua", filepath.Join(dir, "satu"))
	link(t, "satu", filepath.Join(dir, "dua"))
	for out, key := range map[string]string{
		filepath.Join(dir, "pipa"):    "publish-out-no-folder",
		filepath.Join(dir, "lingkar"): "publish-out-loop",
		filepath.Join(dir, "satu"):    "publish-out-loop",
		"/dev/null":                   "publish-out-no-folder",
	} {
		if _, problems, err := Open(t.Context(), Options{Out: out}); err != nil || !slices.Equal(keys(problems), []string{key}) {
			t.Errorf("%s: %v %s", out, err, printed(problems))
		}
	}
}

func link(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Fatal(err)
	}
}

func TestInputReachedThroughALinkIsStillTheInput(t *testing.T) {
	dir := t.TempDir()
	data := mkdir(t, dir, "data/instansi")
	link(t, "data", filepath.Join(dir, "masukan"))
	link(t, "data/instansi", filepath.Join(dir, "public"))
	for _, opts := range []Options{
		{Out: filepath.Join(dir, "public"), Sources: []string{filepath.Join(dir, "data")}},
		{Out: data, Sources: []string{filepath.Join(dir, "masukan")}},
		{Out: filepath.Join(dir, "masukan", "baru"), Sources: []string{filepath.Join(dir, "data")}},
	} {
		if _, problems, err := Open(t.Context(), opts); err != nil || !slices.Equal(keys(problems), []string{"publish-out-source"}) {
			t.Errorf("%+v: %v %s", opts, err, printed(problems))
		}
	}
}

func TestLinkedOutputFolderHasItsTargetReplacedAndStaysALink(t *testing.T) {
	for _, target := range []string{"situs/nyata", "situs/belum"} { // one that exists and one that does not yet
		dir := t.TempDir()
		mkdir(t, dir, "situs/nyata")
		out := filepath.Join(dir, "public")
		link(t, "lain", out)
		link(t, target, filepath.Join(dir, "lain")) // a link to a link
		for _, content := range []string{"1", "2"} {
			publish(t, Options{Out: out}, pages{"index.html": content})
			wantTree(t, filepath.Join(dir, target), pages{"index.html": content})
		}
		if got, err := os.Readlink(out); err != nil || got != "lain" {
			t.Errorf("public leads to %q, %v", got, err)
		}
		wantOnly(t, dir, "lain", "public", "situs")
		if !crash(t, Options{Out: out, noExchange: true}, pages{"index.html": "3", "a": ""}, "aside") {
			t.Fatal("no such step")
		}
		publish(t, Options{Out: filepath.Join(dir, target)}, pages{"index.html": "4"}) // the other name mends it too
		wantTree(t, filepath.Join(dir, target), pages{"index.html": "4"})
	}
}

func TestLinkOrPipeInAnOldSiteIsForeign(t *testing.T) {
	for _, make := range []func(name string) error{
		func(name string) error { return os.Symlink("/etc/passwd", name) },
		func(name string) error { return os.Symlink(os.TempDir(), name) },
		func(name string) error { return unix.Mkfifo(name, 0o600) },
	} {
		for _, name := range []string{"a/b.html", "a/lain", ".gitignore", manifestName} {
			out := filepath.Join(t.TempDir(), "public")
			publish(t, Options{Out: out}, pages{"index.html": "1", "a/b.html": "2"})
			os.Remove(filepath.Join(out, name))
			if err := make(filepath.Join(out, name)); err != nil {
				t.Fatal(err)
			}
			want := "publish-out-foreign"
			if name == manifestName {
				want = "publish-out-manifest"
			}
			if _, problems, err := Open(t.Context(), Options{Out: out}); err != nil || !slices.Equal(keys(problems), []string{want}) {
				t.Errorf("%s: %v %s", name, err, printed(problems))
			}
		}
	}
}

func TestModesAreTheSameUnderEveryUmask(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	defer unix.Umask(unix.Umask(0))
	for i, umask := range []int{0o077, 0o000, 0o022, 0o777, 0o027} {
		unix.Umask(umask)
		publish(t, Options{Out: out}, pages{"index.html": "1", "a/b/c.html": fmt.Sprint(i)})
		for name, want := range map[string]os.FileMode{
			"": folderMode, "a": folderMode, "a/b": folderMode, "index.html": fileMode, "a/b/c.html": fileMode, manifestName: fileMode,
		} {
			if got := stat(t, filepath.Join(out, name)).Mode().Perm(); got != want {
				t.Errorf("umask %03o: %q has %o, want %o", umask, name, got, want)
			}
		}
	}
}

func TestModesChangedByHandArePutRight(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site := pages{"index.html": "1", "a/b.html": "2"}
	for name, want := range map[string]os.FileMode{"": folderMode, "a": folderMode, "a/b.html": fileMode} {
		publish(t, Options{Out: out}, site)
		if err := os.Chmod(filepath.Join(out, name), want&^0o077); err != nil {
			t.Fatal(err)
		}
		publish(t, Options{Out: out}, site)
		if got := stat(t, filepath.Join(out, name)).Mode().Perm(); got != want {
			t.Errorf("%q has %o, want %o", name, got, want)
		}
	}
}

// What somebody did to the root of the spare must not become the published site's.
func TestTheRootOfASpareIsAFolderOfTheRightMode(t *testing.T) {
	for what, change := range map[string]func(spare string) error{
		"a mode": func(spare string) error { return os.Chmod(spare, 0o700) },
		"a link": func(spare string) error {
			return errors.Join(os.Rename(spare, spare+"-lain"), os.Symlink(spare+"-lain", spare))
		},
	} {
		out := filepath.Join(t.TempDir(), "public")
		opts := Options{Out: out, Spare: cache.SpareIn(cache.Dir(out))}
		for i := range 4 {
			if i == 3 {
				if err := change(opts.Spare); err != nil {
					t.Fatal(what, err)
				}
			}
			known := recorded(t, opts, []File{{Address: "a/b/c/d.html", Content: fmt.Append(nil, i)}, {Address: "a/e.html", Content: []byte("x")}})
			opts.Known = &known
		}
		info, err := os.Lstat(out)
		if err != nil || !info.IsDir() || info.Mode().Perm() != folderMode {
			t.Errorf("%s: the site is %v (%v)", what, info.Mode(), err)
		}
		wantTree(t, out, pages{"a/b/c/d.html": "3", "a/e.html": "x"})
		if what == "a link" {
			wantTree(t, opts.Spare+"-lain", pages{"a/b/c/d.html": "1", "a/e.html": "x"}) // of a link only the link goes
		}
	}
}

// A reader that comes through the output folder, while sites are swapped
// beneath it, must find in every one of them what belongs together.
func TestReadersSeeWholeSitesWhileTheyAreSwapped(t *testing.T) {
	const swaps, files = 20, 40
	out := filepath.Join(t.TempDir(), "public")
	site := func(version int) pages {
		p := pages{}
		for i := range files {
			p[fmt.Sprintf("a/%d.html", i)] = strings.Repeat(fmt.Sprintf("versi %d\n", version), 100)
		}
		return p
	}
	publish(t, Options{Out: out}, site(0))
	var stop atomic.Bool
	var looks atomic.Int64
	var readers sync.WaitGroup
	readers.Go(func() { // the plainest reader: one path, again and again
		for last := 0; !stop.Load(); {
			content, err := readTwice(filepath.Join(out, "a", "0.html"))
			var version int
			fmt.Sscanf(content, "versi %d\n", &version)
			if err != nil || version < last || content != strings.Repeat(fmt.Sprintf("versi %d\n", version), 100) {
				t.Errorf("after version %d: %q, %v", last, content, err)
				return
			}
			last = version
		}
	})
	for range 2 {
		readers.Go(func() {
			for last := -1; !stop.Load(); looks.Add(1) {
				version, err := readOneSite(out, files)
				if err != nil || version < last {
					t.Errorf("after version %d: version %d, %v", last, version, err)
					return
				}
				last = version
			}
		})
	}
	for version := 1; version <= swaps; version++ {
		publish(t, Options{Out: out}, site(version))
		for seen := looks.Load(); looks.Load() < seen+2 && !t.Failed(); {
			runtime.Gosched()
		}
	}
	stop.Store(true)
	readers.Wait()
	t.Logf("%d looks at %d sites", looks.Load(), swaps+1)
}

// readTwice looks a second time where a look-up fell into the old folder just
// when it was deleted.
func readTwice(name string) (string, error) {
	content, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		content, err = os.ReadFile(name)
	}
	return string(content), err
}

// readOneSite opens the output folder and reads every file below the folder
// that it got. All are of one version, or the folder is the one being deleted
// and then it looks again: never two versions, never a part of a file.
func readOneSite(out string, files int) (version int, err error) {
	for range 100 {
		folder, err := os.OpenRoot(out)
		if err != nil {
			return 0, err
		}
		version, err = readVersion(folder, files)
		folder.Close()
		if !os.IsNotExist(err) {
			return version, err
		}
	}
	return 0, fmt.Errorf("never a whole site")
}

func readVersion(folder *os.Root, files int) (version int, err error) {
	for i := range files {
		content, err := folder.ReadFile(fmt.Sprintf("a/%d.html", i))
		if err != nil {
			return 0, err
		}
		var v int
		fmt.Sscanf(string(content), "versi %d\n", &v)
		if string(content) != strings.Repeat(fmt.Sprintf("versi %d\n", v), 100) || i > 0 && v != version {
			return 0, fmt.Errorf("file %d of version %d is %q", i, version, content)
		}
		version = v
	}
	return version, nil
}
