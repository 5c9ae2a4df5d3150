package po

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// This file finds finished work that never lay in the backlog for anybody to order.

//go:embed flw02_backlog_bypass.md
var backlogBypassDoc string

var backlogBypass = analyze.Check{
	ID: "FLW-02", Name: "backlog-bypass", Group: analyze.Flow, Class: analyze.Observed, Doc: backlogBypassDoc,
	Needs: backlog.SprintHistory | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.Free, guards.Parking, guards.Edges, guards.Clusters,
		guards.UrgentLane},
	Rule: backlogBypassRule{
		Share: analyze.Share{Amber: 0.15, Red: 0.30, MinN: 30, Origin: "our judgement; of one team's late additions, 0.41 were less than a day old"},
		Hours: 4, RecordHours: 1,
	},
}

type backlogBypassRule struct {
	analyze.Share `yaml:",inline"`
	Hours         int `yaml:"hours" means:"working hours that an item lies in the backlog before work begins" origin:"our judgement"`
	RecordHours   int `yaml:"record_hours" means:"working hours from writing to finishing below which an item may only be a record" origin:"our judgement"`
}

func (c backlogBypassRule) Run(p *analyze.Pass) {
	p.Counts("finished item", "finished items")
	if p.Facts.Declared().FIFO {
		p.CapAtWatch("first come, first served is the declared policy")
	}
	if p.Missing&backlog.RankHistory != 0 {
		p.CapAtWatch("reorderings are not visible, so somebody may have ordered these")
	}
	found, records, urgent, urgentFound := 0, 0, 0, 0
	origins := map[roles.Role]int{}
	for _, it := range p.Backlog {
		end := it.Ending()
		if end == nil || end.State.Outcome != backlog.Delivered || end.At.Before(p.From) || !end.At.After(p.Facts.Imported()) {
			continue
		}
		how, left := c.bypassed(p, it, end)
		switch {
		case p.Facts.Urgent(it):
			urgent++
			if how != nil {
				urgentFound++
			}
		case !p.Facts.Functional(it):
			p.LeaveOut("spikes and technical items", 1)
		case left != "":
			p.LeaveOut(left, 1)
		case how == nil:
			p.Examine(analyze.Subject{Item: it, At: end.At})
		default:
			subject := analyze.Subject{Item: it, At: end.At}
			p.Examine(subject)
			p.Report(subject, *how)
			found++
			origins[p.Roles.Of(it.Creator(), it.CreatedAt())]++
			if p.Calendar.Hours(it.CreatedAt(), end.At) < hours(c.RecordHours) {
				records++
			}
		}
	}
	if found > 0 {
		p.Also("Written by %s.", perRole(origins))
	}
	if urgent > 0 {
		p.Also("Bugs and urgent items apart: %d of %d.", urgentFound, urgent)
	}
	if records*2 > found {
		p.CapAtWatch("most of these were finished as soon as they were written: it may be record keeping")
	}
}

// bypassed is how the item went round the backlog, or why that cannot be said; neither
// if it did not.
func (c backlogBypassRule) bypassed(p *analyze.Pass, it *backlog.Item, end *backlog.Revision) (how *analyze.Cite, left string) {
	created, begun := it.CreatedAt(), it.Begun()
	if begun.IsZero() || begun.After(end.At) {
		begun = end.At
	}
	waited := p.Calendar.Hours(created, begun)
	atOnce, outside := waited < hours(c.Hours), p.Process == backlog.Scrum && !ranInSprint(p, it)
	switch {
	case !atOnce && !outside || ordered(p, it, begun):
		return nil, ""
	case !created.After(p.Facts.Imported()):
		return nil, "items written before an import"
	case it.Creator() != nil && !p.Facts.Human(it.Creator()):
		return nil, "items that a bot wrote"
	case slices.ContainsFunc(it.Links, func(l backlog.Link) bool { return l.Relation == backlog.SplitFrom || l.Relation == backlog.Cloned }):
		return nil, "parts and clones of other items"
	case !atOnce && it.Begun().IsZero():
		return nil, "items closed as done on which no work is visible"
	}
	what := "finished without ever having been in a Sprint, and ordered by nobody"
	if atOnce {
		what = fmt.Sprintf("begun %s of being written, and ordered by nobody", within(waited))
	}
	fact := p.Fact(it, begun, by(it, begun), "%s", what)
	return &fact, ""
}

// ordered reports whether somebody weighed the item against others before t: by rank,
// priority or a Sprint to come, or by taking it on at the planning of one.
func ordered(p *analyze.Pass, it *backlog.Item, t time.Time) bool {
	for a := range p.Facts.Acts(it) {
		if a.At.After(it.CreatedAt()) && !a.At.After(t) && guards.Orders(a) {
			return true
		}
	}
	c := it.Commitment(p.Process)
	return c.Sprint != nil && !c.Entry.After(c.Sprint.Start.Add(backlog.PlanningGrace))
}

// ranInSprint reports whether the item ever was in a Sprint that ran.
func ranInSprint(p *analyze.Pass, it *backlog.Item) bool {
	return slices.ContainsFunc(it.Stays(), func(st backlog.Stay) bool {
		return st.Sprint.Started(p.TakenAt) && (st.To.IsZero() || st.To.After(st.Sprint.Start))
	})
}

// by is who changed the item at t.
func by(it *backlog.Item, t time.Time) *backlog.Person {
	for _, r := range it.Revisions {
		if r.At.Equal(t) {
			return r.By
		}
	}
	return nil
}

func hours(n int) time.Duration { return time.Duration(n) * time.Hour }

// within words the limit below which a short wait stayed.
func within(d time.Duration) string {
	if n := int(d.Hours()) + 1; n > 1 {
		return fmt.Sprintf("within %d working hours", n)
	}
	return "within a working hour"
}

// perRole words how many there are of each role, in a fixed order.
func perRole(counts map[roles.Role]int) string {
	var parts []string
	for _, r := range []struct {
		role  roles.Role
		words string
	}{
		{roles.ProductOwner, "the Product Owner"}, {roles.ScrumMaster, "the Scrum Master"}, {roles.Developer, "developers"},
		{roles.Stakeholder, "stakeholders"}, {roles.Other, "others"},
	} {
		if counts[r.role] > 0 {
			parts = append(parts, fmt.Sprintf("%s (%d)", r.words, counts[r.role]))
		}
	}
	return strings.Join(parts, ", ")
}
