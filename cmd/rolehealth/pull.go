package main

// This file is the command pull, which brings the local copy up to date.

import (
	"context"
	"sync"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

// sideBySide is how many teams are pulled at once. The trackers' limits, and not this
// machine, set the pace.
const sideBySide = 2

func (a *app) pullCommand() *cobra.Command {
	var o teamOptions
	cmd := &cobra.Command{
		Use:     "pull [TEAM…]",
		Short:   "Brings the local copy of the trackers' data up to date",
		Long:    "Reads the backlogs and Sprints of the named teams, or of all, from their trackers into the local copy: all of them at first, later what changed since.\nA pull that fails or is interrupted leaves the earlier copy as it was, and the next one goes on from there.",
		Example: "  rolehealth pull\n  rolehealth pull Checkout Search --data /srv/rolehealth",
		RunE: func(cmd *cobra.Command, args []string) error {
			o.teams = args
			return a.pull(cmd.Context(), o)
		},
	}
	o.register(cmd.Flags())
	return cmd
}

func (a *app) pull(ctx context.Context, o teamOptions) error {
	teams, m, err := a.open(ctx, o)
	if err != nil {
		return err
	}
	defer m.Close()
	failed, err := a.pullAll(ctx, m, teams, nil)
	if err != nil {
		return err
	}
	return someFailed(failed)
}

// open finds the teams, and opens the local copy.
func (a *app) open(ctx context.Context, o teamOptions) ([]team, *mirror.Mirror, error) {
	teams, err := a.teams(o)
	if err != nil {
		return nil, nil, err
	}
	dir, err := o.folder(a.env)
	if err != nil {
		return nil, nil, err
	}
	m, err := mirror.Open(ctx, dir)
	return teams, m, err
}

// pullAll pulls the teams side by side, and does with each of them what comes next, if
// anything. It gives each team's failure, in the order of the teams, after telling it; err
// ends the run.
func (a *app) pullAll(ctx context.Context, m *mirror.Mirror, teams []team, next step) (failed []error, err error) {
	trackers, failed, err := a.signIn(ctx, teams)
	if err != nil {
		return nil, err
	}
	came := make([]arrival, len(teams))
	watch := a.watch()
	var turn sync.Mutex // what comes next takes memory: one team at a time
	var group errgroup.Group
	group.SetLimit(sideBySide)
	for i, t := range teams {
		if failed[i] != nil {
			continue
		}
		group.Go(func() error {
			t.source.Held = m.Held(t.key())
			came[i] = arrival{reader: trackers[i].Reader(t.source)}
			docs := trackers[i].Pull(ctx, t.source, func(p connectors.Progress) { watch.show(t.source.Name, p) })
			if failed[i] = m.Replace(ctx, t.key(), came[i].read(docs)); failed[i] != nil {
				return nil
			}
			turn.Lock()
			defer turn.Unlock()
			snap, err := came[i].snapshot()
			if err == nil && next != nil {
				err = next(ctx, i, snap)
			}
			failed[i] = err
			return nil
		})
	}
	_ = group.Wait() // failures are kept by team
	watch.end()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for i, t := range teams {
		for _, line := range came[i].lines {
			a.tell("%s: %s", t.source.Name, line)
		}
		if failed[i] != nil {
			a.complain(t, failed[i])
		}
	}
	return failed, nil
}

func (t team) key() mirror.Key {
	return mirror.Key{Connection: t.source.Connection, Team: t.source.Name}
}
