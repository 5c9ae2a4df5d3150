package simulate

// This file holds conditions about how work is prepared.

func aboutCraft() []Condition {
	return []Condition{
		Condition{Name: "no acceptance criteria", Kind: Planted, Shows: []string{"CRF-01"},
			About: "Three stories in four say who wants what and why, and not when they are done; developers add nothing."}.
			both(func(h *habits) { h.Bare, h.Refined, h.NamedRequests = 0.76, 0, 0 }),
		Condition{Name: "headings without criteria", Kind: Planted, Shows: []string{"CRF-01"},
			About: "Every item has the headings of the form; in three of four nothing stands under them."}.
			both(func(h *habits) {
				h.Bare, h.Refined, h.Wording.Form = 0.76, 0, "Acceptance criteria:\n\nNotes:\n"
			}),
		Condition{Name: "criteria on two of three", Kind: Borderline, Shows: []string{"CRF-01"},
			About: "A third of the stories lacks acceptance criteria."}.
			both(func(h *habits) { h.Bare, h.Refined = 0.3, 0 }),
		Condition{Name: "late change", Kind: Planted, Shows: []string{"CRF-02"},
			About: "On most begun stories something else is wanted the next day, and part of the work is done again."}.
			both(func(h *habits) { h.Rethought = 0.85 }),
		Condition{Name: "a change now and then", Kind: Borderline, Shows: []string{"CRF-02"},
			About: "On one begun story in six something else is wanted during the work."}.
			both(func(h *habits) { h.Rethought = 0.16 }),
		Condition{Name: "solo author", Kind: Planted, Shows: []string{"CRF-03"},
			About: "The Product Owner writes every story alone; nobody adds or asks before the work begins."}.
			both(writesAlone),
		Condition{Name: "often alone", Kind: Borderline, Shows: []string{"CRF-03"},
			About: "Three stories in ten are refined with a developer; the others are written alone."}.
			both(func(h *habits) { writesAlone(h); h.Refined = 0.3 }),
		Condition{Name: "detail-heavy", Kind: Planted, Shows: []string{"CRF-04"},
			About: "Everything is specified and estimated at length by the Product Owner months ahead; no epic is ever touched."}.
			both(func(h *habits) {
				writesAlone(h)
				h.EpicSize = 0
				h.Detailed, h.Stocked, h.Standing, h.ClosesAfter = 0.95, 60, 70, 0
			}),
		Condition{Name: "technical work in disguise", Kind: Planted, Shows: []string{"CRF-05"},
			About: "Most stories are technical work told as “As a developer, I want to …”."}.
			both(func(h *habits) { h.Disguised, h.Ideas, h.Requests = 0.9, 2.8, 0.3 }),
		Condition{Name: "some technical work in disguise", Kind: Borderline, Shows: []string{"CRF-05"},
			About: "Three stories in ten are technical work in disguise."}.
			both(func(h *habits) { h.Disguised, h.Ideas, h.Requests = 0.4, 2, 0.8 }),
		Condition{Name: "breakdown only", Kind: Planted, Shows: []string{"CRF-06"},
			About: "A portfolio manager writes the epics; the Product Owner only makes items of them."}.
			bothPlans(func(p *plan) {
				p.with(member{Name: "Viveca Lind", Role: portfolio})
				p.Habits.Handed, p.Habits.EpicSize, p.Habits.LooksBack = true, 2, 0
			}),
		Condition{Name: "unready start", Kind: Planted, Shows: []string{"CRF-07"},
			About: "Most items of a Sprint are written while it is planned: a title, and nothing else."}.
			sprints(func(h *habits) { h.Rushed = 0.7 }),
		Condition{Name: "some unready items", Kind: Borderline, Shows: []string{"CRF-07"},
			About: "A quarter of a Sprint's items is written while it is planned."}.
			sprints(func(h *habits) { h.Rushed = 0.25 }),
	}
}

// writesAlone is how an owner works who writes all there is.
func writesAlone(h *habits) {
	h.Requests, h.Tickets, h.Ideas, h.Bugs = 0.1, 0, 2.5, 0.6
	h.Refined, h.Reshaped, h.Talk = 0, 0, 0.5
}
