package main

// This file works out what the configuration means: from its words to the values that
// the other rooms take. Every complaint is one line with the file, the line and what
// would have been right.

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/connectors"
)

// team is a configured team, ready to be pulled and analysed.
type team struct {
	source     connectors.Source
	connection connection
	calendar   calendar
	window     time.Duration
	roles      []roleLine
	declared   guards.Declared
	checks     []analyze.Check // the whole catalogue, as configured
	answers    []analyze.Answer
	deliveries []delivery
}

// resolver turns one configuration into teams.
type resolver struct {
	doc      *document
	env      environment
	config   Config
	all      []analyze.Check // the catalogue as configured for everybody
	warnings []string
}

// errorf complains about a value: about the variable, when that is where it came from.
func (r *resolver) errorf(path, format string, args ...any) error {
	key := strings.ReplaceAll(strings.TrimPrefix(path, "$."), ".", apart)
	if name := variable(key); r.env[name] != "" && !strings.Contains(path, "[") {
		return usageErrorf(name+": "+format, args...)
	}
	return r.doc.errorf(path, format, args...)
}

// tooShort complains about whichever of window and history was said with more weight:
// by a variable, or else by the file and not by default.
func (r *resolver) tooShort(path string, c TeamConfig, history, window time.Duration) error {
	weight := func(path string) int {
		switch {
		case r.env[variable(strings.TrimPrefix(path, "$."))] != "":
			return 2
		case r.doc.has(path):
			return 1
		}
		return 0
	}
	from, heavy := "$.window", weight("$.window")
	if c.Window != "" {
		from, heavy = path+".window", 1
	}
	if weight("$.history") > heavy {
		return r.errorf("$.history", "the history that is pulled (%s) is shorter than the window (%s)", days(history), days(window))
	}
	return r.errorf(from, "the window (%s) is longer than the history that is pulled (%s)", days(window), days(history))
}

func (r *resolver) resolve(catalogue []analyze.Check) ([]team, error) {
	var err error
	if r.all, err = r.checks(catalogue, "$.checks", r.config.Checks); err != nil {
		return nil, err
	}
	history, err := r.length("$.history", r.config.History)
	if err != nil {
		return nil, err
	}
	if _, err := r.length("$.window", r.config.Window); err != nil {
		return nil, err
	}
	if _, err := r.calendar("$.calendar", r.config.Calendar); err != nil {
		return nil, err
	}
	connections, err := r.connections()
	if err != nil {
		return nil, err
	}
	var teams []team
	for i, c := range r.config.Teams {
		path := "$.teams[" + strconv.Itoa(i) + "]"
		t, err := r.team(path, c, connections)
		if err != nil {
			return nil, err
		}
		same := func(other team) bool { return strings.EqualFold(other.source.Name, c.Name) }
		if slices.ContainsFunc(teams, same) {
			return nil, r.errorf(path+".name", "two teams are called %q; give each its own name", c.Name)
		}
		t.source.History = history
		if history < t.window {
			return nil, r.tooShort(path, c, history, t.window)
		}
		teams = append(teams, t)
	}
	return teams, r.deliveries(teams)
}

func (r *resolver) team(path string, c TeamConfig, connections []connection) (team, error) {
	conn, err := r.place(path, c, connections)
	if err != nil {
		return team{}, err
	}
	t := team{connection: conn, source: connectors.Source{
		Name: c.Name, Connection: c.Connection, Board: c.Board, Project: c.Project, Team: c.Team,
		Fields: connectors.Fields{Criteria: c.Fields.AcceptanceCriteria, Goal: c.Fields.Goal, Customer: c.Fields.Customer},
	}}
	if t.calendar, err = r.calendar(path+".calendar", c.Calendar.over(r.config.Calendar)); err != nil {
		return t, err
	}
	window, from := c.Window, path+".window"
	if window == "" {
		window, from = r.config.Window, "$.window"
	}
	if t.window, err = r.length(from, window); err != nil {
		return t, err
	}
	if t.roles, err = r.roles(path+".roles", c.Roles, t.calendar.zone); err != nil {
		return t, err
	}
	if t.declared, err = r.declared(path+".declare", c.Declare); err != nil {
		return t, err
	}
	t.checks, err = r.checks(r.all, path+".checks", c.Checks)
	return t, err
}

// place finds the team's connection, and sees that the team says where in it it is.
func (r *resolver) place(path string, c TeamConfig, connections []connection) (connection, error) {
	var known []string
	for _, conn := range connections {
		known = append(known, conn.Name)
	}
	at := slices.Index(known, c.Connection)
	switch {
	case c.Name == "":
		return connection{}, r.errorf(path, "a team needs a name")
	case c.Connection == "":
		return connection{}, r.errorf(path+".name", "team %q needs a connection", c.Name)
	case at < 0:
		return connection{}, r.errorf(path+".connection", "unknown connection %q of team %q%s", c.Connection, c.Name, didYouMean(c.Connection, known))
	case connections[at].Type == "jira" && c.Board == "":
		return connection{}, r.errorf(path+".name", "team %q needs a board: its id or its name in Jira", c.Name)
	case connections[at].Type == "azure" && c.Project == "":
		return connection{}, r.errorf(path+".name", "team %q needs a project", c.Name)
	}
	return connections[at], nil
}
