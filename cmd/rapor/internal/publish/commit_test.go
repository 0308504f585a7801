package publish

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestNewSiteReplacesTheOldOne(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for _, tt := range []struct {
		why  string
		site pages
		want Report
	}{
		{"first", pages{"index.html": "1", "a/a.html": "22", "a/b/c.html": "333"}, Report{Files: 3, Changed: 3, Bytes: 6, Swapped: true}},
		{"the same", pages{"index.html": "1", "a/a.html": "22", "a/b/c.html": "333"}, Report{Files: 3, Reused: 3, Bytes: 6}},
		{"one changed", pages{"index.html": "9", "a/a.html": "22", "a/b/c.html": "333"}, Report{Files: 3, Changed: 1, Reused: 2, Bytes: 6, Swapped: true}},
		{"one gone, and its folder", pages{"index.html": "9", "a/a.html": "22"}, Report{Files: 2, Reused: 2, Removed: 1, Bytes: 3, Swapped: true}},
		{"one added", pages{"index.html": "9", "a/a.html": "22", "d/d.html": ""}, Report{Files: 3, Changed: 1, Reused: 2, Bytes: 3, Swapped: true}},
		{"a file becomes a folder", pages{"index.html/x": "9", "a": "22"}, Report{Files: 2, Changed: 2, Removed: 3, Bytes: 3, Swapped: true}},
		{"and back", pages{"index.html": "9", "a/a.html": "22"}, Report{Files: 2, Changed: 2, Removed: 2, Bytes: 3, Swapped: true}},
		{"all gone", pages{}, Report{Removed: 2, Swapped: true}},
		{"still nothing", pages{}, Report{}},
		{"all back", pages{"index.html": "1"}, Report{Files: 1, Changed: 1, Bytes: 1, Swapped: true}},
	} {
		if got := publish(t, Options{Out: out}, tt.site); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.why, got, tt.want)
		}
		wantTree(t, out, tt.site)
		wantOnly(t, filepath.Dir(out), "public")
	}
}

func TestUnchangedFileIsLinkedAndAChangedOneIsANewFile(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	publish(t, Options{Out: out}, pages{"tetap.html": "1", "ubah.html": "lama"})
	before, heldFile := stat(t, filepath.Join(out, "tetap.html")), filepath.Join(dir, "pegangan")
	if err := os.Link(filepath.Join(out, "ubah.html"), heldFile); err != nil {
		t.Fatal(err)
	}
	publish(t, Options{Out: out}, pages{"tetap.html": "1", "ubah.html": "baru"})
	if !os.SameFile(before, stat(t, filepath.Join(out, "tetap.html"))) {
		t.Error("an unchanged file was written again")
	}
	if got := read(t, heldFile); got != "lama" {
		t.Errorf("the old file was written into: %q", got)
	}
}

func stat(t *testing.T, name string) os.FileInfo {
	t.Helper()
	info, err := os.Lstat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func TestEditsByHandArePutRight(t *testing.T) {
	site := pages{"index.html": "satu", "a/b.html": "dua", "a/c.html": "tiga"}
	out := filepath.Join(t.TempDir(), "public")
	for name, edit := range map[string]func(){
		"other bytes":                    func() { write(t, filepath.Join(out, "a/b.html"), "dua dan lagi") },
		"as many bytes, and an old time": func() { editInPlace(t, filepath.Join(out, "a/b.html"), "dUa") },
		"emptied":                        func() { write(t, filepath.Join(out, "index.html"), "") },
		"a file deleted":                 func() { os.Remove(filepath.Join(out, "a/b.html")) },
		"a folder deleted":               func() { os.RemoveAll(filepath.Join(out, "a")) },
		"an empty folder made":           func() { mkdir(t, out, "a/kosong/lagi") },
		"litter of the system":           func() { write(t, filepath.Join(out, "a/.DS_Store"), "x") },
		"everything deleted":             func() { os.RemoveAll(out) },
	} {
		publish(t, Options{Out: out}, site)
		edit()
		if r := publish(t, Options{Out: out}, site); !r.Swapped {
			t.Errorf("%s: not noticed", name)
		}
		wantTree(t, out, site)
		if r := publish(t, Options{Out: out}, site); r.Swapped {
			t.Errorf("%s: the next run found a difference", name)
		}
	}
}

// editInPlace changes a file's bytes and sets its time back, as an editor that
// keeps times would.
func editInPlace(t *testing.T, name, content string) {
	t.Helper()
	at := stat(t, name).ModTime()
	write(t, name, content)
	if err := os.Chtimes(name, time.Now(), at); err != nil {
		t.Fatal(err)
	}
}

func TestFilesOfGitAreCarriedOver(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	kept := pages{".gitignore": "*\r\n!.gitignore\n\x00", ".gitattributes": "", ".git": "gitdir: ../.git/worktrees/public\n"}
	for name, content := range kept {
		write(t, filepath.Join(out, name), content)
	}
	for _, noExchange := range []bool{false, true} {
		for _, content := range []string{"1", "2", "2"} {
			publish(t, Options{Out: out, noExchange: noExchange}, pages{"index.html": content})
			wantTree(t, out, pages{"index.html": content, ".gitignore": kept[".gitignore"], ".gitattributes": kept[".gitattributes"], ".git": kept[".git"]})
		}
		publish(t, Options{Out: out}, pages{})
	}
}

func TestForeignFileThatComesDuringTheBuildIsNotLost(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publish(t, Options{Out: out}, pages{"index.html": "1"})
	s := mustOpen(t, Options{Out: out})
	put(t, s, pages{"index.html": "2"})
	write(t, filepath.Join(out, "catatan.txt"), "milik saya")
	write(t, filepath.Join(out, ".gitignore"), "*")
	_, problems, err := s.Commit(origin)
	if err != nil || !slices.Equal(keys(problems), []string{"publish-out-foreign"}) {
		t.Errorf("%v %s", err, printed(problems))
	}
	wantTree(t, out, pages{"index.html": "1", "catatan.txt": "milik saya", ".gitignore": "*"})
	wantOnly(t, filepath.Dir(out), "public")
}

func TestManifestListsEveryFileAndNothingOfTheMachine(t *testing.T) {
	site := pages{"index.html": "satu", "b/c.json": "{}", "b.css": "", "a & b/\u00e9.html": "x", ".nojekyll": "", "A.CSV": "1"}
	var texts []string
	for _, dir := range []string{"x", "y/z"} {
		out := filepath.Join(t.TempDir(), dir, "public")
		write(t, filepath.Join(out, ".gitignore"), dir)
		publish(t, Options{Out: out}, site)
		texts = append(texts, read(t, filepath.Join(out, manifestName)))
	}
	if texts[0] != texts[1] {
		t.Errorf("two folders, two manifests:\n%s\n%s", texts[0], texts[1])
	}
	const want = `{
  "format": "rapor-manifest-1",
  "program": "rapor 0.0.0",
  "masukan_sha256": "abc",
  "berkas": [
    {"alamat":".nojekyll","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","ukuran":0,"tipe":"application/octet-stream"},
    {"alamat":"A.CSV","sha256":"6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b","ukuran":1,"tipe":"text/csv; charset=utf-8"},
    {"alamat":"a \u0026 b/é.html","sha256":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881","ukuran":1,"tipe":"text/html; charset=utf-8"},
    {"alamat":"b.css","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","ukuran":0,"tipe":"text/css; charset=utf-8"},
    {"alamat":"b/c.json","sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","ukuran":2,"tipe":"application/json"},
    {"alamat":"index.html","sha256":"4890d709dd99e7a58a03d79f02c7eec005c11f2893a3587ff4faa52b1d078c10","ukuran":4,"tipe":"text/html; charset=utf-8"}
  ]
}
`
	if texts[0] != want {
		t.Errorf("got\n%s", texts[0])
	}
	files, err := readManifest(strings.NewReader(texts[0]))
	if err != nil || len(files) != len(site) || files["a & b/\u00e9.html"].size != 1 {
		t.Errorf("read back: %v, %v", files, err)
	}
}

func TestNewOriginAloneRewritesTheManifest(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publish(t, Options{Out: out}, pages{"index.html": "1"})
	s := mustOpen(t, Options{Out: out})
	put(t, s, pages{"index.html": "1"})
	report, _, err := s.Commit(Origin{Program: "rapor 2", ProgramSHA256: "p", InputSHA256: "q"})
	if err != nil || !report.Swapped || report.Changed != 0 {
		t.Errorf("%+v, %v", report, err)
	}
	if text := read(t, filepath.Join(out, manifestName)); !strings.Contains(text, `"program_sha256": "p"`) {
		t.Errorf("got %s", text)
	}
	publish(t, Options{Out: out}, pages{"index.html": "1"}) // and such a manifest is understood
}
