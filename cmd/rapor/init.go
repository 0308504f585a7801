package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/starter"
	"rapor/content"
	"rapor/data"
)

// initFlags are the flags of init alone.
type initFlags struct {
	from, institution, ci string
}

// initCommand makes a new portal in an empty folder.
func initCommand(a *app) *cobra.Command {
	var flags initFlags
	cmd := &cobra.Command{Use: "init FOLDER", Short: a.wording.Text("cli-init"), Long: a.wording.Text("cli-init-long"),
		Args: a.exactly(1, "FOLDER"), RunE: func(_ *cobra.Command, args []string) error { return a.init(args[0], flags) }}
	cmd.Flags().StringVar(&flags.from, "from", "", a.wording.Text("flag-init-from"))
	cmd.Flags().StringVar(&flags.institution, "instansi", "", a.wording.Text("flag-init-institution"))
	cmd.Flags().StringVar(&flags.ci, "ci", "none", a.wording.Text("flag-init-ci"))
	return cmd
}

func (a *app) init(dir string, flags initFlags) error {
	opt := starter.Options{From: flags.from, Institution: flags.institution, Data: data.FS, Content: content.FS}
	if opt.From == "" && opt.Institution != "" {
		opt.From = "provinsi"
	} else if opt.From == "" {
		opt.From = "kosong"
	}
	if err := a.oneOf("from", opt.From, starter.Origins); err != nil {
		return err
	}
	if (opt.From == "provinsi") != (opt.Institution != "") {
		return usageError{errors.New(a.wording.Text("cli-init-institution"))}
	}
	for name := range strings.SplitSeq(flags.ci, ",") {
		if err := a.oneOf("ci", name, append(slices.Clone(starter.CI), "none")); err != nil {
			return err
		}
		if name != "none" {
			opt.CI = append(opt.CI, name)
		}
	}
	if err := a.emptyFolder(dir); err != nil {
		return err
	}
	files, err := starter.Portal(opt)
	var unknown starter.UnknownInstitution
	if errors.As(err, &unknown) {
		near := diag.Nearest(unknown.Slug, unknown.Known)
		if near == "" {
			near = diag.Some(unknown.Known)
		}
		return usageError{errors.New(a.wording.Text("cli-unknown-institution", unknown.Slug, near))}
	}
	if err != nil {
		return err
	}
	if err := writeFolder(dir, files); err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, a.wording.Text("cli-init-done", slashed(dir), len(files)))
	a.say("cli-init-next", slashed(dir))
	return nil
}

// emptyFolder refuses a folder that holds anything, and what is no folder.
func (a *app) emptyFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil && len(entries) == 0:
		return nil
	case err != nil && !errors.Is(err, fs.ErrPermission):
		if info, statErr := os.Stat(dir); statErr != nil || info.IsDir() {
			return err
		}
	case err != nil:
		return err
	}
	var problems diag.List
	problems.Errorf(diag.Pos{File: slashed(dir)}, "cli-not-empty")
	if err := a.print(a.stderr, &problems); err != nil {
		return err
	}
	return errReported
}

// writeFolder writes all files or none: first into a folder of their own, then
// each part of it is moved into place.
func writeFolder(dir string, files map[string][]byte) (err error) {
	_, statErr := os.Stat(dir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	staging, err := os.MkdirTemp(dir, ".rapor-init-")
	if err != nil {
		return err
	}
	var moved []string
	defer func() {
		if err != nil {
			for _, name := range moved {
				err = errors.Join(err, os.RemoveAll(name))
			}
		}
		err = errors.Join(err, os.RemoveAll(staging))
		if err != nil && errors.Is(statErr, fs.ErrNotExist) {
			err = errors.Join(err, os.Remove(dir))
		}
	}()
	if err := writeFiles(staging, files); err != nil {
		return err
	}
	parts, err := os.ReadDir(staging)
	if err != nil {
		return err
	}
	for _, part := range parts {
		to := filepath.Join(dir, part.Name())
		if err := os.Rename(filepath.Join(staging, part.Name()), to); err != nil {
			return err
		}
		moved = append(moved, to)
	}
	return nil
}

// writeFiles writes files below a folder. Scripts may be run.
func writeFiles(dir string, files map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return err
		}
		mode := fs.FileMode(0o644)
		if strings.HasSuffix(name, ".sh") {
			mode = 0o755
		}
		if err := os.WriteFile(full, files[name], mode); err != nil {
			return err
		}
	}
	return nil
}
