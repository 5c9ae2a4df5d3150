package main

// This file holds the commands that end in a report about configured teams: analyze
// reads the local copy, run pulls first.

import (
	"context"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

// runOptions are all there is to say about a report on configured teams.
type runOptions struct {
	teamOptions
	studyOptions
	outputOptions
	deliverOptions // run's alone
	// sinceDelivered tells what changed since the last delivery, if there is no baseline
	sinceDelivered bool
}

func (o *runOptions) register(flags *pflag.FlagSet) {
	o.teamOptions.register(flags)
	o.studyOptions.register(flags)
	o.outputOptions.register(flags)
}

func (a *app) analyzeCommand() *cobra.Command {
	var o runOptions
	cmd := &cobra.Command{
		Use:     "analyze [TEAM…]",
		Short:   "Analyses the local copy, without network",
		Long:    "Analyses what the last pull brought, for the named teams or for all. Nothing is sent anywhere.",
		Example: "  rolehealth analyze --as-of 2026-06-30\n  rolehealth analyze Checkout --format json --output checkout.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			o.teams, o.noDeliver = args, true
			return a.report(cmd.Context(), o, a.eachAlone)
		},
	}
	o.register(cmd.Flags())
	return cmd
}

func (a *app) runCommand() *cobra.Command {
	var o runOptions
	cmd := &cobra.Command{
		Use:   "run [TEAM…]",
		Short: "Pulls, analyses and reports: what a nightly job calls",
		Long: `Pulls the named teams, or all, analyses them, writes the reports, and delivers them to where
the configuration says.

Exit status: 0 done; 1 failed; 2 wrong usage or configuration; 3 findings at or above --fail-on;
4 some teams failed and the others were reported, whatever was found in them.
A report that is written but could not be delivered everywhere ends with 1, before 3 and 4.
A role that is configured for a name which several people of a team have fails that team alone:
with 4 if others could be reported, with 2 if none could.`,
		Example: "  rolehealth run\n  rolehealth run Checkout --format text --format html=checkout.html --fail-on red\n  rolehealth run --dry-run",
		RunE: func(cmd *cobra.Command, args []string) error {
			o.teams, o.sinceDelivered = args, true
			return a.report(cmd.Context(), o, a.pullAll)
		},
	}
	o.register(cmd.Flags())
	o.deliverOptions.register(cmd.Flags())
	return cmd
}

// report runs from the command line to the written and delivered report. Each brings the teams to
// their analysis, one way or another.
func (a *app) report(ctx context.Context, o runOptions, each func(context.Context, *mirror.Mirror, []team, step) ([]error, error)) error {
	out, err := a.plan(o.outputOptions)
	if err != nil {
		return err
	}
	if _, err := o.moment(time.UTC); err != nil {
		return err
	}
	teams, m, err := a.open(ctx, o.teamOptions)
	if err != nil {
		return err
	}
	defer m.Close()
	round, err := a.round(teams, o.deliverOptions)
	if err != nil {
		return err
	}
	o.lookBack = out.lookBack || len(round.stops) > 0
	if out, err = a.besideDelivered(out, o); err != nil {
		return err
	}
	all := a.studies(m, teams, o.studyOptions)
	if len(round.stops) > 0 {
		all.veil()
	}
	failed, err := each(ctx, m, teams, all.study)
	if err != nil {
		return err
	}
	ended := a.conclude(all.report(failed), failed, out)
	if s := statusOf(ended); len(round.stops) == 0 || s == exitFailed || s == exitUsage {
		return ended
	}
	if err := a.deliver(ctx, round, all, o, out.earlier); err != nil {
		return err
	}
	return ended
}

// eachAlone analyses the teams one after the other as they lie in the local copy.
func (a *app) eachAlone(ctx context.Context, _ *mirror.Mirror, teams []team, study step) ([]error, error) {
	failed := make([]error, len(teams))
	for i, t := range teams {
		failed[i] = study(ctx, i, nil)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if failed[i] != nil {
			a.complain(t, failed[i])
		}
	}
	return failed, nil
}

// conclude writes the reports and decides how the run ends. If every team failed there
// is nothing to report, and nothing is written.
func (a *app) conclude(r analyze.Report, failed []error, out outlet) error {
	part := someFailed(failed)
	if part != nil && part != status(exitPart) {
		return part
	}
	if err := a.write(r, out.targets); err != nil {
		return err
	}
	a.doubtBaseline(r, out.failing)
	if part != nil {
		return part
	}
	return out.found(r)
}
