package simulate

import (
	"slices"
	"time"
)

// This file is how the backlog gets its order, and who gives it.

// move is one act of ordering, which a colleague may undo.
type move struct {
	at        time.Time
	by        *person
	item      *work
	direction int8
}

// orderBacklog puts on today's agenda who will order the backlog today.
func (t *team) orderBacklog(today time.Time) {
	rate := t.Habits.OrdersBetween
	if t.nearPlanning(today) {
		rate = t.Habits.OrdersAtPlanning
	}
	for _, o := range t.present(owner, manager) {
		if t.chance(rate) {
			t.sometime(func() { t.orderAs(o) })
		}
	}
	for i, o := range t.present(developer) {
		if t.happens(t.Habits.DevelopersOrder) || i == 0 && t.happens(t.Habits.LeadOrders) {
			t.sometime(func() { t.orderAs(o) })
		}
	}
}

// nearPlanning reports whether today is a planning day or a neighbour of one.
func (t *team) nearPlanning(today time.Time) bool {
	return slices.ContainsFunc(t.sprints, func(s *sprint) bool {
		if away := today.Sub(s.first).Abs(); away > 10*24*time.Hour {
			return false // counting working days takes long
		}
		days := t.calendar.Days(s.first, today)
		return days >= -1 && days <= 1
	})
}

// orderAs is one sitting of somebody with the backlog.
func (t *team) orderAs(by *person) {
	for range 1 + t.count(t.Habits.Moves-1) {
		switch {
		case t.undo(by):
		case t.Habits.Fifo && len(t.sprints) > 0:
			t.fileNext(by)
		default:
			t.moveOne(by)
		}
	}
}

// undo moves back what a colleague has moved lately, as often as this team does so.
func (t *team) undo(by *person) bool {
	if !t.chance(t.Habits.Reverses) {
		return false
	}
	open := t.backlog()
	for i := len(t.moves) - 1; i >= 0; i-- {
		m := t.moves[i]
		if m.by == by || t.calendar.Days(m.at, t.now) > 8 || !slices.Contains(open, m.item) {
			continue
		}
		place := slices.Index(open, m.item)
		to := min(place+6, len(open)-1)
		if m.direction < 0 {
			to = max(place-6, 0)
		}
		if to == place {
			return false
		}
		t.record(by, m.item, open[to])
		t.moves = slices.Delete(t.moves, i, i+1)
		return true
	}
	return false
}

// moveOne gives one item another place: mostly something new that is wanted soon,
// sometimes anything.
func (t *team) moveOne(by *person) {
	open := t.backlog()
	known := slices.DeleteFunc(slices.Clone(open), t.isOld)
	if len(known) < 5 {
		return
	}
	fresh := slices.DeleteFunc(slices.Clone(known), func(w *work) bool { return w.moved || !w.accepted })
	w, to := pick(t, known), t.rng.IntN(min(len(open), 30))
	if len(fresh) > 0 && t.chance(0.75) {
		w, to = pick(t, fresh), t.rng.IntN(len(open))
		if t.chance(t.Habits.NewFirst) {
			to = t.rng.IntN(min(len(open), 10))
		}
	}
	if open[to] != w {
		t.record(by, w, open[to])
		t.overrule(by, w)
	}
}

// isOld reports whether an item comes from the standing backlog, which few think of.
func (t *team) isOld(w *work) bool { return w.born.Before(t.opening()) && !t.Habits.Fifo }

func (t *team) record(by *person, w, above *work) {
	t.moves = append(t.moves, move{t.now, by, w, t.put(by, w, above)})
}

// fileNext puts the item that waits longest into the next Sprint with room for it.
func (t *team) fileNext(by *person) {
	ready := t.ready()
	for _, s := range t.coming() {
		if len(ready) > 0 && len(t.in(s)) < t.room(s) {
			t.join(by, ready[0], s)
			return
		}
	}
	if own := slices.DeleteFunc(ready, func(w *work) bool { return w.request }); len(own) > 1 {
		t.record(by, own[len(own)-1], own[0])
	}
}
