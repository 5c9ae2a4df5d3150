package simulate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
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
func (t *team) firstDay() time.Time { return t.opening().AddDate(0, 0, -7*t.Habits.StandingWeeks) }

// opening is the Monday on which the team's daily history begins.
func (t *team) opening() time.Time {
	if t.Begins != "" {
		return t.date(t.Begins)
	}
	return begin(t.calendar.Zone)
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
	if len(p.Only) > 0 && !slices.Contains(p.Only, day.Weekday()) {
		return true
	}
	if p.Leaves != "" && !day.Before(dateIn(p.Leaves, day.Location())) {
		return true
	}
	from := dateIn(p.Away, day.Location())
	return p.Away != "" && !day.Before(from) && day.Before(from.AddDate(0, 0, 7*p.Weeks))
}

// date is the beginning of a day of the tables; zero for none.
func (t *team) date(day string) time.Time { return dateIn(day, t.calendar.Zone) }

func dateIn(day string, zone *time.Location) time.Time {
	if day == "" {
		return time.Time{}
	}
	at, err := time.ParseInLocation(time.DateOnly, day, zone)
	if err != nil {
		panic("simulate: " + err.Error()) // a mistake in the tables
	}
	return at
}

// decider is who decides about the backlog today: an owner, or the scrum master
// while none is there; nil if nobody is.
func (t *team) decider() *person {
	if owners := t.present(owner, manager); len(owners) > 0 {
		return pick(t, owners)
	}
	if t.Habits.DevelopersDecide {
		return one(t, t.present(developer))
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

// happens is chance for what most teams never do: those leave the generator alone, so
// that a new habit changes nobody else's history.
func (t *team) happens(p float64) bool { return p > 0 && t.chance(p) }

// times is count in the same way.
func (t *team) times(mean float64) int {
	if mean <= 0 {
		return 0
	}
	return t.count(mean)
}

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
