package conformance_test

// This file writes a Snapshot as text, without what a tracker tells in its own way or
// not at all. This is the whole list of what may differ between Jira and Azure Boards:
//
//   - Sprint Goals: Azure has none. The moment at which a Sprint began and ended: Azure
//     keeps days.
//   - The process of a team that never put anything into a Sprint: Jira's board tells,
//     Azure's teams are all the same.
//   - The status of what ended undelivered: Azure removes it, Jira is done with it. Its
//     outcome is the same.
//   - The board columns of what is no Product Backlog item: Azure shows that on a board
//     of its own.
//   - Splits and copies: to Azure they are links like others, and a link is one, where
//     Jira has two ends that may be of two kinds.
//   - A move between projects: a team's part of a project is an area there, and moves
//     between areas are no moves between projects.
//   - The acts by which links were made, which Azure dates like the act beside them; since
//     when there is a link is the same. Links to what is no item of the team, such as a
//     customer's request elsewhere.
//   - Fractions of a second: Azure dates no two revisions of a work item alike.
//   - The name behind a call on somebody in a comment, which Jira hides.
//   - Mail addresses, logins, and who is an app or a customer.

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

func lines(s *backlog.Snapshot) []string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	day := func(t time.Time) string {
		if t.IsZero() {
			return "never"
		}
		return s.Calendar.Date(t)
	}
	add("team %s, %s, taken %s", s.Team.Name, process(s), s.TakenAt.UTC())
	add("items %d expected %d without record %d", s.Coverage.Items, s.Coverage.Expected, s.Coverage.WithoutRecord)
	for _, p := range slices.SortedFunc(slices.Values(s.People), func(a, b *backlog.Person) int { return cmp.Compare(a.ID, b.ID) }) {
		add("person %s %s", p.ID, p.Name)
	}
	for _, x := range s.Sprints {
		add("sprint %s from %s to %s", x.Name, day(x.Start), day(x.End))
	}
	for _, it := range slices.SortedFunc(slices.Values(s.Items), func(a, b *backlog.Item) int { return cmp.Compare(a.Key, b.Key) }) {
		add("item %s order %d links %q", it.Key, it.Order, links(s, it))
		for i := range it.Revisions {
			r := &it.Revisions[i]
			if changed := effect(r); changed != 0 {
				add("  %s by %s changed %b rank %d: %s", second(r.At), who(r.By), changed, r.Rank, state(r.State))
			}
		}
		for _, c := range it.Comments {
			add("  said %s by %s: %q to %v", second(c.At), who(c.By), called.ReplaceAllString(c.Text, ""), people(c.Mentions))
		}
	}
	return out
}

// called is a call on somebody at the end of a comment.
var called = regexp.MustCompile(`( @\w+)+$`)

func process(s *backlog.Snapshot) backlog.Process {
	for _, it := range s.Items {
		if slices.ContainsFunc(it.Revisions, func(r backlog.Revision) bool { return len(r.State.Sprints) > 0 }) {
			return s.Process
		}
	}
	return "either"
}

// links are the items of the team that an item is, or was, tied to, and since when.
func links(s *backlog.Snapshot, it *backlog.Item) (all []string) {
	add := func(l backlog.Link, until string) {
		if slices.ContainsFunc(s.Items, func(o *backlog.Item) bool { return o.Key == l.Key }) {
			all = append(all, fmt.Sprintf("%s from %s%s", l.Key, second(l.Made), until))
		}
	}
	for _, l := range it.Links {
		add(l, "")
	}
	for _, l := range it.PastLinks {
		add(l.Link, fmt.Sprintf(" to %s unclear %v", second(l.Until), l.Unclear))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// effect is what a revision changed, as far as all trackers can tell.
func effect(r *backlog.Revision) backlog.Fields {
	changed := r.Changed &^ backlog.LinkField
	if changed.Has(backlog.ProjectField) {
		changed = changed&^backlog.ProjectField | backlog.OtherField
	}
	return changed
}

func state(s *backlog.State) string {
	parent, priority, status, column := "", "", s.Status.Name, -1
	if s.Parent != nil {
		parent = s.Parent.Key
	}
	if s.Priority != nil {
		priority = fmt.Sprint(s.Priority.Rank)
	}
	if s.Type.Level == backlog.BacklogLevel {
		column = s.Status.Column
	}
	if s.Outcome > backlog.Delivered {
		status, column = "Ended", -1
	}
	var sprints []string
	for _, x := range s.Sprints {
		sprints = append(sprints, x.Name)
	}
	return fmt.Sprintf("%s/%d/%v %s/%d/%d outcome %d priority %s to %s under %q in %q labels %q points %g flag %v for %q saying %+v",
		s.Type.Name, s.Type.Level, s.Type.Bug, status, s.Status.Category, column, s.Outcome, priority,
		who(s.Assignee), parent, sprints, s.Labels, s.Estimate, s.Flagged, s.Customers, *s.Text)
}

func second(t time.Time) string { return t.UTC().Format(time.DateTime) }

func who(p *backlog.Person) string {
	if p == nil {
		return "nobody"
	}
	return p.ID
}

func people(all []*backlog.Person) (ids []string) {
	for _, p := range all {
		ids = append(ids, p.ID)
	}
	return ids
}
