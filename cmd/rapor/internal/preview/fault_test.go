package preview

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

func TestTheFaultPageShowsTheLinesAround(t *testing.T) {
	t.Chdir(t.TempDir())
	var text strings.Builder
	for i := range 20 {
		fmt.Fprintf(&text, "baris %d\n", i+1)
	}
	place(t, ".", map[string]string{"data/instansi/x/2024.toml": text.String()})
	var outcome Outcome
	outcome.Problems.Errorf(diag.Pos{File: "data/instansi/x/2024.toml", Line: 10, Col: 2}, "load-no-portal")
	outcome.Problems.Warnf(diag.Pos{File: "data/lain.toml", Line: 1}, "load-no-portal")
	page := string(faultPage(lang.Wording{Code: "id"}, &outcome, []string{"data", "content"}))
	for _, want := range []string{`<span><b>7</b>baris 7</span>`, `<span class="salah"><b>10</b>baris 10</span>`, `<span><b>13</b>baris 13</span>`,
		"1 kesalahan, 1 peringatan", `lang="id"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
	for _, unwanted := range []string{"baris 6<", "baris 14<", "lain.toml"} {
		if strings.Contains(page, unwanted) {
			t.Errorf("%q is in the page", unwanted)
		}
	}
}

func TestNothingInAFaultPageRuns(t *testing.T) {
	t.Chdir(t.TempDir())
	hostile := "</pre></script><script>alert(1)</script>\x00\u202e\u2028\xff\"'&"
	place(t, ".", map[string]string{"data/a.toml": hostile})
	var outcome Outcome
	outcome.Problems.Errorf(diag.Pos{File: "data/a.toml", Line: 1, Col: 1}, "kunci<script>alert(2)</script>", hostile)
	outcome.Problems.Errorf(diag.Pos{File: "data/<img src=x onerror=alert(3)>.toml", Line: 1, Col: 1}, "load-no-portal")
	page := string(faultPage(lang.Wording{Code: "en"}, &outcome, []string{"data"}))
	for _, unwanted := range []string{"<script", "<img", "\x00", "\u202e", "\u2028", "\xff\""} {
		if strings.Contains(page, unwanted) {
			t.Errorf("%q is in\n%s", unwanted, page)
		}
	}
	if !strings.Contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;␀") {
		t.Errorf("the line is not shown as text:\n%s", page)
	}
}

func TestAThousandProblemsAreNotAThousandExcerpts(t *testing.T) {
	var outcome Outcome
	for i := range 1000 {
		outcome.Problems.Errorf(diag.Pos{File: "data/a.toml", Line: i + 1}, "load-no-portal")
	}
	page := string(faultPage(lang.Wording{Code: "id"}, &outcome, nil))
	if n := strings.Count(page, "<li>"); n != maxShown || !strings.Contains(page, "Dan 950 kesalahan lain") {
		t.Errorf("%d problems shown", n)
	}
}

func TestExcerptsComeFromThePortalsFoldersOnly(t *testing.T) {
	t.Chdir(t.TempDir())
	place(t, ".", map[string]string{"rahasia.txt": "rahasia", "data/a.toml": "a"})
	if err := os.Symlink("../rahasia.txt", "data/tautan.toml"); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("data/folder.toml", 0o755); err != nil {
		t.Fatal(err)
	}
	abs, err := filepath.Abs("rahasia.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"rahasia.txt", "data/../rahasia.txt", abs, "data/tautan.toml", "data/folder.toml", "data/tidak-ada.toml", "tidak-ada/x", ""} {
		if lines := excerpt(diag.Pos{File: file, Line: 1}, []string{"data", "content"}); len(lines) > 0 {
			t.Errorf("%s: %v", file, lines)
		}
	}
	if lines := excerpt(diag.Pos{File: "data/a.toml"}, []string{"data"}); len(lines) > 0 {
		t.Errorf("without a line: %v", lines)
	}
	if lines := excerpt(diag.Pos{File: "data/a.toml", Line: 1}, []string{"./data/"}); len(lines) != 1 || lines[0].text != "a" {
		t.Errorf("%v", lines)
	}
}

func TestALongLineIsCutAroundTheColumn(t *testing.T) {
	long := strings.Repeat("a", 5000) + "XYZ" + strings.Repeat("b", 5_000_000)
	cases := []struct {
		text      string
		column    int
		want      string
		beginning bool
	}{
		{long, 5001, "XYZ", false}, {long, 1, strings.Repeat("a", maxText) + " …", true},
		{"pendek\r\nlain", 3, "pendek", true}, {"tanpa akhir", 3, "tanpa akhir", true}, {strings.Repeat("é", 400), 390, "é", false},
	}
	for _, c := range cases {
		got, _ := readLine(bufio.NewReader(strings.NewReader(c.text)), c.column)
		if !strings.Contains(got, c.want) || len([]rune(got)) > maxText+4 || strings.HasPrefix(got, "… ") == c.beginning {
			t.Errorf("column %d of %.20q: %.80q (%d)", c.column, c.text, got, len([]rune(got)))
		}
	}
	lines := linesAround(strings.NewReader("satu\ndua\n"), diag.Pos{Line: 9, Col: 1})
	if len(lines) != 0 {
		t.Errorf("past the end: %v", lines)
	}
}
