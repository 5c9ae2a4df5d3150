package azurefake

// This file invents the numbers that hold the order of a backlog, from what a Snapshot
// tells: the order now, and which way items moved before. A smaller number is higher.

import (
	"cmp"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// gap lies between neighbours, until something is put there.
const gap = 55335

// orders gives an item's number after each of its revisions; 0: it has none yet.
func (t *team) orders(it *backlog.Item) []float64 {
	out := make([]float64, len(it.Revisions))
	at := t.places[it]
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = at
		if r := &it.Revisions[i]; r.Changed.Has(backlog.RankField) {
			step := float64(gap*(2+i%3) + 1317*(i+1))
			if r.Rank < 0 {
				step = -step
			}
			at += step // it was lower before it moved up
		}
	}
	return out
}

// rank gives every item of the team its number now; 0: it was never ranked.
func (t *team) rank() {
	t.places = map[*backlog.Item]float64{}
	for i, it := range t.snap.Items {
		ranked := slices.ContainsFunc(it.Revisions, func(r backlog.Revision) bool { return r.Changed.Has(backlog.RankField) })
		if ranked || (i%3 != 2 && it.Level() == backlog.BacklogLevel) {
			t.places[it] = float64(900_000_000 + i*797)
		}
	}
	for i, it := range t.order() {
		t.places[it] = float64(1_000_000_000 + i*gap)
	}
}

// order lists what the backlog page shows now, top first: what is in a running Sprint
// stays there until it is done.
func (t *team) order() []*backlog.Item {
	items := slices.DeleteFunc(slices.Clone(t.snap.Items), func(it *backlog.Item) bool {
		return it.Level() != backlog.BacklogLevel || it.Now().Outcome != backlog.Open
	})
	slices.SortStableFunc(items, func(a, b *backlog.Item) int { return cmp.Compare(a.Order, b.Order) })
	return items
}

// renumbered is the number that stood where v stands now, before later renumberings.
func (s *Server) renumbered(at time.Time, v float64) float64 {
	for _, when := range s.options.Renumbered {
		if v != 0 && at.Before(when) {
			v = 400_000_000 + v/2
		}
	}
	return v
}

// renumberings are the revisions by which an item got another number in the same place.
func (s *Server) renumberings(it *workItem, orders []float64) []event {
	var out []event
	for _, when := range s.options.Renumbered {
		last := -1
		for i := range it.src.Revisions {
			if it.src.Revisions[i].At.Before(when) {
				last = i
			}
		}
		if last < 0 || orders[last] == 0 || it.src.Level() != backlog.BacklogLevel || it.src.Revisions[last].State.Outcome != backlog.Open {
			continue
		}
		at := when.Add(time.Duration(it.id%1000) * time.Millisecond)
		out = append(out, event{at: at, by: it.team.snap.People[0], order: orders[last]})
	}
	return out
}
