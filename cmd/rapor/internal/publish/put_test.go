package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"rapor/cmd/rapor/internal/diag"
)

func TestAddressThatSomeSystemCannotHoldIsRefused(t *testing.T) {
	for _, tt := range []struct{ address, key string }{
		{"", "form"},
		{".", "form"},
		{"..", "form"},
		{"../luar.html", "form"},
		{"a/../../luar.html", "form"},
		{"a/../b.html", "form"},
		{"./a.html", "form"},
		{"/etc/passwd", "form"},
		{"a//b.html", "form"},
		{"a/", "form"},
		{"a\xff.html", "form"}, // not UTF-8
		{`a\b.html`, "character"},
		{`C:\a.html`, "character"},
		{"C:a.html", "character"},
		{"a%2e%2e.html", "character"},
		{"a?.html", "character"},
		{"a#b.html", "character"},
		{"a\x00b.html", "character"},
		{"a\nb.html", "character"},
		{"a\u202eb.html", "character"}, // right-to-left override
		{"a\u200bb.html", "character"}, // zero width
		{"a\u00a0b.html", "character"}, // no-break space
		{"a\u2028b.html", "character"},
		{"a /b.html", "end"},
		{"a./b.html", "end"},
		{"a.html.", "end"},
		{" a.html", "end"},
		{"con", "device"},
		{"Aux.html", "device"},
		{"a/nul.tar.gz", "device"},
		{"COM1", "device"},
		{"lpt9.txt", "device"},
		{"com\u00b9.txt", "device"},
		{"conin$", "device"},
		{strings.Repeat("a", 241), "long"},
		{strings.Repeat("a/", 500) + "b", "long"},
		{"manifest.json", "reserved"},
		{"Manifest.JSON", "reserved"},
		{"manifest.json/a", "reserved"},
		{".gitignore", "reserved"},
		{".GIT/config", "reserved"},

		{"index.html", ""},
		{".nojekyll", ""},
		{".well-known/security.txt", ""},
		{"data/manifest.json", ""},
		{"data/.gitignore", ""},
		{"kon.html", ""},
		{"com10.html", ""},
		{"console.html", ""},
		{"a b.html", ""},
		{"caf\u00e9.html", ""},
		{strings.Repeat("a", 240), ""},
		{"_headers", ""},
	} {
		out := filepath.Join(t.TempDir(), "public")
		s := mustOpen(t, Options{Out: out})
		err := s.Put(File{Address: tt.address, Source: diag.Pos{File: "content/a.md", Line: 3}})
		report, problems, commitErr := s.Commit(origin)
		if err != nil || commitErr != nil {
			t.Fatalf("%q: %v, %v", tt.address, err, commitErr)
		}
		if tt.key == "" {
			if report.Files != 1 {
				t.Errorf("%q: %s", tt.address, printed(problems))
			}
			continue
		}
		if !slices.Equal(keys(problems), []string{"publish-address-" + tt.key}) || !strings.HasPrefix(printed(problems), "content/a.md:3: error: ") {
			t.Errorf("%q: got %s, want %s", tt.address, printed(problems), tt.key)
		}
		wantOnly(t, filepath.Dir(out)) // nothing was published, nothing is left
	}
}

func TestTwoSourcesForOneAddressAreBothNamed(t *testing.T) {
	type claim struct{ source, address string }
	for _, tt := range []struct {
		name   string
		claims []claim
		want   []string
	}{
		{"the same address", []claim{{"a.md", "x.html"}, {"b.md", "x.html"}},
			[]string{"b.md: error: the address x.html is already taken by a.md"}},
		{"three of them", []claim{{"a.md", "x.html"}, {"c.md", "x.html"}, {"b.md", "x.html"}},
			[]string{"b.md: error: the address x.html is already taken by a.md", "c.md: error: the address x.html is already taken by a.md"}},
		{"letter case", []claim{{"a.md", "X.html"}, {"b.md", "x.html"}},
			[]string{"b.md: error: the address x.html equals X.html of a.md without regard to letter case and Unicode form"}},
		{"Unicode form", []claim{{"a.md", "e\u0301.html"}, {"b.md", "\u00e9.html"}},
			[]string{"b.md: error: the address \u00e9.html equals e\u0301.html of a.md without regard to letter case and Unicode form"}},
		{"letter case of a folder", []claim{{"a.md", "A/x.html"}, {"b.md", "a/y.html"}},
			[]string{"b.md: error: the address a/ equals A/ of a.md without regard to letter case and Unicode form"}},
		{"letter case of a folder further up", []claim{{"a.md", "p/A/q/x.html"}, {"b.md", "p/a/q/y.html"}},
			[]string{"b.md: error: the address p/a/ equals p/A/ of a.md without regard to letter case and Unicode form"}},
		{"a file where a folder is needed", []claim{{"a.md", "x"}, {"b.md", "x/y.html"}},
			[]string{"a.md: error: the address x has to be a folder for x/y.html of b.md"}},
		{"a file of that name in other letters", []claim{{"a.md", "X"}, {"b.md", "x/y/z.html"}},
			[]string{"a.md: error: the address X has to be a folder for x/y/z.html of b.md"}},
		{"none", []claim{{"a.md", "x.html"}, {"b.md", "x.json"}, {"c.md", "x/y.html"}, {"d.md", "x/z.html"}}, nil},
	} {
		// Whatever the order in which they come, the words are the same.
		for _, claims := range [][]claim{tt.claims, reversed(tt.claims)} {
			out := filepath.Join(t.TempDir(), "public")
			s := mustOpen(t, Options{Out: out})
			for _, c := range claims {
				if err := s.Put(File{Address: c.address, Source: diag.Pos{File: c.source}, Content: []byte(c.source)}); err != nil {
					t.Fatal(err)
				}
			}
			_, problems, err := s.Commit(origin)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for line := range strings.Lines(printed(problems)) {
				if !strings.HasPrefix(line, " ") {
					got = append(got, strings.TrimSpace(line))
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

func reversed[T any](in []T) []T {
	out := slices.Clone(in)
	slices.Reverse(out)
	return out
}

func TestCollisionLeavesTheOldSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publish(t, Options{Out: out}, pages{"index.html": "1"})
	s := mustOpen(t, Options{Out: out})
	put(t, s, pages{"index.html": "2", "INDEX.html": "3"})
	if _, problems, _ := s.Commit(origin); !problems.HasErrors() {
		t.Fatal("no problem")
	}
	wantTree(t, out, pages{"index.html": "1"})
	wantOnly(t, filepath.Dir(out), "public")
}

func TestFilesPutFromManyGoroutinesAllArrive(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	want := pages{}
	for i := range 2000 {
		want[fmt.Sprintf("a%d/b%d/c%d/%d.html", i%3, i%7, i%11, i)] = fmt.Sprint("isi ", i)
	}
	for range 2 {
		s := mustOpen(t, Options{Out: out})
		var all sync.WaitGroup
		for address, content := range want {
			all.Go(func() {
				var err error
				if len(address)%2 == 0 {
					err = s.Put(File{Address: address, Content: []byte(content)})
				} else {
					_, _, err = s.PutFrom(address, diag.Pos{}, func(w io.Writer) error {
						_, err := io.WriteString(w, content)
						return err
					})
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		report, problems, err := s.Commit(origin)
		if err != nil || problems.HasErrors() || report.Files != len(want) {
			t.Fatal(report, err, printed(problems))
		}
		wantTree(t, out, want)
		want["a0/tambahan.html"] = "baru" // and a second time, over an old site
	}
}

func TestLargeFileIsStreamed(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	line := bytes.Repeat([]byte("0123456789"), 100)
	stream := func(w io.Writer) error {
		for range 3000 {
			if _, err := w.Write(line); err != nil {
				return err
			}
		}
		return nil
	}
	for i, wantChanged := range []int{1, 0} {
		s := mustOpen(t, Options{Out: out})
		sum, size, err := s.PutFrom("data/skor.csv", diag.Pos{}, stream)
		if want := sha256.Sum256(bytes.Repeat(line, 3000)); err != nil || sum != want || size != 3_000_000 {
			t.Fatalf("%x, %d bytes, %v", sum, size, err)
		}
		report, _, err := s.Commit(origin)
		if err != nil || report.Changed != wantChanged || report.Bytes != 3_000_000 || report.Swapped != (i == 0) {
			t.Errorf("run %d: %+v, %v", i, report, err)
		}
	}
	if got := read(t, filepath.Join(out, "data/skor.csv")); got != strings.Repeat(string(line), 3000) {
		t.Error("another content")
	}
}

func TestErrorOfAWriterStopsThePublication(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publish(t, Options{Out: out}, pages{"index.html": "1"})
	broken := errors.New("rusak")
	s := mustOpen(t, Options{Out: out})
	if _, _, err := s.PutFrom("a.csv", diag.Pos{}, func(io.Writer) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if _, _, err := s.Commit(origin); !errors.Is(err, broken) {
		t.Errorf("commit: %v", err)
	}
	wantTree(t, out, pages{"index.html": "1"})
	wantOnly(t, filepath.Dir(out), "public")
}

func TestKeepTakesOnlyWhatIsThereWithTheseBytes(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publish(t, Options{Out: out}, pages{"a.html": "satu", "b.html": "dua"})
	write(t, filepath.Join(out, "b.html"), "due") // by hand, of the same size
	s := mustOpen(t, Options{Out: out})
	for _, tt := range []struct {
		address string
		sum     Sum
		want    bool
		why     string
	}{
		{"a.html", sha256.Sum256([]byte("satu")), true, "as published"},
		{"a.html.gz", sha256.Sum256([]byte("satu")), false, "never published"},
		{"b.html", sha256.Sum256([]byte("dua")), false, "edited by hand"},
		{"a.html", Sum{}, false, "another digest"},
	} {
		if kept, err := s.Keep(tt.address, diag.Pos{}, tt.sum); kept != tt.want || err != nil {
			t.Errorf("%s: %v, %v (%s)", tt.address, kept, err, tt.why)
		}
	}
	put(t, s, pages{"b.html": "dua"})
	report, _, err := s.Commit(origin)
	if err != nil || report.Reused != 1 || report.Changed != 1 {
		t.Errorf("%+v, %v", report, err)
	}
	wantTree(t, out, pages{"a.html": "satu", "b.html": "dua"})
}
