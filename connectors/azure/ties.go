package azure

// This file puts the changes of links between work items, which are no revisions, where
// they belong in the story of an item.

import (
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// together is how far apart the records of one act may be.
const together = 2 * time.Second

// placed finds out where among the revisions a change of a link belongs: to the nearest
// of the same person, or to none. Who entered it in somebody else's name is told of
// revisions alone: before the last of those that were, it is nobody.
func (p *replaying) placed(k *knot, revisions []act) act {
	who := p.person(k.by)
	a := act{at: k.At, by: who, named: who, tie: k}
	if a.at.Before(revisions[0].at) {
		a.at = revisions[0].at
	}
	nearest := -1
	for i, rev := range revisions {
		apart := func(i int) time.Duration { return revisions[i].at.Sub(a.at).Abs() }
		if apart(i) <= together && (who == nil || who == rev.named) && (nearest < 0 || apart(i) < apart(nearest)) {
			nearest = i
		}
		if !rev.at.After(a.at) {
			a.seq = i
		}
		if rev.by != rev.named && a.at.Before(rev.at) {
			a.by = nil
		}
	}
	if nearest >= 0 {
		a.at, a.by, a.seq = revisions[nearest].at, revisions[nearest].by, nearest
	}
	return a
}

// setParent leads the state to its parent, and reports whether it was another one.
func (p *replaying) setParent(id int) bool {
	var parent *backlog.Item
	if above := p.byID[id]; above != nil && above != p.entry {
		parent = above.item
	}
	hidden := parent == nil && id > 0
	other := parent != p.state.Parent || hidden != p.state.Hidden
	p.state.Parent, p.state.Hidden = parent, hidden
	return other
}

// firstParent is the one whose tie was cut and is not recorded as made: it was there
// from the beginning.
func (p *replaying) firstParent() {
	for _, k := range p.entry.ties {
		if k.Rel == toParent {
			if !k.Active {
				p.setParent(k.ID)
			}
			return // ties are in the order of time
		}
	}
}

// tie takes a change of a link.
func (p *replaying) tie(a act) {
	changed := backlog.LinkField
	before := p.state
	if a.tie.Rel == toParent {
		changed = 0
		if a.tie.Active && p.setParent(a.tie.ID) || !a.tie.Active && p.isParent(a.tie.ID) && p.setParent(0) {
			changed = backlog.ParentField
		}
	}
	if changed == 0 || a.tie.Rel == toChild {
		return // children tell of their parents themselves
	}
	last := &p.out[len(p.out)-1]
	state := last.State
	if !same(&before, &p.state) {
		copied := p.state
		state = &copied
	}
	if last.At.Equal(a.at) && last.By == a.by {
		if last.State = state; last.Changed != backlog.Created {
			last.Changed |= changed
		}
		return
	}
	p.out = append(p.out, backlog.Revision{At: a.at, By: a.by, Changed: changed, State: state})
}

func (p *replaying) isParent(id int) bool {
	above := p.byID[id]
	return above != nil && above.item == p.state.Parent || above == nil && p.state.Hidden
}
