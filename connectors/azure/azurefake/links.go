package azurefake

// This file ties work items together. Links have a history of their own, beside that of
// the work items.

import (
	"net/http"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// link is one change of a link, seen from the side that acts: the parent, the original,
// the predecessor.
type link struct {
	family         string
	source, target int
	at             time.Time
	by             *backlog.Person
	active         bool // made; else taken away
}

// change is what a link's change looks like from one of its ends.
type change struct {
	at    time.Time
	by    *backlog.Person
	rel   string
	to    int
	added bool
	with  bool // the same act made a revision
}

// The families of links.
const (
	hierarchy  = "System.LinkTypes.Hierarchy"
	dependency = "System.LinkTypes.Dependency"
	duplicate  = "System.LinkTypes.Duplicate"
	related    = "System.LinkTypes.Related"
)

// hidden is the number of a parent that nobody here may see.
const hidden = 99_000_000

// above is the number of what is above an item; 0: nothing.
func (s *Server) above(state *backlog.State) int {
	switch {
	case state == nil:
		return 0
	case state.Parent != nil:
		if up := s.byWork[state.Parent]; up != nil {
			return up.id
		}
		return hidden + 1
	case state.Hidden:
		return hidden
	}
	return 0
}

// relate keeps what an act did to an item's parent, and that it had to do with links.
func (s *Server) relate(it *workItem, e event) {
	with := e.change.Changed&^linkFields != 0
	if was, is := s.above(e.before), s.above(e.change.State); was != is {
		if was != 0 {
			s.join(link{hierarchy, was, it.id, e.at, e.by, false}, with)
		}
		if is != 0 {
			s.join(link{hierarchy, is, it.id, e.at, e.by, true}, with)
		}
	}
	if e.change.Changed.Has(backlog.AttachmentField) {
		it.links = append(it.links, change{at: e.at, by: e.by, rel: "AttachedFile", added: true, with: with})
	}
}

// join keeps a change of a link, and tells it to both ends.
func (s *Server) join(l link, with bool) {
	s.links = append(s.links, l)
	forward, reverse := l.family+"-Forward", l.family+"-Reverse"
	if l.family == related {
		forward, reverse = related, related
	}
	if up := s.items[l.source]; up != nil {
		up.links = append(up.links, change{l.at, l.by, forward, l.target, l.active, false})
	}
	if down := s.items[l.target]; down != nil {
		down.links = append(down.links, change{l.at, l.by, reverse, l.source, l.active, with && l.family == hierarchy})
	}
}

// tie keeps an item's other links, those of the past too, each once. One without a date was
// made when both items were there.
func (s *Server) tie(it *workItem) {
	for _, l := range it.src.Links {
		s.linked(it, l, l.Made, true)
	}
	for _, l := range it.src.PastLinks {
		s.linked(it, l.Link, l.Made, true)
		s.linked(it, l.Link, l.Until, false)
	}
}

// linked keeps that a link was made, or taken away.
func (s *Server) linked(it *workItem, l backlog.Link, when time.Time, active bool) {
	other := it.team.byKey[l.Key]
	if other == nil {
		return
	}
	if when.IsZero() {
		when = it.src.CreatedAt()
		if t := other.src.CreatedAt(); t.After(when) {
			when = t
		}
	}
	act := link{related, it.id, other.id, when, linker(when, it.src, other.src), active}
	switch l.Relation {
	case backlog.Blocks:
		act.family = dependency
	case backlog.DuplicateOf:
		act.family, act.source, act.target = duplicate, other.id, it.id
	}
	if !s.told(act) {
		s.join(act, false)
	}
}

// linker is who changed a link: whoever wrote one of both items in that moment, or changed
// links of it; nil if nobody is told.
func linker(when time.Time, ends ...*backlog.Item) *backlog.Person {
	for _, it := range ends {
		for i := range it.Revisions {
			if r := &it.Revisions[i]; r.At.Equal(when) && r.Changed.Has(backlog.Created|backlog.LinkField) {
				return r.By
			}
		}
	}
	return nil
}

// told reports whether the same is kept of two items already, in either direction.
func (s *Server) told(l link) bool {
	return slices.ContainsFunc(s.items[l.source].links, func(c change) bool {
		return c.to == l.target && c.added == l.active && c.at.Equal(l.at) && (c.rel == l.family || c.rel == l.family+"-Forward" || c.rel == l.family+"-Reverse")
	})
}

// relations are an item's links at one moment, in the order in which they were made.
func (s *Server) relations(r *http.Request, it *workItem, at time.Time) []object {
	var held []change
	for _, c := range it.links {
		if c.at.After(at) {
			break
		}
		if c.added {
			held = append(held, c)
		} else {
			held = slices.DeleteFunc(held, func(h change) bool { return h.rel == c.rel && h.to == c.to })
		}
	}
	out := []object{}
	for _, c := range held {
		out = append(out, s.relation(r, c))
	}
	return out
}
