package export

import "testing"

func TestHostFilesSpeakOfThePortalsOwnPath(t *testing.T) {
	got := map[string]string{}
	for _, f := range HostFiles("/portal/", "https://x.example/portal/", []Redirect{{"lama/", "tentang/"}, {"en/old/", "en/tentang/"}}) {
		got[f.Address] = string(f.Content)
	}
	want := map[string]string{
		".nojekyll":  "",
		"robots.txt": "User-agent: *\nDisallow:\n\nSitemap: https://x.example/portal/sitemap.xml\n",
		"_redirects": "/portal/lama /portal/tentang/ 301\n/portal/lama/ /portal/tentang/ 301\n" +
			"/portal/en/old /portal/en/tentang/ 301\n/portal/en/old/ /portal/en/tentang/ 301\n",
		"_headers": "/portal/*\n  Content-Security-Policy: " + Policy + "\n  X-Content-Type-Options: nosniff\n" +
			"  Referrer-Policy: strict-origin-when-cross-origin\n\n/portal/assets/vendor/*\n  Cache-Control: public, max-age=31536000, immutable\n",
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s:\n%s\nwant\n%s", name, got[name], text)
		}
	}
}

func TestWithoutOldAddressesThereAreNoRedirects(t *testing.T) {
	for _, f := range HostFiles("/", "https://x.example/", nil) {
		if f.Address == "_redirects" {
			t.Error("an empty _redirects was written")
		}
	}
}
