package simulate

import (
	"slices"

	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is what changes a Sprint that is running.

// disturb lays up for the days to come what will change the running Sprint.
func (t *team) disturb(s *sprint) {
	plans := []struct {
		times float64
		do    func()
	}{
		{t.Habits.Inserted, t.insert}, {t.Habits.Urgent, t.takeUrgent}, {t.Habits.Dropped, t.drop},
	}
	for _, p := range plans {
		for range t.count(p.times) {
			t.laterIn(s, 2, 4, p.do)
		}
	}
	for range t.times(t.Habits.SplitLate) {
		t.laterIn(s, 2, 4, t.splitLate)
	}
	for range t.times(t.Habits.Fillers) {
		t.laterIn(s, 5, 4, t.fill)
	}
}

// laterIn lets something happen on one of some days of a Sprint, if that still runs.
func (t *team) laterIn(s *sprint, from, days int, do func()) {
	t.later(from+t.rng.IntN(days), func() {
		if t.running == s {
			do()
		}
	})
}

// insert is a stakeholder who cannot wait, and knows how to use the board.
func (t *team) insert() {
	by := one(t, t.present(stakeholder))
	if by == nil {
		return
	}
	w := t.request(by)
	w.accepted = true
	t.say(by, w, pick(t, pressing))
	t.join(by, w, t.running)
}

// takeUrgent takes a new bug into the running Sprint.
func (t *team) takeUrgent() {
	by, found := t.decider(), one(t, t.present(stakeholder, developer))
	if by == nil || found == nil {
		return
	}
	w := t.bug(found, high)
	t.join(by, w, t.running)
}

// drop takes something out again that was planned and is not begun.
func (t *team) drop() {
	by := t.decider()
	waiting := slices.DeleteFunc(t.in(t.running), func(w *work) bool { return w.state != scenario.ToDo })
	if by != nil && len(waiting) > 0 {
		t.leave(by, waiting[len(waiting)-1])
	}
}
