package main

import (
	"bytes"
	"errors"
	"os"
	"path"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"rapor/cmd/rapor/internal/changes"
	"rapor/cmd/rapor/internal/maturity"
)

// diffFormats are the values of diff --format.
var diffFormats = []string{"text", "markdown", "json"}

// diffCommand tells what changed between two publications.
func diffCommand(a *app) *cobra.Command {
	var format string
	var save bool
	cmd := &cobra.Command{
		Use: "diff OLD NEW", Short: a.wording.Text("cli-diff"), Long: a.wording.Text("cli-diff-long"),
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) < 2:
				return usageError{errors.New(a.wording.Text("cli-diff-two"))}
			case len(args) > 2:
				return usageError{errors.New(a.wording.Text("cli-extra-argument", args[2]))}
			}
			return a.oneOf("format", format, diffFormats)
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.diff(args[0], args[1], format, save) },
	}
	cmd.Flags().StringVar(&format, "format", "text", a.wording.Text("flag-diff-format"))
	cmd.Flags().BoolVar(&save, "simpan", false, a.wording.Text("flag-save"))
	return cmd
}

// diff compares, prints and, where asked, records.
func (a *app) diff(oldDir, newDir, format string, save bool) error {
	day := ""
	if save {
		var err error
		if day, err = a.recordDay(); err != nil {
			return err
		}
	}
	old, problems, err := a.edition(oldDir)
	if err != nil {
		return err
	}
	now, found, err := a.edition(newDir)
	if err != nil {
		return err
	}
	problems.Merge(found)
	if err := a.print(a.stderr, &problems); err != nil {
		return err
	}
	if old == nil || now == nil {
		return errReported
	}
	p := &maturity.Publication{Date: day, From: old.Digest(), To: now.Digest(), Changes: changes.Between(old, now)}
	text, err := changes.Print(p, format, a.wording)
	if err != nil {
		return err
	}
	if _, err := a.stdout.Write(text); err != nil || !save {
		return err
	}
	return a.record(p)
}

// recordDay is the day under which changes are recorded. It has to be said:
// the program has no clock.
func (a *app) recordDay() (string, error) {
	day, err := a.statedDate()
	if err == nil && day == "" {
		err = usageError{errors.New(a.wording.Text("cli-diff-date"))}
	}
	if _, parse := time.Parse(time.DateOnly, day); err == nil && parse != nil {
		err = usageError{errors.New(a.wording.Text("cli-date", day))}
	}
	if info, stat := os.Stat(a.common.data); err == nil && (stat != nil || !info.IsDir()) {
		err = usageError{errors.New(a.wording.Text("cli-no-folder", a.common.data, "data"))}
	}
	return day, err
}

// record writes data/perubahan/<day>.json. A second publication of a day stands
// after the first in the same file.
func (a *app) record(p *maturity.Publication) error {
	if len(p.Changes) == 0 {
		a.say("cli-diff-nothing")
		return nil
	}
	dir := filepath.Join(a.common.data, "perubahan")
	was, problems, err := history(dir, path.Join(slashed(a.common.data), "perubahan"))
	if err != nil {
		return err
	}
	if faults, _ := problems.Count(); faults > 0 {
		if err := a.print(a.stderr, &problems); err != nil {
			return err
		}
		return errReported
	}
	return a.writeRecords(dir, was, changes.Supersede(was, p))
}

// writeRecords writes the days that differ and removes those that are empty.
func (a *app) writeRecords(dir string, was, now []*maturity.Publication) error {
	days := map[string][]*maturity.Publication{}
	for _, p := range was {
		days[p.Date] = nil
	}
	for _, p := range now {
		days[p.Date] = append(days[p.Date], p)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for day, list := range days {
		name := filepath.Join(dir, day+".json")
		if len(list) == 0 {
			if err := os.Remove(name); err != nil {
				return err
			}
			continue
		}
		content, err := changes.Record(list)
		if err != nil {
			return err
		}
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, content) {
			continue
		}
		if err := replaceFile(name, content); err != nil {
			return err
		}
		a.say("cli-diff-saved", slashed(name))
	}
	return nil
}
