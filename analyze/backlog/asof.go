package backlog

import (
	"slices"
	"sort"
	"time"
)

// AsOf is the Snapshot as it would have been taken at t: later acts, comments, links,
// items and Sprints are gone, and links that were taken away since are there again. The
// present order of the backlog tells nothing about the past, so it goes too. Sprint Goals
// have no history, and of some links too little of it is known: they stay as now, and
// Undated says so. A t that is not before TakenAt changes nothing. What t does not cut is
// shared with s.
func (s *Snapshot) AsOf(t time.Time) *Snapshot {
	if !t.Before(s.TakenAt) {
		return s
	}
	then := *s
	then.TakenAt = t
	then.Missing |= CurrentOrder
	then.Undated |= SprintGoals
	c := cutter{at: t, sprints: map[*Sprint]*Sprint{}, items: map[*Item]*Item{}, later: map[string]bool{}}
	then.Sprints = c.cutSprints(s.Sprints)
	c.choose(s.Items)
	then.Items = make([]*Item, 0, len(s.Items))
	for _, it := range s.Items {
		if it.CreatedAt().After(t) {
			continue
		}
		if c.unclear(it) {
			then.Undated |= Links
		}
		cut := it
		if copied := c.items[it]; copied != nil {
			c.cut(it, copied)
			cut = copied
		}
		then.Items = append(then.Items, cut)
	}
	return &then
}

// cutter makes copies of what was different at a moment, and of what points to it.
type cutter struct {
	at      time.Time
	sprints map[*Sprint]*Sprint // by those that were different
	items   map[*Item]*Item     // the same; nil for what was not there
	later   map[string]bool     // the keys of what was not there
}

func (c *cutter) cutSprints(all []*Sprint) []*Sprint {
	list := slices.Clone(all)
	for i, s := range list {
		if s.Completed.After(c.at) {
			cut := *s
			cut.Completed = time.Time{}
			list[i], c.sprints[s] = &cut, &cut
		}
	}
	return list
}

// choose finds the items that were different, then those whose states point to one, and
// so on up to the lowest children.
func (c *cutter) choose(all []*Item) {
	var same []*Item
	for _, it := range all {
		if it.CreatedAt().After(c.at) {
			c.items[it], c.later[it.Key] = nil, true
		}
	}
	for _, it := range all {
		switch {
		case it.CreatedAt().After(c.at):
		case it.Order >= 0 || it.changed(c.at) || c.relinked(it):
			c.items[it] = &Item{}
		default:
			same = append(same, it)
		}
	}
	for before := -1; len(same) != before; {
		before = len(same)
		same = slices.DeleteFunc(same, func(it *Item) bool {
			moved := slices.ContainsFunc(it.Revisions, func(r Revision) bool { return c.moves(r.State) })
			if moved {
				c.items[it] = &Item{}
			}
			return moved
		})
	}
}

// changed reports whether anything was recorded on the item after t.
func (it *Item) changed(t time.Time) bool {
	said := len(it.Comments)
	return it.Revisions[len(it.Revisions)-1].At.After(t) || said > 0 && it.Comments[said-1].At.After(t)
}

// until is how many of the item's revisions are not after t.
func (it *Item) until(t time.Time) int {
	return sort.Search(len(it.Revisions), func(i int) bool { return it.Revisions[i].At.After(t) })
}

// moves reports whether a state points to something that was different.
func (c *cutter) moves(s *State) bool {
	if _, different := c.items[s.Parent]; different {
		return true
	}
	return slices.ContainsFunc(s.Sprints, func(sprint *Sprint) bool { return c.sprints[sprint] != nil })
}

// cut fills in the copy of an item.
func (c *cutter) cut(it, copied *Item) {
	*copied = *it
	copied.Order = -1
	c.relink(copied)
	said := sort.Search(len(it.Comments), func(i int) bool { return it.Comments[i].At.After(c.at) })
	copied.Comments = slices.Clip(it.Comments[:said])
	copied.Revisions = slices.Clip(it.Revisions[:it.until(c.at)])
	var from, to *State // neighbours share their state: so do their copies
	for i, r := range copied.Revisions {
		if r.State != from {
			if from, to = r.State, r.State; c.moves(from) {
				to = c.state(from)
			}
		}
		if to == r.State {
			continue
		}
		if &copied.Revisions[0] == &it.Revisions[0] {
			copied.Revisions = slices.Clone(copied.Revisions)
		}
		copied.Revisions[i].State = to
	}
}

// state leads the pointers of a state to what was different.
func (c *cutter) state(s *State) *State {
	copied := *s
	if parent, different := c.items[s.Parent]; different {
		copied.Parent = parent
	}
	copied.Sprints = slices.Clone(s.Sprints)
	for i, sprint := range copied.Sprints {
		if cut := c.sprints[sprint]; cut != nil {
			copied.Sprints[i] = cut
		}
	}
	return &copied
}
