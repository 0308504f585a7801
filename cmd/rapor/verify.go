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
	published, wrong, err := export.Read(root.FS(), slashed(dir))
	if err != nil {
		return err
	}
	tables, found, err := a.recompute(published)
	if err != nil {
		return err
	}
	wrong.Merge(found)
	problems.Merge(wrong)
	if err := a.print(a.stdout, &problems); err != nil {
		return err
	}
	if found, _ := problems.Count(); found > 0 {
		a.say("cli-verify-failed", slashed(dir), found)
		return errReported
	}
	a.say("cli-verified", slashed(dir), published.Files, tables)
	return nil
}

// recompute makes everything that is computed anew, as a build does but from what
// is published, and compares the numbers. Tables are compared where institutions
// and years agree with themselves: else each table would repeat what is wrong
// there. It tells how many tables were compared.
func (a *app) recompute(published *export.Published) (tables int, problems diag.List, err error) {
	study := analysis.NewStudy(published.Set, score.NewModels(published.Set.Instruments))
	if problems, err = a.recomputeInstitutions(published, study); err != nil || problems.HasErrors() {
		return 0, problems, err
	}
	all := published.Tables(study)
	problems, err = a.inOrder(len(all), func(i int) (diag.List, error) { return published.CompareTable(&all[i]) })
	return len(all), problems, err
}

// recomputeInstitutions makes the JSON of every institution and year anew.
func (a *app) recomputeInstitutions(published *export.Published, study *analysis.Study) (diag.List, error) {
	all := published.Set.Institutions
	return a.inOrder(len(all), func(i int) (problems diag.List, err error) {
		inst := all[i]
		for _, year := range inst.Assessments {
			content, err := export.Assessment(inst, year, study.Result(year), program)
			if err != nil {
				return problems, err
			}
			wrong, err := published.CompareAssessment(inst.Slug, year.Year, content)
			if err != nil {
				return problems, err
			}
			problems.Merge(wrong)
		}
		content, err := export.Institution(inst, study.Findings(inst), program)
		if err != nil {
			return problems, err
		}
		wrong, err := published.CompareInstitution(inst.Slug, content)
		problems.Merge(wrong)
		return problems, err
	})
}

// inOrder does n pieces of work on all processors and puts their problems together
// in the order of the pieces.
func (a *app) inOrder(n int, work func(int) (diag.List, error)) (problems diag.List, err error) {
	lists := make([]diag.List, n)
	group, ctx := errgroup.WithContext(a.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		group.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			lists[i], err = work(i)
			return err
		})
	}
	err = group.Wait()
	for _, list := range lists {
		problems.Merge(list)
	}
	return problems, err
}
