package cache

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"testing/fstest"
	"time"
)

func TestAMemoryThatIsDamagedOrAnothersIsNone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), ".rapor", "public")
	m := &Memory{Stamp: Sum{1}, Taken: 5, Inputs: Tree{"data/a": {Sum: Sum{2}}}, Made: map[string]Made{"index.html": {Reads: []int32{0, 1}, Sum: Sum{3}, Bytes: 4}},
		Forms:    map[string]Form{"index.html.gz": {From: Sum{3}, Sum: Sum{4}, Bytes: 1}},
		Pieces:   map[string][]Piece{"data/skor.csv": {{"a", []int32{0, 1}, 5, 1 << 40}, {"b", nil, 0, 0}}},
		Readings: []Reading{{"dasar", Sum{5}}, {"lahan", Sum{6}}}, Notes: []byte("catatan"),
		Published: Published{Manifest: Sum{7}, At: 1 << 60, User: -1, Files: map[string]Stat{"index.html": {4, 0o644, 1 << 60, -2, 1 << 63}},
			Folders: map[string]Stat{"": {Mode: os.ModeDir | 0o755}}, Spare: Spare{Folders: map[string]Stat{}, Behind: map[string]bool{"a": true, "b": false}}}}
	if err := m.Save(dir); err != nil {
		t.Fatal(err)
	}
	if got := Load(dir, Sum{1}); !reflect.DeepEqual(got, m) {
		t.Errorf("read back as %+v", got)
	}
	if got := Load(dir, Sum{9}); got.Made != nil || got.Stamp != (Sum{9}) {
		t.Error("the memory of another program is used")
	}
	name := filepath.Join(dir, memoryName)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		damaged := append([]byte(nil), whole...)
		damaged[i] ^= 1
		if err := os.WriteFile(name, damaged, 0o644); err != nil {
			t.Fatal(err)
		}
		if Load(dir, Sum{1}).Made != nil {
			t.Fatalf("a memory with byte %d altered is used", i)
		}
	}
	if err := os.WriteFile(name, whole[:len(whole)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	if Load(dir, Sum{1}).Made != nil {
		t.Error("a memory that was cut short is used")
	}
	if ignored, err := os.ReadFile(filepath.Join(filepath.Dir(dir), ".gitignore")); err != nil || string(ignored) != "*\n" {
		t.Error("git is not told to leave the cache alone")
	}
}

// TestALargeMemoryIsWrittenInParts and read back whole.
func TestALargeMemoryIsWrittenInParts(t *testing.T) {
	dir := t.TempDir()
	m := &Memory{Stamp: Sum{1}, Inputs: Tree{}, Made: map[string]Made{}}
	for i := range 30_000 {
		name := fmt.Sprintf("instansi/kota-contoh-%d/index.html", i)
		m.Made[name] = Made{Reads: []int32{int32(i), 0}, Sum: Sum{byte(i)}, Bytes: int64(i)}
		m.Readings = append(m.Readings, Reading{name, Sum{2, byte(i)}})
	}
	if err := m.Save(dir); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(dir, memoryName)); err != nil || info.Size() < 3*spillAt {
		t.Fatalf("%v: too small to be written in parts", err)
	}
	if back := Load(dir, Sum{1}); !reflect.DeepEqual(back.Made, m.Made) || !reflect.DeepEqual(back.Readings, m.Readings) {
		t.Errorf("%d files and %d readings come back", len(back.Made), len(back.Readings))
	}
}

func TestATreeKnowsNamesAndBytesAndNotTimes(t *testing.T) {
	digest := func(folder fstest.MapFS) Sum {
		tree := Tree{}
		if err := tree.Add("data", folder, nil, 0); err != nil {
			t.Fatal(err)
		}
		return tree.Digest(func(string) bool { return true })
	}
	base := digest(fstest.MapFS{"a/x": {Data: []byte("1")}})
	if digest(fstest.MapFS{"a/x": {Data: []byte("1"), ModTime: time.Unix(1, 0)}}) != base {
		t.Error("a time changes the digest")
	}
	for what, folder := range map[string]fstest.MapFS{
		"other bytes":  {"a/x": {Data: []byte("2")}},
		"another name": {"a/y": {Data: []byte("1")}},
		"one more":     {"a/x": {Data: []byte("1")}, "b": {}},
		"a link":       {"a/x": {Data: []byte("1"), Mode: os.ModeSymlink}},
	} {
		if digest(folder) == base {
			t.Errorf("%s does not change the digest", what)
		}
	}
	if digest(fstest.MapFS{"a/x": {Data: []byte("1")}, "a/.x.swp": {}}) != base {
		t.Error("a hidden file changes the digest")
	}
	if digest(fstest.MapFS{"a/x": {Data: []byte("1")}, "b/.gitkeep": {}}) != digest(fstest.MapFS{"a/x": {Data: []byte("1")}, "b": {Mode: os.ModeDir}}) {
		t.Error("a folder with hidden files alone is no empty folder")
	}
}
