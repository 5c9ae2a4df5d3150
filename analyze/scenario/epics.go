package scenario

import (
	"fmt"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file makes epics: those of the journal, and healthy ones for everything else.

// shelf is a healthy epic that nobody wrote of.
type shelf struct {
	item    *backlog.Item
	created time.Time
	items   int
}

// shelfAt is an epic that an item of that time can hang under. It takes ten.
func (p *play) shelfAt(at time.Time) *backlog.Item {
	for _, s := range p.epics {
		if s.items < 10 && s.created.Before(at) {
			s.items++
			return s.item
		}
	}
	n := len(p.epics)
	born := oclock(p.cal.Add(at, -4), 9, 10+n%40)
	item := p.rec.Create(born, p.epicWriter(born), p.keys.free(), backlog.State{Type: Epic, Priority: medium, Text: outcome(n)})
	if by := p.journal.epicsBy; by.line > 0 {
		p.note(by.line, item.Key, born)
	}
	p.epics = append(p.epics, &shelf{item: item, created: born, items: 1})
	return item
}

// epic records an epic of the journal. Without a date it was there before all else.
func (p *play) epic(t told) error {
	if p.entries[t.args.key] != nil {
		return fmt.Errorf("%s is there twice", t.args.key)
	}
	day := p.cal.Add(noon(p.journal.firstDay(), p.journal.zone), -22)
	if len(t.args.dates) > 0 {
		day = noon(t.args.dates[0], p.journal.zone)
	}
	at := oclock(day, 9, 0)
	text := &backlog.Text{Title: t.args.texts[0]}
	if len(t.args.texts) > 1 {
		text.Description = t.args.texts[1]
	}
	item := p.rec.Create(at, p.epicWriter(at), t.args.key, backlog.State{Type: Epic, Priority: medium, Text: text})
	p.entries[t.args.key] = &entry{item: item, line: t.line, created: at}
	p.note(t.line, t.args.key, at)
	return nil
}

// epicWriter is who writes epics at t.
func (p *play) epicWriter(t time.Time) *backlog.Person {
	if who := p.cast.people[p.journal.epicsBy.args.who]; who != nil {
		return who
	}
	return p.cast.owner(t)
}
