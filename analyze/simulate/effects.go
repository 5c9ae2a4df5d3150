package simulate

import (
	"fmt"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is what happens after an epic is done, and what stakeholders say meanwhile.

// lookBack lets an owner look at what an epic has changed, and act on it.
func (t *team) lookBack(epic *work) {
	if !t.happens(t.Habits.LooksBack) {
		return
	}
	t.later(15+t.rng.IntN(10), func() {
		by := t.decider()
		if by == nil {
			return
		}
		t.say(by, epic, pick(t, effects))
		if t.chance(0.7) {
			t.learn(epic)
		}
	})
}

// learn lets an owner write an item because of what another one has shown.
func (t *team) learn(from *work) {
	if by := t.decider(); by != nil {
		next := t.idea(by)
		t.rec.Link(t.now, next.Item, backlog.Related, from.Item)
	}
}

// involve is a stakeholder who writes on the request again while it is being built. The
// developer answers, or the owner does and passes on what was said.
func (t *team) involve(dev *person, w *work) {
	by, to := w.by, t.decider()
	if by == nil || by.awayOn(t.now) || to == nil || w.state == scenario.Done {
		return
	}
	if !t.Habits.Shielded {
		t.say(by, w, pick(t, interests), dev)
		t.soon(t.once(dev, func() { t.say(dev, w, pick(t, replies), by) }))
		return
	}
	t.say(by, w, pick(t, interests), to)
	t.soon(t.once(to, func() {
		t.say(to, w, pick(t, receipts), by)
		t.say(to, w, fmt.Sprintf(pick(t, passedOn), firstName(by)), dev)
		t.soon(t.once(dev, func() { t.say(dev, w, pick(t, progress), to) }))
	}))
}
