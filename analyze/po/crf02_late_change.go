package po

import (
	_ "embed"
	"strings"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/roles"
	"github.com/rolehealth/rolehealth/analyze/text"
)

// This file finds items whose text changed during the work, so that it was done again.

//go:embed crf02_late_change.md
var lateChangeDoc string

var lateChange = analyze.Check{
	ID: "CRF-02", Name: "late-change", Group: analyze.Craft, Class: analyze.Proxy, Doc: lateChangeDoc,
	Needs:  backlog.Authors | backlog.ItemHistory,
	Guards: []guards.ID{guards.Bulk, guards.Bots, guards.Import, guards.NewTeam, guards.Free, guards.Clusters, guards.UrgentLane},
	Rule: lateChangeRule{
		Share:   analyze.Share{Amber: 0.15, Red: 0.30, MinN: 20, Origin: "our judgement; the text of 0.24 to 0.35 of open-source items changes at all"},
		Changed: 0.20, GraceHours: 4, Days: 10,
	},
}

type lateChangeRule struct {
	analyze.Share `yaml:",inline"`
	Changed       float64 `yaml:"changed" means:"share of the words that an edit changes at least to count" origin:"our judgement"`
	GraceHours    int     `yaml:"grace_hours" means:"working hours after the begin in which an edit still belongs to it" origin:"our judgement"`
	Days          int     `yaml:"days" means:"working days within which rework belongs to a change" origin:"our judgement"`
}

func (c lateChangeRule) Run(p *analyze.Pass) {
	p.Counts("item begun", "items begun")
	changed := 0
	for _, it := range p.Items {
		begun := it.Begun()
		if begun.Before(p.From) || !begun.After(p.Facts.Imported()) || !p.Facts.Functional(it) {
			continue
		}
		subject := analyze.Subject{Item: it, Sprint: it.Commitment(p.Process).Sprint, At: begun}
		p.Examine(subject)
		changes := c.changes(p, it)
		if len(changes) > 0 {
			changed++
		}
		for _, a := range changes {
			if again, what := c.rework(p, a); what != "" {
				p.Report(subject, p.Fact(it, a.At, a.By, "what is wanted changed after work began, and %s %s", later(p.Calendar.Days(a.At, again.At)), what))
				break
			}
		}
	}
	if changed > 0 {
		p.Also("With or without rework, the text of %d changed that much.", changed)
	}
}

// changes are the substantial edits of what the item asks for, made during the work by
// somebody who does not do it.
func (c lateChangeRule) changes(p *analyze.Pass, it *backlog.Item) []guards.Act {
	var list []guards.Act
	for a := range p.Facts.Acts(it) {
		if !a.Changed.Has(backlog.DescriptionField|backlog.CriteriaField) || p.Calendar.Hours(it.Begun(), a.At) <= hours(c.GraceHours) {
			continue
		}
		before := a.Before()
		if before == nil || before.Outcome != backlog.Open || a.By == nil || a.By == before.Assignee || p.Roles.Of(a.By, a.At) == roles.Developer {
			continue
		}
		if criteria(before) != criteria(a.State) || text.Changed(wanted(before), wanted(a.State)) >= c.Changed {
			list = append(list, a)
		}
	}
	return list
}

// wanted is what an item asks for, beyond its title. A ticked box asks for the same as
// an empty one.
func wanted(s *backlog.State) string {
	return strings.NewReplacer("[x]", "", "[X]", "", "[ ]", "").Replace(s.Text.Description + "\n" + s.Text.Criteria)
}

// criteria is the number of lines in the field for acceptance criteria.
func criteria(s *backlog.State) int {
	n := 0
	for line := range strings.Lines(s.Text.Criteria) {
		if strings.TrimSpace(line) != "" {
			n++
		}
	}
	return n
}

// rework is the first sign after the change that work was done again, in words; empty if
// there is none.
func (c lateChangeRule) rework(p *analyze.Pass, change guards.Act) (again guards.Act, what string) {
	for a := range p.Facts.Acts(change.Item) {
		before := a.Before()
		if before == nil || !a.At.After(change.At) || p.Calendar.Days(change.At, a.At) > c.Days {
			continue
		}
		switch {
		case before.Outcome != backlog.Open && a.State.Outcome == backlog.Open:
			return a, "the item was reopened"
		case movedBack(before.Status, a.State.Status):
			return a, "the item went back to an earlier step"
		case before.Estimate > 0 && a.State.Estimate > before.Estimate:
			return a, "the estimate was raised"
		}
	}
	return guards.Act{}, ""
}

// movedBack reports whether work goes on at an earlier step: after its end, or before a
// column that it had reached. Back in the backlog it rests.
func movedBack(from, to *backlog.Status) bool {
	return to.Category == backlog.InProgress && (from.Category == backlog.Done || to.Column >= 0 && to.Column < from.Column)
}
