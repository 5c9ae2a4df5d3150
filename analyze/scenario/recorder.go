package scenario

import (
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// This file keeps a history act by act, as a tracker would.

// Recorder builds a Snapshot from single acts, given in any order: they are sorted
// by time, and every item's states follow from them as a tracker would have kept them.
type Recorder struct {
	snap  backlog.Snapshot
	acts  []act
	items map[string]*backlog.Item
	order []*backlog.Item // the Product Backlog, top first, as the acts leave it
}

type act struct {
	at      time.Time
	by      *backlog.Person
	item    *backlog.Item
	changed backlog.Fields
	rank    int8
	edit    func(*backlog.State)
	text    func(*backlog.Text)
	place   int // where in the order; -1 leaves it
}

// The workflow of every recorded team.
var (
	ToDo  = &backlog.Status{ID: "1", Name: "To Do", Category: backlog.ToDo, Column: 0}
	Doing = &backlog.Status{ID: "2", Name: "In Progress", Category: backlog.InProgress, Column: 1}
	Done  = &backlog.Status{ID: "3", Name: "Done", Category: backlog.Done, Column: 2}
)

// The types of recorded items.
var (
	Epic    = &backlog.Type{ID: "10", Name: "Epic", Level: backlog.FeatureLevel}
	Story   = &backlog.Type{ID: "11", Name: "Story", Level: backlog.BacklogLevel}
	Bug     = &backlog.Type{ID: "12", Name: "Bug", Level: backlog.BacklogLevel, Bug: true}
	Task    = &backlog.Type{ID: "13", Name: "Task", Level: backlog.BacklogLevel}
	Spike   = &backlog.Type{ID: "14", Name: "Spike", Level: backlog.BacklogLevel}
	SubTask = &backlog.Type{ID: "15", Name: "Sub-task", Level: backlog.SubLevel}
)

// NewRecorder begins an empty history of a team.
func NewRecorder(team backlog.Team, process backlog.Process, calendar *backlog.Calendar) *Recorder {
	return &Recorder{
		snap:  backlog.Snapshot{Team: team, Process: process, Calendar: calendar},
		items: map[string]*backlog.Item{},
	}
}

// Person adds somebody, or gives the one already there by that id.
func (r *Recorder) Person(id, name string) *backlog.Person {
	for _, p := range r.snap.People {
		if p.ID == id {
			return p
		}
	}
	p := &backlog.Person{ID: id, Name: name}
	r.snap.People = append(r.snap.People, p)
	return p
}

// Sprint adds a time box; the caller keeps the pointer and may still set its dates.
func (r *Recorder) Sprint(s backlog.Sprint) *backlog.Sprint {
	r.snap.Sprints = append(r.snap.Sprints, &s)
	return &s
}

// Item is the item with that key, or nil.
func (r *Recorder) Item(key string) *backlog.Item { return r.items[key] }

// Create records a new item at the end of the order. Status defaults to ToDo, Type
// to Story and Text to nothing.
func (r *Recorder) Create(at time.Time, by *backlog.Person, key string, first backlog.State) *backlog.Item {
	if first.Status == nil {
		first.Status = ToDo
	}
	if first.Type == nil {
		first.Type = Story
	}
	if first.Text == nil {
		first.Text = &backlog.Text{}
	}
	it := &backlog.Item{ID: key, Key: key, Order: -1}
	r.items[key] = it
	r.acts = append(r.acts, act{at: at, by: by, item: it, changed: backlog.Created, place: -1,
		edit: func(s *backlog.State) { *s = first }})
	return it
}

// Change records an act that edits an item's state. The edit must set new slices
// rather than write into old ones: states share them.
func (r *Recorder) Change(at time.Time, by *backlog.Person, it *backlog.Item, fields backlog.Fields, edit func(*backlog.State)) {
	r.acts = append(r.acts, act{at: at, by: by, item: it, changed: fields, edit: edit, place: -1})
}

// Rewrite records an act that edits what an item says.
func (r *Recorder) Rewrite(at time.Time, by *backlog.Person, it *backlog.Item, fields backlog.Fields, edit func(*backlog.Text)) {
	r.acts = append(r.acts, act{at: at, by: by, item: it, changed: fields, text: edit, place: -1})
}

// Rank records that an item was moved to a place in the order, counted from 0.
// Direction is +1 for up, -1 for down.
func (r *Recorder) Rank(at time.Time, by *backlog.Person, it *backlog.Item, direction int8, place int) {
	r.acts = append(r.acts, act{at: at, by: by, item: it, changed: backlog.RankField, rank: direction, place: place})
}

// Join records that an item was put into a Sprint, Leave that it was taken out.
func (r *Recorder) Join(at time.Time, by *backlog.Person, it *backlog.Item, s *backlog.Sprint) {
	r.Change(at, by, it, backlog.SprintField, func(st *backlog.State) {
		if !st.In(s) {
			st.Sprints = append(slices.Clone(st.Sprints), s)
		}
	})
}

// Leave records that an item was taken out of a Sprint.
func (r *Recorder) Leave(at time.Time, by *backlog.Person, it *backlog.Item, s *backlog.Sprint) {
	r.Change(at, by, it, backlog.SprintField, func(st *backlog.State) {
		st.Sprints = slices.DeleteFunc(slices.Clone(st.Sprints), func(o *backlog.Sprint) bool { return o == s })
	})
}

// Start records that work on an item began, and who does it.
func (r *Recorder) Start(at time.Time, by *backlog.Person, it *backlog.Item) {
	r.Change(at, by, it, backlog.StatusField|backlog.AssigneeField, func(s *backlog.State) { s.Status, s.Assignee = Doing, by })
}

// End records how an item ended.
func (r *Recorder) End(at time.Time, by *backlog.Person, it *backlog.Item, how backlog.Outcome) {
	r.Change(at, by, it, backlog.StatusField|backlog.OutcomeField, func(s *backlog.State) { s.Status, s.Outcome = Done, how })
}

// Comment records something said.
func (r *Recorder) Comment(at time.Time, by *backlog.Person, it *backlog.Item, text string, mentions ...*backlog.Person) {
	it.Comments = append(it.Comments, backlog.Comment{At: at, By: by, Text: text, Mentions: mentions})
}

// Link records that a link was made, on both sides. That is no act on the items: who
// wants one records it too.
func (r *Recorder) Link(at time.Time, from *backlog.Item, relation backlog.Relation, to *backlog.Item) {
	back := relation
	switch relation {
	case backlog.SplitFrom:
		back = backlog.SplitTo
	case backlog.SplitTo:
		back = backlog.SplitFrom
	}
	from.Links = append(from.Links, backlog.Link{Relation: relation, Key: to.Key, Made: at})
	to.Links = append(to.Links, backlog.Link{Relation: back, Key: from.Key, Made: at})
}

// Snapshot plays the acts up to takenAt and gives the team as it then is. A Recorder
// gives one Snapshot only: the items in it are the recorder's own.
func (r *Recorder) Snapshot(takenAt time.Time) *backlog.Snapshot {
	slices.SortStableFunc(r.acts, func(a, b act) int { return a.at.Compare(b.at) })
	for _, a := range r.acts {
		if !a.at.After(takenAt) {
			r.play(a)
		}
	}
	s := &r.snap
	s.PulledAt, s.TakenAt, s.Since = takenAt, takenAt, takenAt
	for _, it := range r.items {
		if len(it.Revisions) > 0 {
			s.Items = append(s.Items, it)
			s.Coverage.Changes += len(it.Revisions) - 1
		}
		if len(it.Revisions) > 0 && it.CreatedAt().Before(s.Since) {
			s.Since = it.CreatedAt()
		}
		it.Links = slices.DeleteFunc(it.Links, func(l backlog.Link) bool { return l.Made.After(takenAt) })
		slices.SortStableFunc(it.Comments, func(a, b backlog.Comment) int { return a.At.Compare(b.At) })
	}
	s.Sort()
	place := 0
	for _, it := range r.order {
		if it.OpenAt(takenAt) && it.Level() == backlog.BacklogLevel && !inRunning(it, takenAt) {
			it.Order = place
			place++
		}
	}
	s.Coverage.Items, s.Coverage.Expected = len(s.Items), len(s.Items)
	return s
}

// play applies one act to its item.
func (r *Recorder) play(a act) {
	it := a.item
	if a.changed.Has(backlog.Created) {
		state := &backlog.State{}
		a.edit(state)
		it.Revisions = append(it.Revisions, backlog.Revision{At: a.at, By: a.by, Changed: a.changed, State: state})
		r.order = append(r.order, it)
		return
	}
	if len(it.Revisions) == 0 {
		return // before its creation: nothing to change
	}
	state := it.Now()
	if a.edit != nil || a.text != nil {
		next := *state
		if a.edit != nil {
			a.edit(&next)
		}
		if a.text != nil {
			said := *next.Text
			a.text(&said)
			next.Text = &said
		}
		state = &next
	}
	if a.place >= 0 {
		r.order = slices.DeleteFunc(r.order, func(o *backlog.Item) bool { return o == it })
		r.order = slices.Insert(r.order, min(a.place, len(r.order)), it)
	}
	it.Revisions = append(it.Revisions, backlog.Revision{At: a.at, By: a.by, Changed: a.changed, Rank: a.rank, State: state})
}

func inRunning(it *backlog.Item, t time.Time) bool {
	return slices.ContainsFunc(it.Now().Sprints, func(s *backlog.Sprint) bool { return s.Started(t) && !s.Closed(t) })
}
