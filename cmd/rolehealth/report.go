package main

// This file is the command report, which renders a saved JSON report again.

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/rolehealth/rolehealth/report"
)

func (a *app) reportCommand() *cobra.Command {
	var o outputOptions
	cmd := &cobra.Command{
		Use:     "report FILE",
		Short:   "Renders a saved JSON report in another format",
		Long:    "Renders a report that was written with --format json; - reads it from stdin.",
		Example: "  rolehealth report report.json\n  rolehealth report report.json --format html=report.html",
		Args:    one("FILE"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.render(args[0], o) },
	}
	o.register(cmd.Flags())
	return cmd
}

func (a *app) render(path string, o outputOptions) error {
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
