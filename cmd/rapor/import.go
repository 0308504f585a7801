package main

import (
	"errors"
	"fmt"

	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/intake"
)

// importFlags are the flags of import alone.
type importFlags struct {
	form, sheet  string
	dryRun, bare bool
	ignore       []string
	common       map[string]*string // what all rows have in common, by column
}

// commonColumns are the flags by which a table's unsaid columns are given.
var commonColumns = []struct{ flag, column, words string }{
	{"instansi", "slug", "flag-common-instansi"}, {"tahun", "tahun", "flag-common-tahun"}, {"instrumen", "instrumen", "flag-common-instrumen"},
	{"tahap", "tahap", "flag-common-tahap"}, {"jenis", "jenis", "flag-common-jenis"}, {"sumber", "sumber", "flag-common-sumber"},
}

// formNames are the tables that can be imported, as --bentuk names them.
func formNames() (out []string) {
	for _, f := range intake.Forms {
		out = append(out, string(f))
	}
	return append(out, string(intake.FormSheets))
}

// importCommand turns a CSV or XLSX table into data files.
func importCommand(a *app) *cobra.Command {
	var flags importFlags
	cmd := &cobra.Command{
		Use: "import FILE", Short: a.wording.Text("cli-import"), Long: a.wording.Text("cli-import-long"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New(a.wording.Text("cli-one-file"))}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if flags.form == string(intake.FormSheets) {
				return a.importFolder(args[0], flags)
			}
			return a.importFile(args[0], flags)
		},
	}
	f := cmd.Flags()
	f.StringVar(&flags.form, "bentuk", "", a.wording.Text("flag-form"))
	f.BoolVar(&flags.dryRun, "dry-run", false, a.wording.Text("flag-dry-run"))
	f.BoolVar(&flags.bare, "tanpa-catatan", false, a.wording.Text("flag-no-notes"))
	f.StringVar(&flags.sheet, "lembar", "", a.wording.Text("flag-sheet"))
	f.StringSliceVar(&flags.ignore, "abaikan", nil, a.wording.Text("flag-ignore"))
	flags.common = map[string]*string{}
	for _, c := range commonColumns {
		flags.common[c.column] = f.String(c.flag, "", a.wording.Text(c.words))
	}
	return cmd
}

// importFile plans the whole import, shows it or writes it: all or nothing.
func (a *app) importFile(name string, flags importFlags) error {
	if known := formNames(); !slices.Contains(known, flags.form) {
		return usageError{errors.New(a.wording.Text("cli-form-needed", strings.Join(known, ", ")))}
	}
	if err := a.regularFile(name, "cli-no-file"); err != nil {
		return err
	}
	table, err := os.Open(name)
	if err != nil {
		return err
	}
	defer table.Close()
	options := intake.Options{Form: intake.Form(flags.form), File: slashed(name), Reader: table, DataName: slashed(a.common.data), SkipNotes: flags.bare,
		Sheet: flags.sheet, Ignore: flags.ignore, Common: map[string]string{}}
	for column, text := range flags.common {
		options.Common[column] = strings.TrimSpace(*text)
	}
	root, err := a.openFolder("data", a.common.data)
	if err != nil {
		return err
	}
	if root != nil {
		defer root.Close()
		options.Data = root.FS()
	}
	plan, problems, err := intake.Import(options)
	if err != nil {
		return err
	}
	return a.finishImport(plan, problems, flags)
}

// importFolder takes a folder of filled sheets back.
func (a *app) importFolder(name string, flags importFlags) error {
	folder, err := a.openFolder("bentuk lembar", name)
	switch {
	case err != nil:
		return err
	case folder == nil:
		return usageError{errors.New(a.wording.Text("cli-no-folder", name, "bentuk lembar"))}
	}
	defer folder.Close()
	options := intake.Options{File: slashed(name), DataName: slashed(a.common.data)}
	data, err := a.openFolder("data", a.common.data)
	if err != nil {
		return err
	}
	if data != nil {
		defer data.Close()
		options.Data = data.FS()
	}
	plan, problems, err := intake.ImportFolder(options, folder.FS())
	if err != nil {
		return err
	}
	return a.finishImport(plan, problems, flags)
}

// finishImport says what was found and shows or writes the plan.
func (a *app) finishImport(plan intake.Plan, problems diag.List, flags importFlags) error {
	for _, note := range plan.Notes {
		a.say(note.Key, note.Args...)
	}
	if faults, warnings := problems.Count(); faults+warnings > 0 {
		if err := a.print(a.stderr, &problems); err != nil {
			return err
		}
		a.say("cli-problems", faults, warnings)
		if faults > 0 {
			return errReported
		}
	}
	if flags.dryRun {
		return plan.Diff(a.stdout)
	}
	if err := plan.Write(a.common.data); err != nil {
		return err
	}
	made, completed := plan.Count()
	fmt.Fprintln(a.stdout, a.wording.Text("cli-imported", made, completed))
	return nil
}

// regularFile refuses what is no file: one that does not exist, which is wrong
// usage worded by missing, and folders, pipes and devices, which are never opened.
func (a *app) regularFile(name, missing string) error {
	info, err := os.Stat(name)
	switch {
	case absent(err):
		return usageError{errors.New(a.wording.Text(missing, slashed(name)))}
	case err != nil || info.Mode().IsRegular():
		return err
	}
	var problems diag.List
	problems.Errorf(diag.Pos{File: slashed(name)}, "load-not-regular")
	if err := a.print(a.stderr, &problems); err != nil {
		return err
	}
	return errReported
}
