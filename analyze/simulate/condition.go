package simulate

import (
	"math/rand/v2"
	"slices"
)

// This file says what a condition is: a way of living that many teams are simulated
// with, and what is true of them. The conditions themselves are in the files named
// after them, a family in each.

// Kind is what a condition is for.
type Kind string

// The kinds of conditions.
const (
	Healthy    Kind = "healthy"    // nothing is wrong
	Planted    Kind = "planted"    // the people clearly live a pattern
	Borderline Kind = "borderline" // they live it now and then: either answer is fair
	LookAlike  Kind = "look-alike" // it looks like a pattern and is none
	Sparse     Kind = "sparse"     // too little has happened to say anything
)

// Condition is a way of living, and its truth.
type Condition struct {
	Name  string // "frozen order"
	Kind  Kind
	About string   // what the people do, and why that is or is not the pattern
	Shows []string // checks, by ID, whose pattern the people live, or nearly so where borderline
	// Spares are the checks that must not find anything; healthy teams spare all.
	Spares []string
	// Mute are the checks that have too little to go by; young teams mute all.
	Mute []string

	scrum, flow *plan // how it is lived; with both, every second team works in a flow
}

// All stands for every check of the catalogue.
const All = "all"

// Conditions lists them all, healthy teams first.
func Conditions() []Condition {
	return slices.Concat(healthy(), aboutValue(), aboutOrder(), aboutOwnership(), aboutCraft(), aboutFlow(), lookAlikes(), sparse())
}

// Team simulates one team that lives the condition. The same seed gives the same team.
func (c Condition) Team(seed uint64) Team {
	p := c.scrum
	if p == nil || c.flow != nil && seed%2 == 1 {
		p = c.flow
	}
	return simulate(p.sized(rand.New(rand.NewPCG(seed, 1))), seed)
}

// sized is the plan for a team that has up to two developers and one stakeholder fewer.
// A smaller team gets less to do.
func (p plan) sized(rng *rand.Rand) plan {
	leave := map[role]int{developer: rng.IntN(3), stakeholder: rng.IntN(2)}
	if p.Exact {
		return p
	}
	gone := leave[developer]
	before := 0
	p.Cast = slices.DeleteFunc(slices.Clone(p.Cast), func(m member) bool {
		if m.Role == developer {
			before++
		}
		leave[m.Role]--
		return leave[m.Role] >= 0
	})
	share := 1 - float64(gone)/float64(before)
	h := &p.Habits
	for _, rate := range []*float64{&h.Requests, &h.Ideas, &h.Bugs, &h.Chores, &h.Tickets, &h.Inserted, &h.Urgent, &h.Bypassed, &h.Raised, &h.Fillers} {
		*rate *= share
	}
	return p
}

// but is the plan with something changed.
func (p plan) but(change func(*plan)) *plan {
	p.Cast = slices.Clone(p.Cast)
	change(&p)
	return &p
}

// ways changes how the people of a plan live.
func (p plan) ways(change func(*habits)) *plan {
	return p.but(func(p *plan) { change(&p.Habits) })
}

// both are the plans of a condition that Scrum teams and teams with a flow live alike.
func (c Condition) both(change func(*habits)) Condition {
	c.scrum, c.flow = soundSprints.ways(change), soundFlow.ways(change)
	return c
}

// sprints is the plan of a condition that only Scrum teams live.
func (c Condition) sprints(change func(*habits)) Condition {
	c.scrum = soundSprints.ways(change)
	return c
}

// bothPlans is both for what is no habit: the cast, the stock, what is configured.
func (c Condition) bothPlans(change func(*plan)) Condition {
	c.scrum, c.flow = soundSprints.but(change), soundFlow.but(change)
	return c
}

// sprintPlan is sprints for what is no habit.
func (c Condition) sprintPlan(change func(*plan)) Condition {
	c.scrum = soundSprints.but(change)
	return c
}
