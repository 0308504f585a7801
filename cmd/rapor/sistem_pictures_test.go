//go:build sistem && !race

package main

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// pictureFolder is where the pictures go that .ci/gambar asks for; "": only that
// pictures can be taken is tested, on two pages.
var pictureFolder = os.Getenv("RAPOR_GAMBAR")

// pictureLooks are the widths and themes that people look at.
var pictureLooks = []look{
	{name: "360-terang", width: 360}, {name: "768-terang", width: 768}, {name: "1280-terang", width: 1280},
	{name: "360-gelap", width: 360, features: map[string]string{"prefers-color-scheme": "dark"}},
	{name: "1280-gelap", width: 1280, features: map[string]string{"prefers-color-scheme": "dark"}},
}

// A picture of each type of page at each width, light and dark, and the printed
// sheet, to be looked at one by one: no checker sees what eyes see.
func TestPicturesOfEveryTypeOfPage(t *testing.T) {
	s, dir := portalSite(t), pictureFolder
	pages := slices.DeleteFunc(s.sample(t), func(address string) bool { return strings.HasPrefix(address, "en/") })
	if dir == "" {
		dir, pages = t.TempDir(), []string{"index.html", "instansi/kota-bandar-lampung/cetak/index.html"}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var jobs []job
	for _, file := range pages {
		for _, l := range pictureLooks {
			jobs = append(jobs, job{file, l})
		}
	}
	visit(t, s, jobs, func(tab *tab, file string, l look) []string {
		name := filepath.Join(dir, strings.NewReplacer("/index.html", "", "/", "-", ".html", "").Replace(file)+"."+l.name)
		if err := tab.picture(name+".png", l.width); err != nil {
			return []string{err.Error()}
		}
		if l.name != "1280-terang" {
			return nil
		}
		pdf, err := chromedp.Run(tab.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
		if err == nil {
			err = os.WriteFile(name+".pdf", pdf, 0o644)
		}
		if err != nil {
			return []string{err.Error()}
		}
		return nil
	})
	if pictureFolder != "" {
		t.Logf("pictures in %s", dir)
	}
}

// picture takes the whole page, which must be as wide as the window.
func (t *tab) picture(name string, width int64) error {
	content, err := chromedp.Run(t.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		return err
	}
	shown, err := png.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return err
	}
	if int64(shown.Width) != width || shown.Height < 300 {
		return fmt.Errorf("the picture is %d x %d, the window %d wide", shown.Width, shown.Height, width)
	}
	return os.WriteFile(name, content, 0o644)
}
