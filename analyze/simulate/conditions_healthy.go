package simulate

import (
	"slices"

	"github.com/rolehealth/rolehealth/analyze/guards"
)

// This file holds teams with which nothing is wrong. All other ways of living are
// changes of these.

// soundSprints and soundFlow are healthy teams with Sprints and without.
var (
	soundSprints = *checkout.ways(soundly)
	soundFlow    = *returns.but(func(p *plan) {
		soundly(&p.Habits)
		p.Habits.Fifo, p.Declared = false, guards.Declared{}
	})
)

// soundly is what healthy teams do besides what the demo tells of them.
func soundly(h *habits) {
	h.EpicSize, h.LooksBack, h.Involved = 6, 0.7, 0.3
	h.Trials, h.Learns = 0.5, 0.7
}

func healthy() []Condition {
	return []Condition{
		Condition{Name: "sound", Kind: Healthy, Spares: []string{All},
			About: "The Product Owner orders, refuses, explains, answers and tries what was built; the team refines."}.
			both(func(*habits) {}),
		Condition{Name: "sound, Product Owner not configured", Kind: Healthy, Spares: []string{All},
			About: "The same, and the tool has to find out who the Product Owner is."}.
			bothPlans(func(p *plan) { p.Unnamed = true }),
		Condition{Name: "sound, with priorities", Kind: Healthy, Spares: []string{All},
			About: "Priorities are set by hand on half of the items, one in six of them high."}.
			both(func(h *habits) { h.Prioritised, h.Top = 0.5, 0.16 }),
		Condition{Name: "sound, in a warehouse", Kind: Healthy, Spares: []string{All},
			About: "Another product, another Product Owner: one who talks more and writes less."}.
			sprintPlan(func(p *plan) {
				p.Stock = fulfilmentStock
				h := &p.Habits
				h.Ideas, h.Requests, h.Refined, h.Asked, h.Talk, h.Tried = 0.8, 1.8, 0.7, 0.5, 0.5, 0.5
			}),
		Condition{Name: "sound, and busy", Kind: Healthy, Spares: []string{All},
			About: "Bugs come in, a Sprint is topped up when it is nearly done, unfinished items roll over once."}.
			sprintPlan(func(p *plan) {
				h := &p.Habits
				h.Urgent, h.Bugs, h.RollsOver, h.ToppedUp, h.SplitLate = 0.8, 1, true, 0.4, 0.3
			}),
	}
}

// without leaves those with a role out of the cast.
func (p *plan) without(r role) {
	p.Cast = slices.DeleteFunc(p.Cast, func(m member) bool { return m.Role == r })
}

// each changes all those who have a role.
func (p *plan) each(r role, change func(*member)) {
	for i := range p.Cast {
		if p.Cast[i].Role == r {
			change(&p.Cast[i])
		}
	}
}

// with adds somebody.
func (p *plan) with(m member) { p.Cast = append(p.Cast, m) }
