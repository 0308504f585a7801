// Command rapor builds a transparency portal from maturity scorecards in TOML:
// pages with charts, open data and the reasons behind each figure.
//
// See README.md for what it is for and cmd/rapor/README.md for how it is built.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Version is the program's version; it stands in every published JSON file.
const Version = "0.1.0"

// Exit codes, as documented in `rapor help`.
const (
	exitFine    = 0
	exitBad     = 1 // bad data, content or theme; a refused output folder
	exitUsage   = 2 // wrong usage, a named folder missing
	exitMachine = 3 // the machine failed
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// endings are the signals that end a command in good order: Ctrl-C, the system,
// and the terminal that is closed, unless somebody asked to outlive it (nohup).
func endings() []os.Signal {
	all := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		all = append(all, syscall.SIGHUP)
	}
	return all
}

// commands is the table of commands, in the order of the help.
var commands = []func(*app) *cobra.Command{buildCommand, checkCommand, serveCommand, verifyCommand, initCommand, newCommand, importCommand, diffCommand, migrateCommand, versionCommand}

// run is the whole program but for the process around it.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := newApp(ctx, args, stdin, stdout, stderr)
	root := a.rootCommand()
	for _, command := range commands {
		root.AddCommand(command(a))
	}
	a.localise(root)
	root.SetArgs(args)
	return a.exitCode(root.ExecuteContext(ctx))
}

// errReported ends a command after its problems were printed: exit 1.
var errReported = errors.New("problems were reported")

// usageError is a wrong call: exit 2.
type usageError struct{ error }

// exitCode prints what was not printed yet and maps errors to exit codes.
func (a *app) exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errReported):
		return exitBad
	case errors.As(err, &usage):
		fmt.Fprintf(a.stderr, "rapor: %s\n    %s\n", usage.Error(), a.wording.Text("cli-see-help"))
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintf(a.stderr, "rapor: %s\n", a.wording.Text("cli-interrupted"))
		return exitMachine
	}
	fmt.Fprintf(a.stderr, "rapor: %s\n", a.machineFault(err))
	return exitMachine
}

// machineFault words the two faults of a machine that its user can mend; the
// others are said in the words of the system.
func (a *app) machineFault(err error) string {
	var at *fs.PathError
	switch {
	case errors.Is(err, fs.ErrPermission) && errors.As(err, &at):
		return a.wording.Text("cli-no-permission", slashed(at.Path))
	case errors.Is(err, syscall.ENOSPC):
		return a.wording.Text("cli-disk-full", err)
	}
	return err.Error()
}
