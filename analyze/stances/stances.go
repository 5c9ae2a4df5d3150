// Package stances puts the findings of a team together: what do they say, taken as a
// whole, for and against the known ways of filling the Product Owner role?
//
// It is a ledger of evidence and no diagnosis. Each finding brings a weight for or
// against a stance, less of it where the finding or the role is unsure; the sum becomes
// one of four words, and what spoke for it and against it, or could not be judged, stands
// beside it. There is no number to compare people by, on purpose. weights.yaml holds every
// weight; ledger.go adds them up; signs.go looks for good signs that no check looks for.
package stances

import (
	"slices"
	"strings"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

// The kinds of stances.
const (
	preferred     = "preferred"
	misunderstood = "misunderstood"
	organisation  = "organisation" // a pattern of the organisation around the role
)

// Ledger weighs the findings of a team. It gives every stance, the preferred ones first,
// and the organisation's own patterns last. With three active people or fewer it says
// nothing about the role, because that would be about one person; nor where nobody is known
// to fill it.
func Ledger(p *analyze.Pass, findings []analyze.Finding) []analyze.Stance {
	b := book{weights: standard(), findings: findings}
	for _, s := range signs {
		b.readings = append(b.readings, s.read(p))
	}
	b.readings = append(b.readings, manyVoices(p))
	b.owner = b.weights.Confidence[surety(p)]
	switch {
	case p.Facts.Small():
		b.unsaid = "so few people are active that it would be about one person"
	case b.owner == 0:
		b.unsaid = "the Product Owner is not known; name them in the configuration under roles"
	}
	list := []analyze.Stance{}
	for _, s := range b.weights.Stances {
		list = append(list, b.stance(s))
	}
	return list
}

// surety is how surely the Product Owner of the window is known: as the least sure of
// those who held the role, and no better than medium where it changed hands, since the
// window then tells of more than one person.
func surety(p *analyze.Pass) roles.Confidence {
	scale := []roles.Confidence{"", roles.Low, roles.Medium, roles.High}
	least, holders := len(scale)-1, map[string]bool{}
	for _, h := range p.Roles.Held {
		if h.Role != roles.ProductOwner || h.Person == nil || ended(h.To, p.From) || h.From.After(p.TakenAt) {
			continue
		}
		holders[h.Person.ID] = true
		least = min(least, slices.Index(scale, h.Confidence))
	}
	switch len(holders) {
	case 0:
		return ""
	case 1:
		return scale[least]
	}
	return scale[min(least, slices.Index(scale, roles.Medium))]
}

func ended(to, from time.Time) bool { return !to.IsZero() && to.Before(from) }

// brief is the situation with its numbers and their doubt; the threshold stands with the
// finding itself.
func brief(message string) string {
	if i := strings.Index(message, ". "); i > 0 {
		message = message[:i]
	}
	if situation, _, long := strings.Cut(message, "; worth talking about"); long {
		return situation + ")"
	}
	return strings.TrimSuffix(message, ".")
}
