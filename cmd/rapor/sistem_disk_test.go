//go:build sistem && !race

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// write puts the site on the disk.
func (s *builtSite) write(t *testing.T, dir string) {
	t.Helper()
	for address, content := range s.files {
		file := filepath.Join(dir, filepath.FromSlash(address))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// click follows the first link that a selector finds and tells where it led.
func (t *tab) click(selector string) (string, error) {
	before, err := ask[string](t, "location.href")
	if err != nil {
		return "", err
	}
	if err := t.do(chromedp.Click(chromedp.CSS(selector), chromedp.NodeReady)); err != nil {
		return "", err
	}
	if err := t.wait("location.href !== '" + before + "' && document.readyState === 'complete'"); err != nil {
		return "", err
	}
	return ask[string](t, "location.href")
}

// A copy on a USB stick works: no server, no fetch, folders without index.html
// in their addresses.
func TestTheSiteOpensFromADisk(t *testing.T) {
	s, dir := portalSite(t), filepath.Join(t.TempDir(), "salinan portal")
	s.write(t, dir)
	tab := newTab(t, newBrowser(t))
	tab.allowed = "file:///"
	root := "file://" + strings.ReplaceAll(filepath.ToSlash(dir), " ", "%20") + "/"
	if err := tab.open(root+"index.html", looks[0]); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct{ selector, arrives string }{
		{".menu a[href*='instansi']", "instansi/index.html"},
		{"a[href*='kota-bandar-lampung']", "instansi/kota-bandar-lampung/index.html"},
		{".edisi a[href*='2024']", "instansi/kota-bandar-lampung/2024/index.html"},
		{".bahasa", "en/instansi/kota-bandar-lampung/2024/index.html"},
	} {
		at, err := tab.click(step.selector)
		if err != nil {
			t.Fatalf("%s: %v", step.selector, err)
		}
		said, err := ask[string](tab, "document.querySelector('h1').textContent.replace(/\\s+/g, ' ').trim()")
		if err != nil || at != root+step.arrives || said != sitePages(t)[step.arrives].heading {
			t.Fatalf("%s led to %s with the heading %q (%v), want %s", step.selector, at, said, err, root+step.arrives)
		}
	}
	// The search of the home page leads to the only best answer.
	if err := tab.open(root+"index.html", looks[0]); err != nil {
		t.Fatal(err)
	}
	if err := tab.do(chromedp.SendKeys(chromedp.CSS("#q"), "bandar lampung")); err != nil {
		t.Fatal(err)
	}
	if err := tab.wait("document.querySelectorAll('[role=option]').length > 0"); err != nil {
		t.Fatal(err)
	}
	if err := tab.do(chromedp.SendKeys(chromedp.CSS("#q"), "\r")); err != nil {
		t.Fatal(err)
	}
	if err := tab.wait("location.pathname.endsWith('/instansi/kota-bandar-lampung/index.html') && document.readyState === 'complete'"); err != nil {
		t.Fatal(err)
	}
	// The list takes a question from the address.
	if err := tab.open(root+"instansi/index.html?q=bandar+lampung", looks[0]); err != nil {
		t.Fatal(err)
	}
	shown, err := ask[[]string](tab, "[...document.querySelectorAll('tbody tr:not([hidden]) th[scope=row]')].map(e => e.textContent.trim())")
	if err != nil || len(shown) != 1 || shown[0] != "Kota Bandar Lampung" {
		t.Errorf("searching for Bandar Lampung shows %q (%v)", shown, err)
	}
	if loaded, err := ask[bool](tab, `document.fonts.load('1rem "Plus Jakarta Sans"').then(f => f.length > 0)`); err != nil || !loaded {
		t.Errorf("the font is not there: %v", err)
	}
	for _, problem := range tab.problems() {
		// Browsers do not preload a font from a disk; the stylesheet loads it all the same, as was just seen.
		if !strings.Contains(problem, ".woff2") {
			t.Error(problem)
		}
	}
}
