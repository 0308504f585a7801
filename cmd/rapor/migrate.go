package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/toml"
)

// migrateCommand brings older files to the present format. Format 1 is the
// first, so what is older is a portal.toml that does not say its format yet.
func migrateCommand(a *app) *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use: "migrate", Short: a.wording.Text("cli-migrate"), Long: a.wording.Text("cli-migrate-long"), Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error { return a.migrate(dryRun) },
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, a.wording.Text("flag-dry-run"))
	return cmd
}

func (a *app) migrate(dryRun bool) error {
	name := filepath.Join(a.common.data, "portal.toml")
	if err := a.regularFile(name, "cli-no-portal-file"); err != nil {
		return err
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	root, problems := toml.Parse(slashed(name), src)
	if root != nil {
		if f := root.Get("format"); f != nil && f.Text != fmt.Sprint(load.Format) {
			problems.Errorf(f.Pos, "load-format", f.Text, load.Format)
		}
	}
	if problems.HasErrors() {
		if err := a.print(a.stderr, &problems); err != nil {
			return err
		}
		return errReported
	}
	if root.Get("format") != nil {
		fmt.Fprintln(a.stdout, a.wording.Text("cli-migrate-none", load.Format))
		return nil
	}
	if !dryRun {
		if err := replaceFile(name, withFormat(src)); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.stdout, a.wording.Text("cli-migrate-line", slashed(name), load.Format))
	return nil
}

// withFormat puts the format in front and keeps the file's line ends.
func withFormat(src []byte) []byte {
	end := "\n"
	if bytes.Contains(src, []byte("\r\n")) {
		end = "\r\n"
	}
	head := fmt.Sprintf("format = %d%s", load.Format, end)
	return append([]byte(head), bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))...)
}

// replaceFile writes beside the file and renames, so that a failure leaves the
// old one whole.
func replaceFile(name string, content []byte) error {
	mode := fs.FileMode(0o644)
	info, err := os.Stat(name)
	switch {
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err = f.Write(content); err == nil {
		err = f.Chmod(mode)
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
