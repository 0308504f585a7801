package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapor/cmd/rapor/internal/help"
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
			c.Use = "help [" + a.wording.Text("cli-help-what") + "]"
			c.Short, c.Long = a.wording.Text("cli-help"), a.wording.Text("cli-help-long", strings.Join(help.Topics, ", "))
			c.ValidArgs = append(c.ValidArgs, help.Topics...)
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

// help shows a command's help, or the text of a topic.
func (a *app) help(root *cobra.Command, args []string) error {
	if len(args) == 1 {
		if text, ok := help.Terminal(args[0], a.wording.Code); ok {
			_, err := fmt.Fprint(a.stdout, text)
			return err
		}
	}
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
