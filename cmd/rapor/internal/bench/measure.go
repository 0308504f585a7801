package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

// yard is where the timing is done.
type yard struct {
	root, dir, program string
	runs               int
	rest               time.Duration // after files were deleted; see clear
	aside              int           // folders that were put aside
	portal             *portal
}

// large is from where on a portal is measured once, and what needs a further site
// on the disk is left out: one has 25 GB.
const large = 5000

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

// row is one sort of build that is timed.
type row struct {
	name, bar string
	prepare   func(round int) error
	flags     []string
	took      []float64 // seconds, a round each
	against   []float64 // of the cold build of the same round
	changed   int       // files, in the last round
}

// run prepares a build, lets the disk come to rest, and takes the build's time.
func (y *yard) run(r *row, round int, cold time.Duration) (done, error) {
	if err := r.prepare(round); err != nil {
		return done{}, err
	}
	settle()
	d, err := y.build(r.flags...)
	r.took, r.changed = append(r.took, d.wall.Seconds()), d.Changed
	if cold > 0 {
		r.against = append(r.against, d.wall.Seconds()/cold.Seconds())
	}
	return d, err
}

// settle waits until what was written before is on the disk: it must not be paid
// for by whoever waits for the disk next.
func settle() { _ = exec.Command("sync").Run() }

// median of some figures; the upper one of two in the middle.
func median(of []float64) float64 {
	sorted := slices.Sorted(slices.Values(of))
	return sorted[len(sorted)/2]
}

// measure times the builds of a portal and prints them; it returns the seconds
// that a page takes in a cold build. Every round holds one build of each sort, so
// that a machine that grows slow or quick meets all sorts alike; ratios are taken
// within a round, and what is printed are medians.
func (y *yard) measure(n int) (float64, error) {
	if err := errors.Join(y.lay(n), y.clear()); err != nil {
		return 0, err
	}
	rounds := y.runs
	if n > large {
		rounds = 1
	}
	cold, rows := &row{prepare: func(int) error { return y.empty(true) }}, y.rows(n)
	var copied, ratios []float64
	var last done
	for round := range rounds {
		var err error
		if last, err = y.run(cold, round, 0); err != nil {
			return 0, err
		}
		settle()
		took, err := y.copyTime()
		if err != nil {
			return 0, err
		}
		copied, ratios = append(copied, took.Seconds()), append(ratios, last.wall.Seconds()/took.Seconds())
		if n > large {
			if err := y.clear(); err != nil {
				return 0, err
			}
		}
		for _, r := range rows {
			if _, err := y.run(r, round, last.wall); err != nil {
				return 0, err
			}
		}
		if err := y.clear(); err != nil {
			return 0, err
		}
	}
	fmt.Printf("\n%d institutions x %d years, one language: %d pages, %d files, %.0f MB\n", n, lastYear-firstYear+1, last.Pages, last.Files, float64(last.Bytes)/1e6)
	line("cold build", seconds(median(cold.took)), "")
	line("plain copy of its output", seconds(median(copied)), "")
	line("cold / copy", fmt.Sprintf("%.2f", median(ratios)), "at most 5")
	line("peak memory", fmt.Sprintf("%.0f MB", float64(last.Memory)/1e6), map[bool]string{true: "at most 1500", false: "at most 400 at 640"}[n > large])
	perPage := median(cold.took) / float64(last.Pages)
	line("time per page", fmt.Sprintf("%.3f ms", 1000*perPage), "")
	for _, r := range rows {
		line(r.name+" / cold", fmt.Sprintf("%.3f (%s, %d files changed)", median(r.against), seconds(median(r.took)), r.changed), r.bar)
	}
	return perPage, y.kinds()
}

// lay writes the portal and a theme of its own, to be edited.
func (y *yard) lay(n int) (err error) {
	for _, name := range []string{"data", "content", "themes", "public", ".rapor", "buang"} {
		if err := os.RemoveAll(filepath.Join(y.dir, name)); err != nil {
			return err
		}
	}
	if y.portal, err = writePortal(y.root, filepath.Join(y.dir, "data"), n); err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(y.dir, "content"), 0o755); err != nil {
		return err
	}
	return os.CopyFS(filepath.Join(y.dir, "themes"), os.DirFS(filepath.Join(y.root, "themes")))
}

// rows are the sorts of builds that have an earlier one to stand on, in the order
// in which they are made, and one that has not.
func (y *yard) rows(n int) []*row {
	level := func(kind string, year int) func(int) error {
		all := y.portal.slugs[kind]
		return func(round int) error { return y.portal.level(all[(len(all)/2+round)%len(all)], year) }
	}
	whole := func(kind string) func(int) error {
		all := y.portal.slugs[kind]
		return func(round int) error { return y.portal.year(all[(len(all)/2+round)%len(all)], lastYear, 3) }
	}
	layout := filepath.Join(y.dir, "themes", "default", "layouts", "edition.html")
	rows := []*row{
		{name: "no change", bar: "at most 0.05", prepare: func(int) error { return nil }},
		{name: "first edit after a cold build", prepare: level("provinsi", lastYear)},
		{name: "one level of a city", bar: "at most 0.10", prepare: level("kota", lastYear)},
		{name: "one level in the kind of most", bar: "at most 0.10", prepare: level("kabupaten", lastYear)},
		{name: "one level of an earlier year", bar: "at most 0.10", prepare: level("kabupaten", lastYear-3)},
		{name: "all levels of a city", bar: "at most 0.10", prepare: whole("kota")},
		{name: "all levels in the kind of most", bar: "at most 0.10", prepare: whole("kabupaten")},
		{name: "one layout", prepare: func(round int) error {
			return appendTo(layout, fmt.Sprintf("<!-- %d -->\n<p>%d</p>\n", round, round))
		}},
	}
	if n > large {
		return rows
	}
	return append(rows, &row{name: "cache without public", prepare: func(int) error { return y.empty(false) }},
		&row{name: "cold without a cache", prepare: func(int) error { return y.empty(true) }, flags: []string{"--no-cache"}})
}

// empty takes the site away, and the cache if asked.
func (y *yard) empty(cache bool) error {
	if cache {
		if err := y.putAside(filepath.Join(y.dir, ".rapor")); err != nil {
			return err
		}
	}
	return y.putAside(y.out())
}

// trash is where folders lie that are no longer needed.
func (y *yard) trash() string { return filepath.Join(y.dir, "buang") }

// putAside takes a folder out of the way without deleting its files.
func (y *yard) putAside(name string) error {
	if _, err := os.Lstat(name); err != nil {
		return nil // there is none
	}
	if err := os.MkdirAll(y.trash(), 0o755); err != nil {
		return err
	}
	y.aside++
	return os.Rename(name, filepath.Join(y.trash(), strconv.Itoa(y.aside)))
}

// clear deletes what was put aside and lets the disk forget it: ext4 passes by the
// places of files deleted within the last minute, one by one, which makes the next
// site several times as slow. A build at night does not meet that.
func (y *yard) clear() error {
	if err := os.RemoveAll(y.trash()); err != nil {
		return err
	}
	settle()
	time.Sleep(y.rest)
	return nil
}

func appendTo(name, text string) error {
	old, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(old, text...), 0o644)
}

// copyTime is how long the system's own copy of the output takes.
func (y *yard) copyTime() (time.Duration, error) {
	to := filepath.Join(y.dir, "salinan")
	start := time.Now()
	text, err := exec.Command("cp", "-r", y.out(), to).CombinedOutput()
	took := time.Since(start)
	if err != nil {
		return 0, fmt.Errorf("%w: %s", err, text)
	}
	return took, y.putAside(to)
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

func seconds(s float64) string { return fmt.Sprintf("%.2f s", s) }

func line(name, value, bar string) { fmt.Printf("  %-42s %-44s %s\n", name, value, bar) }
