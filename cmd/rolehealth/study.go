package main

// This file takes teams from the local copy to a report.

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/stances"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

// studyOptions say how the copies are looked at.
type studyOptions struct {
	asOf     string // a date or a time; empty: the moment of the pull
	names    bool
	lookBack bool // some reader is told what the checks said at earlier moments
}

func (o *studyOptions) register(flags *pflag.FlagSet) {
	flags.StringVar(&o.asOf, "as-of", "", "look at the end of this `DATE`, or at an RFC 3339 time, instead of at the pull")
	flags.BoolVar(&o.names, "names", false, "call people by their names instead of pseudonyms such as PO-1")
}

// moment is what --as-of means in a zone; the zero time if it was not given.
func (o studyOptions) moment(zone *time.Location) (time.Time, error) {
	if o.asOf == "" {
		return time.Time{}, nil
	}
	if date, err := time.ParseInLocation(time.DateOnly, o.asOf, zone); err == nil {
		return date.AddDate(0, 0, 1).Add(-time.Nanosecond), nil
	}
	at, err := time.Parse(time.RFC3339, o.asOf)
	if err != nil {
		return at, usageErrorf("--as-of %q is neither a date such as 2026-01-31 nor a time such as 2026-01-31T12:00:00Z", o.asOf)
	}
	return at, nil
}

// studied is what became of one team.
type studied struct {
	report   analyze.TeamReport
	pulledAt time.Time // zero if the team failed
	takenAt  time.Time
}

// studies are the analyses of some teams, side by side.
type studies struct {
	*app
	mirror  *mirror.Mirror
	teams   []team
	options studyOptions
	done    []studied
	veiled  []studied // the same without names, where done has them; nil unless veil was called
}

func (a *app) studies(m *mirror.Mirror, teams []team, o studyOptions) *studies {
	return &studies{app: a, mirror: m, teams: teams, options: o, done: make([]studied, len(teams))}
}

// veil has the teams studied without names too, for those who may not know them.
func (s *studies) veil() {
	if s.options.names {
		s.veiled = make([]studied, len(s.teams))
	}
}

// step is what comes after a team's pull. Without a Snapshot, that must be read from the
// local copy.
type step func(ctx context.Context, i int, snap *backlog.Snapshot) error

// study analyses one team as of the moment that was asked for.
func (s *studies) study(ctx context.Context, i int, snap *backlog.Snapshot) (err error) {
	if snap == nil {
		if snap, err = s.read(ctx, s.teams[i]); err != nil {
			return err
		}
	}
	s.done[i], err = s.teams[i].study(snap, s.options)
	if err == nil && s.veiled != nil {
		s.veiled[i], err = s.teams[i].study(snap, studyOptions{asOf: s.options.asOf})
		for j := range s.veiled[i].report.Checks { // names change nothing here
			s.veiled[i].report.Checks[j].Earlier = s.done[i].report.Checks[j].Earlier
		}
	}
	return err
}

// report puts the teams together. One that failed is in it with the reason.
func (s *studies) report(failed []error) analyze.Report {
	for i, t := range s.teams {
		if failed[i] != nil {
			s.done[i] = studied{report: t.unread(failed[i])}
			if s.veiled != nil {
				s.veiled[i] = s.done[i]
			}
		}
	}
	return assemble(s.done)
}

// of is the report on some of the teams, with names only where they were asked for and
// are allowed.
func (s *studies) of(teams []int, names bool) analyze.Report {
	from := s.done
	if !names && s.veiled != nil {
		from = s.veiled
	}
	var some []studied
	for _, i := range teams {
		some = append(some, from[i])
	}
	return assemble(some)
}

// read reads a team's Snapshot from the local copy.
func (s *studies) read(ctx context.Context, t team) (*backlog.Snapshot, error) {
	tracker, err := s.connect(t.connection, unsent)
	if err != nil {
		return nil, err
	}
	return connectors.Read(tracker.Reader(t.source), s.mirror.Documents(ctx, t.key()))
}

func (t team) study(snap *backlog.Snapshot, o studyOptions) (studied, error) {
	warnings := t.date(snap)
	configured, unseen, err := whoIs(t.roles, snap.People, o.names)
	if err != nil {
		return studied{}, err
	}
	warnings = append(warnings, unseen...)
	at, err := o.moment(t.calendar.zone)
	if err != nil {
		return studied{}, err
	}
	if !at.IsZero() {
		warnings = append(warnings, doubtful(snap, at)...)
		snap = snap.AsOf(at)
	}
	warnings = append(warnings, lateBegin(snap, t.window)...)
	team := analyze.Analyze(snap, t.checks, analyze.Options{
		Window: t.window, Roles: configured, Declared: t.declared, Names: o.names, Warnings: warnings, Answers: t.answers,
		LookBack: o.lookBack, Stances: stances.Ledger,
	})
	return studied{team, snap.PulledAt, snap.TakenAt}, nil
}

// lateBegin says that the history pulled does not reach back to the window's beginning.
func lateBegin(snap *backlog.Snapshot, window time.Duration) []string {
	if !snap.TakenAt.Add(-window).Before(snap.Since) {
		return nil
	}
	where := "within"
	if snap.TakenAt.Before(snap.Since) {
		where = "after"
	}
	return []string{fmt.Sprintf("The pulled history begins on %s, %s the window: what ended before is missing.", snap.Calendar.Day(snap.Since), where)}
}

// date gives the Snapshot its calendar, and says what that cannot tell.
func (t team) date(snap *backlog.Snapshot) (warnings []string) {
	oldest := snap.PulledAt
	for _, it := range snap.Items {
		if it.CreatedAt().Before(oldest) {
			oldest = it.CreatedAt()
		}
	}
	calendar, warning := t.calendar.between(oldest, snap.PulledAt)
	if snap.Calendar = calendar; warning != "" {
		warnings = append(warnings, warning)
	}
	return warnings
}

// doubtful warns when the asked moment lies after the pull.
func doubtful(snap *backlog.Snapshot, at time.Time) []string {
	if snap.Calendar.Date(at) <= snap.Calendar.Date(snap.PulledAt) {
		return nil
	}
	return []string{fmt.Sprintf("The data was pulled on %s, before %s: what happened since is missing.", snap.Calendar.Day(snap.PulledAt), snap.Calendar.Day(at))}
}

// unread is the report of a team that failed: every check of the catalogue, none of
// them with an opinion. It is made from an empty history, so that it has the shape of
// any other team's report.
func (t team) unread(why error) analyze.TeamReport {
	empty := &backlog.Snapshot{Team: backlog.Team{Name: t.source.Name, Connection: t.source.Connection}}
	report := analyze.Analyze(empty, t.checks, analyze.Options{Window: t.window, Declared: t.declared})
	report.Window, report.Errors = analyze.Period{}, []string{public(why)}
	for i := range report.Checks {
		if c := &report.Checks[i]; c.Status != analyze.NotApplicable {
			c.Status, c.Reason = analyze.NotAssessable, "the team's data could not be read"
		}
	}
	return report
}

// assemble puts the teams into one report. Its times are those of the team with the
// oldest data.
func assemble(all []studied) analyze.Report {
	r := analyze.Report{
		Schema: analyze.Schema, Purpose: analyze.Purpose,
		Tool: analyze.Tool{Name: "rolehealth", Version: built().version}, Teams: []analyze.TeamReport{},
	}
	var pulled, taken time.Time
	for _, s := range all {
		r.Teams = append(r.Teams, s.report)
		if s.pulledAt.IsZero() {
			continue
		}
		if pulled.IsZero() || s.pulledAt.Before(pulled) {
			pulled = s.pulledAt
		}
		if taken.IsZero() || s.takenAt.Before(taken) {
			taken = s.takenAt
		}
	}
	if !pulled.IsZero() {
		r.PulledAt, r.AsOf = pulled.UTC().Format(time.RFC3339), taken.UTC().Format(time.RFC3339)
	}
	return r
}
