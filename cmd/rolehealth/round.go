package main

// This file delivers the reports of a run once they are written. What fails here costs no
// report: it is there already.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/pflag"
	"golang.org/x/sync/errgroup"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/report/deliver"
)

// deliverOptions say what becomes of the configured deliveries.
type deliverOptions struct {
	dryRun, noDeliver bool
}

func (o *deliverOptions) register(flags *pflag.FlagSet) {
	flags.BoolVar(&o.dryRun, "dry-run", false, "show on stderr what would be delivered where, and send nothing")
	flags.BoolVar(&o.noDeliver, "no-deliver", false, "write the reports, and deliver none")
}

// stop is one place of a round, and which of the run's teams it hears about.
type stop struct {
	courier
	names bool
	teams []int
}

// round is all that a run delivers.
type round struct {
	*app
	stops  []stop
	dryRun bool
}

// deliveriesAtOnce bounds how many servers are waited for side by side.
const deliveriesAtOnce = 4

// round plans the deliveries for some teams. It reads their secrets before any work is
// done; a dry run needs none.
func (a *app) round(teams []team, o deliverOptions) (round, error) {
	r := round{app: a, dryRun: o.dryRun}
	if o.noDeliver && !o.dryRun {
		return r, nil
	}
	for _, d := range placesOf(teams) {
		c, err := a.courierFor(d, o.dryRun)
		if err != nil {
			return r, err
		}
		s := stop{courier: c, names: d.Names}
		for i, t := range teams {
			if slices.ContainsFunc(t.deliveries, d.same) {
				s.teams = append(s.teams, i)
			}
		}
		r.stops = append(r.stops, s)
	}
	if o.dryRun && len(r.stops) == 0 {
		a.tell("Nothing would be delivered: the configuration names no place for these teams.")
	}
	return r, nil
}

// placesOf are the deliveries of some teams, in the order of the configuration.
func placesOf(teams []team) []delivery {
	var all []delivery
	for _, t := range teams {
		all = append(all, t.deliveries...)
	}
	slices.SortFunc(all, func(a, b delivery) int { return cmp.Compare(a.place, b.place) })
	return slices.CompactFunc(all, delivery.same)
}

// besideDelivered has the reports of a run tell what changed since the baseline, or else
// since the last time that all places were reached: the same as its messages.
func (a *app) besideDelivered(out outlet, o runOptions) (outlet, error) {
	if !o.sinceDelivered || out.earlier != nil {
		return out, nil
	}
	dir, err := o.folder(a.env)
	if err != nil {
		return out, err
	}
	out.earlier = a.delivered(dir)
	out.targets, err = a.targets(o.outputOptions, out.earlier)
	return out, err
}

// deliver takes the written reports to people, each message beside what came before.
func (a *app) deliver(ctx context.Context, r round, all *studies, o runOptions, earlier *analyze.Report) error {
	if err := r.send(ctx, all, earlier); err != nil {
		return err
	}
	if r.dryRun || o.asOf != "" { // a look back is not what comes before the next report
		return nil
	}
	dir, err := o.folder(a.env)
	if err != nil {
		return err
	}
	return remember(dir, all.of(r.teams(), false))
}

// send takes the studied teams to all places, each message beside what came before. A
// place that fails does not hold up the others; it makes the run fail.
func (r round) send(ctx context.Context, all *studies, earlier *analyze.Report) error {
	failed := make([]error, len(r.stops))
	var group errgroup.Group
	group.SetLimit(deliveriesAtOnce)
	for i, s := range r.stops {
		msg := deliver.Compose(all.of(s.teams, s.names), earlier)
		if r.dryRun {
			if err := r.show(s, msg); err != nil {
				return err
			}
			continue
		}
		group.Go(func() error {
			failed[i] = s.Send(ctx, msg)
			return nil
		})
	}
	_ = group.Wait() // failures are kept by place
	if r.dryRun {
		return nil
	}
	return r.account(ctx, failed)
}

// account tells what became of each delivery.
func (r round) account(ctx context.Context, failed []error) error {
	for i, s := range r.stops {
		switch {
		case failed[i] == nil:
			r.tell("Delivered: %s", s)
		case ctx.Err() == nil:
			fmt.Fprintln(r.stderr, "rolehealth: not delivered:", describe(failed[i]))
		}
	}
	switch err := errors.Join(failed...); {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return errors.New("interrupted while delivering; the report is written")
	}
	return status(exitFailed)
}

// teams are those that some place heard about.
func (r round) teams() []int {
	var all []int
	for _, s := range r.stops {
		all = append(all, s.teams...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (r round) show(s stop, msg deliver.Message) error {
	text, err := s.Preview(msg)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(r.stderr, "Would deliver: %s\n\n%s\n", s, text)
	return err
}
