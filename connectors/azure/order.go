package azure

// This file reads what the order field tells: the present order of the backlog, and who
// moved what. The field holds a number, and less is higher. Every move is a revision of
// the moved work item alone, with a number between those of its new neighbours. When
// there is no number left between two, Azure gives new ones to many work items at once:
// those keep their order, and nobody moved them.

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// move is a change of the order field.
type move struct {
	item  *backlog.Item
	index int // of the revision
	at    time.Time
	by    *backlog.Person
	level backlog.Level
	from  float64
	to    float64
	had   bool // a number before
	has   bool // one now
	alone bool // nothing else was changed that brings a new number with it
}

// ordered notes a change of the order field in the revision that was just replayed.
func (p *replaying) ordered(rev *revision) {
	m := move{alone: len(p.out) > 1}
	moved := false
	for _, c := range rev.changes {
		switch c.field {
		case orderField:
			var err error
			m.to, err = strconv.ParseFloat(c.text, 64)
			m.has, moved = err == nil, true
		case typeField, stateField, columnField, areaField, projectField, iterationField, deletedField:
			m.alone = false // a card was dragged across the board, or went elsewhere
		case parentField:
			m.alone = m.alone && p.byTies // then it was changed before, and is told again
		}
	}
	if !moved {
		return
	}
	last := len(p.out) - 1
	m.item, m.index, m.at, m.by, m.level = p.entry.item, last, p.out[last].At, p.out[last].By, p.state.Type.Level
	m.from, m.had, p.order, p.hasOrder = p.order, p.hasOrder, m.to, m.has
	p.moves = append(p.moves, m)
}

// burst is how far apart the changes of one act on many work items may be.
const burst = 5 * time.Second

// standing is an item and its number.
type standing struct {
	place float64
	item  *backlog.Item
}

// line is everything that has a number, in order.
type line []standing

func (l line) find(s standing) (int, bool) {
	return slices.BinarySearchFunc(l, s, func(a, b standing) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.item.ID, b.item.ID))
	})
}

// move brings an item to its new place.
func (l line) move(m move) line {
	if at, found := l.find(standing{m.from, m.item}); m.had && found {
		l = slices.Delete(l, at, at+1)
	}
	if at, found := l.find(standing{m.to, m.item}); m.has && !found {
		l = slices.Insert(l, at, standing{m.to, m.item})
	}
	return l
}

// passes reports whether the item came past another one on the same backlog that was not
// written to.
func (l line) passes(m move, written map[*backlog.Item]bool) bool {
	from, to := min(m.from, m.to), max(m.from, m.to)
	at, _ := slices.BinarySearchFunc(l, from, func(s standing, place float64) int { return cmp.Compare(s.place, place) })
	for _, other := range l[at:] {
		if other.place >= to {
			return false
		}
		if written[other.item] {
			continue
		}
		if s := other.item.At(m.at); s != nil && s.Outcome == backlog.Open && s.Type.Level == m.level {
			return true
		}
	}
	return false
}

// rank tells moves from renumbering, and gives the present order.
func (r *reader) rank() line {
	slices.SortStableFunc(r.moves, func(a, b move) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.item.ID, b.item.ID)) })
	var now line
	for from := 0; from < len(r.moves); {
		to := from + 1
		for to < len(r.moves) && r.moves[to].by == r.moves[from].by && r.moves[to].level == r.moves[from].level && r.moves[to].at.Sub(r.moves[to-1].at) <= burst {
			to++
		}
		now.decide(r.moves[from:to])
		for _, m := range r.moves[from:to] {
			now = now.move(m)
		}
		from = to
	}
	return now
}

// decide marks those of the changes, made together, that moved something.
func (l line) decide(together []move) {
	if len(together) == 1 {
		together[0].mark()
		return
	}
	written := map[*backlog.Item]bool{}
	for _, m := range together {
		written[m.item] = true
	}
	still := make([]move, 0, len(together))
	for _, m := range together {
		switch {
		case !m.alone || !m.had || !m.has:
		case l.passes(m, written):
			m.mark()
		default:
			still = append(still, m)
		}
	}
	slices.SortStableFunc(still, func(a, b move) int { return cmp.Compare(a.from, b.from) })
	for _, m := range outOfLine(still) {
		m.mark()
	}
}

// mark makes the revision a move of its item.
func (m move) mark() {
	if !m.alone || !m.had || !m.has || m.from == m.to {
		return
	}
	r := &m.item.Revisions[m.index]
	r.Changed |= backlog.RankField
	r.Rank = -1
	if m.to < m.from {
		r.Rank = +1
	}
}

// outOfLine gives the fewest of the changes without which the others, in the order in
// which they stood, still stand in that order.
func outOfLine(all []move) []move {
	if slices.IsSortedFunc(all, func(a, b move) int { return cmp.Compare(a.to, b.to) }) {
		return nil
	}
	length, previous := make([]int, len(all)), make([]int, len(all))
	best := -1
	for i := range all {
		length[i], previous[i] = 1, -1
		for j := range i {
			if all[j].to < all[i].to && length[j]+1 > length[i] {
				length[i], previous[i] = length[j]+1, j
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	stay := map[int]bool{}
	for ; best >= 0; best = previous[best] {
		stay[best] = true
	}
	var out []move
	for i, m := range all {
		if !stay[i] {
			out = append(out, m)
		}
	}
	return out
}

// place numbers the backlog: what is open and not begun, on the level of Product Backlog
// items, and not in a running Sprint. What has no number stands last.
func (r *reader) place(now line) {
	at := make(map[*backlog.Item]int, len(now)) // from 1
	for i, s := range now {
		at[s.item] = i + 1
	}
	var open []*backlog.Item
	for _, it := range r.snap.Items {
		running := func(s *backlog.Sprint) bool { return s.Started(r.snap.TakenAt) && !s.Closed(r.snap.TakenAt) }
		state := it.Now()
		if state.Type.Level == backlog.BacklogLevel && !slices.ContainsFunc(state.Sprints, running) && it.OpenAt(r.snap.TakenAt) {
			open = append(open, it)
		}
	}
	slices.SortFunc(open, func(a, b *backlog.Item) int {
		if (at[a] == 0) != (at[b] == 0) {
			return cmp.Compare(at[b], at[a])
		}
		return cmp.Or(cmp.Compare(at[a], at[b]), a.CreatedAt().Compare(b.CreatedAt()), cmp.Compare(a.ID, b.ID))
	})
	for i, it := range open {
		it.Order = i
	}
}
