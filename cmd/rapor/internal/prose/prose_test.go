package prose

import (
	"strings"
	"testing"
	"time"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// hang is far over what any of these texts takes on a busy machine (under 0.5 s)
// and far under what they take without limits (minutes).
const hang = 10 * time.Second

func TestMarkdownBecomesSafeHTML(t *testing.T) {
	o := Options{Root: "../../", TableLabel: "Tabel"}
	for _, c := range []struct{ why, in, want string }{
		{"the page has the h1", "# A\n## B", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n"},
		{"headings that fit stay", "## A", "<h2 id=\"a\">A</h2>\n"},
		{"raw HTML is text", "a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"},
		{"a script is text", "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
		{"javascript leads nowhere", "[a](javascript:alert(1))", "<p>a</p>\n"},
		{"in any case and disguise", "[a](JaVaScRiPt&#58;alert(1)) [b](data:text/html,x)", "<p>a b</p>\n"},
		{"autolinks too", "<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"},
		{"the web may be linked", `[a](https://x.id/?a=1&b="2")`, `<p><a href="https://x.id/?a=1&amp;b=%222%22" rel="external noopener">a</a></p>` + "\n"},
		{"mail as well", "<a@x.id>", `<p><a href="mailto:a@x.id">a@x.id</a></p>` + "\n"},
		{"a slash is the site's root", "[a](/metode/)", `<p><a href="../../metode/">a</a></p>` + "\n"},
		{"another host in disguise", "[a](//x.id)", "<p>a</p>\n"},
		{"relative and anchors stay", "[a](#b) [c](d/)", `<p><a href="#b">a</a> <a href="d/">c</a></p>` + "\n"},
		{"a picture is a link to it", "![Peta](https://x.id/p.png)", `<p><a href="https://x.id/p.png" rel="external noopener">Peta</a></p>` + "\n"},
		{"a picture of nowhere is its text", "![Peta](data:image/png;base64,x)", "<p>Peta</p>\n"},
		{"numbers stand right without a style", "|a|b|\n|-|-:|\n|c|1|", "<div class=\"gulir\" role=\"region\" aria-label=\"Tabel 1\" tabindex=\"0\"><table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th class=\"a\" scope=\"col\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td class=\"a\">1</td>\n</tr>\n</tbody>\n</table></div>\n"},
	} {
		if got := HTML(c.in, o); got != c.want {
			t.Errorf("%s: %q gives\n%q, want\n%q", c.why, c.in, got, c.want)
		}
	}
}

func TestAnchorsOfSeveralTextsStayApart(t *testing.T) {
	got := HTML("# Isi\n# Isi", Options{Prefix: "teks-", Heading: 3})
	want := "<h3 id=\"teks-isi\">Isi</h3>\n<h3 id=\"teks-isi-1\">Isi</h3>\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHostileTextIsReportedSoon(t *testing.T) {
	hostile := map[string]string{
		"200 kB of [a](":      strings.Repeat("[a](", 50_000),
		"emphasis that never": strings.Repeat("a**b_c*", 20_000),
		"a 50 MB line":        strings.Repeat("a", 50<<20),
		"quotes in quotes":    strings.Repeat(">", 5_000) + "a",
		"lists in lists":      strings.Repeat("- ", 3_000) + "a",
		"numbers in numbers":  strings.Repeat("1. ", 3_000) + "a",
		"20,000 definitions":  strings.Repeat("[a]: b\n", 20_000),
	}
	for name, text := range hostile {
		start := time.Now()
		problems := Check(diag.Pos{File: "content/a.md", Line: 1}, text)
		out := HTML(text, Options{})
		if !problems.HasErrors() || !strings.HasPrefix(out, "<pre>") {
			t.Errorf("%s passes", name)
		}
		if took := time.Since(start); took > hang {
			t.Errorf("%s takes %v", name, took)
		}
	}
}

func TestTheMostThatPassesIsQuick(t *testing.T) {
	worst := map[string]string{
		"links":       strings.Repeat(strings.Repeat("[a](", maxLinks)+"\n\n", maxSize/(4*maxLinks+2)),
		"true links":  strings.Repeat("[a](b)", maxSize/6),
		"emphasis":    strings.Repeat(strings.Repeat("a**b_c*", maxMarks/4)+"\n\n", maxSize/(7*maxMarks/4+2)),
		"definitions": strings.Repeat("[a]: b\n", maxDefinitions) + strings.Repeat("x [a]", 40_000),
		"brackets":    strings.Repeat("x[", maxSize/2),
		"ticks":       strings.Repeat("`a``b", maxSize/5),
		"pictures":    strings.Repeat("x![", maxSize/3),
	}
	for name, text := range worst {
		if p := Check(diag.Pos{}, text); p.HasErrors() {
			t.Errorf("%s is refused, so this says nothing", name)
		}
		start := time.Now()
		HTML(text, Options{})
		if took := time.Since(start); took > hang {
			t.Errorf("%s takes %v", name, took)
		} else {
			t.Logf("%s: %v", name, took)
		}
	}
}

func FuzzHTMLRunsNothing(f *testing.F) {
	f.Add("<script>alert(1)</script>")
	f.Add("[a](java\nscript:alert(1))")
	f.Add("![x](y)<img src=x onerror=alert(1)>")
	f.Add("Nilai &#8238;3,60 &rlm; &Tab; [a](&#x6A;avascript&colon;x) <https://x.example/\u202e>")
	f.Fuzz(func(t *testing.T, text string) {
		if problems := Check(diag.Pos{}, text); !problems.HasErrors() {
			if r, found := lang.Unfit(HTML(text, Options{})); found {
				t.Fatalf("%q shows %U", text, r)
			}
		}
		out := strings.ToLower(HTML(text, Options{}))
		for _, bad := range []string{"<script", "<img", "<iframe", "href=\"javascript:", "href=\"data:", "<style", "<svg"} {
			if strings.Contains(out, bad) {
				t.Fatalf("%q gives %q", text, out)
			}
		}
	})
}
