package preview

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

const pageText = "<!doctype html><html><head><title>x</title></head><body>isi</body></html>"

// place writes files into a folder.
func place(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// served is a server over a small site at a base, built once with an outcome.
func served(t *testing.T, base string, outcome Outcome) *Server {
	t.Helper()
	above := t.TempDir()
	site := filepath.Join(above, "situs")
	place(t, above, map[string]string{"rahasia.txt": "rahasia", "situs/index.html": pageText, "situs/instansi/index.html": pageText,
		"situs/instansi/x.json": `{"a": 1}`, "situs/assets/rapor.css": "body{}", "situs/assets/rapor.js": "1", "situs/kosong/y.json": "{}",
		"situs/assets/vendor/a.woff2": "w", "situs/404.html": "<html><head></head><body>hilang</body></html>"})
	if err := os.Symlink("../rahasia.txt", filepath.Join(site, "tautan.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("..", filepath.Join(site, "atas")); err != nil {
		t.Fatal(err)
	}
	types := map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
		".json": "application/json", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8"}
	outcome.Base = base
	s := New(Options{Site: site, Build: func(context.Context) Outcome { return outcome }, Wording: lang.Wording{Code: "id"},
		Type: func(address string) string { return types[filepath.Ext(address)] }, Say: func(string, ...any) {}})
	t.Cleanup(s.Close)
	s.Rebuild(t.Context())
	return s
}

// ask sends a request as it stands, dots and all.
func ask(s *Server, method, target string) *http.Response {
	r := httptest.NewRequest(method, "http://localhost:8080/", nil)
	path, query, _ := strings.Cut(target, "?")
	r.URL.Path, r.URL.RawQuery, r.Host = path, query, "localhost:8080"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestFilesComeWithStatusAndType(t *testing.T) {
	cases := []struct {
		base, target string
		status       int
		kind, to     string
	}{
		{"/", "/", 200, "text/html; charset=utf-8", ""},
		{"/", "/instansi/", 200, "text/html; charset=utf-8", ""},
		{"/", "/instansi/index.html", 200, "text/html; charset=utf-8", ""},
		{"/", "/instansi", 302, "", "/instansi/"},
		{"/", "/instansi?q=a%20b", 302, "", "/instansi/?q=a%20b"},
		{"/", "/instansi/x.json", 200, "application/json", ""},
		{"/", "/assets/rapor.css", 200, "text/css; charset=utf-8", ""},
		{"/", "/assets/rapor.js", 200, "text/javascript; charset=utf-8", ""},
		{"/", "/assets/vendor/a.woff2", 200, "font/woff2", ""},
		{"/", "/404.html", 200, "text/html; charset=utf-8", ""},
		{"/", "/tidak-ada/", 404, "text/html; charset=utf-8", ""},
		{"/", "/tidak-ada.json", 404, "text/html; charset=utf-8", ""},
		{"/", "/kosong", 404, "text/html; charset=utf-8", ""},
		{"/", "/kosong/", 404, "text/html; charset=utf-8", ""},
		{"/", "/index.html/", 404, "text/html; charset=utf-8", ""},
		{"/portal/", "/", 302, "", "/portal/"},
		{"/portal/", "/portal", 302, "", "/portal/"},
		{"/portal/", "/portal/", 200, "text/html; charset=utf-8", ""},
		{"/portal/", "/portal/instansi", 302, "", "/portal/instansi/"},
		{"/portal/", "/portal/instansi/x.json", 200, "application/json", ""},
		{"/portal/", "/instansi/", 404, "text/html; charset=utf-8", ""},
		{"/portal/", "/portalku/", 404, "text/html; charset=utf-8", ""},
	}
	for _, c := range cases {
		r := ask(served(t, c.base, Outcome{Changed: true}), "GET", c.target)
		if r.StatusCode != c.status || c.kind != "" && r.Header.Get("Content-Type") != c.kind || r.Header.Get("Location") != c.to {
			t.Errorf("%s under %s: %d %q to %q, want %d %q to %q", c.target, c.base, r.StatusCode, r.Header.Get("Content-Type"),
				r.Header.Get("Location"), c.status, c.kind, c.to)
		}
	}
}

func TestNothingOutsideTheSiteIsServed(t *testing.T) {
	s := served(t, "/", Outcome{Changed: true})
	for _, target := range []string{"/../rahasia.txt", "/instansi/../../rahasia.txt", "/..", "//rahasia.txt", "//evil.example/..", "/./rahasia.txt", "/tautan.txt",
		"/atas/rahasia.txt", `/..\rahasia.txt`, `/instansi\..\..\rahasia.txt`, "/C:/rahasia.txt", "/\x00", "/instansi/x.json\x00.html", "/%2e%2e/rahasia.txt"} {
		r := ask(s, "GET", target)
		if r.StatusCode != 404 || strings.Contains(body(t, r), "rahasia") {
			t.Errorf("%q: %d", target, r.StatusCode)
		}
	}
}

func TestPagesGetTheScriptAndFilesDoNot(t *testing.T) {
	s := served(t, "/", Outcome{Changed: true})
	want := `<script src="/:rapor/pratinjau.js" data-tanda="` + s.mark(1) + `" defer></script></head>`
	if got := body(t, ask(s, "GET", "/")); !strings.Contains(got, want) || !strings.Contains(got, "isi") {
		t.Errorf("%s", got)
	}
	if got := body(t, ask(s, "GET", "/instansi/x.json")); got != `{"a": 1}` {
		t.Errorf("%s", got)
	}
	onDisk, err := os.ReadFile(filepath.Join(s.opts.Site, "index.html"))
	if err != nil || string(onDisk) != pageText {
		t.Errorf("the file itself: %s, %v", onDisk, err)
	}
	if got := string(s.withScript([]byte("<p>tanpa kepala"), 1)); !strings.HasPrefix(got, "<p>tanpa kepala<script ") {
		t.Errorf("%s", got)
	}
	r := ask(s, "GET", "/tidak-ada")
	if got := body(t, r); strings.Contains(got, "<script") || r.Header.Get("Refresh") == "" {
		t.Errorf("404: %s %v", got, r.Header)
	}
}

func TestTheOwnFilesAreServed(t *testing.T) {
	s := served(t, "/portal/", Outcome{Changed: true})
	for target, kind := range map[string]string{"/:rapor/pratinjau.js": "text/javascript; charset=utf-8", "/:rapor/pratinjau.css": "text/css; charset=utf-8"} {
		if r := ask(s, "GET", target); r.StatusCode != 200 || r.Header.Get("Content-Type") != kind || len(body(t, r)) < 100 {
			t.Errorf("%s: %d %s", target, r.StatusCode, r.Header.Get("Content-Type"))
		}
	}
}

func TestOnlyReadingIsAllowed(t *testing.T) {
	s := served(t, "/", Outcome{Changed: true})
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "CONNECT"} {
		if r := ask(s, method, "/"); r.StatusCode != 405 || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d", method, r.StatusCode)
		}
	}
	if r := ask(s, "HEAD", "/"); r.StatusCode != 200 || body(t, r) != "" || r.Header.Get("Content-Length") == "" {
		t.Errorf("HEAD: %d %v", r.StatusCode, r.Header)
	}
	if r := ask(s, "HEAD", "/tidak-ada"); r.StatusCode != 404 || body(t, r) != "" {
		t.Errorf("HEAD of nothing: %d", r.StatusCode)
	}
}

func TestOnlyThisMachineIsAnsweredUnlessAsked(t *testing.T) {
	s := served(t, "/", Outcome{Changed: true})
	for host, want := range map[string]int{"localhost": 200, "localhost:8080": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "[::1]": 200, "portal.localhost:1": 200,
		"evil.example": 403, "evil.example:8080": 403, "127.0.0.1.evil.example": 403, "192.168.1.5:8080": 403, "": 403} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %q: %d, want %d", host, w.Code, want)
		}
		s.opts.AnyHost = true
		w = httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != 200 {
			t.Errorf("host %q, when any may ask: %d", host, w.Code)
		}
		s.opts.AnyHost = false
	}
}

func TestAFaultStandsWhereAPageShouldAndAssetsStay(t *testing.T) {
	outcome := Outcome{}
	outcome.Problems.Errorf(diag.Pos{File: "data/portal.toml", Line: 3, Col: 7}, "load-no-portal")
	s := served(t, "/", outcome)
	for _, target := range []string{"/", "/instansi/", "/instansi/index.html", "/tidak-ada"} {
		r := ask(s, "GET", target)
		text := body(t, r)
		if r.StatusCode != 500 || !strings.Contains(text, "data/portal.toml:3:7") || !strings.Contains(text, "pratinjau.js") {
			t.Errorf("%s: %d\n%s", target, r.StatusCode, text)
		}
		if !strings.Contains(r.Header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: %v", target, r.Header)
		}
	}
	for _, target := range []string{"/assets/rapor.css", "/instansi/x.json"} {
		if r := ask(s, "GET", target); r.StatusCode != 200 {
			t.Errorf("%s: %d", target, r.StatusCode)
		}
	}
}

func TestAFailingMachineIsShownToo(t *testing.T) {
	s := served(t, "/", Outcome{Err: errors.New("disk <penuh>")})
	r := ask(s, "GET", "/")
	if text := body(t, r); r.StatusCode != 500 || !strings.Contains(text, "disk &lt;penuh&gt;") {
		t.Errorf("%d\n%s", r.StatusCode, text)
	}
}
