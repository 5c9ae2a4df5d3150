package simulate

import "github.com/rolehealth/rolehealth/analyze/backlog"

// fulfilment is a Scrum team whose backlog belongs to three managers together.
var fulfilment = plan{
	Name: "Fulfilment", Key: "FUL", Board: 3, Seed: 33,
	Process: backlog.Scrum, FirstSprint: "2026-02-23",
	About: "Three managers order the backlog, in about equal parts and only around planning, and now and then undo " +
		"each other's moves. Much of the list has not been touched for half a year.",
	Cast: []member{
		{Name: "Ulrika Strand", Role: manager, Away: "2026-07-20", Weeks: 1},
		{Name: "Paul Weber", Role: manager, Away: "2026-08-03", Weeks: 1},
		{Name: "Chiara Greco", Role: manager, Away: "2026-08-17", Weeks: 1},
		{Name: "Malin Öst", Role: master, Away: "2026-07-27", Weeks: 2},
		{Name: "Søren Kjær", Role: developer, Away: "2026-07-06", Weeks: 2},
		{Name: "Zoë Janssens", Role: developer, Away: "2026-07-20", Weeks: 2},
		{Name: "Abdi Warsame", Role: developer},
		{Name: "Marta Kowalczyk", Role: developer, Away: "2026-08-03", Weeks: 2},
		{Name: "Jörg Müller", Role: developer, Away: "2026-07-13", Weeks: 3},
		{Name: "Leif Hammar", Role: stakeholder, Away: "2026-07-13", Weeks: 3},
		{Name: "Noor Haddad", Role: stakeholder},
		{Name: "Carmen Ruiz", Role: stakeholder, Away: "2026-08-03", Weeks: 3},
		{Name: "Housekeeping", Role: staleBot},
	},
	Habits: habits{
		Requests: 2.1, Ideas: 1.5, Bugs: 0.5, Chores: 0.4,
		Standing: 130, StandingWeeks: 40, Stocked: 10,
		Named: 0.8, NamedRequests: 0.4, Parented: 0.86,
		Declined: 0.3, Reshaped: 0.7, Split: 0.1, Refined: 0.3,
		OrdersAtPlanning: 0.97, Moves: 2.5, NewFirst: 1, Reverses: 0.2,
		Planned: 1.6, GoalWritten: 0.92,
		Inserted: 0.2, Urgent: 0.3, Dropped: 0.2, RollsOver: true, Effort: 0.65,
		Talk: 0.35, Tried: 0.175, Asked: 0.35, AskedOnRequests: 0.35, SameDay: 0.7, Deferred: 0.05,
	},
	Stock: fulfilmentStock,
}
