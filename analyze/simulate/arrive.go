package simulate

import (
	"fmt"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is what arrives in the backlog: requests, ideas, bugs, technical work and
// customers' tickets, each written by those who write such things.

// writeItems puts on today's agenda what people will write today. Owners write more
// when there is little left to plan.
func (t *team) writeItems() {
	h := t.Habits
	for _, kind := range []struct {
		aWeek float64
		write func()
	}{
		{h.Requests, func() { t.request(one(t, t.present(stakeholder))) }},
		{h.Ideas, func() { t.idea(t.decider()) }},
		{h.Bugs, func() { t.bug(one(t, t.present(developer, stakeholder)), normal) }},
		{h.Chores, func() { t.chore(one(t, t.present(developer))) }},
		{h.Tickets, func() { t.ticket(one(t, t.present(customer))) }},
	} {
		for range t.count(kind.aWeek / 5 * t.season()) {
			t.sometime(kind.write)
		}
	}
	for range t.times(h.Trials / 5 * t.season()) {
		t.sometime(func() {
			if by := t.decider(); by != nil {
				t.spike(by)
			}
		})
	}
	for range t.times(h.Bypassed / 5 * t.season()) {
		t.sometime(func() { t.doAtOnce(one(t, t.present(developer))) })
	}
	for range t.times(h.Raised / 5 * t.season()) {
		t.sometime(func() { t.raise(one(t, t.present(stakeholder))) })
	}
	if len(t.ready()) < h.Stocked && t.chance(0.5) {
		t.sometime(func() { t.idea(t.decider()) })
	}
}

// writeStanding lets a day pass on which nothing but the standing backlog is written.
func (t *team) writeStanding() {
	if t.Import {
		t.copyStanding()
		return
	}
	for range t.count(float64(t.Habits.Standing) / float64(5*t.Habits.StandingWeeks)) {
		t.sometime(func() {
			by := pick(t, t.present(owner, manager, stakeholder))
			w := t.idea(by)
			w.request = by.Role == stakeholder
			if t.chance(t.Habits.Talk) {
				t.later(1+t.rng.IntN(10), func() { t.acknowledge(w) })
			}
		})
	}
}

// acknowledge is a short word that an item has been seen.
func (t *team) acknowledge(w *work) {
	if by := t.decider(); by != nil {
		t.say(by, w, pick(t, receipts), w.by)
	}
}

// request is a stakeholder asking for something, in a stakeholder's words.
func (t *team) request(by *person) *work {
	if by == nil {
		return nil
	}
	c := t.deal()
	text := &backlog.Text{Title: t.title(c), Description: t.asked(c, by)}
	if t.chance(t.Habits.NamedRequests) {
		text.Description = t.story(c)
	}
	w := t.create(by, nil, backlog.State{Type: scenario.Story, Text: text})
	w.about, w.request = c, true
	return w
}

// idea is an item by somebody who owns the backlog; it needs no further decision.
func (t *team) idea(by *person) *work {
	if by == nil {
		return nil
	}
	if t.chance(t.Habits.Research) {
		return t.spike(by)
	}
	if t.happens(t.Habits.Disguised) {
		return t.disguised(by)
	}
	c := t.deal()
	text := &backlog.Text{Title: t.title(c), Description: t.note(c)}
	if t.chance(t.named()) {
		text.Description = t.story(c)
	}
	first := backlog.State{Type: scenario.Story, Text: text}
	if t.happens(t.Habits.Detailed) {
		first.Text, first.Estimate = &backlog.Text{Title: t.title(c), Description: t.specification(c)}, pick(t, sizes)
	}
	w := t.create(by, t.home(c), first)
	w.about, w.accepted, w.points = c, true, first.Estimate
	return w
}

// named is the share of items that name a persona and a why when they are written.
func (t *team) named() float64 {
	if t.Habits.NamedStanding > 0 && t.now.Before(t.opening()) {
		return t.Habits.NamedStanding
	}
	return t.Habits.Named
}

// spike is research before something is built.
func (t *team) spike(by *person) *work {
	c := t.deal()
	text := &backlog.Text{
		Title:       pick(t, researchTitles) + ": " + lowerFirst(c.want.Title),
		Description: "We do not know yet whether this helps. Talk to at least three people who fit: " + t.persona(c) + ". Write down what we decide.",
	}
	w := t.create(by, t.home(c), backlog.State{Type: scenario.Spike, Text: text})
	w.about, w.accepted = c, true
	return w
}

// bug is something broken, found by somebody.
func (t *team) bug(by *person, how *backlog.Priority) *work {
	if by == nil {
		return nil
	}
	title := fmt.Sprintf("%s %s", pick(t, t.Stock.Symptoms), pick(t, t.Stock.Places))
	steps := fmt.Sprintf("%s\n\nSeen %s. %s", title, pick(t, seenWhere), pick(t, seenHow))
	w := t.create(by, nil, backlog.State{Type: scenario.Bug, Text: &backlog.Text{Title: title, Description: steps}, Priority: how})
	w.accepted = true
	return w
}

// chore is technical work that developers want done.
func (t *team) chore(by *person) *work {
	if by == nil {
		return nil
	}
	title := fmt.Sprintf(pick(t, choreTitles), pick(t, t.Stock.Components))
	text := &backlog.Text{Title: title, Description: pick(t, choreReasons)}
	w := t.create(by, nil, backlog.State{Type: scenario.Task, Text: text, Labels: []string{"tech-debt"}})
	w.accepted = true
	return w
}

// ticket is a customer writing through the service desk.
func (t *team) ticket(by *person) *work {
	if by == nil {
		return nil
	}
	c := t.deal()
	text := &backlog.Text{Title: t.title(c), Description: pick(t, ticketTexts)}
	w := t.create(by, nil, backlog.State{Type: scenario.Story, Text: text, Labels: []string{"service-desk"}})
	w.about, w.request = c, true
	return w
}
