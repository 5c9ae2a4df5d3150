package azure

// This file tells what a work item is and was tied to, but for its family.

import (
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
)

// tied is a tie that is there at one point of the story.
type tied struct {
	rel  string
	id   int
	link backlog.Link
}

// relate gives the item its links. Azure tells of the making and the removal of each. One
// whose making it does not tell, or does not date, may have been there at any time before.
func (r *reader) relate(e *entry) {
	var there []tied
	past := func(l backlog.Link, until time.Time, unclear bool) {
		e.item.PastLinks = append(e.item.PastLinks, backlog.PastLink{Link: l, Until: until, Unclear: unclear})
	}
	for _, k := range e.ties { // they are in the order of time
		if k.Rel == toParent || k.Rel == toChild {
			continue
		}
		now := backlog.Link{Relation: relation(k.Rel), Key: key(k.ID), Made: k.At}
		dated := !k.At.IsZero() && !k.At.After(r.snap.PulledAt)
		at := slices.IndexFunc(there, func(t tied) bool { return t.rel == k.Rel && t.id == k.ID })
		switch {
		case k.Active && at < 0:
			if !dated {
				now.Made = time.Time{}
				past(now, r.snap.PulledAt, true)
			}
			there = append(there, tied{k.Rel, k.ID, now})
		case !k.Active:
			gone := backlog.Link{Relation: now.Relation, Key: now.Key}
			if at >= 0 {
				gone = there[at].link
				there = slices.Delete(there, at, at+1)
			}
			until := k.At
			if !dated {
				until = r.snap.PulledAt
			}
			past(gone, until, !dated || at < 0)
		}
	}
	for _, t := range there {
		e.item.Links = append(e.item.Links, t.link)
	}
}
