package publish

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestVerifyNamesEveryDifference(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site := pages{"index.html": "satu", "a/b.html": "dua", "a/c.html": "tiga", "d.html": "empat", "e.html": "lima"}
	publish(t, Options{Out: out}, site)
	write(t, filepath.Join(out, ".gitignore"), "*")
	differences, problems, err := Verify(t.Context(), out)
	if len(differences) != 0 || problems.HasErrors() || err != nil {
		t.Fatalf("of an untouched site: %v %s %v", differences, printed(problems), err)
	}

	editInPlace(t, filepath.Join(out, "a/b.html"), "dUa")
	os.Remove(filepath.Join(out, "a/c.html"))
	write(t, filepath.Join(out, "a/baru.html"), "x")
	os.Remove(filepath.Join(out, "e.html"))
	mkdir(t, out, "e.html")
	differences, problems, err = Verify(t.Context(), out)
	want := []Difference{{"a/b.html", Changed}, {"a/baru.html", Added}, {"a/c.html", Missing}, {"e.html", Changed}}
	if err != nil || !slices.Equal(differences, want) {
		t.Errorf("got %v, %v, want %v", differences, err, want)
	}
	if text := printed(problems); strings.Count(text, "error:") != 4 || !strings.Contains(text, filepath.Join(out, "a", "baru.html")+": error:") {
		t.Errorf("got %s", text)
	}
}

func TestVerifyNeedsAManifestOfOurs(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	write(t, filepath.Join(out, "index.html"), "x")
	for content, key := range map[string]string{"": "publish-verify-damaged", "{}": "publish-verify-damaged", "-": "publish-verify-none"} {
		os.Remove(filepath.Join(out, manifestName))
		if content != "-" {
			write(t, filepath.Join(out, manifestName), content)
		}
		if _, problems, err := Verify(t.Context(), out); err != nil || !slices.Equal(keys(problems), []string{key}) {
			t.Errorf("%q: %v %s", content, err, printed(problems))
		}
	}
	if _, _, err := Verify(t.Context(), filepath.Join(out, "tiada")); err == nil {
		t.Error("a missing folder is no error")
	}
}

// A manifest may come from anywhere. It must not make Verify open what lies
// outside the folder.
func TestVerifyStaysInsideTheFolder(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	publish(t, Options{Out: out}, pages{"index.html": "1"})
	write(t, filepath.Join(dir, "rahasia"), "1")
	manifest := filepath.Join(out, manifestName)
	write(t, manifest, strings.Replace(read(t, manifest), "index.html", "../rahasia", 1))
	differences, _, err := Verify(t.Context(), out)
	if want := []Difference{{"../rahasia", Missing}, {"index.html", Added}}; err != nil || !slices.Equal(differences, want) {
		t.Errorf("got %v, %v", differences, err)
	}
}

func TestMediaTypeGoesByTheSuffix(t *testing.T) {
	for address, want := range map[string]string{
		"a/index.html": "text/html; charset=utf-8", "A.PNG": "image/png", "x.tar.gz": "application/gzip", "_headers": "application/octet-stream",
	} {
		if got := MediaType(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
