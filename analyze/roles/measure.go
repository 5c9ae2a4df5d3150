package roles

import (
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

// This file counts who did what, in parts of time.

const blockLength = 90 * 24 * time.Hour

// share holds what one person did in one block of time, as counts and then as shares
// of the team's.
type share struct {
	order, triage, content float64 // days on which the person did so
	begins, finishes       float64 // items begun, items finished as assignee
	creates, comments      float64
	carries, flags         float64 // items carried over at a Sprint's close; impediments raised or lifted
}

// block is a time of about 90 days with everybody's shares.
type block struct {
	from, to time.Time
	by       map[*backlog.Person]*share
	total    share
}

// Blocks are the parts of time in which roles are looked at: 90 days each, back from
// now, as far as the history reaches, at most four; oldest first.
func Blocks(snap *backlog.Snapshot) [][2]time.Time {
	var blocks [][2]time.Time
	first := snap.TakenAt
	for _, it := range snap.Items {
		if it.CreatedAt().Before(first) {
			first = it.CreatedAt()
		}
	}
	if snap.Since.After(first) {
		first = snap.Since
	}
	for to := snap.TakenAt; len(blocks) < 4; to = to.Add(-blockLength) {
		from := to.Add(-blockLength)
		if len(blocks) > 0 && from.Before(first.Add(-blockLength/4)) {
			break
		}
		blocks = append(blocks, [2]time.Time{from, to})
	}
	slices.Reverse(blocks)
	return blocks
}

// measure counts who did what in each block.
func measure(snap *backlog.Snapshot, facts *guards.Facts) []*block {
	var blocks []*block
	for _, b := range Blocks(snap) {
		blocks = append(blocks, &block{from: b[0], to: b[1], by: map[*backlog.Person]*share{}})
	}
	in := func(t time.Time) *block {
		for _, b := range blocks {
			if t.After(b.from) && !t.After(b.to) {
				return b
			}
		}
		return nil
	}
	type day struct {
		by     *backlog.Person
		number int
		what   string
	}
	seen := map[day]bool{}
	once := func(a guards.Act, what string) float64 {
		d := day{a.By, snap.Calendar.DayNumber(a.At), what}
		if seen[d] {
			return 0
		}
		seen[d] = true
		return 1
	}
	for _, it := range snap.Items {
		for a := range facts.Acts(it) {
			b := in(a.At)
			if b == nil || a.By == nil {
				continue
			}
			s := b.of(a.By)
			b.add(s, count(a, once))
		}
		for c := range facts.Said(it) {
			if b := in(c.At); b != nil && c.By != nil {
				b.add(b.of(c.By), share{comments: 1})
			}
		}
		end := it.Ending()
		if end != nil && end.State.Outcome == backlog.Delivered && it.Level() == backlog.BacklogLevel && facts.Human(end.State.Assignee) {
			if b := in(end.At); b != nil {
				b.add(b.of(end.State.Assignee), share{finishes: 1})
			}
		}
	}
	return blocks
}

// count is what one act says about its author.
func count(a guards.Act, once func(guards.Act, string) float64) share {
	var s share
	before := a.Before()
	if before == nil {
		s.creates = 1
		return s
	}
	if guards.Orders(a) {
		s.order = once(a, "order")
	}
	if triages(a, before) {
		s.triage = once(a, "triage")
	}
	if a.Changed.Has(backlog.ContentFields) {
		if begun := a.Item.Begun(); begun.IsZero() || a.At.Before(begun) {
			s.content = once(a, "content")
		}
	}
	now := a.State
	if a.Changed.Has(backlog.StatusField) && now.Status.Category == backlog.InProgress && now.Type.Level <= backlog.BacklogLevel {
		s.begins = 1
	}
	if a.Changed.Has(backlog.FlagField) {
		s.flags = 1
	}
	if a.Changed.Has(backlog.SprintField) && carriesOver(a, before) {
		s.carries = 1
	}
	return s
}

// triages reports whether the act takes an item on, or ends it without delivery.
func triages(a guards.Act, before *backlog.State) bool {
	if a.State.Outcome > backlog.Delivered && before.Outcome == backlog.Open {
		return true
	}
	if a.Changed.Has(backlog.SprintField) && len(a.State.Sprints) > len(before.Sprints) && !carriesOver(a, before) {
		return true
	}
	return a.Changed.Has(backlog.StatusField) && before.Status.Category == backlog.ToDo && a.State.Status.Category == backlog.ToDo
}

// carriesOver reports whether the act moves an item on from a Sprint that is closing.
func carriesOver(a guards.Act, before *backlog.State) bool {
	if len(a.State.Sprints) <= len(before.Sprints) && len(before.Sprints) == 0 {
		return false
	}
	return slices.ContainsFunc(before.Sprints, func(s *backlog.Sprint) bool {
		over := s.Over()
		return !over.IsZero() && a.At.After(over.Add(-backlog.ClosingGrace)) && a.At.Before(over.Add(backlog.PlanningGrace))
	})
}

func (b *block) of(p *backlog.Person) *share {
	if b.by[p] == nil {
		b.by[p] = &share{}
	}
	return b.by[p]
}

func (b *block) add(s *share, more share) {
	for _, sum := range []*share{s, &b.total} {
		sum.order += more.order
		sum.triage += more.triage
		sum.content += more.content
		sum.begins += more.begins
		sum.finishes += more.finishes
		sum.creates += more.creates
		sum.comments += more.comments
		sum.carries += more.carries
		sum.flags += more.flags
	}
}
