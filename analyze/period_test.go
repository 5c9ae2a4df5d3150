package analyze

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

func TestThePeriodHasItsSprints(t *testing.T) {
	s := tenSprints()
	s.People[0].Name = "Ada Lovelace"
	s.Sprints[1].Name, s.Sprints[1].Goal = "Ada's Sprint", "Refunds work"
	s.Sprints[9].Completed = time.Time{} // runs
	s.Sprints = append(s.Sprints, &backlog.Sprint{ID: "p", Name: "Later"}, &backlog.Sprint{ID: "f", Name: "Next", Start: s.TakenAt.AddDate(0, 0, 1)})
	yes, no := new(true), new(false)
	got := Analyze(s, nil, Options{Window: 120 * 24 * time.Hour}).Sprints
	want := []Sprint{{"STK-4's Sprint", "2026-01-19", "2026-01-30", yes}, {"Sprint 3", "2026-02-02", "2026-02-13", no}}
	if diff := cmp.Diff(want, got[:2]); diff != "" || len(got) != 9 || got[8] != (Sprint{"Sprint 10", "2026-05-11", "", got[8].Goal}) {
		t.Errorf("%d Sprints, %v: %s", len(got), got, diff)
	}
	s.Missing = backlog.SprintGoals
	if goal := Analyze(s, nil, Options{}).Sprints[1].Goal; goal != nil {
		t.Errorf("a tracker without Sprint Goals tells of one: %v", *goal)
	}
	s.Missing = 0
	if goal := Analyze(s.AsOf(s.TakenAt.AddDate(0, 0, -1)), nil, Options{}).Sprints[1].Goal; goal != nil {
		t.Errorf("of an earlier day, a goal without history is told: %v", *goal)
	}
	s.Process = backlog.Kanban
	if got := Analyze(s, nil, Options{}).Sprints; got == nil || len(got) > 0 {
		t.Errorf("a flow has Sprints: %v", got)
	}
}

// A gap is about the team. It is not told where it would be about a person, or where what
// happened may not have come.
func TestThePeriodHasItsGaps(t *testing.T) {
	paused := func() *backlog.Snapshot {
		s := long(20, usually)
		s.Items = append(s.Items[:60], s.Items[90:]...) // an item a day, but for thirty days
		return s
	}
	few, unread, partly := paused(), paused(), paused()
	for i, it := range few.Items {
		it.Revisions[0].By = few.People[i%3]
	}
	unread.Missing = backlog.ItemHistory
	partly.Items[3].NoRecord = true
	for name, c := range map[string]struct {
		snap *backlog.Snapshot
		want []Period
	}{
		"a pause": {paused(), []Period{{"2026-09-01", "2026-09-30"}}}, "no pause": {long(20, usually), []Period{}},
		"three people": {few, []Period{}}, "no history": {unread, []Period{}}, "an item without its history": {partly, []Period{}},
	} {
		if diff := cmp.Diff(c.want, Analyze(c.snap, nil, Options{}).Gaps); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
