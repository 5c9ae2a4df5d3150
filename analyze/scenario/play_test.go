package scenario

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

func mustParse(t *testing.T, text string) *Scenario {
	t.Helper()
	s, err := Parse("test", text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func itemOf(t *testing.T, s *Scenario, key string) *backlog.Item {
	t.Helper()
	for _, it := range s.Snapshot.Items {
		if it.Key == key {
			return it
		}
	}
	t.Fatalf("there is no item %s", key)
	return nil
}

// acts lists what was done to an item after it was there and refined: date, person
// and what changed.
func acts(it *backlog.Item, since string) []string {
	var all []string
	for _, r := range it.Revisions {
		if day := r.At.Format(time.DateOnly); day >= since {
			all = append(all, day+" "+r.By.Name+" "+what(r))
		}
	}
	return all
}

func what(r backlog.Revision) string {
	switch {
	case r.Changed.Has(backlog.Created):
		return "created"
	case r.State.Outcome == backlog.Delivered:
		return "finished"
	case r.Changed.Has(backlog.SprintField):
		return fmt.Sprintf("sprints %d", len(r.State.Sprints))
	case r.Changed.Has(backlog.AssigneeField) && r.State.Status == Doing:
		return "started"
	}
	return "changed"
}

// A Sprint as most are told: what nobody speaks of goes its healthy way.
func TestSprint(t *testing.T) {
	s := mustParse(t, `
sprint 7 from 2026-03-02 to 2026-03-13: Refunds work end to end
  has PAY-1 story 5, PAY-2 story 3, PAY-3 bug 2
  day 4: Ada adds PAY-9 story 8
  day 9: Ben finishes PAY-1
  unfinished PAY-3
sprint 8 from 2026-03-16 to 2026-03-27
  has PAY-4`)
	want := map[string][]string{
		"PAY-1": {"2026-03-02 Ada sprints 1", "2026-03-02 Ben started", "2026-03-12 Ben finished"},
		"PAY-2": {"2026-03-02 Ada sprints 1", "2026-03-03 Cleo started", "2026-03-11 Cleo finished"},
		"PAY-3": {"2026-03-02 Ada sprints 1", "2026-03-02 Ben started", "2026-03-13 Ada sprints 2", "2026-03-24 Ben finished"},
		"PAY-9": {"2026-03-05 Ada created", "2026-03-05 Ada sprints 1", "2026-03-06 Cleo started", "2026-03-10 Cleo finished"},
	}
	for key, acted := range want {
		if diff := cmp.Diff(acted, acts(itemOf(t, s, key), "2026-03-01")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
	seven, eight := s.Snapshot.Sprints[0], s.Snapshot.Sprints[1]
	if seven.Name != "Sprint 7" || seven.Goal != "Refunds work end to end" || eight.Goal != "" {
		t.Errorf("got %+v and %+v", seven, eight)
	}
	if got := seven.Start.Format(time.DateTime) + " " + seven.Completed.Format(time.DateTime); got != "2026-03-02 10:00:00 2026-03-13 16:00:00" {
		t.Errorf("Sprint 7 lasts %s", got)
	}
	if got := itemOf(t, s, "PAY-1").Commitment(backlog.Scrum); !got.At.Equal(seven.Start) || got.Sprint != seven {
		t.Errorf("PAY-1 is committed to at %v in %v", got.At, got.Sprint)
	}
	if got := itemOf(t, s, "PAY-1").Now(); got.Estimate != 5 || got.Type != Story {
		t.Errorf("PAY-1 is %+v", got)
	}
}

func TestManySprints(t *testing.T) {
	s := mustParse(t, `
calendar Europe/Stockholm · holidays 2026-01-19
sprints 1..3 of 2 weeks from 2026-01-05: Shoppers get one step further
  has 2 stories
  day 1: Dana requests 1 story
sprints 4..6 of 1 week from 2026-02-16
  goals: "a"; ""
  has the oldest item`)
	var got []string
	for _, sprint := range s.Snapshot.Sprints {
		got = append(got, fmt.Sprint(sprint.ID, " ", sprint.Name, " ", sprint.Start.Format("01-02 15:04 MST"), " ", sprint.Completed.Format("01-02"), " ", sprint.Goal))
	}
	want := []string{
		"1 Sprint 1 01-05 10:00 CET 01-16 Shoppers get one step further 1",
		"2 Sprint 2 01-20 10:00 CET 01-30 Shoppers get one step further 2",
		"3 Sprint 3 02-02 10:00 CET 02-13 Shoppers get one step further 3",
		"4 Sprint 4 02-16 10:00 CET 02-20 a",
		"5 Sprint 5 02-23 10:00 CET 02-27 ",
		"6 Sprint 6 03-02 10:00 CET 03-06 a",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sprints (-want +got):\n%s", diff)
	}
	var requested []string
	for _, it := range s.Snapshot.Items {
		if it.Creator().Name == "Dana" {
			requested = append(requested, it.CreatedAt().Format("01-02")+" in "+it.Now().Sprints[0].Name)
		}
	}
	if diff := cmp.Diff([]string{"01-05 in Sprint 4", "01-20 in Sprint 5", "02-02 in Sprint 6"}, requested); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}
}

func TestToday(t *testing.T) {
	s := mustParse(t, "today 2026-03-04\nsprints 1..2 of 1 week from 2026-03-02\n  has 3 stories\n  day 2..4: Ada moves PAY-1 up")
	if got := s.Snapshot.TakenAt.Format(time.DateTime); got != "2026-03-04 23:59:59" {
		t.Errorf("taken at %s", got)
	}
	if s.Snapshot.Sprints[0].Closed(s.Snapshot.TakenAt) || s.Snapshot.Sprints[1].Started(s.Snapshot.TakenAt) {
		t.Errorf("want the first Sprint running and the second to come, got %+v %+v", s.Snapshot.Sprints[0], s.Snapshot.Sprints[1])
	}
	if got := acts(itemOf(t, s, "PAY-1"), "2026-03-01"); len(got) != 2 {
		t.Errorf("want two moves of PAY-1 by today, got %q", got)
	}
}

func TestKanban(t *testing.T) {
	s := mustParse(t, `
team Support · kanban board · no epics
backlog on 2026-01-05: PAY-1..3 stories by Dana
2026-01-07: Ben starts the oldest item
2026-01-08: Cleo finishes PAY-3
2026-01-09: Ben finishes 1 item`)
	if s.Snapshot.Process != backlog.Kanban || s.Snapshot.Team.Name != "Support" || len(s.Snapshot.Items) != 3 {
		t.Errorf("got %+v with %d items", s.Snapshot.Team, len(s.Snapshot.Items))
	}
	if diff := cmp.Diff([]string{"2026-01-07 Ben started", "2026-01-09 Ben finished"}, acts(itemOf(t, s, "PAY-1"), "2026-01-05")); diff != "" {
		t.Errorf("PAY-1 (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"2026-01-06 Ben started", "2026-01-08 Cleo finished"}, acts(itemOf(t, s, "PAY-3"), "2026-01-05")); diff != "" {
		t.Errorf("PAY-3 (-want +got):\n%s", diff)
	}
}

// Whatever a history tells: the revisions are in order and in working time, everything
// recorded belongs to a line, and a second reading gives the same.
func TestHonestRecord(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := FromMarkdown("README.md", string(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		s := mustParse(t, e.Text)
		told := map[string]bool{}
		for _, f := range s.Facts {
			told[f.Item+f.At.String()] = true
		}
		for _, it := range s.Snapshot.Items {
			for i, r := range it.Revisions {
				if i > 0 && r.At.Before(it.Revisions[i-1].At) {
					t.Errorf("%s: %s goes back in time at %s", e.Heading, it.Key, r.At)
				}
				if at := r.At.In(s.Snapshot.Calendar.Location()); at.Hour() < 8 || at.Hour() > 16 || !s.Snapshot.Calendar.Works(at) {
					t.Errorf("%s: %s is changed out of working time, at %s", e.Heading, it.Key, at)
				}
				if !told[it.Key+r.At.String()] && it.Level() != backlog.FeatureLevel {
					t.Errorf("%s: no line tells what happens to %s at %s", e.Heading, it.Key, r.At)
				}
			}
			for _, c := range it.Comments {
				if !told[it.Key+c.At.String()] {
					t.Errorf("%s: no line tells what is said on %s at %s", e.Heading, it.Key, c.At)
				}
			}
		}
		if diff := cmp.Diff(record(s), record(mustParse(t, e.Text))); diff != "" {
			t.Errorf("%s: a second reading differs:\n%s", e.Heading, diff)
		}
	}
}

func record(s *Scenario) []string {
	var all []string
	for _, it := range s.Snapshot.Items {
		all = append(all, fmt.Sprint(it.Key, it.Order, *it.Now().Text, it.Links))
		for _, r := range it.Revisions {
			all = append(all, fmt.Sprint(r.At, r.By.ID, r.Changed, r.Rank, r.State.Status.ID, r.State.Outcome))
		}
	}
	return all
}

// Many items take their time unless they are changed in bulk.
func TestPace(t *testing.T) {
	s := mustParse(t, "kanban board\n2026-03-02: Dana requests PAY-1..40 stories\n2026-03-03: Ada moves PAY-1..40 down in bulk")
	var created, moved []time.Time
	for _, it := range s.Snapshot.Items {
		if it.Level() == backlog.BacklogLevel {
			created, moved = append(created, it.CreatedAt()), append(moved, it.Revisions[1].At)
		}
	}
	slices.SortFunc(moved, time.Time.Compare)
	for i := 1; i < len(created); i++ {
		if gap := created[i].Sub(created[i-1]); gap <= time.Minute {
			t.Errorf("items %d and %d were requested %s apart, want more than a minute", i-1, i, gap)
		}
		if gap := moved[i].Sub(moved[i-1]); gap <= 0 || gap > 10*time.Second {
			t.Errorf("items %d and %d were moved %s apart, want a few seconds", i-1, i, gap)
		}
	}
}

func FuzzParse(f *testing.F) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		f.Fatal(err)
	}
	examples, err := FromMarkdown("README.md", string(text))
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range examples {
		f.Add(e.Text)
	}
	f.Add("epic PAY-1 \"\"\ntoday 2026-01-01")
	f.Add("sprint 1 from 2026-01-05 to 2026-01-05\n has PAY-1 story under PAY-2, PAY-2 story under PAY-1")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			t.Skip("long histories only take long")
		}
		s, err := Parse("fuzz", text)
		if (s == nil) == (err == nil) {
			t.Fatalf("got %v and %v, want a scenario or an error", s, err)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "fuzz:") {
			t.Fatalf("the error names no line: %v", err)
		}
	})
}
