package roles

import (
	"cmp"
	"slices"
	"time"

	"github.com/rolehealth/rolehealth/analyze/backlog"
	"github.com/rolehealth/rolehealth/analyze/guards"
)

// This file names the Product Owner and the others by what was counted.

// Weights of the Product Owner score: what a Product Owner does, less development
// work. They and the cut-offs below were found on one public log (see the
// documentation) and are judgement, not law.
const (
	weightOrder   = 0.45
	weightTriage  = 0.30
	weightContent = 0.25
	weightDevelop = 0.60

	highScore, highRatio, highGap = 0.30, 2.5, 0.15
	mediumScore, mediumRatio      = 0.18, 2.0

	minimumDays = 10 // of ordering, triage or content: fewer show no habit

	builderShare = 0.33 // of what the busiest developer begins and finishes, from which one is a developer too
	minimumBuilt = 10   // items begun, or finished: fewer do not tell who builds
)

func part(of, total float64) float64 {
	if total == 0 {
		return 0
	}
	return of / total
}

// develops is the person's share of development.
func (b *block) develops(s *share) float64 {
	return max(part(s.begins, b.total.begins), part(s.finishes, b.total.finishes))
}

func (b *block) score(s *share) float64 {
	return weightOrder*part(s.order, b.total.order) + weightTriage*part(s.triage, b.total.triage) +
		weightContent*part(s.content, b.total.content) - weightDevelop*b.develops(s)
}

// builds reports whether the person begins and finishes items as developers do. Doing one
// of both is no sign where both are recorded: Product Owners move cards, and items come to
// them for acceptance.
func (b *block) builds(p *backlog.Person) bool {
	s, most := b.by[p], share{}
	if s == nil {
		return false
	}
	for _, other := range b.by {
		most.begins, most.finishes = max(most.begins, other.begins), max(most.finishes, other.finishes)
	}
	begun, finished := part(s.begins, most.begins), part(s.finishes, most.finishes)
	switch {
	case b.total.finishes < minimumBuilt:
		return begun >= builderShare
	case b.total.begins < minimumBuilt:
		return finished >= builderShare
	}
	return min(begun, finished) >= builderShare
}

// leader is the person with the best score, and how clearly. Nobody is, where that person
// builds like a developer: who orders in place of a Product Owner is not told from one. In
// a block in which hardly anything was built, all blocks tell who does.
func (b *block) leader(all *block) (*backlog.Person, Confidence) {
	type scored struct {
		p     *backlog.Person
		score float64
	}
	var list []scored
	for p, s := range b.by {
		list = append(list, scored{p, b.score(s)})
	}
	if len(list) == 0 {
		return nil, ""
	}
	slices.SortFunc(list, func(x, y scored) int { return cmp.Or(-cmp.Compare(x.score, y.score), cmp.Compare(x.p.ID, y.p.ID)) })
	best, second := list[0], scored{}
	if len(list) > 1 {
		second = list[1]
	}
	building := b
	if min(b.total.begins, b.total.finishes) < minimumBuilt {
		building = all
	}
	s := b.by[best.p]
	runnerUp := max(0, second.score)
	switch {
	case s.order+s.triage+s.content < minimumDays || building.builds(best.p):
		return nil, ""
	case best.score >= highScore && best.score >= highRatio*runnerUp && best.score-runnerUp >= highGap:
		return best.p, High
	case best.score >= mediumScore && best.score >= mediumRatio*runnerUp:
		return best.p, Medium
	}
	return nil, ""
}

// inferOwners names a Product Owner for every block in which none is configured and
// one is clear. High needs two blocks in a row (else Medium).
func inferOwners(blocks []*block, all *block, a *Assignment, given map[*backlog.Person]bool) []Held {
	var held []Held
	for i, b := range blocks {
		if slices.ContainsFunc(a.Held, func(h Held) bool {
			return h.Role == ProductOwner && (h.From.IsZero() || h.From.Before(b.to)) && (h.To.IsZero() || h.To.After(b.from))
		}) {
			continue
		}
		p, sure := b.leader(all)
		if p == nil || given[p] {
			continue
		}
		if sure == High && !leads(blocks, all, i-1, p) && !leads(blocks, all, i+1, p) {
			sure = Medium
		}
		h := Held{Person: p, Role: ProductOwner, Confidence: sure, From: b.from, To: b.to}
		if i == len(blocks)-1 {
			h.To = time.Time{}
		}
		if n := len(held); n > 0 && held[n-1].Person == p && held[n-1].To.Equal(b.from) {
			held[n-1].To = h.To
			if sure == High {
				held[n-1].Confidence = High
			}
			continue
		}
		held = append(held, h)
	}
	return held
}

func leads(blocks []*block, all *block, i int, p *backlog.Person) bool {
	if i < 0 || i >= len(blocks) {
		return false
	}
	leader, sure := blocks[i].leader(all)
	return leader == p && sure == High
}

// whole adds the blocks up to one.
func whole(blocks []*block) *block {
	all := &block{by: map[*backlog.Person]*share{}}
	for _, b := range blocks {
		for p, s := range b.by {
			all.add(all.of(p), *s)
		}
	}
	return all
}

// inferOthers finds developers, the Scrum Master, stakeholders and bots among those
// who have no role yet.
func inferOthers(snap *backlog.Snapshot, facts *guards.Facts, all *block, given map[*backlog.Person]bool) []Held {
	var held []Held
	for _, p := range snap.People {
		s := all.by[p]
		switch {
		case given[p]:
		case !facts.Human(p):
			held = append(held, Held{Person: p, Role: Bot, Confidence: High})
		case p.Customer:
			held = append(held, Held{Person: p, Role: Stakeholder, Confidence: High})
		case s == nil:
		case all.develops(s) >= 0.05 && s.finishes >= 3:
			held = append(held, Held{Person: p, Role: Developer, Confidence: High})
		case s.carries+s.flags >= 5 && part(s.carries+s.flags, all.total.carries+all.total.flags) >= 0.5 &&
			all.develops(s) < 0.05 && part(s.content, all.total.content) < 0.10:
			held = append(held, Held{Person: p, Role: ScrumMaster, Confidence: Low})
		case (s.creates > 0 || s.comments > 0) && all.develops(s) < 0.02 &&
			part(s.order, all.total.order) < 0.05 && part(s.content, all.total.content) < 0.05:
			held = append(held, Held{Person: p, Role: Stakeholder, Confidence: Medium})
		}
	}
	return held
}
