package preview

import (
	"fmt"
	"html"
	"strings"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// faultPolicy is that of the page that shows problems.
const faultPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

// maxShown is how many problems one page shows.
const maxShown = 50

// faultPage says what keeps the portal from being built. It is written by
// hand and every value is escaped: what stands in it comes from files that are
// wrong in ways nobody foresaw.
func faultPage(wording lang.Wording, outcome *Outcome, folders []string) []byte {
	var b strings.Builder
	title := text(wording.Text("preview-title"))
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"+
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n"+
		"<link rel=\"stylesheet\" href=\"%spratinjau.css\">\n</head>\n<body>\n<main>\n<h1>%s</h1>\n", wording.Code, title, own, title)
	if outcome.Err != nil {
		fmt.Fprintf(&b, "<p>%s</p>\n", text(wording.Text("preview-machine", outcome.Err)))
	}
	faults, warnings := outcome.Problems.Count()
	if faults > 0 {
		fmt.Fprintf(&b, "<p>%s</p>\n<ol>\n", text(wording.Text("preview-count", faults, warnings)))
		shown := 0
		for _, p := range outcome.Problems.Sorted() {
			if p.Severity != diag.Error {
				continue
			}
			if shown++; shown > maxShown {
				break
			}
			writeProblem(&b, wording, p, folders)
		}
		b.WriteString("</ol>\n")
		if faults > maxShown {
			fmt.Fprintf(&b, "<p>%s</p>\n", text(wording.Text("preview-more", faults-maxShown)))
		}
	}
	fmt.Fprintf(&b, "<p>%s</p>\n</main>\n</body>\n</html>\n", text(wording.Text("preview-waiting")))
	return []byte(b.String())
}

func writeProblem(b *strings.Builder, wording lang.Wording, p diag.Problem, folders []string) {
	message, hint := wording.Problem(p.Key, p.Args)
	fmt.Fprintf(b, "<li>\n<p class=\"tempat\">%s</p>\n<p class=\"apa\">%s</p>\n", text(p.Pos.String()), text(message))
	if hint != "" {
		fmt.Fprintf(b, "<p>%s</p>\n", text(hint))
	}
	if lines := excerpt(p.Pos, folders); len(lines) > 0 {
		b.WriteString("<pre>")
		for _, l := range lines {
			class := ""
			if l.number == p.Pos.Line {
				class = ` class="salah"`
			}
			fmt.Fprintf(b, "<span%s><b>%d</b>%s</span>", class, l.number, text(l.text))
		}
		b.WriteString("</pre>\n")
	}
	b.WriteString("</li>\n")
}

// text escapes a value for a page. Characters that nobody sees, or that turn
// the direction of what follows, become visible.
func text(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case r < 0x20:
			return 0x2400 + r // the picture of the control character
		case r == 0x7f, r >= 0x80 && r < 0xa0, r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return 0xfffd
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}
