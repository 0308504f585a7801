//go:build sistem

package chart

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// policy is the one that every published page keeps to.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"

// pageHead begins the test page. watch.js is the test's own and stands first, so
// that no violation escapes it.
const pageHead = `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Bagan</title>
<meta http-equiv="Content-Security-Policy" content="%s">
<link rel="stylesheet" href="page.css"><script src="watch.js"></script></head><body>
`

const pageFoot = `<script src="bagan.js" data-echarts="vendor/echarts-6.1.0.min.js" defer></script></body></html>
`

const watchScript = `var violations = [];
document.addEventListener('securitypolicyviolation', function (e) { violations.push(e.violatedDirective + ' ' + e.blockedURI); });
window.addEventListener('error', function (e) { violations.push('error: ' + (e.message || e.target.src)); }, true);
`

const pageCSS = `:root{--kertas:#fdfcf9;--lapis:#f5f2ea;--garis:#e0dbcf;--garis2:#8b8778;--tinta:#191b21;--tinta2:#4a4d57;--tinta3:#63666f;--aksen:#0f4c94;
--p1:#fdf0c0;--p2:#f0b650;--p3:#c67b5c;--p4:#6b5b95;--p5:#1f2f63;--pg:#1b1a17;--pt:#fff;--tepi:#595959}
@media (prefers-color-scheme:dark){:root{--kertas:#15171c;--tinta:#f0eee8;--aksen:#9cc0f7}}
body{font-family:sans-serif;background:var(--kertas);margin:0}figure{margin:8px;max-width:744px}svg.sempit,figure.hidup>svg{display:none}
@media print{figure.hidup>svg.lebar{display:block}.bagan-hidup{display:none}}
`

// writePage puts a page with every sort of interactive chart, the script and the
// library into a folder, as the theme publishes them.
func writePage(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var page strings.Builder
	fmt.Fprintf(&page, pageHead, policy)
	for _, c := range []interface {
		Chart
		ECharts() ([]byte, error)
	}{nationalTrend(), kindShares(), domainSpans(), provinceDots(), cityLevels(), fewTiles()} {
		options, err := c.ECharts()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&page, "<figure data-bagan>%s%s<script type=\"application/json\">%s</script><button type=\"button\" hidden>Bagan interaktif</button></figure>\n",
			c.SVG(Wide), c.SVG(Narrow), options)
	}
	page.WriteString(pageFoot)
	assets := filepath.Join("..", "..", "..", "..", "themes", "default", "assets")
	files := map[string][]byte{"index.html": []byte(page.String()), "watch.js": []byte(watchScript), "page.css": []byte(pageCSS)}
	for _, name := range []string{"bagan.js", "vendor/echarts-6.1.0.min.js"} {
		body, err := os.ReadFile(filepath.Join(assets, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = body
	}
	for name, body := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// tab is a page in a headless Chromium and what its console says.
type tab struct {
	*testing.T
	ctx     context.Context
	console iter.Seq2[chromedp.ConsoleMessage, error]
}

// open starts a browser. Without one the test fails.
func open(t *testing.T) *tab {
	t.Helper()
	allocator, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1000, 1200)); err != nil {
		t.Fatalf("a Chromium is needed for this test: %v", err)
	}
	limited, cancel := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	return &tab{t, limited, chromedp.Console(limited)}
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.Fatal(err)
	}
}

// media emulates what the reader has set.
func (p *tab) media(kind string, features ...string) {
	p.Helper()
	params := emulation.SetEmulatedMediaParams{Media: kind}
	for _, f := range features {
		name, value, _ := strings.Cut(f, ":")
		params.Features = append(params.Features, &emulation.MediaFeature{Name: name, Value: value})
	}
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, params); err != nil {
		p.Fatal(err)
	}
}

// ask evaluates an expression in the page.
func ask[T any](p *tab, expression string) T {
	p.Helper()
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return value
}

// wait polls until an expression is true.
func (p *tab) wait(expression string) {
	p.Helper()
	for range 100 {
		if ask[bool](p, expression) {
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	p.Fatalf("never true: %s; violations: %v", expression, ask[[]string](p, "violations"))
}

// hoverAll moves the mouse over the whole of each figure, so that every tooltip
// shows, and returns what the tooltips of the first figure said.
func (p *tab) hoverAll() string {
	p.Helper()
	seen := map[string]bool{}
	for i := range ask[int](p, "document.querySelectorAll('figure').length") {
		r := ask[[]float64](p, fmt.Sprintf("(r => [r.x, r.y, r.width, r.height])(document.querySelectorAll('figure')[%d].getBoundingClientRect())", i))
		for x := 10.0; x < r[2]; x += 60 {
			for _, y := range []float64{.2, .5, .8} {
				p.do(chromedp.MouseEvent("mouseMoved", r[0]+x, r[1]+y*r[3]))
			}
			if i == 0 {
				for _, line := range ask[[]string](p, "[...document.querySelectorAll('.bagan-hidup svg text, .bagan-hidup svg tspan')].map(t => t.textContent)") {
					seen[line] = true
				}
			}
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(seen)), "\n")
}

// quiet fails for anything that broke the policy or reached the console.
func (p *tab) quiet() {
	p.Helper()
	for _, violation := range ask[[]string](p, "violations") {
		p.Errorf("violation: %s", violation)
	}
	p.do(chromedp.Evaluate[chromedp.Void]("console.log('no more')"))
	for message, err := range p.console {
		if err != nil {
			p.Fatal(err)
		}
		if message.Text == "no more" {
			return
		}
		p.Errorf("console: %s", message)
	}
}

const liveSVG = "document.querySelectorAll('.bagan-hidup svg').length === 6"

func TestInteractiveChartsKeepToAStrictPolicy(t *testing.T) {
	dir := writePage(t)
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		if r.URL.Path == "/favicon.ico" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	for name, address := range map[string]string{"server": server.URL + "/", "disk": "file://" + dir + "/index.html"} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			p.do(chromedp.Navigate(address))
			p.wait("document.querySelectorAll('button:not([hidden])').length === 6")
			if ask[bool](p, "!!window.echarts") {
				t.Error("the library was loaded before anybody asked for it")
			}
			ask[int](p, "document.querySelectorAll('button').forEach(b => b.click()), 0")
			p.wait(liveSVG)
			said := p.hoverAll()
			for _, want := range []string{"PermenPANRB 59/2020  3,12", "target 2,85", "2024", "Sangat Baik"} {
				if !strings.Contains(said, want) {
					t.Errorf("hovering the trend never showed %q in:\n%s", want, said)
				}
			}
			p.quiet()
		})
	}
}

func TestRestingTheMouseMakesAFigureInteractive(t *testing.T) {
	p := open(t)
	p.do(chromedp.Navigate("file://" + writePage(t) + "/index.html"))
	p.wait("document.querySelectorAll('button:not([hidden])').length === 6")
	p.do(chromedp.MouseEvent("mouseMoved", 300, 200), chromedp.MouseEvent("mouseMoved", 302, 201))
	p.wait("document.querySelectorAll('.bagan-hidup svg').length === 1")

	// The button brings the static drawing back, and the mouse then leaves it alone.
	ask[int](p, "document.querySelector('button').click(), 0")
	p.do(chromedp.MouseEvent("mouseMoved", 900, 900), chromedp.MouseEvent("mouseMoved", 300, 200), chromedp.Sleep(500*time.Millisecond))
	if ask[bool](p, "!!document.querySelector('.bagan-hidup') || document.querySelector('button').getAttribute('aria-pressed') !== 'false'") {
		t.Error("the static drawing did not stay after the reader chose it")
	}
	p.quiet()
}

func TestInteractiveChartsFollowTheReader(t *testing.T) {
	p := open(t)
	p.media("", "prefers-color-scheme:light", "prefers-reduced-motion:reduce")
	p.do(chromedp.Navigate("file://" + writePage(t) + "/index.html"))
	p.wait("document.querySelectorAll('button:not([hidden])').length === 6")
	ask[int](p, "document.querySelectorAll('button').forEach(b => b.click()), 0")
	p.wait(liveSVG)

	const line = "[...document.querySelectorAll('.bagan-hidup svg path')].some(e => e.getAttribute('stroke') === '%s')"
	p.wait(fmt.Sprintf(line, "#0f4c94"))
	p.media("", "prefers-color-scheme:dark", "prefers-reduced-motion:reduce")
	p.wait(fmt.Sprintf(line, "#9cc0f7"))

	p.do(chromedp.EmulateViewport(400, 900))
	p.wait("document.querySelector('.bagan-hidup svg').clientWidth < 400")
	if ask[bool](p, "document.documentElement.scrollWidth > 400") {
		t.Error("the page is wider than a phone")
	}

	p.media("print")
	p.wait("getComputedStyle(document.querySelector('.bagan-hidup')).display === 'none'")
	if ask[string](p, "getComputedStyle(document.querySelector('svg.lebar')).display") != "block" {
		t.Error("the static drawing does not return on paper")
	}
	p.quiet()
}

// What the tests above trust: a style attribute does not go by unseen.
func TestTheWatchSeesAViolation(t *testing.T) {
	p := open(t)
	p.do(chromedp.Navigate("file://" + writePage(t) + "/index.html"))
	ask[int](p, "document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>'), 0")
	p.wait("violations.some(v => v.startsWith('style-src'))")
}
