package simulate

// This file holds conditions about what happens during and after a Sprint.

func aboutFlow() []Condition {
	return []Condition{
		Condition{Name: "disturbed Sprints", Kind: Planted, Shows: []string{"FLW-01"},
			About: "Stakeholders put half a dozen requests into a running Sprint, and planned items leave it."}.
			sprints(func(h *habits) { h.Inserted, h.Dropped = 7, 1.5 }),
		Condition{Name: "Sprints disturbed now and then", Kind: Borderline, Shows: []string{"FLW-01"},
			About: "Two requests are put into a running Sprint."}.
			sprints(func(h *habits) { h.Inserted, h.Dropped = 2, 0.3 }),
		Condition{Name: "backlog bypass", Kind: Planted, Shows: []string{"FLW-02"},
			About: "Developers are asked for things in passing and do them at once: more than a third of all that is done."}.
			both(func(h *habits) { h.Bypassed = 2.6 }),
		Condition{Name: "asked for in passing now and then", Kind: Borderline, Shows: []string{"FLW-02"},
			About: "About one finished item in seven was asked for in passing."}.
			both(func(h *habits) { h.Bypassed = 0.7 }),
		Condition{Name: "slow answers", Kind: Planted, Shows: []string{"FLW-03"},
			About: "Questions wait for four to seven working days."}.
			both(func(h *habits) { h.Slow, h.Asked, h.AskedOnRequests = 4, 0.6, 0.6 }),
		Condition{Name: "answers after two days", Kind: Borderline, Shows: []string{"FLW-03"},
			About: "Questions wait for one or two days."}.
			both(func(h *habits) { h.Slow, h.Asked, h.AskedOnRequests = 1, 0.6, 0.6 }),
		Condition{Name: "no evaluation", Kind: Planted, Shows: []string{"FLW-04"},
			About: "What is done is done: nobody tries it, says a word or comes back to it. Developers do talk on their items."}.
			both(func(h *habits) { h.Tried, h.Talk, h.LooksBack, h.Involved = 0, 0.6, 0, 0 }),
		Condition{Name: "a third is tried", Kind: Borderline, Shows: []string{"FLW-04"},
			About: "The Product Owner tries one finished item in three, and says so."}.
			both(func(h *habits) { h.Tried, h.Talk, h.LooksBack, h.Involved = 0.33, 0.6, 0, 0 }),
		Condition{Name: "auto carry-over", Kind: Planted, Shows: []string{"FLW-05"},
			About: "Far more is planned than can be done; what is left rolls over in one go, Sprint after Sprint."}.
			sprints(func(h *habits) { h.RollsOver, h.Planned, h.Effort = true, 3.5, 1.4 }),
		Condition{Name: "some carry-over", Kind: Borderline, Shows: []string{"FLW-05"},
			About: "A little more is planned than can be done."}.
			sprints(func(h *habits) { h.RollsOver, h.Planned, h.Effort = true, 2, 0.85 }),
		Condition{Name: "busy-work", Kind: Planted, Shows: []string{"FLW-06"},
			About: "Late in every Sprint the Product Owner writes small things so that everybody has something to do."}.
			sprints(func(h *habits) { h.Fillers, h.Effort, h.Planned = 5, 0.3, 1.4 }),
	}
}
