package intake

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDiffShowsWhatWouldBeWritten(t *testing.T) {
	old := "nama = \"A\"\n\n[target]\n2024 = 3.00\n\n\n\n\n\n\n\n\n[rencana.x]\njudul = \"X\"\n"
	p := Plan{Data: "data", Files: []File{
		{Path: "instansi/a/2024.toml", New: []byte("instrumen = \"x\"\n\n[terbit]\nindeks = 3.70\n")},
		{Path: "instansi/a/instansi.toml", Existed: true, Old: []byte(old),
			New: []byte(strings.Replace(strings.Replace(old, "3.00\n", "3.00\n2026 = 3.50\n", 1), "\n[rencana", "\n[baru]\nx = 1\n\n[rencana", 1))},
		{Path: "portal.toml", Existed: true, Old: []byte("a = {}"), New: []byte("a = { b = 1}")},
	}}
	var b strings.Builder
	if err := p.Diff(&b); err != nil {
		t.Fatal(err)
	}
	want := `--- /dev/null
+++ data/instansi/a/2024.toml
@@ -0,0 +1,4 @@
+instrumen = "x"
+
+[terbit]
+indeks = 3.70
--- data/instansi/a/instansi.toml
+++ data/instansi/a/instansi.toml
@@ -2,6 +2,7 @@
 
 [target]
 2024 = 3.00
+2026 = 3.50
 
 
 
@@ -10,5 +11,8 @@
 
 
 
+[baru]
+x = 1
+
 [rencana.x]
 judul = "X"
--- data/portal.toml
+++ data/portal.toml
@@ -1 +1 @@
-a = {}
\ No newline at end of file
+a = { b = 1}
\ No newline at end of file
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	if made, completed := p.Count(); made != 1 || completed != 2 {
		t.Errorf("made %d, completed %d", made, completed)
	}
}

// tree reads a folder: paths with modes and texts.
func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		out[rel] = info.Mode().String()
		if e.Type().IsRegular() {
			text, err := os.ReadFile(name)
			out[rel] += " " + string(text)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func equal(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}

// started is a data folder and a plan for it: one file to complete, two to make.
func started(t *testing.T) (root string, p Plan) {
	t.Helper()
	root = t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "instansi/a"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "instansi/a/instansi.toml"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	return root, Plan{Files: []File{
		{Path: "instansi/a/2024.toml", New: []byte("new year")},
		{Path: "instansi/a/instansi.toml", Old: []byte("old"), New: []byte("new"), Existed: true, Mode: 0o600},
		{Path: "instansi/b/instansi.toml", New: []byte("new b")},
	}}
}

func TestWriteKeepsModesAndLeavesNothingElse(t *testing.T) {
	root, p := started(t)
	if err := os.MkdirAll(filepath.Join(root, staging, "0.toml"), 0o755); err != nil { // of a run that was killed
		t.Fatal(err)
	}
	if err := p.Write(root); err != nil {
		t.Fatal(err)
	}
	got := tree(t, root)
	if len(got) != 7 || got["instansi/a/instansi.toml"] != "-rw------- new" || !strings.HasSuffix(got["instansi/b/instansi.toml"], " new b") {
		t.Errorf("got %v", got)
	}
}

func TestWriteMakesTheDataFolder(t *testing.T) {
	root := filepath.Join(t.TempDir(), "x", "data")
	if err := (Plan{Files: []File{{Path: "instansi/b/instansi.toml", New: []byte("b")}}}).Write(root); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, root); !strings.HasSuffix(got["instansi/b/instansi.toml"], " b") {
		t.Errorf("got %v", got)
	}
}

// faulty is a disk whose n-th change fails.
type faulty struct {
	*os.Root
	left int
}

var errFull = errors.New("disk full")

func (f *faulty) next() error {
	if f.left--; f.left == 0 {
		return errFull
	}
	return nil
}

func (f *faulty) WriteFile(name string, data []byte, perm fs.FileMode) error {
	if err := f.next(); err != nil { // half of it arrives
		return errors.Join(f.Root.WriteFile(name, data[:len(data)/2], perm), err)
	}
	return f.Root.WriteFile(name, data, perm)
}

func (f *faulty) Rename(old, new string) error {
	if err := f.next(); err != nil {
		return err
	}
	return f.Root.Rename(old, new)
}

func (f *faulty) Mkdir(name string, perm fs.FileMode) error {
	if err := f.next(); err != nil {
		return err
	}
	return f.Root.Mkdir(name, perm)
}

func (f *faulty) Chmod(name string, mode fs.FileMode) error {
	if err := f.next(); err != nil {
		return err
	}
	return f.Root.Chmod(name, mode)
}

func TestAfterAnyFailureTheFolderIsAsItWas(t *testing.T) {
	failures := 0
	for n := 1; ; n++ {
		root, p := started(t)
		before := tree(t, root)
		r, err := os.OpenRoot(root)
		if err != nil {
			t.Fatal(err)
		}
		err = p.write(&faulty{r, n})
		if cerr := r.Close(); cerr != nil {
			t.Fatal(cerr)
		}
		if err == nil {
			break
		}
		failures++
		if after := tree(t, root); !errors.Is(err, errFull) || !equal(after, before) {
			t.Errorf("failure %d (%v): got %v, want %v", n, err, after, before)
		}
	}
	if failures != 9 { // staging, 3 texts, a mode, a folder, 3 moves
		t.Errorf("%d changes were made to fail", failures)
	}
}

func TestWriteRefusesWhatChangedMeanwhile(t *testing.T) {
	for name, change := range map[string]func(root string) error{
		"a file was edited": func(root string) error {
			return os.WriteFile(filepath.Join(root, "instansi/a/instansi.toml"), []byte("edited"), 0o600)
		},
		"a file is gone": func(root string) error { return os.Remove(filepath.Join(root, "instansi/a/instansi.toml")) },
		"a file came up": func(root string) error {
			return os.WriteFile(filepath.Join(root, "instansi/a/2024.toml"), nil, 0o600)
		},
		"a folder stands in the way": func(root string) error { return os.Mkdir(filepath.Join(root, "instansi/a/2024.toml"), 0o755) },
		"a file stands where a folder belongs": func(root string) error {
			return os.WriteFile(filepath.Join(root, "instansi/b"), nil, 0o600)
		},
		"a link leads out": func(root string) error {
			return os.Symlink(os.TempDir(), filepath.Join(root, "instansi/b"))
		},
	} {
		root, p := started(t)
		if err := change(root); err != nil {
			t.Fatal(err)
		}
		before := tree(t, root)
		if err := p.Write(root); err == nil || !equal(tree(t, root), before) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLinksAreNotWrittenThrough(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "real.toml"), []byte("judul = \"x\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.toml", filepath.Join(root, "portal.toml")); err != nil {
		t.Fatal(err)
	}
	plan, problems, err := Import(Options{Form: FormTargets, File: "t.csv", Data: os.DirFS(root),
		Reader: strings.NewReader("tahun,id,nama,jenis,predikat,persen\n2024,a,A,kota,baik,60\n")})
	if err != nil || len(plan.Files) > 0 || !strings.Contains(messages(problems, nil), "data/portal.toml: error: bukan berkas biasa") {
		t.Errorf("%v %v %s", err, plan.Files, messages(problems, nil))
	}
}
