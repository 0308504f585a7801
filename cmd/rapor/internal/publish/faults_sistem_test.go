//go:build sistem && linux

package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/diag"
)

// These tests kill, starve and lock out a publication for real. They need root
// and Linux: go test -tags sistem.

// helperVar makes the test binary publish instead of testing; see helper.
const helperVar = "RAPOR_PUBLISH_HELPER"

func TestMain(m *testing.M) {
	if args := os.Getenv(helperVar); args != "" {
		os.Exit(helper(strings.Split(args, "\n")))
	}
	os.Exit(m.Run())
}

// helper publishes version args[1] into args[0] and gives the program's exit
// code: 1 for a problem, 3 for the machine. args[2] is "pair" for the pair of
// renames, "spare" to remember what was published and to bring the spare forward,
// "wait" to stop with everything put until standard input ends.
func helper(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	version, _ := strconv.Atoi(args[1])
	fail := func(problems diag.List, err error) int {
		fmt.Println(err, printed(problems))
		if err != nil {
			return 3
		}
		return 1
	}
	opts := Options{Out: args[0], noExchange: args[2] == "pair"}
	if args[2] == "spare" {
		opts.Spare, opts.Known = cache.SpareIn(cache.Dir(args[0])), recalled(args[0])
	}
	s, problems, err := Open(ctx, opts)
	if err != nil || problems.HasErrors() {
		return fail(problems, err)
	}
	defer s.Abort()
	for address, content := range versionOf(version) {
		if err := s.Put(File{Address: address, Content: []byte(content)}); err != nil {
			return fail(diag.List{}, err)
		}
	}
	if args[2] == "wait" {
		fmt.Println("ready")
		select {
		case <-ctx.Done():
		case <-func() chan struct{} {
			ended := make(chan struct{})
			go func() { io.Copy(io.Discard, os.Stdin); close(ended) }()
			return ended
		}():
		}
	}
	if _, problems, err := s.Commit(origin); err != nil || problems.HasErrors() {
		return fail(problems, err)
	}
	if args[2] == "spare" {
		if s.spare != nil {
			fmt.Println(broughtForward)
		}
		if err := remember(s); err != nil {
			return fail(diag.List{}, err)
		}
	}
	return 0
}

// versionOf is a site in which every page but a few depends on the version.
func versionOf(version int) pages {
	site := pages{"versi": fmt.Sprint(version), fmt.Sprintf("hanya/%d.html", version): "x"}
	for i := range 600 {
		site[fmt.Sprintf("instansi/%d/%d.html", i/10, i)] = strings.Repeat(fmt.Sprint("versi ", version*(i%3), "\n"), 300)
	}
	return site
}

// helperCommand prepares a helper; it runs as another user if asked.
func helperCommand(uid uint32, args ...string) *exec.Cmd {
	c := exec.Command("/proc/self/exe", "-test.run", "^$")
	c.Env = append(os.Environ(), helperVar+"="+strings.Join(args, "\n"))
	c.SysProcAttr = &syscall.SysProcAttr{}
	if uid != 0 {
		c.SysProcAttr.Credential = &syscall.Credential{Uid: uid, Gid: uid}
	}
	return c
}

// wantVersion checks that a folder holds exactly the site of some version.
func wantVersion(t *testing.T, out string) int {
	t.Helper()
	version, err := strconv.Atoi(read(t, filepath.Join(out, "versi")))
	if err != nil {
		t.Fatal(err)
	}
	differences, problems, err := Verify(t.Context(), out)
	if err != nil || problems.HasErrors() {
		t.Fatalf("version %d: %v %v", version, differences, err)
	}
	wantTree(t, out, versionOf(version))
	return version
}

func TestKilledAtRandomPointsTheSiteIsWhole(t *testing.T) {
	kills := 30
	if os.Getenv("RAPOR_FULL") == "1" {
		kills = 200
	}
	for _, way := range []string{"exchange", "pair", "spare"} {
		dir, beside := t.TempDir(), []string{"public"}
		if way == "spare" {
			beside = []string{".rapor", "public"}
		}
		out := filepath.Join(dir, "public")
		publish(t, Options{Out: out}, versionOf(0))
		began := time.Now()
		if text, err := helperCommand(0, out, "1", way).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		full := time.Since(began)
		random := rand.New(rand.NewSource(1))
		standing, gone := 1, 0
		outcomes := map[string]int{}
		for i := range kills {
			c := helperCommand(0, out, fmt.Sprint(i+2), way)
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			within := full * 5 / 4
			if way == "spare" && i%2 == 0 {
				within = full / 4 // two thirds of such a run are its wait for the clock, after the swap
			}
			time.Sleep(time.Duration(random.Int63n(int64(within))))
			c.Process.Kill()
			c.Wait()
			if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) && way == "pair" {
				gone++
				mustOpen(t, Options{Out: out}).Abort()
			}
			switch got := wantVersion(t, out); got {
			case standing:
				outcomes["old"]++
			case i + 2:
				outcomes["new"]++
				standing = got
			default:
				t.Fatalf("%s, kill %d: version %d, neither the old %d nor the new one", way, i, got, standing)
			}
			if i%5 == 0 { // otherwise the next run finds what this one left
				mustOpen(t, Options{Out: out}).Abort()
				wantOnly(t, dir, beside...)
			}
			for k := 0; k < 3 && i%3 == 0 && way == "spare"; k++ { // so that most are killed with a spare to use: one remembers, one puts by, one uses it
				standing = 3*i + k + 1000
				began := time.Now()
				text, err := helperCommand(0, out, fmt.Sprint(standing), way).CombinedOutput()
				if err != nil {
					t.Fatalf("%v: %s", err, text)
				}
				if strings.Contains(string(text), broughtForward) {
					outcomes[broughtForward]++
				}
				full = max(full, time.Since(began))
				wantVersion(t, out)
			}
		}
		if way == "spare" && outcomes[broughtForward] == 0 {
			t.Error("no spare was used")
		}
		if outcomes["old"] == 0 || outcomes["new"] == 0 {
			t.Errorf("%s: the kills did not fall on both sides of the swap: %v", way, outcomes)
		}
		t.Logf("%s: %d kills within %v: %v, %d times between the two renames", way, kills, full, outcomes, gone)
		publish(t, Options{Out: out}, versionOf(0))
		wantOnly(t, dir, beside...)
	}
}

// mount mounts a file system for the length of a test.
func mount(t *testing.T, kind, dir, options string) {
	t.Helper()
	if err := unix.Mount(kind, dir, kind, 0, options); err != nil {
		t.Fatalf("mount %s (root is needed): %v", kind, err)
	}
	t.Cleanup(func() { unix.Unmount(dir, unix.MNT_DETACH) })
}

func TestFullDiskLeavesTheOldSite(t *testing.T) {
	for _, options := range []string{"size=3m", "size=100m,nr_inodes=400"} { // no space, and no room for names
		dir := t.TempDir()
		mount(t, "tmpfs", dir, options)
		out := filepath.Join(dir, "public")
		old := pages{"index.html": "lama", "a/b.html": strings.Repeat("x", 500_000)}
		publish(t, Options{Out: out}, old)
		full := 0
		for files := 50; files <= 800; files += 25 {
			fresh := pages{}
			for i := range files {
				fresh[fmt.Sprintf("d%d/%d.html", i/4, i)] = strings.Repeat("y", 4000)
			}
			s := mustOpen(t, Options{Out: out})
			var err error
			for address, content := range fresh {
				if err = s.Put(File{Address: address, Content: []byte(content)}); err != nil {
					break
				}
			}
			if err == nil {
				_, _, err = s.Commit(origin)
			}
			s.Abort()
			wantOnly(t, dir, "public")
			if err == nil {
				wantTree(t, out, fresh)
				publish(t, Options{Out: out}, pages{}) // it has to fit
				publish(t, Options{Out: out}, old)
				continue
			}
			if full++; !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), out) {
				t.Errorf("%d files: %v", files, err)
			}
			wantTree(t, out, old)
		}
		if full == 0 {
			t.Errorf("%s: never full", options)
		}
		t.Logf("%s: full %d times", options, full)
	}
}

// A disk with room for nothing at all: not even the work folder can be made.
func TestDiskWithoutRoomForTheLockLeavesTheOldSite(t *testing.T) {
	dir := t.TempDir()
	mount(t, "tmpfs", dir, "size=64k")
	out := filepath.Join(dir, "public")
	publish(t, Options{Out: out}, pages{"index.html": "lama"})
	filler, _ := os.Create(filepath.Join(dir, "penuh"))
	for err := error(nil); err == nil; {
		_, err = filler.Write(make([]byte, 4096))
	}
	filler.Close()
	if _, _, err := Open(t.Context(), Options{Out: out}); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v", err)
	}
	wantTree(t, out, pages{"index.html": "lama"})
	wantOnly(t, dir, "penuh", "public")
}

func TestRefusedPermissionLeavesTheOldSite(t *testing.T) {
	const nobody = 65534
	for name, lockOut := range map[string]func(dir, out string) error{
		"the folder above":         func(dir, _ string) error { return os.Chown(dir, 0, 0) },
		"the output folder":        func(_, out string) error { return os.Chown(out, 0, 0) },
		"a folder deep in it":      func(_, out string) error { return os.Chown(filepath.Join(out, "instansi", "7"), 0, 0) },
		"a folder nobody may read": func(_, out string) error { return os.Chmod(filepath.Join(out, "instansi", "7"), 0) },
	} {
		dir := openedUp(t)
		out := filepath.Join(dir, "public")
		publish(t, Options{Out: out}, versionOf(1))
		giveAway(t, dir, nobody)
		if err := lockOut(dir, out); err != nil {
			t.Fatal(err)
		}
		text, err := helperCommand(nobody, out, "2", "").CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 3 || !strings.Contains(string(text), "permission denied") || !strings.Contains(string(text), dir) {
			t.Errorf("%s: %v: %s", name, err, text)
		}
		os.Chmod(filepath.Join(out, "instansi", "7"), 0o755)
		if got := wantVersion(t, out); got != 1 {
			t.Errorf("%s: version %d", name, got)
		}
		wantOnly(t, dir, "public")
	}
}

// The system may forbid linking another user's files; then they are copied.
func TestFilesOfAnotherUserAreCopied(t *testing.T) {
	const nobody = 65534
	dir := openedUp(t)
	out := filepath.Join(dir, "public")
	publish(t, Options{Out: out}, versionOf(1))
	giveAway(t, dir, nobody)
	foreign := filepath.Join(out, "instansi", "0", "0.html") // the same in every version
	if err := os.Chown(foreign, 0, 0); err != nil {
		t.Fatal(err)
	}
	if text, err := helperCommand(nobody, out, "2", "").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	wantVersion(t, out)
	protected := strings.TrimSpace(read(t, "/proc/sys/fs/protected_hardlinks")) == "1"
	if owner := stat(t, foreign).Sys().(*syscall.Stat_t).Uid; protected && owner != nobody {
		t.Errorf("linked, though links are protected: owner %d", owner)
	}
}

// openedUp is a temporary folder that other users may enter.
func openedUp(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for up := dir; up != os.TempDir() && up != "/"; up = filepath.Dir(up) {
		if err := os.Chmod(up, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func giveAway(t *testing.T, dir string, uid int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(name, uid, uid))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestMountPointIsRefused(t *testing.T) {
	dir := t.TempDir()
	mount(t, "tmpfs", mkdir(t, dir, "public"), "size=1m")
	if err := unix.Mount(mkdir(t, dir, "asal"), mkdir(t, dir, "ikat"), "", unix.MS_BIND, ""); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { unix.Unmount(filepath.Join(dir, "ikat"), unix.MNT_DETACH) })
	for _, name := range []string{"public", "ikat"} {
		_, problems, err := Open(t.Context(), Options{Out: filepath.Join(dir, name)})
		if err != nil || !slices.Equal(keys(problems), []string{"publish-out-mount"}) {
			t.Errorf("%s: %v %s", name, err, printed(problems))
		}
	}
	publish(t, Options{Out: filepath.Join(dir, "public", "situs")}, pages{"index.html": "1"}) // what the hint says
	data := filepath.Join(dir, "asal")
	if _, problems, _ := Open(t.Context(), Options{Out: filepath.Join(dir, "ikat", "x"), Sources: []string{data}}); !slices.Equal(keys(problems), []string{"publish-out-source"}) {
		t.Errorf("an input under its other name: %s", printed(problems))
	}
}

// In a container image the checked-out public folder lies in a lower layer
// and cannot be renamed.
func TestOverlayWithTheOutputFolderInALowerLayer(t *testing.T) {
	base, dir := t.TempDir(), t.TempDir()
	mount(t, "tmpfs", base, "size=20m")
	write(t, filepath.Join(mkdir(t, base, "bawah"), "kosong", ".gitignore"), "*")
	publish(t, Options{Out: filepath.Join(base, "bawah", "terisi")}, pages{"index.html": "lama"})
	mount(t, "overlay", dir, fmt.Sprintf("lowerdir=%s/bawah,upperdir=%s,workdir=%s,redirect_dir=off", base, mkdir(t, base, "atas"), mkdir(t, base, "kerja")))

	out := filepath.Join(dir, "kosong")
	for _, content := range []string{"1", "2"} {
		publish(t, Options{Out: out}, pages{"index.html": content})
		wantTree(t, out, pages{"index.html": content, ".gitignore": "*"})
	}
	out = filepath.Join(dir, "terisi")
	s := mustOpen(t, Options{Out: out})
	put(t, s, pages{"index.html": "baru"})
	if _, _, err := s.Commit(origin); !errors.Is(err, syscall.EXDEV) {
		t.Errorf("got %v", err)
	}
	wantTree(t, out, pages{"index.html": "lama"})
	wantOnly(t, dir, "kosong", "terisi")
	if err := os.RemoveAll(out); err != nil {
		t.Fatal(err)
	}
	publish(t, Options{Out: out}, pages{"index.html": "baru"})
}

func TestTwoProcessesAndAnInterruptedOne(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	publish(t, Options{Out: out}, versionOf(1))
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGKILL} {
		first := helperCommand(0, out, "2", "wait")
		stdin, _ := first.StdinPipe()
		stdout, _ := first.StdoutPipe()
		if err := first.Start(); err != nil {
			t.Fatal(err)
		}
		io.ReadFull(stdout, make([]byte, len("ready\n")))
		text, err := helperCommand(0, out, "3", "").CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(string(text), "another rapor is writing") {
			t.Errorf("the second one: %v: %s", err, text)
		}
		first.Process.Signal(sig)
		err = first.Wait()
		stdin.Close()
		if sig == syscall.SIGINT {
			if !errors.As(err, &exit) || exit.ExitCode() != 3 {
				t.Errorf("interrupted: %v", err)
			}
			wantOnly(t, dir, "public")
		}
		if got := wantVersion(t, out); got != 1 {
			t.Errorf("version %d", got)
		}
	}
	publish(t, Options{Out: out}, versionOf(4)) // the killed one does not block
	wantVersion(t, out)
	wantOnly(t, dir, "public")
}
