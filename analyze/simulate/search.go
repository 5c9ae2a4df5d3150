package simulate

import "github.com/rolehealth/rolehealth/analyze/backlog"

// search is a Scrum team whose Product Owner keeps the list for others: what comes in
// goes into Sprints as it came, first come, first served.
var search = plan{
	Name: "Search", Key: "SRC", Board: 2, Seed: 22,
	Process: backlog.Scrum, FirstSprint: "2026-02-23",
	About: "The Product Owner files what others ask for. Requests reach Sprints unchanged and in order of arrival, " +
		"nothing is refused, goals are lists, questions are passed on, and hardly anybody tries what is finished.",
	Cast: []member{
		{Name: "Niklas Holm", Role: owner, Away: "2026-07-20", Weeks: 2},
		{Name: "Ingrid Sæther", Role: master, Away: "2026-07-06", Weeks: 2},
		{Name: "Oskar Lund", Role: developer, Away: "2026-07-06", Weeks: 2},
		{Name: "Fatima Zahra", Role: developer, Away: "2026-07-27", Weeks: 2},
		{Name: "Ben Carter", Role: developer, Away: "2026-08-10", Weeks: 2},
		{Name: "Wei Chen", Role: developer},
		{Name: "Jana Nováková", Role: developer, Away: "2026-07-13", Weeks: 3},
		{Name: "Karin Ek", Role: stakeholder, Away: "2026-07-20", Weeks: 2},
		{Name: "Dieter Vogt", Role: stakeholder, Away: "2026-08-03", Weeks: 2},
		{Name: "Amélie Roux", Role: stakeholder, Away: "2026-08-10", Weeks: 2},
		{Name: "Trần Bảo", Role: stakeholder},
	},
	Habits: habits{
		Requests: 2.6, Ideas: 1.8, Bugs: 0.6, Chores: 0.3,
		Standing: 30, StandingWeeks: 6, Stocked: 10,
		Named: 0.16, NamedRequests: 0.14, Parented: 0.82, Bucketed: 0.1,
		Declined: 0.003, Reshaped: 0.1, Refined: 0.12,
		OrdersBetween: 0.75, OrdersAtPlanning: 0.8, Moves: 1.6, Fifo: true,
		Planned: 1.1, GoalWritten: 0.1, GoalListed: 0.6,
		Inserted: 4.2, Urgent: 0.2, Dropped: 1, RollsOver: true, Effort: 0.65,
		Talk: 0.3, Tried: 0.15, Asked: 0.9, AskedOnRequests: 0.18, SameDay: 0.7, Deferred: 0.7,
	},
	Stock: searchStock,
}
