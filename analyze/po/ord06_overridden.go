package po

// This file is ORD-06: whether others than the Product Owner decide what goes first.

import (
	_ "embed"
	"fmt"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

//go:embed ord06_overridden.md
var overriddenDoc string

var overridden = analyze.Check{
	ID: "ORD-06", Name: "overridden", Group: analyze.Ordering, Class: analyze.Proxy, Doc: overriddenDoc,
	Needs:  backlog.Authors | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.SmallTeam, guards.Handover, guards.Clusters, guards.UrgentLane, guards.ScaledSetups},
	Rule: overriddenRule{
		Parts:         analyze.Parts{Share: analyze.Share{Amber: 0.30, Red: 0.50, MinN: 15, Origin: "our judgement"}, Together: 1},
		ReversedAmber: 0.15, ReversedRed: 0.30, Soon: 4, Reversal: 10,
	},
}

type overriddenRule struct {
	analyze.Parts `yaml:",inline"`
	ReversedAmber float64 `yaml:"reversed_amber" means:"share of the Product Owner's decisions that others turned round, from which it is worth talking about" origin:"our judgement"`
	ReversedRed   float64 `yaml:"reversed_red" means:"the same, from which it dominates" origin:"our judgement"`
	Soon          int     `yaml:"soon" means:"working hours within which a raise follows a stakeholder's comment" origin:"our judgement"`
	Reversal      int     `yaml:"reversal" means:"working days within which a contrary decision is a reversal" origin:"our judgement"`
}

func (c overriddenRule) Run(p *analyze.Pass) {
	if !owned(p) {
		return
	}
	if !p.Roles.Any(roles.Stakeholder) {
		p.CannotTell("nobody is known as a stakeholder; name them in the configuration under roles")
		return
	}
	turned := c.Share
	turned.Amber, turned.Red = c.ReversedAmber, c.ReversedRed
	raised := p.Part("raises and late additions were a stakeholder's, or followed a stakeholder's comment within hours", c.Share, "raise or late addition", "raises and late additions")
	reversed := p.Part("ordering decisions of the Product Owner were turned round by somebody else", turned, "ordering decision", "ordering decisions")
	for _, it := range p.Backlog {
		if p.Facts.Urgent(it) {
			continue
		}
		c.raises(p, raised, it)
		c.additions(p, raised, it)
		c.reversals(p, reversed, it)
	}
}

// raises looks at who raised the item: once a day for each person.
func (c overriddenRule) raises(p, into *analyze.Pass, it *backlog.Item) {
	var last guards.Act
	for a := range p.Facts.Acts(it) {
		if a.At.Before(p.From) || direction(a) <= 0 {
			continue
		}
		if last.Revision != nil && last.By == a.By && p.Calendar.DayNumber(last.At) == p.Calendar.DayNumber(a.At) {
			continue
		}
		last = a
		c.look(p, into, it, analyze.Subject{Item: it, At: a.At}, a.By, "raised")
	}
}

// additions looks at who put the item into a Sprint that was running.
func (c overriddenRule) additions(p, into *analyze.Pass, it *backlog.Item) {
	for _, stay := range it.Stays() {
		s := stay.Sprint
		late := s.Started(stay.From) && stay.From.After(s.Start.Add(backlog.PlanningGrace)) && (s.Completed.IsZero() || stay.From.Before(s.Completed.Add(-backlog.ClosingGrace)))
		if late && !stay.From.Before(p.From) {
			c.look(p, into, it, analyze.Subject{Item: it, Sprint: s, At: stay.From}, stay.By, "added to "+p.Told(s.Name))
		}
	}
}

// look examines one raise or addition by somebody known.
func (c overriddenRule) look(p, into *analyze.Pass, it *backlog.Item, s analyze.Subject, by *backlog.Person, what string) {
	if !ownedAt(p, s.At) || !p.Facts.Human(by) {
		return
	}
	into.Examine(s)
	if p.Roles.Of(by, s.At) == roles.Stakeholder {
		into.Report(s, p.Fact(it, s.At, by, "%s", what))
		return
	}
	for said := range p.Facts.Said(it) {
		hours := p.Calendar.Hours(said.At, s.At).Hours()
		if p.Roles.Of(said.By, said.At) == roles.Stakeholder && said.At.Before(s.At) && hours <= float64(c.Soon) {
			into.Report(s, p.Fact(it, s.At, by, "%s; it followed a comment of %s within %s", what, p.Who(said.By), workingHours(hours)))
			return
		}
	}
	into.Counter(p.Fact(it, s.At, by, "%s, with no stakeholder's word on it just before", what))
}

func workingHours(hours float64) string {
	if hours <= 1 {
		return "a working hour"
	}
	return fmt.Sprintf("%.0f working hours", hours)
}

// reversals looks at what became of the Product Owner's decisions about the item.
func (c overriddenRule) reversals(p, into *analyze.Pass, it *backlog.Item) {
	var mine guards.Act // the Product Owner's latest decision, while nobody made another
	settle := func(by *guards.Act) {
		if mine.Revision == nil {
			return
		}
		subject := analyze.Subject{Item: it, At: mine.At}
		into.Examine(subject)
		if by != nil {
			into.Report(subject, p.Fact(it, by.At, by.By, "turned round what %s had decided on %s", p.Who(mine.By), p.Calendar.Day(mine.At)))
		}
		mine = guards.Act{}
	}
	for a := range p.Facts.Acts(it) {
		way := direction(a)
		if way == 0 || a.At.Before(p.From) {
			continue
		}
		switch own := p.Roles.Owns(a.By, a.At); {
		case own:
			settle(nil)
			mine = a
		case mine.Revision != nil && p.Facts.Human(a.By) && way == -direction(mine) && p.Calendar.Days(mine.At, a.At) <= c.Reversal:
			settle(&a)
		default:
			settle(nil)
		}
	}
	settle(nil)
}

// direction tells whether an act raised an item (+1) or lowered it (-1), by priority or
// else by rank; 0 for neither.
func direction(a guards.Act) int {
	before := a.Before()
	if before == nil {
		return 0
	}
	if from, to := before.Priority, a.State.Priority; a.Changed.Has(backlog.PriorityField) && from != nil && to != nil && from.Rank != to.Rank {
		if to.Rank < from.Rank {
			return +1
		}
		return -1
	}
	if a.Changed.Has(backlog.RankField) {
		return int(a.Rank)
	}
	return 0
}
