package scenario

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file plays Sprints: how they are planned and closed, and what becomes of the
// items in them when nobody says otherwise.

// open adds a Sprint. It starts at ten on its first working day, is planned before
// that, and is closed at four on its last.
func (p *play) open(said boxSaid, line int) (*timebox, error) {
	days := p.workingDays(noon(said.from, p.journal.zone), noon(said.to, p.journal.zone))
	if len(days) == 0 {
		return nil, fmt.Errorf("%s has no working day", said.name)
	}
	if p.sprint(said.name) != nil {
		return nil, fmt.Errorf("%s is there twice", said.name)
	}
	start, end := oclock(days[0], 10, 0), oclock(days[len(days)-1], 16, 0)
	box := &timebox{days: days, kept: map[*entry]int{}, planned: oclock(days[0], 8, 10)}
	box.Sprint = p.rec.Sprint(backlog.Sprint{Name: said.name, Goal: said.goal, Start: start, End: end, Completed: end})
	p.boxes = append(p.boxes, box)
	p.note(line, said.name, start)
	p.note(line, said.name, end)
	return box, nil
}

// numberSprints puts them in order of time and gives them ids.
func (p *play) numberSprints() {
	slices.SortStableFunc(p.boxes, func(a, b *timebox) int { return a.Start.Compare(b.Start) })
	for i, box := range p.boxes {
		box.ID = strconv.Itoa(i + 1)
	}
}

func (p *play) sprint(name string) *timebox {
	for _, box := range p.boxes {
		if box.Name == name {
			return box
		}
	}
	return nil
}

// plan puts items in the Sprint before it starts. They are committed to at its start.
func (p *play) plan(t told, box *timebox) error {
	if pick := t.args.pick; pick != nil && pick.from == "" {
		return errors.New(`a sprint is planned from keys, new items such as "6 stories", or "the oldest 4 items"`)
	}
	items, err := p.choose(t.args, nil, box.planned)
	if err != nil {
		return err
	}
	for _, s := range items {
		at := box.planned
		if !at.Before(box.Start) {
			return fmt.Errorf("too many items are planned for %s", box.Name)
		}
		e, err := p.subject(s, &doing{line: t.line, at: at})
		if err != nil {
			return err
		}
		if !e.ended.IsZero() {
			return fmt.Errorf("%s was finished before %s", e.item.Key, box.Name)
		}
		if e.box == box { // carried over, or put there before
			p.note(t.line, e.item.Key, box.Start)
			continue
		}
		p.join(e, box, at, p.cast.owner(at), t.line)
		p.note(t.line, e.item.Key, at)
		box.planned = at.Add(unhurried)
	}
	return nil
}

// join records that an item was put in a Sprint and taken out of any that is not over.
func (p *play) join(e *entry, box *timebox, at time.Time, by *backlog.Person, line int) {
	p.rec.Change(at, by, e.item, backlog.SprintField, func(s *backlog.State) {
		s.Sprints = append(over(s.Sprints, at), box.Sprint)
	})
	e.leave()
	e.box, e.joined, e.planner, e.place = box, at, line, box.joined
	box.joined++
	box.members = append(box.members, e)
	if at.Before(box.Start) {
		p.note(line, e.item.Key, box.Start) // when it is committed to
	}
}

// over are the Sprints that were closed at t, in a slice of its own.
func over(all []*backlog.Sprint, t time.Time) []*backlog.Sprint {
	return slices.DeleteFunc(slices.Clone(all), func(s *backlog.Sprint) bool { return !s.Closed(t) })
}

func (e *entry) leave() {
	if e.box != nil {
		e.box.members = slices.DeleteFunc(slices.Clone(e.box.members), func(o *entry) bool { return o == e })
		e.box = nil
	}
}

// keep marks items that are not finished when the Sprint closes.
func (p *play) keep(t told, box *timebox) error {
	items, err := p.choose(t.args, box, box.Completed)
	if err != nil {
		return err
	}
	for _, s := range items {
		e := p.entries[s.key]
		if e == nil || e.box != box {
			return fmt.Errorf("%s is not in %s", s.key, box.Name)
		}
		if !e.ended.IsZero() {
			return fmt.Errorf("%s was finished", s.key)
		}
		box.kept[e] = t.line
	}
	return nil
}

// close begins and finishes what nobody spoke of, and carries over what was kept.
func (p *play) close(box *timebox) {
	next := p.after(box)
	for _, e := range slices.Clone(box.members) {
		line, kept := box.kept[e]
		if e.ended.IsZero() && e.begun.IsZero() {
			p.begin(e, box.Completed, e.planner)
		}
		switch {
		case e.ended.IsZero() && kept && next != nil:
			at := box.Completed.Add(time.Duration(1+next.joined) * atOnce)
			p.join(e, next, at, p.cast.owner(at), line)
			p.note(line, e.item.Key, at)
		case e.ended.IsZero() && kept:
			e.leave()
		case e.ended.IsZero():
			p.finish(e, box)
		}
	}
}

// after is the next Sprint.
func (p *play) after(box *timebox) *timebox {
	for _, other := range p.boxes {
		if other.Start.After(box.Start) {
			return other
		}
	}
	return nil
}

// begin starts work on an item before the deadline: on day 1 or 2 of its Sprint, or
// the morning after it came in; without a Sprint two working days before.
func (p *play) begin(e *entry, deadline time.Time, line int) {
	mornings, since := []time.Time{p.cal.Add(deadline, -2)}, e.created
	if e.box != nil && len(e.box.days) > 0 {
		since = e.joined
		usual := e.box.days[min(e.place%2, len(e.box.days)-1)]
		mornings = []time.Time{e.turn(oclock(usual, 10, 1)), e.turn(oclock(p.cal.Add(since, 1), 10, 1))}
	}
	fits := func(t time.Time) bool { return t.After(since) && t.Before(deadline) }
	at := since.Add(deadline.Sub(since) / 2)
	for _, t := range append(mornings, deadline.Add(-5*time.Minute)) {
		if fits(t) {
			at = t
			break
		}
	}
	e.begun, e.worker = at, p.workerOf(e, at)
	p.rec.Start(at, e.worker, e.item)
	p.note(line, e.item.Key, at)
}

// turn is a moment after t at which no other item of the Sprint is touched.
func (e *entry) turn(t time.Time) time.Time { return t.Add(time.Duration(e.place%45) * unhurried) }

// finish ends an item in the last days before the last one of its Sprint, after
// everything that was told of it.
func (p *play) finish(e *entry, box *timebox) {
	last := max(len(box.days)-2, 0)
	first := max(last-2, 0)
	at := e.turn(oclock(box.days[first+e.place%(last-first+1)], 16, 5))
	if len(box.days) == 1 {
		at = e.turn(oclock(box.days[0], 15, 5))
	}
	for _, before := range []time.Time{e.begun, e.joined, e.last} {
		if !at.After(before) {
			at = before.Add(5 * time.Minute)
		}
	}
	if !at.Before(box.Completed) {
		at = box.Completed.Add(-time.Minute)
	}
	p.rec.End(at, p.workerOf(e, at), e.item, backlog.Delivered)
	e.ended = at
	p.note(e.planner, e.item.Key, at)
}

// workerOf is who works on an item: whoever took it, or the developers in turn.
func (p *play) workerOf(e *entry, at time.Time) *backlog.Person {
	if e.worker != nil {
		return e.worker
	}
	team := p.cast.developers(at)
	return team[e.place%len(team)]
}
