package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/preview"
	"rapor/cmd/rapor/internal/publish"
)

// serveFlags are the flags of serve alone.
type serveFlags struct {
	port         int
	host         string
	open, drafts bool
}

// serveCommand shows the portal to the people who work on it.
func serveCommand(a *app) *cobra.Command {
	var flags serveFlags
	cmd := &cobra.Command{
		Use: "serve", Short: a.wording.Text("cli-serve"), Long: a.wording.Text("cli-serve-long"), Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd, flags) },
	}
	f := cmd.Flags()
	f.IntVar(&flags.port, "port", 8080, a.wording.Text("flag-port"))
	f.StringVar(&flags.host, "host", "", a.wording.Text("flag-host"))
	f.BoolVar(&flags.open, "open", false, a.wording.Text("flag-open"))
	f.BoolVar(&flags.drafts, "drafts", false, a.wording.Text("flag-serve-drafts"))
	return cmd
}

// serve builds, serves and builds again until it is interrupted. The published
// folder is left alone: the preview is built in a folder of its own, which goes
// when it ends, unless --out names one.
func (a *app) serve(cmd *cobra.Command, flags serveFlags) error {
	if flags.port < 0 || flags.port > 65535 {
		return usageError{errors.New(a.wording.Text("cli-port", flags.port))}
	}
	w := &workshop{app: a, cmd: cmd, drafts: flags.drafts, out: a.common.out, keep: cmd.Flags().Changed("out")}
	if !w.keep {
		private, err := os.MkdirTemp("", "rapor-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(private)
		w.out = filepath.Join(private, "situs")
	}
	w.server = preview.New(preview.Options{
		Site: w.out, Folders: []string{a.common.data, a.common.content, a.common.themes}, Build: w.build,
		Type: publish.MediaType, Wording: a.wording, Say: a.say, AnyHost: flags.host != "",
	})
	defer w.server.Close()
	outcome := w.server.Rebuild(a.ctx)
	var usage usageError
	switch {
	case a.ctx.Err() != nil:
		return nil // asked to end, as it always is
	case errors.As(outcome.Err, &usage):
		return outcome.Err
	}
	listener, err := preview.Listen(flags.host, flags.port)
	if err != nil {
		return err
	}
	if got := preview.Port(listener); flags.port != 0 && got != flags.port {
		a.say("serve-port-taken", flags.port, got)
	}
	address := w.server.Address(listener)
	fmt.Fprintln(a.stdout, a.wording.Text("serve-address", address))
	if flags.open {
		if err := preview.OpenBrowser(runtime.GOOS, address); err != nil {
			a.say("serve-no-browser", err)
		}
	}
	return w.server.Run(a.ctx, listener)
}

// workshop builds a preview, over and over.
type workshop struct {
	*app
	cmd    *cobra.Command
	server *preview.Server
	out    string
	keep   bool // out is a folder that somebody named
	drafts bool
	base   string
}

// build builds once and says how it went. Whatever is wrong, the preview goes on.
func (w *workshop) build(ctx context.Context) preview.Outcome {
	start := time.Now()
	outcome, pages, report := w.try(ctx)
	outcome.Base = w.base
	switch faults, warnings := outcome.Problems.Count(); {
	case ctx.Err() != nil:
	case outcome.Err != nil:
		fmt.Fprintf(w.stderr, "rapor: %s\n", w.machineFault(outcome.Err))
	case faults > 0:
		_ = w.print(w.stderr, &outcome.Problems) // the page has them as well
		w.say("cli-problems", faults, warnings)
	default:
		_ = w.print(w.stderr, &outcome.Problems)
		w.say("serve-built", pages, report.Changed+report.Removed, time.Since(start).Seconds())
	}
	return outcome
}

// try goes the way of build, up to the swap.
func (w *workshop) try(ctx context.Context) (outcome preview.Outcome, pages int, report publish.Report) {
	bar := w.newProgress()
	defer bar.stop()
	bar.begin("progress-read", 0)
	known := w.recall(w.cmd, w.out)
	if known != nil {
		known.private = !w.keep
	}
	p, err := w.readPortal(w.cmd, known.decoded())
	if err != nil {
		return preview.Outcome{Err: err}, 0, report
	}
	if address, err := url.Parse(p.set.Portal.BaseURL); err == nil && address.Host != "" {
		w.base = cleanPath(address.Path)
	}
	outcome.Problems = p.problems
	load.Public(p.set, w.drafts)
	date, err := w.date(p.set)
	if err != nil || outcome.Problems.HasErrors() {
		outcome.Err = err
		return outcome, 0, report
	}
	site, problems, err := publish.Open(ctx, known.publishing(publish.Options{Out: w.out, Sources: w.sourceFolders(), NoSync: !w.keep}))
	outcome.Problems.Merge(problems)
	if err != nil || problems.HasErrors() {
		outcome.Err = err
		return outcome, 0, report
	}
	defer site.Abort()
	pages, err = w.fill(site, p, date, work{progress: bar, recall: known})
	var fault themeError
	if errors.As(err, &fault) {
		outcome.Problems.Merge(fault.problems)
		return outcome, pages, report
	}
	if err == nil {
		err = w.server.Replace(func() error {
			report, problems, err = site.Commit(p.origin())
			return err
		})
		outcome.Problems.Merge(problems)
	}
	if err == nil && !problems.HasErrors() {
		if err := known.save(lastReport{Pages: pages}, site, report.Swapped); err != nil {
			w.say("cli-no-memory", w.machineFault(err))
		}
	}
	outcome.Err, outcome.Changed = err, report.Swapped
	return outcome, pages, report
}
