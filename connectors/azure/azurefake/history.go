package azurefake

// This file turns an item's revisions into those that Azure would have: a comment makes
// one, a change of links does not, an item is in one iteration at a time, and a place in
// the backlog is a number.

import (
	"cmp"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// revision is a work item as it was after one act.
type revision struct {
	item      *workItem
	number    int
	watermark int
	at        time.Time
	by        *backlog.Person
	state     *backlog.State
	since     time.Time       // when it came into its state
	sprint    *backlog.Sprint // nil: in none
	order     float64         // 0: never ranked
	comments  int
	said      *backlog.Comment // the comment that this revision is
	dates     int              // how often things changed of which only that is known
	effort    int
	other     int
	moved     int
	deleted   bool
	seen      time.Time // when it was looked at, if links are wanted as they were then
}

// event is something that makes a revision, or changes links.
type event struct {
	at      time.Time
	change  *backlog.Revision
	order   float64 // after the event
	said    *backlog.Comment
	before  *backlog.State
	by      *backlog.Person
	deleted bool
}

// linkFields are what an act may change without making a revision.
const linkFields = backlog.ParentField | backlog.LinkField | backlog.AttachmentField

// tick lies between two revisions that were told of one moment: Azure lets no revision
// have the date of the one before.
const tick = 10 * time.Millisecond

// tell writes the history of one work item.
func (s *Server) tell(it *workItem) {
	now := revision{item: it}
	for _, e := range s.events(it) {
		now.at, now.by, now.said = e.at, e.by, e.said
		if e.order != 0 {
			now.order = e.order
		}
		now.deleted = e.deleted
		if e.said != nil {
			now.comments++
		}
		if e.change != nil {
			now.follow(e)
			s.relate(it, e)
			if e.change.Changed&^linkFields == 0 {
				continue
			}
		}
		if n := len(it.revs); n > 0 && !now.at.After(it.revs[n-1].at) {
			now.at = it.revs[n-1].at.Add(tick)
		}
		now.number = len(it.revs) + 1
		next := now
		it.revs = append(it.revs, &next)
	}
	s.tie(it)
}

// events are what happened to an item, by time.
func (s *Server) events(it *workItem) []event {
	orders := it.team.orders(it.src)
	all := []event{}
	var before *backlog.State
	for i := range it.src.Revisions {
		r := &it.src.Revisions[i]
		e := event{at: r.At, by: r.By, change: r, before: before, order: orders[i]}
		if soon := r.At.Add(9 * time.Second); i == 0 && orders[0] != 0 && it.rankedLater(soon) {
			all = append(all, event{at: soon, by: r.By, order: orders[0]})
			e.order = 0
		}
		all = append(all, e)
		before = r.State
	}
	for i := range it.src.Comments {
		all = append(all, event{at: it.src.Comments[i].At, by: it.src.Comments[i].By, said: &it.src.Comments[i]})
	}
	all = append(all, s.renumberings(it, orders)...)
	slices.SortStableFunc(all, func(a, b event) int {
		return cmp.Or(a.at.Compare(b.at), -cmp.Compare(first(a), first(b)))
	})
	for i := range all {
		all[i].order = s.renumbered(all[i].at, all[i].order)
	}
	if slices.Contains(s.options.Deleted, it.src.Key) {
		last := all[len(all)-1]
		all = append(all, event{at: last.at.Add(time.Hour), by: last.by, deleted: true})
	}
	return all
}

// rankedLater reports whether a process in the background gives an item its first place,
// as it does with what was not entered on the backlog page.
func (it *workItem) rankedLater(at time.Time) bool {
	return it.id%2 == 1 && (len(it.src.Revisions) == 1 || it.src.Revisions[1].At.After(at))
}

// first tells the creation, which comes before all that has the same time.
func first(e event) int {
	if e.change != nil && e.change.Changed.Has(backlog.Created) {
		return 1
	}
	return 0
}

// follow takes over what a recorded act changed.
func (r *revision) follow(e event) {
	if e.before == nil || e.before.Status != e.change.State.Status || e.before.Outcome != e.change.State.Outcome {
		r.since = e.at
	}
	r.sprint = iteration(r.sprint, e)
	r.state = e.change.State
	for field, count := range map[backlog.Fields]*int{backlog.DatesField: &r.dates, backlog.EffortField: &r.effort,
		backlog.OtherField: &r.other, backlog.ProjectField: &r.moved} {
		if e.change.Changed.Has(field) {
			*count++
		}
	}
}

// iteration is where an act left an item: where it was put last, else in a Sprint that
// still runs, else in none.
func iteration(was *backlog.Sprint, e event) *backlog.Sprint {
	now := e.change.State.Sprints
	for i := len(now) - 1; i >= 0; i-- {
		if e.before == nil || !e.before.In(now[i]) {
			return now[i]
		}
	}
	if was != nil && e.change.State.In(was) {
		return was
	}
	if was == nil {
		return nil
	}
	for i := len(now) - 1; i >= 0; i-- {
		if !now[i].Closed(e.at) {
			return now[i]
		}
	}
	return nil
}

// number gives all revisions and changes of links their watermarks.
func (s *Server) number() {
	for _, t := range s.teams {
		for _, it := range t.items {
			s.stream = append(s.stream, it.revs...)
			slices.SortStableFunc(it.links, func(a, b change) int { return a.at.Compare(b.at) })
		}
	}
	slices.SortStableFunc(s.stream, func(a, b *revision) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.item.id, b.item.id), cmp.Compare(a.number, b.number))
	})
	for i, r := range s.stream {
		r.watermark = i + 1
	}
	slices.SortStableFunc(s.links, func(a, b link) int { return a.at.Compare(b.at) })
}
