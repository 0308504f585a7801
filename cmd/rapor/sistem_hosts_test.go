//go:build sistem

package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

// host is a web server that is given the built site at a path, and what it does
// with it.
type host struct {
	name    string
	start   func(t *testing.T, site, base string) string // returns its address, without a path
	packed  string                                       // the compressed form it hands out, "" for none
	missing bool                                         // it shows 404.html
}

var hosts = []host{
	{"nginx", startNginx, "gzip", true},
	{"Caddy", startCaddy, "br", true},
	{"a plain file server", startPlain, "", false},
}

func TestTheSameSiteWorksOnEveryHostAtARootAndInASubPath(t *testing.T) {
	// A province's portal has every type of page; the national one, compressed, takes
	// minutes more.
	portal, site := filepath.Join(t.TempDir(), "portal"), filepath.Join(t.TempDir(), "situs")
	build := []string{"build", "--compress", "--quiet", "--out", site}
	if !everything {
		build = append(build, "--data", filepath.Join(portal, "data"), "--content", filepath.Join(portal, "content"))
	}
	for _, args := range [][]string{{"init", portal, "--instansi", "provinsi-sulawesi-barat"}, build} {
		if code, said := rapor(args...); code != exitFine {
			t.Fatal(said)
		}
	}
	for _, base := range []string{"/", "/portal/"} {
		for _, h := range hosts {
			t.Run(h.name+" at "+base, func(t *testing.T) {
				v := &visitor{t: t, host: h.start(t, site, base), base: base, site: site}
				v.pages()
				v.files()
				v.nothing(h.missing)
				v.links()
				v.packed(h.packed)
			})
		}
	}
}

// The page for what is not there is shown at any depth, so it alone must know
// the portal's path: that of --base-url.
func TestThePageForWhatIsMissingLeadsBackIntoThePortal(t *testing.T) {
	for _, base := range []string{"/", "/portal/"} {
		buildSmall(t, nil, "--base-url", "https://contoh.example"+base)
		site, err := filepath.Abs("public")
		if err != nil {
			t.Fatal(err)
		}
		t.Chdir(home)
		for _, h := range hosts {
			if !h.missing {
				continue
			}
			v := &visitor{t: t, host: h.start(t, site, base), base: base, site: site}
			got := v.get(base+"tidak-ada/sama/sekali/", "")
			if got.status != 404 {
				t.Errorf("%s at %s: %d", h.name, base, got.status)
			}
			v.follow(base+"tidak-ada/sama/sekali/", got.body)
		}
	}
}

// home is the folder of this package, where testdata stands.
var home, _ = os.Getwd()

// visitor asks one host.
type visitor struct {
	t                *testing.T
	host, base, site string
}

// answer is what came, and where from in the end.
type answer struct {
	status int
	kind   string
	body   []byte
	header http.Header
	at     string
}

var client = &http.Client{Transport: &http.Transport{DisableCompression: true}, Timeout: 20 * time.Second}

// get asks for an address of the host and follows where it is sent.
func (v *visitor) get(address, encoding string) answer {
	v.t.Helper()
	request, err := http.NewRequest(http.MethodGet, v.host+address, nil)
	if err != nil {
		v.t.Fatal(err)
	}
	if encoding != "" {
		request.Header.Set("Accept-Encoding", encoding)
	}
	response, err := client.Do(request)
	if err != nil {
		v.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	kind, _, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if err != nil {
		v.t.Errorf("%s: type %q: %v", address, response.Header.Get("Content-Type"), err)
	}
	return answer{response.StatusCode, kind, body, response.Header, response.Request.URL.Path}
}

// file is what the build wrote.
func (v *visitor) file(name string) []byte {
	v.t.Helper()
	content, err := os.ReadFile(filepath.Join(v.site, filepath.FromSlash(name)))
	if err != nil {
		v.t.Fatal(err)
	}
	return content
}

// pages: a folder is its page, with and without the slash.
func (v *visitor) pages() {
	v.t.Helper()
	for _, dir := range []string{"", "instansi/", "instansi/provinsi-sulawesi-barat/", "instansi/provinsi-sulawesi-barat/2024/", "metode/", "tentang/",
		"en/", "en/instansi/provinsi-sulawesi-barat/2024/"} {
		want := v.file(dir + "index.html")
		for _, address := range []string{v.base + dir, strings.TrimSuffix(v.base+dir, "/"), v.base + dir + "index.html"} {
			if address == "" || address+"/" == v.base {
				continue // whose path is not the portal's is for the host to decide
			}
			got := v.get(address, "")
			if got.status != 200 || got.kind != "text/html" || !bytes.Equal(got.body, want) {
				v.t.Errorf("%s: %d %s, %d bytes at %s, want %d", address, got.status, got.kind, len(got.body), got.at, len(want))
			}
			if strings.HasSuffix(address, ".html") {
				continue
			}
			if got.at != v.base+dir {
				v.t.Errorf("%s leads to %s", address, got.at)
			}
		}
	}
}

// files have the right type.
func (v *visitor) files() {
	v.t.Helper()
	for name, kinds := range map[string]string{
		"instansi/provinsi-sulawesi-barat.json":      "application/json",
		"instansi/provinsi-sulawesi-barat/2024.json": "application/json",
		"data/instrumen/permenpanrb-59-2020.json":    "application/json",
		"manifest.json":                      "application/json",
		"assets/rapor.css":                   "text/css",
		"assets/rapor.js":                    "text/javascript application/javascript",
		"assets/vendor/echarts-6.1.0.min.js": "text/javascript application/javascript",
		"assets/vendor/plus-jakarta-sans-2.071-latin-wght.woff2": "font/woff2",
		"assets/ikon.svg": "image/svg+xml",
		"robots.txt":      "text/plain",
	} {
		got := v.get(v.base+name, "")
		if got.status != 200 || !strings.Contains(" "+kinds+" ", " "+got.kind+" ") || !bytes.Equal(got.body, v.file(name)) {
			v.t.Errorf("%s: %d %s, %d bytes", name, got.status, got.kind, len(got.body))
		}
	}
}

// nothing: what is not there is a 404 with the site's own page.
func (v *visitor) nothing(shown bool) {
	v.t.Helper()
	for _, name := range []string{"tidak-ada", "tidak-ada/", "instansi/kota-khayal/2024/", "instansi/kota-khayal.json", "assets/tidak-ada.js"} {
		got := v.get(v.base+name, "")
		if got.status != 404 {
			v.t.Errorf("%s: %d", name, got.status)
		}
		if shown && (got.kind != "text/html" || !bytes.Equal(got.body, v.file("404.html"))) {
			v.t.Errorf("%s: %s\n%.200s", name, got.kind, got.body)
		}
	}
}

// links: every address that a page of each sort names is there.
func (v *visitor) links() {
	v.t.Helper()
	for _, dir := range []string{"", "instansi/provinsi-sulawesi-barat/", "en/instansi/provinsi-sulawesi-barat/2024/", "metode/permenpanrb-59-2020/", "tentang/"} {
		v.follow(v.base+dir, v.file(dir+"index.html"))
	}
}

var address = regexp.MustCompile(`\s(?:href|src|data-echarts|data-cari)="([^"#?]+)`)

func (v *visitor) follow(from string, page []byte) {
	v.t.Helper()
	here, err := url.Parse(v.host + from)
	if err != nil {
		v.t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, m := range address.FindAllSubmatch(page, -1) {
		to, err := here.Parse(string(m[1]))
		if err != nil {
			v.t.Errorf("%s: %v", from, err)
			continue
		}
		if to.Host != here.Host || seen[to.Path] || len(seen) > 60 {
			continue
		}
		seen[to.Path] = true
		if got := v.get(to.EscapedPath(), ""); got.status != 200 || got.at != to.Path {
			v.t.Errorf("%s names %s: %d at %s", from, m[1], got.status, got.at)
		}
	}
	if len(seen) < 3 {
		v.t.Errorf("%s: only %d links were found", from, len(seen))
	}
}

// packed: the host hands out the form that the build made.
func (v *visitor) packed(form string) {
	v.t.Helper()
	for _, name := range []string{"index.html", "instansi/provinsi-sulawesi-barat/2024.json", "assets/rapor.css"} {
		got := v.get(v.base+name, "br, gzip")
		if encoding := got.header.Get("Content-Encoding"); encoding != form {
			v.t.Errorf("%s comes as %q, want %q", name, encoding, form)
			continue
		}
		var text []byte
		var err error
		switch form {
		case "gzip":
			var r *gzip.Reader
			if r, err = gzip.NewReader(bytes.NewReader(got.body)); err == nil {
				text, err = io.ReadAll(r)
			}
		case "br":
			text, err = io.ReadAll(brotli.NewReader(bytes.NewReader(got.body)))
		default:
			text = got.body
		}
		if err != nil || !bytes.Equal(text, v.file(name)) {
			v.t.Errorf("%s: what comes out is another file (%v)", name, err)
		}
	}
}

func startPlain(t *testing.T, site, base string) string {
	server := httptest.NewServer(http.StripPrefix(strings.TrimSuffix(base, "/"), http.FileServer(http.Dir(site))))
	t.Cleanup(server.Close)
	return server.URL
}

func startNginx(t *testing.T, site, base string) string {
	config, work, host := configure(t, "nginx.conf", site, base)
	return started(t, host, exec.Command(tool(t, "nginx"), "-p", work, "-e", "stderr", "-c", config))
}

func startCaddy(t *testing.T, site, base string) string {
	config, work, host := configure(t, "Caddyfile", site, base)
	caddy := exec.Command(tool(t, "caddy"), "run", "--config", config, "--adapter", "caddyfile")
	caddy.Env = append(os.Environ(), "HOME="+work, "XDG_DATA_HOME="+work, "XDG_CONFIG_HOME="+work)
	return started(t, host, caddy)
}

// tool finds a program, also where only the superuser looks for it. Without it
// the test fails.
func tool(t *testing.T, name string) string {
	t.Helper()
	for _, candidate := range []string{name, "/usr/sbin/" + name, "/usr/local/sbin/" + name} {
		if path, err := exec.LookPath(candidate); err == nil {
			return path
		}
	}
	t.Fatalf("%s is needed for this test", name)
	return ""
}

// configure fills in a host's configuration, at a port that is free.
func configure(t *testing.T, name, site, base string) (config, work, host string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	listener.Close()
	text, err := os.ReadFile(filepath.Join("testdata", "hosts", name))
	if err != nil {
		t.Fatal(err)
	}
	work = t.TempDir()
	config = filepath.Join(work, name)
	filled := strings.NewReplacer("@PORT@", fmt.Sprint(port), "@SITE@", site, "@BASE@", base, "@WORK@", work).Replace(string(text))
	if err := os.WriteFile(config, []byte(filled), 0o600); err != nil {
		t.Fatal(err)
	}
	return config, work, fmt.Sprintf("http://127.0.0.1:%d", port)
}

// started waits until a server answers; it ends with the test.
func started(t *testing.T, host string, server *exec.Cmd) string {
	t.Helper()
	var said bytes.Buffer
	server.Stdout, server.Stderr = &said, &said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()
	t.Cleanup(func() {
		_ = server.Process.Signal(os.Interrupt)
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			_ = server.Process.Kill()
			<-ended
		}
	})
	limit, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for {
		var d net.Dialer
		if c, err := d.DialContext(limit, "tcp", strings.TrimPrefix(host, "http://")); err == nil {
			c.Close()
			return host
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("%s ended: %v\n%s", server.Path, err, said.String())
		case <-limit.Done():
			t.Fatalf("%s does not answer", server.Path)
		case <-time.After(20 * time.Millisecond):
		}
	}
}
