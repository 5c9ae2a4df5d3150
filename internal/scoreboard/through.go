package main

// This file takes one simulated team the way of live data: served by a Jira in memory,
// pulled by the connector into a local copy, read from there and analysed.

import (
	"context"
	"fmt"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/po"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/connectors/mirror"
)

const history = 400 * 24 * time.Hour // as the configuration has it by default

// through gives the report on one team. The team takes the place of the one that was in
// the local copy before.
func through(ctx context.Context, local *mirror.Mirror, team simulate.Team) (analyze.TeamReport, error) {
	now := team.Snapshot.TakenAt
	tracker, err := jira.New(jira.Options{
		URL: "https://jira.example", Token: "none", Transport: jirafake.New(team.Snapshot).Transport(),
		Now: func() time.Time { return now },
	})
	if err != nil {
		return analyze.TeamReport{}, err
	}
	source := connectors.Source{Name: team.Snapshot.Team.Name, Connection: "simulated", Board: "1", History: history}
	key := mirror.Key{Connection: source.Connection, Team: "one after the other"}
	if err := local.Replace(ctx, key, tracker.Pull(ctx, source, func(connectors.Progress) {})); err != nil {
		return analyze.TeamReport{}, fmt.Errorf("pulling: %w", err)
	}
	snap, err := connectors.Read(tracker.Reader(source), local.Documents(ctx, key))
	if err != nil {
		return analyze.TeamReport{}, fmt.Errorf("reading the local copy: %w", err)
	}
	snap.Calendar = team.Snapshot.Calendar
	options := analyze.Options{Declared: team.Declared}
	for _, r := range team.Roles {
		r.Person = nil // by now somebody else's memory
		for _, p := range snap.People {
			if p.ID == r.Name {
				r.Person = p
			}
		}
		options.Roles = append(options.Roles, r)
	}
	return analyze.Analyze(snap, po.Catalog(), options), nil
}
