package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var testName = regexp.MustCompile(`(?m)^func (Test\w+)\(t \*testing\.T\)`)

// Each promise of README and help stands there word for word, and each is kept by
// tests that exist. A bullet without a promise listed fails: who writes a new one
// says what keeps it.
func TestEveryPromiseIsKeptByATest(t *testing.T) {
	texts := map[string]string{"README.md": joined(t, "../../README.md")}
	for _, name := range []string{"api.en.md", "ci.en.md"} {
		texts[name] = joined(t, "internal/help/texts/"+name)
	}
	tests := testsOfTheTree(t)
	list, err := os.ReadFile("testdata/promises/janji.txt")
	if err != nil {
		t.Fatal(err)
	}
	promised := map[string][]string{}
	count := 0
	for line := range strings.Lines(string(list)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, " | ")
		if len(parts) != 3 {
			t.Fatalf("not file | words | tests: %s", line)
		}
		count++
		promised[parts[0]] = append(promised[parts[0]], parts[1])
		if !strings.Contains(texts[parts[0]], parts[1]) {
			t.Errorf("%s promises no longer %q", parts[0], parts[1])
		}
		for _, name := range strings.Fields(parts[2]) {
			if !tests[name] {
				t.Errorf("%q was kept by %s, which is gone", parts[1], name)
			}
		}
	}
	for _, name := range []string{"README.md", "api.en.md"} {
		for _, bullet := range bullets(texts[name]) {
			if !holdsOne(bullet, promised[name]) {
				t.Errorf("%s: nobody says which test keeps %q", name, bullet)
			}
		}
	}
	t.Logf("%d promises", count)
}

// joined is a text whose lines are joined and whose marks of bold and bullets are
// kept apart by a line end.
func joined(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(content)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "- ") || line == "" || strings.HasPrefix(line, "#") {
			b.WriteString("\n")
		}
		b.WriteString(strings.Join(strings.Fields(strings.ReplaceAll(line, "**", "")), " ") + " ")
	}
	return b.String()
}

// bullets are the items of lists.
func bullets(text string) (out []string) {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "- ") {
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
}

func holdsOne(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

func testsOfTheTree(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		content, err := os.ReadFile(name)
		for _, found := range testName.FindAllStringSubmatch(string(content), -1) {
			out[found[1]] = true
		}
		return err
	})
	if err != nil || len(out) < 300 {
		t.Fatalf("%d tests: %v", len(out), err)
	}
	return out
}
