//go:build sistem && !race

package main

import (
	"os"
	"strings"
	"testing"
)

// faultyPage has one fault of each sort that the browser tests look for.
const faultyPage = `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Halaman dengan cacat</title>
<meta http-equiv="Content-Security-Policy" content="` + sitePolicy + `"></head><body><main><h1 style="color:red">Cacat</h1>
<img src="tidak-ada.png"><img src="http://127.0.0.1:9/x.png" alt="x"><script src="salah.js" defer></script>
<p class="lebar">x</p><svg role="img" aria-label="x" width="200" height="40"><rect width="200" height="40" fill="#fff"/><text x="5" y="20" fill="#eee">pudar</text></svg>
<table><caption>t</caption><tr><th scope="row">a</th><td>7</td></tr></table></main></body></html>`

// What the browser tests trust: none of these goes by unseen.
func TestTheBrowserChecksFindFaults(t *testing.T) {
	source, err := os.ReadFile(checkerFile(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	s := &builtSite{files: map[string][]byte{"x/index.html": []byte(faultyPage), "x/salah.js": []byte("console.error('salah'); document.querySelector('.lebar').style.width = '900px'; tidakAda();")}}
	tab, address := newTab(t, newBrowser(t)), s.serve(t).address("x/index.html")
	tab.allowed = strings.TrimSuffix(address, "x/")
	if err := tab.open(address, looks[1]); err != nil {
		t.Fatal(err)
	}
	result, err := tab.audit(string(source))
	if err != nil {
		t.Fatal(err)
	}
	result.Passes = 10
	found := strings.Join(append(result.faults(), tab.problems()...), "\n")
	for what, sign := range map[string]string{
		"an image without a name": "image-alt", "faint text in a drawing": `"pudar"`, "a page wider than the screen": "scrollWidth", "an inline style": "policy: style-src",
		"a request to another place": "request to another place: http://127.0.0.1:9/", "a missing file": "404: ", "a message of the page": "console: error", "an exception": "exception: ",
	} {
		if !strings.Contains(found, sign) {
			t.Errorf("%s was not found", what)
		}
	}
	p := paper{text: dense("a7")}
	if p.faults([][]string{{"a", "7"}}) != nil || p.faults([][]string{{"a", "8"}}) == nil || p.faults([][]string{{"a", "7"}, {"a", "7"}}) == nil {
		t.Error("a row that paper lost was not found")
	}
	if t.Failed() {
		t.Log(found)
	}
}
