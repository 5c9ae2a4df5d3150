package backlog_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

func moment(s string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		panic(err)
	}
	return t
}

// team is a small history: two Sprints, a parking Sprint, and items with every kind
// of life.
func team() *backlog.Snapshot {
	r := scenario.NewRecorder(backlog.Team{Name: "T"}, backlog.Scrum, nil)
	ada, ben := r.Person("ada", "Ada"), r.Person("ben", "Ben")
	one := r.Sprint(backlog.Sprint{ID: "1", Name: "S1", Start: moment("2026-03-02 10:00"), End: moment("2026-03-13 16:00"), Completed: moment("2026-03-13 16:00")})
	two := r.Sprint(backlog.Sprint{ID: "2", Name: "S2", Start: moment("2026-03-16 10:00"), End: moment("2026-03-27 16:00")})
	parked := r.Sprint(backlog.Sprint{ID: "9", Name: "Later"})
	create := func(key string) *backlog.Item {
		return r.Create(moment("2026-02-20 09:00"), ada, key, backlog.State{})
	}
	planned := create("P-1")
	r.Join(moment("2026-02-27 09:00"), ada, planned, one)
	r.Start(moment("2026-03-03 09:00"), ben, planned)
	r.End(moment("2026-03-05 09:00"), ben, planned, backlog.Delivered)

	late := create("P-2")
	r.Join(moment("2026-03-06 09:00"), ada, late, one)

	carried := create("P-3")
	r.Join(moment("2026-02-27 09:01"), ada, carried, one)
	r.Start(moment("2026-03-04 09:00"), ben, carried)
	r.Join(moment("2026-03-13 15:59"), ada, carried, two)

	withdrawn := create("P-4")
	r.Join(moment("2026-02-27 09:02"), ada, withdrawn, one)
	r.Leave(moment("2026-03-01 09:00"), ada, withdrawn, one)

	waiting := create("P-5")
	r.Join(moment("2026-03-02 09:00"), ada, waiting, parked)

	reopened := create("P-6")
	r.End(moment("2026-03-03 10:00"), ada, reopened, backlog.Declined)
	r.Change(moment("2026-03-04 10:00"), ada, reopened, backlog.StatusField|backlog.OutcomeField, func(s *backlog.State) { s.Status, s.Outcome = scenario.ToDo, backlog.Open })
	r.End(moment("2026-03-10 10:00"), ben, reopened, backlog.Declined)

	filed := create("P-7")
	r.Join(moment("2026-03-20 10:00"), ada, filed, one) // put into the closed Sprint for the record
	return r.Snapshot(moment("2026-03-20 17:00"))
}

func item(s *backlog.Snapshot, key string) *backlog.Item {
	for _, it := range s.Items {
		if it.Key == key {
			return it
		}
	}
	return nil
}

func TestCommitment(t *testing.T) {
	s := team()
	for key, want := range map[string]string{
		"P-1": "2026-03-02 10:00", // planned: at the start of the Sprint
		"P-2": "2026-03-06 09:00", // added: when it came in
		"P-3": "2026-03-02 10:00", // the first Sprint counts
		"P-4": "",                 // taken out before the start
		"P-5": "",                 // a Sprint that never starts
		"P-7": "",                 // filed under a closed Sprint
	} {
		at := item(s, key).Commitment(backlog.Scrum).At
		if want == "" && !at.IsZero() || want != "" && !at.Equal(moment(want)) {
			t.Errorf("%s was taken on at %v, want %q", key, at, want)
		}
	}
	if c := item(s, "P-1").Commitment(backlog.Scrum); !c.Entry.Equal(moment("2026-02-27 09:00")) || c.By.ID != "ada" {
		t.Errorf("P-1 was entered %v by %v", c.Entry, c.By)
	}
	if c := item(s, "P-1").Commitment(backlog.Kanban); !c.At.Equal(moment("2026-03-03 09:00")) {
		t.Errorf("as a flow, P-1 was taken on at %v", c.At)
	}
}

func TestMilestones(t *testing.T) {
	s := team()
	if end := item(s, "P-6").Ending(); end == nil || !end.At.Equal(moment("2026-03-10 10:00")) || end.By.ID != "ben" {
		t.Errorf("a reopened item ends when it ended for good, got %+v", end)
	}
	if end := item(s, "P-3").Ending(); end != nil {
		t.Errorf("P-3 is open, got an ending %+v", end)
	}
	for _, c := range []struct {
		key, at string
		want    bool
	}{
		{"P-1", "2026-02-25 12:00", true},
		{"P-1", "2026-02-20 08:00", false}, // not created yet
		{"P-1", "2026-03-04 12:00", false}, // being worked on
		{"P-1", "2026-03-10 12:00", false}, // done
		{"P-6", "2026-03-03 12:00", false}, // declined
		{"P-6", "2026-03-05 12:00", true},  // reopened
	} {
		if got := item(s, c.key).OpenAt(moment(c.at)); got != c.want {
			t.Errorf("%s open at %s: %v", c.key, c.at, got)
		}
	}
	stays := item(s, "P-4").Stays()
	if len(stays) != 1 || !stays[0].To.Equal(moment("2026-03-01 09:00")) || stays[0].OutBy.ID != "ada" {
		t.Errorf("P-4 was in and out, got %+v", stays)
	}
}

// Without its history, an item tells what it is and not what was done with it.
func TestMilestonesWithoutRecord(t *testing.T) {
	sprint := &backlog.Sprint{ID: "1", Start: moment("2026-03-02 10:00")}
	working := &backlog.State{Status: &backlog.Status{Category: backlog.InProgress}, Sprints: []*backlog.Sprint{sprint}}
	done := &backlog.State{Status: &backlog.Status{Category: backlog.Done}, Outcome: backlog.Delivered}
	born := backlog.Revision{At: moment("2026-02-20 09:00"), Changed: backlog.Created, State: working}
	it := &backlog.Item{NoRecord: true, Revisions: []backlog.Revision{born}}
	if c := it.Commitment(backlog.Scrum); !c.At.IsZero() {
		t.Errorf("nobody saw when it was taken on, got %v", c.At)
	}
	if c := it.Commitment(backlog.Kanban); !c.At.IsZero() || !it.Begun().IsZero() {
		t.Errorf("nobody saw when work began, got %v and %v", c.At, it.Begun())
	}
	if it.OpenAt(moment("2026-03-05 12:00")) {
		t.Error("it is being worked on, and passes for waiting")
	}
	it.Revisions[0].State = done
	if end := it.Ending(); end != nil {
		t.Errorf("nobody saw when it ended, got %v", end.At)
	}
	it.Revisions = []backlog.Revision{born, {At: moment("2026-03-09 16:00"), Changed: backlog.OutcomeField, State: done}}
	if end := it.Ending(); end == nil || !end.At.Equal(moment("2026-03-09 16:00")) {
		t.Errorf("its end was recorded, got %v", end)
	}
}

func TestAt(t *testing.T) {
	it := item(team(), "P-1")
	for when, want := range map[string]backlog.Category{
		"2026-02-20 09:00": backlog.ToDo, // the very moment of creation
		"2026-03-03 08:59": backlog.ToDo,
		"2026-03-03 09:00": backlog.InProgress,
		"2026-12-01 09:00": backlog.Done,
	} {
		if got := it.At(moment(when)).Status.Category; got != want {
			t.Errorf("at %s: category %d, want %d", when, got, want)
		}
	}
	if it.At(moment("2026-02-20 08:59")) != nil {
		t.Error("it has a state before its creation")
	}
}

func TestMissingInWords(t *testing.T) {
	got := (backlog.RankHistory | backlog.Comments).Names()
	if diff := cmp.Diff([]string{"rank history", "comments"}, got); diff != "" {
		t.Error(diff)
	}
}
