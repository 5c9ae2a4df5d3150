package jirafake

// This file writes links and the histories that tell of them, which Jira writes on both
// ends.

import (
	"slices"
	"strconv"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// linkType is a type of links: its words, and whether this side is the one that acts.
type linkType struct {
	name, inward, outward string
	acts                  bool
}

var linkTypes = map[backlog.Relation]linkType{
	backlog.Related:     {"Relates", "relates to", "relates to", true},
	backlog.SplitFrom:   {"Issue split", "split from", "split to", false},
	backlog.SplitTo:     {"Issue split", "split from", "split to", true},
	backlog.Cloned:      {"Cloners", "is cloned by", "clones", true},
	backlog.DuplicateOf: {"Duplicate", "is duplicated by", "duplicates", true},
	backlog.Blocks:      {"Blocks", "is blocked by", "blocks", true},
}

func (b *board) links(it *backlog.Item) []object {
	out := []object{}
	for i, l := range it.Links {
		t := linkTypes[l.Relation]
		kind := object{"name": "Story"}
		if l.Customer {
			kind = object{"name": "[System] Service request"}
		}
		end := "inwardIssue"
		if t.acts {
			end = "outwardIssue"
		}
		out = append(out, object{
			"id":   strconv.Itoa(b.ids[it]*100 + i),
			"type": object{"name": t.name, "inward": t.inward, "outward": t.outward},
			end:    object{"key": l.Key, "fields": object{"issuetype": kind}},
		})
	}
	return out
}

// linking is a recorded change of a link.
type linking struct {
	at   time.Time
	key  string // of the other side
	item object // what a history says of it
}

// linkings are the recorded changes of an item's links, by time.
func linkings(it *backlog.Item) (all []linking) {
	add := func(l backlog.Link, at time.Time, made bool) {
		if at.IsZero() {
			return
		}
		t := linkTypes[l.Relation]
		told := value{l.Key, "This issue " + t.inward + " " + l.Key}
		if t.acts {
			told.said = "This issue " + t.outward + " " + l.Key
		}
		from, to := told, value{}
		if made {
			from, to = to, from
		}
		all = append(all, linking{at, l.Key, change("Link", "", from, to)})
	}
	for _, l := range it.Links {
		add(l, l.Made, true)
	}
	for _, l := range it.PastLinks {
		add(l.Link, l.Made, true)
		add(l.Link, l.Until, false)
	}
	slices.SortStableFunc(all, func(a, b linking) int { return a.at.Compare(b.at) })
	return all
}

// linked are the changes of links that belong to a recorded act. Without any, it has linked
// the item to one that nobody sees.
func linked(it *backlog.Item, at time.Time) (items []object) {
	for _, l := range linkings(it) {
		if l.at.Equal(at) {
			items = append(items, l.item)
		}
	}
	if items == nil {
		items = append(items, change("Link", "", value{}, value{"HIDDEN-1", "This issue relates to HIDDEN-1"}))
	}
	return items
}

// apart are the histories of those links that no act of the item tells of, as of one that was
// made from the other side.
func (b *board) apart(it *backlog.Item, write func(id int, at time.Time, by *backlog.Person, items []object)) {
	for i, l := range linkings(it) {
		if actAt(it, l.at) == nil {
			write(900+i, l.at, b.linker(it, l), []object{l.item})
		}
	}
}

// actAt is the act of that moment that changed links; nil for none.
func actAt(it *backlog.Item, at time.Time) *backlog.Revision {
	for i := range it.Revisions {
		if r := &it.Revisions[i]; i > 0 && r.At.Equal(at) && r.Changed.Has(backlog.LinkField) {
			return r
		}
	}
	return nil
}

// linker is who changed a link: whoever did so from the other side, or wrote one of both
// items in that moment; nil if nobody is told.
func (b *board) linker(it *backlog.Item, l linking) *backlog.Person {
	for _, end := range []*backlog.Item{b.byName[l.key], it} {
		if end == nil {
			continue
		}
		if act := actAt(end, l.at); act != nil {
			return act.By
		}
		if end.CreatedAt().Equal(l.at) {
			return end.Creator()
		}
	}
	return nil
}
