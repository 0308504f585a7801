package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/theme"
	"rapor/cmd/rapor/internal/view"
)

// buildFlags are the flags of build alone.
type buildFlags struct {
	strict, drafts, noCache bool
	compress                bool
	cards                   string // on or off
	report, revision        string
	guard                   guardFlags
}

// buildCommand makes the site.
func buildCommand(a *app) *cobra.Command {
	var flags buildFlags
	cmd := &cobra.Command{
		Use: "build", Short: a.wording.Text("cli-build"), Long: a.wording.Text("cli-build-long"), Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.build(cmd, flags) },
	}
	f := cmd.Flags()
	f.BoolVar(&flags.strict, "strict", false, a.wording.Text("flag-strict"))
	f.BoolVar(&flags.drafts, "drafts", false, a.wording.Text("flag-drafts"))
	f.BoolVar(&flags.noCache, "no-cache", false, a.wording.Text("flag-no-cache"))
	f.BoolVar(&flags.compress, "compress", false, a.wording.Text("flag-compress"))
	f.StringVar(&flags.guard.previous, "previous", "", a.wording.Text("flag-previous"))
	f.StringVar(&flags.guard.mode, "guard", "", a.wording.Text("flag-guard"))
	f.StringVar(&flags.cards, "cards", "on", a.wording.Text("flag-cards"))
	f.StringVar(&flags.revision, "revisi", "", a.wording.Text("flag-revision"))
	f.StringVar(&flags.report, "report", "", a.wording.Text("flag-report"))
	return cmd
}

// revisionLetters are what the name of a revision may hold: it becomes part of
// addresses.
const revisionLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_"

// check refuses values that mean nothing, and a report where it would do harm: in
// the published site it is a foreign file, among the sources an unknown one.
func (f *buildFlags) check(a *app) error {
	if err := f.guard.resolve(a); err != nil {
		return err
	}
	if f.cards != "on" && f.cards != "off" {
		return usageError{errors.New(a.wording.Text("cli-cards", f.cards))}
	}
	if strings.Trim(f.revision, revisionLetters) != "" {
		return usageError{errors.New(a.wording.Text("cli-flag-value", "revisi", f.revision))}
	}
	if f.report == "" {
		return nil
	}
	dir := filepath.Dir(f.report)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return usageError{errors.New(a.wording.Text("cli-no-folder", dir, "report"))}
	}
	for _, folder := range append(a.sourceFolders(), a.common.out) {
		if publish.Holds(folder, f.report) {
			return usageError{errors.New(a.wording.Text("cli-report-inside", f.report, folder))}
		}
	}
	return nil
}

// build reads, checks, renders and publishes. Until everything is there, the
// output folder is not touched.
func (a *app) build(cmd *cobra.Command, flags buildFlags) error {
	if err := flags.check(a); err != nil {
		return err
	}
	tuneMemory()
	start, bar := time.Now(), a.newProgress()
	defer bar.stop()
	bar.begin("progress-read", 0)
	var known *recall
	if !flags.noCache {
		known = a.recall(cmd, a.common.out)
		if flags.guard.mode == "" { // the guard looks at another site as well
			if done, err := a.standing(known, flags, start, bar); done || err != nil {
				return err
			}
		}
	}
	p, err := a.readPortal(cmd, known.decoded())
	if err != nil {
		return err
	}
	load.Public(p.set, flags.drafts) // before the date is taken: that of a draft must not show
	limitMemory(len(p.set.Institutions))
	date, err := a.date(p.set)
	if err != nil {
		return err
	}
	if err := a.printProblems(&p.problems, flags.strict); err != nil {
		return err
	}
	problems, err := a.guard(flags.guard, p)
	if err != nil {
		return err
	}
	if err := a.printProblems(&problems, flags.strict); err != nil {
		return err
	}
	site, problems, err := publish.Open(a.ctx, known.publishing(publish.Options{Out: a.common.out, Sources: a.sourceFolders()}))
	if err != nil {
		return err
	}
	if err := a.printProblems(&problems, flags.strict); err != nil {
		return err
	}
	defer site.Abort()
	w := work{progress: bar, recall: known, revision: flags.revision}
	if flags.compress {
		w.squeeze = new(squeeze)
	}
	if flags.cards == "on" {
		w.cards = new(drawing)
	}
	pages, err := a.fill(site, p, date, w)
	bar.begin("progress-publish", 0)
	var fault themeError
	if errors.As(err, &fault) {
		return a.printProblems(&fault.problems, flags.strict)
	}
	if err != nil {
		return err
	}
	report, problems, err := site.Commit(p.origin())
	if err != nil {
		return err
	}
	if err := a.printProblems(&problems, flags.strict); err != nil {
		return err
	}
	last := lastReport{pages, w.squeeze.report(), p.problems.Sorted(), w.cards.report()}
	if err := known.save(last, site, report.Swapped); err != nil {
		a.say("cli-no-memory", a.machineFault(err))
	}
	bar.stop()
	return a.report(flags, last, report, start)
}

// standing ends a build that has nothing to do: every source file, the program
// and the flags are those of the last build, and the site stands as it left it.
func (a *app) standing(known *recall, flags buildFlags, start time.Time, bar *progress) (bool, error) {
	if !known.unchanged() {
		return false, nil
	}
	site, problems, err := publish.Open(a.ctx, known.publishing(publish.Options{Out: a.common.out, Sources: a.sourceFolders()}))
	if err != nil || problems.HasErrors() {
		return false, nil // the whole way says it
	}
	defer site.Abort()
	report, intact := site.Intact()
	if !intact {
		return false, nil
	}
	last := known.last()
	var warnings diag.List
	for _, w := range last.Warnings {
		warnings.Warnf(w.Pos, w.Key, w.Args...)
	}
	if err := a.printProblems(&warnings, flags.strict); err != nil {
		return true, err
	}
	bar.stop()
	return true, a.report(flags, last, report, start)
}

// tuneMemory lets garbage pile up to four times what lives: a build makes much
// and keeps little. Where much lives, limitMemory brings the collector back to
// work before a build of 25,000 institutions takes more than 1.5 GB.
func tuneMemory() { debug.SetGCPercent(400) }

// limitMemory sets the limit by the size of the portal: a small one is built
// within 400 MB.
func limitMemory(institutions int) {
	const least, each, most = 300 << 20, 40 << 10, 1300 << 20
	debug.SetMemoryLimit(min(most, least+int64(institutions)*each))
}

// program names itself in what it publishes.
const program = "rapor " + Version

// printProblems prints a list to stderr and fails where it forbids publishing.
func (a *app) printProblems(problems *diag.List, strict bool) error {
	faults, warnings := problems.Count()
	if faults+warnings == 0 {
		return nil
	}
	if err := a.print(a.stderr, problems); err != nil {
		return err
	}
	a.say("cli-problems", faults, warnings)
	if faults > 0 || strict && warnings > 0 {
		a.say("cli-untouched", a.common.out)
		return errReported
	}
	return nil
}

// fill puts every file of the site into the staging folder, in parallel and as
// they come, so that memory does not grow with the site. It returns the number
// of pages.
func (a *app) fill(site *publish.Site, p *portal, date string, w work) (int, error) {
	group, ctx := errgroup.WithContext(a.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	b := builder{site: site, portal: p, group: group, ctx: ctx, work: w}
	study := p.study()
	data := newDataFiles(study)
	all := view.New(p.set, view.Settings{Theme: p.theme, Study: study, Date: date, Program: program, Cards: w.cards != nil, Data: data.listed(), Dictionary: data.dictionary(), Revision: w.revision})
	b.recall.digest(date, p.theme.Templates, all.Fact, data.fact)
	b.assets()
	pages := b.pages(all)
	b.index(all)
	b.shares(all)
	b.drawings(all)
	b.data(data)
	b.identity()
	b.sideBySide(study)
	b.changes(all)
	b.hosting(all)
	b.fileSchemas()
	b.discovery(all)
	if err := group.Wait(); err != nil {
		return pages, err
	}
	return pages, b.describe(data, date)
}

// work is what a build does besides the site: compressing, and showing how far
// it is. The zero value does neither.
type work struct {
	squeeze  *squeeze
	cards    *drawing
	progress *progress
	recall   *recall
	revision string // of the data's repository
}

// builder hands the work of one build to a bounded set of goroutines.
type builder struct {
	work
	site   *publish.Site
	portal *portal
	group  *errgroup.Group
	ctx    context.Context
}

// do runs one piece of work unless the build has failed already.
func (b *builder) do(work func() error) {
	b.group.Go(func() error {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		return work()
	})
}

func (b *builder) assets() {
	for _, asset := range b.portal.theme.Assets() {
		b.do(func() error {
			_, err := b.emit(output{address: asset.Path, source: diag.Pos{File: asset.File}, make: func(content *bytes.Buffer) ([]string, error) {
				content.Write(asset.Data)
				return nil, nil
			}})
			return err
		})
	}
}

// pages renders every page and returns their number.
func (b *builder) pages(site *view.Site) int {
	count := 0
	for range site.Pages() {
		count++
	}
	b.progress.begin("progress-pages", count)
	for page := range site.Pages() {
		b.do(func() error {
			defer b.progress.step()
			_, err := b.emit(b.page(page))
			return err
		})
	}
	return count
}

// page is a page that is still to be made.
func (b *builder) page(page view.Page) output {
	return output{address: page.Path, source: diag.Pos{File: page.Source}, look: readLook + page.Layout, make: func(html *bytes.Buffer) ([]string, error) {
		var built theme.Page
		reads := []string{readAll}
		if page.Trace != nil {
			built, reads = page.Trace()
		} else {
			built = page.Build()
		}
		if err := b.portal.theme.RenderTo(html, built); err != nil {
			return nil, themeFault(err)
		}
		return reads, nil
	}}
}

// themeError is a fault that only shows while a page is rendered.
type themeError struct{ problems diag.List }

func (e themeError) Error() string { return "theme" }

func themeFault(err error) error {
	pos, message := theme.Place(err)
	var list diag.List
	list.Errorf(pos, "cli-template", message)
	return themeError{list}
}

// identity writes the portal's own logo and accent colour.
func (b *builder) identity() {
	portal := &b.portal.set.Portal
	for address, content := range map[string][]byte{view.LogoFile: portal.LogoSVG, view.AccentFile: theme.AccentSheet(portal.Accent)} {
		if content == nil {
			continue
		}
		b.do(func() error {
			_, err := b.emit(output{address: address, source: portal.Pos, make: func(out *bytes.Buffer) ([]string, error) {
				out.Write(content)
				return nil, nil
			}})
			return err
		})
	}
}

// sideBySide writes what the page of comparisons reads.
func (b *builder) sideBySide(study *analysis.Study) {
	for _, f := range export.SideBySide(study) {
		b.do(func() error {
			content, err := f.Make()
			if err != nil {
				return err
			}
			return b.put(publish.File{Address: f.Address, Source: diag.Pos{File: f.Address}, Content: content})
		})
	}
}

// buildReport is the file of --report, and what the line at the end says.
type buildReport struct {
	Program    string          `json:"program"`
	Pages      int             `json:"halaman"`
	Files      int             `json:"berkas"`
	Changed    int             `json:"berubah"`
	Reused     int             `json:"dipakai_ulang"`
	Removed    int             `json:"dihapus"`
	Bytes      int64           `json:"bita"`
	Seconds    float64         `json:"detik"`
	PeakMemory int64           `json:"memori_puncak"` // bytes
	Cards      *cardsReport    `json:"kartu,omitempty"`
	Compressed *compressReport `json:"kompresi,omitempty"`
	Guard      string          `json:"penjaga,omitempty"` // on, off or first; absent where nothing was compared
}

// report prints the line at the end and writes the file of --report.
func (a *app) report(flags buildFlags, last lastReport, done publish.Report, start time.Time) error {
	r := buildReport{Program: program, Pages: last.Pages, Files: done.Files, Changed: done.Changed, Reused: done.Reused, Removed: done.Removed,
		Bytes: done.Bytes, Seconds: time.Since(start).Seconds(), PeakMemory: peakMemory(), Cards: last.Cards, Compressed: last.Compressed, Guard: flags.guard.mode}
	if done.Litter != nil {
		a.say("cli-litter", a.machineFault(done.Litter))
	}
	if !a.common.quiet {
		fmt.Fprintln(a.stdout, a.wording.Text("cli-built", r.Pages, r.Files, r.Changed, r.Reused, r.Removed,
			float64(r.Bytes)/1e6, r.Seconds, float64(r.PeakMemory)/1e6, slashed(a.common.out)))
		if c := r.Cards; c != nil {
			fmt.Fprintln(a.stdout, a.wording.Text("cli-drawn", c.Files, float64(c.Bytes)/1e6, c.Seconds))
		}
		if c := r.Compressed; c != nil {
			fmt.Fprintln(a.stdout, a.wording.Text("cli-compressed", c.Files, float64(c.Before)/1e6, float64(c.Gzip)/1e6, float64(c.Brotli)/1e6, c.Seconds))
		}
	}
	if flags.report == "" {
		return nil
	}
	content, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(flags.report, append(content, '\n'), 0o644)
}
