package main

import (
	"errors"
	"io/fs"
	"os"
	"runtime"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/export"
	"rapor/cmd/rapor/internal/publish"
	"rapor/cmd/rapor/internal/score"
)

// verifyCommand checks a built site, here or a copy of it from anywhere.
func verifyCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "verify [DIR]", Short: a.wording.Text("cli-verify"), Long: a.wording.Text("cli-verify-long"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{errors.New(a.wording.Text("cli-extra-argument", args[1]))}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return a.verify(args[0])
			}
			return a.verify(a.common.out)
		},
	}
}

// verify compares every file with the manifest and recomputes every computed
// number from the published JSON. The two are independent: a figure that was
// changed together with its line in the manifest is found as well.
func (a *app) verify(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		if info, statErr := os.Stat(dir); errors.Is(err, fs.ErrNotExist) || statErr == nil && !info.IsDir() {
			return usageError{errors.New(a.wording.Text("cli-no-site", dir))}
		}
		return err
	}
	defer root.Close()
	_, problems, err := publish.Verify(a.ctx, dir)
	if err != nil {
		return err
	}
	files, wrong, err := a.figures(root.FS(), slashed(dir))
	if err != nil {
		return err
	}
	problems.Merge(wrong)
	if err := a.print(a.stdout, &problems); err != nil {
		return err
	}
	if found, _ := problems.Count(); found > 0 {
		a.say("cli-verify-failed", slashed(dir), found)
		return errReported
	}
	a.say("cli-verified", slashed(dir), files)
	return nil
}

// figures makes everything that is computed anew from the JSON of institutions and
// years, and returns how many such files there are. Tables are compared where that
// JSON agrees with itself: else each of them would repeat what is wrong there.
func (a *app) figures(site fs.FS, dir string) (files int, problems diag.List, err error) {
	published, problems, err := export.Read(site, dir)
	if err != nil {
		return 0, problems, err
	}
	study := analysis.NewStudy(published.Set, score.NewModels(published.Set.Instruments))
	wrong, err := a.recompute(published, study)
	if err != nil {
		return 0, problems, err
	}
	problems.Merge(wrong)
	if problems.HasErrors() {
		return published.Files, problems, nil
	}
	wrong, err = a.tables(site, dir, study)
	problems.Merge(wrong)
	return published.Files, problems, err
}

// recompute makes the JSON of every institution and year anew, as a build does
// but from what is published, and compares the computed numbers.
func (a *app) recompute(published *export.Published, study *analysis.Study) (diag.List, error) {
	set := published.Set
	lists := make([]diag.List, len(set.Institutions))
	group, ctx := errgroup.WithContext(a.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, inst := range set.Institutions {
		group.Go(func() error {
			for _, year := range inst.Assessments {
				if err := ctx.Err(); err != nil {
					return err
				}
				content, err := export.Assessment(inst, year, study.Result(year), program)
				if err != nil {
					return err
				}
				wrong, err := published.CompareAssessment(inst.Slug, year.Year, content)
				if err != nil {
					return err
				}
				lists[i].Merge(wrong)
			}
			content, err := export.Institution(inst, study.Findings(inst), program)
			if err != nil {
				return err
			}
			wrong, err := published.CompareInstitution(inst.Slug, content)
			lists[i].Merge(wrong)
			return err
		})
	}
	err := group.Wait()
	var problems diag.List
	for _, list := range lists {
		problems.Merge(list)
	}
	return problems, err
}
