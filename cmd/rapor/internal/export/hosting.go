package export

import (
	"bytes"
	"fmt"
	"strings"
)

// Policy is the content security policy that every page states in a meta tag.
// Hosts that read _headers send it with every file.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; base-uri 'none'; form-action 'self'"

// HostFile is a file that speaks to the host and not to readers.
type HostFile struct {
	Address string
	Content []byte
}

// Redirect leads from an old address of the portal to a present one. Both begin
// at the portal's own folder, without a slash: lama/, tentang/.
type Redirect struct {
	From, To string
}

// HostFiles returns the files for hosts. root is the path of the portal, / or
// /portal/, address its full address.
//
//   - .nojekyll: GitHub Pages publishes every file as it is
//   - _headers, _redirects: read by Netlify, Cloudflare Pages and others; elsewhere
//     the meta tag and the pages at the old addresses do the same work
//   - robots.txt: everything may be read by machines. It counts only at the root
//     of a host.
func HostFiles(root, address string, redirects []Redirect) []HostFile {
	files := []HostFile{{".nojekyll", nil}, {"_headers", headers(root)}, {"robots.txt", []byte("User-agent: *\nDisallow:\n\nSitemap: " + address + SitemapAddress + "\n")}}
	if len(redirects) > 0 {
		files = append(files, HostFile{"_redirects", redirectRules(root, redirects)})
	}
	return files
}

// headers sends what a meta tag cannot. What stands under assets/vendor is the
// work of others and gets a new name with each new version, so it may be kept.
func headers(root string) []byte {
	return []byte(strings.Join([]string{
		root + "*",
		"  Content-Security-Policy: " + Policy,
		"  X-Content-Type-Options: nosniff",
		"  Referrer-Policy: strict-origin-when-cross-origin",
		"",
		root + "assets/vendor/*",
		"  Cache-Control: public, max-age=31536000, immutable",
		"",
	}, "\n"))
}

// redirectRules names each old address with and without its slash: hosts do not
// agree on whether the two are one.
func redirectRules(root string, redirects []Redirect) []byte {
	var b bytes.Buffer
	for _, r := range redirects {
		bare := strings.TrimSuffix(r.From, "/")
		fmt.Fprintf(&b, "%[1]s%[2]s %[1]s%[3]s 301\n%[1]s%[2]s/ %[1]s%[3]s 301\n", root, bare, r.To)
	}
	return b.Bytes()
}
