//go:build sistem && !race

package main

import (
	"encoding/csv"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
)

// taken clicks every button that hands out a file and gives what each handed out.
const taken = `(async function () {
  var files = [], blob, real = URL.createObjectURL;
  URL.createObjectURL = function (b) { blob = b; return real.call(URL, b); };
  HTMLAnchorElement.prototype.click = function () { files.push(blob.text().then(t => ({name: this.download, text: t}))); };
  for (var b of document.querySelectorAll('[data-unduh]')) {
    var before = files.length;
    b.click();
    for (var i = 0; files.length === before && i < 200; i++) await new Promise(r => setTimeout(r, 25));
  }
  return Promise.all(files);
})()`

type takenFile struct{ Name, Text string }

// Every table of a page can be taken as CSV and every chart without a file of its
// own as SVG, from a server and from a disk, in dark too. What is taken is whole:
// well-formed, with all rows on show, in the colours of paper.
func TestAReaderTakesAwayTablesAndCharts(t *testing.T) {
	s := portalSite(t)
	pages := []string{"index.html", "instansi/kota-bandar-lampung/2023/index.html", "en/instansi/kota-bandar-lampung/index.html", "jenis/kota/index.html", "instansi/index.html"}
	part := &builtSite{files: map[string][]byte{}}
	for address, content := range s.files {
		if strings.HasPrefix(address, "assets/") || strings.HasSuffix(address, "kota-bandar-lampung.svg") || slices.Contains(pages, address) {
			part.files[address] = content
		}
	}
	h, disk := s.serve(t), part.onDisk(t)
	tab := newTab(t, newBrowser(t))
	tables, charts := 0, 0
	for _, page := range pages {
		for _, address := range []string{h.address(page), disk + page} {
			tab.allowed = address[:strings.Index(address, "://")+3]
			if err := tab.open(address, looks[2]); err != nil {
				t.Fatal(err)
			}
			files, err := ask[[]takenFile](tab, taken)
			if err != nil {
				t.Fatalf("%s: %v", address, err)
			}
			shown, err := ask[[]int](tab, `[...document.querySelectorAll('.gulir table')].map(t => [...t.tBodies].flatMap(b => [...b.rows]).filter(r => !r.hidden && r.cells[0].scope !== 'rowgroup').length)`)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range files {
				switch {
				case strings.HasSuffix(f.Name, ".svg"):
					charts++
					if _, err := io.Copy(io.Discard, tokens{xml.NewDecoder(strings.NewReader(f.Text))}); err != nil || strings.Contains(f.Text, "class=") || !strings.Contains(f.Text, "rgb(25, 27, 33)") {
						t.Errorf("%s: %s: %v\n%.300s", address, f.Name, err, f.Text)
					}
				case strings.HasSuffix(f.Name, "-panas.csv"):
					if n := strings.Count(f.Text, "\n"); n < 2*47 || n%47 != 1 || !strings.Contains(f.Text, ",2023,I47,") {
						t.Errorf("%s: %s has %d lines", address, f.Name, n)
					}
				default:
					rows, err := csv.NewReader(strings.NewReader(f.Text)).ReadAll()
					if err != nil || len(shown) == 0 || len(rows) != shown[0]+1 {
						t.Fatalf("%s: %s has %d lines where the tables have %v: %v", address, f.Name, len(rows), shown, err)
					}
					shown = shown[1:]
					tables++
				}
			}
			if len(shown) > 0 {
				t.Errorf("%s: %d tables without a file", address, len(shown))
			}
			for _, problem := range tab.problems() {
				if !strings.Contains(problem, "woff2") { // a disk gives no fonts ahead
					t.Errorf("%s: %s", address, problem)
				}
			}
		}
	}
	if tables == 0 || charts == 0 {
		t.Errorf("%d tables and %d charts taken", tables, charts)
	}
	t.Logf("%d tables, %d charts", tables, charts)
}

// tokens reads XML to its end.
type tokens struct{ *xml.Decoder }

func (d tokens) Read([]byte) (int, error) {
	_, err := d.Token()
	return 0, err
}
