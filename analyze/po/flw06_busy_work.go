package po

import (
	_ "embed"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/text"
)

// This file finds items that seem to be written to fill the time.

//go:embed flw06_busy_work.md
var busyWorkDoc string

var busyWork = analyze.Check{
	ID: "FLW-06", Name: "busy-work", Group: analyze.Flow, Class: analyze.Hint, Doc: busyWorkDoc,
	Needs: backlog.Authors | backlog.SprintHistory | backlog.ItemHistory | backlog.Hierarchy,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.Free, guards.SmallTeam, guards.Codes, guards.Unused,
		guards.Templates, guards.Languages, guards.Clusters, guards.UrgentLane},
	Rule: busyWorkRule{
		Share: analyze.Share{Amber: 0.15, Red: 0.30, MinN: 30, Origin: "our judgement"},
		Tail:  0.40, Hours: 8,
	},
}

type busyWorkRule struct {
	analyze.Share `yaml:",inline"`
	Tail          float64 `yaml:"tail" means:"last part of a Sprint that is late" origin:"our judgement"`
	Hours         int     `yaml:"hours" means:"working hours from writing to begin that are at once, in Kanban" origin:"our judgement"`
}

func (c busyWorkRule) Run(p *analyze.Pass) {
	p.Counts("item begun", "items begun")
	if !owned(p) {
		return
	}
	if !hierarchyUsed(p) {
		p.CannotTell("items are not grouped under features here, so one without a feature says nothing")
		return
	}
	unread, n := 0, 0
	for _, it := range p.Items {
		begun := it.Begun()
		if begun.Before(p.From) || !begun.After(p.Facts.Imported()) || !p.Facts.Functional(it) {
			continue
		}
		if !ownedAt(p, it.CreatedAt()) {
			p.LeaveOut("items written while no Product Owner was known", 1)
			continue
		}
		n++
		subject := analyze.Subject{Item: it, At: begun}
		if !c.late(p, it, begun) || !leadsNowhere(p, it, begun) {
			p.Examine(subject)
			continue
		}
		switch read := p.Facts.Read(it.At(begun).Text); {
		case read.Why:
			p.Examine(subject)
		case read.Language == text.Unknown:
			unread++
		default:
			p.Examine(subject)
			p.Report(subject, p.Fact(it, begun, by(it, begun), "begun %s of being written, under no feature and without a why", within(p.Calendar.Hours(it.CreatedAt(), begun))))
		}
	}
	unreadable(p, unread, n, "items")
}

// late reports whether the item was written and begun in the last part of one Sprint, or
// in Kanban begun as soon as it was written.
func (c busyWorkRule) late(p *analyze.Pass, it *backlog.Item, begun time.Time) bool {
	created := it.CreatedAt()
	if p.Process == backlog.Kanban {
		return p.Calendar.Hours(created, begun) < hours(c.Hours)
	}
	for _, s := range p.Sprints {
		tail := s.Start.Add(time.Duration((1 - c.Tail) * float64(s.Over().Sub(s.Start))))
		if s.Started(begun) && !begun.After(s.Over()) && !created.Before(tail) {
			return true
		}
	}
	return false
}

// leadsNowhere reports whether the item came from whoever plans, under no feature, and
// nobody had ordered it when work began.
func leadsNowhere(p *analyze.Pass, it *backlog.Item, begun time.Time) bool {
	switch p.Roles.Of(it.Creator(), it.CreatedAt()) {
	case roles.ProductOwner, roles.ScrumMaster:
	default:
		return false
	}
	s := it.At(begun)
	return s.Parent == nil && !s.Hidden && !ordered(p, it, begun)
}
