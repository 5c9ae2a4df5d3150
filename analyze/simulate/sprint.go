package simulate

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is how Sprints follow each other, and how they are planned and closed.

// sprint is a Sprint as the team sees it. The tracker knows of it, and of its dates,
// when there is something to know.
type sprint struct {
	*backlog.Sprint
	first, last time.Time // the days of its planning and its close
	known       bool      // to the tracker
}

// isOpen reports whether the Sprint is running or still to come.
func (s *sprint) isOpen() bool { return s.Completed.IsZero() }

// layOutSprints fixes the cadence: two weeks from Monday to Friday, moved inwards
// where a day is free.
func (t *team) layOutSprints() {
	if t.Process == backlog.Kanban {
		return
	}
	first := t.date(t.FirstSprint)
	for n := 1; first.Before(end(t.calendar.Zone).AddDate(0, 0, 14)); n++ {
		s := &sprint{first: first, last: first.AddDate(0, 0, 11)}
		if !t.calendar.Works(s.first) {
			s.first = t.calendar.Add(s.first, 1)
		}
		if !t.calendar.Works(s.last) {
			s.last = t.calendar.Add(s.last, -1)
		}
		s.Sprint = &backlog.Sprint{ID: fmt.Sprint(t.Board*100 + n), Name: fmt.Sprintf("%s Sprint %d", t.Name, n)}
		t.sprints = append(t.sprints, s)
		first = first.AddDate(0, 0, 14)
	}
}

// keepSprints puts planning and closing on the agenda of their days.
func (t *team) keepSprints(d time.Time) {
	for _, s := range t.sprints {
		if s.first.Equal(d) {
			t.at(9, 5, func() { t.planSprint(s) })
		}
		if s.last.Equal(d) {
			t.at(15, 0, func() { t.closeSprint(s) })
		}
	}
}

// coming lists the next two Sprints that have not begun; items may be filed into them.
func (t *team) coming() []*sprint {
	var next []*sprint
	for _, s := range t.sprints {
		if s.Start.IsZero() && len(next) < 2 {
			t.know(s)
			next = append(next, s)
		}
	}
	return next
}

// know tells the tracker about a Sprint.
func (t *team) know(s *sprint) {
	if !s.known {
		s.Sprint, s.known = t.rec.Sprint(*s.Sprint), true
	}
}

// in lists the items that are in a Sprint now.
func (t *team) in(s *sprint) []*work {
	var in []*work
	for _, w := range t.items {
		if w.sprint == s {
			in = append(in, w)
		}
	}
	return in
}

// unfinished lists the items of a Sprint that are not done.
func (t *team) unfinished(s *sprint) []*work {
	return slices.DeleteFunc(t.in(s), func(w *work) bool { return w.state == scenario.Done })
}

// room is how many items the developers who will be there take on.
func (t *team) room(s *sprint) int {
	there := 0
	for _, p := range t.cast {
		middle := s.first.AddDate(0, 0, 4)
		if p.Role == developer && p.Joins <= t.calendar.Date(middle) && !p.awayOn(middle) {
			there++
		}
	}
	return max(5, int(math.Round(t.Habits.Planned*float64(there))))
}

// planSprint fills a Sprint, writes its goal and starts it at ten.
func (t *team) planSprint(s *sprint) {
	t.know(s)
	var left []*work
	for _, w := range t.items {
		if w.sprint != nil && w.sprint != s && !w.sprint.isOpen() && w.state != scenario.Done {
			left = append(left, w)
		}
	}
	for _, w := range append(left, t.ready()...) {
		by := t.planner()
		if by == nil || len(t.in(s)) >= t.room(s) {
			break
		}
		if w.sprint != s {
			t.join(by, w, s)
		}
	}
	t.rush(s)
	t.trim(s)
	s.Goal = t.goal(t.in(s))
	y, m, d := s.first.Date()
	s.Start = time.Date(y, m, d, 10, 0, 0, 0, s.first.Location())
	s.End = s.last.Add(16 * time.Hour)
	t.running = s
	if t.now.Before(s.Start) {
		t.now = s.Start
	}
	t.disturb(s)
}

// park puts an accepted item into the Sprint to come, which until its start is only a
// place to wait.
func (t *team) park(by *person, w *work) {
	if !t.Habits.Parked || w.sprint != nil {
		return
	}
	if next := t.coming(); len(next) > 0 {
		t.join(by, w, next[0])
	}
}

// trim takes out what was filed too much, the latest first.
func (t *team) trim(s *sprint) {
	waiting := slices.DeleteFunc(t.in(s), func(w *work) bool { return w.state != scenario.ToDo })
	by := t.planner()
	for by != nil && len(waiting) > 0 && len(t.in(s)) > t.room(s)+1 {
		t.leave(by, waiting[len(waiting)-1])
		waiting = waiting[:len(waiting)-1]
	}
}

// closeSprint ends a Sprint. Unfinished items roll over in one act, or wait for the
// next planning.
func (t *team) closeSprint(s *sprint) {
	t.tick()
	s.Completed = t.now
	t.running = nil
	by := one(t, t.present(master))
	if t.Habits.OwnerRuns {
		by = one(t, t.present(owner))
	}
	next := t.coming()
	if !t.Habits.RollsOver || by == nil || len(next) == 0 {
		return
	}
	for _, w := range t.unfinished(s) {
		w.sprint, w.touched = next[0], t.now
		t.rec.Join(t.now, by.Person, w.Item, next[0].Sprint)
	}
}
