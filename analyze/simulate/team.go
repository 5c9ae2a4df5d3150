package simulate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// team is a team at work: its people, its backlog as they see it, and the clock.
type team struct {
	plan
	calendar *backlog.Calendar
	rec      *scenario.Recorder
	rng      *rand.Rand

	now    time.Time
	agenda []entry            // what is still to happen today
	diary  map[string][]entry // what is due on later days, by date

	cast    []*person
	items   []*work // Product Backlog items, by creation
	order   []*work // everything, top first, as the Recorder keeps it
	epics   []*work // by theme; nil until its first item
	bucket  *work
	deck    []card
	keys    int
	moves   []move
	sprints []*sprint
	running *sprint
	goals   map[string]bool // those used already
}

// person is a member with an account and something to do.
type person struct {
	*backlog.Person
	member
	doing *work
}

// entry is something that will happen at a time.
type entry struct {
	at time.Time
	do func()
}

func newTeam(p plan, seed uint64) *team {
	t := &team{
		plan: p, calendar: calendar(),
		rng:   rand.New(rand.NewPCG(seed, 2026)),
		diary: map[string][]entry{},
		goals: map[string]bool{},
		epics: make([]*work, len(p.Stock.Themes)),
	}
	t.rec = scenario.NewRecorder(backlog.Team{
		Name: p.Name, Connection: "demo", Tracker: "jira-cloud", Board: p.Name + " board",
	}, p.Process, t.calendar)
	for i, m := range p.Cast {
		account := t.rec.Person(fmt.Sprintf("%s-%02d", p.Key, i+1), m.Name)
		account.App = m.Role == releaseBot || m.Role == staleBot
		account.Customer = m.Role == customer
		t.cast = append(t.cast, &person{Person: account, member: m})
	}
	t.deck = t.shuffle()
	t.layOutSprints()
	return t
}

// firstDay is when the oldest item of the standing backlog may have been written.
func (t *team) firstDay() time.Time {
	return begin(t.calendar.Zone).AddDate(0, 0, -7*t.Habits.StandingWeeks)
}

// present lists who of the given roles is at work today.
func (t *team) present(roles ...role) []*person {
	var there []*person
	today := t.calendar.Date(t.now)
	for _, p := range t.cast {
		for _, r := range roles {
			if p.Role == r && p.Joins <= today && !p.awayOn(t.now) {
				there = append(there, p)
			}
		}
	}
	return there
}

func (p *person) awayOn(day time.Time) bool {
	if p.Away == "" {
		return false
	}
	from, err := time.ParseInLocation(time.DateOnly, p.Away, day.Location())
	if err != nil {
		panic("simulate: leave of " + p.Person.Name + ": " + err.Error()) // a mistake in the tables
	}
	return !day.Before(from) && day.Before(from.AddDate(0, 0, 7*p.Weeks))
}

// decider is who decides about the backlog today: an owner, or the scrum master
// while none is there; nil if nobody is.
func (t *team) decider() *person {
	if owners := t.present(owner, manager); len(owners) > 0 {
		return pick(t, owners)
	}
	return one(t, t.present(master))
}

// planner is who fills a Sprint: who decides, or the developers when they are alone.
func (t *team) planner() *person {
	if by := t.decider(); by != nil {
		return by
	}
	return one(t, t.present(developer))
}

// season is how busy a day is: July is slow.
func (t *team) season() float64 {
	if t.now.Month() == time.July {
		return 0.5
	}
	return 1
}

// chance comes true with the given probability.
func (t *team) chance(p float64) bool { return t.rng.Float64() < p }

// count is how often something happens that happens mean times on average.
func (t *team) count(mean float64) int {
	n, limit := 0, math.Exp(-mean)
	for p := t.rng.Float64(); p > limit; p *= t.rng.Float64() {
		n++
	}
	return n
}

// pick takes one of several at random; there must be one.
func pick[T any](t *team, from []T) T { return from[t.rng.IntN(len(from))] }

// one takes one of several at random, or nothing from nobody.
func one(t *team, from []*person) *person {
	if len(from) == 0 {
		return nil
	}
	return pick(t, from)
}
