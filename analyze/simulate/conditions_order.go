package simulate

// This file holds conditions about ordering and deciding.

func aboutOrder() []Condition {
	return []Condition{
		Condition{Name: "stale backlog", Kind: Planted, Shows: []string{"ORD-01"},
			About: "A hundred and more items of last year lie untouched; nobody closes them."}.
			both(func(h *habits) { h.Standing, h.StandingWeeks, h.ClosesAfter, h.NewFirst, h.Refines = 130, 40, 0, 1, 20 }),
		Condition{Name: "stale backlog, and a bot that says so", Kind: Planted, Shows: []string{"ORD-01"},
			About: "The same, and a bot comments on old items every week. That is nobody's attention."}.
			bothPlans(func(p *plan) {
				p.Habits.Standing, p.Habits.StandingWeeks, p.Habits.ClosesAfter, p.Habits.NewFirst = 130, 40, 0, 1
				p.Habits.Refines = 20
				p.with(member{Name: "Housekeeping", Role: staleBot})
			}),
		Condition{Name: "somewhat stale backlog", Kind: Borderline, Shows: []string{"ORD-01"},
			About: "A third of the backlog is old."}.
			both(func(h *habits) { h.Standing, h.StandingWeeks, h.ClosesAfter = 45, 20, 0 }),
		Condition{Name: "frozen order", Kind: Planted, Shows: []string{"ORD-02"},
			About: "The backlog is ordered around planning and never between; in a flow, every third week."}.
			both(func(h *habits) {
				h.OrdersBetween, h.OrdersAtPlanning, h.Moves = 0, 0.95, 6
			}).rarely(0.045),
		Condition{Name: "order given once a week", Kind: Borderline, Shows: []string{"ORD-02"},
			About: "Between plannings the backlog is ordered on one or two days."}.
			both(func(h *habits) { h.OrdersBetween = 0.2 }),
		Condition{Name: "everything has top priority", Kind: Planted, Shows: []string{"ORD-03"},
			About: "Most items get a priority by hand, and two of three of these one of the highest."}.
			both(func(h *habits) { h.Prioritised, h.Top = 0.85, 0.7 }),
		Condition{Name: "much has high priority", Kind: Borderline, Shows: []string{"ORD-03"},
			About: "About a third of the items that get a priority by hand get a high one."}.
			both(func(h *habits) { h.Prioritised, h.Top = 0.8, 0.34 }),
		Condition{Name: "never says no", Kind: Planted, Shows: []string{"ORD-04"},
			About: "Whatever is asked for is taken on; the backlog grows faster than the team works."}.
			both(func(h *habits) { h.Declined, h.ClosesAfter, h.Requests, h.Standing = 0, 0, 4.5, 150 }),
		Condition{Name: "seldom says no", Kind: Borderline, Shows: []string{"ORD-04"},
			About: "One request in twenty is declined."}.
			both(func(h *habits) { h.Declined, h.ClosesAfter, h.Requests, h.Standing = 0.06, 0, 4, 150 }),
		Condition{Name: "pass-through", Kind: Planted, Shows: []string{"ORD-05"},
			About: "Requests reach a Sprint as they came and as they came in; hardly one is rewritten, split or asked about."}.
			sprints(passesOn).flowOf(func(p *plan) { passesOn(&p.Habits); p.Habits.OrdersBetween = 0.05 }),
		Condition{Name: "half passed through", Kind: Borderline, Shows: []string{"ORD-05"},
			About: "About half of the requests are rewritten with the team."}.
			sprints(func(h *habits) { passesOn(h); h.Reshaped = 0.4 }),
		Condition{Name: "overridden", Kind: Planted, Shows: []string{"ORD-06"},
			About: "Stakeholders raise priorities, put requests into the running Sprint and undo the Product Owner's moves."}.
			both(func(h *habits) { h.Raised, h.Inserted, h.Overruled = 4, 3, 0.7 }),
		Condition{Name: "overridden now and then", Kind: Borderline, Shows: []string{"ORD-06"},
			About: "Every other week a stakeholder makes something urgent."}.
			both(func(h *habits) { h.Raised, h.Inserted, h.Overruled = 0.5, 0.4, 0.1 }),
		Condition{Name: "hoard", Kind: Planted, Shows: []string{"ORD-07"},
			About: "More than four hundred items are open: two years of work."}.
			both(func(h *habits) { h.Standing, h.StandingWeeks, h.ClosesAfter = 450, 40, 0 }),
		Condition{Name: "a long list", Kind: Borderline, Shows: []string{"ORD-07"},
			About: "Some eight months of work are open."}.
			both(func(h *habits) { h.Standing, h.StandingWeeks, h.ClosesAfter = 170, 30, 0 }),
		Condition{Name: "flip-flop", Kind: Planted, Shows: []string{"ORD-08"},
			About: "Three items in four are made urgent and a few days later not again."}.
			both(func(h *habits) { h.Wavers = 0.75 }),
		Condition{Name: "second thoughts now and then", Kind: Borderline, Shows: []string{"ORD-08"},
			About: "One item in seven is made urgent and then not again."}.
			both(func(h *habits) { h.Wavers = 0.15 }),
	}
}

// passesOn is how somebody keeps the list for others.
func passesOn(h *habits) {
	h.Requests, h.Ideas, h.Stocked, h.Standing = 3.2, 0.8, 8, 25
	h.Reshaped, h.Split, h.Refined, h.AskedOnRequests, h.Declined, h.ClosesAfter = 0.08, 0, 0.05, 0.05, 0.02, 0
	h.Fifo, h.Involved = true, 0
}

// rarely lets the owners of a flow order on few days.
func (c Condition) rarely(chance float64) Condition {
	c.flow = c.flow.ways(func(h *habits) { h.OrdersBetween = chance })
	return c
}

// flowOf changes the sound flow in a way of its own.
func (c Condition) flowOf(change func(*plan)) Condition {
	c.flow = soundFlow.but(change)
	return c
}
