package main

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// licenceTexts are those of everything in the program besides its own code: Go, the
// modules, the script and the font of the default theme. They are collected by
//
//	RAPOR_UPDATE=1 go test ./cmd/rapor -run Licences
//
//go:embed licences.txt
var licenceTexts string

// programDigest tells one program with its theme and words from another: SHA-256,
// hex, of its version, of the libraries that it is made of with theirs, and of the
// theme's files. It is the same wherever the same sources are built.
func programDigest(theme string) string {
	sum := sha256.New()
	fmt.Fprintln(sum, program)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			fmt.Fprintln(sum, d.Path, d.Version)
		}
	}
	fmt.Fprintln(sum, theme)
	return hex.EncodeToString(sum.Sum(nil))
}

// versionCommand prints the version, or the licences of what the program is made of.
func versionCommand(a *app) *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use: "version", Short: a.wording.Text("cli-version"), Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			text := "rapor " + Version + "\n"
			if all {
				text = licenceTexts
			}
			_, err := fmt.Fprint(a.stdout, text)
			return err
		},
	}
	cmd.Flags().BoolVar(&all, "licenses", false, a.wording.Text("flag-licenses"))
	return cmd
}
