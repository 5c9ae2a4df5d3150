package analyze

import (
	"iter"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

// This file divides the time that is looked at, and finds what was taken on in it.

// Window is one part of the window: from From to To, both included.
type Window struct {
	From, To time.Time
	Sprint   *backlog.Sprint // nil in Kanban
}

// Census has the backlog counted as it lay at the end of every window, and at last as
// it lies now: for checks of shape Stock. The windows become those moments.
func (p *Pass) Census(count func(at time.Time, now bool)) {
	var moments []Window
	for _, w := range p.Windows {
		if last := len(moments) - 1; w.To.Before(p.TakenAt) && (last < 0 || w.To.After(moments[last].To)) {
			moments = append(moments, Window{From: w.From, To: w.To})
		}
	}
	moments = append(moments, Window{From: p.From, To: p.TakenAt})
	slices.SortFunc(moments, func(a, b Window) int { return a.To.Compare(b.To) })
	for i := range moments[1:] {
		moments[i+1].From = moments[i].To
	}
	p.Periods(moments)
	for i, w := range moments {
		count(w.To, i == len(moments)-1)
	}
}

// Committed is an item taken on within the window.
type Committed struct {
	Item *backlog.Item
	Subject
	Entry time.Time       // when it was put there
	By    *backlog.Person // who did
}

// Commitments are the functional items taken on within the window, by time. Bugs,
// spikes, technical and urgent work are left out, and counted as such. All checks have
// the same list, and only read it.
func (p *Pass) Commitments() []Committed {
	list, others := p.taken()
	p.LeaveOut("bugs, spikes, technical and urgent items", others)
	return list
}

// commitments lists them, and counts what is left out.
func (p *Pass) commitments() (list []Committed, others int) {
	for _, it := range p.Backlog {
		c := it.Commitment(p.Process)
		if c.At.IsZero() || c.At.Before(p.From) || c.At.After(p.TakenAt) || !c.At.After(p.Facts.Imported()) {
			continue
		}
		if !p.Facts.Functional(it) {
			others++
			continue
		}
		list = append(list, Committed{Item: it, Subject: Subject{Item: it, Sprint: c.Sprint, At: c.At}, Entry: c.Entry, By: c.By})
	}
	return oldestFirst(list, func(c *Committed) time.Time { return c.At }), others
}

// Decisions are the ordering decisions of all history, oldest first. All checks have the
// same list, and only read it.
func (p *Pass) Decisions() []guards.Act { return p.decided() }

func (p *Pass) decisions() []guards.Act {
	list := make([]guards.Act, 0, len(p.Backlog)) // few items have none
	for _, it := range p.Backlog {
		for a := range p.Facts.Acts(it) {
			if a.Before() != nil && guards.Orders(a) {
				list = append(list, a)
			}
		}
	}
	return oldestFirst(list, func(a *guards.Act) time.Time { return a.At })
}

// Open goes through the items of the Backlog that lay open at t; see Item.OpenAt.
func (p *Pass) Open(t time.Time) iter.Seq[*backlog.Item] {
	return func(yield func(*backlog.Item) bool) {
		for i, begun := range p.begun() {
			it := p.Backlog[i]
			if it.CreatedAt().After(t) {
				return // as all that follow were
			}
			if (begun.IsZero() || begun.After(t)) && it.At(t).Waits() && !yield(it) {
				return
			}
		}
	}
}

func (p *Pass) beginnings() []time.Time {
	begun := make([]time.Time, len(p.Backlog))
	for i, it := range p.Backlog {
		begun[i] = it.Begun()
	}
	return begun
}

// ClosedWindows are the windows that are over, the last twelve at most.
func (p *Pass) ClosedWindows() []Window {
	var list []Window
	for _, w := range p.Windows {
		if w.Sprint == nil || w.Sprint.Closed(p.TakenAt) {
			list = append(list, w)
		}
	}
	return list[max(0, len(list)-12):]
}

// ClosedSprints are the closed Sprints of the window, by start; the last twelve at most.
func (p *Pass) ClosedSprints() []*backlog.Sprint {
	var list []*backlog.Sprint
	for _, w := range p.ClosedWindows() {
		if w.Sprint != nil {
			list = append(list, w.Sprint)
		}
	}
	return list
}

// window is the index of the window a subject belongs to; -1 where there is none.
func (p *Pass) window(s Subject) int {
	if s.Sprint != nil {
		for i := range p.Windows {
			if p.Windows[i].Sprint == s.Sprint {
				return i
			}
		}
	}
	// Sprints may overlap: the one that began last counts. Between two, the earlier does.
	nearest := min(0, len(p.Windows)-1)
	for i := len(p.Windows) - 1; i >= 0; i-- {
		w := &p.Windows[i]
		if !w.From.Before(s.At) {
			continue
		}
		if !w.To.Before(s.At) {
			return i
		}
		nearest = max(nearest, i)
	}
	return nearest
}

// windowsOf divides the window of a team into its parts.
func windowsOf(snap *backlog.Snapshot, from time.Time) []Window {
	var list []Window
	if snap.Process == backlog.Kanban {
		for to := snap.TakenAt; to.After(from); to = to.AddDate(0, 0, -14) {
			list = append(list, Window{From: to.AddDate(0, 0, -14), To: to})
		}
		slices.Reverse(list)
		return list
	}
	for _, s := range snap.Sprints {
		if !s.Started(snap.TakenAt) || s.Over().Before(from) {
			continue
		}
		to := s.Completed
		if to.IsZero() || to.After(snap.TakenAt) {
			to = snap.TakenAt
		}
		list = append(list, Window{From: s.Start, To: to, Sprint: s})
	}
	return list
}
