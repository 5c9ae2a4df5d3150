package simulate

import (
	"slices"

	"github.com/rolehealth/rolehealth/analyze/guards"
)

// This file holds what looks like a pattern and is none.

func lookAlikes() []Condition {
	return []Condition{
		Condition{Name: "lead developer orders most", Kind: LookAlike, Spares: []string{"OWN-01", "OWN-02", "OWN-04", "OWN-06", "ORD-06"},
			About: "A developer reorders more often than the Product Owner, who is not configured; both agree on that."}.
			bothPlans(func(p *plan) { p.Unnamed, p.Habits.LeadOrders, p.Habits.OrdersBetween = true, 0.8, 0.6 }),
		Condition{Name: "handover", Kind: LookAlike, Spares: []string{"OWN-01", "OWN-02", "OWN-03", "OWN-04", "OWN-06"},
			About: "In August one Product Owner hands over to another. Both are configured, with the date."}.
			bothPlans(func(p *plan) { handOver(p, "2026-08-24", "2026-08-24") }),
		Condition{Name: "two Product Owners, one after the other", Kind: LookAlike, Spares: []string{"OWN-01", "OWN-02", "OWN-04"},
			About: "The same with a fortnight between them, and nobody configured either."}.
			bothPlans(func(p *plan) { handOver(p, "2026-08-10", "2026-08-24"); p.Unnamed = true }),
		Condition{Name: "parking Sprint", Kind: LookAlike, Spares: []string{"FLW-01", "ORD-08", "FLW-05", "CRF-07"},
			About: "What is accepted waits in a Sprint to come; on the day that becomes the real one, and what is too much moves on."}.
			sprints(func(h *habits) { h.Parked = true }),
		Condition{Name: "carry-over in one go", Kind: LookAlike, Spares: []string{"FLW-01", "FLW-05", "ORD-02", "OWN-05"},
			About: "The little that is left at the close moves to the next Sprint in one act of the Scrum Master, and gets done there."}.
			sprints(func(h *habits) { h.RollsOver, h.Effort = true, 0.6 }),
		Condition{Name: "project move", Kind: LookAlike, Spares: []string{All},
			About: "In April the project gets another key and workflow, which rewrites every item on one day."}.
			bothPlans(func(p *plan) { p.Moved = "2026-04-14" }),
		Condition{Name: "high by default", Kind: LookAlike, Spares: []string{"ORD-03"},
			About: "Every new item is High because the form says so; nobody chose it."}.
			both(func(h *habits) { h.Preset, h.Prioritised, h.Top = true, 0.15, 0.1 }),
		Condition{Name: "criteria under another heading", Kind: LookAlike, Spares: []string{"CRF-01", "CRF-07"},
			About: "Acceptance criteria stand under “COS:”."}.
			both(func(h *habits) { h.Wording.Heading = "COS:" }),
		Condition{Name: "acceptance tests, not criteria", Kind: Planted, Shows: []string{"CRF-01"},
			About: "Titles speak of acceptance tests, and three stories in four have no criterion."}.
			bothPlans(func(p *plan) {
				p.Habits.Bare, p.Habits.Refined, p.Habits.NamedRequests = 0.76, 0, 0
				p.Stock.Variants = []string{"(acceptance test)", "(acceptance test for SFTP)", "(test of acceptance)", "by mail", "on paper"}
			}),
		Condition{Name: "twins that are none", Kind: LookAlike, Spares: []string{"VAL-02", "OWN-03", "ORD-05", "CRF-03"},
			About: "Items come in pairs that differ in one word: for loans, for all but loans."}.
			bothPlans(func(p *plan) {
				p.Stock.Variants = []string{"for loans", "for non-loans", "in round 2", "in round 3", "for members", "for non-members"}
			}),
		Condition{Name: "holiday fortnight", Kind: LookAlike, Spares: []string{"ORD-02", "FLW-03", "OWN-04", "FLW-04", "ORD-01"},
			About: "Everybody is away for the same three weeks in July."}.
			bothPlans(func(p *plan) {
				for i := range p.Cast {
					p.Cast[i].Away, p.Cast[i].Weeks = "2026-07-13", 3
				}
			}),
		Condition{Name: "finished early, then topped up", Kind: LookAlike, Spares: []string{"FLW-01", "FLW-06", "CRF-07"},
			About: "The team is done by the second Monday and takes the next items from the top."}.
			sprints(func(h *habits) { h.Effort, h.Planned, h.ToppedUp, h.Ideas = 0.2, 1.3, 0.9, 1.6 }),
		Condition{Name: "split on the way", Kind: LookAlike, Spares: []string{"FLW-01", "FLW-02", "CRF-07"},
			About: "Planned items turn out too large and are split in the running Sprint."}.
			sprints(func(h *habits) { h.SplitLate = 3.5 }),
		Condition{Name: "bug storm", Kind: LookAlike, Spares: []string{"FLW-01", "FLW-02", "ORD-06", "CRF-07"},
			About: "Five urgent bugs are taken into every running Sprint."}.
			sprints(func(h *habits) { h.Urgent, h.Planned = 5, 1.3 }),
		Condition{Name: "imported backlog", Kind: LookAlike, Spares: []string{"ORD-01", "ORD-07", "FLW-02", "CRF-03", "CRF-07"},
			About: "The tracker is new: on the first morning sixty items were copied in by one person."}.
			bothPlans(func(p *plan) { p.Import, p.Begins = true, "2026-06-01"; p.FirstSprint = firstSprint(p, "2026-06-08") }),
		Condition{Name: "talks in chat", Kind: LookAlike, Spares: []string{"FLW-03", "FLW-04", "OWN-03", "OWN-08", "CRF-03"},
			About: "Questions, answers and thanks are said elsewhere; one finished item in five carries a comment."}.
			both(func(h *habits) {
				h.Talk, h.Tried, h.Asked, h.AskedOnRequests, h.Involved, h.Refined = 0.03, 0.02, 0.04, 0.04, 0.02, 0.15
			}),
		Condition{Name: "users are developers", Kind: LookAlike, Spares: []string{"CRF-05", "VAL-03"},
			About: "The product is a tool for developers; stories are told of developers, and the team has declared it."}.
			bothPlans(func(p *plan) {
				p.Declared.UsersAreDevelopers = true
				p.Stock = p.Stock.toldOf([]string{"developer of a shop plug-in", "developer who debugs a payment", "engineer on call"})
			}),
		Condition{Name: "epics out of sight", Kind: LookAlike, Spares: []string{"VAL-01", "VAL-04", "VAL-06", "CRF-06"},
			About: "The epics live in a portfolio project that the account may not see."}.
			bothPlans(func(p *plan) { p.Unseen = true }),
		Condition{Name: "three people", Kind: LookAlike, Mute: []string{"OWN-01", "OWN-02", "OWN-03", "OWN-04", "OWN-05", "OWN-06", "OWN-07", "OWN-08", "CRF-03"},
			About: "A Product Owner and two developers: a finding about a role would be one about a person."}.
			bothPlans(func(p *plan) {
				p.Exact = true
				p.without(stakeholder)
				p.without(customer)
				p.without(master)
				p.Cast = p.Cast[:3]
				p.Habits.Ideas, p.Habits.Requests, p.Habits.Tickets, p.Habits.Standing = 1.4, 0, 0, 20
			}),
		Condition{Name: "first come, first served by policy", Kind: LookAlike, Spares: []string{"ORD-05", "ORD-02"},
			About: "A support team takes work in order of arrival, as agreed and declared; requests arrive ready to work on."}.
			flowOf(func(p *plan) {
				p.Habits.Fifo, p.Habits.NamedRequests, p.Declared = true, 0.9, guards.Declared{FIFO: true}
			}),
		Condition{Name: "a German backlog", Kind: LookAlike, Spares: []string{"VAL-01", "VAL-02", "VAL-03", "CRF-01", "CRF-05", "CRF-07"},
			About: "Everything is written in German, and well."}.
			bothPlans(func(p *plan) { p.Stock = germanStock.saying(germanGoals) }),
		Condition{Name: "a Finnish backlog", Kind: Sparse, Mute: []string{"VAL-02", "VAL-03", "CRF-01", "CRF-05"},
			About: "Everything is written in a language that the rules cannot read."}.
			bothPlans(func(p *plan) { p.Stock, p.Habits.GoalListed = finnishStock.saying(finnishGoals), 0 }),
		Condition{Name: "asks users, not managers", Kind: LookAlike, Spares: []string{"OWN-03", "FLW-03"},
			About: "The Product Owner often asks customers before answering, which is good practice, and decides within a day."}.
			both(func(h *habits) { h.AsksUsers, h.Asked, h.AskedOnRequests = 0.6, 0.6, 0.6 }),
	}
}

// handOver lets somebody else be the Product Owner from a day on.
func handOver(p *plan, last, first string) {
	p.each(owner, func(m *member) { m.Leaves, m.Away = last, "" })
	p.with(member{Name: "Renate Falk", Role: owner, Joins: first})
}

// firstSprint moves the first Sprint of a plan that has any.
func firstSprint(p *plan, monday string) string {
	if p.FirstSprint == "" {
		return ""
	}
	return monday
}

// toldOf is the stock with other people in its stories.
func (s stock) toldOf(personas []string) stock {
	s.Themes = slices.Clone(s.Themes)
	for i := range s.Themes {
		s.Themes[i].Personas = personas
	}
	return s
}
