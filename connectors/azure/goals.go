package azure

// This file reads where a team writes its Sprint Goals. Azure Boards has no place for
// them, so the configuration may name one:
//
//	goal: type:Sprint Goal     a work item of that type in the Sprint; its title is the goal
//	goal: tag:sprint-goal      a work item with that tag in the Sprint; its title is the goal
//	goal: Custom.Goal          a field, by reference name or name; what it holds is the goal
//	                           of the item, and of the Sprint where all its items agree

import (
	"slices"
	"strings"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// source is where goals stand: one of the three, or none.
type source struct{ kind, tag, field string }

func goalSource(configured string) source {
	configured = strings.TrimSpace(configured)
	for _, form := range []struct {
		prefix string
		into   func(string) source
	}{
		{"type:", func(s string) source { return source{kind: s} }},
		{"tag:", func(s string) source { return source{tag: s} }},
		{"field:", func(s string) source { return source{field: s} }},
	} {
		if len(configured) >= len(form.prefix) && strings.EqualFold(configured[:len(form.prefix)], form.prefix) {
			return form.into(strings.TrimSpace(configured[len(form.prefix):]))
		}
	}
	return source{field: configured}
}

// goals gives the Sprints their goals. Work items of a type that only tells goals are no
// items of the backlog.
func (r *reader) goals() {
	from := goalSource(r.team.Fields.Goal)
	if from.kind != "" {
		r.snap.Items = slices.DeleteFunc(r.snap.Items, func(it *backlog.Item) bool {
			tells := strings.EqualFold(it.Now().Type.Name, from.kind)
			if tells {
				r.odd.goals++
				tell(it)
			}
			return tells
		})
		return
	}
	said := map[*backlog.Sprint][]string{}
	for _, it := range r.snap.Items {
		now := it.Now()
		if from.tag != "" && slices.ContainsFunc(now.Labels, func(l string) bool { return strings.EqualFold(l, from.tag) }) {
			tell(it)
		}
		if n := len(now.Sprints); from.field != "" && n > 0 && now.Text.Goal != "" {
			said[now.Sprints[n-1]] = append(said[now.Sprints[n-1]], now.Text.Goal)
		}
	}
	for _, s := range r.snap.Sprints {
		if all := said[s]; len(all) > 1 && len(slices.Compact(slices.Clone(all))) == 1 {
			s.Goal = all[0]
		}
	}
}

// tell takes an item's title as the goal of the Sprint that it is in. What was dropped is no
// goal any more.
func tell(it *backlog.Item) {
	now := it.Now()
	sprints := now.Sprints
	if len(sprints) == 0 || now.Outcome != backlog.Open && now.Outcome != backlog.Delivered {
		return
	}
	s := sprints[len(sprints)-1]
	if s.Goal != "" {
		s.Goal += "\n"
	}
	s.Goal += it.Title()
}
