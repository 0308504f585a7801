package publish

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// pages is a site as a test writes it: content by address.
type pages map[string]string

var origin = Origin{Program: "rapor 0.0.0", InputSHA256: "abc"}

// mustOpen opens a publication that is not refused.
func mustOpen(t *testing.T, opts Options) *Site {
	t.Helper()
	s, problems, err := Open(t.Context(), opts)
	if err != nil || problems.HasErrors() {
		t.Fatalf("open: %v %s", err, printed(problems))
	}
	t.Cleanup(s.Abort)
	return s
}

// put stages pages, each with its address as its source.
func put(t *testing.T, s *Site, site pages) {
	t.Helper()
	for _, address := range slices.Sorted(maps.Keys(site)) {
		if err := s.Put(File{Address: address, Source: diag.Pos{File: "sumber/" + address}, Content: []byte(site[address])}); err != nil {
			t.Fatal(err)
		}
	}
}

// publish makes a whole publication.
func publish(t *testing.T, opts Options, site pages) Report {
	t.Helper()
	s := mustOpen(t, opts)
	put(t, s, site)
	report, problems, err := s.Commit(origin)
	if err != nil || problems.HasErrors() || report.Litter != nil {
		t.Fatalf("commit: %v %s %v", err, printed(problems), report.Litter)
	}
	return report
}

// tree reads everything below a folder, folders with a slash at the end and
// the manifest left out.
func tree(t *testing.T, dir string) pages {
	t.Helper()
	found := pages{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir || d.Name() == manifestName {
			return err
		}
		address := filepath.ToSlash(strings.TrimPrefix(name, dir+string(filepath.Separator)))
		if d.IsDir() {
			found[address+"/"] = ""
			return nil
		}
		content, err := os.ReadFile(name)
		found[address] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// wantTree checks that a folder holds these files, and no folder but theirs.
func wantTree(t *testing.T, dir string, want pages) {
	t.Helper()
	full := maps.Clone(want)
	for address := range want {
		for i := range len(address) {
			if address[i] == '/' {
				full[address[:i+1]] = ""
			}
		}
	}
	if got := tree(t, dir); !maps.Equal(got, full) {
		t.Errorf("%s holds %q, want %q", dir, got, full)
	}
}

// wantOnly checks which names stand in a folder: no litter beside a site.
func wantOnly(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, names) {
		t.Errorf("%s holds %q, want %q", dir, got, names)
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// keys lists the keys of problems in order.
func keys(problems diag.List) []string {
	var out []string
	for _, p := range problems.Sorted() {
		out = append(out, p.Key)
	}
	return out
}

// printed is how the program prints problems in English.
func printed(problems diag.List) string {
	var b strings.Builder
	_ = problems.Print(&b, lang.Wording{Code: "en"})
	return b.String()
}

func TestEveryProblemIsWordedInBothLanguages(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, name := range files {
		for _, key := range regexp.MustCompile(`"(publish(-[a-z]+)+)"`).FindAllStringSubmatch(read(t, name), -1) {
			used[key[1]] = true
		}
	}
	if len(used) < 20 {
		t.Fatalf("only %d keys found", len(used))
	}
	for key := range used {
		for _, code := range []string{"id", "en"} {
			message, hint := lang.Wording{Code: code}.Problem(key, []any{"a", "b", "c"})
			if strings.Contains(message, key) || hint == "" || strings.Contains(message+hint, "%!") {
				t.Errorf("%s in %q: %q, %q", key, code, message, hint)
			}
		}
	}
}
