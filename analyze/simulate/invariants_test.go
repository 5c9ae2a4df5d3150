package simulate

import (
	"slices"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file holds what must be true of every history, whatever the habits.

func TestHistories(t *testing.T) {
	for _, p := range []plan{checkout, search, fulfilment, returns} {
		s := simulate(p, p.Seed+100).Snapshot
		t.Run(p.Name+" holds together", func(t *testing.T) { testHoldsTogether(t, s) })
		t.Run(p.Name+" acts when there", func(t *testing.T) { testActsWhenThere(t, s) })
		t.Run(p.Name+" keeps to roles", func(t *testing.T) { testKeepsToRoles(t, s) })
	}
}

func testHoldsTogether(t *testing.T, s *backlog.Snapshot) {
	for _, it := range s.Items {
		if it.Revisions[0].Changed != backlog.Created {
			t.Errorf("%s does not begin with its creation", it.Key)
		}
		if !slices.IsSortedFunc(it.Revisions, func(a, b backlog.Revision) int { return a.At.Compare(b.At) }) {
			t.Errorf("%s has acts out of order", it.Key)
		}
		for i, r := range it.Revisions {
			testState(t, s, it, i)
			if i > 0 && it.Revisions[i-1].State.Outcome != backlog.Open {
				t.Errorf("%s was changed on %s after it had ended", it.Key, r.At)
			}
		}
		for _, c := range it.Comments {
			if c.At.Before(it.CreatedAt()) || c.At.After(s.TakenAt) || c.Text == "" {
				t.Errorf("%s has the comment %q on %s", it.Key, c.Text, c.At)
			}
		}
		for _, l := range it.Links {
			other := slices.IndexFunc(s.Items, func(o *backlog.Item) bool { return o.Key == l.Key })
			if l.Made.Before(it.CreatedAt()) || l.Made.After(s.TakenAt) || other < 0 || l.Made.Before(s.Items[other].CreatedAt()) {
				t.Errorf("%s was linked to %s on %s, when one of them was not there", it.Key, l.Key, l.Made)
			}
		}
	}
}

// testState checks one state of an item against the act that made it.
func testState(t *testing.T, s *backlog.Snapshot, it *backlog.Item, i int) {
	t.Helper()
	r := it.Revisions[i]
	now := r.State
	if (now.Outcome != backlog.Open) != (now.Status.Category == backlog.Done) {
		t.Errorf("%s: on %s the outcome %d and the status %s disagree", it.Key, r.At, now.Outcome, now.Status.Name)
	}
	if now.Parent != nil && now.Parent.CreatedAt().After(r.At) {
		t.Errorf("%s: had a parent on %s before that existed", it.Key, r.At)
	}
	if now.Text.Title == "" {
		t.Errorf("%s has no title on %s", it.Key, r.At)
	}
	begins := r.Changed.Has(backlog.StatusField) && now.Status.Category == backlog.InProgress && now.Type.Level == backlog.BacklogLevel
	runs := slices.ContainsFunc(now.Sprints, func(x *backlog.Sprint) bool { return x.Started(r.At) && !x.Closed(r.At) })
	if begins && s.Process == backlog.Scrum && !runs {
		t.Errorf("%s was begun on %s outside any running Sprint", it.Key, r.At)
	}
	if i == 0 || !r.Changed.Has(backlog.SprintField) {
		return
	}
	for _, x := range now.Sprints {
		if !it.Revisions[i-1].State.In(x) && x.Closed(r.At.Add(-time.Second)) {
			t.Errorf("%s was put into %s on %s, after its close", it.Key, x.Name, r.At)
		}
	}
}

// Nobody acts at night, on free days, before joining or on leave.
func testActsWhenThere(t *testing.T, s *backlog.Snapshot) {
	members := map[string]member{}
	for _, p := range []plan{checkout, search, fulfilment, returns} {
		for _, m := range p.Cast {
			members[m.Name] = m
		}
	}
	check := func(key string, at time.Time, by *backlog.Person) {
		local := at.In(s.Calendar.Location())
		p := &person{Person: by, member: members[by.Name]}
		if !s.Calendar.Works(at) || local.Hour() < 9 || local.Hour() > 17 || p.awayOn(local) || s.Calendar.Date(at) < p.Joins {
			t.Errorf("%s acted on %s at %s, when not at work", by.Name, key, local)
		}
	}
	for _, it := range s.Items {
		for _, r := range it.Revisions {
			check(it.Key, r.At, r.By)
		}
		for _, c := range it.Comments {
			check(it.Key, c.At, c.By)
		}
	}
}

// Only developers start and finish work, and only owners and managers move items.
func testKeepsToRoles(t *testing.T, s *backlog.Snapshot) {
	roles := rolesOf(s.Team.Name)
	for _, it := range s.Items {
		for _, r := range it.Revisions {
			works := r.Changed.Has(backlog.AssigneeField) || r.State.Outcome == backlog.Delivered
			if works && it.Level() == backlog.BacklogLevel && roles[r.By.Name] != developer {
				t.Errorf("%s worked on %s", r.By.Name, it.Key)
			}
			if r.Changed.Has(backlog.RankField) && roles[r.By.Name] != owner && roles[r.By.Name] != manager {
				t.Errorf("%s reordered %s", r.By.Name, it.Key)
			}
		}
	}
}
