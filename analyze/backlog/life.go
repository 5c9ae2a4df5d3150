package backlog

import (
	"slices"
	"time"
)

// This file reads the milestones of an item's life out of its revisions: when it
// was committed to, begun and ended. A milestone that did not happen is the zero time,
// and so is one that nobody can know because the item's history did not come.

// PlanningGrace is how long after its start a Sprint still counts as being planned:
// teams fill in the tracker during and after the meeting.
const PlanningGrace = 24 * time.Hour

// ClosingGrace is how long before its close a Sprint counts as being tidied up.
const ClosingGrace = 12 * time.Hour

// Stay is a time during which an item was in a Sprint.
type Stay struct {
	Sprint   *Sprint
	From, To time.Time // To is zero while it lasts
	By       *Person   // who put it in
	OutBy    *Person   // who took it out
}

// Stays lists the item's times in Sprints, by the moment of entry. A Sprint stays
// listed after its close, as trackers keep it.
func (it *Item) Stays() []Stay {
	var stays []Stay
	var before []*Sprint
	for i := range it.Revisions {
		r := &it.Revisions[i]
		if i > 0 && !r.Changed.Has(SprintField) {
			continue
		}
		now := r.State.Sprints
		for _, s := range before {
			if !slices.Contains(now, s) {
				last := lastIn(stays, s)
				last.To, last.OutBy = r.At, r.By
			}
		}
		for _, s := range now {
			if !slices.Contains(before, s) {
				stays = append(stays, Stay{Sprint: s, From: r.At, By: r.By})
			}
		}
		before = now
	}
	return stays
}

// lastIn is the newest of the stays in a Sprint; there must be one.
func lastIn(stays []Stay, s *Sprint) *Stay {
	last := len(stays) - 1
	for stays[last].Sprint != s {
		last--
	}
	return &stays[last]
}

// Commitment is the moment a team took an item on.
type Commitment struct {
	At     time.Time
	Sprint *Sprint   // nil in Kanban
	Entry  time.Time // when it was recorded: before At for what was planned ahead
	By     *Person   // who recorded it
}

// Commitment is when the item first was in a running Sprint: the Sprint's start for
// what was planned, the moment of entry for what came later. Zero when that never
// happened. Sprints that never started do not count.
func (it *Item) Commitment(process Process) Commitment {
	if it.NoRecord {
		return Commitment{}
	}
	if process == Kanban {
		return it.pulled()
	}
	var first Commitment
	for _, stay := range it.Stays() {
		s := stay.Sprint
		if s.Start.IsZero() || (!stay.To.IsZero() && !stay.To.After(s.Start)) {
			continue
		}
		at := stay.From
		if at.Before(s.Start) {
			at = s.Start
		}
		if !s.Completed.IsZero() && !at.Before(s.Completed) {
			continue // filed under a closed Sprint afterwards
		}
		if first.At.IsZero() || at.Before(first.At) {
			first = Commitment{At: at, Sprint: s, Entry: stay.From, By: stay.By}
		}
	}
	return first
}

// pulled is when an item first crossed the commitment point of a flow: work begun, or
// any column after the first.
func (it *Item) pulled() Commitment {
	for i := range it.Revisions {
		s := it.Revisions[i].State.Status
		if s.Category == InProgress || (s.Column > 0 && s.Category != Done) {
			return Commitment{At: it.Revisions[i].At, Entry: it.Revisions[i].At, By: it.Revisions[i].By}
		}
	}
	return Commitment{}
}

// Begun is when work first started; zero when it never did.
func (it *Item) Begun() time.Time {
	if it.NoRecord {
		return time.Time{}
	}
	for i := range it.Revisions {
		if it.Revisions[i].State.Status.Category == InProgress {
			return it.Revisions[i].At
		}
	}
	return time.Time{}
}

// Ending is the act by which the item came to the end it now has; nil while it is open.
func (it *Item) Ending() *Revision {
	now := it.Now().Outcome
	if now == Open {
		return nil
	}
	var end *Revision
	for i := len(it.Revisions) - 1; i >= 0 && it.Revisions[i].State.Outcome == now; i-- {
		end = &it.Revisions[i]
	}
	if it.NoRecord && end == it.First() {
		return nil // it had ended when it was looked at, and nobody knows since when
	}
	return end
}

// OpenAt reports whether the item was in the backlog at t: created, not begun, not
// ended.
func (it *Item) OpenAt(t time.Time) bool {
	if begun := it.Begun(); !begun.IsZero() && !begun.After(t) {
		return false
	}
	return it.At(t).Waits()
}

// Waits reports whether an item in this state is in the backlog, if work on it did not
// begin before. One that does not exist, whose state is nil, is not.
func (s *State) Waits() bool {
	return s != nil && s.Outcome == Open && s.Status.Category != InProgress
}

// Ancestors lists the parents above the item as of t, nearest first.
func (it *Item) Ancestors(t time.Time) []*Item {
	var up []*Item
	for at := it; len(up) < 10; { // deeper is a loop in the tracker
		s := at.At(t)
		if s == nil {
			s = at.First().State
		}
		if s.Parent == nil || slices.Contains(up, s.Parent) {
			break
		}
		at = s.Parent
		up = append(up, at)
	}
	return up
}
