package preview

import (
	"bufio"
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// running is a preview of one file, data/x.txt, at a real port. A file that
// says "rusak" cannot be built.
type running struct {
	*Server
	t       *testing.T
	address string
	builds  atomic.Int32
	end     func() error
}

func start(t *testing.T, watch func([]string) (*watch, error)) *running {
	t.Helper()
	t.Chdir(t.TempDir())
	place(t, ".", map[string]string{"data/x.txt": "awal", "situs/404.html": "hilang"})
	r := &running{t: t}
	r.Server = New(Options{Site: "situs", Folders: []string{"data", "content"}, Build: r.build, Wording: lang.Wording{Code: "id"}, watch: watch, quiet: 20 * time.Millisecond,
		Type: func(string) string { return "text/html; charset=utf-8" }, Say: func(string, ...any) {}})
	r.Rebuild(t.Context())
	listener, err := Listen("", 0)
	if err != nil {
		t.Fatal(err)
	}
	r.address = r.Address(listener)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.Run(ctx, listener) }()
	r.end = func() error {
		cancel()
		select {
		case err := <-done:
			done <- err
			return err
		case <-time.After(10 * time.Second):
			return errors.New("the server does not end")
		}
	}
	t.Cleanup(func() { _ = r.end(); r.Close() })
	return r
}

func (r *running) build(context.Context) Outcome {
	r.builds.Add(1)
	var o Outcome
	text, err := os.ReadFile("data/x.txt")
	if err != nil {
		o.Err = err
		return o
	}
	if strings.Contains(string(text), "rusak") {
		o.Problems.Errorf(diag.Pos{File: "data/x.txt", Line: 1, Col: 1}, "load-no-portal")
		return o
	}
	o.Err = r.Replace(func() error { return os.WriteFile("situs/index.html", text, 0o644) })
	o.Changed, o.Base = true, "/"
	return o
}

// eventually asks until the page holds a text.
func (r *running) eventually(status int, want string) {
	r.t.Helper()
	var got string
	for range 500 {
		response, err := http.Get(r.address)
		if err != nil {
			r.t.Fatal(err)
		}
		got = body(r.t, response)
		if response.StatusCode == status && strings.Contains(got, want) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	r.t.Fatalf("%q never came, but\n%s", want, got)
}

func edit(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile("data/x.txt", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAnEditIsShownABadOneExplainedAndMended(t *testing.T) {
	r := start(t, nil)
	r.eventually(200, "awal")
	edit(t, "kedua")
	r.eventually(200, "kedua")
	edit(t, "rusak")
	r.eventually(500, `<span class="salah"><b>1</b>rusak</span>`)
	edit(t, "ketiga")
	r.eventually(200, "ketiga")
	if err := r.end(); err != nil {
		t.Errorf("an end on request is no error: %v", err)
	}
	if _, err := http.Get(r.address); err == nil {
		t.Error("it still answers")
	}
}

func TestFolderAndPollingNoticeTheSame(t *testing.T) {
	polling := func(folders []string) (*watch, error) { return pollFolders(folders, 20*time.Millisecond), nil }
	for name, watch := range map[string]func([]string) (*watch, error){"told by the system": nil, "looking": polling} {
		t.Run(name, func(t *testing.T) {
			r := start(t, watch)
			r.eventually(200, "awal")
			// Saved as editors do: a new file renamed over the old one.
			place(t, "data", map[string]string{"x.baru": "ganti nama"})
			if err := os.Rename("data/x.baru", "data/x.txt"); err != nil {
				t.Fatal(err)
			}
			r.eventually(200, "ganti nama")
			// A folder made later, with a folder in it, and a file in that.
			steps := []struct {
				what string
				do   func() error
			}{
				{"a folder comes", func() error { return os.MkdirAll("content/berita", 0o755) }},
				{"a file in it", func() error { return os.WriteFile("content/berita/a.md", []byte("a"), 0o644) }},
				{"it is changed", func() error { return os.WriteFile("content/berita/a.md", []byte("ab"), 0o644) }},
				{"it goes", func() error { return os.Remove("content/berita/a.md") }},
				{"the folder goes", func() error { return os.RemoveAll("content") }},
				{"the watched folder is replaced", func() error {
					return errors.Join(os.Rename("data", "lama"), os.Mkdir("data", 0o755), os.WriteFile("data/x.txt", []byte("diganti"), 0o644))
				}},
				{"and what is in the new one counts", func() error { return os.WriteFile("data/x.txt", []byte("baru"), 0o644) }},
			}
			for _, step := range steps {
				r.rest()
				before := r.builds.Load()
				if err := step.do(); err != nil {
					t.Fatal(err)
				}
				for range 500 {
					if r.builds.Load() > before {
						break
					}
					time.Sleep(10 * time.Millisecond)
				}
				if r.builds.Load() == before {
					t.Fatalf("%s: nothing was built", step.what)
				}
			}
			r.eventually(200, "baru")
		})
	}
}

// rest waits until no build has begun for a while.
func (r *running) rest() {
	for before := int32(-1); before != r.builds.Load(); time.Sleep(120 * time.Millisecond) {
		before = r.builds.Load()
	}
}

func TestWhatDoesNotConcernThePortalBuildsNothing(t *testing.T) {
	r := start(t, nil)
	r.eventually(200, "awal")
	r.rest()
	before := r.builds.Load()
	place(t, ".", map[string]string{"public/index.html": "x", "catatan.txt": "x", "data/.x.txt.swp": "x", "data/.git/index": "x"})
	if err := os.Chmod("data/x.txt", 0o600); err != nil {
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond)
	if got := r.builds.Load(); got != before {
		t.Errorf("%d builds for nothing", got-before)
	}
}

func TestManyFilesSavedAtOnceAreFewBuilds(t *testing.T) {
	r := start(t, nil)
	r.rest()
	before := r.builds.Load()
	for i := range 200 {
		place(t, "data", map[string]string{"f" + strconv.Itoa(i): "x"})
	}
	time.Sleep(200 * time.Millisecond)
	r.rest()
	if got := r.builds.Load() - before; got < 1 || got > 10 { // one, unless the machine is busy
		t.Errorf("%d builds", got)
	}
}

func TestOpenPagesAreToldOfEachNewSite(t *testing.T) {
	r := start(t, nil)
	response, err := http.Get(r.address + ":rapor/peristiwa")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if kind := response.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Errorf("type %q", kind)
	}
	lines := make(chan string, 100)
	go func() {
		for s := bufio.NewScanner(response.Body); s.Scan(); {
			if data, ok := strings.CutPrefix(s.Text(), "data: "); ok {
				lines <- data
			}
		}
		close(lines)
	}()
	next := func() string {
		select {
		case line := <-lines:
			return line
		case <-time.After(10 * time.Second):
			t.Fatal("nothing was said")
			return ""
		}
	}
	first := next()
	if page, err := http.Get(r.address); err != nil || !strings.Contains(body(t, page), `data-tanda="`+first+`"`) {
		t.Errorf("the page does not carry the mark %q (%v)", first, err)
	}
	edit(t, "kedua")
	second := next()
	edit(t, "rusak")
	third := next()
	if first == second || second == third {
		t.Errorf("%q, %q, %q", first, second, third)
	}
	begin := time.Now()
	if err := r.end(); err != nil || time.Since(begin) > endTime-time.Second {
		t.Errorf("an open page keeps the server for %v: %v", time.Since(begin), err)
	}
}

func TestATakenPortGivesTheNext(t *testing.T) {
	first, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := Listen("", Port(first))
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if got := Port(second); got <= Port(first) || got > Port(first)+20 {
		t.Errorf("port %d after %d", got, Port(first))
	}
	if host, _, _ := net.SplitHostPort(second.Addr().String()); host != "127.0.0.1" {
		t.Errorf("listens at %s", host)
	}
	if _, err := Listen("256.0.0.1", 8080); err == nil {
		t.Error("an address that is none was opened")
	}
}

func TestTheAddressIsOneThatCanBeOpened(t *testing.T) {
	s := served(t, "/portal/", Outcome{Changed: true})
	for host, want := range map[string]string{"": "http://127.0.0.1:", "0.0.0.0": "http://localhost:", "::1": "http://[::1]:"} {
		listener, err := Listen(host, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Address(listener); !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "/portal/") {
			t.Errorf("%q: %s", host, got)
		}
		listener.Close()
	}
}

func TestEverySystemHasItsBrowser(t *testing.T) {
	for system, want := range map[string]string{"linux": "xdg-open", "freebsd": "xdg-open", "darwin": "open", "windows": "rundll32"} {
		command := browserCommand(system, "http://127.0.0.1:1/")
		if command[0] != want || command[len(command)-1] != "http://127.0.0.1:1/" {
			t.Errorf("%s: %v", system, command)
		}
	}
}

func TestFoldersThatAreLinksAreWatched(t *testing.T) {
	t.Chdir(t.TempDir())
	place(t, ".", map[string]string{"asli/a/b.toml": "x"})
	if err := os.Symlink("asli", "data"); err != nil {
		t.Fatal(err)
	}
	w, err := watchFolders([]string{"data"})
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	if err := os.WriteFile(filepath.Join("asli", "a", "b.toml"), []byte("y"), 0o644); err != nil {
		t.Fatal(err)
	}
	select {
	case <-w.changes:
	case <-time.After(5 * time.Second):
		t.Error("nothing was noticed")
	}
}
