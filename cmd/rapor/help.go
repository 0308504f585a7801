package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// localise puts the help's own words into the language of messages and wraps
// the help command, whose unknown topics are wrong usage.
func (a *app) localise(root *cobra.Command) {
	root.SetUsageTemplate(a.wording.Text("cli-usage-template"))
	root.SetHelpTemplate(`{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short, c.Long = a.wording.Text("cli-help"), ""
			c.RunE = func(_ *cobra.Command, args []string) error { return a.help(root, args) }
			c.Run = nil
		case "completion":
			c.Short, c.Long = a.wording.Text("cli-completion"), ""
			c.Args = a.noArgs
			c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
			for _, shell := range c.Commands() {
				shell.Args = a.noArgs
			}
		}
		a.helpFlag(c)
	}
	a.helpFlag(root)
}

func (a *app) helpFlag(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = a.wording.Text("flag-help")
}

func (a *app) help(root *cobra.Command, args []string) error {
	found, rest, err := root.Find(args)
	if err != nil || len(rest) > 0 || found == nil {
		return usageError{errUnknownTopic(a, strings.Join(args, " "))}
	}
	return found.Help()
}

func errUnknownTopic(a *app, topic string) error {
	return errorString(a.wording.Text("cli-unknown-topic", topic))
}

type errorString string

func (e errorString) Error() string { return string(e) }
