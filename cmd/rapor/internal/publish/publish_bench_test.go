package publish

import (
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/sync/errgroup"
)

// sampleSite makes the files of a portal of n institutions over 7 years: two
// files a year, in as many folders as a real one has.
func sampleSite(n int) []File {
	random := rand.New(rand.NewSource(1))
	text := make([]byte, 40000)
	for i := range text {
		text[i] = byte(32 + random.Intn(90))
	}
	piece := func(size int) []byte { at := random.Intn(len(text) - size); return text[at : at+size] }
	var files []File
	for i := range n {
		home := fmt.Sprintf("instansi/kota-%d", i)
		files = append(files, File{Address: home + "/index.html", Content: piece(20000)})
		for year := 2018; year < 2025; year++ {
			files = append(files,
				File{Address: fmt.Sprintf("%s/%d/index.html", home, year), Content: piece(6000 + random.Intn(14000))},
				File{Address: fmt.Sprintf("%s/%d.json", home, year), Content: piece(2000 + random.Intn(3000))})
		}
	}
	return files
}

// publishAll publishes files with one worker for each processor.
func publishAll(tb testing.TB, opts Options, files []File) Report {
	tb.Helper()
	s, problems, err := Open(tb.Context(), opts)
	if err != nil || problems.HasErrors() {
		tb.Fatal(err, problems.Sorted())
	}
	defer s.Abort()
	var workers errgroup.Group
	workers.SetLimit(runtime.GOMAXPROCS(0))
	const chunk = 64
	for start := 0; start < len(files); start += chunk {
		workers.Go(func() error {
			for _, f := range files[start:min(start+chunk, len(files))] {
				if err := s.Put(f); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := workers.Wait(); err != nil {
		tb.Fatal(err)
	}
	report, problems, err := s.Commit(Origin{Program: "rapor 0", InputSHA256: "00"})
	if err != nil || problems.HasErrors() || report.Litter != nil {
		tb.Fatal(err, problems.Sorted(), report.Litter)
	}
	return report
}

// BenchmarkPublish shows how publishing 9,600 files compares with copying
// them: read the other rows as multiples of "copy".
func BenchmarkPublish(b *testing.B) {
	files := sampleSite(640)
	dir := b.TempDir()
	out := filepath.Join(dir, "public")
	publishAll(b, Options{Out: out}, files)
	b.Run("copy", func(b *testing.B) {
		for b.Loop() {
			if text, err := exec.Command("cp", "-r", out, filepath.Join(dir, "copy")).CombinedOutput(); err != nil {
				b.Fatalf("%v: %s", err, text)
			}
			b.StopTimer()
			os.RemoveAll(filepath.Join(dir, "copy"))
			b.StartTimer()
		}
	})
	for _, mode := range []struct {
		name   string
		noSync bool
	}{{"synced", false}, {"no-sync", true}} {
		opts := Options{Out: out, NoSync: mode.noSync}
		b.Run("cold/"+mode.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				os.RemoveAll(out)
				b.StartTimer()
				publishAll(b, opts, files)
			}
		})
		b.Run("one-edit/"+mode.name, func(b *testing.B) {
			edited := append([]File(nil), files...)
			for i := 0; b.Loop(); i++ {
				edited[7].Content = fmt.Appendf(nil, "edit %d", i)
				if r := publishAll(b, opts, edited); r.Changed > 1 && i > 0 {
					b.Fatal(r)
				}
			}
		})
	}
	b.Run("no-change", func(b *testing.B) {
		publishAll(b, Options{Out: out}, files)
		for b.Loop() {
			if r := publishAll(b, Options{Out: out}, files); r.Swapped {
				b.Fatal(r)
			}
		}
	})
}
