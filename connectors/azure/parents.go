package azure

// This file finds the parents above the team's work items, wherever they live: in other
// areas, which the report of revisions brought too, or in other projects.

import (
	"context"
	"maps"
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
		if err := p.moved(ctx, missing); err != nil {
			return err
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

// moved looks which of the parents are newer than what is known of them, or gone: reports
// tell of this project alone, and nothing of what is destroyed. Those are asked for one by
// one.
func (p *pull) moved(ctx context.Context, ids []int) error {
	known := map[int]int{}
	for _, id := range ids {
		was, held := parseStamp(p.held[key(id)])
		d := p.drafts[id]
		switch {
		case d != nil && d.last > 0 && !d.deleted():
			known[id] = d.last
		case held && was.deleted.IsZero():
			known[id] = was.rev
		}
	}
	for page := range slices.Chunk(slices.Sorted(maps.Keys(known)), batchPage) {
		came, err := p.batch(ctx, page, []string{references[typeField]})
		if isAbsent(err) {
			return nil
		}
		if err != nil {
			return failed(err, "reading what stands above the work items")
		}
		now := map[int]int{}
		for _, it := range came {
			now[int(it.ID)] = int(it.Rev)
		}
		for _, id := range page {
			if rev := now[id]; rev == 0 || rev > known[id] {
				delete(p.drafts, id)
				delete(p.held, key(id))
			}
		}
	}
	return nil
}
