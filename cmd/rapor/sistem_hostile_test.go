//go:build sistem && !race

package main

import (
	"strings"
	"testing"
)

// stir hovers over charts and links, sorts tables and types into fields: what
// scripts do with names from the data shows only then. It returns what is wrong.
const stir = `(async () => {
	const wait = ms => new Promise(done => setTimeout(done, ms));
	for (const e of document.querySelectorAll('figure, th button, summary, a')) {
		e.dispatchEvent(new PointerEvent('pointerenter', {bubbles: true}));
		e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));
		if (e.localName === 'button') e.click();
	}
	for (const e of document.querySelectorAll('input[type=search]')) {
		e.focus();
		for (const words of ['<', 'a', 'pwned']) {
			e.value = words;
			e.dispatchEvent(new Event('input', {bubbles: true}));
			await wait(30);
		}
	}
	await wait(60);
	const faults = [];
	if (window.pwned !== undefined) faults.push('a text ran');
	if (document.cookie !== '') faults.push('a cookie: ' + document.cookie);
	if ([...document.querySelectorAll('*')].some(e => e.getAttributeNames().some(n => n.startsWith('on') || n === 'srcdoc'))) faults.push('an element with a handler');
	if (document.querySelector('iframe, object, embed, base')) faults.push('an element from a text');
	return faults;
})()`

// A browser opens the pages of the hostile portal. Nothing of the texts runs, no
// other host is asked, no cookie is set, and nothing is refused by the policy: a
// refusal would mean that something tried.
func TestNothingOfTheHostilePortalRunsInABrowser(t *testing.T) {
	s, _ := hostileSite(t)
	server := s.serve(t)
	tab := newTab(t, newBrowser(t))
	tab.allowed = server.below.URL
	var faults []string
	pages := hostileSample(s)
	for _, address := range pages {
		if err := tab.open(server.address(address), looks[0]); err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		found, err := ask[[]string](tab, stir)
		if err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		for _, fault := range append(found, tab.problems()...) {
			faults = append(faults, address+": "+fault)
		}
	}
	report(t, faults)
	t.Logf("%d pages", len(pages))
}

// The watch must see a text that runs.
func TestTheWatchSeesATextThatRuns(t *testing.T) {
	s := &builtSite{files: map[string][]byte{"index.html": []byte(`<!doctype html><meta charset="utf-8"><title>x</title><img src="x" onerror="window.pwned=1">`)}}
	server := s.serve(t)
	tab := newTab(t, newBrowser(t))
	tab.allowed = server.below.URL
	if err := tab.open(server.address("index.html"), looks[0]); err != nil {
		t.Fatal(err)
	}
	if found, err := ask[[]string](tab, stir); err != nil || len(found) < 2 {
		t.Errorf("found %q (%v)", found, err)
	}
}

// hostileSample is two pages of every form and the institution of every text; every
// page where everything is asked for.
func hostileSample(s *builtSite) []string {
	if everything {
		return s.addresses()
	}
	var out []string
	seen := map[string]int{}
	for _, address := range s.addresses() {
		if address == "404.html" {
			continue
		}
		form := strings.Join(strings.FieldsFunc(address, func(r rune) bool { return r >= '0' && r <= '9' }), "#")
		seen[form]++
		if seen[form] <= 2 || strings.HasPrefix(address, "instansi/") && strings.Count(address, "/") == 2 {
			out = append(out, address)
		}
	}
	return out
}
