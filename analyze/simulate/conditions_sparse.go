package simulate

// This file holds teams of which too little is known to say anything.

func sparse() []Condition {
	return []Condition{
		Condition{Name: "young team", Kind: Sparse, Mute: []string{All},
			About: "The team began seven weeks ago."}.
			bothPlans(func(p *plan) {
				p.Begins, p.Habits.StandingWeeks, p.Habits.Standing = "2026-10-05", 0, 0
				p.FirstSprint = firstSprint(p, "2026-10-12")
			}),
		Condition{Name: "young team with every bad habit", Kind: Sparse, Mute: []string{All},
			About: "The team began seven weeks ago, and does everything wrong."}.
			bothPlans(func(p *plan) {
				p.Begins, p.Habits.StandingWeeks, p.Habits.Standing = "2026-10-05", 0, 0
				p.FirstSprint = firstSprint(p, "2026-10-12")
				h := &p.Habits
				h.Named, h.Parented, h.GoalWritten, h.Declined, h.Deferred, h.Bare, h.Tried = 0, 0, 0, 0, 1, 1, 0
				h.Assigned, h.Slow, h.Inserted, h.Bypassed = 1, 4, 5, 2
			}),
		Condition{Name: "hardly any work", Kind: Sparse,
			Mute:  []string{"VAL-01", "VAL-02", "VAL-03", "VAL-05", "ORD-03", "ORD-04", "ORD-05", "CRF-01", "CRF-02", "CRF-03", "CRF-05", "CRF-07", "FLW-02", "FLW-03", "FLW-04", "FLW-05", "FLW-06", "OWN-03", "OWN-06"},
			About: "Three developers with other duties finish an item a month."}.
			bothPlans(func(p *plan) {
				h := &p.Habits
				h.Requests, h.Ideas, h.Bugs, h.Chores, h.Tickets, h.Stocked, h.Standing = 0.1, 0.05, 0.05, 0.05, 0, 0, 8
				h.Effort, h.Bypassed, h.Trials, h.LooksBack = 9, 0, 0, 0
			}),
	}
}
