package simulate

import (
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

// returns is a support team that works in a flow, and means to work in order of arrival.
var returns = plan{
	Name: "Returns", Key: "RET", Board: 4, Seed: 4,
	Process: backlog.Kanban,
	About: "A healthy support team without Sprints. It works in order of arrival by policy; only what is urgent " +
		"goes first.",
	Cast: []member{
		{Name: "Håkan Nyström", Role: owner, Away: "2026-07-13", Weeks: 2},
		{Name: "Lin Zhang", Role: developer, Away: "2026-07-06", Weeks: 2},
		{Name: "Mateo Silva", Role: developer, Away: "2026-07-20", Weeks: 2},
		{Name: "Anneli Mäkinen", Role: developer, Away: "2026-08-03", Weeks: 2},
		{Name: "Hugo Petit", Role: developer},
		{Name: "Vera Sjögren", Role: stakeholder, Away: "2026-07-27", Weeks: 2},
		{Name: "Omar Aziz", Role: stakeholder},
		{Name: "Birgit Hoffmann", Role: customer},
		{Name: "E. Lindgren", Role: customer},
		{Name: "Pablo Reyes", Role: customer},
	},
	Habits: habits{
		Requests: 1.6, Ideas: 1.3, Bugs: 1.9, Chores: 0.4, Tickets: 0.8,
		Standing: 35, StandingWeeks: 6, Stocked: 25,
		Named: 0.85, NamedRequests: 0.2, Parented: 0.85,
		Declined: 0.2, Reshaped: 0.7, Split: 0.05, Refined: 0.4, ClosesAfter: 120,
		OrdersBetween: 0.6, Moves: 2, NewFirst: 0.3, Fifo: true, Effort: 0.4,
		Talk: 0.4, Tried: 0.65, Asked: 0.35, AskedOnRequests: 0.4, SameDay: 0.8, Deferred: 0.03,
	},
	Stock:    returnsStock,
	Declared: guards.Declared{FIFO: true},
}
