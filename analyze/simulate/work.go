package simulate

import (
	"fmt"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/scenario"
)

// This file is what people can do to an item. Each act is recorded as a tracker would
// record it, and remembered as far as the people act on it later.

// work is an item as the team sees it.
type work struct {
	*backlog.Item
	about    card
	kind     *backlog.Type
	by       *person
	request  bool // a stakeholder or customer wrote it
	accepted bool // somebody has said that it may be done
	moved    bool // somebody has given it a place in the order
	points   float64
	left     float64 // working days of effort still to do
	state    *backlog.Status
	sprint   *sprint // the Sprint it was put into last
	touched  time.Time
	born     time.Time
	epic     *work
	reminded bool
	given    *person // whom an owner gave it to
	weighed  bool    // an owner thought about whom to give it to
}

// normal is the priority every new item gets, high the one for what cannot wait.
var (
	highest = &backlog.Priority{ID: "1", Name: "Highest", Rank: 0}
	high    = &backlog.Priority{ID: "2", Name: "High", Rank: 1}
	normal  = &backlog.Priority{ID: "3", Name: "Medium", Rank: 2}
	low     = &backlog.Priority{ID: "4", Name: "Low", Rank: 3}
)

// create writes a new item at the end of the backlog, under an epic or none.
func (t *team) create(by *person, epic *work, first backlog.State) *work {
	t.tick()
	t.keys++
	if epic != nil {
		first.Parent = epic.Item
	}
	if first.Priority == nil {
		first.Priority = normal
		if t.Habits.Preset {
			first.Priority = high
		}
	}
	w := &work{kind: first.Type, by: by, epic: epic, state: scenario.ToDo, touched: t.now, born: t.now}
	w.Item = t.rec.Create(t.now, by.Person, fmt.Sprintf("%s-%d", t.Key, t.keys), first)
	t.order = append(t.order, w)
	if w.kind.Level == backlog.BacklogLevel {
		t.items = append(t.items, w)
		t.weigh(w)
	}
	return w
}

// change records an edit of an item's fields.
func (t *team) change(by *person, w *work, fields backlog.Fields, edit func(*backlog.State)) {
	t.tick()
	w.touched = t.now
	t.rec.Change(t.now, by.Person, w.Item, fields, edit)
}

// rewrite replaces what an item says; an empty title keeps the old one.
func (t *team) rewrite(by *person, w *work, title, description string) {
	t.tick()
	w.touched = t.now
	fields := backlog.DescriptionField
	if title != "" {
		fields |= backlog.TitleField
	}
	t.rec.Rewrite(t.now, by.Person, w.Item, fields, func(x *backlog.Text) {
		x.Description = description
		if title != "" {
			x.Title = title
		}
	})
}

// say records a comment; those addressed are mentioned at its beginning.
func (t *team) say(by *person, w *work, text string, to ...*person) {
	t.tick()
	w.touched = t.now
	var mentions []*backlog.Person
	for i := len(to) - 1; i >= 0; i-- {
		text = "@" + to[i].Person.Name + " " + text
		mentions = append(mentions, to[i].Person)
	}
	t.rec.Comment(t.now, by.Person, w.Item, text, mentions...)
}

// put moves an item directly above another one in the order.
func (t *team) put(by *person, w, above *work) (direction int8) {
	t.tick()
	w.touched, w.moved = t.now, true
	from := slices.Index(t.order, w)
	t.order = slices.Delete(t.order, from, from+1)
	to := slices.Index(t.order, above)
	t.order = slices.Insert(t.order, to, w)
	direction = 1
	if to > from {
		direction = -1
	}
	t.rec.Rank(t.now, by.Person, w.Item, direction, to)
	return direction
}

// join puts an item into a Sprint.
func (t *team) join(by *person, w *work, s *sprint) {
	t.tick()
	w.sprint, w.touched = s, t.now
	t.rec.Join(t.now, by.Person, w.Item, s.Sprint)
}

// leave takes an item out of its Sprint, back into the backlog.
func (t *team) leave(by *person, w *work) {
	t.tick()
	t.rec.Leave(t.now, by.Person, w.Item, w.sprint.Sprint)
	w.sprint, w.touched = nil, t.now
}

// start lets a developer begin an item.
func (t *team) start(by *person, w *work) {
	t.tick()
	by.doing, w.state, w.touched = w, scenario.Doing, t.now
	t.rec.Start(t.now, by.Person, w.Item)
}

// finish ends an item, one way or another.
func (t *team) finish(by *person, w *work, how backlog.Outcome) {
	t.tick()
	w.state, w.touched = scenario.Done, t.now
	t.rec.End(t.now, by.Person, w.Item, how)
}

// backlog lists the items nobody has begun, top first, without those in the running
// Sprint.
func (t *team) backlog() []*work {
	var open []*work
	for _, w := range t.order {
		waits := w.state == scenario.ToDo && w.kind.Level == backlog.BacklogLevel
		if waits && (t.running == nil || w.sprint != t.running) {
			open = append(open, w)
		}
	}
	return open
}

// ready lists what may be planned next, best first: accepted and not in a Sprint to
// come. Where work is taken in order of arrival the order does not matter.
func (t *team) ready() []*work {
	open := slices.DeleteFunc(t.backlog(), func(w *work) bool {
		return !w.accepted || w.sprint != nil && w.sprint.isOpen()
	})
	if t.Habits.Fifo {
		slices.SortStableFunc(open, func(a, b *work) int {
			return a.born.Compare(b.born)
		})
	}
	return open
}
