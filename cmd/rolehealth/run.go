package main

// This file is the root of the commands: what they share, and how they end.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/report/deliver"
)

// app is one run of the program and all it may touch of the world outside.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            environment
	now            func() time.Time
	connect        func(connection, Secret) (connectors.Connector, error)
	patience       deliver.Patience

	quiet, verbose bool
}

// run is the program: arguments in, exit status out.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, environ []string) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, env: newEnvironment(environ), now: time.Now}
	a.connect = a.dial
	return a.run(ctx, args)
}

func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.ExecuteContext(ctx)
	if _, said := errors.AsType[status](err); err != nil && !said {
		fmt.Fprintln(a.stderr, "rolehealth:", describe(err))
	}
	return statusOf(err)
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "rolehealth",
		Short: "Tells how the Product Owner role is lived, from a team's backlog and its history",
		Example: `  rolehealth demo                        see it work, without an account
  rolehealth run                         pull, analyse and report all configured teams
  rolehealth run Checkout --format html=checkout.html
  rolehealth explain ORD-02              what a check looks at, and how it decides`,
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return fromEnvironment(cmd.Flags(), a.env)
		},
	}
	root.Args = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return usageErrorf("unknown command %q%s; rolehealth --help lists them", args[0], didYouMean(args[0], commandsOf(root)))
	}
	root.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().BoolVarP(&a.quiet, "quiet", "q", false, "print nothing but reports and errors")
	root.PersistentFlags().BoolVarP(&a.verbose, "verbose", "v", false, "tell on stderr what is done")
	root.AddCommand(
		a.demoCommand(), a.runCommand(), a.pullCommand(), a.analyzeCommand(), a.reportCommand(),
		a.replayCommand(), a.acknowledgeCommand(), a.checksCommand(), a.explainCommand(), a.textCommand(), a.versionCommand(),
		a.simulateCommand(),
	)
	return root
}

func commandsOf(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	return names
}

// flagError names the nearest flag for one that does not exist.
func flagError(cmd *cobra.Command, err error) error {
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok {
		return usageErrorf("%v; see %s --help", err, cmd.CommandPath())
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	return usageErrorf("unknown flag %s%s; see %s --help", flagText(unknown), didYouMean("--"+unknown.GetSpecifiedName(), known), cmd.CommandPath())
}

func flagText(e *pflag.NotExistError) string {
	if e.GetSpecifiedShortnames() != "" {
		return "-" + e.GetSpecifiedName()
	}
	return "--" + e.GetSpecifiedName()
}

// one is the rule for commands that take exactly one argument.
func one(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 1 {
			return nil
		}
		return usageErrorf("%s takes one %s, not %d; see %s --help", cmd.CommandPath(), what, len(args), cmd.CommandPath())
	}
}

// atMostOne is the rule for commands that may take one argument.
func atMostOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) <= 1 {
			return nil
		}
		return one(what)(cmd, args)
	}
}

// none is the rule for commands that take no argument.
func none(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usageErrorf("%s takes no argument, such as %q; see %s --help", cmd.CommandPath(), args[0], cmd.CommandPath())
}

// tell prints a line for people who watch, on stderr.
func (a *app) tell(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintln(a.stderr, oneLine(fmt.Sprintf(format, args...)))
	}
}

// complain prints the failure of one team among several.
func (a *app) complain(t team, err error) {
	fmt.Fprintf(a.stderr, "rolehealth: %s: %s\n", oneLine(t.source.Name), describe(err))
}

// log is where connectors tell what they do.
func (a *app) log() *slog.Logger {
	if !a.verbose {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(a.stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
}
