package view_test

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapor/cmd/rapor/internal/view"
)

// TestAFigureOnACardOrBadgeSaysYearOriginAndPortal: a picture goes around alone.
func TestAFigureOnACardOrBadgeSaysYearOriginAndPortal(t *testing.T) {
	yearly := regexp.MustCompile(`\b20\d\d\b`)
	with, without := 0, 0
	for _, p := range []*portal{sample(), shipped()} {
		for _, s := range p.Shares() {
			c := s.Card()
			if c.Portal != p.data.Portal.Title.Base || c.Site == "" || c.Name == "" {
				t.Errorf("%s: the card does not say whose it is: %+v", s.Slug, c)
			}
			if !p.data.Portal.Official && c.Notice == "" {
				t.Errorf("%s: the card does not say that the site is not official", s.Slug)
			}
			switch {
			case c.Index == "" && (c.None == "" || c.Band != "" || c.Change != "" || c.Source != ""):
				t.Errorf("%s: a card without a figure says %+v", s.Slug, c)
			case c.Index != "" && (!yearly.MatchString(c.Label) || c.Source == "" || c.Max == 0):
				t.Errorf("%s: the card's figure lacks year, origin or scale: %+v", s.Slug, c)
			}
			if s.Slug == "" {
				continue
			}
			b := s.Badge()
			if b.Portal != c.Portal || !strings.Contains(b.Title, b.Message) {
				t.Errorf("%s: %+v", s.Slug, b)
			}
			if c.Index == "" {
				without++
				if strings.ContainsAny(b.Message, "0123456789") || b.Tone != 0 {
					t.Errorf("%s has no figure, and its badge says %q", s.Slug, b.Message)
				}
				continue
			}
			with++
			if !yearly.MatchString(b.Message) || !strings.Contains(b.Message, c.Index) ||
				!strings.Contains(b.Message, "nilai terbit") && !strings.Contains(b.Message, "dihitung") {
				t.Errorf("%s: the badge says %q, the card %q", s.Slug, b.Message, c.Index)
			}
		}
	}
	if with == 0 || without == 0 {
		t.Errorf("%d with a figure, %d without: nothing to compare", with, without)
	}
}

// TestCardAndBadgeSayWhatThePageSays holds the figure against the data.
func TestCardAndBadgeSayWhatThePageSays(t *testing.T) {
	for _, s := range shipped().Shares() {
		if s.Slug != "provinsi-sulawesi-barat" {
			continue
		}
		c := s.Card()
		if c.Index != "3,70" || c.Label != "Indeks SPBE 2024" || c.Band != "Sangat Baik" || c.Value != 370 || c.Change != "↑ +0,81 naik dari 2,89 pada 2023" {
			t.Errorf("%+v", c)
		}
		if b := s.Badge(); b.Message != "Indeks SPBE 2024: 3,70 Sangat Baik, nilai terbit" {
			t.Errorf("%q", b.Message)
		}
	}
}

func TestEveryPageSaysWhatIsSharedOfIt(t *testing.T) {
	for _, cards := range []bool{true, false} {
		p := newSampleWith(func(set *view.Settings) { set.Cards = cards })
		for _, page := range p.pages {
			if page.Layout == "missing" || page.Layout == "redirect" {
				continue
			}
			text := p.html(t, page)
			for _, want := range []string{`<meta name="description" content="`, `<meta property="og:title" content="`, `<meta property="og:description" content="`, `<meta property="og:url" content="`} {
				if n := strings.Count(text, want); n != 1 || strings.Contains(text, want+`"`) {
					t.Errorf("%s: %d times %s", page.Path, n, want)
				}
			}
			if got := strings.Contains(text, `<meta property="og:image" content="`+p.data.Portal.BaseURL); got != cards {
				t.Errorf("%s: picture named: %v, drawn: %v", page.Path, got, cards)
			}
		}
	}
}

func TestAnEditionIsNotSharedWithThePictureOfAnother(t *testing.T) {
	p := newSampleWith(func(set *view.Settings) { set.Cards = true })
	for address, own := range map[string]bool{"instansi/kota-aman/index.html": true, "instansi/kota-aman/2023/index.html": true, "instansi/kota-aman/2022/index.html": false} {
		if got := strings.Contains(p.page(t, address), view.CardFile("kota-aman")+`"`); got != own {
			t.Errorf("%s names the institution's picture: %s", address, strconv.FormatBool(got))
		}
	}
}

func TestTheLinesToEmbedABadgeAreCompleteAndHarmless(t *testing.T) {
	page := sample().page(t, "instansi/kota-aman/index.html")
	base := sample().data.Portal.BaseURL
	want := `&lt;a href=&#34;` + base + `instansi/kota-aman/&#34;&gt;&lt;img src=&#34;` + base + `instansi/kota-aman.svg&#34; alt=&#34;`
	if !strings.Contains(page, want) {
		t.Errorf("the page has no %s", want)
	}
}

// TestAChartOnThePageIsThereToTakeAway: every drawing that a page offers exists,
// is a drawing of its own, and is offered somewhere.
func TestAChartOnThePageIsThereToTakeAway(t *testing.T) {
	for p, pages := range some(t) {
		files, offered := map[string]bool{}, map[string]bool{}
		for _, d := range p.Drawings() {
			if files[d.Path] {
				t.Errorf("two drawings at %s", d.Path)
			}
			files[d.Path] = true
		}
		for i, d := range p.Drawings() {
			if i%20 != 0 {
				continue
			}
			if svg := string(d.SVG()); !strings.HasPrefix(svg, `<svg xmlns="http://www.w3.org/2000/svg"`) || strings.Contains(svg, "class=") || !strings.Contains(svg, "</title>") {
				t.Errorf("%s: %.200s", d.Path, svg)
			}
		}
		for _, page := range pages {
			each(tree(t, p.html(t, page)), func(n *html.Node) {
				href, _ := attr(n, "href")
				name := path.Base(href)
				if !slices.Contains([]string{"tren.svg", "domain.svg", "panas.svg", "sebaran.svg", "perubahan.svg", "peta.svg"}, name) {
					return
				}
				to := target(page.Path, href)
				offered[to] = true
				if !files[to] {
					t.Errorf("%s offers %s, which nobody draws", page.Path, to)
				}
			})
		}
		if p == sample() {
			for file := range files {
				if !offered[file] {
					t.Errorf("%s is drawn, and no page offers it", file)
				}
			}
		}
	}
}
