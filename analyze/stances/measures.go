package stances

// This file counts for the signs.

import (
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze"
	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/roles"
)

const day = 24 * time.Hour

// meant is how many letters a comment needs to say something.
const meant = 15

// goalsReworked counts the features that were there for a month, and those of them whose
// text somebody changed within the window, a week or more after it was written.
func goalsReworked(p *analyze.Pass) (k, n int) {
	for _, it := range p.Items {
		end := it.Ending()
		if it.Level() < backlog.FeatureLevel || it.CreatedAt().After(p.TakenAt.Add(-30*day)) || end != nil && end.At.Before(p.From) {
			continue
		}
		n++
		for a := range p.Facts.Acts(it) {
			if a.Before() != nil && a.Changed.Has(backlog.ContentFields) && a.At.After(p.From) && a.At.After(it.CreatedAt().Add(7*day)) {
				k++
				break
			}
		}
	}
	return k, n
}

// customerInput counts the items taken on, and those tied to a customer.
func customerInput(p *analyze.Pass) (k, n int) {
	for _, c := range p.Commitments() {
		n++
		s := c.Item.At(c.At)
		tied := slices.ContainsFunc(c.Item.Links, func(l backlog.Link) bool { return l.Customer })
		if tied || s != nil && len(s.Customers) > 0 {
			k++
		}
	}
	return k, n
}

// customersAnswered counts what customers said, and what of it the team answered.
func customersAnswered(p *analyze.Pass) (k, n int) {
	for _, it := range p.Items {
		said := slices.Collect(p.Facts.Said(it))
		for i, c := range said {
			if c.By == nil || !c.By.Customer || c.At.Before(p.From) || p.Calendar.Days(c.At, p.TakenAt) <= 5 {
				continue
			}
			n++
			if slices.ContainsFunc(said[i+1:], func(later backlog.Comment) bool {
				return inTeam(p, later.By, later.At) && p.Calendar.Days(c.At, later.At) <= 5
			}) {
				k++
			}
		}
	}
	return k, n
}

func inTeam(p *analyze.Pass, who *backlog.Person, at time.Time) bool {
	return slices.Contains([]roles.Role{roles.ProductOwner, roles.Developer, roles.ScrumMaster}, p.Roles.Of(who, at))
}

// severalAuthors counts the items taken on, and those that two or more people wrote or
// discussed before work began.
func severalAuthors(p *analyze.Pass) (k, n int) {
	for _, c := range p.Commitments() {
		until := c.Item.Begun()
		if until.IsZero() {
			until = p.TakenAt
		}
		people := map[*backlog.Person]bool{}
		for a := range p.Facts.Acts(c.Item) {
			if a.At.Before(until) && a.Changed.Has(backlog.Created|backlog.ContentFields) {
				people[a.By] = true
			}
		}
		for said := range p.Facts.Said(c.Item) {
			if said.At.Before(until) && len([]rune(said.Text)) >= meant {
				people[said.By] = true
			}
		}
		delete(people, nil)
		n++
		if len(people) >= 2 {
			k++
		}
	}
	return k, n
}

// developersHeard counts the items that developers wrote and about which was decided,
// and those of them that were taken on.
func developersHeard(p *analyze.Pass) (k, n int) {
	proposed := func(it *backlog.Item) bool {
		return it.CreatedAt().After(p.From) && p.Roles.Of(it.Creator(), it.CreatedAt()) == roles.Developer
	}
	for _, it := range declined(p) {
		if proposed(it) {
			n++
		}
	}
	for _, c := range p.Commitments() {
		if proposed(c.Item) && c.Item.Now().Outcome != backlog.Declined {
			k, n = k+1, n+1
		}
	}
	return k, n
}

// directExchange counts the items that stakeholders and developers both commented within
// the window, and those on which one spoke right after the other or mentioned them.
func directExchange(p *analyze.Pass) (k, n int) {
	for _, it := range p.Items {
		var before roles.Role
		spoke, met := map[roles.Role]bool{}, false
		for c := range p.Facts.Said(it) {
			role := p.Roles.Of(c.By, c.At)
			if c.At.Before(p.From) || c.By == nil {
				continue
			}
			other := map[roles.Role]roles.Role{roles.Stakeholder: roles.Developer, roles.Developer: roles.Stakeholder}[role]
			met = met || other != "" && (before == other || slices.ContainsFunc(c.Mentions, func(m *backlog.Person) bool { return p.Roles.Of(m, c.At) == other }))
			spoke[role], before = true, role
		}
		if spoke[roles.Stakeholder] && spoke[roles.Developer] {
			n++
			if met {
				k++
			}
		}
	}
	return k, n
}

// declined are the functional items that a person declined within the window.
func declined(p *analyze.Pass) []*backlog.Item {
	var list []*backlog.Item
	for _, it := range p.Items {
		end := it.Ending()
		if end == nil || end.State.Outcome != backlog.Declined || !end.At.After(p.From) || !p.Facts.Functional(it) {
			continue
		}
		for a := range p.Facts.Acts(it) {
			if a.Revision == end {
				list = append(list, it)
			}
		}
	}
	return list
}

// declinesExplained counts the declined items, and those with a comment from the days
// around.
func declinesExplained(p *analyze.Pass) (k, n int) {
	for _, it := range declined(p) {
		n++
		at := it.Ending().At
		for c := range p.Facts.Said(it) {
			if c.At.After(at.Add(-2*day)) && c.At.Before(at.Add(2*day)) && len([]rune(c.Text)) >= meant {
				k++
				break
			}
		}
	}
	return k, n
}

// ownerDeclines counts the declined items, and those that the Product Owner declined.
func ownerDeclines(p *analyze.Pass) (k, n int) {
	for _, it := range declined(p) {
		end := it.Ending()
		owner, _ := p.Roles.Owner(end.At)
		if owner == nil {
			continue
		}
		n++
		if end.By == owner {
			k++
		}
	}
	return k, n
}

// requests counts the functional items that each stakeholder wrote within the window.
func requests(p *analyze.Pass) (counts []int, all int) {
	by := map[*backlog.Person]int{}
	for _, it := range p.Items {
		if it.CreatedAt().After(p.From) && p.Facts.Functional(it) && p.Roles.Of(it.Creator(), it.CreatedAt()) == roles.Stakeholder {
			by[it.Creator()]++
			all++
		}
	}
	for _, n := range by {
		counts = append(counts, n)
	}
	slices.Sort(counts)
	return counts, all
}
