package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// yard is where the timing is done.
type yard struct {
	root, dir, program string
	runs               int
	portal             *portal
}

func (y *yard) out() string { return filepath.Join(y.dir, "public") }

// done is what a build says of itself (--report).
type done struct {
	Pages   int   `json:"halaman"`
	Files   int   `json:"berkas"`
	Changed int   `json:"berubah"`
	Bytes   int64 `json:"bita"`
	Memory  int64 `json:"memori_puncak"`
	wall    time.Duration
}

// build runs the program as a user would and takes its time.
func (y *yard) build(flags ...string) (done, error) {
	report := filepath.Join(y.dir, "laporan.json")
	args := append([]string{"build", "--quiet", "--data", y.portal.dir, "--content", filepath.Join(y.dir, "content"), "--themes", filepath.Join(y.dir, "themes"),
		"--out", y.out(), "--report", report}, flags...)
	start := time.Now()
	text, err := exec.Command(y.program, args...).CombinedOutput()
	d := done{wall: time.Since(start)}
	if err != nil {
		return d, fmt.Errorf("%w: %s", err, text)
	}
	raw, err := os.ReadFile(report)
	if err != nil {
		return d, err
	}
	return d, json.Unmarshal(raw, &d)
}

// best is the quickest of some builds, each after its preparation.
func (y *yard) best(runs int, prepare func(run int) error, flags ...string) (done, error) {
	var quickest done
	for run := range runs {
		if err := prepare(run); err != nil {
			return quickest, err
		}
		d, err := y.build(flags...)
		if err != nil {
			return quickest, err
		}
		if run == 0 || d.wall < quickest.wall {
			quickest = d
		}
	}
	return quickest, nil
}

// measure times the builds of a portal and prints them; it returns the seconds
// that a page takes in a cold build.
func (y *yard) measure(n int) (float64, error) {
	for _, name := range []string{"data", "content", "themes", "public", ".rapor"} {
		if err := os.RemoveAll(filepath.Join(y.dir, name)); err != nil {
			return 0, err
		}
	}
	var err error
	if y.portal, err = writePortal(y.root, filepath.Join(y.dir, "data"), n); err != nil {
		return 0, err
	}
	if err := os.Mkdir(filepath.Join(y.dir, "content"), 0o755); err != nil {
		return 0, err
	}
	if err := os.CopyFS(filepath.Join(y.dir, "themes"), os.DirFS(filepath.Join(y.root, "themes"))); err != nil {
		return 0, err
	}
	runs := y.runs
	if n > 5000 {
		runs = 1
	}
	cold, err := y.best(runs, func(int) error { return y.empty(true) })
	if err != nil {
		return 0, err
	}
	copied, err := y.copyTime(runs)
	if err != nil {
		return 0, err
	}
	fmt.Printf("\n%d institutions x %d years, one language: %d pages, %d files, %.0f MB\n", n, lastYear-firstYear+1, cold.Pages, cold.Files, float64(cold.Bytes)/1e6)
	line("cold build", seconds(cold.wall), "")
	line("plain copy of its output", seconds(copied), "")
	line("cold / copy", ratio(cold.wall, copied), "at most 5")
	line("peak memory", fmt.Sprintf("%.0f MB", float64(cold.Memory)/1e6), map[bool]string{true: "at most 1500", false: "at most 400 at 640"}[n > 5000])
	perPage := cold.wall.Seconds() / float64(cold.Pages)
	line("time per page", fmt.Sprintf("%.3f ms", 1000*perPage), "")
	if err := y.warm(runs, cold.wall); err != nil {
		return 0, err
	}
	return perPage, y.kinds()
}

// warm times the builds that have an earlier one to stand on.
func (y *yard) warm(runs int, cold time.Duration) error {
	none := func(int) error { return nil }
	edit := func(kind string, year int) func(int) error {
		all := y.portal.slugs[kind]
		return func(run int) error { return y.portal.year(all[(len(all)/2+run)%len(all)], year, 3) }
	}
	layout := filepath.Join(y.dir, "themes", "default", "layouts", "edition.html")
	for _, row := range []struct {
		name, bar string
		prepare   func(int) error
		flags     []string
	}{
		{"no change / cold", "at most 0.05", none, nil},
		{"one file of a city / cold", "at most 0.10", edit("kota", lastYear), nil},
		{"one file in the kind of most / cold", "at most 0.10", edit("kabupaten", lastYear), nil},
		{"one file of an earlier year / cold", "at most 0.10", edit("kabupaten", lastYear-3), nil},
		{"one layout / cold", "", func(run int) error { return appendTo(layout, fmt.Sprintf("<!-- %d -->\n<p>%d</p>\n", run, run)) }, nil},
		{"cache without public / cold", "", func(int) error { return y.empty(false) }, nil},
		{"cold without a cache / cold", "", func(int) error { return y.empty(true) }, []string{"--no-cache"}},
	} {
		d, err := y.best(runs, row.prepare, row.flags...)
		if err != nil {
			return err
		}
		line(row.name, fmt.Sprintf("%s (%s, %d files changed)", ratio(d.wall, cold), seconds(d.wall), d.Changed), row.bar)
	}
	return nil
}

// empty takes the site away, and the cache if asked.
func (y *yard) empty(cache bool) error {
	if cache {
		if err := os.RemoveAll(filepath.Join(y.dir, ".rapor")); err != nil {
			return err
		}
	}
	return os.RemoveAll(y.out())
}

func appendTo(name, text string) error {
	old, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(old, text...), 0o644)
}

// copyTime is how long the system's own copy of the output takes.
func (y *yard) copyTime(runs int) (time.Duration, error) {
	var quickest time.Duration
	to := filepath.Join(y.dir, "salinan")
	for run := range runs {
		start := time.Now()
		text, err := exec.Command("cp", "-r", y.out(), to).CombinedOutput()
		took := time.Since(start)
		if err != nil {
			return 0, fmt.Errorf("%w: %s", err, text)
		}
		if run == 0 || took < quickest {
			quickest = took
		}
		if err := os.RemoveAll(to); err != nil {
			return 0, err
		}
	}
	return quickest, nil
}

// kinds prints how many files of each sort the site has.
func (y *yard) kinds() error {
	count, size := map[string]int{}, map[string]int64{}
	err := filepath.WalkDir(y.out(), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		ending := filepath.Ext(name)
		count[ending]++
		size[ending] += info.Size()
		return nil
	})
	for _, ending := range slices.Sorted(maps.Keys(count)) {
		line("files "+ending, fmt.Sprintf("%d, %.1f MB", count[ending], float64(size[ending])/1e6), "")
	}
	return err
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

func ratio(a, b time.Duration) string { return fmt.Sprintf("%.3f", a.Seconds()/b.Seconds()) }

func line(name, value, bar string) { fmt.Printf("  %-42s %-44s %s\n", name, value, bar) }
