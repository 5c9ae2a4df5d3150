package simulate

import "github.com/rolehealth/rolehealth/analyze/backlog"

// checkout is a healthy Scrum team. Its Product Owner decides, explains and is there.
var checkout = plan{
	Name: "Checkout", Key: "CHK", Board: 1, Seed: 11,
	Process: backlog.Scrum, FirstSprint: "2026-02-23",
	About: "A healthy team. The Product Owner reorders on most days, refuses one request in five with a reason, " +
		"rewrites most of the others with the team, and answers within a day.",
	Cast: []member{
		{Name: "Åsa Lindqvist", Role: owner, Away: "2026-07-20", Weeks: 2},
		{Name: "Tomás Herrera", Role: master, Away: "2026-07-06", Weeks: 2},
		{Name: "Priya Nair", Role: developer, Away: "2026-07-06", Weeks: 2},
		{Name: "Łukasz Wójcik", Role: developer, Away: "2026-07-13", Weeks: 3},
		{Name: "Emma Berg", Role: developer, Away: "2026-07-20", Weeks: 2},
		{Name: "Kofi Mensah", Role: developer, Away: "2026-08-03", Weeks: 2},
		{Name: "田中 優希", Role: developer, Joins: "2026-03-02"},
		{Name: "Henrik Dahl", Role: stakeholder, Away: "2026-07-06", Weeks: 4},
		{Name: "Giulia Conti", Role: stakeholder, Away: "2026-08-03", Weeks: 2},
		{Name: "Sara Öberg", Role: stakeholder, Away: "2026-07-13", Weeks: 3},
		{Name: "Marc Lefèvre", Role: stakeholder, Away: "2026-08-03", Weeks: 3},
		{Name: "Rosa Wikström", Role: customer},
		{Name: "J. van den Berg", Role: customer},
		{Name: "Release Bot", Role: releaseBot},
	},
	Habits: habits{
		Requests: 2.2, Ideas: 0.6, Bugs: 0.6, Chores: 0.4, Tickets: 0.3, Research: 0.1,
		Standing: 60, StandingWeeks: 12, Stocked: 50,
		Named: 0.92, NamedRequests: 0.1, Parented: 0.95,
		Declined: 0.2, Reshaped: 0.85, Split: 0.15, Refined: 0.5, ClosesAfter: 130,
		OrdersBetween: 0.9, OrdersAtPlanning: 0.9, Moves: 2.2, NewFirst: 0.2,
		Planned: 1.8, GoalWritten: 0.97,
		Urgent: 0.3, Dropped: 0.1, Effort: 0.5,
		Talk: 0.25, Tried: 0.7, Asked: 0.35, AskedOnRequests: 0.35, SameDay: 0.75, Deferred: 0.03,
	},
	Stock: checkoutStock,
}
