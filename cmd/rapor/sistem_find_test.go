//go:build sistem && !race

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// onDisk writes the built site into a folder, as a reader unpacks a copy.
func (s *builtSite) onDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for address, content := range s.files {
		file := filepath.Join(dir, filepath.FromSlash(address))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return "file://" + filepath.ToSlash(dir) + "/"
}

// results waits until the list of results under the field has settled and reads
// it, a line for each.
const results = `new Promise(function (done) {
	var tries = 0, last = '';
	(function look() {
		var list = document.querySelector('[role=listbox]'), said = document.querySelector('form[data-cari] [role=status]');
		var now = list && said && said.textContent ? [].map.call(list.hidden ? [] : list.children, function (o) { return o.textContent; }).join('\n') + '|' + said.textContent : '';
		if (now && now === last || tries++ > 60) return done(now);
		last = now;
		setTimeout(look, 50);
	})();
})`

// typed puts a question into the search field, letter by letter.
func (t *tab) typed(field, question string) error {
	return t.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("`+field+`").value = ""`), chromedp.SendKeys(field, question))
}

func TestSearchFindsWhatPeopleMean(t *testing.T) {
	s := portalSite(t)
	h, disk := s.serve(t), s.onDisk(t)
	tab := newTab(t, newBrowser(t))
	cases := []struct {
		page, question string
		first          []string // in any order, before all others
	}{
		{"instansi/", "bandung", []string{"Kota Bandung Kota", "Kab. Bandung Kabupaten"}},
		{"instansi/kota-bandung/2024/", "kab. mamuju", []string{"Kab. Mamuju Kabupaten"}},
		{"metode/", "kabupaten mamuju", []string{"Kab. Mamuju Kabupaten"}},
		{"tahun/2024/", "mamuuju", []string{"Kab. Mamuju Kabupaten"}},
		{"", "jabar", []string{"Jawa Barat Provinsi"}},
		{"status/", "dki", []string{"Daerah Khusus Ibukota Jakarta Provinsi"}},
		{"en/instansi/", "city of bandung", []string{"Kota Bandung City"}},
		{"tentang/", "pemerintah kota bandung", []string{"Kota Bandung Kota"}},
		{"indikator/", "32.73", []string{"Kota Bandung Kota"}},
		{"metode/", "constructor", nil},
		{"tahun/", "i31", []string{"I31 Pelaksanaan Audit Keamanan SPBE Indikator, PermenPANRB 59/2020"}},
		{"berita/", "keamanan", []string{"Kementerian Koordinator Bidang Politik, Hukum dan Keamanan Kementerian", "Badan Keamanan Laut Lembaga"}},
	}
	for _, from := range []string{h.below.URL + "/portal/", disk} {
		tab.allowed = from
		for i, c := range cases {
			if from == disk && i%3 != 0 {
				continue
			}
			where := from + c.page
			if from == disk {
				where += "index.html"
			}
			field := "form[data-cari] input"
			if err := tab.open(where, looks[0]); err != nil {
				t.Fatal(err)
			}
			if err := tab.typed(field, c.question); err != nil {
				t.Fatalf("%s: %v", where, err)
			}
			found, err := ask[string](tab, results)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.Split(found, "|")[0], "\n")
			for i := range c.first {
				if i >= len(lines) || !slices.Contains(c.first, lines[i]) {
					t.Errorf("%s: %q gives %q, not first %q", where, c.question, found, c.first)
					break
				}
			}
			if c.first == nil && lines[0] != "" {
				t.Errorf("%s: %q gives %q", where, c.question, found)
			}
		}
		report(t, loud(tab.problems()))
	}
}

// loud leaves out that a font cannot be fetched before it is needed from a disk:
// the stylesheet gets it all the same.
func loud(problems []string) []string {
	return slices.DeleteFunc(problems, func(p string) bool {
		return strings.Contains(p, "file://") && (strings.Contains(p, ".woff2") || strings.Contains(p, "preload"))
	})
}

func TestSearchIsACombobox(t *testing.T) {
	s := portalSite(t)
	h := s.serve(t)
	tab := newTab(t, newBrowser(t))
	tab.allowed = h.below.URL
	if err := tab.open(h.below.URL+"/portal/en/metode/", looks[0]); err != nil {
		t.Fatal(err)
	}
	state := `(function () {
		var i = document.querySelector('#qs'), o = document.getElementById(i.getAttribute('aria-activedescendant'));
		return [i.getAttribute('role'), i.getAttribute('aria-expanded'), document.getElementById(i.getAttribute('aria-controls')).getAttribute('role'), o ? o.getAttribute('aria-selected') + ' ' + o.textContent : 'none'].join(', ');
	})()`
	steps := []struct{ key, want string }{
		{"", "combobox, true, listbox, none"},
		{kb.ArrowDown, "combobox, true, listbox, true Kab. Bandung Regency"},
		{kb.ArrowDown, "combobox, true, listbox, true Kota Bandung City"},
		{kb.ArrowUp, "combobox, true, listbox, true Kab. Bandung Regency"},
		{kb.ArrowUp, "combobox, true, listbox, none"},
		{kb.Escape, "combobox, false, listbox, none"},
		{kb.ArrowDown, "combobox, true, listbox, true Kab. Bandung Regency"},
		{kb.ArrowDown, "combobox, true, listbox, true Kota Bandung City"},
	}
	if err := tab.typed("#qs", "bandung"); err != nil {
		t.Fatal(err)
	}
	said, err := ask[string](tab, results)
	if err != nil || !strings.Contains(said, "results. Choose with the up and down arrows") {
		t.Fatalf("announced: %q %v", said, err)
	}
	for i, step := range steps {
		if step.key != "" {
			if err := tab.do(chromedp.KeyEvent(step.key)); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := ask[string](tab, state); err != nil || got != step.want {
			t.Fatalf("step %d: %q, not %q (%v)", i, got, step.want, err)
		}
	}
	if err := tab.do(chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible("#q, h1")); err != nil {
		t.Fatal(err)
	}
	if at, err := ask[string](tab, waitFor(`location.pathname.indexOf('metode') < 0 && location.pathname`)); err != nil || at != "/portal/en/instansi/kota-bandung/" {
		t.Errorf("Enter leads to %q (%v)", at, err)
	}
	report(t, tab.problems())
}

// TestTheOpenListOfResultsHasNoBarrier looks at the list as axe and a phone do.
func TestTheOpenListOfResultsHasNoBarrier(t *testing.T) {
	source, err := os.ReadFile(checkerFile(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	h := portalSite(t).serve(t)
	tab := newTab(t, newBrowser(t))
	tab.allowed = h.below.URL
	for _, l := range looks[:3] {
		for _, page := range []string{"instansi/", "en/metode/", ""} {
			if err := tab.open(h.below.URL+"/portal/"+page, l); err != nil {
				t.Fatal(err)
			}
			if err := tab.typed("form[data-cari] input", "bandung"); err != nil {
				t.Fatal(err)
			}
			if found, err := ask[string](tab, results); err != nil || found == "" {
				t.Fatalf("%s: no results (%v)", page, err)
			}
			if err := tab.do(chromedp.KeyEvent(kb.ArrowDown)); err != nil {
				t.Fatal(err)
			}
			result, err := tab.audit(string(source))
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range append(result.faults(), tab.problems()...) {
				if strings.Contains(fault, "obscured by a neighbor with negative tabindex") {
					continue // what lies under the open list is free again when it closes
				}
				t.Errorf("%s (%s): %s", page, l.name, fault)
			}
		}
	}
}

// waitFor gives a promise of an expression's first true value, or of "" after
// three seconds.
func waitFor(expression string) string {
	return fmt.Sprintf(`new Promise(function (done) { var n = 0; (function look() { var v = %s; if (v || n++ > 60) return done(v || ''); setTimeout(look, 50); })(); })`, expression)
}

func TestTheListKeepsItsChoiceInTheAddress(t *testing.T) {
	s := portalSite(t)
	h, disk := s.serve(t), s.onDisk(t)
	browser := newBrowser(t)
	state := `(function () {
		var rows = [].filter.call(document.querySelectorAll('#daftar tbody tr'), function (r) { return !r.hidden && r.cells[0].scope === 'row'; });
		var sorted = document.querySelector('#daftar [aria-sort]');
		return [document.querySelector('.saring [role=status]').textContent, rows.length ? rows[0].cells[0].textContent : '', sorted ? sorted.textContent + ' ' + sorted.getAttribute('aria-sort') : '', location.search].join(' | ');
	})()`
	for _, from := range []string{h.below.URL + "/portal/instansi/", disk + "instansi/index.html", h.below.URL + "/portal/en/instansi/"} {
		tab := newTab(t, browser)
		tab.allowed = strings.SplitAfter(from, "instansi/")[0]
		tab.allowed = strings.TrimSuffix(strings.TrimSuffix(tab.allowed, "instansi/"), "en/")
		if err := tab.open(from, looks[0]); err != nil {
			t.Fatal(err)
		}
		choose := func(name, value string) chromedp.Action[chromedp.Void] {
			return chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`(function () { var c = document.querySelector('.saring [name=%s]'); c.value = %q; c.dispatchEvent(new Event('input', {bubbles: true})); })()`, name, value))
		}
		of := map[bool]string{false: "%d dari 642 baris", true: "%d of 642 rows"}[strings.Contains(from, "/en/")]
		count := func(n int) string { return fmt.Sprintf(of, n) }
		check := func(what, want string) {
			t.Helper()
			got, err := ask[string](tab, state)
			if err != nil || !strings.Contains(got, want) {
				t.Errorf("%s: %s: %q, not %q (%v)", from, what, got, want, err)
			}
		}
		check("at first", count(642)+" | Nasional |  | ")
		click := func(selector string) {
			t.Helper()
			if err := tab.do(chromedp.Click(selector)); err != nil {
				t.Fatal(err)
			}
		}
		if err := tab.do(choose("jenis", "kota")); err != nil {
			t.Fatal(err)
		}
		check("kind", count(93)+" | Kota Ambon |  | ?jenis=kota")
		if err := tab.do(choose("provinsi", "jawa-barat")); err != nil {
			t.Fatal(err)
		}
		check("province", count(9)+" | Kota Bandung |  | ?jenis=kota&provinsi=jawa-barat")
		click("#daftar thead th:nth-child(3) button")
		check("sorted", "| Kota Bandung | 2024 descending | ?jenis=kota&provinsi=jawa-barat&urut=-3")
		click("#daftar thead th:nth-child(3) button")
		check("sorted again", "2024 ascending | ?jenis=kota&provinsi=jawa-barat&urut=3")
		if err := tab.do(chromedp.Reload()); err != nil {
			t.Fatal(err)
		}
		check("loaded again", "2024 ascending | ?jenis=kota&provinsi=jawa-barat&urut=3")
		check("loaded again", count(9))
		for _, want := range []string{"&urut=-3", "?jenis=kota&provinsi=jawa-barat", "?jenis=kota", ""} {
			if err := tab.do(chromedp.Evaluate[chromedp.Void](`history.back()`)); err != nil {
				t.Fatal(err)
			}
			if _, err := ask[any](tab, waitFor(fmt.Sprintf(`location.search.endsWith(%q) && document.readyState === 'complete'`, want))); err != nil {
				t.Fatal(err)
			}
			check("back", want)
		}
		check("back at the start", count(642)+" | Nasional |  | ")
		if err := tab.do(choose("q", "kab. mamuuju")); err != nil {
			t.Fatal(err)
		}
		if _, err := ask[any](tab, waitFor(`document.querySelector('.saring [role=status]').textContent.charAt(0) === '2'`)); err != nil {
			t.Fatal(err)
		}
		check("a slip", count(2))
		click(".saring button[type=reset]")
		if _, err := ask[any](tab, waitFor(`location.search === ''`)); err != nil {
			t.Fatal(err)
		}
		check("cleared", count(642))
		click(".saring [name=gabung]")
		click("#daftar thead th:nth-child(3) button")
		check("all kinds in one order", "2024 descending | ?gabung=1&urut=-3")
		report(t, loud(tab.problems()))
	}
}

// TestTheFormsLeadToTheListWithoutScript sends the search off where no script
// runs, from the site and from a disk.
func TestTheFormsLeadToTheListWithoutScript(t *testing.T) {
	s := portalSite(t)
	h := s.serve(t)
	tab := newTab(t, newBrowser(t))
	tab.allowed = h.below.URL
	if err := tab.open(h.below.URL+"/portal/en/metode/", looks[0]); err != nil {
		t.Fatal(err)
	}
	if err := tab.script(false); err != nil {
		t.Fatal(err)
	}
	if err := tab.do(chromedp.Navigate(h.below.URL+"/portal/en/metode/"), chromedp.SendKeys("#qs", "bandung"+kb.Enter), chromedp.WaitVisible("#daftar"), chromedp.WaitNotVisible(".saring")); err != nil {
		t.Fatal(err)
	}
	if err := tab.script(true); err != nil {
		t.Fatal(err)
	}
	got, err := ask[string](tab, `location.pathname + location.search + ' ' + document.querySelectorAll('#daftar tbody tr').length`)
	if err != nil || !strings.HasPrefix(got, "/portal/en/instansi/?q=bandung 649") {
		t.Errorf("%q %v", got, err)
	}
	report(t, tab.problems())
}
