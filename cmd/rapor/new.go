package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/intake"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/maturity"
)

// newFlags are the flags of the three sorts of new.
type newFlags struct {
	name, kind, parent string
	instrument, stage  string
	group              string
	year               int
}

// newCommand makes files to fill in: an institution, an assessment, or sheets
// for people who will never write TOML.
func newCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "new", Short: a.wording.Text("cli-new"), Long: a.wording.Text("cli-new-long"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return usageError{errors.New(a.wording.Text("cli-unknown-command", "new "+args[0], "new instansi, new penilaian, new lembar"))}
		}, Args: cobra.ArbitraryArgs}
	cmd.AddCommand(newInstitutionCommand(a), newAssessmentCommand(a), newSheetsCommand(a))
	return cmd
}

func newInstitutionCommand(a *app) *cobra.Command {
	var flags newFlags
	cmd := &cobra.Command{Use: "instansi SLUG", Short: a.wording.Text("cli-new-institution"), Long: a.wording.Text("cli-new-institution-long"),
		Args: a.exactly(1, "SLUG"), RunE: func(_ *cobra.Command, args []string) error { return a.newInstitution(args[0], flags) }}
	cmd.Flags().StringVar(&flags.name, "nama", "", a.wording.Text("flag-new-name"))
	cmd.Flags().StringVar(&flags.kind, "jenis", "", a.wording.Text("flag-new-kind"))
	cmd.Flags().StringVar(&flags.parent, "induk", "", a.wording.Text("flag-new-parent"))
	return cmd
}

func newAssessmentCommand(a *app) *cobra.Command {
	var flags newFlags
	cmd := &cobra.Command{Use: "penilaian SLUG TAHUN", Short: a.wording.Text("cli-new-assessment"), Long: a.wording.Text("cli-new-assessment-long"),
		Args: a.exactly(2, "SLUG TAHUN"), RunE: func(_ *cobra.Command, args []string) error { return a.newAssessment(args[0], args[1], flags) }}
	a.blankFlags(cmd, &flags)
	return cmd
}

func newSheetsCommand(a *app) *cobra.Command {
	var flags newFlags
	cmd := &cobra.Command{Use: "lembar FOLDER", Short: a.wording.Text("cli-new-sheets"), Long: a.wording.Text("cli-new-sheets-long"),
		Args: a.exactly(1, "FOLDER"), RunE: func(_ *cobra.Command, args []string) error { return a.newSheets(args[0], flags) }}
	a.blankFlags(cmd, &flags)
	cmd.Flags().IntVar(&flags.year, "tahun", 0, a.wording.Text("flag-new-year"))
	cmd.Flags().StringVar(&flags.kind, "jenis", "", a.wording.Text("flag-new-kinds"))
	cmd.Flags().StringVar(&flags.group, "kelompok", "", a.wording.Text("flag-new-group"))
	return cmd
}

func (a *app) blankFlags(cmd *cobra.Command, flags *newFlags) {
	cmd.Flags().StringVar(&flags.instrument, "instrumen", "", a.wording.Text("flag-new-instrument"))
	cmd.Flags().StringVar(&flags.stage, "tahap", string(maturity.StageSelf), a.wording.Text("flag-new-stage"))
}

// exactly wants that many arguments; names say which.
func (a *app) exactly(n int, names string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{errors.New(a.wording.Text("cli-arguments", names))}
		}
		return nil
	}
}

// dataset reads the data folder as it stands. Files with errors are reported
// first: what is new is made from them.
func (a *app) dataset() (*maturity.Dataset, error) {
	root, err := a.openFolder("data", a.common.data)
	switch {
	case err != nil:
		return nil, err
	case root == nil:
		return nil, usageError{errors.New(a.wording.Text("cli-no-data", slashed(a.common.data)))}
	}
	defer root.Close()
	set, problems, err := load.Load(load.Source{Data: root.FS(), DataName: slashed(a.common.data)})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.wording.Text("cli-cannot-read"), err)
	}
	if problems.HasErrors() {
		if err := a.print(a.stderr, &problems); err != nil {
			return nil, err
		}
		return nil, a.verdict(&problems, false)
	}
	return set, nil
}

func (a *app) newInstitution(slug string, flags newFlags) error {
	set, err := a.dataset()
	if err != nil {
		return err
	}
	var kinds []string
	for _, k := range set.Portal.Kinds {
		kinds = append(kinds, k.ID)
	}
	switch {
	case !intake.IsSlug(slug):
		return usageError{errors.New(a.wording.Text("cli-not-a-slug", slug))}
	case strings.TrimSpace(flags.name) == "":
		return usageError{errors.New(a.wording.Text("cli-flag-needs-value", "nama"))}
	case !slices.Contains(kinds, flags.kind):
		return usageError{errors.New(a.wording.Text("cli-flag-one-of", "jenis", flags.kind, strings.Join(kinds, ", ")))}
	case flags.parent != "" && set.Institution(flags.parent) == nil:
		return a.unknownInstitution(set, flags.parent)
	}
	return a.writeNew(intake.NewInstitution(slug, strings.TrimSpace(flags.name), flags.kind, flags.parent))
}

func (a *app) newAssessment(slug, year string, flags newFlags) error {
	n, err := strconv.Atoi(year)
	if err != nil || len(year) != 4 {
		return usageError{errors.New(a.wording.Text("cli-not-a-year", year))}
	}
	set, err := a.dataset()
	if err != nil {
		return err
	}
	inst := set.Institution(slug)
	if inst == nil {
		return a.unknownInstitution(set, slug)
	}
	flags.year = n
	blank, err := a.blank(set, flags)
	if err != nil {
		return err
	}
	blank.Institution = inst
	return a.writeNew(intake.NewAssessment(blank))
}

// blank settles what is to be filled in: an instrument that is named, or the
// only one for that year.
func (a *app) blank(set *maturity.Dataset, flags newFlags) (intake.Blank, error) {
	b := intake.Blank{Year: flags.year, Stage: intake.StageOf(flags.stage)}
	if b.Stage == "" {
		return b, usageError{errors.New(a.wording.Text("cli-flag-one-of", "tahap", flags.stage, diag.Some(stageWords())))}
	}
	var fitting []string
	for _, in := range set.Instruments {
		if in.CoversYear(flags.year) {
			fitting = append(fitting, in.ID)
		}
	}
	switch id := flags.instrument; {
	case id == "" && len(fitting) == 1:
		b.Instrument = set.Instrument(fitting[0])
	case !slices.Contains(fitting, id):
		return b, usageError{errors.New(a.wording.Text("cli-which-instrument", flags.year, diag.Some(fitting)))}
	default:
		b.Instrument = set.Instrument(id)
	}
	return b, nil
}

func stageWords() (out []string) {
	for _, s := range maturity.Stages {
		out = append(out, string(s))
	}
	return out
}

func (a *app) unknownInstitution(set *maturity.Dataset, slug string) error {
	var all []string
	for _, inst := range set.Institutions {
		all = append(all, inst.Slug)
	}
	near := diag.Nearest(slug, all)
	if near == "" {
		near = diag.Some(all)
	}
	return usageError{errors.New(a.wording.Text("cli-unknown-institution", slug, near))}
}

// writeNew writes one new file into the data folder, never over one that is
// there.
func (a *app) writeNew(f intake.File) error {
	name := filepath.Join(a.common.data, filepath.FromSlash(f.Path))
	if err := a.absentFiles([]string{name}); err != nil {
		return err
	}
	if err := (intake.Plan{Files: []intake.File{f}, Data: slashed(a.common.data)}).Write(a.common.data); err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, slashed(name))
	return nil
}

// absentFiles reports those of some files that exist already.
func (a *app) absentFiles(names []string) error {
	var problems diag.List
	for _, name := range names {
		if _, err := os.Lstat(name); err == nil {
			problems.Errorf(diag.Pos{File: slashed(name)}, "cli-exists")
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if !problems.HasErrors() {
		return nil
	}
	if err := a.print(a.stderr, &problems); err != nil {
		return err
	}
	return errReported
}

// newSheets writes one workbook for each institution of a kind or a group.
func (a *app) newSheets(dir string, flags newFlags) error {
	set, err := a.dataset()
	if err != nil {
		return err
	}
	if flags.year == 0 {
		return usageError{errors.New(a.wording.Text("cli-flag-needs-value", "tahun"))}
	}
	units, err := a.units(set, flags)
	if err != nil {
		return err
	}
	blank, err := a.blank(set, flags)
	if err != nil {
		return err
	}
	var names []string
	var books [][]byte
	for _, blank.Institution = range units {
		var b bytes.Buffer
		if err := blank.Form().Write(&b); err != nil {
			return err
		}
		names, books = append(names, filepath.Join(dir, intake.FormName(blank))), append(books, b.Bytes())
	}
	if err := a.absentFiles(names); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for i, name := range names {
		if err := os.WriteFile(name, books[i], 0o644); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.stdout, a.wording.Text("cli-sheets", len(names), slashed(dir)))
	return nil
}

// units are the institutions of a group or of a kind.
func (a *app) units(set *maturity.Dataset, flags newFlags) (out []*maturity.Institution, err error) {
	var groups, kinds []string
	for _, g := range set.Groups {
		groups = append(groups, g.ID)
		if g.ID != flags.group {
			continue
		}
		for _, slug := range g.Members {
			if inst := set.Institution(slug); inst != nil {
				out = append(out, inst)
			}
		}
	}
	for _, k := range set.Portal.Kinds {
		kinds = append(kinds, k.ID)
	}
	wanted := strings.Split(flags.kind, ",")
	for _, inst := range set.Institutions {
		if flags.group == "" && slices.Contains(wanted, inst.Kind) && !inst.Average && inst.LastYear == 0 {
			out = append(out, inst)
		}
	}
	if len(out) == 0 {
		return nil, usageError{errors.New(a.wording.Text("cli-no-units", diag.Some(kinds), diag.Some(groups)))}
	}
	return out, nil
}
