package cache

import (
	"reflect"
	"testing"
	"testing/quick"
)

// packed is a bit of everything that can be packed.
type packed struct {
	Flag    bool
	Number  int
	Small   int32
	Byte    []byte
	Word    string
	Words   []string
	Nested  []packedPart
	Pointer *packedPart
	ByWord  map[string]int
	ByYear  map[int]packedPart
	Sums    map[string]Sum
}

type packedPart struct {
	Name  string
	Value *int64
}

func TestWhatIsPackedComesBackAsItWas(t *testing.T) {
	there := func(v packed) bool {
		var back packed
		return Unpack(string(Pack(v)), &back) && reflect.DeepEqual(v, back)
	}
	if err := quick.Check(there, &quick.Config{MaxCount: 500}); err != nil {
		t.Error(err)
	}
	for _, v := range []packed{{}, {Words: []string{}, ByWord: map[string]int{}}, {Word: "sama", Words: []string{"sama", "", "sama"}}} {
		if !there(v) {
			t.Errorf("%+v does not come back", v)
		}
	}
}

// TestWhatIsCutShortIsRefused: nothing half read passes for whole.
func TestWhatIsCutShortIsRefused(t *testing.T) {
	one := int64(7)
	text := string(Pack(packed{Word: "satu", Words: []string{"satu", "dua"}, Pointer: &packedPart{"tiga", &one}, ByYear: map[int]packedPart{2024: {"empat", nil}}}))
	for n := range len(text) {
		var back packed
		if Unpack(text[:n], &back) {
			t.Errorf("the first %d of %d bytes pass for all", n, len(text))
		}
	}
	var back packed
	if Unpack(text+"x", &back) {
		t.Error("a byte too many is not noticed")
	}
}

func TestAShelfGivesOnlyWhatItsFilesStillMean(t *testing.T) {
	dir := t.TempDir()
	sums := map[string]Sum{"a": {1}, "b": {2}}
	of := func(name string) (Sum, bool) { sum, known := sums[name]; return sum, known }
	s := OpenShelf(dir, Sum{9}, of)
	s.Keep("a", []byte("isi a"))
	s.Keep("b", []byte("isi b"))
	s.Keep("c", []byte("tanpa berkas"))
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	sums["b"], sums["c"] = Sum{3}, Sum{4}
	again := OpenShelf(dir, Sum{9}, of)
	for name, want := range map[string]string{"a": "isi a", "b": "", "c": "", "d": ""} {
		if got, ok := again.Find(name); got != want || ok != (want != "") {
			t.Errorf("%s gives %q", name, got)
		}
	}
	if got, _ := OpenShelf(dir, Sum{8}, of).Find("a"); got != "" {
		t.Error("the shelf of another program is used")
	}
	if err := again.Save(); err != nil { // what was found is kept on
		t.Fatal(err)
	}
	if got, _ := OpenShelf(dir, Sum{9}, of).Find("a"); got != "isi a" {
		t.Errorf("after two builds: %q", got)
	}
}
