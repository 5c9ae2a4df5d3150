package scenario

import (
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file brings items into being: those a journal tells of, those it takes for
// granted, and what is above them.

// medium is the priority of an item nobody judged.
var medium = priorities["medium"]

var priorities = map[string]*backlog.Priority{
	"highest": {ID: "1", Name: "Highest", Rank: 0},
	"high":    {ID: "2", Name: "High", Rank: 1},
	"medium":  {ID: "3", Name: "Medium", Rank: 2},
	"low":     {ID: "4", Name: "Low", Rank: 3},
	"lowest":  {ID: "5", Name: "Lowest", Rank: 4},
}

// usualPoints is the estimate of an item for which none was given.
const usualPoints = 3

// create records a new item. The author is whom the journal names, else by.
func (p *play) create(s spec, at time.Time, by *backlog.Person, line int) (*entry, error) {
	if said, ok := p.journal.book[s.key]; ok && s.key != "" {
		if s.titles != nil {
			said.titles, said.nth = s.titles, s.nth
		}
		s = said
	}
	if s.key == "" {
		s.key = p.keys.free()
	}
	if s.by != "" {
		by = p.cast.people[s.by]
	}
	parent, err := p.parent(s, at, line)
	if err != nil {
		return nil, err
	}
	n := len(p.order)
	first := backlog.State{Type: s.kind, Parent: parent, Priority: medium, Labels: s.labels, Customers: s.customers, Estimate: usualPoints, Text: write(s, n)}
	if s.kind == nil {
		first.Type = Story
	}
	if s.priority != nil {
		first.Priority = s.priority
	}
	switch {
	case s.lacks&noEstimate != 0:
		first.Estimate = 0
	case s.points != 0:
		first.Estimate = s.points
	}
	e := &entry{said: s, line: line, created: at, last: at, item: p.rec.Create(at, by, s.key, first)}
	p.entries[s.key] = e
	p.order = append(p.order, e)
	p.note(line, s.key, at)
	return e, nil
}

// imply brings an item into being that must have been there before: written some
// days ago by the Product Owner, and refined by a developer two days later.
func (p *play) imply(s spec, before time.Time, line int) (*entry, error) {
	n := len(p.order)
	at := afternoon(p.cal.Add(before, -6-n%9), n)
	return p.refined(s, at, line)
}

// afternoon is a moment of the day that the n-th item has for itself.
func afternoon(day time.Time, n int) time.Time {
	return oclock(day, 13, 0).Add(time.Duration(n%97) * 2 * time.Minute)
}

func (p *play) refined(s spec, at time.Time, line int) (*entry, error) {
	n := len(p.order)
	owner := p.cast.owner(at)
	e, err := p.create(s, at, owner, line)
	if err != nil || e.said.untouched || (e.said.by != "" && e.said.by != owner.Name) {
		return e, err
	}
	e.last = p.cal.Add(at, 2).Add(7 * time.Minute)
	refine(p, e, n)
	p.note(line, e.item.Key, e.last)
	return e, nil
}

// standingDays is the most working days over which a standing backlog was written.
const standingDays = 60

// stand fills the backlog with items that were there on a day: written over the
// working days before it, one a day, or more where there are many.
func (p *play) stand(t told) error {
	items := t.args.items
	day := p.cal.Add(noon(t.args.dates[0], p.journal.zone), -3)
	for i, s := range items {
		if s.key != "" && p.entries[s.key] != nil {
			return fmt.Errorf("%s is there already, from line %d", s.key, p.entries[s.key].line)
		}
		back := (len(items) - 1 - i) * min(len(items), standingDays) / len(items)
		if _, err := p.refined(s, afternoon(p.cal.Add(day, -back), i), t.line); err != nil {
			return err
		}
	}
	return nil
}

// parent is the item above a new one: the one named, or a healthy epic.
func (p *play) parent(s spec, at time.Time, line int) (*backlog.Item, error) {
	switch {
	case s.under != "":
		if slices.Contains(p.making, s.key) {
			return nil, fmt.Errorf("%s is above itself", s.key)
		}
		p.making = append(p.making, s.key)
		defer func() { p.making = p.making[:len(p.making)-1] }()
		return p.named(s.under, at, line)
	case s.lacks&noParent != 0 || p.journal.noEpics:
		return nil, nil
	case s.kind == SubTask:
		return nil, fmt.Errorf("sub-task %s needs a parent: write sub-task under PAY-1", s.key)
	}
	return p.shelfAt(at), nil
}

// named is the item a sentence points to.
func (p *play) named(key string, at time.Time, line int) (*backlog.Item, error) {
	if it := p.rec.Item(key); it != nil {
		return it, nil
	}
	if _, ok := p.journal.book[key]; !ok {
		return nil, fmt.Errorf(`nothing is known of %s; an epic needs a line such as: epic %s "Faster refunds"`, key, key)
	}
	e, err := p.imply(spec{key: key}, at, line)
	if err != nil {
		return nil, err
	}
	return e.item, nil
}
