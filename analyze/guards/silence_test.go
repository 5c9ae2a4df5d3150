package guards_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// quiet is the history of a team that works from 2 March on, on the given days.
func quiet(process backlog.Process, calendar *backlog.Calendar, days ...string) *scenario.Recorder {
	r := scenario.NewRecorder(backlog.Team{Name: "T"}, process, calendar)
	ada := r.Person("ada", "Ada")
	r.Sprint(backlog.Sprint{ID: "1", Name: "S1", Start: monday, End: monday.AddDate(0, 0, 11), Completed: monday.AddDate(0, 0, 11)})
	it := r.Create(monday.AddDate(0, 0, -100), ada, "P-0", backlog.State{}) // an old list
	r.Start(monday, ada, it)
	for i, day := range days {
		at, err := time.Parse("2006-01-02 15:04", day+" 11:00")
		if err != nil {
			panic(err)
		}
		r.Create(at, ada, fmt.Sprintf("P-%d", i+1), backlog.State{})
	}
	return r
}

func TestSilences(t *testing.T) {
	holidays := &backlog.Calendar{Holidays: map[string]bool{"2026-03-10": true, "2026-03-11": true}}
	for name, c := range map[string]struct {
		record *scenario.Recorder
		from   string // of the window
		want   []string
	}{
		"none":                   {quiet(backlog.Scrum, nil, "2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27", "2026-04-03"), "", nil},
		"ten working days":       {quiet(backlog.Scrum, nil, "2026-03-06", "2026-03-23", "2026-04-03"), "", []string{"2026-03-09 2026-03-20"}},
		"nine":                   {quiet(backlog.Scrum, nil, "2026-03-06", "2026-03-20", "2026-04-02"), "", nil},
		"ten, but for holidays":  {quiet(backlog.Scrum, holidays, "2026-03-06", "2026-03-23", "2026-04-03"), "", nil},
		"two":                    {quiet(backlog.Kanban, nil, "2026-03-20"), "", []string{"2026-03-03 2026-03-19", "2026-03-23 2026-04-06"}},
		"up to now":              {quiet(backlog.Scrum, nil, "2026-03-10", "2026-03-20"), "", []string{"2026-03-23 2026-04-06"}},
		"over the window's edge": {quiet(backlog.Scrum, nil, "2026-03-31"), "2026-03-16", []string{"2026-03-16 2026-03-30"}},
		"nine of them within":    {quiet(backlog.Scrum, nil, "2026-03-27"), "2026-03-17", nil},
	} {
		snap := c.record.Snapshot(time.Date(2026, 4, 6, 17, 0, 0, 0, time.UTC))
		from := snap.TakenAt.AddDate(0, 0, -180)
		if c.from != "" {
			from, _ = time.Parse(time.DateOnly, c.from)
		}
		var got []string
		for _, gap := range guards.New(snap, from, guards.Declared{}, nil).Silences(10) {
			got = append(got, snap.Calendar.Date(gap[0])+" "+snap.Calendar.Date(gap[1]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// Whoever speaks is there, a machine is not, and before an import nobody can tell.
func TestWhatBreaksASilence(t *testing.T) {
	last := time.Date(2026, 4, 6, 17, 0, 0, 0, time.UTC)
	count := func(r *scenario.Recorder) int {
		snap := r.Snapshot(last)
		return len(guards.New(snap, last.AddDate(0, 0, -180), guards.Declared{}, nil).Silences(10))
	}
	said, robot, moved := quiet(backlog.Scrum, nil), quiet(backlog.Scrum, nil), quiet(backlog.Scrum, nil)
	for day := monday; day.Before(last); day = day.AddDate(0, 0, 7) {
		said.Comment(day, said.Person("ada", "Ada"), said.Item("P-0"), "Still waiting for the answer.")
		robot.Comment(day, robot.Person("bot", "Automation for Jira"), robot.Item("P-0"), "This item is stale.")
	}
	for i := range 40 {
		moved.Create(last.AddDate(0, 0, -3), moved.Person("ada", "Ada"), fmt.Sprintf("I-%d", i), backlog.State{})
	}
	for name, c := range map[string]struct {
		record *scenario.Recorder
		want   int
	}{"nobody": {quiet(backlog.Scrum, nil), 1}, "a comment": {said, 0}, "a bot": {robot, 1}, "an import": {moved, 0}} {
		if got := count(c.record); got != c.want {
			t.Errorf("%s: %d silences, want %d", name, got, c.want)
		}
	}
}
