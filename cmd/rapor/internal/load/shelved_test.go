package load

import (
	"crypto/sha256"
	"os"
	"reflect"
	"testing"

	"rapor/cmd/rapor/internal/cache"
)

// TestWhatStandsOnTheShelfIsWhatTheFilesSay loads the national portal twice: what
// the second load does not decode is what the first did, problems too.
func TestWhatStandsOnTheShelfIsWhatTheFilesSay(t *testing.T) {
	dir := t.TempDir()
	source := func() Source {
		return Source{Data: os.DirFS("../../../../data"), DataName: "data",
			Shelf: cache.OpenShelf(dir, cache.Sum{1}, func(slug string) (cache.Sum, bool) { return sha256.Sum256([]byte(slug)), true })}
	}
	src := source()
	first, problems, err := Load(src)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	if err := src.Shelf.Save(); err != nil {
		t.Fatal(err)
	}
	src = source()
	found := 0
	for _, inst := range first.Institutions {
		if _, ok := src.Shelf.Find(inst.Slug); ok {
			found++
		}
	}
	if found < len(first.Institutions)-10 {
		t.Errorf("%d of %d institutions stand on the shelf", found, len(first.Institutions))
	}
	second, again, err := Load(src)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(first, second) {
		t.Error("the second load gives another data set")
	}
	if !reflect.DeepEqual(problems.Sorted(), again.Sorted()) {
		t.Error("the second load tells other problems")
	}
}
