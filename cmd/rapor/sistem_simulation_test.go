//go:build sistem && !race

package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// opdBuilt is the sample of work units as a site.
func opdBuilt(t *testing.T) *builtSite {
	t.Helper()
	out := opdSite(t)
	s := &builtSite{files: map[string][]byte{}}
	err := filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(out, path)
		if err != nil {
			return err
		}
		s.files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What a reader does on the page of a simulation, and what the page then says.
// The unit has 25 indicators of 4 % each and an index of 2.5600; I01 from 3 to 5
// adds 0.08.
func TestASimulationFollowsTheReader(t *testing.T) {
	s := opdBuilt(t)
	site := s.serve(t)
	tab := newTab(t, newBrowser(t))
	tab.allowed = site.below.URL
	if err := tab.open(site.address("instansi/dinas-kominfo/simulasi/index.html"), looks[0]); err != nil {
		t.Fatal(err)
	}
	says := func(after string, want ...string) {
		t.Helper()
		words, err := ask[string](tab, `document.querySelector('.andai').innerText.replace(/\s+/g, ' ') + ' ' + location.hash + ' ' + document.querySelector('a.bahasa').hash`)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(words, w) {
				t.Errorf("%s: the page does not say %q but %q", after, w, words)
			}
		}
	}
	do := func(script string) {
		t.Helper()
		if _, err := ask[bool](tab, script+"; true"); err != nil {
			t.Fatal(err)
		}
	}
	says("at first", "2,56", "Cukup", "0,0000 dari 2,5600", "Menuju Baik: kurang 0,0400", "Belum ada yang diubah")
	do(`var f = document.getElementById('s-I01'); f.value = '5'; f.dispatchEvent(new Event('input', {bubbles: true}))`)
	says("I01 to 5", "2,64", "Baik", "+0,0800 dari 2,5600", "Menuju Sangat Baik: kurang 0,8600", "I01: 3 menjadi 5", "#I01=5 #I01=5")
	do(`location.hash = '#I01=1&I02=9&zzz=4'`)
	do(`new Promise(function (done) { setTimeout(done, 100); })`)
	says("another scenario in the address", "2,48", "−0,0800", "I01: 3 menjadi 1", "#I01=1")
	do(`document.querySelector('[data-ulang]').click()`)
	says("reset", "2,56", "0,0000 dari 2,5600", "Belum ada yang diubah")
	if focused, err := ask[bool](tab, `document.activeElement.hasAttribute('data-hasil')`); err != nil || !focused {
		t.Errorf("after the reset the result has the focus: %v %v", focused, err)
	}
	for _, p := range tab.problems() {
		t.Error(p)
	}
}

// The pages that the national portal does not have keep its rules in every look.
func TestPagesOfWorkUnitsHaveNoBarrier(t *testing.T) {
	source, err := os.ReadFile(checkerFile(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	s := opdBuilt(t)
	pages := []string{ // in every look
		"pengisian/index.html", "en/pengisian/index.html", "pengisian/cetak/index.html", "instansi/kota-contoh-fiktif/index.html",
		"instansi/dinas-kominfo/index.html", "instansi/dinas-kesehatan/2024/index.html", "instansi/dinas-kesehatan/2025/index.html",
		"instansi/badan-perencanaan/2025/index.html", "instansi/dinas-kominfo/simulasi/index.html", "wilayah/kota-contoh-fiktif/index.html",
	}
	var jobs []job
	for _, file := range pages {
		for _, l := range looks {
			jobs = append(jobs, job{file, l})
		}
	}
	visit(t, s, jobs, func(tab *tab, _ string, _ look) []string {
		result, err := tab.audit(string(source))
		if err != nil {
			return []string{err.Error()}
		}
		return result.faults()
	})
}
