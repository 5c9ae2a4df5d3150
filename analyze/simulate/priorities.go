package simulate

import (
	"slices"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file is who sets priorities, and who takes them back.

// weigh lets whoever decides set a new item's priority by hand, as often as this team
// does so; and change it to and fro, where the team wavers.
func (t *team) weigh(w *work) {
	if t.happens(t.Habits.Prioritised) {
		t.later(1, func() {
			to := pick(t, []*backlog.Priority{normal, low, low})
			if t.chance(t.Habits.Top) {
				to = pick(t, []*backlog.Priority{highest, high})
			}
			t.setPriority(t.decider(), w, to)
		})
	}
	if t.happens(t.Habits.Wavers) {
		t.later(1, func() { t.setPriority(t.decider(), w, high) })
		t.later(3+t.rng.IntN(4), func() { t.setPriority(t.decider(), w, normal) })
	}
}

// setPriority gives an item that nobody has begun another priority.
func (t *team) setPriority(by *person, w *work, to *backlog.Priority) {
	if by == nil || !t.waits(w) || w.Item == nil {
		return
	}
	t.change(by, w, backlog.PriorityField, func(s *backlog.State) { s.Priority = to })
}

// raise is a stakeholder who makes something urgent without asking.
func (t *team) raise(by *person) {
	open := t.backlog()
	if by == nil || len(open) == 0 {
		return
	}
	w := pick(t, open)
	w.accepted = true
	t.setPriority(by, w, high)
	t.say(by, w, pick(t, pressing))
	if w != open[0] {
		t.put(by, w, open[0])
	}
}

// overrule lets a stakeholder undo an owner's move within the next days.
func (t *team) overrule(by *person, w *work) {
	if by.Role != owner || !t.happens(t.Habits.Overruled) {
		return
	}
	t.later(1+t.rng.IntN(4), func() {
		who, open := one(t, t.present(stakeholder)), t.backlog()
		if who == nil || !slices.Contains(open, w) {
			return
		}
		if above := open[t.rng.IntN(len(open))]; above != w {
			t.put(who, w, above)
		}
	})
}
