package main

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapor/themes"
)

// A third language is one more file of words. The test makes one out of the
// Indonesian words, each marked, and wants every page in it, with the marks, the
// right language and links to the same page in the others.
func TestAThirdLanguageIsOneMoreFileOfWords(t *testing.T) {
	words, err := fs.ReadFile(themes.FS, "default/i18n/id.toml")
	if err != nil {
		t.Fatal(err)
	}
	third := regexp.MustCompile(`(?m)^([a-z0-9-]+ *= *")(.*")$`).ReplaceAll(words, []byte(`${1}su ${2}`))
	for key, value := range map[string]string{"nama": "Basa Uji", "desimal": ",", "ribuan": "."} {
		third = regexp.MustCompile(`(?m)^`+key+` *= *".*"$`).ReplaceAll(third, []byte(key+` = "`+value+`"`)) // the form of the language, not words
	}
	third = regexp.MustCompile(`(?m)^tanggal *= *"su `).ReplaceAll(third, []byte(`tanggal = "`))
	dir := scratch(t)
	for name, text := range smallPortal {
		writeFile(t, filepath.Join(dir, "data", name), text)
	}
	settings := strings.Replace(smallPortal["portal.toml"], `bahasa = ["id"]`, "bahasa = [\"id\", \"en\", \"su\"]\ntema = \"tiga\"", 1)
	writeFile(t, filepath.Join(dir, "data", "portal.toml"), settings)
	writeFile(t, filepath.Join(dir, "themes", "tiga", "i18n", "su.toml"), string(third))
	out := filepath.Join(dir, "public")
	code, said := rapor("build", "--quiet", "--no-cache", "--lang=en", "--data", filepath.Join(dir, "data"), "--themes", filepath.Join(dir, "themes"), "--out", out)
	if code != exitFine {
		t.Fatalf("exit code %d\n%s", code, said)
	}
	files := treeOf(t, out)
	pages := 0
	for _, address := range (&builtSite{files}).addresses() {
		if strings.HasPrefix(address, "en/") || strings.HasPrefix(address, "su/") || address == "404.html" {
			continue
		}
		pages++
		page := string(files["su/"+address])
		for _, want := range []string{`<html lang="su">`, "su Langsung ke isi", `hreflang="en"`, `hreflang="id"`} {
			if !strings.Contains(page, want) {
				t.Errorf("su/%s lacks %s", address, want)
			}
		}
		if !strings.Contains(string(files[address]), `lang="su" hreflang="su">Basa Uji</a>`) {
			t.Errorf("%s does not lead to its page in the third language", address)
		}
	}
	if pages < 10 {
		t.Errorf("only %d pages", pages)
	}
	if page := string(files["su/instansi/kota-contoh/index.html"]); !strings.Contains(page, `<span lang="id">Kota Contoh</span>`) {
		t.Error("what has no translation is not marked as Indonesian")
	}
	t.Logf("%d pages in the third language", pages)
}

// A language that lacks a word says which, in its file.
func TestALanguageThatLacksAWordIsRefused(t *testing.T) {
	words, err := fs.ReadFile(themes.FS, "default/i18n/id.toml")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(words), "\n")
	at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "loncat = ") })
	dir := scratch(t)
	for name, text := range smallPortal {
		writeFile(t, filepath.Join(dir, "data", name), text)
	}
	writeFile(t, filepath.Join(dir, "data", "portal.toml"), strings.Replace(smallPortal["portal.toml"], `bahasa = ["id"]`, "bahasa = [\"id\", \"su\"]\ntema = \"tiga\"", 1))
	writeFile(t, filepath.Join(dir, "themes", "tiga", "i18n", "su.toml"), strings.Join(slices.Delete(lines, at, at+1), "\n"))
	code, said := rapor("build", "--lang=en", "--data", filepath.Join(dir, "data"), "--themes", filepath.Join(dir, "themes"), "--out", filepath.Join(dir, "public"))
	if code != exitBad || !strings.Contains(said, "kerangka.loncat") {
		t.Errorf("exit code %d: %s", code, said)
	}
}
