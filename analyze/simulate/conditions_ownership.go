package simulate

import "time"

// This file holds conditions about who decides.

func aboutOwnership() []Condition {
	return []Condition{
		Condition{Name: "nobody leads", Kind: Planted, Shows: []string{"OWN-01"},
			About: "There is no Product Owner; the developers order the backlog in turns."}.
			bothPlans(func(p *plan) {
				p.Exact = true
				p.without(owner)
				p.Habits.DevelopersOrder, p.Habits.DevelopersDecide = 0.5, true
			}),
		Condition{Name: "committee", Kind: Planted, Shows: []string{"OWN-02"},
			About: "Three managers order the backlog in about equal parts."}.
			bothPlans(func(p *plan) {
				p.without(owner)
				committee(p)
				p.Habits.OrdersBetween, p.Habits.Reverses = 0.5, 0.15
			}),
		Condition{Name: "two who order, one of them more", Kind: Borderline, Shows: []string{"OWN-02"},
			About: "A Product Owner orders on most days, a manager on one day in three."}.
			bothPlans(func(p *plan) {
				p.with(member{Name: "Ulrika Strand", Role: manager})
				p.Habits.OrdersBetween = 0.5
			}),
		Condition{Name: "proxy", Kind: Planted, Shows: []string{"OWN-03"},
			About: "Nearly all questions are passed on to somebody who decides, and the answer comes from there."}.
			both(func(h *habits) { h.Deferred, h.Asked, h.AskedOnRequests = 0.9, 0.8, 0.8 }),
		Condition{Name: "some questions passed on", Kind: Borderline, Shows: []string{"OWN-03"},
			About: "Three questions in ten are passed on."}.
			both(func(h *habits) { h.Deferred, h.Asked, h.AskedOnRequests = 0.32, 0.6, 0.6 }),
		Condition{Name: "one day a week", Kind: Planted, Shows: []string{"OWN-04"},
			About: "The Product Owner is with the team on Tuesdays."}.
			bothPlans(func(p *plan) { p.each(owner, func(m *member) { m.Only = []time.Weekday{time.Tuesday} }) }),
		Condition{Name: "two days a week", Kind: Borderline, Shows: []string{"OWN-04"},
			About: "The Product Owner is with the team on Tuesdays and Thursdays."}.
			bothPlans(func(p *plan) {
				p.each(owner, func(m *member) { m.Only = []time.Weekday{time.Tuesday, time.Thursday} })
			}),
		Condition{Name: "Product Owner and Scrum Master in one", Kind: Planted, Shows: []string{"OWN-05"},
			About: "One person is configured as both: the Product Owner closes Sprints, moves what is left and lifts impediments."}.
			sprintPlan(func(p *plan) {
				p.without(master)
				p.Habits.OwnerRuns, p.Habits.RollsOver, p.Habits.Effort = true, true, 0.65
			}),
		Condition{Name: "team boss", Kind: Planted, Shows: []string{"OWN-06"},
			About: "The Product Owner says who does what, day by day, and writes the estimates."}.
			both(func(h *habits) { h.Assigned, h.Estimated = 0.9, true }),
		Condition{Name: "a word on who does what", Kind: Borderline, Shows: []string{"OWN-06"},
			About: "A third of the items is given to somebody."}.
			both(func(h *habits) { h.Assigned = 0.33 }),
		Condition{Name: "deadline driver", Kind: Planted, Shows: []string{"OWN-07"},
			About: "The Product Owner sets dates and asks how far things are, several times a day, and orders and writes little."}.
			both(func(h *habits) { h.Dated, h.OrdersBetween, h.Moves, h.Reshaped = 5, 0.4, 1.2, 0.3 }),
		Condition{Name: "some dates", Kind: Borderline, Shows: []string{"OWN-07"},
			About: "The Product Owner sets a date or asks for one about once a day."}.
			both(func(h *habits) { h.Dated = 1.2 }),
		Condition{Name: "gatekeeper", Kind: Planted, Shows: []string{"OWN-08"},
			About: "Stakeholders write to the Product Owner, who passes it on; developers never answer them, and ask the Product Owner."}.
			both(func(h *habits) { h.Involved, h.Shielded, h.Talk, h.AskedOnRequests = 0.9, true, 0.08, 0.7 }),
	}
}

// committee makes managers of three people more.
func committee(p *plan) {
	for _, name := range []string{"Ulrika Strand", "Paul Weber", "Chiara Greco"} {
		p.with(member{Name: name, Role: manager})
	}
}
