package scenario

import (
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file plays a journal: everything told is laid out by day (schedule.go) and done
// in that order, so that each act finds the items as the acts before it left them.

// play is a journal while it is played.
type play struct {
	journal  *journal
	rec      *Recorder
	cal      *backlog.Calendar
	cast     *cast
	today    time.Time // the end of the last day
	boxes    []*timebox
	entries  map[string]*entry
	order    []*entry // in the order they were first heard of
	making   []string // keys of items that wait for their parents
	epics    []*shelf
	statuses []*backlog.Status // beside those every team has
	clock    clock
	keys     keyring
	facts    []Fact
}

// entry is an item and what the player has to know of it.
type entry struct {
	item    *backlog.Item
	said    spec
	line    int // where it was first heard of
	created time.Time
	box     *timebox  // the open Sprint it is in
	place   int       // among those who joined the Sprint
	joined  time.Time // the Sprint
	planner int       // the line that put it in the Sprint
	begun   time.Time
	ended   time.Time
	last    time.Time // the newest act told of it
	worker  *backlog.Person
}

// timebox is a Sprint and what the player has to know of it.
type timebox struct {
	*backlog.Sprint
	days    []time.Time // its working days, at noon
	members []*entry
	joined  int // how many ever were in it
	kept    map[*entry]int
	planned time.Time // the moment of the next planning act
}

// doing is an act while it is done.
type doing struct {
	line int
	at   time.Time
	by   *backlog.Person
	args args
	box  *timebox // the Sprint that runs
	nth  int      // of the items the sentence names, from 0
}

// verb does to one item what a sentence tells.
type verb func(*play, *doing, *entry) error

// mostFacts is more than any team records in years; beyond it, a number was mistyped.
const mostFacts = 50_000

// play makes the Scenario. What cannot be done goes to wrong.
func (j *journal) play(wrong *mistakes) *Scenario {
	cal := &backlog.Calendar{Zone: j.zone, Holidays: j.holidays}
	team := backlog.Team{Name: j.team, Connection: "scenario", Tracker: "files", Board: j.team}
	p := &play{journal: j, cal: cal, rec: NewRecorder(team, j.process, cal), entries: map[string]*entry{}}
	p.cast = gather(j, p.rec)
	p.keys = newKeyring(j)
	p.today = endOf(j.lastDay(), j.zone)
	for _, d := range p.schedule(wrong) {
		if len(p.facts) > mostFacts {
			wrong.add(d.line, fmt.Errorf("the history grows beyond %d facts here: shorten a span, or name fewer items", mostFacts))
			break
		}
		wrong.add(d.line, d.do())
	}
	s := &Scenario{Declared: j.declared, Cited: j.cited, Verdicts: j.verdicts, flow: j.flow}
	if !j.unknown {
		s.Roles = p.cast.roles
	}
	for _, box := range p.boxes {
		if box.Completed.After(p.today) {
			box.Completed = time.Time{}
		}
	}
	s.Snapshot = p.rec.Snapshot(p.today)
	s.Snapshot.Missing = j.unseen
	s.Facts = slices.DeleteFunc(p.facts, func(f Fact) bool { return f.At.After(p.today) })
	slices.SortStableFunc(s.Facts, func(a, b Fact) int { return a.Line - b.Line })
	s.Facts = slices.Compact(s.Facts)
	return s
}

// note keeps that a line told a fact.
func (p *play) note(line int, item string, at time.Time) {
	p.facts = append(p.facts, Fact{Line: line, Item: item, At: at})
}

// tell does what a sentence tells on one day, item by item.
func (p *play) tell(t told, day time.Time, box *timebox) error {
	p.clock.begin(day)
	if box == nil {
		box = p.running(p.clock.now)
	}
	d := &doing{line: t.line, by: p.cast.people[t.args.who], args: t.args, box: box}
	items, err := p.choose(t.args, box, p.clock.now)
	if err != nil {
		return err
	}
	for i, s := range items {
		if d.at, err = p.clock.next(t.bulk); err != nil {
			return err
		}
		d.nth = i
		e, err := p.subject(s, d)
		if err != nil {
			return err
		}
		if err := t.do(p, d, e); err != nil {
			return err
		}
		e.last = d.at
		p.note(t.line, e.item.Key, d.at)
	}
	return nil
}

// subject is the item an act is about; one never heard of comes into being now, or
// has been there for some days, as the sentence wants it.
func (p *play) subject(s spec, d *doing) (*entry, error) {
	e := p.entries[s.key]
	switch {
	case e == nil && d.args.fresh:
		if len(d.args.texts) > 0 {
			s.titles, s.nth = d.args.texts[:1], d.nth
		}
		return p.create(s, d.at, d.by, d.line)
	case e == nil:
		return p.imply(s, d.at, d.line)
	case e.created.After(d.at):
		return nil, fmt.Errorf("%s does not exist yet: line %d brings it later", s.key, e.line)
	}
	return e, nil
}

// running is the Sprint that runs at t, the one begun last if several do.
func (p *play) running(t time.Time) *timebox {
	for _, box := range slices.Backward(p.boxes) {
		if box.Started(t) && t.Before(box.Completed) {
			return box
		}
	}
	return nil
}
