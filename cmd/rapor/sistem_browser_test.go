//go:build sistem && !race

package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// telling pages always belong to the sample: levels of four editions; domains
// alone; an old instrument with a published spread; a value outside the scale; a
// second source; an institution that has ended.
var telling = []string{
	"instansi/kota-bandar-lampung/index.html", "instansi/kota-bandar-lampung/2024/index.html", "instansi/kota-bandar-lampung/2022/index.html",
	"instansi/provinsi-sulawesi-barat/index.html", "instansi/nasional/2018/index.html", "instansi/kabupaten-banyuasin/2023/index.html",
	"instansi/kabupaten-polewali-mandar/2023/index.html", "instansi/kementerian-pendidikan-dan-kebudayaan/index.html",
}

// sample lists pages of each type in both languages: of addresses of the same
// form the largest and the smallest, and the telling ones. A new type of page is
// in it without being named here.
func (s *builtSite) sample(t *testing.T) []string {
	t.Helper()
	groups := map[string][]string{}
	for _, address := range s.addresses() {
		if strings.HasPrefix(address, "en/") || address == "404.html" {
			continue
		}
		form := fmt.Sprintf("%d %s", strings.Count(address, "/"), strings.Split(address, "/")[0])
		if last := path.Base(path.Dir(address)); last == "cetak" || last == "simulasi" {
			form += " " + last
		}
		groups[form] = append(groups[form], address)
	}
	chosen := map[string]bool{"404.html": true}
	choose := func(address string) {
		for _, lang := range siteLanguages {
			if local := inLanguage(lang, address); s.files[local] != nil {
				chosen[local] = true
			}
		}
	}
	for _, group := range groups {
		slices.SortStableFunc(group, func(a, b string) int { return len(s.files[a]) - len(s.files[b]) })
		choose(group[0])
		choose(group[len(group)-1])
	}
	for _, address := range telling {
		if s.files[address] == nil {
			t.Fatalf("%s is not in the portal; choose another page that tells as much", address)
		}
		choose(address)
	}
	var all []string
	for address := range chosen {
		all = append(all, address)
	}
	slices.Sort(all)
	return all
}

// chosen is the sample, or every page where everything is asked for.
func (s *builtSite) chosen(t *testing.T) []string {
	if everything {
		return s.addresses()
	}
	return s.sample(t)
}

// siteServer serves the site as a plain file server does, below a folder. The page for
// missing addresses is made for the root and is served from there, at another
// port so that a root-absolute link in any other page still breaks.
type siteServer struct{ below, root *httptest.Server }

func (s *builtSite) serve(t *testing.T) siteServer {
	t.Helper()
	tree := fstest.MapFS{}
	for address, content := range s.files {
		tree[address] = &fstest.MapFile{Data: content, Mode: 0o644}
	}
	files := http.FileServerFS(tree)
	mux := http.NewServeMux()
	mux.Handle("/portal/", http.StripPrefix("/portal", files))
	h := siteServer{httptest.NewServer(mux), httptest.NewServer(files)}
	t.Cleanup(h.below.Close)
	t.Cleanup(h.root.Close)
	return h
}

// address is where a page of the site is served.
func (h siteServer) address(file string) string {
	server := h.below.URL + "/portal/"
	if file == "404.html" {
		return h.root.URL + "/" + file
	}
	dir, name := path.Split(file)
	if name == "index.html" {
		return server + dir
	}
	return server + file
}

// newBrowser starts a headless Chromium with a profile of its own. Without one
// the test fails.
func newBrowser(t *testing.T) context.Context {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatalf("this test needs Chromium: %v", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(filepath.Join(t.TempDir(), "profil")), chromedp.Flag("disable-component-update", true), chromedp.Flag("allow-file-access-from-files", false))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	browser, quit := chromedp.NewContext(allocator)
	t.Cleanup(func() {
		_ = chromedp.Cancel(browser) // waits, so that the profile can be removed
		quit()
	})
	if err := chromedp.Do(browser); err != nil {
		t.Fatalf("this test needs a Chromium that starts: %v", err)
	}
	return browser
}

// tab is one page of the browser and what goes wrong in it.
type tab struct {
	ctx     context.Context
	allowed string // what every request begins with

	mu    sync.Mutex
	found []string
}

// newTab opens a tab that watches the console, the policy and the network.
func newTab(t *testing.T, browser context.Context) *tab {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(browser)
	t.Cleanup(closeTab)
	tab := &tab{ctx: ctx}
	early := page.AddScriptToEvaluateOnNewDocumentParams{Source: watchScript}
	err := chromedp.Do(ctx)
	if err == nil {
		_, err = chromedp.Call(ctx, network.Enable, network.EnableParams{})
	}
	if err == nil {
		_, err = chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, early)
	}
	if err == nil {
		err = chromedp.Listen(ctx, tab.watch)
	}
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// watchScript notes what the policy forbids, from before the page's first byte.
const watchScript = `window.violations = [];
document.addEventListener('securitypolicyviolation', function (e) { violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber); });`

// watch notes what a page must not do. It runs between messages of the browser.
func (t *tab) watch(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning || e.Type == runtime.ConsoleAPICalledTypeAssert {
			t.note("console: %s %s", e.Type, spoken(e.Args))
		}
	case *runtime.EventExceptionThrown:
		t.note("exception: %s %s", e.ExceptionDetails.Text, spoken([]*runtime.RemoteObject{e.ExceptionDetails.Exception}))
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.EntryLevelError || e.Entry.Level == cdplog.EntryLevelWarning {
			t.note("browser log: %s (%s)", e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, t.allowed) && !strings.HasPrefix(u, "data:") {
			t.note("request to another place: %s", u)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			t.note("%d: %s", e.Response.Status, e.Response.URL)
		}
	}
}

// spoken is what the console shows of some values.
func spoken(values []*runtime.RemoteObject) string {
	var words []string
	for _, v := range values {
		if v != nil && v.Description != "" {
			words = append(words, v.Description)
		} else if v != nil {
			words = append(words, string(v.Value))
		}
	}
	return strings.Join(words, " ")
}

func (t *tab) note(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.found = append(t.found, fmt.Sprintf(format, args...))
}

// problems returns what was noted since the last call.
func (t *tab) problems() []string {
	if violations, err := ask[[]string](t, "window.violations || []"); err != nil {
		t.note("%v", err)
	} else {
		for _, v := range violations {
			t.note("policy: %s", v)
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	found := t.found
	t.found = nil
	return found
}

// do runs steps in the tab; a page that takes longer than a minute has failed.
func (t *tab) do(steps ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(t.ctx, time.Minute)
	defer cancel()
	return chromedp.Do(ctx, steps...)
}

// ask evaluates an expression in the page and waits for a promise it gives.
func ask[T any](t *tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, time.Minute)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// look is a way in which somebody sees a page.
type look struct {
	name     string
	width    int64
	features map[string]string
	noScript bool
}

var looks = []look{
	{name: "desktop", width: 1280},
	{name: "320 px", width: 320},
	{name: "dark", width: 1280, features: map[string]string{"prefers-color-scheme": "dark"}},
	{name: "forced colours", width: 1280, features: map[string]string{"forced-colors": "active", "prefers-color-scheme": "dark"}},
	{name: "no script", width: 1280, noScript: true},
}

// open shows a page in a look. Script is off only until the page has loaded, so
// that a checker can run in what is then there.
func (t *tab) open(address string, l look) error {
	params := emulation.SetEmulatedMediaParams{}
	for _, name := range []string{"prefers-color-scheme", "forced-colors"} {
		params.Features = append(params.Features, &emulation.MediaFeature{Name: name, Value: l.features[name]})
	}
	if _, err := chromedp.Call(t.ctx, emulation.SetEmulatedMedia, params); err != nil {
		return err
	}
	if err := t.do(chromedp.EmulateViewport(l.width, 900)); err != nil {
		return err
	}
	if err := t.script(!l.noScript); err != nil {
		return err
	}
	if err := t.do(chromedp.Navigate(address)); err != nil {
		return err
	}
	return t.script(true)
}

func (t *tab) script(on bool) error {
	_, err := chromedp.Call(t.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
	return err
}

// job is a page in a look.
type job struct {
	file string
	look look
}

// lookedAt lists what to open: the sample in every look, the looks shared out
// between the languages of a page, and where everything is asked for both in all
// and each other page in one, in turn.
func lookedAt(t *testing.T, s *builtSite) (jobs []job) {
	sample := s.sample(t)
	for _, file := range sample {
		local, english := strings.CutPrefix(file, "en/")
		alone := s.files[inLanguage("en", local)] == nil
		for j, l := range looks {
			if everything || alone || english == ((slices.Index(sample, local)+j)%2 == 0) {
				jobs = append(jobs, job{file, l})
			}
		}
	}
	if everything {
		for i, file := range s.addresses() {
			if !slices.Contains(sample, file) {
				jobs = append(jobs, job{file, looks[i%len(looks)]})
			}
		}
	}
	return jobs
}

// visit opens pages in two tabs at a time. The function looks at a page and
// returns what is wrong with it; what the tab noted is added.
func visit(t *testing.T, s *builtSite, jobs []job, check func(*tab, string, look) []string) {
	t.Helper()
	h, browser := s.serve(t), newBrowser(t)
	next := make(chan job)
	var group sync.WaitGroup
	var mu sync.Mutex
	places := map[string][]string{} // by fault: a theme repeats its faults on every page
	for range 2 {
		tab := newTab(t, browser)
		group.Go(func() {
			for j := range next {
				address := h.address(j.file)
				tab.allowed = strings.TrimSuffix(address, strings.TrimSuffix(j.file, "index.html"))
				var found []string
				if err := tab.open(address, j.look); err != nil {
					found = []string{err.Error()}
				} else {
					found = check(tab, j.file, j.look)
				}
				found = append(found, tab.problems()...)
				mu.Lock()
				for _, fault := range found {
					places[fault] = append(places[fault], j.file+" ("+j.look.name+")")
				}
				mu.Unlock()
			}
		})
	}
	for _, j := range jobs {
		next <- j
	}
	close(next)
	group.Wait()
	var faults []string
	for fault, where := range places {
		slices.Sort(where)
		faults = append(faults, fmt.Sprintf("%s, in %d visits, such as %s", fault, len(where), where[0]))
	}
	slices.Sort(faults)
	report(t, faults)
	t.Logf("%d visits", len(jobs))
}
