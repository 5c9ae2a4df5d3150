package simulate

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// demo is the demo organisation, made once for the tests that only read it.
var demo = sync.OnceValue(Demo)

// The same plan and seed must give the same history, and another seed another one.
func TestSameSeedSameHistory(t *testing.T) {
	if testing.Short() {
		t.Skip("compares two whole organisations")
	}
	one, two := demo(), Demo()
	for i := range one {
		name := one[i].Snapshot.Team.Name
		if diff := cmp.Diff(told(one[i].Snapshot), told(two[i].Snapshot)); diff != "" {
			t.Errorf("%s differs between two runs:\n%s", name, diff)
		}
		if len(one[i].Roles) != len(two[i].Roles) || len(one[i].Roles) == 1 && one[i].Roles[0].Name != two[i].Roles[0].Name {
			t.Errorf("%s has another Product Owner in the second run", name)
		}
	}
	other := simulate(checkout, checkout.Seed+1)
	if cmp.Equal(told(one[0].Snapshot), told(other.Snapshot)) {
		t.Error("another seed gave the same history")
	}
}

// act is one recorded act in plain values, without the pointers that tie a Snapshot.
type act struct {
	Item, By, Status, Title, Parent, Assignee string
	At                                        time.Time
	Changed                                   backlog.Fields
	Rank                                      int8
	Outcome                                   backlog.Outcome
	Sprints                                   []string
}

// told is all that a Snapshot tells, as plain values.
func told(s *backlog.Snapshot) any {
	var acts []act
	var comments []backlog.Comment
	var orders []int
	for _, it := range s.Items {
		for _, r := range it.Revisions {
			a := act{
				Item: it.Key, By: r.By.Name, Status: r.State.Status.Name, Title: r.State.Text.Title + r.State.Text.Description,
				At: r.At, Changed: r.Changed, Rank: r.Rank, Outcome: r.State.Outcome,
			}
			if r.State.Parent != nil {
				a.Parent = r.State.Parent.Key
			}
			if r.State.Assignee != nil {
				a.Assignee = r.State.Assignee.Name
			}
			for _, sp := range r.State.Sprints {
				a.Sprints = append(a.Sprints, sp.Name)
			}
			acts = append(acts, a)
		}
		comments = append(comments, it.Comments...)
		orders = append(orders, it.Order)
	}
	return []any{acts, comments, orders, s.Sprints, s.People, s.TakenAt, s.Coverage}
}

// The demo is of a size and kind that a reader believes.
func TestVolume(t *testing.T) {
	teams := demo()
	if len(teams) < 3 {
		t.Fatalf("the demo has %d teams, want at least 3", len(teams))
	}
	for _, team := range teams {
		m, s := measure(team), team.Snapshot
		name := s.Team.Name
		if n := len(s.Items); n < 250 || n > 450 {
			t.Errorf("%s has %d items, want 250 to 450", name, n)
		}
		if m.titles < 120 {
			t.Errorf("%s has %d different titles, want at least 120", name, m.titles)
		}
		if each := float64(m.changes) / float64(len(s.Items)); each < 3 || each > 8 {
			t.Errorf("%s has %.1f changes an item, want 3 to 8", name, each)
		}
		if got := m.comments.share(); got < 0.45 || got > 0.85 {
			t.Errorf("%s has comments on %s, want about 60 %%", name, m.comments)
		}
		if s.Process == backlog.Scrum && len(m.planned) < 11 {
			t.Errorf("%s closed %d Sprints in 180 days, want at least 11", name, len(m.planned))
		}
		if want := time.Date(2026, time.November, 20, 16, 0, 0, 0, time.UTC); !s.TakenAt.Equal(want) {
			t.Errorf("%s is told as of %s, want %s", name, s.TakenAt, want)
		}
	}
}

// Titles that reports find hard are among the items.
func TestOddTitles(t *testing.T) {
	s := demo()[0].Snapshot
	for _, odd := range []string{"|", "支付宝", "<b>"} {
		if !slices.ContainsFunc(s.Items, func(it *backlog.Item) bool { return strings.Contains(it.Title(), odd) }) {
			t.Errorf("no title has %q in it", odd)
		}
	}
}

// What the people of a plan are meant to do shows up in what they did. Every plan is
// tried with several seeds: habits must not hang on the luck of one.
func TestHabitsShow(t *testing.T) {
	for seed := uint64(101); seed < 103; seed++ {
		c, s, f := measure(simulate(checkout, seed)), measure(simulate(search, seed)), measure(simulate(fulfilment, seed))
		for _, x := range []struct {
			what     string
			got      rate
			from, to float64
		}{
			{"Checkout: requests declined or closed", c.declined, 0.12, 0.50},
			{"Checkout: requests left as they came", c.untouched, 0, 0.15},
			{"Checkout: stories with a persona", c.named, 0.70, 1},
			{"Checkout: stories without a purpose", c.homeless, 0, 0.15},
			{"Checkout: Sprints with a goal", c.goals, 0.75, 1},
			{"Checkout: Sprints disturbed", c.disturbed, 0, 0.45},
			{"Checkout: Sprints not reordered", c.quiet, 0, 0.2},
			{"Checkout: stale items", c.stale, 0, 0.15},
			{"Checkout: questions passed on", c.deferred, 0, 0.15},
			{"Search: requests declined", s.declined, 0, 0.03},
			{"Search: requests left as they came", s.untouched, 0.60, 1},
			{"Search: stories with a persona", s.named, 0.05, 0.30},
			{"Search: stories without a purpose", s.homeless, 0.45, 0.80},
			{"Search: Sprints with a goal", s.goals, 0, 0.30},
			{"Search: Sprints disturbed", s.disturbed, 0.60, 1},
			{"Search: questions passed on", s.deferred, 0.45, 0.95},
			{"Fulfilment: Sprints not reordered", f.quiet, 0.9, 1},
			{"Fulfilment: stale items", f.stale, 0.35, 0.80},
			{"Fulfilment: Sprints with a goal", f.goals, 0.65, 1},
			{"Fulfilment: stories with a persona", f.named, 0.5, 1},
			{"Fulfilment: Sprints disturbed", f.disturbed, 0, 0.5},
		} {
			if got := x.got.share(); x.got.n == 0 || got < x.from || got > x.to {
				t.Errorf("seed %d: %s: %s, want %.0f to %.0f %%", seed, x.what, x.got, 100*x.from, 100*x.to)
			}
		}
		if s.created*10 < s.closed*13 {
			t.Errorf("seed %d: the backlog of Search grows by %d for %d closed, want more than 1.3 for one", seed, s.created, s.closed)
		}
		if c.duplicatesOfGoals+f.duplicatesOfGoals > 0 {
			t.Errorf("seed %d: a Sprint Goal was used twice", seed)
		}
		testCommittee(t, f)
	}
}

// testCommittee wants three people who order in about equal parts.
func testCommittee(t *testing.T, f measured) {
	t.Helper()
	total := 0
	for _, n := range f.orderDays {
		total += n
	}
	for _, m := range fulfilment.Cast {
		if part := float64(f.orderDays[m.Name]) / float64(total); m.Role == manager && (part < 0.22 || part > 0.45) {
			t.Errorf("%s ordered on %.0f %% of the days, want about a third", m.Name, 100*part)
		}
	}
}
