package main

import (
	"github.com/spf13/cobra"

	"rapor/cmd/rapor/internal/diag"
)

// checkCommand lists every problem of data, content and theme.
func checkCommand(a *app) *cobra.Command {
	var format string
	var strict bool
	cmd := &cobra.Command{
		Use: "check", Short: a.wording.Text("cli-check"), Long: a.wording.Text("cli-check-long"), Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.oneOf("format", format, diag.Formats); err != nil {
				return err
			}
			p, err := a.readPortal(cmd, nil)
			if err != nil {
				return err
			}
			if _, err := a.date(p.set); err != nil {
				return err
			}
			write := func() error { return p.problems.Write(a.stdout, format, a.wording, "rapor", Version) }
			if format == "text" {
				write = func() error { return a.print(a.stdout, &p.problems) }
			}
			if err := write(); err != nil {
				return err
			}
			return a.verdict(&p.problems, strict)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", a.wording.Text("flag-format"))
	cmd.Flags().BoolVar(&strict, "strict", false, a.wording.Text("flag-strict"))
	return cmd
}

// verdict says how many problems there were and fails where they forbid
// publishing.
func (a *app) verdict(problems *diag.List, strict bool) error {
	errors, warnings := problems.Count()
	if errors+warnings == 0 {
		a.say("cli-no-problems")
		return nil
	}
	a.say("cli-problems", errors, warnings)
	if errors > 0 || strict {
		return errReported
	}
	return nil
}
