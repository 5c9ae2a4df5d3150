package simulate

import (
	"fmt"

	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is how questions are asked and answered. Whoever owns the backlog decides
// at once, or passes the question on and waits for somebody else to decide.

// ask is a developer's question to an owner of the backlog.
func (t *team) ask(dev *person, w *work) {
	to := t.decider()
	if to == nil || w.state == scenario.Done {
		return
	}
	q := pick(t, t.Stock.Questions)
	t.say(dev, w, q.asked, to)
	if t.Habits.Slow > 0 {
		t.later(t.Habits.Slow+t.rng.IntN(t.Habits.Slow), func() { t.answer(dev, w, q) })
	} else if t.chance(t.Habits.SameDay) {
		t.soon(func() { t.answer(dev, w, q) })
	} else {
		t.later(1, func() { t.answer(dev, w, q) })
	}
}

// answer is the first reply to a question, by whoever owns the backlog that day.
func (t *team) answer(dev *person, w *work, q question) {
	by := t.decider()
	if by == nil {
		t.later(1, func() { t.answer(dev, w, q) })
		return
	}
	if t.happens(t.Habits.AsksUsers) {
		t.say(by, w, pick(t, askingUsers), dev)
		t.later(1, t.once(by, func() { t.say(by, w, q.answered, dev) }))
		return
	}
	decider := w.by
	if decider == nil || decider.Role != stakeholder || decider.awayOn(t.now) {
		decider = one(t, t.present(stakeholder))
	}
	if decider == nil || !t.chance(t.Habits.Deferred) {
		t.say(by, w, q.answered, dev)
		return
	}
	t.say(by, w, fmt.Sprintf(pick(t, deferrals), firstName(decider)), dev)
	w.left++
	t.later(1+t.rng.IntN(3), t.once(decider, func() {
		t.say(decider, w, pick(t, rulings)+" "+q.answered)
		if t.chance(0.5) {
			t.soon(t.once(by, func() { t.say(by, w, fmt.Sprintf(pick(t, relays), firstName(decider)), dev) }))
		}
	}))
}
