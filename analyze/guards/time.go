package guards

import (
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/stats"
)

// This file knows when the team worked, and how much it says in the tracker.

// findIdleWeeks marks the weeks in which the team did less than a quarter of what it
// does in a median week (G6): shutdowns, whatever their reason.
func (f *Facts) findIdleWeeks() map[int]bool {
	acts := map[int]int{}
	first, last := f.snap.TakenAt, time.Time{}
	for _, it := range f.snap.Items {
		for a := range f.Acts(it) {
			acts[f.week(a.At)]++
			if a.At.Before(first) {
				first = a.At
			}
			if a.At.After(last) {
				last = a.At
			}
		}
	}
	var weeks []int
	var counts []float64
	for t := first; !t.After(last); t = t.AddDate(0, 0, 7) {
		weeks = append(weeks, f.week(t))
		counts = append(counts, float64(acts[f.week(t)]))
	}
	median := stats.Median(counts)
	idle := map[int]bool{}
	for i, week := range weeks {
		if median >= 8 && counts[i] < median/4 { // below 8 acts a week a quiet one proves nothing
			idle[week] = true
		}
	}
	return idle
}

// week is the day number of the Monday of t's week.
func (f *Facts) week(t time.Time) int {
	c := f.snap.Calendar
	return c.DayNumber(t) - (int(t.In(c.Location()).Weekday())+6)%7
}

// Worked reports whether the team's day that holds t was a working day outside of
// shutdown weeks (G6).
func (f *Facts) Worked(t time.Time) bool {
	return f.snap.Calendar.Works(t) && !f.idleWeeks[f.week(t)]
}

// WorkedDays counts the days on which the team worked, from a to b, both included.
func (f *Facts) WorkedDays(a, b time.Time) int {
	n := 0
	for d := f.snap.Calendar.Midnight(a); !d.After(b); d = d.AddDate(0, 0, 1) {
		if f.Worked(d) {
			n++
		}
	}
	return n
}

// Silences are the times within the window, and since the team is at work, in which nobody
// did anything that is recorded for so many working days or more: the first and the last
// of those days.
func (f *Facts) Silences(least int) [][2]time.Time {
	busy, begin := f.busyDays(), f.from
	if working := f.Working(); working.After(begin) {
		begin = working
	}
	var all [][2]time.Time
	var quiet []time.Time
	keep := func() {
		if len(quiet) >= least {
			all = append(all, [2]time.Time{quiet[0], quiet[len(quiet)-1]})
		}
		quiet = nil
	}
	for d := f.snap.Calendar.Midnight(begin); !d.After(f.snap.TakenAt); d = d.AddDate(0, 0, 1) {
		switch {
		case busy[f.snap.Calendar.DayNumber(d)]:
			keep()
		case f.snap.Calendar.Works(d):
			quiet = append(quiet, d)
		}
	}
	keep()
	return all
}

// busyDays are the days on which somebody did something that is recorded.
func (f *Facts) busyDays() map[int]bool {
	busy := map[int]bool{}
	for _, it := range f.snap.Items {
		for a := range f.Acts(it) {
			busy[f.snap.Calendar.DayNumber(a.At)] = true
		}
		for c := range f.Said(it) {
			busy[f.snap.Calendar.DayNumber(c.At)] = true
		}
	}
	return busy
}

// Working is since when the record shows the team at work: its first Sprint, or in a flow
// the first item begun, and nothing before an import (G3). The moment of the Snapshot
// where it shows none.
func (f *Facts) Working() time.Time {
	first := f.snap.TakenAt
	if f.snap.Process == backlog.Kanban {
		for _, it := range f.snap.Items {
			if begun := it.Begun(); !begun.IsZero() && begun.Before(first) {
				first = begun
			}
		}
	} else if len(f.snap.Sprints) > 0 && f.snap.Sprints[0].Started(first) { // by start
		first = f.snap.Sprints[0].Start
	}
	if f.imported.After(first) {
		return f.imported
	}
	return first
}

// Talk is the number of Product Backlog items finished in the window, and of those of
// them that carry a human comment: the tracker-talk index (G9).
func (f *Facts) Talk() (talked, finished int) { return f.talked, f.finished }

func (f *Facts) countTalk() (talked, finished int) {
	for _, it := range f.snap.Items {
		end := it.Ending()
		if it.Level() != backlog.BacklogLevel || end == nil || end.State.Outcome != backlog.Delivered || end.At.Before(f.from) {
			continue
		}
		finished++
		for range f.Said(it) {
			talked++
			break
		}
	}
	return talked, finished
}

// UnusedShare is the share below which a field counts as not used here (G10).
const UnusedShare = 0.10

// DefaultPriority is the priority that most items got at their creation (G13). Nil
// where fewer than half of the items have the same.
func (f *Facts) DefaultPriority() *backlog.Priority {
	counts := map[*backlog.Priority]int{}
	var order []*backlog.Priority
	n := 0
	for _, it := range f.snap.Items {
		p := it.First().State.Priority
		if it.Level() != backlog.BacklogLevel || p == nil {
			continue
		}
		n++
		if counts[p] == 0 {
			order = append(order, p)
		}
		counts[p]++
	}
	for _, p := range order {
		if counts[p]*2 >= n {
			return p
		}
	}
	return nil
}

// Chosen is the item's priority at t, if somebody chose it: it is not the default, or
// it was edited. Nil where nobody did (G13).
func (f *Facts) Chosen(it *backlog.Item, t time.Time) *backlog.Priority {
	s := it.At(t)
	if s == nil || s.Priority != f.preset {
		return priorityOf(s)
	}
	for _, r := range it.Revisions[1:] {
		if r.Changed.Has(backlog.PriorityField) && !r.At.After(t) {
			return s.Priority
		}
	}
	return nil
}

func priorityOf(s *backlog.State) *backlog.Priority {
	if s == nil {
		return nil
	}
	return s.Priority
}

// Icebox reports whether the item lies where the team declared ideas to rest.
func (f *Facts) Icebox(s *backlog.State) bool {
	for _, name := range f.declared.IceboxStatuses {
		if strings.EqualFold(s.Status.Name, name) {
			return true
		}
	}
	for _, label := range s.Labels {
		for _, name := range f.declared.IceboxLabels {
			if strings.EqualFold(label, name) {
				return true
			}
		}
	}
	return false
}
