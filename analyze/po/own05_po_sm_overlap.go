package po

// This file is OWN-05: whether the Product Owner does what a Scrum Master usually does.

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

//go:embed own05_po_sm_overlap.md
var bothRolesDoc string

var bothRoles = analyze.Check{
	ID: "OWN-05", Name: "po-sm-overlap", Group: analyze.Ownership, Class: analyze.Proxy, Doc: bothRolesDoc,
	Needs:  backlog.Authors | backlog.SprintHistory,
	Guards: []guards.ID{guards.Bots, guards.Import, guards.NewTeam, guards.NoSprints, guards.SmallTeam, guards.Handover},
	Rule: bothRolesRule{
		Share:   analyze.Share{Amber: 0.50, Red: 0.75, MinN: 4, FlagFrom: 4, Origin: "our judgement"},
		Minutes: 60, Impediments: 5,
	},
}

type bothRolesRule struct {
	analyze.Share `yaml:",inline"`
	Minutes       int `yaml:"minutes" means:"minutes around the close of a Sprint in which unfinished items are moved on" origin:"our judgement"`
	Impediments   int `yaml:"impediments" means:"impediments raised or lifted, from which it is known who cares for them" origin:"our judgement"`
}

// deeds are how many acts of a kind there were, and how many a Product Owner did.
type deeds struct{ own, all int }

func (d deeds) mostly() bool { return 2*d.own > d.all }

func (c bothRolesRule) Run(p *analyze.Pass) {
	p.Counts("close of a Sprint", "closes of a Sprint")
	if !owned(p) {
		return
	}
	if !confirmed(p) {
		p.CapAtWatch("closing a Sprint is one click; only the configuration can tell that one person has both roles")
	}
	closes, impediments := map[*backlog.Sprint]*deeds{}, deeds{}
	for _, s := range p.ClosedSprints() {
		closes[s] = &deeds{}
	}
	for _, it := range p.Items {
		c.look(p, it, closes, &impediments)
	}
	var closed deeds
	for _, s := range p.ClosedSprints() {
		d := closes[s]
		if d.all == 0 {
			p.LeaveOut("Sprints with nothing to move on at their close", 1)
			continue
		}
		subject := analyze.Subject{Sprint: s, At: s.Start}
		p.Examine(subject)
		closed.add(d.mostly())
		if d.mostly() && impediments.mostly() {
			p.Report(subject, p.SprintFact(s, s.Start, "at its close the Product Owner moved on %d of %d unfinished items", d.own, d.all))
		}
	}
	if closed.mostly() && impediments.all < c.Impediments {
		p.CannotTell("the Product Owner closes Sprints, which is one click, and hardly any impediments are recorded: who cares for the team cannot be seen")
		return
	}
	p.Say("own", fmt.Sprint(impediments.own))
	p.Say("impediments", fmt.Sprint(impediments.all))
}

// confirmed reports whether the configuration gives one person both roles now.
func confirmed(p *analyze.Pass) bool {
	return slices.ContainsFunc(p.Roles.Held, func(h roles.Held) bool {
		return h.Role == roles.ScrumMaster && h.Configured && p.Roles.Owns(h.Person, p.TakenAt) && (h.To.IsZero() || h.To.After(p.TakenAt))
	})
}

// look counts who moved the item on at the close of a Sprint, and who raised or lifted
// it as an impediment. Many items moved at once are the sign here, and no repetition.
func (c bothRolesRule) look(p *analyze.Pass, it *backlog.Item, closes map[*backlog.Sprint]*deeds, impediments *deeds) {
	for i := range it.Revisions[1:] {
		r, before := &it.Revisions[i+1], it.Revisions[i].State
		if r.At.Before(p.From) || !r.At.After(p.Facts.Imported()) || !p.Facts.Human(r.By) || !ownedAt(p, r.At) {
			continue
		}
		own := p.Roles.Owns(r.By, r.At)
		if r.Changed.Has(backlog.FlagField) {
			impediments.add(own)
		}
		if r.Changed.Has(backlog.SprintField) {
			for _, s := range before.Sprints {
				if d := closes[s]; d != nil && r.At.Sub(s.Completed).Abs() <= time.Duration(c.Minutes)*time.Minute {
					d.add(own)
				}
			}
		}
	}
}

func (d *deeds) add(own bool) {
	d.all++
	if own {
		d.own++
	}
}
