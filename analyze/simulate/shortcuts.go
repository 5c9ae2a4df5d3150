package simulate

import (
	"fmt"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is work that takes a short way: written while planning, done in passing,
// made up to fill the time, split on the way, told as something else.

// rush writes part of a Sprint's items while it is planned, in place of prepared ones.
func (t *team) rush(s *sprint) {
	if t.Habits.Rushed == 0 {
		return
	}
	by := t.decider()
	if by == nil {
		return
	}
	for _, w := range t.in(s) {
		if t.waits(w) && t.happens(t.Habits.Rushed) {
			t.leave(by, w)
			t.join(by, t.thin(by), s)
		}
	}
}

// thin is an item of one line that belongs to nothing.
func (t *team) thin(by *person) *work {
	c := t.deal()
	w := t.create(by, nil, backlog.State{Type: scenario.Story, Text: &backlog.Text{Title: t.title(c)}})
	w.about, w.accepted = c, true
	return w
}

// doAtOnce is a developer who was asked for something in passing: it is entered when
// it is begun, and done within days, beside the Sprint.
func (t *team) doAtOnce(dev *person) {
	if dev == nil {
		return
	}
	w := t.thin(dev)
	t.now = t.now.Add(10 * minute)
	w.state = scenario.Doing // beside what the developer does in the Sprint
	t.rec.Start(t.now, dev.Person, w.Item)
	t.later(1+t.rng.IntN(2), func() { t.finish(dev, w, backlog.Delivered) })
}

// fill is an owner who writes something small so that nobody is without work.
func (t *team) fill() {
	by := t.decider()
	if by == nil {
		return
	}
	text := &backlog.Text{Title: fmt.Sprintf(pick(t, fillers), pick(t, t.Stock.Places))}
	w := t.create(by, nil, backlog.State{Type: scenario.Story, Text: text})
	w.accepted, w.points = true, 1
	t.join(by, w, t.running)
}

// splitLate makes two items out of a planned one that turned out too large.
func (t *team) splitLate() {
	by := one(t, t.present(developer))
	for _, w := range t.unfinished(t.running) {
		if by == nil || w.about.want == nil || w.kind != scenario.Story {
			continue
		}
		text := &backlog.Text{
			Title:       t.title(w.about) + " (" + pick(t, splitParts) + ")",
			Description: t.story(w.about) + "\n\nSplit from " + w.Key + " to keep both small.",
		}
		part := t.create(by, w.epic, backlog.State{Type: w.kind, Text: text})
		part.about, part.accepted, part.points = w.about, true, 2
		t.rec.Link(t.now, part.Item, backlog.SplitFrom, w.Item)
		t.join(by, part, t.running)
		return
	}
}

// disguised is technical work told as if somebody outside wanted it.
func (t *team) disguised(by *person) *work {
	component := pick(t, t.Stock.Components)
	title := fmt.Sprintf(pick(t, choreTitles), component)
	text := &backlog.Text{Title: title, Description: fmt.Sprintf("As a developer, I want to %s.\n\n%s%s",
		lowerFirst(title), pick(t, choreReasons), t.criteria(2))}
	w := t.create(by, t.home(t.deal()), backlog.State{Type: scenario.Story, Text: text})
	w.accepted = true
	return w
}

// copyStanding brings the standing backlog over from elsewhere, all on one morning.
func (t *team) copyStanding() {
	if len(t.items) > 0 {
		return
	}
	by := pick(t, t.present(master, owner, manager))
	for range t.Habits.Standing {
		t.idea(by)
		t.now = t.now.Add(-minute) // a machine does it
	}
}

// moveProject gives every item another key and workflow on one day.
func (t *team) moveProject(today string) {
	if today != t.Moved {
		return
	}
	t.at(12, 0, func() {
		by := pick(t, t.present(master, owner))
		for _, w := range t.order {
			t.rec.Change(t.now, by.Person, w.Item, backlog.ProjectField, func(*backlog.State) {})
		}
	})
}
