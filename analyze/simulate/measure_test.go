package simulate

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file counts what the simulated people did, in plain ways, so that habits can be
// tuned: go test -run TestInspect -v ./analyze/simulate

// rate is k of n.
type rate struct{ k, n int }

func (r *rate) count(yes bool) {
	r.n++
	if yes {
		r.k++
	}
}

func (r rate) share() float64 {
	if r.n == 0 {
		return 0
	}
	return float64(r.k) / float64(r.n)
}

func (r rate) String() string { return fmt.Sprintf("%d of %d (%.0f %%)", r.k, r.n, 100*r.share()) }

// measured is what one team did in the last 180 days, or over all its history.
type measured struct {
	items, epics, titles, changes int
	created, closed               int
	comments, talked              rate // items, done items with a human comment
	declined                      rate // of stories decided on in the window
	requests, untouched           rate // requests among committed stories; those nobody changed before
	named, homeless               rate // committed stories with a persona; without an epic that says something
	stale                         rate // open items not touched for 180 days
	goals                         rate // Sprints with a goal that is no list
	disturbed                     rate // Sprints to which more than a quarter was added late, or a fifth removed
	deferred                      rate // of answered questions
	quiet                         rate // Sprints with fewer than two days of ordering away from planning
	planned                       []int
	orderDays                     map[string]int // days on which somebody ordered, by name
	duplicatesOfGoals             int
}

func measure(team Team) measured {
	s := team.Snapshot
	from := s.TakenAt.AddDate(0, 0, -180)
	m := measured{orderDays: map[string]int{}}
	titles := map[string]bool{}
	days := map[string]bool{}
	roles := rolesOf(s.Team.Name)
	for _, it := range s.Items {
		m.changes += len(it.Revisions) - 1
		if it.Level() == backlog.FeatureLevel {
			m.epics++
			continue
		}
		m.items++
		titles[it.Title()] = true
		m.comments.count(slices.ContainsFunc(it.Comments, human))
		m.measureItem(s, it, from, roles)
		for _, day := range orderingDays(s, it, from, roles) {
			days[day] = true
		}
	}
	m.titles = len(titles)
	for day := range days {
		m.orderDays[day[len("2006-01-02 "):]]++
	}
	m.measureSprints(s, from, days)
	return m
}

// rolesOf gives the planned role of every name of a team.
func rolesOf(team string) map[string]role {
	roles := map[string]role{}
	for _, p := range []plan{checkout, search, fulfilment, returns} {
		for _, m := range p.Cast {
			if p.Name == team {
				roles[m.Name] = m.Role
			}
		}
	}
	return roles
}

func human(c backlog.Comment) bool { return !c.By.App }

func (m *measured) measureItem(s *backlog.Snapshot, it *backlog.Item, from time.Time, roles map[string]role) {
	story := it.Now().Type.Name == "Story"
	if it.CreatedAt().After(from) {
		m.created++
	}
	committed := it.Commitment(s.Process).At
	if story && committed.After(from) {
		m.declined.count(false)
		m.measureCommitted(it, committed, roles)
	}
	if end := it.Ending(); end != nil && end.At.After(from) {
		m.closed++
		if story && end.State.Outcome == backlog.Declined {
			m.declined.count(true)
		}
		if end.State.Outcome == backlog.Delivered {
			m.talked.count(slices.ContainsFunc(it.Comments, human))
		}
	}
	if it.OpenAt(s.TakenAt) && it.CreatedAt().Before(s.TakenAt.AddDate(0, 0, -30)) {
		m.stale.count(lastTouch(it).Before(from))
	}
	for i, c := range it.Comments {
		if c.At.Before(from) || roles[c.By.Name] != developer || len(c.Mentions) == 0 {
			continue
		}
		for _, a := range it.Comments[i+1:] {
			if r := roles[a.By.Name]; r == owner || r == manager {
				m.deferred.count(strings.Contains(a.Text, "I'll ") || strings.Contains(a.Text, "confirm with") || strings.Contains(a.Text, "to decide"))
				break
			}
		}
	}
}

func (m *measured) measureCommitted(it *backlog.Item, at time.Time, roles map[string]role) {
	then := it.At(at)
	m.named.count(strings.HasPrefix(then.Text.Description, "As a"))
	m.homeless.count(then.Parent == nil || then.Parent.At(at) == nil || len(then.Parent.At(at).Text.Description) < 40)
	request := roles[it.Creator().Name] == stakeholder || roles[it.Creator().Name] == customer
	m.requests.count(request)
	if !request {
		return
	}
	changed := len(it.Links) > 0
	for _, r := range it.Revisions[1:] {
		changed = changed || r.At.Before(at) && r.Changed.Has(backlog.RankField|backlog.DescriptionField)
	}
	for _, c := range it.Comments {
		changed = changed || roles[c.By.Name] == developer && len(c.Mentions) > 0
	}
	m.untouched.count(!changed)
}

func lastTouch(it *backlog.Item) time.Time {
	last := it.Revisions[len(it.Revisions)-1].At
	for _, c := range it.Comments {
		if human(c) && c.At.After(last) {
			last = c.At
		}
	}
	return last
}

// orderingDays lists "date name" of those who gave an item a place, or a Sprint to come.
func orderingDays(s *backlog.Snapshot, it *backlog.Item, from time.Time, roles map[string]role) []string {
	var days []string
	for i, r := range it.Revisions {
		if i == 0 || r.At.Before(from) {
			continue
		}
		future := r.Changed.Has(backlog.SprintField) && slices.ContainsFunc(r.State.Sprints, func(x *backlog.Sprint) bool { return !x.Started(r.At) })
		if future || r.Changed.Has(backlog.RankField) {
			days = append(days, s.Calendar.Date(r.At)+" "+r.By.Name)
		}
	}
	return days
}

func (m *measured) measureSprints(s *backlog.Snapshot, from time.Time, days map[string]bool) {
	seen := map[string]bool{}
	for _, sp := range s.Sprints {
		if !sp.Closed(s.TakenAt) {
			continue
		}
		if seen[sp.Goal] && sp.Goal != "" {
			m.duplicatesOfGoals++
		}
		seen[sp.Goal] = true
		if sp.Start.Before(from) {
			continue
		}
		m.goals.count(sp.Goal != "" && !strings.Contains(sp.Goal, "SRC-"))
		planned, added, removed := 0, 0, 0
		for _, it := range s.Items {
			for _, stay := range it.Stays() {
				switch {
				case stay.Sprint != sp, !stay.To.IsZero() && !stay.To.After(sp.Start):
				case stay.From.After(sp.Start.Add(backlog.PlanningGrace)) && stay.From.Before(sp.Completed):
					added++
				case stay.From.Before(sp.Completed):
					planned++
					if !stay.To.IsZero() && stay.To.After(sp.Start) && stay.To.Before(sp.Completed) {
						removed++
					}
				}
			}
		}
		m.planned = append(m.planned, planned)
		m.disturbed.count(4*added > planned || 5*removed > planned)
		m.quiet.count(betweenPlannings(s.Calendar, sp, days) < 2)
	}
}

// betweenPlannings counts the days of a Sprint on which somebody ordered, but for the
// planning day and its neighbours.
func betweenPlannings(c *backlog.Calendar, sp *backlog.Sprint, days map[string]bool) int {
	n := 0
	for day := range days {
		at, err := time.ParseInLocation(time.DateOnly, day[:10], c.Location())
		if err == nil && c.Days(sp.Start, at) > 1 && c.Days(at, sp.Over()) > 0 {
			n++
		}
	}
	return n
}

// TestInspect prints how the teams of the demo live; read it with -v.
func TestInspect(t *testing.T) {
	for _, team := range demo() {
		m := measure(team)
		if m.items == 0 {
			t.Errorf("%s has no items", team.Snapshot.Team.Name)
		}
		t.Logf("%s: %s", team.Snapshot.Team.Name, team.About)
		t.Logf("  %d items (%d titles) and %d epics, %.1f changes an item, comments on %s, on done items %s",
			m.items, m.titles, m.epics, float64(m.changes)/float64(m.items+m.epics), m.comments, m.talked)
		t.Logf("  in 180 days: created %d, closed %d, declined %s, stale %s", m.created, m.closed, m.declined, m.stale)
		t.Logf("  committed: requests %s, of those untouched %s; named %s, without a purpose %s", m.requests, m.untouched, m.named, m.homeless)
		t.Logf("  Sprints: planned %v, goals %s (%d said twice), disturbed %s, not reordered %s", m.planned, m.goals, m.duplicatesOfGoals, m.disturbed, m.quiet)
		t.Logf("  questions passed on %s; days of ordering %v", m.deferred, m.orderDays)
	}
}
