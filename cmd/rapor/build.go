package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/score"
	"rapor/cmd/rapor/internal/theme"
	"rapor/cmd/rapor/internal/view"
)

// buildFlags are the flags of build alone.
type buildFlags struct {
	strict, drafts, noCache bool
	report                  string
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
	f.StringVar(&flags.report, "report", "", a.wording.Text("flag-report"))
	return cmd
}

// build reads, checks, renders and publishes. Until everything is there, the
// output folder is not touched.
func (a *app) build(cmd *cobra.Command, flags buildFlags) error {
	start := time.Now()
	p, err := a.readPortal(cmd)
	if err != nil {
		return err
	}
	date, err := a.date(p.set)
	if err != nil {
		return err
	}
	if err := a.printProblems(&p.problems, flags.strict); err != nil {
		return err
	}
	load.Public(p.set, flags.drafts)
	site, problems, err := publish.Open(a.ctx, publish.Options{Out: a.common.out, Sources: p.folders})
	if err != nil {
		return err
	}
	if err := a.printProblems(&problems, flags.strict); err != nil {
		return err
	}
	defer site.Abort()
	pages, err := a.fill(site, p, date)
	var fault themeError
	if errors.As(err, &fault) {
		return a.printProblems(&fault.problems, flags.strict)
	}
	if err != nil {
		return err
	}
	report, problems, err := site.Commit(publish.Origin{Program: program, InputSHA256: p.set.Digest})
	if err != nil {
		return err
	}
	if err := a.printProblems(&problems, flags.strict); err != nil {
		return err
	}
	return a.report(flags.report, pages, report, time.Since(start))
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
func (a *app) fill(site *publish.Site, p *portal, date string) (int, error) {
	group, ctx := errgroup.WithContext(a.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	b := builder{site: site, portal: p, group: group, ctx: ctx}
	scores := b.assess()
	b.assets()
	pages := b.pages(view.New(p.set, view.Settings{Theme: p.theme, Scores: scores, Date: date}))
	b.data(scores)
	return pages, group.Wait()
}

// builder hands the work of one build to a bounded set of goroutines.
type builder struct {
	site   *publish.Site
	portal *portal
	group  *errgroup.Group
	ctx    context.Context
}

// assess computes every assessment once; pages and data share the results.
func (b *builder) assess() map[*maturity.Assessment]*score.Result {
	out := map[*maturity.Assessment]*score.Result{}
	for _, inst := range b.portal.set.Institutions {
		for _, a := range inst.Assessments {
			r := score.Assess(b.portal.models[a.Instrument], inst, a)
			out[a] = &r
		}
	}
	return out
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
			return b.site.Put(publish.File{Address: asset.Path, Source: diag.Pos{File: asset.Path}, Content: asset.Data})
		})
	}
	b.do(func() error { return b.site.Put(publish.File{Address: ".nojekyll", Source: diag.Pos{File: program}}) })
}

// pages renders every page and returns their number.
func (b *builder) pages(site *view.Site) int {
	count := 0
	for page := range site.Pages() {
		count++
		b.do(func() error {
			html, err := b.portal.theme.Render(page.Build())
			if err != nil {
				return themeFault(err)
			}
			return b.site.Put(publish.File{Address: page.Path, Source: diag.Pos{File: page.Source}, Content: html})
		})
	}
	return count
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

// series puts the results of every institution in a row, and all of them together.
func (b *builder) series(scores map[*maturity.Assessment]*score.Result) ([]*analysis.Series, *analysis.Census) {
	all := make([]*analysis.Series, len(b.portal.set.Institutions))
	for i, inst := range b.portal.set.Institutions {
		all[i] = analysis.NewSeries(inst, resultsOf(inst, scores))
	}
	return all, analysis.NewCensus(all)
}

// data writes the JSON of every instrument, institution and assessment.
func (b *builder) data(scores map[*maturity.Assessment]*score.Result) {
	set := b.portal.set
	for _, in := range set.Instruments {
		b.do(func() error {
			content, err := export.Instrument(in, program)
			if err != nil {
				return err
			}
			return b.site.Put(publish.File{Address: export.InstrumentFile(in.ID), Source: in.Pos, Content: content})
		})
	}
	all, census := b.series(scores)
	for i, inst := range set.Institutions {
		b.do(func() error {
			for _, a := range inst.Assessments {
				content, err := export.Assessment(inst, a, scores[a], program)
				if err != nil {
					return err
				}
				address := fmt.Sprintf("instansi/%s/%d.json", inst.Slug, a.Year)
				if err := b.site.Put(publish.File{Address: address, Source: a.Pos, Content: content}); err != nil {
					return err
				}
			}
			content, err := export.Institution(inst, b.facts(all[i], census, scores), program)
			if err != nil {
				return err
			}
			return b.site.Put(publish.File{Address: "instansi/" + inst.Slug + ".json", Source: inst.Pos, Content: content})
		})
	}
}

func resultsOf(inst *maturity.Institution, scores map[*maturity.Assessment]*score.Result) []score.Result {
	out := make([]score.Result, len(inst.Assessments))
	for i, a := range inst.Assessments {
		out[i] = *scores[a]
	}
	return out
}

// facts works out what the newest result of an institution says.
func (b *builder) facts(s *analysis.Series, census *analysis.Census, scores map[*maturity.Assessment]*score.Result) export.Facts {
	facts := export.Facts{Series: s, Paths: analysis.Paths(b.portal.set, s, census.Settled())}
	if latest := s.Latest(); latest != nil {
		a := latest.Assessment
		facts.Priorities = analysis.Prioritise(s, a, scores[a].Computed(), census.Peers(s, latest), facts.Paths)
		facts.Change = s.Decompose(latest)
	}
	return facts
}

// buildReport is the file of --report.
type buildReport struct {
	Program string `json:"program"`
	Pages   int    `json:"halaman"`
	Files   int    `json:"berkas"`
	Changed int    `json:"berubah"`
	Reused  int    `json:"dipakai_ulang"`
	Removed int    `json:"dihapus"`
	Bytes   int64  `json:"bita"`
}

// report prints the line at the end and writes the file of --report.
func (a *app) report(name string, pages int, r publish.Report, took time.Duration) error {
	if r.Litter != nil {
		a.say("cli-litter", r.Litter)
	}
	if !a.common.quiet {
		fmt.Fprintln(a.stdout, a.wording.Text("cli-built", pages, r.Files, r.Changed, r.Reused, r.Removed,
			float64(r.Bytes)/1e6, took.Seconds(), slashed(a.common.out)))
	}
	if name == "" {
		return nil
	}
	content, err := json.MarshalIndent(buildReport{program, pages, r.Files, r.Changed, r.Reused, r.Removed, r.Bytes}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(content, '\n'), 0o644)
}
