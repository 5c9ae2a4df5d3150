// Package simulate makes up teams of a web shop and lets them work, day by day, for
// most of a year. It is what the demo shows, and what the checks are tried on.
//
// It simulates behaviour, not findings: people with habits (habits.go) write items,
// ask for things, refuse, rewrite, reorder, plan, start, ask, answer and finish. No
// formula of a check is in here, so a check that finds a habit has really seen it.
// Chance is a seeded generator and the calendar is fixed: the same plan and seed give
// the same history, byte for byte.
//
// To read it: habits.go says how a team lives, day.go is the loop, and each of the
// other files is one kind of behaviour.
package simulate

import (
	"slices"
	"time"
	_ "time/tzdata" // the demo must not depend on the machine's zone database

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// Team is one simulated team, and what is known about it from elsewhere.
type Team struct {
	Snapshot *backlog.Snapshot
	Roles    []roles.Configured // as a configuration would name them; none: to be found out
	Declared guards.Declared    // what the team says about itself
	About    string             // how the team lives, for people who read the demo
}

// zone is where the demo organisation works.
const zone = "Europe/Stockholm"

// end is the moment the demo ends, a Friday at five.
func end(at *time.Location) time.Time { return time.Date(2026, time.November, 20, 17, 0, 0, 0, at) }

// begin is the Monday on which the teams' daily history begins. What they call their
// standing backlog is older.
func begin(at *time.Location) time.Time { return time.Date(2026, time.January, 26, 0, 0, 0, 0, at) }

// Demo is the demo organisation: teams of one web shop on Friday, 20 November 2026.
func Demo() []Team {
	var teams []Team
	for _, p := range []plan{checkout, search, fulfilment, returns} {
		teams = append(teams, simulate(p, p.Seed))
	}
	return teams
}

// simulate lets a team work from its first day to the last.
func simulate(p plan, seed uint64) Team {
	t := newTeam(p, seed)
	for d := t.firstDay(); d.Before(end(t.calendar.Zone)); d = d.AddDate(0, 0, 1) {
		if t.calendar.Works(d) {
			t.day(d)
		}
	}
	snap := t.rec.Snapshot(end(t.calendar.Zone))
	if p.Unseen {
		snap.Items = slices.DeleteFunc(snap.Items, func(it *backlog.Item) bool { return it.Level() == backlog.FeatureLevel })
	}
	return Team{Snapshot: snap, Roles: t.configured(), Declared: p.Declared, About: p.About}
}

// configured are the Product Owners as a configuration would name them, each with the time in
// which they are it.
func (t *team) configured() []roles.Configured {
	var list []roles.Configured
	for _, p := range t.cast {
		if p.Role == owner && !t.Unnamed {
			list = append(list, roles.Configured{Person: p.Person, Name: p.Person.ID, Role: roles.ProductOwner,
				From: t.date(p.Joins), To: t.date(p.Leaves)})
			if t.Habits.OwnerRuns {
				list = append(list, roles.Configured{Person: p.Person, Name: p.Person.ID, Role: roles.ScrumMaster})
			}
		}
	}
	return list
}

// calendar holds the working days of the demo organisation, in Sweden.
func calendar() *backlog.Calendar {
	at, err := time.LoadLocation(zone)
	if err != nil {
		panic("simulate: " + err.Error()) // the database is built in
	}
	free := map[string]bool{}
	for _, d := range []string{
		"2025-04-18", "2025-04-21", "2025-05-01", "2025-05-29", "2025-06-06", "2025-06-20",
		"2025-12-24", "2025-12-25", "2025-12-26", "2025-12-31", "2026-01-01", "2026-01-06",
		"2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-06-19",
	} {
		free[d] = true
	}
	return &backlog.Calendar{Zone: at, Holidays: free}
}
