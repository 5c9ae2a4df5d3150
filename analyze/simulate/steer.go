package simulate

import (
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is what an owner does who directs the work: gives it to people, sets dates,
// and thinks again about what is wanted.

// steer puts an owner's directions on today's agenda.
func (t *team) steer() {
	owners := t.present(owner)
	if len(owners) == 0 {
		return
	}
	by := owners[0]
	if t.Habits.Assigned > 0 {
		t.at(9, 20, func() { t.assign(by) })
	}
	for range t.times(t.Habits.Dated) {
		t.sometime(func() { t.chase(by) })
	}
}

// waits reports whether nobody has begun the item.
func (t *team) waits(w *work) bool { return w.state == scenario.ToDo }

// assign gives what can be begun to developers.
func (t *team) assign(by *person) {
	next := t.ready()
	if t.Process == backlog.Scrum && t.running != nil {
		next = t.unfinished(t.running)
	}
	developers := t.present(developer)
	for _, w := range next[:min(len(next), 2*len(developers))] {
		if w.weighed || !t.waits(w) {
			continue
		}
		if w.weighed = true; t.chance(t.Habits.Assigned) {
			w.given = pick(t, developers)
			t.change(by, w, backlog.AssigneeField, func(s *backlog.State) { s.Assignee = w.given.Person })
		}
	}
}

// givenTo is an item that an owner gave to the developer, and that can be begun.
func (t *team) givenTo(dev *person) *work {
	for _, w := range t.order {
		if w.given == dev && t.waits(w) && (t.Process == backlog.Kanban || w.sprint != nil && w.sprint == t.running) {
			return w
		}
	}
	return nil
}

// chase sets a date on an item that is not done, or asks how far it is.
func (t *team) chase(by *person) {
	var open []*work
	for _, w := range t.items {
		if w.state != scenario.Done && w.accepted && !t.isOld(w) {
			open = append(open, w)
		}
	}
	if len(open) == 0 {
		return
	}
	w := pick(t, open[max(0, len(open)-25):])
	if t.chance(0.6) {
		t.change(by, w, backlog.DatesField, func(*backlog.State) {})
		return
	}
	t.say(by, w, pick(t, chases))
}

// rethink changes what is wanted while a developer works on it, so that part of the work
// is done again.
func (t *team) rethink(dev *person, w *work) {
	by := t.decider()
	if by == nil || w.state != scenario.Doing {
		return
	}
	w.about = t.deal()
	t.rewrite(by, w, "", t.story(w.about))
	t.say(by, w, pick(t, rethoughts), dev)
	w.left += 1.5
	t.soon(t.once(dev, func() {
		if w.state != scenario.Doing || dev.doing != w {
			return
		}
		if t.chance(0.8) {
			t.change(dev, w, backlog.EstimateField, func(s *backlog.State) { s.Estimate += 3 })
			return
		}
		t.change(dev, w, backlog.StatusField, func(s *backlog.State) { s.Status = scenario.ToDo })
		t.change(dev, w, backlog.StatusField, func(s *backlog.State) { s.Status = scenario.Doing })
	}))
}
