package load

import (
	"io/fs"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
)

// shuffled lists every folder backwards, as file systems may.
type shuffled struct{ fstest.MapFS }

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := s.MapFS.ReadDir(name)
	slices.Reverse(entries)
	return entries, err
}

func (s shuffled) Open(name string) (fs.File, error) { return s.MapFS.Open(name) }

// The order in which a file system lists its files shows nowhere, neither in what
// is read nor in what is complained of.
func TestTheOrderOfAFolderDoesNotMatter(t *testing.T) {
	for _, year := range []string{"instrumen = \"contoh\"\n[terbit]\nindeks = 3.00\n", "instrumen = \"contohh\"\ntahap = 1\n"} {
		data := small(year)
		for _, slug := range []string{"b", "c", "d"} {
			data["instansi/"+slug+"/instansi.toml"] = data["instansi/a/instansi.toml"]
			for _, y := range []string{"2021", "2022", "2023"} {
				data["instansi/"+slug+"/"+y+".toml"] = &fstest.MapFile{Data: []byte(year)}
			}
		}
		one, oneProblems, err := Load(Source{Data: data, DataName: "data"})
		if err != nil {
			t.Fatal(err)
		}
		other, otherProblems, err := Load(Source{Data: shuffled{data}, DataName: "data"})
		if err != nil {
			t.Fatal(err)
		}
		if one.Digest != other.Digest || !reflect.DeepEqual(one.Institutions, other.Institutions) {
			t.Error("another order gave other values")
		}
		if !reflect.DeepEqual(oneProblems.Sorted(), otherProblems.Sorted()) {
			t.Error("another order gave other problems")
		}
	}
}

// changing is a folder whose files grow between the look at their size and the
// reading of them.
type changing struct{ fstest.MapFS }

type changingFile struct {
	fs.File
	more []byte
}

func (c changing) Open(name string) (fs.File, error) {
	file, err := c.MapFS.Open(name)
	if err != nil || name == "." {
		return file, err
	}
	return &changingFile{file, []byte("\n# ditambah sementara dibaca\n")}, nil
}

func (f *changingFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	if n == 0 && len(f.more) > 0 {
		n = copy(p, f.more)
		f.more = f.more[n:]
		return n, nil
	}
	return n, err
}

func (f *changingFile) ReadDir(n int) ([]fs.DirEntry, error) {
	return f.File.(fs.ReadDirFile).ReadDir(n)
}

// A file that changes while it is read is taken as it was read: the digest is over
// those very bytes, so a site never says that it was made from others.
func TestAFileThatGrowsWhileItIsReadIsTakenAsItWasRead(t *testing.T) {
	data := small("instrumen = \"contoh\"\n[terbit]\nindeks = 3.00\n")
	set, problems, err := Load(Source{Data: changing{data}, DataName: "data"})
	if err != nil || problems.HasErrors() {
		t.Fatalf("%v %v", err, problems.Sorted())
	}
	grown := small("")
	for name, file := range data {
		grown[name] = &fstest.MapFile{Data: append(slices.Clone(file.Data), "\n# ditambah sementara dibaca\n"...)}
	}
	want, _, err := Load(Source{Data: grown, DataName: "data"})
	if err != nil || set.Digest != want.Digest {
		t.Errorf("the digest is not that of what was read (%v)", err)
	}
}
