package simulate

import (
	"slices"
	"time"
)

// This file is the clock: one working day after another, each with an agenda that is
// worked off in order of time, and a diary of what is due later.

// day lets everybody live one working day.
func (t *team) day(d time.Time) {
	t.now = d.Add(9 * time.Hour)
	today := t.calendar.Date(d)
	t.agenda = append(t.agenda, t.diary[today]...)
	delete(t.diary, today)
	if d.Before(t.opening()) {
		t.writeStanding()
		t.run()
		return
	}
	t.keepSprints(d)
	t.writeItems()
	t.triage()
	t.refine()
	t.orderBacklog(d)
	t.steer()
	t.develop()
	t.botsWork()
	t.moveProject(today)
	t.run()
}

// run works off the agenda; what happens may add to it.
func (t *team) run() {
	for len(t.agenda) > 0 {
		slices.SortStableFunc(t.agenda, func(a, b entry) int { return a.at.Compare(b.at) })
		next := t.agenda[0]
		t.agenda = t.agenda[1:]
		if next.at.After(t.now) {
			t.now = next.at
		}
		next.do()
	}
}

// tick is the time between two acts of people: long enough that no tool would take
// their acts for one in bulk.
func (t *team) tick() { t.now = t.now.Add(time.Duration(65+t.rng.IntN(120)) * time.Second) }

// at puts something on today's agenda.
func (t *team) at(hour, minute int, do func()) {
	y, m, d := t.now.Date()
	t.agenda = append(t.agenda, entry{time.Date(y, m, d, hour, minute, 0, 0, t.now.Location()), do})
}

// sometime puts something on today's agenda, after planning and before the evening.
func (t *team) sometime(do func()) { t.at(10, 5+t.rng.IntN(360), do) }

// soon lets something happen within a few hours, or next morning when it is late.
func (t *team) soon(do func()) {
	at := t.now.Add(time.Duration(20+t.rng.IntN(150)) * time.Minute)
	if at.Hour() >= 16 {
		t.later(1, do)
		return
	}
	t.agenda = append(t.agenda, entry{at, do})
}

// once lets something wait until somebody is at work.
func (t *team) once(by *person, do func()) func() {
	return func() {
		if by.awayOn(t.now) {
			t.later(1, t.once(by, do))
			return
		}
		do()
	}
}

// later lets something happen a number of working days from now.
func (t *team) later(days int, do func()) {
	d := t.calendar.Midnight(t.calendar.Add(t.now, days))
	at := d.Add(10*time.Hour + time.Duration(5+t.rng.IntN(330))*time.Minute)
	date := t.calendar.Date(d)
	t.diary[date] = append(t.diary[date], entry{at, do})
}
