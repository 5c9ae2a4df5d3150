package main

// This file is the command pull, which brings the local copy up to date.

import (
	"context"
	"errors"
	"iter"
	"sync/atomic"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

// sideBySide is how many teams are pulled at once. The trackers' limits, and not this
// machine, set the pace.
const sideBySide = 3

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
	failed, err := a.pullAll(ctx, m, teams)
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

// pullAll pulls the teams side by side. It gives each team's failure, in the order of
// the teams, after telling it; err ends the run.
func (a *app) pullAll(ctx context.Context, m *mirror.Mirror, teams []team) (failed []error, err error) {
	trackers, failed, err := a.signIn(teams)
	if err != nil {
		return nil, err
	}
	came := make([]pulled, len(teams))
	watch := a.watch()
	var room atomic.Int64 // for Snapshots that are kept
	room.Store(keptItems)
	var group errgroup.Group
	group.SetLimit(sideBySide)
	for i, t := range teams {
		if failed[i] != nil {
			continue
		}
		group.Go(func() error {
			t.source.Held = m.Held(t.key())
			docs := trackers[i].Pull(ctx, t.source, func(p connectors.Progress) { watch.show(t.source.Name, p) })
			failed[i] = m.Replace(ctx, t.key(), docs, func(docs iter.Seq2[connectors.Document, error]) (err error) {
				came[i], err = tryOut(trackers[i], t, docs)
				return err
			})
			if snap := came[i].snap; failed[i] != nil || snap == nil || room.Add(int64(-len(snap.Items))) < 0 {
				came[i].snap = nil
			}
			teams[i].snap = came[i].snap
			return nil
		})
	}
	_ = group.Wait() // failures are kept by team
	watch.end()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for i, t := range teams {
		if failed[i] != nil {
			a.complain(t, failed[i])
			continue
		}
		a.tell("%s: %s pulled", t.source.Name, came[i].size)
		for _, note := range came[i].notes {
			a.tell("%s: note: %s", t.source.Name, note)
		}
	}
	return failed, nil
}

// keptItems is how many items may stay in memory between a pull and its analysis; the
// teams beyond that are read again.
const keptItems = 20_000

// pulled is what to say about a pull, and what was read on trial.
type pulled struct {
	size  string
	notes []string // why there is nothing to look at
	snap  *backlog.Snapshot
}

// tryOut reads what was pulled before it takes the place of the earlier copy: what
// cannot be read must not replace what could.
func tryOut(tracker connectors.Connector, t team, docs iter.Seq2[connectors.Document, error]) (pulled, error) {
	snap, err := tracker.Read(t.source, docs)
	if _, told := errors.AsType[*connectors.Error](err); err != nil && !told {
		err = &connectors.Error{
			Doing: "reading what was pulled of " + t.source.Name, Kind: connectors.ErrAnswer, Err: err,
			Hint: "the earlier copy stays as it was; report this with what -v says",
		}
	}
	if err != nil {
		return pulled{}, err
	}
	p := pulled{size: thousands(len(snap.Items)) + " items", snap: snap}
	if len(snap.Items) == 1 {
		p.size = "1 item"
	}
	if len(snap.Items) == 0 || snap.Process == backlog.Scrum && len(snap.Sprints) == 0 {
		p.notes = snap.Coverage.Warnings
	}
	return p, nil
}

func (t team) key() mirror.Key {
	return mirror.Key{Connection: t.source.Connection, Team: t.source.Name}
}
