package main

// This file is the command report, which renders a saved JSON report again.

import (
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"

	"github.com/spf13/cobra"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/report"
)

func (a *app) reportCommand() *cobra.Command {
	var o outputOptions
	cmd := &cobra.Command{
		Use:   "report FILE [TEAM…]",
		Short: "Renders a saved JSON report in another format",
		Long: `Renders a report that was written with --format json, for the named teams or for all; - reads
it from stdin. With --baseline, another such report, it also tells what changed since then.`,
		Example: "  rolehealth report report.json\n  rolehealth report report.json Checkout --format html=checkout.html\n  rolehealth report november.json --baseline october.json",
		Args: func(cmd *cobra.Command, args []string) error {
			return one("FILE")(cmd, args[:min(len(args), 1)])
		},
		RunE:              func(_ *cobra.Command, args []string) error { return a.render(args[0], args[1:], o) },
		ValidArgsFunction: completeReport,
	}
	o.register(cmd.Flags())
	return cmd
}

// completeReport proposes a file, and then the teams in it. A name that a shell might
// take for more than a name is left to be typed: bash expands what is proposed to it.
func completeReport(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return []string{"json"}, cobra.ShellCompDirectiveFilterFileExt
	}
	var names []string
	if r, err := readReport(args[0]); err == nil {
		for _, t := range r.Teams {
			if harmless.MatchString(t.Name) {
				names = append(names, t.Name)
			}
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

var harmless = regexp.MustCompile(`^[\pL\pN][\pL\pM\pN ._-]*$`)

func (a *app) render(path string, teams []string, o outputOptions) error {
	out, err := a.plan(o)
	if err != nil {
		return err
	}
	file, err := a.input(path, "give a report that was written with --format json, or - for stdin")
	if err != nil {
		return err
	}
	r, err := report.Read(file)
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if r.Teams, err = pick(r.Teams, func(t analyze.TeamReport) string { return t.Name }, teams); err != nil {
		return err
	}
	if err := a.write(r, out.targets); err != nil {
		return err
	}
	a.doubtBaseline(r, out.failing)
	return out.found(r)
}

// input opens a file that the command line names; - is stdin. Instead says what to do
// where there is no such file.
func (a *app) input(path, instead string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(a.stdin), nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading a file: %w; %s", err, instead)
	}
	return file, nil
}
