package main

// This file is the command demo: the main job on a made-up organisation. Its teams are
// served by a Jira in memory and go the way of live data, through the connector, the
// local copy and the checks, so that the demo shows what a real run would.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/po"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/simulate"
	"github.com/rolehealth/rolehealth/connectors"
	"github.com/rolehealth/rolehealth/connectors/jira"
	"github.com/rolehealth/rolehealth/connectors/jira/jirafake"
	"github.com/rolehealth/rolehealth/connectors/mirror"
	"github.com/rolehealth/rolehealth/report"
)

type demoOptions struct {
	out string
	studyOptions
	outputOptions
}

func (a *app) demoCommand() *cobra.Command {
	var o demoOptions
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Shows the whole job on a made-up organisation: no account, no network",
		Long: `Analyses the teams of a made-up web shop, prints the report and writes report.html and
report.json. Nothing leaves this machine; every run gives the same bytes.`,
		Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.demo(cmd.Context(), o) },
	}
	cmd.Flags().StringVar(&o.out, "out", ".", "`DIR` for report.html and report.json")
	o.studyOptions.register(cmd.Flags())
	o.outputOptions.register(cmd.Flags())
	return cmd
}

func (a *app) demo(ctx context.Context, o demoOptions) error {
	out, err := a.plan(o.outputOptions)
	if err != nil {
		return err
	}
	if _, err := o.moment(time.UTC); err != nil {
		return err
	}
	html, data := filepath.Join(o.out, "report.html"), filepath.Join(o.out, "report.json")
	out.targets = append(out.targets, target{report.Since{Earlier: out.earlier}.HTML, html}, target{report.JSON, data})
	if err := distinct(out.targets); err != nil {
		return err
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return fmt.Errorf("making the folder for the reports: %w", err)
	}
	out.lookBack = true // both files tell it
	ended := a.showInvented(ctx, simulate.Demo(), o.studyOptions, out)
	if statusOf(ended) != exitFailed {
		a.tell("The report is in %s and %s", html, data)
	}
	return ended
}

// showInvented pulls, analyses and reports simulated teams.
func (a *app) showInvented(ctx context.Context, simulated []simulate.Team, o studyOptions, out outlet) (err error) {
	dir, err := os.MkdirTemp("", "rolehealth-demo-")
	if err != nil {
		return fmt.Errorf("making a folder for the teams' data: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	m, err := mirror.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer m.Close()
	teams := a.invent(simulated)
	o.lookBack = out.lookBack
	all := a.studies(m, teams, o)
	failed, err := a.pullAll(ctx, m, teams, all.study)
	if err != nil {
		return err
	}
	return a.conclude(all.report(failed), failed, out)
}

// invent makes the simulated teams look like configured ones on a Jira in memory.
func (a *app) invent(simulated []simulate.Team) []team {
	var boards []*backlog.Snapshot
	for _, s := range simulated {
		boards = append(boards, s.Snapshot)
	}
	server := jirafake.New(boards...)
	now := boards[0].TakenAt
	a.connect = func(c connection, _ Secret) (connectors.Connector, error) {
		return jira.New(jira.Options{
			URL: c.URL, Token: string(unsent), Transport: server.Transport(), Log: a.log(),
			Now: func() time.Time { return now },
		})
	}
	var teams []team
	for i, s := range simulated {
		teams = append(teams, demoTeam(s, i+1))
	}
	return teams
}

func demoTeam(s simulate.Team, board int) team {
	snap := s.Snapshot
	t := team{
		connection: connection{ConnectionConfig: ConnectionConfig{Name: "demo", URL: "https://jira.example"}},
		source:     connectors.Source{Name: snap.Team.Name, Connection: "demo", Board: strconv.Itoa(board), History: 400 * day},
		calendar:   calendar{zone: snap.Calendar.Location()},
		window:     180 * day,
		declared:   s.Declared,
		checks:     po.Catalog(),
	}
	for date := range snap.Calendar.Holidays {
		t.calendar.holidays = append(t.calendar.holidays, date)
	}
	slices.Sort(t.calendar.holidays)
	for _, r := range s.Roles {
		t.roles = append(t.roles, roleLine{Configured: roles.Configured{Name: r.Name, Role: r.Role, From: r.From, To: r.To}, where: "demo"})
	}
	return t
}
