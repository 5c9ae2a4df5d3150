package azure

// This file finds the parents above the team's work items, wherever they live: in other
// areas, which the report of revisions brought too, or in other projects.

import (
	"context"
	"slices"
)

// tallest is how many levels of parents there may be; more are a loop in the tracker.
const tallest = 10

// parents gives what stands above the work items, and above that.
func (p *pull) parents(ctx context.Context, put sink) error {
	gone := map[int]bool{}
	for _, id := range p.about.Gone {
		gone[id] = true
	}
	for range tallest {
		slices.Sort(p.above)
		missing := slices.DeleteFunc(slices.Compact(p.above), func(id int) bool { return p.given[id] || gone[id] })
		p.above = nil
		if len(missing) == 0 {
			return nil
		}
		before := p.came
		if err := p.give(ctx, put, missing); err != nil {
			return err
		}
		p.about.Expected += p.came - before
		for _, id := range missing {
			if !p.given[id] {
				gone[id] = true
				p.about.Gone = append(p.about.Gone, id)
			}
		}
	}
	return nil
}
