package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// versionCommand prints the version.
func versionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: a.wording.Text("cli-version"), Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.stdout, "rapor "+Version)
			return err
		},
	}
}
