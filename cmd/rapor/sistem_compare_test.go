//go:build sistem && !race

package main

import (
	"net/url"
	"path/filepath"
	"strings"
	"testing"
)

// hasil gives the rows of the comparison on show, cells apart, and its headings.
const comparedRows = `[...document.querySelectorAll('#hasil h2, #hasil caption, #hasil tr, #hasil section p')]
  .map(e => e.tagName === 'TR' ? [...e.cells].map(c => c.textContent.trim().replace(/\s+/g, ' ')).join(' | ') : e.textContent.trim().replace(/\s+/g, ' '))`

// The tables of a ready comparison are made by the program, those of a chosen one
// by the script. For the same institutions they say the same.
func TestTheScriptComparesAsTheProgramDoes(t *testing.T) {
	s := portalSite(t)
	h, browser := s.serve(t), newBrowser(t)
	tab := newTab(t, browser)
	compared := 0
	for _, lang := range siteLanguages {
		for _, kind := range []string{"kementerian", "provinsi", "kabupaten", "kota"} {
			ready := h.address(inLanguage(lang, "bandingkan/"+kind+"/index.html"))
			tab.allowed = h.below.URL
			if err := tab.open(ready, looks[0]); err != nil {
				t.Fatal(err)
			}
			want, err := ask[[]string](tab, comparedRows)
			if err != nil {
				t.Fatal(err)
			}
			slugs, err := ask[[]string](tab, `[...document.querySelectorAll('#nilai thead a')].map(a => a.href.split('/').slice(-2)[0])`)
			if err != nil || len(slugs) != 3 {
				t.Fatalf("%s: %v, %v", ready, slugs, err)
			}
			chosen := h.address(inLanguage(lang, "bandingkan/index.html")) + "?" + url.Values{"i": slugs}.Encode()
			if err := tab.open(chosen, looks[0]); err != nil {
				t.Fatal(err)
			}
			if err := tab.wait(`!!document.querySelector('#hasil table')`); err != nil {
				t.Fatalf("%s: %v", chosen, err)
			}
			got, err := ask[[]string](tab, comparedRows)
			if err != nil {
				t.Fatal(err)
			}
			if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
				t.Errorf("%s: the script says\n%s\nand the program\n%s", chosen, g, w)
			}
			compared += len(got)
			for _, problem := range tab.problems() {
				t.Errorf("%s: %s", chosen, problem)
			}
		}
	}
	t.Logf("%d lines compared", compared)
}

// A copy of the site on a stick compares too, by names typed in as people do.
func TestComparingWorksFromADiskAndByTypedNames(t *testing.T) {
	s, dir := portalSite(t), t.TempDir()
	part := &builtSite{files: map[string][]byte{}}
	for address, content := range s.files {
		if strings.HasPrefix(address, "bandingkan/") || strings.HasPrefix(address, "assets/") {
			part.files[address] = content
		}
	}
	part.write(t, dir)
	tab := newTab(t, newBrowser(t))
	tab.allowed = "file://"
	if err := tab.open("file://"+filepath.ToSlash(filepath.Join(dir, "bandingkan", "index.html")), looks[0]); err != nil {
		t.Fatal(err)
	}
	if err := tab.wait(`!document.querySelector('form.banding').hidden`); err != nil {
		t.Fatal(err)
	}
	typed := `(function (names) {
  var f = document.querySelectorAll('form.banding input');
  names.forEach(function (n, i) { f[i].value = n; f[i].dispatchEvent(new Event('input')); });
  document.querySelector('form.banding button').click();
  return document.querySelectorAll('#s1 option').length;
})`
	for _, c := range []struct{ names, said, index string }{
		{`['kota bandung', 'Kabupaten Sumedang']`, "Kota Bandung, Kab. Sumedang", "4,51 (−0,08)"},
		{`['kota bandung', 'kota bandung']`, "dipilih dua kali", ""},
		{`['kota bandung', 'Atlantis']`, "“Atlantis” tidak dikenal", ""},
		{`['kota bandung', '']`, "sedikitnya dua", ""},
		{`['constructor', '__proto__']`, "“constructor” tidak dikenal", ""},
	} {
		if _, err := ask[int](tab, typed+"("+c.names+")"); err != nil {
			t.Fatal(err)
		}
		if err := tab.wait(`document.querySelector('form.banding [role=status]').textContent.indexOf(` + "`" + c.said + "`" + `) >= 0`); err != nil {
			t.Errorf("%s: %v", c.names, err)
		}
		if c.index == "" {
			continue
		}
		if found, err := ask[bool](tab, `document.getElementById('hasil').textContent.indexOf(`+"`"+c.index+"`"+`) >= 0`); err != nil || !found {
			t.Errorf("%s: no %s (%v)", c.names, c.index, err)
		}
	}
	for _, problem := range tab.problems() {
		if !strings.Contains(problem, ".woff2") { // browsers keep fonts from pages on a disk; the fallback has the same measures
			t.Error(problem)
		}
	}
}
