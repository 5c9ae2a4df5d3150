package po

// This file is ORD-08: decisions about an item that were turned round soon after.

import (
	_ "embed"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

//go:embed ord08_flip_flop.md
var flipFlopDoc string

var flipFlop = analyze.Check{
	ID: "ORD-08", Name: "flip-flop", Group: analyze.Ordering, Class: analyze.Proxy, Doc: flipFlopDoc,
	Needs:  backlog.SprintHistory | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.Parking, guards.Edges, guards.Clusters, guards.UrgentLane},
	Rule: flipFlopRule{
		Share:  analyze.Share{Amber: 0.15, Red: 0.30, MinN: 20, Origin: "our judgement; in public trackers the priority of 3 to 17 % of Sprint items changes at all"},
		Within: 15, Cycles: 2,
	},
}

type flipFlopRule struct {
	analyze.Share `yaml:",inline"`
	Within        int `yaml:"within" means:"working days within which a priority that returns to what it was is a reversal" origin:"our judgement"`
	Cycles        int `yaml:"cycles" means:"times that an item was put in a Sprint and taken out before work began, from which it counts" origin:"our judgement"`
}

func (c flipFlopRule) Run(p *analyze.Pass) {
	p.Counts("item taken on", "items taken on")
	for _, done := range p.Commitments() {
		p.Examine(done.Subject)
		facts := c.priorities(p, done.Item)
		if out := c.planned(p, done.Item); len(out) >= c.Cycles {
			facts = append(facts, out...)
		}
		if len(facts) > 0 {
			p.Report(done.Subject, facts...)
		}
	}
}

// priorities are the changes within the window that gave the item back the priority it
// had some days before. What somebody corrects on the same day was a slip.
func (c flipFlopRule) priorities(p *analyze.Pass, it *backlog.Item) []analyze.Cite {
	var facts []analyze.Cite
	var last guards.Act // the latest change of the priority
	var left *backlog.Priority
	for a := range p.Facts.Acts(it) {
		before := a.Before()
		if before == nil || a.State.Priority == before.Priority {
			continue
		}
		back := last.Revision != nil && a.State.Priority == left && p.Calendar.Days(last.At, a.At) <= c.Within
		slip := last.Revision != nil && a.By == last.By && p.Calendar.DayNumber(a.At) == p.Calendar.DayNumber(last.At)
		if back && !slip && a.At.After(p.From) {
			facts = append(facts, p.Fact(it, a.At, a.By, "the priority went from %s to %s and back, %s", named(p, left), named(p, before.Priority), later(p.Calendar.Days(last.At, a.At))))
		}
		last, left = a, before.Priority
	}
	return facts
}

func named(p *analyze.Pass, priority *backlog.Priority) string {
	if priority == nil {
		return "none"
	}
	return p.Told(priority.Name)
}

// planned are the times that the item left a Sprint before work on it began. Trying
// items in and out on one day is planning; what moves on at the close was not done.
func (c flipFlopRule) planned(p *analyze.Pass, it *backlog.Item) []analyze.Cite {
	begun := it.Begun()
	var facts []analyze.Cite
	for _, stay := range it.Stays() {
		s := stay.Sprint
		switch over := s.Over(); {
		case stay.To.IsZero() || s.Start.IsZero() || stay.To.Before(p.From):
		case !begun.IsZero() && stay.To.After(begun):
		case !over.IsZero() && stay.To.After(over.Add(-backlog.ClosingGrace)):
		case p.Calendar.DayNumber(stay.From) == p.Calendar.DayNumber(stay.To):
		case stay.By != nil && !p.Facts.Human(stay.By) || stay.OutBy != nil && !p.Facts.Human(stay.OutBy):
		default:
			facts = append(facts, p.Fact(it, stay.To, stay.OutBy, "taken out of %s again before work on it began", p.Told(s.Name)))
		}
	}
	return facts
}
