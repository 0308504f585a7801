package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/export"
)

// buildSmall builds the small portal with more files into public.
func buildSmall(t *testing.T, more map[string]string, args ...string) {
	t.Helper()
	t.Setenv("SOURCE_DATE_EPOCH", "")
	t.Chdir(scratch(t))
	for name, text := range smallPortal {
		writeFile(t, filepath.Join("data", name), text)
	}
	for name, text := range more {
		writeFile(t, name, text)
	}
	if code, said := rapor(append([]string{"build", "--quiet", "--no-cache"}, args...)...); code != exitFine {
		t.Fatal(said)
	}
}

func TestAnOldAddressLeadsToThePageOnAPlainFileServer(t *testing.T) {
	for _, base := range []string{"/", "/portal/"} {
		buildSmall(t, map[string]string{
			"content/kontak.md":      "+++\njudul = \"Kontak\"\nalias = [\"/lama/\", \"/dulu/sekali\", \"/kontak.html\"]\n+++\nSurat.\n",
			"content/berita/satu.md": "+++\njudul = \"Satu\"\nalias = [\"/berita-satu/\"]\n+++\nKabar.\n",
		}, "--base-url", "https://contoh.example"+base)
		server := httptest.NewServer(http.StripPrefix(strings.TrimSuffix(base, "/"), http.FileServer(http.Dir("public"))))
		defer server.Close()
		for old, want := range map[string]string{"lama": "kontak/", "lama/": "kontak/", "dulu/sekali": "kontak/", "dulu/sekali/": "kontak/",
			"kontak.html": "kontak/", "berita-satu/": "berita/satu/"} {
			to := refreshed(t, server.URL+base+old)
			if to.Path != base+want {
				t.Errorf("%s%s leads to %s, want %s%s", base, old, to.Path, base, want)
				continue
			}
			r, err := http.Get(to.String())
			if err != nil || r.StatusCode != 200 {
				t.Errorf("%s: %v %v", to, r, err)
			}
		}
	}
}

// refreshed is where the page at an address sends its reader.
func refreshed(t *testing.T, address string) *url.URL {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	page, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`http-equiv="refresh" content="0; url=([^"]+)"`).FindSubmatch(page)
	if m == nil {
		t.Fatalf("%s: %d\n%s", address, r.StatusCode, page)
	}
	to, err := r.Request.URL.Parse(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	return to
}

func TestPagesAndHostsStateOnePolicy(t *testing.T) {
	buildSmall(t, map[string]string{"content/kontak.md": "+++\njudul = \"Kontak\"\nalias = [\"/lama/\"]\n+++\nSurat.\n"})
	files := treeOf(t, "public")
	for _, name := range []string{"index.html", "instansi/kota-contoh/index.html", "instansi/kota-contoh/2024/index.html", "metode/index.html", "lama/index.html"} {
		meta := `<meta http-equiv="Content-Security-Policy" content="` + export.Policy + `">`
		if !bytes.Contains(files[name], []byte(meta)) {
			t.Errorf("%s states another policy than _headers", name)
		}
	}
	if !bytes.Contains(files["_headers"], []byte("Content-Security-Policy: "+export.Policy+"\n")) {
		t.Errorf("_headers:\n%s", files["_headers"])
	}
}

func TestThePathOfThePortalIsThatOfItsAddress(t *testing.T) {
	for address, want := range map[string]string{"https://x.example/": "/", "https://x.example": "/", "https://x.example/portal/": "/portal/",
		"http://x.example:8080/a/b/": "/a/b/", "https://x.example/a%20b/": "/a%20b/"} {
		if got := portalPath(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
