package simulate

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is the developers' day, and what the bots add to it.

// develop puts a day of work of each developer on the agenda.
func (t *team) develop() {
	for _, dev := range t.present(developer) {
		t.sometime(func() { t.workOn(dev) })
	}
}

// workOn is one developer's day: go on with an item, or take the next one.
func (t *team) workOn(dev *person) {
	if t.Process == backlog.Scrum && t.running == nil {
		return
	}
	w := dev.doing
	if w == nil {
		t.take(dev)
		return
	}
	w.left--
	switch {
	case w.left <= 0:
		t.deliver(dev, w)
	case t.chance(0.04):
		t.impede(dev, w)
	case t.chance(t.Habits.Talk / 6):
		t.say(dev, w, pick(t, progress))
	}
}

// take begins the next item of the Sprint, or of the backlog where work flows.
func (t *team) take(dev *person) {
	next := t.nextFor(dev)
	if next == nil {
		return
	}
	points := next.points
	if points == 0 {
		points = 3
	}
	next.left = 1 + points*t.Habits.Effort*(0.6+0.8*t.rng.Float64())
	t.begin(next.epic)
	t.start(dev, next)
	asked := t.Habits.Asked
	if next.request {
		asked = t.Habits.AskedOnRequests
	}
	if next.kind != scenario.Task && t.chance(asked) {
		t.soon(t.once(dev, func() { t.ask(dev, next) }))
	} else if t.chance(t.Habits.Talk) {
		t.say(dev, next, pick(t, beginnings))
	}
	if next.kind == scenario.Story && t.happens(t.Habits.Rethought) {
		t.later(1, func() { t.rethink(dev, next) })
	}
	if next.request && t.happens(t.Habits.Involved) {
		t.soon(func() { t.involve(dev, next) })
	}
}

// nextFor is the next item to take; nil when there is none. A Scrum team pulls more
// into the Sprint only when nearly all it planned is done.
func (t *team) nextFor(dev *person) *work {
	ready := t.ready()
	if own := t.givenTo(dev); own != nil {
		return own
	}
	if t.Process == backlog.Scrum {
		all := t.in(t.running)
		left := t.unfinished(t.running)
		for _, w := range left {
			if w.state == scenario.ToDo {
				return w
			}
		}
		if len(left)*5 > len(all) || len(ready) == 0 || !t.chance(cmp.Or(t.Habits.ToppedUp, 0.2)) {
			return nil
		}
		if by := t.decider(); by != nil {
			t.join(by, ready[0], t.running)
			return ready[0]
		}
		return nil
	}
	if len(ready) == 0 {
		return nil
	}
	return ready[0]
}

// begin marks an epic as begun with its first item.
func (t *team) begin(epic *work) {
	by := t.decider()
	if epic == nil || by == nil || epic.state != scenario.ToDo {
		return
	}
	epic.state = scenario.Doing
	t.change(by, epic, backlog.StatusField, func(s *backlog.State) { s.Status = scenario.Doing })
}

// deliver finishes an item, and its epic with the last of its items.
func (t *team) deliver(dev *person, w *work) {
	dev.doing = nil
	if t.chance(t.Habits.Talk) {
		t.say(dev, w, pick(t, endings))
	}
	t.finish(dev, w, backlog.Delivered)
	if by := t.decider(); by != nil && t.chance(t.Habits.Tried) {
		t.soon(t.once(by, func() { t.say(by, w, pick(t, thanks), dev) }))
	}
	if w.kind == scenario.Spike && t.happens(t.Habits.Learns) {
		t.later(1+t.rng.IntN(5), func() { t.learn(w) })
	}
	t.release(w)
	t.completeEpic(w.epic)
}

// completeEpic ends an epic whose items are all done and of which no more will come.
func (t *team) completeEpic(epic *work) {
	by := t.decider()
	if epic == nil || epic == t.bucket || by == nil || epic.state == scenario.Done {
		return
	}
	more := !t.full(epic) && slices.ContainsFunc(t.deck, func(c card) bool { return t.epics[c.theme] == epic })
	open := slices.ContainsFunc(t.items, func(w *work) bool { return w.epic == epic && w.state != scenario.Done })
	if !more && !open {
		t.finish(by, epic, backlog.Delivered)
		t.lookBack(epic)
	}
}

// impede is an impediment that is raised, and lifted before the work goes on.
func (t *team) impede(dev *person, w *work) {
	by := dev
	if lifters := t.lifters(); len(lifters) > 0 && t.chance(0.5) {
		by = lifters[0] // heard of in the Daily Scrum
	}
	t.change(by, w, backlog.FlagField, func(s *backlog.State) { s.Flagged = true })
	t.say(dev, w, pick(t, impediments))
	w.left += 2
	t.later(1+t.rng.IntN(2), func() {
		if by := t.lifter(); by != nil {
			t.change(by, w, backlog.FlagField, func(s *backlog.State) { s.Flagged = false })
		}
	})
}

// lifter is who takes an impediment away: whose part that is, else a developer.
func (t *team) lifter() *person {
	if lifters := t.lifters(); len(lifters) > 0 {
		return lifters[0]
	}
	return one(t, t.present(developer))
}

// lifters are those whose part it is to take impediments away.
func (t *team) lifters() []*person {
	if t.Habits.OwnerRuns {
		return t.present(owner)
	}
	return t.present(master)
}

// release lets the release bot tell on the next day where a done item went.
func (t *team) release(w *work) {
	bots := t.present(releaseBot)
	if len(bots) == 0 {
		return
	}
	t.later(1, func() {
		_, week := t.now.ISOWeek()
		t.say(bots[0], w, fmt.Sprintf("Released to production in 2026.%02d.", week))
	})
}

// botsWork lets the bot for old items remind of some on Thursdays. Nobody reads it.
func (t *team) botsWork() {
	bots := t.present(staleBot)
	if len(bots) == 0 || t.now.Weekday() != time.Thursday {
		return
	}
	t.at(9, 30, func() {
		left := 4
		for _, w := range t.backlog() {
			if left == 0 || w.reminded || t.now.Sub(w.touched) < 180*24*time.Hour {
				continue
			}
			left--
			touched := w.touched
			t.say(bots[0], w, "No activity for 180 days. This item is marked as stale.")
			w.touched, w.reminded = touched, true
		}
	})
}
