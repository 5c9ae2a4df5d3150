package po

// This file is OWN-06: how much of the developers' own work the Product Owner does:
// who works on what, how big it is, and which steps it takes.

import (
	_ "embed"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

//go:embed own06_team_boss.md
var teamBossDoc string

var teamBoss = analyze.Check{
	ID: "OWN-06", Name: "team-boss", Group: analyze.Ownership, Class: analyze.Observed, Doc: teamBossDoc,
	Needs:  backlog.Authors | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Codes, guards.Clusters, guards.Handover},
	Rule: teamBossRule{
		Parts:  analyze.Parts{Share: analyze.Share{Amber: 0.30, Red: 0.60, MinN: 20, Origin: "our judgement; one real product manager made 4 % of the assignments and 7 % of the estimates"}, Dominant: 1, Together: 2},
		Spoken: 1, Meeting: 2,
	},
}

type teamBossRule struct {
	analyze.Parts `yaml:",inline"`
	Spoken        int `yaml:"spoken" means:"working days before an assignment within which the developer's own act on the item tells of an agreement" origin:"our judgement"`
	Meeting       int `yaml:"meeting" means:"hours around the start of a Sprint in which estimates and sub-items are typed on behalf of all" origin:"our judgement"`
}

func (c teamBossRule) Run(p *analyze.Pass) {
	if !owned(p) {
		return
	}
	if !developed(p) {
		return
	}
	assigned := p.Part("assignments to a developer were the Product Owner's", c.Share, "assignment", "assignments")
	estimated := p.Part("estimates were set by the Product Owner", c.Share, "estimate", "estimates")
	planned := p.Part("sub-items were written by the Product Owner", c.Share, "sub-item", "sub-items")
	var given, typed []time.Time // when the Product Owner handed out, and estimated
	for _, taken := range p.Commitments() {
		given = append(given, c.assigned(p, assigned, taken.Item)...)
	}
	for _, it := range p.Items {
		switch it.Level() {
		case backlog.SubLevel:
			c.planned(p, planned, it)
		case backlog.BacklogLevel:
			typed = append(typed, c.estimated(p, estimated, it)...)
		}
	}
	if len(given) > 0 && p.Process == backlog.Scrum {
		p.Also("Of the Product Owner's %d assignments, %d fell on planning days.", len(given), onDays(p, given, planningDays(p)))
	}
	if n := inARow(typed); n*2 > len(typed) {
		p.Doubt(fmt.Sprintf("%d of the Product Owner's %d estimates came in a row, as when one person types in a meeting", n, len(typed)))
	}
}

func onDays(p *analyze.Pass, times []time.Time, days map[int]bool) int {
	n := 0
	for _, t := range times {
		if days[p.Calendar.DayNumber(t)] {
			n++
		}
	}
	return n
}

// inARow counts the moments that lie within ten minutes of another one.
func inARow(times []time.Time) int {
	slices.SortFunc(times, time.Time.Compare)
	n := 0
	near := func(i, j int) bool {
		return i >= 0 && j < len(times) && times[j].Sub(times[i]) <= 10*time.Minute
	}
	for i := range times {
		if near(i-1, i) || near(i, i+1) {
			n++
		}
	}
	return n
}

// assigned looks at who gave a committed item to a developer. Taking it oneself,
// giving it back to somebody who had it before, and what the developer had just
// touched are the team's own ways. It gives the moments of the Product Owner's.
func (c teamBossRule) assigned(p, into *analyze.Pass, it *backlog.Item) (given []time.Time) {
	had := []*backlog.Person{it.First().State.Assignee}
	for a := range p.Facts.Acts(it) {
		to, before := a.State.Assignee, a.Before()
		if before == nil || to == nil || to == before.Assignee {
			continue
		}
		again := slices.Contains(had, to)
		had = append(had, to)
		if a.At.Before(p.From) || a.By == nil || !ownedAt(p, a.At) || p.Roles.Of(to, a.At) != roles.Developer {
			continue
		}
		subject := analyze.Subject{Item: it, At: a.At}
		into.Examine(subject)
		if p.Roles.Owns(a.By, a.At) && a.By != to && !again && !c.spoke(p, it, to, a.At) {
			into.Report(subject, p.Fact(it, a.At, a.By, "gave the item to %s", p.Who(to)))
			given = append(given, a.At)
		}
	}
	return given
}

// spoke reports whether somebody did something on the item shortly before t.
func (c teamBossRule) spoke(p *analyze.Pass, it *backlog.Item, who *backlog.Person, t time.Time) bool {
	since := p.Calendar.Add(t, -c.Spoken)
	lately := func(by *backlog.Person, at time.Time) bool { return by == who && at.After(since) && at.Before(t) }
	for a := range p.Facts.Acts(it) {
		if lately(a.By, a.At) {
			return true
		}
	}
	return slices.ContainsFunc(it.Comments, func(said backlog.Comment) bool { return lately(said.By, said.At) })
}

// estimated looks at who set or changed an estimate, and gives the moments at which the
// Product Owner did. One that an item was written with says nothing about who estimated.
func (c teamBossRule) estimated(p, into *analyze.Pass, it *backlog.Item) (typed []time.Time) {
	for a := range p.Facts.Acts(it) {
		if a.Before() == nil || !a.Changed.Has(backlog.EstimateField) || a.By == nil || a.At.Before(p.From) || !ownedAt(p, a.At) || c.meeting(p, a.At) {
			continue
		}
		if p.Roles.Owns(a.By, a.At) && a.State.Assignee == a.By {
			continue // a Product Owner who develops estimates as a developer
		}
		subject := analyze.Subject{Item: it, At: a.At}
		into.Examine(subject)
		if p.Roles.Owns(a.By, a.At) {
			into.Report(subject, p.Fact(it, a.At, a.By, "set the estimate to %g", a.State.Estimate))
			typed = append(typed, a.At)
		}
	}
	return typed
}

// planned looks at who wrote the steps into which an item was divided.
func (c teamBossRule) planned(p, into *analyze.Pass, it *backlog.Item) {
	for a := range p.Facts.Acts(it) {
		if a.Before() != nil {
			return
		}
		if a.By == nil || a.At.Before(p.From) || !ownedAt(p, a.At) || c.meeting(p, a.At) {
			return
		}
		subject := analyze.Subject{Item: it, At: a.At}
		into.Examine(subject)
		if p.Roles.Owns(a.By, a.At) && a.State.Assignee != a.By {
			into.Report(subject, p.Fact(it, a.At, a.By, "wrote this sub-item"))
		}
	}
}

// meeting reports whether t lies around the start of a Sprint, when one person types
// what all have said.
func (c teamBossRule) meeting(p *analyze.Pass, t time.Time) bool {
	return slices.ContainsFunc(p.Sprints, func(s *backlog.Sprint) bool {
		return !s.Start.IsZero() && t.Sub(s.Start).Abs() <= time.Duration(c.Meeting)*time.Hour
	})
}
