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

// tie keeps an item's other links, each once. A Snapshot does not say when they were
// made: at the next recorded change of links, else when both items were there.
func (s *Server) tie(it *workItem) {
	var acts []*backlog.Revision
	for i := range it.src.Revisions {
		if it.src.Revisions[i].Changed.Has(backlog.LinkField) {
			acts = append(acts, &it.src.Revisions[i])
		}
	}
	for i, l := range it.src.Links {
		other := it.team.byKey[l.Key]
		if other == nil {
			continue
		}
		when, by := it.src.CreatedAt(), it.src.Creator()
		if t := other.src.CreatedAt(); t.After(when) {
			when, by = t, other.src.Creator()
		}
		if i < len(acts) {
			when, by = acts[i].At, acts[i].By
		}
		made := link{related, it.id, other.id, when, by, true}
		switch l.Relation {
		case backlog.Blocks:
			made.family = dependency
		case backlog.DuplicateOf:
			made.family, made.source, made.target = duplicate, other.id, it.id
		}
		if !s.tied(made) {
			s.join(made, false)
		}
	}
}

// tied reports whether two items have such a link already, in either direction.
func (s *Server) tied(l link) bool {
	return slices.ContainsFunc(s.items[l.source].links, func(c change) bool {
		return c.to == l.target && (c.rel == l.family || c.rel == l.family+"-Forward" || c.rel == l.family+"-Reverse")
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
