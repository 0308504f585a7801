package publish

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// crash runs a publication that dies at a step: nothing is cleaned up, and the
// lock goes as it does when a process ends. It is false if the step never came.
func crash(t *testing.T, opts Options, site pages, moment string) (died bool) {
	t.Helper()
	var s *Site
	opts.step = func(step string) {
		if step == moment {
			panic(moment)
		}
	}
	defer func() {
		if r := recover(); r != nil {
			died = true
			if r != moment {
				panic(r)
			}
			if s != nil {
				s.work.lock.drop()
			}
		}
	}()
	s = mustOpenForCrash(t, opts)
	for i, address := range slices.Sorted(maps.Keys(site)) {
		if i == 1 {
			opts.step("half put")
		}
		if err := s.Put(File{Address: address, Content: []byte(site[address])}); err != nil {
			t.Fatal(err)
		}
	}
	if _, problems, err := s.Commit(origin); err != nil || problems.HasErrors() {
		t.Fatal(err, printed(problems))
	}
	return false
}

// mustOpenForCrash is Open without the clean-up at the test's end.
func mustOpenForCrash(t *testing.T, opts Options) *Site {
	t.Helper()
	s, problems, err := Open(context.Background(), opts)
	if err != nil || problems.HasErrors() {
		t.Fatalf("open: %v %s", err, printed(problems))
	}
	return s
}

func TestKilledAtAnyStepTheSiteIsTheOldOrTheNewOne(t *testing.T) {
	old := pages{"index.html": "lama", "sama.html": "x", "hilang/a.html": "y", ".gitignore": "*"}
	fresh := pages{"index.html": "baru", "sama.html": "x", "tambah/b.html": "z"}
	next := maps.Clone(fresh)
	next[".gitignore"] = "*"

	for _, tt := range []struct {
		step       string
		noExchange bool
		atOnce     pages // what stands there the moment after; nil: nothing at all
		recovered  pages // after the next Open
	}{
		{"half put", false, old, old},
		{"linked", false, old, old},
		{"manifest", false, old, old},
		{"synced", false, old, old},
		{"before swap", false, old, old},
		{"swapped", false, next, next},
		{"half put", true, old, old},
		{"before swap", true, old, old},
		{"aside", true, nil, old}, // between the two renames
		{"swapped", true, next, next},
	} {
		name := fmt.Sprintf("%s, no exchange %v", tt.step, tt.noExchange)
		dir := t.TempDir()
		out := filepath.Join(dir, "public")
		opts := Options{Out: out, noExchange: tt.noExchange}
		write(t, filepath.Join(out, ".gitignore"), "*")
		publish(t, opts, pages{"index.html": "lama", "sama.html": "x", "hilang/a.html": "y"})

		if !crash(t, opts, fresh, tt.step) {
			t.Fatalf("%s: no such step", name)
		}
		if tt.atOnce != nil {
			wantTree(t, out, tt.atOnce)
			wantOnly(t, dir, ".public.rapor", "public")
		} else {
			wantOnly(t, dir, ".public.rapor")
		}
		mustOpen(t, opts).Abort() // a run that does not get far still mends
		wantTree(t, out, tt.recovered)
		wantOnly(t, dir, "public")

		if !crash(t, opts, fresh, tt.step) && !maps.Equal(tt.recovered, next) {
			t.Fatalf("%s: not a second time", name)
		}
		publish(t, opts, fresh) // and so does one that goes through
		wantTree(t, out, next)
		wantOnly(t, dir, "public")
	}
}

func TestKilledInTheFirstPublicationLeavesNothingOrTheSite(t *testing.T) {
	for step, want := range map[string]bool{"half put": false, "linked": false, "before swap": false, "swapped": true} {
		dir := t.TempDir()
		out := filepath.Join(dir, "public")
		site := pages{"index.html": "1", "a.html": "2"}
		if !crash(t, Options{Out: out}, site, step) {
			t.Fatalf("%s: no such step", step)
		}
		if _, err := os.Stat(out); (err == nil) != want {
			t.Errorf("%s: %v", step, err)
		}
		if differences, problems, err := Verify(t.Context(), out); want && (err != nil || problems.HasErrors()) {
			t.Errorf("%s: %v %v", step, differences, err)
		}
		publish(t, Options{Out: out}, site)
		wantTree(t, out, site)
		wantOnly(t, dir, "public")
	}
}

// Deleting the old site is many steps. Half of it must never come back.
func TestHalfDeletedOldSiteIsNeverTakenForASite(t *testing.T) {
	for _, noExchange := range []bool{false, true} {
		dir := t.TempDir()
		out := filepath.Join(dir, "public")
		opts := Options{Out: out, noExchange: noExchange}
		publish(t, opts, pages{"index.html": "lama", "a.html": "x"})
		if !crash(t, opts, pages{"index.html": "baru", "b.html": "y"}, "swapped") {
			t.Fatal("no such step")
		}
		work := filepath.Join(dir, ".public.rapor")
		if noExchange { // what sweep does first
			if err := os.Rename(filepath.Join(work, asideName), filepath.Join(work, trashName)); err != nil {
				t.Fatal(err)
			}
		}
		for _, name := range []string{stagingName, trashName} {
			os.Remove(filepath.Join(work, name, "index.html"))
		}
		os.RemoveAll(out) // and then somebody deletes the site
		mustOpen(t, opts).Abort()
		wantOnly(t, dir)
	}
}

func TestOldSiteOfAnInterruptedPairIsNotLostToWhatSomebodyPutInItsPlace(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	opts := Options{Out: out, noExchange: true}
	publish(t, opts, pages{"index.html": "lama"})
	if !crash(t, opts, pages{"index.html": "baru"}, "aside") {
		t.Fatal("no such step")
	}
	mkdir(t, out, "") // an empty folder: it gives way
	mustOpen(t, opts).Abort()
	wantTree(t, out, pages{"index.html": "lama"})

	if !crash(t, opts, pages{"index.html": "baru"}, "aside") {
		t.Fatal("no such step")
	}
	write(t, filepath.Join(out, "catatan.txt"), "milik saya")
	if _, _, err := Open(t.Context(), opts); err == nil {
		t.Error("no error")
	}
	wantTree(t, out, pages{"catatan.txt": "milik saya"})
	wantTree(t, filepath.Join(dir, ".public.rapor", asideName), pages{"index.html": "lama"})
}
