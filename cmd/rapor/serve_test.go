package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// serving is `rapor serve` over the small portal in the current folder.
type serving struct {
	t       *testing.T
	address string
	stderr  screen
	code    chan int
	stop    context.CancelFunc
}

// writeFile writes a file and the folders above it.
func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func startServing(t *testing.T, args ...string) *serving {
	t.Helper()
	return startServingWith(t, nil, args...)
}

// startServingWith puts other files in place first.
func startServingWith(t *testing.T, files map[string]string, args ...string) *serving {
	t.Helper()
	t.Setenv("LC_ALL", "id_ID.UTF-8")
	t.Setenv("SOURCE_DATE_EPOCH", "")
	t.Chdir(scratch(t))
	t.Setenv("TMPDIR", t.TempDir())
	for name, text := range smallPortal {
		writeFile(t, filepath.Join("data", name), text)
	}
	for name, text := range files {
		writeFile(t, name, text)
	}
	s := &serving{t: t, code: make(chan int, 1)}
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	out, in := io.Pipe()
	go func() {
		s.code <- run(ctx, append([]string{"serve", "--port", "0"}, args...), nil, in, &s.stderr)
		in.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	s.address = regexp.MustCompile(`http://\S+`).FindString(line)
	if err != nil || s.address == "" {
		t.Fatalf("%q, %v\n%s", line, err, s.stderr.written())
	}
	t.Cleanup(stop)
	t.Cleanup(settle)
	return s
}

func (s *serving) get(address string) (int, string, http.Header) {
	s.t.Helper()
	r, err := http.Get(address)
	if err != nil {
		s.t.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return r.StatusCode, string(text), r.Header
}

// eventually asks for a page until it holds a text.
func (s *serving) eventually(page string, status int, want string) {
	s.t.Helper()
	var code int
	var got string
	for range 1000 {
		if code, got, _ = s.get(s.address + page); code == status && strings.Contains(got, want) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.t.Fatalf("%d with %q never came, but %d\n%s\n%s", status, want, code, got, s.stderr.written())
}

// end interrupts, as Ctrl+C does, and wants a clean exit.
func (s *serving) end() {
	s.t.Helper()
	s.stop()
	select {
	case code := <-s.code:
		if code != exitFine {
			s.t.Errorf("exit code %d\n%s", code, s.stderr.written())
		}
	case <-time.After(20 * time.Second):
		s.t.Fatal("it does not end")
	}
	left, err := filepath.Glob(filepath.Join(os.Getenv("TMPDIR"), "rapor-*"))
	if err != nil || len(left) > 0 {
		s.t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestServeFollowsEveryEdit(t *testing.T) {
	s := startServing(t)
	const year = "instansi/kota-contoh/2024/"
	s.eventually("", 200, "Portal Contoh")
	s.eventually(year, 200, "2,60")
	if code, text, header := s.get(s.address + "instansi/kota-contoh/2024.json"); code != 200 || header.Get("Content-Type") != "application/json" || !strings.Contains(text, `"indeks": 2.60`) {
		t.Errorf("%d %v\n%s", code, header, text)
	}
	if code, _, header := s.get(s.address + "tidak-ada/"); code != 404 || !strings.HasPrefix(header.Get("Content-Type"), "text/html") {
		t.Errorf("404: %d %v", code, header)
	}
	good := smallPortal["instansi/kota-contoh/2024.toml"]
	writeFile(t, "data/instansi/kota-contoh/2024.toml", strings.Replace(good, "I02 = 2", "I02 = 4", 1))
	s.eventually(year, 200, "3,40")
	writeFile(t, "data/instansi/kota-contoh/2024.toml", strings.Replace(good, "I02 = 2", "I02 = 9", 1))
	s.eventually(year, 500, `<span class="salah"><b>4</b>I02 = 9</span>`)
	s.eventually("", 500, "data/instansi/kota-contoh/2024.toml:4:7")
	if !strings.Contains(s.stderr.written(), "data/instansi/kota-contoh/2024.toml:4:7: error:") {
		t.Errorf("the terminal was not told:\n%s", s.stderr.written())
	}
	writeFile(t, "data/instansi/kota-contoh/2024.toml", good)
	s.eventually(year, 200, "2,60")
	writeFile(t, "content/kontak.md", "+++\njudul = \"Kontak\"\nalias = [\"/lama/\"]\n+++\nSurat ke **kami**.\n")
	s.eventually("kontak/", 200, "<strong>kami</strong>")
	s.eventually("lama/", 200, "../kontak/")
	writeFile(t, "themes/default/layouts/document.html", "{{.Tidak.Ada}}")
	s.eventually("kontak/", 500, "themes/default/layouts/document.html:1")
	if err := os.RemoveAll("themes"); err != nil {
		t.Fatal(err)
	}
	s.eventually("kontak/", 200, "<strong>kami</strong>")
	if _, err := os.Stat("public"); err == nil {
		t.Error("the published folder was made")
	}
	s.end()
}

func TestServeHonoursTheSubPathAndItsChange(t *testing.T) {
	s := startServing(t, "--quiet")
	if !strings.HasSuffix(s.address, "/") || strings.Count(s.address, "/") != 3 {
		t.Errorf("address %s", s.address)
	}
	portal := smallPortal["portal.toml"]
	writeFile(t, "data/portal.toml", strings.Replace(portal, "contoh.example/", "contoh.example/portal", 1))
	s.eventually("portal/instansi", 200, "Kota Contoh") // by way of the slash
	if code, text, _ := s.get(s.address); code != 200 || !strings.Contains(text, "Portal Contoh") {
		t.Errorf("the root does not lead to the portal: %d", code)
	}
	if code, text, _ := s.get(s.address + "portal/tidak-ada"); code != 404 || !strings.Contains(text, `href="/portal/"`) {
		t.Errorf("404: %d\n%s", code, text)
	}
	s.end()
	if s.stderr.written() != "" {
		t.Errorf("--quiet says %q", s.stderr.written())
	}
}

// A preview draws no share cards.
func TestServeIntoANamedFolderLeavesWhatABuildWould(t *testing.T) {
	s := startServing(t, "--out", "public")
	s.eventually("", 200, "pratinjau.js")
	s.end()
	before, err := os.ReadFile("public/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	if code, said := rapor("build", "--cards", "off"); code != exitFine {
		t.Fatal(said)
	}
	after, err := os.ReadFile("public/manifest.json")
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the build makes another site (%v)", err)
	}
}

func TestServeShowsDraftsOnlyWhenAsked(t *testing.T) {
	for _, args := range [][]string{nil, {"--drafts"}} {
		s := startServing(t, args...)
		writeFile(t, "content/rancangan.md", "+++\njudul = \"Rancangan\"\ndraf = true\n+++\nBelum jadi.\n")
		writeFile(t, "content/kontak.md", "+++\njudul = \"Kontak\"\n+++\nSurat.\n")
		s.eventually("kontak/", 200, "Surat")
		want := 404
		if len(args) > 0 {
			want = 200
		}
		if code, _, _ := s.get(s.address + "rancangan/"); code != want {
			t.Errorf("%v: %d", args, code)
		}
		s.end()
	}
}

func TestServeBeginsWithAFaultAndRecovers(t *testing.T) {
	portal := smallPortal["portal.toml"]
	s := startServingWith(t, map[string]string{"data/portal.toml": strings.Replace(portal, "judul", "jdul", 1)})
	s.eventually("", 500, "jdul")
	writeFile(t, "data/portal.toml", portal)
	s.eventually("", 200, "Portal Contoh")
	s.end()
}
