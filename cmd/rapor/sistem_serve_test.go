//go:build sistem

package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// reader is one tab of a headless Chromium.
type reader struct {
	*testing.T
	tab context.Context
}

// temporary is where a browser puts its sockets, whose paths may not be long: not
// into the folder of a test.
var temporary = os.TempDir()

// openTab opens a browser, or with another tab's context one more tab of it.
func openTab(t *testing.T, parent context.Context, address string) *reader {
	t.Helper()
	if parent == nil {
		allocator, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.Env("TMPDIR="+temporary))...)
		t.Cleanup(stop)
		parent = allocator
	}
	tab, closeTab := chromedp.NewContext(parent)
	t.Cleanup(closeTab)
	if err := chromedp.Do(tab, chromedp.Navigate(address)); err != nil {
		t.Fatalf("a Chromium is needed for this test: %v", err)
	}
	return &reader{t, tab}
}

// sees waits until the page holds a text. Nobody reloads it but itself.
func (r *reader) sees(want string) {
	r.Helper()
	for range 600 {
		text, err := chromedp.Run(r.tab, chromedp.Evaluate[string]("document.body ? document.body.innerText : ''"))
		if err == nil && strings.Contains(text, want) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	r.Fatalf("no reload: %q never came", want)
}

const yearPage, yearFile = "instansi/kota-contoh/2024/", "data/instansi/kota-contoh/2024.toml"

// yearWith is the year's file with another level of the second indicator.
func yearWith(level string) string {
	return strings.Replace(smallPortal["instansi/kota-contoh/2024.toml"], "I02 = 2", "I02 = "+level, 1)
}

// An open page follows edits, faults and repairs by itself, under the policy
// that it states, and so do more tabs than a browser has connections.
func TestOpenPagesReloadThemselves(t *testing.T) {
	s := startServing(t)
	first := openTab(t, nil, s.address+yearPage)
	last := first
	for range 8 {
		last = openTab(t, first.tab, s.address+yearPage)
	}
	both := func(want string) {
		t.Helper()
		first.sees(want)
		last.sees(want)
	}
	both("2,60")
	writeFile(t, yearFile, yearWith("4"))
	both("3,40")
	writeFile(t, yearFile, yearWith("tiga"))
	both("Portal belum dapat dibuat")
	both("I02 = tiga")
	styled, err := chromedp.Run(last.tab, chromedp.Evaluate[bool]("getComputedStyle(document.querySelector('.salah')).fontWeight === '600'"))
	if err != nil || !styled {
		t.Errorf("the page of the fault has no style (%v)", err)
	}
	writeFile(t, yearFile, yearWith("5"))
	both("3,80")
	if err := os.Remove(yearFile); err != nil {
		t.Fatal(err)
	}
	both("Halaman tidak ditemukan")
	writeFile(t, yearFile, yearWith("2"))
	both("2,60")
	s.end()
}

// Away from localhost a browser lets pages agree on nothing; they still reload.
func TestPagesReloadAwayFromLocalhost(t *testing.T) {
	s := startServing(t, "--host", "0.0.0.0")
	page := openTab(t, nil, strings.Replace(s.address, "localhost", "0.0.0.0", 1)+yearPage)
	page.sees("2,60")
	if locks, err := chromedp.Run(page.tab, chromedp.Evaluate[bool]("!!navigator.locks")); err != nil || locks {
		t.Errorf("this address is as good as localhost (%v): it tests nothing", err)
	}
	writeFile(t, yearFile, yearWith("4"))
	page.sees("3,40")
	s.end()
}

// Ctrl-C, the system and the terminal that is closed end a preview, and nothing of
// it stays; whoever asked for it to outlive the terminal (nohup) keeps it.
func TestAPreviewEndsCleanly(t *testing.T) {
	program := filepath.Join(t.TempDir(), "rapor")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	temporary, portal := t.TempDir(), t.TempDir()
	for name, text := range smallPortal {
		writeFile(t, filepath.Join(portal, "data", name), text)
	}
	for _, tt := range []struct {
		ignoring string // in the words of a shell
		signals  []syscall.Signal
	}{
		{"", []syscall.Signal{syscall.SIGINT}}, {"", []syscall.Signal{syscall.SIGTERM}}, {"", []syscall.Signal{syscall.SIGHUP}},
		{"trap '' HUP; ", []syscall.Signal{syscall.SIGHUP, syscall.SIGINT}},
	} {
		serve := exec.Command("sh", "-c", tt.ignoring+"exec "+program+" serve --port 0")
		serve.Dir, serve.Env = portal, append(os.Environ(), "TMPDIR="+temporary)
		var stderr bytes.Buffer
		serve.Stderr = &stderr
		out, err := serve.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := serve.Start(); err != nil {
			t.Fatal(err)
		}
		line, _ := bufio.NewReader(out).ReadString('\n')
		address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
		if address == "" {
			t.Errorf("it says %q", line)
		}
		for i, signal := range tt.signals {
			if i > 0 { // the one before was to be ignored
				time.Sleep(300 * time.Millisecond)
				if answer, err := http.Get(address); err != nil {
					t.Errorf("it did not outlive its terminal: %v", err)
				} else {
					answer.Body.Close()
				}
			}
			_ = serve.Process.Signal(signal)
		}
		if err := serve.Wait(); err != nil {
			t.Errorf("%v: %v\n%s", tt.signals, err, stderr.String())
		}
		if left, _ := filepath.Glob(filepath.Join(temporary, "*")); len(left) > 0 {
			t.Errorf("%v leaves %s", tt.signals, fmt.Sprint(left))
		}
		if _, err := os.Stat(filepath.Join(portal, "public")); err == nil {
			t.Errorf("%v: the published folder was made", tt.signals)
		}
	}
}
