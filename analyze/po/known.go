package po

// This file holds what several checks ask of a team's record: since when it tells what
// people did, and whether a Product Owner is known.

import (
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// knownSince is the moment from which acts of people are known: the first item, the
// horizon of the pull or the end of an import, whichever is last.
func knownSince(p *analyze.Pass) time.Time {
	since := p.Since
	if p.Facts.Imported().After(since) {
		since = p.Facts.Imported()
	}
	if len(p.Items) > 0 && p.Items[0].CreatedAt().After(since) {
		since = p.Items[0].CreatedAt()
	}
	return since
}

// owned reports whether a Product Owner is known for some time of the window, and ends
// the check otherwise.
func owned(p *analyze.Pass) bool {
	if slices.ContainsFunc(p.Roles.Held, func(h roles.Held) bool {
		return h.Role == roles.ProductOwner && h.Person != nil && (h.To.IsZero() || h.To.After(p.From))
	}) {
		return true
	}
	p.CannotTell("the Product Owner is not known; name them in the configuration under roles")
	return false
}

// developed reports whether developers are known, and ends the check otherwise.
func developed(p *analyze.Pass) bool {
	if p.Roles.Any(roles.Developer) {
		return true
	}
	p.CannotTell("developers cannot be told apart here; name them in the configuration under roles")
	return false
}

// ownedAt reports whether a Product Owner is known at t: what happened without one says
// nothing about anybody.
func ownedAt(p *analyze.Pass, t time.Time) bool {
	owner, _ := p.Roles.Owner(t)
	return owner != nil
}
