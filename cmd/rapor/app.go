package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/lang"
)

// app is what every command shares: the streams, the language of messages and
// the common flags.
type app struct {
	ctx            context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
	wording        lang.Wording
	common         commonFlags
}

// commonFlags are the flags of every command.
type commonFlags struct {
	data, content, themes, out string
	baseURL, date              string
	language, color            string
	quiet                      bool
}

func newApp(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) *app {
	return &app{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr, wording: lang.Wording{Code: messageLanguage(args)}}
}

// messageLanguage is --lang, else that of LC_ALL or LANG: Indonesian where it
// starts with id. It is read before the flags are, because help and errors
// about flags are worded as well.
func messageLanguage(args []string) string {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && (value == "id" || value == "en") {
			return value
		}
	}
	for _, name := range []string{"LC_ALL", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "id") {
				return "id"
			}
			return "en"
		}
	}
	return "en"
}

// rootCommand is `rapor` itself: help, and the refusal of unknown commands.
func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use: "rapor", Short: a.wording.Text("cli-rapor"), SilenceErrors: true, SilenceUsage: true,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return usageError{errors.New(a.wording.Text("cli-unknown-command", args[0], a.nearestCommand(cmd, args[0])))}
		},
		PersistentPreRunE: func(*cobra.Command, []string) error { return a.checkCommon() },
	}
	// On Windows, somebody double-clicked the program: the window stays until a key
	// is pressed. Its language cannot be known there, so both are used.
	cobra.MousetrapHelpText = lang.Wording{Code: "id"}.Text("cli-double-click") + "\n\n" + lang.Wording{Code: "en"}.Text("cli-double-click") + "\n"
	cobra.MousetrapDisplayDuration = 0
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetIn(a.stdin)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{a.flagError(err)} })
	root.CompletionOptions.HiddenDefaultCmd = false
	f := root.PersistentFlags()
	f.StringVar(&a.common.data, "data", "data", a.wording.Text("flag-data"))
	f.StringVar(&a.common.content, "content", "content", a.wording.Text("flag-content"))
	f.StringVar(&a.common.themes, "themes", "themes", a.wording.Text("flag-themes"))
	f.StringVar(&a.common.out, "out", "public", a.wording.Text("flag-out"))
	f.StringVar(&a.common.baseURL, "base-url", "", a.wording.Text("flag-base-url"))
	f.StringVar(&a.common.date, "tanggal", "", a.wording.Text("flag-tanggal"))
	f.StringVar(&a.common.language, "lang", a.wording.Code, a.wording.Text("flag-lang"))
	f.StringVar(&a.common.color, "color", "auto", a.wording.Text("flag-color"))
	f.BoolVar(&a.common.quiet, "quiet", false, a.wording.Text("flag-quiet"))
	return root
}

func (a *app) nearestCommand(root *cobra.Command, word string) string {
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	if near := diag.Nearest(word, names); near != "" {
		return near
	}
	return strings.Join(names, ", ")
}

// flagError words the faults of flags that people meet.
func (a *app) flagError(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return errors.New(a.wording.Text("cli-unknown-flag", unknown.GetSpecifiedName()))
	case errors.As(err, &missing):
		return errors.New(a.wording.Text("cli-flag-needs-value", missing.GetSpecifiedName()))
	case errors.As(err, &invalid):
		return errors.New(a.wording.Text("cli-flag-value", invalid.GetFlag().Name, invalid.GetValue()))
	}
	return err
}

// checkCommon refuses values of the common flags that mean nothing.
func (a *app) checkCommon() error {
	for _, f := range []struct {
		name, value string
		allowed     []string
	}{{"lang", a.common.language, []string{"id", "en"}}, {"color", a.common.color, []string{"auto", "always", "never"}}} {
		if err := a.oneOf(f.name, f.value, f.allowed); err != nil {
			return err
		}
	}
	if a.common.out == "" {
		return usageError{errors.New(a.wording.Text("cli-flag-value", "out", ""))}
	}
	a.common.out = filepath.Clean(a.common.out) // the cache stands beside public, also of public/
	return nil
}

// oneOf refuses a flag's value that is none of the allowed ones.
func (a *app) oneOf(name, value string, allowed []string) error {
	for _, v := range allowed {
		if v == value {
			return nil
		}
	}
	return usageError{errors.New(a.wording.Text("cli-flag-one-of", name, value, strings.Join(allowed, ", ")))}
}

// noArgs refuses arguments of a command that takes none.
func (a *app) noArgs(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{errors.New(a.wording.Text("cli-extra-argument", args[0]))}
	}
	return nil
}

// print writes problems to a stream, in colour where --color says so or, left
// to itself, where the stream is a terminal and NO_COLOR is not set.
func (a *app) print(w io.Writer, problems *diag.List) error {
	file, isFile := fileBehind(w)
	terminal := isFile && term.IsTerminal(int(file.Fd())) && os.Getenv("NO_COLOR") == ""
	if a.common.color == "always" || a.common.color == "auto" && terminal {
		return problems.PrintColored(w, a.wording)
	}
	return problems.Print(w, a.wording)
}

// say prints a message to stderr unless --quiet.
func (a *app) say(key string, args ...any) {
	if !a.common.quiet {
		fmt.Fprintln(a.stderr, a.wording.Text(key, args...))
	}
}
