package backlog

import (
	"slices"
	"time"
)

// AsOf is the Snapshot as it would have been taken at t: later acts, comments,
// items and Sprints are gone. The present order of the backlog tells nothing about
// the past, so it goes too. Links and Sprint Goals have no history: they stay as now. A t that is not before TakenAt changes nothing.
func (s *Snapshot) AsOf(t time.Time) *Snapshot {
	if !t.Before(s.TakenAt) {
		return s
	}
	then := *s
	then.TakenAt = t
	then.Missing |= CurrentOrder
	then.Sprints = nil
	sprints := map[*Sprint]*Sprint{}
	for _, sprint := range s.Sprints {
		cut := *sprint
		if cut.Completed.After(t) {
			cut.Completed = time.Time{}
		}
		sprints[sprint] = &cut
		then.Sprints = append(then.Sprints, &cut)
	}
	items := map[*Item]*Item{}
	for _, it := range s.Items {
		if !it.CreatedAt().After(t) {
			items[it] = &Item{}
		}
	}
	then.Items = nil
	for _, it := range s.Items {
		if cut := items[it]; cut != nil {
			*cut = it.asOf(t, items, sprints)
			then.Items = append(then.Items, cut)
		}
	}
	return &then
}

// asOf cuts one item, and leads its pointers to the cut items and Sprints.
func (it *Item) asOf(t time.Time, items map[*Item]*Item, sprints map[*Sprint]*Sprint) Item {
	cut := *it
	cut.Order = -1
	cut.Revisions, cut.Comments = nil, nil
	states := map[*State]*State{}
	for _, r := range it.Revisions {
		if r.At.After(t) {
			break
		}
		if states[r.State] == nil {
			state := *r.State
			state.Parent = items[state.Parent]
			state.Sprints = nil
			for _, sprint := range r.State.Sprints {
				state.Sprints = append(state.Sprints, sprints[sprint])
			}
			states[r.State] = &state
		}
		r.State = states[r.State]
		cut.Revisions = append(cut.Revisions, r)
	}
	cut.Comments = slices.DeleteFunc(slices.Clone(it.Comments), func(c Comment) bool { return c.At.After(t) })
	return cut
}
