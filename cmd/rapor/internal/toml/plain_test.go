package toml

import (
	"reflect"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/diag"
)

// both reads a text with and without the library.
func both(text string) (alone, library *Node, problems [2]diag.List) {
	alone = parseText("x.toml", []byte(text), &problems[0])
	root, err := scan("x.toml", []byte(text), &problems[1])
	if err == errReported {
		return alone, nil, problems
	}
	return alone, decodeText("x.toml", []byte(text), root, err, &problems[1]), problems
}

func TestPlainTextReadsAsWithTheLibrary(t *testing.T) {
	plainOnes := []string{
		"", "# only a comment", "a = 1", "a = -1 # why", "\ta=3.70\n", "[a]\nb = true\n[a.c-d]\ne = \"x # y\"\n", "a = \"\"", "1 = 2\n[t.2025]\nI01 = 5",
		"[a.b]\nc = 1\n[a]\nd = 2\n", "a = \"Kota Bandung — 'x'\"\n\n\nb = false", "a = -0", "a = 0.5\nb = -0.50",
	}
	for _, text := range plainOnes {
		if !plain([]byte(text)) {
			t.Errorf("%q is not taken as plain", text)
		}
		compareBoth(t, text)
	}
	for _, text := range []string{
		"a = 01", "a = +1", "a = 1_000", "a = .5", "a = 5.", "a = 1e3", "a = 'x'", `a = "\n"`, `a = """x"""`, `a = """`, "a.b = 1", "a = [1]", "a = {b = 1}",
		"[[a]]", "[a", "[a]]", "[a.]", "[ a ]", "a = truex", "a = 1 2", "a = \"x\" y", "a", "= 1", "a =", "a = \"x", "a = 1\x00", "a = \"\x7f\"",
		"a = 9223372036854775808", "a = 2025-01-02", "\"a\" = 1", "a = inf",
	} {
		if plain([]byte(text)) {
			t.Errorf("%q is taken as plain", text)
		}
	}
	// Plain in form, and wrong: both must say so.
	for _, text := range []string{"a = 1\na = 2", "[a]\n[a]", "[a]\nb = 1\n[a.b]\nc = 1", "[a.b]\n[a]\nb = 1"} {
		compareBoth(t, text)
		if alone, _, problems := both(text); alone != nil && !problems[0].HasErrors() {
			t.Errorf("%q has no fault", text)
		}
	}
}

func compareBoth(t *testing.T, text string) {
	t.Helper()
	alone, library, problems := both(text)
	if !reflect.DeepEqual(alone, library) || !reflect.DeepEqual(problems[0].Sorted(), problems[1].Sorted()) {
		t.Errorf("%q reads otherwise with the library:\n%v %v\n%v %v", text, alone, problems[0].Sorted(), library, problems[1].Sorted())
	}
}

func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"a = 1\n[b.c]\nd = \"x\"\n", "a = 3.70 # x", "[x]\ny = true", "a = -0\nb=00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var problems diag.List
		clean, ok := Normal("x.toml", []byte(text), &problems)
		if ok && plain(clean) && len(text) < 2000 && !strings.Contains(text, "\r") {
			compareBoth(t, string(clean))
		}
	})
}
