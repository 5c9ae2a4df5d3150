package simulate

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// Whatever people do, a tracker could have recorded it: in order, and within the time of
// the team.
func TestConditionsCouldBeRecorded(t *testing.T) {
	if testing.Short() {
		t.Skip("simulates a team of every condition")
	}
	for i, c := range Conditions() {
		seed := uint64(900 + i%2)
		s := c.Team(seed).Snapshot
		if len(s.Items) < 10 {
			t.Errorf("%s: %d items", c.Name, len(s.Items))
		}
		for _, it := range s.Items {
			if it.Revisions[0].Changed != backlog.Created || !slices.IsSortedFunc(it.Revisions, func(a, b backlog.Revision) int { return a.At.Compare(b.At) }) {
				t.Errorf("%s, seed %d: the history of %s is out of order", c.Name, seed, it.Key)
			}
			for _, r := range it.Revisions {
				if ended := r.State.Outcome != backlog.Open; ended != (r.State.Status.Category == backlog.Done) {
					t.Errorf("%s, seed %d: on %s, %s has the outcome %d and the status %s", c.Name, seed, r.At, it.Key, r.State.Outcome, r.State.Status.Name)
				}
			}
			for _, said := range it.Comments {
				if said.At.Before(it.CreatedAt()) || said.At.After(s.TakenAt) {
					t.Errorf("%s, seed %d: %s has a comment of %s", c.Name, seed, it.Key, said.At)
				}
			}
		}
	}
}

// A seed is a team, and its size is the seed's too.
func TestConditionsAreRepeatable(t *testing.T) {
	c := Conditions()[0]
	sizes := map[int]bool{}
	for seed := uint64(2); seed < 12; seed += 2 {
		team := c.Team(seed).Snapshot
		sizes[len(team.People)] = true
		if seed == 2 {
			if diff := cmp.Diff(told(team), told(c.Team(seed).Snapshot)); diff != "" {
				t.Errorf("the same seed gave another team:\n%s", diff)
			}
		}
	}
	if len(sizes) < 2 {
		t.Errorf("five teams have the same size: %v", sizes)
	}
	if c.Team(2).Snapshot.Process == c.Team(3).Snapshot.Process {
		t.Error("two seeds in a row are both with Sprints, or both without")
	}
}

// Who is known to a configuration is there in the time it says, and one at a time.
func TestHandoverIsConfigured(t *testing.T) {
	i := slices.IndexFunc(Conditions(), func(c Condition) bool { return c.Name == "handover" })
	held := Conditions()[i].Team(2).Roles
	if len(held) != 2 || !held[0].To.Equal(held[1].From) || held[0].Person == held[1].Person {
		t.Errorf("%+v", held)
	}
}

// What a condition says of its people, they do: in every team, and not only on average.
func TestConditionsLiveWhatTheySay(t *testing.T) {
	for name, holds := range map[string]func(Team) bool{
		"stale backlog":     func(team Team) bool { return measure(team).stale.k >= 100 },
		"disturbed Sprints": func(team Team) bool { return measure(team).disturbed.share() >= 0.75 },
		"auto carry-over": func(team Team) bool {
			var carried rate
			for _, it := range team.Snapshot.Items {
				if stays := it.Stays(); len(stays) > 0 {
					carried.count(len(stays) > 1)
				}
			}
			return carried.n >= 60 && carried.share() >= 0.6
		},
		"gatekeeper": func(team Team) bool { return talkAcross(team) == 0 },
	} {
		c := Conditions()[slices.IndexFunc(Conditions(), func(c Condition) bool { return c.Name == name })]
		for seed := uint64(800); seed < 808; seed++ {
			if !holds(c.Team(seed)) {
				t.Errorf("%s, seed %d: the team does not live it", name, seed)
			}
		}
	}
}

// talkAcross counts the comments in which a developer calls on a stakeholder, or the other
// way round.
func talkAcross(team Team) int {
	plans := slices.Concat(soundSprints.Cast, soundFlow.Cast)
	is := func(p *backlog.Person, r role) bool {
		return slices.ContainsFunc(plans, func(m member) bool { return m.Name == p.Name && m.Role == r })
	}
	n := 0
	for _, it := range team.Snapshot.Items {
		for _, said := range it.Comments {
			for _, to := range said.Mentions {
				if is(said.By, developer) && is(to, stakeholder) || is(said.By, stakeholder) && is(to, developer) {
					n++
				}
			}
		}
	}
	return n
}
